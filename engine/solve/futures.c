/*
 * States with the same future. Two states are alike when they stand at the
 * same node, hear the same line and have the same ways on, with the same
 * points, to states that are alike; whoever goes on from them cannot tell
 * them apart. Found along the order in which successors come first, so a
 * state's successors are settled before it. Where the walk goes in circles a
 * state is only like itself.
 *
 * The same pass finds how long a run from a state can still be. Where more
 * moves than that are left, how many are left no longer matters.
 */
#include <string.h>

#include "solve/solve_internal.h"

/* The states met so far, by what their future looks like. */
typedef struct futures {
    rp_walk *walk;
    LIST(uint32_t) slots; /* state + 1; 0: free */
} futures;

static uint64_t mix(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * 0xbf58476d1ce4e5b9U;
    return hash ^ hash >> 29;
}

static uint32_t like(const rp_walk *walk, uint32_t state)
{
    return state == NO_STATE ? NO_STATE : walk->alike.items[state];
}

/* What distinguishes a state before any way on is looked at. */
static uint64_t face_of(const rp_walk *walk, uint32_t state)
{
    const rp_node *node = walk_node(walk, state);
    uint16_t idx = (uint16_t)(node - walk->model->nodes);
    uint32_t line = 0;

    if (node->says.count > 1) {
        rp_state met;
        walk_state(walk, state, &met);
        line = rp_state_line(walk->model, &met, idx) - node->says.first;
    }
    return (uint64_t)idx << 48 | (uint64_t)walk_draft_steps(walk, state) << 32 |
           line;
}

static uint64_t hash_of(const rp_walk *walk, uint32_t state)
{
    uint32_t count = 0;
    const edge *ways = walk_edges(walk, state, &count);
    uint64_t hash = mix(face_of(walk, state), count);

    for (uint32_t i = 0; i < count; i++) {
        hash = mix(hash, (uint64_t)ways[i].kind << 32 | ways[i].is_critical);
        hash = mix(hash, like(walk, ways[i].target));
        hash = mix(hash, ways[i].kind == EDGE_SEND ? 0 : ways[i].arg);
    }
    return hash;
}

/* What is sent is told by where it leads: its answers were given before. */
static bool is_same_way(const rp_walk *walk, const edge *a, const edge *b)
{
    return a->kind == b->kind && a->is_critical == b->is_critical &&
           like(walk, a->target) == like(walk, b->target) &&
           (a->kind == EDGE_SEND || a->arg == b->arg);
}

static bool is_same(const rp_walk *walk, uint32_t a, uint32_t b)
{
    uint32_t count = 0;
    uint32_t other_count = 0;
    const edge *ways = walk_edges(walk, a, &count);
    const edge *others = walk_edges(walk, b, &other_count);

    if (count != other_count || face_of(walk, a) != face_of(walk, b)) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (!is_same_way(walk, &ways[i], &others[i])) {
            return false;
        }
    }
    return true;
}

/* The first state like this one: itself, where it is the first. */
static uint32_t find_alike(futures *all, uint32_t state)
{
    uint64_t mask = all->slots.count - 1;
    uint64_t slot = hash_of(all->walk, state) & mask;

    while (all->slots.items[slot] != 0) {
        uint32_t met = all->slots.items[slot] - 1;
        if (is_same(all->walk, met, state)) {
            return met;
        }
        slot = (slot + 1) & mask;
    }
    all->slots.items[slot] = state + 1;
    return state;
}

/* Counted moves the longest run from here can have. */
static uint32_t longest_from(const rp_walk *walk, uint32_t state)
{
    uint32_t count = 0;
    uint32_t longest = 0;
    const edge *ways = walk_edges(walk, state, &count);

    for (uint32_t i = 0; i < count; i++) {
        uint32_t step = edge_is_counted(&ways[i]) ? 1 : 0;
        if (ways[i].target == NO_STATE) {
            longest = longest > step ? longest : step;
            continue;
        }
        uint32_t behind = walk->longest.items[ways[i].target];
        if (behind == MOVES_ENDLESS) {
            return MOVES_ENDLESS;
        }
        longest = longest > behind + step ? longest : behind + step;
    }
    return longest;
}

static bool goes_in_circles(const rp_walk *walk, uint64_t place)
{
    uint32_t state = walk->order.items[place];
    uint32_t count = 0;
    const edge *ways = walk_edges(walk, state, &count);
    bool is_alone =
        walk->starts.items[place] != 0 &&
        (place + 1 == walk->order.count || walk->starts.items[place + 1] != 0);

    for (uint32_t i = 0; is_alone && i < count; i++) {
        is_alone = ways[i].target != state;
    }
    return !is_alone;
}

static void settle(futures *all, uint64_t place)
{
    rp_walk *walk = all->walk;
    uint32_t state = walk->order.items[place];
    bool is_open =
        state >= walk->expanded && walk_node(walk, state)->kind != RP_ENDING;

    if (is_open || goes_in_circles(walk, place)) {
        walk->longest.items[state] = MOVES_ENDLESS;
        return;
    }
    walk->longest.items[state] = longest_from(walk, state);
    walk->alike.items[state] = find_alike(all, state);
}

static bool make_room(futures *all)
{
    rp_walk *walk = all->walk;
    store *memory = &walk->memory;
    uint32_t count = walk->states.count;
    uint64_t slots = 256;

    while (slots < 2 * (uint64_t)count) {
        slots *= 2;
    }
    if (!LIST_ROOM(memory, &walk->alike, count) ||
        !LIST_ROOM(memory, &walk->longest, count) ||
        !LIST_ROOM(memory, &all->slots, slots)) {
        return false;
    }
    all->slots.count = slots;
    memset(all->slots.items, 0, (size_t)slots * sizeof(uint32_t));
    for (uint32_t i = 0; i < count; i++) {
        walk->alike.items[i] = i;
        walk->longest.items[i] = MOVES_ENDLESS;
    }
    return true;
}

bool walk_futures(rp_walk *walk)
{
    futures all = {.walk = walk};

    if (walk->alike.count > 0) {
        return true;
    }
    bool fits = make_room(&all);
    for (uint64_t i = 0; fits && i < walk->order.count; i++) {
        settle(&all, i);
    }
    LIST_DROP(&walk->memory, &all.slots);
    if (fits) {
        walk->alike.count = walk->states.count;
        walk->longest.count = walk->states.count;
    }
    return fits;
}
