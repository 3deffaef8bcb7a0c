/*
 * Budgets and cancelling: whatever a walk was allowed, what it says is true.
 */
#include "support/ladder.h"
#include "support/refusing.h"
#include "support/trust.h"

enum {
    CALLS = 900,
    STATES_MOST = 150, /* larger calls are left out: every budget is tried */
    LONG_CALLS = 150,
    REPORTS = 60
};

static rp_walk *open_walk(const trial *t, uint16_t set, uint64_t states)
{
    rp_budget budget = {.states_max = states};
    rp_walk *walk = NULL;

    assert_int_equal(
        rp_walk_open(t->model, &(rp_walk_how){set, rp_alloc_default(), &budget},
                     &walk, NULL),
        RP_OK);
    return walk;
}

typedef struct truth {
    int32_t par[RP_SCORES];
    rp_move best[64];
    uint32_t best_count;
    rp_chance odds[RP_GUESSERS];
} truth;

static void read_truth(rp_walk *walk, truth *to)
{
    int32_t points[RP_SCORES];

    assert_true(rp_walk_is_exact(walk));
    rp_walk_par(walk, to->par);
    to->best_count = rp_walk_best(walk, to->best, 64, points);
    for (int g = 0; g < RP_GUESSERS; g++) {
        assert_int_equal(
            rp_walk_odds(walk, (rp_guesser)g, 0, &to->odds[g], NULL), RP_OK);
    }
}

static void expect_between(const trial *t, const char *what, const rp_odds *is,
                           const rp_odds *in)
{
    EXPECT(t, in->low <= is->low + 1e-12 && in->high >= is->low - 1e-12,
           "%s: %.12f is not in %.12f .. %.12f", what, is->low, in->low,
           in->high);
}

typedef struct counts {
    uint64_t calls;
    uint64_t budgets;
    uint64_t exact;
    uint64_t cut;
} counts;

static void expect_bounds(const trial *t, rp_walk *walk, const truth *is,
                          counts *seen)
{
    int32_t par[RP_SCORES];
    int32_t points[RP_SCORES];
    rp_move best[64];
    bool is_exact = rp_walk_is_exact(walk);

    rp_walk_par(walk, par);
    for (int i = 0; i < RP_SCORES; i++) {
        EXPECT(t, par[i] <= is->par[i] && (!is_exact || par[i] == is->par[i]),
               "par %d of %d", par[i], is->par[i]);
    }
    uint32_t count = rp_walk_best(walk, best, 64, points);
    EXPECT(t, !is_exact || count == is->best_count, "best: %u moves of %u",
           count, is->best_count);
    for (int g = 0; g < RP_GUESSERS; g++) {
        rp_chance in;
        assert_int_equal(rp_walk_odds(walk, (rp_guesser)g, 0, &in, NULL),
                         RP_OK);
        expect_between(t, rp_guesser_names[g], &is->odds[g].own, &in.own);
        expect_between(t, rp_guesser_names[g], &is->odds[g].exam, &in.exam);
    }
    seen->exact += is_exact;
    seen->cut += !is_exact;
}

static void look_at_budgets(trial *t, void *user)
{
    static truth is;
    counts *seen = user;
    uint16_t set = (uint16_t)(t->seed % 2);
    rp_walk *whole = open_walk(t, set, 0);
    uint64_t states = rp_walk_state_count(whole);

    read_truth(whole, &is);
    rp_walk_free(whole);
    for (uint64_t n = 1; states <= STATES_MOST && n <= states; n++) {
        rp_walk *part = open_walk(t, set, n);
        assert_true(rp_walk_state_count(part) <= n);
        expect_bounds(t, part, &is, seen);
        rp_walk_free(part);
        seen->budgets++;
    }
    seen->calls += states <= STATES_MOST;
}

static void every_budget_gives_sound_bounds(void **unused)
{
    (void)unused;
    counts seen = {0};

    trials(CALLS, toy_random, look_at_budgets, &seen);
    trials(LONG_CALLS, toy_random_long, look_at_budgets, &seen);
    expect_met(seen.calls, CALLS, "calls");
    expect_met(seen.budgets, 2500, "budgets");
    expect_met(seen.exact, CALLS, "exact walks");
    expect_met(seen.cut, 1500, "walks ended early");
}

/* ----------------------------------------------------------------- reports */

static bool is_named(const rp_report *in, const char *name)
{
    for (uint32_t i = 0; i < in->unreachable_count; i++) {
        if (strcmp(in->unreachable[i], name) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_missing(const rp_report *in, const char *code)
{
    for (uint32_t i = 0; i < in->missing_count; i++) {
        if (strcmp(in->missing[i].code, code) == 0) {
            return true;
        }
    }
    return false;
}

static void expect_sound_report(const trial *t, const rp_report *part)
{
    bool is_exact = part->is_exact;

    EXPECT(t, is_exact || !part->gate_is_open, "a gate is open on no proof");
    for (uint32_t i = 0; i < part->unreachable_count; i++) {
        EXPECT(t, is_named(&t->report, part->unreachable[i]),
               "%s can be reached", part->unreachable[i]);
    }
    for (uint32_t set = 0; set < part->set_count; set++) {
        for (int i = 0; i < RP_SCORES; i++) {
            EXPECT(t, part->sets[set].par[i] <= t->report.sets[set].par[i],
                   "par of set %u", set + 1U);
        }
    }
    for (int g = 0; g < RP_GUESSERS; g++) {
        expect_between(t, rp_guesser_names[g], &t->report.odds[g].own,
                       &part->odds[g].own);
        expect_between(t, rp_guesser_names[g], &t->report.odds[g].exam,
                       &part->odds[g].exam);
    }
    EXPECT(t,
           !is_exact || (part->trap_count == t->report.trap_count &&
                         part->remark_count == t->report.remark_count),
           "exact, and %u traps of %u, %u remarks of %u", part->trap_count,
           t->report.trap_count, part->remark_count, t->report.remark_count);
    /* Odds may still be bounds: a gate opens for no less than a proof. */
    for (uint32_t i = 0; i < t->report.missing_count; i++) {
        EXPECT(t, !is_exact || is_missing(part, t->report.missing[i].code),
               "%s is not missing any more", t->report.missing[i].code);
    }
}

static void look_at_reports(trial *t, void *user)
{
    uint64_t *budgets = user;

    trial_check(t, NULL);
    for (uint64_t n = 1; n <= t->report.states && n <= STATES_MOST; n++) {
        rp_report_options options = {.budget.states_max = n};
        rp_report part;
        rp_arena arena;
        rp_arena_init(&arena, rp_alloc_default());
        assert_int_equal(
            rp_check_report(t->model, &options, &arena, &part, NULL), RP_OK);
        expect_sound_report(t, &part);
        rp_arena_clear(&arena);
        *budgets += 1;
    }
}

static void every_budget_gives_a_sound_report(void **unused)
{
    (void)unused;
    uint64_t budgets = 0;

    trials(REPORTS, toy_random, look_at_reports, &budgets);
    expect_met(budgets, 300, "reports");
}

/* -------------------------------------------------------------- cancelling */

typedef struct patience {
    uint64_t left; /* calls until it is cancelled */
    uint64_t asked;
    uint64_t states;
} patience;

static bool is_enough(void *user, uint64_t states)
{
    patience *p = user;

    p->asked++;
    p->states = states;
    return p->left-- == 0;
}

/* Cancels at the n-th question, n from 1, until none is left to cancel at. */
static uint64_t cancel_everywhere(const rp_model *model, bool is_quick)
{
    rp_status status = RP_E_STATE;
    uint64_t n = 0;

    for (; status != RP_OK; n++) {
        patience p = {.left = n};
        refusing counted = {.allowed = UINT64_MAX};
        rp_report_options options = {
            .budget = {.progress = is_enough, .user = &p},
            .is_quick = is_quick};
        rp_report report;
        rp_arena arena;
        rp_error err = {.message = ""};
        rp_arena_init(&arena, refusing_alloc(&counted));
        status = rp_check_report(model, &options, &arena, &report, &err);
        assert_int_equal(status, p.asked > n ? RP_E_STATE : RP_OK);
        assert_true(status == RP_OK || err.message[0] != '\0');
        rp_arena_clear(&arena);
        assert_int_equal(counted.blocks, 0);
    }
    return n - 1;
}

static void look_at_cancelling(trial *t, void *user)
{
    *(uint64_t *)user += cancel_everywhere(t->model, false);
}

static void a_report_can_be_cancelled_at_every_question(void **unused)
{
    (void)unused;
    uint64_t cancelled = 0;

    trials(REPORTS, toy_random, look_at_cancelling, &cancelled);
    expect_met(cancelled, 4 * REPORTS, "cancelled");
}

/* In the midst of a walk too: this one is asked about more than once. */
static void a_long_walk_can_be_cancelled_on_its_way(void **unused)
{
    (void)unused;
    static toy from;
    ladder l = ladder_make(3, 2);

    ladder_toy(&l, &from);
    rp_model *model = toy_model(&from);
    uint64_t questions = cancel_everywhere(model, true);
    expect_met(questions, 3, "cancelled");
    toy_model_free(model);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_budget_gives_sound_bounds),
        cmocka_unit_test(every_budget_gives_a_sound_report),
        cmocka_unit_test(a_report_can_be_cancelled_at_every_question),
        cmocka_unit_test(a_long_walk_can_be_cancelled_on_its_way),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
