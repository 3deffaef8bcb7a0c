/*
 * Recorded runs as examples, and what they read: written, read back, held
 * against what is read today.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rapport/author.h"
#include "scenario/model_world.h"
#include "support/refusing.h"
#include "support/test.h"

/* Two turns; `first` and `second` are the keys of their replies. */
static rp_model *two_turns(const char *first, const char *second)
{
    char turns[1024];

    (void)snprintf(
        turns, sizeof turns,
        "{'id':'a','says':[{'text':{'en':'Hello?'}}],'to':[{'to':'b'}],"
        "'replies':[{'id':'r','text':{'en':'Hi.'}%s}]},"
        "{'id':'b','says':[{'text':{'en':'And now?'}}],'to':[{'to':'z'}],"
        "'replies':[{'id':'s','text':{'en':'Done.'}%s}]}",
        first, second);
    return model_of(&(model_parts){
        .pack = ",'languages':['en'],'criticals':{'rude':{'text':{'en':"
                "'Rude'}}}",
        .turns = turns,
        .endings = "{'id':'z','outcome':'resolved','says':[{'text':{'en':"
                   "'Good.'}}]}"});
}

static const char *const both[] = {"r", "s"};
static const rp_written_run whole = {"a run", 0, both, 2};

typedef struct reading {
    rp_arena arena;
    rp_reading read;
} reading;

static reading read_run(const rp_model *model)
{
    reading made;
    rp_error err = {0};

    rp_arena_init(&made.arena, rp_alloc_default());
    if (rp_reading_make(model, &whole, &made.arena, &made.read, &err) !=
        RP_OK) {
        fail_msg("%s", err.message);
    }
    return made;
}

/* ----------------------------------------------------------------- readings */

static void a_reading_tells_every_step(void **state)
{
    rp_model *model = two_turns(
        ",'empathy':2,'calm':-10,'hears':{'en':'Well.'}", ",'listening':1");
    reading made = read_run(model);
    const rp_read_step *steps = made.read.steps;
    (void)state;

    assert_int_equal(made.read.step_count, 3);
    assert_string_equal(steps[0].heard[0], "Hello?");
    assert_string_equal(steps[0].at, "a");
    assert_string_equal(steps[1].move, "r");
    assert_string_equal(steps[1].said[0], "Hi.");
    assert_string_equal(steps[1].heard[0], "Well. And now?");
    assert_int_equal(steps[1].points[RP_EMPATHY], 2);
    assert_int_equal(steps[1].mood[RP_CALM], 40);
    assert_string_equal(steps[2].at, "z");
    assert_string_equal(steps[2].heard[0], "Good.");
    rp_arena_clear(&made.arena);
    rp_model_free(model);
}

static void a_reading_stops_at_a_move_that_is_not_offered(void **state)
{
    static const char *const moves[] = {"r", "r"};
    rp_model *model = two_turns("", "");
    rp_written_run run = {"x", 0, moves, 2};
    rp_arena arena;
    rp_reading read;
    rp_error err = {0};
    (void)state;

    rp_arena_init(&arena, rp_alloc_default());
    assert_int_equal(rp_reading_make(model, &run, &arena, &read, &err),
                     RP_E_INVALID);
    assert_int_equal(read.step_count, 2);
    assert_non_null(strstr(err.message, "Move 2: "));
    rp_arena_clear(&arena);
    rp_model_free(model);
}

static rp_rereads reread(const rp_model *before, const rp_model *after,
                         reading *old, reading *new)
{
    rp_rereads found = {0};

    *old = read_run(before);
    *new = read_run(after);
    assert_int_equal(
        rp_reading_compare(&old->read, &new->read, &new->arena, &found, NULL),
        RP_OK);
    return found;
}

static void another_score_is_told_at_its_step(void **state)
{
    rp_model *before = two_turns("", ",'listening':1,'empathy':3");
    rp_model *after = two_turns("", ",'listening':1,'empathy':2");
    reading old;
    reading new;
    rp_rereads found = reread(before, after, &old, &new);
    (void)state;

    assert_int_equal(found.count, 1);
    assert_int_equal(found.items[0].kind, RP_REREAD_POINTS);
    assert_int_equal(found.items[0].step, 2);
    assert_string_equal(found.items[0].move, "s");
    assert_string_equal(found.items[0].before, "L+1 E+3");
    assert_string_equal(found.items[0].after, "L+1 E+2");
    rp_arena_clear(&old.arena);
    rp_arena_clear(&new.arena);
    rp_model_free(before);
    rp_model_free(after);
}

static void a_mood_carried_along_is_told_once(void **state)
{
    rp_model *before = two_turns(",'calm':10", "");
    rp_model *after = two_turns(",'calm':15", "");
    reading old;
    reading new;
    rp_rereads found = reread(before, after, &old, &new);
    (void)state;

    assert_int_equal(found.count, 1);
    assert_int_equal(found.items[0].kind, RP_REREAD_MOOD);
    assert_int_equal(found.items[0].step, 1);
    rp_arena_clear(&old.arena);
    rp_arena_clear(&new.arena);
    rp_model_free(before);
    rp_model_free(after);
}

/* ------------------------------------------------------------------- files */

static void what_was_written_is_read_back_alike(void **state)
{
    rp_model *model =
        two_turns(",'hears':{'en':'One\\nline, and a back\\\\slash'}", "");
    reading made = read_run(model);
    rp_blessed blessed = {1, &made.read};
    rp_blessed back = {0};
    rp_rereads found = {0};
    rp_text out;
    rp_error err = {0};
    (void)state;

    rp_text_init(&out, rp_alloc_default());
    rp_blessed_write("s", &blessed, &out);
    if (rp_blessed_read(out.bytes, out.length, &made.arena, &back, &err) !=
        RP_OK) {
        fail_msg("%s", err.message);
    }
    assert_int_equal(back.count, 1);
    assert_string_equal(back.readings[0].name, "a run");
    assert_int_equal(back.readings[0].step_count, 3);
    assert_int_equal(rp_reading_compare(&made.read, &back.readings[0],
                                        &made.arena, &found, NULL),
                     RP_OK);
    assert_int_equal(found.count, 0);
    rp_text_clear(&out);
    rp_arena_clear(&made.arena);
    rp_model_free(model);
}

static void a_line_that_is_not_understood_is_told(void **state)
{
    static const char *const files[] = {
        "example x\nset 1\nbegins\nmood 1 2 3\nmoods 1 2 3\n",
        "set 1\n",
        "example x\nset 99\n",
        "example x\nmove r\n",
        "example x\nbegins\nmood 1 2\n",
        "example x\nbegins\nmood 1 2 300\n",
        "example x\nbegins\npoints 1 2 3 4\n",
        "example x\nbegins\nsaid en\n",
        "points 1 2 3\n",
        "at home\n",
        "example\n",
    };
    rp_arena arena;
    (void)state;

    rp_arena_init(&arena, rp_alloc_default());
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        rp_blessed blessed = {0};
        rp_error err = {0};
        if (rp_blessed_read(files[i], strlen(files[i]), &arena, &blessed,
                            &err) != RP_E_INVALID ||
            strstr(err.message, "line ") == NULL || err.line == 0) {
            fail_msg("this was read: %s", files[i]);
        }
    }
    rp_arena_clear(&arena);
}

/* The smallest scenario with one example of these moves. */
static rp_model *with_example(const char *name, const char *moves)
{
    char more[256];

    (void)snprintf(more, sizeof more,
                   ",'examples':[{'name':'%s','moves':[%s]}]", name, moves);
    return model_of(&(model_parts){.more = more});
}

static rp_rereads compare_blessed(const rp_model *model, const char *file,
                                  rp_arena *arena)
{
    rp_blessed blessed = {0};
    rp_rereads found = {0};
    rp_error err = {0};

    if (rp_blessed_read(file, strlen(file), arena, &blessed, &err) != RP_OK) {
        fail_msg("%s", err.message);
    }
    assert_int_equal(rp_blessed_compare(model, &blessed, arena, &found, NULL),
                     RP_OK);
    return found;
}

static const char blessed_r[] =
    "example x\nset 1\nbegins\nmood 50 50 50\nat a\nheard en Hello?\n"
    "move r\npoints 0 0 0\nmood 50 50 50\nat z\nsaid en Hi!\n";

static void a_blessed_example_tells_what_it_reads_now(void **state)
{
    rp_model *model = with_example("x", "'r'");
    rp_arena arena;
    (void)state;

    rp_arena_init(&arena, rp_alloc_default());
    rp_rereads found = compare_blessed(model, blessed_r, &arena);
    assert_int_equal(found.count, 1);
    assert_int_equal(found.items[0].kind, RP_REREAD_SAID);
    assert_string_equal(found.items[0].before, "Hi!");
    assert_string_equal(found.items[0].after, "Hi.");
    rp_arena_clear(&arena);
    rp_model_free(model);
}

static void an_example_that_went_or_moved_is_told_as_a_whole(void **state)
{
    rp_model *gone = with_example("y", "'r'");
    rp_model *other = with_example("x", "'silence','r'");
    rp_arena arena;
    (void)state;

    rp_arena_init(&arena, rp_alloc_default());
    rp_rereads first = compare_blessed(gone, blessed_r, &arena);
    rp_rereads second = compare_blessed(other, blessed_r, &arena);
    assert_int_equal(first.count, 1);
    assert_int_equal(first.items[0].kind, RP_REREAD_GONE);
    assert_int_equal(second.count, 1);
    assert_int_equal(second.items[0].kind, RP_REREAD_MOVES);
    rp_arena_clear(&arena);
    rp_model_free(gone);
    rp_model_free(other);
}

/* ---------------------------------------------------------------- examples */

/* What a run would be written as; NULL where it is refused. */
static char *example_of(const rp_model *model, const rp_written_run *run,
                        rp_error *err)
{
    rp_text out;

    rp_text_init(&out, rp_alloc_default());
    rp_status status = rp_bless_example(model, run, &out, err);
    if (status != RP_OK) {
        rp_text_clear(&out);
        return NULL;
    }
    return out.bytes; /* the default allocator is the C library's */
}

static void an_example_expects_all_it_comes_to(void **state)
{
    rp_model *model =
        two_turns(",'empathy':2", ",'listening':1,'critical':'rude'");
    char *text = example_of(model, &whole, NULL);
    (void)state;

    assert_non_null(text);
    assert_string_equal(text,
                        "example \"a run\" {\n"
                        "    moves = { \"r\", \"s\" },\n"
                        "    set = 1,\n"
                        "    expect = { ending = \"z\", outcome = "
                        "\"resolved\", passed = false,\n"
                        "               points = { listening = 1, empathy = "
                        "2, resolution = 0 },\n"
                        "               critical = { \"rude\" } },\n"
                        "}\n");
    free(text);
    rp_model_free(model);
}

static void long_moves_are_wrapped_and_names_quoted(void **state)
{
    static const char *moves[64];
    rp_model *model = model_of(&(model_parts){
        .turns = "{'id':'a','says':[{'text':{'en':'Hello?'}}],'replies':["
                 "{'id':'a-reply-of-some-length','text':{'en':'Hm.'}},"
                 "{'id':'r','text':{'en':'Hi.'},'to':[{'to':'z'}]}]}"});
    rp_written_run run = {"say \"hi\"", 0, moves, 12};
    (void)state;

    for (uint32_t i = 0; i < run.move_count; i++) {
        moves[i] = i + 1 < run.move_count ? "a-reply-of-some-length" : "r";
    }
    char *text = example_of(model, &run, NULL);
    assert_non_null(text);
    assert_non_null(strstr(text, "example \"say \\\"hi\\\"\" {"));
    assert_non_null(strstr(text, ",\n              \"a-reply"));
    for (char *line = strtok(text, "\n"); line != NULL;
         line = strtok(NULL, "\n")) {
        assert_true(strlen(line) <= 120);
    }
    free(text);
    rp_model_free(model);
}

static void what_cannot_be_an_example_is_refused(void **state)
{
    static const char *const wrong[] = {"nothing"};

    static const struct {
        rp_written_run run;
        const char *says;
    } cases[] = {
        {{"", 0, both, 2}, "1 to 60"},
        {{"two\nlines", 0, both, 2}, "one line"},
        {{"short", 0, both, 1}, "stands in `b`"},
        {{"wrong", 0, wrong, 1}, "Move 1: "},
        {{"far", 7, both, 2}, "no fact set 8"},
    };

    rp_model *model = two_turns("", "");
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        rp_error err = {0};
        assert_null(example_of(model, &cases[i].run, &err));
        assert_int_equal(err.status, RP_E_INVALID);
        if (strstr(err.message, cases[i].says) == NULL) {
            fail_msg("%s", err.message);
        }
    }
    rp_model_free(model);
}

static void a_name_that_is_taken_is_refused(void **state)
{
    static const char *const moves[] = {"r"};
    rp_model *model = with_example("x", "'r'");
    rp_written_run run = {"x", 0, moves, 1};
    rp_error err = {0};
    (void)state;

    assert_null(example_of(model, &run, &err));
    assert_non_null(strstr(err.message, "already"));
    rp_model_free(model);
}

/* ------------------------------------------------------------------ faults */

static rp_status compare_within(const rp_model *model, rp_alloc alloc)
{
    rp_arena arena;
    rp_blessed blessed = {0};
    rp_rereads found = {0};

    rp_arena_init(&arena, alloc);
    rp_status status = rp_blessed_read(blessed_r, sizeof blessed_r - 1, &arena,
                                       &blessed, NULL);
    if (status == RP_OK) {
        status = rp_blessed_compare(model, &blessed, &arena, &found, NULL);
    }
    rp_arena_clear(&arena);
    return status;
}

static void a_refused_request_is_told(void **state)
{
    rp_model *model = with_example("x", "'r'");
    rp_status status = RP_E_MEMORY;
    (void)state;

    for (uint64_t n = 0; status != RP_OK; n++) {
        refusing r = {.allowed = n};
        status = compare_within(model, refusing_alloc(&r));
        assert_true(status == RP_OK || status == RP_E_MEMORY);
        assert_int_equal(r.blocks, 0);
        assert_true(n < 10000);
    }
    rp_model_free(model);
}

static void a_refused_request_writes_no_example(void **state)
{
    rp_model *model = two_turns("", "");
    rp_status status = RP_E_MEMORY;
    (void)state;

    for (uint64_t n = 0; status != RP_OK; n++) {
        refusing r = {.allowed = n};
        rp_text out;
        rp_text_init(&out, refusing_alloc(&r));
        status = rp_bless_example(model, &whole, &out, NULL);
        assert_true(status == RP_OK || status == RP_E_MEMORY);
        rp_text_clear(&out);
        assert_int_equal(r.blocks, 0);
        assert_true(n < 10000);
    }
    rp_model_free(model);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_reading_tells_every_step),
        cmocka_unit_test(a_reading_stops_at_a_move_that_is_not_offered),
        cmocka_unit_test(another_score_is_told_at_its_step),
        cmocka_unit_test(a_mood_carried_along_is_told_once),
        cmocka_unit_test(what_was_written_is_read_back_alike),
        cmocka_unit_test(a_line_that_is_not_understood_is_told),
        cmocka_unit_test(a_blessed_example_tells_what_it_reads_now),
        cmocka_unit_test(an_example_that_went_or_moved_is_told_as_a_whole),
        cmocka_unit_test(an_example_expects_all_it_comes_to),
        cmocka_unit_test(long_moves_are_wrapped_and_names_quoted),
        cmocka_unit_test(what_cannot_be_an_example_is_refused),
        cmocka_unit_test(a_name_that_is_taken_is_refused),
        cmocka_unit_test(a_refused_request_is_told),
        cmocka_unit_test(a_refused_request_writes_no_example),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
