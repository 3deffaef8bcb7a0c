/*
 * Reading attempts: one row with its result, pages of them, and moves.
 */
#include <string.h>

#include "store_internal.h"

enum {
    PAGE_ROWS = 100,
    PREFIX_MIN = 4,
    MOVES_AT_FIRST = 64
};

/* The next column of a row, so that reading follows the list of columns. */
typedef struct cursor {
    row *rows;
    int column;
} cursor;

static int64_t next_integer(cursor *at, int64_t lo, int64_t hi)
{
    return row_integer(at->rows, at->column++, lo, hi);
}

static bool next_bool(cursor *at)
{
    return row_bool(at->rows, at->column++);
}

static const char *next_word(cursor *at)
{
    return row_text(at->rows, at->column++, RP_STORE_WORD_MAX);
}

static int next_name(cursor *at, const char *const *names, int count)
{
    return row_word(at->rows, at->column++, names, count);
}

static void next_id(cursor *at, rp_store_id *id)
{
    row_blob(at->rows, at->column++, id->bytes, sizeof id->bytes);
}

static void next_optional_id(cursor *at, rp_store_id *id)
{
    if (row_is_null(at->rows, at->column)) {
        at->column++;
    } else {
        next_id(at, id);
    }
}

static void read_start(cursor *at, rp_attempt *attempt)
{
    rp_attempt_start *start = &attempt->start;

    attempt->order = next_integer(at, 1, INT64_MAX);
    next_id(at, &attempt->id);
    next_id(at, &start->person);
    row_blob(at->rows, at->column++, start->document.bytes, RP_DIGEST_BYTES);
    attempt->scenario = next_word(at);
    start->language = next_word(at);
    start->mode =
        (rp_attempt_mode)next_name(at, rp_attempt_mode_names, RP_MODES);
    start->seed = (uint64_t)next_integer(at, INT64_MIN, INT64_MAX);
    start->set = (uint16_t)next_integer(at, 0, RP_NONE - 1);
    attempt->started_ms = next_integer(at, 0, INT64_MAX);
    start->zone_offset_min = (int16_t)next_integer(at, -1440, 1440);
    start->engine_version = next_word(at);
    start->pack_edition = next_word(at);
    start->timer_percent = (uint16_t)next_integer(at, 1, 10000);
    start->is_silence_off = next_bool(at);
    next_optional_id(at, &start->parent);
    start->taken_moves = (uint32_t)next_integer(at, 0, RP_STORE_MOVES_MAX);
    next_optional_id(at, &start->assessor);
    next_id(at, &attempt->machine);
    attempt->is_imported = next_bool(at);
}

static void next_scores(cursor *at, int32_t scores[RP_SCORES], int64_t lo)
{
    for (size_t i = 0; i < RP_SCORES; i++) {
        scores[i] = (int32_t)next_integer(at, lo, INT32_MAX);
    }
}

static void next_basis_points(cursor *at, int32_t scores[RP_SCORES])
{
    for (size_t i = 0; i < RP_SCORES; i++) {
        if (row_is_null(at->rows, at->column)) {
            scores[i] = -1;
            at->column++;
        } else {
            scores[i] = (int32_t)next_integer(at, 0, 10000);
        }
    }
}

static void read_result(cursor *at, rp_stored_result *result)
{
    result->reason =
        (rp_ended_reason)next_name(at, rp_ended_reason_names, RP_ENDED_REASONS);
    result->ending = "";
    if (row_is_null(at->rows, at->column)) {
        at->column++;
    } else {
        result->ending = next_word(at);
    }
    result->outcome = (rp_outcome)next_name(at, rp_outcome_names, RP_OUTCOMES);
    next_scores(at, result->points, INT32_MIN);
    next_scores(at, result->par, 0);
    next_basis_points(at, result->score_bp);
    result->criticals = row_text(at->rows, at->column++, RP_STORE_TEXT_MAX);
    result->passed = next_bool(at);
    result->passed_exam = next_bool(at);
    result->satisfaction = (uint8_t)next_integer(at, 1, 5);
    for (size_t i = 0; i < RP_MOODS; i++) {
        result->mood[i] = (uint8_t)next_integer(at, 0, 100);
    }
    result->talk_s = (uint32_t)next_integer(at, 0, UINT32_MAX);
    row_blob(at->rows, at->column++, result->state_digest.bytes,
             RP_DIGEST_BYTES);
    result->engine_version = next_word(at);
    result->finished_ms = next_integer(at, 0, INT64_MAX);
}

/* The columns of ATTEMPT_COLUMNS. */
static void read_attempt(row *rows, rp_attempt *attempt)
{
    cursor at = {.rows = rows};

    *attempt = (rp_attempt){0};
    read_start(&at, attempt);
    if (!row_is_null(rows, at.column)) {
        attempt->move_count =
            (uint32_t)row_integer(rows, at.column, 1, RP_STORE_MOVES_MAX);
    }
    at.column++;
    attempt->is_closed = next_bool(&at);
    attempt->has_result = next_bool(&at);
    if (attempt->has_result) {
        read_result(&at, &attempt->result);
    }
}

/* ------------------------------------------------------------------ pages */

static uint32_t page_rows(const rp_attempt_filter *filter)
{
    if (filter->limit == 0) {
        return PAGE_ROWS;
    }
    return filter->limit < RP_STORE_LIST_MAX ? filter->limit
                                             : RP_STORE_LIST_MAX;
}

rp_status rp_store_list_attempts(rp_store *store,
                                 const rp_attempt_filter *filter,
                                 rp_arena *arena, rp_attempts *attempts,
                                 rp_error *err)
{
    static const rp_attempt_filter everything = {0};
    const rp_attempt_filter *by = filter != NULL ? filter : &everything;
    bool is_of_person = !rp_store_id_is_none(&by->person);
    param params[] = {
        param_text(by->scenario),
        param_integer(by->before_order),
        param_integer(by->only_finished ? 1 : 0),
        param_integer(by->only_unfinished ? 1 : 0),
        param_integer(page_rows(by)),
        param_id(&by->person),
    };
    rp_attempt *items = rp_arena_take(arena, page_rows(by), sizeof *items);
    uint32_t count = 0;
    row rows;

    if (items == NULL) {
        return rp_fail(err, RP_E_MEMORY, "out of memory");
    }
    row_begin(&rows, store,
              is_of_person ? SQL_LIST_OF_PERSON : SQL_LIST_ATTEMPTS, params);
    rows.arena = arena;
    while (count < page_rows(by) && row_next(&rows)) {
        read_attempt(&rows, &items[count++]);
    }
    rp_status status = row_end(&rows, err);
    if (status == RP_OK) {
        *attempts = (rp_attempts){.items = items, .count = count};
    }
    return status;
}

rp_status rp_store_find_unfinished(rp_store *store, const rp_store_id *person,
                                   rp_arena *arena, rp_attempts *attempts,
                                   rp_error *err)
{
    rp_attempt_filter filter = {.person = *person, .only_unfinished = true};

    if (rp_store_id_is_none(person)) {
        return rp_fail(err, RP_E_INVALID, "nobody by that id is known here");
    }
    return rp_store_list_attempts(store, &filter, arena, attempts, err);
}

rp_status rp_store_get_attempt(rp_store *store, const rp_store_id *id,
                               rp_arena *arena, rp_attempt *attempt,
                               rp_error *err)
{
    param params[] = {param_id(id)};
    rp_attempt read = {0};
    bool is_there = false;
    row rows;

    row_begin(&rows, store, SQL_GET_ATTEMPT, params);
    rows.arena = arena;
    if (row_next(&rows)) {
        is_there = true;
        read_attempt(&rows, &read);
    }
    rp_status status = row_end(&rows, err);
    if (status != RP_OK) {
        return status;
    }
    if (!is_there) {
        return rp_fail(err, RP_E_INVALID, "no such attempt is kept here");
    }
    *attempt = read;
    return RP_OK;
}

/* ---------------------------------------------------------------- by name */

/* The id a prefix of hex digits becomes when filled up with one digit. */
static bool fill_up(const char *prefix, char digit, rp_store_id *id)
{
    char hex[RP_STORE_ID_HEX_MAX];
    size_t length = strlen(prefix);

    if (length < PREFIX_MIN || length >= sizeof hex) {
        return false;
    }
    memcpy(hex, prefix, length);
    memset(hex + length, digit, sizeof hex - 1 - length);
    hex[sizeof hex - 1] = '\0';
    return rp_store_id_from_hex(id, hex);
}

rp_status rp_store_find_attempt(rp_store *store, const char *prefix,
                                rp_store_id *id, rp_error *err)
{
    rp_store_id first;
    rp_store_id last;
    rp_store_id found = {{0}};
    uint32_t count = 0;
    row rows;

    if (!fill_up(prefix, '0', &first) || !fill_up(prefix, 'f', &last)) {
        return rp_fail(err, RP_E_INVALID,
                       "an attempt is named by %d or more digits 0-9 a-f of "
                       "its id",
                       PREFIX_MIN);
    }
    param params[] = {param_id(&first), param_id(&last)};
    row_begin(&rows, store, SQL_FIND_ATTEMPT, params);
    while (row_next(&rows)) {
        row_blob(&rows, 0, found.bytes, sizeof found.bytes);
        count++;
    }
    rp_status status = row_end(&rows, err);
    if (status != RP_OK) {
        return status;
    }
    if (count != 1) {
        return rp_fail(err, RP_E_INVALID, "%s attempt's id begins like that",
                       count == 0 ? "no" : "more than one");
    }
    *id = found;
    return RP_OK;
}

/* ------------------------------------------------------------------ moves */

typedef struct move_list {
    rp_arena *arena;
    rp_stored_move *items;
    uint32_t count;
    uint32_t capacity;
} move_list;

/* Room for one more; NULL when refused. */
static rp_stored_move *add_item(move_list *list)
{
    if (list->count == list->capacity) {
        uint32_t wanted =
            list->capacity != 0 ? list->capacity * 2 : MOVES_AT_FIRST;
        rp_stored_move *items =
            rp_arena_take(list->arena, wanted, sizeof *items);
        if (items == NULL) {
            return NULL;
        }
        if (list->count > 0) {
            memcpy(items, list->items, list->count * sizeof *items);
        }
        list->items = items;
        list->capacity = wanted;
    }
    return &list->items[list->count++];
}

static void read_moves(row *rows, move_list *list)
{
    int64_t last_ms = 0;

    while (row_next(rows)) {
        int64_t seq = list->count;
        rp_stored_move *move = add_item(list);
        if (move == NULL) {
            rows->is_refused = true;
            return;
        }
        (void)row_integer(rows, 0, seq, seq); /* no holes */
        move->text = row_text(rows, 1, RP_STORE_MOVE_MAX);
        move->at_ms = (uint32_t)row_integer(rows, 2, last_ms, UINT32_MAX);
        last_ms = move->at_ms;
    }
}

rp_status rp_store_attempt_moves(rp_store *store, const rp_store_id *id,
                                 rp_arena *arena, rp_stored_moves *moves,
                                 rp_error *err)
{
    param by_id[] = {param_id(id)};
    move_list list = {.arena = arena};
    int64_t attempt = 0;
    row rows;

    rp_status status =
        store_integer(store, SQL_ATTEMPT_STANDING, by_id, &attempt, err);
    if (status == RP_OK && attempt == 0) {
        status = rp_fail(err, RP_E_INVALID, "no such attempt is kept here");
    }
    if (status != RP_OK) {
        return status;
    }
    param by_number[] = {param_integer(attempt)};
    row_begin(&rows, store, SQL_LIST_MOVES, by_number);
    rows.arena = arena;
    read_moves(&rows, &list);
    status = row_end(&rows, err);
    if (status == RP_OK) {
        *moves = (rp_stored_moves){.items = list.items, .count = list.count};
    }
    return status;
}
