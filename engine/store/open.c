/*
 * Opening, in this order; the first that does not hold ends it:
 *
 *   folder and files are ours      folder_prepare
 *   a database is there            make_database (beside, then named)
 *   its header is ours             check_header
 *   its schema is exactly ours     schema_compare
 *   its pages are whole            check_pages: else for reading only
 *   it is of today's version       upgrade
 *   it writes ahead and syncs      set_journal
 */
#include <stdio.h>
#include <string.h>

#include <sodium.h>

#include "store_internal.h"

typedef struct header {
    int64_t application_id;
    int64_t version;
} header;

/* A number always comes; where memory is refused, SQLite may give no row. */
static int read_pragma(sqlite3 *db, const char *sql, int64_t *value)
{
    sqlite3_stmt *stmt = NULL;
    int code = sqlite3_prepare_v2(db, sql, -1, &stmt, NULL);

    if (code == SQLITE_OK && stmt == NULL) {
        return SQLITE_NOMEM;
    }
    if (code == SQLITE_OK) {
        code = sqlite3_step(stmt);
    }
    if (code == SQLITE_ROW) {
        *value = sqlite3_column_int64(stmt, 0);
        code = SQLITE_OK;
    } else if (code == SQLITE_DONE) {
        code = SQLITE_NOMEM;
    }
    (void)sqlite3_finalize(stmt); /* the step's code says it all */
    return code;
}

/* ------------------------------------------------------------- checking */

static rp_status read_header(rp_store *store, header *out, rp_error *err)
{
    int code =
        read_pragma(store->db, "PRAGMA application_id", &out->application_id);

    if (code == SQLITE_OK) {
        code = read_pragma(store->db, "PRAGMA user_version", &out->version);
    }
    return code == SQLITE_OK ? RP_OK : store_fail(store, code, err);
}

static rp_status check_header(const rp_store *store, const header *found,
                              rp_error *err)
{
    if (found->application_id != SCHEMA_APPLICATION_ID) {
        return rp_fail(err, RP_E_DAMAGED,
                       "%s is not a Rapport database: move it away and start "
                       "again",
                       store->path);
    }
    if (found->version > schema_newest()) {
        return rp_fail(err, RP_E_LIMIT,
                       "%s was written by a newer Rapport (version %lld of "
                       "the database, this program knows %d): start the newer "
                       "program",
                       store->path, (long long)found->version, schema_newest());
    }
    if (found->version < 1) {
        return rp_fail(err, RP_E_DAMAGED,
                       "%s has no version of Rapport's: it was changed by "
                       "hand or damaged",
                       store->path);
    }
    return RP_OK;
}

/* The first thing quick_check finds, or "ok"; "" where it could not tell. */
static int quick_check(sqlite3 *db, char *finding, size_t size)
{
    sqlite3_stmt *stmt = NULL;
    int code = sqlite3_prepare_v2(db, "PRAGMA quick_check(1)", -1, &stmt, NULL);

    finding[0] = '\0';
    if (code == SQLITE_OK) {
        code = sqlite3_step(stmt);
    }
    if (code == SQLITE_ROW) {
        const unsigned char *text = sqlite3_column_text(stmt, 0);
        code = text != NULL ? SQLITE_OK : SQLITE_NOMEM;
        (void)snprintf(finding, size, "%s",
                       text != NULL ? (const char *)text : "");
    }
    (void)sqlite3_finalize(stmt); /* the step's code says it all */
    return code;
}

static bool is_damage(int code)
{
    int primary = code & 0xFF;

    return primary == SQLITE_OK || primary == SQLITE_CORRUPT ||
           primary == SQLITE_TOOBIG;
}

/* A finding as one line: "*** in database main ***\nPage 3: ..." is two. */
static void flatten(char *text)
{
    for (; *text != '\0'; text++) {
        if ((unsigned char)*text < ' ') {
            *text = ' ';
        }
    }
}

/*
 * Damage inside a readable database: what can be read is worth reading, so
 * the store stays open, writes nothing and leaves every file as it is.
 */
static rp_status check_pages(rp_store *store, rp_error *err)
{
    char finding[160];
    int code = quick_check(store->db, finding, sizeof finding);

    if (code == SQLITE_OK && strcmp(finding, "ok") != 0) {
        /* Refused memory looks like a bad page: believe it the second time. */
        code = quick_check(store->db, finding, sizeof finding);
    }
    if (code == SQLITE_OK && strcmp(finding, "ok") == 0) {
        return RP_OK;
    }
    if (!is_damage(code)) {
        return store_fail(store, code, err);
    }
    flatten(finding);
    (void)rp_fail(&store->trouble, RP_E_DAMAGED,
                  "%s is damaged and was opened for reading only (%s): copy "
                  "its folder somewhere safe, then restore a backup",
                  store->path, finding[0] != '\0' ? finding : "a page");
    return RP_OK;
}

/* Nothing is written any more, not even by closing. */
static void seal(sqlite3 *db)
{
    if (db == NULL) {
        return;
    }
    (void)sqlite3_exec(db, "PRAGMA query_only = ON", NULL, NULL, NULL);
    (void)sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1,
                            (int *)NULL);
}

static rp_status upgrade(rp_store *store, const header *found, rp_error *err)
{
    if (found->version == schema_newest()) {
        return RP_OK;
    }
    int code = schema_migrate(store->db, (int32_t)found->version);

    return code == SQLITE_OK
               ? schema_compare(store->db, schema_newest(), store->path, err)
               : store_fail(store, code, err);
}

static rp_status read_machine(rp_store *store, rp_error *err)
{
    sqlite3_stmt *stmt = NULL;
    int code = sqlite3_prepare_v2(store->db, "SELECT id FROM machine", -1,
                                  &stmt, NULL);
    rp_status status = RP_OK;

    if (code == SQLITE_OK) {
        code = sqlite3_step(stmt);
    }
    if (code == SQLITE_ROW &&
        sqlite3_column_bytes(stmt, 0) == RP_STORE_ID_BYTES) {
        memcpy(store->machine.bytes, sqlite3_column_blob(stmt, 0),
               RP_STORE_ID_BYTES);
    } else if (code == SQLITE_ROW || code == SQLITE_DONE) {
        status = rp_fail(err, RP_E_DAMAGED,
                         "%s does not say which machine made it: it was "
                         "changed by hand or damaged",
                         store->path);
    } else {
        status = store_fail(store, code, err);
    }
    (void)sqlite3_finalize(stmt); /* the step's code says it all */
    return status;
}

/* -------------------------------------------------------------- opening */

static rp_status check_database(rp_store *store, rp_error *err)
{
    header found = {0};

    rp_status status = read_header(store, &found, err);
    if (status == RP_OK) {
        status = check_header(store, &found, err);
    }
    if (status == RP_OK) {
        status =
            schema_compare(store->db, (int32_t)found.version, store->path, err);
    }
    if (status == RP_OK) {
        status = check_pages(store, err);
    }
    if (status == RP_OK && store->trouble.status == RP_OK) {
        status = upgrade(store, &found, err);
    }
    if (status == RP_OK && store->trouble.status == RP_OK) {
        status = set_journal(store, err);
    }
    return status;
}

static rp_status open_file(rp_store *store, const rp_store_options *options,
                           rp_error *err)
{
    bool is_there = false;
    rp_status status = folder_prepare(options->directory, store->alloc,
                                      &store->path, &is_there, err);

    if (status == RP_OK && !is_there) {
        status = make_database(store, options, err);
    }
    if (status != RP_OK) {
        return status;
    }
    if (folder_file_bytes(store->path) == 0) {
        return rp_fail(err, RP_E_DAMAGED,
                       "%s is empty, though it never was when Rapport wrote "
                       "it: restore a backup, or move it away to start anew",
                       store->path);
    }
    int code = connection_open(store->path, options, &store->db);
    return code == SQLITE_OK ? check_database(store, err)
                             : store_fail(store, code, err);
}

static rp_status open_memory(rp_store *store, const rp_store_options *options,
                             rp_error *err)
{
    rp_text empty;

    rp_text_init(&empty, store->alloc);
    rp_text_puts(&empty, "");
    if (empty.bytes == NULL) {
        return rp_fail(err, RP_E_MEMORY, "out of memory");
    }
    store->path = empty.bytes;
    int code = connection_open("", options, &store->db);
    return code == SQLITE_OK ? fill_database(store, err)
                             : store_fail(store, code, err);
}

static rp_store *new_store(const rp_store_options *options)
{
    rp_alloc alloc =
        options->alloc.resize != NULL ? options->alloc : rp_alloc_default();
    rp_store *store = alloc.resize(alloc.user, NULL, sizeof *store);

    if (store != NULL) {
        memset(store, 0, sizeof *store);
        store->alloc = alloc;
        store->host =
            options->host.now_ms != NULL && options->host.random_bytes != NULL
                ? options->host
                : rp_store_host_system();
    }
    return store;
}

rp_status rp_store_open(const rp_store_options *options, rp_store **store,
                        rp_error *err)
{
    if (sodium_init() < 0) {
        return rp_fail(err, RP_E_IO, "this machine gives no random bytes");
    }
    rp_store *opened = new_store(options);
    if (opened == NULL) {
        return rp_fail(err, RP_E_MEMORY, "out of memory");
    }
    rp_status status = options->directory != NULL
                           ? open_file(opened, options, err)
                           : open_memory(opened, options, err);
    if (status == RP_OK) {
        rp_status known = read_machine(opened, err);
        status = opened->trouble.status == RP_OK ? known : RP_OK;
    }
    if (status != RP_OK || opened->trouble.status != RP_OK) {
        seal(opened->db);
    }
    if (status != RP_OK) {
        rp_store_close(opened);
        return status;
    }
    *store = opened;
    return RP_OK;
}

void rp_store_close(rp_store *store)
{
    if (store == NULL) {
        return;
    }
    rp_alloc alloc = store->alloc;
    for (size_t i = 0; i < SQL_STATEMENTS; i++) {
        (void)sqlite3_finalize(store->statements[i]);
    }
    (void)sqlite3_close(store->db); /* every statement is finalized */
    if (store->path != NULL) {
        (void)alloc.resize(alloc.user, store->path, 0);
    }
    (void)alloc.resize(alloc.user, store, 0);
}

const char *rp_store_path(const rp_store *store)
{
    return store->path;
}

rp_store_id rp_store_machine(const rp_store *store)
{
    return store->machine;
}
