/*
 * Following all runs over a walk, layer by layer of counted moves.
 */
#include <string.h>

#include "solve/moment.h"

enum {
    LOOK_UP_EVERY = 1 << 15 /* stands, for those who may cancel */
};

/* ----------------------------------------------------------------- stands */

static uint32_t *slot_of(uint32_t *slots, uint32_t state, bool is_critical)
{
    return &slots[2 * (uint64_t)state + (is_critical ? 1 : 0)];
}

/* Takes in another run; true where it is a better one in some way. */
static bool take_run(stand *to, const stand *run)
{
    const step_back *back = run->back;
    bool is_better = false;

    if (run->likely > to->likely) {
        to->likely = run->likely;
        to->back[RP_MOMENT_LIKELIEST] = back[0];
        is_better = true;
    }
    if (run->most > to->most) {
        to->most = run->most;
        to->back[RP_MOMENT_BEST] = back[0];
        is_better = true;
    }
    if (run->least < to->least) {
        to->least = run->least;
        to->back[RP_MOMENT_WORST] = back[0];
        is_better = true;
    }
    return is_better;
}

/*
 * Adds a run, whose ways back are all `back[0]`, to the stands of a layer.
 * True where something is new.
 */
static bool add_run(moment_search *s, uint32_t *slots, const stand *run)
{
    uint32_t *slot = slot_of(slots, run->state, run->is_critical);

    if (*slot != 0) {
        return take_run(&s->stands.items[*slot - 1], run);
    }
    if (!LIST_ROOM(&s->full->memory, &s->stands, 1)) {
        s->refused = true;
        return false;
    }
    stand made = *run;
    made.mass = 0;
    for (int i = 1; i < RP_MOMENTS; i++) {
        made.back[i] = made.back[0];
    }
    s->stands.items[s->stands.count++] = made;
    *slot = (uint32_t)s->stands.count;
    return true;
}

static uint32_t count_chosen(const edge *ways, uint32_t count)
{
    uint32_t chosen = 0;

    for (uint32_t i = 0; i < count; i++) {
        chosen += edge_is_chosen(&ways[i]);
    }
    return chosen;
}

/* The run of stand `idx`, one edge on. */
static stand along(const moment_search *s, uint32_t idx, const edge *way,
                   double chance)
{
    const stand *from = &s->stands.items[idx];
    int64_t gain = edge_gain(&s->full->value, 0, way);

    return (stand){
        .state = way->target,
        .moves = (uint16_t)(from->moves + edge_is_counted(way)),
        .is_critical = from->is_critical || way->is_critical != 0,
        .likely = from->likely * chance,
        .most = from->most + gain,
        .least = from->least + gain,
        .back = {{idx, (uint32_t)(way - s->full->edges.items)}},
    };
}

/* ----------------------------------------------------------------- layers */

/* On from one stand without a counted move. True where something is new. */
static bool open_from(moment_search *s, uint32_t idx)
{
    uint32_t count = 0;
    const edge *ways = walk_edges(s->full, s->stands.items[idx].state, &count);
    uint32_t chosen = count_chosen(ways, count);
    bool is_new = false;

    for (uint32_t i = 0; i < count && !s->refused; i++) {
        if (!edge_is_counted(&ways[i]) && ways[i].target != NO_STATE) {
            double chance = edge_is_chosen(&ways[i]) ? 1.0 / chosen : 0;
            stand run = along(s, idx, &ways[i], chance);
            is_new = add_run(s, s->now, &run) || is_new;
        }
    }
    return is_new;
}

/* Records opened and forms begun, until nothing new comes of it. */
static void open_layer(moment_search *s)
{
    bool changes = true;

    while (changes && !s->refused) {
        changes = false;
        for (uint32_t i = s->first; i < s->stands.count && !s->refused; i++) {
            changes = open_from(s, i) || changes;
        }
    }
}

/* Moves the mass of a stand on, and its runs by a counted move. */
static void go_from(moment_search *s, uint32_t idx)
{
    uint32_t count = 0;
    const edge *ways = walk_edges(s->full, s->stands.items[idx].state, &count);
    uint32_t chosen = count_chosen(ways, count);
    double mass = s->stands.items[idx].mass;

    for (uint32_t i = 0; i < count && !s->refused; i++) {
        double chance = edge_is_chosen(&ways[i]) ? 1.0 / chosen : 0;
        bool is_counted = edge_is_counted(&ways[i]);
        if (ways[i].target == NO_STATE) {
            continue;
        }
        stand run = along(s, idx, &ways[i], chance);
        uint32_t *slots = is_counted ? s->next : s->now;
        (void)(is_counted && add_run(s, slots, &run));
        uint32_t at = *slot_of(slots, run.state, run.is_critical);
        if (at != 0) {
            s->stands.items[at - 1].mass += mass * chance;
        }
        s->visits[run.state] += is_counted ? mass * chance : 0;
    }
}

/* Sorts the layer by the steps left to fill in a form. */
static bool chain_layer(moment_search *s, uint32_t end)
{
    memset(s->heads, 0, sizeof s->heads);
    if (!LIST_ROOM(&s->full->memory, &s->chain, end - s->chain.count)) {
        return false;
    }
    for (uint32_t i = s->first; i < end; i++) {
        uint32_t *head =
            &s->heads[walk_draft_steps(s->full, s->stands.items[i].state)];
        s->chain.items[s->chain.count++] = *head;
        *head = i + 1;
    }
    return true;
}

static void go_steps(moment_search *s, uint32_t steps)
{
    uint32_t seen = 0;

    for (uint32_t at = s->heads[steps]; at != 0 && !s->refused;
         at = s->chain.items[at - 1]) {
        go_from(s, at - 1);
        if (++seen % LOOK_UP_EVERY == 0 && !walk_goes_on(s->full)) {
            s->refused = true;
        }
    }
}

static void forget_slots(moment_search *s, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        const stand *at = &s->stands.items[i];
        *slot_of(s->now, at->state, at->is_critical) = 0;
    }
}

/* One counted move: turns and forms, then drafts to the last. */
static void go_layer(moment_search *s)
{
    uint32_t first = s->first;

    open_layer(s);
    uint32_t end = (uint32_t)s->stands.count;
    if (s->refused || !chain_layer(s, end) || !walk_goes_on(s->full)) {
        s->refused = true;
        return;
    }
    go_steps(s, 0);
    for (uint32_t steps = DRAFT_STEPS_MAX - 1; steps > 0; steps--) {
        go_steps(s, steps);
    }
    forget_slots(s, first, end);
    uint32_t *done = s->now;
    s->now = s->next;
    s->next = done;
    s->first = end;
}

static bool take_room(moment_search *s)
{
    uint64_t states = s->full->states.count;
    store *memory = &s->full->memory;

    if (!store_grow(memory, &s->now, &s->now_capacity, 2 * states,
                    sizeof *s->now) ||
        !store_grow(memory, &s->next, &s->next_capacity, 2 * states,
                    sizeof *s->next) ||
        !store_grow(memory, &s->visits, &s->visits_capacity, states,
                    sizeof *s->visits)) {
        return false;
    }
    memset(s->now, 0, 2 * states * sizeof *s->now);
    memset(s->next, 0, 2 * states * sizeof *s->next);
    memset(s->visits, 0, states * sizeof *s->visits);
    return true;
}

/* All runs of the fact set, to the limit of moves. */
void moment_follow(moment_search *s)
{
    stand start = {.state = s->full->root, .likely = 1};

    start.back[0] = (step_back){NOWHERE, 0};
    s->refused = !take_room(s) || !add_run(s, s->now, &start);
    if (!s->refused) {
        s->stands.items[0].mass = 1;
        s->visits[s->full->root] = 1;
    }
    for (uint32_t i = 0; i < s->model->moves_max && !s->refused; i++) {
        go_layer(s);
    }
}

void moment_forget(moment_search *s)
{
    store *memory = &s->full->memory;

    LIST_DROP(memory, &s->stands);
    LIST_DROP(memory, &s->chain);
    store_drop(memory, &s->now, &s->now_capacity, sizeof *s->now);
    store_drop(memory, &s->next, &s->next_capacity, sizeof *s->next);
    store_drop(memory, &s->visits, &s->visits_capacity, sizeof *s->visits);
    s->first = 0;
}
