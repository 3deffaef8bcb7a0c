/*
 * The controls of the settings: each shows what is stored and asks for the
 * change the person makes.
 */
#include <string.h>

#include "settings.h"

/* The per cents a stepper steps through, ascending. */
typedef struct setting_scale {
    const int *values;
    int count;
} setting_scale;

const rp_settings *settings_of(const screen_scene *scene)
{
    return rp_app_settings(scene->app);
}

static const char *id_of(const screen_scene *scene, const char *name)
{
    return ui_format(scene->ui, "set-%s", name);
}

void set(screen_scene *scene, const char *name, const char *value)
{
    if (scene->intent->kind == RP_INTENT_NONE) {
        *scene->intent =
            (rp_intent){.kind = RP_INTENT_SETTING,
                        .text = name,
                        .value = ui_format(scene->ui, "%s", value)};
    }
}

static void set_number(screen_scene *scene, const char *name, int value)
{
    set(scene, name, ui_format(scene->ui, "%d", value));
}

void toggle_control(screen_scene *scene, const setting_row *row)
{
    bool is_stored = false;

    memcpy(&is_stored, (const char *)settings_of(scene) + row->offset,
           sizeof is_stored);
    if (ui_toggle(scene->ui,
                  &(ui_toggle_spec){.id = id_of(scene, row->name),
                                    .label = words(scene, row->label),
                                    .is_on = is_stored != row->is_opposite})) {
        set(scene, row->name, is_stored ? "off" : "on");
    }
}

void language_control(screen_scene *scene, const setting_row *row)
{
    static const char *const values[] = {"en", "zh"};
    /* Each language is named in itself, so that anyone finds their own. */
    static const ui_choice items[] = {{.label = "English"},
                                      {.label = "简体中文"}};
    int selected = strcmp(settings_of(scene)->language, "zh") == 0;
    int chosen = ui_segment(
        scene->ui, &(ui_choices_spec){.id = id_of(scene, row->name),
                                      .label = words(scene, row->label),
                                      .items = items,
                                      .count = 2,
                                      .selected = selected});

    if (chosen != selected) {
        set(scene, row->name, values[chosen]);
    }
}

const theme_choice theme_choices[] = {
    {"light", RP_WORD("Light"), "sun", UI_LIGHT},
    {"dark", RP_WORD("Dark"), "moon", UI_DARK},
    {"contrast", RP_WORD("High contrast"), "contrast", UI_CONTRAST},
};

void theme_control(screen_scene *scene, const setting_row *row)
{
    ui_choice items[THEME_COUNT];
    int selected = (int)settings_of(scene)->theme;

    for (int i = 0; i < THEME_COUNT; i++) {
        items[i] = (ui_choice){.label = words(scene, theme_choices[i].label),
                               .icon = theme_choices[i].icon};
    }
    int chosen = ui_segment(
        scene->ui, &(ui_choices_spec){.id = id_of(scene, row->name),
                                      .label = words(scene, row->label),
                                      .items = items,
                                      .count = THEME_COUNT,
                                      .selected = selected});
    if (chosen != selected) {
        set(scene, row->name, theme_choices[chosen].value);
    }
}

void size_slider(screen_scene *scene, ui_size width, int tick_step)
{
    ui_context *ui = scene->ui;
    int percent = settings_of(scene)->text_percent;
    int chosen = ui_slider(
        ui, &(ui_slider_spec){.id = id_of(scene, "text_percent"),
                              .label = words(scene, "Text size"),
                              .value = percent,
                              .min = 100,
                              .max = 200,
                              .step = 10,
                              .tick_step = tick_step,
                              .width = width,
                              .value_text = ui_format(ui, "%d%%", percent)});

    if (chosen != percent) {
        set_number(scene, "text_percent", chosen);
    }
}

void size_shown(screen_scene *scene, ui_color color)
{
    ui_style number = ui_strong;

    number.is_tabular = true;
    number.is_one_line = true;
    number.color = color;
    ui_text(scene->ui,
            ui_format(scene->ui, "%d%%", settings_of(scene)->text_percent),
            &number);
}

void size_control(screen_scene *scene, const setting_row *row)
{
    (void)row;
    size_slider(scene, (ui_size){.px = 200}, 0);
    size_shown(scene, UI_INK);
}

void volume_control(screen_scene *scene, const setting_row *row)
{
    ui_context *ui = scene->ui;
    int percent = settings_of(scene)->voice_volume;
    int chosen = ui_slider(
        ui, &(ui_slider_spec){.id = id_of(scene, row->name),
                              .label = words(scene, row->label),
                              .value = percent,
                              .min = 0,
                              .max = 100,
                              .step = 5,
                              .value_text = ui_format(ui, "%d%%", percent)});

    if (chosen != percent) {
        set_number(scene, row->name, chosen);
    }
}

/* The nearest place of `value` on the scale. */
static int place_on(const setting_scale *scale, int value)
{
    int place = 0;

    while (place + 1 < scale->count && scale->values[place] < value) {
        place++;
    }
    return place;
}

static void stepper(screen_scene *scene, const setting_row *row,
                    const setting_scale *scale, int value)
{
    ui_context *ui = scene->ui;
    int place = place_on(scale, value);
    int tenths = value / 10;
    int step = ui_stepper(
        ui, &(ui_stepper_spec){
                .id = id_of(scene, row->name),
                .label = words(scene, row->label),
                .value_text = ui_format(ui, "%d.%d×", tenths / 10, tenths % 10),
                .is_min = place == 0,
                .is_max = place == scale->count - 1});

    if (step != 0) {
        set_number(scene, row->name, scale->values[place + step]);
    }
}

void rate_control(screen_scene *scene, const setting_row *row)
{
    static const int values[] = {50,  60,  70,  80,  90,  100, 110, 120,
                                 130, 140, 150, 160, 170, 180, 190, 200};
    static const setting_scale scale = {values,
                                        sizeof values / sizeof values[0]};

    stepper(scene, row, &scale, settings_of(scene)->voice_rate);
}

void factor_control(screen_scene *scene, const setting_row *row)
{
    static const int values[] = {100, 150, 200, 300};
    static const setting_scale scale = {values,
                                        sizeof values / sizeof values[0]};

    stepper(scene, row, &scale, settings_of(scene)->timer_percent);
}

/* ---------------------------------------------------------------- themes */

static unsigned hex_of(ui_theme_name theme_name, ui_color color)
{
    ui_rgba rgba = ui_theme_color(theme_name, color);

    return (unsigned)rgba.r << 16U | (unsigned)rgba.g << 8U | rgba.b;
}

enum {
    TILE_W = 136,
    TILE_H = 84
};

/* A window in little: the theme's own colours, whatever the theme of now. */
static void theme_picture(screen_scene *scene, ui_theme_name theme_name)
{
    ui_context *ui = scene->ui;
    const char *svg = ui_format(
        ui,
        "<rect x=\".5\" y=\".5\" width=\"135\" height=\"83\" rx=\"9.5\" "
        "fill=\"#%06X\" stroke=\"%s\"/>"
        "<rect x=\"11.5\" y=\"11.5\" width=\"25\" height=\"61\" rx=\"6\" "
        "fill=\"#%06X\" stroke=\"#%06X\"/>"
        "<rect x=\"45\" y=\"11\" width=\"56\" height=\"8\" rx=\"4\" "
        "fill=\"#%06X\"/>"
        "<rect x=\"45\" y=\"25\" width=\"40\" height=\"8\" rx=\"4\" "
        "fill=\"#%06X\"/>"
        "<rect x=\"45\" y=\"55\" width=\"48\" height=\"18\" rx=\"6\" "
        "fill=\"#%06X\"/>",
        hex_of(theme_name, UI_BG), ui_hex(ui, UI_LINE_STRONG),
        hex_of(theme_name, UI_SURFACE), hex_of(theme_name, UI_LINE),
        hex_of(theme_name, UI_INK), hex_of(theme_name, UI_INK3),
        hex_of(theme_name, UI_ACCENT));

    ui_vector(ui, &(ui_vector_spec){.svg = svg,
                                    .width = {.px = TILE_W},
                                    .height = {.px = TILE_H},
                                    .view_width = TILE_W,
                                    .view_height = TILE_H});
}

static void theme_tile(screen_scene *scene, int place)
{
    ui_context *ui = scene->ui;
    bool is_on = (int)settings_of(scene)->theme == place;
    const char *label = words(scene, theme_choices[place].label);
    ui_style name = is_on ? ui_small_strong : ui_small;

    if (ui_begin_press(
            ui,
            &(ui_press_spec){
                .box = {.id = ui_format(ui, "set-theme.%d", place), .gap = 8},
                .label = label,
                .is_column = true,
                .is_radio = true,
                .is_selected = is_on}) &&
        !is_on) {
        set(scene, "theme", theme_choices[place].value);
    }
    theme_picture(scene, theme_choices[place].theme);
    ui_begin_row(ui, &(ui_box){.gap = 8});
    ui_radio_mark(ui, is_on);
    name.is_silent = true;
    ui_text(ui, label, &name);
    ui_end(ui);
    ui_end(ui);
}

void theme_tiles(screen_scene *scene)
{
    ui_context *ui = scene->ui;

    ui_begin_row(ui, &(ui_box){.gap = 16,
                               .line_gap = 12,
                               .align = UI_START,
                               .wraps = true,
                               .role = UI_ROLE_GROUP,
                               .label = words(scene, "Look"),
                               .arrows = UI_ARROWS_HORIZONTAL});
    for (int i = 0; i < THEME_COUNT; i++) {
        theme_tile(scene, i);
    }
    ui_end(ui);
}
