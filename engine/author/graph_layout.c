/*
 * Where `dot` would put boxes of a given size, for those who draw themselves.
 *
 * Its plain format is lines of words: graph, node, edge, stop. It tells of an
 * edge no name but its colour, so the colour is the edge's number.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "graph.h"

enum {
    PX_PER_INCH = 72,
    WORD_MAX = 64
};

static const rp_graph_size usual_node = {112, 48};
static const rp_graph_size usual_label = {16, 16}; /* a mark, no words */

static rp_graph_size node_size(const rp_graph_sizes *sizes, uint32_t node)
{
    return sizes != NULL && sizes->nodes != NULL ? sizes->nodes[node]
                                                 : usual_node;
}

static rp_graph_size label_size(const rp_graph_sizes *sizes, uint32_t edge)
{
    return sizes != NULL && sizes->labels != NULL ? sizes->labels[edge]
                                                  : usual_label;
}

/* ------------------------------------------------------------------ write */

static void write_edge(rp_text *out, const rp_graph *graph, uint32_t idx,
                       const rp_graph_sizes *sizes)
{
    const rp_graph_edge *edge = &graph->edges[idx];
    rp_graph_size size = label_size(sizes, idx);

    rp_text_printf(out,
                   "n%u -> n%u [color=\"#%06x\" weight=%d label=<<TABLE "
                   "BORDER=\"0\" FIXEDSIZE=\"TRUE\" WIDTH=\"%.0f\" "
                   "HEIGHT=\"%.0f\"><TR><TD></TD></TR></TABLE>>];\n",
                   (unsigned)edge->from, (unsigned)edge->to, (unsigned)idx,
                   edge->is_best ? 12 : 2, size.width + 1, size.height + 1);
}

static void write_graph(rp_text *out, const rp_graph *graph,
                        const rp_graph_sizes *sizes)
{
    const rp_graph_edge *last = graph_last_hang_up(graph);

    rp_text_puts(out,
                 "digraph g {\ngraph [rankdir=LR nodesep=0.3 ranksep=0.45];\n"
                 "node [shape=box fixedsize=true label=\"\"];\n"
                 "edge [arrowhead=none];\n");
    for (uint32_t i = 0; i < graph->node_count; i++) {
        rp_graph_size size = node_size(sizes, i);
        rp_text_printf(out, "n%u [width=%.4f height=%.4f];\n", (unsigned)i,
                       size.width / PX_PER_INCH, size.height / PX_PER_INCH);
    }
    for (uint32_t i = 0; i < graph->edge_count; i++) {
        if (graph_is_drawn(graph, &graph->edges[i])) {
            write_edge(out, graph, i, sizes);
        }
    }
    if (last != NULL) {
        rp_text_printf(out, "n%u -> n%u [style=invis];\n", (unsigned)last->from,
                       (unsigned)last->to);
    }
    rp_text_puts(out, "}\n");
}

/* ------------------------------------------------------------------- read */

/* A place in the answer. */
typedef struct reader {
    const char *at;
    const rp_graph *graph;
    rp_graph_layout *layout;
    rp_graph_point *nodes;
    rp_graph_line *lines;
    rp_arena *arena;
    uint32_t node_count; /* placed */
    bool refused;        /* memory */
} reader;

/* The next word of a line, without quotes; false at its end. */
static bool read_word(reader *from, char word[WORD_MAX])
{
    size_t length = 0;
    bool is_quoted = false;

    while (*from->at == ' ') {
        from->at++;
    }
    if (*from->at == '\n' || *from->at == '\0') {
        return false;
    }
    while (*from->at != '\0' && *from->at != '\n' &&
           (is_quoted || *from->at != ' ')) {
        if (*from->at == '"') {
            is_quoted = !is_quoted;
        } else if (length + 1 < WORD_MAX) {
            word[length++] = *from->at;
        }
        from->at++;
    }
    word[length] = '\0';
    return true;
}

static bool skip_words(reader *from, uint32_t count)
{
    char word[WORD_MAX];
    bool is_there = true;

    for (uint32_t i = 0; is_there && i < count; i++) {
        is_there = read_word(from, word);
    }
    return is_there;
}

static bool read_number(reader *from, double *number)
{
    char word[WORD_MAX];
    char *end = NULL;

    if (!read_word(from, word)) {
        return false;
    }
    *number = strtod(word, &end);
    return end != word && *end == '\0';
}

/* Two numbers of inches from below, as px from above. */
static bool read_point(reader *from, rp_graph_point *point)
{
    double x = 0;
    double y = 0;

    if (!read_number(from, &x) || !read_number(from, &y)) {
        return false;
    }
    *point = (rp_graph_point){.x = x * PX_PER_INCH,
                              .y = from->layout->size.height - y * PX_PER_INCH};
    return true;
}

/* graph SCALE WIDTH HEIGHT */
static bool read_graph(reader *from)
{
    double scale = 0;
    double width = 0;
    double height = 0;

    if (!read_number(from, &scale) || !read_number(from, &width) ||
        !read_number(from, &height)) {
        return false;
    }
    from->layout->size =
        (rp_graph_size){width * PX_PER_INCH, height * PX_PER_INCH};
    return true;
}

/* node n3 X Y ... */
static bool read_node(reader *from)
{
    char word[WORD_MAX];

    if (!read_word(from, word) || word[0] != 'n') {
        return false;
    }
    unsigned long idx = strtoul(word + 1, NULL, 10);
    if (idx >= from->graph->node_count) {
        return false;
    }
    from->node_count++;
    return read_point(from, &from->nodes[idx]);
}

static rp_graph_point *read_points(reader *from, uint32_t *count)
{
    double number = 0;

    if (!read_number(from, &number) || number < 1 || number > 1000000) {
        return NULL;
    }
    *count = (uint32_t)number;
    rp_graph_point *points = rp_arena_take(from->arena, *count, sizeof *points);
    from->refused = from->refused || points == NULL;
    for (uint32_t i = 0; points != NULL && i < *count; i++) {
        if (!read_point(from, &points[i])) {
            return NULL;
        }
    }
    return points;
}

/* edge n0 n1 COUNT X Y ... [LABEL X Y] STYLE #COLOUR */
static bool read_edge(reader *from)
{
    char word[WORD_MAX];
    rp_graph_line line = {.point_count = 0};

    /* The two ends are known by the edge's number. */
    if (!skip_words(from, 2)) {
        return false;
    }
    line.points = read_points(from, &line.point_count);
    if (line.points == NULL || !read_word(from, word)) {
        return false;
    }
    if (strcmp(word, "invis") == 0) {
        return true;
    }
    if (!read_point(from, &line.label) || !skip_words(from, 1) ||
        !read_word(from, word) || word[0] != '#') {
        return false;
    }
    unsigned long idx = strtoul(word + 1, NULL, 16);
    if (idx >= from->graph->edge_count) {
        return false;
    }
    from->lines[idx] = line;
    return true;
}

static bool read_line(reader *from, const char *kind)
{
    return strcmp(kind, "graph") == 0  ? read_graph(from)
           : strcmp(kind, "node") == 0 ? read_node(from)
           : strcmp(kind, "edge") == 0 ? read_edge(from)
                                       : false;
}

static rp_status read_all(reader *from, rp_error *err)
{
    char kind[WORD_MAX] = "";

    while (read_word(from, kind) && strcmp(kind, "stop") != 0) {
        if (!read_line(from, kind)) {
            break;
        }
        from->at += strcspn(from->at, "\n");
        from->at += *from->at == '\n';
    }
    if (from->refused) {
        return author_no_memory(err);
    }
    return strcmp(kind, "stop") == 0 &&
                   from->node_count == from->graph->node_count
               ? RP_OK
               : author_fail(err, AUTHOR_DOT_ANSWER, NULL);
}

/* ------------------------------------------------------------------ whole */

static rp_status read_answer(const rp_graph *graph, const rp_text *plain,
                             rp_arena *arena, rp_graph_layout *layout,
                             rp_error *err)
{
    rp_graph_layout made = {.size = {0, 0}};
    reader from = {
        .at = plain->bytes != NULL ? plain->bytes : "",
        .graph = graph,
        .layout = &made,
        .nodes =
            rp_arena_take(arena, graph->node_count + 1U, sizeof *from.nodes),
        .lines =
            rp_arena_take(arena, graph->edge_count + 1U, sizeof *from.lines),
        .arena = arena,
    };

    if (from.nodes == NULL || from.lines == NULL) {
        return author_no_memory(err);
    }
    rp_status status = read_all(&from, err);
    if (status == RP_OK) {
        made.nodes = from.nodes;
        made.lines = from.lines;
        *layout = made;
    }
    return status;
}

rp_status rp_graph_place(const rp_graph *graph, const rp_graph_sizes *sizes,
                         rp_arena *arena, rp_graph_layout *layout,
                         rp_error *err)
{
    static const char *const arguments[] = {"dot", "-Tplain", NULL};
    static const author_tool tool = {"dot", "graphviz", arguments};
    rp_text dot;
    rp_text plain;

    rp_text_init(&dot, arena->alloc);
    rp_text_init(&plain, arena->alloc);
    write_graph(&dot, graph, sizes);
    rp_status status = dot.failed ? author_no_memory(err)
                                  : author_tool_run(&tool, &dot, &plain, err);
    if (status == RP_OK) {
        status = read_answer(graph, &plain, arena, layout, err);
    }
    rp_text_clear(&plain);
    rp_text_clear(&dot);
    return status;
}
