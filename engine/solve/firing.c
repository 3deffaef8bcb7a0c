/*
 * Where an interrupt may still fire.
 *
 * Marks are never taken back. So each node has marks that are set for certain
 * whenever a run stands there, and others that cannot be set yet; with those
 * a condition like `not seen 'x'`
 * is settled long before the call ends. What such a condition reads need not
 * be remembered from there on. Silence counts as a way here even where it is
 * not walked: regret is asked for in states it has led to.
 */
#include <string.h>

#include "solve/solve_internal.h"

enum {
    CASES_MAX = 1 << 16, /* beyond that a condition is taken to be open */
    UNKNOWNS_MAX = 32,
    MOOD_VALUES = 101
};

/* Something a condition reads, and how many values it can take. */
typedef struct unknown {
    enum {
        UNKNOWN_MOOD,
        UNKNOWN_VAR,
        UNKNOWN_MARK
    } kind;

    uint16_t idx;
    uint32_t values;
    uint32_t now;
} unknown;

typedef struct cases {
    uint32_t count;
    unknown items[UNKNOWNS_MAX];
    uint64_t product;
} cases;

/* What is known of the marks of a run. */
typedef struct knowledge {
    uint64_t certain[RP_MEMORY_WORDS];  /* set in every run */
    uint64_t possible[RP_MEMORY_WORDS]; /* set in some, the certain too */
} knowledge;

/* The marks known at each node, and what follows for the interrupts. */
typedef struct certainty {
    const rp_model *model;
    uint16_t set;
    knowledge *known; /* a node */
    bool *is_met;     /* a node */
    firing *fires;
    bool has_changed;
} certainty;

static void add_unknown(cases *of, unknown item)
{
    of->product *= item.values;
    if (of->count == UNKNOWNS_MAX || of->product > CASES_MAX) {
        of->product = (uint64_t)CASES_MAX + 1;
        return;
    }
    of->items[of->count++] = item;
}

static void find_unknowns(const rp_model *model, const rp_reads *reads,
                          const knowledge *known, cases *of)
{
    of->count = 0;
    of->product = 1;
    for (uint32_t i = 0; i < RP_MOODS; i++) {
        if (reads->mood[i]) {
            add_unknown(of,
                        (unknown){UNKNOWN_MOOD, (uint16_t)i, MOOD_VALUES, 0});
        }
    }
    for (uint16_t i = 0; i < model->var_count; i++) {
        if ((reads->vars >> i & 1) != 0) {
            const rp_var *var = &model->vars[i];
            add_unknown(of, (unknown){UNKNOWN_VAR, i,
                                      (uint32_t)(var->hi - var->lo) + 1, 0});
        }
    }
    for (uint32_t i = 0; i < RP_MARKS_MAX; i++) {
        uint32_t w = i >> 6;
        uint64_t open = known->possible[w] & ~known->certain[w];
        if ((reads->memory[w] & open & UINT64_C(1) << (i & 63)) != 0) {
            add_unknown(of, (unknown){UNKNOWN_MARK, (uint16_t)i, 2, 0});
        }
    }
}

static void set_unknown(const unknown *item, rp_state *state)
{
    uint64_t bit = UINT64_C(1) << (item->idx & 63);

    switch (item->kind) {
    case UNKNOWN_MOOD: state->mood[item->idx] = (uint8_t)item->now; break;
    case UNKNOWN_VAR: state->vars[item->idx] = (uint16_t)item->now; break;
    case UNKNOWN_MARK:
        state->memory[item->idx >> 6] &= ~bit;
        state->memory[item->idx >> 6] |= item->now != 0 ? bit : 0;
        break;
    }
}

/* The next case; false after the last. */
static bool next_case(cases *of, rp_state *state)
{
    for (uint32_t i = 0; i < of->count; i++) {
        unknown *item = &of->items[i];
        item->now = item->now + 1 < item->values ? item->now + 1 : 0;
        set_unknown(item, state);
        if (item->now != 0) {
            return true;
        }
    }
    return false;
}

/* Keeps those marks of `always` that this case has too. */
static void keep_common(uint64_t *always, const rp_state *state)
{
    for (uint32_t w = 0; w < RP_MEMORY_WORDS; w++) {
        always[w] &= state->memory[w];
    }
}

/*
 * True unless the condition fails in every case that what is known allows.
 * Marks that are set in every case in which it holds are certain behind it.
 */
static bool can_hold(const certainty *c, rp_expr when, knowledge *known)
{
    rp_reads reads = {.vars = 0};
    rp_state state = {.set = (uint8_t)c->set};
    uint64_t always[RP_MEMORY_WORDS];
    bool holds = false;
    cases of;

    rp_expr_reads(c->model, when, &reads);
    find_unknowns(c->model, &reads, known, &of);
    if (of.product > CASES_MAX) {
        return true;
    }
    memcpy(state.memory, known->certain, sizeof state.memory);
    memset(always, 0xFF, sizeof always);
    do {
        if (rp_expr_holds(c->model, when, &state)) {
            holds = true;
            keep_common(always, &state);
        }
    } while (next_case(&of, &state));
    for (uint32_t w = 0; holds && w < RP_MEMORY_WORDS; w++) {
        known->certain[w] |= always[w];
    }
    return holds;
}

static void know_mark(knowledge *known, uint16_t mark)
{
    if (mark != RP_NONE) {
        known->certain[mark >> 6] |= UINT64_C(1) << (mark & 63);
        known->possible[mark >> 6] |= UINT64_C(1) << (mark & 63);
    }
}

static void allow(knowledge *to, const knowledge *by)
{
    for (uint32_t w = 0; w < RP_MEMORY_WORDS; w++) {
        to->possible[w] |= by->possible[w];
    }
}

/*
 * A run comes to `node` with this known of its marks. What is possible then
 * is possible too where the interrupts are looked at on the way (`between`).
 */
static void arrive(certainty *c, uint16_t node, const knowledge *marks,
                   knowledge *between)
{
    knowledge *at = &c->known[node];
    knowledge before = *at;
    knowledge with = *marks;

    know_mark(&with, c->model->nodes[node].seen_mark);
    for (uint32_t w = 0; w < RP_MEMORY_WORDS; w++) {
        at->certain[w] = c->is_met[node] ? at->certain[w] & with.certain[w]
                                         : with.certain[w];
    }
    allow(at, &with);
    allow(between, &with);
    c->has_changed = c->has_changed || !c->is_met[node] ||
                     memcmp(&before, at, sizeof before) != 0;
    c->is_met[node] = true;
}

static void arrive_by(certainty *c, uint16_t from, rp_span route,
                      const knowledge *marks, knowledge *between)
{
    const rp_model *model = c->model;

    for (uint32_t i = route.first; i < route.first + route.count; i++) {
        arrive(c, model->routes[i].node, marks, between);
    }
    if (route.count == 0) {
        arrive(c, from, marks, between);
    }
    if (model->hangs_up != RP_NONE) {
        arrive(c, model->hangs_up, marks, between);
    }
}

static void fire(certainty *c, bool *may, uint32_t idx, knowledge *between)
{
    const rp_interrupt *interrupt = &c->model->interrupts[idx];
    knowledge fired = *between;

    if (can_hold(c, interrupt->when, &fired)) {
        c->has_changed = c->has_changed || !may[idx];
        may[idx] = true;
        know_mark(&fired, interrupt->fired_mark);
        arrive(c, interrupt->node, &fired, between);
    }
}

/*
 * Interrupts that can be true lead on, one perhaps making another true.
 * `between` is what is known where they are looked at; `may` is a flag each.
 */
static void interrupt_from(certainty *c, bool *may, knowledge *between)
{
    knowledge before;

    do {
        before = *between;
        for (uint32_t i = 0; i < c->model->interrupt_count; i++) {
            fire(c, may, i, between);
        }
    } while (memcmp(&before, between, sizeof before) != 0);
}

static void go_on_from_turn(certainty *c, uint16_t idx, knowledge *between)
{
    const rp_model *model = c->model;
    const rp_node *node = &model->nodes[idx];

    for (uint32_t i = 0; i < node->offers.count; i++) {
        const rp_choice *choice =
            &model->choices[model->offers[node->offers.first + i]];
        rp_span route = choice->route.count > 0 ? choice->route : node->route;
        knowledge marks = c->known[idx];
        for (uint32_t j = 0; j < choice->marks.count; j++) {
            know_mark(&marks, model->marks[choice->marks.first + j]);
        }
        arrive_by(c, idx, choice->stays ? (rp_span){0, 0} : route, &marks,
                  between);
    }
    if (node->silence.after_s > 0) {
        knowledge marks = c->known[idx];
        arrive_by(c, idx, node->silence.route, &marks, between);
    }
}

static void add_possible(const rp_model *model, const rp_choice *choice,
                         knowledge *known)
{
    for (uint32_t i = 0; i < choice->marks.count; i++) {
        uint16_t mark = model->marks[choice->marks.first + i];
        known->possible[mark >> 6] |= UINT64_C(1) << (mark & 63);
    }
}

/* An answer may be given or not: its marks are possible. */
static void go_on_from_form(certainty *c, uint16_t idx, knowledge *between)
{
    const rp_model *model = c->model;
    const rp_node *node = &model->nodes[idx];
    knowledge marks = c->known[idx];

    for (uint32_t i = 0; i < node->asks.count; i++) {
        rp_span answers = model->asks[node->asks.first + i].answers;
        for (uint32_t j = 0; j < answers.count; j++) {
            add_possible(model, &model->choices[answers.first + j], &marks);
        }
    }
    arrive_by(c, idx, node->route, &marks, between);
}

static void go_on(certainty *c, uint16_t idx)
{
    const rp_node *node = &c->model->nodes[idx];
    knowledge between = c->known[idx];

    if (!c->is_met[idx] || node->kind == RP_ENDING) {
        return;
    }
    if (node->kind == RP_TURN) {
        go_on_from_turn(c, idx, &between);
    } else {
        go_on_from_form(c, idx, &between);
    }
    interrupt_from(c, c->fires->may + (size_t)idx * c->model->interrupt_count,
                   &between);
}

/* A run begins: no mark is set, and any record may be opened at any time. */
static void go_on_from_start(certainty *c, bool *may)
{
    const rp_model *model = c->model;
    knowledge fresh = {.certain = {0}};

    for (uint32_t i = 0; i < model->record_count; i++) {
        uint16_t mark = model->records[i].opened_mark;
        if (mark != RP_NONE) {
            fresh.possible[mark >> 6] |= UINT64_C(1) << (mark & 63);
        }
    }
    knowledge between = fresh;
    arrive(c, model->start, &fresh, &between);
    interrupt_from(c, may, &between);
}

/* True where the interrupt may fire once the run stands in `node`. */
static bool may_at(const certainty *c, uint16_t node, uint32_t interrupt)
{
    return c->fires->may[(size_t)node * c->model->interrupt_count + interrupt];
}

static bool may_behind(const certainty *c, uint16_t from, rp_span route,
                       uint32_t interrupt)
{
    const rp_model *model = c->model;
    bool may =
        model->hangs_up != RP_NONE && may_at(c, model->hangs_up, interrupt);

    for (uint32_t i = route.first; i < route.first + route.count; i++) {
        may = may || may_at(c, model->routes[i].node, interrupt);
    }
    return may || (route.count == 0 && may_at(c, from, interrupt));
}

static bool may_later(const certainty *c, uint16_t idx, uint32_t interrupt)
{
    const rp_model *model = c->model;
    const rp_node *node = &model->nodes[idx];
    bool may = may_behind(c, idx, node->route, interrupt) ||
               may_behind(c, idx, node->silence.route, interrupt);

    for (uint32_t i = 0; i < node->offers.count; i++) {
        const rp_choice *choice =
            &model->choices[model->offers[node->offers.first + i]];
        may = may || may_behind(c, idx, choice->route, interrupt);
    }
    for (uint32_t i = 0; i < model->interrupt_count; i++) {
        may = may || (may_at(c, idx, i) &&
                      may_at(c, model->interrupts[i].node, interrupt));
    }
    return may;
}

/* True where something has changed. */
static bool look_ahead_from(certainty *c, uint16_t idx)
{
    bool *may = c->fires->may + (size_t)idx * c->model->interrupt_count;
    bool goes_on = c->is_met[idx] && c->model->nodes[idx].kind != RP_ENDING;
    bool changes = false;

    for (uint32_t i = 0; goes_on && i < c->model->interrupt_count; i++) {
        if (!may[i] && may_later(c, idx, i)) {
            may[i] = true;
            changes = true;
        }
    }
    return changes;
}

/* Where an interrupt may fire later on, its condition is still needed. */
static void look_ahead(certainty *c)
{
    do {
        c->has_changed = false;
        for (uint32_t n = 0; n < c->model->node_count; n++) {
            c->has_changed = look_ahead_from(c, (uint16_t)n) || c->has_changed;
        }
    } while (c->has_changed);
}

/*
 * Each round may only take certainty away and add what may be, so the rounds
 * end; begun with nothing met, what they end with is as certain as can be.
 */
bool firing_find(const rp_model *model, uint16_t set, rp_arena *arena,
                 firing *fires)
{
    certainty c = {.model = model, .set = set, .fires = fires};
    bool *at_start =
        rp_arena_take(arena, model->interrupt_count + 1U, sizeof(bool));

    c.known = rp_arena_take(arena, model->node_count, sizeof *c.known);
    c.is_met = rp_arena_take(arena, model->node_count, sizeof *c.is_met);
    fires->may = rp_arena_take(
        arena, (size_t)model->node_count * model->interrupt_count + 1,
        sizeof *fires->may);
    if (c.known == NULL || c.is_met == NULL || at_start == NULL ||
        fires->may == NULL) {
        return false;
    }
    do {
        c.has_changed = false;
        go_on_from_start(&c, at_start);
        for (uint32_t i = 0; i < model->node_count; i++) {
            go_on(&c, (uint16_t)i);
        }
    } while (c.has_changed);
    look_ahead(&c);
    return true;
}
