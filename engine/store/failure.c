/*
 * What SQLite's refusals mean to a person: one sentence each, with what to
 * do. The sentence never quotes a stored value.
 */
#include <string.h>

#include "store_internal.h"

static rp_status fail_busy(const char *path, rp_error *err)
{
    return rp_fail(err, RP_E_IO,
                   "another Rapport is writing to %s: try again in a moment",
                   path);
}

static rp_status fail_damaged(const char *path, int code, rp_error *err)
{
    return rp_fail(err, RP_E_DAMAGED,
                   "%s is damaged (%s): nothing more is written to it; copy "
                   "the folder somewhere safe before anything else",
                   path, sqlite3_errstr(code));
}

rp_status sqlite_fail(sqlite3 *db, int code, const char *path, rp_error *err)
{
    const char *name = path != NULL && path[0] != '\0' ? path : "the database";

    switch (code & 0xFF) {
    case SQLITE_NOMEM: return rp_fail(err, RP_E_MEMORY, "out of memory");
    case SQLITE_FULL:
        return rp_fail(err, RP_E_IO,
                       "the disk is full: nothing was kept; free some space "
                       "and try again (%s)",
                       name);
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return fail_busy(name, err);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return fail_damaged(name, code, err);
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return rp_fail(err, RP_E_IO,
                       "%s cannot be written: check who owns it and its "
                       "folder",
                       name);
    case SQLITE_CANTOPEN:
        return rp_fail(err, RP_E_IO, "%s cannot be opened", name);
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
        return rp_fail(err, RP_E_INVALID, "the record was refused: %s",
                       db != NULL ? sqlite3_errmsg(db) : "constraint");
    case SQLITE_TOOBIG: /* what we write was measured before */
        return rp_fail(err, RP_E_DAMAGED,
                       "%s holds a value larger than Rapport ever writes",
                       name);
    default:
        return rp_fail(err, RP_E_IO, "%s cannot be read or written (%s)", name,
                       sqlite3_errstr(code));
    }
}

rp_status store_fail(rp_store *store, int code, rp_error *err)
{
    int primary = code & 0xFF;

    if ((primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB) &&
        store->trouble.status == RP_OK) {
        (void)fail_damaged(store->path[0] != '\0' ? store->path
                                                  : "the database",
                           code, &store->trouble);
    }
    return sqlite_fail(store->db, code, store->path, err);
}

rp_status rp_store_trouble(const rp_store *store, rp_error *err)
{
    if (store->trouble.status != RP_OK && err != NULL) {
        *err = store->trouble;
    }
    return store->trouble.status;
}

rp_status store_may_write(const rp_store *store, rp_error *err)
{
    return rp_store_trouble(store, err);
}

rp_status check_word(const char *field, const char *word, bool may_be_empty,
                     rp_error *err)
{
    if (word == NULL || (word[0] == '\0' && !may_be_empty)) {
        return rp_fail(err, RP_E_INVALID, "%s is missing", field);
    }
    size_t length = strlen(word);
    if (length >= RP_STORE_WORD_MAX) {
        return rp_fail(err, RP_E_INVALID, "%s is longer than %d bytes", field,
                       RP_STORE_WORD_MAX - 1);
    }
    if (!rp_utf8_clean(word, length, NULL) || strchr(word, '\n') != NULL) {
        return rp_fail(err, RP_E_INVALID, "%s is not plain text", field);
    }
    return RP_OK;
}

rp_status store_check_text(const char *field, const char *text,
                           size_t max_bytes, rp_error *err)
{
    if (text == NULL || text[0] == '\0') {
        return rp_fail(err, RP_E_INVALID, "%s is empty", field);
    }
    size_t length = strlen(text);
    if (length >= max_bytes) {
        return rp_fail(err, RP_E_INVALID, "%s is longer than %zu bytes", field,
                       max_bytes - 1);
    }
    if (!rp_utf8_clean(text, length, NULL)) {
        return rp_fail(err, RP_E_INVALID, "%s holds bytes that are no text",
                       field);
    }
    return RP_OK;
}
