/*
 * A model with one condition turned round, for those who ask what it is
 * worth: in every fact set its program answers the opposite.
 */
#include <string.h>

#include "model_internal.h"

/* The tables of the copy while they are written. */
typedef struct turning {
    const rp_model *from;
    rp_arena *arena;
    struct rp_model_private *hidden;
    expr_op *programs;
    expr_op *code;
    const char **source;
    uint32_t code_count;
} turning;

/* The opposite of a leaf that answers true or false. */
static expr_op opposite_leaf(expr_op leaf)
{
    if (leaf.code == EXPR_CONST) {
        leaf.value = leaf.value == 0;
    } else {
        leaf.negated = !leaf.negated;
    }
    return leaf;
}

/* Not all of them: any of the opposites. And the other way round. */
static void turn_chain(turning *t, expr_op *program)
{
    expr_op *code = t->code + program->value;

    for (uint32_t i = 0; i < program->span; i++) {
        code[i] = opposite_leaf(code[i]);
    }
    program->code = program->code == EXPR_ALL ? EXPR_ANY : EXPR_ALL;
}

static void turn_program(turning *t, expr_op *program)
{
    if (program->code <= EXPR_FACT) {
        *program = opposite_leaf(*program);
        return;
    }
    memcpy(t->code + t->code_count, t->from->hidden->code + program->value,
           program->span * sizeof *t->code);
    program->value = t->code_count;
    t->code_count += program->span;
    if (program->code == EXPR_PROGRAM) {
        t->code[t->code_count++] = (expr_op){.code = EXPR_NOT};
        program->span++;
    } else {
        turn_chain(t, program);
    }
}

static const expr_op *row_of(const rp_model *model, rp_expr expr)
{
    return model->hidden->programs + (size_t)(expr - 1) * model->set_count;
}

/* Operations that the turned programs may add to the code. */
static uint32_t room_for(const rp_model *model, rp_expr expr)
{
    const expr_op *row = row_of(model, expr);
    uint32_t room = 0;

    for (uint32_t set = 0; set < model->set_count; set++) {
        room += row[set].code <= EXPR_FACT ? 0 : row[set].span + 1;
    }
    return room;
}

/* Copies of what is about to change; false when memory is refused. */
static bool take_tables(turning *t, rp_expr expr)
{
    const struct rp_model_private *old = t->from->hidden;
    size_t programs = (size_t)t->from->expr_count * t->from->set_count;
    size_t code = old->code_count + (size_t)room_for(t->from, expr);

    t->hidden = rp_arena_take(t->arena, 1, sizeof *t->hidden);
    t->programs = rp_arena_take(t->arena, programs, sizeof *t->programs);
    t->code = rp_arena_take(t->arena, code + 1, sizeof *t->code);
    t->source = rp_arena_take(t->arena, t->from->expr_count, sizeof *t->source);
    if (t->hidden == NULL || t->programs == NULL || t->code == NULL ||
        t->source == NULL) {
        return false;
    }
    *t->hidden = *old;
    memcpy(t->programs, old->programs, programs * sizeof *t->programs);
    memcpy(t->source, old->source, t->from->expr_count * sizeof *t->source);
    if (old->code_count > 0) {
        memcpy(t->code, old->code, old->code_count * sizeof *t->code);
    }
    t->code_count = old->code_count;
    t->source[expr - 1] =
        rp_arena_format(t->arena, "not (%s)", rp_expr_text(t->from, expr));
    return t->source[expr - 1] != NULL;
}

rp_status rp_model_negate(const rp_model *model, rp_expr expr, rp_arena *arena,
                          rp_model *negated, rp_error *err)
{
    turning t = {.from = model, .arena = arena};

    if (!take_tables(&t, expr)) {
        return rp_fail(err, RP_E_MEMORY, "Out of memory.");
    }
    for (uint32_t set = 0; set < model->set_count; set++) {
        turn_program(&t, t.programs +
                             (row_of(model, expr) - model->hidden->programs) +
                             set);
    }
    t.hidden->programs = t.programs;
    t.hidden->code = t.code;
    t.hidden->source = t.source;
    t.hidden->code_count = t.code_count;
    *negated = *model;
    negated->hidden = t.hidden;
    return RP_OK;
}
