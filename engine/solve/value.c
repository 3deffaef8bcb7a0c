/*
 * The most a run can still gain from each state.
 *
 * Component by component, successors first. In a circle the states are gone
 * over until nothing changes; as no run has more moves than the limit, a
 * circle that still gains after that many rounds stays unsettled, and its
 * values are found on demand, exactly, move by move.
 */
#include <string.h>

#include "solve/solve_internal.h"

/* Values found on demand. */
typedef struct short_value {
    uint64_t at; /* state, moves left, lane, + 1; 0: free */
    int64_t value;
} short_value;

typedef struct shorts {
    short_value *slots;
    uint64_t capacity;
    uint64_t slot_count;
    uint64_t count;
} shorts;

int64_t edge_gain(const objective *goal, uint32_t lane, const edge *way)
{
    if (way->kind == EDGE_REPLY || way->kind == EDGE_ANSWER) {
        return goal->gains[(uint64_t)way->arg * goal->lanes + lane];
    }
    return 0;
}

/* Takes a way into account. True when it is better than what was known. */
static inline bool consider(const objective *goal, uint32_t lane,
                            const edge *way, prospect *known)
{
    const prospect *behind = prospect_of(goal, lane, way->target);

    if (behind->best == VALUE_NONE || known->need == NEED_UNSETTLED) {
        return false;
    }
    uint32_t need = behind->need + edge_is_counted(way);
    if (need >= NEED_UNSETTLED) {
        *known = (prospect){.best = 0, .need = NEED_UNSETTLED};
        return true;
    }
    int64_t value = behind->best + edge_gain(goal, lane, way);
    if (value > known->best || (value == known->best && need < known->need)) {
        *known = (prospect){.best = value, .need = need};
        return true;
    }
    return false;
}

/* Looks at a state's edges anew. True when something changed. */
static bool relax(const rp_walk *walk, const objective *goal, uint32_t state)
{
    uint32_t count = 0;
    const edge *ways = walk_edges(walk, state, &count);
    prospect *known = &goal->at[(uint64_t)state * goal->lanes];
    bool has_changed = false;

    for (uint32_t i = 0; i < count; i++) {
        const edge *way = &ways[i];
        if (way->is_critical || way->kind == EDGE_SILENCE ||
            way->target == NO_STATE) {
            continue;
        }
        for (uint32_t lane = 0; lane < goal->lanes; lane++) {
            has_changed =
                consider(goal, lane, way, &known[lane]) || has_changed;
        }
    }
    return has_changed;
}

/* Members first .. end - 1 of the order: a component with a circle. */
static void settle_circle(const rp_walk *walk, const objective *goal,
                          uint64_t first, uint64_t end)
{
    bool changes = true;

    for (uint32_t round = 0; changes && round <= walk->model->moves_max + 1U;
         round++) {
        changes = false;
        for (uint64_t i = first; i < end; i++) {
            changes = relax(walk, goal, walk->order.items[i]) || changes;
        }
    }
    for (uint64_t i = first; changes && i < end; i++) {
        for (uint32_t lane = 0; lane < goal->lanes; lane++) {
            goal->at[(uint64_t)walk->order.items[i] * goal->lanes + lane] =
                (prospect){.best = 0, .need = NEED_UNSETTLED};
        }
    }
}

static bool leads_to_itself(const rp_walk *walk, uint32_t state)
{
    uint32_t count = 0;
    const edge *ways = walk_edges(walk, state, &count);

    for (uint32_t i = 0; walk->has_cycle && i < count; i++) {
        if (ways[i].target == state) {
            return true;
        }
    }
    return false;
}

static bool find_gains(rp_walk *walk, objective *goal)
{
    const rp_model *model = walk->model;
    uint64_t count = (uint64_t)model->choice_count * goal->lanes;

    if (!store_grow(&walk->memory, &goal->gains, &goal->gains_capacity,
                    count + 1, sizeof *goal->gains)) {
        return false;
    }
    for (uint64_t i = 0; i < count; i++) {
        const int16_t *points = model->choices[i / goal->lanes].points;
        const int64_t *weight = goal->weight[i % goal->lanes];
        goal->gains[i] = 0;
        for (uint32_t j = 0; j < RP_SCORES; j++) {
            goal->gains[i] += weight[j] * points[j];
        }
    }
    return true;
}

static bool objective_begin(rp_walk *walk, objective *goal)
{
    uint64_t count = walk->states.count;

    if (!find_gains(walk, goal) ||
        !store_grow(&walk->memory, &goal->at, &goal->at_capacity,
                    count * goal->lanes, sizeof *goal->at)) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        bool is_good = node_ends_well(walk_node(walk, i));
        for (uint32_t lane = 0; lane < goal->lanes; lane++) {
            goal->at[(uint64_t)i * goal->lanes + lane] =
                (prospect){.best = is_good ? 0 : VALUE_NONE};
        }
    }
    return true;
}

bool objective_find(rp_walk *walk, objective *goal)
{
    uint64_t count = walk->states.count;

    if (!objective_begin(walk, goal)) {
        return false;
    }
    for (uint64_t i = 0; i < count;) {
        uint64_t end = i + 1;
        while (end < count && walk->starts.items[end] == 0) {
            end++;
        }
        if (end - i == 1 && !leads_to_itself(walk, walk->order.items[i])) {
            (void)relax(walk, goal, walk->order.items[i]);
        } else {
            settle_circle(walk, goal, i, end);
        }
        i = end;
    }
    return true;
}

void objective_clear(objective *goal, store *memory)
{
    store_drop(memory, &goal->at, &goal->at_capacity, sizeof *goal->at);
    store_drop(memory, &goal->gains, &goal->gains_capacity,
               sizeof *goal->gains);
    if (goal->shorts != NULL) {
        store_drop(memory, &goal->shorts->slots, &goal->shorts->capacity,
                   sizeof *goal->shorts->slots);
        (void)memory->alloc.resize(memory->alloc.user, goal->shorts, 0);
        goal->shorts = NULL;
    }
}

/* ---------------------------------------------- when moves are running out */

static uint64_t short_slot(const shorts *all, uint64_t at)
{
    uint64_t slot = (at * 0x9e3779b97f4a7c15U) >> 20 & (all->slot_count - 1);

    while (all->slots[slot].at != 0 && all->slots[slot].at != at) {
        slot = (slot + 1) & (all->slot_count - 1);
    }
    return slot;
}

static bool shorts_grow(shorts *all, store *memory)
{
    shorts larger = {.slot_count =
                         all->slot_count == 0 ? 256 : 2 * all->slot_count};

    if (!store_grow(memory, &larger.slots, &larger.capacity, larger.slot_count,
                    sizeof *larger.slots)) {
        return false;
    }
    memset(larger.slots, 0, (size_t)larger.slot_count * sizeof *larger.slots);
    for (uint64_t i = 0; i < all->slot_count; i++) {
        if (all->slots[i].at != 0) {
            larger.slots[short_slot(&larger, all->slots[i].at)] = all->slots[i];
        }
    }
    larger.count = all->count;
    store_drop(memory, &all->slots, &all->capacity, sizeof *all->slots);
    *all = larger;
    return true;
}

/* Remembers a value. When memory is refused it is found anew each time. */
static void remember(rp_walk *walk, objective *goal, uint64_t at, int64_t value)
{
    store *memory = &walk->memory;

    if (goal->shorts == NULL) {
        goal->shorts =
            memory->alloc.resize(memory->alloc.user, NULL, sizeof(shorts));
        if (goal->shorts == NULL) {
            return;
        }
        *goal->shorts = (shorts){.count = 0};
    }
    shorts *all = goal->shorts;
    if (2 * (all->count + 1) > all->slot_count && !shorts_grow(all, memory)) {
        return;
    }
    all->slots[short_slot(all, at)] = (short_value){at, value};
    all->count++;
}

/* A question that is not settled: this lane, from here, so many moves. */
static int64_t short_find( // NOLINT(misc-no-recursion)
    rp_walk *walk, objective *goal, uint32_t lane, uint32_t state,
    uint32_t left)
{
    uint32_t count = 0;
    const edge *ways = walk_edges(walk, state, &count);
    int64_t best = VALUE_NONE;

    for (uint32_t i = 0; i < count; i++) {
        const edge *way = &ways[i];
        bool is_counted = edge_is_counted(way);
        if (way->is_critical || way->kind == EDGE_SILENCE ||
            way->target == NO_STATE || (is_counted && left == 0)) {
            continue;
        }
        int64_t behind = objective_value(walk, goal, lane, way->target,
                                         is_counted ? left - 1 : left);
        if (behind == VALUE_NONE) {
            continue;
        }
        behind += edge_gain(goal, lane, way);
        best = behind > best ? behind : best;
    }
    return best;
}

int64_t objective_value( // NOLINT(misc-no-recursion)
    rp_walk *walk, objective *goal, uint32_t lane, uint32_t state,
    uint32_t left)
{
    const prospect *known = prospect_of(goal, lane, state);

    if (known->best == VALUE_NONE) {
        return VALUE_NONE;
    }
    if (known->need != NEED_UNSETTLED && left >= known->need) {
        return known->best;
    }
    uint64_t at = (((uint64_t)state << 16 | left) << 2 | lane) + 1;
    const shorts *found = goal->shorts;
    if (found != NULL && found->slot_count > 0) {
        uint64_t slot = short_slot(found, at);
        if (found->slots[slot].at != 0) {
            return found->slots[slot].value;
        }
    }
    int64_t value = short_find(walk, goal, lane, state, left);
    remember(walk, goal, at, value);
    return value;
}
