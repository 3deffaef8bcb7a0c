/*
 * What can happen at all. The walk of everything: silence is a move, and the
 * call goes on after a critical reply.
 */
#include <stdio.h>
#include <string.h>

#include "solve/findings.h"

/* One full walk being looked over. */
typedef struct survey {
    findings *f;
    rp_walk *full;
    uint32_t *parents; /* a state: the edge it was first met by */
    uint64_t parents_capacity;
    uint32_t unseen; /* interrupts, and nodes one may only pass through */
} survey;

enum {
    NO_EDGE = UINT32_MAX
};

const char *name_of_choice(findings *f, const char *owner, const char *id)
{
    const char *name = rp_arena_format(f->arena, "%s/%s", owner, id);

    f->refused = f->refused || name == NULL;
    return name == NULL ? "" : name;
}

uint32_t offer_of(const rp_model *model, uint16_t node, uint16_t choice)
{
    rp_span offers = model->nodes[node].offers;

    for (uint32_t i = offers.first; i < offers.first + offers.count; i++) {
        if (model->offers[i] == choice) {
            return i;
        }
    }
    return offers.first;
}

const char *name_of_offer(findings *f, uint32_t offer)
{
    const rp_model *model = f->model;

    return name_of_choice(f, model->nodes[f->node_of_offer[offer]].id,
                          model->choices[model->offers[offer]].id);
}

/* The state an edge starts from, by bisection over the first edges. */
static uint32_t source_of(const rp_walk *walk, uint32_t way)
{
    uint32_t low = 0;
    uint32_t high = walk->expanded;

    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (walk->first_edge.items[middle] <= way) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

/* Writes a move and makes it. */
static void write_move(findings *f, const rp_model *model, rp_state *state,
                       const rp_move *move, const char **written)
{
    char text[RP_MOVE_TEXT_MAX];

    (void)rp_move_write(model, state, move, text);
    *written = rp_arena_copy(f->arena, text, strlen(text));
    f->refused = f->refused || *written == NULL;
    rp_state_step(model, state, move, NULL);
}

/* The whole move that begins with ways[*at]; leaves *at at its last part. */
static rp_move whole_move(rp_walk *full, const edge **ways, uint32_t count,
                          uint32_t *at)
{
    uint32_t first = *at;
    rp_move move = {.kind = RP_MOVE_FORM};

    if (ways[first]->kind != EDGE_ANSWER && ways[first]->kind != EDGE_SKIP) {
        return edge_move(full, ways[first]);
    }
    for (uint32_t i = first; i < count && !edge_is_counted(ways[i]); i++) {
        if (ways[i]->kind == EDGE_ANSWER) {
            move.answers |=
                UINT64_C(1)
                << answer_bit(full->model, walk_node(full, ways[i]->target),
                              ways[i]->arg);
        }
        *at = i;
    }
    if (*at + 1 < count) {
        *at += 1;
        return move;
    }
    /* The way ends within the form: sent as it may be completed. */
    rp_move rest = walk_whole_move(full, ways[*at], 0, false);
    move.answers |= rest.answers;
    return move;
}

/* Written moves need the states they are made in: the way is played again. */
static void write_moves(findings *f, rp_walk *full, const edge **ways,
                        sighting *seen)
{
    static const char *const none[] = {NULL};
    uint32_t count = seen->move_count;
    const char **moves = rp_arena_take(f->arena, count + 1U, sizeof *moves);
    rp_state state;

    seen->moves = none;
    seen->move_count = 0;
    if (moves == NULL) {
        f->refused = true;
        return;
    }
    rp_state_begin(full->model, full->set, &state, NULL);
    for (uint32_t i = 0; i < count; i++) {
        rp_move move = whole_move(full, ways, count, &i);
        write_move(f, full->model, &state, &move, &moves[seen->move_count++]);
    }
    seen->moves = moves;
}

void witness(findings *f, const trail *along, uint32_t state, const edge *last,
             sighting *seen)
{
    rp_walk *full = along->full;
    const uint32_t *parents = along->parents;
    uint32_t count = last == NULL ? 0 : 1;

    for (uint32_t at = state; parents[at] != NO_EDGE;
         at = source_of(full, parents[at])) {
        count++;
    }
    const edge **ways =
        rp_arena_take(f->arena, count + 1U, sizeof(const edge *));
    *seen = (sighting){.is_seen = true, .set = full->set};
    if (ways == NULL) {
        f->refused = true;
        return;
    }
    seen->move_count = count;
    if (last != NULL) {
        ways[--count] = last;
    }
    for (uint32_t at = state; parents[at] != NO_EDGE;
         at = source_of(full, parents[at])) {
        ways[--count] = &full->edges.items[parents[at]];
    }
    write_moves(f, full, ways, seen);
}

static bool find_parents(survey *s)
{
    rp_walk *full = s->full;

    if (!store_grow(&full->memory, &s->parents, &s->parents_capacity,
                    full->states.count, sizeof *s->parents)) {
        return false;
    }
    memset(s->parents, 0xFF, full->states.count * sizeof *s->parents);
    for (uint32_t i = 0; i < full->edges.count; i++) {
        uint32_t target = full->edges.items[i].target;
        if (target != full->root && s->parents[target] == NO_EDGE) {
            s->parents[target] = i;
        }
    }
    return true;
}

static void see(survey *s, sighting *seen, uint32_t state, const edge *way)
{
    trail along = {s->full, s->parents};

    if (!seen->is_seen) {
        witness(s->f, &along, state, way, seen);
    }
}

/* Interrupts marked as fired in `after` and not in `before`. */
static void see_interrupts(survey *s, const rp_state *before,
                           const rp_state *after, uint32_t state,
                           const edge *way)
{
    const rp_model *model = s->f->model;

    for (uint32_t i = 0; i < model->interrupt_count; i++) {
        uint16_t mark = model->interrupts[i].fired_mark;
        sighting *seen = &s->f->interrupts[i];
        if (!seen->is_seen && rp_mark_is_set(after, mark) &&
            (before == NULL || !rp_mark_is_set(before, mark))) {
            see(s, seen, state, way);
            s->unseen--;
        }
    }
}

static void see_node(survey *s, uint16_t node, uint32_t state, const edge *way)
{
    sighting *seen = &s->f->nodes[node];

    s->unseen -= !seen->is_seen;
    see(s, seen, state, way);
}

/* A turn that an interrupt leads on from at once was entered all the same. */
static void see_passage(survey *s, const rp_effect *effect, uint32_t state,
                        const edge *way)
{
    for (uint32_t i = 0; i < effect->node_count; i++) {
        see_node(s, effect->nodes[i], state, way);
    }
}

static void see_edge(survey *s, uint32_t state, const rp_state *here,
                     const edge *way)
{
    findings *f = s->f;

    if (way->kind == EDGE_REPLY) {
        see(s, &f->offers[offer_of(f->model, here->node, (uint16_t)way->arg)],
            state, way);
    }
    if (way->kind == EDGE_ANSWER) {
        see(s, &f->answers[way->arg], state, way);
    }
    if (s->unseen > 0 && edge_is_counted(way)) {
        rp_state after = *here;
        rp_move move = edge_move(s->full, way);
        rp_effect effect;
        rp_state_step(f->model, &after, &move, &effect);
        see_interrupts(s, here, &after, state, way);
        see_passage(s, &effect, state, way);
    }
}

static void note_division(survey *s, rp_expr expr, const rp_state *here,
                          uint32_t state)
{
    findings *f = s->f;

    if (expr == 0 || f->divided[expr] ||
        !rp_expr_may_divide_by_zero(f->model, expr) ||
        !rp_expr_divides_by_zero(f->model, expr, here)) {
        return;
    }
    sighting seen;
    trail along = {s->full, s->parents};
    f->divided[expr] = true;
    witness(f, &along, state, NULL, &seen);
    const char *where = f->model->nodes[here->node].id;
    add_remark(f, REMARK_DIVIDES_BY_ZERO,
               &(rp_remark){.subject = where,
                            .set = seen.set,
                            .move_count = seen.move_count,
                            .moves = seen.moves},
               WORDS(rp_expr_text(f->model, expr), where));
}

static void note_divisions(survey *s, const rp_state *here, uint32_t state)
{
    const rp_model *model = s->f->model;
    const rp_node *node = &model->nodes[here->node];

    for (uint32_t i = 0; i < node->offers.count; i++) {
        const rp_choice *choice =
            &model->choices[model->offers[node->offers.first + i]];
        note_division(s, choice->when, here, state);
        for (uint32_t j = 0; j < choice->assigns.count; j++) {
            note_division(s, model->assigns[choice->assigns.first + j].expr,
                          here, state);
        }
    }
    for (uint32_t i = 0; i < model->interrupt_count; i++) {
        note_division(s, model->interrupts[i].when, here, state);
    }
}

static void note_stuck(survey *s, const rp_state *here, uint32_t state)
{
    findings *f = s->f;
    const rp_node *node = &f->model->nodes[here->node];
    trail along = {s->full, s->parents};
    sighting seen;

    if (has_remark(f, REMARK_STUCK, node->id)) {
        return;
    }
    witness(f, &along, state, NULL, &seen);
    add_remark(f, REMARK_STUCK,
               &(rp_remark){.subject = node->id,
                            .set = seen.set,
                            .move_count = seen.move_count,
                            .moves = seen.moves},
               WORDS(number_word(f, here->set + 1), node->id,
                     node->kind == RP_FORM ? "a question that has no answer"
                                           : "no reply"));
}

/* True for a state in which the run goes on. */
static bool goes_on(const survey *s, uint32_t state)
{
    return walk_node(s->full, state)->kind != RP_ENDING &&
           state < s->full->expanded &&
           walk_depth(s->full, state) < s->full->model->moves_max;
}

static void survey_state(survey *s, uint32_t state)
{
    uint32_t count = 0;
    const edge *ways = walk_edges(s->full, state, &count);
    rp_state here;
    bool is_stuck = true;

    walk_state(s->full, state, &here);
    see_node(s, here.node, state, NULL);
    if (!goes_on(s, state)) {
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        is_stuck = is_stuck && !edge_is_chosen(&ways[i]);
        see_edge(s, state, &here, &ways[i]);
    }
    if (is_stuck) {
        note_stuck(s, &here, state);
    }
    note_divisions(s, &here, state);
}

static void survey_walk(survey *s)
{
    const rp_model *model = s->f->model;
    rp_state start;
    rp_effect effect;

    s->unseen = 0;
    for (uint32_t i = 0; i < model->interrupt_count; i++) {
        s->unseen += !s->f->interrupts[i].is_seen;
    }
    for (uint32_t i = 0; i < model->node_count; i++) {
        s->unseen += !s->f->nodes[i].is_seen;
    }
    rp_state_begin(model, s->full->set, &start, &effect);
    see_interrupts(s, NULL, &start, s->full->root, NULL);
    see_passage(s, &effect, s->full->root, NULL);
    for (uint32_t i = 0; i < s->full->states.count; i++) {
        survey_state(s, i);
    }
}

rp_status findings_reach(findings *f, uint16_t set)
{
    survey s = {.f = f};
    rp_state start;

    rp_state_begin(f->model, set, &start, NULL);
    walk_origin from = {.model = f->model,
                        .root = &start,
                        .alloc = f->arena->alloc,
                        .budget = &f->options->budget,
                        .options = {.follows_all = true}};
    rp_status status = walk_from(&from, &s.full, f->err);
    if (status != RP_OK) {
        return status;
    }
    status = walk_order(s.full, f->err);
    if (status == RP_OK && !find_parents(&s)) {
        status = walk_refusal(s.full, f->err);
    }
    if (status == RP_OK) {
        f->report->states += s.full->states.count;
        f->report->is_exact = f->report->is_exact && s.full->is_exact;
        survey_walk(&s);
        findings_circles(f, s.full, s.parents);
    }
    store_drop(&s.full->memory, &s.parents, &s.parents_capacity,
               sizeof *s.parents);
    rp_walk_free(s.full);
    return status;
}
