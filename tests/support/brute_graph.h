/*
 * Plain states: every state of a call that can be told from another at all,
 * its count of moves left aside, with the moves between them. Nothing is
 * merged; two states are one only where all their bytes are. For what asks
 * where a call can come to at all: reachability, dead ends, circles, traps.
 */
#ifndef RAPPORT_TESTS_BRUTE_GRAPH_H
#define RAPPORT_TESTS_BRUTE_GRAPH_H

#include "support/brute.h"

enum {
    GRAPH_SPOTS = 700,
    GRAPH_WAYS = 8192,
    GRAPH_NONE = UINT32_MAX
};

typedef struct brute_way {
    rp_move move;
    uint32_t from;
    uint32_t to;   /* GRAPH_NONE: not followed (critical, in a clean graph) */
    uint32_t next; /* of the same spot, or GRAPH_NONE */
    rp_effect effect;
} brute_way;

typedef struct brute_graph {
    const rp_model *model;
    uint16_t set;
    bool is_clean; /* no silence, and nothing after what is critical */
    bool is_whole; /* false: it did not fit, and proves nothing */
    bool is_cut;   /* some state that could go on stands at the limit */
    rp_effect begin;
    uint32_t spot_count;
    rp_state spots[GRAPH_SPOTS];     /* `moves`: the fewest it takes */
    uint32_t first_way[GRAPH_SPOTS]; /* the others by `next` */
    uint32_t way_count;
    brute_way ways[GRAPH_WAYS];
    uint32_t slots[4096];
} brute_graph;

void brute_graph_make(brute_graph *g, const rp_model *model, uint16_t set,
                      bool is_clean);

/* The spot of a state, its moves left aside; GRAPH_NONE: never met. */
uint32_t brute_graph_find(const brute_graph *g, const rp_state *state);

/* The run goes on from here: no ending, not at the limit of moves. */
bool brute_goes_on(const brute_graph *g, uint32_t spot);

/* It goes on, and there is no reply to make and no form to send. */
bool brute_is_stuck(const brute_graph *g, uint32_t spot);

/* Each fills one flag a spot. */

/* Some way leads to a run that ends well; for a clean graph. */
void brute_open_doors(const brute_graph *g, bool open[GRAPH_SPOTS]);

/* No ending is ahead, nor a place where the call is stuck. */
void brute_endless(const brute_graph *g, bool endless[GRAPH_SPOTS]);

/* The spot is on a way back to itself that gains in some score. */
void brute_farmable(const brute_graph *g, bool gains[GRAPH_SPOTS]);

/* All that can be reached from `spot` by choosing. */
void brute_ahead(const brute_graph *g, uint32_t spot, bool ahead[GRAPH_SPOTS]);

/*
 * A number a spot, equal for two where nothing that follows tells them
 * apart: what is said, what is offered, what it earns, where it ends.
 */
void brute_futures(const brute_graph *g, uint64_t future[GRAPH_SPOTS]);

#endif
