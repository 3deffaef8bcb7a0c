/*
 * The call that the benches walk: rungs of four replies each, moods moved up
 * and down, some replies remembered, and an end that reads all of it. The
 * same call is a toy for the engine and plain tables for the hand-written
 * floors.
 */
#ifndef RAPPORT_TESTS_LADDER_H
#define RAPPORT_TESTS_LADDER_H

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "support/toy.h"

enum {
    LADDER_RUNGS = 14,
    LADDER_REPLIES = 4
};

_Static_assert((int)LADDER_RUNGS < (int)TOY_NODES,
               "the ladder needs room for its end");

typedef struct ladder {
    int mood[LADDER_RUNGS][LADDER_REPLIES][RP_MOODS]; /* in steps of five */
    int points[LADDER_RUNGS][LADDER_REPLIES][RP_SCORES];
    int marks; /* the first reply of this many rungs is remembered */
    int moods; /* how many moods are read at the end */
} ladder;

static inline ladder ladder_make(int moods, int marks)
{
    ladder l = {.marks = marks, .moods = moods};
    rp_random random = rp_random_seeded(5);

    for (int r = 0; r < LADDER_RUNGS; r++) {
        for (int c = 0; c < LADDER_REPLIES; c++) {
            for (int i = 0; i < RP_MOODS; i++) {
                l.mood[r][c][i] = (int)rp_random_below(&random, 7) - 3;
            }
            for (int i = 0; i < RP_SCORES; i++) {
                l.points[r][c][i] = (int)rp_random_below(&random, 5) - 2;
            }
        }
    }
    return l;
}

/* The condition that keeps the ladder's marks and moods alive to the end. */
static inline void ladder_condition(const ladder *l, toy_text when)
{
    static const char *const moods[] = {"calm > 50", "trust > 50",
                                        "patience > 50"};
    int length = snprintf(when, TOY_TEXT, "%s", moods[0]);

    for (int i = 1; i < l->moods; i++) {
        length += snprintf(when + length, TOY_TEXT - (size_t)length, " and %s",
                           moods[i]);
    }
}

static inline void ladder_toy(const ladder *l, toy *to)
{
    memset(to, 0, sizeof *to);
    to->node_count = LADDER_RUNGS + 1;
    for (int i = 0; i < RP_MOODS; i++) {
        to->mood[i] = 50;
    }
    for (int r = 0; r < LADDER_RUNGS; r++) {
        toy_node *node = &to->nodes[r];
        (void)snprintf(node->id, TOY_ID, "t%d", r);
        node->kind = RP_TURN;
        node->choice_count = LADDER_REPLIES;
        node->route_count = 1;
        (void)snprintf(node->route[0].to, TOY_ID, "t%d", r + 1);
        for (int c = 0; c < LADDER_REPLIES; c++) {
            toy_choice *choice = &node->choices[c];
            (void)snprintf(choice->id, TOY_ID, "r%d", c);
            for (int i = 0; i < RP_MOODS; i++) {
                choice->mood[i] = 5 * l->mood[r][c][i];
            }
            memcpy(choice->points, l->points[r][c], sizeof choice->points);
        }
    }
    toy_node *last = &to->nodes[LADDER_RUNGS - 1];
    (void)snprintf(last->route[0].to, TOY_ID, "end");
    ladder_condition(l, last->choices[0].when);
    for (int m = 0; m < l->marks; m++) {
        toy_choice *asks = &last->choices[1 + m % (LADDER_REPLIES - 1)];
        size_t length = strlen(asks->when);
        (void)snprintf(asks->when + length, TOY_TEXT - length,
                       "%ssaid 't%d/r0'", length == 0 ? "" : " or ", m);
    }
    toy_node *end = &to->nodes[LADDER_RUNGS];
    (void)snprintf(end->id, TOY_ID, "end");
    end->kind = RP_ENDING;
}

static inline double seconds_now(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

#endif
