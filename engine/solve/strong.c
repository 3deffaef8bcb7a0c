/*
 * Which choices can be right at all: those that lose nothing in some state.
 *
 * An answer is right where the whole form can still be: along ways that have
 * lost nothing since the form was begun.
 */
#include "solve/solve_internal.h"

typedef struct hunt {
    rp_walk *walk;
    bool *is_strong; /* a choice */
    bool *is_clean;  /* a state: a draft begun and gone on without loss */
} hunt;

static bool is_begun_well(const hunt *h, uint32_t state)
{
    return !walk_is_draft(h->walk, state) || h->is_clean[state];
}

/* Drafts have higher numbers than what leads to them. */
static void look_at(hunt *h, uint32_t state)
{
    uint32_t left =
        h->walk->model->moves_max - (uint32_t)walk_depth(h->walk, state);
    int64_t best = walk_value(h->walk, state, left);
    uint32_t count = 0;
    const edge *ways = walk_edges(h->walk, state, &count);

    for (uint32_t i = 0; best != VALUE_NONE && i < count; i++) {
        const edge *way = &ways[i];
        if (!edge_is_chosen(way) ||
            !walk_keeps_best(h->walk, way, left, best)) {
            continue;
        }
        if (way->kind == EDGE_REPLY || way->kind == EDGE_ANSWER) {
            h->is_strong[way->arg] = true;
        }
        if (!edge_is_counted(way)) {
            h->is_clean[way->target] = true;
        }
    }
}

static void mark_answers(hunt *h, const rp_node *form, uint64_t answers)
{
    const rp_model *model = h->walk->model;
    uint32_t bit = 0;

    for (uint32_t i = 0; i < form->asks.count; i++) {
        rp_span span = model->asks[form->asks.first + i].answers;
        for (uint32_t j = 0; j < span.count; j++, bit++) {
            h->is_strong[span.first + j] =
                h->is_strong[span.first + j] || (answers >> bit & 1) != 0;
        }
    }
}

/* The best run may go round a circle and be right where others are late. */
static void mark_best(hunt *h)
{
    rp_walk *walk = h->walk;
    rp_state state;

    rp_state_begin(walk->model, walk->set, &state, NULL);
    for (uint64_t i = 0; i < walk->best.count; i++) {
        const rp_move *move = &walk->best.items[i];
        if (move->kind == RP_MOVE_REPLY) {
            h->is_strong[move->index] = true;
        } else if (move->kind == RP_MOVE_FORM) {
            mark_answers(h, &walk->model->nodes[state.node], move->answers);
        }
        rp_state_step(walk->model, &state, move, NULL);
    }
}

/* NOLINTNEXTLINE(readability-non-const-parameter): filled through the hunt */
rp_status rp_walk_strong(rp_walk *walk, bool *is_strong, rp_error *err)
{
    hunt h = {.walk = walk, .is_strong = is_strong};
    uint64_t capacity = 0;

    if (!store_grow(&walk->memory, &h.is_clean, &capacity, walk->states.count,
                    sizeof *h.is_clean)) {
        return walk_refusal(walk, err);
    }
    for (uint32_t i = 0; i < walk->states.count; i++) {
        h.is_clean[i] = false;
    }
    for (uint32_t i = 0; i < walk->expanded; i++) {
        if (is_begun_well(&h, i)) {
            look_at(&h, i);
        }
    }
    mark_best(&h);
    store_drop(&walk->memory, &h.is_clean, &capacity, sizeof *h.is_clean);
    return RP_OK;
}
