/*
 * The studio: the trainers' desk. The scenarios of a folder, the graph of the
 * one that is looked at, what is wrong with it, its odds, and a preview of
 * any turn. Narrow windows show one part at a time, under tabs.
 */
#include "studio.h"

#include <string.h>

enum {
    LIST_PX = 232,
    SIDE_PX = 304,
    NARROW_LIST_PX = 224,
    NARROW_FROM = 1000,
    A_MINUTE_MS = 60000,
    AN_HOUR_MS = 60 * A_MINUTE_MS
};

studio_room studio_room_of(const screen_scene *scene)
{
    if (ui_width(scene->ui) != UI_COMPACT) {
        return STUDIO_WIDE;
    }
    return ui_effective_width(scene->ui) >= NARROW_FROM ? STUDIO_NARROW
                                                        : STUDIO_LEAST;
}

/* Another scenario is looked at with fresh eyes. */
static void meet(screen_scene *scene)
{
    const char *selected = scene->view->studio.selected;
    studio_kept *kept = &scene->kept->studio;
    const char *id = selected != NULL ? selected : "";

    if (strncmp(kept->scenario, id, sizeof kept->scenario - 1) == 0) {
        return;
    }
    kept->node[0] = '\0';
    kept->has_problem = false;
    kept->problem = 0;
    kept->place = (ui_graph_place){.zoom = 0};
    strncpy(kept->scenario, id, sizeof kept->scenario - 1);
    if (kept->part == STUDIO_LIST) {
        kept->part = STUDIO_GRAPH;
    }
}

/* ---------------------------------------------------------------- header */

/* The view's clock stands still between views; the window's goes on. */
static uint64_t now(screen_scene *scene)
{
    const rp_studio_view *studio = &scene->view->studio;
    studio_kept *kept = &scene->kept->studio;

    if (kept->now_ms != studio->now_ms) {
        kept->now_ms = studio->now_ms;
        kept->now_at = ui_now(scene->ui);
    }
    return kept->now_ms + (ui_now(scene->ui) - kept->now_at);
}

/* When it was saved, no finer than it needs to be told. */
static const char *saved(screen_scene *scene)
{
    const rp_studio_view *studio = &scene->view->studio;
    ui_context *ui = scene->ui;

    uint64_t now_ms = now(scene);

    if (now_ms < studio->saved_ms || studio->saved_ms == 0) {
        return NULL;
    }
    uint64_t ago_ms = now_ms - studio->saved_ms;
    ui_wake_at(ui, ui_now(ui) + A_MINUTE_MS - (uint32_t)(ago_ms % A_MINUTE_MS));
    uint64_t hours = ago_ms / AN_HOUR_MS;
    uint64_t minutes = ago_ms / A_MINUTE_MS;
    if (minutes == 0) {
        return words(scene, "saved just now");
    }
    if (hours == 0) {
        return ui_format(ui, words(scene, "saved %u min ago"),
                         (unsigned)minutes);
    }
    if (hours < 24) {
        return ui_format(ui, words(scene, "saved %u h ago"), (unsigned)hours);
    }
    return ui_format(ui,
                     rp_tr_n(scene->app, "saved %u day ago",
                             "saved %u days ago", (uint32_t)(hours / 24)),
                     (unsigned)(hours / 24));
}

static void titles(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_studio_view *studio = &scene->view->studio;
    const char *when = saved(scene);
    ui_style title = ui_subhead;
    ui_style line = ui_note;

    title.is_one_line = true;
    title.truncates = true;
    line.is_one_line = true;
    line.truncates = true;
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1}});
    ui_text(ui, studio->title != NULL ? studio->title : studio->selected,
            &title);
    if (studio->file != NULL) {
        ui_text(ui,
                when == NULL
                    ? studio->file
                    : ui_format(ui, words(scene, "%s, %s"), studio->file, when),
                &line);
    }
    ui_end(ui);
}

/* What is being done, and how far it is. */
static void progress(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_studio_view *studio = &scene->view->studio;
    ui_style doing = ui_note;

    doing.is_one_line = true;
    doing.truncates = true;
    ui_begin_column(ui, &(ui_box){.width = {.px = 190}, .gap = 5});
    ui_text(ui,
            ui_format(ui, words(scene, "%s, %u%%"),
                      studio->doing != NULL && studio->doing[0] != '\0'
                          ? studio->doing
                          : words(scene, "Checking"),
                      (unsigned)studio->percent),
            &doing);
    ui_bar(ui, &(ui_bar_spec){.value = studio->percent * 10});
    ui_end(ui);
}

static void header(screen_scene *scene)
{
    ui_context *ui = scene->ui;

    ui_begin_row(ui, &(ui_box){.height = {.min = 60},
                               .pad = {20, 8, 16, 8},
                               .gap = 16,
                               .role = UI_ROLE_AREA,
                               .label = words(scene, "Scenario")});
    titles(scene);
    if (scene->view->studio.is_busy) {
        progress(scene);
    }
    if (ui_button(ui, &(ui_button_spec){.id = "check",
                                        .label = words(scene, "Check"),
                                        .icon = "check",
                                        .size = UI_BUTTON_SMALL,
                                        .key = UI_CTRL | 'b',
                                        .shows_key = true})) {
        want(scene, RP_INTENT_CHECK, 0);
    }
    ui_end(ui);
    ui_divider(ui);
}

/* ------------------------------------------------------------------ parts */

static void begin_side(screen_scene *scene, ui_size width)
{
    ui_begin_scroll(scene->ui, &(ui_scroll_spec){.box = {.id = "studio-side",
                                                         .width = width,
                                                         .height = {.grow = 1},
                                                         .pad = ui_pad_all(16),
                                                         .gap = 16},
                                                 .takes_pages = true});
}

static void wide_middle(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    int height = ui_window_height(ui) * 24 / 100;

    if (studio_is_faulty(&scene->view->studio)) {
        studio_fault(scene);
    } else {
        studio_graph(scene);
    }
    ui_divider(ui);
    ui_begin_column(ui, &(ui_box){.height = {.px = (int16_t)height}});
    studio_problems(scene);
    ui_end(ui);
}

static void part(screen_scene *scene, int which)
{
    ui_context *ui = scene->ui;

    switch (which) {
    case STUDIO_LIST: studio_list(scene); return;
    case STUDIO_PROBLEMS: studio_problems(scene); return;
    case STUDIO_ODDS:
    case STUDIO_PREVIEW:
        begin_side(scene, (ui_size){.grow = 1});
        if (which == STUDIO_ODDS) {
            studio_odds(scene);
        } else {
            studio_preview(scene);
        }
        ui_end(ui);
        return;
    default: break;
    }
    if (studio_is_faulty(&scene->view->studio)) {
        studio_fault(scene);
    } else {
        studio_graph(scene);
    }
}

static int tabs(screen_scene *scene, int first)
{
    const rp_studio_view *studio = &scene->view->studio;
    studio_kept *kept = &scene->kept->studio;
    const ui_choice all[STUDIO_PARTS] = {
        [STUDIO_LIST] = {.label = words(scene, "Scenarios")},
        [STUDIO_GRAPH] = {.label = words(scene, "Graph")},
        [STUDIO_PROBLEMS] = {.label = ui_format(
                                 scene->ui, words(scene, "Problems %u"),
                                 (unsigned)studio->problem_count)},
        [STUDIO_ODDS] = {.label = words(scene, "Odds")},
        [STUDIO_PREVIEW] = {.label = words(scene, "Preview")},
    };
    int chosen = kept->part < first ? STUDIO_GRAPH : kept->part;

    chosen = first + ui_tabs(scene->ui,
                             &(ui_choices_spec){.id = "studio-part",
                                                .label = words(scene, "Studio"),
                                                .items = all + first,
                                                .count = STUDIO_PARTS - first,
                                                .selected = chosen - first});
    kept->part = chosen;
    return chosen;
}

/* ---------------------------------------------------------------- layouts */

static void begin_middle(screen_scene *scene)
{
    ui_begin_column(scene->ui,
                    &(ui_box){.width = {.grow = 1}, .height = {.grow = 1}});
}

static void wide(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    int16_t side = (int16_t)(ui_width(ui) == UI_WIDE ? SIDE_PX + 76 : SIDE_PX);

    ui_begin_column(ui, &(ui_box){.width = {.px = LIST_PX}});
    studio_list(scene);
    ui_end(ui);
    ui_divider(ui);
    begin_middle(scene);
    header(scene);
    wide_middle(scene);
    ui_end(ui);
    if (studio_is_faulty(&scene->view->studio)) {
        return; /* nothing is known of it but what is wrong */
    }
    ui_divider(ui);
    begin_side(scene, (ui_size){.px = side});
    studio_odds(scene);
    studio_preview(scene);
    ui_end(ui);
}

static void narrow(screen_scene *scene, int first)
{
    ui_context *ui = scene->ui;

    if (first == STUDIO_GRAPH) {
        ui_begin_column(ui, &(ui_box){.width = {.px = NARROW_LIST_PX}});
        studio_list(scene);
        ui_end(ui);
        ui_divider(ui);
    }
    begin_middle(scene);
    header(scene);
    int chosen = tabs(scene, first);
    part(scene, chosen);
    ui_end(ui);
}

/* No scenario at all: what the studio is for, and how one comes here. */
static void empty(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_studio_view *studio = &scene->view->studio;
    ui_style text = ui_support;

    text.measure = 520;
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1},
                                  .height = {.grow = 1},
                                  .pad = ui_pad_all(40),
                                  .gap = 10,
                                  .align = UI_START,
                                  .justify = UI_PACK_CENTER,
                                  .role = UI_ROLE_AREA,
                                  .label = words(scene, "Studio")});
    ui_icon(ui, &(ui_icon_spec){.name = "studio", .size_px = 24});
    ui_text(ui, words(scene, "No scenario here yet"), &ui_heading);
    ui_text(ui,
            words(scene, "Scenario files of the watched folder stand here, and "
                         "are checked whenever they are saved. To begin one: "
                         "rapport new MY-CALL"),
            &text);
    if (studio->folder != NULL && studio->folder[0] != '\0') {
        ui_style folder = ui_note;
        folder.is_mono = true;
        ui_text(ui, studio->folder, &folder);
    }
    ui_end(ui);
}

/* ------------------------------------------------------------------- keys */

static void keys(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_studio_view *studio = &scene->view->studio;

    if (ui_shortcut(ui, UI_KEY_F8) && studio->problem_count > 0) {
        scene->kept->studio.part = STUDIO_PROBLEMS;
        studio_next_problem(scene);
    }
    if (ui_shortcut(ui, UI_CTRL | 'e')) {
        studio_edit(scene, scene->kept->studio.has_problem
                               ? studio_problem(scene)
                               : NULL);
    }
    if (ui_shortcut(ui, UI_KEY_F5)) {
        studio_ask_preview(scene, RP_MOMENT_LIKELIEST);
    }
}

static void foot(screen_scene *scene)
{
    const rp_studio_view *studio = &scene->view->studio;
    ui_hint_spec hints[] = {
        {.key = UI_CTRL | 'b', .label = words(scene, "check")},
        {.key = UI_KEY_F5, .label = words(scene, "preview here")},
        {.key = UI_KEY_F8, .label = words(scene, "next problem")},
        {.key = UI_KEY_LEFT,
         .last = UI_KEY_RIGHT,
         .label = words(scene, "follow a path")},
        {.key = UI_CTRL | 'e', .label = words(scene, "open in editor")},
    };
    ui_hint_spec watching = {
        .icon = "check",
        .label = words(scene, "Watching the folder for changes")};
    int count = (int)(sizeof hints / sizeof hints[0]);

    if (studio->is_watching && studio_room_of(scene) == STUDIO_WIDE) {
        end_shell_saying(scene, hints, count, &watching);
    } else {
        end_shell(scene, hints, count);
    }
}

/* What is wrong first, then the scenario that is looked at. */
static const char *first_focus(const screen_scene *scene)
{
    const rp_studio_view *studio = &scene->view->studio;

    if (studio->selected == NULL) {
        return "nav-studio";
    }
    if (studio_is_faulty(studio)) {
        return "fault-edit";
    }
    return studio_room_of(scene) == STUDIO_LEAST
               ? "check"
               : ui_format(scene->ui, "study-%s", studio->selected);
}

static void frame(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_studio_view *studio = &scene->view->studio;

    meet(scene);
    ui_screen(ui, "studio", first_focus(scene));
    begin_shell(scene);
    ui_begin_row(ui, &(ui_box){.height = {.grow = 1}, .align = UI_FILL});
    if (studio->row_count == 0 || studio->selected == NULL) {
        empty(scene);
    } else if (studio_room_of(scene) == STUDIO_WIDE) {
        wide(scene);
    } else {
        narrow(scene, studio_room_of(scene) == STUDIO_NARROW ? STUDIO_GRAPH
                                                             : STUDIO_LIST);
    }
    ui_end(ui);
    keys(scene);
    foot(scene);
}

const screen screen_studio = {.name = "studio", .frame = frame};
