/*
 * Moments, inside: all runs of a fact set, as far as their ends tell them
 * apart.
 *
 * What is attainable counts what was earned on the way, and merged states
 * have forgotten that. So runs are followed over the walk of everything, a
 * counted move a layer, and each state of a layer keeps three ways back: of
 * the likeliest run, of one that earned most, and of one that earned least. A
 * state counts twice where something critical was done on some ways to it.
 */
#ifndef RAPPORT_SOLVE_MOMENT_H
#define RAPPORT_SOLVE_MOMENT_H

#include "solve/solve_internal.h"

enum {
    NOWHERE = UINT32_MAX
};

/* One step of a run: along an edge, from where it stood before. */
typedef struct step_back {
    uint32_t from; /* a stand; NOWHERE at the start */
    uint32_t way;  /* an edge */
} step_back;

/* What is kept of all runs that stand in a state after as many moves. */
typedef struct stand {
    uint32_t state;
    uint16_t moves;
    bool is_critical;
    double mass;   /* of blind guessers */
    double likely; /* chance of the likeliest run */
    int64_t most;  /* earned, in 1/unit basis points */
    int64_t least;
    step_back back[RP_MOMENTS];
} stand;

typedef struct moment_search {
    const rp_model *model;
    const rp_budget *budget;
    rp_arena *arena;
    rp_walk *full; /* of one fact set */
    LIST(stand) stands;
    LIST(uint32_t) chain; /* a stand: the next with as many steps, + 1 */
    uint32_t heads[DRAFT_STEPS_MAX];
    uint32_t first; /* of the layer at hand */
    uint32_t *now;  /* two a state: its stand in the layer + 1 */
    uint32_t *next;
    uint64_t now_capacity;
    uint64_t next_capacity;
    double *visits; /* a state */
    uint64_t visits_capacity;
    uint32_t *found; /* of this fact set: a node's moments, stand + 1 */
    rp_moment_run *runs;
    bool is_exact;
    bool refused;
} moment_search;

/*
 * Follows all runs of `full`, which has its scale, into cleared `stands`.
 * What was refused is told in `refused`.
 */
void moment_follow(moment_search *s);
void moment_forget(moment_search *s);

#endif
