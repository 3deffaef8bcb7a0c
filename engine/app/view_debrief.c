/*
 * The debrief: how it went, and for each turn what it cost, why, and what
 * would have been better. Everything is read off the finished run and its
 * regrets; nothing is judged here.
 */
#include <string.h>

#include "app_internal.h"
#include "speech.h"

enum {
    BP_A_PERCENT = 100,
    CLOSE_BP = 1000 /* "close": no score misses its mark by more */
};

/* ------------------------------------------------------------------- past */

/* A sentence where an attempt of the record cannot be tried again from its
 * middle; NULL: it can. */
static const char *why_no_retry(const sketch *view)
{
    const review *past = &view->app->review;

    if (!past->is_open) {
        return NULL;
    }
    if (past->standing == STANDING_CHANGED) {
        return rp_tr(view->app, "The scenario has changed since. Play it again "
                                "from the start.");
    }
    if (past->standing == STANDING_GONE) {
        return rp_tr(view->app, "This scenario is not installed any more.");
    }
    if (past->kind == RP_PAST_EXAM) {
        return rp_tr(view->app, "An exam is taken as a whole.");
    }
    return past->kind >= RP_PAST_UNFINISHED
               ? rp_tr(view->app, "This call was never finished.")
               : NULL;
}

static void fill_past(sketch *view, rp_debrief_view *out)
{
    const review *past = &view->app->review;

    out->can_again = true;
    if (past->is_open) {
        out->is_past = true;
        out->played = sketch_copy(view, past->played);
        out->kind = past->kind;
        out->rescored = past->rescored;
        out->why_no_retry = why_no_retry(view);
        out->can_again = past->standing != STANDING_GONE;
    }
}

/* ------------------------------------------------------------------ turns */

static bool is_turn(const rp_taken *item)
{
    return run_counts(&item->move) || item->move.kind == RP_MOVE_SILENCE;
}

/* Whole basis points, what is begun counting as one. */
static int64_t cost_bp(const rp_debrief *debrief, const rp_regret *regret)
{
    int64_t unit = debrief->unit > 0 ? debrief->unit : 1;

    return (regret->value + unit - 1) / unit;
}

/* The reasons of a move's choices, one after the other. */
static const char *because_of(sketch *view, const rp_taken *item)
{
    uint16_t choices[RP_ANSWERS_MAX];
    uint32_t count = run_choices(view->model, item, choices);
    const char *all = "";

    for (uint32_t i = 0; i < count; i++) {
        const char *because = sketch_text(
            view, &item->before, view->model->choices[choices[i]].because);
        if (all[0] == '\0') {
            all = because;
        } else if (because[0] != '\0') {
            /* Two sentences of the author, one behind the other. */
            all = sketch_format(view, rp_tr(view->app, "%s %s"), all, because);
        }
    }
    return all;
}

/* The customer's first answer to a move. */
static rp_shown answer_to(sketch *view, const rp_taken *item)
{
    uint16_t choices[RP_ANSWERS_MAX];
    uint32_t count = run_choices(view->model, item, choices);

    for (uint32_t i = 0; i < count; i++) {
        rp_ref hears = view->model->choices[choices[i]].hears;
        if (hears != 0) {
            return sketch_shown(view, &item->before, hears);
        }
    }
    return (rp_shown){.text = NULL};
}

/* "7.1-i  Steadies oneself before answering." for each of `count`. */
static uint32_t list_behaviours(sketch *view, const uint16_t *behaviours,
                                uint32_t count, bool is_shown,
                                const char *const **lines)
{
    const char **made = sketch_take(view, count, sizeof *made);

    for (uint32_t i = 0; made != NULL && i < count; i++) {
        const rp_behaviour *behaviour = &view->model->behaviours[behaviours[i]];
        rp_ref text = is_shown ? behaviour->strong : behaviour->mistake;
        made[i] = sketch_format(view, "%s  %s", behaviour->id,
                                sketch_text(view, &view->app->run.start, text));
    }
    *lines = made;
    return made != NULL ? count : 0;
}

/* The behaviour whose section of the guide goes with a move; NULL: none. */
static const rp_behaviour *first_behaviour(const sketch *view,
                                           const rp_taken *item)
{
    const rp_model *model = view->model;
    uint16_t choices[RP_ANSWERS_MAX];
    uint32_t chosen = run_choices(model, item, choices);

    for (uint32_t i = 0; i < chosen; i++) {
        const rp_choice *choice = &model->choices[choices[i]];
        rp_span span = choice->shows.count > 0 ? choice->shows : choice->misses;
        if (span.count > 0) {
            return &model->behaviours[model->behaviour_idx[span.first]];
        }
    }
    return NULL;
}

static void fill_guide(sketch *view, const rp_taken *item,
                       rp_debrief_turn *turn)
{
    const rp_behaviour *behaviour = first_behaviour(view, item);

    if (behaviour != NULL) {
        turn->section = sketch_copy(view, behaviour->section);
        turn->section_title =
            sketch_text(view, &item->before, behaviour->section_title);
        turn->section_says =
            sketch_text(view, &item->before, behaviour->section_says);
    }
}

static void fill_judgement(sketch *view, const rp_taken *item,
                           const rp_debrief_move *judged, rp_debrief_turn *turn)
{
    rp_taken better = *item;

    turn->cost_bp = cost_bp(&view->app->run.debrief, &judged->regret);
    turn->is_strong =
        judged->regret.is_strong && item->move.kind != RP_MOVE_SILENCE;
    turn->closes_door = judged->regret.closes_door;
    turn->shown_count = list_behaviours(
        view, judged->shown, judged->shown_count, true, &turn->shown);
    turn->missed_count = list_behaviours(
        view, judged->missed, judged->missed_count, false, &turn->missed);
    if (turn->cost_bp > 0 || turn->closes_door) {
        better.move = judged->regret.better;
        turn->better = sketch_move(view, &better).text;
        turn->better_because = because_of(view, &better);
    }
}

static rp_debrief_turn turn_of(sketch *view, uint32_t index,
                               const rp_state *heard_in)
{
    const run *played = &view->app->run;
    const rp_taken *item = &played->items[index];
    rp_debrief_turn turn = {
        .move_idx = index,
        .at_ms = item->move.at_ms,
        .heard = sketch_line(view, heard_in, item->before.node),
        .said = sketch_move(view, item),
        .hears = answer_to(view, item),
        .because = because_of(view, item),
        .can_retry = run_counts(&item->move) && why_no_retry(view) == NULL};

    memcpy(turn.points, item->effect.points, sizeof turn.points);
    memcpy(turn.mood, item->after.mood, sizeof turn.mood);
    if (played->is_judged) {
        fill_judgement(view, item, &played->debrief.moves[index], &turn);
    }
    fill_guide(view, item, &turn);
    return turn;
}

static void fill_turns(sketch *view, rp_debrief_view *out)
{
    const run *played = &view->app->run;
    const rp_debrief *judged = &played->debrief;
    rp_debrief_turn *turns = sketch_take(view, played->count, sizeof *turns);
    const rp_state *heard_in = &played->start;
    uint32_t turning = UINT32_MAX;
    uint32_t satisfied = UINT32_MAX;
    uint32_t count = 0;

    for (uint32_t i = 0; turns != NULL && i < played->count; i++) {
        const rp_taken *item = &played->items[i];
        if (!is_turn(item)) {
            continue;
        }
        turns[count] = turn_of(view, i, heard_in);
        heard_in = &item->after;
        if (played->is_judged && i == judged->turning) {
            turning = count;
        }
        if (played->is_judged && i == judged->satisfied) {
            satisfied = count;
        }
        count++;
    }
    out->turns = turns;
    out->turn_count = count;
    out->turning_idx = turning < count ? turning : count;
    out->satisfied_idx = satisfied < count ? satisfied : count;
}

/* ---------------------------------------------------------------- verdict */

/* The assessed score that misses its mark by most; RP_SCORES: none does. */
static rp_score_kind weakest(const sketch *view, int32_t *below_bp)
{
    const rp_result *result = &view->app->run.result;
    rp_score_kind found = RP_SCORES;

    *below_bp = 0;
    for (int i = 0; i < RP_SCORES; i++) {
        int32_t mark = view->model->pass_percent[i] * BP_A_PERCENT;
        int32_t below = mark - result->score_bp[i];
        if (result->score_bp[i] != RP_NOT_ASSESSED && below > *below_bp) {
            *below_bp = below;
            found = (rp_score_kind)i;
        }
    }
    return found;
}

static const char *verdict_of(const sketch *view)
{
    const rp_result *result = &view->app->run.result;
    int32_t below_bp = 0;

    if (!result->has_ended) {
        return rp_tr(view->app, "Not finished");
    }
    if (result->passed) {
        return rp_tr(view->app, "Passed");
    }
    (void)weakest(view, &below_bp);
    bool is_close = result->outcome != RP_LOST && !result->is_critical &&
                    below_bp <= CLOSE_BP;
    return is_close ? rp_tr(view->app, "Not yet, but close")
                    : rp_tr(view->app, "Not yet");
}

static const char *critical_text(sketch *view)
{
    const rp_model *model = view->model;
    const rp_state *state = &view->app->run.session.state;

    for (uint32_t i = 0; i < model->critical_count; i++) {
        if (rp_mark_is_set(state, model->criticals[i].mark)) {
            return sketch_text(view, state, model->criticals[i].text);
        }
    }
    return "";
}

static const char *below_mark(sketch *view)
{
    int32_t below_bp = 0;
    rp_score_kind score = weakest(view, &below_bp);
    int percent = (below_bp + BP_A_PERCENT - 1) / BP_A_PERCENT;

    switch (score) {
    case RP_LISTENING:
        return sketch_format(
            view, rp_tr(view->app, "Listening is %d below its mark."), percent);
    case RP_EMPATHY:
        return sketch_format(
            view, rp_tr(view->app, "Empathy is %d below its mark."), percent);
    case RP_RESOLUTION:
        return sketch_format(
            view, rp_tr(view->app, "Resolution is %d below its mark."),
            percent);
    case RP_SCORES: break;
    }
    return "";
}

static const char *reason_of(sketch *view)
{
    const rp_result *result = &view->app->run.result;

    if (!result->has_ended) {
        return rp_tr(view->app, "The call stopped here. It was not scored.");
    }
    if (result->is_critical) {
        return sketch_format(view, rp_tr(view->app, "A critical fault: %s"),
                             critical_text(view));
    }
    if (result->outcome == RP_LOST && result->ending == RP_NONE) {
        return rp_tr(view->app,
                     "The call went on for too long without coming to an end.");
    }
    if (result->outcome == RP_LOST) {
        return rp_tr(view->app,
                     "The customer was lost before it could be put right.");
    }
    if (result->passed) {
        return rp_tr(view->app, "Every score reaches its mark.");
    }
    return below_mark(view);
}

static const char *ending_line(sketch *view)
{
    const rp_state *state = &view->app->run.session.state;

    if (!rp_session_has_ended(&view->app->run.session)) {
        return "";
    }
    return sketch_line(view, state, state->node).text;
}

static rp_said last_said(sketch *view)
{
    const rp_state *state = &view->app->run.session.state;

    return (rp_said){.speaker = RP_CUSTOMER,
                     .line = sketch_line(view, state, state->node),
                     .recording = speech_of_node(view, speech_folder(view),
                                                 state, state->node),
                     .is_current = true};
}

void view_debrief(sketch *view, rp_debrief_view *out)
{
    const run *played = &view->app->run;
    const rp_model *model = view->model;
    const rp_state *state = &played->session.state;
    char hex[RP_STORE_ID_HEX_MAX];

    out->title = sketch_text(view, &played->start, model->title);
    out->customer = sketch_customer(view, &played->start);
    out->face = sketch_copy(view, model->customer_face);
    out->result = played->result;
    out->verdict = verdict_of(view);
    out->reason = reason_of(view);
    out->ending = ending_line(view);
    out->last = last_said(view);
    out->voice = sketch_copy(view, model->customer_voice);
    out->epilogue =
        sketch_text(view, state, model->nodes[state->node].epilogue);
    memcpy(out->pass_percent, model->pass_percent, sizeof out->pass_percent);
    out->mood_word = rp_mood_word_of(state->mood);
    memcpy(out->mood_at_start, played->start.mood, sizeof out->mood_at_start);
    fill_turns(view, out);
    out->clock_ms = played->clock_ms;
    out->talk_s = rp_talk_seconds(&played->talk, model, played->language);
    out->band_from_s = APP_BAND_FROM_S;
    out->band_to_s = APP_BAND_TO_S;
    out->attempt = sketch_copy(view, rp_store_id_hex(&played->attempt, hex));
    out->promise_count = sketch_promises(view, &out->promises);
    fill_past(view, out);
}
