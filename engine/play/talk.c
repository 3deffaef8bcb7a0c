/*
 * Talk time: the words said so far, counted apart for agent and customer.
 * Sounds and gestures in brackets are not spoken.
 */
#include "play/play_internal.h"

static uint32_t words(const rp_ear *ear, const rp_state *state, rp_ref text)
{
    if (text == 0) {
        return 0;
    }
    rp_model_render(ear->model, ear->language, state, text, ear->scratch);
    return rp_spoken_count(ear->scratch,
                           ear->model->languages[ear->language].tag);
}

static void add_lines(rp_talk *talk, const rp_ear *ear, const rp_state *state,
                      const rp_effect *effect)
{
    for (uint32_t i = 0; i < effect->node_count; i++) {
        uint32_t line = rp_state_line(ear->model, state, effect->nodes[i]);
        if (line != UINT32_MAX) {
            talk->customer_words +=
                words(ear, state, ear->model->lines[line].text);
        }
    }
}

void rp_talk_begin(rp_talk *talk, const rp_ear *ear, const rp_state *state,
                   const rp_effect *effect)
{
    *talk = (rp_talk){.agent_words = 0};
    add_lines(talk, ear, state, effect);
}

static void add_form(rp_talk *talk, const rp_ear *ear, const rp_state *before,
                     uint64_t answers)
{
    answer_cursor cursor =
        answers_begin(ear->model, node_of(ear->model, before));
    answer_at at;

    /* Answers are ticked, not spoken; what the customer says to them is. */
    while (answers_next(&cursor, &at)) {
        if ((answers >> at.bit & 1) != 0) {
            talk->customer_words += words(ear, before, at.choice->hears);
        }
    }
}

void rp_talk_move(rp_talk *talk, const rp_ear *ear, const rp_taken *taken)
{
    const rp_state *before = &taken->before;

    if (taken->move.kind == RP_MOVE_REPLY) {
        const rp_choice *choice = &ear->model->choices[taken->move.index];
        talk->agent_words += words(ear, before, choice->text);
        talk->customer_words += words(ear, before, choice->hears);
    } else if (taken->move.kind == RP_MOVE_FORM) {
        add_form(talk, ear, before, taken->move.answers);
    }
    add_lines(talk, ear, &taken->after, &taken->effect);
}

uint32_t rp_talk_seconds(const rp_talk *talk, const rp_model *model,
                         uint16_t language)
{
    rp_rate rate = model->languages[language].rate;
    uint64_t agent = rate.agent == 0 ? 1 : rate.agent;
    uint64_t customer = rate.customer == 0 ? 1 : rate.customer;
    uint64_t whole = agent * customer;
    uint64_t sum =
        60 * (talk->agent_words * customer + talk->customer_words * agent);

    return (uint32_t)((sum + whole / 2) / whole);
}
