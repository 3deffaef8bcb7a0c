/*
 * Sentences name places as an author does: by the names in the file, from the
 * inside out, never by index where there is a name.
 */
#include "describe.h"

#include <string.h>

#include "keys.h"

enum {
    PLACES_MAX = 3 /* answer of ask of form */
};

static void add_named(rp_text *out, const char *label, const char *name)
{
    rp_text_printf(out, "%s `", label);
    rp_text_add_visible(out, name, strlen(name), false);
    rp_text_puts(out, "`");
}

static bool is_key(const place *at, const char *key)
{
    return at->key != NULL && strcmp(at->key, key) == 0;
}

/* An item of a list: by its name if it has one, else counted from 1. */
static bool describe_item(rp_text *out, const place *at)
{
    const char *name = name_of_item(at->value);
    object_kind kind = at->up == NULL || at->up->key == NULL
                           ? OBJECT_KINDS
                           : object_under(at->up->key, KIND_LIST);
    const char *label = kind < OBJECT_KINDS ? object_labels[kind] : NULL;

    static const struct {
        const char *key;
        const char *label;
    } others[] = {{"facts", "fact set"}, {"says", "line"}, {"process", "step"}};

    for (size_t i = 0; label == NULL && at->up != NULL && i < 3; i++) {
        label = is_key(at->up, others[i].key) ? others[i].label : NULL;
    }
    if (label == NULL) {
        return false;
    }
    if (name != NULL) {
        add_named(out, label, name);
    } else {
        rp_text_printf(out, "%s %zu", label, at->index + 1);
    }
    return true;
}

/* document.facts[i].name */
static bool is_fact(const place *at)
{
    return at->up != NULL && at->up->key == NULL && at->up->up != NULL &&
           is_key(at->up->up, "facts");
}

/* A value under a key: an entry of a map, or a table of its own. */
static bool describe_keyed(rp_text *out, const place *at)
{
    if (is_fact(at)) {
        add_named(out, "fact", at->key);
        return true;
    }
    if (at->up != NULL && at->up->key != NULL) {
        object_kind kind = object_under(at->up->key, KIND_MAP);
        if (kind < OBJECT_KINDS) {
            add_named(out, object_labels[kind], at->key);
            return true;
        }
    }
    object_kind kind = object_under(at->key, KIND_TABLE);
    if (kind == OBJECT_KINDS || !json_is_object(at->value)) {
        return false;
    }
    rp_text_printf(out, "the %s", object_labels[kind]);
    return true;
}

/* The scenario and the pack say nothing about what lies inside them. */
static bool is_frame(const place *at)
{
    return at->up == NULL || (at->up->up == NULL &&
                              (is_key(at, "scenario") || is_key(at, "pack")));
}

/* Appends what one place is called; false where it has no name. */
static bool describe_step(rp_text *out, const place *at, bool is_first)
{
    if (at->key == NULL) {
        return describe_item(out, at);
    }
    if (is_first && is_key(at, "facts")) {
        rp_text_puts(out, "the facts");
        return true;
    }
    return describe_keyed(out, at);
}

void describe_place(rp_text *out, const place *at)
{
    size_t count = 0;

    for (; at != NULL && count < PLACES_MAX; at = at->up) {
        if (count > 0 && is_frame(at)) {
            break;
        }
        size_t before = out->length;
        rp_text_puts(out, count > 0 ? " of " : "");
        if (describe_step(out, at, count == 0)) {
            count++;
        } else if (out->length > before) {
            out->length = before;
            out->bytes[before] = '\0';
        }
    }
    if (count == 0) {
        rp_text_puts(out, "the file");
    }
}

static const char *describe_special(const char *word)
{
    static const struct {
        const char *word;
        const char *words;
    } specials[] = {
        {"float", "a number with a fraction"},
        {"money", "an amount of money"},
        {"name", "a name"},
        {"date", "a date"},
        {"clock", "a clock"},
        {"datetime", "a datetime"},
        {"range", "a range"},
    };

    for (size_t i = 0; i < sizeof specials / sizeof specials[0]; i++) {
        if (strcmp(word, specials[i].word) == 0) {
            return specials[i].words;
        }
    }
    return "a declaration";
}

const char *describe_value(const json_t *value)
{
    if (json_is_string(value)) {
        return "a text";
    }
    if (json_is_integer(value)) {
        return "a whole number";
    }
    if (json_is_boolean(value)) {
        return "true or false";
    }
    if (json_is_array(value)) {
        return "a list";
    }
    if (json_is_object(value)) {
        const char *word = json_string_value(json_object_get(value, "@"));
        return word == NULL ? "a table" : describe_special(word);
    }
    return "nothing";
}
