/*
 * Lua's messages in an author's words. The rows are data; this file matches
 * them, fills in what they leave open and keeps the sentence showable.
 */
#include "wording.h"

#include <stdlib.h>
#include <string.h>

enum {
    TEXT_MAX = 400
};

typedef enum row_test {
    ANY,
    WIDE,
    FOREIGN,
    AFTER_WORD,
    AFTER_SIGN,
    LUA_WORD
} row_test;

static const struct row {
    const char *pattern;
    row_test test;
    const char *sentence;
} rows[] = {

#define RP_WORDING(pattern, test, sentence) {pattern, test, sentence},
#include "list_wordings.h"
#undef RP_WORDING
};

/* Names an author may mean, beside his own. */
static const char *const known_names[] = {
#define RP_WORD(name, takes_name, standing) name,
#include "rapport/list_words.h"
#undef RP_WORD
    "include",  "money", "name",    "date",  "clock",    "datetime",
    "range",    "after", "weekday", "at",    "clock_of", "date_of",
    "assert",   "error", "ipairs",  "pairs", "select",   "tonumber",
    "tostring", "type",  "string",  "table", "math",     "utf8",
};

const char *helper_nearest_word(const char *wanted)
{
    return rp_nearest_name(wanted, known_names,
                           sizeof known_names / sizeof known_names[0]);
}

/* ----------------------------------------------------------- matching */

/*
 * Matches `text` against `pattern`; each star takes as little as lets the
 * rest match. Recursion is as deep as the pattern has stars.
 */
static bool match(const char *pattern, const char *text, wording_match *found,
                  size_t star)
{
    while (*pattern != '\0' && *pattern != '*') {
        if (*pattern != *text) {
            return false;
        }
        pattern++;
        text++;
    }
    if (*pattern == '\0') {
        return *text == '\0';
    }
    for (size_t length = 0;; length++) {
        found->starts[star] = text;
        found->lengths[star] = length;
        if (match(pattern + 1, text + length, found, star + 1)) {
            return true;
        }
        if (text[length] == '\0') {
            return false;
        }
    }
}

/* A match that found nothing must not leave its stars behind. */
static bool holds(const struct row *row, const helper_complaint *complaint,
                  const char *text, wording_match *found)
{
    *found = (wording_match){0};
    if (!match(row->pattern, text, found, 0)) {
        return false;
    }
    switch (row->test) {
    case WIDE: return wording_is_wide(found);
    case FOREIGN: return wording_is_foreign(found);
    case AFTER_WORD: return wording_is_after_word(complaint, found);
    case AFTER_SIGN: return wording_is_after_sign(complaint);
    case LUA_WORD: return wording_is_lua_word(found);
    case ANY: break;
    }
    return true;
}

/* ------------------------------------------------------------ filling */

/* Lua's name of a kind of value, as an author would say it. */
static const char *kind_of(const char *bytes, size_t length)
{
    static const char *const kinds[][2] = {
        {"nil", "nothing"},           {"no value", "nothing"},
        {"string", "a text"},         {"number", "a number"},
        {"table", "a table"},         {"function", "a function"},
        {"boolean", "true or false"},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (strlen(kinds[i][0]) == length &&
            memcmp(kinds[i][0], bytes, length) == 0) {
            return kinds[i][1];
        }
    }
    return NULL;
}

static void add_star(rp_text *out, const wording_match *found, size_t star)
{
    if (star < WORDING_STARS && found->starts[star] != NULL) {
        rp_text_add(out, found->starts[star], found->lengths[star]);
    }
}

static void add_kind(rp_text *out, const wording_match *found, size_t star)
{
    const char *kind = star < WORDING_STARS && found->starts[star] != NULL
                           ? kind_of(found->starts[star], found->lengths[star])
                           : NULL;
    if (kind != NULL) {
        rp_text_puts(out, kind);
    } else {
        add_star(out, found, star);
    }
}

static void add_suggestion(rp_text *out, const wording_match *found,
                           size_t star)
{
    char wanted[RP_SOURCE_MAX];
    size_t length = found->lengths[star];
    if (length >= sizeof wanted) {
        return;
    }
    memcpy(wanted, found->starts[star], length);
    wanted[length] = '\0';
    const char *near = helper_nearest_word(wanted);
    if (near != NULL) {
        rp_text_printf(out, "; did you mean `%s`?", near);
    }
}

static size_t star_of(char digit)
{
    return (size_t)(digit - '1');
}

/* Appends one `$` form; returns how many bytes of the sentence it took. */
static size_t add_form(rp_text *out, const char *form, const char *opened,
                       const wording_match *found)
{
    if (form[1] == '@') {
        rp_text_puts(out, opened);
        return 2;
    }
    if (form[1] == 'w') {
        add_kind(out, found, star_of(form[2]));
        return 3;
    }
    if (form[1] == '?') {
        add_suggestion(out, found, star_of(form[2]));
        return 3;
    }
    add_star(out, found, star_of(form[1]));
    return 2;
}

static void fill(rp_text *out, const char *sentence, const char *opened,
                 const wording_match *found)
{
    while (*sentence != '\0') {
        if (*sentence == '$') {
            sentence += add_form(out, sentence, opened, found);
            continue;
        }
        rp_text_add(out, sentence, 1);
        sentence++;
    }
}

/* ----------------------------------------------------------- sentence */

/*
 * Takes " (to close '{' at line 12)" out of `text` and keeps " of line 12" in
 * `opened`.
 */
static void take_opener(char *text, char opened[32])
{
    opened[0] = '\0';
    char *start = strstr(text, " (to close '");
    char *line = start == NULL ? NULL : strstr(start, " at line ");
    char *end = line == NULL ? NULL : strchr(line, ')');
    if (end == NULL || end - line > 20) {
        return;
    }
    size_t digits = (size_t)(end - line) - strlen(" at line ");
    memcpy(opened, " of line ", strlen(" of line "));
    memcpy(opened + strlen(" of line "), line + strlen(" at line "), digits);
    opened[strlen(" of line ") + digits] = '\0';
    memmove(start, end + 1, strlen(end + 1) + 1);
}

static void explain(rp_text *out, const helper_complaint *complaint)
{
    char text[TEXT_MAX + 8];
    char opened[32];
    wording_match found;
    size_t length = strnlen(complaint->text, TEXT_MAX);
    memcpy(text, complaint->text, length);
    text[length] = '\0';
    if (complaint->text[length] != '\0') {
        rp_text_puts(out, text);
        return;
    }
    take_opener(text, opened);
    wording_name_byte(complaint, text, sizeof text);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (holds(&rows[i], complaint, text, &found)) {
            fill(out, rows[i].sentence, opened, &found);
            return;
        }
    }
    rp_text_puts(out, text);
}

void helper_wording(const helper_complaint *complaint,
                    char sentence[RP_MESSAGE_MAX])
{
    rp_text raw;
    rp_text clean;
    rp_error kept = {0};
    rp_text_init(&raw, rp_alloc_default());
    rp_text_init(&clean, rp_alloc_default());
    explain(&raw, complaint);
    if (raw.bytes != NULL) {
        rp_text_add_visible(&clean, raw.bytes, raw.length, false);
    }
    bool has_text = !clean.failed && clean.length > 0;
    (void)rp_fail(&kept, RP_E_INVALID, "%s",
                  has_text ? clean.bytes : "the file fails without a word");
    memcpy(sentence, kept.message, RP_MESSAGE_MAX);
    rp_text_clear(&clean);
    rp_text_clear(&raw);
}
