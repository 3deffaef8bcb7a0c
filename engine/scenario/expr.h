/*
 * Expressions, inside the scenario room: read, type, compile, run.
 *
 *   source --expr_read--> items (postfix, typed)
 *          --expr_encode, once for every fact set--> program
 *          --rp_expr_value--> a number
 *
 * A fact is a constant of its set, so each set gets a program of its own in
 * which facts are folded away; most conditions shrink to a single operation.
 * Nothing here recurses at run time, allocates at run time or can fail there.
 */
#ifndef RAPPORT_SCENARIO_EXPR_H
#define RAPPORT_SCENARIO_EXPR_H

#include "rapport/scenario.h"

enum {
    EXPR_LENGTH_MAX = 4096, /* bytes of one expression */
    EXPR_ITEMS_MAX = EXPR_LENGTH_MAX + 1,
    EXPR_DEPTH_MAX = 48, /* brackets and unary operators within another */
    EXPR_STACK_MAX = 128,
    EXPR_MESSAGE_MAX = 256
};

/* Money is an integer here (fen). */
typedef enum expr_type {
    EXPR_T_INTEGER,
    EXPR_T_BOOLEAN,
    EXPR_T_TEXT,
    EXPR_T_NAME,
    EXPR_T_DATE,
    EXPR_T_CLOCK,
    EXPR_T_DATETIME,
    EXPR_TYPES
} expr_type;

/* Each as a message says it ("a number"). */
extern const char *const expr_type_words[EXPR_TYPES];

/* The one-argument tests. */
typedef enum expr_test {
    EXPR_SAID,
    EXPR_SEEN,
    EXPR_OPENED,
    EXPR_DONE,
    EXPR_PROMISED,
    EXPR_KEPT,
    EXPR_TESTS
} expr_test;

/* The language's word for each test ("said"). */
extern const char *const expr_test_names[EXPR_TESTS];

/*
 * What an expression may name. `mark` answers a test with its memory bit, or
 * with RP_NONE and, where something is near, `nearest`. `intern` gives equal
 * numbers to equal texts.
 */
typedef struct expr_scope {
    uint32_t var_count;
    const rp_var *vars;
    uint32_t fact_count;
    const char *const *fact_names;
    uint32_t set_count;   /* at least 1 */
    const rp_fact *facts; /* set_count rows of fact_count */
    uint16_t (*mark)(void *user, expr_test test, const char *wanted,
                     const char **nearest);
    int64_t (*intern)(void *user, const char *text);
    void *user;
} expr_scope;

typedef enum expr_code {
    /* leaves: push one value */
    EXPR_CONST,   /* value */
    EXPR_MARK,    /* memory[arg] & value, as 0 or 1 */
    EXPR_MOOD_IN, /* mood[arg] - value <= span */
    EXPR_VAR_IN,  /* vars[arg] - value <= span */
    EXPR_MOOD,    /* mood[arg] */
    EXPR_VAR,     /* vars[arg] + value */
    EXPR_FACT,    /* arg; in items only */
    /* keep the top and skip `arg` operations, or drop it */
    EXPR_AND_THEN, /* skips where the top is 0 */
    EXPR_OR_ELSE,  /* skips where the top is not 0 */
    /* change the top */
    EXPR_NOT,
    EXPR_NEGATE,
    /* take two, push one */
    EXPR_ADD,
    EXPR_SUBTRACT,
    EXPR_MULTIPLY,
    EXPR_DIVIDE,
    EXPR_REMAINDER,
    EXPR_MIN,
    EXPR_MAX,
    EXPR_EQ,
    EXPR_NE,
    EXPR_LT,
    EXPR_LE,
    EXPR_GT,
    EXPR_GE,
    /* close an EXPR_AND_THEN, EXPR_OR_ELSE; in items only */
    EXPR_AND,
    EXPR_OR,
    /* whole programs: `span` operations from `value` of the code table */
    EXPR_ALL, /* leaves that must all hold */
    EXPR_ANY, /* leaves of which one must hold */
    EXPR_PROGRAM
} expr_code;

/*
 * One operation. `negated` turns the answer of the first four round; on a
 * division it says that the divisor is proven not to be 0.
 */
typedef struct expr_op {
    uint8_t code;
    bool negated;
    uint16_t arg;
    uint32_t span;
    int64_t value;
} expr_op;

/*
 * One item of a typed expression in postfix order. `link`: of AND_THEN and
 * OR_ELSE the index of their AND or OR; of AND and OR that of their AND_THEN
 * or OR_ELSE. `first` is the first item of the (left) operand.
 */
typedef struct expr_item {
    expr_code code;
    uint16_t arg;
    uint32_t link;
    uint32_t first;
    int64_t value;
} expr_item;

typedef struct expr_items {
    expr_type type;
    bool reads_facts;
    uint32_t count;
    expr_item items[EXPR_ITEMS_MAX];
} expr_items;

typedef enum expr_fault_kind {
    EXPR_FAULT_SYNTAX,
    EXPR_FAULT_NAME,
    EXPR_FAULT_TYPE
} expr_fault_kind;

/*
 * Why an expression cannot be read. `at` counts bytes from its beginning;
 * `message` is a sentence without its full stop; `nearest` is the name that
 * was probably meant, borrowed from the scope, or NULL.
 */
typedef struct expr_fault {
    expr_fault_kind kind;
    size_t at;
    const char *nearest;
    char message[EXPR_MESSAGE_MAX];
} expr_fault;

/*
 * Reads and types one expression. False: `fault` is filled and `items` is
 * undefined.
 */
RP_MUST_USE bool expr_read(const expr_scope *scope, const char *source,
                           expr_items *items, expr_fault *fault);

/*
 * The program of one fact set, its facts and all that follows from them
 * folded. `ops` has room for EXPR_ITEMS_MAX; returns how many were written,
 * at least 1. `starts` is scratch of EXPR_ITEMS_MAX.
 */
uint32_t expr_encode(const expr_scope *scope, uint32_t set,
                     const expr_items *items, expr_op *ops, uint16_t *starts);

/*
 * One operator on two numbers, wrapping, floor division as in Lua 5.4.
 * Division by zero gives 0 and sets `by_zero`.
 */
int64_t expr_apply(expr_code code, int64_t a, int64_t b, bool *by_zero);

/* ------------------------------------------------------------- tokens */

typedef enum expr_token_kind {
    EXPR_TOKEN_END,
    EXPR_TOKEN_INTEGER,
    EXPR_TOKEN_STRING, /* in the lexer's `text` */
    EXPR_TOKEN_NAME,   /* in the lexer's `text` */
    EXPR_TOKEN_SYMBOL
} expr_token_kind;

/*
 * An operator or a bracket. `level` is how strongly a two-sided operator
 * binds (0: none). `advice` is set on what other languages write.
 */
typedef struct expr_symbol {
    const char *written;
    uint8_t level;
    expr_code code;
    const char *advice;
} expr_symbol;

typedef struct expr_lexer {
    const char *source;
    size_t next; /* byte behind the token */
    expr_token_kind kind;
    size_t at;                 /* byte of the token */
    int64_t value;             /* integer */
    const expr_symbol *symbol; /* symbol, `and`, `or`; else NULL */
    bool has_failed;           /* then the token is END for good */
    expr_fault *fault;
    char text[EXPR_LENGTH_MAX + 1];
} expr_lexer;

/* Moves on to the next token; a fault fills `lexer->fault` once. */
void expr_lex(expr_lexer *lexer);

/* Fills the fault unless one is there, and ends the tokens. */
void expr_fail(expr_lexer *lexer, expr_fault_kind kind, size_t at,
               const char *format, ...) RP_PRINTF(4, 5);

/* True where the present token is the symbol `written`. */
bool expr_is_symbol(const expr_lexer *lexer, const char *written);

#endif
