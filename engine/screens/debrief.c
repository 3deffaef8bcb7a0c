/*
 * The debrief: the one turn that decided it, with the reason and a better
 * reply, and a way back into the call with one key.
 */
#include "screens_internal.h"

enum {
    TURNS_PX = 500,
    POINTS_MAX = 128
};

static int turn_shown(const screen_scene *scene)
{
    const rp_debrief_view *debrief = &scene->view->debrief;

    if (scene->kept->turn != RETRY_NONE &&
        (uint32_t)scene->kept->turn < debrief->turn_count) {
        return scene->kept->turn;
    }
    if (debrief->turning_idx < debrief->turn_count) {
        return (int)debrief->turning_idx;
    }
    return debrief->turn_count > 0 ? 0 : -1;
}

static const char *pass_verdict(screen_scene *scene, int32_t percent,
                                int32_t pass)
{
    if (percent >= pass) {
        return words(scene, "passed");
    }
    return ui_format(scene->ui, words(scene, "%d below pass"),
                     (int)(pass - percent));
}

static void score_card(screen_scene *scene, rp_score_kind score)
{
    ui_context *ui = scene->ui;
    const rp_debrief_view *debrief = &scene->view->debrief;
    const rp_result *result = &debrief->result;
    int32_t points = result->points[score] > 0 ? result->points[score] : 0;

    if (result->score_bp[score] == RP_NOT_ASSESSED) {
        return;
    }
    int32_t percent = result->score_bp[score] / 100;
    int32_t pass = debrief->pass_percent[score];
    ui_score_bar(
        ui, &(ui_score_bar_spec){
                .skill = (ui_skill)score,
                .name = score_name(scene, score),
                .value = percent,
                .pass = pass,
                .detail = ui_format(ui, words(scene, "%d of %d points"),
                                    (int)points, (int)result->par[score]),
                .pass_text = ui_format(ui, words(scene, "pass %d"), (int)pass),
                .verdict = pass_verdict(scene, percent, pass)});
}

static void verdict(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_debrief_view *debrief = &scene->view->debrief;
    bool is_compact = ui_width(ui) == UI_COMPACT;
    ui_style reason = ui_note;

    reason.width = (ui_size){.grow = 1};
    if (is_compact) {
        ui_begin_row(ui, &(ui_box){.gap = 12, .align = UI_BASELINE});
    } else {
        ui_begin_row(ui, &(ui_box){.gap = 12, .width = {.px = 308}});
        ui_avatar(ui, &(ui_avatar_spec){.person = debrief->face,
                                        .mood = (ui_mood)debrief->mood_word,
                                        .size_px = 64});
        ui_begin_column(ui, &(ui_box){.width = {.grow = 1}, .gap = 4});
    }
    ui_text(ui, debrief->verdict, &ui_heading);
    ui_text(ui, debrief->reason, &reason);
    if (!is_compact) {
        ui_end(ui);
    }
    ui_end(ui);
}

/* The verdict and the scores: side by side, or on top of each other. */
static void head(screen_scene *scene)
{
    ui_context *ui = scene->ui;

    if (ui_width(ui) == UI_COMPACT) {
        ui_begin_column(ui, &(ui_box){.gap = 8});
    } else {
        ui_begin_row(ui, &(ui_box){.gap = 16, .align = UI_FILL});
    }
    verdict(scene);
    ui_begin_grid(ui, &(ui_box){.columns = 3,
                                .gap = 16,
                                .width = {.grow = 1},
                                .role = UI_ROLE_AREA,
                                .label = words(scene, "Scores")});
    for (int score = 0; score < RP_SCORES; score++) {
        score_card(scene, (rp_score_kind)score);
    }
    ui_end(ui);
    ui_end(ui);
}

static void deltas(screen_scene *scene, const rp_debrief_turn *turn)
{
    ui_context *ui = scene->ui;

    ui_begin_row(ui, &(ui_box){.gap = 8});
    for (int score = 0; score < RP_SCORES; score++) {
        if (turn->points[score] != 0) {
            ui_score(ui, &(ui_score_spec){.skill = (ui_skill)score,
                                          .value = turn->points[score],
                                          .is_delta = true});
        }
    }
    ui_end(ui);
}

static const char *turn_state(screen_scene *scene, uint32_t index)
{
    const rp_debrief_view *debrief = &scene->view->debrief;
    const rp_debrief_turn *turn = &debrief->turns[index];

    if (index == debrief->turning_idx) {
        return words(scene, "the turning point");
    }
    return turn->is_strong ? words(scene, "strong") : NULL;
}

static void turn_row(screen_scene *scene, uint32_t index, bool is_shown)
{
    ui_context *ui = scene->ui;
    const rp_debrief_turn *turn = &scene->view->debrief.turns[index];
    ui_style time = ui_quiet;
    ui_style heard = ui_note;
    ui_style said = ui_body;

    time.is_tabular = true;
    time.color = is_shown ? UI_ACCENT : UI_INK3;
    heard.is_one_line = true;
    heard.truncates = true;
    heard.width = (ui_size){.grow = 1};
    said.width = (ui_size){.grow = 1};
    if (ui_begin_press(
            ui, &(ui_press_spec){
                    .box = {.id = ui_format(ui, "turn-%u", (unsigned)index),
                            .gap = 12,
                            .pad = ui_pad_xy(14, 10),
                            .align = UI_START},
                    .look = UI_LOOK_ROW,
                    .label = turn->said.text,
                    .value = turn_state(scene, index),
                    .is_selected = is_shown,
                    .has_inner_ring = true})) {
        scene->kept->turn = (int)index;
    }
    if (ui_is_focused(ui, ui_format(ui, "turn-%u", (unsigned)index))) {
        scene->kept->turn = (int)index;
    }
    ui_text(ui, clock_text(scene, turn->at_ms), &time);
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1}, .gap = 2});
    if (turn->heard.text != NULL && turn->heard.text[0] != '\0') {
        ui_text(ui, turn->heard.text, &heard);
    }
    ui_text(ui, turn->said.text, &said);
    if (turn_state(scene, index) != NULL) {
        bool is_turning = index == scene->view->debrief.turning_idx;
        ui_tag(ui, &(ui_tag_spec){.label = turn_state(scene, index),
                                  .icon = is_turning ? "flag" : "check",
                                  .tone = is_turning ? UI_TONE_WARN
                                                     : UI_TONE_ACCENT});
    }
    ui_end(ui);
    deltas(scene, turn);
    ui_end(ui);
}

static void turns_card(screen_scene *scene, int shown)
{
    ui_context *ui = scene->ui;
    const rp_debrief_view *debrief = &scene->view->debrief;
    bool is_compact = ui_width(ui) == UI_COMPACT;

    ui_begin_card(ui, &(ui_box){.width = {.px = is_compact ? 400 : TURNS_PX},
                                .height = {.grow = 1},
                                .pad = ui_pad_xy(8, 12),
                                .gap = 8,
                                .role = UI_ROLE_AREA,
                                .label = words(scene, "Turn by turn")});
    ui_begin_row(ui, &(ui_box){.pad = ui_pad_xy(14, 0), .gap = 4});
    ui_text(ui, words(scene, "Turn by turn"), &ui_subhead);
    ui_spacer(ui);
    ui_key_cap(ui, UI_KEY_UP);
    ui_key_cap(ui, UI_KEY_DOWN);
    ui_end(ui);
    ui_begin_scroll(ui, &(ui_scroll_spec){.box = {.id = "turns",
                                                  .height = {.grow = 1},
                                                  .gap = 4,
                                                  .arrows = UI_ARROWS_VERTICAL,
                                                  .has_loose_arrows = true},
                                          .takes_pages = true});
    for (uint32_t i = 0; i < debrief->turn_count; i++) {
        turn_row(scene, i, (int)i == shown);
    }
    if (debrief->ending != NULL) {
        ui_begin_row(ui, &(ui_box){.gap = 12, .pad = ui_pad_xy(14, 10)});
        ui_icon(ui, &(ui_icon_spec){.name = "check", .size_px = 16});
        ui_style ending = ui_support;
        ending.width = (ui_size){.grow = 1};
        ui_text(ui, debrief->ending, &ending);
        ui_end(ui);
    }
    ui_end(ui);
    ui_end(ui);
}

static void curve_card(screen_scene *scene, int shown)
{
    ui_context *ui = scene->ui;
    const rp_debrief_view *debrief = &scene->view->debrief;
    ui_mood_point points[POINTS_MAX];
    int count = 0;

    points[count++] = (ui_mood_point){0, debrief->mood_at_start[RP_CALM],
                                      debrief->mood_at_start[RP_TRUST],
                                      debrief->mood_at_start[RP_PATIENCE]};
    for (uint32_t i = 0; i < debrief->turn_count && count < POINTS_MAX; i++) {
        const rp_debrief_turn *turn = &debrief->turns[i];
        points[count++] =
            (ui_mood_point){turn->at_ms, turn->mood[RP_CALM],
                            turn->mood[RP_TRUST], turn->mood[RP_PATIENCE]};
    }
    ui_begin_card(ui, &(ui_box){.gap = 4,
                                .role = UI_ROLE_AREA,
                                .label = words(scene, "Mood over the call")});
    ui_text(ui, words(scene, "Mood over the call"), &ui_subhead);
    int clicked = ui_mood_curve(
        ui, &(ui_mood_curve_spec){
                .id = "curve",
                .points = points,
                .count = count,
                .selected = shown + 1,
                .span_ms = debrief->clock_ms > 0 ? debrief->clock_ms : 1,
                .target_from_ms = debrief->band_from_s * 1000U,
                .target_to_ms = debrief->band_to_s * 1000U,
                .target_text = words(scene, "the guide: 3–5 min"),
                .hang_up = 20,
                .hang_up_text = words(scene, "may hang up"),
                .names = {mood_name(scene, RP_CALM), mood_name(scene, RP_TRUST),
                          mood_name(scene, RP_PATIENCE)},
                .height = {.px = ui_window_height(ui) < 760 ? 96 : 176},
                .label = words(scene, "Mood over the call")});
    if (clicked > 0) {
        scene->kept->turn = clicked - 1;
    }
    ui_end(ui);
}

/* An icon, a bold line and what it says. */
static void reason_block(screen_scene *scene, const char *icon, ui_color color,
                         const char *title, const char *text)
{
    ui_context *ui = scene->ui;
    ui_style body = ui_support;

    body.width = (ui_size){.grow = 1};
    body.measure = 640;
    ui_begin_row(ui, &(ui_box){.gap = 12, .align = UI_START});
    ui_icon(ui, &(ui_icon_spec){.name = icon, .size_px = 20, .color = color});
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1}, .gap = 2});
    ui_text(ui, title, &ui_subhead);
    ui_text(ui, text, &body);
    ui_end(ui);
    ui_end(ui);
}

static void behaviours(screen_scene *scene, const rp_debrief_turn *turn)
{
    for (uint32_t i = 0; i < turn->shown_count; i++) {
        reason_block(scene, "check-circle", UI_ACCENT,
                     words(scene, "You showed"), turn->shown[i]);
    }
    for (uint32_t i = 0; i < turn->missed_count; i++) {
        reason_block(scene, "info", UI_INK2, words(scene, "What was missing"),
                     turn->missed[i]);
    }
    if (turn->section_title != NULL) {
        reason_block(scene, "guide", UI_ACCENT,
                     ui_format(scene->ui, words(scene, "Guide %s, %s"),
                               turn->section, turn->section_title),
                     turn->section_says != NULL ? turn->section_says : "");
    }
}

static void turn_reasons(screen_scene *scene, const rp_debrief_turn *turn)
{
    bool has_cost = turn->cost_bp > 0 || turn->closes_door;

    if (turn->because != NULL) {
        reason_block(scene, has_cost ? "warning" : "check-circle",
                     has_cost ? UI_WARN : UI_ACCENT,
                     has_cost ? words(scene, "Why it cost you")
                              : words(scene, "Why it worked"),
                     turn->because);
    }
    if (turn->hears.text != NULL && turn->hears.text[0] != '\0') {
        reason_block(scene, "chat", UI_INK2, words(scene, "What came back"),
                     turn->hears.text);
    }
    if (turn->closes_door) {
        reason_block(scene, "lock", UI_DANGER, words(scene, "It closed a door"),
                     words(scene, "From here on this call could no longer end "
                                  "well."));
    }
    if (turn->better != NULL) {
        reason_block(scene, "hint", UI_ACCENT, words(scene, "A better reply"),
                     turn->better);
    }
    behaviours(scene, turn);
}

static void turn_card(screen_scene *scene, int shown)
{
    ui_context *ui = scene->ui;
    const rp_debrief_turn *turn = &scene->view->debrief.turns[shown];

    ui_begin_card(ui, &(ui_box){.height = {.grow = 1},
                                .gap = 12,
                                .role = UI_ROLE_AREA,
                                .label = words(scene, "This turn")});
    ui_begin_row(ui, &(ui_box){.gap = 8});
    ui_text(ui,
            ui_format(ui, words(scene, "Turn %d, at %s"), shown + 1,
                      clock_text(scene, turn->at_ms)),
            &ui_subhead);
    ui_spacer(ui);
    deltas(scene, turn);
    ui_end(ui);
    ui_begin_scroll(
        ui, &(ui_scroll_spec){
                .box = {.id = "reasons", .height = {.grow = 1}, .gap = 12}});
    turn_reasons(scene, turn);
    ui_end(ui);
    if (turn->can_retry &&
        ui_button(
            ui, &(ui_button_spec){.id = "retry",
                                  .label = words(scene, "Try again from here"),
                                  .icon = "play",
                                  .kind = UI_PRIMARY,
                                  .key = UI_KEY_ENTER,
                                  .shows_key = true})) {
        want(scene, RP_INTENT_RETRY, (uint32_t)shown);
    }
    ui_end(ui);
}

static void top_bar(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_debrief_view *debrief = &scene->view->debrief;

    if (begin_bar(scene, &(bar_spec){.back_id = "back",
                                     .back_icon = "arrow-left",
                                     .back_label = words(scene, "Scenarios"),
                                     .title = words(scene, "Debrief"),
                                     .subtitle = debrief->title})) {
        want(scene, RP_INTENT_LEAVE, 0);
    }
    ui_spacer(ui);
    ui_style talk = ui_note;
    talk.is_tabular = true;
    ui_text(ui,
            ui_format(ui, words(scene, "Talk time %s · satisfaction %u of 5"),
                      clock_text(scene, debrief->talk_s * 1000U),
                      (unsigned)debrief->result.satisfaction),
            &talk);
    if (ui_button(ui, &(ui_button_spec){.id = "again",
                                        .label = words(scene, "Play again"),
                                        .icon = "retry",
                                        .kind = UI_QUIET,
                                        .key = 'r',
                                        .shows_key = true})) {
        want(scene, RP_INTENT_AGAIN, 0);
    }
    ui_end(ui);
    ui_divider(ui);
}

static void frame(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    int shown = turn_shown(scene);
    bool is_compact = ui_width(ui) == UI_COMPACT;
    int16_t pad = is_compact ? 12 : 24;
    ui_hint_spec hints[] = {
        {.key = UI_KEY_UP, .last = UI_KEY_DOWN, .label = words(scene, "turns")},
        {.key = UI_KEY_ENTER, .label = words(scene, "try again from here")},
        {.key = 'r', .label = words(scene, "play again")},
        {.key = UI_KEY_ESCAPE, .label = words(scene, "back to the list")},
    };

    ui_screen(ui, "debrief",
              shown >= 0 && scene->view->debrief.turns[shown].can_retry
                  ? "retry"
                  : "again");
    top_bar(scene);
    ui_begin_column(
        ui,
        &(ui_box){.height = {.grow = 1}, .pad = {pad, 12, pad, 12}, .gap = 12});
    head(scene);
    ui_begin_row(ui,
                 &(ui_box){.height = {.grow = 1}, .gap = 16, .align = UI_FILL});
    turns_card(scene, shown);
    ui_begin_column(
        ui, &(ui_box){.width = {.grow = 1}, .height = {.grow = 1}, .gap = 16});
    if (shown >= 0) {
        curve_card(scene, shown);
        turn_card(scene, shown);
    }
    ui_end(ui);
    ui_end(ui);
    ui_end(ui);
    footer(scene, hints, (int)(sizeof hints / sizeof hints[0]));
}

const screen screen_debrief = {.name = "debrief", .frame = frame};
