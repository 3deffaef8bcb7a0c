/*
 * Texts as a search compares them: lower case, half width, straight quotes.
 * A code point becomes one code point, so that places can be told back.
 */
#include "fold.h"

#include <string.h>

#include <wctype.h>

enum {
    WIDE_FIRST = 0xFF01, /* full-width forms of ! to ~ */
    WIDE_LAST = 0xFF5E,
    WIDE_SHIFT = 0xFEE0,
    CODE_BYTES_MAX = 4
};

/* Signs that are written in several ways, and the one they stand for. */
static const struct {
    uint32_t from;
    char to;
} same_signs[] = {
    {0x3000, ' '}, {0x00A0, ' '}, {'\n', ' '},   {0x2018, '\''}, {0x2019, '\''},
    {0x201C, '"'}, {0x201D, '"'}, {0x2010, '-'}, {0x2011, '-'},  {0x2013, '-'},
    {0x2014, '-'}, {0x3002, '.'}, {0x3001, ','}, {0x300C, '"'},  {0x300D, '"'},
};

folding folding_open(void)
{
    return (folding){newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0)};
}

void folding_close(folding *by)
{
    if (by->letters != (locale_t)0) {
        freelocale(by->letters);
        by->letters = (locale_t)0;
    }
}

static uint32_t fold_code(const folding *by, uint32_t code)
{
    for (size_t i = 0; i < sizeof same_signs / sizeof *same_signs; i++) {
        if (same_signs[i].from == code) {
            return (uint32_t)(unsigned char)same_signs[i].to;
        }
    }
    if (code >= WIDE_FIRST && code <= WIDE_LAST) {
        code -= WIDE_SHIFT;
    }
    if (code < 0x80 || by->letters == (locale_t)0) {
        return code >= 'A' && code <= 'Z' ? code + 'a' - 'A' : code;
    }
    return (uint32_t)towlower_l((wint_t)code, by->letters);
}

static size_t write_code(uint32_t code, char bytes[CODE_BYTES_MAX])
{
    if (code < 0x80) {
        bytes[0] = (char)code;
        return 1;
    }
    size_t size = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = size - 1; i > 0; i--) {
        bytes[i] = (char)(0x80 | (code & 0x3F));
        code >>= 6;
    }
    bytes[0] = (char)((0xF00 >> size & 0xFF) | code);
    return size;
}

char *fold_text(const folding *by, rp_arena *arena, const char *text)
{
    size_t length = strlen(text);
    char *folded = rp_arena_take(arena, length * 2 + CODE_BYTES_MAX, 1);
    size_t at = 0;
    size_t out = 0;
    uint32_t code = 0;

    if (folded == NULL) {
        return NULL;
    }
    while (at < length) {
        size_t taken = rp_utf8_next(text + at, length - at, &code);
        if (taken == 0) {
            break;
        }
        at += taken;
        out += write_code(fold_code(by, code), folded + out);
    }
    folded[out] = '\0';
    return folded;
}
