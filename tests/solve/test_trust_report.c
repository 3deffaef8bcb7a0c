/*
 * What a report says besides the odds, against brute force: recovery, the
 * weights of replies, what is learnt by heart, talk time, and what the gate
 * misses.
 */
#include "support/brute.h"
#include "support/trust.h"

enum {
    CALLS = 1000,
    FREE_CALLS = 600,
    EVEN_CALLS = 1500,
    SETS = 2,
    STRONG_BP = 9500,
    PAR_LEAST = 6,
    STARS_LEAST = 2
};

typedef struct counts {
    uint64_t calls;
    uint64_t recoverable;
    uint64_t lost;
    uint64_t weights;
    uint64_t learnt;
    uint64_t talked;
    uint64_t stars;   /* turns, where there are too few */
    uint64_t shut[8]; /* by `gate_codes` */
    uint64_t open[8];
} counts;

static brute sets[SETS];

/* ---------------------------------------------------------------- recovery */

static void expect_recoveries(const trial *t, counts *seen)
{
    uint32_t told = 0;

    for (int set = 0; set < SETS; set++) {
        brute_recovery found[BRUTE_RECOVERIES];
        uint32_t count = brute_recoveries(&sets[set], found);
        for (uint32_t i = 0; i < count; i++, told++) {
            char name[64];
            (void)snprintf(name, sizeof name, "%s/%s",
                           t->model->nodes[found[i].node].id,
                           t->model->choices[found[i].choice].id);
            EXPECT(t, told < t->report.recovery_count, "%s is not told of",
                   name);
            const rp_recovery *by = &t->report.recoveries[told];
            EXPECT(t,
                   strcmp(by->move, name) == 0 && by->after == found[i].after &&
                       by->set == set && by->can_pass == found[i].can_pass,
                   "%s after %u, %d, is told as %s after %u, %d", name,
                   found[i].after, found[i].can_pass, by->move, by->after,
                   by->can_pass);
            seen->recoverable += found[i].can_pass;
            seen->lost += !found[i].can_pass;
        }
    }
    EXPECT(t, told == t->report.recovery_count, "%u recoveries too many",
           t->report.recovery_count - told);
}

/* ----------------------------------------------------------------- weights */

static const rp_weight *weight_of(const trial *t, const char *name)
{
    for (uint32_t i = 0; i < t->report.weight_count; i++) {
        if (strcmp(t->report.weights[i].reply, name) == 0) {
            return &t->report.weights[i];
        }
    }
    return NULL;
}

static void expect_weights(const trial *t, counts *seen)
{
    const rp_model *model = t->model;
    brute_weights sum = {.met = {0}};

    for (int set = 0; set < SETS; set++) {
        brute_weigh(&sets[set], &sum);
    }
    for (uint32_t i = 0; i < model->node_count; i++) {
        rp_span offers = model->nodes[i].offers;
        for (uint32_t j = offers.first; j < offers.first + offers.count; j++) {
            char name[64];
            (void)snprintf(name, sizeof name, "%s/%s", model->nodes[i].id,
                           model->choices[model->offers[j]].id);
            const rp_weight *told = weight_of(t, name);
            double weight = sum.met[j] > 0 ? sum.gain[j] / sum.met[j] : 0;
            double apart = told == NULL ? weight : told->weight - weight;
            EXPECT(t, apart < 1e-9 && apart > -1e-9,
                   "%s weighs %.12f, not %.12f", name, weight,
                   told == NULL ? 0 : told->weight);
            seen->weights += sum.met[j] > 0;
        }
    }
}

/* ----------------------------------------------------- learnt, and talking */

static bool is_told_learnt(const trial *t, int set, int other)
{
    for (uint32_t i = 0; i < t->report.learnt_count; i++) {
        if (t->report.learnt[i].set == set &&
            t->report.learnt[i].other == other) {
            return true;
        }
    }
    return false;
}

static void expect_learnt(const trial *t, counts *seen)
{
    for (int set = 0; set < SETS; set++) {
        bool passes = brute_learnt(&sets[set], &sets[1 - set]);
        EXPECT(t, is_told_learnt(t, set, 1 - set) == passes,
               "learnt in set %d, it %s in the other", set + 1,
               passes ? "passes" : "does not pass");
        seen->learnt += passes;
    }
}

static void expect_talk(const trial *t, counts *seen)
{
    uint32_t seconds = brute_talk_seconds(&sets[0]);

    EXPECT(t, t->report.talk_seconds[0] == seconds,
           "talk takes %u seconds, not %u", seconds, t->report.talk_seconds[0]);
    seen->talked += seconds > 0;
}

/* -------------------------------------------------------------------- gate */

static const char *const gate_codes[] = {
    "star-facts", "memory",         "par",    "strong-runs",
    "blind-odds", "test-wise-odds", "faults", NULL};

static bool has_small_par(void)
{
    bool found = false;

    for (int set = 0; set < SETS; set++) {
        for (int i = 0; i < RP_SCORES; i++) {
            int32_t par = sets[set].par[i];
            found = found || (par > 0 && par < PAR_LEAST);
        }
    }
    return found;
}

static bool has_weak_run(void)
{
    bool found = false;

    for (int set = 0; set < SETS; set++) {
        int32_t least[RP_SCORES];
        brute_least_strong(&sets[set], least);
        for (int i = 0; i < RP_SCORES; i++) {
            found =
                found || (sets[set].par[i] > 0 && least[i] != INT32_MAX &&
                          rp_score_bp(least[i], sets[set].par[i]) < STRONG_BP);
        }
    }
    return found;
}

/* The larger of both sets, at the exam mark. */
static double exam_odds(rp_guesser guesser)
{
    double one = brute_odds(&sets[0], guesser).exam.high;
    double other = brute_odds(&sets[1], guesser).exam.high;

    return one > other ? one : other;
}

static bool is_shut_by(const trial *t, const char *code)
{
    if (strcmp(code, "star-facts") == 0) {
        return brute_star_turns(sets, SETS) < STARS_LEAST;
    }
    if (strcmp(code, "memory") == 0) {
        return brute_learnt(&sets[0], &sets[1]) ||
               brute_learnt(&sets[1], &sets[0]);
    }
    if (strcmp(code, "par") == 0) {
        return has_small_par();
    }
    if (strcmp(code, "strong-runs") == 0) {
        return has_weak_run();
    }
    if (strcmp(code, "blind-odds") == 0) {
        return exam_odds(RP_BLIND) > 0.01;
    }
    if (strcmp(code, "test-wise-odds") == 0) {
        return exam_odds(RP_LONGEST) > 0.05 || exam_odds(RP_SHORTEST) > 0.05 ||
               exam_odds(RP_POLITE) > 0.05 || exam_odds(RP_ECHO) > 0.05 ||
               exam_odds(RP_CONDITIONAL) > 0.05;
    }
    return t->report.remark_count > 0;
}

static bool is_told_missing(const trial *t, const char *code)
{
    for (uint32_t i = 0; i < t->report.missing_count; i++) {
        if (strcmp(t->report.missing[i].code, code) == 0) {
            return true;
        }
    }
    return false;
}

/* Too few turns with a star are told with their number. */
static void expect_stars(const trial *t, counts *seen)
{
    uint32_t stars = brute_star_turns(sets, SETS);

    for (uint32_t i = 0; i < t->report.missing_count; i++) {
        const rp_missing *missing = &t->report.missing[i];
        if (strcmp(missing->code, "star-facts") == 0) {
            const char *number = strpbrk(missing->sentence, "0123456789");
            assert_non_null(number);
            EXPECT(t, strtoul(number, NULL, 10) == stars,
                   "%u turns with a star; %s", stars, missing->sentence);
            seen->stars += stars;
        }
    }
}

static void expect_gate(const trial *t, counts *seen)
{
    expect_stars(t, seen);
    for (int i = 0; gate_codes[i] != NULL; i++) {
        bool is_shut = is_shut_by(t, gate_codes[i]);
        EXPECT(t, is_told_missing(t, gate_codes[i]) == is_shut, "%s is %s",
               gate_codes[i], is_shut ? "missing" : "not missing");
        seen->shut[i] += is_shut;
        seen->open[i] += !is_shut;
    }
}

static void look_at_report(trial *t, void *user)
{
    counts *seen = user;

    for (uint16_t set = 0; set < SETS; set++) {
        brute_solve(&sets[set], t->model, set);
    }
    trial_check(t, NULL);
    seen->calls++;
    expect_recoveries(t, seen);
    expect_weights(t, seen);
    expect_learnt(t, seen);
    expect_talk(t, seen);
    expect_gate(t, seen);
}

static void reports_agree_with_brute_force(void **unused)
{
    (void)unused;
    counts seen = {0};

    trials(CALLS, toy_random, look_at_report, &seen);
    trials(FREE_CALLS, toy_random_free, look_at_report, &seen);
    expect_met(seen.calls, CALLS, "calls");
    expect_met(seen.recoverable, 50, "weak replies to recover from");
    expect_met(seen.lost, 500, "weak replies without a way back");
    expect_met(seen.weights, 1000, "replies that weigh something");
    expect_met(seen.learnt, 500, "runs that pass in another set");
    expect_met(seen.talked, 500, "best runs with something said");
    expect_met(seen.stars, 10, "turns with a star");
    for (int i = 0; gate_codes[i] != NULL; i++) {
        expect_met(seen.shut[i], 1, gate_codes[i]);
        expect_met(seen.open[i], 1, "calls without that");
    }
}

/* -------------------------------------------------------------------- ties */

static void look_at_best(trial *t, void *user)
{
    uint64_t *ties = user;
    const rp_report_options quick = {.is_quick = true};
    static char text[RP_MOVE_TEXT_MAX];

    trial_check(t, &quick);
    for (uint16_t set = 0; set < SETS; set++) {
        const brute *b = &sets[set];
        const rp_set_report *told = &t->report.sets[set];
        rp_state state;
        brute_solve(&sets[set], t->model, set);
        EXPECT(t, told->best_count == b->best.count,
               "%u moves are best, not %u", b->best.count, told->best_count);
        rp_state_begin(t->model, set, &state, NULL);
        for (uint32_t i = 0; i < b->best.count; i++) {
            (void)rp_move_write(t->model, &state, &b->best.moves[i], text);
            EXPECT(t, strcmp(text, told->best[i]) == 0,
                   "move %u: %s is best, not %s", i + 1U, text, told->best[i]);
            rp_state_step(t->model, &state, &b->best.moves[i], NULL);
        }
        for (int i = 0; i < BRUTE_TIES; i++) {
            ties[i] += b->ties[i] > 0;
        }
    }
}

static void ties_are_told_apart_by_the_rules(void **unused)
{
    (void)unused;
    uint64_t ties[BRUTE_TIES] = {0};

    trials(EVEN_CALLS, toy_random_even, look_at_best, ties);
    expect_met(ties[BRUTE_TIE_PASSES], 10, "best runs that win by passing");
    expect_met(ties[BRUTE_TIE_MOVES], 20, "best runs that win by fewer moves");
    expect_met(ties[BRUTE_TIE_WRITTEN], 50,
               "best runs that win by being first");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reports_agree_with_brute_force),
        cmocka_unit_test(ties_are_told_apart_by_the_rules),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
