/*
 * Where a text may break: pango's reading of UAX #14, tailored by one small
 * table so that Chinese quotes behave like brackets, dashes and dots stay
 * whole and numbers keep their units. Answers are kept, texts repeat.
 */
#include <string.h>

#include <pango/pango.h>

#include "window/window_internal.h"

/* Marks no line may start with, in either language, and none may end with. */
static const char no_start[] = "，。、；：？！”’）》」』】…—％·〉〕";
static const char no_end[] = "“‘（《「『【〈〔";

/* What a number keeps: written directly behind it, or after one space. */
static const char han_units[] = "年月日号天次点分秒元小个人条份周台度倍万亿";
static const char *const latin_units[] = {"min", "s",  "h",  "ms", "GB",
                                          "MB",  "kB", "TB", "km", "m",
                                          "kg",  "px", "%",  "€",  "¥"};

/* Units of two characters, whichever number stands before. */
static const char *const han_pairs[] = {"分钟", "小时", "个月"};

static bool is_one_of(const char *set, const char *bytes, size_t length)
{
    for (const char *at = set; *at != '\0';) {
        uint32_t code = 0;
        size_t took = rp_utf8_next(at, strlen(at), &code);
        if (took == length && memcmp(at, bytes, length) == 0) {
            return true;
        }
        at += took == 0 ? 1 : took;
    }
    return false;
}

static bool is_han(uint32_t code)
{
    return (code >= 0x3400 && code <= 0x9FFF) ||
           (code >= 0x3001 && code <= 0x3002) ||
           (code >= 0xFF00 && code <= 0xFFEF) ||
           (code >= 0x20000 && code <= 0x3FFFF);
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool starts_unit(const char *bytes, size_t length)
{
    for (size_t i = 0; i < sizeof latin_units / sizeof latin_units[0]; i++) {
        size_t size = strlen(latin_units[i]);
        if (size > length || memcmp(bytes, latin_units[i], size) != 0) {
            continue;
        }
        bool is_whole = size == length || !g_ascii_isalpha((char)bytes[size]);
        if (is_whole) {
            return true;
        }
    }
    return false;
}

static bool is_pair(const char *bytes, size_t length)
{
    for (size_t i = 0; i < sizeof han_pairs / sizeof han_pairs[0]; i++) {
        if (length == strlen(han_pairs[i]) &&
            memcmp(bytes, han_pairs[i], length) == 0) {
            return true;
        }
    }
    return false;
}

/* ------------------------------------------------------------- tailoring */

/* The two characters at a boundary. */
typedef struct boundary {
    const char *bytes;
    size_t length;
    size_t before; /* where the character before starts */
    size_t at;
    size_t after; /* where the character behind ends */
    uint32_t code_before;
    uint32_t code_after;
} boundary;

/* Numbers with their unit, behind them or after one space; ranges. */
static bool holds_number(const boundary *b)
{
    const char *bytes = b->bytes;
    bool is_number = is_digit(bytes[b->before]);
    if (is_number && is_one_of(han_units, bytes + b->at, b->after - b->at)) {
        return true;
    }
    if (b->code_before == 0x2013 && is_digit(bytes[b->at])) {
        return true;
    }
    bool is_spaced_number = bytes[b->before] == ' ' && b->before > 0 &&
                            is_digit(bytes[b->before - 1]);
    return is_spaced_number && starts_unit(bytes + b->at, b->length - b->at);
}

static bool must_hold(const boundary *b)
{
    const char *bytes = b->bytes;
    if (is_one_of(no_start, bytes + b->at, b->after - b->at) &&
        bytes[b->before] != ' ') {
        return true;
    }
    if (is_one_of(no_end, bytes + b->before, b->at - b->before)) {
        return true;
    }
    return is_pair(bytes + b->before, b->after - b->before) || holds_number(b);
}

/* Quotes beside Han are brackets, which UAX #14 cannot know. */
static bool may_break(const boundary *b)
{
    bool opens = b->code_after == 0x201C || b->code_after == 0x2018;
    bool closed = b->code_before == 0x201D || b->code_before == 0x2019;
    return (opens && is_han(b->code_before)) ||
           (closed && is_han(b->code_after));
}

static void tailor(const char *bytes, size_t length, uint8_t *marks)
{
    boundary b = {.bytes = bytes, .length = length};
    size_t first = rp_utf8_next(bytes, length, &b.code_before);
    b.at = first == 0 ? 1 : first;
    while (b.at < length) {
        size_t took = rp_utf8_next(bytes + b.at, length - b.at, &b.code_after);
        b.after = b.at + (took == 0 ? 1 : took);
        if (may_break(&b)) {
            marks[b.at] |= UI_MARK_LINE;
        }
        if (must_hold(&b) && (marks[b.at] & UI_MARK_MUST) == 0) {
            marks[b.at] &= (uint8_t)~UI_MARK_LINE;
        }
        b.before = b.at;
        b.code_before = b.code_after;
        b.at = b.after;
    }
}

/* ----------------------------------------------------------------- pango */

static uint8_t marks_of(const PangoLogAttr *attr)
{
    unsigned marks = 0;
    marks |= attr->is_cursor_position != 0 ? UI_MARK_CHARACTER : 0;
    marks |= attr->is_line_break != 0 ? UI_MARK_LINE : 0;
    marks |= attr->is_mandatory_break != 0 ? UI_MARK_MUST : 0;
    marks |= attr->is_word_start != 0 ? UI_MARK_WORD : 0;
    return (uint8_t)marks;
}

static void ask_pango(const char *bytes, size_t length, const char *language,
                      uint8_t *marks)
{
    memset(marks, 0, length + 1);
    glong count = g_utf8_strlen(bytes, (gssize)length);
    PangoLogAttr *attrs = g_new0(PangoLogAttr, (gsize)count + 1);
    pango_get_log_attrs(bytes, (int)length, -1,
                        pango_language_from_string(language), attrs,
                        (int)count + 1);
    size_t at = 0;
    for (glong i = 0; i <= count && at <= length; i++) {
        marks[at] = marks_of(&attrs[i]);
        uint32_t code = 0;
        size_t took = rp_utf8_next(bytes + at, length - at, &code);
        at += took == 0 ? 1 : took;
    }
    g_free(attrs);
}

static bool keep(breaks_entry *entry, uint64_t hash, const uint8_t *marks,
                 size_t length)
{
    if (entry->capacity < length + 1) {
        uint8_t *grown = SDL_realloc(entry->marks, length + 1);
        if (grown == NULL) {
            return false;
        }
        entry->marks = grown;
        entry->capacity = length + 1;
    }
    memcpy(entry->marks, marks, length + 1);
    entry->hash = hash;
    entry->length = length;
    return true;
}

void breaks_find(void *user, const char *bytes, size_t length,
                 const char *language, uint8_t *marks)
{
    window_fonts *fonts = user;
    uint64_t hash =
        rp_fnv1a(bytes, length) ^ rp_fnv1a(language, strlen(language)) * 31;
    breaks_entry *entry = &fonts->breaks[hash & (BREAKS_COUNT - 1)];
    if (entry->marks != NULL && entry->hash == hash &&
        entry->length == length) {
        memcpy(marks, entry->marks, length + 1);
        return;
    }
    if (length == 0 || !rp_utf8_valid(bytes, length)) {
        memset(marks, UI_MARK_CHARACTER, length + 1);
        return;
    }
    ask_pango(bytes, length, language, marks);
    tailor(bytes, length, marks);
    (void)keep(entry, hash, marks, length);
}

void breaks_close(window_fonts *fonts)
{
    for (int i = 0; fonts->breaks != NULL && i < BREAKS_COUNT; i++) {
        SDL_free(fonts->breaks[i].marks);
    }
    SDL_free(fonts->breaks);
}
