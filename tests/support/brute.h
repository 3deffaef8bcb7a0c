/*
 * Brute force: the same questions as the solver's, answered by trying every
 * path, one after another, with nothing but rp_state_step. Slow; for calls of
 * a few moves.
 *
 *   brute.c        every move, every run: par, best, what is attainable
 *   brute_guess.c  the chance of each guesser
 *   brute_look.c   what a report says besides: recovery, weights, ...
 *   brute_graph.c  what needs no limit of moves: brute_graph.h
 */
#ifndef RAPPORT_TESTS_BRUTE_H
#define RAPPORT_TESTS_BRUTE_H

#include "rapport/solve.h"

enum {
    BRUTE_MOVES = 32,
    BRUTE_WAYS = 256,
    BRUTE_RECOVERIES = 64,
    BRUTE_OFFERS = 128
};

typedef struct brute_run {
    uint32_t count;
    rp_move moves[BRUTE_MOVES];
    int32_t points[RP_SCORES];
    uint32_t counted;
    int64_t value; /* on the common multiple of the pars */
    bool passes;
} brute_run;

/* What told the best run from others of its value. */
typedef enum brute_tie {
    BRUTE_TIE_PASSES,
    BRUTE_TIE_MOVES,
    BRUTE_TIE_WRITTEN,
    BRUTE_TIES
} brute_tie;

typedef struct brute {
    const rp_model *model;
    uint16_t set;
    int32_t par[RP_SCORES];
    int64_t unit;
    int64_t weight[RP_SCORES];
    bool has_best;
    brute_run best;
    uint32_t ties[BRUTE_TIES];
} brute;

/* Par, unit and best run. */
void brute_solve(brute *b, const rp_model *model, uint16_t set);

/* Every counted move of a state but silence; returns how many. */
uint32_t brute_moves(const rp_model *model, const rp_state *state,
                     rp_move moves[BRUTE_WAYS]);

/* At an ending, not lost, nothing critical done. */
bool brute_ends_well(const rp_model *model, const rp_state *state);

/*
 * The largest value over runs from `state` that end well, with `points`
 * earned; false where there is none.
 */
bool brute_attainable(const brute *b, const rp_state *state,
                      const int32_t points[RP_SCORES], int64_t *value);

/* The chance of a guesser, in the first language. */
rp_chance brute_odds(const brute *b, rp_guesser guesser);

/* ------------------------------------------------- what a report says too */

/* A weak reply in the first half of the best run. */
typedef struct brute_recovery {
    uint16_t node;
    uint16_t choice;
    uint32_t after;
    bool can_pass;
} brute_recovery;

/* In the order of the run's stops, then as written; returns how many. */
uint32_t brute_recoveries(const brute *b,
                          brute_recovery found[BRUTE_RECOVERIES]);

/* Summed over the places where a reply is met; by model->offers. */
typedef struct brute_weights {
    double gain[BRUTE_OFFERS];
    double met[BRUTE_OFFERS];
} brute_weights;

/* Adds what blind guessers who opened every record meet in one fact set. */
void brute_weigh(const brute *b, brute_weights *sum);

/* Whether the best run of one set, learnt by heart, passes in another. */
bool brute_learnt(const brute *learnt, const brute *other);

/* Talk time of the best run, of texts whose slots are one word each. */
uint32_t brute_talk_seconds(const brute *b);

/*
 * The least total of each score over the runs that end well and lose nothing
 * in any move; INT32_MAX where there is no such run.
 */
void brute_least_strong(const brute *b, int32_t least[RP_SCORES]);

/*
 * Turns in which what is best in one fact set, where its best run first
 * stands there, is not as good in another. `sets` has one for each set.
 */
uint32_t brute_star_turns(const brute *sets, uint32_t set_count);

#endif
