/*
 * Statements by name, and rows that check what they read as strictly as the
 * schema checks what is written: a file can be edited behind our back.
 */
#include <assert.h>
#include <string.h>

#include "store_internal.h"

static const char *const statements[SQL_STATEMENTS] = {
#define RP_STATEMENT(name, sql) [SQL_##name] = (sql),
#include "list_statements.h"
#undef RP_STATEMENT
};

/* ----------------------------------------------------------- parameters */

param param_integer(int64_t value)
{
    return (param){.kind = PARAM_INTEGER, .integer = value};
}

param param_bytes(const void *bytes, size_t length)
{
    return (param){.kind = PARAM_TEXT, .bytes = bytes, .length = length};
}

param param_text(const char *text)
{
    return text != NULL ? param_bytes(text, strlen(text))
                        : (param){.kind = PARAM_NULL};
}

param param_blob(const void *bytes, size_t length)
{
    return (param){.kind = PARAM_BLOB, .bytes = bytes, .length = length};
}

param param_id(const rp_store_id *id)
{
    return param_blob(id->bytes, sizeof id->bytes);
}

static int bind_one(sqlite3_stmt *stmt, int place, const param *value)
{
    switch (value->kind) {
    case PARAM_INTEGER: return sqlite3_bind_int64(stmt, place, value->integer);
    case PARAM_TEXT:
        return sqlite3_bind_text64(stmt, place, value->bytes, value->length,
                                   SQLITE_STATIC, SQLITE_UTF8);
    case PARAM_BLOB:
        return sqlite3_bind_blob64(stmt, place, value->bytes, value->length,
                                   SQLITE_STATIC);
    case PARAM_NULL:
    default: return sqlite3_bind_null(stmt, place);
    }
}

static int prepare(rp_store *store, statement_name name, sqlite3_stmt **stmt)
{
    int code = SQLITE_OK;

    assert(name < SQL_STATEMENTS);
    if (store->statements[name] == NULL) {
        code = sqlite3_prepare_v3(store->db, statements[name], -1,
                                  SQLITE_PREPARE_PERSISTENT,
                                  &store->statements[name], NULL);
    }
    *stmt = store->statements[name];
    return code;
}

/* ----------------------------------------------------------------- rows */

void row_begin(row *rows, rp_store *store, statement_name name,
               const param *params)
{
    *rows = (row){.store = store};
    rows->code = prepare(store, name, &rows->stmt);
    if (rows->code != SQLITE_OK) {
        return;
    }
    (void)sqlite3_reset(rows->stmt); /* tells of the run before, not of ours */
    int count = sqlite3_bind_parameter_count(rows->stmt);
    assert(count == 0 || params != NULL);
    for (int i = 0; i < count && rows->code == SQLITE_OK; i++) {
        rows->code = bind_one(rows->stmt, i + 1, &params[i]);
    }
}

bool row_next(row *rows)
{
    if (rows->code != SQLITE_OK && rows->code != SQLITE_ROW) {
        return false;
    }
    if (rows->bad != NULL || rows->is_refused) {
        return false;
    }
    rows->code = sqlite3_step(rows->stmt);
    return rows->code == SQLITE_ROW;
}

/* The sentence for a row that nobody here wrote. */
static rp_status fail_bad_row(const row *rows, rp_error *err)
{
    return rp_fail(err, RP_E_DAMAGED,
                   "a stored row is not as Rapport writes it (%s): the "
                   "database was changed by hand or damaged",
                   rows->bad);
}

rp_status row_end(row *rows, rp_error *err)
{
    rp_status status = RP_OK;

    if (rows->is_refused) {
        status = rp_fail(err, RP_E_MEMORY, "out of memory");
    } else if (rows->bad != NULL) {
        status = fail_bad_row(rows, err);
    } else if (rows->code != SQLITE_OK && rows->code != SQLITE_ROW &&
               rows->code != SQLITE_DONE) {
        status = store_fail(rows->store, rows->code, err);
    }
    if (rows->stmt != NULL) {
        (void)sqlite3_reset(rows->stmt); /* its code was told above */
        (void)sqlite3_clear_bindings(rows->stmt);
    }
    return status;
}

static void mark_bad(row *rows, int column)
{
    if (rows->bad == NULL) {
        const char *name = sqlite3_column_name(rows->stmt, column);
        rows->bad = name != NULL ? name : "unnamed column";
    }
}

bool row_is_null(const row *rows, int column)
{
    return sqlite3_column_type(rows->stmt, column) == SQLITE_NULL;
}

int64_t row_integer(row *rows, int column, int64_t lo, int64_t hi)
{
    if (sqlite3_column_type(rows->stmt, column) != SQLITE_INTEGER) {
        mark_bad(rows, column);
        return lo;
    }
    int64_t value = sqlite3_column_int64(rows->stmt, column);
    if (value < lo || value > hi) {
        mark_bad(rows, column);
        return lo;
    }
    return value;
}

bool row_bool(row *rows, int column)
{
    return row_integer(rows, column, 0, 1) != 0;
}

const char *row_bytes(row *rows, int column, int type, size_t max_bytes,
                      size_t *length)
{
    *length = 0;
    if (sqlite3_column_type(rows->stmt, column) != type) {
        mark_bad(rows, column);
        return "";
    }
    const void *bytes = sqlite3_column_blob(rows->stmt, column);
    size_t count = (size_t)sqlite3_column_bytes(rows->stmt, column);
    if (bytes == NULL && sqlite3_errcode(rows->store->db) == SQLITE_NOMEM) {
        rows->is_refused = true;
        return "";
    }
    if (count > max_bytes) {
        mark_bad(rows, column);
        return "";
    }
    char *copy = rp_arena_copy(rows->arena, bytes, count);
    if (copy == NULL) {
        rows->is_refused = true;
        return "";
    }
    *length = count;
    return copy;
}

const char *row_text(row *rows, int column, size_t max_bytes)
{
    size_t length = 0;
    const char *text =
        row_bytes(rows, column, SQLITE_TEXT, max_bytes - 1, &length);

    if (!rp_utf8_clean(text, length, NULL)) {
        mark_bad(rows, column);
        return "";
    }
    return text;
}

void row_blob(row *rows, int column, void *out, size_t length)
{
    memset(out, 0, length);
    if (sqlite3_column_type(rows->stmt, column) != SQLITE_BLOB ||
        (size_t)sqlite3_column_bytes(rows->stmt, column) != length) {
        mark_bad(rows, column);
        return;
    }
    const void *bytes = sqlite3_column_blob(rows->stmt, column);
    if (bytes != NULL) {
        memcpy(out, bytes, length);
    }
}

int row_word(row *rows, int column, const char *const *words, int count)
{
    const unsigned char *text = NULL;

    if (sqlite3_column_type(rows->stmt, column) == SQLITE_TEXT) {
        text = sqlite3_column_text(rows->stmt, column);
        rows->is_refused = rows->is_refused || text == NULL;
    }
    for (int i = 0; text != NULL && i < count; i++) {
        if (strcmp((const char *)text, words[i]) == 0) {
            return i;
        }
    }
    mark_bad(rows, column);
    return 0;
}

rp_status store_run(rp_store *store, statement_name name, const param *params,
                    rp_error *err)
{
    row rows;

    row_begin(&rows, store, name, params);
    while (row_next(&rows)) {
        /* nothing to read */
    }
    return row_end(&rows, err);
}

rp_status store_integer(rp_store *store, statement_name name,
                        const param *params, int64_t *value, rp_error *err)
{
    row rows;

    row_begin(&rows, store, name, params);
    if (row_next(&rows) && !row_is_null(&rows, 0)) {
        *value = row_integer(&rows, 0, INT64_MIN, INT64_MAX);
    }
    return row_end(&rows, err);
}

/* --------------------------------------------------------- transactions */

rp_status store_begin(rp_store *store, rp_error *err)
{
    rp_status status = store_may_write(store, err);

    return status == RP_OK ? store_run(store, SQL_BEGIN_WRITE, NULL, err)
                           : status;
}

rp_status store_end(rp_store *store, rp_status status, rp_error *err)
{
    if (status == RP_OK) {
        status = store_run(store, SQL_COMMIT, NULL, err);
    }
    /* SQLite has rolled back by itself after some failures. */
    if (status != RP_OK && sqlite3_get_autocommit(store->db) == 0 &&
        store_run(store, SQL_ROLLBACK, NULL, NULL) != RP_OK) {
        (void)sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    }
    return status;
}
