/*
 * The gate to a certification pool: everything that keeps it shut.
 */
#include <stdio.h>
#include <string.h>

#include "solve/findings.h"

enum {
    SETS_LEAST = 3,
    STAR_TURNS_LEAST = 2,
    CHOICES_LEAST = 10,
    REPLIES_A_CHOICE = 4,
    PAR_LEAST = 6,
    STRONG_BP_LEAST = 9500
};

static const double blind_most = 0.01;
static const double test_wise_most = 0.05;

static bool is_test_wise(rp_guesser guesser)
{
    return guesser == RP_LONGEST || guesser == RP_SHORTEST ||
           guesser == RP_POLITE || guesser == RP_ECHO ||
           guesser == RP_CONDITIONAL;
}

static void check_faults(findings *f)
{
    uint32_t count = f->options->fault_count + f->report->remark_count;

    if (count > 0) {
        add_missing(f, MISSING_FAULTS, WORDS(number_word(f, count)));
    }
    if (!f->report->is_exact) {
        add_missing(f, MISSING_EXACT, NO_WORDS);
    }
    if (f->model->set_count < SETS_LEAST) {
        add_missing(f, MISSING_FACT_SETS,
                    WORDS(number_word(f, f->model->set_count)));
    }
}

/* ------------------------------------------------ turns that differ by set */

/* What the best run of each set does where it first stands in a turn. */
typedef struct first_stop {
    bool is_there;
    rp_state state;
    int32_t points[RP_SCORES];
    rp_move move;
} first_stop;

/* `stops` has a row of one place a fact set for each node. */
static void find_stops(const rp_walk *walk, first_stop *stops)
{
    rp_state state;
    int32_t points[RP_SCORES] = {0};

    rp_state_begin(walk->model, walk->set, &state, NULL);
    for (uint64_t i = 0; i < walk->best.count; i++) {
        const rp_move *move = &walk->best.items[i];
        first_stop *stop =
            &stops[(size_t)state.node * walk->model->set_count + walk->set];
        rp_effect effect;
        if (move->kind == RP_MOVE_REPLY && !stop->is_there) {
            *stop = (first_stop){true, state, {0}, *move};
            memcpy(stop->points, points, sizeof points);
        }
        rp_state_step(walk->model, &state, move, &effect);
        totals_add(points, effect.points);
    }
}

/* True where `wanted`, best elsewhere, is not as good in this stop. */
static bool is_worse_in(rp_walk *walk, const first_stop *stop,
                        const rp_move *wanted)
{
    uint16_t offers[RP_OFFERS_MAX];
    uint32_t count = rp_state_offers(walk->model, &stop->state, offers);
    rp_regret regret = {.is_strong = false};

    for (uint32_t i = 0; i < count; i++) {
        if (offers[i] == wanted->index) {
            rp_standing from = {&stop->state, stop->points};
            return rp_walk_regret(walk, &from, wanted, &regret, NULL) ==
                       RP_OK &&
                   !regret.is_strong;
        }
    }
    return true;
}

/* True where what set `other` does best in a turn is worse in set `one`. */
static bool differs_between(findings *f, first_stop *stops, uint32_t one,
                            uint32_t other)
{
    const first_stop *here = &stops[one];
    const first_stop *there = &stops[other];

    return one != other && here->is_there && there->is_there &&
           is_worse_in(f->walks[one], here, &there->move);
}

/* `stops` holds what each set does in this turn. */
static bool differs(findings *f, first_stop *stops)
{
    bool found = false;

    for (uint32_t one = 0; one < f->model->set_count; one++) {
        for (uint32_t other = 0; other < f->model->set_count; other++) {
            found = found || differs_between(f, stops, one, other);
        }
    }
    return found;
}

static void check_stars(findings *f)
{
    uint32_t nodes = f->model->node_count;
    first_stop *stops = rp_arena_take(
        f->arena, (size_t)nodes * f->model->set_count, sizeof *stops);
    uint32_t count = 0;

    if (stops == NULL) {
        f->refused = true;
        return;
    }
    for (uint32_t i = 0; i < f->model->set_count; i++) {
        find_stops(f->walks[i], stops);
    }
    for (uint32_t i = 0; i < nodes; i++) {
        count += differs(f, stops + (size_t)i * f->model->set_count);
    }
    if (count < STAR_TURNS_LEAST) {
        add_missing(f, MISSING_STAR_FACTS, WORDS(number_word(f, count)));
    }
}

static void check_learnt(findings *f)
{
    for (uint32_t set = 0; set < f->model->set_count; set++) {
        uint32_t passes = 0;
        for (uint64_t i = 0; i < f->learnt.count; i++) {
            passes += f->learnt.items[i].set == set;
        }
        if (f->model->set_count > 1 && passes == f->model->set_count - 1) {
            add_missing(f, MISSING_MEMORY, WORDS(number_word(f, set + 1)));
            return;
        }
    }
}

/* ------------------------------------------------------- choices and par */

/* True where the replies offered are four or more and points are at stake. */
static bool is_scored_choice(const rp_model *model, const rp_state *state)
{
    uint16_t offers[RP_OFFERS_MAX];
    uint32_t count = rp_state_offers(model, state, offers);
    uint32_t own = 0;
    bool is_scored = false;

    for (uint32_t i = 0; i < count; i++) {
        const rp_choice *choice = &model->choices[offers[i]];
        own += !choice->is_anytime;
        for (uint32_t j = 0; j < RP_SCORES; j++) {
            is_scored = is_scored || choice->points[j] != 0;
        }
    }
    return is_scored && own >= REPLIES_A_CHOICE;
}

static void check_choices(findings *f)
{
    uint32_t least = UINT32_MAX;

    for (uint32_t set = 0; set < f->model->set_count; set++) {
        const rp_walk *walk = f->walks[set];
        uint32_t count = 0;
        rp_state state;
        rp_state_begin(f->model, walk->set, &state, NULL);
        for (uint64_t i = 0; i < walk->best.count; i++) {
            count += walk->best.items[i].kind == RP_MOVE_REPLY &&
                     is_scored_choice(f->model, &state);
            rp_state_step(f->model, &state, &walk->best.items[i], NULL);
        }
        least = count < least ? count : least;
    }
    if (least < CHOICES_LEAST) {
        add_missing(f, MISSING_CHOICES, WORDS(number_word(f, least)));
    }
}

static bool has_small_par(findings *f, uint32_t set)
{
    const rp_set_report *report = &f->report->sets[set];

    for (uint32_t i = 0; i < RP_SCORES; i++) {
        if (report->par[i] > 0 && report->par[i] < PAR_LEAST) {
            add_missing(f, MISSING_PAR,
                        WORDS(rp_score_names[i], number_word(f, report->par[i]),
                              number_word(f, set + 1)));
            return true;
        }
    }
    return false;
}

static void check_par(findings *f)
{
    for (uint32_t set = 0; set < f->model->set_count; set++) {
        if (has_small_par(f, set)) {
            return;
        }
    }
}

/* -------------------------------------------------- every zero-regret run */

/* Least total of one score over runs that lose nothing, by moves left. */
typedef struct least_search {
    rp_walk *walk;
    uint32_t score;
    bool refused;
} least_search;

/*
 * Stands in a crowd with the total in `totals[0]`: the least per place is
 * wanted, so a larger total in a place already met is of no use. Totals are
 * small; going through them smallest first is not needed as each is kept.
 */
static void follow_strong(least_search *s, crowd *met, uint32_t member,
                          int64_t *least)
{
    rp_walk *walk = s->walk;
    standing who = met->members.items[member];
    uint32_t count = 0;
    const edge *ways = walk_edges(walk, who.state, &count);
    int64_t best = walk_value(walk, who.state, who.left);
    int32_t scratch[RP_SCORES];

    for (uint32_t i = 0; i < count && best != VALUE_NONE; i++) {
        bool is_counted = edge_is_counted(&ways[i]);
        if ((is_counted && who.left == 0) ||
            !walk_keeps_best(walk, &ways[i], who.left, best)) {
            continue;
        }
        standing to = who;
        to.state = ways[i].target;
        to.left -= is_counted;
        to.totals[0] += edge_points(walk, &ways[i], scratch)[s->score];
        if (walk_node(walk, to.state)->kind == RP_ENDING) {
            *least = to.totals[0] < *least ? to.totals[0] : *least;
        } else if (crowd_add(met, &walk->memory, &to) == NO_STATE) {
            s->refused = true;
        }
    }
}

static int64_t least_strong(findings *f, rp_walk *walk, uint32_t score)
{
    least_search s = {.walk = walk, .score = score};
    standing start = {.state = walk->root,
                      .left =
                          walk->model->moves_max - (uint32_t)walk->root_depth};
    int64_t least = INT64_MAX;
    crowd met = {.members = {0}};

    if (crowd_add(&met, &walk->memory, &start) == NO_STATE) {
        s.refused = true;
    }
    for (uint32_t i = 0; !s.refused && i < met.members.count; i++) {
        follow_strong(&s, &met, i, &least);
    }
    crowd_clear(&met, &walk->memory);
    f->refused = f->refused || s.refused;
    return least;
}

static bool has_weak_run(findings *f, rp_walk *walk)
{
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        int64_t least = walk->par[i] > 0 ? least_strong(f, walk, i) : INT64_MAX;
        int32_t bp = least == INT64_MAX
                         ? RP_NOT_ASSESSED
                         : rp_score_bp((int32_t)least, walk->par[i]);
        if (bp != RP_NOT_ASSESSED && bp < STRONG_BP_LEAST) {
            add_missing(f, MISSING_STRONG_RUNS,
                        WORDS(number_word(f, walk->set + 1),
                              percent_word(f, (double)bp / RP_FULL_BP),
                              rp_score_names[i], number_word(f, least),
                              number_word(f, walk->par[i])));
            return true;
        }
    }
    return false;
}

static void check_strong_runs(findings *f)
{
    for (uint32_t set = 0; set < f->model->set_count; set++) {
        if (has_weak_run(f, f->walks[set])) {
            return;
        }
    }
}

/* ---------------------------------------------------------------- the rest */

double rp_gate_limit(rp_guesser guesser)
{
    if (guesser == RP_BLIND) {
        return blind_most;
    }
    return is_test_wise(guesser) ? test_wise_most : 1;
}

/* What a test-wise guesser takes, as sentences say it. */
static const char *const takes[RP_GUESSERS] = {
    [RP_LONGEST] = "longest card",
    [RP_SHORTEST] = "shortest card",
    [RP_POLITE] = "politest card",
    [RP_ECHO] = "card that echoes the customer",
    [RP_CONDITIONAL] = "card that is not always there",
};

static void add_test_wise(findings *f, rp_guesser guesser, double odds)
{
    const best_guess *at = &f->guesses[guesser];
    const char *language = guesser_reads(guesser)
                               ? f->model->languages[at->language].tag
                               : "any language";

    add_missing(f, MISSING_TEST_WISE_ODDS,
                WORDS(takes[guesser], percent_word(f, odds),
                      number_word(f, at->set + 1), language));
}

static void check_odds(findings *f)
{
    double blind = f->report->odds[RP_BLIND].exam.high;

    if (blind > rp_gate_limit(RP_BLIND)) {
        add_missing(f, MISSING_BLIND_ODDS, WORDS(percent_word(f, blind)));
    }
    for (uint32_t i = 0; i < RP_GUESSERS; i++) {
        double odds = f->report->odds[i].exam.high;
        if (is_test_wise((rp_guesser)i) &&
            odds > rp_gate_limit((rp_guesser)i)) {
            add_test_wise(f, (rp_guesser)i, odds);
        }
    }
}

static void check_because(findings *f)
{
    uint32_t count = 0;
    uint32_t first = 0;

    for (uint32_t i = 0; i < f->offer_count; i++) {
        if (f->model->choices[f->model->offers[i]].because == 0) {
            first = count == 0 ? i : first;
            count++;
        }
    }
    if (count > 0) {
        add_missing(f, MISSING_BECAUSE,
                    WORDS(number_word(f, count), name_of_offer(f, first)));
    }
}

static void check_examples(findings *f)
{
    bool has_passing = false;
    bool has_failing = false;

    for (uint32_t i = 0; i < f->report->example_count; i++) {
        const rp_example_result *played = &f->report->examples[i];
        bool has_ended = played->result.has_ended;
        has_passing = has_passing ||
                      (played->holds && has_ended && played->result.passed);
        has_failing = has_failing ||
                      (played->holds && has_ended && !played->result.passed);
    }
    if (!has_passing) {
        add_missing(f, MISSING_PASSING_EXAMPLE, NO_WORDS);
    }
    if (!has_failing) {
        add_missing(f, MISSING_FAILING_EXAMPLE, NO_WORDS);
    }
}

void findings_gate(findings *f)
{
    check_faults(f);
    check_stars(f);
    check_learnt(f);
    check_choices(f);
    check_par(f);
    check_strong_runs(f);
    check_odds(f);
    check_because(f);
    check_examples(f);
    f->report->gate_is_open = f->missing.count == 0;
}
