/*
 * Mutants: who notices which, held against the checker itself.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unistd.h>

#include "author/mutate.h"
#include "rapport/app.h"
#include "rapport/file.h"
#include "support/refusing.h"
#include "support/test.h"
#include "support/toy.h"

enum {
    TOYS = 80,
    REFUSALS = 200
};

static const char fixture[] = RP_SOURCE_DIR "/tests/fixtures/author/parcel.lua";

/* --------------------------------------------------------- a mutated model */

typedef struct mutants {
    rp_arena arena;
    rp_mutation made;
} mutants;

static mutants mutate(const rp_model *model, rp_mutation_options options)
{
    mutants all;
    rp_error error = {0};

    rp_arena_init(&all.arena, rp_alloc_default());
    if (rp_mutate(model, &options, &all.arena, &all.made, &error) != RP_OK) {
        fail_msg("%s", error.message);
    }
    return all;
}

static const rp_mutant *find(const mutants *all, const char *subject,
                             const char *key)
{
    for (uint32_t i = 0; i < all->made.count; i++) {
        const rp_mutant *mutant = &all->made.items[i];
        if (strcmp(mutant->subject, subject) == 0 &&
            strcmp(mutant->key, key) == 0) {
            return mutant;
        }
    }
    fail_msg("no mutant %s %s", subject, key);
    return NULL;
}

/* ------------------------------------------------------------- the fixture */

/* Everything that can be changed in the fixture, and how one does so. */
static const struct by_hand {
    const char *subject;
    const char *key;
    const char *after;
    rp_notice notice;
    const char *by;
    const char *text; /* stands once in the file */
    const char *instead;
} by_hand[] = {
    {"hello/own-it", "listening", "0", RP_NOTICE_NOBODY, NULL,
     "listening = 2, ", ""},
    {"hello/own-it", "empathy", "0", RP_NOTICE_NOBODY, NULL, "empathy = 1, ",
     ""},
    {"hello/own-it", "calm", "0", RP_NOTICE_UNREAD, NULL, "calm = 15,", ""},
    {"hello/own-it", "set known", NULL, RP_NOTICE_EXAMPLE, "well done",
     "set = { known = true }, ", ""},
    {"hello/own-it", "to", "hello", RP_NOTICE_EXAMPLE, "well done",
     "to = \"found\"", "to = \"hello\""},
    {"hello/read-the-rule", "empathy", "0", RP_NOTICE_NOBODY, NULL,
     "empathy = -1, ", ""},
    {"hello/read-the-rule", "patience", "0", RP_NOTICE_EXAMPLE, "by the rule",
     "patience = -20, ", ""},
    {"hello/gift", "when", "not (patience > 30)", RP_NOTICE_NOBODY, NULL,
     "\"patience > 30\"", "\"not (patience > 30)\""},
    {"hello/gift", "when", NULL, RP_NOTICE_NOBODY, NULL,
     "when = \"patience > 30\", ", ""},
    {"hello/gift", "resolution", "0", RP_NOTICE_NOBODY, NULL,
     "once = true, resolution = -1", "once = true"},
    {"hello/gift", "once", NULL, RP_NOTICE_NOBODY, NULL, "once = true, ", ""},
    {"found/name-a-time", "when", "not (known)", RP_NOTICE_EXAMPLE, "well done",
     "\"known\"", "\"not known\""},
    {"found/name-a-time", "when", NULL, RP_NOTICE_NOBODY, NULL,
     "when = \"known\", ", ""},
    {"found/name-a-time", "resolution", "0", RP_NOTICE_NOBODY, NULL,
     "resolution = 3, ", ""},
    {"found/name-a-time", "to", "maybe", RP_NOTICE_EXAMPLE, "well done",
     "to = \"done\"", "to = \"maybe\""},
    {"found/soon", "resolution", "0", RP_NOTICE_NOBODY, NULL,
     "resolution = -1, patience = -15", "patience = -15"},
    {"found/soon", "patience", "0", RP_NOTICE_NOBODY, NULL,
     "resolution = -1, patience = -15", "resolution = -1"},
    {"found/soon", "to", "left", RP_NOTICE_PROVER, "unreachable",
     "to = \"maybe\"", "to = \"left\""},
    {"", "hangs_up", NULL, RP_NOTICE_EXAMPLE, "by the rule",
     "hangs_up  = \"left\",", ""},
};

enum {
    BY_HAND = sizeof by_hand / sizeof *by_hand
};

static void load(const char *path, rp_loaded *loaded)
{
    rp_app_options options = {.helper_path = RP_BUILD_DIR "/rapport-helper"};
    rp_error error = {0};

    if (rp_app_load(&options, path, rp_alloc_default(), loaded, &error) !=
        RP_OK) {
        fail_msg("%s: %s", path, error.message);
    }
    if (loaded->model == NULL || loaded->faults.count > 0) {
        fail_msg("%s: %s", path,
                 loaded->faults.count > 0 ? loaded->faults.items[0].message
                                          : "no model");
    }
}

static void assert_same_text(const char *a, const char *b)
{
    if (a != NULL && b != NULL) {
        assert_string_equal(a, b);
    } else {
        assert_ptr_equal(a, b);
    }
}

static void exactly_the_known_mutants_are_unnoticed(void **state)
{
    rp_loaded loaded;
    (void)state;

    load(fixture, &loaded);
    mutants all = mutate(loaded.model, (rp_mutation_options){.threads = 1});
    assert_int_equal(all.made.count, BY_HAND);
    assert_true(all.made.is_complete);
    for (uint32_t i = 0; i < BY_HAND; i++) {
        const rp_mutant *mutant = &all.made.items[i];
        assert_string_equal(mutant->subject, by_hand[i].subject);
        assert_string_equal(mutant->key, by_hand[i].key);
        assert_same_text(mutant->after, by_hand[i].after);
        assert_int_equal(mutant->notice, by_hand[i].notice);
        assert_same_text(mutant->by, by_hand[i].by);
    }
    rp_arena_clear(&all.arena);
    rp_loaded_clear(&loaded);
}

static bool has_remark(const rp_report *report, const rp_remark *wanted)
{
    for (uint32_t i = 0; i < report->remark_count; i++) {
        if (strcmp(report->remarks[i].code, wanted->code) == 0 &&
            strcmp(report->remarks[i].subject, wanted->subject) == 0) {
            return true;
        }
    }
    return false;
}

static bool has_missing(const rp_report *report, const char *code)
{
    for (uint32_t i = 0; i < report->missing_count; i++) {
        if (strcmp(report->missing[i].code, code) == 0) {
            return true;
        }
    }
    return false;
}

/* Whether a condition of the gate fails now; "faults" only counts remarks. */
static bool has_shut(const rp_report *report, const rp_report *before)
{
    bool found = false;

    for (uint32_t i = 0; i < report->missing_count; i++) {
        const char *code = report->missing[i].code;
        found = found ||
                (strcmp(code, "faults") != 0 && !has_missing(before, code));
    }
    return found;
}

/* Whether the checker itself says anything that it did not say before. */
static bool is_noticed(const rp_model *model, const rp_report *before)
{
    rp_arena arena;
    rp_report report;

    rp_arena_init(&arena, rp_alloc_default());
    assert_int_equal(rp_check_report(model, NULL, &arena, &report, NULL),
                     RP_OK);
    bool found = has_shut(&report, before);
    for (uint32_t i = 0; i < report.remark_count; i++) {
        found = found || !has_remark(before, &report.remarks[i]);
    }
    rp_arena_clear(&arena);
    return found;
}

/* Writes the fixture with one text replaced, under its own name. */
static void write_by_hand(const char *path, const rp_file_bytes *file,
                          const struct by_hand *change)
{
    const char *at = strstr(file->bytes, change->text);
    FILE *out = fopen(path, "w");

    assert_non_null(out);
    assert_non_null(at);
    assert_null(strstr(at + 1, change->text));
    (void)fprintf(out, "%.*s%s%s", (int)(at - file->bytes), file->bytes,
                  change->instead, at + strlen(change->text));
    assert_int_equal(fclose(out), 0);
}

static void the_checker_agrees_where_they_are_made_by_hand(void **state)
{
    char folder[] = RP_BUILD_DIR "/tests/mutate-XXXXXX";
    char path[sizeof folder + sizeof "/parcel.lua"];
    rp_file_bytes file;
    rp_loaded whole;
    rp_report before;
    rp_arena arena;
    (void)state;

    assert_non_null(mkdtemp(folder));
    (void)snprintf(path, sizeof path, "%s/parcel.lua", folder);
    rp_arena_init(&arena, rp_alloc_default());
    assert_int_equal(rp_file_read(fixture, &arena, &file, NULL), RP_OK);
    load(fixture, &whole);
    assert_int_equal(rp_check_report(whole.model, NULL, &arena, &before, NULL),
                     RP_OK);
    for (int i = 0; i < BY_HAND; i++) {
        rp_loaded changed;
        bool is_left = by_hand[i].notice == RP_NOTICE_NOBODY ||
                       by_hand[i].notice == RP_NOTICE_UNREAD;
        write_by_hand(path, &file, &by_hand[i]);
        load(path, &changed);
        assert_false(rp_digest_equal(&changed.model->rules_digest,
                                     &whole.model->rules_digest));
        assert_int_equal(is_noticed(changed.model, &before), !is_left);
        rp_loaded_clear(&changed);
        (void)unlink(path);
    }
    (void)rmdir(folder);
    rp_loaded_clear(&whole);
    rp_arena_clear(&arena);
}

/* -------------------------------------------------------------- any call */

static void assert_verdicts(const rp_model *model, const mutants *all)
{
    for (uint32_t i = 0; i < all->made.count; i++) {
        const rp_mutant *mutant = &all->made.items[i];
        bool is_left = mutant->notice == RP_NOTICE_NOBODY ||
                       mutant->notice == RP_NOTICE_UNREAD;
        rp_arena arena;
        rp_model mutated;
        rp_arena_init(&arena, rp_alloc_default());
        assert_int_equal(mutant_apply(model, mutant, &arena, &mutated, NULL),
                         RP_OK);
        if (is_noticed(&mutated, all->made.report) == is_left) {
            fail_msg("%s %s %s -> %s: %s %s", mutant->subject, mutant->key,
                     mutant->before, mutant->after,
                     rp_notice_names[mutant->notice], mutant->by);
        }
        rp_arena_clear(&arena);
    }
}

/* Cheap witnesses come to what the whole report comes to. */
static void verdicts_agree_with_whole_reports(void **state)
{
    toy *from = calloc(1, sizeof *from);
    uint32_t counts[RP_NOTICES] = {0};
    (void)state;

    assert_non_null(from);
    for (uint64_t seed = 1; seed <= TOYS; seed++) {
        toy_random(from, seed);
        rp_model *model = toy_model(from);
        mutants all = mutate(model, (rp_mutation_options){.threads = 1});
        assert_verdicts(model, &all);
        for (int i = 0; i < RP_NOTICES; i++) {
            counts[i] += all.made.counts[i];
        }
        rp_arena_clear(&all.arena);
        toy_model_free(model);
    }
    assert_true(counts[RP_NOTICE_NOBODY] > 0);
    assert_true(counts[RP_NOTICE_PROVER] > 0);
    assert_true(counts[RP_NOTICE_GATE] > 0);
    assert_int_equal(counts[RP_NOTICE_UNJUDGED], 0);
    free(from);
}

static void no_mutant_is_what_stands_there_already(void **state)
{
    toy *from = calloc(1, sizeof *from);
    (void)state;

    assert_non_null(from);
    for (uint64_t seed = 1; seed <= TOYS; seed++) {
        rp_mutation made = {.count = 0};
        rp_arena arena;
        toy_random(from, seed);
        rp_model *model = toy_model(from);
        rp_arena_init(&arena, rp_alloc_default());
        assert_int_equal(mutants_list(model, &arena, &made, NULL), RP_OK);
        for (uint32_t i = 0; i < made.count; i++) {
            const rp_mutant *mutant = &made.items[i];
            assert_true(mutant->after == NULL ||
                        strcmp(mutant->after, mutant->before) != 0);
        }
        rp_arena_clear(&arena);
        toy_model_free(model);
    }
    free(from);
}

/* ------------------------------------------------------- small, by hand */

/* Turn a, then b; every reply earns three points for listening. */
static toy two_turns(void)
{
    return (toy){
        .node_count = 3,
        .mood = {50, 50, 50},
        .nodes = {{.id = "a",
                   .kind = RP_TURN,
                   .choice_count = 2,
                   .choices = {{.id = "r", .points = {3}, .mood = {5}},
                               {.id = "s"}},
                   .route_count = 1,
                   .route = {{.to = "b"}}},
                  {.id = "b",
                   .kind = RP_TURN,
                   .choice_count = 1,
                   .choices = {{.id = "t", .points = {3}}},
                   .route_count = 1,
                   .route = {{.to = "end"}}},
                  {.id = "end", .kind = RP_ENDING, .outcome = RP_RESOLVED}},
        .example_count = 1,
    };
}

static rp_model *model_of_two_turns(toy *from)
{
    *from = two_turns();
    from->examples[0] = (toy_example){
        .name = "all", .move_count = 2, .moves = {"r", "t"}, .passes = true};
    return toy_model(from);
}

static void the_gate_notices_a_par_that_falls(void **state)
{
    toy from;
    rp_model *model = model_of_two_turns(&from);
    (void)state;

    mutants all = mutate(model, (rp_mutation_options){.threads = 1});
    const rp_mutant *mutant = find(&all, "a/r", "listening");
    assert_int_equal(mutant->notice, RP_NOTICE_GATE);
    assert_string_equal(mutant->by, "par");
    rp_arena_clear(&all.arena);

    mutants quick =
        mutate(model, (rp_mutation_options){.report.is_quick = true});
    mutant = find(&quick, "a/r", "listening");
    assert_int_equal(mutant->notice, RP_NOTICE_NOBODY);
    assert_false(quick.made.has_gate);
    assert_true(mutant->is_played);
    assert_int_equal(mutant->shown_in, 1);
    rp_arena_clear(&quick.arena);
    toy_model_free(model);
}

static void a_blessed_run_notices_what_no_condition_reads(void **state)
{
    static const char *const moves[] = {"r", "t"};
    toy from;
    rp_model *model = model_of_two_turns(&from);
    rp_written_run run = {"all", 0, moves, 2};
    rp_reading reading;
    rp_arena arena;
    (void)state;

    rp_arena_init(&arena, rp_alloc_default());
    assert_int_equal(rp_reading_make(model, &run, &arena, &reading, NULL),
                     RP_OK);
    rp_blessed blessed = {1, &reading};
    mutants without = mutate(model, (rp_mutation_options){.threads = 1});
    mutants with = mutate(model, (rp_mutation_options){.blessed = &blessed});
    const rp_mutant *mutant = find(&without, "a/r", "calm");
    assert_int_equal(mutant->notice, RP_NOTICE_UNREAD);
    assert_true(mutant->reads_otherwise);
    mutant = find(&with, "a/r", "calm");
    assert_int_equal(mutant->notice, RP_NOTICE_BLESSED);
    assert_string_equal(mutant->by, "all");
    rp_arena_clear(&without.arena);
    rp_arena_clear(&with.arena);
    rp_arena_clear(&arena);
    toy_model_free(model);
}

static void a_scenario_with_errors_is_not_mutated(void **state)
{
    toy from;
    (void)state;

    from = two_turns();
    from.examples[0] = (toy_example){
        .name = "none", .move_count = 1, .moves = {"r"}, .passes = true};
    rp_model *model = toy_model(&from);
    mutants all = mutate(model, (rp_mutation_options){.threads = 1});
    assert_int_equal(all.made.count, 0);
    assert_int_equal(all.made.report->error_count, 1);
    rp_arena_clear(&all.arena);
    toy_model_free(model);
}

static void threads_come_to_the_same(void **state)
{
    toy from;
    (void)state;

    toy_random(&from, 3);
    rp_model *model = toy_model(&from);
    mutants alone = mutate(model, (rp_mutation_options){.threads = 1});
    mutants many = mutate(model, (rp_mutation_options){.threads = 5});
    assert_int_equal(alone.made.count, many.made.count);
    assert_memory_equal(alone.made.counts, many.made.counts,
                        sizeof alone.made.counts);
    for (uint32_t i = 0; i < alone.made.count; i++) {
        assert_int_equal(alone.made.items[i].notice, many.made.items[i].notice);
        assert_same_text(alone.made.items[i].by, many.made.items[i].by);
    }
    rp_arena_clear(&alone.arena);
    rp_arena_clear(&many.arena);
    toy_model_free(model);
}

static bool stop_after_three(void *user, const rp_mutation *sofar)
{
    (void)user;
    return sofar->count > 0 &&
           sofar->count - sofar->counts[RP_NOTICE_UNJUDGED] >= 3;
}

static void what_was_judged_before_a_cancel_is_kept(void **state)
{
    toy from;
    rp_model *model = model_of_two_turns(&from);
    (void)state;

    mutants all =
        mutate(model, (rp_mutation_options){.watch = stop_after_three});
    assert_false(all.made.is_complete);
    assert_true(all.made.count > 3);
    assert_int_equal(all.made.count - all.made.counts[RP_NOTICE_UNJUDGED], 3);
    rp_arena_clear(&all.arena);
    toy_model_free(model);
}

static rp_status mutate_with(const rp_model *model, uint64_t allowed)
{
    refusing r = {.allowed = allowed};
    rp_mutation_options options = {.threads = 1};
    rp_mutation made;
    rp_arena arena;
    rp_error error = {0};

    rp_arena_init(&arena, refusing_alloc(&r));
    rp_status status = rp_mutate(model, &options, &arena, &made, &error);
    assert_true(status == RP_OK || status == RP_E_MEMORY);
    assert_int_equal(status, error.status);
    rp_arena_clear(&arena);
    assert_int_equal(r.blocks, 0);
    return status;
}

static void refused_memory_is_told_and_nothing_is_lost(void **state)
{
    toy from;
    rp_model *model = model_of_two_turns(&from);
    uint64_t allowed = 0;
    (void)state;

    while (mutate_with(model, allowed) != RP_OK) {
        allowed += 1 + allowed / REFUSALS;
    }
    assert_true(allowed > 0);
    toy_model_free(model);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exactly_the_known_mutants_are_unnoticed),
        cmocka_unit_test(the_checker_agrees_where_they_are_made_by_hand),
        cmocka_unit_test(verdicts_agree_with_whole_reports),
        cmocka_unit_test(no_mutant_is_what_stands_there_already),
        cmocka_unit_test(the_gate_notices_a_par_that_falls),
        cmocka_unit_test(a_blessed_run_notices_what_no_condition_reads),
        cmocka_unit_test(a_scenario_with_errors_is_not_mutated),
        cmocka_unit_test(threads_come_to_the_same),
        cmocka_unit_test(what_was_judged_before_a_cancel_is_kept),
        cmocka_unit_test(refused_memory_is_told_and_nothing_is_lost),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
