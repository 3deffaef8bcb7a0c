/*
 * Coverage: what a scenario exercises, on the smallest pack that shows it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rapport/app.h"
#include "rapport/author.h"
#include "support/refusing.h"
#include "support/test.h"

#define DRILL RP_SOURCE_DIR "/tests/fixtures/coverage/drill"

typedef struct drill {
    rp_arena arena;
    rp_loaded pack_file;
    rp_loaded first;
    rp_pack pack;
} drill;

static rp_app_options options(void)
{
    return (rp_app_options){.helper_path = RP_BUILD_DIR "/rapport-helper",
                            .in_memory = true};
}

static void open_drill(drill *d)
{
    rp_app_options how = options();

    rp_arena_init(&d->arena, rp_alloc_default());
    assert_int_equal(
        rp_app_load_pack(&how, DRILL, rp_alloc_default(), &d->pack_file, NULL),
        RP_OK);
    assert_int_equal(d->pack_file.faults.error_count, 0);
    assert_int_equal(rp_app_load(&how, DRILL "/first.lua", rp_alloc_default(),
                                 &d->first, NULL),
                     RP_OK);
    assert_non_null(d->first.model);
    assert_int_equal(
        rp_pack_read(d->pack_file.document, "en", &d->arena, &d->pack, NULL),
        RP_OK);
}

static void close_drill(drill *d)
{
    rp_loaded_clear(&d->first);
    rp_loaded_clear(&d->pack_file);
    rp_arena_clear(&d->arena);
}

static rp_coverage_scenario scan(drill *d)
{
    rp_coverage_subject subject = {.pack = &d->pack, .model = d->first.model};
    rp_coverage_scenario made;

    assert_int_equal(rp_coverage_scan(&subject, &d->arena, &made, NULL), RP_OK);
    return made;
}

static uint32_t row_of(const rp_pack *pack, const char *id)
{
    for (uint32_t i = 0; i < pack->behaviour_count; i++) {
        if (strcmp(pack->behaviours[i].id, id) == 0) {
            return i;
        }
    }
    fail_msg("no behaviour %s", id);
    return 0;
}

static void a_pack_is_read_in_the_order_of_its_numbers(void **unused)
{
    (void)unused;
    drill d;
    open_drill(&d);

    assert_string_equal(d.pack.id, "drill");
    assert_int_equal(d.pack.section_count, 2);
    assert_string_equal(d.pack.sections[0].id, "2.1");
    assert_string_equal(d.pack.sections[1].id, "10.1");
    assert_int_equal(d.pack.behaviour_count, 5);
    assert_string_equal(d.pack.behaviours[0].id, "2.1-a");
    assert_string_equal(d.pack.behaviours[4].id, "10.1-a");
    assert_int_equal(d.pack.behaviours[1].score, RP_EMPATHY);
    assert_string_equal(d.pack.criticals[0].text, "Coming late");
    assert_string_equal(d.pack.pools[0].scenarios[1], "second");
    assert_string_equal(d.pack.levels[0].pools[0], "P");
    assert_string_equal(d.pack.levels[0].scenarios[0], "third");
    close_drill(&d);
}

static void a_language_nobody_wrote_is_the_source_language(void **unused)
{
    (void)unused;
    drill d;
    open_drill(&d);
    rp_pack other;

    assert_int_equal(
        rp_pack_read(d.pack_file.document, "zh", &d.arena, &other, NULL),
        RP_OK);

    assert_string_equal(other.sections[1].title, "Later");
    close_drill(&d);
}

static void only_what_can_be_best_is_strong(void **unused)
{
    (void)unused;
    drill d;
    open_drill(&d);

    rp_coverage_scenario made = scan(&d);

    assert_true(made.is_exact);
    assert_int_equal(made.covers[row_of(&d.pack, "2.1-a")], RP_COVER_STRONG);
    assert_int_equal(made.covers[row_of(&d.pack, "2.1-b")], RP_COVER_WEAK);
    assert_int_equal(made.covers[row_of(&d.pack, "2.1-c")], RP_COVER_MISSED);
    close_drill(&d);
}

static void what_cannot_be_reached_counts_for_nothing(void **unused)
{
    (void)unused;
    drill d;
    open_drill(&d);

    rp_coverage_scenario made = scan(&d);

    assert_int_equal(made.covers[row_of(&d.pack, "2.1-d")], RP_COVER_NONE);
    assert_int_equal(made.promise_count, 2);
    assert_true(made.promises[0].is_made);
    assert_false(made.promises[1].is_made);
    close_drill(&d);
}

static void criticals_are_counted_where_they_are_offered(void **unused)
{
    (void)unused;
    drill d;
    open_drill(&d);
    rp_coverage_scenario made = scan(&d);
    rp_coverage all = {&d.pack, 1, &made};

    assert_int_equal(rp_coverage_criticals(&all, 0), 0); /* late */
    assert_int_equal(rp_coverage_criticals(&all, 1), 1); /* rude */
    close_drill(&d);
}

static void the_best_of_all_scenarios_counts(void **unused)
{
    (void)unused;
    drill d;
    open_drill(&d);
    rp_cover weak[] = {RP_COVER_WEAK, RP_COVER_WEAK, RP_COVER_NONE,
                       RP_COVER_NONE, RP_COVER_NONE};
    rp_coverage_scenario rows[] = {scan(&d),
                                   {.id = "other", .covers = weak},
                                   {.id = "third", .is_broken = true}};
    rp_coverage all = {&d.pack, 3, rows};
    uint32_t count = 0;

    assert_int_equal(rp_coverage_best(&all, 0, &count), RP_COVER_STRONG);
    assert_int_equal(count, 1);
    assert_int_equal(rp_coverage_best(&all, 1, &count), RP_COVER_WEAK);
    assert_int_equal(count, 2);
    assert_true(rp_coverage_has(&all, "third"));
    assert_false(rp_coverage_has(&all, "second"));
    close_drill(&d);
}

/* -------------------------------------------------------------------- CSV */

/* Reads one cell by RFC 4180; `*at` moves behind it. */
static void read_cell(const char **at, char cell[RP_MESSAGE_MAX])
{
    size_t length = 0;
    bool is_quoted = **at == '"';

    *at += is_quoted;
    while (is_quoted ? !(**at == '"' && (*at)[1] != '"')
                     : strchr(",\r", **at) == NULL) {
        *at += is_quoted && **at == '"';
        cell[length++] = *(*at)++;
    }
    *at += is_quoted;
    cell[length] = '\0';
}

static void csv_gives_back_every_cell(void **unused)
{
    (void)unused;
    static const char *const texts[] = {
        "plain", "a,b", "say \"hi\"", "two\r\nlines", "中文，逗号", "\"\""};
    uint32_t count = sizeof texts / sizeof *texts;
    rp_pack_behaviour behaviours[sizeof texts / sizeof *texts];
    rp_cover covers[sizeof texts / sizeof *texts] = {RP_COVER_STRONG};
    rp_coverage_scenario row = {.id = "x", .covers = covers};
    rp_pack pack = {.behaviour_count = count, .behaviours = behaviours};
    rp_coverage all = {&pack, 1, &row};
    char cell[RP_MESSAGE_MAX];
    rp_text csv;

    for (uint32_t i = 0; i < count; i++) {
        behaviours[i] = (rp_pack_behaviour){
            .id = texts[i], .section = "1", .strong = texts[i], .mistake = ""};
    }
    rp_text_init(&csv, rp_alloc_default());
    rp_coverage_csv(&all, &csv);
    const char *at = strstr(csv.bytes, "\r\n") + 2;
    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t column = 0; column < 8; column++) {
            read_cell(&at, cell);
            if (column == 1 || column == 5) {
                assert_string_equal(cell, texts[i]);
            }
            assert_int_equal(*at, column < 7 ? ',' : '\r');
            at += column < 7 ? 1 : 2;
        }
    }
    assert_int_equal(*at, '\0');
    rp_text_clear(&csv);
}

static void no_cell_is_a_formula(void **unused)
{
    (void)unused;
    drill d;
    open_drill(&d);
    rp_coverage_scenario made = scan(&d);
    rp_coverage all = {&d.pack, 1, &made};
    rp_text csv;

    rp_text_init(&csv, rp_alloc_default());
    rp_coverage_csv(&all, &csv);

    assert_non_null(strstr(csv.bytes, "\"'=Says \"\"sorry\"\", once.\""));
    assert_null(strstr(csv.bytes, "\"=Says"));
    rp_text_clear(&csv);
    close_drill(&d);
}

static void no_sign_hides_a_formula(void **unused)
{
    (void)unused;
    const rp_pack_behaviour row = {
        .id = "b", .section = "1", .strong = "\t =1+1", .mistake = "＝1+1"};
    const rp_pack pack = {.behaviour_count = 1, .behaviours = &row};
    const rp_coverage all = {&pack, 0, NULL};
    rp_text csv;

    rp_text_init(&csv, rp_alloc_default());
    rp_coverage_csv(&all, &csv);

    assert_non_null(strstr(csv.bytes, "\"'\\u{9} =1+1\""));
    assert_non_null(strstr(csv.bytes, "\"'＝1+1\""));
    rp_text_clear(&csv);
}

/* ----------------------------------------------------------------- memory */

static void coverage_survives_refused_memory(void **unused)
{
    (void)unused;
    drill d;
    open_drill(&d);
    rp_status status = RP_E_MEMORY;

    for (uint64_t n = 0; status != RP_OK; n++) {
        refusing r = {.allowed = n};
        rp_coverage_subject subject = {.model = d.first.model};
        rp_coverage_scenario made;
        rp_pack pack;
        rp_arena arena;
        rp_arena_init(&arena, refusing_alloc(&r));
        status = rp_pack_read(d.pack_file.document, "en", &arena, &pack, NULL);
        if (status == RP_OK) {
            subject.pack = &pack;
            status = rp_coverage_scan(&subject, &arena, &made, NULL);
        }
        assert_true(status == RP_OK || status == RP_E_MEMORY);
        rp_arena_clear(&arena);
        assert_int_equal(r.blocks, 0);
    }
    close_drill(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pack_is_read_in_the_order_of_its_numbers),
        cmocka_unit_test(a_language_nobody_wrote_is_the_source_language),
        cmocka_unit_test(only_what_can_be_best_is_strong),
        cmocka_unit_test(what_cannot_be_reached_counts_for_nothing),
        cmocka_unit_test(criticals_are_counted_where_they_are_offered),
        cmocka_unit_test(the_best_of_all_scenarios_counts),
        cmocka_unit_test(csv_gives_back_every_cell),
        cmocka_unit_test(no_cell_is_a_formula),
        cmocka_unit_test(no_sign_hides_a_formula),
        cmocka_unit_test(coverage_survives_refused_memory),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
