/*
 * Settings: of a person, or of the machine.
 */
#include "store_internal.h"

/* The number of the person a setting belongs to; 0: the machine's. */
static rp_status find_owner(rp_store *store, const rp_setting_key *key,
                            int64_t *person, rp_error *err)
{
    *person = 0;
    if (key->key == NULL || !rp_is_id(key->key)) {
        return rp_fail(err, RP_E_INVALID, "a setting has no such name");
    }
    if (key->person == NULL) {
        return RP_OK;
    }
    param params[] = {param_id(key->person)};
    rp_status status =
        store_integer(store, SQL_LIVING_NUMBER, params, person, err);
    if (status == RP_OK && *person == 0) {
        return rp_fail(err, RP_E_INVALID, "nobody by that id is known here");
    }
    return status;
}

static rp_status forget(rp_store *store, const rp_setting_key *key,
                        int64_t person, rp_error *err)
{
    param params[] = {param_text(key->key), param_integer(person)};

    return store_run(store,
                     person != 0 ? SQL_FORGET_OWN_SETTING : SQL_FORGET_SETTING,
                     params, err);
}

rp_status rp_store_put_setting(rp_store *store, const rp_setting_key *key,
                               const char *value, rp_error *err)
{
    int64_t person = 0;
    rp_status status = store_may_write(store, err);

    if (status == RP_OK) {
        status = find_owner(store, key, &person, err);
    }
    if (status == RP_OK && value == NULL) {
        return forget(store, key, person, err);
    }
    if (status == RP_OK && value[0] != '\0') {
        status = store_check_text("the setting", value, RP_STORE_TEXT_MAX, err);
    }
    param params[] = {param_text(key->key), param_text(value),
                      param_integer(person)};
    return status == RP_OK
               ? store_run(store,
                           person != 0 ? SQL_PUT_OWN_SETTING : SQL_PUT_SETTING,
                           params, err)
               : status;
}

rp_status rp_store_get_setting(rp_store *store, const rp_setting_key *key,
                               rp_arena *arena, const char **value,
                               rp_error *err)
{
    const char *read = NULL;
    int64_t person = 0;
    rp_status status = find_owner(store, key, &person, err);
    row rows;

    if (status != RP_OK) {
        return status;
    }
    param params[] = {param_text(key->key), param_integer(person)};
    row_begin(&rows, store, person != 0 ? SQL_GET_OWN_SETTING : SQL_GET_SETTING,
              params);
    rows.arena = arena;
    if (row_next(&rows)) {
        read = row_text(&rows, 0, RP_STORE_TEXT_MAX);
    }
    status = row_end(&rows, err);
    if (status == RP_OK) {
        *value = read;
    }
    return status;
}
