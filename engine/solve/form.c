/*
 * Forms, ask after ask: a product in which ways that come to the same are
 * merged at once. A `many` ask of eight answers has 256 subsets, but far
 * fewer different effects.
 */
#include <stdlib.h>
#include <string.h>

#include "solve/solve_internal.h"

static const uint32_t no_slot = UINT32_MAX;

/* The form being filled in: what is fixed while its asks are gone through. */
typedef struct sheet {
    const rp_model *model;
    const rp_state *state;
    const rp_reads *behind;
    form_work *work;
} sheet;

void form_odds_blind(const rp_model *model, const rp_state *state,
                     form_odds *odds)
{
    const rp_node *form = &model->nodes[state->node];
    uint64_t open = rp_state_answers(model, state);
    uint32_t bit = 0;

    memset(odds, 0, sizeof *odds);
    for (uint32_t i = 0; i < form->asks.count; i++) {
        const rp_ask *ask = &model->asks[form->asks.first + i];
        uint32_t offered = 0;
        for (uint32_t j = 0; j < ask->answers.count; j++) {
            offered += (uint32_t)(open >> (bit + j) & 1);
        }
        for (uint32_t j = 0; j < ask->answers.count; j++, bit++) {
            if ((open >> bit & 1) != 0) {
                odds->share[bit] = ask->many ? 0.5 : 1.0 / offered;
            }
        }
    }
}

/* An answer's own effect, without what is dead behind the form. */
static void effect_of(const sheet *form, const rp_choice *choice,
                      filling *effect)
{
    const rp_model *model = form->model;

    memset(effect, 0, sizeof *effect);
    for (uint32_t i = 0; i < RP_MOODS; i++) {
        effect->mood[i] = form->behind->mood[i] ? choice->mood[i] : 0;
    }
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        effect->points[i] = choice->points[i];
    }
    for (uint32_t i = 0; i < choice->marks.count; i++) {
        uint16_t mark = model->marks[choice->marks.first + i];
        effect->marks[mark >> 6] |=
            form->behind->memory[mark >> 6] & UINT64_C(1) << (mark & 63);
    }
    for (uint32_t i = 0; i < choice->assigns.count; i++) {
        const rp_assign *assign = &model->assigns[choice->assigns.first + i];
        if ((form->behind->vars >> assign->var & 1) == 0) {
            continue;
        }
        form->work->reads_state = form->work->reads_state || assign->expr != 0;
        int64_t value = assign->expr == 0
                            ? assign->value
                            : rp_expr_value(model, assign->expr, form->state);
        if (assign->is_add) {
            effect->add[assign->var] = value;
        } else {
            effect->set[assign->var] = value;
            effect->is_set |= UINT32_C(1) << assign->var;
        }
    }
    effect->is_critical = choice->critical != RP_NONE;
}

static void add_effect(filling *to, const filling *effect)
{
    for (uint32_t i = 0; i < RP_MOODS; i++) {
        to->mood[i] += effect->mood[i];
    }
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        to->points[i] += effect->points[i];
    }
    for (uint32_t i = 0; i < RP_MEMORY_WORDS; i++) {
        to->marks[i] |= effect->marks[i];
    }
    for (uint32_t i = 0; i < RP_VARS_MAX; i++) {
        if ((effect->is_set >> i & 1) != 0) {
            to->set[i] = effect->set[i];
        }
        to->add[i] = (int64_t)((uint64_t)to->add[i] + (uint64_t)effect->add[i]);
    }
    to->is_set |= effect->is_set;
    to->is_critical = to->is_critical || effect->is_critical;
    to->answers |= effect->answers;
    to->rank |= effect->rank;
}

static bool is_same(const filling *a, const filling *b)
{
    return a->is_set == b->is_set && a->is_critical == b->is_critical &&
           memcmp(a->mood, b->mood, sizeof a->mood) == 0 &&
           memcmp(a->points, b->points, sizeof a->points) == 0 &&
           memcmp(a->marks, b->marks, sizeof a->marks) == 0 &&
           memcmp(a->set, b->set, sizeof a->set) == 0 &&
           memcmp(a->add, b->add, sizeof a->add) == 0;
}

static uint64_t hash_of(const filling *way)
{
    uint64_t hash = way->is_set;

    for (uint32_t i = 0; i < RP_MOODS; i++) {
        hash = hash * 0x9e3779b97f4a7c15U + (uint32_t)way->mood[i];
        hash = hash * 0x9e3779b97f4a7c15U + (uint32_t)way->points[i];
    }
    for (uint32_t i = 0; i < RP_MEMORY_WORDS; i++) {
        hash = hash * 0x9e3779b97f4a7c15U + way->marks[i];
    }
    for (uint32_t i = 0; i < RP_VARS_MAX; i++) {
        hash = hash * 0x9e3779b97f4a7c15U +
               (uint64_t)(way->set[i] * 31 + way->add[i]);
    }
    return hash ^ hash >> 31;
}

static bool grow_slots(form_work *work)
{
    uint64_t wanted = work->slots.count == 0 ? 64 : 2 * work->slots.count;

    work->slots.count = 0;
    if (!LIST_ROOM(work->memory, &work->slots, wanted)) {
        return false;
    }
    work->slots.count = wanted;
    memset(work->slots.items, 0xFF, (size_t)wanted * sizeof(uint32_t));
    for (uint32_t i = 0; i < work->next.count; i++) {
        uint64_t slot = hash_of(&work->next.items[i]) & (wanted - 1);
        while (work->slots.items[slot] != no_slot) {
            slot = (slot + 1) & (wanted - 1);
        }
        work->slots.items[slot] = i;
    }
    return true;
}

/* Adds a way, or its weight to the one that comes to the same. */
static bool keep(form_work *work, const filling *way)
{
    if (2 * (work->next.count + 1) > work->slots.count && !grow_slots(work)) {
        return false;
    }
    uint64_t mask = work->slots.count - 1;
    uint64_t slot = hash_of(way) & mask;
    while (work->slots.items[slot] != no_slot &&
           !is_same(&work->next.items[work->slots.items[slot]], way)) {
        slot = (slot + 1) & mask;
    }
    if (work->slots.items[slot] == no_slot) {
        if (!LIST_ROOM(work->memory, &work->next, 1)) {
            return false;
        }
        work->slots.items[slot] = (uint32_t)work->next.count;
        work->next.items[work->next.count++] = *way;
        return true;
    }
    filling *same = &work->next.items[work->slots.items[slot]];
    same->weight += way->weight;
    if (way->rank < same->rank) {
        same->rank = way->rank;
        same->answers = way->answers;
    }
    return true;
}

/* Every way so far, with and without the effect, by its share. */
static bool cross(form_work *work, const filling *effect, double share)
{
    for (uint64_t i = 0; i < work->now.count; i++) {
        filling way = work->now.items[i];
        way.weight *= share;
        if (effect != NULL) {
            add_effect(&way, effect);
        }
        if (!keep(work, &way)) {
            return false;
        }
    }
    return true;
}

static void begin_next(form_work *work)
{
    work->next.count = 0;
    if (work->slots.count > 0) {
        memset(work->slots.items, 0xFF,
               (size_t)work->slots.count * sizeof(uint32_t));
    }
}

static void end_next(form_work *work)
{
    form_work swapped = *work;

    swapped.now.items = work->next.items;
    swapped.now.count = work->next.count;
    swapped.now.capacity = work->next.capacity;
    swapped.next.items = work->now.items;
    swapped.next.count = work->now.count;
    swapped.next.capacity = work->now.capacity;
    *work = swapped;
}

/* The answers of one ask: its first bit, and where it stands in the rank. */
typedef struct ask_place {
    const rp_ask *ask;
    uint32_t bit;
    uint32_t rank_shift;
} ask_place;

static void answer_effect(const sheet *form, const ask_place *at, uint32_t i,
                          filling *effect)
{
    effect_of(form, &form->model->choices[at->ask->answers.first + i], effect);
    effect->answers = UINT64_C(1) << (at->bit + i);
    effect->rank = UINT64_C(1) << (at->rank_shift + i);
}

static bool fill_ask(const sheet *form, const ask_place *at,
                     const form_odds *odds)
{
    form_work *work = form->work;
    filling effect;
    bool fits = true;

    if (!at->ask->many) {
        begin_next(work);
    }
    for (uint32_t i = 0; fits && i < at->ask->answers.count; i++) {
        double share = odds->share[at->bit + i];
        if (!(share > 0)) {
            continue;
        }
        answer_effect(form, at, i, &effect);
        if (at->ask->many) {
            begin_next(work);
            fits = cross(work, NULL, 1 - share);
        }
        fits = fits && cross(work, &effect, share);
        if (at->ask->many) {
            end_next(work);
        }
    }
    if (!at->ask->many) {
        end_next(work);
    }
    return fits;
}

static int by_rank(const void *left, const void *right)
{
    const filling *a = left;
    const filling *b = right;

    return (a->rank > b->rank) - (a->rank < b->rank);
}

/* True where the last result answers this question too. */
static bool is_known(const form_work *work, uint16_t node,
                     const form_odds *odds)
{
    return work->has_result && !work->reads_state && work->node == node &&
           memcmp(&work->odds, odds, sizeof *odds) == 0;
}

static bool fill_asks(const sheet *form, const rp_node *node,
                      const form_odds *odds)
{
    const rp_model *model = form->model;
    ask_place at = {.bit = 0};

    for (uint32_t i = 0; i < node->asks.count; i++) {
        at.rank_shift += model->asks[node->asks.first + i].answers.count;
    }
    for (uint32_t i = 0; i < node->asks.count; i++) {
        at.ask = &model->asks[node->asks.first + i];
        at.rank_shift -= at.ask->answers.count;
        if (!fill_ask(form, &at, odds)) {
            return false;
        }
        at.bit += at.ask->answers.count;
    }
    return true;
}

bool form_fill(const rp_model *model, const rp_state *state,
               const rp_reads *behind, const form_odds *odds, form_work *work)
{
    sheet form = {
        .model = model, .state = state, .behind = behind, .work = work};

    if (is_known(work, state->node, odds)) {
        return true;
    }
    work->has_result = false;
    work->reads_state = false;
    work->now.count = 0;
    if (!LIST_ROOM(work->memory, &work->now, 1)) {
        return false;
    }
    work->now.items[0] = (filling){.weight = 1};
    work->now.count = 1;
    if (!fill_asks(&form, &model->nodes[state->node], odds)) {
        return false;
    }
    if (work->now.count > 1) {
        qsort(work->now.items, (size_t)work->now.count, sizeof(filling),
              by_rank);
    }
    work->odds = *odds;
    work->node = state->node;
    work->has_result = true;
    return true;
}

void form_work_clear(form_work *work)
{
    if (work->memory != NULL) {
        LIST_DROP(work->memory, &work->now);
        LIST_DROP(work->memory, &work->next);
        LIST_DROP(work->memory, &work->slots);
        work->has_result = false;
    }
}
