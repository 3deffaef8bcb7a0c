/*
 * Reading expressions, inside: what the operators (expr_read.c) and the names
 * (expr_names.c) share.
 */
#ifndef RAPPORT_SCENARIO_EXPR_READER_H
#define RAPPORT_SCENARIO_EXPR_READER_H

#include "expr.h"

typedef struct reader {
    expr_lexer lexer;
    const expr_scope *scope;
    expr_items *out;
    uint32_t depth;  /* brackets and unary operators we are in */
    uint32_t pushed; /* values the items read so far leave on the stack */
} reader;

/* A part that has been read: its items end where the items end. */
typedef struct operand {
    expr_type type;
    bool is_quoted; /* 'so', which may stand beside a text or a name */
    uint32_t first;
    size_t at;
} operand;

/* Adds one item and returns its index; a fault when there is no room. */
uint32_t reader_add(reader *r, expr_code code, uint16_t arg, int64_t value);

/* Adds a leaf at the present token: one more value on the stack. */
operand reader_push(reader *r, expr_type type, expr_item item);

/* A constant in the place of the present token, which is passed. */
operand reader_constant(reader *r, expr_type type, int64_t value);

/* Moves on behind a symbol; a fault where another token stands. */
bool reader_take(reader *r, const char *written);

/* A fault where a part has not the type that `who` needs. */
void reader_need_number(reader *r, const operand *read, const char *who);
void reader_need_condition(reader *r, const operand *read, const char *who);

/* An expression of operators that bind at `level` or more strongly. */
operand reader_expression(reader *r, uint32_t level);

/* true, calm, fact.x, said 'x', min(a, b), a variable: the present token. */
operand reader_name(reader *r);

#endif
