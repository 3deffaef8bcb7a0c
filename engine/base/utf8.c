/*
 * Strict UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing beyond
 * U+10FFFF.
 */
#include <string.h>

#include "rapport/base.h"

/* Lead byte to: bytes in all, bits it gives, smallest legal code. */
static const struct lead {
    unsigned char mask;
    unsigned char is;
    uint8_t size;
    uint32_t least;
} leads[] = {
    {0x80, 0x00, 1, 0x0},
    {0xE0, 0xC0, 2, 0x80},
    {0xF0, 0xE0, 3, 0x800},
    {0xF8, 0xF0, 4, 0x10000},
};

static const struct lead *find_lead(unsigned char byte)
{
    for (size_t i = 0; i < sizeof leads / sizeof leads[0]; i++) {
        if ((byte & leads[i].mask) == leads[i].is) {
            return &leads[i];
        }
    }
    return NULL;
}

size_t rp_utf8_next(const char *bytes, size_t length, uint32_t *code)
{
    if (length == 0) {
        return 0;
    }
    const struct lead *lead = find_lead((unsigned char)bytes[0]);
    if (lead == NULL || lead->size > length) {
        return 0;
    }
    uint32_t value = (unsigned char)bytes[0] & (uint32_t)(~lead->mask & 0xFF);
    for (size_t i = 1; i < lead->size; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        if ((byte & 0xC0U) != 0x80U) {
            return 0;
        }
        value = value << 6 | (byte & 0x3FU);
    }
    bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < lead->least || value > 0x10FFFF || is_surrogate) {
        return 0;
    }
    *code = value;
    return lead->size;
}

bool rp_utf8_valid(const char *bytes, size_t length)
{
    size_t at = 0;

    while (at < length) {
        uint32_t code = 0;
        size_t taken = rp_utf8_next(bytes + at, length - at, &code);
        if (taken == 0) {
            return false;
        }
        at += taken;
    }
    return true;
}

/* Ranges that must never reach a screen, a log or a chain of records. */
static const struct range {
    uint32_t first;
    uint32_t last;
} unclean[] = {
    {0x00, 0x09},     {0x0B, 0x1F},     {0x7F, 0x9F},
    {0x202A, 0x202E}, {0x2066, 0x2069}, {0xFDD0, 0xFDEF},
};

static bool is_clean(uint32_t code)
{
    for (size_t i = 0; i < sizeof unclean / sizeof unclean[0]; i++) {
        if (code >= unclean[i].first && code <= unclean[i].last) {
            return false;
        }
    }
    return (code & 0xFFFEU) != 0xFFFEU;
}

bool rp_utf8_clean(const char *bytes, size_t length, size_t *bad_at)
{
    size_t ignored = 0;
    size_t *at = bad_at != NULL ? bad_at : &ignored;
    size_t reached = 0;

    while (reached < length) {
        uint32_t code = 0;
        size_t taken = rp_utf8_next(bytes + reached, length - reached, &code);
        if (taken == 0 || !is_clean(code)) {
            *at = reached;
            return false;
        }
        reached += taken;
    }
    return true;
}

size_t rp_utf8_count(const char *string)
{
    size_t count = 0;

    for (; *string != '\0'; string++) {
        count += ((unsigned char)*string & 0xC0U) != 0x80U;
    }
    return count;
}

bool rp_utf8_closes(uint32_t code)
{
    static const uint32_t closing[] = {0xFF0C, 0x3002, 0x3001, 0xFF1B, 0xFF1A,
                                       0xFF1F, 0xFF01, 0x201D, 0x2019, 0xFF09,
                                       0x300B, 0x300D, 0x3011, 0x2026, 0x2014};

    for (size_t i = 0; i < sizeof closing / sizeof *closing; i++) {
        if (closing[i] == code) {
            return true;
        }
    }
    return false;
}
