/*
 * Probability pushed forward, move by move. Runs with the same future and the
 * same totals are one; those that can no longer pass are dropped.
 *
 * Members are taken by the moves they can still make, most first, and within
 * those by the steps a form still wants, none first. Every move leaves fewer,
 * so a member's whole share has arrived when its turn comes.
 */
#include <string.h>

#include "solve/solve_internal.h"

/* Neumaier's sum: what each addition rounds away is kept beside it. */
static void add_passed(push *p, double share)
{
    double sum = p->passed + share;

    p->passed_rest += p->passed >= share ? (p->passed - sum) + share
                                         : (share - sum) + p->passed;
    p->passed = sum;
}

/* As many moves as can still matter, from the first state like this one. */
static void settle_standing(const rp_walk *walk, standing *who)
{
    who->state = walk->alike.items[who->state];
    uint32_t longest = walk->longest.items[who->state];
    who->left = who->left < longest ? who->left : longest;
}

/* The queue a member waits in; those that come later have lower numbers. */
static uint32_t queue_of(const rp_walk *walk, const standing *who)
{
    uint32_t steps = walk_draft_steps(walk, who->state);

    return who->left * DRAFT_STEPS_MAX +
           (steps == 0 ? DRAFT_STEPS_MAX - 1 : steps);
}

/* Room for one more member and its place in the queue. */
static bool member_room(push *p)
{
    store *memory = &p->by->walk->memory;

    return LIST_ROOM(memory, &p->share, 1) && LIST_ROOM(memory, &p->next, 1) &&
           (!p->traces || LIST_ROOM(memory, &p->spans, 1));
}

/* The member for this standing, queued where it is new. */
static uint32_t join(push *p, const standing *who)
{
    rp_walk *walk = p->by->walk;
    uint32_t known = (uint32_t)p->met.members.count;

    if (!member_room(p) || known >= walk->budget.states_max) {
        return NO_STATE;
    }
    push_turn *queue = &p->queues.items[queue_of(walk, who)];
    uint32_t idx = crowd_add_among(&p->met, &queue->met, &walk->memory, who);
    if (idx != known) {
        return idx;
    }
    p->share.items[p->share.count++] = 0;
    p->next.items[p->next.count++] = queue->head;
    queue->head = idx + 1;
    if (p->traces) {
        p->spans.items[p->spans.count++] = (rp_span){0, 0};
    }
    return idx;
}

/* At an ending: whether this run passed. */
static uint32_t finish(push *p, const standing *to, double share)
{
    const rp_node *node = walk_node(p->by->walk, to->state);

    if (!node_ends_well(node) || !judge_passes(p->judge, to->totals)) {
        return PUSH_FAILED;
    }
    add_passed(p, share);
    return PUSH_PASSED;
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
    to.left -= way->is_counted ? 1 : 0;
    totals_add(to.totals, way->points);
    if (walk_node(walk, to.state)->kind == RP_ENDING) {
        return finish(p, &to, share);
    }
    settle_standing(walk, &to);
    if (to.left == 0 || !judge_merge(p->judge, to.state, to.left, to.totals)) {
        return PUSH_FAILED;
    }
    uint32_t idx = join(p, &to);
    if (idx == NO_STATE) {
        p->unresolved += share;
        return PUSH_FAILED;
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

static bool push_member(push *p, uint32_t member)
{
    standing who = p->met.members.items[member];
    double share = p->share.items[member];
    uint64_t first = p->ways.count;

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
    if (p->traces) {
        p->spans.items[member] =
            (rp_span){(uint32_t)first, (uint32_t)(p->ways.count - first)};
    }
    return true;
}

/* All members of one queue: none joins them any more. */
static bool push_queue(push *p, uint32_t queue)
{
    store *memory = &p->by->walk->memory;

    for (uint32_t at = p->queues.items[queue].head; at != 0;
         at = p->next.items[at - 1]) {
        if (!LIST_ROOM(memory, &p->done, 1) || !push_member(p, at - 1)) {
            return false;
        }
        p->done.items[p->done.count++] = at - 1;
    }
    crowd_index_clear(&p->queues.items[queue].met, memory);
    return true;
}

static bool queue_room(push *p, uint32_t most_left)
{
    rp_walk *walk = p->by->walk;
    uint64_t count = ((uint64_t)most_left + 1) * DRAFT_STEPS_MAX;

    if (!walk_futures(walk) || !LIST_ROOM(&walk->memory, &p->queues, count)) {
        return false;
    }
    memset(p->queues.items, 0, (size_t)count * sizeof *p->queues.items);
    p->queues.count = count;
    return true;
}

bool push_from(push *p, uint32_t state)
{
    rp_walk *walk = p->by->walk;
    uint32_t moves = walk->model->moves_max - (uint32_t)walk->root_depth;
    standing start = {.state = state, .left = moves};

    if (state == NO_STATE || walk_is_unknown(walk, state)) {
        p->unresolved = 1;
        return true;
    }
    if (walk_node(walk, state)->kind == RP_ENDING) {
        (void)finish(p, &start, 1);
        return true;
    }
    if (!queue_room(p, moves)) {
        return false;
    }
    settle_standing(walk, &start);
    if (start.left == 0 ||
        !judge_merge(p->judge, start.state, start.left, start.totals)) {
        return true;
    }
    uint32_t first = join(p, &start);
    if (first == NO_STATE) {
        return false;
    }
    p->share.items[first] = 1;
    for (uint32_t queue = queue_of(walk, &start); queue > 0; queue--) {
        if (!push_queue(p, queue)) {
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

    for (uint64_t i = 0; i < p->queues.count; i++) {
        crowd_index_clear(&p->queues.items[i].met, memory);
    }
    crowd_clear(&p->met, memory);
    LIST_DROP(memory, &p->share);
    LIST_DROP(memory, &p->queues);
    LIST_DROP(memory, &p->next);
    LIST_DROP(memory, &p->done);
    LIST_DROP(memory, &p->ways);
    LIST_DROP(memory, &p->spans);
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
