/* The schema: every column classed, and nothing in it but what we made. */
#include <string.h>

#include <sqlite3.h>

#include "lab.h"

typedef struct column {
    const char *table;
    const char *name;
    const char *class;
} column;

static const column columns[] = {
#define RP_COLUMN(table, name, class) {table, name, #class},
#include "store/list_columns.h"
#undef RP_COLUMN
};

enum {
    COLUMNS = sizeof columns / sizeof columns[0]
};

static bool is_classed(const char *table, const char *name)
{
    for (size_t i = 0; i < COLUMNS; i++) {
        if (strcmp(columns[i].table, table) == 0 &&
            strcmp(columns[i].name, name) == 0) {
            return true;
        }
    }
    return false;
}

static void every_column_has_a_privacy_class(void **state)
{
    static const char sql[] =
        "SELECT t.name, c.name FROM sqlite_schema AS t,"
        " pragma_table_info(t.name) AS c WHERE t.type = 'table'"
        " AND t.name <> 'sqlite_sequence'";
    lab at;
    sqlite3 *db = NULL;
    sqlite3_stmt *list = NULL;
    size_t count = 0;
    (void)state;
    lab_setup_folder(&at);
    assert_int_equal(sqlite3_open(lab_path(&at, "rapport.db"), &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &list, NULL), SQLITE_OK);

    while (sqlite3_step(list) == SQLITE_ROW) {
        const char *table = (const char *)sqlite3_column_text(list, 0);
        const char *name = (const char *)sqlite3_column_text(list, 1);
        count++;
        if (!is_classed(table, name)) {
            fail_msg("%s.%s has no class in list_columns.h", table, name);
        }
    }

    assert_int_equal(count, COLUMNS);
    (void)sqlite3_finalize(list);
    (void)sqlite3_close(db);
    lab_clear(&at);
}

/* Everything a person owns lies in tables that erasing empties. */
static void personal_columns_lie_in_tables_of_their_own(void **state)
{
    static const char *const erased[] = {"person_names", "person_keys",
                                         "person_settings", "notes"};
    (void)state;

    for (size_t i = 0; i < COLUMNS; i++) {
        bool is_own = strcmp(columns[i].class, "PERSONAL") == 0 ||
                      strcmp(columns[i].class, "SECRET") == 0;
        bool is_erased = false;
        for (size_t k = 0; k < sizeof erased / sizeof erased[0]; k++) {
            is_erased = is_erased || strcmp(columns[i].table, erased[k]) == 0;
        }
        assert_true(!is_own || is_erased);
    }
}

static void check_refused(const char *sql, rp_status expected, const char *word)
{
    lab at;
    rp_error err = {0};

    lab_setup_folder(&at);
    (void)lab_play(&at, 1);
    lab_close(&at);
    lab_tamper(&at, sql);
    rp_store_options options = lab_options(&at);

    assert_int_equal(rp_store_open(&options, &at.store, &err), expected);
    assert_null(at.store);
    if (strstr(err.message, word) == NULL) {
        fail_msg("\"%s\" does not say \"%s\"", err.message, word);
    }
    lab_clear(&at);
}

static void whatever_was_added_to_the_schema_is_named(void **state)
{
    (void)state;
    check_refused("CREATE TRIGGER always_pass AFTER INSERT ON results BEGIN"
                  " UPDATE results SET passed = 1; END",
                  RP_E_DAMAGED, "trigger \"always_pass\" was added");
    check_refused("CREATE VIEW a_view AS SELECT 1", RP_E_DAMAGED,
                  "view \"a_view\" was added");
    check_refused("CREATE TABLE zzz (x)", RP_E_DAMAGED,
                  "table \"zzz\" was added");
    check_refused("CREATE INDEX an_index ON moves (move)", RP_E_DAMAGED,
                  "index \"an_index\" was added");
    check_refused("ALTER TABLE results ADD COLUMN bonus INTEGER"
                  " GENERATED ALWAYS AS (100)",
                  RP_E_DAMAGED, "table \"results\" is not the one");
}

static void a_view_in_the_place_of_a_table_is_refused(void **state)
{
    (void)state;
    check_refused("ALTER TABLE results RENAME TO kept;"
                  "CREATE VIEW results AS SELECT * FROM kept",
                  RP_E_DAMAGED, "was added");
    check_refused("DROP TABLE notes", RP_E_DAMAGED, "missing");
}

static void a_changed_check_is_refused(void **state)
{
    (void)state;
    check_refused("UPDATE sqlite_schema SET sql = replace(sql,"
                  " 'BETWEEN 1 AND 5', 'BETWEEN 1 AND 9')"
                  " WHERE name = 'results'",
                  RP_E_DAMAGED, "table \"results\" is not the one");
}

static void a_newer_database_is_told_apart_from_damage(void **state)
{
    (void)state;
    check_refused("PRAGMA user_version = 999", RP_E_LIMIT, "newer Rapport");
    check_refused("PRAGMA user_version = 0", RP_E_DAMAGED, "version");
    check_refused("PRAGMA user_version = -5", RP_E_DAMAGED, "version");
}

static void another_programs_database_is_left_alone(void **state)
{
    (void)state;
    check_refused("PRAGMA application_id = 1", RP_E_DAMAGED,
                  "not a Rapport database");
}

static void names_in_sentences_cannot_steer_a_terminal(void **state)
{
    (void)state;
    check_refused("CREATE TABLE \"a\x1B[31m\" (x)", RP_E_DAMAGED,
                  "a\\u{1b}[31m");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_column_has_a_privacy_class),
        cmocka_unit_test(personal_columns_lie_in_tables_of_their_own),
        cmocka_unit_test(whatever_was_added_to_the_schema_is_named),
        cmocka_unit_test(a_view_in_the_place_of_a_table_is_refused),
        cmocka_unit_test(a_changed_check_is_refused),
        cmocka_unit_test(a_newer_database_is_told_apart_from_damage),
        cmocka_unit_test(another_programs_database_is_left_alone),
        cmocka_unit_test(names_in_sentences_cannot_steer_a_terminal),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
