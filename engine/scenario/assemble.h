/*
 * Assembling, inside: what the parts of assemble*.c share while one document
 * is put together.
 *
 * What was declared is carried over as it is wherever it has not the form it
 * should have, so that checking the document finds it: what is wrong with a
 * value is said in one place. Here only that is said which a document cannot
 * hold: a word in the wrong place, a name in a map twice, an item without a
 * key.
 */
#ifndef RAPPORT_SCENARIO_ASSEMBLE_H
#define RAPPORT_SCENARIO_ASSEMBLE_H

#include "keys.h"
#include "rapport/declared.h"

typedef struct assembly {
    rp_document *document;
    rp_faults *faults;
    const rp_declared *declared;
    json_t *declarations; /* borrowed: the list behind declared->json */
    rp_arena scratch;     /* contexts */
    json_t *defaults;     /* owned: an object, the pack's */
    const char *source_language;
    uint32_t language_count;
    const char *languages[RP_LANGUAGES_MAX];
    rp_mo catalogs[RP_LANGUAGES_MAX]; /* bytes NULL: none */
    const char *scenario_id;
    const char *key;     /* whose text is being carried over */
    json_t *first_set;   /* borrowed: facts as declared, NULL: none */
    bool has_pack;       /* a pack.lua was read */
    size_t pack_replies; /* of the document's anytime replies */
    bool refused;        /* memory ran out */
} assembly;

/* An object that is being filled; it hangs in the document already. */
typedef struct frame {
    const place *at;
    object_kind kind;
    const char *context; /* of translations */
} frame;

/* `value` moves into `object`; a refusal is remembered. */
void put(assembly *as, json_t *object, const char *key, json_t *value);
void append(assembly *as, json_t *list, json_t *value);

/* A formatted context, never NULL. */
const char *context_of(assembly *as, const char *outer, const char *joint,
                       const char *name);

/* A text in every language that has it, owned; NULL when refused. */
json_t *text_in_languages(assembly *as, const char *context,
                          const char *source);

/* True for a declaration; false for any other value, NULL included. */
bool is_declaration(const json_t *value);
const char *word_of(const json_t *declaration);
const char *name_of(const json_t *declaration);

/* The list part of a declared table; NULL where it has none. */
json_t *list_part(json_t *table);

/* Adds a fault at a declaration, about its first word; never NULL. */
void fault_at_declaration(assembly *as, fault_code code,
                          const json_t *declaration, const char *const *words);

/* Remembers where `object` was declared. */
void remember(assembly *as, json_t *object, const json_t *declaration);

/*
 * The value of a key as the document holds it, owned; the value itself where
 * it has not the right form. For kinds that hold no declarations.
 */
json_t *converted(assembly *as, const key_row *row, const char *context,
                  json_t *value);

/* Facts of one set, and rows of a record. Owned. */
json_t *converted_set(assembly *as, const char *context, json_t *set);
json_t *converted_row(assembly *as, const char *context, json_t *row);

/* Fills an object from the table behind a word, or behind a key. */
void fill_object(assembly *as, const frame *into, json_t *table);

/* Gives one declaration its place in `into`. */
void place_declaration(assembly *as, const frame *into, json_t *declaration);

/* Defaults filled in, unused parts of the pack left out. */
void fill_defaults(assembly *as);
void prune_pack(assembly *as);

#endif
