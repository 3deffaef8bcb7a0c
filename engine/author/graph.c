/*
 * A scenario as a graph: its places with what the walks know of them.
 */
#include "graph.h"

#include <string.h>

/* ------------------------------------------------------------ known names */

bool graph_is_unreachable(const graph_making *g, const char *name)
{
    return name != NULL && author_lists(g->report.unreachable,
                                        g->report.unreachable_count, name);
}

bool graph_is_trap(const graph_making *g, const char *name)
{
    for (uint32_t i = 0; name != NULL && i < g->report.trap_count; i++) {
        if (strcmp(g->report.traps[i].move, name) == 0) {
            return true;
        }
    }
    return false;
}

const char *graph_name(graph_making *g, const char *owner, const char *id)
{
    return rp_arena_format(&g->scratch, "%s/%s", owner, id);
}

/* ---------------------------------------------------------------- walking */

static rp_status find_masses(graph_making *g, rp_error *err)
{
    uint32_t count = g->set_end - g->first_set;

    g->masses = rp_arena_take(&g->scratch, count, sizeof *g->masses);
    if (g->masses == NULL) {
        return author_no_memory(err);
    }
    g->graph->is_exact = g->report.is_exact;
    for (uint32_t i = 0; i < count; i++) {
        rp_walk_how how = {(uint16_t)(g->first_set + i), g->arena->alloc,
                           &g->options->budget};
        rp_status status =
            rp_mass_find(g->model, &how, &g->scratch, &g->masses[i], err);
        if (status != RP_OK) {
            return status;
        }
        g->graph->is_exact = g->graph->is_exact && g->masses[i].is_exact;
        g->graph->limit += g->masses[i].limit / count;
    }
    return RP_OK;
}

static rp_status prove(graph_making *g, rp_error *err)
{
    rp_report_options options = {.budget = g->options->budget,
                                 .is_quick = true};
    rp_status status =
        rp_check_report(g->model, &options, &g->scratch, &g->report, err);

    return status == RP_OK ? find_masses(g, err) : status;
}

/* -------------------------------------------------------------- best runs */

/* The chosen answers of a form, in the order of their bits. */
static void note_best_answers(graph_making *g, const rp_state *state,
                              const rp_move *move)
{
    const rp_node *form = &g->model->nodes[state->node];
    uint64_t left = move->answers;

    for (uint32_t i = 0; i < form->asks.count; i++) {
        rp_span answers = g->model->asks[form->asks.first + i].answers;
        for (uint32_t j = 0; j < answers.count; j++, left >>= 1) {
            bool *is_best = &g->is_best_answer[answers.first + j];
            *is_best = *is_best || (left & 1) != 0;
        }
    }
}

/* Plays the best run of one set and keeps where it goes. */
static rp_status follow_best(graph_making *g, uint16_t set, rp_error *err)
{
    const rp_set_report *best = &g->report.sets[set];
    rp_state state;

    rp_state_begin(g->model, set, &state, NULL);
    g->best_count += rp_flows_at_start(g->model, set, g->best + g->best_count);
    for (uint32_t i = 0; i < best->best_count; i++) {
        rp_move move = {.at_ms = 0};
        rp_status status =
            rp_move_read(g->model, &state, best->best[i], &move, err);
        if (status != RP_OK) {
            return status;
        }
        if (move.kind == RP_MOVE_FORM) {
            note_best_answers(g, &state, &move);
        }
        g->best_count +=
            rp_flows_of(g->model, &state, &move, g->best + g->best_count);
        rp_state_step(g->model, &state, &move, NULL);
    }
    return RP_OK;
}

static rp_status find_best(graph_making *g, rp_error *err)
{
    size_t moves = 0;

    for (uint32_t i = g->first_set; i < g->set_end; i++) {
        moves += g->report.sets[i].best_count + 1;
    }
    g->best = rp_arena_take(&g->scratch, moves * RP_FLOWS_MAX, sizeof *g->best);
    g->is_best_answer = rp_arena_take(&g->scratch, g->model->choice_count + 1U,
                                      sizeof *g->is_best_answer);
    if (g->best == NULL || g->is_best_answer == NULL) {
        return author_no_memory(err);
    }
    for (uint32_t i = g->first_set; i < g->set_end; i++) {
        rp_status status = follow_best(g, (uint16_t)i, err);
        if (status != RP_OK) {
            return status;
        }
    }
    return RP_OK;
}

/* ------------------------------------------------------------------ nodes */

static const char *shown(graph_making *g, const rp_state *state, rp_ref ref)
{
    return author_rendered(g->model, g->options->language, state, ref,
                           g->arena);
}

/* What a node says to somebody who comes straight to it. */
static const char *title_of_node(graph_making *g, uint16_t idx)
{
    const rp_node *node = &g->model->nodes[idx];
    rp_state state;

    rp_state_begin(g->model, (uint16_t)g->first_set, &state, NULL);
    state.node = idx;
    if (node->kind == RP_FORM) {
        return shown(g, &state, node->title);
    }
    uint32_t line = rp_state_line(g->model, &state, idx);
    return line == UINT32_MAX ? shown(g, &state, node->epilogue)
                              : shown(g, &state, g->model->lines[line].text);
}

static void fill_answer(graph_making *g, uint32_t choice, rp_graph_answer *to)
{
    const rp_choice *answer = &g->model->choices[choice];
    const char *name = graph_name(g, answer->owner, answer->id);

    *to = (rp_graph_answer){.id = answer->id,
                            .is_best = g->is_best_answer[choice],
                            .is_trap = graph_is_trap(g, name),
                            .is_unreachable = graph_is_unreachable(g, name)};
    for (uint32_t i = g->first_set; i < g->set_end; i++) {
        to->mass += g->masses[i - g->first_set].answers[choice] /
                    (g->set_end - g->first_set);
    }
}

static bool fill_asks(graph_making *g, uint16_t idx, rp_graph_node *to)
{
    const rp_node *form = &g->model->nodes[idx];
    rp_graph_ask *asks =
        rp_arena_take(g->arena, form->asks.count + 1U, sizeof *asks);
    rp_state state;

    rp_state_begin(g->model, (uint16_t)g->first_set, &state, NULL);
    for (uint32_t i = 0; asks != NULL && i < form->asks.count; i++) {
        const rp_ask *ask = &g->model->asks[form->asks.first + i];
        rp_graph_answer *answers =
            rp_arena_take(g->arena, ask->answers.count + 1U, sizeof *answers);
        asks[i] = (rp_graph_ask){.id = ask->id,
                                 .text = shown(g, &state, ask->text),
                                 .many = ask->many,
                                 .answer_count = ask->answers.count,
                                 .answers = answers};
        if (answers == NULL || asks[i].text == NULL) {
            return false;
        }
        for (uint32_t j = 0; j < ask->answers.count; j++) {
            fill_answer(g, ask->answers.first + j, &answers[j]);
        }
    }
    to->asks = asks;
    to->ask_count = form->asks.count;
    return asks != NULL;
}

static bool is_met(const graph_making *g, uint32_t place)
{
    for (uint32_t i = 0; i < g->set_end - g->first_set; i++) {
        if (g->masses[i].is_met[place]) {
            return true;
        }
    }
    return false;
}

static bool fill_place(graph_making *g, uint16_t place, rp_graph_node *to)
{
    const rp_model *model = g->model;

    if (place >= model->node_count) {
        const rp_interrupt *interrupt =
            &model->interrupts[place - model->node_count];
        *to = (rp_graph_node){.kind = RP_GRAPH_INTERRUPT,
                              .id = interrupt->id,
                              .title = rp_expr_text(model, interrupt->when)};
        return true;
    }
    static const rp_graph_node_kind kinds[] = {[RP_TURN] = RP_GRAPH_TURN,
                                               [RP_FORM] = RP_GRAPH_FORM,
                                               [RP_ENDING] = RP_GRAPH_ENDING};
    const rp_node *node = &model->nodes[place];
    *to = (rp_graph_node){.kind = kinds[node->kind],
                          .id = node->id,
                          .title = title_of_node(g, place),
                          .is_start = place == model->start,
                          .outcome = node->outcome};
    return to->title != NULL &&
           (node->kind != RP_FORM || fill_asks(g, place, to));
}

/*
 * Left out: what is reached in other fact sets only, and what is said of
 * several interrupts that are one.
 */
static bool is_shown(graph_making *g, uint16_t place)
{
    uint32_t nodes = g->model->node_count;

    if (is_met(g, place)) {
        return true;
    }
    if (place < nodes) {
        return graph_is_unreachable(g, g->model->nodes[place].id);
    }
    const char *name = rp_arena_format(&g->scratch, "interrupt:%s",
                                       g->model->interrupts[place - nodes].id);
    return rp_place_of_interrupt(g->model, place - nodes) == place &&
           graph_is_unreachable(g, name);
}

static bool is_on_best(const graph_making *g, uint16_t place)
{
    for (uint32_t i = 0; i < g->best_count; i++) {
        if (g->best[i].from == place || g->best[i].to == place) {
            return true;
        }
    }
    return false;
}

static void weigh_place(const graph_making *g, uint16_t place,
                        rp_graph_node *to)
{
    uint32_t sets = g->set_end - g->first_set;

    for (uint32_t i = 0; i < sets; i++) {
        to->chance += g->masses[i].chance[place] / sets;
        to->visits += g->masses[i].visits[place] / sets;
    }
    to->is_reachable = is_met(g, place);
    to->is_best = is_on_best(g, place);
}

static bool make_nodes(graph_making *g)
{
    rp_graph_node *nodes =
        rp_arena_take(g->arena, g->place_count + 1U, sizeof *nodes);

    g->node_of =
        rp_arena_take(&g->scratch, g->place_count + 1U, sizeof *g->node_of);
    if (nodes == NULL || g->node_of == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < g->place_count; i++) {
        g->node_of[i] = GRAPH_NOT_SHOWN;
        if (!is_shown(g, (uint16_t)i)) {
            continue;
        }
        rp_graph_node *node = &nodes[g->graph->node_count];
        if (!fill_place(g, (uint16_t)i, node)) {
            return false;
        }
        weigh_place(g, (uint16_t)i, node);
        g->node_of[i] = g->graph->node_count++;
    }
    g->graph->nodes = nodes;
    return true;
}

/* -------------------------------------------------------------- the whole */

static rp_status make(graph_making *g, rp_error *err)
{
    rp_state state;
    rp_status status = prove(g, err);

    if (status == RP_OK) {
        status = find_best(g, err);
    }
    if (status != RP_OK) {
        return status;
    }
    rp_state_begin(g->model, (uint16_t)g->first_set, &state, NULL);
    g->graph->title = shown(g, &state, g->model->title);
    if (g->graph->title == NULL || !make_nodes(g) || !graph_make_edges(g)) {
        return author_no_memory(err);
    }
    return RP_OK;
}

rp_status rp_graph_make(const rp_model *model, const rp_graph_options *options,
                        rp_arena *arena, rp_graph *graph, rp_error *err)
{
    rp_graph made = {.scenario = model->id, .set = options->set};
    bool is_one = options->set != RP_NONE;
    graph_making g = {
        .model = model,
        .options = options,
        .arena = arena,
        .first_set = is_one ? options->set : 0,
        .set_end = is_one ? options->set + 1U : model->set_count,
        .place_count = model->node_count + model->interrupt_count,
        .graph = &made,
    };

    if (g.set_end > model->set_count) {
        return author_no_set(err, model, options->set);
    }
    rp_arena_init(&g.scratch, arena->alloc);
    rp_status status = make(&g, err);
    rp_arena_clear(&g.scratch);
    if (status == RP_OK) {
        *graph = made;
    }
    return status;
}
