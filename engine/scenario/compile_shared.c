/* What every part of compiling needs: texts, names, expressions, routes. */
#include <stdio.h>
#include <string.h>

#include "compile.h"

const char *compile_copy(compiler *c, const char *string)
{
    if (string == NULL) {
        return NULL;
    }
    const char *copy = rp_arena_copy(c->arena, string, strlen(string));
    c->refused = c->refused || copy == NULL;
    return copy == NULL ? "" : copy;
}

/* --------------------------------------------------------------- texts */

const char *compile_source_text(const compiler *c, const place *at)
{
    const rp_language *languages = c->languages.items;
    return c->languages.count == 0 ? NULL : text_under(at, languages[0].tag);
}

rp_ref compile_text(compiler *c, const place *at)
{
    const char *source = compile_source_text(c, at);
    if (source == NULL) {
        c->broken = c->broken || at->value != NULL;
        return 0;
    }
    const char *kept = compile_copy(c, source);
    const rp_language *languages = c->languages.items;
    const char **row = vector_add(&c->texts);
    for (uint32_t i = 0; i < c->languages.count; i++) {
        const char *text = text_under(at, languages[i].tag);
        row[i] = text == NULL || i == 0 ? kept : compile_copy(c, text);
    }
    return c->texts.count - 1;
}

rp_ref compile_text_under(compiler *c, const place *up, const char *key)
{
    place at = place_key(up, key);
    return compile_text(c, &at);
}

/* --------------------------------------------------------------- names */

void compile_name(compiler *c, name_map map, const char *name, uint32_t number)
{
    if (name == NULL) {
        c->broken = true;
    } else if (json_object_get(c->maps[map], name) == NULL &&
               json_object_set_new(c->maps[map], name,
                                   json_integer((json_int_t)number)) != 0) {
        c->refused = true;
    }
}

uint16_t compile_index(const compiler *c, name_map map, const char *name)
{
    json_t *number = name == NULL ? NULL : json_object_get(c->maps[map], name);
    return number == NULL ? RP_NONE : (uint16_t)json_integer_value(number);
}

uint16_t compile_known(compiler *c, name_map map, const char *name)
{
    uint16_t found = compile_index(c, map, name);
    c->broken = c->broken || found == RP_NONE;
    return found;
}

uint32_t compile_word(compiler *c, const place *up, const char *key,
                      const char *const *words, uint32_t count)
{
    const char *word = text_under(up, key);
    if (word == NULL) {
        return 0;
    }
    size_t found = word_index(words, count, word);
    c->broken = c->broken || found == count;
    return found < count ? (uint32_t)found : 0;
}

static void add_name(compiler *c, const char *name, name_map map, vector *table)
{
    uint16_t found = compile_known(c, map, name);
    *(uint16_t *)vector_add(table) = found;
}

rp_span compile_names(compiler *c, const place *at, name_map map, vector *table)
{
    rp_span span = {.first = table->count};
    if (text_of(at) != NULL) {
        add_name(c, text_of(at), map, table);
    }
    for (size_t i = 0; i < place_count(at); i++) {
        place item = place_item(at, i);
        add_name(c, text_of(&item), map, table);
    }
    span.count = table->count - span.first;
    return span;
}

/* --------------------------------------------------------- expressions */

enum {
    QUOTE_BEFORE = 60, /* bytes shown around the place of a fault */
    QUOTE_AFTER = 40
};

typedef struct quote {
    char text[QUOTE_BEFORE + QUOTE_AFTER + 16];
} quote;

static size_t whole_character(const char *text, size_t at)
{
    while (at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80) {
        at--;
    }
    return at;
}

/* The expression, or what stands around `at` where it is long. */
static quote quote_around(const char *source, size_t at)
{
    size_t length = strlen(source);
    size_t from = at > QUOTE_BEFORE ? at - QUOTE_BEFORE : 0;
    size_t to = length - at > QUOTE_AFTER ? at + QUOTE_AFTER : length;
    quote out;
    from = whole_character(source, from);
    to = whole_character(source, to);
    (void)snprintf(out.text, sizeof out.text, "%s%.*s%s", from > 0 ? "…" : "",
                   (int)(to - from), source + from, to < length ? "…" : "");
    return out;
}

static size_t characters_before(const char *source, size_t at)
{
    size_t count = 0;
    for (size_t i = 0; i < at; i++) {
        count += ((unsigned char)source[i] & 0xC0) != 0x80;
    }
    return count;
}

static void add_expr_fault(compiler *c, const place *at, const char *source,
                           const expr_fault *fault)
{
    static const fault_code codes[] = {
        [EXPR_FAULT_SYNTAX] = FAULT_EXPR_SYNTAX,
        [EXPR_FAULT_NAME] = FAULT_EXPR_NAME,
        [EXPR_FAULT_TYPE] = FAULT_EXPR_TYPE,
    };
    spot where = spot_of_text(c->document, at, source, fault->at);
    quote quoted = quote_around(source, fault->at);
    digits character =
        digits_of((int64_t)characters_before(source, fault->at) + 1);
    where.near = fault->nearest;
    faults_add(c->faults, codes[fault->kind], &where,
               WORDS(quoted.text, character.text, fault->message));
}

rp_expr compile_expr(compiler *c, const place *at, expr_type type)
{
    const char *source = text_of(at);
    if (source == NULL) {
        c->broken = c->broken || at->value != NULL;
        return 0;
    }
    expr_fault fault;
    rp_expr expr = expr_table_add(&c->exprs, source, type, &fault);
    if (expr == 0 && fault.message[0] != '\0') {
        add_expr_fault(c, at, source, &fault);
    }
    return expr;
}

static rp_expr compile_when(compiler *c, const place *up)
{
    place when = place_key(up, "when");
    return compile_expr(c, &when, EXPR_T_BOOLEAN);
}

rp_span compile_says(compiler *c, const place *at)
{
    rp_span span = {.first = c->lines.count};
    for (size_t i = 0; i < place_count(at); i++) {
        place item = place_item(at, i);
        rp_line line = {.when = compile_when(c, &item),
                        .text = compile_text_under(c, &item, "text")};
        *(rp_line *)vector_add(&c->lines) = line;
    }
    span.count = c->lines.count - span.first;
    return span;
}

rp_span compile_route(compiler *c, const place *at)
{
    rp_span span = {.first = c->routes.count};
    for (size_t i = 0; i < place_count(at); i++) {
        place item = place_item(at, i);
        rp_route route = {
            .when = compile_when(c, &item),
            .node = compile_known(c, MAP_NODES, text_under(&item, "to"))};
        *(rp_route *)vector_add(&c->routes) = route;
    }
    span.count = c->routes.count - span.first;
    return span;
}
