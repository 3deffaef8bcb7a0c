/*
 * Values: what was written behind a key becomes what the document holds.
 *
 * A table of functions by kind of value; kinds that are not in it are carried
 * over as they are.
 */
#include <string.h>

#include "assemble.h"

/* An entry without a context serves every place that has none of its own. */
static const char *find_translation(const rp_mo *catalog, const char *context,
                                    const char *source)
{
    const char *found = rp_mo_find(catalog, context, source);

    return found != NULL || source[0] == '\0'
               ? found
               : rp_mo_find(catalog, NULL, source);
}

json_t *text_in_languages(assembly *as, const char *context, const char *source)
{
    json_t *text = json_object();

    if (!written_add(as->document, &(rp_written){context, source, as->key})) {
        as->refused = true;
    }

    if (text == NULL) {
        return NULL;
    }
    put(as, text, as->source_language, json_string(source));
    for (uint32_t i = 0; i < as->language_count; i++) {
        const char *tag = as->languages[i];
        if (as->catalogs[i].bytes == NULL ||
            strcmp(tag, as->source_language) == 0) {
            continue;
        }
        const char *found = find_translation(&as->catalogs[i], context, source);
        if (found != NULL && rp_utf8_valid(found, strlen(found))) {
            put(as, text, tag, json_string(found));
        }
    }
    return text;
}

static json_t *convert_text(assembly *as, const char *context, json_t *value)
{
    const char *source = json_string_value(value);

    return source == NULL ? json_incref(value)
                          : text_in_languages(as, context, source);
}

/* One thing stands for the list of just it. */
static json_t *convert_list(assembly *as, const char *context, json_t *value)
{
    (void)context;
    if (!json_is_string(value) && !json_is_integer(value)) {
        return json_incref(value);
    }
    json_t *out = json_array();
    append(as, out, json_incref(value));
    return out;
}

/* Item `idx` of a list part; NULL beyond its end. */
static json_t *listed(json_t *table, size_t idx)
{
    return json_array_get(list_part(table), idx);
}

/* { "expression", "target" } or a bare target. */
static json_t *convert_step(assembly *as, const char *context, json_t *item)
{
    json_t *out = json_object();

    (void)context;
    if (json_is_string(item)) {
        put(as, out, "to", json_incref(item));
    } else if (json_array_size(item) == 2) {
        put(as, out, "when", json_incref(listed(item, 0)));
        put(as, out, "to", json_incref(listed(item, 1)));
    } else {
        json_decref(out);
        return json_incref(item);
    }
    return out;
}

/* "text", { "text" } or { "text", when = "expression" }. */
static json_t *convert_line(assembly *as, const char *context, json_t *item)
{
    json_t *text = json_is_string(item) ? item : listed(item, 0);
    const char *key = NULL;
    json_t *value = NULL;

    if (text == NULL || json_array_size(list_part(item)) > 1 ||
        is_declaration(item)) {
        return json_incref(item);
    }
    json_t *out = json_object();
    put(as, out, "text", convert_text(as, context, text));
    json_object_foreach(item, key, value)
    {
        if (strcmp(key, "#") != 0) {
            put(as, out, key, json_incref(value));
        }
    }
    return out;
}

static json_t *convert_var(json_t *value)
{
    const char *word = json_string_value(json_object_get(value, "@"));

    if (word == NULL || strcmp(word, "range") != 0) {
        return json_incref(value);
    }
    json_t *out = json_copy(value);
    (void)json_object_del(out, "@");
    return out;
}

static json_t *convert_vars(assembly *as, const char *context, json_t *value)
{
    (void)context;
    const char *key = NULL;
    json_t *item = NULL;

    if (!json_is_object(value) || json_object_get(value, "@") != NULL) {
        return json_incref(value);
    }
    json_t *out = json_object();
    json_object_foreach(value, key, item)
    {
        put(as, out, key, convert_var(item));
    }
    return out;
}

/* A step of the process: its name is its title in the source language. */
static json_t *convert_named_step(assembly *as, const char *context,
                                  json_t *item)
{
    const char *name = json_string_value(item);

    if (name == NULL) {
        return json_incref(item);
    }
    const char *inner = context_of(as, context, "/step:", name);
    json_t *step = json_object();
    put(as, step, "id", json_incref(item));
    put(as, step, "title", text_in_languages(as, inner, name));
    return step;
}

/* How a value of each kind is converted: as a whole, or item by item. */
static const struct conversion {
    json_t *(*convert)(assembly *, const char *, json_t *);
    bool is_each;
    bool may_be_one; /* a text stands for the list of just it */
} conversions[KIND_NEVER + 1] = {
    [KIND_TEXT] = {convert_text, false, false},
    [KIND_TEXTS] = {convert_text, true, true},
    [KIND_WORDS] = {convert_list, false, false},
    [KIND_INTEGERS] = {convert_list, false, false},
    [KIND_REFS] = {convert_list, false, false},
    [KIND_MOVES] = {convert_list, false, false},
    [KIND_ROUTE] = {convert_step, true, true},
    [KIND_SAYS] = {convert_line, true, true},
    [KIND_STEPS] = {convert_named_step, true, false},
    [KIND_VARS] = {convert_vars, false, false},
};

static json_t *convert_each(assembly *as, const struct conversion *how,
                            const char *context, json_t *value)
{
    bool is_one = how->may_be_one && json_is_string(value);

    if (!is_one && !json_is_array(value)) {
        return json_incref(value);
    }
    json_t *out = json_array();
    if (is_one) {
        append(as, out, how->convert(as, context, value));
    }
    for (size_t i = 0; i < json_array_size(value); i++) {
        append(as, out, how->convert(as, context, json_array_get(value, i)));
    }
    return out;
}

/* {} is a list without items as much as a table without keys. */
static bool is_empty_list(const key_row *row, const json_t *value)
{
    value_kind kind = row->kind;
    bool is_list = conversions[kind].is_each || kind == KIND_LIST ||
                   conversions[kind].convert == convert_list;

    return is_list && json_is_object(value) && json_object_size(value) == 0;
}

json_t *converted(assembly *as, const key_row *row, const char *context,
                  json_t *value)
{
    const struct conversion *how = &conversions[row->kind];

    if (is_empty_list(row, value)) {
        return json_array();
    }
    if (how->convert == NULL) {
        return json_incref(value);
    }
    as->key = row->key;
    return how->is_each ? convert_each(as, how, context, value)
                        : how->convert(as, context, value);
}

/* -------------------------------------------------------- facts and rows */

static json_t *convert_name(assembly *as, const char *context, json_t *value)
{
    static const char *const parts[] = {"full", "family", "title"};
    json_t *name = json_object();

    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        json_t *part = json_object_get(value, parts[i]);
        if (part != NULL) {
            put(as, name, parts[i], convert_text(as, context, part));
        }
    }
    json_t *out = json_object();
    put(as, out, "name", name);
    return out;
}

static json_t *convert_fact(assembly *as, const char *context, json_t *value)
{
    const char *word = json_string_value(json_object_get(value, "@"));
    json_t *out = NULL;

    if (json_is_string(value)) {
        out = json_object();
        put(as, out, "text", convert_text(as, context, value));
        return out;
    }
    if (word == NULL || strcmp(word, "float") == 0 ||
        strcmp(word, "range") == 0 || is_declaration(value)) {
        return json_incref(value);
    }
    if (strcmp(word, "name") == 0) {
        return convert_name(as, context, value);
    }
    out = json_object();
    put(as, out, word, json_incref(json_object_get(value, "value")));
    return out;
}

json_t *converted_set(assembly *as, const char *context, json_t *set)
{
    as->key = "facts";
    const char *key = NULL;
    json_t *value = NULL;

    if (!json_is_object(set) || json_object_get(set, "@") != NULL ||
        json_object_get(set, "#") != NULL) {
        return json_incref(set);
    }
    json_t *out = json_object();
    json_object_foreach(set, key, value)
    {
        put(as, out, key, convert_fact(as, context, value));
    }
    return out;
}

/* The fact a text shows when it is nothing but "{fact}"; NULL: it is more. */
static const char *only_fact(assembly *as, const char *text)
{
    slot found;
    size_t cursor = 0;

    if (!slot_next(text, &cursor, &found) || found.start != 0 ||
        found.end != strlen(text) || found.name_length == 0 ||
        found.form_length != 0) {
        return NULL;
    }
    const char *name =
        rp_arena_copy(&as->scratch, found.name, found.name_length);
    return name != NULL && json_object_get(as->first_set, name) != NULL ? name
                                                                        : NULL;
}

json_t *converted_row(assembly *as, const char *context, json_t *row)
{
    as->key = "rows";
    json_t *label = listed(row, 0);
    json_t *value = listed(row, 1);
    const char *key = NULL;
    json_t *other = NULL;

    if (label == NULL || is_declaration(row)) {
        return json_incref(row);
    }
    json_t *out = json_object();
    json_object_foreach(row, key, other)
    {
        put(as, out, key, json_incref(other));
    }
    (void)json_object_del(out, "#"); /* absent in a plain list */
    if (json_array_size(list_part(row)) > 2) {
        put(as, out, "#", json_incref(listed(row, 2)));
    }
    put(as, out, "label", convert_text(as, context, label));
    const char *fact =
        json_is_string(value) ? only_fact(as, json_string_value(value)) : NULL;
    if (fact != NULL) {
        put(as, out, "fact", json_string(fact));
    } else if (value != NULL) {
        put(as, out, "text", convert_text(as, context, value));
    }
    return out;
}
