/*
 * The record, inside: the lines as they were read, and which of them are shown
 * in which order.
 */
#ifndef RAPPORT_APP_PAST_H
#define RAPPORT_APP_PAST_H

#include "app_internal.h"

enum {
    PAST_QUERY_MAX = 128
};

/* A row, and what only reading needs. */
typedef struct past_item {
    rp_past_row row;
    rp_store_id id;
    rp_store_id parent;
    int64_t order;
    uint32_t scenario; /* index into the scenarios */
    bool has_result;
    bool is_hidden; /* a reply was taken back: the next attempt has it all */
} past_item;

typedef struct past {
    rp_arena arenas[2]; /* of what is shown, and of the next */
    uint32_t shown;
    uint32_t count;
    past_item *items; /* newest first */
    uint32_t scenario_count;
    rp_past_scenario *scenarios;
    const rp_past_row **rows; /* as sifted; room for all */
    uint32_t row_count;
    char query[PAST_QUERY_MAX];
    char scenario[RP_STORE_WORD_MAX];
    rp_past_status status;
    rp_past_column column;
    bool is_rising;
} past;

/* How an attempt stands, but for what its parent makes of it. */
rp_past_kind past_kind(const rp_attempt *attempt);

#endif
