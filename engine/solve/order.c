/*
 * The states in an order in which successors come first, component by
 * component (Tarjan 1972, without recursion). In a component of one state
 * that does not lead to itself everything behind it is known; in any other
 * the walk goes in circles.
 */
#include <string.h>

#include "solve/solve_internal.h"

/* A state whose successors are being looked at. */
typedef struct visit {
    uint32_t state;
    uint32_t next_edge;
} visit;

typedef struct search {
    rp_walk *walk;
    uint32_t *number; /* 0: not met; else 1 + its turn */
    uint32_t *low;
    uint64_t number_capacity;
    uint64_t low_capacity;
    uint32_t met;
    LIST(visit) path;
    LIST(uint32_t) waiting; /* met, component not complete */
} search;

static const uint32_t settled = UINT32_MAX;

static bool search_begin(search *s)
{
    store *memory = &s->walk->memory;
    uint32_t count = s->walk->states.count;

    if (!store_grow(memory, &s->number, &s->number_capacity, count,
                    sizeof(uint32_t)) ||
        !store_grow(memory, &s->low, &s->low_capacity, count,
                    sizeof(uint32_t)) ||
        !LIST_ROOM(memory, &s->walk->order, count) ||
        !LIST_ROOM(memory, &s->walk->starts, count)) {
        return false;
    }
    memset(s->number, 0, count * sizeof(uint32_t));
    return true;
}

static void search_end(search *s)
{
    store *memory = &s->walk->memory;

    store_drop(memory, &s->number, &s->number_capacity, sizeof(uint32_t));
    store_drop(memory, &s->low, &s->low_capacity, sizeof(uint32_t));
    LIST_DROP(memory, &s->path);
    LIST_DROP(memory, &s->waiting);
}

static bool arrive(search *s, uint32_t state)
{
    store *memory = &s->walk->memory;

    if (!LIST_ROOM(memory, &s->path, 1) || !LIST_ROOM(memory, &s->waiting, 1)) {
        return false;
    }
    s->number[state] = ++s->met;
    s->low[state] = s->met;
    s->path.items[s->path.count++] = (visit){.state = state};
    s->waiting.items[s->waiting.count++] = state;
    return true;
}

/* The component whose first state is `state` is complete. */
static void settle(search *s, uint32_t state)
{
    rp_walk *walk = s->walk;
    uint8_t start = 1;
    uint32_t member;

    do {
        member = s->waiting.items[--s->waiting.count];
        s->number[member] = settled;
        walk->order.items[walk->order.count++] = member;
        walk->starts.items[walk->starts.count++] = start;
        walk->has_cycle = walk->has_cycle || start == 0;
        start = 0;
    } while (member != state);
}

static void leave(search *s, uint32_t state)
{
    s->path.count--;
    if (s->path.count > 0) {
        uint32_t parent = s->path.items[s->path.count - 1].state;
        if (s->low[state] < s->low[parent]) {
            s->low[parent] = s->low[state];
        }
    }
    if (s->low[state] == s->number[state]) {
        settle(s, state);
    }
}

/* One more edge of the state on top of the path, or away from it. */
static bool advance(search *s)
{
    visit *top = &s->path.items[s->path.count - 1];
    uint32_t count = 0;
    const edge *ways = walk_edges(s->walk, top->state, &count);

    if (top->next_edge == count) {
        leave(s, top->state);
        return true;
    }
    uint32_t target = ways[top->next_edge++].target;
    if (target == NO_STATE || s->number[target] == settled) {
        return true;
    }
    if (s->number[target] == 0) {
        return arrive(s, target);
    }
    s->walk->has_cycle = s->walk->has_cycle || target == top->state;
    if (s->number[target] < s->low[top->state]) {
        s->low[top->state] = s->number[target];
    }
    return true;
}

rp_status walk_order(rp_walk *walk, rp_error *err)
{
    search s = {.walk = walk};
    bool fits = search_begin(&s);

    for (uint32_t i = 0; fits && i < walk->states.count; i++) {
        if (s.number[i] != 0) {
            continue;
        }
        fits = arrive(&s, i);
        while (fits && s.path.count > 0) {
            fits = advance(&s);
        }
    }
    search_end(&s);
    return fits ? RP_OK : walk_refusal(walk, err);
}
