/*
 * The debrief's right side: how the mood went, and for the turn looked at why
 * it went so, what would have been better, and the way back into the call.
 */
#include "screens_internal.h"

enum {
    POINTS_MAX = 128,
    SHORT_PX = 700, /* below this the turn has the side to itself */
    CURVE_PX = 152,
    TALL_CURVE_PX = 176,
    TALL_PX = 900
};

void debrief_deltas(screen_scene *scene, const rp_debrief_turn *turn)
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

/* ---------------------------------------------------------------- curve */

static int curve_points(const rp_debrief_view *debrief,
                        ui_mood_point points[POINTS_MAX])
{
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
    return count;
}

/* The title, and where the call turned. */
static void curve_head(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_debrief_view *debrief = &scene->view->debrief;

    ui_begin_row(ui, &(ui_box){.gap = 12});
    ui_text(ui, words(scene, "Mood over the call"), &ui_subhead);
    ui_spacer(ui);
    if (debrief->turning_idx < debrief->turn_count) {
        uint32_t at_ms = debrief->turns[debrief->turning_idx].at_ms;
        ui_tag(ui, &(ui_tag_spec){
                       .label = ui_format(ui, words(scene, "turned at %s"),
                                          clock_text(scene, at_ms)),
                       .icon = "flag",
                       .tone = UI_TONE_WARN});
    }
    ui_end(ui);
}

static void curve(screen_scene *scene, int shown, int height_px)
{
    ui_context *ui = scene->ui;
    const rp_debrief_view *debrief = &scene->view->debrief;
    ui_mood_point points[POINTS_MAX];
    int count = curve_points(debrief, points);

    curve_head(scene);
    int clicked = ui_mood_curve(
        ui, &(ui_mood_curve_spec){
                .id = "curve",
                .points = points,
                .count = count,
                .selected = shown + 1,
                .span_ms = debrief->clock_ms > 0 ? debrief->clock_ms : 1,
                .target_from_ms = debrief->band_from_s * 1000U,
                .target_to_ms = debrief->band_to_s * 1000U,
                .target_text = words(scene, "the guide states 3–5 min"),
                .hang_up = 20,
                .hang_up_text = words(scene, "may hang up"),
                .names = {mood_name(scene, RP_CALM), mood_name(scene, RP_TRUST),
                          mood_name(scene, RP_PATIENCE)},
                .height = {.px = (int16_t)height_px},
                .label = words(scene, "Mood over the call")});
    if (clicked > 0) {
        scene->kept->turn = clicked - 1;
    }
}

void debrief_curve(screen_scene *scene, int shown)
{
    ui_context *ui = scene->ui;
    bool is_tall = ui_window_height(ui) >= TALL_PX;

    ui_begin_card(ui, &(ui_box){.gap = 4,
                                .pad = {20, 16, 20, 12},
                                .role = UI_ROLE_AREA,
                                .label = words(scene, "Mood over the call")});
    curve(scene, shown, is_tall ? TALL_CURVE_PX : CURVE_PX);
    ui_end(ui);
}

/* -------------------------------------------------------------- reasons */

/* An icon, a bold line, and what it says: open for further lines. */
static void begin_reason(screen_scene *scene, const char *icon, ui_color color,
                         const char *title)
{
    ui_context *ui = scene->ui;

    ui_begin_row(ui, &(ui_box){.gap = 12, .align = UI_START});
    ui_icon(ui, &(ui_icon_spec){.name = icon, .size_px = 20, .color = color});
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1}, .gap = 2});
    ui_text(ui, title, &ui_subhead);
}

static void end_reason(screen_scene *scene)
{
    ui_end(scene->ui);
    ui_end(scene->ui);
}

static void reason_line(screen_scene *scene, const char *text, ui_color color)
{
    ui_style body = ui_support;

    body.color = color;
    body.width = (ui_size){.grow = 1};
    body.measure = 640;
    ui_text(scene->ui, text, &body);
}

static void reason(screen_scene *scene, const char *icon, const char *title,
                   const char *text)
{
    begin_reason(scene, icon, UI_INK2, title);
    reason_line(scene, text, UI_INK2);
    end_reason(scene);
}

static void why(screen_scene *scene, const rp_debrief_turn *turn)
{
    bool has_cost = turn->cost_bp > 0 || turn->closes_door;

    if (turn->because == NULL || turn->because[0] == '\0') {
        return;
    }
    begin_reason(scene, has_cost ? "warning" : "check-circle",
                 has_cost ? UI_WARN : UI_ACCENT,
                 has_cost ? words(scene, "Why it cost you")
                          : words(scene, "Why it worked"));
    reason_line(scene, turn->because, UI_INK2);
    if (turn->closes_door) {
        reason_line(scene,
                    words(scene, "From here on this call could no longer end "
                                 "well."),
                    UI_INK);
    }
    end_reason(scene);
}

static void better(screen_scene *scene, const rp_debrief_turn *turn)
{
    if (turn->better == NULL || turn->better[0] == '\0') {
        return;
    }
    begin_reason(scene, "hint", UI_ACCENT, words(scene, "A better reply"));
    reason_line(scene, ui_format(scene->ui, words(scene, "“%s”"), turn->better),
                UI_INK);
    if (turn->better_because != NULL) {
        reason_line(scene, turn->better_because, UI_INK2);
    }
    end_reason(scene);
}

static void behaviours(screen_scene *scene, const char *const *lines,
                       uint32_t count, bool is_shown)
{
    if (count == 0) {
        return;
    }
    begin_reason(scene, is_shown ? "check-circle" : "info",
                 is_shown ? UI_ACCENT : UI_INK2,
                 is_shown ? words(scene, "You showed")
                          : words(scene, "What was missing"));
    for (uint32_t i = 0; i < count; i++) {
        reason_line(scene, lines[i], UI_INK2);
    }
    end_reason(scene);
}

static void guide(screen_scene *scene, const rp_debrief_turn *turn)
{
    if (turn->section_title == NULL) {
        return;
    }
    begin_reason(scene, "guide", UI_ACCENT,
                 ui_format(scene->ui, words(scene, "The guide states, %s %s"),
                           turn->section, turn->section_title));
    if (turn->section_says != NULL) {
        reason_line(scene, turn->section_says, UI_INK2);
    }
    end_reason(scene);
}

void debrief_reasons(screen_scene *scene, const rp_debrief_turn *turn)
{
    why(scene, turn);
    better(scene, turn);
    if (turn->hears.text != NULL && turn->hears.text[0] != '\0') {
        reason(scene, "chat", words(scene, "What came back"),
               ui_format(scene->ui, words(scene, "“%s”"), turn->hears.text));
    }
    behaviours(scene, turn->shown, turn->shown_count, true);
    behaviours(scene, turn->missed, turn->missed_count, false);
    guide(scene, turn);
}

/* ----------------------------------------------------------------- turn */

static void turn_head(screen_scene *scene, int shown)
{
    ui_context *ui = scene->ui;
    const rp_debrief_turn *turn = &scene->view->debrief.turns[shown];

    ui_begin_row(ui, &(ui_box){.gap = 12});
    ui_text(ui,
            ui_format(ui, words(scene, "Turn %d, at %s"), shown + 1,
                      clock_text(scene, turn->at_ms)),
            &ui_subhead);
    if (turn->is_strong) {
        ui_tag(ui, &(ui_tag_spec){.label = words(scene, "strong"),
                                  .icon = "check",
                                  .tone = UI_TONE_ACCENT});
    }
    ui_spacer(ui);
    debrief_deltas(scene, turn);
    ui_end(ui);
}

void debrief_retry(screen_scene *scene, int shown)
{
    if (shown < 0 || !scene->view->debrief.turns[shown].can_retry) {
        return;
    }
    if (ui_button(scene->ui, &(ui_button_spec){
                                 .id = "retry",
                                 .label = words(scene, "Try again from here"),
                                 .icon = "play",
                                 .kind = UI_PRIMARY,
                                 .key = UI_KEY_ENTER,
                                 .shows_key = true})) {
        want(scene, RP_INTENT_RETRY, (uint32_t)shown);
    }
}

bool debrief_has_guide(const screen_scene *scene, int shown)
{
    const rp_debrief_turn *turn = &scene->view->debrief.turns[shown];

    return turn->section != NULL && turn->section[0] != '\0';
}

/* The guide's section of this turn; coming back leads here again. */
static void to_guide(screen_scene *scene, int shown)
{
    const rp_debrief_turn *turn = &scene->view->debrief.turns[shown];
    ui_context *ui = scene->ui;

    if (ui_button(ui, &(ui_button_spec){.id = "to-guide",
                                        .label = ui_format(
                                            ui, words(scene, "Guide %s, %s"),
                                            turn->section, turn->section_title),
                                        .icon = "guide",
                                        .kind = UI_PLAIN,
                                        .key = 'g'})) {
        want_text(scene, RP_INTENT_GO, turn->section);
        scene->intent->index = RP_AT_GUIDE;
    }
}

void debrief_deeds(screen_scene *scene, int shown)
{
    ui_context *ui = scene->ui;
    const char *why_not = scene->view->debrief.why_no_retry;
    ui_style text = ui_note;

    if (shown < 0) {
        return;
    }
    ui_begin_row(ui, &(ui_box){.gap = 16, .wraps = true, .line_gap = 8});
    debrief_retry(scene, shown);
    if (debrief_has_guide(scene, shown)) {
        to_guide(scene, shown);
    }
    if (why_not != NULL) {
        ui_text(ui, why_not, &text);
    }
    ui_end(ui);
}

static void turn_card(screen_scene *scene, int shown, bool has_curve)
{
    ui_context *ui = scene->ui;
    const rp_debrief_turn *turn = &scene->view->debrief.turns[shown];

    ui_begin_card(ui, &(ui_box){.height = {.grow = 1},
                                .gap = 12,
                                .pad = {20, 16, 20, 16},
                                .role = UI_ROLE_AREA,
                                .label = words(scene, "This turn")});
    turn_head(scene, shown);
    ui_begin_scroll(ui, &(ui_scroll_spec){.box = {.id = "reasons",
                                                  .height = {.grow = 1},
                                                  .pad = {0, 0, 16, 0},
                                                  .gap = 12},
                                          .takes_pages = true});
    debrief_reasons(scene, turn);
    if (has_curve) {
        ui_divider(ui);
        curve(scene, shown, CURVE_PX);
    }
    ui_end(ui);
    debrief_deeds(scene, shown);
    ui_end(ui);
}

void debrief_turn(screen_scene *scene, int shown)
{
    ui_context *ui = scene->ui;
    int height = ui_window_height(ui) * 100 / ui_with_text(ui, 100);
    bool is_short = height < SHORT_PX;

    ui_begin_column(
        ui, &(ui_box){.width = {.grow = 3}, .height = {.grow = 1}, .gap = 16});
    if (shown >= 0) {
        if (!is_short) {
            debrief_curve(scene, shown);
        }
        turn_card(scene, shown, is_short);
    }
    ui_end(ui);
}
