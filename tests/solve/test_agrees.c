/*
 * The solver against brute force, over random calls: par, unit, best run,
 * regret, and later the odds.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rapport/solve.h"
#include "support/brute.h"
#include "support/test.h"
#include "support/toy.h"

enum {
    CALLS = 1500,
    FREE_CALLS = 400,
    PROBES = 6
};

/* The call under test: RP_SEED=n runs it alone. */
static uint64_t seed_now;

static bool is_same_move(const rp_move *a, const rp_move *b)
{
    return a->kind == b->kind && a->index == b->index &&
           a->answers == b->answers;
}

static void print_run(const rp_model *model, uint16_t set, const rp_move *moves,
                      uint32_t count)
{
    static char text[RP_MOVE_TEXT_MAX];
    rp_state state;

    rp_state_begin(model, set, &state, NULL);
    for (uint32_t i = 0; i < count; i++) {
        print_message("%s at %s, ",
                      rp_move_write(model, &state, &moves[i], text),
                      model->nodes[state.node].id);
        rp_state_step(model, &state, &moves[i], NULL);
    }
    print_message("(seed %llu)\n", (unsigned long long)seed_now);
}

static void assert_same_best(const brute *b, const rp_walk *walk)
{
    rp_move moves[BRUTE_MOVES];
    int32_t points[RP_SCORES];
    uint32_t count = rp_walk_best(walk, moves, BRUTE_MOVES, points);

    assert_int_equal(count, b->has_best ? b->best.count : 0);
    for (uint32_t i = 0; i < count; i++) {
        if (!is_same_move(&moves[i], &b->best.moves[i])) {
            print_run(b->model, b->set, moves, count);
            print_run(b->model, b->set, b->best.moves, count);
            fail();
        }
    }
    for (int i = 0; b->has_best && i < RP_SCORES; i++) {
        assert_int_equal(points[i], b->best.points[i]);
    }
}

static void assert_same_regret(const brute *b, rp_walk *walk,
                               const rp_state *state,
                               const int32_t points[RP_SCORES],
                               const rp_move *move)
{
    rp_state after = *state;
    rp_effect effect;
    rp_regret regret;
    int32_t sum[RP_SCORES];
    int64_t before_value = 0;
    int64_t after_value = 0;

    rp_state_step(b->model, &after, move, &effect);
    for (int i = 0; i < RP_SCORES; i++) {
        sum[i] = points[i] + effect.points[i];
    }
    bool was_open = brute_attainable(b, state, points, &before_value);
    bool is_open = brute_attainable(b, &after, sum, &after_value);
    if (!is_open) {
        after_value = before_value < 0 ? before_value : 0;
    }
    int64_t expected = was_open ? before_value - after_value : 0;
    assert_int_equal(rp_walk_regret(walk, &(rp_standing){state, points}, move,
                                    &regret, NULL),
                     RP_OK);
    assert_int_equal(regret.value, expected);
    assert_int_equal(regret.closes_door, was_open && !is_open);
    assert_int_equal(regret.is_strong, was_open && is_open && expected == 0);
}

/* Walks at random, silence and records too, and asks at every stop. */
static void probe(const brute *b, rp_walk *walk, rp_random *random)
{
    const rp_model *model = b->model;
    static rp_move moves[BRUTE_WAYS];
    int32_t points[RP_SCORES] = {0};
    rp_state state;

    rp_state_begin(model, b->set, &state, NULL);
    for (;;) {
        uint32_t count = brute_moves(model, &state, moves);
        if (count == 0) {
            return;
        }
        for (uint32_t i = 0; i < count; i++) {
            assert_same_regret(b, walk, &state, points, &moves[i]);
        }
        rp_move move = moves[rp_random_below(random, count)];
        const rp_node *node = &model->nodes[state.node];
        if (rp_random_below(random, 4) == 0 && node->kind == RP_TURN &&
            node->silence.after_s > 0) {
            move = (rp_move){.kind = RP_MOVE_SILENCE};
        } else if (rp_random_below(random, 4) == 0 && model->record_count > 0) {
            move = (rp_move){.kind = RP_MOVE_OPEN};
        }
        rp_effect effect;
        rp_state_step(model, &state, &move, &effect);
        for (int i = 0; i < RP_SCORES; i++) {
            points[i] += effect.points[i];
        }
    }
}

static void assert_near(double a, double b)
{
    double apart = a > b ? a - b : b - a;

    if (apart > 1e-12) {
        fail_msg("seed %llu: %.15f is not %.15f", (unsigned long long)seed_now,
                 a, b);
    }
}

static void assert_same_odds(const brute *b, rp_walk *walk)
{
    for (int guesser = 0; guesser < RP_GUESSERS; guesser++) {
        rp_chance found;
        rp_chance expected = brute_odds(b, (rp_guesser)guesser);
        assert_int_equal(
            rp_walk_odds(walk, (rp_guesser)guesser, 0, &found, NULL), RP_OK);
        assert_near(found.own.low, expected.own.low);
        assert_near(found.own.high, expected.own.high);
        assert_near(found.exam.low, expected.exam.low);
        assert_near(found.exam.high, expected.exam.high);
    }
}

static void assert_agreement(const rp_model *model, uint64_t seed)
{
    uint16_t set = (uint16_t)(seed % model->set_count);
    rp_random random = rp_random_seeded(seed + 17);
    rp_walk *walk = NULL;
    int32_t par[RP_SCORES];
    static brute b;

    brute_solve(&b, model, set);
    assert_int_equal(
        rp_walk_open(model,
                     &(rp_walk_how){.set = set, .alloc = rp_alloc_default()},
                     &walk, NULL),
        RP_OK);
    assert_true(rp_walk_is_exact(walk));
    rp_walk_par(walk, par);
    for (int i = 0; i < RP_SCORES; i++) {
        assert_int_equal(par[i], b.par[i]);
    }
    assert_int_equal(rp_walk_unit(walk), b.unit);
    assert_same_best(&b, walk);
    assert_same_odds(&b, walk);
    for (int i = 0; i < PROBES; i++) {
        probe(&b, walk, &random);
    }
    rp_walk_free(walk);
}

static void agree_on_calls(uint64_t calls, void (*make)(toy *, uint64_t))
{
    toy *from = calloc(1, sizeof *from);
    assert_non_null(from);
    const char *only = getenv("RP_SEED");
    for (uint64_t seed = 1; seed <= calls; seed++) {
        uint64_t used = only != NULL ? strtoull(only, NULL, 10) : seed;
        make(from, used);
        rp_model *model = toy_model(from);
        seed_now = used;
        assert_agreement(model, used);
        toy_model_free(model);
    }
    free(from);
}

static void assert_same_chance(const rp_chance *a, const rp_chance *b)
{
    assert_near(a->own.low, b->own.low);
    assert_near(a->own.high, b->own.high);
    assert_near(a->exam.low, b->exam.low);
    assert_near(a->exam.high, b->exam.high);
}

static void assert_own_odds(const rp_model *model, const rp_report *report,
                            uint16_t set)
{
    rp_walk *walk = NULL;
    rp_chance alone;

    assert_int_equal(
        rp_walk_open(model,
                     &(rp_walk_how){.set = set, .alloc = rp_alloc_default()},
                     &walk, NULL),
        RP_OK);
    for (int guesser = 0; guesser < RP_GUESSERS; guesser++) {
        assert_int_equal(
            rp_walk_odds(walk, (rp_guesser)guesser, 0, &alone, NULL), RP_OK);
        assert_same_chance(&report->sets[set].odds[guesser], &alone);
    }
    rp_walk_free(walk);
}

/* A report looks at all sets at once, and finds the same only once. */
static void sets_looked_at_together_keep_their_own_odds(void **state)
{
    (void)state;
    toy *from = calloc(1, sizeof *from);
    assert_non_null(from);
    for (uint64_t seed = 1; seed <= CALLS; seed++) {
        toy_random(from, seed);
        rp_model *model = toy_model(from);
        rp_report report;
        rp_arena arena;
        seed_now = seed;
        rp_arena_init(&arena, rp_alloc_default());
        assert_int_equal(rp_check_report(model, NULL, &arena, &report, NULL),
                         RP_OK);
        for (uint32_t set = 0; set < model->set_count; set++) {
            assert_own_odds(model, &report, (uint16_t)set);
        }
        rp_arena_clear(&arena);
        toy_model_free(model);
    }
    free(from);
}

static void random_calls_agree_with_brute_force(void **state)
{
    (void)state;
    agree_on_calls(CALLS, toy_random);
}

static void calls_of_few_conditions_agree_with_brute_force(void **state)
{
    (void)state;
    agree_on_calls(FREE_CALLS, toy_random_free);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_calls_agree_with_brute_force),
        cmocka_unit_test(calls_of_few_conditions_agree_with_brute_force),
        cmocka_unit_test(sets_looked_at_together_keep_their_own_odds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
