/*
 * When things go wrong: a store that cannot write, a record that was
 * changed, memory that runs out. The view stays, and a sentence says why.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "app/app_kit.h"

static sqlite3 *open_database(const char *folder)
{
    char path[KIT_PATH_MAX * 2];
    sqlite3 *database = NULL;

    (void)snprintf(path, sizeof path, "%s/rapport.db", folder);
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    return database;
}

static void run_sql(sqlite3 *database, const char *sql)
{
    char *message = NULL;

    if (sqlite3_exec(database, sql, NULL, NULL, &message) != SQLITE_OK) {
        fail_msg("%s", message);
    }
}

static rp_app_options disk_options(const char *folder)
{
    rp_app_options options = kit_options();

    options.in_memory = false;
    options.data_dir = folder;
    return options;
}

static void refused_write_changes_nothing(void **state)
{
    char folder[KIT_PATH_MAX];
    rp_error error = {0};

    (void)state;
    kit_folder(folder);
    rp_app_options options = disk_options(folder);
    rp_app *app = kit_open(&options);
    kit_begin(app);
    const rp_call_view *call = &rp_app_view(app)->call;
    uint32_t own = 0;
    while (strcmp(call->replies[own].id, "own") != 0) {
        own++;
    }
    uint32_t choice = call->replies[own].choice;
    sqlite3 *other = open_database(folder);
    run_sql(other, "BEGIN EXCLUSIVE");
    assert_int_equal(kit_try(app, RP_INTENT_SAY, choice, &error), RP_E_IO);
    const rp_view *view = rp_app_view(app);
    assert_int_equal(view->place, RP_AT_CALL);
    assert_int_equal(view->call.said_count, 1);
    assert_string_equal(view->notice, error.message);
    run_sql(other, "ROLLBACK");
    assert_int_equal(sqlite3_close(other), SQLITE_OK);

    kit_do(app, RP_INTENT_SAY, choice);
    assert_int_equal(rp_app_view(app)->place, RP_AT_FORM);
    assert_null(rp_app_view(app)->notice);
    rp_app_close(app);
    kit_remove(folder);
}

/* Findings, counted and the last one kept. */
typedef struct findings {
    uint32_t count;
    char last[RP_MESSAGE_MAX];
} findings;

static void note_finding(void *user, const char *attempt, const char *sentence)
{
    findings *found = user;

    (void)attempt;
    found->count++;
    (void)snprintf(found->last, sizeof found->last, "%s", sentence);
}

static void play_to_the_end(rp_app *app)
{
    kit_begin(app);
    kit_say(app, "own");
    kit_choose(app, "level", "high");
    kit_do(app, RP_INTENT_FILE, 0);
}

static void changed_move_is_found(void **state)
{
    char folder[KIT_PATH_MAX];
    findings found = {0};
    rp_verify_totals totals = {0};

    (void)state;
    kit_folder(folder);
    rp_app_options options = disk_options(folder);
    rp_app *app = kit_open(&options);
    play_to_the_end(app);
    rp_app_close(app);
    sqlite3 *database = open_database(folder);
    run_sql(database, "UPDATE moves SET move = 'guarantee' WHERE seq = 0");
    assert_int_equal(sqlite3_close(database), SQLITE_OK);

    app = kit_open(&options);
    assert_int_equal(rp_app_verify(app, note_finding, &found, &totals, NULL),
                     RP_OK);
    assert_true(totals.findings >= 2);
    assert_int_equal(found.count, totals.findings);
    rp_app_close(app);
    kit_remove(folder);
}

/* Refuses the request whose turn it is. */
typedef struct miser {
    int64_t left;
} miser;

static void *resize_as_miser(void *user, void *block, size_t size)
{
    miser *owner = user;

    if (size == 0) {
        free(block);
        return NULL;
    }
    if (owner->left == 0) {
        return NULL;
    }
    owner->left -= owner->left > 0;
    return realloc(block, size);
}

/* A short session; every refusal has to leave the app usable. */
static rp_status use(rp_app *app)
{
    const rp_call_view *call = &rp_app_view(app)->call;
    rp_intent steps[] = {{.kind = RP_INTENT_OPEN, .text = "short-call"},
                         {.kind = RP_INTENT_BEGIN},
                         {.kind = RP_INTENT_LOOK},
                         {.kind = RP_INTENT_NOTE, .text = "n"}};
    rp_status status = RP_OK;

    for (size_t i = 0; i < sizeof steps / sizeof *steps && status == RP_OK;
         i++) {
        status = rp_app_act(app, &steps[i], NULL);
    }
    if (status == RP_OK) {
        status = kit_try(app, RP_INTENT_SAY, call->anytime[0].choice, NULL);
    }
    if (status == RP_OK) {
        status = kit_try(app, RP_INTENT_UNDO, 0, NULL);
    }
    return status;
}

static void every_refused_request_is_survived(void **state)
{
    rp_app_options options = kit_options();
    bool has_worked = false;

    (void)state;
    for (int64_t allowed = 0; !has_worked; allowed++) {
        miser owner = {.left = allowed};
        rp_alloc alloc = {.resize = resize_as_miser, .user = &owner};
        rp_app *app = NULL;
        if (rp_app_open(&options, alloc, &app, NULL) == RP_OK) {
            has_worked = use(app) == RP_OK && owner.left > 0;
            rp_app_close(app);
        }
        assert_true(allowed < 100000);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refused_write_changes_nothing),
        cmocka_unit_test(changed_move_is_found),
        cmocka_unit_test(every_refused_request_is_survived),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
