#include "match.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include <strings.h>

static bool is_letter(char byte)
{
    bool is_ascii = (byte >= 'a' && byte <= 'z') ||
                    (byte >= 'A' && byte <= 'Z') ||
                    (byte >= '0' && byte <= '9');

    return is_ascii || (unsigned char)byte >= 0x80;
}

/* Han characters and their like take three bytes: each begins a word. */
static bool begins_word(const char *text, size_t at)
{
    unsigned char byte = (unsigned char)text[at];

    if (!is_letter(text[at]) || (byte & 0xC0) == 0x80) {
        return false;
    }
    return at == 0 || byte >= 0xE0 || !is_letter(text[at - 1]);
}

static const char *next_word(const char *typed, size_t *length)
{
    const char *from = typed + strspn(typed, " ");

    *length = strcspn(from, " ");
    return *length > 0 ? from : NULL;
}

static bool word_begins(const char *word, size_t length, const char *text)
{
    for (size_t at = 0; text[at] != '\0'; at++) {
        if (begins_word(text, at) &&
            strncasecmp(text + at, word, length) == 0) {
            return true;
        }
    }
    return false;
}

static bool word_inside(const char *word, size_t length, const char *text)
{
    for (size_t at = 0; text[at] != '\0'; at++) {
        if (strncasecmp(text + at, word, length) == 0) {
            return true;
        }
    }
    return false;
}

typedef bool word_test(const char *word, size_t length, const char *text);

static bool all_words(const char *typed, const char *text, word_test *test)
{
    size_t length = 0;

    for (const char *word = next_word(typed, &length); word != NULL;
         word = next_word(word + length, &length)) {
        if (!test(word, length, text)) {
            return false;
        }
    }
    return true;
}

/* Two letters at least, each at the beginning of a word, in order. */
static bool are_initials(const char *typed, const char *text)
{
    size_t at = 0;
    size_t count = 0;

    for (; typed[count] != '\0'; count++) {
        while (text[at] != '\0' &&
               !(begins_word(text, at) &&
                 strncasecmp(text + at, typed + count, 1) == 0)) {
            at++;
        }
        if (text[at] == '\0' || (unsigned char)typed[count] >= 0x80) {
            return false;
        }
        at++;
    }
    return count >= 2;
}

match_rank match(const char *typed, const char *text)
{
    typed += strspn(typed, " ");
    if (typed[0] == '\0') {
        return MATCH_INSIDE;
    }
    if (strcasecmp(typed, text) == 0) {
        return MATCH_WHOLE;
    }
    if (strncasecmp(typed, text, strlen(typed)) == 0) {
        return MATCH_START;
    }
    if (all_words(typed, text, word_begins)) {
        return MATCH_WORDS;
    }
    if (all_words(typed, text, word_inside)) {
        return MATCH_INSIDE;
    }
    return are_initials(typed, text) ? MATCH_INITIALS : MATCH_NONE;
}
