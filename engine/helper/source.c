/*
 * A look at the source where Lua's message alone does not say enough: which
 * character it was, and what stood before it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "wording.h"

/* Marks a Chinese keyboard makes, and what Lua wants. */
static const char *const twins[][2] = {
    {"，", ","}, {"、", ","}, {"。", "."}, {"：", ":"}, {"；", ";"},
    {"“", "\""}, {"”", "\""}, {"‘", "'"},  {"’", "'"},  {"＂", "\""},
    {"＇", "'"}, {"（", "("}, {"）", ")"}, {"｛", "{"}, {"｝", "}"},
    {"［", "["}, {"］", "]"}, {"【", "["}, {"】", "]"}, {"＝", "="},
    {"－", "-"}, {"—", "-"},  {"＋", "+"}, {"＊", "*"}, {"／", "/"},
    {"＜", "<"}, {"＞", ">"}, {"＿", "_"}, {"．", "."}, {"　", " "},
    {"«", "\""}, {"»", "\""}, {"„", "\""},
};

/* A piece of the source. */
typedef struct span {
    const char *bytes;
    size_t length;
} span;

/* The line of the complaint, empty when it is not known. */
static span line_of(const helper_complaint *complaint)
{
    span line = {0};
    if (complaint->source == NULL || complaint->line == 0) {
        return line;
    }
    const char *at = complaint->source;
    const char *end = at + complaint->source_length;
    for (uint32_t i = 1; i < complaint->line && at != NULL; i++) {
        at = memchr(at, '\n', (size_t)(end - at));
        at = at == NULL ? NULL : at + 1;
    }
    if (at == NULL) {
        return line;
    }
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    line.bytes = at;
    line.length = (size_t)((stop == NULL ? end : stop) - at);
    return line;
}

/* Where the text that begins with the quote at `at` ends on its line. */
static size_t end_of_text(span line, size_t at)
{
    char quote = line.bytes[at];
    for (at++; at < line.length && line.bytes[at] != quote; at++) {
        if (line.bytes[at] == '\\') {
            at++;
        }
    }
    return at;
}

/* The first character on `line` outside quotes that begins with `byte`. */
static span find_character(span line, unsigned char byte)
{
    for (size_t at = 0; at < line.length; at++) {
        const char *here = line.bytes + at;
        if (*here == '"' || *here == '\'') {
            at = end_of_text(line, at);
        } else if ((unsigned char)*here == byte) {
            uint32_t code = 0;
            return (span){.bytes = here,
                          .length =
                              rp_utf8_next(here, line.length - at, &code)};
        }
    }
    return (span){0};
}

void wording_name_byte(const helper_complaint *complaint, char *text,
                       size_t size)
{
    char *number = strstr(text, "'<\\");
    if (number == NULL) {
        return;
    }
    char *end = NULL;
    unsigned long byte = strtoul(number + 3, &end, 10);
    if (byte < 128 || byte > 255 || strcmp(end, ">'") != 0) {
        return;
    }
    span character = find_character(line_of(complaint), (unsigned char)byte);
    if (character.length == 0) {
        return;
    }
    (void)snprintf(number, size - (size_t)(number - text), "'%.*s'",
                   (int)character.length, character.bytes);
}

static bool star_is(const wording_match *found, size_t star, const char *text)
{
    return found->starts[star] != NULL &&
           found->lengths[star] == strlen(text) &&
           memcmp(found->starts[star], text, found->lengths[star]) == 0;
}

bool wording_is_wide(wording_match *found)
{
    for (size_t i = 0; i < sizeof twins / sizeof twins[0]; i++) {
        if (star_is(found, 1, twins[i][0])) {
            found->starts[4] = twins[i][1];
            found->lengths[4] = strlen(twins[i][1]);
            return true;
        }
    }
    return false;
}

bool wording_is_foreign(const wording_match *found)
{
    uint32_t code = 0;
    size_t size = rp_utf8_next(found->starts[1], found->lengths[1], &code);
    return size > 1 && size == found->lengths[1];
}

/* Cuts blanks from the end of `line`. */
static span trim_end(span line)
{
    while (line.length > 0 && (line.bytes[line.length - 1] == ' ' ||
                               line.bytes[line.length - 1] == '\t')) {
        line.length--;
    }
    return line;
}

static bool ends_with(span line, const char *word)
{
    size_t length = strlen(word);
    if (line.length < length ||
        memcmp(line.bytes + line.length - length, word, length) != 0) {
        return false;
    }
    if (line.length == length) {
        return true;
    }
    char before = line.bytes[line.length - length - 1];
    return before == ' ' || before == '\t' || before == ',' || before == '{';
}

/* What stands before the first place where the first star follows a blank. */
static span before_star(span line, const wording_match *found)
{
    size_t length = found->lengths[0];
    for (size_t i = 1; length > 0 && i + length <= line.length; i++) {
        if (line.bytes[i - 1] == ' ' &&
            memcmp(line.bytes + i, found->starts[0], length) == 0) {
            return trim_end((span){.bytes = line.bytes, .length = i});
        }
    }
    return (span){0};
}

bool wording_is_after_word(const helper_complaint *complaint,
                           wording_match *found)
{
    span before = before_star(line_of(complaint), found);
    for (uint32_t i = 0; i < helper_word_count(); i++) {
        const helper_word *word = &helper_words[i];
        if (word->takes_name && ends_with(before, word->name)) {
            found->starts[4] = word->name;
            found->lengths[4] = strlen(word->name);
            return true;
        }
    }
    return false;
}

bool wording_is_after_sign(const helper_complaint *complaint)
{
    span line = line_of(complaint);
    for (size_t i = 0; i < line.length; i++) {
        if (line.bytes[i] != '}') {
            continue;
        }
        span before = trim_end((span){.bytes = line.bytes, .length = i});
        if (before.length > 0 &&
            strchr("=+-*/%^<>~.", before.bytes[before.length - 1])) {
            return true;
        }
    }
    return false;
}

bool wording_is_lua_word(const wording_match *found)
{
    static const char *const words[] = {
        "and", "break",  "do",     "else", "elseif", "end",   "false",
        "for", "goto",   "if",     "in",   "local",  "nil",   "not",
        "or",  "repeat", "return", "then", "true",   "until", "while",
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (star_is(found, 0, words[i])) {
            return true;
        }
    }
    return false;
}
