/*
 * What the window left in the database, beside what the command line makes
 * of the same moves.
 */
#include <stdio.h>
#include <string.h>

#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include "robot.h"
#include "support/test.h"

void robot_query(const window_robot *robot, const char *sql,
                 char text[ROBOT_TEXT_MAX])
{
    char path[ROBOT_PATH_MAX + 16];
    sqlite3 *database = NULL;
    sqlite3_stmt *rows = NULL;
    size_t length = 0;

    text[0] = '\0';
    (void)snprintf(path, sizeof path, "%s/rapport.db", robot->data);
    assert_int_equal(
        sqlite3_open_v2(path, &database, SQLITE_OPEN_READWRITE, NULL),
        SQLITE_OK);
    (void)sqlite3_busy_timeout(database, 5000);
    assert_int_equal(sqlite3_prepare_v2(database, sql, -1, &rows, NULL),
                     SQLITE_OK);
    while (sqlite3_step(rows) == SQLITE_ROW) {
        int added = snprintf(text + length, ROBOT_TEXT_MAX - length, "%s\n",
                             (const char *)sqlite3_column_text(rows, 0));
        assert_in_range(added, 1, ROBOT_TEXT_MAX - length - 1);
        length += (size_t)added;
    }
    (void)sqlite3_finalize(rows);
    (void)sqlite3_close(database);
}

void robot_stored_moves(const window_robot *robot, char text[ROBOT_TEXT_MAX])
{
    robot_query(robot,
                "SELECT move FROM moves WHERE attempt = "
                "(SELECT max(attempt) FROM attempts) ORDER BY seq",
                text);
}

void robot_stored_result(const window_robot *robot, char text[ROBOT_TEXT_MAX])
{
    robot_query(robot,
                "SELECT printf('%s %s %d %d %d passed %d satisfied %d "
                "mood %d %d %d', ending, outcome, listening_bp, empathy_bp, "
                "resolution_bp, passed, satisfaction, calm, trust, patience) "
                "FROM results WHERE attempt = "
                "(SELECT max(attempt) FROM attempts)",
                text);
}

void robot_joined_moves(const robot_run *run, char text[ROBOT_TEXT_MAX])
{
    size_t length = 0;

    for (int i = 0; i < run->count; i++) {
        length += (size_t)snprintf(text + length, ROBOT_TEXT_MAX - length,
                                   "%s\n", run->moves[i]);
    }
}

static const char *word_of(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

static int number_of(const json_t *object, const char *key)
{
    return (int)json_integer_value(json_object_get(object, key));
}

static void write_result(const json_t *root, char text[ROBOT_TEXT_MAX])
{
    const json_t *score = json_object_get(root, "score");
    const json_t *mood = json_object_get(root, "mood");

    (void)snprintf(text, ROBOT_TEXT_MAX,
                   "%s %s %d %d %d passed %d satisfied %d mood %d %d %d\n",
                   word_of(root, "ending"), word_of(root, "outcome"),
                   number_of(score, "listening"), number_of(score, "empathy"),
                   number_of(score, "resolution"),
                   json_is_true(json_object_get(root, "passed")),
                   number_of(root, "satisfaction"), number_of(mood, "calm"),
                   number_of(mood, "trust"), number_of(mood, "patience"));
}

void robot_replayed_result(const robot_run *run, char text[ROBOT_TEXT_MAX])
{
    char moves[ROBOT_TEXT_MAX];
    char command[ROBOT_TEXT_MAX + 512];

    robot_joined_moves(run, moves);
    for (char *at = moves; *at != '\0'; at++) {
        *at = *at == '\n' ? ',' : *at;
    }
    moves[strlen(moves) - 1] = '\0';
    (void)snprintf(command, sizeof command,
                   "'%s/rapport' play angry-caller --packs '%s/scenarios' "
                   "--seed 7 --json --moves '%s'",
                   RP_BUILD_DIR, RP_SOURCE_DIR, moves);
    FILE *output = popen(command, "r");
    assert_non_null(output);
    json_t *root = json_loadf(output, 0, NULL);
    assert_int_equal(pclose(output), 0);
    assert_non_null(root);
    write_result(root, text);
    json_decref(root);
}

int robot_verify(const window_robot *robot)
{
    char command[ROBOT_PATH_MAX * 2 + 64];

    (void)snprintf(command, sizeof command, "'%s/rapport' verify --data '%s'",
                   RP_BUILD_DIR, robot->data);
    FILE *output = popen(command, "r");
    assert_non_null(output);
    char line[256];
    while (fgets(line, sizeof line, output) != NULL) {
        (void)fputs(line, stderr);
    }
    int status = pclose(output);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
