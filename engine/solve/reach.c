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
    uint32_t unseen_interrupts;
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
            s->unseen_interrupts--;
        }
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
    if (s->unseen_interrupts > 0 && edge_is_counted(way)) {
        rp_state after = *here;
        rp_move move = edge_move(s->full, way);
        rp_state_step(f->model, &after, &move, NULL);
        see_interrupts(s, here, &after, state, way);
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
    const char *sentence = rp_arena_format(
        f->arena, "`%s` divides by zero in `%s`; the result is taken as 0.",
        rp_expr_text(f->model, expr), f->model->nodes[here->node].id);
    add_remark(f, &(rp_remark){.code = "divides-by-zero",
                               .severity = RP_WARNING,
                               .subject = f->model->nodes[here->node].id,
                               .sentence = sentence,
                               .set = seen.set,
                               .move_count = seen.move_count,
                               .moves = seen.moves});
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

    for (uint64_t i = 0; i < f->remarks.count; i++) {
        const rp_remark *known = &f->remarks.items[i];
        if (strcmp(known->code, "stuck") == 0 &&
            strcmp(known->subject, node->id) == 0) {
            return;
        }
    }
    witness(f, &along, state, NULL, &seen);
    const char *sentence = rp_arena_format(
        f->arena, "In fact set %u `%s` can be reached with %s to choose.",
        (unsigned)here->set + 1U, node->id,
        node->kind == RP_FORM ? "a question that has no answer" : "no reply");
    add_remark(f, &(rp_remark){.code = "stuck",
                               .severity = RP_ERROR,
                               .subject = node->id,
                               .sentence = sentence,
                               .set = seen.set,
                               .move_count = seen.move_count,
                               .moves = seen.moves});
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
    see(s, &s->f->nodes[here.node], state, NULL);
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
    rp_state start;

    s->unseen_interrupts = 0;
    for (uint32_t i = 0; i < s->f->model->interrupt_count; i++) {
        s->unseen_interrupts += !s->f->interrupts[i].is_seen;
    }
    rp_state_begin(s->full->model, s->full->set, &start, NULL);
    see_interrupts(s, NULL, &start, s->full->root, NULL);
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

/* ------------------------------------------------------------ never reached */

static const char *why_not(findings *f, const rp_choice *choice)
{
    const char *why =
        choice->when != 0
            ? rp_arena_format(f->arena, "`%s` never holds there.",
                              rp_expr_text(f->model, choice->when))
            : "It is never offered there.";

    return why == NULL ? "" : why;
}

static void never(findings *f, const char *name, const char *why,
                  bool is_remarked)
{
    const char *sentence =
        rp_arena_format(f->arena, "`%s` can never be reached. %s", name, why);

    f->refused = f->refused || sentence == NULL;
    if (is_remarked && sentence != NULL) {
        add_remark(f, &(rp_remark){.code = "unreachable",
                                   .severity = RP_WARNING,
                                   .subject = name,
                                   .sentence = sentence});
    }
}

/* An anytime reply is missed only where it is missing everywhere. */
static bool is_missed(const findings *f, uint32_t offer)
{
    uint16_t choice = f->model->offers[offer];

    if (f->offers[offer].is_seen) {
        return false;
    }
    for (uint32_t i = 0;
         f->model->choices[choice].is_anytime && i < f->offer_count; i++) {
        if (f->model->offers[i] == choice &&
            (f->offers[i].is_seen || i < offer)) {
            return false;
        }
    }
    return true;
}

/* The names, and for each a remark unless what holds it is unreachable. */
typedef struct roster {
    findings *f;
    const char **names;
    uint32_t count;
} roster;

static void enlist(roster *to, const char *name, const char *why,
                   bool is_remarked)
{
    to->names[to->count++] = name;
    never(to->f, name, why, is_remarked);
}

static void enlist_replies(roster *to)
{
    findings *f = to->f;
    const rp_model *model = f->model;

    for (uint32_t i = 0; i < f->offer_count; i++) {
        const rp_choice *choice = &model->choices[model->offers[i]];
        if (is_missed(f, i)) {
            enlist(to,
                   choice->is_anytime ? name_of_choice(f, "anytime", choice->id)
                                      : name_of_offer(f, i),
                   why_not(f, choice), f->nodes[f->node_of_offer[i]].is_seen);
        }
    }
}

static void enlist_answers(roster *to, const rp_ask *ask, bool is_asked)
{
    findings *f = to->f;

    for (uint32_t i = 0; i < ask->answers.count; i++) {
        uint32_t idx = ask->answers.first + i;
        const rp_choice *choice = &f->model->choices[idx];
        if (!f->answers[idx].is_seen) {
            enlist(to, name_of_choice(f, choice->owner, choice->id),
                   why_not(f, choice), is_asked);
        }
    }
}

static void enlist_forms(roster *to)
{
    const rp_model *model = to->f->model;

    for (uint32_t i = 0; i < model->node_count; i++) {
        for (uint32_t j = 0; j < model->nodes[i].asks.count; j++) {
            enlist_answers(to, &model->asks[model->nodes[i].asks.first + j],
                           to->f->nodes[i].is_seen);
        }
    }
}

static void enlist_interrupts(roster *to)
{
    findings *f = to->f;

    for (uint32_t i = 0; i < f->model->interrupt_count; i++) {
        const rp_interrupt *interrupt = &f->model->interrupts[i];
        if (f->interrupts[i].is_seen) {
            continue;
        }
        const char *name =
            rp_arena_format(f->arena, "interrupt:%s", interrupt->id);
        const char *why =
            rp_arena_format(f->arena, "`%s` never holds after a move.",
                            rp_expr_text(f->model, interrupt->when));
        f->refused = f->refused || name == NULL || why == NULL;
        if (name != NULL && why != NULL) {
            enlist(to, name, why, true);
        }
    }
}

void findings_unreachable(findings *f)
{
    const rp_model *model = f->model;
    uint32_t most = model->node_count + f->offer_count + model->choice_count +
                    model->interrupt_count + 1U;
    const char **names = rp_arena_take(f->arena, most, sizeof *names);
    roster to = {.f = f, .names = names};

    /* What was not walked may still be reached. */
    if (!f->report->is_exact || names == NULL) {
        f->refused = f->refused || names == NULL;
        return;
    }
    for (uint32_t i = 0; i < model->node_count; i++) {
        if (!f->nodes[i].is_seen) {
            enlist(&to, model->nodes[i].id,
                   "No way that can be taken leads to it.", true);
        }
    }
    enlist_replies(&to);
    enlist_forms(&to);
    enlist_interrupts(&to);
    f->report->unreachable = names;
    f->report->unreachable_count = to.count;
}
