/* The expressions of a model while it is compiled. */
#include <stdio.h>
#include <string.h>

#include "model_internal.h"

void expr_table_init(expr_table *t, const expr_scope *scope, rp_arena *arena,
                     rp_arena *scratch)
{
    rp_arena *borrowed = scratch == NULL ? arena : scratch;
    *t = (expr_table){.scope = scope, .arena = arena};
    vector_init(&t->programs, arena, sizeof(expr_op));
    vector_init(&t->code, arena, sizeof(expr_op));
    vector_init(&t->source, arena, sizeof(char *));
    t->items = rp_arena_take(borrowed, 1, sizeof *t->items);
    t->ops = rp_arena_take(borrowed, EXPR_ITEMS_MAX, sizeof *t->ops);
    t->starts = rp_arena_take(borrowed, EXPR_ITEMS_MAX, sizeof *t->starts);
    t->refused = t->items == NULL || t->ops == NULL || t->starts == NULL;
}

/*
 * True for leaves joined by `fork` and by nothing else, however they are
 * bracketed: a, fork, b, fork, c ...
 */
static bool is_chain(const expr_op *ops, uint32_t count, expr_code fork)
{
    for (uint32_t i = 0; i < count; i++) {
        bool is_in_place = i % 2 == 0 ? ops[i].code <= EXPR_FACT
                                      : ops[i].code == (uint8_t)fork;
        if (!is_in_place) {
            return false;
        }
    }
    return count % 2 == 1;
}

/* The program of one set: the operation itself, or where its code begins. */
static expr_op encode(expr_table *t, uint32_t set)
{
    uint32_t count = expr_encode(t->scope, set, t->items, t->ops, t->starts);
    if (count == 1) {
        return t->ops[0];
    }
    bool is_all = is_chain(t->ops, count, EXPR_AND_THEN);
    bool is_any = is_chain(t->ops, count, EXPR_OR_ELSE);
    uint32_t stride = is_all || is_any ? 2 : 1;
    expr_op program = {.code = EXPR_PROGRAM,
                       .span = (count + stride - 1) / stride,
                       .value = t->code.count};
    if (is_all || is_any) {
        program.code = is_all ? EXPR_ALL : EXPR_ANY;
    }
    for (uint32_t i = 0; i < count; i += stride) {
        *(expr_op *)vector_add(&t->code) = t->ops[i];
    }
    return program;
}

static rp_expr add_programs(expr_table *t, const char *source)
{
    expr_op program = {0};
    for (uint32_t set = 0; set < t->scope->set_count; set++) {
        if (set == 0 || t->items->reads_facts) {
            program = encode(t, set);
        }
        *(expr_op *)vector_add(&t->programs) = program;
    }
    *(const char **)vector_add(&t->source) =
        rp_arena_copy(t->arena, source, strlen(source));
    t->refused = t->programs.refused || t->code.refused || t->source.refused;
    return t->refused ? 0 : t->source.count;
}

static void fail_result(expr_type found, expr_type wanted, expr_fault *fault)
{
    *fault = (expr_fault){.kind = EXPR_FAULT_TYPE};
    (void)snprintf(fault->message, sizeof fault->message,
                   "%s is wanted here, and this is %s", expr_type_words[wanted],
                   expr_type_words[found]);
}

rp_expr expr_table_add(expr_table *t, const char *source, expr_type type,
                       expr_fault *fault)
{
    fault->message[0] = '\0';
    if (t->refused || t->source.count == EXPRS_MAX) {
        t->refused = true;
        return 0;
    }
    if (!expr_read(t->scope, source, t->items, fault)) {
        return 0;
    }
    if (t->items->type != type) {
        fail_result(t->items->type, type, fault);
        return 0;
    }
    return add_programs(t, source);
}

void expr_table_freeze(expr_table *t, rp_model *model)
{
    model->expr_count = t->source.count;
    model->hidden->programs = t->programs.items;
    model->hidden->code = t->code.items;
    model->hidden->code_count = t->code.count;
    model->hidden->source = t->source.items;
}
