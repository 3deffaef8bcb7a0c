/*
 * What a report says besides the odds, found by playing.
 */
#include <string.h>

#include "support/brute.h"

/* A place in a run: where it stands and what it has earned. */
typedef struct place {
    rp_state state;
    int32_t points[RP_SCORES];
} place;

static place begin(const brute *b)
{
    place at = {.points = {0}};

    rp_state_begin(b->model, b->set, &at.state, NULL);
    return at;
}

static place after(const brute *b, const place *at, const rp_move *move)
{
    place next = *at;
    rp_effect effect;

    rp_state_step(b->model, &next.state, move, &effect);
    for (int i = 0; i < RP_SCORES; i++) {
        next.points[i] += effect.points[i];
    }
    return next;
}

static bool passes(const brute *b, const place *at)
{
    rp_session session = {.model = b->model, .state = at->state};

    memcpy(session.points, at->points, sizeof session.points);
    return rp_session_result(&session, b->par).passed;
}

/* Whether a move costs nothing; the door was open before it. */
static bool is_strong(const brute *b, const place *at, const rp_move *move)
{
    place next = after(b, at, move);
    int64_t before = 0;
    int64_t behind = 0;

    return brute_attainable(b, &at->state, at->points, &before) &&
           brute_attainable(b, &next.state, next.points, &behind) &&
           before == behind;
}

/* --------------------------------------------------------------- recovery */

static bool can_pass(const brute *b, const place *at)
{
    rp_move moves[BRUTE_WAYS];

    if (rp_state_has_ended(b->model, &at->state)) {
        return passes(b, at);
    }
    uint32_t count = brute_moves(b->model, &at->state, moves);
    for (uint32_t i = 0; i < b->model->record_count; i++) {
        rp_move open = {.kind = RP_MOVE_OPEN, .index = (uint16_t)i};
        if (!rp_mark_is_set(&at->state, b->model->records[i].opened_mark) &&
            b->model->records[i].opened_mark != RP_NONE) {
            moves[count++] = open;
        }
    }
    for (uint32_t i = 0; i < count; i++) {
        place next = after(b, at, &moves[i]);
        if (can_pass(b, &next)) {
            return true;
        }
    }
    return false;
}

uint32_t brute_recoveries(const brute *b,
                          brute_recovery found[BRUTE_RECOVERIES])
{
    place at = begin(b);
    uint32_t count = 0;
    uint32_t made = 0;

    for (uint32_t i = 0; i < b->best.count && 2 * made < b->best.counted; i++) {
        uint16_t offers[RP_OFFERS_MAX];
        bool is_counted = b->best.moves[i].kind != RP_MOVE_OPEN;
        uint32_t offered =
            is_counted ? rp_state_offers(b->model, &at.state, offers) : 0;
        for (uint32_t j = 0; j < offered; j++) {
            rp_move move = {.kind = RP_MOVE_REPLY, .index = offers[j]};
            place next = after(b, &at, &move);
            if (!is_strong(b, &at, &move)) {
                found[count++] = (brute_recovery){at.state.node, offers[j],
                                                  made, can_pass(b, &next)};
            }
        }
        made += is_counted ? 1 : 0;
        at = after(b, &at, &b->best.moves[i]);
    }
    return count;
}

/* ---------------------------------------------------------------- weights */

/* The chance that a blind guesser passes from here. */
static double blind_chance(const brute *b, const place *at)
{
    rp_move moves[BRUTE_WAYS];
    double sum = 0;

    if (rp_state_has_ended(b->model, &at->state)) {
        return passes(b, at);
    }
    /* In a form every ask is answered evenly, so every filling is as likely. */
    uint32_t count = brute_moves(b->model, &at->state, moves);
    for (uint32_t i = 0; i < count; i++) {
        place next = after(b, at, &moves[i]);
        sum += blind_chance(b, &next) / count;
    }
    return sum;
}

static void weigh(const brute *b, const place *at, double share,
                  brute_weights *sum)
{
    const rp_node *node = &b->model->nodes[at->state.node];
    rp_move moves[BRUTE_WAYS];
    double before = blind_chance(b, at);

    if (rp_state_has_ended(b->model, &at->state) || !(before > 0)) {
        return;
    }
    uint32_t count = brute_moves(b->model, &at->state, moves);
    for (uint32_t i = 0; i < count; i++) {
        place next = after(b, at, &moves[i]);
        double part = share / count;
        for (uint32_t j = 0; j < node->offers.count; j++) {
            uint32_t offer = node->offers.first + j;
            if (moves[i].kind == RP_MOVE_REPLY &&
                b->model->offers[offer] == moves[i].index) {
                sum->gain[offer] += share * (blind_chance(b, &next) - before);
                sum->met[offer] += share;
            }
        }
        weigh(b, &next, part, sum);
    }
}

void brute_weigh(const brute *b, brute_weights *sum)
{
    place at = begin(b);

    for (uint32_t i = 0; i < b->model->record_count; i++) {
        rp_mark_set(&at.state, b->model->records[i].opened_mark);
    }
    weigh(b, &at, 1, sum);
}

/* ------------------------------------------------------- learnt by heart */

bool brute_learnt(const brute *learnt, const brute *other)
{
    const rp_model *model = other->model;
    static char text[RP_MOVE_TEXT_MAX];
    place told = begin(learnt);
    rp_session session = {.model = model};

    rp_state_begin(model, other->set, &session.state, NULL);
    for (uint32_t i = 0; i < learnt->best.count; i++) {
        rp_move move = {.at_ms = 0};
        if (rp_session_has_ended(&session)) {
            break;
        }
        (void)rp_move_write(model, &told.state, &learnt->best.moves[i], text);
        if (rp_move_read(model, &session.state, text, &move, NULL) != RP_OK ||
            rp_session_take(&session, &move, NULL, NULL) != RP_OK) {
            return false;
        }
        told = after(learnt, &told, &learnt->best.moves[i]);
    }
    return learnt->best.count > 0 &&
           rp_session_result(&session, other->par).passed;
}

/* --------------------------------------------------------------- talking */

static uint64_t words(const char *text)
{
    uint64_t count = text[0] != '\0';

    for (; *text != '\0'; text++) {
        count += *text == ' ';
    }
    return count;
}

static uint64_t lines_said(const brute *b, const rp_state *state,
                           const rp_effect *effect)
{
    uint64_t count = 0;

    for (uint32_t i = 0; i < effect->node_count; i++) {
        rp_span says = b->model->nodes[effect->nodes[i]].says;
        uint32_t line = says.first;
        while (says.count > 0 &&
               !rp_expr_holds(b->model, b->model->lines[line].when, state)) {
            line++;
        }
        if (says.count > 0) {
            count +=
                words(rp_model_text(b->model, 0, b->model->lines[line].text));
        }
    }
    return count;
}

/* What the customer says to the answers ticked. */
static uint64_t heard_in_form(const brute *b, const rp_state *state,
                              uint64_t answers)
{
    rp_span asks = b->model->nodes[state->node].asks;
    uint32_t bit = 0;
    uint64_t count = 0;

    for (uint32_t i = asks.first; i < asks.first + asks.count; i++) {
        rp_span span = b->model->asks[i].answers;
        for (uint32_t j = span.first; j < span.first + span.count; j++) {
            if ((answers >> bit++ & 1) != 0) {
                rp_ref hears = b->model->choices[j].hears;
                count += words(rp_model_text(b->model, 0, hears));
            }
        }
    }
    return count;
}

uint32_t brute_talk_seconds(const brute *b)
{
    rp_rate rate = b->model->languages[0].rate;
    rp_effect effect;
    rp_state state;
    uint64_t agent = 0;

    rp_state_begin(b->model, b->set, &state, &effect);
    uint64_t customer = lines_said(b, &state, &effect);
    for (uint32_t i = 0; i < b->best.count; i++) {
        const rp_move *move = &b->best.moves[i];
        if (move->kind == RP_MOVE_REPLY) {
            const rp_choice *choice = &b->model->choices[move->index];
            agent += words(rp_model_text(b->model, 0, choice->text));
            customer += words(rp_model_text(b->model, 0, choice->hears));
        } else if (move->kind == RP_MOVE_FORM) {
            customer += heard_in_form(b, &state, move->answers);
        }
        rp_state_step(b->model, &state, move, &effect);
        customer += lines_said(b, &state, &effect);
    }
    /* Whole numbers: half a second is rounded up, and not missed by a hair. */
    uint64_t whole = 2ULL * rate.agent * rate.customer;
    uint64_t twice = 120 * (agent * rate.customer + customer * rate.agent);
    return (uint32_t)((twice + whole / 2) / whole);
}

/* -------------------------------------------------------------- the gate */

static void follow_strong(const brute *b, const place *at,
                          int32_t least[RP_SCORES])
{
    rp_move moves[BRUTE_WAYS];

    if (rp_state_has_ended(b->model, &at->state)) {
        for (int i = 0; i < RP_SCORES; i++) {
            least[i] = at->points[i] < least[i] ? at->points[i] : least[i];
        }
        return;
    }
    uint32_t count = brute_moves(b->model, &at->state, moves);
    for (uint32_t i = 0; i < b->model->record_count; i++) {
        if (!rp_mark_is_set(&at->state, b->model->records[i].opened_mark) &&
            b->model->records[i].opened_mark != RP_NONE) {
            moves[count++] =
                (rp_move){.kind = RP_MOVE_OPEN, .index = (uint16_t)i};
        }
    }
    for (uint32_t i = 0; i < count; i++) {
        if (is_strong(b, at, &moves[i])) {
            place next = after(b, at, &moves[i]);
            follow_strong(b, &next, least);
        }
    }
}

void brute_least_strong(const brute *b, int32_t least[RP_SCORES])
{
    place at = begin(b);

    for (int i = 0; i < RP_SCORES; i++) {
        least[i] = INT32_MAX;
    }
    if (b->has_best) {
        follow_strong(b, &at, least);
    }
}

/* Where the best run first stands in a turn, and the reply it makes there. */
static bool first_stop(const brute *b, uint16_t node, place *at, rp_move *move)
{
    *at = begin(b);
    for (uint32_t i = 0; i < b->best.count; i++) {
        *move = b->best.moves[i];
        if (at->state.node == node && move->kind == RP_MOVE_REPLY) {
            return true;
        }
        *at = after(b, at, move);
    }
    return false;
}

/* Whether what is best elsewhere is worse where this set stands. */
static bool is_worse_here(const brute *here, const place *at,
                          const rp_move *wanted)
{
    uint16_t offers[RP_OFFERS_MAX];
    uint32_t count = rp_state_offers(here->model, &at->state, offers);

    for (uint32_t i = 0; i < count; i++) {
        if (offers[i] == wanted->index) {
            return !is_strong(here, at, wanted);
        }
    }
    return true;
}

static bool is_star(const brute *sets, uint32_t set_count, uint16_t node)
{
    for (uint32_t i = 0; i < set_count; i++) {
        for (uint32_t j = 0; j < set_count; j++) {
            place one;
            place other;
            rp_move mine;
            rp_move theirs;
            if (i != j && first_stop(&sets[i], node, &one, &mine) &&
                first_stop(&sets[j], node, &other, &theirs) &&
                is_worse_here(&sets[i], &one, &theirs)) {
                return true;
            }
        }
    }
    return false;
}

uint32_t brute_star_turns(const brute *sets, uint32_t set_count)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < sets[0].model->node_count; i++) {
        count += is_star(sets, set_count, (uint16_t)i);
    }
    return count;
}
