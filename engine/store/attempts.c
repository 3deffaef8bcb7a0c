/*
 * Writing attempts: move after move, finished or put aside. A move is one
 * statement and one page; everything else that belongs together is one
 * transaction with its chain entry.
 */
#include <string.h>

#include "store_internal.h"

const char *const rp_attempt_mode_names[RP_MODES] = {
    [RP_MODE_PRACTICE] = "practice",
    [RP_MODE_EXAM] = "exam",
};

const char *const rp_ended_reason_names[RP_ENDED_REASONS] = {
    [RP_ENDED_AT_ENDING] = "ending", [RP_ENDED_AT_LIMIT] = "limit",
    [RP_ENDED_STOPPED] = "stopped",  [RP_ENDED_TIME] = "time",
    [RP_ENDED_FAULT] = "fault",
};

rp_status attempt_standing(rp_store *store, const rp_store_id *id,
                           attempt_state *out, rp_error *err)
{
    param params[] = {param_id(id)};
    row rows;

    *out = (attempt_state){0};
    row_begin(&rows, store, SQL_ATTEMPT_STANDING, params);
    if (row_next(&rows)) {
        out->attempt = row_integer(&rows, 0, 1, INT64_MAX);
        out->is_finished = row_bool(&rows, 1);
        out->is_closed = row_bool(&rows, 2);
        if (!row_is_null(&rows, 3)) {
            out->move_count =
                (uint32_t)row_integer(&rows, 3, 1, RP_STORE_MOVES_MAX);
            out->last_ms = (uint32_t)row_integer(&rows, 4, 0, UINT32_MAX);
        }
        out->is_imported = row_bool(&rows, 5);
    }
    return row_end(&rows, err);
}

rp_status fail_no_attempt(rp_error *err)
{
    return rp_fail(err, RP_E_INVALID, "no such attempt is kept here");
}

/* RP_OK where an attempt can still go on. */
static rp_status check_open(const attempt_state *now, rp_error *err)
{
    if (now->attempt == 0) {
        return fail_no_attempt(err);
    }
    if (now->is_finished) {
        return rp_fail(err, RP_E_STATE, "the attempt is finished");
    }
    if (now->is_closed) {
        return rp_fail(err, RP_E_STATE, "the attempt was put aside");
    }
    if (now->is_imported) {
        return rp_fail(err, RP_E_STATE,
                       "the attempt was played on another machine");
    }
    return RP_OK;
}

/* ------------------------------------------------------------------ moves */

/* The sentence for a move that the statement did not take. */
static rp_status explain_refused(rp_store *store, const rp_store_id *attempt,
                                 uint32_t seq, uint32_t at_ms, rp_error *err)
{
    attempt_state now;
    rp_status status = attempt_standing(store, attempt, &now, err);

    if (status == RP_OK) {
        status = check_open(&now, err);
    }
    if (status != RP_OK) {
        return status;
    }
    if (seq != now.move_count) {
        return rp_fail(err, RP_E_STATE,
                       "the attempt has %u moves: move %u cannot be the next",
                       (unsigned)now.move_count, (unsigned)seq);
    }
    return rp_fail(err, RP_E_STATE,
                   "the move is at %u ms, the one before at %u ms: time runs "
                   "backwards",
                   (unsigned)at_ms, (unsigned)now.last_ms);
}

static rp_status check_move(uint32_t seq, const rp_stored_move *move,
                            rp_error *err)
{
    if (seq >= RP_STORE_MOVES_MAX) {
        return rp_fail(err, RP_E_LIMIT, "an attempt has at most %d moves",
                       RP_STORE_MOVES_MAX);
    }
    rp_status status =
        store_check_text("the move", move->text, RP_STORE_MOVE_MAX, err);
    if (status == RP_OK && strchr(move->text, '\n') != NULL) {
        return rp_fail(err, RP_E_INVALID, "the move is more than one line");
    }
    return status;
}

rp_status rp_store_add_move(rp_store *store, const rp_store_id *attempt,
                            uint32_t seq, const rp_stored_move *move,
                            rp_error *err)
{
    rp_status status = check_move(seq, move, err);

    if (status == RP_OK) {
        status = store_may_write(store, err);
    }
    if (status != RP_OK) {
        return status;
    }
    param params[] = {param_id(attempt), param_integer(seq),
                      param_text(move->text), param_integer(move->at_ms)};
    row rows;
    row_begin(&rows, store, SQL_ADD_MOVE, params);
    (void)row_next(&rows); /* an insert has no rows; its code stays */
    bool is_taken = (rows.code & 0xFF) == SQLITE_CONSTRAINT;
    bool is_refused =
        rows.code == SQLITE_DONE && sqlite3_changes(store->db) == 0;
    status = row_end(&rows, is_taken ? NULL : err);
    return is_taken || is_refused
               ? explain_refused(store, attempt, seq, move->at_ms, err)
               : status;
}

/* -------------------------------------------------------------- finishing */

static rp_status check_numbers(const rp_stored_result *result, rp_error *err)
{
    bool is_good = result->satisfaction >= 1 && result->satisfaction <= 5;

    for (size_t i = 0; i < RP_SCORES; i++) {
        is_good = is_good && result->par[i] >= 0 && result->score_bp[i] >= -1 &&
                  result->score_bp[i] <= 10000;
    }
    for (size_t i = 0; i < RP_MOODS; i++) {
        is_good = is_good && result->mood[i] <= 100;
    }
    return is_good ? RP_OK
                   : rp_fail(err, RP_E_INVALID,
                             "a number of the result is out of range");
}

static rp_status check_result(const rp_stored_result *result, rp_error *err)
{
    if ((unsigned)result->reason >= RP_ENDED_REASONS ||
        (unsigned)result->outcome >= RP_OUTCOMES) {
        return rp_fail(err, RP_E_INVALID,
                       "reason or outcome of the result is not known");
    }
    rp_status status = check_numbers(result, err);
    if (status == RP_OK) {
        status = check_word("ending", result->ending, true, err);
    }
    if (status == RP_OK) {
        status =
            check_word("engine version", result->engine_version, false, err);
    }
    if (status == RP_OK && result->criticals == NULL) {
        status = rp_fail(err, RP_E_INVALID, "criticals are missing");
    }
    if (status == RP_OK && result->criticals[0] != '\0') {
        status = store_check_text("criticals", result->criticals,
                                  RP_STORE_TEXT_MAX, err);
    }
    return status;
}

static param param_score(int32_t score_bp)
{
    return score_bp < 0 ? param_text(NULL) : param_integer(score_bp);
}

static rp_status insert_result(rp_store *store, int64_t attempt,
                               const rp_stored_result *result, rp_error *err)
{
    param params[] = {
        param_integer(attempt),
        param_text(rp_ended_reason_names[result->reason]),
        param_text(result->ending[0] != '\0' ? result->ending : NULL),
        param_text(rp_outcome_names[result->outcome]),
        param_integer(result->points[RP_LISTENING]),
        param_integer(result->points[RP_EMPATHY]),
        param_integer(result->points[RP_RESOLUTION]),
        param_integer(result->par[RP_LISTENING]),
        param_integer(result->par[RP_EMPATHY]),
        param_integer(result->par[RP_RESOLUTION]),
        param_score(result->score_bp[RP_LISTENING]),
        param_score(result->score_bp[RP_EMPATHY]),
        param_score(result->score_bp[RP_RESOLUTION]),
        param_text(result->criticals),
        param_integer(result->passed ? 1 : 0),
        param_integer(result->passed_exam ? 1 : 0),
        param_integer(result->satisfaction),
        param_integer(result->mood[RP_CALM]),
        param_integer(result->mood[RP_TRUST]),
        param_integer(result->mood[RP_PATIENCE]),
        param_integer(result->talk_s),
        param_blob(result->state_digest.bytes,
                   sizeof result->state_digest.bytes),
        param_text(result->engine_version),
        param_integer(store_now(store)),
    };

    return store_run(store, SQL_ADD_RESULT, params, err);
}

/* Inside a transaction. */
static rp_status finish_inside(rp_store *store, const rp_store_id *id,
                               const rp_stored_result *result, rp_error *err)
{
    attempt_state now;
    rp_status status = attempt_standing(store, id, &now, err);

    if (status == RP_OK) {
        status = check_open(&now, err);
    }
    if (status == RP_OK) {
        status = insert_result(store, now.attempt, result, err);
    }
    return status == RP_OK
               ? chain_append(store, ENTRY_ATTEMPT_FINISHED, now.attempt, err)
               : status;
}

rp_status rp_store_finish_attempt(rp_store *store, const rp_store_id *attempt,
                                  const rp_stored_result *result, rp_error *err)
{
    rp_status status = check_result(result, err);

    if (status == RP_OK) {
        status = store_begin(store, err);
    }
    return status == RP_OK
               ? store_end(store, finish_inside(store, attempt, result, err),
                           err)
               : status;
}

/* Inside a transaction. */
static rp_status close_inside(rp_store *store, const rp_store_id *id,
                              const char *reason, rp_error *err)
{
    attempt_state now;
    rp_status status = attempt_standing(store, id, &now, err);

    if (status == RP_OK) {
        status = check_open(&now, err);
    }
    if (status != RP_OK) {
        return status;
    }
    param params[] = {param_integer(now.attempt), param_text(reason),
                      param_integer(store_now(store))};
    return store_run(store, SQL_CLOSE_ATTEMPT, params, err);
}

rp_status rp_store_close_attempt(rp_store *store, const rp_store_id *attempt,
                                 const char *reason, rp_error *err)
{
    rp_status status = check_word("reason", reason, false, err);

    if (status == RP_OK) {
        status = store_begin(store, err);
    }
    return status == RP_OK
               ? store_end(store, close_inside(store, attempt, reason, err),
                           err)
               : status;
}
