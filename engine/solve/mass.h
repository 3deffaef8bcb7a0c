/*
 * Passages: what the counted edges of a walk lead along, each way of doing so
 * kept once. The walk has as many edges as states and more; passages are as
 * few as the written routes.
 */
#ifndef RAPPORT_SOLVE_MASS_H
#define RAPPORT_SOLVE_MASS_H

#include "solve/solve_internal.h"

enum {
    NO_PASSAGE = UINT32_MAX
};

/* Flows steps[first] .. steps[first + count - 1], one behind the other. */
typedef struct passage {
    uint32_t first;
    uint32_t count;
    uint32_t next; /* with the same move, or NO_PASSAGE */
} passage;

typedef struct passages {
    LIST(rp_mass_flow) flows; /* each once; their mass is the caller's */
    LIST(uint32_t) steps;
    LIST(passage) items;
    LIST(uint32_t) heads;   /* a move: its first passage */
    LIST(uint32_t) of_edge; /* an edge: its passage; NO_PASSAGE: none */
} passages;

/* Fills cleared `found`. False when memory is refused. */
RP_MUST_USE bool passages_find(passages *found, rp_walk *walk);
void passages_clear(passages *found, store *memory);

/* The index of a flow, added where it is new; NO_PASSAGE when refused. */
uint32_t passages_flow(passages *found, store *memory, const rp_flow *flow);

#endif
