/*
 * Verdicts: a cache of what solve proved, by document, engine and kind.
 */
#include "store_internal.h"

static rp_status check_key(const rp_verdict_key *key, rp_error *err)
{
    rp_status status =
        check_word("engine version", key->engine_version, false, err);

    return status == RP_OK ? check_word("kind", key->kind, false, err) : status;
}

rp_status rp_store_put_verdict(rp_store *store, const rp_verdict_key *key,
                               const void *bytes, size_t length, rp_error *err)
{
    param params[] = {
        param_blob(key->document.bytes, sizeof key->document.bytes),
        param_text(key->engine_version),
        param_text(key->kind),
        param_blob(length > 0 ? bytes : "", length),
    };
    rp_status status = check_key(key, err);

    if (status == RP_OK && length > RP_STORE_BODY_MAX) {
        status = rp_fail(err, RP_E_LIMIT, "the verdict is larger than %d bytes",
                         RP_STORE_BODY_MAX);
    }
    if (status == RP_OK) {
        status = store_may_write(store, err);
    }
    return status == RP_OK ? store_run(store, SQL_PUT_VERDICT, params, err)
                           : status;
}

rp_status rp_store_get_verdict(rp_store *store, const rp_verdict_key *key,
                               rp_arena *arena, rp_verdict *verdict,
                               rp_error *err)
{
    param params[] = {
        param_blob(key->document.bytes, sizeof key->document.bytes),
        param_text(key->engine_version),
        param_text(key->kind),
    };
    rp_verdict read = {0};
    row rows;

    row_begin(&rows, store, SQL_GET_VERDICT, params);
    rows.arena = arena;
    if (row_next(&rows)) {
        read.bytes =
            row_bytes(&rows, 0, SQLITE_BLOB, RP_STORE_BODY_MAX, &read.length);
    }
    rp_status status = row_end(&rows, err);
    if (status == RP_OK) {
        *verdict = read;
    }
    return status;
}
