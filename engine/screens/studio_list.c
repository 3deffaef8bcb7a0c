/*
 * The studio's scenarios: all of the folder, how each of them stands, and a
 * field that leaves those whose title or file has what is typed.
 */
#include <string.h>

#include "studio.h"

const rp_studio_row *studio_row(const rp_studio_view *studio)
{
    for (uint32_t i = 0; studio->selected != NULL && i < studio->row_count;
         i++) {
        if (strcmp(studio->rows[i].id, studio->selected) == 0) {
            return &studio->rows[i];
        }
    }
    return NULL;
}

static bool is_shown(const screen_scene *scene, const rp_studio_row *row)
{
    const char *filter = scene->kept->studio.filter;

    return filter[0] == '\0' || strcasestr(row->title, filter) != NULL ||
           strcasestr(row->file, filter) != NULL;
}

/* How it stands, in words: what is spoken after the title. */
static const char *standing(const screen_scene *scene, const rp_studio_row *row)
{
    const rp_app *app = scene->app;

    switch (row->state) {
    case RP_STUDIO_WAITING: return words(scene, "not checked yet");
    case RP_STUDIO_CHECKING: return words(scene, "being checked");
    case RP_STUDIO_GOOD:
        return row->gate_is_open
                   ? words(scene, "sound, ready for the exam")
                   : words(scene, "sound, not ready for the exam");
    case RP_STUDIO_WARNED:
        if (row->warning_count == 0) {
            return words(scene, "not ready for the exam");
        }
        return ui_format(
            scene->ui,
            rp_tr_n(app, "%u warning", "%u warnings", row->warning_count),
            (unsigned)row->warning_count);
    case RP_STUDIO_FAULTY: break;
    }
    return ui_format(scene->ui,
                     rp_tr_n(app, "%u error", "%u errors", row->error_count),
                     (unsigned)row->error_count);
}

typedef struct state_look {
    const char *icon;
    ui_color color;
    uint32_t count; /* 0: the icon alone */
} state_look;

static state_look look_of(const rp_studio_row *row)
{
    switch (row->state) {
    case RP_STUDIO_WAITING: return (state_look){"more", UI_INK3, 0};
    case RP_STUDIO_CHECKING: return (state_look){"timer", UI_INK2, 0};
    case RP_STUDIO_GOOD:
        return (state_look){row->gate_is_open ? "check" : "lock",
                            row->gate_is_open ? UI_ACCENT : UI_INK2, 0};
    case RP_STUDIO_WARNED:
        return row->warning_count > 0
                   ? (state_look){"warning", UI_WARN, row->warning_count}
                   : (state_look){"lock", UI_INK2, 0};
    case RP_STUDIO_FAULTY: break;
    }
    return (state_look){"error", UI_DANGER, row->error_count};
}

static void state_mark(screen_scene *scene, const rp_studio_row *row)
{
    ui_context *ui = scene->ui;
    state_look look = look_of(row);
    ui_style count = ui_small_strong;

    ui_begin_row(ui, &(ui_box){.gap = 4, .self = UI_CENTER});
    ui_icon(ui, &(ui_icon_spec){
                    .name = look.icon, .size_px = 16, .color = look.color});
    if (look.count > 0) {
        count.color = look.color;
        count.is_one_line = true;
        ui_text(ui, ui_format(ui, "%u", (unsigned)look.count), &count);
    }
    ui_end(ui);
}

static void one_row(screen_scene *scene, const rp_studio_row *row)
{
    ui_context *ui = scene->ui;
    const char *selected = scene->view->studio.selected;
    bool is_here = selected != NULL && strcmp(selected, row->id) == 0;
    ui_style title = is_here ? ui_small_strong : ui_small;
    ui_style file = ui_quiet;

    if (ui_begin_press(
            ui,
            &(ui_press_spec){.box = {.id = ui_format(ui, "study-%s", row->id),
                                     .gap = 8,
                                     .pad = ui_pad_xy(10, 6),
                                     .radius = 8,
                                     .align = UI_CENTER},
                             .look = UI_LOOK_NAV,
                             .label = row->title,
                             .value = standing(scene, row),
                             .is_selected = is_here,
                             .has_inner_ring = true}) &&
        !is_here) {
        want_text(scene, RP_INTENT_STUDY, row->id);
    }
    title.truncates = true;
    title.is_one_line = true;
    file.truncates = true;
    file.is_one_line = true;
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1}});
    ui_text(ui, row->title, &title);
    ui_text(ui, row->file, &file);
    ui_end(ui);
    state_mark(scene, row);
    ui_end(ui);
}

static void rows(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_studio_view *studio = &scene->view->studio;
    uint32_t shown = 0;

    ui_begin_scroll(
        ui, &(ui_scroll_spec){.box = {.id = "scenarios",
                                      .height = {.grow = 1},
                                      .pad = {10, 0, 10, 12},
                                      .gap = 2,
                                      .role = UI_ROLE_LIST,
                                      .label = words(scene, "Scenarios"),
                                      .arrows = UI_ARROWS_VERTICAL}});
    for (uint32_t i = 0; i < studio->row_count; i++) {
        if (is_shown(scene, &studio->rows[i])) {
            one_row(scene, &studio->rows[i]);
            shown++;
        }
    }
    if (shown == 0 && studio->row_count > 0) {
        ui_begin_column(ui, &(ui_box){.pad = ui_pad_xy(10, 8)});
        ui_text(ui,
                words(scene, "No scenario has this in its title or file name."),
                &ui_note);
        ui_end(ui);
    }
    ui_end(ui);
}

void studio_list(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    studio_kept *kept = &scene->kept->studio;

    ui_begin_column(ui, &(ui_box){.height = {.grow = 1},
                                  .gap = 10,
                                  .role = UI_ROLE_AREA,
                                  .label = words(scene, "Scenarios")});
    ui_begin_column(ui, &(ui_box){.pad = {14, 16, 14, 0}, .gap = 12});
    ui_begin_row(ui, &(ui_box){.pad = {6, 0, 6, 0}});
    ui_text(ui, words(scene, "Scenarios"), &ui_subhead);
    ui_end(ui);
    (void)ui_text_field(ui,
                        &(ui_field_spec){.id = "studio-filter",
                                         .label = words(scene, "Filter"),
                                         .placeholder = words(scene, "Filter"),
                                         .text = kept->filter,
                                         .capacity = sizeof kept->filter,
                                         .icon = "search",
                                         .key = '/',
                                         .is_small = true});
    ui_end(ui);
    rows(scene);
    ui_end(ui);
}
