/*
 * The schema as a list of steps. What a database must look like is not kept
 * as a second text: the steps are run in memory and the two are compared,
 * row by row, so that anything planted or changed shows.
 */
#include <stdio.h>
#include <string.h>

#include "schema_1.h"
#include "store_internal.h"

typedef struct migration {
    int32_t version;
    const char *sql;
} migration;

static const migration migrations[] = {
#define RP_MIGRATION(number, text) {number, text},
#include "list_migrations.h"
#undef RP_MIGRATION
};

enum {
    MIGRATIONS = sizeof migrations / sizeof migrations[0]
};

int32_t schema_newest(void)
{
    return migrations[MIGRATIONS - 1].version;
}

static int run_step(sqlite3 *db, const migration *step)
{
    char version[64];

    (void)snprintf(version, sizeof version,
                   "PRAGMA application_id = %d; PRAGMA user_version = %d",
                   SCHEMA_APPLICATION_ID, step->version);
    int code = sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
    if (code == SQLITE_OK) {
        code = sqlite3_exec(db, step->sql, NULL, NULL, NULL);
    }
    if (code == SQLITE_OK) {
        code = sqlite3_exec(db, version, NULL, NULL, NULL);
    }
    if (code == SQLITE_OK) {
        code = sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
    }
    if (code != SQLITE_OK && sqlite3_get_autocommit(db) == 0) {
        (void)sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
    }
    return code;
}

/* Steps after `from` up to `to`. */
static int run_steps(sqlite3 *db, int32_t from, int32_t to)
{
    int code = SQLITE_OK;

    for (size_t i = 0; i < MIGRATIONS && code == SQLITE_OK; i++) {
        if (migrations[i].version > from && migrations[i].version <= to) {
            code = run_step(db, &migrations[i]);
        }
    }
    return code;
}

int schema_migrate(sqlite3 *db, int32_t version)
{
    return run_steps(db, version, schema_newest());
}

/* ------------------------------------------------------------ comparing */

enum {
    COL_TYPE,
    COL_NAME,
    COL_TABLE,
    COL_SQL,
    COLUMNS
};

static int prepare_list(sqlite3 *db, sqlite3_stmt **list)
{
    static const char sql[] =
        "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema"
        " ORDER BY name, type";

    return sqlite3_prepare_v2(db, sql, -1, list, NULL);
}

static const char *text_of(sqlite3_stmt *list, int column)
{
    const unsigned char *text = sqlite3_column_text(list, column);

    return text != NULL ? (const char *)text : "";
}

/*
 * The next row with all its texts in memory: a text that is refused later
 * would pass for a change.
 */
static int step_whole(sqlite3_stmt *list)
{
    int code = sqlite3_step(list);

    for (int i = 0; i < COLUMNS && code == SQLITE_ROW; i++) {
        if (sqlite3_column_text(list, i) == NULL) {
            code = SQLITE_NOMEM;
        }
    }
    return code;
}

static int compare_names(sqlite3_stmt *a, sqlite3_stmt *b)
{
    int order = strcmp(text_of(a, COL_NAME), text_of(b, COL_NAME));

    return order != 0 ? order
                      : strcmp(text_of(a, COL_TYPE), text_of(b, COL_TYPE));
}

/* The sentence for one row of the schema that should not be as it is. */
static rp_status fail_schema(const char *path, const char *what,
                             sqlite3_stmt *list, rp_error *err)
{
    rp_text name;

    rp_text_init(&name, rp_alloc_default());
    const char *text = text_of(list, COL_NAME);
    rp_text_add_visible(&name, text, strlen(text), false);
    rp_status status = rp_fail(
        err, RP_E_DAMAGED,
        "%s was changed by another program: the %s \"%.64s\" %s; nothing was "
        "read from it or written to it",
        path, text_of(list, COL_TYPE), name.failed ? "?" : name.bytes, what);
    rp_text_clear(&name);
    return status;
}

/* Two rows of the schema that both exist. */
static rp_status compare_row(sqlite3_stmt *wanted, sqlite3_stmt *found,
                             const char *path, rp_error *err)
{
    int order = compare_names(wanted, found);

    if (order < 0) {
        return fail_schema(path, "is missing", wanted, err);
    }
    if (order > 0) {
        return fail_schema(path, "was added", found, err);
    }
    for (int i = COL_TABLE; i < COLUMNS; i++) {
        if (strcmp(text_of(wanted, i), text_of(found, i)) != 0) {
            return fail_schema(path, "is not the one Rapport made", found, err);
        }
    }
    return RP_OK;
}

static rp_status compare_rows(sqlite3_stmt *wanted, sqlite3_stmt *found,
                              const char *path, rp_error *err)
{
    rp_status status = RP_OK;
    int has_wanted = step_whole(wanted);
    int has_found = step_whole(found);

    while (status == RP_OK && has_wanted == SQLITE_ROW &&
           has_found == SQLITE_ROW) {
        status = compare_row(wanted, found, path, err);
        if (status == RP_OK) {
            has_wanted = step_whole(wanted);
            has_found = step_whole(found);
        }
    }
    if (status != RP_OK) {
        return status;
    }
    if (has_wanted == SQLITE_ROW && has_found == SQLITE_DONE) {
        return fail_schema(path, "is missing", wanted, err);
    }
    if (has_wanted == SQLITE_DONE && has_found == SQLITE_ROW) {
        return fail_schema(path, "was added", found, err);
    }
    bool is_model_good = has_wanted == SQLITE_DONE || has_wanted == SQLITE_ROW;
    int code = is_model_good ? has_found : has_wanted;
    return code == SQLITE_DONE ? RP_OK : sqlite_fail(NULL, code, path, err);
}

rp_status schema_compare(sqlite3 *db, int32_t version, const char *path,
                         rp_error *err)
{
    sqlite3 *model = NULL;
    sqlite3_stmt *wanted = NULL;
    sqlite3_stmt *found = NULL;
    rp_status status = RP_OK;

    int code = sqlite3_open(":memory:", &model);
    if (code == SQLITE_OK) {
        code = run_steps(model, 0, version);
    }
    if (code == SQLITE_OK) {
        code = prepare_list(model, &wanted);
    }
    if (code == SQLITE_OK) {
        code = prepare_list(db, &found);
    }
    status = code == SQLITE_OK ? compare_rows(wanted, found, path, err)
                               : sqlite_fail(NULL, code, path, err);
    (void)sqlite3_finalize(wanted);
    (void)sqlite3_finalize(found);
    (void)sqlite3_close(model);
    return status;
}
