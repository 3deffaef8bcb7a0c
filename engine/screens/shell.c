/*
 * The shell: the rail that leads from one place to another, around what each
 * of these places shows. Narrow windows keep the icons alone.
 */
#include "call_parts.h"

enum {
    RAIL_PX = 216,
    NARROW_RAIL_PX = 64
};

typedef struct rail_entry {
    rp_place place;
    const char *id;
    const char *icon;
    const char *label;
} rail_entry;

/* In shown order; Alt and a digit go there. */
static const rail_entry entries[] = {
    {RP_AT_HOME, "nav-home", "home", RP_WORD("Home")},
    {RP_AT_LIBRARY, "nav-library", "library", RP_WORD("Library")},
    {RP_AT_STUDIO, "nav-studio", "studio", RP_WORD("Studio")},
    {RP_AT_RECORD, "nav-record", "award", RP_WORD("My record")},
    {RP_AT_GUIDE, "nav-guide", "guide", RP_WORD("Guide")},
};

enum {
    ENTRY_COUNT = sizeof entries / sizeof entries[0]
};

/* At the rail's lower end. */
static const rail_entry settings_entry = {RP_AT_SETTINGS, "nav-settings",
                                          "settings", RP_WORD("Settings")};

static bool is_narrow(const screen_scene *scene)
{
    ui_width_class width = ui_width(scene->ui);

    /* The trainers' desk needs the room for itself. */
    return width == UI_COMPACT ||
           (width == UI_REGULAR && scene->view->place == RP_AT_STUDIO);
}

/* Icons alone stand in the middle, at any text size. */
static ui_justify rail_justify(const screen_scene *scene)
{
    return is_narrow(scene) ? UI_PACK_CENTER : UI_PACK_START;
}

static void entry(screen_scene *scene, const rail_entry *what, ui_key key)
{
    ui_context *ui = scene->ui;
    const char *label = words(scene, what->label);
    bool is_here = scene->view->place == what->place;
    ui_press_spec press = {.box = {.id = what->id,
                                   .gap = 12,
                                   .pad = ui_pad_xy(12, 10),
                                   .justify = rail_justify(scene),
                                   .radius = 10},
                           .look = UI_LOOK_NAV,
                           .label = label,
                           .has_tip = is_narrow(scene),
                           .is_selected = is_here,
                           .key = key};

    if (ui_begin_press(ui, &press) && !is_here) {
        want(scene, RP_INTENT_GO, what->place);
    }
    ui_icon(ui, &(ui_icon_spec){.name = what->icon,
                                .size_px = 20,
                                .color = is_here ? UI_ACCENT : UI_INK2});
    if (!is_narrow(scene)) {
        ui_style style = is_here ? ui_strong : ui_body;
        style.color = is_here ? UI_ACCENT : UI_INK2;
        style.is_silent = true;
        ui_text(ui, label, &style);
    }
    ui_end(ui);
}

static void brand(screen_scene *scene)
{
    ui_context *ui = scene->ui;

    int16_t left = is_narrow(scene) ? 0 : 10;
    ui_begin_row(ui, &(ui_box){.gap = 10,
                               .pad = {left, 8, 0, 20},
                               .justify = rail_justify(scene)});
    ui_logo(ui, 28);
    if (!is_narrow(scene)) {
        ui_text(ui, "Rapport", &ui_heading);
    }
    ui_end(ui);
}

/* Whose record everything goes into. */
static void person(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const char *name = scene->view->library.person;
    ui_style shown = ui_small_strong;

    int16_t left = is_narrow(scene) ? 0 : 4;
    ui_begin_row(ui, &(ui_box){.gap = 10,
                               .pad = {left, 8, 0, 4},
                               .justify = rail_justify(scene)});
    ui_avatar(ui, &(ui_avatar_spec){.initials = initials_of(scene, name),
                                    .label = name});
    if (!is_narrow(scene)) {
        shown.truncates = true;
        shown.is_silent = true;
        shown.width = (ui_size){.grow = 1};
        ui_text(ui, name, &shown);
    }
    ui_end(ui);
}

static void rail(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    int16_t width = RAIL_PX;

    if (is_narrow(scene)) {
        width = (int16_t)ui_with_half_text(ui, NARROW_RAIL_PX);
    }

    ui_begin_column(ui, &(ui_box){.id = "rail",
                                  .width = {.px = width},
                                  .pad = {12, 12, 12, 12},
                                  .gap = 4,
                                  .role = UI_ROLE_AREA,
                                  .label = words(scene, "Places"),
                                  .arrows = UI_ARROWS_VERTICAL});
    brand(scene);
    for (int i = 0; i < ENTRY_COUNT; i++) {
        entry(scene, &entries[i], UI_ALT | (ui_key)('1' + i));
    }
    ui_spacer(ui);
    entry(scene, &settings_entry, UI_CTRL | ',');
    person(scene);
    ui_end(ui);
}

bool shell_has(rp_place place)
{
    return shell_key(place) != UI_KEY_NONE;
}

ui_key shell_key(rp_place place)
{
    for (int i = 0; i < ENTRY_COUNT; i++) {
        if (entries[i].place == place) {
            return UI_ALT | (ui_key)('1' + i);
        }
    }
    return place == RP_AT_SETTINGS ? UI_CTRL | ',' : UI_KEY_NONE;
}

void begin_shell(screen_scene *scene)
{
    ui_context *ui = scene->ui;

    ui_begin_row(ui, &(ui_box){.height = {.grow = 1}, .align = UI_FILL});
    rail(scene);
    ui_divider(ui);
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1}});
}

void end_shell(screen_scene *scene, const ui_hint_spec *hints, int count)
{
    ui_end(scene->ui);
    ui_end(scene->ui);
    footer(scene, hints, count);
}

void end_shell_saying(screen_scene *scene, const ui_hint_spec *hints, int count,
                      const ui_hint_spec *said)
{
    ui_end(scene->ui);
    ui_end(scene->ui);
    spoken_line(scene);
    ui_footer(scene->ui, hints,
              rp_app_settings(scene->app)->hide_keys ? 0 : count, said);
}

void begin_page(screen_scene *scene, const char *id, const char *label)
{
    ui_context *ui = scene->ui;
    int16_t pad = is_narrow(scene) ? 20 : 40;

    ui_begin_scroll(ui, &(ui_scroll_spec){.box = {.id = id,
                                                  .height = {.grow = 1},
                                                  .pad = ui_pad_xy(pad, 28),
                                                  .gap = 16,
                                                  .role = UI_ROLE_AREA,
                                                  .label = label},
                                          .takes_pages = true});
}
