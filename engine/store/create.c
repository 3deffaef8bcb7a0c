/*
 * Making a database: the schema, a name for this machine, the journal mode.
 */
#include "store_internal.h"

static rp_status add_machine(rp_store *store, rp_error *err)
{
    sqlite3_stmt *stmt = NULL;
    rp_store_id id = store_new_id(store);
    int code = sqlite3_prepare_v2(
        store->db, "INSERT INTO machine (one, id, made_ms) VALUES (1, ?1, ?2)",
        -1, &stmt, NULL);

    if (code == SQLITE_OK) {
        (void)sqlite3_bind_blob(stmt, 1, id.bytes, sizeof id.bytes,
                                SQLITE_STATIC);
        (void)sqlite3_bind_int64(stmt, 2, store_now(store));
        code = sqlite3_step(stmt);
    }
    (void)sqlite3_finalize(stmt); /* the step's code says it all */
    return code == SQLITE_DONE ? RP_OK : store_fail(store, code, err);
}

rp_status set_journal(rp_store *store, rp_error *err)
{
    if (sqlite3_db_readonly(store->db, "main") == 1) {
        (void)rp_fail(&store->trouble, RP_E_IO,
                      "%s can only be read: check who owns it and its folder",
                      store->path);
        return RP_OK;
    }
    int code =
        sqlite3_exec(store->db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
    return code == SQLITE_OK ? RP_OK : store_fail(store, code, err);
}

rp_status fill_database(rp_store *store, rp_error *err)
{
    int code = schema_migrate(store->db, 0);

    return code == SQLITE_OK ? add_machine(store, err)
                             : store_fail(store, code, err);
}

/* Fills the file of a temporary name, and closes it again. */
static rp_status fill_file(rp_store *store, const char *name,
                           const rp_store_options *options, rp_error *err)
{
    rp_status status = folder_make_file(name, err);

    if (status != RP_OK) {
        return status;
    }
    int code = connection_open(name, options, &store->db);
    status = code == SQLITE_OK ? fill_database(store, err)
                               : sqlite_fail(store->db, code, name, err);
    if (status == RP_OK) {
        status = set_journal(store, err);
    }
    code = sqlite3_close(store->db);
    store->db = NULL;
    if (status == RP_OK && code != SQLITE_OK) {
        status = sqlite_fail(NULL, code, name, err);
    }
    return status;
}

/*
 * Makes the database under another name and names it when it is whole, so
 * that neither a power cut nor a second program ever meets half of one.
 */
rp_status make_database(rp_store *store, const rp_store_options *options,
                        rp_error *err)
{
    char hex[RP_STORE_ID_HEX_MAX];
    rp_store_id id = store_new_id(store);
    rp_text name;

    rp_text_init(&name, store->alloc);
    rp_text_printf(&name, "%s.new-%.16s", store->path,
                   rp_store_id_hex(&id, hex));
    if (name.failed) {
        return rp_fail(err, RP_E_MEMORY, "out of memory");
    }
    rp_status status = fill_file(store, name.bytes, options, err);
    if (status == RP_OK) {
        status = folder_publish(name.bytes, store->path, false, err);
    }
    if (status != RP_OK) {
        folder_discard(name.bytes);
    }
    rp_text_clear(&name);
    return status;
}
