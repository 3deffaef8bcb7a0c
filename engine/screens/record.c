/*
 * My record: every attempt so far, newest first, and what came of each
 * scenario. A line opens its debrief as it was.
 */
#include "record.h"

#include <stdio.h>
#include <string.h>

enum {
    SEARCH_PX = 312,
    MEASURE_PX = 600,
    SHORT_PX = 560, /* effective: below it the page scrolls as a whole */
    SHORT_ROWS = 8,
    SHORT_ROW_PX = 72,
    AROUND_ROWS_PX = 24
};

bool record_is_narrow(const screen_scene *scene)
{
    return ui_effective_width(scene->ui) < RECORD_NARROW_PX;
}

static bool is_short(const screen_scene *scene)
{
    const ui_context *ui = scene->ui;

    return ui_window_height(ui) * 100 / ui_with_text(ui, 100) < SHORT_PX;
}

ui_size record_list_height(const screen_scene *scene)
{
    uint32_t rows = scene->kept->record.is_by_scenario
                        ? scene->view->past.scenario_count
                        : scene->view->past.row_count;
    int most = rows < SHORT_ROWS ? (int)rows : SHORT_ROWS;
    int high_px = ui_with_text(scene->ui, most * SHORT_ROW_PX) + AROUND_ROWS_PX;

    return is_short(scene) ? (ui_size){.px = (int16_t)high_px}
                           : (ui_size){.grow = 1};
}

/* ----------------------------------------------------------------- head */

/* "12 attempts, 7 passed, 48 minutes of talk" */
static const char *summary(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_past_view *past = &scene->view->past;
    uint32_t minutes = (uint32_t)((past->talk_s + 30) / 60);
    const char *attempts = ui_format(
        ui, rp_tr_n(scene->app, "%u attempt", "%u attempts", past->total),
        past->total);
    const char *talk = ui_format(
        ui,
        rp_tr_n(scene->app, "%u minute of talk", "%u minutes of talk", minutes),
        minutes);

    /* So many attempts, how many passed, how long in all. */
    return ui_format(ui, words(scene, "%s · %u passed · %s"), attempts,
                     (unsigned)past->passed, talk);
}

static void search(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    record_kept *kept = &scene->kept->record;
    ui_size width = record_is_narrow(scene) ? (ui_size){.grow = 1}
                                            : (ui_size){.px = SEARCH_PX};
    unsigned done = ui_text_field(
        ui, &(ui_field_spec){.id = "search",
                             .label = words(scene, "Search the record"),
                             .placeholder = words(scene, "Title or date"),
                             .text = kept->query,
                             .capacity = sizeof kept->query,
                             .icon = "search",
                             .key = '/',
                             .width = width});

    if ((done & UI_FIELD_CHANGED) != 0) {
        want_pair(scene, RP_INTENT_SIFT, "query", kept->query);
    }
}

static void head(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    bool is_narrow = record_is_narrow(scene);
    ui_style title = ui_title;

    title.width = (ui_size){.grow = is_narrow ? 0 : 1};
    if (is_narrow) {
        ui_begin_column(ui, &(ui_box){.gap = 12});
    } else {
        ui_begin_row(ui, &(ui_box){.gap = 16});
    }
    ui_text(ui, words(scene, "My record"), &title);
    search(scene);
    ui_end(ui);
    ui_text(ui, summary(scene), &ui_support);
}

/* -------------------------------------------------------------- filters */

static void status_filter(screen_scene *scene)
{
    static const char *const values[RP_PAST_STATUSES] = {
        "all", "passed", "not-yet", "not-finished"};
    ui_choice items[RP_PAST_STATUSES] = {
        {.label = words(scene, "All")},
        {.label = words(scene, "Passed")},
        {.label = words(scene, "Not yet")},
        {.label = words(scene, "Not finished")}};
    int now = (int)scene->view->past.sieve.status;
    int chosen = ui_segment(
        scene->ui, &(ui_choices_spec){.id = "status",
                                      .label = words(scene, "Which attempts"),
                                      .items = items,
                                      .count = RP_PAST_STATUSES,
                                      .selected = now});

    if (chosen != now) {
        want_pair(scene, RP_INTENT_SIFT, "status", values[chosen]);
    }
}

static const char *scenario_shown(screen_scene *scene)
{
    const rp_past_view *past = &scene->view->past;

    for (uint32_t i = 0; i < past->scenario_count; i++) {
        if (strcmp(past->scenarios[i].id, past->sieve.scenario) == 0) {
            return past->scenarios[i].title;
        }
    }
    return words(scene, "any");
}

static void pick_row(screen_scene *scene, const char *id, const char *title)
{
    ui_context *ui = scene->ui;
    bool is_now = strcmp(scene->view->past.sieve.scenario, id) == 0;
    ui_style text = ui_small;

    text.is_silent = true;
    text.width = (ui_size){.grow = 1};
    if (ui_begin_press(
            ui, &(ui_press_spec){.box = {.id = ui_format(ui, "pick-%s", id),
                                         .gap = 12,
                                         .pad = ui_pad_xy(12, 8)},
                                 .look = UI_LOOK_ROW,
                                 .label = title,
                                 .is_selected = is_now})) {
        want_pair(scene, RP_INTENT_SIFT, "scenario", id);
        scene->kept->record.is_picking = false;
    }
    ui_text(ui, title, &text);
    if (is_now) {
        ui_icon(ui, &(ui_icon_spec){
                        .name = "check", .size_px = 16, .color = UI_ACCENT});
    }
    ui_end(ui);
}

static void scenario_filter(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_past_view *past = &scene->view->past;
    record_kept *kept = &scene->kept->record;

    if (ui_chip(ui,
                &(ui_chip_spec){.id = "scenario",
                                .label = words(scene, "Scenario"),
                                .value = scenario_shown(scene),
                                .is_selected = past->sieve.scenario[0] != '\0',
                                .opens_list = true})) {
        kept->is_picking = !kept->is_picking;
    }
    if (!kept->is_picking) {
        return;
    }
    bool leaves = ui_begin_popover(
        ui, &(ui_popover_spec){.id = "pick",
                               .anchor = "scenario",
                               .label = words(scene, "Scenario"),
                               .width_px = 320});
    pick_row(scene, "", words(scene, "any"));
    for (uint32_t i = 0; i < past->scenario_count; i++) {
        pick_row(scene, past->scenarios[i].id, past->scenarios[i].title);
    }
    ui_end(ui);
    if (leaves) {
        kept->is_picking = false;
    }
}

static void filters(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    uint32_t count = scene->view->past.row_count;

    ui_begin_row(ui, &(ui_box){.gap = 12,
                               .wraps = true,
                               .line_gap = 8,
                               .role = UI_ROLE_AREA,
                               .label = words(scene, "Filters")});
    status_filter(scene);
    scenario_filter(scene);
    ui_text(ui,
            ui_format(ui, rp_tr_n(scene->app, "%u shown", "%u shown", count),
                      count),
            &ui_note);
    ui_end(ui);
}

/* ---------------------------------------------------------------- body */

static void nothing_found(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    ui_style text = ui_support;

    text.measure = MEASURE_PX;
    ui_begin_card(ui, &(ui_box){.gap = 8});
    ui_text(ui, words(scene, "No attempt fits"), &ui_heading);
    ui_text(ui, words(scene, "Nothing is lost: only the filters leave it out."),
            &text);
    ui_begin_row(ui, &(ui_box){.pad = {0, 4, 0, 0}});
    if (ui_button(ui, &(ui_button_spec){.id = "show-all",
                                        .label = words(scene, "Show all"),
                                        .kind = UI_SECONDARY})) {
        scene->kept->record.query[0] = '\0';
        want_pair(scene, RP_INTENT_SIFT, "all", "");
    }
    ui_end(ui);
    ui_end(ui);
}

static void nothing_yet(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    ui_style text = ui_support;

    text.measure = MEASURE_PX;
    ui_text(ui, words(scene, "My record"), &ui_title);
    ui_begin_card(ui, &(ui_box){.gap = 8});
    ui_icon(ui, &(ui_icon_spec){
                    .name = "award", .size_px = 24, .color = UI_ACCENT});
    ui_text(ui, words(scene, "Your calls will stand here"), &ui_heading);
    ui_text(ui,
            words(scene, "Each one is kept with its moves and scores. You can "
                         "look back on it whenever you like, and try again "
                         "from any turn."),
            &text);
    ui_begin_row(ui, &(ui_box){.pad = {0, 8, 0, 0}});
    if (ui_button(ui, &(ui_button_spec){
                          .id = "first",
                          .label = words(scene, "Choose a conversation"),
                          .kind = UI_PRIMARY})) {
        want(scene, RP_INTENT_GO, RP_AT_LIBRARY);
    }
    ui_end(ui);
    ui_end(ui);
}

static void tabs(screen_scene *scene)
{
    ui_choice items[] = {{.label = words(scene, "Attempts")},
                         {.label = words(scene, "By scenario")}};
    record_kept *kept = &scene->kept->record;

    kept->is_by_scenario =
        ui_tabs(scene->ui,
                &(ui_choices_spec){.id = "tabs",
                                   .label = words(scene, "My record"),
                                   .items = items,
                                   .count = 2,
                                   .selected = kept->is_by_scenario}) == 1;
}

static void body(screen_scene *scene)
{
    head(scene);
    tabs(scene);
    if (scene->kept->record.is_by_scenario) {
        record_scenarios(scene);
        return;
    }
    filters(scene);
    if (scene->view->past.row_count > 0) {
        record_table(scene);
    } else {
        nothing_found(scene);
    }
}

/* What is looked for outlives the screen; the field shows it again. */
static void arrive(screen_scene *scene)
{
    const rp_past_view *past = &scene->view->past;
    record_kept *kept = &scene->kept->record;

    ui_screen(scene->ui, "record",
              past->total == 0       ? "first"
              : past->row_count == 0 ? "show-all"
                                     : record_row_id(scene, 0));
    if (!kept->has_come) {
        kept->has_come = true;
        (void)snprintf(kept->query, sizeof kept->query, "%s",
                       past->sieve.query);
    }
}

/* As a page of the shell; the list alone scrolls where there is room. */
static void begin(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    bool is_compact = ui_width(ui) == UI_COMPACT;
    int16_t pad = is_compact ? 20 : 40;

    if (is_short(scene)) {
        begin_page(scene, "record", words(scene, "My record"));
        return;
    }
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1, .max = 1440},
                                  .height = {.grow = 1},
                                  .pad = {pad, is_compact ? 16 : 28, pad, 16},
                                  .gap = is_compact ? 12 : 16,
                                  .role = UI_ROLE_AREA,
                                  .label = words(scene, "My record")});
}

static void frame(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    ui_hint_spec hints[] = {
        {.key = UI_KEY_UP,
         .last = UI_KEY_DOWN,
         .label = words(scene, "choose")},
        {.key = UI_KEY_ENTER, .label = words(scene, "look back")},
        {.key = '/', .label = words(scene, "search")},
    };
    bool is_empty = scene->view->past.total == 0;

    arrive(scene);
    begin_shell(scene);
    begin(scene);
    if (is_empty) {
        nothing_yet(scene);
    } else {
        body(scene);
    }
    ui_end(ui);
    end_shell(scene, hints, is_empty ? 0 : 3);
}

const screen screen_record = {.name = "record", .frame = frame};
