/*
 * What is wrong with the scenario, or keeps its gate shut: a row a problem,
 * the line of the file it comes from, and how it is mended.
 */
#include <string.h>

#include "studio.h"

typedef struct problem_look {
    const char *icon;
    ui_color color;
    const char *name;
} problem_look;

static const problem_look error_look = {"error", UI_DANGER, RP_WORD("Error")};
static const problem_look warning_look = {"warning", UI_WARN,
                                          RP_WORD("Warning")};
static const problem_look gate_look = {"lock", UI_INK2,
                                       RP_WORD("Keeps it from the exam")};

static problem_look look_of(const rp_studio_problem *problem)
{
    if (problem->is_gate) {
        return gate_look;
    }
    return problem->severity == RP_ERROR ? error_look : warning_look;
}

void studio_problem_icon(screen_scene *scene, const rp_studio_problem *problem)
{
    problem_look look = look_of(problem);

    ui_icon(scene->ui, &(ui_icon_spec){.name = look.icon,
                                       .size_px = 16,
                                       .color = look.color,
                                       .label = words(scene, look.name)});
}

/* ------------------------------------------------------------- selection */

const rp_studio_problem *studio_problem(const screen_scene *scene)
{
    const rp_studio_view *studio = &scene->view->studio;
    uint32_t chosen = scene->kept->studio.problem;

    if (studio->problem_count == 0) {
        return NULL;
    }
    return &studio->problems[chosen < studio->problem_count ? chosen : 0];
}

/* The problem's box becomes the graph's. */
static void select_problem(screen_scene *scene, uint32_t index)
{
    const rp_studio_problem *problem = &scene->view->studio.problems[index];
    studio_kept *kept = &scene->kept->studio;

    kept->problem = index;
    kept->has_problem = true;
    if (problem->node != NULL) {
        (void)studio_pick(kept, problem->node);
    }
}

void studio_next_problem(screen_scene *scene)
{
    uint32_t count = scene->view->studio.problem_count;
    studio_kept *kept = &scene->kept->studio;

    if (count == 0) {
        return;
    }
    select_problem(scene, kept->has_problem ? (kept->problem + 1) % count : 0);
    kept->leads_there = true;
}

void studio_edit(screen_scene *scene, const rp_studio_problem *problem)
{
    const rp_studio_row *row = studio_row(&scene->view->studio);
    bool has_path =
        problem != NULL && problem->path != NULL && problem->path[0] != '\0';
    const char *path = has_path      ? problem->path
                       : row != NULL ? row->path
                                     : NULL;

    if (path != NULL && scene->intent->kind == RP_INTENT_NONE) {
        *scene->intent = (rp_intent){.kind = RP_INTENT_EDIT,
                                     .index = has_path ? problem->line : 0,
                                     .text = path};
    }
}

/* ------------------------------------------------------------------ rows */

const char *studio_place(const screen_scene *scene,
                         const rp_studio_problem *problem)
{
    if (problem->file == NULL || problem->file[0] == '\0') {
        return "";
    }
    return problem->line == 0 ? problem->file
                              : ui_format(scene->ui, "%s:%u", problem->file,
                                          (unsigned)problem->line);
}

static bool has_mend(const rp_studio_problem *problem)
{
    return problem->mend != NULL && problem->mend[0] != '\0';
}

static void problem_body(screen_scene *scene, const rp_studio_problem *problem,
                         bool is_selected)
{
    ui_context *ui = scene->ui;
    ui_style message = ui_small;
    ui_style mend = ui_note;

    message.width = (ui_size){.grow = 1};
    mend.width = (ui_size){.grow = 1};
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1}, .gap = 2});
    ui_text(ui, problem->message, &message);
    if (is_selected && has_mend(problem)) {
        ui_text(ui, problem->mend, &mend);
    }
    ui_end(ui);
}

/* Where the focus arrives the selection follows. */
static void follow_focus(screen_scene *scene)
{
    studio_kept *kept = &scene->kept->studio;
    uint32_t focused = 0;

    for (uint32_t i = 0; i < scene->view->studio.problem_count; i++) {
        if (ui_is_focused(scene->ui,
                          ui_format(scene->ui, "problem-%u", (unsigned)i))) {
            focused = i + 1;
        }
    }
    if (focused > 0 && focused != kept->row_focused) {
        select_problem(scene, focused - 1);
    }
    kept->row_focused = focused;
}

static void problem_row(screen_scene *scene, uint32_t index)
{
    ui_context *ui = scene->ui;
    const rp_studio_problem *problem = &scene->view->studio.problems[index];
    const char *id = ui_format(ui, "problem-%u", (unsigned)index);
    const char *place = studio_place(scene, problem);
    studio_kept *kept = &scene->kept->studio;

    bool is_selected = kept->has_problem && kept->problem == index;
    if (is_selected && kept->leads_there) {
        ui_focus(ui, id);
        kept->leads_there = false;
    }
    const char *said =
        ui_format(ui, words(scene, "%s: %s"),
                  words(scene, look_of(problem).name), problem->message);
    if (ui_begin_press(
            ui, &(ui_press_spec){
                    .box = {.id = id,
                            .gap = 10,
                            .pad = ui_pad_xy(10, 6),
                            .radius = 8,
                            .align = UI_START,
                            .height = {.min = 30},
                            .fill = is_selected ? UI_SUNKEN : UI_AUTO,
                            .role = UI_ROLE_ITEM},
                    .look = UI_LOOK_ROW,
                    .label = has_mend(problem) && is_selected
                                 ? ui_format(ui, "%s %s", said, problem->mend)
                                 : said,
                    .value = place,
                    .has_inner_ring = true})) {
        select_problem(scene, index);
        if (place[0] != '\0') {
            studio_edit(scene, problem);
        }
    }
    studio_problem_icon(scene, problem);
    problem_body(scene, problem, is_selected);
    if (place[0] != '\0') {
        ui_style link = ui_link_text;
        link.is_one_line = true;
        ui_text(ui, place, &link);
    }
    ui_end(ui);
}

static void count_mark(screen_scene *scene, const problem_look *look,
                       uint32_t count)
{
    ui_context *ui = scene->ui;
    ui_style number = ui_small_strong;
    const char *shown = ui_format(ui, "%u", (unsigned)count);

    if (count == 0) {
        return;
    }
    number.color = look->color;
    number.is_silent = true;
    ui_begin_row(ui, &(ui_box){.gap = 4});
    ui_icon(ui, &(ui_icon_spec){.name = look->icon,
                                .size_px = 16,
                                .color = look->color,
                                .label = ui_format(ui, words(scene, "%s: %s"),
                                                   words(scene, look->name),
                                                   shown)});
    ui_text(ui, shown, &number);
    ui_end(ui);
}

static void heading(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_studio_view *studio = &scene->view->studio;
    uint32_t errors = 0;
    uint32_t gates = 0;

    for (uint32_t i = 0; i < studio->problem_count; i++) {
        const rp_studio_problem *problem = &studio->problems[i];
        gates += problem->is_gate;
        errors += problem->severity == RP_ERROR && !problem->is_gate;
    }
    ui_begin_row(ui, &(ui_box){.gap = 12, .pad = {20, 8, 16, 2}});
    ui_text(ui, words(scene, "Problems"), &ui_subhead);
    count_mark(scene, &error_look, errors);
    count_mark(scene, &warning_look, studio->problem_count - errors - gates);
    count_mark(scene, &gate_look, gates);
    ui_end(ui);
}

static void no_problems(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_studio_view *studio = &scene->view->studio;
    bool is_known = studio->has_proof && !studio->is_busy;

    ui_begin_row(ui, &(ui_box){.gap = 10, .pad = ui_pad_xy(10, 6)});
    ui_icon(ui, &(ui_icon_spec){.name = is_known ? "check" : "timer",
                                .size_px = 16,
                                .color = is_known ? UI_ACCENT : UI_INK2});
    ui_text(ui,
            is_known ? words(scene, "Nothing to mend.")
                     : words(scene, "What is wrong is known after the check."),
            &ui_note);
    ui_end(ui);
}

void studio_problems(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_studio_view *studio = &scene->view->studio;

    ui_begin_column(ui, &(ui_box){.height = {.grow = 1},
                                  .fill = UI_SURFACE,
                                  .role = UI_ROLE_AREA,
                                  .label = words(scene, "Problems")});
    heading(scene);
    ui_begin_scroll(ui,
                    &(ui_scroll_spec){.box = {.id = "problems",
                                              .height = {.grow = 1, .min = 40},
                                              .pad = {10, 2, 10, 8},
                                              .role = UI_ROLE_LIST,
                                              .label = words(scene, "Problems"),
                                              .arrows = UI_ARROWS_VERTICAL},
                                      .takes_pages = true});
    follow_focus(scene);
    for (uint32_t i = 0; i < studio->problem_count; i++) {
        problem_row(scene, i);
    }
    if (studio->problem_count == 0) {
        no_problems(scene);
    }
    ui_end(ui);
    ui_end(ui);
}
