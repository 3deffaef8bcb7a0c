/*
 * The record: every attempt in a line, sifted and sorted, and its debrief as
 * it was, also after the program, or the scenario, has changed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>
#include <sys/stat.h>

#include "app/app_kit.h"

static rp_app_options disk_options(const char *folder)
{
    rp_app_options options = kit_options();

    options.in_memory = false;
    options.data_dir = folder;
    return options;
}

static void play_well(rp_app *app)
{
    kit_begin(app);
    kit_say(app, "own");
    kit_choose(app, "level", "high");
    kit_choose(app, "known", "dead");
    kit_do(app, RP_INTENT_FILE, 0);
    assert_int_equal(rp_app_view(app)->place, RP_AT_DEBRIEF);
}

static void play_badly(rp_app *app)
{
    kit_begin(app);
    kit_say(app, "blame");
    kit_say(app, "blame");
    assert_int_equal(rp_app_view(app)->place, RP_AT_DEBRIEF);
}

static const rp_past_view *enter(rp_app *app)
{
    kit_do(app, RP_INTENT_GO, RP_AT_RECORD);
    return &rp_app_view(app)->past;
}

static void sift(rp_app *app, const char *part, const char *value)
{
    rp_intent intent = {.kind = RP_INTENT_SIFT, .text = part, .value = value};

    assert_int_equal(rp_app_act(app, &intent, NULL), RP_OK);
}

static void record_lists_every_attempt_newest_first(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);

    (void)state;
    play_well(app);
    kit_do(app, RP_INTENT_LEAVE, 0);
    play_badly(app);
    kit_do(app, RP_INTENT_LEAVE, 0);
    kit_begin(app);
    kit_say(app, "ask");
    kit_do(app, RP_INTENT_LEAVE, 0);

    const rp_past_view *past = enter(app);
    assert_int_equal(past->row_count, 3);
    assert_int_equal(past->total, 3);
    assert_int_equal(past->finished, 2);
    assert_int_equal(past->passed, 1);
    assert_int_equal(past->rows[0]->kind, RP_PAST_UNFINISHED);
    assert_true(past->rows[0]->can_resume);
    assert_false(past->rows[1]->passed);
    assert_true(past->rows[2]->passed);
    assert_string_equal(past->rows[2]->title, "A short call");
    assert_int_equal(strlen(past->rows[2]->date), strlen("2025-09-17 09:06"));
    assert_int_equal(past->scenario_count, 1);
    assert_int_equal(past->scenarios[0].attempts, 2);
    assert_int_equal(past->scenarios[0].passed, 1);
    rp_app_close(app);
}

static void reply_taken_back_stays_one_line(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);

    (void)state;
    kit_begin(app);
    kit_say(app, "ask");
    kit_say(app, "blame");
    kit_do(app, RP_INTENT_UNDO, 0);
    kit_do(app, RP_INTENT_LEAVE, 0);

    const rp_past_view *past = enter(app);
    assert_int_equal(past->row_count, 1);
    assert_int_equal(past->total, 1);
    assert_int_equal(past->rows[0]->kind, RP_PAST_UNFINISHED);
    rp_app_close(app);
}

static void trying_again_from_a_turn_is_a_line_of_its_own(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);

    (void)state;
    play_badly(app);
    kit_do(app, RP_INTENT_RETRY, 1);
    kit_say(app, "blame");
    assert_int_equal(rp_app_view(app)->place, RP_AT_DEBRIEF);

    const rp_past_view *past = enter(app);
    assert_int_equal(past->row_count, 2);
    assert_int_equal(past->rows[0]->kind, RP_PAST_RETRY);
    assert_int_equal(past->rows[1]->kind, RP_PAST_PRACTICE);
    rp_app_close(app);
}

static void sieve_keeps_what_fits_and_sorts_it(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);

    (void)state;
    play_well(app);
    kit_do(app, RP_INTENT_LEAVE, 0);
    play_badly(app);
    const rp_past_view *past = enter(app);

    sift(app, "status", "passed");
    assert_int_equal(past->row_count, 1);
    assert_true(past->rows[0]->passed);
    sift(app, "status", "all");
    sift(app, "query", "SHORT");
    assert_int_equal(past->row_count, 2);
    sift(app, "query", "long");
    assert_int_equal(past->row_count, 0);
    sift(app, "all", "");
    assert_int_equal(past->row_count, 2);
    sift(app, "sort", "empathy");
    assert_true(past->rows[0]->score_bp[RP_EMPATHY] >=
                past->rows[1]->score_bp[RP_EMPATHY]);
    sift(app, "sort", "empathy");
    assert_true(past->sieve.is_rising);
    assert_true(past->rows[0]->score_bp[RP_EMPATHY] <=
                past->rows[1]->score_bp[RP_EMPATHY]);
    sift(app, "scenario", "another");
    assert_int_equal(past->row_count, 0);
    assert_int_equal(rp_app_act(app,
                                &(rp_intent){.kind = RP_INTENT_SIFT,
                                             .text = "sort",
                                             .value = "shoe size"},
                                NULL),
                     RP_E_INVALID);
    rp_app_close(app);
}

static void attempt_is_opened_as_it_was(void **state)
{
    char folder[KIT_PATH_MAX];

    (void)state;
    kit_folder(folder);
    rp_app_options options = disk_options(folder);
    rp_app *app = kit_open(&options);
    play_well(app);
    rp_result then = rp_app_view(app)->debrief.result;
    uint32_t turns = rp_app_view(app)->debrief.turn_count;
    rp_app_close(app);

    app = kit_open(&options);
    const rp_past_view *past = enter(app);
    kit_text(app, RP_INTENT_REVIEW, past->rows[0]->id);
    const rp_debrief_view *debrief = &rp_app_view(app)->debrief;
    assert_int_equal(rp_app_view(app)->place, RP_AT_DEBRIEF);
    assert_memory_equal(debrief->result.score_bp, then.score_bp,
                        sizeof then.score_bp);
    assert_int_equal(debrief->turn_count, turns);
    assert_true(debrief->is_past);
    assert_int_equal(debrief->rescored, RP_RESCORED_SAME);
    assert_null(debrief->why_no_retry);
    assert_true(debrief->turns[0].can_retry);
    kit_do(app, RP_INTENT_LEAVE, 0);
    assert_int_equal(rp_app_view(app)->place, RP_AT_RECORD);
    assert_int_equal(rp_app_view(app)->past.row_count, 1);
    rp_app_close(app);
    kit_remove(folder);
}

static void changed_result_is_told(void **state)
{
    char folder[KIT_PATH_MAX];
    char path[KIT_PATH_MAX * 2];
    sqlite3 *database = NULL;

    (void)state;
    kit_folder(folder);
    rp_app_options options = disk_options(folder);
    rp_app *app = kit_open(&options);
    play_badly(app);
    rp_app_close(app);
    (void)snprintf(path, sizeof path, "%s/rapport.db", folder);
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    assert_int_equal(sqlite3_exec(database, "UPDATE results SET passed = 1",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_close(database), SQLITE_OK);

    app = kit_open(&options);
    kit_text(app, RP_INTENT_REVIEW, enter(app)->rows[0]->id);
    assert_int_equal(rp_app_view(app)->debrief.rescored, RP_RESCORED_OTHER);
    assert_false(rp_app_view(app)->debrief.result.passed);
    rp_app_close(app);
    kit_remove(folder);
}

/* ------------------------------------------------- a scenario that changed */

static void copy_pack(const char *folder, char packs[KIT_PATH_MAX * 2],
                      const char *from, const char *to)
{
    static char text[1 << 16];
    char path[KIT_PATH_MAX * 3];

    FILE *file = fopen(
        RP_SOURCE_DIR "/tests/fixtures/app/packs/small/short-call.json", "rb");
    assert_non_null(file);
    size_t length = fread(text, 1, sizeof text - 1, file);
    text[length] = '\0';
    assert_int_equal(fclose(file), 0);
    char *at = strstr(text, from);
    assert_non_null(at);
    assert_int_equal(strlen(from), strlen(to));
    memcpy(at, to, strlen(to));

    (void)snprintf(packs, KIT_PATH_MAX * 2, "%s/packs", folder);
    (void)mkdir(packs, 0700);
    (void)snprintf(path, sizeof path, "%s/small", packs);
    (void)mkdir(path, 0700);
    (void)snprintf(path, sizeof path, "%s/small/short-call.json", packs);
    file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static void remove_pack(const char *packs)
{
    char path[KIT_PATH_MAX * 3];

    (void)snprintf(path, sizeof path, "%s/small", packs);
    kit_remove(path);
    kit_remove(packs);
}

static void changed_scenario_is_played_again_from_the_start(void **state)
{
    char folder[KIT_PATH_MAX];
    char packs[KIT_PATH_MAX * 2];

    (void)state;
    kit_folder(folder);
    copy_pack(folder, packs, "The line is dead.", "The line was dead");
    rp_app_options options = disk_options(folder);
    rp_app *app = kit_open(&options);
    play_badly(app);
    rp_app_close(app);

    options.pack_dir = packs;
    app = kit_open(&options);
    kit_text(app, RP_INTENT_REVIEW, enter(app)->rows[0]->id);
    const rp_debrief_view *debrief = &rp_app_view(app)->debrief;
    assert_int_equal(debrief->rescored, RP_RESCORED_SAME);
    assert_non_null(debrief->why_no_retry);
    assert_false(debrief->turns[0].can_retry);
    assert_true(debrief->can_again);
    kit_do(app, RP_INTENT_AGAIN, 0);
    assert_int_equal(rp_app_view(app)->place, RP_AT_BRIEFING);
    assert_string_equal(rp_app_view(app)->briefing.situation,
                        "The line was dead");
    rp_app_close(app);
    remove_pack(packs);
    kit_remove(folder);
}

static void scenario_that_is_gone_can_still_be_looked_back_on(void **state)
{
    char folder[KIT_PATH_MAX];

    (void)state;
    kit_folder(folder);
    rp_app_options options = disk_options(folder);
    rp_app *app = kit_open(&options);
    play_badly(app);
    rp_app_close(app);

    options.pack_dir = folder;
    app = kit_open(&options);
    const rp_past_view *past = enter(app);
    assert_string_equal(past->rows[0]->title, "short-call");
    kit_text(app, RP_INTENT_REVIEW, past->rows[0]->id);
    assert_non_null(rp_app_view(app)->debrief.why_no_retry);
    assert_false(rp_app_view(app)->debrief.can_again);
    assert_string_equal(rp_app_view(app)->debrief.title, "A short call");
    rp_app_close(app);
    kit_remove(folder);
}

/* ------------------------------------------------------------- unfinished */

static void unfinished_attempt_is_only_read(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);

    (void)state;
    kit_begin(app);
    kit_say(app, "ask");
    kit_do(app, RP_INTENT_LEAVE, 0);
    const rp_past_view *past = enter(app);
    kit_text(app, RP_INTENT_REVIEW, past->rows[0]->id);
    const rp_debrief_view *debrief = &rp_app_view(app)->debrief;
    assert_int_equal(debrief->turn_count, 1);
    assert_false(debrief->result.has_ended);
    assert_int_equal(debrief->rescored, RP_RESCORED_NOT);
    assert_false(debrief->turns[0].can_retry);
    kit_do(app, RP_INTENT_LEAVE, 0);
    assert_null(rp_app_view(app)->notice);
    assert_int_equal(rp_app_view(app)->past.rows[0]->kind, RP_PAST_UNFINISHED);
    assert_true(rp_app_view(app)->library.has_unfinished);
    rp_app_close(app);
}

static void nobody_elses_attempt_is_opened(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);
    rp_intent review = {.kind = RP_INTENT_REVIEW,
                        .text = "00112233445566778899aabbccddeeff"};

    (void)state;
    assert_int_equal(rp_app_act(app, &review, NULL), RP_E_INVALID);
    assert_int_equal(rp_app_view(app)->place, RP_AT_HOME);
    assert_non_null(rp_app_view(app)->notice);
    rp_app_close(app);
}

/* -------------------------------------------------------------- no memory */

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

/* The record, one attempt of it, and back; every refusal leaves the view. */
static bool look_back(rp_app *app, const char *id)
{
    rp_intent steps[] = {
        {.kind = RP_INTENT_GO, .index = RP_AT_RECORD},
        {.kind = RP_INTENT_SIFT, .text = "query", .value = "a"},
        {.kind = RP_INTENT_REVIEW, .text = id},
        {.kind = RP_INTENT_LEAVE}};

    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        if (rp_app_act(app, &steps[i], NULL) != RP_OK) {
            return false;
        }
    }
    return rp_app_view(app)->past.row_count == 1;
}

static void every_refused_request_is_survived(void **state)
{
    rp_app_options options = kit_options();
    miser owner = {.left = -1};
    rp_alloc alloc = {.resize = resize_as_miser, .user = &owner};
    rp_app *app = NULL;
    bool has_worked = false;
    char id[64];

    (void)state;
    assert_int_equal(rp_app_open(&options, alloc, &app, NULL), RP_OK);
    play_badly(app);
    (void)snprintf(id, sizeof id, "%s", rp_app_view(app)->debrief.attempt);
    kit_do(app, RP_INTENT_GO, RP_AT_HOME);
    for (int64_t allowed = 0; !has_worked; allowed++) {
        owner.left = allowed;
        has_worked = look_back(app, id);
        owner.left = -1;
        kit_do(app, RP_INTENT_GO, RP_AT_HOME);
        assert_true(allowed < 100000);
    }
    rp_app_close(app);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(record_lists_every_attempt_newest_first),
        cmocka_unit_test(reply_taken_back_stays_one_line),
        cmocka_unit_test(trying_again_from_a_turn_is_a_line_of_its_own),
        cmocka_unit_test(sieve_keeps_what_fits_and_sorts_it),
        cmocka_unit_test(attempt_is_opened_as_it_was),
        cmocka_unit_test(changed_result_is_told),
        cmocka_unit_test(changed_scenario_is_played_again_from_the_start),
        cmocka_unit_test(scenario_that_is_gone_can_still_be_looked_back_on),
        cmocka_unit_test(unfinished_attempt_is_only_read),
        cmocka_unit_test(nobody_elses_attempt_is_opened),
        cmocka_unit_test(every_refused_request_is_survived),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
