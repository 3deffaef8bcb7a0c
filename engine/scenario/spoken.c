/*
 * How much of a rendered text is spoken. Words are counted where a language
 * writes words; Chinese is counted as it is read aloud, by the syllable.
 */
#include <string.h>

#include "forms.h"
#include "rapport/scenario.h"

typedef enum sign {
    SIGN_NONE, /* space, punctuation */
    SIGN_DIGIT,
    SIGN_LETTER,
    SIGN_JOIN, /* within a word: don't, 19:40, 1,234 */
    SIGN_HAN
} sign;

static bool is_between(uint32_t code, uint32_t from, uint32_t to)
{
    return code >= from && code <= to;
}

static bool is_han(uint32_t code)
{
    return is_between(code, 0x4E00, 0x9FFF) ||
           is_between(code, 0x3400, 0x4DBF) ||
           is_between(code, 0xF900, 0xFAFF) ||
           is_between(code, 0x20000, 0x3FFFF);
}

/* Signs beyond ASCII that are neither letters nor digits. */
static bool is_punctuation(uint32_t code)
{
    return is_between(code, 0x80, 0xBF) || code == 0xD7 || code == 0xF7 ||
           is_between(code, 0x2000, 0x2BFF) ||
           is_between(code, 0x3000, 0x303F) ||
           is_between(code, 0xFE30, 0xFE6F) ||
           is_between(code, 0xFF00, 0xFF0F) ||
           is_between(code, 0xFF1A, 0xFF20) ||
           is_between(code, 0xFF3B, 0xFF40) ||
           is_between(code, 0xFF5B, 0xFF65) || code >= 0x1F000;
}

static sign sign_of(uint32_t code)
{
    if (is_han(code)) {
        return SIGN_HAN;
    }
    if (is_between(code, '0', '9')) {
        return SIGN_DIGIT;
    }
    if (is_between(code, 'a', 'z') || is_between(code, 'A', 'Z')) {
        return SIGN_LETTER;
    }
    bool joins = code == 0x2019 || code == 0x2011 ||
                 (code < 0x80 && code != 0 && strchr("'-.,:", (int)code));
    if (joins) {
        return SIGN_JOIN;
    }
    return code < 0x80 || is_punctuation(code) ? SIGN_NONE : SIGN_LETTER;
}

/* The end of the sound that begins at `at`, or `at`. */
static size_t behind_sound(const rp_rendered *rendered, size_t at)
{
    for (uint32_t i = 0; i < rendered->mark_count; i++) {
        const rp_mark *mark = &rendered->marks[i];
        if (mark->kind == RP_MARK_SOUND && mark->start == at) {
            return mark->end;
        }
    }
    return at;
}

/* The next sign from `*at` on; a sound is a space. False at the end. */
static bool next_sign(const rp_rendered *rendered, size_t *at, sign *found)
{
    size_t behind = behind_sound(rendered, *at);
    *found = SIGN_NONE;
    if (behind == *at) {
        uint32_t code = 0;
        size_t length = rp_utf8_next(rendered->text.bytes + *at,
                                     rendered->text.length - *at, &code);
        if (length == 0) {
            return false;
        }
        *found = sign_of(code);
        behind = *at + length;
    }
    *at = behind;
    return true;
}

static uint32_t count_words(const rp_rendered *rendered)
{
    uint32_t count = 0;
    bool is_inside = false; /* a word that may go on */
    bool is_joined = false; /* by the sign just passed */
    sign found = SIGN_NONE;
    for (size_t at = 0; next_sign(rendered, &at, &found);) {
        bool is_word = found == SIGN_DIGIT || found == SIGN_LETTER;
        bool goes_on = is_word && is_inside;
        count += found == SIGN_HAN || (is_word && !goes_on);
        is_joined = found == SIGN_JOIN && is_inside && !is_joined;
        is_inside = is_word || is_joined;
    }
    return count;
}

enum {
    SYLLABLES_A_WORD = 2
};

static uint32_t count_syllables(const rp_rendered *rendered)
{
    uint32_t count = 0;
    sign before = SIGN_NONE;
    sign found = SIGN_NONE;
    for (size_t at = 0; next_sign(rendered, &at, &found);) {
        count += found == SIGN_HAN || found == SIGN_DIGIT;
        if (found == SIGN_LETTER && before != SIGN_LETTER) {
            count += SYLLABLES_A_WORD;
        }
        before = found;
    }
    return count;
}

uint32_t rp_spoken_count(const rp_rendered *rendered, const char *language)
{
    if (rendered->text.length == 0) {
        return 0;
    }
    return forms_is_chinese(language) ? count_syllables(rendered)
                                      : count_words(rendered);
}
