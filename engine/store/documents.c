/*
 * Documents by digest: kept once, never changed, verified whenever read.
 */
#include <string.h>

#include "store_internal.h"

static rp_status check_document(const rp_stored_document *document,
                                rp_error *err)
{
    if (document->json == NULL || document->json_length < 2) {
        return rp_fail(err, RP_E_INVALID, "the document is empty");
    }
    if (document->json_length > RP_STORE_BODY_MAX) {
        return rp_fail(err, RP_E_LIMIT, "the document is larger than %d bytes",
                       RP_STORE_BODY_MAX);
    }
    if (!rp_utf8_valid(document->json, document->json_length) ||
        memchr(document->json, '\0', document->json_length) != NULL) {
        return rp_fail(err, RP_E_INVALID, "the document is not UTF-8");
    }
    rp_digest real = rp_sha256(document->json, document->json_length);
    if (!rp_digest_equal(&real, &document->digest)) {
        return rp_fail(err, RP_E_INVALID,
                       "the digest is not that of the document");
    }
    rp_status status = check_word("scenario", document->scenario, false, err);
    return status == RP_OK ? check_word("pack", document->pack, true, err)
                           : status;
}

static rp_status find_document(rp_store *store, const rp_digest *digest,
                               int64_t *number, rp_error *err)
{
    param params[] = {param_blob(digest->bytes, sizeof digest->bytes)};

    *number = 0;
    return store_integer(store, SQL_HAS_DOCUMENT, params, number, err);
}

bool rp_store_has_document(rp_store *store, const rp_digest *digest)
{
    int64_t number = 0;

    return find_document(store, digest, &number, NULL) == RP_OK && number != 0;
}

static rp_status add_document(rp_store *store, const rp_stored_document *new,
                              rp_error *err)
{
    param params[] = {
        param_blob(new->digest.bytes, sizeof new->digest.bytes),
        param_blob(new->rules_digest.bytes, sizeof new->rules_digest.bytes),
        param_text(new->scenario),
        param_text(new->pack),
        param_integer(store_now(store)),
        param_bytes(new->json, new->json_length),
    };
    rp_status status = store_run(store, SQL_ADD_DOCUMENT, params, err);

    return status == RP_OK
               ? chain_append(store, ENTRY_DOCUMENT_KEPT,
                              sqlite3_last_insert_rowid(store->db), err)
               : status;
}

rp_status rp_store_put_document(rp_store *store,
                                const rp_stored_document *document,
                                rp_error *err)
{
    int64_t number = 0;
    rp_status status = check_document(document, err);

    if (status == RP_OK) {
        status = find_document(store, &document->digest, &number, err);
    }
    if (status != RP_OK || number != 0) {
        return status;
    }
    status = store_begin(store, err);
    if (status != RP_OK) {
        return status;
    }
    /* Another program may have kept it in the meantime. */
    status = find_document(store, &document->digest, &number, err);
    if (status == RP_OK && number == 0) {
        status = add_document(store, document, err);
    }
    return store_end(store, status, err);
}

static void read_document(row *rows, rp_stored_document *document)
{
    row_blob(rows, 0, document->digest.bytes, RP_DIGEST_BYTES);
    row_blob(rows, 1, document->rules_digest.bytes, RP_DIGEST_BYTES);
    document->scenario = row_text(rows, 2, RP_STORE_WORD_MAX);
    document->pack = row_text(rows, 3, RP_STORE_WORD_MAX);
    document->first_seen_ms = row_integer(rows, 4, 0, INT64_MAX);
    document->json = row_bytes(rows, 5, SQLITE_TEXT, RP_STORE_BODY_MAX,
                               &document->json_length);
}

rp_status rp_store_get_document(rp_store *store, const rp_digest *digest,
                                rp_arena *arena, rp_stored_document *document,
                                rp_error *err)
{
    param params[] = {param_blob(digest->bytes, sizeof digest->bytes)};
    rp_stored_document read = {0};
    bool is_there = false;
    row rows;

    row_begin(&rows, store, SQL_GET_DOCUMENT, params);
    rows.arena = arena;
    if (row_next(&rows)) {
        is_there = true;
        read_document(&rows, &read);
    }
    rp_status status = row_end(&rows, err);
    if (status != RP_OK) {
        return status;
    }
    if (!is_there) {
        return rp_fail(err, RP_E_INVALID, "no such document is kept here");
    }
    rp_digest real = rp_sha256(read.json, read.json_length);
    if (!rp_digest_equal(&real, digest)) {
        return rp_fail(err, RP_E_DAMAGED,
                       "the stored document of \"%s\" was changed: its digest "
                       "no longer fits",
                       read.scenario);
    }
    *document = read;
    return RP_OK;
}
