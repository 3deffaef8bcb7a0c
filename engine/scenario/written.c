/*
 * Texts as their author wrote them: which of them need a translation, and the
 * list of them that a translation file is made of.
 */
#include <string.h>

#include "scenario_internal.h"

/* Letters of scripts: Latin-1 and up, but for its punctuation and symbols. */
static bool is_letter(uint32_t code)
{
    if (code < 0x80) {
        return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
    }
    return code >= 0xC0 && code != 0xD7 && code != 0xF7 &&
           !(code >= 0x2000 && code <= 0x2BFF) &&
           !(code >= 0x3000 && code <= 0x303F) &&
           !(code >= 0xFF00 && code <= 0xFF20);
}

bool text_has_letters(const char *text)
{
    size_t cursor = 0;
    slot found;
    const char *at = text;
    uint32_t code = 0;
    size_t length = strlen(text);

    while (at < text + length) {
        size_t here = (size_t)(at - text);
        cursor = here;
        if (*at == '{' && slot_next(text, &cursor, &found) &&
            found.start == here && found.name_length > 0) {
            at = text + found.end;
            continue;
        }
        size_t step = rp_utf8_next(at, length - here, &code);
        if (step == 0 || is_letter(code)) {
            return step != 0;
        }
        at += step;
    }
    return false;
}

/* The list in twice its size; false when memory is refused. */
static bool make_room(rp_document *document)
{
    written_list *list = &document->written;
    uint32_t capacity = list->capacity * 2 + 64;
    rp_written *items =
        rp_arena_take(&document->arena, capacity, sizeof *items);

    if (items == NULL) {
        return false;
    }
    if (list->count > 0) {
        memcpy(items, list->items, list->count * sizeof *items);
    }
    list->items = items;
    list->capacity = capacity;
    return true;
}

bool written_add(rp_document *document, const char *context, const char *text)
{
    written_list *list = &document->written;
    rp_arena *arena = &document->arena;

    if (!text_has_letters(text)) {
        return true;
    }
    if (list->count == list->capacity && !make_room(document)) {
        return false;
    }
    rp_written added = {.context =
                            rp_arena_copy(arena, context, strlen(context)),
                        .text = rp_arena_copy(arena, text, strlen(text))};
    if (added.context == NULL || added.text == NULL) {
        return false;
    }
    list->items[list->count++] = added;
    return true;
}

const rp_written *rp_document_written(const rp_document *document,
                                      uint32_t *count)
{
    *count = document->written.count;
    return document->written.items;
}
