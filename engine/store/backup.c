/*
 * A whole copy of a store, complete or not there at all.
 */
#include "store_internal.h"

static int copy_pages(rp_store *store, sqlite3 *copy)
{
    sqlite3_backup *backup =
        sqlite3_backup_init(copy, "main", store->db, "main");

    if (backup == NULL) {
        return sqlite3_errcode(copy);
    }
    int code = sqlite3_backup_step(backup, -1);
    int ended = sqlite3_backup_finish(backup);
    return code == SQLITE_DONE ? ended : code;
}

static rp_status fill_copy(rp_store *store, const char *name, rp_error *err)
{
    sqlite3 *copy = NULL;
    int code = sqlite3_open_v2(
        name, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, NULL);
    if (code == SQLITE_OK) {
        code =
            sqlite3_exec(copy, "PRAGMA synchronous = FULL", NULL, NULL, NULL);
    }
    if (code == SQLITE_OK) {
        code = copy_pages(store, copy);
    }
    int closed = sqlite3_close(copy);
    if (code == SQLITE_OK) {
        code = closed;
    }
    return code == SQLITE_OK ? RP_OK : sqlite_fail(NULL, code, name, err);
}

rp_status rp_store_backup(rp_store *store, const char *path, rp_error *err)
{
    rp_text name;

    if (store->trouble.status == RP_E_DAMAGED) {
        return rp_store_trouble(store, err);
    }
    rp_text_init(&name, store->alloc);
    rp_text_printf(&name, "%s.part", path);
    if (name.failed) {
        return rp_fail(err, RP_E_MEMORY, "out of memory");
    }
    rp_status status = folder_make_file(name.bytes, err);
    if (status == RP_OK) {
        status = fill_copy(store, name.bytes, err);
        if (status == RP_OK) {
            status = folder_publish(name.bytes, path, true, err);
        }
        if (status != RP_OK) {
            folder_discard(name.bytes);
        }
    }
    rp_text_clear(&name);
    return status;
}
