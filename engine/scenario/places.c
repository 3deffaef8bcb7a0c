/*
 * Walking down the document: each step keeps the way back up.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "scenario_internal.h"

place place_root(const rp_document *document)
{
    return (place){.value = document->root};
}

place place_key(const place *up, const char *key)
{
    return (place){
        .up = up, .key = key, .value = json_object_get(up->value, key)};
}

place place_item(const place *up, size_t index)
{
    return (place){
        .up = up, .index = index, .value = json_array_get(up->value, index)};
}

size_t place_count(const place *list)
{
    return json_array_size(list->value);
}

const char *text_of(const place *at)
{
    return json_string_value(at->value);
}

const char *text_under(const place *up, const char *key)
{
    return json_string_value(json_object_get(up->value, key));
}

int64_t integer_under(const place *up, const char *key, int64_t otherwise)
{
    const json_t *value = json_object_get(up->value, key);

    return json_is_integer(value) ? json_integer_value(value) : otherwise;
}

bool is_true_under(const place *up, const char *key)
{
    return json_is_true(json_object_get(up->value, key));
}

const char *name_of_item(const json_t *item)
{
    const char *id = json_string_value(json_object_get(item, "id"));

    return id != NULL ? id : json_string_value(json_object_get(item, "name"));
}

const char *source_language_of(const json_t *root)
{
    const json_t *pack = json_object_get(root, "pack");
    const char *source =
        json_string_value(json_object_get(pack, "source_language"));

    return source != NULL ? source : "en";
}

digits digits_of(int64_t value)
{
    digits out;

    (void)snprintf(out.text, sizeof out.text, "%" PRId64, value);
    return out;
}

size_t word_index(const char *const *words, size_t count, const char *word)
{
    size_t i = 0;

    while (i < count && strcmp(words[i], word) != 0) {
        i++;
    }
    return i;
}

size_t name_length_at(const char *text)
{
    return strspn(text, "abcdefghijklmnopqrstuvwxyz"
                        "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
}

bool slot_next(const char *text, size_t *cursor, slot *found)
{
    const char *open = strchr(text + *cursor, '{');

    if (open == NULL) {
        return false;
    }
    *found = (slot){.name = open + 1, .start = (size_t)(open - text)};
    size_t name = name_length_at(open + 1);
    const char *end = open + 1 + name;
    found->form = end;
    if (*end == ':') {
        found->form = end + 1;
        found->form_length = name_length_at(found->form);
        end = found->form + found->form_length;
    }
    bool is_whole = *end == '}' && name > 0 &&
                    (found->form_length > 0 || found->form == open + 1 + name);
    found->name_length = is_whole ? name : 0;
    found->end = is_whole ? (size_t)(end - text) + 1 : found->start + 1;
    *cursor = found->end;
    return true;
}
