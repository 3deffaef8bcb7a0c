/*
 * Checking, inside: what the parts of check*.c share. Nothing is changed;
 * every fault is said where it is, once, and what follows from another fault
 * is not said at all.
 */
#ifndef RAPPORT_SCENARIO_CHECK_H
#define RAPPORT_SCENARIO_CHECK_H

#include "keys.h"

/* Names that can be referred to (char *); borrowed from the document. */
typedef vector name_list;

typedef struct checker {
    const rp_document *document;
    rp_faults *faults;
    rp_arena arena; /* name lists */
    name_list spaces[NAME_SPACES];
    name_list languages;
    name_list missing_languages; /* nothing at all is translated into them */
    const char *source_language;
    json_t *first_set;   /* borrowed; NULL: no facts */
    bool errors_only;    /* of a whole pack, for one of its scenarios */
    bool has_said_pack;  /* FAULT_NO_PACK was added */
    bool has_said_facts; /* FAULT_NO_FACTS was added */
} checker;

/* A text that is wrong and what was probably meant for it, NULL: nothing. */
typedef struct slip {
    const char *text;
    const char *near;
} slip;

/* ------------------------------------------------------------ for others */

/* One object by the table of keys, and all that lies in it. */
void check_apart(const rp_document *document, rp_faults *faults,
                 object_kind kind, const place *at);

/* The pack before anything was left out of it; its errors only. */
void check_whole_pack(const rp_document *document, rp_faults *faults);

/* ----------------------------------------------------------------- walk */

void check_object(checker *check, object_kind kind, const place *at);

/* Adds a fault at `at`; `text` (NULL: none) is what stands wrong there. */
void report(checker *check, fault_code code, const place *at, const char *text,
            const char *const *words);
void report_slip(checker *check, fault_code code, const place *at, slip what,
                 const char *const *words);

/* A name that is none of `known`, with the nearest that is. */
slip slip_of(const char *text, const name_list *known);

/* FAULT_UNKNOWN_LANGUAGE where `tag` is none of the pack's; true if it is. */
bool check_language(checker *check, const place *at, const char *tag);

/* A table, and not a word of the language in its place. */
bool is_table(const place *at);

/* FAULT_WRONG_KIND: `expected` is "a text". */
void report_kind(checker *check, const place *at, const char *expected);

/* The key a value stands under; that of its list for an item. */
const char *key_of(const place *at);

/* ---------------------------------------------------------------- kinds */

/* One function for each kind of value that is no container. */
void check_text(checker *check, const key_row *row, const place *at);
void check_texts(checker *check, const key_row *row, const place *at);
void check_facts(checker *check, const key_row *row, const place *at);
void check_vars(checker *check, const key_row *row, const place *at);
void check_assigns(checker *check, const key_row *row, const place *at);
void check_moves(checker *check, const key_row *row, const place *at);
void check_ref(checker *check, const key_row *row, const place *at);
void check_refs(checker *check, const key_row *row, const place *at);
void check_short_word(checker *check, const key_row *row, const place *at);
void check_words(checker *check, const key_row *row, const place *at);
void check_word_lists(checker *check, const key_row *row, const place *at);
void check_id(checker *check, const key_row *row, const place *at);
void check_integer(checker *check, const key_row *row, const place *at);
void check_integers(checker *check, const key_row *row, const place *at);
void check_bool(checker *check, const key_row *row, const place *at);
void check_enum(checker *check, const key_row *row, const place *at);
void check_expr(checker *check, const key_row *row, const place *at);

/* A text of a fact: no slots are read in it. */
void check_literal_text(checker *check, const place *at);

/* What no single value tells: see check_rules.c. */
void check_rules_of(checker *check, object_kind kind, const place *at);

/* ---------------------------------------------------------------- names */

void gather_names_of(checker *check);
bool has_name(const name_list *list, const char *name);
void add_name(checker *check, name_list *list, const char *name);

/* An empty list of names in the checker's arena. */
void begin_names(checker *check, name_list *list);

/* Written names within `list` that are not unique or not free to use. */
void check_unique(checker *check, const place *list, const char *label);

/* True where a name may be written in Lua and in expressions. */
bool is_variable_name(const char *name, const char **objection);

bool is_code(const char *string);

#endif
