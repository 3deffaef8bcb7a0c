/*
 * Search, inside: an index of items, each with the lines it can be found by.
 *
 *   library, texts of the store, packs --search_index_make--> items, lines
 *   words --fold--> every line folded likewise --rank--> hits
 */
#ifndef RAPPORT_APP_SEARCH_H
#define RAPPORT_APP_SEARCH_H

#include "app_internal.h"
#include "fold.h"

/* Where a line stands; what is found earlier in this list fits better. */
typedef enum search_place {
    SEARCH_TITLE,
    SEARCH_CUSTOMER,
    SEARCH_SITUATION,
    SEARCH_SAID,
    SEARCH_REPLY,
    SEARCH_MISTAKE, /* of a behaviour */
    SEARCH_PLACES
} search_place;

typedef struct search_line {
    const char *text;
    const char *folded;
    const char *language; /* a tag, shared by lines of the same */
    search_place place;
} search_line;

typedef struct search_item {
    rp_hit_kind kind;
    const char *id;
    const char *section; /* of a behaviour; else "" */
    uint32_t entry;      /* of a scenario: index into the library */
    uint32_t first;      /* its lines */
    uint32_t count;
} search_item;

typedef struct search_index {
    rp_arena arena;
    folding letters;
    bool is_made;
    uint32_t item_count;
    uint32_t item_room;
    search_item *items;
    uint32_t line_count;
    uint32_t line_room;
    search_line *lines;
} search_index;

/* The index, and what was found last. */
typedef struct searching {
    search_index index;
    uint32_t scenario_count; /* in the index */
    rp_arena arenas[2];      /* what is shown, and the next */
    uint32_t shown;
    rp_search_view view;
} searching;

/* Errors: RP_E_MEMORY; a pack that cannot be read is left out. */
RP_MUST_USE rp_status search_index_make(rp_app *app, search_index *index,
                                        rp_error *err);
void search_index_clear(search_index *index);

#endif
