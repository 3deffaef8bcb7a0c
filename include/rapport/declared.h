/*
 * What a scenario's files declared, before anybody has judged it: the value
 * that travels from the script room to the scenario room.
 */
#ifndef RAPPORT_DECLARED_H
#define RAPPORT_DECLARED_H

#include "rapport/base.h"

/* One file as it was read, once, before anything ran. */
typedef struct rp_source {
    const char *name;  /* relative to the pack: "angry-caller.lua" */
    const char *bytes; /* UTF-8, BOM removed, NUL behind */
    size_t length;
} rp_source;

/* A compiled translation (GNU MO format) of the whole pack. */
typedef struct rp_catalog {
    const char *language; /* "zh": the PO file's name */
    const char *bytes;
    size_t length;
} rp_catalog;

/*
 * What the files declared, before anybody has judged it. Everything is owned
 * by the arena it was loaded into.
 *
 * `json` is one object:
 *   { "declarations": [ D, ... ] }       in the order they were written
 * A declaration D is
 *   { "@": word, "at": [source_idx, line], "body": V }  and, where the word
 * takes a name, "id": text. `body` holds the table behind the word.
 * A value V is
 *   text | integer | true | false
 *   [ V, ... ]                          a table that is only a list
 *   { key: V, ... }                     a table with text keys; a list part
 *                                       beside them stands under "#": [ ... ]
 *   D                                   a declaration inside a declaration
 *   { "@": "float", "value": text }     a number that is no integer
 *   { "@": "money", "value": fen }
 *   { "@": "name", "full", "family", "title" }   (family, title optional)
 *   { "@": "date" | "clock" | "datetime", "value": text as rp_parse_* reads }
 *   { "@": "range", "lo", "hi", "start" }
 * An empty table is {}. Keys are sorted by their bytes.
 */
typedef struct rp_declared {
    const char *json;
    size_t json_length;
    const char *main_name; /* the scenario's source name; NULL: pack only */
    uint32_t source_count;
    const rp_source *sources;
    uint32_t catalog_count;
    const rp_catalog *catalogs;
} rp_declared;

#endif
