/*
 * What a reply weighs when others guess, replies that make no difference,
 * and what is learnt by heart.
 */
#include <string.h>

#include "solve/findings.h"

/* Chances carried back over a push that kept its runs. */
typedef struct weighing {
    findings *f;
    push p;
    double *gain; /* an offer: weighted by how often it is met */
    double *met;
    const char **same;           /* an offer */
    double after[RP_OFFERS_MAX]; /* a way of the turn at hand: what passes */
} weighing;

/* The chance of passing after a way, for some runs before it. */
static double chance_after(const weighing *w, const guess_way *way,
                           const spot *behind, const alike_runs *before)
{
    int32_t totals[RP_SCORES];

    memcpy(totals, before->totals, sizeof totals);
    totals_add(totals, way->points);
    if (behind == NULL) {
        return way->target == FATE_ENDS_WELL &&
               judge_passes(w->p.judge, totals);
    }
    if (!judge_settle(w->p.judge, &behind->bounds, totals)) {
        return 0;
    }
    const alike_runs *after = tally_find(&behind->here, totals);
    return after == NULL ? 0 : after->chance;
}

/* Carries chances back over one way; those after it, over all runs. */
static double carry_way(const weighing *w, const standing *from,
                        const guess_way *way, tally *here)
{
    const spot *behind = push_spot_behind(&w->p, from, way);
    double passing = 0;

    for (uint64_t i = 0; i < here->runs.count; i++) {
        alike_runs *runs = &here->runs.items[i];
        double chance = chance_after(w, way, behind, runs);
        runs->chance += way->share * chance;
        passing += runs->share[LANE_OPEN] * chance;
    }
    return passing;
}

/*
 * What comes after each reply, less what came before it. Merging keeps some
 * runs that cannot pass: they weigh nothing.
 */
static void weigh_replies(weighing *w, uint16_t node, const ways_on *ways,
                          const tally *here)
{
    double met = 0;
    double passing = 0;

    for (uint64_t i = 0; i < here->runs.count; i++) {
        double share = here->runs.items[i].share[LANE_OPEN];
        met += here->runs.items[i].chance > 0 ? share : 0;
        passing += share * here->runs.items[i].chance;
    }
    for (uint64_t i = 0; i < ways->count; i++) {
        uint32_t offer =
            offer_of(w->f->model, node, (uint16_t)ways->items[i].arg);
        w->gain[offer] += w->after[i] - passing;
        w->met[offer] += met;
    }
}

static bool carry_spot(weighing *w, uint32_t idx)
{
    const rp_model *model = w->f->model;
    const standing *at = &w->p.met.members.items[idx];
    const rp_node *node =
        walk_node(w->p.by->walk, w->p.along->classes.items[at->state].state);
    tally *here = &w->p.spots.items[idx].here;
    ways_on ways;

    if (!chain_ways(w->p.along, w->p.by, at, &ways)) {
        return false;
    }
    for (uint64_t i = 0; i < ways.count; i++) {
        double passing = carry_way(w, at, &ways.items[i], here);
        if (node->kind == RP_TURN) {
            w->after[i] = passing;
        }
    }
    if (node->kind == RP_TURN) {
        weigh_replies(w, (uint16_t)(node - model->nodes), &ways, here);
    }
    return true;
}

/* Later spots come first: they are what earlier ones lead to. */
static bool carry_back(weighing *w)
{
    bool fits = true;

    for (uint64_t i = w->p.done.count; fits && i-- > 0;) {
        fits = carry_spot(w, w->p.done.items[i]);
    }
    return fits;
}

static bool weigh_chain(weighing *w, chain *along, guess *by)
{
    uint32_t open = walk_guess_root(by->walk, true);
    uint32_t roots[GUESS_LANES] = {open, open};
    judge asked;

    if (!judge_init(&asked, by->walk, OWN_MARKS) ||
        !chain_add(along, by, roots)) {
        return false;
    }
    w->p = (push){.along = along, .by = by, .judge = &asked, .keeps = true};
    bool fits = push_from(&w->p, roots) && carry_back(w);
    push_clear(&w->p);
    return fits;
}

static void weigh_walk(weighing *w, rp_walk *walk)
{
    guess by = {.walk = walk, .guesser = RP_BLIND};
    chain along;

    chain_init(&along, walk, false);
    bool fits = weigh_chain(w, &along, &by);
    w->f->refused = w->f->refused || !fits;
    guess_clear(&by);
    chain_clear(&along);
}

/* ---------------------------------------------------------- empty choices */

/* Pairs of replies of one turn: do they ever differ, are they ever met? */
typedef struct pairs {
    uint16_t node;
    bool differ[RP_OFFERS_MAX][RP_OFFERS_MAX];
    bool meet[RP_OFFERS_MAX][RP_OFFERS_MAX];
} pairs;

/* The first state with this future, as far as they were looked for. */
static uint32_t like(const rp_walk *walk, uint32_t state)
{
    return state == NO_STATE || walk->alike.count == 0
               ? state
               : walk->alike.items[state];
}

static bool is_same_future(const rp_walk *walk, const edge *a, const edge *b)
{
    int32_t one[RP_SCORES];
    int32_t other[RP_SCORES];

    return like(walk, a->target) == like(walk, b->target) &&
           a->is_critical == b->is_critical && a->is_critical == 0 &&
           memcmp(edge_points(walk, a, one), edge_points(walk, b, other),
                  sizeof one) == 0;
}

static void compare_ways(const rp_walk *walk, const edge *a, const edge *b,
                         const rp_span *offers, pairs *found)
{
    uint16_t node = found->node;

    if (a->kind != EDGE_REPLY || b->kind != EDGE_REPLY) {
        return;
    }
    uint32_t one =
        offer_of(walk->model, node, (uint16_t)a->arg) - offers->first;
    uint32_t other =
        offer_of(walk->model, node, (uint16_t)b->arg) - offers->first;
    found->meet[one][other] = true;
    found->differ[one][other] =
        found->differ[one][other] || !is_same_future(walk, a, b);
}

static void compare_state(const rp_walk *walk, uint32_t state, pairs *found)
{
    uint32_t count = 0;
    const edge *ways = walk_edges(walk, state, &count);
    const rp_span *offers = &walk->model->nodes[found->node].offers;

    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t j = 0; j < i; j++) {
            compare_ways(walk, &ways[i], &ways[j], offers, found);
        }
    }
}

static void compare_walk(const rp_walk *walk, pairs *found)
{
    const rp_node *node = &walk->model->nodes[found->node];

    for (uint32_t i = 0; i < walk->expanded; i++) {
        if (walk_node(walk, i) == node) {
            compare_state(walk, i, found);
        }
    }
}

/* The first reply of the turn that is the same as its `place`-th. */
static const char *same_as(findings *f, const pairs *found, uint32_t place)
{
    for (uint32_t i = 0; i < place; i++) {
        if (found->meet[place][i] && !found->differ[place][i]) {
            return name_of_offer(f,
                                 f->model->nodes[found->node].offers.first + i);
        }
    }
    return NULL;
}

static void find_empty(weighing *w, pairs *found)
{
    findings *f = w->f;

    for (uint32_t n = 0; n < f->model->node_count; n++) {
        rp_span offers = f->model->nodes[n].offers;
        memset(found, 0, sizeof *found);
        found->node = (uint16_t)n;
        for (uint32_t set = 0; set < f->model->set_count; set++) {
            compare_walk(f->walks[set], found);
        }
        for (uint32_t i = 0; i < offers.count; i++) {
            w->same[offers.first + i] = same_as(f, found, i);
        }
    }
}

static void report_weights(weighing *w)
{
    findings *f = w->f;
    rp_weight *weights =
        rp_arena_take(f->arena, f->offer_count + 1U, sizeof *weights);
    uint32_t count = 0;

    if (weights == NULL) {
        f->refused = true;
        return;
    }
    for (uint32_t i = 0; i < f->offer_count; i++) {
        if (f->offers[i].is_seen) {
            double weight = w->met[i] > 0 ? w->gain[i] / w->met[i] : 0;
            weights[count++] = (rp_weight){.reply = name_of_offer(f, i),
                                           .weight = weight,
                                           .same_as = w->same[i]};
        }
    }
    f->report->weights = weights;
    f->report->weight_count = count;
}

void findings_weights(findings *f)
{
    weighing w = {.f = f};
    uint32_t count = f->offer_count + 1U;
    pairs *found = rp_arena_take(f->arena, 1, sizeof *found);

    w.gain = rp_arena_take(f->arena, count, sizeof *w.gain);
    w.met = rp_arena_take(f->arena, count, sizeof *w.met);
    w.same = rp_arena_take(f->arena, count, sizeof *w.same);
    if (found == NULL || w.gain == NULL || w.met == NULL || w.same == NULL) {
        f->refused = true;
        return;
    }
    for (uint32_t i = 0; i < f->model->set_count; i++) {
        weigh_walk(&w, f->walks[i]);
    }
    find_empty(&w, found);
    report_weights(&w);
}

/* --------------------------------------------------------- learnt by heart */

/* Plays the written best run of one set on another. */
static bool passes_on(const rp_model *model, const rp_set_report *learnt,
                      rp_walk *other)
{
    rp_session session = {.model = model};

    rp_state_begin(model, other->set, &session.state, NULL);
    /* A call that ends before all is said has ended all the same. */
    for (uint32_t i = 0;
         i < learnt->best_count && !rp_session_has_ended(&session); i++) {
        rp_move move = {.at_ms = 0};
        if (rp_move_read(model, &session.state, learnt->best[i], &move, NULL) !=
                RP_OK ||
            rp_session_take(&session, &move, NULL, NULL) != RP_OK) {
            return false;
        }
    }
    return rp_session_result(&session, other->par).passed;
}

static void add_learnt(findings *f, uint16_t set, uint16_t other)
{
    if (set == other || f->report->sets[set].best_count == 0 ||
        !passes_on(f->model, &f->report->sets[set], f->walks[other])) {
        return;
    }
    if (!LIST_ROOM(&f->memory, &f->learnt, 1)) {
        f->refused = true;
        return;
    }
    f->learnt.items[f->learnt.count++] = (rp_learnt){set, other};
}

void findings_learnt(findings *f)
{
    for (uint16_t set = 0; set < f->model->set_count; set++) {
        for (uint16_t other = 0; other < f->model->set_count; other++) {
            add_learnt(f, set, other);
        }
    }
}
