/*
 * The table of keys (list_keys.h) as C sees it: what an object may hold, of
 * which kind, and which declarations may stand in it.
 */
#ifndef RAPPORT_SCENARIO_KEYS_H
#define RAPPORT_SCENARIO_KEYS_H

#include "scenario_internal.h"

typedef enum object_kind {
#define OBJECT(name, label) name##_OBJECT,
#include "list_keys.h"
#undef OBJECT
    OBJECT_KINDS
} object_kind;

/* Kinds of value; what `a` and `b` of a key row mean stands behind each. */
typedef enum value_kind {
    KIND_TEXT,       /* in every language */
    KIND_TEXTS,      /* a list of them */
    KIND_WORD,       /* a short plain text, the same in every language */
    KIND_WORDS,      /* at least a, at most b different ones */
    KIND_WORD_LISTS, /* by language */
    KIND_ID,         /* a written name; a = 1: may be empty */
    KIND_CODE,       /* a written name with capitals and dots: "7.1-i" */
    KIND_INTEGER,    /* a .. b */
    KIND_INTEGERS,   /* a list of them */
    KIND_FIVES,      /* a multiple of five, a .. b */
    KIND_BOOL,       /* true or false */
    KIND_ENUM,       /* one of the words of enumeration a */
    KIND_EXPR,       /* an expression */
    KIND_ROUTE,      /* where to: a list whose last has no condition */
    KIND_SAYS,       /* lines, the last without a condition */
    KIND_REF,        /* a name of name space a */
    KIND_REFS,       /* a list of them */
    KIND_TABLE,      /* an object of kind a */
    KIND_LIST,       /* a list of objects of kind a */
    KIND_MAP,        /* objects of kind a by name */
    KIND_FACTS,      /* fact sets */
    KIND_VARS,       /* variables by name */
    KIND_ASSIGNS,    /* values or expressions by variable; a = 1: added */
    KIND_STEPS,      /* steps of the process */
    KIND_MOVES,      /* written moves */
    KIND_NEVER       /* known, and wrong here for the reason given */
} value_kind;

typedef enum key_use {
    USE_FREE,
    USE_NEEDED,
    USE_BUILT, /* not written as a key; always there */
    USE_GROWN  /* not written as a key; there where something was */
} key_use;

typedef enum enumeration {
    SCORE_ENUM,
    CHANNEL_ENUM,
    OUTCOME_ENUM,
    ACT_ENUM,
    RECORD_KIND_ENUM,
    DISTINCT_ENUM,
    ENUMERATIONS
} enumeration;

/* What a reference can name. */
typedef enum name_space {
    NODE_NAMES, /* turns, forms and endings */
    ENDING_NAMES,
    EFFECT_NAMES,
    STEP_NAMES,
    BEHAVIOUR_NAMES,
    SECTION_NAMES,
    CRITICAL_NAMES,
    PROMISE_NAMES,
    RECORD_NAMES,
    FACT_NAMES,
    MOMENT_NAMES, /* facts that are a date with a time */
    TIME_NAMES,   /* facts that are a date, a clock or both */
    VAR_NAMES,
    POOL_NAMES,
    LEVEL_NAMES,
    NAME_SPACES
} name_space;

typedef enum part_how {
    PART_ONE,     /* at most one, as an object */
    PART_MANY,    /* a list, with the name under "id" */
    PART_NAMED,   /* a map by name */
    PART_ENTRIES, /* the body is the map */
    PART_SETS     /* the body is the list of fact sets */
} part_how;

typedef struct key_row {
    object_kind object;
    const char *key;
    value_kind kind;
    int32_t a;
    int32_t b;
    key_use use;
    const char *about;
} key_row;

typedef struct part_row {
    object_kind object;
    const char *word;
    const char *key;
    object_kind child;
    part_how how;
    const char *context;
} part_row;

typedef struct word_list {
    const char *label; /* "a channel" */
    const char *const *words;
    size_t count;
} word_list;

extern const char *const object_labels[OBJECT_KINDS]; /* "reply" */
extern const char *const object_names[OBJECT_KINDS];  /* "REPLY" */
extern const word_list enumerations[ENUMERATIONS];
extern const char *const name_space_labels[NAME_SPACES]; /* "a promise" */

/* The rows of one object are neighbours; `count` is filled. */
const key_row *keys_of(object_kind object, size_t *count);

/* The row of a key, NULL where the object has no such key. */
const key_row *key_find(object_kind object, const char *key);

/* True where an author writes the key with `=`. */
bool key_is_written(const key_row *row);

/* The written key nearest to `wanted`, NULL when none is near. */
const char *key_nearest(object_kind object, const char *wanted);

/* The part a declaration plays in `object`; NULL: it has no place there. */
const part_row *part_find(object_kind object, const char *word);

/* The parts of an object, counted from 0; NULL: there are no more. */
const part_row *parts_of(object_kind object, size_t index);

/* The first place a declaration may have anywhere; NULL: no such word. */
const part_row *part_anywhere(const char *word);

/*
 * The kind of object that lies under `key` anywhere as a value of one of the
 * kinds TABLE, LIST or MAP; OBJECT_KINDS where none does.
 */
object_kind object_under(const char *key, value_kind kind);

/*
 * The kind of object that the value of a key is, or that its items are;
 * OBJECT_KINDS where it holds none.
 */
object_kind held_kind(const key_row *row);

/* Key of the text that stands first without a key; NULL: none does. */
const char *first_text_key(object_kind object);

#endif
