/*
 * Sentences out of patterns and words, in any language. English is what the
 * patterns are written in; another language translates the pattern and fills
 * the same words into it.
 *
 * A word may itself be made of words ("reply `hold` of turn `opening`"). Such
 * a word is recognised by the pattern it was made from.
 */
#include <string.h>

#include "rapport/base.h"

enum {
    WORD_BYTES_MAX = 160,
    SLOTS = 10,
    DEPTH_MAX = 6 /* words within words */
};

/*
 * A slot of a pattern: `{1}`, `{n}` for a number, or as the helper writes it
 * `$1`, `$w1`, `$?1`, `$@`.
 */
typedef struct hole {
    uint32_t digit;
    size_t length; /* bytes of the pattern it takes */
    bool is_quoted;
    bool is_number;
} hole;

/* What a pattern's slots stand for in a text. */
typedef struct fitting {
    const char *start[SLOTS];
    size_t length[SLOTS];
} fitting;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* True between ` and `, and right behind a plain or a typographic quote. */
static bool is_in_quotes(const char *pattern, const char *at)
{
    bool is_open = false;

    for (const char *c = pattern; c < at; c++) {
        is_open = is_open != (*c == '`');
    }
    return is_open || (at > pattern && at[-1] == '"') ||
           (at - pattern >= 3 && memcmp(at - 3, "“", 3) == 0);
}

static bool find_hole(const char *pattern, const char *at, hole *found)
{
    *found = (hole){.is_quoted = is_in_quotes(pattern, at)};
    if (at[0] == '{' && at[1] == 'n' && at[2] == '}') {
        found->is_number = true;
        found->digit = 8;
        found->length = 3;
    } else if (at[0] == '{' && is_digit(at[1]) && at[2] == '}') {
        found->digit = (uint32_t)(at[1] - '0');
        found->length = 3;
    } else if (at[0] == '$' && is_digit(at[1])) {
        found->digit = (uint32_t)(at[1] - '0');
        found->length = 2;
    } else if (at[0] == '$' && at[1] == '@') {
        found->digit = 9;
        found->length = 2;
    } else if (at[0] == '$' && (at[1] == 'w' || at[1] == '?') &&
               is_digit(at[2])) {
        found->digit = (uint32_t)(at[2] - '0') + (at[1] == '?' ? 5 : 0);
        found->length = 3;
    }
    return found->length > 0;
}

/* ------------------------------------------------------------ recognising */

/*
 * True where `text` is `pattern` with something in its slots; the shortest
 * that fits. A slot in quotes holds no backquote, any other closes those it
 * opens.
 */
static bool fits(const char *pattern, const char *at, const char *text,
                 fitting *found)
{
    hole slot;

    while (*at != '\0' && !find_hole(pattern, at, &slot)) {
        if (*at++ != *text++) {
            return false;
        }
    }
    if (*at == '\0') {
        return *text == '\0';
    }
    bool is_open = false;
    for (size_t length = 0;; length++) {
        if (!is_open && fits(pattern, at + slot.length, text + length, found)) {
            found->start[slot.digit] = text;
            found->length[slot.digit] = length;
            return true;
        }
        if (text[length] == '\0' || (slot.is_quoted && text[length] == '`') ||
            (slot.is_number && !is_digit(text[length]))) {
            return false;
        }
        is_open = is_open != (text[length] == '`');
    }
}

/* ---------------------------------------------------------------- saying */

static const char *translated(const rp_tongue *in, const char *english)
{
    return in != NULL && english[0] != '\0' ? in->tr(in->user, english)
                                            : english;
}

/* A word as it is, harmless to a terminal and not too long. */
static void add_plain(rp_text *out, const char *word, size_t length)
{
    size_t cut = length;

    if (length > WORD_BYTES_MAX) {
        cut = WORD_BYTES_MAX;
        while (cut > 0 && ((unsigned char)word[cut] & 0xC0) == 0x80) {
            cut--;
        }
    }
    rp_text_add_visible(out, word, cut, false);
    if (cut < length) {
        rp_text_puts(out, "…");
    }
}

static void say_word(rp_text *out, const rp_tongue *in, const char *english,
                     uint32_t depth);

static void fill(rp_text *out, const rp_tongue *in, const char *pattern,
                 const char *const words[SLOTS], uint32_t depth)
{
    hole slot;

    for (const char *at = pattern; *at != '\0';) {
        if (!find_hole(pattern, at, &slot)) {
            rp_text_add(out, at++, 1);
            continue;
        }
        const char *word = words[slot.digit];
        if (word != NULL && (slot.is_quoted || in == NULL)) {
            add_plain(out, word, strlen(word));
        } else if (word != NULL) {
            say_word(out, in, word, depth + 1);
        }
        at += slot.length;
    }
}

/* Fills a phrase that was recognised with copies of its words. */
static void say_fitting(rp_text *out, const rp_tongue *in, const char *phrase,
                        const fitting *found, uint32_t depth)
{
    const char *words[SLOTS] = {NULL};
    rp_arena scratch;

    rp_arena_init(&scratch, out->alloc);
    for (uint32_t i = 0; i < SLOTS; i++) {
        if (found->start[i] == NULL) {
            continue;
        }
        words[i] = rp_arena_copy(&scratch, found->start[i], found->length[i]);
        out->failed = out->failed || words[i] == NULL;
    }
    fill(out, in, translated(in, phrase), words, depth);
    rp_arena_clear(&scratch);
}

static bool say_phrase(rp_text *out, const rp_tongue *in, const char *english,
                       uint32_t depth)
{
    for (const char *const *phrase = in->phrases;
         phrase != NULL && *phrase != NULL; phrase++) {
        fitting found = {{NULL}, {0}};
        if (fits(*phrase, *phrase, english, &found)) {
            say_fitting(out, in, *phrase, &found, depth);
            return true;
        }
    }
    return false;
}

/* A word of ours in another language; one of the author's as it is. */
static void say_word(rp_text *out, const rp_tongue *in, const char *english,
                     uint32_t depth)
{
    const char *text = translated(in, english);

    if (text != english) {
        rp_text_puts(out, text);
    } else if (depth >= DEPTH_MAX || !say_phrase(out, in, english, depth)) {
        add_plain(out, english, strlen(english));
    }
}

static void begin_with_capital(char *start)
{
    if (*start >= 'a' && *start <= 'z') {
        *start = (char)(*start - 'a' + 'A');
    }
}

void rp_sentence(rp_text *out, const rp_tongue *in, const char *pattern,
                 const char *const *words)
{
    const char *all[SLOTS] = {NULL};
    size_t before = out->length;

    in = in != NULL && in->tr != NULL ? in : NULL;

    for (size_t i = 0; i < SLOTS && words != NULL && words[i] != NULL; i++) {
        all[i] = words[i];
    }
    fill(out, in, translated(in, pattern), all, 0);
    if (!out->failed && out->length > before) {
        begin_with_capital(out->bytes + before);
    }
}

void rp_phrase(rp_text *out, const rp_tongue *in, const char *english)
{
    if (in == NULL || in->tr == NULL) {
        rp_text_puts(out, english);
    } else {
        say_word(out, in, english, 0);
    }
}
