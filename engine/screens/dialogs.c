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
                      scene->kept->open == DIALOG_SHORTCUTS ||
                      scene->kept->open == DIALOG_SETTINGS ||
                      scene->kept->open == DIALOG_PALETTE;
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

static void settings_dialog(screen_scene *scene)
{
    settings_body(scene);
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
        {.key = UI_CTRL | UI_KEY_SPACE,
         .label = words(scene, "read this aloud")},
        {.key = UI_CTRL, .label = words(scene, "stop reading")},
        {.key = UI_CTRL | 'k', .label = words(scene, "search, do anything")},
        {.key = UI_KEY_F11, .label = words(scene, "full screen")},
        {.key = UI_KEY_F1, .label = words(scene, "this list")},
    };
    ui_hint_spec call[] = {
        {.key = '1',
         .last = '9',
         .is_range = true,
         .label = words(scene, "choose a reply")},
        {.key = UI_KEY_ENTER, .label = words(scene, "say it")},
        {.key = UI_KEY_SPACE, .label = words(scene, "hear it again")},
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
    [DIALOG_SETTINGS] = {"close-dialog", settings_dialog},
    [DIALOG_SHORTCUTS] = {"close-dialog", shortcuts_body},
    [DIALOG_LEAVE] = {"stay", leave_body},
    [DIALOG_FAULTS] = {"close-dialog", faults_body},
    [DIALOG_PALETTE] = {"palette-field", palette_body},
};

static const char *title_of(const screen_scene *scene)
{
    switch (scene->kept->open) {
    case DIALOG_SETTINGS: return rp_tr(scene->app, "Settings");
    case DIALOG_SHORTCUTS: return rp_tr(scene->app, "Keyboard");
    case DIALOG_LEAVE: return rp_tr(scene->app, "Leave the call?");
    case DIALOG_FAULTS:
        return rp_tr(scene->app, "This scenario cannot be played");
    case DIALOG_PALETTE:
    case DIALOG_NONE: break;
    }
    return NULL;
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
