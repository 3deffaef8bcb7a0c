/*
 * A scenario that does not load: what happened, what is safe, what to do.
 */
#include <string.h>

#include "studio.h"

bool studio_is_faulty(const rp_studio_view *studio)
{
    const rp_studio_row *row = studio_row(studio);

    return row != NULL && row->state == RP_STUDIO_FAULTY &&
           studio->graph == NULL && studio->problem_count > 0;
}

static void head(screen_scene *scene, const rp_studio_problem *problem)
{
    ui_context *ui = scene->ui;
    ui_style message = ui_support;

    message.measure = 700;
    message.width = (ui_size){.grow = 1};
    ui_begin_row(ui, &(ui_box){.gap = 16, .align = UI_START});
    ui_begin_row(ui, &(ui_box){.width = {.px = 44},
                               .height = {.px = 44},
                               .fill = UI_DANGER_SOFT,
                               .radius = 10,
                               .justify = UI_PACK_CENTER});
    ui_icon(ui, &(ui_icon_spec){
                    .name = "error", .size_px = 24, .color = UI_DANGER});
    ui_end(ui);
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1}, .gap = 4});
    ui_text(ui, words(scene, "This scenario cannot be played yet"),
            &ui_heading);
    ui_text(ui, problem->message, &message);
    ui_end(ui);
    ui_end(ui);
}

/* Where it is: the line of the file, and which problem of how many. */
static void whereabouts(screen_scene *scene, const rp_studio_problem *problem)
{
    ui_context *ui = scene->ui;
    const rp_studio_view *studio = &scene->view->studio;
    ui_style place = ui_small_strong;
    const char *file = studio_place(scene, problem);

    place.width = (ui_size){.grow = 1};
    ui_begin_row(ui, &(ui_box){.gap = 12,
                               .pad = ui_pad_xy(16, 9),
                               .fill = UI_SUNKEN,
                               .border = UI_LINE,
                               .radius = UI_RADIUS_CARD});
    ui_text(ui, file[0] != '\0' ? file : studio->file, &place);
    ui_text(ui,
            ui_format(ui, words(scene, "%u of %u"),
                      (unsigned)(problem - studio->problems) + 1,
                      (unsigned)studio->problem_count),
            &ui_note);
    ui_end(ui);
}

static void card(screen_scene *scene, const char *icon, const char *title,
                 const char *text)
{
    ui_context *ui = scene->ui;
    ui_style body = ui_note;

    body.width = (ui_size){.grow = 1};
    ui_begin_card(ui, &(ui_box){.width = {.grow = 1, .min = 240},
                                .pad = ui_pad_xy(18, 16),
                                .gap = 8});
    ui_begin_row(ui, &(ui_box){.gap = 10});
    ui_icon(ui,
            &(ui_icon_spec){.name = icon, .size_px = 18, .color = UI_ACCENT});
    ui_text(ui, title, &ui_subhead);
    ui_end(ui);
    ui_text(ui, text, &body);
    ui_end(ui);
}

static void cards(screen_scene *scene, const rp_studio_problem *problem)
{
    ui_context *ui = scene->ui;
    bool has_mend = problem->mend != NULL && problem->mend[0] != '\0';
    ui_box box = {.gap = 16, .align = UI_FILL};

    if (ui_effective_width(ui) < 1000) {
        ui_begin_column(ui, &box);
    } else {
        ui_begin_row(ui, &box);
    }
    card(scene, "hint", words(scene, "How to mend it"),
         has_mend
             ? problem->mend
             : words(scene, "Open the file at this line and change what the "
                            "sentence above names. It is checked again as "
                            "soon as it is saved."));
    card(scene, "users", words(scene, "What trainees see meanwhile"),
         words(scene, "Nobody can begin this scenario until it is mended. "
                      "Calls that were played keep the edition they were "
                      "played on, and their scores."));
    ui_end(ui);
}

static void buttons(screen_scene *scene, const rp_studio_problem *problem)
{
    ui_context *ui = scene->ui;

    ui_begin_row(ui, &(ui_box){.gap = 12, .line_gap = 8, .wraps = true});
    if (ui_button(ui, &(ui_button_spec){.id = "fault-edit",
                                        .label = words(scene, "Open in editor"),
                                        .icon = "code",
                                        .kind = UI_PRIMARY,
                                        .key = UI_CTRL | 'e',
                                        .shows_key = true})) {
        studio_edit(scene, problem);
    }
    if (scene->view->studio.problem_count > 1 &&
        ui_button(ui, &(ui_button_spec){.id = "fault-next",
                                        .label = words(scene, "Next problem"),
                                        .kind = UI_PLAIN,
                                        .key = UI_KEY_F8,
                                        .shows_key = true})) {
        studio_next_problem(scene);
    }
    ui_end(ui);
}

void studio_fault(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_studio_problem *problem = studio_problem(scene);
    int16_t pad = studio_room_of(scene) == STUDIO_WIDE ? 40 : 20;

    ui_begin_scroll(
        ui, &(ui_scroll_spec){.box = {.id = "fault",
                                      .height = {.grow = 1},
                                      .pad = ui_pad_xy(pad, 24),
                                      .gap = 20,
                                      .role = UI_ROLE_AREA,
                                      .label = words(scene, "What is wrong")},
                              .takes_pages = true});
    head(scene, problem);
    whereabouts(scene, problem);
    cards(scene, problem);
    buttons(scene, problem);
    ui_end(ui);
}
