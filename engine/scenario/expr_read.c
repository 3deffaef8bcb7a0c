/*
 * From tokens to typed items in postfix order. One pass by precedence
 * climbing: operators, names and types are judged where they stand, so a
 * fault points at its own character. Types never mix.
 */
#include <string.h>

#include "expr_reader.h"

const char *const expr_type_words[EXPR_TYPES] = {
    "a number", "true or false", "a text",           "a name",
    "a date",   "a time of day", "a date with time",
};

uint32_t reader_add(reader *r, expr_code code, uint16_t arg, int64_t value)
{
    expr_items *out = r->out;
    if (out->count == EXPR_ITEMS_MAX) {
        expr_fail(&r->lexer, EXPR_FAULT_SYNTAX, r->lexer.at,
                  "this expression has too many parts");
        return 0;
    }
    out->items[out->count] =
        (expr_item){.code = code, .arg = arg, .value = value};
    return out->count++;
}

operand reader_push(reader *r, expr_type type, expr_item item)
{
    operand read = {.type = type, .at = r->lexer.at};
    read.first = reader_add(r, item.code, item.arg, item.value);
    if (++r->pushed > EXPR_STACK_MAX) {
        expr_fail(&r->lexer, EXPR_FAULT_SYNTAX, r->lexer.at,
                  "this is nested too deeply");
    }
    return read;
}

operand reader_constant(reader *r, expr_type type, int64_t value)
{
    operand read =
        reader_push(r, type, (expr_item){.code = EXPR_CONST, .value = value});
    expr_lex(&r->lexer);
    return read;
}

bool reader_take(reader *r, const char *written)
{
    if (!expr_is_symbol(&r->lexer, written)) {
        expr_fail(&r->lexer, EXPR_FAULT_SYNTAX, r->lexer.at,
                  "a `%s` is missing here", written);
        return false;
    }
    expr_lex(&r->lexer);
    return true;
}

static void need_type(reader *r, const operand *read, expr_type type,
                      const char *who, const char *needs)
{
    if (!r->lexer.has_failed && read->type != type) {
        expr_fail(&r->lexer, EXPR_FAULT_TYPE, read->at,
                  "`%s` %s, and this is %s", who, needs,
                  expr_type_words[read->type]);
    }
}

void reader_need_number(reader *r, const operand *read, const char *who)
{
    need_type(r, read, EXPR_T_INTEGER, who, "works on numbers");
}

void reader_need_condition(reader *r, const operand *read, const char *who)
{
    need_type(r, read, EXPR_T_BOOLEAN, who, "joins what is true or false");
}

/* ----------------------------------------------------------- operators */

static operand read_bracket(reader *r)
{
    expr_lex(&r->lexer);
    operand read = reader_expression(r, 1);
    (void)reader_take(r, ")");
    read.is_quoted = false;
    return read;
}

static operand read_primary(reader *r)
{
    expr_lexer *lexer = &r->lexer;
    if (lexer->kind == EXPR_TOKEN_INTEGER) {
        return reader_constant(r, EXPR_T_INTEGER, lexer->value);
    }
    if (lexer->kind == EXPR_TOKEN_STRING) {
        operand read = reader_constant(
            r, EXPR_T_TEXT, r->scope->intern(r->scope->user, lexer->text));
        read.is_quoted = true;
        return read;
    }
    if (lexer->kind == EXPR_TOKEN_NAME) {
        return reader_name(r);
    }
    if (expr_is_symbol(lexer, "(")) {
        return read_bracket(r);
    }
    expr_fail(lexer, EXPR_FAULT_SYNTAX, lexer->at,
              lexer->kind == EXPR_TOKEN_END ? "the expression ends too early"
                                            : "a value is missing before this");
    return (operand){0};
}

/* `not x` or `-x`; the operator is the present token. */
static operand read_prefix(reader *r, bool is_not);

static operand read_unary(reader *r)
{
    if (r->lexer.has_failed) {
        return (operand){0};
    }
    if (++r->depth > EXPR_DEPTH_MAX) {
        expr_fail(&r->lexer, EXPR_FAULT_SYNTAX, r->lexer.at,
                  "this is nested too deeply");
        return (operand){0};
    }
    bool is_not =
        r->lexer.kind == EXPR_TOKEN_NAME && strcmp(r->lexer.text, "not") == 0;
    operand read = is_not || expr_is_symbol(&r->lexer, "-")
                       ? read_prefix(r, is_not)
                       : read_primary(r);
    r->depth--;
    return read;
}

static operand read_prefix(reader *r, bool is_not)
{
    size_t at = r->lexer.at;
    expr_lex(&r->lexer);
    operand read = read_unary(r);
    if (is_not) {
        need_type(r, &read, EXPR_T_BOOLEAN, "not",
                  "turns round what is true or false");
    } else {
        reader_need_number(r, &read, "-");
    }
    (void)reader_add(r, is_not ? EXPR_NOT : EXPR_NEGATE, 0, 0);
    read.at = at;
    return read;
}

static bool may_be_compared(const operand *left, const operand *right)
{
    if (left->type == right->type) {
        return true;
    }
    return (left->is_quoted && right->type == EXPR_T_NAME) ||
           (right->is_quoted && left->type == EXPR_T_NAME);
}

static void need_comparable(reader *r, const expr_symbol *symbol,
                            const operand *left, const operand *right)
{
    if (r->lexer.has_failed) {
        return;
    }
    if (!may_be_compared(left, right)) {
        expr_fail(&r->lexer, EXPR_FAULT_TYPE, right->at,
                  "`%s` compares like with like; to the left stands %s, and "
                  "this is %s",
                  symbol->written, expr_type_words[left->type],
                  expr_type_words[right->type]);
        return;
    }
    bool has_order = left->type != EXPR_T_BOOLEAN &&
                     left->type != EXPR_T_TEXT && left->type != EXPR_T_NAME;
    if (!has_order && symbol->code != EXPR_EQ && symbol->code != EXPR_NE) {
        expr_fail(&r->lexer, EXPR_FAULT_TYPE, left->at,
                  "`%s` compares numbers or times, and this is %s",
                  symbol->written, expr_type_words[left->type]);
    }
}

/* `and`, `or`: the right side is skipped where the left one decides. */
static operand read_joined(reader *r, const expr_symbol *symbol, operand left)
{
    bool is_and = symbol->code == EXPR_AND;
    reader_need_condition(r, &left, symbol->written);
    uint32_t fork = reader_add(r, is_and ? EXPR_AND_THEN : EXPR_OR_ELSE, 0, 0);
    operand right = reader_expression(r, symbol->level + 1U);
    reader_need_condition(r, &right, symbol->written);
    uint32_t join = reader_add(r, symbol->code, 0, 0);
    expr_item *items = r->out->items;
    items[fork].first = left.first;
    items[fork].link = join;
    items[join].first = left.first;
    items[join].link = fork;
    r->pushed--;
    left.is_quoted = false;
    return left;
}

static operand read_combined(reader *r, const expr_symbol *symbol, operand left)
{
    operand right = reader_expression(r, symbol->level + 1U);
    operand both = {.type = EXPR_T_BOOLEAN, .first = left.first, .at = left.at};
    if (symbol->code >= EXPR_EQ) {
        need_comparable(r, symbol, &left, &right);
    } else {
        reader_need_number(r, &left, symbol->written);
        reader_need_number(r, &right, symbol->written);
        both.type = EXPR_T_INTEGER;
    }
    (void)reader_add(r, symbol->code, 0, 0);
    r->pushed--;
    return both;
}

operand reader_expression(reader *r, uint32_t level)
{
    operand left = read_unary(r);
    while (!r->lexer.has_failed && r->lexer.symbol != NULL &&
           r->lexer.symbol->level >= level) {
        const expr_symbol *symbol = r->lexer.symbol;
        expr_lex(&r->lexer);
        bool is_joined = symbol->code == EXPR_AND || symbol->code == EXPR_OR;
        left = is_joined ? read_joined(r, symbol, left)
                         : read_combined(r, symbol, left);
    }
    return left;
}

static void read_whole(reader *r)
{
    expr_lex(&r->lexer);
    operand whole = reader_expression(r, 1);
    if (!r->lexer.has_failed && r->lexer.kind != EXPR_TOKEN_END) {
        expr_fail(&r->lexer, EXPR_FAULT_SYNTAX, r->lexer.at,
                  "`and`, `or` or another operator is missing before this");
    }
    r->out->type = whole.type;
}

bool expr_read(const expr_scope *scope, const char *source, expr_items *items,
               expr_fault *fault)
{
    reader r = {.lexer = {.source = source, .fault = fault},
                .scope = scope,
                .out = items};
    items->count = 0;
    items->reads_facts = false;
    if (strlen(source) > EXPR_LENGTH_MAX) {
        expr_fail(&r.lexer, EXPR_FAULT_SYNTAX, 0,
                  "an expression has at most %d bytes", EXPR_LENGTH_MAX);
        return false;
    }
    read_whole(&r);
    return !r.lexer.has_failed;
}
