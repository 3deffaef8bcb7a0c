/*
 * The briefing: who calls, what to aim for in the order listening, empathy,
 * resolution, and the rules of the run, before anything starts.
 */
#include "call_parts.h"

static void facts_line(screen_scene *scene, const rp_briefing_view *briefing)
{
    ui_context *ui = scene->ui;

    ui_begin_row(ui, &(ui_box){.gap = 8, .wraps = true, .line_gap = 4});
    ui_icon(ui, &(ui_icon_spec){.name = channel_icon(briefing->channel),
                                .size_px = 16});
    ui_text(ui, channel_name(scene, briefing->channel), &ui_note);
    if (briefing->chapter > 0) {
        ui_gap(ui, 8);
        ui_icon(ui, &(ui_icon_spec){.name = "guide", .size_px = 16});
        ui_text(ui,
                ui_format(ui, words(scene, "Chapter %u"), briefing->chapter),
                &ui_note);
    }
    if (briefing->difficulty > 0) {
        int level = briefing->difficulty;
        int bars = level <= 1 ? 1 : level <= 3 ? 2 : 3;
        ui_gap(ui, 8);
        ui_difficulty(ui, bars, difficulty_name(scene, level));
        ui_text(ui, difficulty_name(scene, level), &ui_note);
    }
    ui_end(ui);
}

static void portrait(screen_scene *scene, const rp_briefing_view *briefing,
                     const ui_box *box)
{
    ui_context *ui = scene->ui;

    if (briefing->face == NULL || briefing->face[0] == '\0') {
        channel_emblem(scene, briefing->channel, box);
        return;
    }
    ui_portrait(ui, &(ui_portrait_spec){
                        .id = "portrait",
                        .person = briefing->face,
                        .mood = UI_MOOD_NEUTRAL,
                        .width = box->width,
                        .height = box->height,
                        .radius = box->radius,
                        .label = ui_format(ui, words(scene, "Portrait of %s"),
                                           briefing->customer)});
}

static void customer_column(screen_scene *scene,
                            const rp_briefing_view *briefing)
{
    ui_context *ui = scene->ui;
    int16_t side = ui_width(ui) == UI_COMPACT ? 240 : 352;
    int16_t height = ui_width(ui) == UI_COMPACT ? 240 : 396;

    ui_begin_column(ui, &(ui_box){.width = {.px = side},
                                  .gap = 16,
                                  .role = UI_ROLE_AREA,
                                  .label = words(scene, "Customer")});
    portrait(scene, briefing,
             &(ui_box){.width = {.px = side},
                       .height = {.px = height},
                       .radius = UI_RADIUS_DIALOG});
    ui_text(ui, briefing->customer, &ui_heading);
    if (briefing->about_count > 0) {
        ui_begin_card(ui, &(ui_box){.gap = 8, .pad = ui_pad_all(16)});
        for (uint32_t i = 0; i < briefing->about_count; i++) {
            ui_begin_row(ui, &(ui_box){.gap = 12});
            ui_icon(ui, &(ui_icon_spec){.name = "account", .size_px = 16});
            ui_style line = ui_small;
            line.width = (ui_size){.grow = 1};
            ui_text(ui, briefing->about[i], &line);
            ui_end(ui);
        }
        ui_end(ui);
    }
    ui_end(ui);
}

static void goal_row(screen_scene *scene, const rp_briefing_view *briefing,
                     rp_score_kind score)
{
    ui_context *ui = scene->ui;
    ui_style goal = ui_body;

    goal.width = (ui_size){.grow = 1};
    ui_begin_row(ui, &(ui_box){.gap = 12, .pad = ui_pad_xy(0, 8)});
    ui_skill_badge(ui, (ui_skill)score);
    ui_text(ui,
            briefing->goals[score] != NULL ? briefing->goals[score]
                                           : score_name(scene, score),
            &goal);
    ui_text(ui,
            ui_format(ui, words(scene, "%s, pass %u"), score_name(scene, score),
                      (unsigned)briefing->pass_percent[score]),
            &ui_note);
    ui_end(ui);
}

static void rule(screen_scene *scene, const char *icon, const char *name,
                 const char *value)
{
    ui_context *ui = scene->ui;

    ui_begin_row(ui, &(ui_box){.gap = 12, .align = UI_START});
    ui_icon(ui, &(ui_icon_spec){.name = icon, .size_px = 20});
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1}});
    ui_text(ui, name, &ui_note);
    ui_text(ui, value, &ui_small);
    ui_end(ui);
    ui_end(ui);
}

static void rules_card(screen_scene *scene, const rp_briefing_view *briefing)
{
    ui_context *ui = scene->ui;
    const rp_settings *settings = rp_app_settings(scene->app);
    const call_traits *traits = call_traits_of(briefing->channel);
    bool is_timed = briefing->silence_s > 0 && !settings->silence_off;

    ui_begin_card(ui, &(ui_box){.pad = ui_pad_all(16)});
    ui_begin_grid(ui, &(ui_box){.columns = 2, .gap = 16, .line_gap = 12});
    rule(scene, "eye", words(scene, "Transcript and mood"),
         words(scene, "shown"));
    rule(scene, "timer", words(scene, traits->waiting),
         is_timed ? ui_format(ui, words(scene, "%u s, then waiting costs"),
                              (unsigned)briefing->silence_s *
                                  settings->timer_percent / 100)
                  : words(scene, "off"));
    if (traits->has_band) {
        rule(scene, "clock", words(scene, "Talk time, the guide states"),
             ui_format(ui, words(scene, "%u–%u min"),
                       (unsigned)briefing->band_from_s / 60,
                       (unsigned)briefing->band_to_s / 60));
    }
    rule(scene, "hint", words(scene, "Hints and going back"),
         words(scene, "free in practice"));
    ui_end(ui);
    ui_end(ui);
}

static void start_row(screen_scene *scene, const rp_briefing_view *briefing)
{
    ui_context *ui = scene->ui;
    const call_traits *traits = call_traits_of(briefing->channel);
    ui_style line = ui_quiet;

    line.measure = 300;
    line.width = (ui_size){.grow = 1};
    ui_begin_row(ui, &(ui_box){.gap = 16});
    if (ui_button(ui, &(ui_button_spec){.id = "begin",
                                        .label = words(scene, traits->begin),
                                        .icon = channel_icon(briefing->channel),
                                        .kind = UI_PRIMARY,
                                        .size = UI_BUTTON_LARGE,
                                        .key = UI_KEY_ENTER,
                                        .shows_key = true})) {
        want(scene, RP_INTENT_BEGIN, 0);
    }
    ui_text(ui,
            words(scene, "Practice runs never count against you. Only the "
                         "best one shows."),
            &line);
    ui_end(ui);
}

static void goals_column(screen_scene *scene, const rp_briefing_view *briefing)
{
    ui_context *ui = scene->ui;
    ui_style situation = ui_support;

    situation.measure = 580;
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1, .max = 704},
                                  .gap = 12,
                                  .role = UI_ROLE_AREA,
                                  .label = briefing->title});
    facts_line(scene, briefing);
    ui_text(ui, briefing->title, &ui_title);
    ui_text(ui, briefing->situation, &situation);
    ui_gap(ui, 8);
    ui_text(ui, words(scene, "Your goals"), &ui_subhead);
    ui_begin_card(ui, &(ui_box){.pad = ui_pad_xy(18, 8)});
    for (int score = 0; score < RP_SCORES; score++) {
        if (score > 0) {
            ui_divider(ui);
        }
        goal_row(scene, briefing, (rp_score_kind)score);
    }
    ui_end(ui);
    ui_gap(ui, 8);
    ui_text(ui, words(scene, "Rules of this run"), &ui_subhead);
    rules_card(scene, briefing);
    if (ui_width(ui) != UI_COMPACT) {
        ui_gap(ui, 8);
        start_row(scene, briefing);
    }
    ui_end(ui);
}

static void frame(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_briefing_view *briefing = &scene->view->briefing;
    ui_hint_spec hints[] = {
        {.key = UI_KEY_ENTER, .label = words(scene, "start")},
        {.key = UI_KEY_ESCAPE, .label = words(scene, "back to the list")},
    };
    bool is_compact = ui_width(ui) == UI_COMPACT;

    ui_screen(ui, "briefing", "begin");
    if (begin_bar(scene, &(bar_spec){.back_id = "back",
                                     .back_icon = "arrow-left",
                                     .back_label = words(scene, "Back"),
                                     .title = words(scene, "Scenarios")})) {
        want(scene, RP_INTENT_LEAVE, 0);
    }
    ui_end(ui);
    ui_begin_scroll(ui, &(ui_scroll_spec){.box = {.id = "briefing",
                                                  .height = {.grow = 1},
                                                  .pad = ui_pad_xy(40, 20),
                                                  .align = UI_CENTER},
                                          .takes_pages = true});
    ui_begin_row(ui, &(ui_box){.gap = is_compact ? 32 : 48,
                               .align = UI_START,
                               .width = {.grow = 1, .max = 1104}});
    customer_column(scene, briefing);
    goals_column(scene, briefing);
    ui_end(ui);
    ui_end(ui);
    if (is_compact) {
        /* Under the scroll area, so that the start never hides the title. */
        ui_begin_column(ui, &(ui_box){.pad = {40, 8, 40, 12}});
        start_row(scene, briefing);
        ui_end(ui);
    }
    footer(scene, hints, (int)(sizeof hints / sizeof hints[0]));
}

const screen screen_briefing = {.name = "briefing", .frame = frame};
