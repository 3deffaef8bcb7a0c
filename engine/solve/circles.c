/*
 * Calls that cannot end, and circles that gain: both are questions to the
 * components of the full walk, the limit of moves left aside.
 */
#include <string.h>

#include "solve/findings.h"

typedef struct rounds {
    findings *f;
    rp_walk *full;
    const uint32_t *parents;
    uint32_t *component; /* a state: where its component begins in `order` */
    uint64_t component_capacity;
    uint8_t *ends; /* a state: some ending, or a state left open, is ahead */
    uint64_t ends_capacity;
    int64_t *gain; /* a state, within one component */
    uint64_t gain_capacity;
    uint32_t *from; /* a state: the one its gain came from */
    uint64_t from_capacity;
} rounds;

static bool begin_rounds(rounds *r)
{
    store *memory = &r->full->memory;
    uint64_t count = r->full->states.count;

    return store_grow(memory, &r->component, &r->component_capacity, count,
                      sizeof *r->component) &&
           store_grow(memory, &r->ends, &r->ends_capacity, count,
                      sizeof *r->ends) &&
           store_grow(memory, &r->gain, &r->gain_capacity, count,
                      sizeof *r->gain) &&
           store_grow(memory, &r->from, &r->from_capacity, count,
                      sizeof *r->from);
}

static void end_rounds(rounds *r)
{
    store *memory = &r->full->memory;

    store_drop(memory, &r->component, &r->component_capacity,
               sizeof *r->component);
    store_drop(memory, &r->ends, &r->ends_capacity, sizeof *r->ends);
    store_drop(memory, &r->gain, &r->gain_capacity, sizeof *r->gain);
    store_drop(memory, &r->from, &r->from_capacity, sizeof *r->from);
}

/* Ways a trainee can choose; waiting is none. */
static bool is_chosen(const edge *way)
{
    return way->kind != EDGE_SILENCE && way->target != NO_STATE;
}

/* An ending is no dead end, nor is a state the walk did not go on from. */
static bool is_open_end(const rp_walk *full, uint32_t state)
{
    return walk_node(full, state)->kind == RP_ENDING ||
           state >= full->expanded ||
           (full->is_cut && walk_depth(full, state) >= full->model->moves_max);
}

/* A state that offers nothing is told of as stuck. */
static bool is_stuck(const rp_walk *full, uint32_t state)
{
    uint32_t count = 0;
    const edge *ways = walk_edges(full, state, &count);

    for (uint32_t i = 0; i < count; i++) {
        if (edge_is_chosen(&ways[i])) {
            return false;
        }
    }
    return true;
}

static bool leads_on(const rounds *r, uint32_t state)
{
    uint32_t count = 0;
    const edge *ways = walk_edges(r->full, state, &count);

    if (is_open_end(r->full, state) || is_stuck(r->full, state)) {
        return true;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (is_chosen(&ways[i]) && r->ends[ways[i].target] != 0) {
            return true;
        }
    }
    return false;
}

static bool mark_round(rounds *r, uint64_t first, uint64_t end)
{
    bool changes = false;

    for (uint64_t i = first; i < end; i++) {
        uint32_t state = r->full->order.items[i];
        if (r->ends[state] == 0 && leads_on(r, state)) {
            r->ends[state] = 1;
            changes = true;
        }
    }
    return changes;
}

static void mark_component(rounds *r, uint64_t first, uint64_t end)
{
    while (mark_round(r, first, end)) {}
}

static void remark_on(rounds *r, uint32_t state, remark_code code,
                      const char *const *words)
{
    findings *f = r->f;
    const rp_node *node = walk_node(r->full, state);
    trail along = {r->full, r->parents};
    sighting seen;

    if (has_remark(f, code, node->id)) {
        return;
    }
    witness(f, &along, state, NULL, &seen);
    add_remark(f, code,
               &(rp_remark){.subject = node->id,
                            .set = seen.set,
                            .move_count = seen.move_count,
                            .moves = seen.moves},
               words);
}

static void note_endless(rounds *r)
{
    for (uint32_t i = 0; i < r->full->states.count; i++) {
        if (r->ends[i] == 0) {
            const rp_node *node = walk_node(r->full, i);
            remark_on(r, i, REMARK_ENDLESS, WORDS(node->id));
            return;
        }
    }
}

/* Where the trail of gains runs in a circle, that circle gains: a state on it. */
static uint32_t gaining_circle(const rounds *r, uint64_t first, uint64_t end)
{
    for (uint64_t i = first; i < end; i++) {
        uint32_t slow = r->full->order.items[i];
        uint32_t fast = slow;
        do {
            slow = r->from[slow];
            fast = r->from[fast];
            fast = fast == NO_STATE ? NO_STATE : r->from[fast];
        } while (fast != NO_STATE && slow != fast);
        if (fast != NO_STATE) {
            return slow;
        }
    }
    return NO_STATE;
}

/* Looks at a state's ways anew. True where it can gain more than was known. */
static bool gain_more(rounds *r, uint32_t score, uint32_t state)
{
    uint32_t count = 0;
    const edge *ways = walk_edges(r->full, state, &count);
    int32_t scratch[RP_SCORES];
    bool changes = false;

    for (uint32_t i = 0; i < count; i++) {
        uint32_t target = ways[i].target;
        if (!is_chosen(&ways[i]) ||
            r->component[target] != r->component[state]) {
            continue;
        }
        int64_t gain =
            r->gain[target] + edge_points(r->full, &ways[i], scratch)[score];
        if (gain > r->gain[state]) {
            r->gain[state] = gain;
            r->from[state] = target;
            changes = true;
        }
    }
    return changes;
}

static bool gain_round(rounds *r, uint32_t score, uint64_t first, uint64_t end)
{
    bool changes = false;

    for (uint64_t i = first; i < end; i++) {
        changes = gain_more(r, score, r->full->order.items[i]) || changes;
    }
    return changes;
}

/* Bellman and Ford; whether a circle gains shows in the trail, soon or late. */
static uint32_t find_gain(rounds *r, uint32_t score, uint64_t first,
                          uint64_t end)
{
    uint32_t on_circle = NO_STATE;

    for (uint64_t i = first; i < end; i++) {
        r->gain[r->full->order.items[i]] = 0;
        r->from[r->full->order.items[i]] = NO_STATE;
    }
    for (uint32_t round = 1;
         on_circle == NO_STATE && gain_round(r, score, first, end); round++) {
        if ((round & (round - 1)) == 0) {
            on_circle = gaining_circle(r, first, end);
        }
    }
    return on_circle;
}

static void note_farmable(rounds *r, uint64_t first, uint64_t end)
{
    for (uint32_t score = 0; score < RP_SCORES; score++) {
        uint32_t state = find_gain(r, score, first, end);
        if (state != NO_STATE) {
            remark_on(
                r, state, REMARK_FARMABLE,
                WORDS(walk_node(r->full, state)->id, rp_score_names[score]));
        }
    }
}

void findings_circles(findings *f, rp_walk *full, const uint32_t *parents)
{
    rounds r = {.f = f, .full = full, .parents = parents};
    uint64_t count = full->order.count;

    if (!begin_rounds(&r)) {
        f->refused = true;
        end_rounds(&r);
        return;
    }
    memset(r.ends, 0, full->states.count);
    for (uint64_t first = 0; first < count;) {
        uint64_t end = first + 1;
        while (end < count && full->starts.items[end] == 0) {
            end++;
        }
        for (uint64_t i = first; i < end; i++) {
            r.component[full->order.items[i]] = (uint32_t)first;
        }
        mark_component(&r, first, end);
        if (full->has_cycle) {
            note_farmable(&r, first, end);
        }
        first = end;
    }
    note_endless(&r);
    end_rounds(&r);
}
