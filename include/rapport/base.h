/*
 * Base: what every room stands on. Status and error, arena memory, text
 * buffers, UTF-8, a JSON writer, digests, the seeded generator and the
 * simulated calendar.
 *
 * Nothing here knows a scenario, reads a clock or touches a file. Nothing
 * prints and nothing exits. Every function is safe to call from several
 * threads on different subjects.
 */
#ifndef RAPPORT_BASE_H
#define RAPPORT_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define RP_MUST_USE __attribute__((warn_unused_result))
#define RP_PRINTF(format_idx, first_idx) \
    __attribute__((format(printf, format_idx, first_idx)))

/* ------------------------------------------------------------- status */

/* Who must act on a failure. */
typedef enum rp_status {
    RP_OK = 0,
    RP_E_INVALID, /* the caller's input: a scenario, a move, an option */
    RP_E_STATE,   /* right input at the wrong time */
    RP_E_MEMORY,  /* the allocator refused */
    RP_E_IO,      /* file, pipe, process, display */
    RP_E_DAMAGED, /* stored data that does not verify */
    RP_E_LIMIT    /* larger than this program handles */
} rp_status;

enum {
    RP_SOURCE_MAX = 128,
    RP_MESSAGE_MAX = 512
};

/*
 * One showable sentence and where it points. A failed call fills it, a
 * successful call leaves it untouched. `line` and `column` count from 1; 0
 * means "the whole source".
 */
typedef struct rp_error {
    rp_status status;
    char source[RP_SOURCE_MAX];
    uint32_t line;
    uint32_t column;
    char message[RP_MESSAGE_MAX];
} rp_error;

/*
 * Fills `err` (which may be NULL) and returns `status`, so that a failure is
 * one statement: `return rp_fail(err, RP_E_IO, "cannot open %s", path);`
 * Text that does not fit is cut at a whole character.
 */
rp_status rp_fail(rp_error *err, rp_status status, const char *format, ...)
    RP_PRINTF(3, 4);

/* The same with a position. `source` is borrowed for the call; NULL: none. */
rp_status rp_fail_at(rp_error *err, rp_status status, const char *source,
                     uint32_t line, const char *format, ...) RP_PRINTF(5, 6);

/* ------------------------------------------------------------- memory */

/*
 * A host allocator. `resize(user, NULL, n)` allocates, `resize(user, p, 0)`
 * frees and returns NULL, a refusal returns NULL and leaves `p` as it was.
 */
typedef struct rp_alloc {
    void *(*resize)(void *user, void *block, size_t size_bytes);
    void *user;
} rp_alloc;

/* The C library's realloc and free. Errors: none. */
rp_alloc rp_alloc_default(void);

/*
 * An arena owns everything taken from it; clearing it frees all at once.
 * Memory is zeroed and aligned for any type. Caller's storage: `init`, then
 * `clear` once, however the arena was used in between.
 */
typedef struct rp_arena_block rp_arena_block;

typedef struct rp_arena {
    rp_alloc alloc;
    rp_arena_block *newest;
    size_t used_bytes; /* given out in all, for reports */
} rp_arena;

void rp_arena_init(rp_arena *arena, rp_alloc alloc);
void rp_arena_clear(rp_arena *arena);

/* Forgets everything given out but keeps the largest block for reuse. */
void rp_arena_reset(rp_arena *arena);

/* `count` zeroed items of `size_bytes`; NULL when refused or too large. */
RP_MUST_USE void *rp_arena_take(rp_arena *arena, size_t count,
                                size_t size_bytes);

/* A copy of `length_bytes` bytes with a NUL behind; NULL when refused. */
RP_MUST_USE char *rp_arena_copy(rp_arena *arena, const char *bytes,
                                size_t length_bytes);

/* A formatted text owned by the arena; NULL when refused. */
RP_MUST_USE char *rp_arena_format(rp_arena *arena, const char *format, ...)
    RP_PRINTF(2, 3);

/* ------------------------------------------------------- text buffers */

/*
 * A growing text, always NUL-terminated once anything was added. A refused
 * growth sets `failed` and makes every later call a no-op, so a writer checks
 * once at the end. Caller's storage: `init`, then `clear`.
 */
typedef struct rp_text {
    rp_alloc alloc;
    char *bytes; /* NULL while empty */
    size_t length;
    size_t capacity;
    bool failed;
} rp_text;

void rp_text_init(rp_text *text, rp_alloc alloc);
void rp_text_clear(rp_text *text);
void rp_text_add(rp_text *text, const char *bytes, size_t length);
void rp_text_puts(rp_text *text, const char *string);
void rp_text_printf(rp_text *text, const char *format, ...) RP_PRINTF(2, 3);

/* ------------------------------------------------------------ sentences */

/*
 * What somebody is spoken to in. English needs none of it.
 *
 * `tr`       the translation of an English text; the text itself, the same
 *            pointer, where there is none. NULL: English
 * `phrases`  patterns of words that are made of words, the most particular
 *            first and NULL at the end; NULL: there are none
 */
typedef struct rp_tongue {
    const char *(*tr)(const void *user, const char *english);
    const void *user;
    const char *const *phrases;
} rp_tongue;

/*
 * Appends a sentence: `pattern` in the language of `in` (NULL: English), its
 * slots `{0}` to `{9}` filled with `words`, beginning with a capital. A word
 * behind a quote is an author's own and stays as it is; any other is ours and
 * is translated. Words are cut at 160 bytes and cannot steer a terminal.
 *
 * `words`  borrowed, NULL at the end; NULL: the pattern has no slots
 */
void rp_sentence(rp_text *out, const rp_tongue *in, const char *pattern,
                 const char *const *words);

/* Appends a text that was made in English: translated, or as it is. */
void rp_phrase(rp_text *out, const rp_tongue *in, const char *english);

/* --------------------------------------------------------------- UTF-8 */

/*
 * Reads one code point at `bytes` (of `length` left) and returns how many
 * bytes it took, 0 at the end or where the bytes are not strict UTF-8
 * (overlong, surrogate, beyond U+10FFFF).
 */
size_t rp_utf8_next(const char *bytes, size_t length, uint32_t *code);

/* True when all `length` bytes are strict UTF-8. */
bool rp_utf8_valid(const char *bytes, size_t length);

/*
 * True for text a person may be shown: strict UTF-8 without NUL, C0 (but for
 * newline), DEL, C1, bidi controls (U+202A-202E, U+2066-2069) and
 * noncharacters. `bad_at` (may be NULL) is filled with the first offender.
 */
bool rp_utf8_clean(const char *bytes, size_t length, size_t *bad_at);

/* Code points in a valid text. */
size_t rp_utf8_count(const char *string);

/* A closing mark of Chinese writing: no line may begin with it. */
bool rp_utf8_closes(uint32_t code);

/*
 * Appends `string` so that no terminal, log or error line can be steered by
 * it: controls, bidi controls and invalid bytes become visible \u{..} or
 * \x.. forms; newline stays where `keep_newlines`.
 */
void rp_text_add_visible(rp_text *text, const char *bytes, size_t length,
                         bool keep_newlines);

/* [a-z0-9][a-z0-9_-]{0,63}: the written name of turns, replies, records... */
bool rp_is_id(const char *string);

/*
 * The nearest of `count` names to `wanted` (Damerau-Levenshtein distance at
 * most a third of its length, at least 1), or NULL when none is near.
 * `names` and the result are borrowed. Among equals the first.
 */
const char *rp_nearest_name(const char *wanted, const char *const *names,
                            size_t count);

/* ---------------------------------------------------------------- JSON */

/*
 * A JSON writer: appends to a text, keeps commas right, refuses nothing it
 * can express. Keys and strings must be valid UTF-8. Misuse (a value where a
 * key belongs) is our own mistake and asserts.
 */
enum {
    RP_JSON_DEPTH_MAX = 64
};

typedef struct rp_json {
    rp_text *out; /* borrowed for the writer's life */
    uint32_t depth;
    bool has_items[RP_JSON_DEPTH_MAX];
    bool after_key;
} rp_json;

void rp_json_begin(rp_json *json, rp_text *out);
void rp_json_open(rp_json *json, char bracket);  /* '{' or '[' */
void rp_json_close(rp_json *json, char bracket); /* '}' or ']' */
void rp_json_key(rp_json *json, const char *key);
void rp_json_string(rp_json *json, const char *string); /* NULL writes null */
void rp_json_string_of(rp_json *json, const char *bytes, size_t length);
void rp_json_integer(rp_json *json, int64_t value);
/* At most 12 significant digits, never an exponent for 1e-12..1e15. */
void rp_json_decimal(rp_json *json, double value);
void rp_json_bool(rp_json *json, bool value);
void rp_json_null(rp_json *json);
/* Bytes that are JSON already, written as one value. */
void rp_json_raw(rp_json *json, const char *bytes);

/* ------------------------------------------------------------- digests */

enum {
    RP_DIGEST_BYTES = 32,
    RP_DIGEST_HEX_MAX = 65 /* with the NUL */
};

typedef struct rp_digest {
    uint8_t bytes[RP_DIGEST_BYTES];
} rp_digest;

/* SHA-256 (FIPS 180-4) by libsodium. Errors: none. */
rp_digest rp_sha256(const void *bytes, size_t length);

/* Lower-case hex with a NUL; returns `hex`. */
char *rp_digest_hex(const rp_digest *digest, char hex[RP_DIGEST_HEX_MAX]);
bool rp_digest_from_hex(rp_digest *digest, const char *hex);
bool rp_digest_equal(const rp_digest *a, const rp_digest *b);

/* FNV-1a, 64 bits (offset 0xcbf29ce484222325, prime 0x100000001b3). */
uint64_t rp_fnv1a(const void *bytes, size_t length);

/* ----------------------------------------------------- seeded generator */

/* SplitMix64 (Steele, Lea, Flood 2014). The state is the whole generator. */
typedef struct rp_random {
    uint64_t state;
} rp_random;

rp_random rp_random_seeded(uint64_t seed);
uint64_t rp_random_next(rp_random *random);
/* next() mod `bound`; `bound` at least 1. */
uint32_t rp_random_below(rp_random *random, uint32_t bound);

/*
 * Fisher-Yates from the last place down: for i = count-1 .. 1 swap order[i]
 * with order[next mod (i+1)].
 */
void rp_random_shuffle(rp_random *random, uint16_t *order, uint32_t count);

/* --------------------------------------------------- simulated calendar */

/*
 * The proleptic Gregorian calendar without zones: a call happens at a local
 * date and time of its own world. A moment counts minutes since 1970-01-01
 * 00:00; a date counts days since then; a clock counts minutes since 00:00.
 */
typedef struct rp_calendar {
    int32_t year;
    int32_t month;   /* 1..12 */
    int32_t day;     /* 1..31 */
    int32_t hour;    /* 0..23 */
    int32_t minute;  /* 0..59 */
    int32_t weekday; /* 1 = Monday .. 7 = Sunday */
} rp_calendar;

enum {
    RP_MINUTES_A_DAY = 1440
};

rp_calendar rp_calendar_of(int64_t moment);

/*
 * The moment the fields name (`weekday` is not read); false, and `moment` left
 * alone, where they name no day or time of the calendar.
 */
bool rp_calendar_moment(const rp_calendar *fields, int64_t *moment);

/* 1 = Monday .. 7 = Sunday. */
int32_t rp_weekday(int64_t moment);

/*
 * The same time of day `workdays` working days later (earlier when
 * negative). Monday to Friday work; the day itself is day 0, whatever it is.
 */
int64_t rp_add_workdays(int64_t moment, int64_t workdays);

/*
 * Strict "YYYY-MM-DD", "HH:MM", "YYYY-MM-DD HH:MM" (years 1900..2199);
 * `value` in the unit of its kind: days, minutes, minutes since 1970.
 */
bool rp_parse_date(const char *string, int64_t *value);
bool rp_parse_clock(const char *string, int64_t *value);
bool rp_parse_datetime(const char *string, int64_t *value);

/* -------------------------------------------------------- translations */

/*
 * A compiled translation (GNU MO), read where it lies. Every offset is held
 * against the length, as if the file were hostile.
 */
typedef struct rp_mo {
    const unsigned char *bytes; /* borrowed */
    size_t length;
    uint32_t count;
    uint32_t originals;    /* offset of the table of msgids, sorted */
    uint32_t translations; /* offset of the table of msgstrs */
    uint32_t plural_count; /* `nplurals` of its header; 2 where not said */
    bool is_swapped;       /* written by a machine of the other byte order */
} rp_mo;

/* False where the bytes are no catalog; they are borrowed for its life. */
bool rp_mo_open(rp_mo *mo, const char *bytes, size_t length);

/*
 * The translation of `msgid` in `context` (NULL: without one), borrowed from
 * the catalog; NULL where there is none.
 */
const char *rp_mo_find(const rp_mo *mo, const char *context, const char *msgid);

/*
 * What entry `index` of `count` is found under: the msgid, with its context
 * and the byte 4 before it where it has one. In the order of their bytes;
 * NULL where the file is damaged.
 */
const char *rp_mo_key(const rp_mo *mo, uint32_t index);

/*
 * The form for `n` of a text that has several: the only one where the
 * language has one, else the first for 1 and the second for all others. NULL
 * where there is none.
 */
const char *rp_mo_find_plural(const rp_mo *mo, const char *msgid, uint32_t n);

#endif
