/*
 * A form filled in once. Where no answer depends on what the state holds,
 * another state of the same layer with the same answers open has the same
 * drafts: they are copied.
 */
#include "solve/solve_internal.h"

bool form_add_waiting(rp_walk *walk, uint32_t from, edge way)
{
    uint64_t place = from - walk->layer_first;

    if (!LIST_ROOM(&walk->memory, &walk->waiting, 1) ||
        (place >= walk->waits.count &&
         !LIST_ROOM(&walk->memory, &walk->waits,
                    place + 1 - walk->waits.count))) {
        return false;
    }
    while (walk->waits.count <= place) {
        walk->waits.items[walk->waits.count++] = (waiting_edges){0, 0};
    }
    waiting_edges *row = &walk->waits.items[place];
    if (row->count == 0) {
        row->first = (uint32_t)walk->waiting.count;
    }
    row->count++;
    walk->waiting.items[walk->waiting.count++] = way;
    return true;
}

static bool computes(const rp_model *model, const rp_choice *choice)
{
    for (uint32_t i = 0; i < choice->assigns.count; i++) {
        if (model->assigns[choice->assigns.first + i].expr != 0) {
            return true;
        }
    }
    return false;
}

static bool asks_plainly(const rp_model *model, const rp_ask *ask)
{
    for (uint32_t i = 0; i < ask->answers.count; i++) {
        if (computes(model, &model->choices[ask->answers.first + i])) {
            return false;
        }
    }
    return true;
}

/* True where no answer changes a variable by what the state holds. */
static bool is_plain(const rp_model *model, const rp_node *node)
{
    for (uint32_t i = 0; i < node->asks.count; i++) {
        if (!asks_plainly(model, &model->asks[node->asks.first + i])) {
            return false;
        }
    }
    return true;
}

const form_plan *form_plan_find(const rp_walk *walk, const form_plan *like)
{
    const form_work *work = &walk->work;

    for (uint64_t i = work->plans.count; i-- > 0;) {
        const form_plan *plan = &work->plans.items[i];
        if (plan->node == like->node && plan->open == like->open) {
            return plan;
        }
    }
    return NULL;
}

static bool copy_drafts(rp_walk *walk, const form_plan *plan, uint32_t form)
{
    uint32_t words = walk->states.words;

    if (plan->draft_count > walk->budget.states_max - walk->states.count) {
        return false;
    }
    for (uint32_t i = 0; i < plan->draft_count; i++) {
        uint64_t place = (uint64_t)(plan->first_draft + i) * words;
        uint32_t word = (uint32_t)walk->states.keys.items[place];
        if (table_append(&walk->states, &walk->memory,
                         (uint64_t)form << 32 | word) == NO_STATE) {
            return false;
        }
    }
    return true;
}

/* The edges of `from`, as edges of `to`; drafts lie `further` on. */
static bool copy_edges(rp_walk *walk, uint32_t from, uint32_t to,
                       uint32_t further)
{
    uint64_t place = from - walk->layer_first;

    for (uint32_t i = 0;
         place < walk->waits.count && i < walk->waits.items[place].count; i++) {
        edge way = walk->waiting.items[walk->waits.items[place].first + i];
        if (way.target != NO_STATE) {
            way.target += further;
        }
        if (!form_add_waiting(walk, to, way)) {
            return false;
        }
    }
    return true;
}

/* All that differs from state to state is where the drafts are. */
bool form_plan_follow(rp_walk *walk, const form_plan *plan, uint32_t form)
{
    uint32_t further = walk->states.count - plan->first_draft;

    if (!copy_drafts(walk, plan, form) ||
        !copy_edges(walk, plan->form, form, further)) {
        return false;
    }
    for (uint32_t i = 0; i < plan->draft_count; i++) {
        uint32_t draft = plan->first_draft + i;
        if (!copy_edges(walk, draft, draft + further, further)) {
            return false;
        }
    }
    return true;
}

bool form_plan_keep(rp_walk *walk, const form_plan *made)
{
    form_work *work = &walk->work;
    form_plan plan = *made;

    if (!is_plain(walk->model, &walk->model->nodes[plan.node])) {
        return true;
    }
    if (!LIST_ROOM(&walk->memory, &work->plans, 1)) {
        return false;
    }
    plan.draft_count = walk->states.count - plan.first_draft;
    work->plans.items[work->plans.count++] = plan;
    return true;
}
