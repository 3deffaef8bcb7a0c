/*
 * How a mood sounds, which language a text is in, and which voice speaks it.
 */
#include <string.h>

#include "rapport/scenario.h"
#include "window/voice.h"

static const voice_manner manners[RP_MOOD_WORDS] = {
    [RP_FURIOUS] = {118, 14, 100}, [RP_UPSET] = {109, 7, 94},
    [RP_ANXIOUS] = {106, 16, 80},  [RP_NEUTRAL] = {100, 0, 84},
    [RP_RELIEVED] = {94, -6, 80},  [RP_PLEASED] = {100, 5, 88},
};

voice_manner voice_manner_of(int mood_word)
{
    bool is_known = mood_word >= 0 && mood_word < RP_MOOD_WORDS;

    return manners[is_known ? mood_word : RP_NEUTRAL];
}

/* -------------------------------------------------------------- language */

static bool is_han(uint32_t code)
{
    return (code >= 0x3400 && code <= 0x9FFF) ||
           (code >= 0xF900 && code <= 0xFAFF) ||
           (code >= 0x20000 && code <= 0x3FFFF);
}

static bool is_latin(uint32_t code)
{
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
           (code >= 0xC0 && code <= 0x24F);
}

const char *voice_language_of(const char *text, const char *own)
{
    size_t length = strlen(text);
    size_t han = 0;
    size_t latin = 0;

    for (size_t at = 0; at < length;) {
        uint32_t code = 0;
        size_t took = rp_utf8_next(text + at, length - at, &code);
        han += is_han(code) ? 1 : 0;
        latin += is_latin(code) ? 1 : 0;
        at += took == 0 ? 1 : took;
    }
    /* A Han sign is worth about four letters of sound. */
    if (han * 4 > latin) {
        return "zh";
    }
    bool is_own = latin == 0 || strncmp(own, "zh", 2) != 0;
    return is_own ? own : "en";
}

/* ---------------------------------------------------------------- voices */

static char lower(char byte)
{
    return (char)(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte);
}

/* True for "en", "en-GB", "EN_us" where the language is "en". */
static bool begins_with(const char *code, const char *language)
{
    size_t length = strlen(language);

    for (size_t i = 0; i < length; i++) {
        if (lower(code[i]) != lower(language[i])) {
            return false;
        }
    }
    return code[length] == '\0' || code[length] == '-' || code[length] == '_';
}

/* Mandarin has two names; Cantonese hides under one of them. */
static bool speaks(const char *code, const char *language)
{
    if (!begins_with(language, "zh")) {
        return begins_with(code, language);
    }
    bool is_cantonese =
        begins_with(code, "zh-hk") || begins_with(code, "zh-yue");
    return !is_cantonese &&
           (begins_with(code, "zh") || begins_with(code, "cmn"));
}

/* The plainest name wins: "cmn" before "cmn-LATN-PINYIN". */
int voice_for(const voice_found *found, int count, const char *language)
{
    int best = -1;

    for (int i = 0; i < count; i++) {
        bool is_plainer = best < 0 || strlen(found[i].language) <
                                          strlen(found[best].language);
        if (is_plainer && speaks(found[i].language, language)) {
            best = i;
        }
    }
    return best;
}
