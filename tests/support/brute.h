/*
 * Brute force: the same questions as the solver's, answered by trying every
 * path, one after another, with nothing but rp_state_step. Slow; for calls of
 * a few moves.
 */
#ifndef RAPPORT_TESTS_BRUTE_H
#define RAPPORT_TESTS_BRUTE_H

#include "rapport/solve.h"

enum {
    BRUTE_MOVES = 32,
    BRUTE_WAYS = 256
};

typedef struct brute_run {
    uint32_t count;
    rp_move moves[BRUTE_MOVES];
    int32_t points[RP_SCORES];
    uint32_t counted;
    int64_t value; /* on the common multiple of the pars */
    bool passes;
} brute_run;

typedef struct brute {
    const rp_model *model;
    uint16_t set;
    int32_t par[RP_SCORES];
    int64_t unit;
    int64_t weight[RP_SCORES];
    bool has_best;
    brute_run best;
} brute;

/* Par, unit and best run. */
void brute_solve(brute *b, const rp_model *model, uint16_t set);

/* Every counted move of a state but silence; returns how many. */
uint32_t brute_moves(const rp_model *model, const rp_state *state,
                     rp_move moves[BRUTE_WAYS]);

/*
 * The largest value over runs from `state` that end well, with `points`
 * earned; false where there is none.
 */
bool brute_attainable(const brute *b, const rp_state *state,
                      const int32_t points[RP_SCORES], int64_t *value);

/* The chance of a guesser, in the first language. */
rp_chance brute_odds(const brute *b, rp_guesser guesser);

#endif
