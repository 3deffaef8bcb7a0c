/*
 * What the two halves of the chain's reading end share: a walk over the
 * entries, and what it found so far.
 */
#ifndef RAPPORT_STORE_WALK_H
#define RAPPORT_STORE_WALK_H

#include "store_internal.h"

enum {
    SWAPS_MAX = 16
};

typedef struct swap {
    int64_t a;
    int64_t b;
} swap;

typedef struct walk {
    rp_store *store;
    rp_arena scratch;
    const rp_chain_watch *watch;
    const rp_chain_head *known;
    rp_error first; /* the first finding's sentence */
    uint32_t found_count;
    uint32_t search_count;
    bool has_gap;
    bool has_duplicate;
    bool was_truncated;
    uint32_t swap_count;
    swap swaps[SWAPS_MAX];
    int64_t last;                      /* index of the last entry */
    uint8_t stored[RP_DIGEST_BYTES];   /* hash the last entry carries */
    uint8_t computed[RP_DIGEST_BYTES]; /* hash it should carry */
} walk;

void walk_report(walk *at, const rp_chain_finding *what);

/* A finding about an entry itself. */
void walk_report_entry(walk *at, rp_chain_finding_kind kind, int64_t entry,
                       const char *message);

/* The entry of `index`, from wherever it stands. */
rp_status walk_fetch(walk *at, int64_t index, chain_entry *entry,
                     rp_error *err);

/* True when an entry carries the hash it must have behind `before`. */
bool chain_follows(const uint8_t before[RP_DIGEST_BYTES],
                   const chain_entry *entry);

/*
 * Names what is wrong with an entry that does not follow. `entry` becomes the
 * one that belongs here where two were swapped, and is then usable.
 */
rp_status walk_explain(walk *at, chain_entry *entry, bool *is_usable,
                       rp_error *err);

#endif
