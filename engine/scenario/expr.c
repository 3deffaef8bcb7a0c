/*
 * Running expressions. The solver asks hundreds of millions of times, and
 * nearly always something that one operation answers: that path is a switch
 * and a return.
 */
#include "expr.h"

#include <assert.h>

#include "model_internal.h"

static inline bool is_within(const expr_op *op, int64_t value)
{
    return (uint64_t)(value - op->value) <= op->span;
}

static inline int64_t leaf_value(const expr_op *op, const rp_state *state)
{
    switch (op->code) {
    case EXPR_CONST: return op->value;
    case EXPR_MARK:
        return ((state->memory[op->arg] & (uint64_t)op->value) != 0) !=
               op->negated;
    case EXPR_MOOD_IN:
        return is_within(op, state->mood[op->arg]) != op->negated;
    case EXPR_VAR_IN: return is_within(op, state->vars[op->arg]) != op->negated;
    case EXPR_MOOD: return state->mood[op->arg];
    default: return state->vars[op->arg] + op->value;
    }
}

static int64_t run(const expr_op *op, uint32_t count, const rp_state *state,
                   bool *by_zero)
{
    int64_t stack[EXPR_STACK_MAX + 1];
    int64_t *top = stack; /* stack[0] is below the first value */
    const expr_op *end = op + count;
    for (; op < end; op++) {
        if (op->code <= EXPR_FACT) {
            *++top = leaf_value(op, state);
        } else if (op->code <= EXPR_OR_ELSE) {
            bool skips = (*top != 0) == (op->code == EXPR_OR_ELSE);
            op += skips ? op->arg : 0;
            top -= !skips;
        } else if (op->code == EXPR_NOT) {
            *top = *top == 0;
        } else if (op->code == EXPR_NEGATE) {
            *top = (int64_t)(0 - (uint64_t)*top);
        } else {
            top--;
            *top = expr_apply((expr_code)op->code, top[0], top[1], by_zero);
        }
    }
    return stack[1];
}

/* Leaves joined by `and` or by `or`: the first that decides decides. */
static bool any_is(const expr_op *op, uint32_t count, const rp_state *state,
                   bool wanted)
{
    for (const expr_op *end = op + count; op < end; op++) {
        if ((leaf_value(op, state) != 0) == wanted) {
            return true;
        }
    }
    return false;
}

static const expr_op *program_of(const rp_model *model, rp_expr expr,
                                 uint32_t set)
{
    assert(expr >= 1 && expr <= model->expr_count && set < model->set_count);
    return &model->hidden->programs[(expr - 1) * model->set_count + set];
}

int64_t rp_expr_value(const rp_model *model, rp_expr expr,
                      const rp_state *state)
{
    if (expr == 0) {
        return 1;
    }
    const expr_op *op = program_of(model, expr, state->set);
    if (op->code <= EXPR_FACT) {
        return leaf_value(op, state);
    }
    const expr_op *code = model->hidden->code + op->value;
    if (op->code == EXPR_ALL) {
        return !any_is(code, op->span, state, false);
    }
    if (op->code == EXPR_ANY) {
        return any_is(code, op->span, state, true);
    }
    bool ignored = false;
    return run(code, op->span, state, &ignored);
}

bool rp_expr_divides_by_zero(const rp_model *model, rp_expr expr,
                             const rp_state *state)
{
    bool by_zero = false;
    if (expr != 0) {
        const expr_op *op = program_of(model, expr, state->set);
        if (op->code == EXPR_PROGRAM) {
            (void)run(model->hidden->code + op->value, op->span, state,
                      &by_zero);
        }
    }
    return by_zero;
}

/* The operations of one program, be it one or many. */
static const expr_op *ops_of(const rp_model *model, rp_expr expr, uint32_t set,
                             uint32_t *count)
{
    const expr_op *op = program_of(model, expr, set);
    bool is_long = op->code >= EXPR_ALL;
    *count = is_long ? op->span : 1;
    return is_long ? model->hidden->code + op->value : op;
}

bool rp_expr_may_divide_by_zero(const rp_model *model, rp_expr expr)
{
    bool may = false;
    for (uint32_t set = 0; expr != 0 && set < model->set_count; set++) {
        uint32_t count = 0;
        const expr_op *op = ops_of(model, expr, set, &count);
        for (const expr_op *end = op + count; op < end; op++) {
            bool divides =
                op->code == EXPR_DIVIDE || op->code == EXPR_REMAINDER;
            may = may || (divides && !op->negated);
        }
    }
    return may;
}

static void add_reads(const expr_op *op, rp_reads *reads)
{
    if (op->code == EXPR_MARK) {
        reads->memory[op->arg] |= (uint64_t)op->value;
    } else if (op->code == EXPR_MOOD || op->code == EXPR_MOOD_IN) {
        reads->mood[op->arg] = true;
    } else if (op->code == EXPR_VAR || op->code == EXPR_VAR_IN) {
        reads->vars |= UINT32_C(1) << op->arg;
    }
}

void rp_expr_reads(const rp_model *model, rp_expr expr, rp_reads *reads)
{
    for (uint32_t set = 0; expr != 0 && set < model->set_count; set++) {
        uint32_t count = 0;
        const expr_op *op = ops_of(model, expr, set, &count);
        for (const expr_op *end = op + count; op < end; op++) {
            add_reads(op, reads);
        }
    }
}

const char *rp_expr_text(const rp_model *model, rp_expr expr)
{
    assert(expr <= model->expr_count);
    return expr == 0 ? "" : model->hidden->source[expr - 1];
}
