/*
 * What was said, in the order it was said: the customer's lines, the
 * trainee's, and the stage's word where the calendar jumps. Every node a move
 * led through speaks, as talk time counts it.
 */
#include "speech.h"

/* Lines being gathered; `said` is as long as they can become. */
typedef struct transcript {
    sketch *view;
    rp_said *said;
    uint32_t count;
    const char *date;       /* where the calendar stands; NULL: there is none */
    const char *recordings; /* the folder of the scenario's; NULL: none */
} transcript;

/* At the customer's rate of the pack; nobody waits for what others say. */
static uint32_t speak_ms(const sketch *view, rp_speaker speaker,
                         const rp_shown *line)
{
    enum {
        A_MINUTE_MS = 60000
    };

    uint32_t rate = view->model->languages[view->language].rate.customer;

    return speaker == RP_CUSTOMER && rate > 0
               ? line->spoken * A_MINUTE_MS / rate
               : 0;
}

static void add_line(transcript *to, rp_speaker speaker, uint32_t at_ms,
                     rp_shown line)
{
    if (line.text[0] != '\0') {
        to->said[to->count++] =
            (rp_said){.speaker = speaker,
                      .at_ms = at_ms,
                      .line = line,
                      .date = to->date,
                      .speak_ms = speak_ms(to->view, speaker, &line)};
    }
}

/* The nodes of one move, as they speak in the state it left. */
static void add_nodes(transcript *to, const rp_state *state,
                      const rp_effect *effect, uint32_t at_ms)
{
    sketch *view = to->view;

    for (uint16_t i = 0; i < effect->node_count; i++) {
        const rp_node *node = &view->model->nodes[effect->nodes[i]];
        uint32_t before = to->count;
        if (node->kind == RP_TURN && node->at_fact != RP_NONE) {
            rp_shown when = {.text = sketch_fact(view, state, node->at_fact)};
            to->date = when.text;
            add_line(to, RP_STAGE, at_ms, when);
            before = to->count;
        }
        add_line(to, RP_CUSTOMER, at_ms,
                 sketch_line(view, state, effect->nodes[i]));
        if (to->count > before) {
            to->said[before].cue = sketch_text_or_null(view, state, node->cue);
            to->said[before].recording =
                speech_of_node(view, to->recordings, state, effect->nodes[i]);
        }
    }
}

static void add_hears(transcript *to, const rp_taken *item)
{
    const rp_model *model = to->view->model;
    uint16_t choices[RP_ANSWERS_MAX];
    uint32_t count = run_choices(model, item, choices);

    for (uint32_t i = 0; i < count; i++) {
        uint32_t before = to->count;
        add_line(to, RP_CUSTOMER, item->move.at_ms,
                 sketch_shown(to->view, &item->before,
                              model->choices[choices[i]].hears));
        if (to->count > before) {
            to->said[before].recording =
                speech_of_choice(to->view, to->recordings, choices[i]);
        }
    }
}

/* Returns where the customer's part of the move begins. */
static uint32_t add_move(transcript *to, const rp_taken *item)
{
    rp_speaker speaker = item->move.kind == RP_MOVE_REPLY ? RP_YOU : RP_STAGE;

    add_line(to, speaker, item->move.at_ms, sketch_move(to->view, item));
    uint32_t first = to->count;
    add_hears(to, item);
    add_nodes(to, &item->after, &item->effect, item->move.at_ms);
    return first;
}

static uint32_t most_lines(const run *played)
{
    uint32_t count = 2 * (uint32_t)played->first.node_count;

    for (uint32_t i = 0; i < played->count; i++) {
        const rp_taken *item = &played->items[i];
        bool is_form = item->move.kind == RP_MOVE_FORM;
        count += is_form ? 1 + RP_ANSWERS_MAX : 2;
        count += 2 * (uint32_t)item->effect.node_count;
    }
    return count;
}

/* Letters, posts and what many write are there whole: nobody says them. */
static bool is_spoken(rp_channel channel)
{
    return channel != RP_EMAIL && channel != RP_SOCIAL &&
           channel != RP_BROADCAST;
}

/* Who wants less motion, or has heard it before, is spared the wait. */
static void fill_speech(sketch *view, uint32_t speech_ms, rp_call_view *out)
{
    const rp_app *app = view->app;
    bool is_paced = app->options.paces_speech && !app->settings.instant_lines &&
                    !app->settings.reduced_motion &&
                    is_spoken(view->model->channel);

    out->speech_ms = is_paced ? speech_ms : 0;
    out->spoken_ms = app->run.spoken_ms < out->speech_ms ? app->run.spoken_ms
                                                         : out->speech_ms;
}

void view_transcript(sketch *view, rp_call_view *out)
{
    const run *played = &view->app->run;
    transcript to = {.view = view, .recordings = speech_folder(view)};
    uint32_t current = 0;
    uint32_t speech_ms = 0;

    to.said = sketch_take(view, most_lines(played), sizeof *to.said);
    if (to.said == NULL) {
        return;
    }
    if (view->model->at_fact != RP_NONE) {
        to.date = sketch_fact(view, &played->start, view->model->at_fact);
    }
    add_nodes(&to, &played->start, &played->first, 0);
    for (uint32_t i = 0; i < played->count; i++) {
        const rp_taken *item = &played->items[i];
        if (run_counts(&item->move) || item->move.kind == RP_MOVE_SILENCE) {
            current = add_move(&to, item);
        }
    }
    for (uint32_t i = current; i < to.count; i++) {
        to.said[i].is_current = true;
        speech_ms += to.said[i].speak_ms;
    }
    fill_speech(view, speech_ms, out);
    out->said = to.said;
    out->said_count = to.count;
}

uint32_t view_said_last(sketch *view, const rp_taken *item,
                        const rp_said **said)
{
    transcript to = {.view = view};
    uint32_t most = 1 + RP_ANSWERS_MAX + 2 * (uint32_t)item->effect.node_count;

    *said = NULL;
    to.said = sketch_take(view, most, sizeof *to.said);
    if (to.said == NULL) {
        return 0;
    }
    add_hears(&to, item);
    add_nodes(&to, &item->after, &item->effect, item->move.at_ms);
    for (uint32_t i = 0; i < to.count; i++) {
        to.said[i].is_current = true;
    }
    *said = to.said;
    return to.count;
}
