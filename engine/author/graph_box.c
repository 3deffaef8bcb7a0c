/*
 * Boxes of a drawn graph: turns, forms, endings, interrupts.
 */
#include <stdio.h>
#include <string.h>

#include "graph_draw.h"

enum {
    TITLE_COLUMNS = 38,
    TITLE_LINES = 2,
    WHEN_COLUMNS = 34,
    ANSWER_COLUMNS = 44
};

/* An ending's fill, and its border and word. */
typedef struct outcome_look {
    const char *fill;
    const char *ink;
} outcome_look;

static const outcome_look outcome_looks[RP_OUTCOMES] = {
    [RP_RESOLVED] = {"#DDEFEA", ACCENT},
    [RP_PARTLY] = {"#FAEFD6", "#845600"},
    [RP_ESCALATED] = {"#E1EDF8", "#1B66AE"},
    [RP_LOST] = {"#FBE4E1", DANGER},
};

/* Heat 0 to 4, by how many calls get there, and the ink on it. */
static const outcome_look heat_looks[] = {
    {"#EFEBE3", INK}, {"#D5EAE3", INK},       {"#A8D5C8", INK},
    {"#5FA897", INK}, {"#0E6B5E", "#FFFFFF"},
};

/* ------------------------------------------------------------------ texts */

void graph_add_text(const drawing *d, const char *colour, int size,
                    const char *text)
{
    rp_text_printf(d->out, "<FONT COLOR=\"%s\" POINT-SIZE=\"%d\">", colour,
                   size);
    graph_add_escaped(d->out, text, strlen(text));
    rp_text_puts(d->out, "</FONT>");
}

void graph_add_lines(const drawing *d, const graph_lines *lines)
{
    if (lines->count == 0) {
        graph_add_escaped(d->out, "", 0);
    }
    for (uint32_t i = 0; i < lines->count; i++) {
        graph_add_escaped(d->out, lines->start[i], lines->length[i]);
        if (lines->is_cut && i + 1 == lines->count) {
            rp_text_puts(d->out, "…");
        }
        rp_text_puts(d->out, "<BR ALIGN=\"LEFT\"/>");
    }
}

/* A cell of text that is broken into lines; nothing for no text. */
static void add_text_row(const drawing *d, const char *text, uint32_t columns)
{
    graph_lines lines = graph_break(text, columns, TITLE_LINES);

    if (lines.count == 0) {
        return;
    }
    rp_text_puts(d->out, "<TR><TD COLSPAN=\"2\" ALIGN=\"LEFT\" "
                         "BALIGN=\"LEFT\"><FONT COLOR=\"" INK2 "\" "
                         "POINT-SIZE=\"11\">");
    graph_add_lines(d, &lines);
    rp_text_puts(d->out, "</FONT></TD></TR>");
}

enum {
    PERCENT_BYTES = 16
};

static char *percent_text(double share, char text[PERCENT_BYTES])
{
    double percent = 100 * share;
    int digits = percent > 0 && percent < 0.95 ? 1 : 0;
    bool is_tiny = percent > 0 && percent < 0.05;

    (void)snprintf(text, PERCENT_BYTES, is_tiny ? "<0.1%%" : "%.*f%%", digits,
                   percent);
    return text;
}

/* ------------------------------------------------------------------ nodes */

void graph_add_name(const drawing *d, uint32_t node)
{
    const rp_graph_node *of = &d->graph->nodes[node];

    graph_add_quoted(d->out, of->kind == RP_GRAPH_INTERRUPT ? "interrupt:" : "",
                     of->id);
}

static void add_chance(const drawing *d, const rp_graph_node *node)
{
    uint32_t heat = node->chance >= 0.8    ? 4
                    : node->chance >= 0.4  ? 3
                    : node->chance >= 0.1  ? 2
                    : node->chance >= 0.01 ? 1
                                           : 0;
    char percent[PERCENT_BYTES];

    rp_text_printf(d->out,
                   "<TD ALIGN=\"RIGHT\"><TABLE BORDER=\"0\" CELLBORDER=\"0\" "
                   "CELLSPACING=\"0\" CELLPADDING=\"0\" STYLE=\"ROUNDED\" "
                   "FIXEDSIZE=\"TRUE\" WIDTH=\"42\" HEIGHT=\"16\" "
                   "BGCOLOR=\"%s\"><TR><TD FIXEDSIZE=\"TRUE\" "
                   "WIDTH=\"42\" HEIGHT=\"16\"><FONT COLOR=\"%s\" "
                   "POINT-SIZE=\"10\">",
                   heat_looks[heat].fill, heat_looks[heat].ink);
    (void)percent_text(node->chance, percent);
    graph_add_escaped(d->out, percent, strlen(percent));
    rp_text_puts(d->out, "</FONT></TD></TR></TABLE></TD>");
}

static void add_head_row(const drawing *d, const rp_graph_node *node,
                         const char *ink)
{
    rp_text_printf(d->out,
                   "<TR><TD ALIGN=\"LEFT\"><FONT COLOR=\"%s\" "
                   "POINT-SIZE=\"13\"><B>",
                   ink);
    graph_add_escaped(d->out, node->id, strlen(node->id));
    rp_text_puts(d->out, "</B></FONT>");
    if (!node->is_reachable) {
        rp_text_puts(d->out, "&#160;&#160;");
        graph_add_text(d, INK3, 10, d->words->unreachable);
    } else if (node->kind == RP_GRAPH_ENDING) {
        rp_text_puts(d->out, "&#160;&#160;");
        graph_add_text(d, ink, 10, d->words->outcomes[node->outcome]);
    }
    rp_text_puts(d->out, "</TD>");
    if (node->is_reachable) {
        add_chance(d, node);
    } else {
        rp_text_puts(d->out, "<TD></TD>");
    }
    rp_text_puts(d->out, "</TR>");
}

static bool is_told(const rp_graph_answer *answer)
{
    return answer->is_best || answer->is_trap || answer->is_unreachable;
}

static void add_answer(const drawing *d, const rp_graph_answer *answer)
{
    const char *colour = answer->is_trap   ? DANGER
                         : answer->is_best ? ACCENT
                                           : INK3;

    rp_text_puts(d->out, answer->is_unreachable ? "<S>" : "");
    graph_add_text(d, colour, 11, answer->id);
    rp_text_puts(d->out, answer->is_unreachable ? "</S>" : "");
}

/* A question, and of its answers those there is something to say about. */
static void add_ask_row(const drawing *d, const rp_graph_ask *ask)
{
    uint32_t columns = 0;

    rp_text_puts(d->out, "<TR><TD ALIGN=\"LEFT\">");
    graph_add_text(d, INK2, 11, ask->id);
    rp_text_puts(d->out, "</TD><TD ALIGN=\"LEFT\" BALIGN=\"LEFT\">"
                         "<FONT POINT-SIZE=\"11\">");
    for (uint32_t i = 0; i < ask->answer_count; i++) {
        const rp_graph_answer *answer = &ask->answers[i];
        if (!is_told(answer)) {
            continue;
        }
        if (columns > 0) {
            bool is_full = columns + strlen(answer->id) > ANSWER_COLUMNS;
            rp_text_puts(d->out, is_full ? "<BR ALIGN=\"LEFT\"/>" : ", ");
            columns = is_full ? 0 : columns;
        }
        columns += (uint32_t)strlen(answer->id) + 2;
        add_answer(d, answer);
    }
    rp_text_puts(d->out, columns == 0 ? "&#160;" : "");
    rp_text_puts(d->out, "</FONT></TD></TR>");
}

/* How many hang up here is said in the box: an edge from each would tangle. */
static void add_hang_up_row(const drawing *d, uint32_t idx)
{
    const rp_graph *graph = d->graph;
    const rp_graph_edge *found = NULL;
    char percent[PERCENT_BYTES];
    char text[2 * RP_SOURCE_MAX];
    double mass = 0;

    for (uint32_t i = 0; i < graph->edge_count; i++) {
        const rp_graph_edge *edge = &graph->edges[i];
        if (edge->from == idx && graph_is_in_box(graph, edge)) {
            found = edge;
            mass += edge->mass;
        }
    }
    if (found == NULL) {
        return;
    }
    (void)snprintf(text, sizeof text, "%s %s → %s", d->words->hangs_up,
                   mass > 0 ? percent_text(mass, percent) : "",
                   graph->nodes[found->to].id);
    rp_text_puts(d->out, "<TR><TD COLSPAN=\"2\" ALIGN=\"LEFT\">");
    graph_add_text(d, WARN, 10, text);
    rp_text_puts(d->out, "</TD></TR>");
}

static void add_label(const drawing *d, uint32_t idx, const char *ink)
{
    const rp_graph_node *node = &d->graph->nodes[idx];
    uint32_t columns =
        node->kind == RP_GRAPH_INTERRUPT ? WHEN_COLUMNS : TITLE_COLUMNS;

    rp_text_puts(d->out, "<<TABLE BORDER=\"0\" CELLBORDER=\"0\" "
                         "CELLSPACING=\"0\" CELLPADDING=\"2\">");
    add_head_row(d, node, ink);
    add_text_row(d, node->title, columns);
    if (node->ask_count > 0) {
        rp_text_puts(d->out, "<HR/>");
    }
    for (uint32_t i = 0; i < node->ask_count; i++) {
        add_ask_row(d, &node->asks[i]);
    }
    add_hang_up_row(d, idx);
    rp_text_puts(d->out, "</TABLE>>");
}

/* Fill, border and ink of a node. */
typedef struct node_look {
    const char *fill;
    const char *border;
    const char *ink;
    const char *style;
    double width;
} node_look;

static node_look look_of(const rp_graph_node *node)
{
    node_look look = {SURFACE, LINE_STRONG, INK, "rounded,filled", 1};

    if (node->kind == RP_GRAPH_INTERRUPT) {
        look = (node_look){VIOLET_SOFT, VIOLET, VIOLET, "rounded,filled", 1};
    } else if (node->kind == RP_GRAPH_ENDING) {
        const outcome_look *by = &outcome_looks[node->outcome];
        look = (node_look){by->fill, by->ink, by->ink, "rounded,filled", 1.5};
    }
    if (!node->is_reachable) {
        return (node_look){SUNKEN, INK3, INK3, "rounded,filled,dotted", 1.5};
    }
    if (node->is_best && node->kind != RP_GRAPH_ENDING) {
        look.border = ACCENT;
        look.width = 2;
    }
    return look;
}

void graph_add_box(const drawing *d, uint32_t idx)
{
    const rp_graph_node *node = &d->graph->nodes[idx];
    node_look look = look_of(node);

    rp_text_puts(d->out, "  ");
    graph_add_name(d, idx);
    rp_text_printf(d->out,
                   " [style=\"%s\" fillcolor=\"%s\" color=\"%s\" "
                   "penwidth=%.1f tooltip=",
                   look.style, look.fill, look.border, look.width);
    graph_add_quoted(d->out, "", node->id);
    rp_text_puts(d->out, " label=");
    add_label(d, idx, look.ink);
    rp_text_puts(d->out, "];\n");
}
