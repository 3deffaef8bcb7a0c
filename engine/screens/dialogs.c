/*
 * What lies over a screen: settings, the list of keys, leaving a call, and
 * what is wrong with a scenario. One is open at most; Esc always leaves.
 */
#include <stdio.h>
#include <string.h>

#include "screens_internal.h"

static void close_dialog(screen_scene *scene)
{
    const rp_view *view = scene->view;
    bool has_paused = scene->kept->open == DIALOG_LEAVE ||
                      scene->kept->open == DIALOG_SHORTCUTS;
    bool is_in_call = view->place == RP_AT_CALL || view->place == RP_AT_FORM;

    if (has_paused && is_in_call && view->call.is_paused) {
        want(scene, RP_INTENT_PAUSE, 2);
    }
    scene->kept->open = DIALOG_NONE;
}

static void close_button(screen_scene *scene)
{
    ui_context *ui = scene->ui;

    ui_begin_row(ui, &(ui_box){.justify = UI_PACK_END, .gap = 12});
    if (ui_button(ui, &(ui_button_spec){.id = "close-dialog",
                                        .label = words(scene, "Close"),
                                        .kind = UI_SECONDARY})) {
        close_dialog(scene);
    }
    ui_end(ui);
}

/* ------------------------------------------------------------- settings */

static void set(screen_scene *scene, const char *name, const char *value)
{
    if (scene->intent->kind == RP_INTENT_NONE) {
        *scene->intent =
            (rp_intent){.kind = RP_INTENT_SETTING,
                        .text = name,
                        .value = ui_format(scene->ui, "%s", value)};
    }
}

static void begin_setting(screen_scene *scene, const char *name)
{
    ui_style label = ui_body;

    label.width = (ui_size){.grow = 1};
    ui_begin_row(scene->ui, &(ui_box){.gap = 16, .height = {.min = 44}});
    ui_text(scene->ui, name, &label);
}

/* A choice of a few values; `values` are what is stored. */
typedef struct choice_setting {
    const char *name;  /* stored name */
    const char *label; /* shown */
    const char *const *values;
    const ui_choice *items;
    int count;
    int selected;
} choice_setting;

static void choice(screen_scene *scene, const choice_setting *setting)
{
    ui_context *ui = scene->ui;

    begin_setting(scene, setting->label);
    int chosen = ui_segment(
        ui, &(ui_choices_spec){.id = ui_format(ui, "set-%s", setting->name),
                               .label = setting->label,
                               .items = setting->items,
                               .count = setting->count,
                               .selected = setting->selected});
    if (chosen != setting->selected) {
        set(scene, setting->name, setting->values[chosen]);
    }
    ui_end(ui);
}

static void toggle(screen_scene *scene, const char *name, const char *label,
                   bool is_on)
{
    ui_context *ui = scene->ui;

    begin_setting(scene, label);
    if (ui_toggle(ui, &(ui_toggle_spec){.id = ui_format(ui, "set-%s", name),
                                        .label = label,
                                        .is_on = is_on})) {
        set(scene, name, is_on ? "off" : "on");
    }
    ui_end(ui);
}

static void language_setting(screen_scene *scene, const rp_settings *settings)
{
    static const char *const values[] = {"en", "zh"};
    /* Each language is named in itself, so that anyone finds their own. */
    ui_choice items[] = {{.label = "English"}, {.label = "中文"}};

    choice(scene, &(choice_setting){.name = "language",
                                    .label = words(scene, "Language"),
                                    .values = values,
                                    .items = items,
                                    .count = 2,
                                    .selected =
                                        strcmp(settings->language, "zh") == 0});
}

static void theme_setting(screen_scene *scene, const rp_settings *settings)
{
    static const char *const values[] = {"light", "dark", "contrast"};
    ui_choice items[] = {
        {.label = words(scene, "Light"), .icon = "sun"},
        {.label = words(scene, "Dark"), .icon = "moon"},
        {.label = words(scene, "High contrast"), .icon = "contrast"}};

    choice(scene, &(choice_setting){.name = "theme",
                                    .label = words(scene, "Look"),
                                    .values = values,
                                    .items = items,
                                    .count = 3,
                                    .selected = (int)settings->theme});
}

static void size_setting(screen_scene *scene, const rp_settings *settings)
{
    ui_context *ui = scene->ui;
    int percent = settings->text_percent;

    begin_setting(scene, words(scene, "Text size"));
    int chosen = ui_slider(
        ui, &(ui_slider_spec){.id = "set-text_percent",
                              .label = words(scene, "Text size"),
                              .value = percent,
                              .min = 100,
                              .max = 200,
                              .step = 10,
                              .width = {.px = 200},
                              .value_text = ui_format(ui, "%d%%", percent)});
    if (chosen != percent) {
        set(scene, "text_percent", ui_format(ui, "%d", chosen));
    }
    ui_style number = ui_strong;
    number.is_tabular = true;
    ui_text(ui, ui_format(ui, "%d%%", percent), &number);
    ui_end(ui);
}

static void timer_setting(screen_scene *scene, const rp_settings *settings)
{
    static const char *const values[] = {"100", "150", "200", "300"};
    static const int percents[] = {100, 150, 200, 300};
    ui_choice items[] = {{.label = "× 1"},
                         {.label = "× 1.5"},
                         {.label = "× 2"},
                         {.label = "× 3"}};
    int selected = 0;

    for (int i = 0; i < 4; i++) {
        if (percents[i] == settings->timer_percent) {
            selected = i;
        }
    }
    choice(scene,
           &(choice_setting){.name = "timer_percent",
                             .label = words(scene, "Time before silence costs"),
                             .values = values,
                             .items = items,
                             .count = 4,
                             .selected = selected});
}

static void settings_body(screen_scene *scene)
{
    const rp_settings *settings = rp_app_settings(scene->app);

    language_setting(scene, settings);
    theme_setting(scene, settings);
    size_setting(scene, settings);
    toggle(scene, "silence_off", words(scene, "Silence never costs anything"),
           settings->silence_off);
    if (!settings->silence_off) {
        timer_setting(scene, settings);
    }
    toggle(scene, "reduced_motion", words(scene, "Less motion"),
           settings->reduced_motion);
    toggle(scene, "number_answers",
           words(scene, "A number key answers at once"),
           settings->number_answers);
    close_button(scene);
}

/* ------------------------------------------------------------ shortcuts */

static void shortcut_rows(screen_scene *scene, const ui_hint_spec *rows,
                          int count)
{
    ui_context *ui = scene->ui;

    /* Very large text: one key below the other. */
    int16_t columns = ui_effective_width(ui) < 800 ? 1 : 2;
    ui_begin_grid(ui, &(ui_box){.columns = columns, .gap = 16, .line_gap = 8});
    for (int i = 0; i < count; i++) {
        ui_key_hint(ui, &rows[i]);
    }
    ui_end(ui);
}

static void shortcuts_body(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    ui_hint_spec everywhere[] = {
        {.key = UI_KEY_TAB, .label = words(scene, "next control")},
        {.key = UI_SHIFT | UI_KEY_TAB,
         .label = words(scene, "previous control")},
        {.key = UI_KEY_F6, .label = words(scene, "next area")},
        {.key = UI_KEY_ENTER, .label = words(scene, "do")},
        {.key = UI_KEY_ESCAPE, .label = words(scene, "back")},
        {.key = UI_CTRL | '+',
         .last = UI_CTRL | '-',
         .label = words(scene, "text size")},
        {.key = UI_KEY_F11, .label = words(scene, "full screen")},
        {.key = UI_KEY_F1, .label = words(scene, "this list")},
    };
    ui_hint_spec call[] = {
        {.key = '1',
         .last = '9',
         .is_range = true,
         .label = words(scene, "choose a reply")},
        {.key = UI_KEY_ENTER, .label = words(scene, "say it")},
        {.key = 'p', .label = words(scene, "pin a phrase")},
        {.key = 'n', .label = words(scene, "note")},
        {.key = UI_KEY_F2,
         .last = UI_KEY_F4,
         .is_range = true,
         .label = words(scene, "desk")},
        {.key = '?', .label = words(scene, "hint")},
        {.key = 'h', .label = words(scene, "Hold")},
        {.key = 't', .label = words(scene, "Transfer")},
        {.key = 'e', .label = words(scene, "Escalate")},
        {.key = UI_KEY_END, .label = words(scene, "End call")},
        {.key = 'z', .label = words(scene, "take the last reply back")},
        {.key = UI_KEY_PAGE_UP,
         .last = UI_KEY_PAGE_DOWN,
         .label = words(scene, "earlier lines")},
    };

    ui_text(ui, words(scene, "Everywhere"), &ui_small_strong);
    shortcut_rows(scene, everywhere,
                  (int)(sizeof everywhere / sizeof everywhere[0]));
    ui_gap(ui, 8);
    ui_text(ui, words(scene, "In a conversation"), &ui_small_strong);
    shortcut_rows(scene, call, (int)(sizeof call / sizeof call[0]));
    ui_gap(ui, 8);
    close_button(scene);
}

/* ---------------------------------------------------------------- leave */

static void leave_body(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    ui_style text = ui_support;

    text.width = (ui_size){.grow = 1};
    ui_text(ui,
            words(scene, "Every reply so far is kept. You can go on from here "
                         "later, or stay in the call now."),
            &text);
    ui_gap(ui, 8);
    ui_begin_row(ui, &(ui_box){.gap = 12, .justify = UI_PACK_END});
    if (ui_button(ui, &(ui_button_spec){.id = "leave-now",
                                        .label = words(scene, "Leave the call"),
                                        .kind = UI_SECONDARY})) {
        scene->kept->open = DIALOG_NONE;
        want(scene, RP_INTENT_LEAVE, 0);
    }
    if (ui_button(ui, &(ui_button_spec){.id = "stay",
                                        .label = words(scene, "Stay"),
                                        .kind = UI_PRIMARY})) {
        close_dialog(scene);
    }
    ui_end(ui);
}

/* --------------------------------------------------------------- faults */

static void fault_line(screen_scene *scene, const rp_fault *fault)
{
    ui_context *ui = scene->ui;
    ui_style place = ui_small;
    ui_style text = ui_small;

    place.is_mono = true;
    text.width = (ui_size){.grow = 1};
    ui_begin_row(ui, &(ui_box){.gap = 8, .align = UI_START});
    ui_icon(ui,
            &(ui_icon_spec){
                .name = fault->severity == RP_ERROR ? "error" : "warning",
                .size_px = 16,
                .color = fault->severity == RP_ERROR ? UI_DANGER : UI_WARN});
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1}});
    ui_text(ui,
            ui_format(ui, "%s:%u", fault->file != NULL ? fault->file : "",
                      (unsigned)fault->line),
            &place);
    ui_text(ui, fault->message, &text);
    ui_end(ui);
    ui_end(ui);
}

static void faults_body(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_library_view *library = &scene->view->library;

    ui_text(ui,
            words(scene, "Its author has to mend this first. Nothing else is "
                         "affected."),
            &ui_support);
    ui_begin_scroll(
        ui, &(ui_scroll_spec){
                .box = {.id = "faults", .height = {.max = 360}, .gap = 8}});
    for (uint32_t i = 0; i < library->fault_count; i++) {
        fault_line(scene, &library->faults[i]);
    }
    ui_end(ui);
    close_button(scene);
}

/* One row a dialog, in the order of `dialog`. */
static const struct look {
    const char *first_focus;
    void (*body)(screen_scene *scene);
} looks[] = {
    [DIALOG_SETTINGS] = {NULL, settings_body},
    [DIALOG_SHORTCUTS] = {"close-dialog", shortcuts_body},
    [DIALOG_LEAVE] = {"stay", leave_body},
    [DIALOG_FAULTS] = {"close-dialog", faults_body},
};

static const char *title_of(const screen_scene *scene)
{
    switch (scene->kept->open) {
    case DIALOG_SETTINGS: return rp_tr(scene->app, "Settings");
    case DIALOG_SHORTCUTS: return rp_tr(scene->app, "Keyboard");
    case DIALOG_LEAVE: return rp_tr(scene->app, "Leave the call?");
    case DIALOG_FAULTS:
        return rp_tr(scene->app, "This scenario cannot be played");
    case DIALOG_NONE: break;
    }
    return "";
}

void dialogs(screen_scene *scene)
{
    ui_context *ui = scene->ui;

    if (scene->kept->open == DIALOG_NONE) {
        return;
    }
    const struct look *look = &looks[scene->kept->open];
    bool leaves = ui_begin_dialog(
        ui, &(ui_dialog_spec){.id = "dialog",
                              .title = title_of(scene),
                              .first_focus = look->first_focus});
    look->body(scene);
    ui_end(ui);
    if (leaves) {
        close_dialog(scene);
    }
}
