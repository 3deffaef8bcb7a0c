/*
 * The record's lines: when, what, how it came about, how long it was talked,
 * three scores and the verdict. Wide windows show a table whose headings sort
 * it; narrow ones two lines an attempt.
 */
#include "record.h"

enum {
    DATE_PX = 136,
    KIND_PX = 124,
    TALK_PX = 64,
    SCORE_PX = 64,
    STATE_PX = 112,
    ROW_PX = 44,
    NARROW_ROW_PX = 68
};

static const char *const column_values[RP_PAST_COLUMNS] = {
    "date", "title", "talk", "listening", "empathy", "resolution"};

static bool is_finished(const rp_past_row *row)
{
    return row->kind < RP_PAST_UNFINISHED;
}

static ui_tag_spec state_tag(const screen_scene *scene, const rp_past_row *row)
{
    if (row->can_resume) {
        return (ui_tag_spec){.label = words(scene, "Go on"),
                             .icon = "play",
                             .tone = UI_TONE_WARN};
    }
    if (!is_finished(row)) {
        return (ui_tag_spec){.label = words(scene, "No score"),
                             .icon = "minus"};
    }
    if (row->passed) {
        return (ui_tag_spec){.label = words(scene, "Passed"),
                             .icon = "check",
                             .tone = UI_TONE_ACCENT};
    }
    return (ui_tag_spec){.label = words(scene, "Not yet"), .icon = "retry"};
}

/* -------------------------------------------------------------- spoken */

static const char *spoken_scores(screen_scene *scene, const rp_past_row *row)
{
    const char *all = "";

    for (int i = 0; i < RP_SCORES; i++) {
        if (row->score_bp[i] != RP_NOT_ASSESSED) {
            /* Spoken, one score after the other: "Empathy 61" */
            all = ui_format(scene->ui, words(scene, "%s %s %d."), all,
                            score_name(scene, (rp_score_kind)i),
                            (int)(row->score_bp[i] / 100));
        }
    }
    return all;
}

static const char *spoken_row(screen_scene *scene, const rp_past_row *row)
{
    ui_tag_spec tag = state_tag(scene, row);

    /* Spoken after the title: date, how it came about, scores, verdict. */
    return ui_format(scene->ui, words(scene, "%s, %s.%s %s."), row->date,
                     past_kind_name(scene, row->kind),
                     spoken_scores(scene, row), tag.label);
}

/* --------------------------------------------------------------- cells */

static void begin_cell(screen_scene *scene, int16_t width_px, ui_justify to)
{
    ui_begin_row(
        scene->ui,
        &(ui_box){.width = {.px = (int16_t)ui_with_text(scene->ui, width_px)},
                  .justify = to});
}

static void text_cell(screen_scene *scene, int16_t width_px, const char *text)
{
    ui_style style = ui_note;

    style.is_tabular = true;
    style.is_silent = true;
    style.is_one_line = true;
    begin_cell(scene, width_px, UI_PACK_START);
    ui_text(scene->ui, text, &style);
    ui_end(scene->ui);
}

static void score_mark(screen_scene *scene, int score, int32_t value_bp)
{
    ui_style none = ui_quiet;

    none.is_silent = true;
    if (value_bp == RP_NOT_ASSESSED) {
        ui_text(scene->ui, "–", &none);
    } else {
        ui_score(scene->ui, &(ui_score_spec){.skill = (ui_skill)score,
                                             .value = value_bp / 100});
    }
}

static void score_cells(screen_scene *scene, const int32_t score_bp[RP_SCORES])
{
    for (int i = 0; i < RP_SCORES; i++) {
        begin_cell(scene, SCORE_PX, UI_PACK_START);
        score_mark(scene, i, score_bp[i]);
        ui_end(scene->ui);
    }
}

static void title_cell(screen_scene *scene, const char *title)
{
    ui_style style = ui_strong;

    style.is_silent = true;
    style.truncates = true;
    style.is_one_line = true;
    style.width = (ui_size){.grow = 1};
    ui_text(scene->ui, title, &style);
}

static const char *talk_text(screen_scene *scene, const rp_past_row *row)
{
    return is_finished(row) ? clock_text(scene, row->talk_s * 1000U) : "–";
}

static void wide_row(screen_scene *scene, const rp_past_row *row)
{
    ui_tag_spec tag = state_tag(scene, row);

    text_cell(scene, DATE_PX, row->date);
    title_cell(scene, row->title);
    text_cell(scene, KIND_PX, past_kind_name(scene, row->kind));
    text_cell(scene, TALK_PX, talk_text(scene, row));
    score_cells(scene, row->score_bp);
    begin_cell(scene, STATE_PX, UI_PACK_END);
    ui_tag(scene->ui, &tag);
    ui_end(scene->ui);
}

static void narrow_row(screen_scene *scene, const rp_past_row *row)
{
    ui_context *ui = scene->ui;
    ui_tag_spec tag = state_tag(scene, row);
    ui_style line = ui_note;

    line.is_silent = true;
    line.is_tabular = true;
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1}, .gap = 4});
    ui_begin_row(ui, &(ui_box){.gap = 12});
    title_cell(scene, row->title);
    ui_tag(ui, &tag);
    ui_end(ui);
    ui_begin_row(ui, &(ui_box){.gap = 12, .wraps = true, .line_gap = 4});
    ui_text(ui, row->date, &line);
    ui_text(ui, past_kind_name(scene, row->kind), &line);
    for (int i = 0; is_finished(row) && i < RP_SCORES; i++) {
        score_mark(scene, i, row->score_bp[i]);
    }
    ui_end(ui);
    ui_end(ui);
}

/* ---------------------------------------------------------------- rows */

const char *record_row_id(screen_scene *scene, uint32_t index)
{
    const rp_past_view *past = &scene->view->past;

    return index < past->row_count
               ? ui_format(scene->ui, "past-%s", past->rows[index]->id)
               : NULL;
}

static void table_row(screen_scene *scene, uint32_t index)
{
    ui_context *ui = scene->ui;
    const rp_past_row *row = scene->view->past.rows[index];
    const char *id = record_row_id(scene, index);
    ui_press_spec press = {.box = {.id = id,
                                   .gap = 12,
                                   .pad = {12, 8, 12, 8},
                                   .role = UI_ROLE_ITEM},
                           .look = UI_LOOK_ROW,
                           .label = row->title,
                           .value = spoken_row(scene, row),
                           .has_inner_ring = true};

    if (ui_begin_press(ui, &press)) {
        if (row->can_resume) {
            want(scene, RP_INTENT_RESUME, 0);
        } else {
            want_text(scene, RP_INTENT_REVIEW, row->id);
        }
    }
    if (record_is_narrow(scene)) {
        narrow_row(scene, row);
    } else {
        wide_row(scene, row);
    }
    ui_end(ui);
}

/* -------------------------------------------------------------- header */

typedef struct heading {
    rp_past_column column;
    int16_t width_px; /* 0: takes what is left */
    const char *icon;
    ui_color color;
    const char *label;
} heading;

static const heading headings[] = {
    {RP_PAST_DATE, DATE_PX, NULL, UI_AUTO, RP_WORD("Date")},
    {RP_PAST_TITLE, 0, NULL, UI_AUTO, RP_WORD("Scenario")},
    {RP_PAST_COLUMNS, KIND_PX, NULL, UI_AUTO, RP_WORD("How")},
    {RP_PAST_TALK, TALK_PX, NULL, UI_AUTO, RP_WORD("Talk")},
    {RP_PAST_LISTENING, SCORE_PX, "ear", UI_LISTENING, RP_WORD("Listening")},
    {RP_PAST_EMPATHY, SCORE_PX, "heart", UI_EMPATHY, RP_WORD("Empathy")},
    {RP_PAST_RESOLUTION, SCORE_PX, "key", UI_RESOLUTION, RP_WORD("Resolution")},
};

static void sort_heading(screen_scene *scene, const heading *what)
{
    ui_context *ui = scene->ui;
    const rp_past_sieve *sieve = &scene->view->past.sieve;
    bool is_sorted = sieve->column == what->column;
    const char *label = words(scene, what->label);
    ui_style text = is_sorted ? ui_small_strong : ui_note;
    const char *order = sieve->is_rising ? words(scene, "sorted, rising")
                                         : words(scene, "sorted, falling");

    text.is_silent = true;
    text.is_one_line = true;
    if (ui_begin_press(
            ui, &(ui_press_spec){
                    .box = {.id = ui_format(ui, "by-%s",
                                            column_values[what->column]),
                            .gap = 2,
                            .pad = {6, 4, 4, 4},
                            .x = -6,
                            .radius = 6,
                            .height = {.min = 28}},
                    .label = label,
                    .value = is_sorted ? order : words(scene, "sort by it")})) {
        want_pair(scene, RP_INTENT_SIFT, "sort", column_values[what->column]);
    }
    if (what->icon != NULL) {
        ui_icon(ui, &(ui_icon_spec){.name = what->icon,
                                    .size_px = 16,
                                    .color = what->color});
    } else {
        ui_text(ui, label, &text);
    }
    if (is_sorted) {
        ui_icon(ui, &(ui_icon_spec){.name = sieve->is_rising ? "chevron-up"
                                                             : "chevron-down",
                                    .size_px = 14});
    }
    ui_end(ui);
}

static void header(screen_scene *scene)
{
    ui_context *ui = scene->ui;

    ui_begin_row(ui, &(ui_box){.gap = 12, .pad = {12, 4, 24, 4}});
    for (size_t i = 0; i < sizeof headings / sizeof headings[0]; i++) {
        const heading *what = &headings[i];
        if (what->width_px > 0) {
            begin_cell(scene, what->width_px, UI_PACK_START);
        } else {
            ui_begin_row(ui, &(ui_box){.width = {.grow = 1}});
        }
        if (what->column == RP_PAST_COLUMNS) {
            ui_text(ui, words(scene, what->label), &ui_note);
        } else {
            sort_heading(scene, what);
        }
        ui_end(ui);
    }
    begin_cell(scene, STATE_PX, UI_PACK_END);
    ui_text(ui, words(scene, "Result"), &ui_note);
    ui_end(ui);
    ui_end(ui);
    ui_divider(ui);
}

/* -------------------------------------------------------------- tables */

void record_table(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    int16_t row_px = record_is_narrow(scene) ? NARROW_ROW_PX : ROW_PX;

    ui_begin_card(ui, &(ui_box){.height = record_list_height(scene),
                                .pad = {8, 8, 8, 8},
                                .gap = 4,
                                .role = UI_ROLE_AREA,
                                .label = words(scene, "Attempts")});
    if (!record_is_narrow(scene)) {
        header(scene);
    }
    ui_rows rows = ui_begin_rows(
        ui, &(ui_rows_spec){.box = {.id = "rows",
                                    .pad = {0, 0, 12, 0},
                                    .label = words(scene, "Attempts")},
                            .count = scene->view->past.row_count,
                            .row_px = row_px});
    for (uint32_t item = 0; ui_next_item(ui, &rows, &item);) {
        table_row(scene, item);
    }
    ui_end_rows(ui, &rows);
    ui_end(ui);
}

static void scenario_words(screen_scene *scene, const rp_past_scenario *row)
{
    ui_context *ui = scene->ui;
    ui_style line = ui_note;

    line.is_silent = true;
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1}, .gap = 2});
    title_cell(scene, row->title);
    ui_text(ui,
            ui_format(ui,
                      rp_tr_n(scene->app, "%u finished attempt, %u passed",
                              "%u finished attempts, %u passed", row->attempts),
                      row->attempts, row->passed),
            &line);
    ui_end(ui);
}

static void scenario_row(screen_scene *scene, const rp_past_scenario *row)
{
    ui_context *ui = scene->ui;
    bool was_passed = row->passed > 0;

    if (ui_begin_press(
            ui, &(ui_press_spec){.box = {.id = ui_format(ui, "of-%s", row->id),
                                         .gap = 12,
                                         .pad = {12, 8, 12, 8},
                                         .role = UI_ROLE_ITEM},
                                 .look = UI_LOOK_ROW,
                                 .label = row->title,
                                 .value = was_passed
                                              ? words(scene, "passed")
                                              : words(scene, "not passed yet"),
                                 .has_inner_ring = true})) {
        want_pair(scene, RP_INTENT_SIFT, "scenario", row->id);
        scene->kept->record.is_by_scenario = false;
    }
    scenario_words(scene, row);
    if (row->attempts > 0) {
        score_cells(scene, row->best_bp);
    }
    ui_icon(ui, &(ui_icon_spec){.name = was_passed ? "check-circle" : "retry",
                                .size_px = 20,
                                .color = was_passed ? UI_ACCENT : UI_INK3});
    ui_end(ui);
}

void record_scenarios(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_past_view *past = &scene->view->past;

    ui_begin_card(ui, &(ui_box){.height = record_list_height(scene),
                                .pad = {8, 8, 8, 8},
                                .role = UI_ROLE_AREA,
                                .label = words(scene, "Best so far")});
    ui_rows rows = ui_begin_rows(
        ui, &(ui_rows_spec){.box = {.id = "scenarios",
                                    .pad = {0, 0, 12, 0},
                                    .label = words(scene, "Best so far")},
                            .count = past->scenario_count,
                            .row_px = NARROW_ROW_PX});
    for (uint32_t item = 0; ui_next_item(ui, &rows, &item);) {
        scenario_row(scene, &past->scenarios[item]);
    }
    ui_end_rows(ui, &rows);
    ui_end(ui);
}
