/*
 * The walk's findings, and what a wrong hash means.
 */
#include "walk.h"

#include <string.h>

enum {
    SEARCHES_MAX = 64
}; /* a chain in ruins is not searched for ever */

const char *const rp_chain_finding_names[RP_FOUND_KINDS] = {
    [RP_FOUND_CHANGED] = "changed",     [RP_FOUND_DROPPED] = "dropped",
    [RP_FOUND_SWAPPED] = "swapped",     [RP_FOUND_DUPLICATED] = "duplicated",
    [RP_FOUND_TRUNCATED] = "truncated", [RP_FOUND_PLANTED] = "planted",
    [RP_FOUND_REWRITTEN] = "rewritten",
};

static const char *const advices[RP_FOUND_KINDS] = {
    [RP_FOUND_CHANGED] =
        "Do not rely on this record; compare it with a backup or an export.",
    [RP_FOUND_DROPPED] =
        "Restore it from a backup; what is left stays readable.",
    [RP_FOUND_SWAPPED] =
        "The records themselves are whole; restore their order from a backup.",
    [RP_FOUND_DUPLICATED] =
        "Count the record once; restore the table from a backup.",
    [RP_FOUND_TRUNCATED] =
        "Newer records are missing: look for a newer backup or export.",
    [RP_FOUND_PLANTED] = "Rapport did not make this record; do not count it.",
    [RP_FOUND_REWRITTEN] =
        "Compare with where that head was printed: this is another copy.",
};

/* -------------------------------------------------------------- findings */

void walk_report(walk *at, const rp_chain_finding *what)
{
    rp_chain_finding finding = *what;

    finding.advice = advices[finding.kind];
    at->found_count++;
    if (at->found_count == 1) {
        (void)rp_fail(&at->first, RP_E_DAMAGED, "%s. %s", finding.message,
                      finding.advice);
    }
    if (at->watch != NULL && at->watch->found != NULL) {
        at->watch->found(at->watch->user, &finding);
    }
}

void walk_report_entry(walk *at, rp_chain_finding_kind kind, int64_t entry,
                       const char *message)
{
    walk_report(at, &(rp_chain_finding){.kind = kind,
                                        .entry = entry,
                                        .table = "chain",
                                        .row = entry,
                                        .message = message});
}

/* ------------------------------------------------------- reading entries */

static void read_entry(row *rows, chain_entry *entry)
{
    entry->index = row_integer(rows, 0, 1, INT64_MAX);
    const char *type = row_text(rows, 1, sizeof entry->type);
    memset(entry->type, 0, sizeof entry->type);
    memcpy(entry->type, type, strlen(type));
    entry->subject = row_integer(rows, 2, INT64_MIN, INT64_MAX);
    row_blob(rows, 3, entry->body, sizeof entry->body);
    row_blob(rows, 4, entry->hash, sizeof entry->hash);
}

/* The index in whose row the entry of `index` stands. */
static int64_t place_of(const walk *at, int64_t index)
{
    for (uint32_t i = 0; i < at->swap_count; i++) {
        if (at->swaps[i].a == index) {
            return at->swaps[i].b;
        }
        if (at->swaps[i].b == index) {
            return at->swaps[i].a;
        }
    }
    return index;
}

/* The entry of `index`, from wherever it stands. */
rp_status walk_fetch(walk *at, int64_t index, chain_entry *entry, rp_error *err)
{
    param params[] = {param_integer(place_of(at, index))};
    row rows;

    *entry = (chain_entry){0};
    row_begin(&rows, at->store, SQL_CHAIN_ENTRY, params);
    rows.arena = &at->scratch;
    if (row_next(&rows)) {
        read_entry(&rows, entry);
    }
    rp_status status = row_end(&rows, err);
    entry->index = index;
    rp_arena_reset(&at->scratch);
    return status;
}

bool chain_follows(const uint8_t before[RP_DIGEST_BYTES],
                   const chain_entry *entry)
{
    uint8_t hash[RP_DIGEST_BYTES];

    chain_hash(before, entry, hash);
    return memcmp(hash, entry->hash, sizeof hash) == 0;
}

/* -------------------------------------------------- what a wrong hash means */

/* A later entry that would be right at `index`; 0: none. */
static rp_status find_swapped(walk *at, int64_t index, int64_t *other,
                              rp_error *err)
{
    param params[] = {param_integer(index)};
    row rows;

    *other = 0;
    if (at->swap_count == SWAPS_MAX || at->search_count++ >= SEARCHES_MAX) {
        return RP_OK;
    }
    row_begin(&rows, at->store, SQL_CHAIN_LATER, params);
    rows.arena = &at->scratch;
    while (*other == 0 && row_next(&rows)) {
        chain_entry later;
        read_entry(&rows, &later);
        int64_t place = later.index;
        later.index = index;
        if (chain_follows(at->stored, &later)) {
            *other = place;
        }
        rp_arena_reset(&at->scratch);
    }
    return row_end(&rows, err);
}

static rp_status is_seen_before(walk *at, const chain_entry *entry, bool *seen,
                                rp_error *err)
{
    param params[] = {param_integer(entry->index),
                      param_blob(entry->hash, sizeof entry->hash),
                      param_text(entry->type), param_integer(entry->subject)};
    int64_t index = 0;
    rp_status status =
        store_integer(at->store, SQL_CHAIN_SAME, params, &index, err);

    *seen = index != 0;
    return status;
}

rp_status walk_explain(walk *at, chain_entry *entry, bool *is_usable,
                       rp_error *err)
{
    int64_t other = 0;
    bool seen = false;

    *is_usable = false;
    rp_status status = find_swapped(at, entry->index, &other, err);
    if (status == RP_OK && other != 0) {
        at->swaps[at->swap_count++] = (swap){entry->index, other};
        walk_report_entry(
            at, RP_FOUND_SWAPPED, entry->index,
            "two entries of the chain stand in each other's place");
        *is_usable = true;
        return walk_fetch(at, entry->index, entry, err);
    }
    if (status == RP_OK) {
        status = is_seen_before(at, entry, &seen, err);
    }
    if (status == RP_OK && seen) {
        at->has_duplicate = true;
        walk_report_entry(at, RP_FOUND_DUPLICATED, entry->index,
                          "an entry of the chain stands there twice");
    } else if (status == RP_OK) {
        walk_report_entry(at, RP_FOUND_CHANGED, entry->index,
                          "an entry of the chain was changed");
    }
    return status;
}
