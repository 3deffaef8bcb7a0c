/*
 * The debrief: the one turn that decided it, with the reason and a better
 * reply, and a way back into the call with one key.
 */
#include "screens_internal.h"

enum {
    NARROW_PX = 800 /* effective: below it everything is one column */
};

static bool is_narrow(const screen_scene *scene)
{
    return ui_effective_width(scene->ui) < NARROW_PX;
}

/* The focus picks the turn, before anything of the frame is laid out. */
static void follow_focus(screen_scene *scene)
{
    for (uint32_t i = 0; i < scene->view->debrief.turn_count; i++) {
        if (ui_is_focused(scene->ui,
                          ui_format(scene->ui, "turn-%u", (unsigned)i))) {
            scene->kept->turn = (int)i;
        }
    }
}

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

    if (result->score_bp[score] == RP_NOT_ASSESSED || !result->has_ended) {
        return;
    }
    int32_t percent = result->score_bp[score] / 100;
    int32_t pass = debrief->pass_percent[score];
    ui_score_bar(
        ui, &(ui_score_bar_spec){
                .id = ui_format(ui, "%s-%d", debrief->attempt, (int)score),
                .skill = (ui_skill)score,
                .name = score_name(scene, score),
                .value = percent,
                .pass = pass,
                .detail = ui_format(ui, words(scene, "%d of %d points"),
                                    (int)points, (int)result->par[score]),
                .pass_text = ui_format(ui, words(scene, "pass %d"), (int)pass),
                .verdict = pass_verdict(scene, percent, pass)});
}

/* An old attempt was played again from its moves: does it still say so? */
static void rescored(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    rp_rescored how = scene->view->debrief.rescored;
    bool is_same = how == RP_RESCORED_SAME;
    ui_style text = ui_note;

    if (how == RP_RESCORED_NOT) {
        return;
    }
    text.width = (ui_size){.grow = 1};
    text.color = is_same ? UI_ACCENT : UI_WARN;
    ui_begin_row(ui, &(ui_box){.gap = 6, .align = UI_START});
    ui_icon(ui, &(ui_icon_spec){.name = is_same ? "verified" : "warning",
                                .size_px = 16,
                                .color = is_same ? UI_ACCENT : UI_WARN});
    ui_text(ui,
            is_same ? words(scene, "Re-scored from its moves: matches")
                    : words(scene, "Re-scored from its moves: it comes out "
                                   "differently. Do not rely on it."),
            &text);
    ui_end(ui);
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
    rescored(scene);
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
    ui_begin_grid(ui, &(ui_box){.columns = is_narrow(scene) ? 1 : 3,
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

static const char *turn_state(screen_scene *scene, uint32_t index)
{
    const rp_debrief_view *debrief = &scene->view->debrief;

    if (index == debrief->turning_idx) {
        return words(scene, "the turning point");
    }
    return debrief->turns[index].is_strong ? words(scene, "strong") : NULL;
}

/* What the customer had said, whole where it is looked at, and what the answer
 * was worth. */
static void turn_head(screen_scene *scene, const rp_debrief_turn *turn,
                      bool is_shown)
{
    ui_context *ui = scene->ui;
    ui_style heard = ui_note;

    heard.is_one_line = !is_shown;
    heard.truncates = !is_shown;
    heard.width = (ui_size){.grow = 1};
    ui_begin_row(ui, &(ui_box){.gap = 8, .align = UI_START});
    if (turn->heard.text != NULL && turn->heard.text[0] != '\0') {
        ui_text(ui, ui_format(ui, words(scene, "“%s”"), turn->heard.text),
                &heard);
    } else {
        ui_spacer(ui);
    }
    debrief_deltas(scene, turn);
    ui_end(ui);
}

static void turn_words(screen_scene *scene, uint32_t index, bool is_shown)
{
    ui_context *ui = scene->ui;
    const rp_debrief_turn *turn = &scene->view->debrief.turns[index];
    ui_style time = ui_quiet;
    ui_style said = ui_body;

    time.is_tabular = true;
    time.color = is_shown ? UI_ACCENT : UI_INK3;
    said.width = (ui_size){.grow = 1};
    ui_text(ui, clock_text(scene, turn->at_ms), &time);
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1}, .gap = 2});
    turn_head(scene, turn, is_shown);
    ui_text(ui, turn->said.text, &said);
    if (index == scene->view->debrief.turning_idx) {
        ui_tag(ui, &(ui_tag_spec){.label = turn_state(scene, index),
                                  .icon = "flag",
                                  .tone = UI_TONE_WARN});
    }
    ui_end(ui);
}

/* Rows are one Tab stop; the focus picks, and Enter goes on to the retry. */
static void turn_row(screen_scene *scene, uint32_t index, bool is_shown)
{
    ui_context *ui = scene->ui;
    const char *id = ui_format(ui, "turn-%u", (unsigned)index);

    bool is_pressed = ui_begin_press(
        ui,
        &(ui_press_spec){.box = {.id = id,
                                 .gap = 12,
                                 .pad = {14, 10, 12, 10},
                                 .align = UI_START,
                                 .role = UI_ROLE_ITEM},
                         .look = UI_LOOK_ROW,
                         .label = scene->view->debrief.turns[index].said.text,
                         .value = turn_state(scene, index),
                         .is_selected = is_shown,
                         .is_radio = true,
                         .passes_enter = true,
                         .has_inner_ring = true});
    if (is_pressed) {
        scene->kept->turn = (int)index;
    }
    turn_words(scene, index, is_shown);
    ui_end(ui);
}

static void ending_row(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const char *ending = scene->view->debrief.ending;
    ui_style text = ui_support;

    if (ending == NULL || ending[0] == '\0') {
        return;
    }
    text.width = (ui_size){.grow = 1};
    ui_begin_row(ui, &(ui_box){.gap = 12, .pad = {14, 10, 20, 10}});
    ui_icon(ui, &(ui_icon_spec){.name = "hangup", .size_px = 16});
    ui_text(ui, ending, &text);
    ui_end(ui);
}

static void turn_rows(screen_scene *scene, int shown)
{
    const rp_debrief_view *debrief = &scene->view->debrief;
    ui_context *ui = scene->ui;

    for (uint32_t i = 0; i < debrief->turn_count; i++) {
        turn_row(scene, i, (int)i == shown);
        if ((int)i == shown && is_narrow(scene)) {
            ui_begin_column(ui, &(ui_box){.pad = {14, 8, 12, 16}, .gap = 12});
            debrief_reasons(scene, &debrief->turns[i]);
            ui_end(ui);
        }
    }
    ending_row(scene);
    ui_end(ui);
}

static void turns_head(screen_scene *scene)
{
    ui_context *ui = scene->ui;

    ui_begin_row(ui, &(ui_box){.pad = ui_pad_xy(14, 0), .gap = 4});
    ui_text(ui, words(scene, "Turn by turn"), &ui_subhead);
    ui_spacer(ui);
    ui_key_cap(ui, UI_KEY_UP);
    ui_key_cap(ui, UI_KEY_DOWN);
    ui_end(ui);
}

static void turns_card(screen_scene *scene, int shown)
{
    ui_context *ui = scene->ui;

    ui_begin_card(ui, &(ui_box){.width = {.grow = 2},
                                .height = {.grow = 1},
                                .pad = {8, 16, 8, 12},
                                .gap = 8,
                                .role = UI_ROLE_AREA,
                                .label = words(scene, "Turn by turn")});
    turns_head(scene);
    ui_begin_scroll(ui, &(ui_scroll_spec){.box = {.id = "turns",
                                                  .height = {.grow = 1},
                                                  .pad = {0, 0, 12, 0},
                                                  .gap = 4,
                                                  .arrows = UI_ARROWS_VERTICAL,
                                                  .has_loose_arrows = true}});
    turn_rows(scene, shown);
    ui_end(ui);
}

/* "The angry caller · practice · 2026-11-20 09:12" */
static const char *subtitle(screen_scene *scene)
{
    const rp_debrief_view *debrief = &scene->view->debrief;

    if (!debrief->is_past) {
        return debrief->title;
    }
    return ui_format(scene->ui, "%s · %s · %s", debrief->title,
                     past_kind_name(scene, debrief->kind), debrief->played);
}

static void talk_line(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_debrief_view *debrief = &scene->view->debrief;
    ui_style talk = ui_note;

    talk.is_tabular = true;
    if (debrief->result.has_ended) {
        ui_text(ui,
                ui_format(ui,
                          words(scene, "Talk time %s · satisfaction %u of 5"),
                          clock_text(scene, debrief->talk_s * 1000U),
                          (unsigned)debrief->result.satisfaction),
                &talk);
    }
}

static void top_bar(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_debrief_view *debrief = &scene->view->debrief;

    if (begin_bar(scene, &(bar_spec){.back_id = "back",
                                     .back_icon = "arrow-left",
                                     .back_label = words(scene, "Back"),
                                     .title = words(scene, "Debrief"),
                                     .subtitle = subtitle(scene)})) {
        want(scene, RP_INTENT_LEAVE, 0);
    }
    ui_spacer(ui);
    talk_line(scene);
    if (debrief->can_again &&
        ui_button(ui, &(ui_button_spec){.id = "again",
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

/*
 * Arrival: the turning point is brought into view by the focus, then the
 * focus goes to what the screen is for.
 */
static void arrive(screen_scene *scene, int shown)
{
    ui_context *ui = scene->ui;
    bool can_retry = shown >= 0 && scene->view->debrief.turns[shown].can_retry;

    const char *aim = can_retry                        ? "retry"
                      : scene->view->debrief.can_again ? "again"
                                                       : "back";
    bool is_direct = shown < 0 || is_narrow(scene);

    ui_screen(ui, "debrief", is_direct ? aim : ui_format(ui, "turn-%d", shown));
    if (scene->kept->has_arrived || is_direct) {
        scene->kept->has_arrived = true;
        return;
    }
    if (ui_is_focused(ui, ui_format(ui, "turn-%d", shown))) {
        ui_focus(ui, aim);
        scene->kept->has_arrived = true;
    }
}

/* What was heard, said and thought of it, for those who listen. */
static void tell_turn(screen_scene *scene, int shown)
{
    ui_context *ui = scene->ui;
    const rp_debrief_turn *turn = &scene->view->debrief.turns[shown];
    const char *heard = turn->heard.text != NULL ? turn->heard.text : "";

    ui_announce(ui,
                ui_format(ui, words(scene, "They said: %s You: %s %s"), heard,
                          turn->said.text,
                          turn->because != NULL ? turn->because : ""),
                true);
}

static bool is_heard(const screen_scene *scene)
{
    const rp_settings *settings = rp_app_settings(scene->app);

    return settings->read_aloud || settings->show_spoken;
}

static void keys(screen_scene *scene, int shown)
{
    if (shown < 0) {
        return;
    }
    if (is_heard(scene) && ui_shortcut(scene->ui, UI_KEY_SPACE)) {
        tell_turn(scene, shown);
    }
}

static void debrief_footer(screen_scene *scene, int shown)
{
    ui_hint_spec hints[6];
    int count = 0;

    hints[count++] = (ui_hint_spec){
        .key = UI_KEY_UP, .last = UI_KEY_DOWN, .label = words(scene, "turns")};
    if (shown >= 0 && scene->view->debrief.turns[shown].can_retry) {
        hints[count++] = (ui_hint_spec){
            .key = UI_KEY_ENTER, .label = words(scene, "try again from here")};
    }
    if (shown >= 0 && debrief_has_guide(scene, shown)) {
        hints[count++] =
            (ui_hint_spec){.key = 'g', .label = words(scene, "open the guide")};
    }
    if (shown >= 0 && is_heard(scene)) {
        hints[count++] = (ui_hint_spec){.key = UI_KEY_SPACE,
                                        .label = words(scene, "hear it")};
    }
    if (scene->view->debrief.can_again) {
        hints[count++] =
            (ui_hint_spec){.key = 'r', .label = words(scene, "play again")};
    }
    hints[count++] =
        (ui_hint_spec){.key = UI_KEY_ESCAPE, .label = words(scene, "back")};
    footer(scene, hints, count);
}

/* Large text: one column, the reasons under the turn they belong to. */
static void narrow_body(screen_scene *scene, int shown)
{
    ui_context *ui = scene->ui;

    ui_begin_scroll(ui, &(ui_scroll_spec){.box = {.id = "debrief",
                                                  .height = {.grow = 1},
                                                  .pad = ui_pad_xy(12, 12),
                                                  .gap = 12},
                                          .takes_pages = true});
    head(scene);
    ui_begin_card(ui, &(ui_box){.pad = {8, 16, 8, 12},
                                .gap = 8,
                                .role = UI_ROLE_AREA,
                                .label = words(scene, "Turn by turn")});
    turns_head(scene);
    ui_begin_column(ui, &(ui_box){.gap = 4,
                                  .arrows = UI_ARROWS_VERTICAL,
                                  .has_loose_arrows = true});
    turn_rows(scene, shown);
    ui_end(ui);
    if (shown >= 0) {
        debrief_curve(scene, shown);
    }
    ui_end(ui);
    ui_begin_row(ui, &(ui_box){.pad = ui_pad_xy(12, 8)});
    debrief_deeds(scene, shown);
    ui_end(ui);
}

static void wide_body(screen_scene *scene, int shown)
{
    ui_context *ui = scene->ui;
    int16_t pad = ui_width(ui) == UI_COMPACT ? 12 : 24;

    ui_begin_column(
        ui,
        &(ui_box){.height = {.grow = 1}, .pad = {pad, 12, pad, 12}, .gap = 12});
    head(scene);
    ui_begin_row(ui,
                 &(ui_box){.height = {.grow = 1}, .gap = 16, .align = UI_FILL});
    turns_card(scene, shown);
    debrief_turn(scene, shown);
    ui_end(ui);
    ui_end(ui);
}

static void frame(screen_scene *scene)
{
    follow_focus(scene);
    int shown = turn_shown(scene);

    arrive(scene, shown);
    top_bar(scene);
    if (is_narrow(scene)) {
        narrow_body(scene, shown);
    } else {
        wide_body(scene, shown);
    }
    keys(scene, shown);
    debrief_copy(scene, shown);
    debrief_footer(scene, shown);
}

const screen screen_debrief = {.name = "debrief", .frame = frame};
