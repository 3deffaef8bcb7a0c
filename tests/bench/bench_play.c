/*
 * Whole random playthroughs of a bundled call, as a player has them: every
 * line rendered, every reply offered rendered, every move checked by the
 * session. Prints playthroughs a second; what that is worth beside another
 * engine, tests/npm/ink.mjs says.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "rapport/app.h"
#include "rapport/play.h"

enum {
    RUNS = 20000,
    SEED = 1
};

/* What a run is played with, and how much was said in it. */
typedef struct player {
    const rp_model *model;
    rp_random random;
    rp_rendered rendered;
    uint64_t bytes;
    uint64_t moves;
} player;

static double seconds_now(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void read_out(player *with, const rp_session *session, rp_ref text)
{
    if (text == 0) {
        return;
    }
    rp_model_render(with->model, 0, &session->state, text, &with->rendered);
    with->bytes += with->rendered.text.length;
}

static void read_line(player *with, const rp_session *session)
{
    uint32_t line =
        rp_state_line(with->model, &session->state, session->state.node);

    if (line != UINT32_MAX) {
        read_out(with, session, with->model->lines[line].text);
    }
}

/* One answer of each ask; of an ask for many, each by the toss of a coin. */
static rp_move answer(player *with, const rp_session *session)
{
    const rp_model *model = with->model;
    const rp_node *form = &model->nodes[session->state.node];
    uint64_t open = rp_state_answers(model, &session->state);
    rp_move move = {.kind = RP_MOVE_FORM};
    uint32_t bit = 0;

    for (uint32_t i = 0; i < form->asks.count; i++) {
        const rp_ask *ask = &model->asks[form->asks.first + i];
        uint32_t from = bit;
        uint32_t seen = 0;
        uint64_t chosen = 0;
        for (; bit < from + ask->answers.count; bit++) {
            if ((open >> bit & 1) == 0) {
                continue;
            }
            uint32_t at = ask->answers.first + bit - from;
            read_out(with, session, model->choices[at].text);
            seen++;
            if (ask->many && (rp_random_next(&with->random) & 1) != 0) {
                chosen |= UINT64_C(1) << bit;
            } else if (!ask->many &&
                       rp_random_below(&with->random, seen) == 0) {
                chosen = UINT64_C(1) << bit;
            }
        }
        move.answers |= chosen;
    }
    return move;
}

static rp_move reply(player *with, const rp_session *session)
{
    uint16_t offers[RP_OFFERS_MAX];
    uint32_t count = rp_session_cards(session, offers);

    count += rp_session_anytime(session, offers + count);
    for (uint32_t i = 0; i < count; i++) {
        read_out(with, session, with->model->choices[offers[i]].text);
    }
    return (rp_move){.kind = RP_MOVE_REPLY,
                     .index = offers[rp_random_below(&with->random, count)]};
}

static void play(player *with, uint64_t seed)
{
    const rp_opening how = {.seed = seed, .set = 0};
    rp_session session;
    rp_error err = {0};

    if (rp_session_begin(with->model, &how, &session, NULL, &err) != RP_OK) {
        exit(1);
    }
    read_line(with, &session);
    while (!rp_session_has_ended(&session)) {
        bool is_form = with->model->nodes[session.state.node].kind == RP_FORM;
        rp_move move = is_form ? answer(with, &session) : reply(with, &session);
        if (rp_session_take(&session, &move, NULL, &err) != RP_OK) {
            (void)fprintf(stderr, "bench_play: %s\n", err.message);
            exit(1);
        }
        if (!is_form) {
            read_out(with, &session, with->model->choices[move.index].hears);
        }
        read_line(with, &session);
        with->moves++;
    }
}

int main(void)
{
    const rp_app_options options = {
        .helper_path = RP_BUILD_DIR "/rapport-helper", .in_memory = true};
    rp_loaded loaded;
    rp_error err = {.message = "it has faults"};

    if (rp_app_load(&options,
                    RP_SOURCE_DIR "/scenarios/telecom/angry-caller.lua",
                    rp_alloc_default(), &loaded, &err) != RP_OK ||
        loaded.model == NULL) {
        (void)fprintf(stderr, "bench_play: %s\n", err.message);
        return 1;
    }
    player with = {.model = loaded.model, .random = rp_random_seeded(SEED)};
    rp_text_init(&with.rendered.text, rp_alloc_default());
    double began = seconds_now();
    for (uint64_t i = 0; i < RUNS; i++) {
        play(&with, i);
    }
    double took = seconds_now() - began;
    (void)printf("{\"bench\":\"play\",\"scenario\":\"angry-caller\","
                 "\"playthroughs_per_s\":%.0f,\"moves_per_playthrough\":%.1f,"
                 "\"bytes_per_playthrough\":%.0f}\n",
                 RUNS / took, (double)with.moves / RUNS,
                 (double)with.bytes / RUNS);
    rp_text_clear(&with.rendered.text);
    rp_loaded_clear(&loaded);
    return 0;
}
