/*
 * What a name in an expression means: words of the language, moods, facts,
 * tests of the memory, variables. What means nothing is told with the nearest
 * name that would.
 */
#include <string.h>

#include "expr_reader.h"
#include "scenario_internal.h"

const char *const expr_test_names[EXPR_TESTS] = {
    "said", "seen", "opened", "done", "promised", "kept",
};

/* What each test asks about, for messages. */
static const char *const test_subjects[EXPR_TESTS] = {
    "reply", "turn", "record", "step", "promise", "promise",
};

/* A name as a message may quote it. */
static const char *showable(const char *name)
{
    enum {
        SHOWN_MAX = 160
    };

    size_t length = strlen(name);
    return length <= SHOWN_MAX && rp_utf8_clean(name, length, NULL) ? name
                                                                    : "…";
}

enum {
    KNOWN_MAX = RP_MOODS + EXPR_TESTS + RP_VARS_MAX + 8
};

/* Nothing has this name: tells the nearest of everything that could stand. */
static void fail_unknown(reader *r, const char *name, size_t at)
{
    static const char *const words[] = {"and",   "or",  "not", "true",
                                        "false", "min", "max", "fact"};
    const char *known[KNOWN_MAX];
    size_t count = 0;
    for (uint32_t i = 0; i < r->scope->var_count && i < RP_VARS_MAX; i++) {
        known[count++] = r->scope->vars[i].name;
    }
    for (uint32_t i = 0; i < RP_MOODS; i++) {
        known[count++] = rp_mood_names[i];
    }
    for (uint32_t i = 0; i < EXPR_TESTS; i++) {
        known[count++] = expr_test_names[i];
    }
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        known[count++] = words[i];
    }
    bool is_first = !r->lexer.has_failed;
    expr_fail(&r->lexer, EXPR_FAULT_NAME, at,
              "there is no variable or word `%s`", showable(name));
    if (is_first) {
        r->lexer.fault->nearest = rp_nearest_name(name, known, count);
    }
}

static expr_type type_of_fact(rp_value_kind kind)
{
    static const expr_type types[] = {
        [RP_V_INTEGER] = EXPR_T_INTEGER, [RP_V_BOOLEAN] = EXPR_T_BOOLEAN,
        [RP_V_TEXT] = EXPR_T_TEXT,       [RP_V_MONEY] = EXPR_T_INTEGER,
        [RP_V_NAME] = EXPR_T_NAME,       [RP_V_DATE] = EXPR_T_DATE,
        [RP_V_CLOCK] = EXPR_T_CLOCK,     [RP_V_DATETIME] = EXPR_T_DATETIME,
    };
    return types[kind];
}

/* The `x` of `fact.x`, which is the present token. */
static operand read_fact_name(reader *r)
{
    const expr_scope *scope = r->scope;
    const char *name = r->lexer.text;
    size_t fact = word_index(scope->fact_names, scope->fact_count, name);
    if (fact < scope->fact_count) {
        operand read =
            reader_push(r, type_of_fact(scope->facts[fact].kind),
                        (expr_item){.code = EXPR_FACT, .arg = (uint16_t)fact});
        r->out->reads_facts = true;
        expr_lex(&r->lexer);
        return read;
    }
    size_t at = r->lexer.at;
    const char *nearest =
        rp_nearest_name(name, scope->fact_names, scope->fact_count);
    expr_fail(&r->lexer, EXPR_FAULT_NAME, at, "there is no fact `%s`",
              showable(name));
    r->lexer.fault->nearest = nearest;
    return (operand){0};
}

static operand read_fact(reader *r)
{
    size_t at = r->lexer.at;
    expr_lex(&r->lexer);
    if (!reader_take(r, ".")) {
        return (operand){0};
    }
    if (r->lexer.kind != EXPR_TOKEN_NAME) {
        expr_fail(&r->lexer, EXPR_FAULT_SYNTAX, r->lexer.at,
                  "the name of a fact is missing");
        return (operand){0};
    }
    operand read = read_fact_name(r);
    read.at = at;
    return read;
}

/* `said 'x'` and `said('x')`; the word itself is the present token. */
static operand read_test(reader *r, expr_test test)
{
    size_t at = r->lexer.at;
    expr_lex(&r->lexer);
    bool has_bracket = expr_is_symbol(&r->lexer, "(");
    if (has_bracket) {
        expr_lex(&r->lexer);
    }
    if (r->lexer.kind != EXPR_TOKEN_STRING) {
        expr_fail(&r->lexer, EXPR_FAULT_SYNTAX, r->lexer.at,
                  "`%s` needs the name of a %s in quotation marks",
                  expr_test_names[test], test_subjects[test]);
        return (operand){0};
    }
    const char *nearest = NULL;
    uint16_t mark =
        r->scope->mark(r->scope->user, test, r->lexer.text, &nearest);
    if (mark == RP_NONE) {
        expr_fail(&r->lexer, EXPR_FAULT_NAME, r->lexer.at,
                  "there is no %s `%s`", test_subjects[test],
                  showable(r->lexer.text));
        r->lexer.fault->nearest = nearest;
        return (operand){0};
    }
    operand read = reader_push(
        r, EXPR_T_BOOLEAN,
        (expr_item){.code = EXPR_MARK,
                    .arg = (uint16_t)(mark / 64),
                    .value = (int64_t)(UINT64_C(1) << (mark % 64))});
    read.at = at;
    expr_lex(&r->lexer);
    if (has_bracket) {
        (void)reader_take(r, ")");
    }
    return read;
}

static operand read_call(reader *r, expr_code code, const char *word)
{
    operand read = {.type = EXPR_T_INTEGER, .at = r->lexer.at};
    expr_lex(&r->lexer);
    if (!reader_take(r, "(")) {
        return (operand){0};
    }
    operand left = reader_expression(r, 1);
    reader_need_number(r, &left, word);
    if (!reader_take(r, ",")) {
        return (operand){0};
    }
    operand right = reader_expression(r, 1);
    reader_need_number(r, &right, word);
    (void)reader_take(r, ")");
    (void)reader_add(r, code, 0, 0);
    r->pushed--;
    read.first = left.first;
    return read;
}

static operand read_variable(reader *r)
{
    const expr_scope *scope = r->scope;
    for (uint32_t i = 0; i < scope->var_count; i++) {
        if (strcmp(scope->vars[i].name, r->lexer.text) == 0) {
            operand read = reader_push(
                r, scope->vars[i].is_boolean ? EXPR_T_BOOLEAN : EXPR_T_INTEGER,
                (expr_item){.code = EXPR_VAR, .arg = (uint16_t)i});
            expr_lex(&r->lexer);
            return read;
        }
    }
    fail_unknown(r, r->lexer.text, r->lexer.at);
    return (operand){0};
}

operand reader_name(reader *r)
{
    static const char *const words[] = {"true", "false", "min", "max", "fact"};
    const char *name = r->lexer.text;
    size_t mood = word_index(rp_mood_names, RP_MOODS, name);
    if (mood < RP_MOODS) {
        operand read =
            reader_push(r, EXPR_T_INTEGER,
                        (expr_item){.code = EXPR_MOOD, .arg = (uint16_t)mood});
        expr_lex(&r->lexer);
        return read;
    }
    size_t test = word_index(expr_test_names, EXPR_TESTS, name);
    if (test < EXPR_TESTS) {
        return read_test(r, (expr_test)test);
    }
    switch (word_index(words, sizeof words / sizeof words[0], name)) {
    case 0: return reader_constant(r, EXPR_T_BOOLEAN, 1);
    case 1: return reader_constant(r, EXPR_T_BOOLEAN, 0);
    case 2: return read_call(r, EXPR_MIN, "min");
    case 3: return read_call(r, EXPR_MAX, "max");
    case 4: return read_fact(r);
    default: return read_variable(r);
    }
}
