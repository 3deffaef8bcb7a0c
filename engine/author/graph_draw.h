/*
 * Drawing a graph in Graphviz's language: the light colours of the design,
 * and what boxes and edges share.
 *
 * All texts stand in labels of the HTML kind, which know no escapes but
 * entities, so nothing an author writes can end a label.
 */
#ifndef AUTHOR_GRAPH_DRAW_H
#define AUTHOR_GRAPH_DRAW_H

#include "graph.h"

#define INK         "#1D2227"
#define INK2        "#4E555C"
#define INK3        "#656B72"
#define LINE_STRONG "#8A8479"
#define PAPER       "#F6F3EE"
#define SURFACE     "#FFFFFF"
#define SUNKEN      "#EFEBE3"
#define ACCENT      "#0E6B5E"
#define DANGER      "#B3261E"
#define WARN        "#A1440A"
#define VIOLET      "#5B4494"
#define VIOLET_SOFT "#E9E4F6"
#define FONTS       "Inter,Noto Sans CJK SC"

typedef struct drawing {
    const rp_graph *graph;
    const rp_graph_words *words;
    rp_text *out;
} drawing;

/* A text in one colour and size. */
void graph_add_text(const drawing *d, const char *colour, int size,
                    const char *text);

/* Lines, each ended; what was cut ends in dots. */
void graph_add_lines(const drawing *d, const graph_lines *lines);

/* The name of a node, in quotes; an interrupt may be called like a turn. */
void graph_add_name(const drawing *d, uint32_t node);

/* A node with its label, as a statement. */
void graph_add_box(const drawing *d, uint32_t idx);

#endif
