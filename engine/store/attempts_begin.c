/*
 * Beginning an attempt: every name in its start becomes a row, moves taken
 * over are copied, and the chain gets its entry, all in one transaction.
 */
#include "store_internal.h"

/* What a start names, as row numbers; 0: none. */
typedef struct start_rows {
    int64_t person;
    int64_t document;
    int64_t parent;
    int64_t assessor;
} start_rows;

static rp_status check_start(const rp_attempt_start *start, rp_error *err)
{
    if ((unsigned)start->mode >= RP_MODES || start->set == RP_NONE ||
        start->timer_percent < 1 || start->timer_percent > 10000 ||
        start->zone_offset_min < -1440 || start->zone_offset_min > 1440) {
        return rp_fail(err, RP_E_INVALID,
                       "mode, set, timer or time zone of the attempt is out "
                       "of range");
    }
    rp_status status = check_word("language", start->language, false, err);
    if (status == RP_OK) {
        status =
            check_word("engine version", start->engine_version, false, err);
    }
    return status == RP_OK
               ? check_word("pack edition", start->pack_edition, true, err)
               : status;
}

static rp_status find_person(rp_store *store, const rp_store_id *id,
                             int64_t *person, rp_error *err)
{
    param params[] = {param_id(id)};
    rp_status status =
        store_integer(store, SQL_LIVING_NUMBER, params, person, err);

    return status == RP_OK && *person == 0
               ? rp_fail(err, RP_E_INVALID, "nobody by that id is known here")
               : status;
}

static rp_status find_parent(rp_store *store, const rp_attempt_start *start,
                             start_rows *found, rp_error *err)
{
    attempt_state parent;

    if (rp_store_id_is_none(&start->parent)) {
        return start->taken_moves == 0
                   ? RP_OK
                   : rp_fail(err, RP_E_INVALID,
                             "there is no attempt to take moves from");
    }
    rp_status status = attempt_standing(store, &start->parent, &parent, err);
    if (status != RP_OK) {
        return status;
    }
    if (parent.attempt == 0) {
        return fail_no_attempt(err);
    }
    if (start->taken_moves > parent.move_count) {
        return rp_fail(err, RP_E_INVALID,
                       "the attempt to go on from has only %u moves",
                       (unsigned)parent.move_count);
    }
    found->parent = parent.attempt;
    return RP_OK;
}

static rp_status find_start_rows(rp_store *store, const rp_attempt_start *start,
                                 start_rows *found, rp_error *err)
{
    param digest[] = {
        param_blob(start->document.bytes, sizeof start->document.bytes)};

    *found = (start_rows){0};
    rp_status status = find_person(store, &start->person, &found->person, err);
    if (status == RP_OK && !rp_store_id_is_none(&start->assessor)) {
        status = find_person(store, &start->assessor, &found->assessor, err);
    }
    if (status == RP_OK) {
        status = store_integer(store, SQL_HAS_DOCUMENT, digest,
                               &found->document, err);
    }
    if (status == RP_OK && found->document == 0) {
        status = rp_fail(err, RP_E_INVALID,
                         "the document of the attempt is not kept here");
    }
    return status == RP_OK ? find_parent(store, start, found, err) : status;
}

static param param_number(int64_t number)
{
    return number != 0 ? param_integer(number) : param_text(NULL);
}

static rp_status insert_attempt(rp_store *store, const rp_attempt_start *start,
                                const start_rows *found, const rp_store_id *id,
                                rp_error *err)
{
    param params[] = {
        param_id(id),
        param_integer(found->person),
        param_integer(found->document),
        param_text(start->language),
        param_text(rp_attempt_mode_names[start->mode]),
        param_integer((int64_t)start->seed),
        param_integer(start->set),
        param_integer(store_now(store)),
        param_integer(start->zone_offset_min),
        param_text(start->engine_version),
        param_text(start->pack_edition),
        param_integer(start->timer_percent),
        param_integer(start->is_silence_off ? 1 : 0),
        param_number(found->parent),
        param_integer(start->taken_moves),
        param_number(found->assessor),
        param_id(&store->machine),
    };

    return store_run(store, SQL_ADD_ATTEMPT, params, err);
}

/* Copies the moves gone over to a new attempt and puts the old one aside. */
static rp_status take_over(rp_store *store, int64_t attempt, int64_t parent,
                           uint32_t taken, rp_error *err)
{
    param moves[] = {param_integer(attempt), param_integer(parent),
                     param_integer(taken)};
    param closed[] = {param_integer(parent), param_text("continued"),
                      param_integer(store_now(store))};
    rp_status status = store_run(store, SQL_TAKE_MOVES, moves, err);

    return status == RP_OK ? store_run(store, SQL_CLOSE_ATTEMPT, closed, err)
                           : status;
}

/* Inside a transaction. */
static rp_status begin_inside(rp_store *store, const rp_attempt_start *start,
                              const rp_store_id *id, rp_error *err)
{
    start_rows found;
    rp_status status = find_start_rows(store, start, &found, err);

    if (status == RP_OK) {
        status = insert_attempt(store, start, &found, id, err);
    }
    if (status != RP_OK) {
        return status;
    }
    int64_t attempt = sqlite3_last_insert_rowid(store->db);
    if (found.parent != 0) {
        status =
            take_over(store, attempt, found.parent, start->taken_moves, err);
    }
    return status == RP_OK
               ? chain_append(store, ENTRY_ATTEMPT_STARTED, attempt, err)
               : status;
}

rp_status rp_store_begin_attempt(rp_store *store, const rp_attempt_start *start,
                                 rp_store_id *id, rp_error *err)
{
    rp_store_id new = store_new_id(store);
    rp_status status = check_start(start, err);

    if (status == RP_OK) {
        status = store_begin(store, err);
    }
    if (status != RP_OK) {
        return status;
    }
    status = store_end(store, begin_inside(store, start, &new, err), err);
    if (status == RP_OK) {
        *id = new;
    }
    return status;
}
