/*
 * Walking every state of a call, against a walk of the same space written by
 * hand for this one call: packed keys, one hash table, no edges kept. From ten
 * thousand to ten million states; `growth` is the exponent of time over states
 * since the size before, 1 being linear.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "solve/solve_internal.h"
#include "support/ladder.h"
#include "support/test.h"

/* ------------------------------------------------------------- the floor */

typedef struct floor_walk {
    uint64_t *keys; /* open addressing; 0: free */
    uint64_t *queue;
    uint64_t capacity;
    uint64_t count;
} floor_walk;

static bool floor_add(floor_walk *w, uint64_t packed)
{
    uint64_t hash = packed * 0x9e3779b97f4a7c15U;
    uint64_t slot = (hash ^ hash >> 32) & (w->capacity - 1);

    while (w->keys[slot] != 0 && w->keys[slot] != packed) {
        slot = (slot + 1) & (w->capacity - 1);
    }
    if (w->keys[slot] == packed) {
        return false;
    }
    w->keys[slot] = packed;
    w->queue[w->count++] = packed;
    return true;
}

static uint64_t floor_mood(uint64_t mood, int change)
{
    int moved = (int)mood + change;

    moved = moved < 0 ? 0 : moved;
    return (uint64_t)(moved > 20 ? 20 : moved);
}

/* bit 63, rung 4 bits, three moods of 5 bits, marks */
static uint64_t floor_pack(uint64_t rung, const uint64_t mood[RP_MOODS],
                           uint64_t marks)
{
    return UINT64_C(1) << 63 | rung | mood[0] << 4 | mood[1] << 9 |
           mood[2] << 14 | marks << 19;
}

static bool floor_offers(const ladder *l, uint64_t reply,
                         const uint64_t mood[RP_MOODS], uint64_t marks)
{
    if (reply == 0) {
        bool holds = true;
        for (int i = 0; i < l->moods; i++) {
            holds = holds && mood[i] > 10;
        }
        return holds;
    }
    uint64_t asked = 0;
    for (uint64_t m = reply - 1; m < (uint64_t)l->marks;
         m += LADDER_REPLIES - 1) {
        asked |= UINT64_C(1) << m;
    }
    return asked == 0 || (marks & asked) != 0;
}

static void floor_expand(floor_walk *w, const ladder *l, uint64_t packed)
{
    uint64_t rung = packed & 15;
    uint64_t marks = packed << 1 >> 20;

    for (uint64_t c = 0; rung < LADDER_RUNGS && c < LADDER_REPLIES; c++) {
        uint64_t mood[RP_MOODS] = {packed >> 4 & 31, packed >> 9 & 31,
                                   packed >> 14 & 31};
        if (rung == LADDER_RUNGS - 1 && !floor_offers(l, c, mood, marks)) {
            continue;
        }
        for (int i = 0; i < l->moods; i++) {
            mood[i] = floor_mood(mood[i], l->mood[rung][c][i]);
        }
        uint64_t kept = marks;
        if (c == 0 && rung < (uint64_t)l->marks) {
            kept |= UINT64_C(1) << rung;
        }
        if (rung + 1 == LADDER_RUNGS) {
            kept = 0;
            memset(mood, 0, sizeof mood);
        }
        (void)floor_add(w, floor_pack(rung + 1, mood, kept));
    }
}

/* Doubled and filled anew, as a table that does not know its size. */
static void floor_grow(floor_walk *w)
{
    uint64_t count = w->count;

    free(w->keys);
    w->capacity *= 2;
    w->keys = calloc(w->capacity, sizeof *w->keys);
    w->queue = realloc(w->queue, w->capacity * sizeof *w->queue);
    assert_non_null(w->keys);
    assert_non_null(w->queue);
    w->count = 0;
    for (uint64_t i = 0; i < count; i++) {
        (void)floor_add(w, w->queue[i]);
    }
}

static uint64_t floor_run(const ladder *l, double *seconds, double *bytes)
{
    floor_walk w = {.capacity = 1 << 13};
    const uint64_t start[RP_MOODS] = {10, l->moods > 1 ? 10 : 0,
                                      l->moods > 2 ? 10 : 0};
    double began = seconds_now();

    floor_grow(&w);
    (void)floor_add(&w, floor_pack(0, start, 0));
    for (uint64_t i = 0; i < w.count; i++) {
        if (2 * (w.count + LADDER_REPLIES) > w.capacity) {
            floor_grow(&w);
        }
        floor_expand(&w, l, w.queue[i]);
    }
    *seconds = seconds_now() - began;
    *bytes = (double)w.capacity * 16 / (double)w.count;
    free(w.keys);
    free(w.queue);
    return w.count;
}

/* ------------------------------------------------------------ the engine */

/* What a walk of so many states took. */
typedef struct size_cost {
    uint64_t states;
    double seconds;
    double bytes_a_state;
} size_cost;

static double ns_a_state(const size_cost *of)
{
    return of->seconds * 1e9 / (double)of->states;
}

/* With the edges kept, and nothing looked for. */
static size_cost run_walk(const rp_model *model)
{
    size_cost took;
    rp_walk *walk = NULL;
    rp_state root;

    rp_state_begin(model, 0, &root, NULL);
    walk_origin from = {
        .model = model, .root = &root, .alloc = rp_alloc_default()};
    double began = seconds_now();
    assert_int_equal(walk_from(&from, &walk, NULL), RP_OK);
    took.seconds = seconds_now() - began;
    assert_true(rp_walk_is_exact(walk));
    took.states = rp_walk_state_count(walk);
    took.bytes_a_state = (double)rp_walk_byte_count(walk) / (double)took.states;
    rp_walk_free(walk);
    return took;
}

/* With par and the best run besides. */
static size_cost run_open(const rp_model *model)
{
    size_cost took;
    rp_walk *walk = NULL;
    const rp_walk_how how = {.set = 0, .alloc = rp_alloc_default()};
    double began = seconds_now();

    assert_int_equal(rp_walk_open(model, &how, &walk, NULL), RP_OK);
    took.seconds = seconds_now() - began;
    took.states = rp_walk_state_count(walk);
    took.bytes_a_state = (double)rp_walk_byte_count(walk) / (double)took.states;
    rp_walk_free(walk);
    return took;
}

static void print_cost(const size_cost *ours, const size_cost *with_par,
                       const size_cost *written, const size_cost *before)
{
    double growth =
        before->states == 0
            ? 1
            : log(ours->seconds / before->seconds) /
                  log((double)ours->states / (double)before->states);

    printf("{\"bench\":\"walk\",\"ratio\":%.2f,\"target\":4,\"ours\":%.1f,"
           "\"floor\":%.1f,\"unit\":\"ns\",\"states\":%llu,"
           "\"growth\":%.2f,\"with_par_ratio\":%.2f,"
           "\"bytes_a_state\":%.1f,\"floor_bytes_a_state\":%.1f}\n",
           ns_a_state(ours) / ns_a_state(written), ns_a_state(ours),
           ns_a_state(written), (unsigned long long)ours->states, growth,
           ns_a_state(with_par) / ns_a_state(written), ours->bytes_a_state,
           written->bytes_a_state);
    (void)fflush(stdout);
}

static void measure(int moods, int marks, size_cost *before)
{
    static toy from;
    ladder l = ladder_make(moods, marks);
    size_cost written;

    written.states = floor_run(&l, &written.seconds, &written.bytes_a_state);
    ladder_toy(&l, &from);
    rp_model *model = toy_model(&from);
    size_cost ours = run_walk(model);
    size_cost with_par = run_open(model);
    toy_model_free(model);
    assert_int_equal(ours.states, written.states);
    print_cost(&ours, &with_par, &written, before);
    *before = ours;
}

int main(void)
{
    size_cost before = {.states = 0};

    measure(2, 2, &before);
    measure(3, 1, &before);
    measure(3, 5, &before);
    measure(3, 11, &before);
    return 0;
}
