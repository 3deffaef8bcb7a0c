/*
 * Scenario, inside: the document as a JSON tree, places in it, and the list
 * of faults. Shared by the document half (assemble, check, write) and the
 * model half (expressions, compile) of this room and by nobody else.
 *
 * A `place` is a value of the document together with the way that leads to
 * it. Places live on the caller's stack and are linked upwards, so walking
 * down costs nothing and a fault can always say where it is:
 *
 *     place root = place_root(document);
 *     place turns = place_key(&root, "turns");
 *     for (size_t i = 0; i < place_count(&turns); i++) {
 *         place turn = place_item(&turns, i);
 *         place hint = place_key(&turn, "hint");
 *         ...
 *         spot at = spot_of(document, &hint);
 *         faults_add(faults, FAULT_BAD_ID, &at, WORDS(text_of(&hint)));
 *     }
 */
#ifndef RAPPORT_SCENARIO_INTERNAL_H
#define RAPPORT_SCENARIO_INTERNAL_H

#include <jansson.h>

#include "rapport/base.h"
#include "rapport/scenario.h"
#include "vector.h"

/* --------------------------------------------------------------- document */

typedef struct positions positions;

struct rp_document {
    rp_alloc alloc;
    json_t *root;         /* owned; always an object */
    rp_arena arena;       /* the strings beside the tree */
    const char *source;   /* file name for messages; in the arena */
    positions *positions; /* where things were declared; NULL: nowhere */
    const char *json;     /* what a bare document was read from; else NULL */
    json_t *known;        /* {"behaviours": {…}, "criticals": {…}, …}: the
                             names of the whole pack, and "unreadable"
                             languages; NULL for a bare document */
    vector written;       /* rp_written; none where no files were read */
    bool is_pack;         /* a pack on its own, without a scenario */
    bool has_pack;        /* a pack.lua was read, or may have been */
};

/* ----------------------------------------------------------------- places */

typedef struct place {
    const struct place *up; /* borrowed; NULL: this is the root */
    const char *key;        /* NULL: an item of a list */
    size_t index;
    json_t *value; /* borrowed; NULL: nothing is there */
} place;

place place_root(const rp_document *document);

/* The value under `key`; its `value` is NULL where there is none. */
place place_key(const place *up, const char *key);

/* The item `index` of a list. */
place place_item(const place *up, size_t index);

/* Items of a list; 0 for anything else, NULL included. */
size_t place_count(const place *list);

/* The text itself, NULL where there is none. Borrowed from the document. */
const char *text_of(const place *at);

/* The text under `key`, NULL where there is none. */
const char *text_under(const place *up, const char *key);

/* The integer under `key`, or `otherwise`. */
int64_t integer_under(const place *up, const char *key, int64_t otherwise);

/* True only for a `true` under `key`. */
bool is_true_under(const place *up, const char *key);

/* What an item of a list is called: its "id" or its "name"; NULL: neither. */
const char *name_of_item(const json_t *item);

/* The language the files are written in: "en" where the pack says none. */
const char *source_language_of(const json_t *root);

/* Line of the innermost declaration around `at`; 0: nowhere known. */
uint32_t place_line(const rp_document *document, const place *at);

/* ----------------------------------------------------------------- faults */

typedef enum fault_code {
#define FAULT(name, code, severity, about, sentence, mend, example) \
    FAULT_##name,
#include "list_faults.h"
#undef FAULT
    FAULT_CODES
} fault_code;

/*
 * Where a fault is. Fill by spot_of or spot_of_text; set `near` to the name
 * that was probably meant and the sentence ends "Did you mean `near`?".
 */
typedef struct spot {
    const rp_document *document; /* borrowed; NULL: no place known */
    const place *at;             /* borrowed; NULL: the whole document */
    const char *text; /* borrowed: the offending text as written, or NULL */
    size_t offset;    /* bytes into `text` where it goes wrong */
    const char *near; /* borrowed; NULL: no proposal */
} spot;

/* Points at the innermost declaration around `at`. */
spot spot_of(const rp_document *document, const place *at);

/*
 * Points at `text` where it stands once in the source of that declaration,
 * and `offset` bytes into it: the place for an expression's faults.
 */
spot spot_of_text(const rp_document *document, const place *at,
                  const char *text, size_t offset);

/*
 * The texts that fill `{1}`, `{2}` ... of a fault's sentence:
 * `WORDS("reply", id)`. Valid until the end of the enclosing block.
 */
#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})

/* A number as a text for WORDS: `digits_of(n).text`. */
typedef struct digits {
    char text[24];
} digits;

digits digits_of(int64_t value);

/*
 * Adds one fault: the sentence of `code` with its words filled in, at the
 * source position of `where`. The list stays sorted by file, line, column;
 * a fault that is there already is not added again.
 *
 * `where`  borrowed; NULL: the whole document
 * `words`  borrowed, NULL-terminated; NULL: the sentence has no slots
 */
void faults_add(rp_faults *faults, fault_code code, const spot *where,
                const char *const *words);

/* ---------------------------------------------------------------- texts */

/* A text of digits, signs and slots is the same in every language. */
bool text_has_letters(const char *text);

/* Lists a text that needs a translation; false when memory is refused. */
bool written_add(rp_document *document, const rp_written *text);

/*
 * Reads the next `{…}` of a text from `*cursor` on: `name` and `form` ("" for
 * none) without copying. False at the end. A `{` that is no slot ("{", "{}",
 * "{a b}") is filled as a slot with length 0 and counts as broken.
 */
typedef struct slot {
    const char *name;
    size_t name_length;
    const char *form;
    size_t form_length;
    size_t start; /* bytes into the text */
    size_t end;
} slot;

bool slot_next(const char *text, size_t *cursor, slot *found);

/* Bytes from the beginning of `text` that may name a fact or a variable. */
size_t name_length_at(const char *text);

/* Index of `word` in a list; `count` where it is none of them. */
size_t word_index(const char *const *words, size_t count, const char *word);

#endif
