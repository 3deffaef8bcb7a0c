/*
 * Wording: what the matcher of messages and its tests on the source share.
 */
#ifndef RAPPORT_HELPER_WORDING_H
#define RAPPORT_HELPER_WORDING_H

#include "helper.h"

enum {
    WORDING_STARS = 6
};

/* What the stars of a pattern stood for; the fifth is filled by a test. */
typedef struct wording_match {
    const char *starts[WORDING_STARS];
    size_t lengths[WORDING_STARS];
} wording_match;

/*
 * Lua names a byte that begins no token by its number, as in near '<\239>'.
 * Puts the whole character of the source in its place, where it is found.
 */
void wording_name_byte(const helper_complaint *complaint, char *text,
                       size_t size);

/* The second star is a full-width mark; the fifth becomes its plain twin. */
bool wording_is_wide(wording_match *found);

/* The second star is a character outside ASCII. */
bool wording_is_foreign(const wording_match *found);

/*
 * The first star is a name that follows a word of the language, on the line of
 * the complaint; the fifth becomes the word.
 */
bool wording_is_after_word(const helper_complaint *complaint,
                           wording_match *found);

/* On the line of the complaint a `}` follows a sign that wants a value. */
bool wording_is_after_sign(const helper_complaint *complaint);

/* The first star is a keyword of Lua. */
bool wording_is_lua_word(const wording_match *found);

#endif
