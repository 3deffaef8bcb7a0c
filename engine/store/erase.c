/*
 * Erasing a person. First one transaction takes the rows and adds the
 * chain's entry; then the old bytes are driven out of the file and the log.
 * The second half can be repeated: erasing again does only that.
 */
#include "store_internal.h"

static const statement_name erasing[] = {SQL_ERASE_NAME, SQL_ERASE_KEY,
                                         SQL_ERASE_SETTINGS, SQL_ERASE_NOTES};

static rp_status erase_rows(rp_store *store, int64_t person, rp_error *err)
{
    param erasure[] = {param_integer(person), param_integer(store_now(store))};
    rp_status status = store_run(store, SQL_ADD_ERASURE, erasure, err);
    bool is_new = status == RP_OK && sqlite3_changes(store->db) > 0;

    for (size_t i = 0;
         i < sizeof erasing / sizeof erasing[0] && status == RP_OK; i++) {
        status = store_run(store, erasing[i], erasure, err);
    }
    if (status == RP_OK && is_new) {
        status = chain_append(store, ENTRY_PERSON_ERASED, person, err);
    }
    return status;
}

/*
 * Deleted bytes are zeroed in their pages, but old page images may stand in
 * the log and in gaps of other pages: rewrite the file, then empty the log.
 */
static rp_status drive_out(rp_store *store, rp_error *err)
{
    int code = sqlite3_exec(store->db, "VACUUM", NULL, NULL, NULL);

    if (code == SQLITE_OK && store->path[0] != '\0') {
        code = sqlite3_wal_checkpoint_v2(
            store->db, "main", SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
    }
    if (code == SQLITE_OK) {
        return RP_OK;
    }
    return rp_fail(err, RP_E_IO,
                   "the person is erased, but old bytes may still stand in "
                   "the file: close every other Rapport and erase again");
}

rp_status rp_store_erase_person(rp_store *store, const rp_store_id *id,
                                rp_error *err)
{
    param params[] = {param_id(id)};
    int64_t person = 0;
    rp_status status = store_begin(store, err);

    if (status != RP_OK) {
        return status;
    }
    status = store_integer(store, SQL_PERSON_NUMBER, params, &person, err);
    if (status == RP_OK && person == 0) {
        status = rp_fail(err, RP_E_INVALID, "nobody by that id is known here");
    }
    if (status == RP_OK) {
        status = erase_rows(store, person, err);
    }
    status = store_end(store, status, err);
    return status == RP_OK ? drive_out(store, err) : status;
}
