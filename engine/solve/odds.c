/*
 * Probability pushed forward, move by move. Runs that stand in the same place
 * with the same totals are one; those that can no longer pass are dropped.
 */
#include "solve/solve_internal.h"

/* Neumaier's sum: what each addition rounds away is kept beside it. */
static void add_passed(push *p, double share)
{
    double sum = p->passed + share;

    p->passed_rest += p->passed >= share ? (p->passed - sum) + share
                                         : (share - sum) + p->passed;
    p->passed = sum;
}

/* Where the run stands after this way: a member, passed or failed. */
static uint32_t arrive(push *p, const standing *from, const guess_way *way,
                       double share)
{
    rp_walk *walk = p->by->walk;
    standing to = *from;

    if (way->is_critical) {
        return PUSH_FAILED;
    }
    if (way->target == NO_STATE || walk_is_unknown(walk, way->target)) {
        p->unresolved += share;
        return PUSH_FAILED;
    }
    to.state = way->target;
    to.left--;
    totals_add(to.totals, way->points);
    const rp_node *node = walk_node(walk, to.state);
    if (node->kind == RP_ENDING) {
        bool passes = node_ends_well(node) && judge_passes(p->judge, to.totals);
        if (passes) {
            add_passed(p, share);
        }
        return passes ? PUSH_PASSED : PUSH_FAILED;
    }
    if (to.left == 0 || !judge_merge(p->judge, to.state, to.left, to.totals)) {
        return PUSH_FAILED;
    }
    uint32_t known = (uint32_t)p->met.members.count;
    uint32_t idx = p->met.members.count >= walk->budget.states_max
                       ? NO_STATE
                       : crowd_add(&p->met, &walk->memory, &to);
    if (idx == NO_STATE || !LIST_ROOM(&walk->memory, &p->share, 1)) {
        p->unresolved += share;
        return PUSH_FAILED;
    }
    if (idx == known) {
        p->share.items[p->share.count++] = 0;
    }
    p->share.items[idx] += share;
    return idx;
}

static bool keep_way(push *p, uint32_t to, const guess_way *way)
{
    if (!p->traces) {
        return true;
    }
    if (!LIST_ROOM(&p->by->walk->memory, &p->ways, 1)) {
        return false;
    }
    p->ways.items[p->ways.count++] =
        (push_way){.to = to, .arg = way->arg, .share = way->share};
    return true;
}

static bool keep_first_way(push *p)
{
    if (!p->traces) {
        return true;
    }
    if (!LIST_ROOM(&p->by->walk->memory, &p->first_way, 1)) {
        return false;
    }
    p->first_way.items[p->first_way.count++] = (uint32_t)p->ways.count;
    return true;
}

static bool push_member(push *p, uint32_t member)
{
    standing who = p->met.members.items[member];
    double share = p->share.items[member];

    if (!guess_ways(p->by, &who)) {
        return false;
    }
    for (uint64_t i = 0; i < p->by->ways.count; i++) {
        const guess_way *way = &p->by->ways.items[i];
        if (!(way->share > 0)) {
            continue;
        }
        uint32_t to = arrive(p, &who, way, share * way->share);
        if (!keep_way(p, to, way)) {
            return false;
        }
    }
    return keep_first_way(p);
}

bool push_from(push *p, uint32_t state)
{
    rp_walk *walk = p->by->walk;
    standing start = {.state = state,
                      .left =
                          walk->model->moves_max - (uint32_t)walk->root_depth};

    if (state == NO_STATE || walk_is_unknown(walk, state)) {
        p->unresolved = 1;
        return keep_first_way(p);
    }
    const rp_node *node = walk_node(walk, state);
    if (node->kind == RP_ENDING) {
        p->passed = node_ends_well(node) && judge_passes(p->judge, start.totals)
                        ? 1
                        : 0;
        return keep_first_way(p);
    }
    if (!keep_first_way(p) || start.left == 0 ||
        !judge_merge(p->judge, state, start.left, start.totals)) {
        return true;
    }
    if (crowd_add(&p->met, &walk->memory, &start) == NO_STATE ||
        !LIST_ROOM(&walk->memory, &p->share, 1)) {
        return false;
    }
    p->share.items[p->share.count++] = 1;
    for (uint32_t i = 0; i < p->met.members.count; i++) {
        if (!push_member(p, i)) {
            return false;
        }
    }
    p->passed += p->passed_rest;
    p->passed_rest = 0;
    return true;
}

void push_clear(push *p)
{
    store *memory = &p->by->walk->memory;

    crowd_clear(&p->met, memory);
    LIST_DROP(memory, &p->share);
    LIST_DROP(memory, &p->ways);
    LIST_DROP(memory, &p->first_way);
}

uint32_t walk_guess_root(const rp_walk *walk, bool opens_all)
{
    rp_state state;

    rp_state_begin(walk->model, walk->set, &state, NULL);
    for (uint32_t i = 0; opens_all && i < walk->model->record_count; i++) {
        rp_mark_set(&state, walk->model->records[i].opened_mark);
    }
    return walk_find(walk, &state);
}

static double least(double a, double b)
{
    return a < b ? a : b;
}

/* The larger of opening nothing and opening all, into `found`. */
static bool find_odds(guess *by, mark_kind kind, rp_odds *found)
{
    rp_walk *walk = by->walk;
    uint32_t shut = walk_guess_root(walk, false);
    uint32_t open = walk_guess_root(walk, true);
    judge asked;

    *found = (rp_odds){0, 0};
    if (!judge_init(&asked, walk, kind)) {
        return false;
    }
    asked.keeps_totals = by->guesser == RP_HALF_INFORMED;
    for (int i = 0; i < (open == shut ? 1 : 2); i++) {
        push p = {.by = by, .judge = &asked};
        bool fits = push_from(&p, i == 0 ? shut : open);
        /* Where the walk is not exact, par may be too low: nothing is sure. */
        double low = walk->is_exact ? least(p.passed, 1) : 0;
        double high = least(p.passed + p.unresolved, 1);
        push_clear(&p);
        if (!fits) {
            return false;
        }
        found->low = low > found->low ? low : found->low;
        found->high = high > found->high ? high : found->high;
    }
    return true;
}

static bool reads_texts(rp_guesser guesser)
{
    return guesser == RP_LONGEST || guesser == RP_SHORTEST ||
           guesser == RP_POLITE || guesser == RP_ECHO;
}

rp_status rp_walk_odds(rp_walk *walk, rp_guesser guesser, uint16_t language,
                       rp_chance *chance, rp_error *err)
{
    guess by = {.walk = walk, .guesser = guesser};
    measures texts;
    rp_chance found;
    rp_arena arena;

    rp_arena_init(&arena, walk->memory.alloc);
    bool fits = true;
    if (reads_texts(guesser)) {
        fits = measures_make(walk->model, language, &arena, &texts);
        by.texts = &texts;
    }
    fits = fits && find_odds(&by, OWN_MARKS, &found.own) &&
           find_odds(&by, EXAM_MARK, &found.exam);
    guess_clear(&by);
    rp_arena_clear(&arena);
    if (!fits) {
        return walk_refusal(walk, err);
    }
    *chance = found;
    return RP_OK;
}
