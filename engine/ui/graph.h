/*
 * Shared by the parts of the graph widget: what was declared, and the lens
 * through which it is seen.
 */
#ifndef UI_GRAPH_H
#define UI_GRAPH_H

#include "ui/ui_graph.h"
#include "ui/ui_internal.h"

typedef struct graph_node graph_node;
typedef struct graph_edge graph_edge;
typedef struct graph graph;

struct graph_node {
    graph_node *next;
    ui_graph_node_spec spec; /* texts copied */
    int32_t index;           /* in the tree */
    uint64_t hash;           /* of the tree's node */
};

struct graph_edge {
    graph_edge *next;
    ui_graph_edge_spec spec;
};

/* How graph pixels become device pixels. */
typedef struct graph_lens {
    ui_spot middle;      /* of the graph, in the middle of the view */
    int32_t zoom;        /* hundredths of a per cent, text size included */
    int letters_percent; /* of the fonts: a few sizes only */
    ui_rect view;
} graph_lens;

struct graph {
    ui_graph_spec spec;
    graph_node *nodes;
    graph_node *last_node;
    uint32_t node_count;
    graph_edge *edges;
    graph_edge *last_edge;
    const graph_node *selected; /* NULL: there are none */
    graph_lens lens;
};

/* Moves and zooms as the person did, then keeps the selected box in sight. */
void graph_look(ui_context *ui, graph *of, ui_rect view);
ui_spot graph_seen(const graph_lens *lens, ui_spot at); /* sixteenths */
int32_t graph_seen_length(const graph_lens *lens, int32_t length);

/* Which box a key leads to; NULL: it leads nowhere. */
const graph_node *graph_step(const graph *of, ui_key key);
const graph_node *graph_start(const graph *of);

void graph_paint_edges(ui_context *ui, const ui_node *node);
void graph_paint_node(ui_context *ui, const ui_node *node);

#endif
