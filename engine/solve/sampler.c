/*
 * The independent witness: a walker that only steps. It shares nothing with
 * the rest of this room, so that the two can catch each other out.
 */
#include <math.h>

#include "rapport/solve.h"

/* The 99.9 % quantile of the normal distribution, both sides. */
static const double quantile = 3.2905267314919255;

static rp_odds wilson(uint64_t hits, uint64_t runs)
{
    if (runs == 0) {
        return (rp_odds){0, 1};
    }
    double n = (double)runs;
    double p = (double)hits / n;
    double z2 = quantile * quantile;
    double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
    double half =
        quantile / (1 + z2 / n) * sqrt(p * (1 - p) / n + z2 / (4 * n * n));
    /* Never and always stay possible; rounding would shut them out. */
    return (rp_odds){.low = hits == 0 ? 0 : fmax(0, middle - half),
                     .high = hits == runs ? 1 : fmin(1, middle + half)};
}

/* The `skip`-th set bit. */
static uint64_t nth_bit(uint64_t bits, uint32_t skip)
{
    while (skip-- > 0) {
        bits &= bits - 1;
    }
    return bits & (~bits + 1);
}

/* A filled-in form; false where a single ask offers nothing. */
static bool pick_form(const rp_model *model, const rp_state *state,
                      rp_random *random, rp_move *move)
{
    const rp_node *form = &model->nodes[state->node];
    uint64_t open = rp_state_answers(model, state);
    uint32_t bit = 0;

    *move = (rp_move){.kind = RP_MOVE_FORM};
    for (uint32_t i = 0; i < form->asks.count; i++) {
        const rp_ask *ask = &model->asks[form->asks.first + i];
        uint64_t mask = ask->answers.count >= 64
                            ? UINT64_MAX
                            : (UINT64_C(1) << ask->answers.count) - 1;
        uint64_t offered = open & mask << bit;
        bit += ask->answers.count;
        if (ask->many) {
            move->answers |= offered & rp_random_next(random);
        } else if (offered == 0) {
            return false;
        } else {
            uint32_t count = (uint32_t)__builtin_popcountll(offered);
            move->answers |= nth_bit(offered, rp_random_below(random, count));
        }
    }
    return true;
}

static bool pick(const rp_model *model, const rp_state *state,
                 rp_random *random, rp_move *move)
{
    uint16_t offers[RP_OFFERS_MAX];

    if (model->nodes[state->node].kind == RP_FORM) {
        return pick_form(model, state, random, move);
    }
    uint32_t count = rp_state_offers(model, state, offers);
    if (count == 0) {
        return false;
    }
    *move = (rp_move){.kind = RP_MOVE_REPLY,
                      .index = offers[rp_random_below(random, count)]};
    return true;
}

static void play_one(rp_session *session, rp_random *random)
{
    rp_move move;

    while (!rp_state_has_ended(session->model, &session->state) &&
           pick(session->model, &session->state, random, &move)) {
        rp_effect effect;
        rp_state_step(session->model, &session->state, &move, &effect);
        for (uint32_t i = 0; i < RP_SCORES; i++) {
            session->points[i] += effect.points[i];
        }
    }
}

static void count_run(const rp_session *session, const int32_t *par,
                      rp_sample *sample)
{
    rp_result result = rp_session_result(session, par);

    sample->passed += result.passed;
    sample->passed_exam += result.passed_exam;
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        bool counts = result.ending != RP_NONE && result.outcome != RP_LOST &&
                      !result.is_critical;
        if (counts && result.points[i] > sample->most[i]) {
            sample->most[i] = result.points[i];
        }
    }
}

void rp_sample_blind(const rp_model *model, uint16_t set,
                     const rp_sample_options *options, rp_sample *sample)
{
    rp_random random = rp_random_seeded(options->seed);

    *sample = (rp_sample){.runs = options->runs};
    for (uint64_t i = 0; i < options->runs; i++) {
        rp_session session = {.model = model};
        rp_state_begin(model, set, &session.state, NULL);
        for (uint32_t r = 0; options->opens_all && r < model->record_count;
             r++) {
            rp_mark_set(&session.state, model->records[r].opened_mark);
        }
        play_one(&session, &random);
        count_run(&session, options->par, sample);
    }
    sample->chance.own = wilson(sample->passed, options->runs);
    sample->chance.exam = wilson(sample->passed_exam, options->runs);
}
