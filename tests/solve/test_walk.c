/*
 * Walking itself: what is merged, budgets, cancelling, refusals.
 */
#include <stdio.h>
#include <string.h>

#include "rapport/solve.h"
#include "support/ladder.h"
#include "support/refusing.h"
#include "support/test.h"
#include "support/toy.h"

static rp_walk *open_walk(const rp_model *model, const rp_budget *budget)
{
    rp_walk *walk = NULL;

    assert_int_equal(rp_walk_open(model,
                                  &(rp_walk_how){0, rp_alloc_default(), budget},
                                  &walk, NULL),
                     RP_OK);
    return walk;
}

static rp_model *ladder_model(int moods, int marks)
{
    static toy from;
    ladder l = ladder_make(moods, marks);

    ladder_toy(&l, &from);
    return toy_model(&from);
}

static void moods_nobody_reads_are_forgotten(void **unused)
{
    (void)unused;
    static toy from;
    ladder l = ladder_make(3, 0);
    ladder_toy(&l, &from);
    from.nodes[LADDER_RUNGS - 1].choices[0].when[0] = '\0';
    rp_model *model = toy_model(&from);

    rp_walk *walk = open_walk(model, NULL);

    assert_int_equal(rp_walk_state_count(walk), LADDER_RUNGS + 1);
    rp_walk_free(walk);
    toy_model_free(model);
}

static void a_form_grows_with_its_answers_not_with_their_subsets(void **unused)
{
    (void)unused;
    static toy from;
    memset(&from, 0, sizeof from);
    from.node_count = 2;
    from.nodes[0] = (toy_node){.id = "f",
                               .kind = RP_FORM,
                               .ask_count = 3,
                               .route_count = 1,
                               .route = {{.to = "end"}}};
    from.nodes[1] = (toy_node){.id = "end", .kind = RP_ENDING};
    for (int a = 0; a < 3; a++) {
        toy_ask *ask = &from.nodes[0].asks[a];
        (void)snprintf(ask->id, TOY_ID, "q%d", a);
        ask->many = true;
        ask->answer_count = TOY_CHOICES;
        for (int i = 0; i < TOY_CHOICES; i++) {
            (void)snprintf(ask->answers[i].id, TOY_ID, "x%d", i);
            ask->answers[i].points[a] = i % 2 == 0 ? 1 : -1;
        }
    }
    rp_model *model = toy_model(&from);
    int32_t par[RP_SCORES];
    rp_chance blind;

    rp_walk *walk = open_walk(model, NULL);

    rp_walk_par(walk, par);
    assert_int_equal(par[RP_LISTENING], TOY_CHOICES / 2);
    assert_true(rp_walk_state_count(walk) <= 3 * TOY_CHOICES + 3);
    assert_int_equal(rp_walk_odds(walk, RP_BLIND, 0, &blind, NULL), RP_OK);
    /* 60 % of 4: at least 3 more right than wrong, (8 + 1) / 256 each. */
    double one = 9.0 / 256;
    double apart = blind.own.low - one * one * one;
    assert_true(apart < 1e-15 && apart > -1e-15);
    rp_walk_free(walk);
    toy_model_free(model);
}

static void a_spent_budget_gives_bounds_and_says_so(void **unused)
{
    (void)unused;
    rp_model *model = ladder_model(3, 2);
    rp_budget small = {.states_max = 500};
    int32_t par[RP_SCORES];
    int32_t bound[RP_SCORES];
    rp_chance chance;
    rp_chance wide;

    rp_walk *whole = open_walk(model, NULL);
    rp_walk *part = open_walk(model, &small);

    assert_true(rp_walk_is_exact(whole));
    assert_false(rp_walk_is_exact(part));
    assert_true(rp_walk_state_count(part) <= small.states_max);
    rp_walk_par(whole, par);
    rp_walk_par(part, bound);
    for (int i = 0; i < RP_SCORES; i++) {
        assert_true(bound[i] <= par[i]);
    }
    for (int guesser = 0; guesser < RP_GUESSERS; guesser++) {
        assert_int_equal(
            rp_walk_odds(whole, (rp_guesser)guesser, 0, &chance, NULL), RP_OK);
        assert_int_equal(
            rp_walk_odds(part, (rp_guesser)guesser, 0, &wide, NULL), RP_OK);
        assert_true(wide.own.low <= chance.own.low);
        if (guesser != RP_HALF_INFORMED) {
            assert_true(wide.own.high >= chance.own.high);
            assert_true(wide.exam.high >= chance.exam.high);
        }
    }
    rp_walk_free(part);
    rp_walk_free(whole);
    toy_model_free(model);
}

/* All states are walked, but not all totals that can be had in them. */
static void odds_that_spend_the_budget_are_bounds_and_say_so(void **unused)
{
    (void)unused;
    rp_model *model = ladder_model(1, 0);
    rp_report_options options = {.budget = {.states_max = 400}};
    rp_report whole;
    rp_report part;
    rp_arena arena;

    rp_arena_init(&arena, rp_alloc_default());
    assert_int_equal(rp_check_report(model, NULL, &arena, &whole, NULL), RP_OK);
    assert_int_equal(rp_check_report(model, &options, &arena, &part, NULL),
                     RP_OK);

    assert_true(whole.is_exact);
    assert_true(part.sets[0].is_exact);
    assert_false(part.is_exact);
    const rp_odds *exact = &whole.odds[RP_BLIND].exam;
    const rp_odds *bounds = &part.odds[RP_BLIND].exam;
    assert_true(bounds->low < bounds->high);
    assert_true(bounds->low <= exact->low && exact->high <= bounds->high);
    rp_arena_clear(&arena);
    toy_model_free(model);
}

static void bytes_are_kept_to(void **unused)
{
    (void)unused;
    rp_model *model = ladder_model(3, 2);
    rp_budget small = {.bytes_max = 100000};

    rp_walk *walk = open_walk(model, &small);

    assert_false(rp_walk_is_exact(walk));
    rp_walk_free(walk);
    toy_model_free(model);
}

static bool cancel(void *user, uint64_t states)
{
    (void)states;
    *(int *)user += 1;
    return true;
}

static void progress_can_cancel(void **unused)
{
    (void)unused;
    rp_model *model = ladder_model(2, 2);
    int calls = 0;
    rp_budget budget = {.progress = cancel, .user = &calls};
    rp_walk *walk = NULL;

    assert_int_equal(
        rp_walk_open(model, &(rp_walk_how){0, rp_alloc_default(), &budget},
                     &walk, NULL),
        RP_E_STATE);
    assert_int_equal(calls, 1);
    assert_null(walk);
    toy_model_free(model);
}

/* Opening, odds and a report, with n requests allowed, until all succeed. */
static void refused_memory_is_told_and_given_back(void **unused)
{
    (void)unused;
    static toy from;
    toy_random(&from, 224);
    rp_model *model = toy_model(&from);
    rp_status status = RP_E_MEMORY;

    for (uint64_t n = 0; status != RP_OK; n++) {
        refusing r = {.allowed = n};
        rp_report report;
        rp_arena arena;
        rp_arena_init(&arena, refusing_alloc(&r));
        status = rp_check_report(model, NULL, &arena, &report, NULL);
        assert_true(status == RP_OK || status == RP_E_MEMORY);
        rp_arena_clear(&arena);
        assert_int_equal(r.blocks, 0);
        assert_true(n < 100000);
    }
    toy_model_free(model);
}

/* What is asked of a walk that is there, with n requests allowed. */
static void refused_questions_leave_the_walk_usable(void **unused)
{
    (void)unused;
    static toy from;
    toy_random(&from, 224);
    rp_model *model = toy_model(&from);
    rp_status status = RP_E_MEMORY;
    rp_chance chance;
    rp_state start;
    const int32_t points[RP_SCORES] = {0};

    rp_state_begin(model, 0, &start, NULL);
    for (uint64_t n = 0; status != RP_OK; n++) {
        refusing r = {.allowed = UINT64_MAX};
        rp_walk *walk = NULL;
        rp_regret regret;
        rp_move move = {
            .kind = RP_MOVE_REPLY,
            .index = model->offers[model->nodes[start.node].offers.first]};
        assert_int_equal(
            rp_walk_open(model, &(rp_walk_how){0, refusing_alloc(&r), NULL},
                         &walk, NULL),
            RP_OK);
        r.asked = 0;
        r.allowed = n;
        status = rp_walk_odds(walk, RP_HALF_INFORMED, 0, &chance, NULL);
        assert_true(status == RP_OK || status == RP_E_MEMORY);
        r.allowed = UINT64_MAX;
        assert_int_equal(rp_walk_regret(walk, &(rp_standing){&start, points},
                                        &move, &regret, NULL),
                         RP_OK);
        rp_walk_free(walk);
        assert_int_equal(r.blocks, 0);
    }
    toy_model_free(model);
}

static double larger(double a, double b)
{
    return a > b ? a : b;
}

static void the_independent_walker_agrees(void **unused)
{
    (void)unused;
    static toy from;

    for (uint64_t seed = 1; seed <= 40; seed++) {
        toy_random(&from, seed);
        rp_model *model = toy_model(&from);
        rp_walk *walk = open_walk(model, NULL);
        rp_sample_options options = {.seed = seed + 1000, .runs = 4000};
        rp_sample shut;
        rp_sample open;
        rp_chance chance;
        rp_walk_par(walk, options.par);
        assert_int_equal(rp_walk_odds(walk, RP_BLIND, 0, &chance, NULL), RP_OK);
        rp_sample_blind(model, 0, &options, &shut);
        options.opens_all = true;
        rp_sample_blind(model, 0, &options, &open);
        assert_true(chance.own.low <=
                    larger(shut.chance.own.high, open.chance.own.high));
        assert_true(chance.own.high >=
                    larger(shut.chance.own.low, open.chance.own.low));
        for (int i = 0; i < RP_SCORES; i++) {
            assert_true(shut.most[i] <= options.par[i]);
            assert_true(open.most[i] <= options.par[i]);
        }
        rp_walk_free(walk);
        toy_model_free(model);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(moods_nobody_reads_are_forgotten),
        cmocka_unit_test(a_form_grows_with_its_answers_not_with_their_subsets),
        cmocka_unit_test(a_spent_budget_gives_bounds_and_says_so),
        cmocka_unit_test(odds_that_spend_the_budget_are_bounds_and_say_so),
        cmocka_unit_test(bytes_are_kept_to),
        cmocka_unit_test(progress_can_cancel),
        cmocka_unit_test(refused_memory_is_told_and_given_back),
        cmocka_unit_test(refused_questions_leave_the_walk_usable),
        cmocka_unit_test(the_independent_walker_agrees),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
