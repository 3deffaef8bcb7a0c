/*
 * From the bytes of an expression to its tokens, in Lua's syntax. What other
 * languages would write here is recognised and named, so that an author who
 * comes from one of them learns the right word from the first message.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "expr.h"

enum {
    LEVEL_OR = 1,
    LEVEL_AND,
    LEVEL_COMPARE,
    LEVEL_ADD,
    LEVEL_MULTIPLY
};

/* The longer of two symbols with one beginning stands first. */
static const expr_symbol symbols[] = {
    {"==", LEVEL_COMPARE, EXPR_EQ, NULL},
    {"~=", LEVEL_COMPARE, EXPR_NE, NULL},
    {"<=", LEVEL_COMPARE, EXPR_LE, NULL},
    {">=", LEVEL_COMPARE, EXPR_GE, NULL},
    {"//", LEVEL_MULTIPLY, EXPR_DIVIDE, NULL},
    {"!=", 0, EXPR_NE, "\"not equal\" is written `~=`"},
    {"<>", 0, EXPR_NE, "\"not equal\" is written `~=`"},
    {"=<", 0, EXPR_LE, "\"at most\" is written `<=`"},
    {"=>", 0, EXPR_GE, "\"at least\" is written `>=`"},
    {"&&", 0, EXPR_AND, "write `and`"},
    {"||", 0, EXPR_OR, "write `or`"},
    {"--", 0, EXPR_NEGATE, "`--` begins a comment; put brackets: `-(-x)`"},
    {"..", 0, EXPR_CONST, "texts cannot be joined in an expression"},
    {"<<", 0, EXPR_CONST, "there are no bit operators in an expression"},
    {">>", 0, EXPR_CONST, "there are no bit operators in an expression"},
    {"<", LEVEL_COMPARE, EXPR_LT, NULL},
    {">", LEVEL_COMPARE, EXPR_GT, NULL},
    {"+", LEVEL_ADD, EXPR_ADD, NULL},
    {"-", LEVEL_ADD, EXPR_SUBTRACT, NULL},
    {"*", LEVEL_MULTIPLY, EXPR_MULTIPLY, NULL},
    {"%", LEVEL_MULTIPLY, EXPR_REMAINDER, NULL},
    {"(", 0, EXPR_CONST, NULL},
    {")", 0, EXPR_CONST, NULL},
    {",", 0, EXPR_CONST, NULL},
    {".", 0, EXPR_CONST, NULL},
    {"=", 0, EXPR_EQ, "\"equals\" is written `==`"},
    {"!", 0, EXPR_NOT, "write `not`"},
    {"/", 0, EXPR_DIVIDE, "whole numbers are divided with `//`"},
    {"^", 0, EXPR_CONST, "there are no powers in an expression"},
    {"#", 0, EXPR_CONST, "there are no lengths in an expression"},
    {"&", 0, EXPR_CONST, "there are no bit operators in an expression"},
    {"|", 0, EXPR_CONST, "there are no bit operators in an expression"},
    {"~", 0, EXPR_CONST, "there are no bit operators in an expression"},
};

static const expr_symbol word_and = {"and", LEVEL_AND, EXPR_AND, NULL};
static const expr_symbol word_or = {"or", LEVEL_OR, EXPR_OR, NULL};

void expr_fail(expr_lexer *lexer, expr_fault_kind kind, size_t at,
               const char *format, ...)
{
    if (!lexer->has_failed) {
        va_list args;
        lexer->fault->kind = kind;
        lexer->fault->at = at;
        lexer->fault->nearest = NULL;
        va_start(args, format);
        (void)vsnprintf(lexer->fault->message, EXPR_MESSAGE_MAX, format, args);
        va_end(args);
    }
    lexer->has_failed = true;
    lexer->kind = EXPR_TOKEN_END;
    lexer->symbol = NULL;
}

bool expr_is_symbol(const expr_lexer *lexer, const char *written)
{
    return lexer->kind == EXPR_TOKEN_SYMBOL &&
           strcmp(lexer->symbol->written, written) == 0;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_name_start(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static int hex_digit(char c)
{
    if (is_digit(c)) {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Hexadecimal wraps around, as it does in Lua. */
static const char *lex_hex(expr_lexer *lexer, const char *c)
{
    uint64_t value = 0;
    for (; hex_digit(*c) >= 0; c++) {
        value = value * 16 + (uint64_t)hex_digit(*c);
    }
    lexer->value = (int64_t)value;
    return c;
}

static const char *lex_decimal(expr_lexer *lexer, const char *c)
{
    int64_t value = 0;
    for (; is_digit(*c); c++) {
        if (value > (INT64_MAX - (*c - '0')) / 10) {
            expr_fail(lexer, EXPR_FAULT_SYNTAX, lexer->at,
                      "this number is too large");
            return c;
        }
        value = value * 10 + (*c - '0');
    }
    lexer->value = value;
    return c;
}

static void lex_integer(expr_lexer *lexer)
{
    const char *start = lexer->source + lexer->at;
    lexer->kind = EXPR_TOKEN_INTEGER;
    const char *c = start;
    if (c[0] == '0' && (c[1] == 'x' || c[1] == 'X') && hex_digit(c[2]) >= 0) {
        c = lex_hex(lexer, c + 2);
    } else {
        c = lex_decimal(lexer, c);
    }
    lexer->next = (size_t)(c - lexer->source);
    if (*c == '.') {
        expr_fail(lexer, EXPR_FAULT_SYNTAX, lexer->at,
                  "numbers are whole in an expression");
    } else if (is_name_start(*c)) {
        expr_fail(lexer, EXPR_FAULT_SYNTAX, lexer->next,
                  "a letter cannot follow a number");
    }
}

static void lex_name(expr_lexer *lexer)
{
    const char *c = lexer->source + lexer->at;
    size_t length = 0;
    while (is_name_start(c[length]) || is_digit(c[length])) {
        length++;
    }
    memcpy(lexer->text, c, length);
    lexer->text[length] = '\0';
    lexer->next = lexer->at + length;
    lexer->kind = EXPR_TOKEN_NAME;
    if (strcmp(lexer->text, "and") == 0 || strcmp(lexer->text, "or") == 0) {
        lexer->kind = EXPR_TOKEN_SYMBOL;
        lexer->symbol = lexer->text[0] == 'a' ? &word_and : &word_or;
    }
}

/* What `\c` stands for in a quoted text; 0: no such escape. */
static char escaped(char c)
{
    static const char from[] = "\\'\"nt";
    static const char into[] = "\\'\"\n\t";
    const char *found = c == '\0' ? NULL : strchr(from, c);
    if (found == NULL) {
        return '\0';
    }
    return into[found - from];
}

static void lex_string(expr_lexer *lexer)
{
    const char *source = lexer->source;
    char quote = source[lexer->at];
    size_t from = lexer->at + 1;
    size_t length = 0;
    for (; source[from] != quote && source[from] != '\0'; from++) {
        char c = source[from];
        if (c == '\\') {
            c = escaped(source[++from]);
        }
        if (c == '\0') {
            expr_fail(lexer, EXPR_FAULT_SYNTAX, from - 1,
                      "a text may hold \\\\ \\' \\\" \\n \\t, no other "
                      "backslash");
            return;
        }
        lexer->text[length++] = c;
    }
    if (source[from] == '\0') {
        expr_fail(lexer, EXPR_FAULT_SYNTAX, lexer->at,
                  "the closing quotation mark is missing");
        return;
    }
    lexer->text[length] = '\0';
    lexer->next = from + 1;
    lexer->kind = EXPR_TOKEN_STRING;
}

static void fail_strange(expr_lexer *lexer)
{
    const char *c = lexer->source + lexer->at;
    uint32_t code = 0;
    size_t length = rp_utf8_next(c, strlen(c), &code);
    if (length == 0 || !rp_utf8_clean(c, length, NULL)) {
        expr_fail(lexer, EXPR_FAULT_SYNTAX, lexer->at,
                  "this character has no place in an expression");
    } else {
        expr_fail(lexer, EXPR_FAULT_SYNTAX, lexer->at,
                  "`%.*s` has no place in an expression", (int)length, c);
    }
}

static void lex_symbol(expr_lexer *lexer)
{
    const char *c = lexer->source + lexer->at;
    for (size_t i = 0; i < sizeof symbols / sizeof symbols[0]; i++) {
        size_t length = strlen(symbols[i].written);
        if (strncmp(c, symbols[i].written, length) != 0) {
            continue;
        }
        lexer->kind = EXPR_TOKEN_SYMBOL;
        lexer->symbol = &symbols[i];
        lexer->next = lexer->at + length;
        if (symbols[i].advice != NULL) {
            expr_fail(lexer, EXPR_FAULT_SYNTAX, lexer->at, "%s",
                      symbols[i].advice);
        }
        return;
    }
    fail_strange(lexer);
}

void expr_lex(expr_lexer *lexer)
{
    if (lexer->has_failed) {
        return;
    }
    while (is_space(lexer->source[lexer->next])) {
        lexer->next++;
    }
    lexer->at = lexer->next;
    lexer->symbol = NULL;
    char c = lexer->source[lexer->at];
    if (c == '\0') {
        lexer->kind = EXPR_TOKEN_END;
    } else if (is_digit(c)) {
        lex_integer(lexer);
    } else if (is_name_start(c)) {
        lex_name(lexer);
    } else if (c == '\'' || c == '"') {
        lex_string(lexer);
    } else {
        lex_symbol(lexer);
    }
}
