/*
 * The chain's reading end: a walk over every entry and the row it covers.
 *
 *   what is found                            finding
 *   index jumps                              dropped
 *   hash wrong, a later entry would fit      swapped, read in each other's
 *                                            place from there on
 *   hash wrong, seen before                  duplicated
 *   hash wrong                               changed
 *   row gone | row says something else       dropped | changed
 *   more was used than is there              truncated
 *   a row without entry                      truncated or dropped where the
 *                                            chain is, else planted
 *   the outside head is not met              truncated or rewritten
 *
 * After a finding the walk goes on from what stands there, so that one edit
 * is one finding.
 */
#include <string.h>

#include "walk.h"

/* ------------------------------------------------------------------- rows */

static entry_name name_of(const char *type)
{
    entry_name name = (entry_name)0;

    while (name < ENTRIES && strcmp(entry_kinds[name].type, type) != 0) {
        name++;
    }
    return name;
}

static void report_row(walk *at, const chain_entry *entry, entry_name name,
                       const body *read)
{
    rp_chain_finding finding = {.kind = RP_FOUND_CHANGED,
                                .entry = entry->index,
                                .table = entry_kinds[name].table,
                                .row = entry->subject};

    switch (read->state) {
    case BODY_ABSENT:
        finding.kind = RP_FOUND_DROPPED;
        finding.message = "a record that the chain covers is gone";
        break;
    case BODY_NO_KEY:
        finding.kind = RP_FOUND_DROPPED;
        finding.message = "a person's key is gone though nobody erased them";
        break;
    case BODY_READ:
        if (memcmp(read->digest, entry->body, RP_DIGEST_BYTES) == 0) {
            return;
        }
        finding.message = "a record is not what it was when it was made";
        break;
    case BODY_ERASED:
    default: return;
    }
    walk_report(at, &finding);
}

static rp_status check_row(walk *at, const chain_entry *entry, rp_error *err)
{
    body read;
    entry_name name = name_of(entry->type);

    if (name == ENTRIES) {
        walk_report_entry(
            at, RP_FOUND_PLANTED, entry->index,
            "an entry of the chain is of a kind Rapport never makes");
        return RP_OK;
    }
    rp_status status = chain_body(at->store, name, entry->subject, &read, err);
    if (status == RP_OK) {
        report_row(at, entry, name, &read);
    }
    return status;
}

/* ---------------------------------------------------------------- the walk */

static void check_gap(walk *at, int64_t index)
{
    if (index != at->last + 1) {
        at->has_gap = true;
        walk_report_entry(at, RP_FOUND_DROPPED, at->last + 1,
                          index == at->last + 2
                              ? "an entry of the chain is gone"
                              : "several entries of the chain are gone");
    }
}

/* The head printed elsewhere must be met on the way. */
static void check_known(walk *at, const chain_entry *entry)
{
    if (at->known != NULL && at->known->index == entry->index &&
        memcmp(at->known->hash, entry->hash, RP_DIGEST_BYTES) != 0) {
        walk_report_entry(
            at, RP_FOUND_REWRITTEN, entry->index,
            "the chain is not the one whose head is known outside");
    }
}

static rp_status visit(walk *at, int64_t index, rp_error *err)
{
    chain_entry entry;
    bool is_usable = true;
    bool after_gap = index != at->last + 1;

    check_gap(at, index);
    rp_status status = walk_fetch(at, index, &entry, err);
    if (status != RP_OK) {
        return status;
    }
    bool is_linked = chain_follows(at->stored, &entry);
    if (!is_linked && chain_follows(at->computed, &entry)) {
        is_linked = true; /* the entry before was changed, not this one */
    }
    /* Behind a gap the hash before is unknown: what stands there counts. */
    if (!is_linked && !after_gap) {
        status = walk_explain(at, &entry, &is_usable, err);
    }
    if (status == RP_OK && is_usable) {
        status = check_row(at, &entry, err);
    }
    check_known(at, &entry);
    chain_hash(at->stored, &entry, at->computed);
    memcpy(at->stored, entry.hash, sizeof at->stored);
    at->last = index;
    return status;
}

static rp_status walk_entries(walk *at, rp_error *err)
{
    rp_status status = RP_OK;
    int64_t index = 0;

    do {
        param params[] = {param_integer(at->last)};
        index = 0;
        status = store_integer(at->store, SQL_CHAIN_NEXT, params, &index, err);
        if (status == RP_OK && index > 0) {
            status = visit(at, index, err);
        }
    } while (status == RP_OK && index > 0);
    return status;
}

/* ----------------------------------------------------------------- the end */

static rp_status check_tail(walk *at, rp_error *err)
{
    int64_t used = 0;
    rp_status status =
        store_integer(at->store, SQL_CHAIN_USED, NULL, &used, err);
    bool is_known_cut = at->known != NULL && at->known->index > at->last;

    if (status == RP_OK && (used > at->last || is_known_cut)) {
        at->was_truncated = true;
        walk_report_entry(at, RP_FOUND_TRUNCATED, at->last + 1,
                          "the chain was longer once: its end is missing");
    }
    return status;
}

static void report_bare(walk *at, const entry_kind *kind, int64_t row_number)
{
    rp_chain_finding finding = {.kind = RP_FOUND_PLANTED,
                                .table = kind->table,
                                .row = row_number,
                                .message = "a record has no entry in the "
                                           "chain"};

    if (at->was_truncated) {
        finding.kind = RP_FOUND_TRUNCATED;
        finding.message = "the entry of a record was cut off with the end of "
                          "the chain";
    } else if (at->has_gap) {
        finding.kind = RP_FOUND_DROPPED;
        finding.message = "the entry of a record is gone from the chain";
    }
    walk_report(at, &finding);
}

static rp_status check_bare(walk *at, rp_error *err)
{
    rp_status status = RP_OK;

    for (size_t i = 0; i < ENTRIES && status == RP_OK; i++) {
        row rows;
        row_begin(&rows, at->store, entry_kinds[i].bare, NULL);
        while (row_next(&rows)) {
            report_bare(at, &entry_kinds[i],
                        row_integer(&rows, 0, INT64_MIN, INT64_MAX));
        }
        status = row_end(&rows, err);
    }
    return status;
}

/* A copy that was linked with care still covers the same row again. */
static rp_status check_twice(walk *at, rp_error *err)
{
    row rows;

    if (at->has_duplicate) {
        return RP_OK; /* told on the way */
    }
    row_begin(&rows, at->store, SQL_CHAIN_TWICE, NULL);
    while (row_next(&rows)) {
        walk_report_entry(at, RP_FOUND_DUPLICATED,
                          row_integer(&rows, 0, 1, INT64_MAX),
                          "a record has two entries in the chain");
    }
    return row_end(&rows, err);
}

static rp_status walk_all(walk *at, rp_error *err)
{
    rp_status status = walk_entries(at, err);

    if (status == RP_OK) {
        status = check_tail(at, err);
    }
    if (status == RP_OK) {
        status = check_twice(at, err);
    }
    return status == RP_OK ? check_bare(at, err) : status;
}

rp_status rp_store_verify_chain(rp_store *store, const rp_chain_head *known,
                                const rp_chain_watch *watch,
                                rp_chain_head *head, rp_error *err)
{
    walk at = {.store = store, .watch = watch, .known = known};

    /* One transaction: another program may be writing meanwhile. */
    rp_status status = store_run(store, SQL_BEGIN_READ, NULL, err);
    if (status != RP_OK) {
        return status;
    }
    rp_arena_init(&at.scratch, store->alloc);
    status = walk_all(&at, err);
    rp_arena_clear(&at.scratch);
    (void)store_run(store, SQL_ROLLBACK, NULL, NULL); /* only read */
    if (status != RP_OK) {
        return status;
    }
    if (head != NULL) {
        head->index = at.last;
        memcpy(head->hash, at.stored, sizeof head->hash);
    }
    if (at.found_count > 0) {
        if (err != NULL) {
            *err = at.first;
        }
        return RP_E_DAMAGED;
    }
    return RP_OK;
}
