/*
 * A graph in Graphviz's language: its edges, and the whole.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "graph_draw.h"

enum {
    REPLIES_SHOWN = 9,
    NOTE_COLUMNS = 100
};

const rp_graph_words rp_graph_words_english = {
    .best = "best run",
    .trap = "closes the door",
    .unreachable = "can never be reached",
    .hangs_up = "hangs up",
    .silence = "silence",
    .outcomes = {[RP_RESOLVED] = "resolved",
                 [RP_PARTLY] = "partly",
                 [RP_ESCALATED] = "escalated",
                 [RP_LOST] = "lost"},
    .note = "Per cent of calls of a blind guesser who opens no record. Thick "
            "lines are much taken; italics wait for a condition; replies that "
            "are offered in every turn and stay there are left out.",
};

/* ------------------------------------------------------------------ edges */

typedef struct edge_look {
    const char *colour;
    const char *style;
    int weight;
} edge_look;

static edge_look look_of_edge(const rp_graph_edge *edge)
{
    static const edge_look kinds[] = {
        [RP_GRAPH_REPLIES] = {LINE_STRONG, "solid", 2},
        [RP_GRAPH_ANSWERS] = {LINE_STRONG, "solid", 4},
        [RP_GRAPH_SILENCE] = {INK3, "dotted", 1},
        [RP_GRAPH_HANGS_UP] = {WARN, "solid", 0},
        [RP_GRAPH_FIRES] = {VIOLET, "solid", 1}};

    if (edge->is_unreachable) {
        return (edge_look){INK3, "dotted", 1};
    }
    if (edge->is_trap) {
        return (edge_look){DANGER, "dashed", 2};
    }
    if (edge->is_best) {
        return (edge_look){ACCENT, "solid", 12};
    }
    return kinds[edge->kind];
}

/* One run of letters: apart, a viewer's other metrics would close the gap. */
static void add_reply(const drawing *d, const rp_graph_reply *reply)
{
    rp_text_puts(d->out, reply->is_conditional ? "<I>" : "");
    graph_add_escaped(d->out, reply->id, strlen(reply->id));
    if (reply->points != 0) {
        rp_text_printf(d->out, "&#160;%s%d", reply->points > 0 ? "+" : "−",
                       abs(reply->points));
    }
    rp_text_puts(d->out, reply->is_conditional ? "</I>" : "");
    rp_text_puts(d->out, reply->is_critical ? "<FONT COLOR=\"" DANGER
                                              "\">&#160;!</FONT>"
                                            : "");
    rp_text_puts(d->out, "<BR ALIGN=\"LEFT\"/>");
}

static void add_replies(const drawing *d, const rp_graph_edge *edge)
{
    uint32_t shown = edge->reply_count <= REPLIES_SHOWN ? edge->reply_count
                                                        : REPLIES_SHOWN - 1;

    for (uint32_t i = 0; i < shown; i++) {
        add_reply(d, &edge->replies[i]);
    }
    if (shown < edge->reply_count) {
        rp_text_printf(d->out, "+ %u…<BR ALIGN=\"LEFT\"/>",
                       (unsigned)(edge->reply_count - shown));
    }
}

static void add_edge_label(const drawing *d, const rp_graph_edge *edge,
                           const char *colour)
{
    const char *word = edge->kind == RP_GRAPH_HANGS_UP  ? d->words->hangs_up
                       : edge->kind == RP_GRAPH_SILENCE ? d->words->silence
                                                        : NULL;
    bool has_replies = edge->kind == RP_GRAPH_REPLIES && edge->reply_count > 0;

    if (!has_replies && word == NULL) {
        return;
    }
    rp_text_printf(d->out,
                   " label=<<TABLE BORDER=\"0\" CELLBORDER=\"0\" "
                   "CELLSPACING=\"0\" CELLPADDING=\"3\"><TR><TD ALIGN=\"LEFT\" "
                   "BALIGN=\"LEFT\"><FONT COLOR=\"%s\" POINT-SIZE=\"10\">",
                   edge->is_best || edge->is_trap ? colour : INK2);
    if (has_replies) {
        add_replies(d, edge);
    } else {
        graph_add_escaped(d->out, word, strlen(word));
    }
    rp_text_puts(d->out, "</FONT></TD></TR></TABLE>>");
}

static void add_edge(const drawing *d, const rp_graph_edge *edge)
{
    edge_look look = look_of_edge(edge);
    double mass = edge->mass < 1 ? edge->mass : 1;

    rp_text_puts(d->out, "  ");
    graph_add_name(d, edge->from);
    rp_text_puts(d->out, " -> ");
    graph_add_name(d, edge->to);
    rp_text_printf(d->out,
                   " [color=\"%s\" style=%s penwidth=%.2f arrowsize=0.7 "
                   "weight=%d",
                   look.colour, look.style, 0.9 + 4.5 * sqrt(mass),
                   look.weight);
    add_edge_label(d, edge, look.colour);
    rp_text_puts(d->out, "];\n");
}

/* ------------------------------------------------------------------ whole */

static void add_legend(const drawing *d)
{
    static const char *const lines[] = {"━━ ", "╍╍ ", "┈┈ "};
    static const char *const colours[] = {ACCENT, DANGER, INK3};
    const char *const words[] = {d->words->best, d->words->trap,
                                 d->words->unreachable};
    graph_lines note =
        graph_break(d->words->note, NOTE_COLUMNS, GRAPH_LINES_MAX);

    rp_text_puts(d->out, "<TR><TD ALIGN=\"LEFT\">");
    for (size_t i = 0; i < 3; i++) {
        graph_add_text(d, colours[i], 11, lines[i]);
        graph_add_text(d, colours[i], 11, words[i]);
        rp_text_puts(d->out, "&#160;&#160;&#160;&#160;");
    }
    rp_text_puts(d->out, "</TD></TR><TR><TD ALIGN=\"LEFT\" BALIGN=\"LEFT\">"
                         "<FONT COLOR=\"" INK3 "\" POINT-SIZE=\"11\">");
    graph_add_lines(d, &note);
    rp_text_puts(d->out, "</FONT></TD></TR>");
}

static void add_begin(const drawing *d)
{
    rp_text_puts(d->out, "digraph ");
    graph_add_quoted(d->out, "", d->graph->scenario);
    rp_text_puts(
        d->out,
        " {\n  graph [bgcolor=\"" PAPER "\" pad=0.4 nodesep=0.3 ranksep=0.45 "
        "fontname=\"" FONTS "\" labelloc=t labeljust=l label=<<TABLE "
        "BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"3\">"
        "<TR><TD ALIGN=\"LEFT\"><FONT COLOR=\"" INK "\" POINT-SIZE=\"22\"><B>");
    graph_add_escaped(d->out, d->graph->title, strlen(d->graph->title));
    rp_text_puts(d->out, "</B></FONT></TD></TR><TR><TD ALIGN=\"LEFT\">");
    graph_add_text(d, INK3, 12,
                   d->words->subtitle != NULL ? d->words->subtitle
                                              : d->graph->scenario);
    rp_text_puts(d->out, "</TD></TR>");
    add_legend(d);
    rp_text_puts(d->out, "</TABLE>>];\n  node [shape=box fontname=\"" FONTS
                         "\" margin=\"0.1,0.06\"];\n  edge [fontname=\"" FONTS
                         "\"];\n");
}

bool graph_is_in_box(const rp_graph *graph, const rp_graph_edge *edge)
{
    return edge->kind == RP_GRAPH_HANGS_UP &&
           graph->nodes[edge->to].kind == RP_GRAPH_ENDING;
}

bool graph_is_drawn(const rp_graph *graph, const rp_graph_edge *edge)
{
    return !edge->is_aside && !graph_is_in_box(graph, edge);
}

const rp_graph_edge *graph_last_hang_up(const rp_graph *graph)
{
    const rp_graph_edge *last = NULL;

    for (uint32_t i = 0; i < graph->edge_count; i++) {
        if (graph_is_in_box(graph, &graph->edges[i])) {
            last = &graph->edges[i];
        }
    }
    return last;
}

static void add_hang_up_place(const drawing *d)
{
    const rp_graph_edge *last = graph_last_hang_up(d->graph);

    if (last != NULL) {
        rp_text_puts(d->out, "  ");
        graph_add_name(d, last->from);
        rp_text_puts(d->out, " -> ");
        graph_add_name(d, last->to);
        rp_text_puts(d->out, " [style=invis];\n");
    }
}

static void add_start(const drawing *d, uint32_t idx)
{
    rp_text_puts(d->out, "  \"start:\" [shape=circle style=filled "
                         "fillcolor=\"" INK "\" label=\"\" width=0.13 "
                         "tooltip=\"start\"];\n  \"start:\" -> ");
    graph_add_name(d, idx);
    rp_text_puts(d->out, " [color=\"" INK "\" arrowsize=0.7 weight=12];\n");
}

void rp_graph_dot(const rp_graph *graph, const rp_graph_words *words,
                  rp_text *out)
{
    drawing d = {graph, words != NULL ? words : &rp_graph_words_english, out};

    add_begin(&d);
    for (uint32_t i = 0; i < graph->node_count; i++) {
        graph_add_box(&d, i);
        if (graph->nodes[i].is_start) {
            add_start(&d, i);
        }
    }
    for (uint32_t i = 0; i < graph->edge_count; i++) {
        if (graph_is_drawn(graph, &graph->edges[i])) {
            add_edge(&d, &graph->edges[i]);
        }
    }
    add_hang_up_place(&d);
    rp_text_puts(out, "}\n");
}

rp_status rp_graph_svg(const rp_graph *graph, const rp_graph_words *words,
                       rp_text *svg, rp_error *err)
{
    static const char *const arguments[] = {"dot", "-Tsvg", NULL};
    static const author_tool tool = {"dot", "graphviz", arguments};
    rp_text dot;

    rp_text_init(&dot, svg->alloc);
    rp_graph_dot(graph, words, &dot);
    rp_status status = dot.failed ? author_no_memory(err)
                                  : author_tool_run(&tool, &dot, svg, err);
    rp_text_clear(&dot);
    return status;
}
