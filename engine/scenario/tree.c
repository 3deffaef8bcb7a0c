/*
 * Two walks over a document's tree: keys put in order, texts taken out.
 */
#include <stdlib.h>
#include <string.h>

#include "document.h"
#include "keys.h"

static int compare_keys(const void *a, const void *b)
{
    const char *const *left = a;
    const char *const *right = b;

    return strcmp(*left, *right);
}

static bool is_sorted(json_t *object)
{
    const char *last = "";
    const char *key = NULL;
    json_t *value = NULL;
    bool is_so = true;

    json_object_foreach(object, key, value)
    {
        is_so = is_so && strcmp(last, key) <= 0;
        last = key;
    }
    return is_so;
}

/* Fills `object` again from `shadow`, which has the same keys. */
static bool refill(json_t *object, json_t *shadow, const char **keys)
{
    size_t count = 0;
    const char *key = NULL;
    json_t *value = NULL;

    json_object_foreach(shadow, key, value)
    {
        keys[count++] = key;
    }
    qsort(keys, count, sizeof *keys, compare_keys);
    (void)json_object_clear(object);
    for (size_t i = 0; i < count; i++) {
        if (json_object_set(object, keys[i],
                            json_object_get(shadow, keys[i])) != 0) {
            return false;
        }
    }
    return true;
}

/* The object itself stays where it is: positions know it by its address. */
static bool sort_object(json_t *object)
{
    if (is_sorted(object)) {
        return true;
    }
    json_t *shadow = json_copy(object);
    const char **keys = malloc((json_object_size(object) + 1) * sizeof *keys);
    bool is_done =
        shadow != NULL && keys != NULL && refill(object, shadow, keys);
    free(keys);
    json_decref(shadow);
    return is_done;
}

bool tree_sort(json_t *tree)
{
    const char *key = NULL;
    json_t *value = NULL;
    size_t index = 0;
    bool is_done = true;

    if (json_is_object(tree)) {
        is_done = sort_object(tree);
        json_object_foreach(tree, key, value)
        {
            is_done = is_done && tree_sort(value);
        }
    }
    json_array_foreach(tree, index, value)
    {
        is_done = is_done && tree_sort(value);
    }
    return is_done;
}

/* ------------------------------------------------------ without texts */

static json_t *strip_object(object_kind kind, json_t *object,
                            const char *source_language);

/* Strips every item of a list, or every value of a map. */
static json_t *strip_each(object_kind kind, json_t *many,
                          const char *source_language)
{
    json_t *out = json_is_array(many) ? json_array() : json_object();
    const char *key = NULL;
    json_t *value = NULL;
    size_t index = 0;
    bool is_done = out != NULL;

    json_array_foreach(many, index, value)
    {
        is_done = is_done &&
                  json_array_append_new(
                      out, strip_object(kind, value, source_language)) == 0;
    }
    json_object_foreach(many, key, value)
    {
        is_done =
            is_done &&
            json_object_set_new(
                out, key, strip_object(kind, value, source_language)) == 0;
    }
    if (!is_done) {
        json_decref(out);
        return NULL;
    }
    return out;
}

/* Expressions compare texts and names, so their source text is a rule. */
static json_t *strip_fact(json_t *fact, const char *source_language)
{
    json_t *text = json_object_get(fact, "text");
    json_t *name = json_object_get(fact, "name");
    const char *key = text != NULL ? "text" : "name";

    if (text == NULL && name == NULL) {
        return json_incref(fact);
    }
    if (text == NULL) {
        text = json_object_get(name, "full");
    }
    json_t *source = json_object_get(text, source_language);
    return source == NULL ? json_incref(fact) : json_pack("{s:O}", key, source);
}

static json_t *strip_facts(json_t *sets, const char *source_language)
{
    json_t *out = json_array();
    const char *key = NULL;
    json_t *fact = NULL;

    for (size_t i = 0; out != NULL && i < json_array_size(sets); i++) {
        json_t *set = json_object();
        bool is_done = set != NULL;
        json_object_foreach(json_array_get(sets, i), key, fact)
        {
            is_done = is_done &&
                      json_object_set_new(
                          set, key, strip_fact(fact, source_language)) == 0;
        }
        if (!is_done || json_array_append(out, set) != 0) {
            json_decref(out);
            out = NULL;
        }
        json_decref(set);
    }
    return out;
}

/* The value as the rules see it, owned. */
static json_t *strip_value(const key_row *row, json_t *value,
                           const char *source_language)
{
    object_kind kind = held_kind(row);

    if (row->kind == KIND_FACTS) {
        return strip_facts(value, source_language);
    }
    if (kind == OBJECT_KINDS || row->kind == KIND_ROUTE) { /* no texts */
        return json_incref(value);
    }
    return row->kind == KIND_TABLE ? strip_object(kind, value, source_language)
                                   : strip_each(kind, value, source_language);
}

static bool is_text(const key_row *row)
{
    return row != NULL && (row->kind == KIND_TEXT || row->kind == KIND_TEXTS);
}

static json_t *strip_object(object_kind kind, json_t *object,
                            const char *source_language)
{
    if (!json_is_object(object)) {
        return json_incref(object);
    }
    json_t *out = json_object();
    const char *key = NULL;
    json_t *value = NULL;
    bool is_done = out != NULL;

    json_object_foreach(object, key, value)
    {
        const key_row *row = key_find(kind, key);
        if (is_done && !is_text(row)) {
            json_t *kept = row == NULL
                               ? json_incref(value)
                               : strip_value(row, value, source_language);
            is_done = json_object_set_new(out, key, kept) == 0;
        }
    }
    if (!is_done) {
        json_decref(out);
        return NULL;
    }
    return out;
}

json_t *tree_without_texts(json_t *root)
{
    return strip_object(DOCUMENT_OBJECT, root, source_language_of(root));
}
