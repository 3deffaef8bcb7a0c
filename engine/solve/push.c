/*
 * Probability pushed forward along a chain, move by move. Runs in the same
 * class with the same totals are one; those that can no longer pass are
 * dropped.
 *
 * Spots are taken by the moves that can still be made there, most first, and
 * within those by the steps a form still wants, none first. Every move leaves
 * fewer, so all runs that ever come to a spot are there when its turn comes.
 */
#include <string.h>

#include "solve/odds.h"

enum {
    PROGRESS_EVERY = 1024 /* spots */
};

static const chain_class *class_at(const push *p, uint32_t idx)
{
    return &p->along->classes.items[idx];
}

/* Neumaier's sum: what each addition rounds away is kept beside it. */
static void add_passed(push *p, const double share[GUESS_LANES])
{
    for (uint32_t i = 0; i < GUESS_LANES; i++) {
        double before = p->passed[i];
        double sum = before + share[i];
        p->passed_rest[i] += before >= share[i] ? (before - sum) + share[i]
                                                : (share[i] - sum) + before;
        p->passed[i] = sum;
    }
}

static void add_unresolved(push *p, const double share[GUESS_LANES])
{
    for (uint32_t i = 0; i < GUESS_LANES; i++) {
        p->unresolved[i] += share[i];
    }
}

/* The queue a spot waits in; those that come later have lower numbers. */
static uint32_t queue_of(const push *p, const standing *who)
{
    uint32_t steps = class_at(p, who->state)->steps;

    return who->left * DRAFT_STEPS_MAX +
           (steps == 0 ? DRAFT_STEPS_MAX - 1 : steps);
}

/* The spot of a standing, queued where it is new; NO_STATE when refused. */
static uint32_t spot_of(push *p, const standing *who)
{
    store *memory = &p->along->memory;
    uint32_t known = (uint32_t)p->spots.count;

    if (!LIST_ROOM(memory, &p->spots, 1)) {
        return NO_STATE;
    }
    uint32_t idx = crowd_add(&p->met, memory, who);
    if (idx != known) {
        return idx;
    }
    const chain_class *of = class_at(p, who->state);
    uint32_t *head = &p->queues.items[queue_of(p, who)];
    spot made = {.next = *head};
    judge_limits(p->judge, &(ahead){who->left, of->most, of->least},
                 &made.bounds);
    p->spots.items[p->spots.count++] = made;
    *head = idx + 1;
    return idx;
}

/* As many moves as can still matter. False where none are left. */
static bool arrive(const push *p, uint32_t into, uint32_t left, standing *to)
{
    uint32_t longest = class_at(p, into)->longest;

    *to = (standing){.state = into, .left = left < longest ? left : longest};
    return to->left > 0;
}

/*
 * The runs of a spot with these totals, to be added to; NULL when refused.
 * Once the budget is spent, those that are known are still there. Every lane
 * has a budget of its own, and they share what they find.
 */
static alike_runs *runs_of(push *p, spot *at, const int32_t totals[RP_SCORES])
{
    uint64_t most = GUESS_LANES * p->by->walk->budget.states_max;
    uint64_t known = at->here.runs.count;

    if (p->met_count >= most) {
        return tally_find(&at->here, totals);
    }
    alike_runs *runs = tally_add(&at->here, &p->along->memory, totals);
    p->met_count += at->here.runs.count - known;
    return runs;
}

/* These runs come to a spot. False when refused. */
static bool join(push *p, spot *at, const alike_runs *come)
{
    alike_runs *runs = runs_of(p, at, come->totals);

    for (uint32_t i = 0; runs != NULL && i < GUESS_LANES; i++) {
        runs->share[i] += come->share[i];
    }
    return runs != NULL;
}

/* Some runs after a way: what they have earned, and how many they are. */
static inline alike_runs after_way(const alike_runs *before,
                                   const guess_way *way)
{
    alike_runs after;

    for (uint32_t i = 0; i < RP_SCORES; i++) {
        after.totals[i] = before->totals[i] + way->points[i];
    }
    for (uint32_t i = 0; i < GUESS_LANES; i++) {
        after.share[i] = before->share[i] * way->share;
    }
    return after;
}

static void enter_spot(push *p, spot *at, const guess_way *way,
                       const some_runs *from)
{
    for (uint64_t i = 0; i < from->count; i++) {
        alike_runs come = after_way(&from->items[i], way);
        if (judge_settle(p->judge, &at->bounds, come.totals) &&
            !join(p, at, &come)) {
            add_unresolved(p, come.share);
        }
    }
}

/* An end, or where nobody knows how it goes on. */
static void enter_fate(push *p, const guess_way *way, const some_runs *from)
{
    for (uint64_t i = 0; way->target != FATE_FAILS && i < from->count; i++) {
        alike_runs come = after_way(&from->items[i], way);
        if (way->target == FATE_OPEN) {
            add_unresolved(p, come.share);
        } else if (judge_passes(p->judge, come.totals)) {
            add_passed(p, come.share);
        }
    }
}

static void follow(push *p, uint32_t left, const guess_way *way,
                   const some_runs *runs)
{
    standing to;

    if (way->target < FATES) {
        enter_fate(p, way, runs);
        return;
    }
    if (!(way->share > 0) ||
        !arrive(p, way->target, left - way->is_counted, &to)) {
        return;
    }
    uint32_t idx = spot_of(p, &to);
    if (idx == NO_STATE) {
        enter_fate(p, &(guess_way){.target = FATE_OPEN, .share = way->share},
                   runs);
    } else {
        enter_spot(p, &p->spots.items[idx], way, runs);
    }
}

/* Runs of one spot that go on alike. False when memory is refused. */
static bool push_runs(push *p, standing *who, const some_runs *runs)
{
    ways_on ways;

    memcpy(who->totals, runs->items[0].totals, sizeof who->totals);
    if (!chain_ways(p->along, p->by, who, &ways)) {
        return false;
    }
    for (uint64_t i = 0; i < ways.count; i++) {
        follow(p, who->left, &ways.items[i], runs);
    }
    return true;
}

/* All that came to a spot; nobody comes any more. */
static bool push_spot(push *p, uint32_t idx)
{
    standing who = p->met.members.items[idx];
    tally here = p->spots.items[idx].here;
    uint64_t at_once = guess_minds_totals(p->by) ? 1 : here.runs.count;

    for (uint64_t i = 0; i < here.runs.count; i += at_once) {
        some_runs runs = {here.runs.items + i, at_once};
        if (!push_runs(p, &who, &runs)) {
            return false;
        }
    }
    if (!p->keeps) {
        tally_clear(&p->spots.items[idx].here, &p->along->memory);
    }
    return true;
}

static bool push_queue(push *p, uint32_t queue)
{
    for (uint32_t at = p->queues.items[queue]; at != 0;
         at = p->spots.items[at - 1].next) {
        if (!LIST_ROOM(&p->along->memory, &p->done, 1) ||
            !push_spot(p, at - 1)) {
            return false;
        }
        p->done.items[p->done.count++] = at - 1;
        if (p->done.count % PROGRESS_EVERY == 0 && !walk_goes_on(p->by->walk)) {
            return false;
        }
    }
    return true;
}

static bool make_queues(push *p, uint32_t most_left)
{
    uint64_t count = ((uint64_t)most_left + 1) * DRAFT_STEPS_MAX;

    if (!LIST_ROOM(&p->along->memory, &p->queues, count)) {
        return false;
    }
    memset(p->queues.items, 0, (size_t)count * sizeof *p->queues.items);
    p->queues.count = count;
    return true;
}

bool push_from(push *p, const uint32_t roots[GUESS_LANES])
{
    const rp_walk *walk = p->by->walk;
    uint32_t moves = walk->model->moves_max - (uint32_t)walk->root_depth;

    if (!walk_goes_on(p->by->walk) || !make_queues(p, moves)) {
        return false;
    }
    for (uint32_t lane = 0; lane < GUESS_LANES; lane++) {
        alike_runs all = {.share = {0}};
        all.share[lane] = 1;
        follow(p, moves, &(guess_way){.target = roots[lane], .share = 1},
               &(some_runs){&all, 1});
    }
    for (uint32_t queue = (uint32_t)p->queues.count; queue-- > 1;) {
        if (!push_queue(p, queue)) {
            return false;
        }
    }
    for (uint32_t lane = 0; lane < GUESS_LANES; lane++) {
        p->passed[lane] += p->passed_rest[lane];
        p->passed_rest[lane] = 0;
    }
    return true;
}

const spot *push_spot_behind(const push *p, const standing *from,
                             const guess_way *way)
{
    standing to;

    if (way->target < FATES ||
        !arrive(p, way->target, from->left - way->is_counted, &to)) {
        return NULL;
    }
    uint32_t idx = crowd_find(&p->met, &to);
    return idx == NO_STATE ? NULL : &p->spots.items[idx];
}

void push_clear(push *p)
{
    store *memory = &p->along->memory;

    for (uint64_t i = 0; i < p->spots.count; i++) {
        tally_clear(&p->spots.items[i].here, memory);
    }
    crowd_clear(&p->met, memory);
    LIST_DROP(memory, &p->spots);
    LIST_DROP(memory, &p->queues);
    LIST_DROP(memory, &p->done);
}
