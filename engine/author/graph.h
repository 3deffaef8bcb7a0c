/*
 * Graph, inside: what is known of a scenario while its graph is put together.
 */
#ifndef AUTHOR_GRAPH_H
#define AUTHOR_GRAPH_H

#include "author.h"

enum {
    GRAPH_NOT_SHOWN = UINT32_MAX
};

/* The graph's nodes are the places of rp_mass, but for those left out. */
typedef struct graph_making {
    const rp_model *model;
    const rp_graph_options *options;
    rp_arena *arena;
    rp_arena scratch;
    rp_report report;
    uint32_t first_set; /* those that were asked for */
    uint32_t set_end;
    uint32_t place_count;
    rp_mass *masses; /* a set, from first_set */
    rp_flow *best;   /* of the best runs */
    uint32_t best_count;
    bool *is_best_answer; /* a choice */
    uint32_t *node_of;    /* a place: its node of the graph, or NOT_SHOWN */
    rp_graph *graph;
} graph_making;

/* A name of the report's list: in no fact set at all. */
bool graph_is_unreachable(const graph_making *g, const char *name);
bool graph_is_trap(const graph_making *g, const char *name);

/* "opening/calm-down" in scratch memory; NULL when refused. */
const char *graph_name(graph_making *g, const char *owner, const char *id);

/* Fills graph->edges. False when memory is refused. */
RP_MUST_USE bool graph_make_edges(graph_making *g);

/* ----------------------------------------------------------------- texts */

enum {
    GRAPH_LINES_MAX = 4
};

/*
 * Appends text as it may stand between tags of Graphviz's labels: escaped,
 * what XML cannot hold made visible, never empty.
 */
void graph_add_escaped(rp_text *out, const char *text, size_t length);

/* Appends a prefix and a text in quotes, as DOT reads it. */
void graph_add_quoted(rp_text *out, const char *prefix, const char *text);

/* Lines of a text; wide letters take two columns. */
typedef struct graph_lines {
    uint32_t count;
    const char *start[GRAPH_LINES_MAX];
    size_t length[GRAPH_LINES_MAX];
    bool is_cut; /* more would follow */
} graph_lines;

graph_lines graph_break(const char *text, uint32_t columns, uint32_t lines);

/* True for an edge that is drawn, and for one its box tells of instead. */
bool graph_is_drawn(const rp_graph *graph, const rp_graph_edge *edge);
bool graph_is_in_box(const rp_graph *graph, const rp_graph_edge *edge);

/*
 * Of those told in boxes the last, which keeps its ending below the turns
 * though nothing is drawn; NULL: there is none.
 */
const rp_graph_edge *graph_last_hang_up(const rp_graph *graph);

#endif
