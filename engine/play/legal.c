/*
 * Which moves a state allows, and the sentence for those it does not.
 */
#include <stdio.h>
#include <string.h>

#include "play/play_internal.h"

/* A list that stops where the sentence is full. */
typedef struct roll {
    char text[RP_MESSAGE_MAX];
    size_t length;
} roll;

static void roll_add(roll *list, const char *id)
{
    int written =
        snprintf(list->text + list->length, sizeof list->text - list->length,
                 "%s%s", list->length == 0 ? "" : ", ", id);

    if (written > 0) {
        list->length += (size_t)written;
    }
    if (list->length >= sizeof list->text) {
        list->length = sizeof list->text - 1;
    }
}

static void roll_replies(const rp_model *model, const rp_state *state,
                         roll *list)
{
    uint16_t offers[RP_OFFERS_MAX];
    uint32_t count = rp_state_offers(model, state, offers);

    for (uint32_t i = 0; i < count; i++) {
        roll_add(list, model->choices[offers[i]].id);
    }
}

/* "wrapup:level=1|2|3;known=los+building" */
static void roll_form(const rp_model *model, const rp_state *state, roll *list)
{
    const rp_node *form = node_of(model, state);
    answer_cursor cursor = answers_begin(model, form);
    const rp_ask *last = NULL;
    answer_at at;

    roll_add(list, form->id);
    while (answers_next(&cursor, &at)) {
        char part[160];
        if (!choice_is_offered(model, state, at.choice)) {
            continue;
        }
        if (at.ask != last) {
            (void)snprintf(part, sizeof part, "%s%s=%s",
                           last == NULL ? ":" : ";", at.ask->id, at.choice->id);
        } else {
            (void)snprintf(part, sizeof part, "%c%s", at.ask->many ? '+' : '|',
                           at.choice->id);
        }
        size_t length = strlen(part);
        if (list->length + length < sizeof list->text) {
            memcpy(list->text + list->length, part, length + 1);
            list->length += length;
        }
        last = at.ask;
    }
}

rp_status move_refuse(const rp_model *model, const rp_state *state,
                      const char *reason, rp_error *err)
{
    roll list = {.length = 0};

    if (rp_state_has_ended(model, state)) {
        return rp_fail(err, RP_E_INVALID, "%s The run has ended.", reason);
    }
    if (node_of(model, state)->kind == RP_FORM) {
        roll_form(model, state, &list);
    } else {
        roll_replies(model, state, &list);
    }
    return rp_fail(err, RP_E_INVALID, "%s Offered in `%s`: %s.", reason,
                   node_of(model, state)->id,
                   list.length == 0 ? "nothing" : list.text);
}

static rp_status check_reply(const rp_model *model, const rp_state *state,
                             uint16_t choice, rp_error *err)
{
    uint16_t offers[RP_OFFERS_MAX];
    uint32_t count = rp_state_offers(model, state, offers);

    for (uint32_t i = 0; i < count; i++) {
        if (offers[i] == choice) {
            return RP_OK;
        }
    }
    return move_refuse(model, state, "This reply is not offered here.", err);
}

static rp_status check_form(const rp_model *model, const rp_state *state,
                            uint64_t answers, rp_error *err)
{
    const rp_node *form = node_of(model, state);

    if (form->kind != RP_FORM) {
        return move_refuse(model, state, "This is no form.", err);
    }
    if ((answers & ~rp_state_answers(model, state)) != 0) {
        return move_refuse(model, state, "An answer is not offered here.", err);
    }
    uint32_t bit = 0;
    for (uint32_t i = 0; i < form->asks.count; i++) {
        const rp_ask *ask = &model->asks[form->asks.first + i];
        uint32_t chosen = 0;
        for (uint32_t j = 0; j < ask->answers.count; j++) {
            chosen += (uint32_t)(answers >> bit++ & 1);
        }
        if (!ask->many && chosen != 1) {
            return move_refuse(model, state,
                               "Each question takes exactly one answer, "
                               "unless any number may be chosen.",
                               err);
        }
    }
    return RP_OK;
}

rp_status move_check(const rp_model *model, const rp_state *state,
                     const rp_move *move, rp_error *err)
{
    const rp_node *node = node_of(model, state);

    if (rp_state_has_ended(model, state)) {
        return rp_fail(err, RP_E_INVALID, "The run has ended.");
    }
    switch (move->kind) {
    case RP_MOVE_REPLY: return check_reply(model, state, move->index, err);
    case RP_MOVE_FORM: return check_form(model, state, move->answers, err);
    case RP_MOVE_OPEN:
        if (move->index < model->record_count) {
            return RP_OK;
        }
        return rp_fail(err, RP_E_INVALID, "There is no such record.");
    case RP_MOVE_HINT:
        if (node->hint != 0) {
            return RP_OK;
        }
        return move_refuse(model, state, "There is no hint here.", err);
    case RP_MOVE_SILENCE:
        if (node->kind == RP_TURN && node->silence.after_s > 0) {
            return RP_OK;
        }
        return move_refuse(model, state, "Waiting has no effect here.", err);
    }
    return rp_fail(err, RP_E_INVALID, "This is no move.");
}
