/* Expressions: what they mean, and where a wrong one is wrong. */
#include <stdio.h>

#include "expr_world.h"
#include "support/test.h"

static int open_world(void **state)
{
    world *w = test_malloc(sizeof *w);
    world_init(w);
    *state = w;
    return 0;
}

static int close_world(void **state)
{
    world_clear(*state);
    test_free(*state);
    return 0;
}

static int64_t value_as(world *w, const char *source, expr_type type)
{
    expr_fault fault;
    rp_expr expr = world_add(w, source, type, &fault);
    if (expr == 0) {
        fail_msg("`%s` at %zu: %s", source, fault.at, fault.message);
    }
    return rp_expr_value(&w->model, expr, &w->state);
}

static bool holds(world *w, const char *source)
{
    return value_as(w, source, EXPR_T_BOOLEAN) != 0;
}

static int64_t number(world *w, const char *source)
{
    return value_as(w, source, EXPR_T_INTEGER);
}

static expr_fault fault_of(world *w, const char *source, expr_type type)
{
    expr_fault fault = {0};
    if (world_add(w, source, type, &fault) != 0) {
        fail_msg("`%s` was read", source);
    }
    return fault;
}

static void assert_fault(world *w, const char *source, expr_fault_kind kind,
                         size_t at, const char *part)
{
    expr_fault fault = fault_of(w, source, EXPR_T_BOOLEAN);
    if (fault.kind != kind || fault.at != at ||
        strstr(fault.message, part) == NULL) {
        fail_msg("`%s`: kind %d at %zu: %s", source, (int)fault.kind, fault.at,
                 fault.message);
    }
}

static void no_expression_is_true(void **state)
{
    world *w = *state;

    assert_int_equal(rp_expr_value(&w->model, 0, &w->state), 1);
    assert_true(rp_expr_holds(&w->model, 0, &w->state));
    assert_string_equal(rp_expr_text(&w->model, 0), "");
}

static void names_read_the_state(void **state)
{
    world *w = *state;

    assert_int_equal(number(w, "calm"), 40);
    assert_int_equal(number(w, "trust + patience"), 80);
    assert_int_equal(number(w, "balance"), 10);
    assert_false(holds(w, "owned"));
    w->state.vars[0] = 1;
    assert_true(holds(w, "owned"));
    assert_true(holds(w, "owned == true and offers == 0"));
}

static void facts_are_those_of_the_state_s_set(void **state)
{
    world *w = *state;

    assert_true(holds(w, "fact.red"));
    assert_int_equal(number(w, "fact.credit + fact.calls"), 5002);
    w->state.set = 1;
    assert_false(holds(w, "fact.red"));
    assert_true(holds(w, "not fact.red"));
    assert_int_equal(number(w, "fact . credit"), -150);
}

static void texts_and_names_are_equal_or_not(void **state)
{
    world *w = *state;

    assert_true(holds(w, "fact.ticket == '4471'"));
    assert_false(holds(w, "fact.ticket == \"5038\""));
    assert_true(holds(w, "'Zhao Wei' == fact.caller"));
    assert_true(holds(w, "fact.caller ~= 'Gu Qiang'"));
    assert_true(holds(w, "'a' ~= 'b' and 'it\\'s' == \"it's\""));
}

static void dates_and_clocks_are_compared_with_their_like(void **state)
{
    world *w = *state;

    assert_true(holds(w, "fact.since < fact.at"));
    assert_true(holds(w, "fact.day == fact.day"));
    assert_true(holds(w, "fact.test >= fact.test"));
    assert_fault(w, "fact.day < fact.at", EXPR_FAULT_TYPE, 11,
                 "to the left stands a date, and this is a date with time");
    assert_fault(w, "fact.test > 800", EXPR_FAULT_TYPE, 12, "a time of day");
}

static void tests_read_marks_with_and_without_brackets(void **state)
{
    world *w = *state;

    for (size_t i = 0; i < sizeof world_marks / sizeof world_marks[0]; i++) {
        const world_mark *m = &world_marks[i];
        char plain[64];
        char bracketed[64];
        (void)snprintf(plain, sizeof plain, "%s '%s'", expr_test_names[m->test],
                       m->name);
        (void)snprintf(bracketed, sizeof bracketed, "%s ( \"%s\" )",
                       expr_test_names[m->test], m->name);
        assert_false(holds(w, plain));
        world_set_mark(w, m->mark);
        assert_true(holds(w, plain));
        assert_true(holds(w, bracketed));
    }
}

static void operators_bind_as_in_lua(void **state)
{
    world *w = *state;

    assert_int_equal(number(w, "1 + 2 * 3 - 4"), 3);
    assert_int_equal(number(w, "-2 * 3"), -6);
    assert_int_equal(number(w, "7 - 2 - 1"), 4);
    assert_int_equal(number(w, "100 // 7 % 5"), 4);
    assert_true(holds(w, "true or false and false"));
    assert_true(holds(w, "not false == true"));
    assert_true(holds(w, "1 < 2 == true"));
    assert_false(holds(w, "not (1 < 2)"));
}

static void numbers_wrap_and_divide_downwards(void **state)
{
    world *w = *state;

    assert_int_equal(number(w, "7 // -2"), -4);
    assert_int_equal(number(w, "-7 % 3"), 2);
    assert_int_equal(number(w, "7 % -3"), -2);
    assert_int_equal(number(w, "0x7fffffffffffffff + 1"), INT64_MIN);
    assert_int_equal(number(w, "(-0x7fffffffffffffff - 1) // -1"), INT64_MIN);
    assert_int_equal(number(w, "(-0x7fffffffffffffff - 1) % -1"), 0);
    assert_int_equal(number(w, "0xffffffffffffffff"), -1);
    assert_int_equal(number(w, "min(3, calm) + max(-1, 0 - calm)"), 2);
}

static void division_by_zero_is_zero_and_is_told(void **state)
{
    world *w = *state;
    expr_fault fault;
    rp_expr always = world_add(w, "10 // offers", EXPR_T_INTEGER, &fault);
    rp_expr guarded = world_add(w, "offers ~= 0 and 10 // offers > 2",
                                EXPR_T_BOOLEAN, &fault);
    rp_expr by_fact = world_add(w, "10 % fact.calls", EXPR_T_INTEGER, &fault);
    rp_expr never = world_add(w, "calm // 7", EXPR_T_INTEGER, &fault);

    assert_int_equal(rp_expr_value(&w->model, always, &w->state), 0);
    assert_true(rp_expr_divides_by_zero(&w->model, always, &w->state));
    assert_false(rp_expr_divides_by_zero(&w->model, guarded, &w->state));
    assert_true(rp_expr_may_divide_by_zero(&w->model, guarded));
    assert_false(rp_expr_divides_by_zero(&w->model, by_fact, &w->state));
    assert_false(rp_expr_may_divide_by_zero(&w->model, never));
    w->state.set = 1;
    assert_true(rp_expr_divides_by_zero(&w->model, by_fact, &w->state));
}

/* What a walk may forget: only what is left when facts are folded away. */
static void reads_are_what_remains_in_some_set(void **state)
{
    world *w = *state;
    expr_fault fault;
    rp_reads reads = {0};
    rp_expr mixed = world_add(
        w, "fact.red and (opened 'tickets' or calm > 3) or offers == 1",
        EXPR_T_BOOLEAN, &fault);
    rp_expr gone = world_add(w, "1 > 2 and owned", EXPR_T_BOOLEAN, &fault);

    rp_expr_reads(&w->model, gone, &reads);
    assert_int_equal(reads.vars, 0);
    rp_expr_reads(&w->model, mixed, &reads);

    assert_true(reads.mood[RP_CALM]);
    assert_false(reads.mood[RP_TRUST]);
    assert_int_equal(reads.vars, 1 << 1);
    assert_true(reads.memory[1] == 1);
    assert_true(reads.memory[0] == 0);
}

static uint8_t code_in_set(world *w, const char *source, uint32_t set)
{
    expr_fault fault;
    rp_expr expr = world_add(w, source, EXPR_T_BOOLEAN, &fault);
    return w->hidden.programs[(expr - 1) * WORLD_SETS + set].code;
}

/* The solver's everyday questions cost one operation each. */
static void everyday_conditions_are_one_operation(void **state)
{
    world *w = *state;

    assert_int_equal(code_in_set(w, "opened 'tickets'", 0), EXPR_MARK);
    assert_int_equal(code_in_set(w, "not opened 'tickets'", 0), EXPR_MARK);
    assert_int_equal(code_in_set(w, "fact.red", 0), EXPR_CONST);
    assert_int_equal(code_in_set(w, "not fact.red", 1), EXPR_CONST);
    assert_int_equal(code_in_set(w, "calm >= 40", 0), EXPR_MOOD_IN);
    assert_int_equal(code_in_set(w, "not (40 > calm)", 0), EXPR_MOOD_IN);
    assert_int_equal(code_in_set(w, "offers ~= 2", 0), EXPR_VAR_IN);
    assert_int_equal(code_in_set(w, "owned", 0), EXPR_VAR_IN);
    assert_int_equal(code_in_set(w, "owned ~= true", 0), EXPR_VAR_IN);
    assert_int_equal(code_in_set(w, "calm >= 0", 0), EXPR_CONST);
    assert_int_equal(code_in_set(w, "calm < fact.calls", 0), EXPR_MOOD_IN);
    assert_int_equal(code_in_set(w, "opened 'tickets' and fact.red", 0),
                     EXPR_MARK);
    assert_int_equal(code_in_set(w, "opened 'tickets' and fact.red", 1),
                     EXPR_CONST);
    assert_int_equal(code_in_set(w, "fact.red or opened 'tickets'", 1),
                     EXPR_MARK);
}

static void ranges_end_where_they_say(void **state)
{
    world *w = *state;

    static const struct {
        const char *source;
        int from;
        int to;
    } cases[] = {
        {"balance < 3", -5, 2},    {"balance <= 3", -5, 3},
        {"balance > 3", 4, 900},   {"balance >= 3", 3, 900},
        {"balance == 3", 3, 3},    {"3 < balance", 4, 900},
        {"balance < -5", 1, 0},    {"balance <= 900", -5, 900},
        {"balance == 9000", 1, 0}, {"balance > -9223372036854775807", -5, 900},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        for (int value = -5; value <= 900; value++) {
            expr_fault fault;
            static rp_expr expr;
            if (value == -5) {
                expr = world_add(w, cases[i].source, EXPR_T_BOOLEAN, &fault);
            }
            w->state.vars[2] = (uint16_t)(value + 5);
            bool expected = value >= cases[i].from && value <= cases[i].to;
            assert_int_equal(rp_expr_holds(&w->model, expr, &w->state),
                             expected);
        }
    }
}

static void types_never_mix(void **state)
{
    world *w = *state;

    assert_fault(w, "calm + owned > 3", EXPR_FAULT_TYPE, 7,
                 "`+` works on numbers, and this is true or false");
    assert_fault(w, "calm and owned", EXPR_FAULT_TYPE, 0, "`and` joins");
    assert_fault(w, "owned or 1", EXPR_FAULT_TYPE, 9, "`or` joins");
    assert_fault(w, "not calm", EXPR_FAULT_TYPE, 4, "`not` turns");
    assert_fault(w, "calm == owned", EXPR_FAULT_TYPE, 8, "like with like");
    assert_fault(w, "fact.ticket == 4471", EXPR_FAULT_TYPE, 15, "a text");
    assert_fault(w, "fact.ticket == fact.caller", EXPR_FAULT_TYPE, 15,
                 "a name");
    assert_fault(w, "('Zhao') == fact.caller", EXPR_FAULT_TYPE, 12, "");
    assert_fault(w, "owned < true", EXPR_FAULT_TYPE, 0, "`<` compares");
    assert_fault(w, "1 < 2 < 3", EXPR_FAULT_TYPE, 8, "like with like");
    assert_fault(w, "min(owned, 1) > 0", EXPR_FAULT_TYPE, 4, "`min` works");
    assert_fault(w, "calm", EXPR_FAULT_TYPE, 0,
                 "true or false is wanted here, and this is a number");
}

static void unknown_names_tell_the_nearest(void **state)
{
    world *w = *state;

    assert_fault(w, "clam > 3", EXPR_FAULT_NAME, 0, "`clam`");
    assert_string_equal(fault_of(w, "ofers > 3", EXPR_T_BOOLEAN).nearest,
                        "offers");
    assert_string_equal(fault_of(w, "fact.tiket == 'x'", 1).nearest, "ticket");
    assert_string_equal(fault_of(w, "opend 'tickets'", 1).nearest, "opened");
    assert_string_equal(fault_of(w, "opened 'ticket'", 1).nearest, "tickets");
    assert_fault(w, "seen 'closing'", EXPR_FAULT_NAME, 5,
                 "there is no turn `closing`");
    assert_null(fault_of(w, "seen 'closing'", 1).nearest);
}

static void what_other_languages_write_is_told_in_lua(void **state)
{
    world *w = *state;

    assert_fault(w, "calm != 3", EXPR_FAULT_SYNTAX, 5, "`~=`");
    assert_fault(w, "calm = 3", EXPR_FAULT_SYNTAX, 5, "`==`");
    assert_fault(w, "owned && owned", EXPR_FAULT_SYNTAX, 6, "`and`");
    assert_fault(w, "!owned", EXPR_FAULT_SYNTAX, 0, "`not`");
    assert_fault(w, "calm / 2 > 1", EXPR_FAULT_SYNTAX, 5, "`//`");
    assert_fault(w, "calm > 1.5", EXPR_FAULT_SYNTAX, 7, "whole");
    assert_fault(w, "calm > --3", EXPR_FAULT_SYNTAX, 7, "comment");
    assert_fault(w, "calm ≥ 3", EXPR_FAULT_SYNTAX, 5, "`≥`");
    assert_fault(w, "calm > 3 \x01", EXPR_FAULT_SYNTAX, 9, "character");
}

static void broken_syntax_is_pointed_at(void **state)
{
    world *w = *state;

    assert_fault(w, "", EXPR_FAULT_SYNTAX, 0, "too early");
    assert_fault(w, "calm >", EXPR_FAULT_SYNTAX, 6, "too early");
    assert_fault(w, "(owned", EXPR_FAULT_SYNTAX, 6, "`)` is missing");
    assert_fault(w, "owned owned", EXPR_FAULT_SYNTAX, 6, "operator");
    assert_fault(w, "owned)", EXPR_FAULT_SYNTAX, 5, "operator");
    assert_fault(w, "> 3", EXPR_FAULT_SYNTAX, 0, "a value is missing");
    assert_fault(w, "said calm", EXPR_FAULT_SYNTAX, 5, "quotation marks");
    assert_fault(w, "said('calm-down'", EXPR_FAULT_SYNTAX, 16, "`)`");
    assert_fault(w, "min(1) > 0", EXPR_FAULT_SYNTAX, 5, "`,` is missing");
    assert_fault(w, "fact == 1", EXPR_FAULT_SYNTAX, 5, "`.` is missing");
    assert_fault(w, "'open", EXPR_FAULT_SYNTAX, 0, "closing quotation");
    assert_fault(w, "'a\\q' == 'b'", EXPR_FAULT_SYNTAX, 2, "backslash");
    assert_fault(w, "calm > 3x", EXPR_FAULT_SYNTAX, 8, "letter");
    assert_fault(w, "calm < 9223372036854775808", EXPR_FAULT_SYNTAX, 7,
                 "too large");
}

static void length_and_depth_have_an_end(void **state)
{
    world *w = *state;
    char *source = test_malloc(EXPR_LENGTH_MAX + 2);
    memset(source, '(', EXPR_LENGTH_MAX + 1);
    source[EXPR_LENGTH_MAX + 1] = '\0';

    assert_fault(w, source, EXPR_FAULT_SYNTAX, 0, "at most 4096 bytes");
    source[EXPR_LENGTH_MAX] = '\0';
    assert_fault(w, source, EXPR_FAULT_SYNTAX, EXPR_DEPTH_MAX, "deeply");
    for (size_t i = 0; i + 1 < EXPR_LENGTH_MAX; i += 2) {
        memcpy(source + i, i == 0 ? " 1" : "+1", 2);
    }
    assert_int_equal(number(w, source), EXPR_LENGTH_MAX / 2);
    test_free(source);
}

/* Refuses every request from the n-th on. */
typedef struct miser {
    rp_alloc host;
    uint32_t left;
} miser;

static void *miser_resize(void *user, void *block, size_t size_bytes)
{
    miser *m = user;
    if (size_bytes > 0 && m->left == 0) {
        return NULL;
    }
    m->left -= size_bytes > 0;
    return m->host.resize(m->host.user, block, size_bytes);
}

static void refused_memory_is_no_fault_of_the_author(void **state)
{
    world *w = *state;
    bool done = false;
    for (uint32_t allowed = 0; !done; allowed++) {
        miser m = {rp_alloc_default(), allowed};
        rp_arena arena;
        expr_table table;
        expr_fault fault;
        rp_arena_init(&arena, (rp_alloc){miser_resize, &m});
        expr_table_init(&table, &w->scope, &arena, NULL);
        rp_expr expr = 1;
        for (int i = 0; i < 500 && expr != 0; i++) {
            expr = expr_table_add(&table, "calm + trust > 3 or owned",
                                  EXPR_T_BOOLEAN, &fault);
            assert_true(expr != 0 || fault.message[0] == '\0');
        }
        done = expr != 0;
        assert_int_equal(table.refused, !done);
        rp_arena_clear(&arena);
    }
}

static void mood_words_are_the_first_that_holds(void **state)
{
    static const struct {
        uint8_t mood[RP_MOODS];
        rp_mood_word word;
    } cases[] = {
        {{19, 90, 50}, RP_FURIOUS}, {{90, 90, 0}, RP_FURIOUS},
        {{20, 39, 1}, RP_UPSET},    {{44, 40, 1}, RP_ANXIOUS},
        {{45, 0, 1}, RP_NEUTRAL},   {{64, 100, 1}, RP_NEUTRAL},
        {{65, 69, 1}, RP_RELIEVED}, {{65, 70, 1}, RP_PLEASED},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_int_equal(rp_mood_word_of(cases[i].mood), cases[i].word);
    }
}

#define IN_WORLD(test) \
    cmocka_unit_test_setup_teardown(test, open_world, close_world)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_WORLD(no_expression_is_true),
        IN_WORLD(names_read_the_state),
        IN_WORLD(facts_are_those_of_the_state_s_set),
        IN_WORLD(texts_and_names_are_equal_or_not),
        IN_WORLD(dates_and_clocks_are_compared_with_their_like),
        IN_WORLD(tests_read_marks_with_and_without_brackets),
        IN_WORLD(operators_bind_as_in_lua),
        IN_WORLD(numbers_wrap_and_divide_downwards),
        IN_WORLD(division_by_zero_is_zero_and_is_told),
        IN_WORLD(reads_are_what_remains_in_some_set),
        IN_WORLD(everyday_conditions_are_one_operation),
        IN_WORLD(ranges_end_where_they_say),
        IN_WORLD(types_never_mix),
        IN_WORLD(unknown_names_tell_the_nearest),
        IN_WORLD(what_other_languages_write_is_told_in_lua),
        IN_WORLD(broken_syntax_is_pointed_at),
        IN_WORLD(length_and_depth_have_an_end),
        IN_WORLD(refused_memory_is_no_fault_of_the_author),
        cmocka_unit_test(mood_words_are_the_first_that_holds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
