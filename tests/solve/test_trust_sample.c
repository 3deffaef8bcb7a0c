/*
 * The blind guesser's exact odds against the walker that only steps, over
 * generated calls: each for itself, and all of them together.
 */
#include "support/chance.h"
#include "support/trust.h"

enum {
    CALLS = 2400,
    LONG_CALLS = 600,
    RUNS = 1000
};

/* A cut walk proves nothing here; a few long calls are as large as that. */
static const rp_budget small = {.states_max = 20000};

typedef struct counts {
    uint64_t calls;
    uint64_t between; /* of the chances, those that are neither 0 nor 1 */
    uint64_t asked;
    uint64_t outside; /* of Wilson's interval at 99.9 % */
    double apart;     /* hits less what was to be expected, over all calls */
    double variance;
} counts;

static void sample_both(const trial *t, uint16_t set, const int32_t *par,
                        rp_sample samples[2])
{
    for (int i = 0; i < 2; i++) {
        rp_sample_options options = {.seed = 2 * t->seed + (uint64_t)i,
                                     .runs = RUNS,
                                     .opens_all = i == 1};
        memcpy(options.par, par, sizeof options.par);
        rp_sample_blind(t->model, set, &options, &samples[i]);
    }
}

static void expect_mark(const trial *t, const uint64_t hits[2],
                        const rp_odds *interval, double odds, counts *seen)
{
    EXPECT(t, are_likely(hits, RUNS, odds),
           "the odds are %.12f, and %llu and %llu of %d passed", odds,
           (unsigned long long)hits[0], (unsigned long long)hits[1], RUNS);
    seen->between += odds > 0 && odds < 1;
    /* Without a record the two counts are of the same chance. */
    for (int i = 0; t->model->record_count == 0 && i < 2; i++) {
        seen->asked++;
        seen->outside += odds < interval[i].low || odds > interval[i].high;
        seen->apart += (double)hits[i] - odds * RUNS;
        seen->variance += odds * (1 - odds) * RUNS;
    }
}

static void look_at_odds(trial *t, void *user)
{
    counts *seen = user;
    uint16_t set = (uint16_t)(t->seed % 2);
    rp_walk_how how = {set, rp_alloc_default(), &small};
    rp_walk *walk = NULL;
    rp_chance chance;
    int32_t par[RP_SCORES];
    rp_sample of[2];

    assert_int_equal(rp_walk_open(t->model, &how, &walk, NULL), RP_OK);
    assert_int_equal(rp_walk_odds(walk, RP_BLIND, 0, &chance, NULL), RP_OK);
    rp_walk_par(walk, par);
    bool is_exact = rp_walk_is_exact(walk);
    rp_walk_free(walk);
    if (!is_exact || chance.own.low < chance.own.high ||
        chance.exam.low < chance.exam.high) {
        return;
    }
    sample_both(t, set, par, of);
    expect_mark(t, (uint64_t[]){of[0].passed, of[1].passed},
                (rp_odds[]){of[0].chance.own, of[1].chance.own}, chance.own.low,
                seen);
    expect_mark(t, (uint64_t[]){of[0].passed_exam, of[1].passed_exam},
                (rp_odds[]){of[0].chance.exam, of[1].chance.exam},
                chance.exam.low, seen);
    for (int i = 0; i < RP_SCORES; i++) {
        EXPECT(t, of[0].most[i] <= par[i] && of[1].most[i] <= par[i],
               "a run earned more than par in %s", rp_score_names[i]);
    }
    seen->calls++;
}

/* Small faults that hide in every single call show in the sum of all. */
static void expect_together(const counts *seen, uint64_t calls_least)
{
    double sigmas = seen->apart / sqrt(seen->variance);

    print_message("%llu calls, %llu chances between 0 and 1, %llu of %llu "
                  "outside their interval, %.2f sigma off together\n",
                  (unsigned long long)seen->calls,
                  (unsigned long long)seen->between,
                  (unsigned long long)seen->outside,
                  (unsigned long long)seen->asked, sigmas);
    assert_true(seen->calls >= calls_least);
    assert_true(seen->between >= calls_least / 4);
    assert_true(is_likely(seen->outside, seen->asked, 0.001) ||
                (double)seen->outside < 0.001 * (double)seen->asked);
    assert_true(sigmas < 5 && sigmas > -5);
}

static void chance_agrees_with_the_odds_of_small_calls(void **unused)
{
    (void)unused;
    counts seen = {0};

    trials(CALLS, toy_random, look_at_odds, &seen);
    expect_together(&seen, CALLS);
}

static void chance_agrees_with_the_odds_of_long_calls(void **unused)
{
    (void)unused;
    counts seen = {0};

    trials(LONG_CALLS, toy_random_long, look_at_odds, &seen);
    expect_together(&seen, LONG_CALLS * 9 / 10);
}

/* The bound itself: what it lets pass, and what it does not. */
static void a_bound_tells_likely_from_not(void **unused)
{
    (void)unused;

    assert_true(is_likely(500, 1000, 0.5));
    assert_true(is_likely(600, 1000, 0.5));
    assert_false(is_likely(640, 1000, 0.5));
    assert_true(is_likely(0, 1000, 0.0));
    assert_false(is_likely(1, 1000, 0.0));
    assert_false(is_likely(0, 1000, 0.1));
    assert_true(are_likely((uint64_t[]){100, 500}, 1000, 0.5));
    assert_false(are_likely((uint64_t[]){100, 200}, 1000, 0.5));
    assert_false(are_likely((uint64_t[]){100, 700}, 1000, 0.5));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bound_tells_likely_from_not),
        cmocka_unit_test(chance_agrees_with_the_odds_of_small_calls),
        cmocka_unit_test(chance_agrees_with_the_odds_of_long_calls),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
