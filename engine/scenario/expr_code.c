/*
 * From typed items to the program of one fact set. Operations are written one
 * after the other and folded as soon as they stand there, by looking at the
 * last one or two: what follows from the facts disappears, a comparison with
 * a constant becomes one test of a range.
 *
 * Folding never hides a division by zero: such an operation stays, and with
 * it everything that decides whether it is reached.
 */
#include "expr.h"

enum {
    NO_FORK = UINT16_MAX
};

typedef struct coder {
    const expr_scope *scope;
    const rp_fact *facts; /* of this set */
    const expr_item *items;
    expr_op *ops;
    uint16_t *starts; /* of each item: operations before its own */
    uint32_t count;
    /*
     * Some skip ends here: operations before it belong to a value of which
     * the last one is not the whole, so folding never reaches across.
     */
    uint32_t barrier;
} coder;

int64_t expr_apply(expr_code code, int64_t a, int64_t b, bool *by_zero)
{
    uint64_t x = (uint64_t)a;
    uint64_t y = (uint64_t)b;
    bool divides = code == EXPR_DIVIDE || code == EXPR_REMAINDER;
    if (divides && (b == 0 || b == -1)) {
        *by_zero = *by_zero || b == 0;
        return b == -1 && code == EXPR_DIVIDE ? (int64_t)(0 - x) : 0;
    }
    int64_t floor_off = 0;
    switch ((int)code) {
    case EXPR_ADD: return (int64_t)(x + y);
    case EXPR_SUBTRACT: return (int64_t)(x - y);
    case EXPR_MULTIPLY: return (int64_t)(x * y);
    case EXPR_DIVIDE:
        floor_off = a % b != 0 && (a % b < 0) != (b < 0);
        return a / b - floor_off;
    case EXPR_REMAINDER:
        floor_off = a % b != 0 && (a % b < 0) != (b < 0);
        return a % b + floor_off * b;
    case EXPR_MIN: return a < b ? a : b;
    case EXPR_MAX: return a > b ? a : b;
    case EXPR_EQ: return a == b;
    case EXPR_NE: return a != b;
    case EXPR_LT: return a < b;
    case EXPR_LE: return a <= b;
    case EXPR_GT: return a > b;
    default: return a >= b;
    }
}

static expr_op *last(coder *c, uint32_t back)
{
    return &c->ops[c->count - back];
}

static void put(coder *c, expr_op op)
{
    c->ops[c->count++] = op;
}

/* True where the last `count` operations are leaves, one whole value each. */
static bool are_leaves(coder *c, uint32_t count)
{
    for (uint32_t back = 1; back <= count; back++) {
        if (c->count < c->barrier + back || last(c, back)->code > EXPR_FACT) {
            return false;
        }
    }
    return true;
}

static bool is_constant(const expr_op *op)
{
    return op->code == EXPR_CONST;
}

/* The leaves that answer true or false and can be turned round. */
static bool is_test(const expr_op *op)
{
    return op->code == EXPR_MARK || op->code == EXPR_MOOD_IN ||
           op->code == EXPR_VAR_IN;
}

static void put_leaf(coder *c, const expr_item *item)
{
    expr_op op = {
        .code = (uint8_t)item->code, .arg = item->arg, .value = item->value};
    if (item->code == EXPR_FACT) {
        op = (expr_op){.code = EXPR_CONST, .value = c->facts[item->arg].value};
    } else if (item->code == EXPR_VAR && c->scope->vars[item->arg].is_boolean) {
        op.code = EXPR_VAR_IN;
        op.value = 1;
    } else if (item->code == EXPR_VAR) {
        op.value = c->scope->vars[item->arg].lo;
    }
    put(c, op);
}

static void put_prefix(coder *c, expr_code code)
{
    expr_op *op = last(c, 1);
    bool is_leaf = are_leaves(c, 1);
    if (is_leaf && is_constant(op)) {
        op->value = code == EXPR_NOT ? op->value == 0
                                     : (int64_t)(0 - (uint64_t)op->value);
    } else if (is_leaf && code == EXPR_NOT && is_test(op)) {
        op->negated = !op->negated;
    } else {
        put(c, (expr_op){.code = (uint8_t)code});
    }
}

/* ------------------------------------------------------------- ranges */

/* `a < b` as seen from b. */
static expr_code mirrored(expr_code code)
{
    switch ((int)code) {
    case EXPR_LT: return EXPR_GT;
    case EXPR_LE: return EXPR_GE;
    case EXPR_GT: return EXPR_LT;
    case EXPR_GE: return EXPR_LE;
    default: return code;
    }
}

/* Numbers from..to; none where from > to. */
typedef struct interval {
    int64_t from;
    int64_t to;
} interval;

static interval within(const coder *c, const expr_op *op)
{
    if (op->code == EXPR_MOOD) {
        return (interval){0, 100};
    }
    const rp_var *var = &c->scope->vars[op->arg];
    return (interval){var->lo, var->hi};
}

/* The part of `all` that compares with `limit` as `code` says. */
static interval part_of(interval all, expr_code code, int64_t limit)
{
    if (limit < all.from) {
        limit = all.from - 1;
    } else if (limit > all.to) {
        limit = all.to + 1;
    }
    interval part = all;
    switch ((int)code) {
    case EXPR_LT: part.to = limit - 1; break;
    case EXPR_LE: part.to = limit; break;
    case EXPR_GT: part.from = limit + 1; break;
    case EXPR_GE: part.from = limit; break;
    default: part = (interval){limit, limit}; break;
    }
    part.from = part.from < all.from ? all.from : part.from;
    part.to = part.to > all.to ? all.to : part.to;
    return part;
}

/* A mood or a counter against a constant: a range, or already decided. */
static expr_op range_test(const coder *c, expr_code code, const expr_op *leaf,
                          int64_t limit)
{
    interval all = within(c, leaf);
    interval part = part_of(all, code, limit);
    bool negated = code == EXPR_NE;
    if (part.from > part.to) {
        return (expr_op){.code = EXPR_CONST, .value = negated};
    }
    if (part.from == all.from && part.to == all.to) {
        return (expr_op){.code = EXPR_CONST, .value = !negated};
    }
    return (expr_op){
        .code = leaf->code == EXPR_MOOD ? EXPR_MOOD_IN : EXPR_VAR_IN,
        .negated = negated,
        .arg = leaf->arg,
        .span = (uint32_t)(part.to - part.from),
        .value = part.from - all.from,
    };
}

/* One of two leaves is a constant and `code` compares: true when folded. */
static bool fold_comparison(coder *c, expr_code code)
{
    expr_op *left = last(c, 2);
    expr_op *right = last(c, 1);
    bool is_mirrored = is_constant(left);
    const expr_op *leaf = is_mirrored ? right : left;
    int64_t limit = is_mirrored ? left->value : right->value;
    if (leaf->code == EXPR_MOOD || leaf->code == EXPR_VAR) {
        *left = range_test(c, is_mirrored ? mirrored(code) : code, leaf, limit);
    } else if (is_test(leaf)) {
        expr_op turned = *leaf;
        turned.negated ^= (limit == 0) == (code == EXPR_EQ);
        *left = turned;
    } else {
        return false;
    }
    c->count--;
    return true;
}

static void put_combined(coder *c, expr_code code)
{
    bool is_divided = code == EXPR_DIVIDE || code == EXPR_REMAINDER;
    bool is_safe = is_divided && are_leaves(c, 1) && is_constant(last(c, 1)) &&
                   last(c, 1)->value != 0;
    bool are_both = are_leaves(c, 2);
    bool is_left = are_both && is_constant(last(c, 2));
    bool is_right = are_both && is_constant(last(c, 1));
    if (is_left && is_right && (!is_divided || is_safe)) {
        bool ignored = false;
        last(c, 2)->value =
            expr_apply(code, last(c, 2)->value, last(c, 1)->value, &ignored);
        c->count--;
        return;
    }
    if ((is_left || is_right) && code >= EXPR_EQ && fold_comparison(c, code)) {
        return;
    }
    put(c, (expr_op){.code = (uint8_t)code, .negated = is_safe});
}

/* -------------------------------------------------------- `and`, `or` */

/*
 * Behind the left side. Returns the item to go on with: where the left side
 * is a constant that decides, the right one is passed over.
 */
static uint32_t put_fork(coder *c, uint32_t at)
{
    const expr_item *fork = &c->items[at];
    bool is_and = fork->code == EXPR_AND_THEN;
    if (!are_leaves(c, 1) || !is_constant(last(c, 1))) {
        put(c, (expr_op){.code = (uint8_t)fork->code});
        return at + 1;
    }
    c->starts[at] = NO_FORK;
    if ((last(c, 1)->value == 0) == is_and) {
        return fork->link + 1;
    }
    c->count--;
    return at + 1;
}

static bool may_divide_by_zero(const expr_op *ops, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        bool divides =
            ops[i].code == EXPR_DIVIDE || ops[i].code == EXPR_REMAINDER;
        if (divides && !ops[i].negated) {
            return true;
        }
    }
    return false;
}

/* The right side is a constant: true when it settled the whole. */
static bool fold_right(coder *c, uint32_t fork, uint32_t start, bool is_and)
{
    bool decides = (last(c, 1)->value == 0) == is_and;
    if (!decides) {
        c->count = fork;
        return true;
    }
    if (may_divide_by_zero(c->ops + start, fork - start)) {
        return false;
    }
    c->ops[start] = *last(c, 1);
    c->count = start + 1;
    c->barrier = c->barrier > start ? start : c->barrier;
    return true;
}

/* Behind the right side: the skip over it gets its length. */
static void put_join(coder *c, const expr_item *join)
{
    uint32_t fork = c->starts[join->link];
    uint32_t start = c->starts[join->first];
    bool is_and = join->code == EXPR_AND;
    if (fork == NO_FORK) {
        return; /* the left side was folded away: the right one is all */
    }
    bool is_settled = are_leaves(c, 1) && c->count == fork + 2 &&
                      is_constant(last(c, 1)) &&
                      fold_right(c, fork, start, is_and);
    if (!is_settled) {
        c->ops[fork].arg = (uint16_t)(c->count - fork - 1);
        c->barrier = c->count;
    }
}

/* Writes one item and returns the next one to write. */
static uint32_t put_item(coder *c, uint32_t at)
{
    const expr_item *item = &c->items[at];
    c->starts[at] = (uint16_t)c->count;
    if (item->code <= EXPR_FACT) {
        put_leaf(c, item);
    } else if (item->code <= EXPR_OR_ELSE) {
        return put_fork(c, at);
    } else if (item->code <= EXPR_NEGATE) {
        put_prefix(c, item->code);
    } else if (item->code >= EXPR_AND) {
        put_join(c, item);
    } else {
        put_combined(c, item->code);
    }
    return at + 1;
}

uint32_t expr_encode(const expr_scope *scope, uint32_t set,
                     const expr_items *items, expr_op *ops, uint16_t *starts)
{
    coder c = {.scope = scope, .items = items->items, .ops = ops};
    c.starts = starts;
    if (scope->fact_count > 0) {
        c.facts = scope->facts + (size_t)set * scope->fact_count;
    }
    uint32_t at = 0;
    while (at < items->count) {
        at = put_item(&c, at);
    }
    return c.count;
}
