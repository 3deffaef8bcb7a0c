/*
 * The model of a mutant: a shallow copy in which one table is another. What
 * would cost milliseconds to compile anew costs microseconds here.
 */
#include <string.h>

#include "mutate.h"

typedef struct changing {
    rp_model *model; /* the copy */
    const rp_mutant *mutant;
    rp_arena *arena;
    rp_choice *choices; /* its own; NULL: not needed so far */
    bool refused;
} changing;

/* A table of the copy's own; NULL when memory is refused. */
static void *own_table(changing *c, const void *items, size_t count,
                       size_t item_bytes)
{
    void *own = rp_arena_take(c->arena, count + 1, item_bytes);

    if (own != NULL && count > 0) {
        memcpy(own, items, count * item_bytes);
    }
    c->refused = c->refused || own == NULL;
    return own;
}

static uint32_t later(uint32_t end, rp_span span)
{
    uint32_t other = span.count > 0 ? span.first + span.count : 0;

    return other > end ? other : end;
}

/* The choice itself, and its copies where it can be said at any time. */
static bool is_meant(const changing *c, uint32_t idx)
{
    const rp_choice *choice = &c->model->choices[idx];
    const rp_choice *meant = &c->model->choices[c->mutant->index];

    return idx == c->mutant->index ||
           (choice->is_anytime && meant->is_anytime &&
            strcmp(choice->id, meant->id) == 0);
}

/* -------------------------------------------------------------- choices */

static void drop_assign(changing *c)
{
    rp_model *model = c->model;
    rp_span span = model->choices[c->mutant->index].assigns;
    uint32_t end = 0;

    for (uint32_t i = 0; i < model->choice_count; i++) {
        end = later(end, model->choices[i].assigns);
    }
    rp_assign *own = own_table(c, model->assigns, end, sizeof *own);
    uint32_t at = c->mutant->detail;
    if (own != NULL) {
        memmove(&own[at], &own[at + 1],
                (span.first + span.count - at - 1) * sizeof *own);
        model->assigns = own;
    }
}

/* Takes a mark out of a span; the others keep their order. */
static void close_up(uint16_t *marks, rp_span *span, uint16_t mark)
{
    uint32_t kept = span->first;

    for (uint32_t i = span->first; i < span->first + span->count; i++) {
        marks[kept] = marks[i];
        kept += marks[i] != mark;
    }
    span->count = kept - span->first;
}

static void drop_mark(changing *c, uint16_t mark)
{
    rp_model *model = c->model;
    uint32_t end = 0;

    for (uint32_t i = 0; i < model->choice_count; i++) {
        end = later(end, model->choices[i].marks);
    }
    uint16_t *own = own_table(c, model->marks, end, sizeof *own);
    for (uint32_t i = 0; own != NULL && i < model->choice_count; i++) {
        if (is_meant(c, i)) {
            close_up(own, &c->choices[i].marks, mark);
        }
    }
    model->marks = own != NULL ? own : model->marks;
}

/* The mark that goes with what a mutant drops; RP_NONE: none does. */
static uint16_t mark_of(const changing *c)
{
    const rp_model *model = c->model;
    const rp_choice *choice = &model->choices[c->mutant->index];

    switch ((int)c->mutant->kind) {
    case RP_MUTANT_CRITICAL: return model->criticals[choice->critical].mark;
    case RP_MUTANT_PROMISE:
        return model->promises[c->mutant->detail].promised_mark;
    case RP_MUTANT_KEEP: return model->promises[c->mutant->detail].kept_mark;
    case RP_MUTANT_STEP: return model->steps[choice->step].done_mark;
    default: return RP_NONE;
    }
}

static void change_choice(const rp_mutant *mutant, rp_choice *choice)
{
    switch ((int)mutant->kind) {
    case RP_MUTANT_POINT: choice->points[mutant->detail] = 0; break;
    case RP_MUTANT_MOOD: choice->mood[mutant->detail] = 0; break;
    case RP_MUTANT_ASSIGN: choice->assigns.count--; break;
    case RP_MUTANT_ALWAYS: choice->when = 0; break;
    case RP_MUTANT_STAY: choice->stays = false; break;
    case RP_MUTANT_ONCE: choice->once_mark = RP_NONE; break;
    case RP_MUTANT_CRITICAL: choice->critical = RP_NONE; break;
    case RP_MUTANT_STEP: choice->step = RP_NONE; break;
    default: break; /* a promise is its mark */
    }
}

static void change_choices(changing *c)
{
    rp_model *model = c->model;
    uint16_t mark = mark_of(c);

    c->choices =
        own_table(c, model->choices, model->choice_count, sizeof *c->choices);
    if (c->choices == NULL) {
        return;
    }
    if (c->mutant->kind == RP_MUTANT_ASSIGN) {
        drop_assign(c);
    }
    if (mark != RP_NONE) {
        drop_mark(c, mark);
    }
    for (uint32_t i = 0; i < model->choice_count; i++) {
        if (is_meant(c, i)) {
            change_choice(c->mutant, &c->choices[i]);
        }
    }
    model->choices = c->choices;
}

/* ---------------------------------------------------- routes, interrupts */

static uint32_t routes_end(const rp_model *model)
{
    uint32_t end = 0;

    for (uint32_t i = 0; i < model->choice_count; i++) {
        end = later(end, model->choices[i].route);
    }
    for (uint32_t i = 0; i < model->node_count; i++) {
        end = later(end, model->nodes[i].route);
        end = later(end, model->nodes[i].silence.route);
    }
    return end;
}

/* Without its condition, or leading elsewhere. */
static void change_way(const rp_mutant *mutant, rp_expr *when, uint16_t *node)
{
    if (mutant->kind == RP_MUTANT_ALWAYS) {
        *when = 0;
    } else {
        *node = (uint16_t)mutant->detail;
    }
}

static void change_route(changing *c)
{
    rp_model *model = c->model;
    rp_route *own = own_table(c, model->routes, routes_end(model), sizeof *own);

    if (own == NULL) {
        return;
    }
    change_way(c->mutant, &own[c->mutant->index].when,
               &own[c->mutant->index].node);
    model->routes = own;
}

static void change_interrupt(changing *c)
{
    rp_model *model = c->model;
    rp_interrupt *own =
        own_table(c, model->interrupts, model->interrupt_count, sizeof *own);

    if (own == NULL) {
        return;
    }
    change_way(c->mutant, &own[c->mutant->index].when,
               &own[c->mutant->index].node);
    model->interrupts = own;
}

static void change(changing *c)
{
    bool has_table = c->mutant->kind == RP_MUTANT_ALWAYS ||
                     c->mutant->kind == RP_MUTANT_TARGET;

    if (c->mutant->kind == RP_MUTANT_HANGS_UP) {
        c->model->hangs_up = RP_NONE;
    } else if (has_table && c->mutant->table == RP_MUTANT_ROUTES) {
        change_route(c);
    } else if (has_table && c->mutant->table == RP_MUTANT_INTERRUPTS) {
        change_interrupt(c);
    } else {
        change_choices(c);
    }
}

rp_status mutant_apply(const rp_model *model, const rp_mutant *mutant,
                       rp_arena *arena, rp_model *mutated, rp_error *err)
{
    rp_model made = *model;
    changing c = {.model = &made, .mutant = mutant, .arena = arena};

    if (mutant->kind == RP_MUTANT_OPPOSITE) {
        return rp_model_negate(model, mutant->index, arena, mutated, err);
    }
    change(&c);
    if (c.refused) {
        return author_no_memory(err);
    }
    *mutated = made;
    return RP_OK;
}
