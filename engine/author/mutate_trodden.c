/*
 * Where a scenario's examples go: what they choose, where they come, what
 * they leave behind in memory.
 */
#include "mutate.h"

static void tread_answers(const rp_model *model, const rp_node *form,
                          uint64_t answers, trodden *found)
{
    uint32_t bit = 0;

    for (uint32_t i = 0; i < form->asks.count; i++) {
        rp_span span = model->asks[form->asks.first + i].answers;
        for (uint32_t j = 0; j < span.count; j++, bit++) {
            found->choices[span.first + j] |= (answers >> bit & 1) != 0;
        }
    }
}

static void tread_nodes(const rp_effect *effect, trodden *found)
{
    for (uint32_t i = 0; i < effect->node_count; i++) {
        found->nodes[effect->nodes[i]] = true;
    }
}

/* Makes one written move; false where it cannot be made. */
static bool tread_move(rp_session *session, const char *text, trodden *found)
{
    const rp_model *model = session->model;
    uint16_t node = session->state.node;
    rp_move move = {.at_ms = 0};
    rp_effect effect;

    if (rp_move_read(model, &session->state, text, &move, NULL) != RP_OK ||
        rp_session_take(session, &move, &effect, NULL) != RP_OK) {
        return false;
    }
    tread_nodes(&effect, found);
    if (move.kind == RP_MOVE_REPLY) {
        found->choices[move.index] = true;
    } else if (move.kind == RP_MOVE_FORM) {
        tread_answers(model, &model->nodes[node], move.answers, found);
    }
    return true;
}

static void tread(const rp_model *model, const rp_example *example,
                  trodden *found)
{
    rp_session session = {.model = model};
    rp_effect effect;
    bool goes_on = example->set < model->set_count;

    if (goes_on) {
        rp_state_begin(model, example->set, &session.state, &effect);
        tread_nodes(&effect, found);
    }
    for (uint32_t i = 0; goes_on && i < example->moves.count; i++) {
        goes_on = tread_move(
            &session, model->example_moves[example->moves.first + i], found);
    }
    for (uint32_t i = 0; i < RP_MEMORY_WORDS; i++) {
        found->memory[i] |= session.state.memory[i];
    }
}

bool trodden_find(const rp_model *model, rp_arena *arena, trodden *found)
{
    *found = (trodden){
        .choices = rp_arena_take(arena, model->choice_count + 1U, sizeof(bool)),
        .nodes = rp_arena_take(arena, model->node_count, sizeof(bool)),
    };
    if (found->choices == NULL || found->nodes == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < model->example_count; i++) {
        tread(model, &model->examples[i], found);
    }
    return true;
}
