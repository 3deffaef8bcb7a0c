/*
 * What every part of assembling leans on: values put in place with a refusal
 * remembered, declarations taken apart, positions kept.
 */
#include "assemble.h"
#include "positions.h"

void put(assembly *as, json_t *object, const char *key, json_t *value)
{
    if (json_object_set_new(object, key, value) != 0) {
        as->refused = true;
    }
}

void append(assembly *as, json_t *list, json_t *value)
{
    if (json_array_append_new(list, value) != 0) {
        as->refused = true;
    }
}

const char *context_of(assembly *as, const char *outer, const char *joint,
                       const char *name)
{
    const char *context =
        rp_arena_format(&as->scratch, "%s%s%s", outer, joint, name);

    if (context == NULL) {
        as->refused = true;
        return "";
    }
    return context;
}

bool is_declaration(const json_t *value)
{
    return json_object_get(value, "@") != NULL &&
           json_object_get(value, "at") != NULL;
}

const char *word_of(const json_t *declaration)
{
    const char *word = json_string_value(json_object_get(declaration, "@"));

    return word == NULL ? "" : word;
}

const char *name_of(const json_t *declaration)
{
    return json_string_value(json_object_get(declaration, "id"));
}

json_t *list_part(json_t *table)
{
    if (json_is_array(table)) {
        return table;
    }
    json_t *list = json_object_get(table, "#");
    return json_is_array(list) ? list : NULL;
}

void remember(assembly *as, json_t *object, const json_t *declaration)
{
    const json_t *at = json_object_get(declaration, "at");
    declared_at where = {
        .source_idx = (uint32_t)json_integer_value(json_array_get(at, 0)),
        .line = (uint32_t)json_integer_value(json_array_get(at, 1)),
        .word = word_of(declaration),
        .id = name_of(declaration),
    };

    if (!positions_add(as->document->positions, object, where)) {
        as->refused = true;
    }
}

void fault_at_declaration(assembly *as, fault_code code,
                          const json_t *declaration, const char *const *words)
{
    json_t *object = json_object();
    place root = place_root(as->document);
    place at = {.up = &root, .key = "", .value = object};

    if (object == NULL) {
        as->refused = true;
        return;
    }
    remember(as, object, declaration);
    spot where = spot_of_text(as->document, &at, words[0], 0);
    faults_add(as->faults, code, &where, words);
    json_decref(object);
}
