/*
 * The call: mood, replies, steps, the form. What was said and the desk have
 * files of their own.
 */
#include <string.h>

#include "app_internal.h"

/* The last move that the customer noticed; NULL before the first. */
static const rp_taken *last_noticed(const run *played)
{
    for (uint32_t i = played->count; i > 0; i--) {
        const rp_taken *item = &played->items[i - 1];
        if (run_counts(&item->move) || item->move.kind == RP_MOVE_SILENCE) {
            return item;
        }
    }
    return NULL;
}

static rp_mood_view mood_of(const run *played)
{
    const rp_state *state = &played->session.state;
    const rp_taken *last = last_noticed(played);
    rp_mood_view mood = {.word = rp_mood_word_of(state->mood)};

    for (int i = 0; i < RP_MOODS; i++) {
        mood.now[i] = state->mood[i];
        if (last != NULL) {
            mood.change[i] =
                (int16_t)(last->after.mood[i] - last->before.mood[i]);
        }
    }
    return mood;
}

static uint32_t fill_replies(sketch *view, const uint16_t *offers,
                             uint32_t count, const rp_reply_view **replies)
{
    const rp_state *state = &view->app->run.session.state;
    rp_reply_view *shown = sketch_take(view, count, sizeof *shown);

    for (uint32_t i = 0; shown != NULL && i < count; i++) {
        const rp_choice *choice = &view->model->choices[offers[i]];
        shown[i] =
            (rp_reply_view){.choice = offers[i],
                            .id = sketch_copy(view, choice->id),
                            .line = sketch_shown(view, state, choice->text),
                            .act = choice->act};
    }
    *replies = shown;
    return shown != NULL ? count : 0;
}

static bool does_step(const rp_model *model, const rp_choice *choice,
                      uint16_t step)
{
    (void)model;
    return choice->step == step;
}

static void fill_steps(sketch *view, rp_call_view *out)
{
    const rp_model *model = view->model;
    rp_step_view *steps = sketch_take(view, model->step_count, sizeof *steps);

    for (uint16_t i = 0; steps != NULL && i < model->step_count; i++) {
        run_question question = {.is_it = does_step, .about = i};
        steps[i] =
            (rp_step_view){.title = sketch_text(view, &view->app->run.start,
                                                model->steps[i].title),
                           .is_done = run_has(&view->app->run, &question)};
    }
    out->steps = steps;
    out->step_count = steps != NULL ? model->step_count : 0;
}

/* "Family 129, customer since 2016" */
static const char *about_line(sketch *view)
{
    const rp_model *model = view->model;
    rp_span about = model->customer_about;
    const char *line = "";

    for (uint32_t i = 0; i < about.count; i++) {
        line = sketch_format(view, "%s%s%s", line,
                             i > 0 ? rp_tr(view->app, ", ") : "",
                             sketch_text(view, &view->app->run.start,
                                         model->lines[about.first + i].text));
    }
    return line;
}

static uint32_t counted_moves(const run *played)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < played->count; i++) {
        count += run_counts(&played->items[i].move);
    }
    return count;
}

/* The hint, once it was asked for, and the step back: practice only. */
static void fill_help(sketch *view, rp_call_view *out)
{
    const rp_app *app = view->app;
    const run *played = &app->run;
    const rp_state *state = &played->session.state;
    const rp_node *node = &view->model->nodes[state->node];

    out->moves = counted_moves(played);
    out->is_exam = app->options.looks_like_exam;
    if (out->is_exam) {
        out->exam_call = app->options.exam_call;
        out->exam_calls = app->options.exam_calls;
        return;
    }
    out->has_hint = node->kind == RP_TURN && node->hint != 0;
    if (out->has_hint && played->hint_is_shown) {
        out->hint = sketch_text(view, state, node->hint);
    }
    out->can_undo = out->moves > 0;
    out->undone =
        played->undone[0] != '\0' ? sketch_copy(view, played->undone) : NULL;
}

static void fill_clocks(sketch *view, rp_call_view *out)
{
    const rp_app *app = view->app;
    const run *played = &app->run;
    const rp_node *node = &view->model->nodes[played->session.state.node];
    bool is_timed = node->kind == RP_TURN && !app->settings.silence_off;

    out->clock_ms = played->clock_ms;
    out->talk_s = rp_talk_seconds(&played->talk, view->model, played->language);
    out->band_from_s = APP_BAND_FROM_S;
    out->band_to_s = APP_BAND_TO_S;
    out->is_paused = played->is_paused;
    if (is_timed) {
        uint32_t stretched =
            (uint32_t)node->silence.after_s * app->settings.timer_percent;
        out->silence_s = (uint16_t)(stretched / 100);
        out->silence_ms = played->silence_ms;
    }
}

void view_call(sketch *view, rp_call_view *out)
{
    const run *played = &view->app->run;
    const rp_model *model = view->model;
    uint16_t offers[RP_OFFERS_MAX];

    out->title = sketch_text(view, &played->start, model->title);
    out->customer = sketch_customer(view, &played->start);
    out->about = about_line(view);
    out->face = sketch_copy(view, model->customer_face);
    out->voice = sketch_copy(view, model->customer_voice);
    out->channel = model->channel;
    out->mood = mood_of(played);
    uint32_t count = rp_session_cards(&played->session, offers);
    out->reply_count = fill_replies(view, offers, count, &out->replies);
    count = rp_session_anytime(&played->session, offers);
    out->anytime_count = fill_replies(view, offers, count, &out->anytime);
    fill_help(view, out);
    out->promise_count = sketch_promises(view, &out->promises);
    fill_steps(view, out);
    fill_clocks(view, out);
}

/* ------------------------------------------------------------------- form */

/* One ask; `bit` is that of its first answer and moves on. */
static rp_ask_view ask_of(sketch *view, const rp_ask *ask, uint32_t *bit)
{
    const run *played = &view->app->run;
    const rp_state *state = &played->session.state;
    uint64_t offered = rp_state_answers(view->model, state);
    rp_answer_view *answers =
        sketch_take(view, ask->answers.count, sizeof *answers);
    uint32_t count = 0;

    for (uint32_t i = 0; i < ask->answers.count; i++, (*bit)++) {
        const rp_choice *choice = &view->model->choices[ask->answers.first + i];
        if (answers != NULL && (offered >> *bit & 1) != 0) {
            answers[count++] =
                (rp_answer_view){.bit = (uint8_t)*bit,
                                 .id = sketch_copy(view, choice->id),
                                 .text = sketch_text(view, state, choice->text),
                                 .is_chosen = (played->picks >> *bit & 1) != 0};
        }
    }
    return (rp_ask_view){.id = sketch_copy(view, ask->id),
                         .text = sketch_text(view, state, ask->text),
                         .many = ask->many,
                         .answer_count = count,
                         .answers = answers};
}

static bool is_answered(const rp_ask_view *ask)
{
    for (uint32_t i = 0; i < ask->answer_count; i++) {
        if (ask->answers[i].is_chosen) {
            return true;
        }
    }
    return ask->many;
}

void view_form(sketch *view, rp_call_view *out)
{
    const rp_state *state = &view->app->run.session.state;
    const rp_node *form = &view->model->nodes[state->node];
    rp_ask_view *asks = sketch_take(view, form->asks.count, sizeof *asks);
    uint32_t bit = 0;

    out->form_title = sketch_text(view, state, form->title);
    out->form_is_complete = true;
    for (uint32_t i = 0; asks != NULL && i < form->asks.count; i++) {
        asks[i] = ask_of(view, &view->model->asks[form->asks.first + i], &bit);
        out->form_is_complete = out->form_is_complete && is_answered(&asks[i]);
    }
    out->asks = asks;
    out->ask_count = asks != NULL ? form->asks.count : 0;
}
