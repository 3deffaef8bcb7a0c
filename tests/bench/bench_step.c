/*
 * One move, against the same move as a table lookup written by hand for this
 * one call.
 */
#include <stdio.h>
#include <string.h>

#include "rapport/play.h"
#include "support/ladder.h"
#include "support/test.h"

enum {
    MOVES = 20000000,
    RUNS = MOVES / LADDER_RUNGS
};

typedef struct floor_state {
    uint32_t rung;
    uint32_t moves;
    int32_t mood[RP_MOODS];
    int32_t points[RP_SCORES];
    uint32_t marks;
} floor_state;

static void floor_step(const ladder *l, floor_state *s, uint32_t reply)
{
    for (int i = 0; i < RP_MOODS; i++) {
        int32_t mood = s->mood[i] + 5 * l->mood[s->rung][reply][i];
        mood = mood < 0 ? 0 : mood;
        s->mood[i] = mood > 100 ? 100 : mood;
    }
    for (int i = 0; i < RP_SCORES; i++) {
        s->points[i] += l->points[s->rung][reply][i];
    }
    s->marks |= reply == 0 ? UINT32_C(1) << s->rung : 0;
    s->rung++;
    s->moves++;
}

static double floor_run(const ladder *l, uint64_t *sum)
{
    rp_random random = rp_random_seeded(1);
    double began = seconds_now();

    for (uint32_t run = 0; run < RUNS; run++) {
        floor_state s = {.mood = {50, 50, 50}};
        uint64_t luck = rp_random_next(&random);
        for (uint32_t r = 0; r < LADDER_RUNGS; r++, luck >>= 2) {
            floor_step(l, &s, luck & 3);
        }
        *sum += (uint64_t)(s.mood[0] + s.points[0]);
    }
    return seconds_now() - began;
}

static double engine_run(const rp_model *model, uint64_t *sum)
{
    rp_random random = rp_random_seeded(1);
    double began = seconds_now();

    for (uint32_t run = 0; run < RUNS; run++) {
        rp_state state;
        int32_t points = 0;
        rp_state_begin(model, 0, &state, NULL);
        uint64_t luck = rp_random_next(&random);
        for (uint32_t r = 0; r < LADDER_RUNGS; r++, luck >>= 2) {
            rp_effect effect;
            rp_move move = {
                .kind = RP_MOVE_REPLY,
                .index = (uint16_t)(model->nodes[state.node].offers.first +
                                    (luck & 3)),
            };
            rp_state_step(model, &state, &move, &effect);
            points += effect.points[0];
        }
        *sum += (uint64_t)(state.mood[0] + points);
    }
    return seconds_now() - began;
}

int main(void)
{
    static toy from;
    ladder l = ladder_make(3, 5);
    uint64_t floor_sum = 0;
    uint64_t sum = 0;

    ladder_toy(&l, &from);
    rp_model *model = toy_model(&from);
    double floor_seconds = floor_run(&l, &floor_sum);
    double seconds = engine_run(model, &sum);
    toy_model_free(model);
    if (sum != floor_sum) {
        (void)fprintf(stderr, "the two do not agree\n");
        return 1;
    }
    printf("{\"bench\":\"step\",\"ratio\":%.2f,\"target\":3,\"ours\":%.2f,"
           "\"floor\":%.2f,\"unit\":\"ns\"}\n",
           seconds / floor_seconds, seconds * 1e9 / MOVES,
           floor_seconds * 1e9 / MOVES);
    return 0;
}
