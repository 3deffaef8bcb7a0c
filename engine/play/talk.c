/*
 * Talk time: the words said so far, counted apart for agent and customer.
 * Sounds and gestures in brackets are not spoken.
 */
#include "play/play_internal.h"

/* Where a text is said: the model, the language, the state it shows. */
typedef struct voice {
    const rp_model *model;
    uint16_t language;
    rp_rendered *scratch;
} voice;

static uint32_t words(const voice *speaker, const rp_state *state, rp_ref text)
{
    if (text == 0) {
        return 0;
    }
    rp_model_render(speaker->model, speaker->language, state, text,
                    speaker->scratch);
    return rp_spoken_count(speaker->scratch,
                           speaker->model->languages[speaker->language].tag);
}

static void add_lines(rp_talk *talk, const voice *speaker,
                      const rp_state *state, const rp_effect *effect)
{
    for (uint32_t i = 0; i < effect->node_count; i++) {
        uint32_t line = rp_state_line(speaker->model, state, effect->nodes[i]);
        if (line != UINT32_MAX) {
            talk->customer_words +=
                words(speaker, state, speaker->model->lines[line].text);
        }
    }
}

void rp_talk_begin(rp_talk *talk, const rp_model *model, uint16_t language,
                   const rp_state *state, const rp_effect *effect,
                   rp_rendered *scratch)
{
    voice speaker = {model, language, scratch};

    *talk = (rp_talk){.agent_words = 0};
    add_lines(talk, &speaker, state, effect);
}

static void add_form(rp_talk *talk, const voice *speaker,
                     const rp_state *before, uint64_t answers)
{
    answer_cursor cursor =
        answers_begin(speaker->model, node_of(speaker->model, before));
    answer_at at;

    /* Answers are ticked, not spoken; what the customer says to them is. */
    while (answers_next(&cursor, &at)) {
        if ((answers >> at.bit & 1) != 0) {
            talk->customer_words += words(speaker, before, at.choice->hears);
        }
    }
}

void rp_talk_move(rp_talk *talk, const rp_model *model, uint16_t language,
                  const rp_state *before, const rp_state *after,
                  const rp_move *move, const rp_effect *effect,
                  rp_rendered *scratch)
{
    voice speaker = {model, language, scratch};

    if (move->kind == RP_MOVE_REPLY) {
        const rp_choice *choice = &model->choices[move->index];
        talk->agent_words += words(&speaker, before, choice->text);
        talk->customer_words += words(&speaker, before, choice->hears);
    } else if (move->kind == RP_MOVE_FORM) {
        add_form(talk, &speaker, before, move->answers);
    }
    add_lines(talk, &speaker, after, effect);
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
