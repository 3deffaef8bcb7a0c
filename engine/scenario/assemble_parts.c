/*
 * Tables and declarations: what stands in braces behind a word gets its place
 * in the document, its position remembered.
 */
#include <string.h>

#include "assemble.h"
#include "describe.h"

/* "at the top of a scenario file", "inside a turn": where a word belongs. */
static const char *home_of(assembly *as, const char *word)
{
    const part_row *part = part_anywhere(word);

    if (part == NULL) {
        return "nowhere";
    }
    if (part->object == DOCUMENT_OBJECT) {
        return "in a scenario file, in nobody else's braces";
    }
    if (part->object == PACK_OBJECT) {
        return "in pack.lua, in nobody else's braces";
    }
    return context_of(as, "in the braces of `", object_labels[part->object],
                      "`");
}

static void fault_misplaced(assembly *as, const frame *into,
                            const json_t *declaration)
{
    const char *word = word_of(declaration);
    rp_text where;

    rp_text_init(&where, as->document->alloc);
    if (into->kind == DOCUMENT_OBJECT) {
        rp_text_puts(&where, "here");
    } else if (into->kind == PACK_OBJECT) {
        rp_text_puts(&where, "in pack.lua");
    } else {
        rp_text_puts(&where, "in ");
        describe_place(&where, into->at);
    }
    if (where.bytes == NULL || where.failed) {
        as->refused = true;
    } else {
        fault_at_declaration(as, FAULT_MISPLACED, declaration,
                             WORDS(word, where.bytes, home_of(as, word)));
    }
    rp_text_clear(&where);
}

/* --------------------------------------------------------------- tables */

/* A table of its own behind a key: plain, or opened by the same word. */
static void fill_table(assembly *as, const frame *into, const key_row *row,
                       json_t *value)
{
    bool is_declared =
        is_declaration(value) && strcmp(word_of(value), row->key) == 0;
    json_t *table = is_declared ? json_object_get(value, "body") : value;

    if (is_declaration(table) || json_object_get(table, "@") != NULL ||
        (!json_is_object(table) && !json_is_array(table))) {
        put(as, into->at->value, row->key, json_incref(value));
        return;
    }
    put(as, into->at->value, row->key, json_object());
    place at = place_key(into->at, row->key);
    const part_row *part = part_find(into->kind, row->key);
    frame inner = {
        &at, (object_kind)row->a,
        context_of(as, into->context, part == NULL ? "" : part->context, "")};
    if (is_declared) {
        remember(as, at.value, value);
    }
    fill_object(as, &inner, table);
}

/* Marks given as one number hold for every score. */
static bool fill_marks(assembly *as, const frame *into, const key_row *row,
                       json_t *value)
{
    if (row->a != PASS_OBJECT || !json_is_integer(value)) {
        return false;
    }
    json_t *marks = json_object();
    for (size_t i = 0; i < RP_SCORES; i++) {
        put(as, marks, rp_score_names[i], json_incref(value));
    }
    put(as, into->at->value, row->key, marks);
    return true;
}

/* Plain tables in a list or by name: draws, rates. */
static void fill_tables(assembly *as, const frame *into, const key_row *row,
                        json_t *value)
{
    bool is_map = row->kind == KIND_MAP;
    const char *key = NULL;
    json_t *item = NULL;

    if (is_map ? !json_is_object(value) : !json_is_array(value)) {
        put(as, into->at->value, row->key, converted(as, row, "", value));
        return;
    }
    put(as, into->at->value, row->key, is_map ? json_object() : json_array());
    place all = place_key(into->at, row->key);
    for (size_t i = 0; i < json_array_size(value); i++) {
        item = json_array_get(value, i);
        bool is_table = json_is_object(item) && !is_declaration(item);
        append(as, all.value, is_table ? json_object() : json_incref(item));
        place at = place_item(&all, i);
        if (is_table) {
            frame inner = {&at, (object_kind)row->a, into->context};
            fill_object(as, &inner, item);
        }
    }
    json_object_foreach(value, key, item)
    {
        put(as, all.value, key, json_incref(item));
    }
}

static void fill_key(assembly *as, const frame *into, const char *key,
                     json_t *value)
{
    const key_row *row = key_find(into->kind, key);

    if (row == NULL) {
        put(as, into->at->value, key, json_incref(value));
    } else if (!key_is_written(row)) {
        spot where = spot_of_text(as->document, into->at, key, 0);
        faults_add(as->faults, FAULT_NOT_A_KEY, &where, WORDS(key));
    } else if (row->kind == KIND_TABLE) {
        if (!fill_marks(as, into, row, value)) {
            fill_table(as, into, row, value);
        }
    } else if (row->kind == KIND_LIST || row->kind == KIND_MAP) {
        fill_tables(as, into, row, value);
    } else {
        put(as, into->at->value, key, converted(as, row, into->context, value));
    }
}

static void fault_stray(assembly *as, const frame *into, const json_t *item)
{
    spot where =
        spot_of_text(as->document, into->at, json_string_value(item), 0);

    faults_add(as->faults, FAULT_STRAY_ITEM, &where,
               WORDS(describe_value(item)));
}

/* What a function of the author returned: a list of declarations. */
static bool is_declarations(const json_t *item)
{
    size_t count = json_array_size(item);

    for (size_t i = 0; i < count; i++) {
        if (!is_declaration(json_array_get(item, i))) {
            return false;
        }
    }
    return count > 0;
}

/* What stands in braces without a key. */
static void fill_item(assembly *as, const frame *into, json_t *item)
{
    const char *text_key = first_text_key(into->kind);
    json_t *object = into->at->value;

    if (is_declaration(item)) {
        place_declaration(as, into, item);
    } else if (is_declarations(item)) {
        for (size_t i = 0; i < json_array_size(item); i++) {
            place_declaration(as, into, json_array_get(item, i));
        }
    } else if (into->kind == RECORD_OBJECT) {
        if (json_object_get(object, "rows") == NULL) {
            put(as, object, "rows", json_array());
        }
        append(as, json_object_get(object, "rows"),
               converted_row(as, into->context, item));
    } else if (text_key != NULL && json_is_string(item) &&
               json_object_get(object, text_key) == NULL) {
        as->key = text_key;
        put(as, object, text_key,
            text_in_languages(as, into->context, json_string_value(item)));
    } else {
        fault_stray(as, into, item);
    }
}

void fill_object(assembly *as, const frame *into, json_t *table)
{
    const char *key = NULL;
    json_t *value = NULL;
    json_t *list = list_part(table);

    json_object_foreach(table, key, value)
    {
        if (value != list) {
            fill_key(as, into, key, value);
        }
    }
    for (size_t i = 0; i < json_array_size(list); i++) {
        fill_item(as, into, json_array_get(list, i));
    }
}

/* --------------------------------------------------------- declarations */

/* The table behind a word, or NULL with a fault. */
static json_t *body_of(assembly *as, const json_t *declaration)
{
    json_t *body = json_object_get(declaration, "body");
    bool is_table = json_is_array(body) || (json_is_object(body) &&
                                            json_object_get(body, "@") == NULL);

    if (!is_table) {
        fault_at_declaration(as, FAULT_NO_BODY, declaration,
                             WORDS(word_of(declaration), describe_value(body)));
        return NULL;
    }
    return body;
}

/* The container under `key`, made where it is missing. */
static place container(assembly *as, const frame *into, const char *key,
                       bool is_list)
{
    json_t *object = into->at->value;

    if (json_object_get(object, key) == NULL) {
        put(as, object, key, is_list ? json_array() : json_object());
    }
    return place_key(into->at, key);
}

static void place_many(assembly *as, const frame *into, const part_row *part,
                       json_t *declaration)
{
    const char *id = name_of(declaration);
    json_t *body = body_of(as, declaration);
    place all = container(as, into, part->key, true);
    json_t *object = json_object();

    bool is_placed = json_array_append(all.value, object) == 0;
    json_decref(object);
    as->refused = as->refused || !is_placed;
    if (!is_placed || id == NULL) {
        return;
    }
    place at = place_item(&all, place_count(&all) - 1);
    frame inner = {&at, part->child,
                   context_of(as, into->context, part->context, id)};
    remember(as, object, declaration);
    put(as, object, part->child == EXAMPLE_OBJECT ? "name" : "id",
        json_string(id));
    if (body != NULL) {
        fill_object(as, &inner, body);
    }
}

static void place_named(assembly *as, const frame *into, const part_row *part,
                        json_t *declaration)
{
    const char *id = name_of(declaration);
    json_t *body = body_of(as, declaration);
    place all = container(as, into, part->key, false);

    if (id == NULL || body == NULL) {
        return;
    }
    if (json_object_get(all.value, id) != NULL) {
        const char *label =
            context_of(as, "a ", object_labels[part->child], "");
        fault_at_declaration(as, FAULT_DUPLICATE, declaration,
                             WORDS(id, label, "another"));
        return;
    }
    put(as, all.value, id, json_object());
    place at = place_key(&all, id);
    frame inner = {&at, part->child,
                   context_of(as, into->context, part->context, id)};
    remember(as, at.value, declaration);
    fill_object(as, &inner, body);
}

static void place_one(assembly *as, const frame *into, const part_row *part,
                      json_t *declaration)
{
    const char *id = name_of(declaration);
    json_t *body = body_of(as, declaration);

    if (json_object_get(into->at->value, part->key) != NULL) {
        fault_at_declaration(as, FAULT_DECLARED_TWICE, declaration,
                             WORDS(part->word));
        return;
    }
    put(as, into->at->value, part->key, json_object());
    place at = place_key(into->at, part->key);
    frame inner = {&at, part->child,
                   context_of(as, into->context, part->context, "")};
    remember(as, at.value, declaration);
    if (id != NULL) {
        put(as, at.value, "id", json_string(id));
    }
    if (body != NULL) {
        fill_object(as, &inner, body);
    }
}

/* effects { heard = { … }, … }: each entry is an object. */
static void place_entries(assembly *as, const frame *into, const part_row *part,
                          json_t *declaration)
{
    json_t *body = body_of(as, declaration);
    place all = container(as, into, part->key, false);
    const char *key = NULL;
    json_t *value = NULL;

    if (list_part(body) != NULL) {
        fault_at_declaration(
            as, FAULT_STRAY_ITEM, declaration,
            WORDS(describe_value(json_array_get(list_part(body), 0))));
    }
    json_object_foreach(body, key, value)
    {
        if (strcmp(key, "#") == 0) {
            continue;
        }
        if (json_object_get(all.value, key) != NULL) {
            fault_at_declaration(as, FAULT_DUPLICATE, declaration,
                                 WORDS(key, "an effect", "another"));
            continue;
        }
        put(as, all.value, key, json_copy(value));
        if (json_is_object(value)) {
            remember(as, json_object_get(all.value, key), declaration);
        }
    }
}

/* facts { each = …, { … }, { … } }: the list is the sets. */
static void place_sets(assembly *as, const frame *into, const part_row *part,
                       json_t *declaration)
{
    json_t *body = body_of(as, declaration);
    json_t *list = list_part(body);
    const char *context = context_of(as, into->context, part->context, "");
    const char *key = NULL;
    json_t *value = NULL;

    if (json_object_get(into->at->value, part->key) != NULL) {
        fault_at_declaration(as, FAULT_DECLARED_TWICE, declaration,
                             WORDS(part->word));
        return;
    }
    place sets = container(as, into, part->key, true);
    remember(as, sets.value, declaration);
    json_object_foreach(body, key, value)
    {
        if (value != list) {
            spot where = spot_of_text(as->document, &sets, key, 0);
            faults_add(as->faults, FAULT_UNKNOWN_KEY, &where, WORDS(key));
        }
    }
    for (size_t i = 0; i < json_array_size(list); i++) {
        append(as, sets.value,
               converted_set(as, context, json_array_get(list, i)));
    }
    as->first_set = json_array_get(sets.value, 0);
}

void place_declaration(assembly *as, const frame *into, json_t *declaration)
{
    static void (*const places[])(assembly *, const frame *, const part_row *,
                                  json_t *) = {
        [PART_ONE] = place_one,     [PART_MANY] = place_many,
        [PART_NAMED] = place_named, [PART_ENTRIES] = place_entries,
        [PART_SETS] = place_sets,
    };
    const part_row *part = part_find(into->kind, word_of(declaration));

    if (part == NULL) {
        fault_misplaced(as, into, declaration);
    } else {
        places[part->how](as, into, part, declaration);
    }
}
