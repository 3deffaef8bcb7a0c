/*
 * The edges of a graph: every way that some call takes, with its share, and
 * those that none takes, as they are written. What leads from the same place
 * to the same place and is of the same sort becomes one edge.
 */
#include <stdlib.h>
#include <string.h>

#include "graph.h"

/* One way, before ways are joined. */
typedef struct strand {
    rp_graph_edge_kind kind;
    uint32_t from; /* nodes of the graph */
    uint32_t to;
    uint16_t choice; /* or RP_NONE */
    bool is_best;
    bool is_trap;
    bool is_unreachable;
    bool is_aside;
    double mass;
    rp_flow flow; /* what it was made of */
} strand;

typedef struct strands {
    graph_making *g;
    author_list list;
    bool refused;
} strands;

static void add_strand(strands *to, const strand *item)
{
    strand *room = author_room(&to->list, sizeof *room, &to->g->scratch);

    if (room != NULL) {
        *room = *item;
    }
    to->refused = to->refused || room == NULL;
}

/* ---------------------------------------------------------- what is taken */

static bool is_same_flow(const rp_flow *a, const rp_flow *b)
{
    return a->kind == b->kind && a->from == b->from && a->to == b->to &&
           a->choice == b->choice && a->hangs_up == b->hangs_up;
}

static rp_graph_edge_kind kind_of(const rp_flow *flow)
{
    static const rp_graph_edge_kind kinds[] = {
        [RP_FLOW_REPLY] = RP_GRAPH_REPLIES,
        [RP_FLOW_FORM] = RP_GRAPH_ANSWERS,
        [RP_FLOW_SILENCE] = RP_GRAPH_SILENCE,
        [RP_FLOW_INTERRUPT] = RP_GRAPH_FIRES};

    return flow->hangs_up ? RP_GRAPH_HANGS_UP : kinds[flow->kind];
}

static bool is_best_flow(const graph_making *g, const rp_flow *flow)
{
    for (uint32_t i = 0; i < g->best_count; i++) {
        if (is_same_flow(&g->best[i], flow)) {
            return true;
        }
    }
    return false;
}

/* Some way of filling in the form shuts the door: "wrapup:level=3;...". */
static bool form_is_trap(const graph_making *g, const char *form)
{
    size_t length = strlen(form);

    for (uint32_t i = 0; i < g->report.trap_count; i++) {
        const char *move = g->report.traps[i].move;
        if (strncmp(move, form, length) == 0 && move[length] == ':') {
            return true;
        }
    }
    return false;
}

static bool is_trap_flow(graph_making *g, const rp_flow *flow)
{
    const rp_model *model = g->model;

    if (flow->hangs_up) {
        return false;
    }
    if (flow->kind == RP_FLOW_REPLY) {
        return graph_is_trap(g, graph_name(g, model->nodes[flow->from].id,
                                           model->choices[flow->choice].id));
    }
    bool ends = flow->to < model->node_count &&
                model->nodes[flow->to].kind == RP_ENDING;
    return flow->kind == RP_FLOW_FORM && !ends &&
           form_is_trap(g, model->nodes[flow->from].id);
}

/* Silence, or a reply that is at hand in every turn. */
static bool is_plain_stay(const rp_model *model, const rp_flow *flow)
{
    return flow->kind == RP_FLOW_SILENCE ||
           (flow->kind == RP_FLOW_REPLY &&
            model->choices[flow->choice].is_anytime);
}

static strand strand_of(graph_making *g, const rp_flow *flow)
{
    strand made = {.kind = kind_of(flow),
                   .from = g->node_of[flow->from],
                   .to = g->node_of[flow->to],
                   .choice = flow->choice,
                   .is_best = is_best_flow(g, flow),
                   .is_trap = is_trap_flow(g, flow),
                   .flow = *flow};

    made.is_aside = flow->from == flow->to && !flow->hangs_up &&
                    is_plain_stay(g->model, flow) && !made.is_best &&
                    !made.is_trap;
    return made;
}

static void take_flow(strands *to, const rp_mass_flow *taken, double share)
{
    strand *items = to->list.items;
    uint32_t at = 0;

    while (at < to->list.count &&
           !is_same_flow(&items[at].flow, &taken->flow)) {
        at++;
    }
    if (at < to->list.count) {
        items[at].mass += taken->mass * share;
        return;
    }
    strand made = strand_of(to->g, &taken->flow);
    made.mass = taken->mass * share;
    add_strand(to, &made);
}

static void take_flows(strands *to)
{
    uint32_t sets = to->g->set_end - to->g->first_set;

    for (uint32_t i = 0; i < sets && !to->refused; i++) {
        const rp_mass *mass = &to->g->masses[i];
        for (uint32_t j = 0; j < mass->flow_count && !to->refused; j++) {
            take_flow(to, &mass->flows[j], 1.0 / sets);
        }
    }
}

/* ------------------------------------------------------- what is not taken */

/* A written way of a reply (RP_NONE: of a form) that no call takes. */
static void add_written(strands *to, uint16_t node, uint16_t choice,
                        rp_span route)
{
    graph_making *g = to->g;
    bool is_dead =
        choice != RP_NONE &&
        graph_is_unreachable(g, graph_name(g, g->model->nodes[node].id,
                                           g->model->choices[choice].id));

    for (uint32_t i = route.first; i < route.first + route.count; i++) {
        uint16_t target = g->model->routes[i].node;
        if (g->node_of[target] == GRAPH_NOT_SHOWN ||
            (!is_dead &&
             !graph_is_unreachable(g, g->model->nodes[target].id))) {
            continue;
        }
        strand made = {.kind = choice == RP_NONE ? RP_GRAPH_ANSWERS
                                                 : RP_GRAPH_REPLIES,
                       .from = g->node_of[node],
                       .to = g->node_of[target],
                       .choice = choice,
                       .is_unreachable = true};
        add_strand(to, &made);
    }
}

static void add_written_reply(strands *to, uint16_t node, uint16_t choice)
{
    const rp_node *turn = &to->g->model->nodes[node];
    const rp_choice *reply = &to->g->model->choices[choice];
    const char *name = graph_name(to->g, turn->id, reply->id);
    bool stays = reply->stays || (reply->route.count + turn->route.count == 0);

    if (!stays) {
        add_written(to, node, choice,
                    reply->route.count > 0 ? reply->route : turn->route);
    } else if (graph_is_unreachable(to->g, name)) {
        strand made = {.kind = RP_GRAPH_REPLIES,
                       .from = to->g->node_of[node],
                       .to = to->g->node_of[node],
                       .choice = choice,
                       .is_unreachable = true};
        add_strand(to, &made);
    }
}

static void add_unreachable(strands *to)
{
    const rp_model *model = to->g->model;

    for (uint16_t i = 0; i < model->node_count; i++) {
        const rp_node *node = &model->nodes[i];
        if (to->g->node_of[i] == GRAPH_NOT_SHOWN) {
            continue;
        }
        for (uint32_t j = 0; j < node->offers.count; j++) {
            add_written_reply(to, i, model->offers[node->offers.first + j]);
        }
        if (node->kind == RP_FORM) {
            add_written(to, i, RP_NONE, node->route);
        }
    }
    for (uint32_t i = 0; i < model->interrupt_count; i++) {
        uint32_t from = to->g->node_of[rp_place_of_interrupt(model, i)];
        uint32_t node = to->g->node_of[model->interrupts[i].node];
        if (from != GRAPH_NOT_SHOWN && node != GRAPH_NOT_SHOWN &&
            !to->g->graph->nodes[from].is_reachable) {
            strand made = {.kind = RP_GRAPH_FIRES,
                           .from = from,
                           .to = node,
                           .choice = RP_NONE,
                           .is_unreachable = true};
            add_strand(to, &made);
        }
    }
}

/* ------------------------------------------------------------------- join */

static int compare_numbers(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static uint32_t sort_of(const strand *of)
{
    return (of->is_best ? 0U : 8U) | (of->is_trap ? 4U : 0) |
           (of->is_unreachable ? 2U : 0) | (of->is_aside ? 1U : 0);
}

/* 0 for strands that become one edge. */
static int compare_edges(const strand *a, const strand *b)
{
    int order = compare_numbers(a->from, b->from);

    order = order != 0 ? order : compare_numbers(a->kind, b->kind);
    order = order != 0 ? order : compare_numbers(a->to, b->to);
    return order != 0 ? order : compare_numbers(sort_of(a), sort_of(b));
}

static int compare_strands(const void *a, const void *b)
{
    const strand *left = a;
    const strand *right = b;
    int order = compare_edges(left, right);

    return order != 0 ? order : compare_numbers(left->choice, right->choice);
}

static int32_t total_points(const rp_choice *choice)
{
    int32_t total = 0;

    for (uint32_t i = 0; i < RP_SCORES; i++) {
        total += choice->points[i];
    }
    return total;
}

static void add_reply(rp_graph_edge *edge, rp_graph_reply *to,
                      const rp_choice *choice, double mass)
{
    *to = (rp_graph_reply){.id = choice->id,
                           .points = total_points(choice),
                           .mass = mass,
                           .is_conditional = choice->when != 0,
                           .is_critical = choice->critical != RP_NONE,
                           .is_anytime = choice->is_anytime};
    if (edge->reply_count == 0 || to->points < edge->points_low) {
        edge->points_low = to->points;
    }
    if (edge->reply_count == 0 || to->points > edge->points_high) {
        edge->points_high = to->points;
    }
    edge->is_conditional =
        to->is_conditional && (edge->reply_count == 0 || edge->is_conditional);
    edge->reply_count++;
}

/* Strands first .. end - 1 become one edge; a choice is named once. */
static bool join_strands(const strands *of, uint32_t first, uint32_t end,
                         rp_graph_edge *edge)
{
    const strand *items = of->list.items;
    const strand *one = &items[first];
    rp_graph_reply *replies =
        rp_arena_take(of->g->arena, end - first, sizeof *replies);

    if (replies == NULL) {
        return false;
    }
    *edge = (rp_graph_edge){.kind = one->kind,
                            .from = one->from,
                            .to = one->to,
                            .replies = replies,
                            .is_best = one->is_best,
                            .is_trap = one->is_trap,
                            .is_unreachable = one->is_unreachable,
                            .is_aside = one->is_aside};
    for (uint32_t i = first; i < end; i++) {
        const strand *part = &items[i];
        edge->mass += part->mass;
        if (part->choice == RP_NONE) {
            continue;
        }
        if (i > first && part[-1].choice == part->choice) {
            replies[edge->reply_count - 1].mass += part->mass;
            continue;
        }
        add_reply(edge, &replies[edge->reply_count],
                  &of->g->model->choices[part->choice], part->mass);
    }
    return true;
}

bool graph_make_edges(graph_making *g)
{
    strands all = {.g = g};
    uint32_t first = 0;

    take_flows(&all);
    add_unreachable(&all);
    uint32_t count = all.list.count;
    strand *items = all.list.items;
    rp_graph_edge *edges = rp_arena_take(g->arena, count + 1U, sizeof *edges);
    if (all.refused || edges == NULL) {
        return false;
    }
    if (count > 1) {
        qsort(items, count, sizeof *items, compare_strands);
    }
    for (uint32_t i = 1; i <= count; i++) {
        if (i < count && compare_edges(&items[first], &items[i]) == 0) {
            continue;
        }
        if (!join_strands(&all, first, i, &edges[g->graph->edge_count++])) {
            return false;
        }
        first = i;
    }
    g->graph->edges = edges;
    return true;
}
