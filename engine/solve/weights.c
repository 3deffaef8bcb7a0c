/*
 * What a reply weighs when others guess, replies that make no difference,
 * and what is learnt by heart.
 */
#include <string.h>

#include "solve/findings.h"

/* Chances carried back over a push that kept its ways. */
typedef struct weighing {
    findings *f;
    push p;
    double *chance; /* a member */
    uint64_t chance_capacity;
    double *gain; /* an offer: weighted by how often it is met */
    double *met;
    const char **same; /* an offer */
} weighing;

static double chance_of(const weighing *w, uint32_t to)
{
    if (to == PUSH_PASSED) {
        return 1;
    }
    return to == PUSH_FAILED ? 0 : w->chance[to];
}

/* Later members come first: they are what earlier ones lead to. */
static void carry_back(weighing *w)
{
    for (uint64_t i = w->p.done.count; i-- > 0;) {
        uint32_t member = w->p.done.items[i];
        rp_span span = w->p.spans.items[member];
        double sum = 0;
        for (uint32_t j = 0; j < span.count; j++) {
            const push_way *way = &w->p.ways.items[span.first + j];
            sum += way->share * chance_of(w, way->to);
        }
        w->chance[member] = sum;
    }
}

static void weigh_members(weighing *w)
{
    const rp_walk *walk = w->p.by->walk;

    for (uint32_t i = 0; i < w->p.met.members.count; i++) {
        const rp_node *node = walk_node(walk, w->p.met.members.items[i].state);
        uint16_t idx = (uint16_t)(node - walk->model->nodes);
        double share = w->p.share.items[i];
        rp_span span = w->p.spans.items[i];
        for (uint32_t j = 0; node->kind == RP_TURN && j < span.count; j++) {
            const push_way *way = &w->p.ways.items[span.first + j];
            uint32_t offer = offer_of(walk->model, idx, (uint16_t)way->arg);
            w->gain[offer] += share * (chance_of(w, way->to) - w->chance[i]);
            w->met[offer] += share;
        }
    }
}

static void weigh_walk(weighing *w, rp_walk *walk)
{
    guess by = {.walk = walk, .guesser = RP_BLIND};
    judge asked;

    w->p = (push){.by = &by, .judge = &asked, .traces = true};
    bool fits = judge_init(&asked, walk, OWN_MARKS) &&
                push_from(&w->p, walk_guess_root(walk, true)) &&
                store_grow(&walk->memory, &w->chance, &w->chance_capacity,
                           w->p.met.members.count + 1, sizeof *w->chance);
    if (fits) {
        carry_back(w);
        weigh_members(w);
    }
    w->f->refused = w->f->refused || !fits;
    store_drop(&walk->memory, &w->chance, &w->chance_capacity,
               sizeof *w->chance);
    push_clear(&w->p);
    guess_clear(&by);
}

/* ---------------------------------------------------------- empty choices */

/* Pairs of replies of one turn: do they ever differ, are they ever met? */
typedef struct pairs {
    uint16_t node;
    bool differ[RP_OFFERS_MAX][RP_OFFERS_MAX];
    bool meet[RP_OFFERS_MAX][RP_OFFERS_MAX];
} pairs;

static bool is_same_future(const rp_walk *walk, const edge *a, const edge *b)
{
    int32_t one[RP_SCORES];
    int32_t other[RP_SCORES];

    return a->target == b->target && a->is_critical == b->is_critical &&
           a->is_critical == 0 &&
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
    for (uint32_t i = 0; i < learnt->best_count; i++) {
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
