/*
 * A second interpreter of the rules, slow and plain: it works on the toy
 * itself, keeps what happened as lists of names, reads conditions from their
 * text, and shares no line with the engine. The two must agree.
 */
#ifndef RAPPORT_TESTS_NAIVE_H
#define RAPPORT_TESTS_NAIVE_H

#include "support/toy.h"

enum {
    NAIVE_WORDS = 256
};

typedef struct naive {
    const toy *from;
    int set; /* from 0 */
    int node;
    int moves;
    int mood[RP_MOODS];
    long vars[TOY_VARS];
    int points[RP_SCORES];
    bool is_critical;
    /* "said t0/r1", "seen t0", "opened log", "once t0/r1", "fired i0" */
    char words[NAIVE_WORDS][80];
    int word_count;
} naive;

void naive_begin(naive *n, const toy *from, int set);
bool naive_has_ended(const naive *n);
bool naive_offers(const naive *n, const char *owner, const toy_choice *choice);

/* One move as it is written; it must be legal. */
void naive_take(naive *n, const char *move);

/* The value of an expression's text; booleans as 0 and 1. */
long naive_value(const naive *n, const char *expression);

#endif
