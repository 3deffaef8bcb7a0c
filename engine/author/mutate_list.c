/*
 * Which mutants a scenario has: every rule somebody wrote, once. They come
 * from the model, where `feels` and a choice's own changes are one sum.
 */
#include <string.h>

#include "mutate.h"

const char *const rp_mutant_names[RP_MUTANT_KINDS] = {
    "point", "mood",     "assign",  "opposite", "always", "target",  "stay",
    "once",  "critical", "promise", "keep",     "step",   "hangs_up"};

typedef struct lister {
    const rp_model *model;
    rp_arena *arena;
    author_list mutants;
    rp_reads reads; /* what any condition or assignment reads */
    trodden trodden;
    const char *subject; /* of what is being listed */
    bool is_played;      /* some example goes there */
    bool refused;
} lister;

static void add(lister *l, rp_mutant mutant, bool is_read)
{
    rp_mutant *item = author_room(&l->mutants, sizeof *item, l->arena);

    if (item == NULL || mutant.key == NULL || mutant.before == NULL ||
        l->subject == NULL) {
        l->refused = true;
        return;
    }
    mutant.subject = l->subject;
    mutant.is_played = l->is_played;
    mutant.notice = RP_NOTICE_UNJUDGED;
    mutant.is_read = is_read;
    *item = mutant;
}

/* ------------------------------------------------------------ conditions */

/* A condition, where it stands, and the keyword before it. */
typedef struct guard {
    rp_expr when;
    rp_mutant_table table;
    uint32_t index;
    const char *key;
} guard;

static void add_guard(lister *l, const guard *at)
{
    if (at->when == 0) {
        return;
    }
    const char *text = rp_expr_text(l->model, at->when);
    add(l,
        (rp_mutant){.kind = RP_MUTANT_OPPOSITE,
                    .key = at->key,
                    .before = text,
                    .after = rp_arena_format(l->arena, "not (%s)", text),
                    .index = at->when},
        true);
    add(l,
        (rp_mutant){.kind = RP_MUTANT_ALWAYS,
                    .key = at->key,
                    .before = text,
                    .table = at->table,
                    .index = at->index},
        true);
}

/* --------------------------------------------------------------- targets */

/* The next node of its kind; the next of all where it is the only one. */
static uint16_t other_node(const rp_model *model, uint16_t node)
{
    uint32_t count = model->node_count;

    for (uint32_t i = 1; i < count; i++) {
        uint32_t next = (node + i) % count;
        if (model->nodes[next].kind == model->nodes[node].kind) {
            return (uint16_t)next;
        }
    }
    return (uint16_t)((node + 1U) % count);
}

static void add_target(lister *l, rp_mutant_table table, uint32_t index,
                       uint16_t node)
{
    uint16_t other = other_node(l->model, node);

    if (other != node) {
        add(l,
            (rp_mutant){.kind = RP_MUTANT_TARGET,
                        .key = "to",
                        .before = l->model->nodes[node].id,
                        .after = l->model->nodes[other].id,
                        .table = table,
                        .index = index,
                        .detail = other},
            true);
    }
}

static void add_routes(lister *l, rp_span span)
{
    for (uint32_t i = span.first; i < span.first + span.count; i++) {
        const rp_route *route = &l->model->routes[i];
        add_guard(l,
                  &(guard){route->when, RP_MUTANT_ROUTES, i,
                           rp_arena_format(l->arena, "to %s when",
                                           l->model->nodes[route->node].id)});
        add_target(l, RP_MUTANT_ROUTES, i, route->node);
    }
}

/* --------------------------------------------------------------- choices */

static void add_sums(lister *l, uint32_t idx)
{
    const rp_choice *choice = &l->model->choices[idx];

    for (uint32_t i = 0; i < RP_SCORES; i++) {
        if (choice->points[i] != 0) {
            add(l,
                (rp_mutant){.kind = RP_MUTANT_POINT,
                            .key = rp_score_names[i],
                            .before = rp_arena_format(l->arena, "%d",
                                                      choice->points[i]),
                            .after = "0",
                            .index = idx,
                            .detail = i},
                true);
        }
    }
    for (uint32_t i = 0; i < RP_MOODS; i++) {
        if (choice->mood[i] != 0) {
            add(l,
                (rp_mutant){
                    .kind = RP_MUTANT_MOOD,
                    .key = rp_mood_names[i],
                    .before = rp_arena_format(l->arena, "%d", choice->mood[i]),
                    .after = "0",
                    .index = idx,
                    .detail = i},
                l->reads.mood[i]);
        }
    }
}

static const char *value_of(lister *l, const rp_assign *assign)
{
    if (assign->expr != 0) {
        return rp_expr_text(l->model, assign->expr);
    }
    if (l->model->vars[assign->var].is_boolean) {
        return assign->value != 0 ? "true" : "false";
    }
    return rp_arena_format(l->arena, "%d", (int)assign->value);
}

static void add_assigns(lister *l, uint32_t idx)
{
    rp_span span = l->model->choices[idx].assigns;

    for (uint32_t i = span.first; i < span.first + span.count; i++) {
        const rp_assign *assign = &l->model->assigns[i];
        add(l,
            (rp_mutant){.kind = RP_MUTANT_ASSIGN,
                        .key = rp_arena_format(
                            l->arena, "%s %s", assign->is_add ? "add" : "set",
                            l->model->vars[assign->var].name),
                        .before = value_of(l, assign),
                        .index = idx,
                        .detail = i},
            (l->reads.vars >> assign->var & 1) != 0);
    }
}

static bool is_mark_read(const lister *l, uint16_t mark)
{
    return mark != RP_NONE &&
           (l->reads.memory[mark >> 6] >> (mark & 63) & 1) != 0;
}

static void add_promises(lister *l, uint32_t idx, bool is_kept)
{
    const rp_choice *choice = &l->model->choices[idx];
    rp_span span = is_kept ? choice->keeps : choice->promises;

    for (uint32_t i = span.first; i < span.first + span.count; i++) {
        uint16_t promise = l->model->promise_idx[i];
        const rp_promise *made = &l->model->promises[promise];
        add(l,
            (rp_mutant){.kind = is_kept ? RP_MUTANT_KEEP : RP_MUTANT_PROMISE,
                        .key = is_kept ? "keeps" : "promises",
                        .before = made->id,
                        .index = idx,
                        .detail = promise},
            is_mark_read(l, is_kept ? made->kept_mark : made->promised_mark));
    }
}

/* Whether a choice would lead elsewhere if its turn did not repeat. */
static bool stays_for_a_reason(const rp_model *model, const rp_choice *choice)
{
    bool found = choice->route.count > 0;

    for (uint32_t i = 0; i < model->node_count; i++) {
        const rp_node *node = &model->nodes[i];
        bool is_there =
            choice->is_anytime || strcmp(node->id, choice->owner) == 0;
        found = found || (is_there && node->route.count > 0);
    }
    return choice->stays && found;
}

static void add_flags(lister *l, uint32_t idx)
{
    const rp_model *model = l->model;
    const rp_choice *choice = &model->choices[idx];

    if (stays_for_a_reason(model, choice)) {
        add(l,
            (rp_mutant){.kind = RP_MUTANT_STAY,
                        .key = "stay",
                        .before = "true",
                        .index = idx},
            true);
    }
    if (choice->once_mark != RP_NONE) {
        add(l,
            (rp_mutant){.kind = RP_MUTANT_ONCE,
                        .key = "once",
                        .before = "true",
                        .index = idx},
            true);
    }
    if (choice->critical != RP_NONE) {
        add(l,
            (rp_mutant){.kind = RP_MUTANT_CRITICAL,
                        .key = "critical",
                        .before = model->criticals[choice->critical].id,
                        .index = idx},
            true);
    }
    if (choice->step != RP_NONE) {
        add(l,
            (rp_mutant){.kind = RP_MUTANT_STEP,
                        .key = "step",
                        .before = model->steps[choice->step].id,
                        .index = idx},
            is_mark_read(l, model->steps[choice->step].done_mark));
    }
}

/* An anytime reply may have copies, in turns that expressions ask for. */
static bool is_same(const rp_model *model, uint32_t a, uint32_t b)
{
    const rp_choice *one = &model->choices[a];
    const rp_choice *other = &model->choices[b];

    return a == b || (one->is_anytime && other->is_anytime &&
                      strcmp(one->id, other->id) == 0);
}

static bool is_copy(const rp_model *model, uint32_t idx)
{
    bool found = false;

    for (uint32_t i = 0; i < idx; i++) {
        found = found || is_same(model, i, idx);
    }
    return found;
}

static bool is_chosen(const lister *l, uint32_t idx)
{
    bool found = false;

    for (uint32_t i = 0; i < l->model->choice_count; i++) {
        found = found || (l->trodden.choices[i] && is_same(l->model, i, idx));
    }
    return found;
}

static void list_choice(lister *l, uint32_t idx)
{
    const rp_choice *choice = &l->model->choices[idx];

    l->subject = rp_arena_format(l->arena, "%s/%s",
                                 choice->is_anytime ? "anytime" : choice->owner,
                                 choice->id);
    l->is_played = is_chosen(l, idx);
    add_guard(l, &(guard){choice->when, RP_MUTANT_CHOICES, idx, "when"});
    add_sums(l, idx);
    add_assigns(l, idx);
    add_flags(l, idx);
    add_promises(l, idx, false);
    add_promises(l, idx, true);
    add_routes(l, choice->route);
}

static void list_node(lister *l, const rp_node *node)
{
    const rp_model *model = l->model;

    l->subject = node->id;
    l->is_played = l->trodden.nodes[node - model->nodes];
    add_routes(l, node->route);
    for (uint32_t i = 0; i < node->offers.count; i++) {
        uint32_t idx = model->offers[node->offers.first + i];
        if (!model->choices[idx].is_anytime) {
            list_choice(l, idx);
        }
    }
    for (uint32_t i = 0; i < node->asks.count; i++) {
        rp_span answers = model->asks[node->asks.first + i].answers;
        for (uint32_t j = 0; j < answers.count; j++) {
            list_choice(l, answers.first + j);
        }
    }
}

static void list_rest(lister *l)
{
    const rp_model *model = l->model;

    for (uint32_t i = 0; i < model->choice_count; i++) {
        if (model->choices[i].is_anytime && !is_copy(model, i)) {
            list_choice(l, i);
        }
    }
    for (uint32_t i = 0; i < model->interrupt_count; i++) {
        const rp_interrupt *interrupt = &model->interrupts[i];
        uint16_t mark = interrupt->fired_mark;
        l->subject = rp_arena_format(l->arena, "interrupt:%s", interrupt->id);
        l->is_played = (l->trodden.memory[mark >> 6] >> (mark & 63) & 1) != 0;
        add_guard(l,
                  &(guard){interrupt->when, RP_MUTANT_INTERRUPTS, i, "when"});
        add_target(l, RP_MUTANT_INTERRUPTS, i, interrupt->node);
    }
    if (model->hangs_up != RP_NONE) {
        l->subject = "";
        l->is_played = l->trodden.nodes[model->hangs_up];
        add(l,
            (rp_mutant){.kind = RP_MUTANT_HANGS_UP,
                        .key = "hangs_up",
                        .before = model->nodes[model->hangs_up].id},
            true);
    }
}

rp_status mutants_list(const rp_model *model, rp_arena *arena,
                       rp_mutation *mutation, rp_error *err)
{
    lister l = {.model = model, .arena = arena};

    if (!trodden_find(model, arena, &l.trodden)) {
        return author_no_memory(err);
    }
    for (rp_expr expr = 1; expr <= model->expr_count; expr++) {
        rp_expr_reads(model, expr, &l.reads);
    }
    l.reads.mood[RP_PATIENCE] =
        l.reads.mood[RP_PATIENCE] || model->hangs_up != RP_NONE;
    for (uint32_t i = 0; i < model->node_count; i++) {
        list_node(&l, &model->nodes[i]);
    }
    list_rest(&l);
    mutation->items = l.mutants.items;
    mutation->count = l.mutants.count;
    return l.refused ? author_no_memory(err) : RP_OK;
}
