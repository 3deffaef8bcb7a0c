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

bool written_add(rp_document *document, const rp_written *text)
{
    rp_arena *arena = &document->arena;

    if (!text_has_letters(text->text)) {
        return true;
    }
    rp_written *added = vector_add(&document->written);
    added->context = rp_arena_copy(arena, text->context, strlen(text->context));
    added->text = rp_arena_copy(arena, text->text, strlen(text->text));
    added->key = text->key;
    return !document->written.refused && added->context != NULL &&
           added->text != NULL;
}

const rp_written *rp_document_written(const rp_document *document,
                                      uint32_t *count)
{
    *count = document->written.count;
    return document->written.items;
}
