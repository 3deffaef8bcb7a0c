/*
 * Where a blind guesser gets to: probability pushed forward over the walk of
 * everything, one counted move at a time, so that circles need no care.
 *
 * Each state carries a row: the share of calls that stand there, and for
 * every place the part of them that has never been at it. A share that enters
 * a place for the first time is what makes up its chance; all of it what
 * makes up its visits.
 */
#include "solve/mass.h"

#include <stdlib.h>
#include <string.h>

/* States with a share, by the steps left to fill in a form. */
typedef struct front {
    LIST(uint32_t) states;
    LIST(uint32_t) chain; /* the next with as many steps, + 1 */
    LIST(double) rows;    /* width a state */
    uint32_t *slots;      /* a state: its place + 1 */
    uint64_t slots_capacity;
    uint32_t heads[DRAFT_STEPS_MAX];
} front;

typedef struct spread {
    rp_walk *full;
    rp_arena *arena;
    rp_mass *mass;
    uint32_t width; /* of a row */
    double *chance;
    double *visits;
    bool *is_met;
    double *answers;
    double *row; /* being moved on */
    passages along;
    front now;
    front next;
} spread;

/* ---------------------------------------------------------------- fronts */

static bool front_open(front *f, store *memory, uint32_t states)
{
    if (!store_grow(memory, &f->slots, &f->slots_capacity, states,
                    sizeof *f->slots)) {
        return false;
    }
    memset(f->slots, 0, states * sizeof *f->slots);
    return true;
}

static void front_empty(front *f)
{
    for (uint64_t i = 0; i < f->states.count; i++) {
        f->slots[f->states.items[i]] = 0;
    }
    f->states.count = 0;
    f->chain.count = 0;
    f->rows.count = 0;
    memset(f->heads, 0, sizeof f->heads);
}

static void front_close(front *f, store *memory)
{
    LIST_DROP(memory, &f->states);
    LIST_DROP(memory, &f->chain);
    LIST_DROP(memory, &f->rows);
    store_drop(memory, &f->slots, &f->slots_capacity, sizeof *f->slots);
}

/* The row of a state, of zeros where it is new; NULL when refused. */
static double *front_row(spread *s, front *f, uint32_t state)
{
    store *memory = &s->full->memory;
    uint32_t place = f->slots[state];

    if (place == 0) {
        if (!LIST_ROOM(memory, &f->states, 1) ||
            !LIST_ROOM(memory, &f->chain, 1) ||
            !LIST_ROOM(memory, &f->rows, s->width)) {
            return NULL;
        }
        uint32_t *head = &f->heads[walk_draft_steps(s->full, state)];
        f->states.items[f->states.count++] = state;
        f->chain.items[f->chain.count++] = *head;
        place = (uint32_t)f->states.count;
        *head = place;
        f->slots[state] = place;
        memset(f->rows.items + f->rows.count, 0, s->width * sizeof(double));
        f->rows.count += s->width;
    }
    return f->rows.items + (uint64_t)(place - 1) * s->width;
}

/* ------------------------------------------------------------------ push */

/* The row enters a place; who comes for the first time is taken off. */
static void enter_place(spread *s, uint16_t place)
{
    s->visits[place] += s->row[0];
    s->chance[place] += s->row[1 + place];
    s->row[1 + place] = 0;
}

static bool add_row(spread *s, front *to, uint32_t state)
{
    double *row = front_row(s, to, state);

    for (uint32_t i = 0; row != NULL && i < s->width; i++) {
        row[i] += s->row[i];
    }
    return row != NULL;
}

/* Moves `share` of a row along an edge. */
static bool push_edge(spread *s, uint64_t way, const double *from, double share)
{
    const edge *along = &s->full->edges.items[way];

    for (uint32_t i = 0; i < s->width; i++) {
        s->row[i] = from[i] * share;
    }
    if (!edge_is_counted(along)) {
        if (along->kind == EDGE_ANSWER) {
            s->answers[along->arg] += s->row[0];
        }
        return add_row(s, &s->now, along->target);
    }
    const passage *p = &s->along.items.items[s->along.of_edge.items[way]];
    for (uint32_t i = 0; i < p->count; i++) {
        rp_mass_flow *flow =
            &s->along.flows.items[s->along.steps.items[p->first + i]];
        flow->mass += s->row[0];
        enter_place(s, flow->flow.to);
    }
    return walk_node(s->full, along->target)->kind == RP_ENDING ||
           add_row(s, &s->next, along->target);
}

/* On from one member of the front: every choice is as likely as any other. */
static bool push_state(spread *s, uint32_t place, double *scratch)
{
    uint32_t state = s->now.states.items[place];
    uint32_t count = 0;
    const edge *ways = walk_edges(s->full, state, &count);
    uint32_t chosen = 0;

    memcpy(scratch, s->now.rows.items + (uint64_t)place * s->width,
           s->width * sizeof *scratch);
    for (uint32_t i = 0; i < count; i++) {
        chosen += edge_is_chosen(&ways[i]);
    }
    for (uint32_t i = 0; i < count; i++) {
        if (edge_is_chosen(&ways[i]) && ways[i].target != NO_STATE &&
            !push_edge(s, (uint64_t)(ways - s->full->edges.items) + i, scratch,
                       1.0 / chosen)) {
            return false;
        }
    }
    return true;
}

/* Everybody with as many steps left to fill in a form; 0: all others. */
static bool push_steps(spread *s, uint32_t steps, double *scratch)
{
    for (uint32_t at = s->now.heads[steps]; at != 0;
         at = s->now.chain.items[at - 1]) {
        if (!push_state(s, at - 1, scratch)) {
            return false;
        }
    }
    return true;
}

/* One counted move: turns and forms, then drafts to the last. */
static bool push_move(spread *s, double *scratch)
{
    bool fits = push_steps(s, 0, scratch);

    for (uint32_t steps = DRAFT_STEPS_MAX - 1; fits && steps > 0; steps--) {
        fits = push_steps(s, steps, scratch);
    }
    front_empty(&s->now);
    front done = s->now;
    s->now = s->next;
    s->next = done;
    return fits;
}

static bool push_begin(spread *s)
{
    const rp_model *model = s->full->model;
    rp_flow flows[RP_FLOWS_MAX];
    uint32_t count = rp_flows_at_start(model, s->full->set, flows);

    for (uint32_t i = 0; i < s->width; i++) {
        s->row[i] = 1;
    }
    enter_place(s, model->start);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t flow = passages_flow(&s->along, &s->full->memory, &flows[i]);
        if (flow == NO_PASSAGE) {
            return false;
        }
        s->along.flows.items[flow].mass += 1;
        enter_place(s, flows[i].to);
    }
    return walk_node(s->full, s->full->root)->kind == RP_ENDING ||
           add_row(s, &s->now, s->full->root);
}

static bool push_all(spread *s, double *scratch)
{
    bool fits = front_open(&s->now, &s->full->memory, s->full->states.count) &&
                front_open(&s->next, &s->full->memory, s->full->states.count) &&
                push_begin(s);

    for (uint32_t i = 0; fits && i < s->full->model->moves_max; i++) {
        fits = push_move(s, scratch);
    }
    for (uint64_t i = 0; fits && i < s->now.states.count; i++) {
        s->mass->limit += s->now.rows.items[i * s->width];
    }
    return fits;
}

/* ---------------------------------------------------------------- result */

static int compare_numbers(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static int compare_flows(const void *a, const void *b)
{
    const rp_flow *left = &((const rp_mass_flow *)a)->flow;
    const rp_flow *right = &((const rp_mass_flow *)b)->flow;
    int order = compare_numbers(left->from, right->from);

    order = order != 0 ? order : compare_numbers(left->kind, right->kind);
    order = order != 0 ? order : compare_numbers(left->choice, right->choice);
    order = order != 0 ? order : compare_numbers(left->to, right->to);
    return order != 0 ? order
                      : compare_numbers(left->hangs_up, right->hangs_up);
}

/* Moves the flows into the caller's arena. */
static bool keep_flows(spread *s)
{
    rp_mass_flow *kept =
        rp_arena_take(s->arena, s->along.flows.count + 1, sizeof *kept);

    if (kept == NULL) {
        return false;
    }
    if (s->along.flows.count > 0) {
        memcpy(kept, s->along.flows.items, s->along.flows.count * sizeof *kept);
        qsort(kept, s->along.flows.count, sizeof *kept, compare_flows);
    }
    s->is_met[s->full->model->start] = true;
    for (uint64_t i = 0; i < s->along.flows.count; i++) {
        s->is_met[kept[i].flow.to] = true;
    }
    s->mass->flows = kept;
    s->mass->flow_count = (uint32_t)s->along.flows.count;
    return true;
}

static bool spread_out(spread *s)
{
    const rp_model *model = s->full->model;
    uint32_t places = model->node_count + model->interrupt_count;
    double *scratch = NULL;

    s->width = 1 + places;
    s->chance = rp_arena_take(s->arena, places, sizeof *s->chance);
    s->visits = rp_arena_take(s->arena, places, sizeof *s->visits);
    s->is_met = rp_arena_take(s->arena, places, sizeof *s->is_met);
    s->answers =
        rp_arena_take(s->arena, model->choice_count + 1U, sizeof *s->answers);
    s->row = rp_arena_take(&s->full->arena, s->width, sizeof *s->row);
    scratch = rp_arena_take(&s->full->arena, s->width, sizeof *scratch);
    if (s->chance == NULL || s->visits == NULL || s->is_met == NULL ||
        s->answers == NULL || s->row == NULL || scratch == NULL) {
        return false;
    }
    *s->mass = (rp_mass){.is_exact = s->full->is_exact,
                         .place_count = places,
                         .chance = s->chance,
                         .visits = s->visits,
                         .is_met = s->is_met,
                         .answers = s->answers};
    return passages_find(&s->along, s->full) && push_all(s, scratch) &&
           keep_flows(s);
}

static void spread_end(spread *s)
{
    store *memory = &s->full->memory;

    passages_clear(&s->along, memory);
    front_close(&s->now, memory);
    front_close(&s->next, memory);
}

rp_status rp_mass_find(const rp_model *model, const rp_walk_how *how,
                       rp_arena *arena, rp_mass *mass, rp_error *err)
{
    rp_mass made;
    spread s = {.arena = arena, .mass = &made};
    rp_state start;

    rp_state_begin(model, how->set, &start, NULL);
    walk_origin from = {.model = model,
                        .root = &start,
                        .alloc = how->alloc,
                        .budget = how->budget,
                        .options = {.follows_all = true}};
    rp_status status = walk_from(&from, &s.full, err);
    if (status != RP_OK) {
        return status;
    }
    if (spread_out(&s)) {
        *mass = made;
    } else {
        status = walk_refusal(s.full, err);
    }
    spread_end(&s);
    rp_walk_free(s.full);
    return status;
}
