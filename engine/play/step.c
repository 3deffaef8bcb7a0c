/*
 * One move, exactly.
 *
 *   gather    what the choices add up to, read on the state before
 *   commit    mood summed and clamped once; set, then add, clamped; marks
 *   lead      patience 0, else an interrupt, else the route, on the new state
 *   enter     seen, and the interrupts again; an ending ends the run
 *
 * Each interrupt fires once a run, so entering comes to rest.
 */
#include "play/play_internal.h"

enum {
    MOOD_MAX = 100
};

/*
 * All changes of one move. `values` holds the variables in `touched`, as the
 * author counts them (not less `lo`).
 */
typedef struct change {
    int32_t mood[RP_MOODS];
    uint32_t touched;
    int64_t values[RP_VARS_MAX];
} change;

/* The route of what makes a turn repeat. */
static const rp_span nowhere = {.count = 0};

/* Addition that wraps, as the language's integers do. */
static int64_t wrapping_sum(int64_t a, int64_t b)
{
    return (int64_t)((uint64_t)a + (uint64_t)b);
}

static void gather_assign(const rp_model *model, const rp_state *state,
                          const rp_assign *assign, change *sum)
{
    uint32_t bit = UINT32_C(1) << assign->var;
    int64_t value = assign->expr == 0
                        ? assign->value
                        : rp_expr_value(model, assign->expr, state);

    if (assign->is_add) {
        int64_t base = (sum->touched & bit) != 0
                           ? sum->values[assign->var]
                           : (int64_t)model->vars[assign->var].lo +
                                 state->vars[assign->var];
        value = wrapping_sum(base, value);
    }
    sum->touched |= bit;
    sum->values[assign->var] = value;
}

/* Assignments of one kind: every `set` of a move comes before any `add`. */
static void gather_assigns(const rp_model *model, const rp_state *state,
                           const rp_choice *choice, bool adds, change *sum)
{
    for (uint32_t i = 0; i < choice->assigns.count; i++) {
        const rp_assign *assign = &model->assigns[choice->assigns.first + i];
        if (assign->is_add == adds) {
            gather_assign(model, state, assign, sum);
        }
    }
}

static void gather_mood(const int16_t mood[RP_MOODS], change *sum)
{
    for (uint32_t i = 0; i < RP_MOODS; i++) {
        sum->mood[i] += mood[i];
    }
}

/* Two choices and no jump: what moods do is hard to foretell. */
static inline uint8_t clamped_mood(int32_t mood)
{
    int32_t least = mood < 0 ? 0 : mood;

    return (uint8_t)(least > MOOD_MAX ? MOOD_MAX : least);
}

static uint16_t clamped_var(const rp_var *var, int64_t value)
{
    if (value < var->lo) {
        return 0;
    }
    if (value > var->hi) {
        value = var->hi;
    }
    return (uint16_t)(value - var->lo);
}

static inline void commit_vars(const rp_model *model, const change *sum,
                               rp_state *state)
{
    for (uint32_t left = sum->touched; left != 0; left &= left - 1) {
        uint32_t var = (uint32_t)__builtin_ctz(left);
        state->vars[var] = clamped_var(&model->vars[var], sum->values[var]);
    }
}

static inline void commit(const rp_model *model, const change *sum,
                          rp_state *state)
{
    for (uint32_t i = 0; i < RP_MOODS; i++) {
        state->mood[i] = clamped_mood(state->mood[i] + sum->mood[i]);
    }
    commit_vars(model, sum, state);
}

/* Points and marks of a choice, which nothing in the same move reads. */
static inline void commit_choice(const rp_model *model, const rp_choice *choice,
                                 rp_state *state, rp_effect *effect)
{
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        effect->points[i] += choice->points[i];
    }
    for (uint32_t i = 0; i < choice->marks.count; i++) {
        rp_mark_set(state, model->marks[choice->marks.first + i]);
    }
    if (choice->critical != RP_NONE && effect->critical == RP_NONE) {
        effect->critical = choice->critical;
    }
}

/* The first interrupt that is true and has not fired, marked as fired. */
static inline uint16_t fire_interrupt(const rp_model *model, rp_state *state)
{
    for (uint32_t i = 0; i < model->interrupt_count; i++) {
        const rp_interrupt *interrupt = &model->interrupts[i];
        if (!rp_mark_is_set(state, interrupt->fired_mark) &&
            rp_expr_holds(model, interrupt->when, state)) {
            rp_mark_set(state, interrupt->fired_mark);
            return interrupt->node;
        }
    }
    return RP_NONE;
}

/* Past the last place the newest node replaces it: where the run stands. */
static inline void note_node(rp_effect *effect, uint16_t node)
{
    if (effect->node_count == RP_PASSAGE_MAX) {
        effect->nodes[RP_PASSAGE_MAX - 1] = node;
        return;
    }
    effect->nodes[effect->node_count++] = node;
}

static inline void enter(const rp_model *model, uint16_t node, rp_state *state,
                         rp_effect *effect)
{
    while (node != RP_NONE) {
        state->node = node;
        note_node(effect, node);
        rp_mark_set(state, model->nodes[node].seen_mark);
        node = model->nodes[node].kind == RP_ENDING
                   ? RP_NONE
                   : fire_interrupt(model, state);
    }
}

static inline uint16_t follow(const rp_model *model, rp_span route,
                              const rp_state *state)
{
    for (uint32_t i = route.first; i < route.first + route.count; i++) {
        if (rp_expr_holds(model, model->routes[i].when, state)) {
            return model->routes[i].node;
        }
    }
    return state->node;
}

/* A counted move is done: goes where it leads, `route` being its own way. */
static inline void lead(const rp_model *model, rp_span route, rp_state *state,
                        rp_effect *effect)
{
    uint16_t node = model->hangs_up;

    state->moves++;
    if (node == RP_NONE || state->mood[RP_PATIENCE] > 0) {
        node = fire_interrupt(model, state);
        if (node == RP_NONE) {
            node = follow(model, route, state);
        }
    }
    enter(model, node, state, effect);
}

static void take_reply(const rp_model *model, const rp_choice *choice,
                       rp_state *state, rp_effect *effect)
{
    const rp_span *route = &choice->route;
    change sum;

    if (choice->stays) {
        route = &nowhere;
    } else if (route->count == 0) {
        route = &node_of(model, state)->route;
    }
    sum.touched = 0;
    if (choice->assigns.count > 0) {
        gather_assigns(model, state, choice, false, &sum);
        gather_assigns(model, state, choice, true, &sum);
        commit_vars(model, &sum, state);
    }
    /* A reply's moods need no summing up; most moves are replies. */
    for (uint32_t i = 0; i < RP_MOODS; i++) {
        state->mood[i] = clamped_mood(state->mood[i] + choice->mood[i]);
    }
    commit_choice(model, choice, state, effect);
    lead(model, *route, state, effect);
}

/* The chosen answers of a form, in written order; returns how many. */
static uint32_t chosen_answers(const rp_model *model, const rp_node *form,
                               uint64_t answers,
                               const rp_choice *chosen[RP_ANSWERS_MAX])
{
    answer_cursor cursor = answers_begin(model, form);
    uint32_t count = 0;
    answer_at at;

    while (answers_next(&cursor, &at)) {
        if ((answers >> at.bit & 1) != 0) {
            chosen[count++] = at.choice;
        }
    }
    return count;
}

static void take_form(const rp_model *model, uint64_t answers, rp_state *state,
                      rp_effect *effect)
{
    const rp_node *form = node_of(model, state);
    const rp_choice *chosen[RP_ANSWERS_MAX];
    uint32_t count = chosen_answers(model, form, answers, chosen);
    change sum = {.touched = 0};

    for (int adds = 0; adds <= 1; adds++) {
        for (uint32_t i = 0; i < count; i++) {
            gather_assigns(model, state, chosen[i], adds == 1, &sum);
        }
    }
    for (uint32_t i = 0; i < count; i++) {
        gather_mood(chosen[i]->mood, &sum);
        commit_choice(model, chosen[i], state, effect);
    }
    commit(model, &sum, state);
    lead(model, form->route, state, effect);
}

static void take_silence(const rp_model *model, rp_state *state,
                         rp_effect *effect)
{
    const rp_silence *silence = &node_of(model, state)->silence;
    change sum = {.touched = 0};

    gather_mood(silence->mood, &sum);
    commit(model, &sum, state);
    lead(model, silence->route, state, effect);
}

static inline void clear_effect(rp_effect *effect)
{
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        effect->points[i] = 0;
    }
    effect->critical = RP_NONE;
    effect->node_count = 0;
}

void rp_state_begin(const rp_model *model, uint16_t set, rp_state *state,
                    rp_effect *effect)
{
    rp_effect unused;

    if (effect == NULL) {
        effect = &unused;
    }
    clear_effect(effect);
    *state = (rp_state){.node = model->start, .set = (uint8_t)set};
    for (uint32_t i = 0; i < RP_MOODS; i++) {
        state->mood[i] = model->mood[i];
    }
    for (uint32_t i = 0; i < model->var_count; i++) {
        state->vars[i] = clamped_var(&model->vars[i], model->vars[i].start);
    }
    enter(model, model->start, state, effect);
}

void rp_state_step(const rp_model *model, rp_state *state, const rp_move *move,
                   rp_effect *effect)
{
    rp_effect unused;

    if (effect == NULL) {
        effect = &unused;
    }
    clear_effect(effect);
    switch (move->kind) {
    case RP_MOVE_REPLY:
        take_reply(model, &model->choices[move->index], state, effect);
        break;
    case RP_MOVE_FORM: take_form(model, move->answers, state, effect); break;
    case RP_MOVE_OPEN:
        rp_mark_set(state, model->records[move->index].opened_mark);
        break;
    case RP_MOVE_HINT: break;
    case RP_MOVE_SILENCE: take_silence(model, state, effect); break;
    }
}
