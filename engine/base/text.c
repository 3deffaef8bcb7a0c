/*
 * Growing texts. Once growth was refused a text stays as it is and says so,
 * so that writers check one flag at the end instead of every call.
 */
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "rapport/base.h"

void rp_text_init(rp_text *text, rp_alloc alloc)
{
    *text = (rp_text){.alloc = alloc};
}

void rp_text_clear(rp_text *text)
{
    if (text->bytes != NULL) {
        (void)text->alloc.resize(text->alloc.user, text->bytes, 0);
    }
    *text = (rp_text){.alloc = text->alloc};
}

/* Makes room for `more` bytes and the NUL behind them. */
static bool make_room(rp_text *text, size_t more)
{
    if (text->failed || more >= SIZE_MAX / 2 - text->length) {
        text->failed = true;
        return false;
    }
    size_t need = text->length + more + 1;
    if (need <= text->capacity) {
        return true;
    }
    size_t capacity = text->capacity < 64 ? 64 : text->capacity;
    while (capacity < need) {
        capacity *= 2;
    }
    char *bytes = text->alloc.resize(text->alloc.user, text->bytes, capacity);
    if (bytes == NULL) {
        text->failed = true;
        return false;
    }
    text->bytes = bytes;
    text->capacity = capacity;
    return true;
}

void rp_text_add(rp_text *text, const char *bytes, size_t length)
{
    if (!make_room(text, length)) {
        return;
    }
    if (length > 0) {
        memcpy(text->bytes + text->length, bytes, length);
    }
    text->length += length;
    text->bytes[text->length] = '\0';
}

void rp_text_puts(rp_text *text, const char *string)
{
    rp_text_add(text, string, strlen(string));
}

void rp_text_printf(rp_text *text, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (length < 0 || !make_room(text, (size_t)length)) {
        text->failed = true;
        return;
    }
    va_start(args, format);
    (void)vsnprintf(text->bytes + text->length, (size_t)length + 1, format,
                    args);
    va_end(args);
    text->length += (size_t)length;
}

/* One character that was read whole. */
static void add_visible_code(rp_text *text, const char *bytes, size_t size,
                             uint32_t code)
{
    if (code != '\n' && rp_utf8_clean(bytes, size, NULL)) {
        rp_text_add(text, bytes, size);
    } else if (code == '\n') {
        rp_text_puts(text, "\\n");
    } else {
        rp_text_printf(text, "\\u{%x}", (unsigned)code);
    }
}

void rp_text_add_visible(rp_text *text, const char *bytes, size_t length,
                         bool keep_newlines)
{
    size_t at = 0;

    while (at < length) {
        uint32_t code = 0;
        size_t size = rp_utf8_next(bytes + at, length - at, &code);
        if (size == 0) {
            unsigned char stray = (unsigned char)bytes[at];
            rp_text_printf(text, "\\x%02x", (unsigned)stray);
            size = 1;
        } else if (code == '\n' && keep_newlines) {
            rp_text_add(text, "\n", 1);
        } else {
            add_visible_code(text, bytes + at, size, code);
        }
        at += size;
    }
}
