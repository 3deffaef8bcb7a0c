/*
 * What the edges of a walk lead along.
 */
#include <string.h>

#include "solve/mass.h"

/* Moves by which passages are found again. */
static uint32_t move_number(const rp_model *model, const rp_flow *flow)
{
    if (flow->kind == RP_FLOW_REPLY) {
        return flow->choice;
    }
    return model->choice_count + 2U * flow->from +
           (flow->kind == RP_FLOW_SILENCE ? 1 : 0);
}

static bool is_same_flow(const rp_flow *a, const rp_flow *b)
{
    return a->kind == b->kind && a->from == b->from && a->to == b->to &&
           a->choice == b->choice && a->hangs_up == b->hangs_up;
}

static bool is_passage(const passages *found, const passage *known,
                       const rp_flow *flows, uint32_t count)
{
    bool is_same = known->count == count;

    for (uint32_t i = 0; is_same && i < count; i++) {
        uint32_t flow = found->steps.items[known->first + i];
        is_same = is_same_flow(&found->flows.items[flow].flow, &flows[i]);
    }
    return is_same;
}

uint32_t passages_flow(passages *found, store *memory, const rp_flow *flow)
{
    for (uint64_t i = 0; i < found->flows.count; i++) {
        if (is_same_flow(&found->flows.items[i].flow, flow)) {
            return (uint32_t)i;
        }
    }
    if (!LIST_ROOM(memory, &found->flows, 1)) {
        return NO_PASSAGE;
    }
    found->flows.items[found->flows.count++] = (rp_mass_flow){.flow = *flow};
    return (uint32_t)found->flows.count - 1;
}

static uint32_t add_passage(passages *found, store *memory,
                            const rp_flow *flows, uint32_t count)
{
    passage made = {.first = (uint32_t)found->steps.count,
                    .count = count,
                    .next = NO_PASSAGE};

    if (!LIST_ROOM(memory, &found->items, 1) ||
        !LIST_ROOM(memory, &found->steps, count)) {
        return NO_PASSAGE;
    }
    for (uint32_t i = 0; i < count; i++) {
        uint32_t flow = passages_flow(found, memory, &flows[i]);
        if (flow == NO_PASSAGE) {
            return NO_PASSAGE;
        }
        found->steps.items[found->steps.count++] = flow;
    }
    found->items.items[found->items.count++] = made;
    return (uint32_t)found->items.count - 1;
}

/* The passage along these flows, added where it is new. */
static uint32_t passage_of(passages *found, rp_walk *walk, const rp_flow *flows,
                           uint32_t count)
{
    uint32_t *head = &found->heads.items[move_number(walk->model, &flows[0])];
    uint32_t idx = *head;

    while (idx != NO_PASSAGE &&
           !is_passage(found, &found->items.items[idx], flows, count)) {
        idx = found->items.items[idx].next;
    }
    if (idx != NO_PASSAGE) {
        return idx;
    }
    idx = add_passage(found, &walk->memory, flows, count);
    if (idx != NO_PASSAGE) {
        found->items.items[idx].next = *head;
        *head = idx;
    }
    return idx;
}

/* The passages of all counted edges of one state. */
static bool find_of_state(passages *found, rp_walk *walk, uint32_t state)
{
    rp_flow flows[RP_FLOWS_MAX];
    uint32_t count = 0;
    const edge *ways = walk_edges(walk, state, &count);
    rp_state here;

    walk_state(walk, state, &here);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t *of_edge = &found->of_edge.items[ways + i - walk->edges.items];
        *of_edge = NO_PASSAGE;
        if (!edge_is_counted(&ways[i])) {
            continue;
        }
        rp_move move = edge_move(walk, &ways[i]);
        uint32_t steps = rp_flows_of(walk->model, &here, &move, flows);
        *of_edge = passage_of(found, walk, flows, steps);
        if (*of_edge == NO_PASSAGE) {
            return false;
        }
    }
    return true;
}

bool passages_find(passages *found, rp_walk *walk)
{
    const rp_model *model = walk->model;
    uint32_t moves = model->choice_count + 2 * model->node_count;

    if (!LIST_ROOM(&walk->memory, &found->heads, moves) ||
        !LIST_ROOM(&walk->memory, &found->of_edge, walk->edges.count + 1)) {
        return false;
    }
    memset(found->heads.items, 0xFF, moves * sizeof *found->heads.items);
    for (uint32_t i = 0; i < walk->expanded; i++) {
        if (!find_of_state(found, walk, i)) {
            return false;
        }
    }
    return true;
}

void passages_clear(passages *found, store *memory)
{
    LIST_DROP(memory, &found->flows);
    LIST_DROP(memory, &found->steps);
    LIST_DROP(memory, &found->items);
    LIST_DROP(memory, &found->heads);
    LIST_DROP(memory, &found->of_edge);
}
