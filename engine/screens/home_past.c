/*
 * What was done: the days of this week, the last attempts, and how far each
 * chapter of the handbook is practised.
 */
#include <string.h>

#include "home.h"

enum {
    DAY_PX = 32
};

/* ------------------------------------------------------------------- time */

const char *home_weekday(const screen_scene *scene, int32_t weekday)
{
    static const char *const days[RP_WEEK_DAYS] = {
        RP_WORD("Monday"),   RP_WORD("Tuesday"), RP_WORD("Wednesday"),
        RP_WORD("Thursday"), RP_WORD("Friday"),  RP_WORD("Saturday"),
        RP_WORD("Sunday")};

    return rp_tr(scene->app, days[(weekday + RP_WEEK_DAYS - 1) % RP_WEEK_DAYS]);
}

/* A letter a day, Monday first, divided by spaces. */
static const char *day_letter(screen_scene *scene, int day)
{
    const char *letters = words(scene, "M T W T F S S");

    for (; day > 0 && *letters != '\0'; letters++) {
        day -= *letters == ' ';
    }
    return ui_format(scene->ui, "%.*s", (int)strcspn(letters, " "), letters);
}

/* As in tables: "2026-11-20" in every language. */
static const char *date_text(screen_scene *scene, const rp_calendar *at)
{
    return ui_format(scene->ui, "%04d-%02d-%02d", at->year, at->month, at->day);
}

static const char *when_text(screen_scene *scene, const rp_recent_view *one)
{
    if (one->days_ago == 0) {
        return ui_format(scene->ui, words(scene, "Today, %02d:%02d"),
                         one->at.hour, one->at.minute);
    }
    if (one->days_ago == 1) {
        return words(scene, "Yesterday");
    }
    return one->days_ago < RP_WEEK_DAYS ? home_weekday(scene, one->at.weekday)
                                        : date_text(scene, &one->at);
}

/* ------------------------------------------------------------------- week */

static void one_day(screen_scene *scene, int day)
{
    ui_context *ui = scene->ui;
    const rp_home_view *home = &scene->view->home;
    bool is_done = home->practised[day];
    bool is_today = home->now.weekday == day + 1;
    int16_t side = (int16_t)ui_with_half_text(ui, DAY_PX);
    ui_style letter = ui_small_strong;

    letter.color = is_today ? UI_ACCENT : UI_INK2;
    letter.is_silent = true;
    ui_begin_stack(
        ui, &(ui_box){.width = {.px = side},
                      .height = {.px = side},
                      .align = UI_CENTER,
                      .justify = UI_PACK_CENTER,
                      .radius = (int16_t)(side / 2),
                      .fill = is_done    ? UI_ACCENT
                              : is_today ? UI_SURFACE
                                         : UI_SUNKEN,
                      .border = is_done || is_today ? UI_ACCENT : UI_LINE,
                      .border_px = 2});
    if (is_done) {
        ui_icon(ui, &(ui_icon_spec){
                        .name = "check", .size_px = 16, .color = UI_ON_ACCENT});
    } else {
        ui_text(ui, day_letter(scene, day), &letter);
    }
    ui_end(ui);
}

void home_week(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_home_view *home = &scene->view->home;
    ui_style note = ui_note;
    ui_style strong = ui_small_strong;
    const char *spoken = words(scene, "This week");
    uint32_t count = 0;

    for (int day = 0; day < RP_WEEK_DAYS; day++) {
        if (home->practised[day]) {
            count++;
            spoken = ui_format(ui, words(scene, "%s, %s"), spoken,
                               home_weekday(scene, day + 1));
        }
    }
    note.is_silent = true;
    strong.is_silent = true;
    const char *days = ui_format(
        ui, rp_tr_n(scene->app, "%u practice day", "%u practice days", count),
        count);
    ui_begin_row(ui, &(ui_box){.gap = 16,
                               .role = UI_ROLE_TEXT,
                               .label = ui_format(ui, words(scene, "%s, %s"),
                                                  spoken, days)});
    ui_begin_column(ui, &(ui_box){.align = UI_END});
    ui_text(ui, words(scene, "This week"), &note);
    ui_text(ui, days, &strong);
    ui_end(ui);
    ui_begin_row(ui, &(ui_box){.gap = 6});
    for (int day = 0; day < RP_WEEK_DAYS; day++) {
        one_day(scene, day);
    }
    ui_end(ui);
    ui_end(ui);
}

/* --------------------------------------------------------- recent attempts */

static const char *scores_spoken(screen_scene *scene, const rp_recent_view *one)
{
    const char *all = when_text(scene, one);

    for (int i = 0; i < RP_SCORES; i++) {
        if (one->score_bp[i] != RP_NOT_ASSESSED) {
            all = ui_format(scene->ui, words(scene, "%s, %s %d"), all,
                            score_name(scene, (rp_score_kind)i),
                            (int)(one->score_bp[i] / 100));
        }
    }
    return ui_format(scene->ui, words(scene, "%s, %s"), all,
                     one->passed ? words(scene, "Passed")
                                 : words(scene, "Not yet"));
}

static void attempt_names(screen_scene *scene, const rp_recent_view *one)
{
    ui_context *ui = scene->ui;
    ui_style title = ui_body;
    ui_style when = ui_quiet;

    title.is_silent = true;
    title.truncates = true;
    title.is_one_line = true;
    when.is_silent = true;
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1}});
    ui_text(ui, one->title, &title);
    ui_text(ui, when_text(scene, one), &when);
    ui_end(ui);
}

static void attempt_result(screen_scene *scene, const rp_recent_view *one)
{
    ui_context *ui = scene->ui;

    for (int i = 0; i < RP_SCORES; i++) {
        if (one->score_bp[i] != RP_NOT_ASSESSED) {
            ui_score(ui, &(ui_score_spec){.skill = (ui_skill)i,
                                          .value = one->score_bp[i] / 100});
        }
    }
    ui_begin_row(ui, &(ui_box){.width = {.min = 88}, .justify = UI_PACK_END});
    ui_tag(ui, one->passed ? &(ui_tag_spec){.label = words(scene, "Passed"),
                                            .icon = "check",
                                            .tone = UI_TONE_ACCENT}
                           : &(ui_tag_spec){.label = words(scene, "Not yet"),
                                            .icon = "retry"});
    ui_end(ui);
}

static void attempt(screen_scene *scene, const rp_recent_view *one)
{
    ui_context *ui = scene->ui;
    bool is_tight = ui_effective_width(ui) < 800;
    ui_press_spec press = {
        .box = {.id = ui_format(ui, "attempt-%s", one->attempt),
                .gap = 12,
                .pad = ui_pad_xy(8, 9)},
        .look = UI_LOOK_ROW,
        .label = one->title,
        .value = scores_spoken(scene, one),
        .has_inner_ring = true};

    if (ui_begin_press(ui, &press)) {
        want_text(scene, RP_INTENT_REVIEW, one->attempt);
    }
    ui_avatar(ui, &(ui_avatar_spec){.person = one->face,
                                    .initials = "?",
                                    .mood = one->passed ? UI_MOOD_RELIEVED
                                                        : UI_MOOD_NEUTRAL,
                                    .size_px = 40});
    if (!is_tight) {
        attempt_names(scene, one);
        attempt_result(scene, one);
        ui_end(ui);
        return;
    }
    ui_begin_column(ui, &(ui_box){.gap = 4, .width = {.grow = 1}});
    attempt_names(scene, one);
    ui_begin_row(ui, &(ui_box){.gap = 8, .wraps = true, .line_gap = 4});
    attempt_result(scene, one);
    ui_end(ui);
    ui_end(ui);
    ui_end(ui);
}

void home_recent(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_home_view *home = &scene->view->home;

    if (home->recent_count == 0) {
        return;
    }
    ui_begin_card(ui, &(ui_box){.pad = {12, 14, 12, 10},
                                .role = UI_ROLE_AREA,
                                .label = words(scene, "Recent attempts"),
                                .arrows = UI_ARROWS_VERTICAL});
    ui_begin_row(ui, &(ui_box){.gap = 12, .pad = {8, 0, 0, 4}});
    ui_text(ui, words(scene, "Recent attempts"), &ui_subhead);
    ui_spacer(ui);
    if (ui_button(ui, &(ui_button_spec){.id = "see-all",
                                        .label = words(scene, "See all"),
                                        .kind = UI_PLAIN,
                                        .size = UI_BUTTON_TINY})) {
        want(scene, RP_INTENT_GO, RP_AT_RECORD);
    }
    ui_end(ui);
    for (uint32_t i = 0; i < home->recent_count; i++) {
        if (i > 0) {
            ui_begin_row(ui, &(ui_box){.pad = {60, 0, 8, 0}});
            ui_begin_column(ui, &(ui_box){.width = {.grow = 1}});
            ui_divider(ui);
            ui_end(ui);
            ui_end(ui);
        }
        attempt(scene, &home->recent[i]);
    }
    ui_end(ui);
}

/* -------------------------------------------------------------- skill map */

static const char *chapter_name(screen_scene *scene,
                                const rp_chapter_view *chapter)
{
    return chapter->title[0] != '\0'
               ? chapter->title
               : ui_format(scene->ui, words(scene, "Chapter %u"),
                           (unsigned)chapter->number);
}

/* "Chapter 3, Face-to-face technique, 2 of 5, due for practice" */
static const char *chapter_spoken(screen_scene *scene,
                                  const rp_chapter_view *chapter)
{
    ui_context *ui = scene->ui;
    const char *said =
        ui_format(ui, words(scene, "Chapter %u"), (unsigned)chapter->number);

    if (chapter->title[0] != '\0') {
        said = ui_format(ui, words(scene, "%s, %s"), said, chapter->title);
    }
    said = ui_format(ui, words(scene, "%s, %s"), said,
                     ui_format(ui, words(scene, "%u of %u"),
                               (unsigned)chapter->pips, (unsigned)RP_PIPS));
    if (chapter->is_due) {
        return ui_format(ui, words(scene, "%s, %s"), said,
                         words(scene, "due for practice"));
    }
    return chapter->has_begun && chapter->pips <= 1
               ? ui_format(ui, words(scene, "%s, %s"), said,
                           words(scene, "just started"))
               : said;
}

static void chapter_row(screen_scene *scene, const rp_chapter_view *chapter)
{
    ui_context *ui = scene->ui;
    ui_style number = ui_quiet;
    ui_style title = ui_small;
    ui_style note = ui_quiet;

    number.is_tabular = true;
    number.is_silent = true;
    number.width = (ui_size){.min = 16};
    title.is_silent = true;
    title.width = (ui_size){.grow = 1};
    note.is_silent = true;
    ui_begin_row(ui, &(ui_box){.gap = 8,
                               .height = {.min = 30},
                               .role = UI_ROLE_TEXT,
                               .label = chapter_spoken(scene, chapter)});
    ui_text(ui, ui_format(ui, "%u", (unsigned)chapter->number), &number);
    ui_text(ui, chapter_name(scene, chapter), &title);
    if (chapter->is_due) {
        ui_tag(ui, &(ui_tag_spec){.label = words(scene, "due"),
                                  .icon = "clock",
                                  .tone = UI_TONE_EMPATHY});
    } else if (chapter->has_begun && chapter->pips <= 1) {
        ui_text(ui, words(scene, "just started"), &note);
    }
    ui_steps(ui, &(ui_steps_spec){.done = chapter->pips,
                                  .count = RP_PIPS,
                                  .is_small = true});
    ui_end(ui);
}

void home_skills(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_home_view *home = &scene->view->home;

    if (home->chapter_count == 0) {
        return;
    }
    ui_begin_card(ui, &(ui_box){.gap = 2,
                                .pad = {20, 16, 20, 12},
                                .role = UI_ROLE_AREA,
                                .label = words(scene, "Skill map")});
    ui_begin_row(ui, &(ui_box){.gap = 12, .pad = {0, 0, 0, 6}});
    ui_text(ui, words(scene, "Skill map"), &ui_subhead);
    ui_spacer(ui);
    ui_text(ui, words(scene, "by guide chapter"), &ui_quiet);
    ui_end(ui);
    for (uint32_t i = 0; i < home->chapter_count; i++) {
        chapter_row(scene, &home->chapters[i]);
    }
    ui_end(ui);
}
