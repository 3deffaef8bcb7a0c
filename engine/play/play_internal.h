/*
 * Play, inside: what a move's legality, its writing and the session share.
 */
#ifndef RAPPORT_PLAY_INTERNAL_H
#define RAPPORT_PLAY_INTERNAL_H

#include "rapport/play.h"

/* The turn, form or ending the state stands in. */
static inline const rp_node *node_of(const rp_model *model,
                                     const rp_state *state)
{
    return &model->nodes[state->node];
}

/* True where the choice may be made in this state. */
bool choice_is_offered(const rp_model *model, const rp_state *state,
                       const rp_choice *choice);

/*
 * Errors: RP_E_INVALID with a sentence that lists what is offered instead.
 */
RP_MUST_USE rp_status move_check(const rp_model *model, const rp_state *state,
                                 const rp_move *move, rp_error *err);

/* Fails with `reason` and the list of what may be done in `state`. */
rp_status move_refuse(const rp_model *model, const rp_state *state,
                      const char *reason, rp_error *err);

/* Calls `visit` for each answer of a form with its bit, until it is false. */
typedef struct answer_at {
    const rp_ask *ask;
    const rp_choice *choice;
    uint32_t bit;
} answer_at;

typedef struct answer_cursor {
    const rp_model *model;
    const rp_node *form;
    uint32_t ask;    /* within the form */
    uint32_t answer; /* within the ask */
    uint32_t bit;
} answer_cursor;

answer_cursor answers_begin(const rp_model *model, const rp_node *form);
bool answers_next(answer_cursor *cursor, answer_at *found);

#endif
