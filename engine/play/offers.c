/*
 * What a state shows: the replies offered, the answers that may be chosen,
 * the line said, and whether the run has ended. Nothing here changes a state.
 */
#include <assert.h>

#include "play/play_internal.h"

bool choice_is_offered(const rp_model *model, const rp_state *state,
                       const rp_choice *choice)
{
    return !rp_mark_is_set(state, choice->once_mark) &&
           rp_expr_holds(model, choice->when, state);
}

uint32_t rp_state_offers(const rp_model *model, const rp_state *state,
                         uint16_t offers[RP_OFFERS_MAX])
{
    const rp_node *node = node_of(model, state);
    uint32_t count = 0;

    if (node->kind != RP_TURN) {
        return 0;
    }
    assert(node->offers.count <= RP_OFFERS_MAX);
    for (uint32_t i = 0; i < node->offers.count; i++) {
        uint16_t choice = model->offers[node->offers.first + i];
        if (choice_is_offered(model, state, &model->choices[choice])) {
            offers[count++] = choice;
        }
    }
    return count;
}

answer_cursor answers_begin(const rp_model *model, const rp_node *form)
{
    return (answer_cursor){.model = model, .form = form};
}

bool answers_next(answer_cursor *cursor, answer_at *found)
{
    const rp_model *model = cursor->model;

    while (cursor->ask < cursor->form->asks.count) {
        const rp_ask *ask =
            &model->asks[cursor->form->asks.first + cursor->ask];
        if (cursor->answer < ask->answers.count) {
            found->ask = ask;
            found->choice =
                &model->choices[ask->answers.first + cursor->answer];
            found->bit = cursor->bit++;
            cursor->answer++;
            return true;
        }
        cursor->ask++;
        cursor->answer = 0;
    }
    return false;
}

uint64_t rp_state_answers(const rp_model *model, const rp_state *state)
{
    const rp_node *node = node_of(model, state);
    uint64_t answers = 0;

    if (node->kind != RP_FORM) {
        return 0;
    }
    answer_cursor cursor = answers_begin(model, node);
    answer_at at;
    while (answers_next(&cursor, &at)) {
        if (choice_is_offered(model, state, at.choice)) {
            answers |= UINT64_C(1) << at.bit;
        }
    }
    return answers;
}

bool rp_state_has_ended(const rp_model *model, const rp_state *state)
{
    return node_of(model, state)->kind == RP_ENDING ||
           state->moves >= model->moves_max;
}

rp_outcome rp_state_outcome(const rp_model *model, const rp_state *state)
{
    const rp_node *node = node_of(model, state);

    if (node->kind == RP_ENDING) {
        return node->outcome;
    }
    return rp_state_has_ended(model, state) ? RP_LOST : RP_OUTCOMES;
}

bool rp_state_is_critical(const rp_model *model, const rp_state *state)
{
    for (uint32_t i = 0; i < model->critical_count; i++) {
        if (rp_mark_is_set(state, model->criticals[i].mark)) {
            return true;
        }
    }
    return false;
}

uint32_t rp_state_line(const rp_model *model, const rp_state *state,
                       uint16_t node)
{
    rp_span says = model->nodes[node].says;

    for (uint32_t i = says.first; i < says.first + says.count; i++) {
        if (rp_expr_holds(model, model->lines[i].when, state)) {
            return i;
        }
    }
    return UINT32_MAX;
}
