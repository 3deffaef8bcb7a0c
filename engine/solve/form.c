/*
 * Forms, answer by answer. A draft stands for all ways to answer so far that
 * come to the same; a single ask is one step, a `many` ask one for each of
 * its answers. Asks come in written order; within a `many` ask the last
 * answer comes first and leaving out before ticking, so that going through
 * the edges in order goes through the sets of answers as numbers go up.
 */
#include <string.h>

#include "solve/solve_internal.h"

static const uint32_t no_slot = UINT32_MAX;

/* The form being filled in: what is fixed while its asks are gone through. */
typedef struct sheet {
    rp_walk *walk;
    const rp_model *model;
    const rp_state *state;
    const rp_reads *behind; /* what is live once the form is sent */
    uint32_t form;          /* the state's index */
    uint64_t open;          /* answers offered */
} sheet;

/* One step: the offered answers of a single ask, or one answer of a many. */
typedef struct form_step {
    bool is_tick;   /* may be left out */
    uint32_t first; /* choice */
    uint32_t count;
    uint32_t bit; /* of the first choice */
} form_step;

uint32_t answer_bit(const rp_model *model, const rp_node *form, uint32_t choice)
{
    uint32_t bit = 0;

    for (uint32_t i = 0; i < form->asks.count; i++) {
        rp_span answers = model->asks[form->asks.first + i].answers;
        if (choice >= answers.first && choice < answers.first + answers.count) {
            return bit + (choice - answers.first);
        }
        bit += answers.count;
    }
    return 0;
}

/*
 * Of several answers that set one variable the last written stands; within a
 * `many` ask that one is looked at first.
 */
static void add_assign(const sheet *form, const rp_assign *assign, filling *to)
{
    uint32_t bit = UINT32_C(1) << assign->var;

    if ((form->behind->vars & bit) == 0) {
        return;
    }
    int64_t value = assign->expr == 0
                        ? assign->value
                        : rp_expr_value(form->model, assign->expr, form->state);
    if (assign->is_add) {
        to->add[assign->var] =
            (int64_t)((uint64_t)to->add[assign->var] + (uint64_t)value);
    } else if ((to->set_here & bit) == 0) {
        to->set[assign->var] = value;
        to->is_set |= bit;
        to->set_here |= bit;
    }
}

/* Adds an answer's effect, without what is dead behind the form. */
static void add_answer(const sheet *form, const rp_choice *choice, filling *to)
{
    const rp_model *model = form->model;

    for (uint32_t i = 0; i < RP_MOODS; i++) {
        to->mood[i] += form->behind->mood[i] ? choice->mood[i] : 0;
    }
    for (uint32_t i = 0; i < choice->marks.count; i++) {
        uint16_t mark = model->marks[choice->marks.first + i];
        to->marks[mark >> 6] |=
            form->behind->memory[mark >> 6] & UINT64_C(1) << (mark & 63);
    }
    for (uint32_t i = 0; i < choice->assigns.count; i++) {
        add_assign(form, &model->assigns[choice->assigns.first + i], to);
    }
}

static bool is_same(const filling *a, const filling *b)
{
    return a->is_set == b->is_set && a->set_here == b->set_here &&
           memcmp(a->mood, b->mood, sizeof a->mood) == 0 &&
           memcmp(a->marks, b->marks, sizeof a->marks) == 0 &&
           memcmp(a->set, b->set, sizeof a->set) == 0 &&
           memcmp(a->add, b->add, sizeof a->add) == 0;
}

static uint64_t hash_of(const filling *way)
{
    const uint64_t factor = 0x9e3779b97f4a7c15U;
    uint64_t hash = way->is_set;

    for (uint32_t i = 0; i < RP_MOODS; i++) {
        hash = hash * factor + (uint32_t)way->mood[i];
    }
    for (uint32_t i = 0; i < RP_MEMORY_WORDS; i++) {
        hash = hash * factor + way->marks[i];
    }
    for (uint32_t i = 0; i < RP_VARS_MAX; i++) {
        hash = hash * factor + (uint64_t)way->set[i];
        hash = hash * factor + (uint64_t)way->add[i];
    }
    return hash ^ hash >> 31;
}

/* The slot of the draft that comes to the same, or a free one. */
static uint64_t slot_of(const form_work *work, const filling *way)
{
    uint64_t mask = work->slots.count - 1;
    uint64_t slot = hash_of(way) & mask;

    while (work->slots.items[slot] != no_slot &&
           !is_same(&work->next.items[work->slots.items[slot]], way)) {
        slot = (slot + 1) & mask;
    }
    return slot;
}

static bool grow_slots(form_work *work, store *memory)
{
    uint64_t wanted = work->slots.count == 0 ? 64 : 2 * work->slots.count;

    work->slots.count = 0;
    if (!LIST_ROOM(memory, &work->slots, wanted)) {
        return false;
    }
    work->slots.count = wanted;
    memset(work->slots.items, 0xFF, (size_t)wanted * sizeof(uint32_t));
    for (uint32_t i = 0; i < work->next.count; i++) {
        work->slots.items[slot_of(work, &work->next.items[i])] = i;
    }
    return true;
}

/* A new draft of this form: a state without a look-up. */
static uint32_t new_draft(const sheet *form)
{
    rp_walk *walk = form->walk;
    uint32_t node_bits = walk->layout.node_bits;
    uint32_t steps_at = node_bits + 1;
    uint32_t number_at = steps_at + DRAFT_STEP_BITS;
    uint32_t number = walk->work.drafts++;

    if (number_at >= 32 || number >= UINT32_C(1) << (32 - number_at) ||
        walk->states.count >= walk->budget.states_max) {
        return NO_STATE;
    }
    return table_append(&walk->states, &walk->memory,
                        (uint64_t)form->form << 32 |
                            (uint64_t)number << number_at |
                            (uint64_t)walk->work.steps_left << steps_at |
                            UINT64_C(1) << node_bits | form->state->node);
}

/* The draft that comes to the same as `way`, made where there is none. */
static uint32_t meet_draft(const sheet *form, const filling *way)
{
    form_work *work = &form->walk->work;
    store *memory = &form->walk->memory;

    if (2 * (work->next.count + 1) > work->slots.count &&
        !grow_slots(work, memory)) {
        return NO_STATE;
    }
    uint64_t slot = slot_of(work, way);
    if (work->slots.items[slot] != no_slot) {
        return work->next.items[work->slots.items[slot]].state;
    }
    uint32_t state = new_draft(form);
    if (state == NO_STATE || !LIST_ROOM(memory, &work->next, 1)) {
        return NO_STATE;
    }
    work->slots.items[slot] = (uint32_t)work->next.count;
    filling *kept = &work->next.items[work->next.count++];
    *kept = *way;
    kept->state = state;
    return state;
}

static bool skip_answer(const sheet *form, const filling *from, uint32_t choice)
{
    uint32_t target = meet_draft(form, from);

    return target != NO_STATE &&
           form_add_waiting(form->walk, from->state,
                            (edge){.target = target,
                                   .kind = EDGE_SKIP,
                                   .arg = choice & EDGE_ARG_MAX});
}

static bool give_answer(const sheet *form, const filling *from, uint32_t choice,
                        uint32_t bit)
{
    const rp_choice *answer = &form->model->choices[choice];
    filling after = *from;
    edge way = {.target = NO_STATE,
                .kind = EDGE_ANSWER,
                .is_critical = answer->critical != RP_NONE,
                .arg = choice & EDGE_ARG_MAX};

    if (!way.is_critical || form->walk->options.follows_all) {
        add_answer(form, answer, &after);
        after.answers |= UINT64_C(1) << bit;
        way.target = meet_draft(form, &after);
        if (way.target == NO_STATE) {
            return false;
        }
    }
    return form_add_waiting(form->walk, from->state, way);
}

/* Every offered answer of the step, from one filling. */
static bool give_answers(const sheet *form, const filling *from,
                         const form_step *step)
{
    for (uint32_t i = 0; i < step->count; i++) {
        if ((form->open >> (step->bit + i) & 1) != 0 &&
            !give_answer(form, from, step->first + i, step->bit + i)) {
            return false;
        }
    }
    return true;
}

static bool take_step(const sheet *form, const form_step *step)
{
    const form_work *work = &form->walk->work;

    for (uint64_t i = 0; i < work->now.count; i++) {
        filling from = work->now.items[i];
        if ((step->is_tick && !skip_answer(form, &from, step->first)) ||
            !give_answers(form, &from, step)) {
            return false;
        }
    }
    return true;
}

/* Goes over to the fillings that the last step has made. */
static void end_step(form_work *work)
{
    form_work swapped = *work;

    swapped.steps_left--;
    swapped.now.items = work->next.items;
    swapped.now.count = work->next.count;
    swapped.now.capacity = work->next.capacity;
    swapped.next.items = work->now.items;
    swapped.next.count = 0;
    swapped.next.capacity = work->now.capacity;
    *work = swapped;
    if (work->slots.count > 0) {
        memset(work->slots.items, 0xFF,
               (size_t)work->slots.count * sizeof(uint32_t));
    }
}

static bool answer_ask(const sheet *form, const rp_ask *ask, uint32_t bit)
{
    form_work *work = &form->walk->work;
    form_step step = {
        .first = ask->answers.first, .count = ask->answers.count, .bit = bit};

    for (uint64_t i = 0; i < work->now.count; i++) {
        work->now.items[i].set_here = 0;
    }
    if (!ask->many) {
        bool fits = take_step(form, &step);
        end_step(work);
        return fits;
    }
    step.is_tick = true;
    step.count = 1;
    for (uint32_t j = ask->answers.count; j-- > 0;) {
        step.first = ask->answers.first + j;
        step.bit = bit + j;
        if ((form->open >> step.bit & 1) == 0) {
            continue;
        }
        bool fits = take_step(form, &step);
        end_step(work);
        if (!fits) {
            return false;
        }
    }
    return true;
}

/* Steps of the form: 0 where a single ask offers nothing. */
static uint32_t count_steps(const sheet *form, const rp_node *node)
{
    uint32_t steps = 1; /* sending */
    uint32_t bit = 0;

    for (uint32_t i = 0; i < node->asks.count; i++) {
        const rp_ask *ask = &form->model->asks[node->asks.first + i];
        uint32_t offered = 0;
        for (uint32_t j = 0; j < ask->answers.count; j++) {
            offered += (uint32_t)(form->open >> bit++ & 1);
        }
        if (!ask->many && offered == 0) {
            return 0;
        }
        steps += ask->many ? offered : 1;
    }
    return steps;
}

/* What is left after the last ask may be sent. */
static bool send_all(const sheet *form)
{
    rp_walk *walk = form->walk;

    for (uint64_t i = 0; i < walk->work.now.count; i++) {
        const filling *done = &walk->work.now.items[i];
        if (walk->forms.count >= EDGE_ARG_MAX ||
            !LIST_ROOM(&walk->memory, &walk->forms, 1)) {
            return false;
        }
        edge way = {.target = NO_STATE,
                    .kind = EDGE_SEND,
                    .arg = (uint32_t)walk->forms.count & EDGE_ARG_MAX};
        walk->forms.items[walk->forms.count++] = done->answers;
        if (!form_add_waiting(walk, done->state, way)) {
            return false;
        }
    }
    return true;
}

static bool fill_in(const sheet *form, const rp_node *node, uint32_t steps)
{
    rp_walk *walk = form->walk;
    form_work *work = &walk->work;
    uint32_t bit = 0;

    work->drafts = 0;
    work->steps_left = steps - 1; /* of the drafts the first step makes */
    work->now.count = 0;
    if (!LIST_ROOM(&walk->memory, &work->now, 1)) {
        return false;
    }
    work->now.items[work->now.count++] = (filling){.state = form->form};
    for (uint32_t i = 0; i < node->asks.count; i++) {
        const rp_ask *ask = &walk->model->asks[node->asks.first + i];
        if (!answer_ask(form, ask, bit)) {
            return false;
        }
        bit += ask->answers.count;
    }
    return send_all(form);
}

bool form_draft(rp_walk *walk, uint32_t idx, const rp_state *state)
{
    const rp_node *node = &walk->model->nodes[state->node];
    sheet form = {.walk = walk,
                  .model = walk->model,
                  .state = state,
                  .behind = &walk->live.behind[state->node],
                  .form = idx,
                  .open = rp_state_answers(walk->model, state)};
    form_plan plan = {.node = state->node,
                      .open = form.open,
                      .form = idx,
                      .first_draft = walk->states.count};
    const form_plan *known = form_plan_find(walk, &plan);

    if (known != NULL) {
        return form_plan_follow(walk, known, idx);
    }
    uint32_t steps = count_steps(&form, node);
    if (steps == 0) {
        return true;
    }
    return fill_in(&form, node, steps) && form_plan_keep(walk, &plan);
}

void form_work_clear(form_work *work, store *memory)
{
    LIST_DROP(memory, &work->now);
    LIST_DROP(memory, &work->next);
    LIST_DROP(memory, &work->slots);
    LIST_DROP(memory, &work->plans);
}
