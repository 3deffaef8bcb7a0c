/*
 * The rules twice: rp_state_step against the naive interpreter, over random
 * calls and random legal moves, silence and records among them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rapport/play.h"
#include "support/naive.h"
#include "support/test.h"
#include "support/toy.h"

enum {
    CALLS = 4000,
    WALKS_A_CALL = 6
};

static void assert_alike(const rp_model *model, const rp_session *session,
                         const naive *n)
{
    const rp_state *state = &session->state;

    assert_int_equal(state->node, n->node);
    assert_int_equal(state->moves, n->moves);
    for (int i = 0; i < RP_MOODS; i++) {
        assert_int_equal(state->mood[i], n->mood[i]);
    }
    for (uint32_t i = 0; i < model->var_count; i++) {
        assert_int_equal(model->vars[i].lo + state->vars[i], n->vars[i]);
    }
    for (int i = 0; i < RP_SCORES; i++) {
        assert_int_equal(session->points[i], n->points[i]);
    }
    assert_int_equal(rp_state_is_critical(model, state), n->is_critical);
    assert_int_equal(rp_session_has_ended(session), naive_has_ended(n));
}

/* The replies offered are those the naive interpreter would offer. */
static void assert_offers_alike(const rp_model *model, const rp_state *state,
                                const naive *n)
{
    const toy_node *node = &n->from->nodes[n->node];
    uint16_t offers[RP_OFFERS_MAX];
    uint32_t count = rp_state_offers(model, state, offers);
    uint32_t found = 0;

    for (uint32_t i = 0; i < node->choice_count; i++) {
        if (naive_offers(n, node->id, &node->choices[i])) {
            assert_true(found < count);
            assert_string_equal(model->choices[offers[found]].id,
                                node->choices[i].id);
            found++;
        }
    }
    assert_int_equal(found, count);
}

/* Picks one of the form's legal answers; false where an ask is stuck. */
static bool pick_form(const rp_model *model, const rp_state *state,
                      rp_random *random, rp_move *move)
{
    const rp_node *form = &model->nodes[state->node];
    uint64_t open = rp_state_answers(model, state);
    uint32_t bit = 0;

    *move = (rp_move){.kind = RP_MOVE_FORM};
    for (uint32_t i = 0; i < form->asks.count; i++) {
        const rp_ask *ask = &model->asks[form->asks.first + i];
        uint64_t mask = ((UINT64_C(1) << ask->answers.count) - 1) << bit;
        uint64_t left = open & mask;
        bit += ask->answers.count;
        if (ask->many) {
            move->answers |= left & rp_random_next(random);
            continue;
        }
        if (left == 0) {
            return false;
        }
        uint32_t skip =
            rp_random_below(random, (uint32_t)__builtin_popcountll(left));
        while (skip-- > 0) {
            left &= left - 1;
        }
        move->answers |= left & (~left + 1);
    }
    return true;
}

static bool pick_move(const rp_model *model, const rp_state *state,
                      rp_random *random, rp_move *move)
{
    const rp_node *node = &model->nodes[state->node];
    uint16_t offers[RP_OFFERS_MAX];

    *move = (rp_move){.kind = RP_MOVE_SILENCE};
    if (model->record_count > 0 && rp_random_below(random, 6) == 0) {
        move->kind = RP_MOVE_OPEN;
        return true;
    }
    if (node->kind == RP_TURN && node->silence.after_s > 0 &&
        rp_random_below(random, 5) == 0) {
        return true;
    }
    if (node->kind == RP_FORM) {
        return pick_form(model, state, random, move);
    }
    uint32_t count = rp_state_offers(model, state, offers);
    if (count == 0) {
        return false;
    }
    move->kind = RP_MOVE_REPLY;
    move->index = offers[rp_random_below(random, count)];
    return true;
}

static void walk_both(const toy *from, const rp_model *model, rp_random *random)
{
    rp_session session;
    naive n;
    uint16_t set = (uint16_t)rp_random_below(random, model->set_count);

    assert_int_equal(
        rp_session_begin(model, &(rp_opening){1, set}, &session, NULL, NULL),
        RP_OK);
    naive_begin(&n, from, set);
    assert_alike(model, &session, &n);
    rp_move move;
    while (!rp_session_has_ended(&session) &&
           pick_move(model, &session.state, random, &move)) {
        static char text[RP_MOVE_TEXT_MAX];
        assert_offers_alike(model, &session.state, &n);
        (void)rp_move_write(model, &session.state, &move, text);
        rp_move read = toy_move(model, &session.state, text);
        assert_int_equal(read.answers, move.answers);
        naive_take(&n, text);
        assert_int_equal(rp_session_take(&session, &read, NULL, NULL), RP_OK);
        assert_alike(model, &session, &n);
    }
}

static void steps_agree_with_the_naive_interpreter(void **state)
{
    (void)state;
    toy *from = calloc(1, sizeof *from);
    assert_non_null(from);
    for (uint64_t seed = 1; seed <= CALLS; seed++) {
        rp_random random = rp_random_seeded(seed ^ 0xabcdef);
        toy_random(from, seed);
        rp_model *model = toy_model(from);
        for (int i = 0; i < WALKS_A_CALL; i++) {
            walk_both(from, model, &random);
        }
        toy_model_free(model);
    }
    free(from);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps_agree_with_the_naive_interpreter),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
