/*
 * The gate: the smallest call it opens for, and for each condition one change
 * that shuts it with exactly that reason.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rapport/solve.h"
#include "support/test.h"
#include "support/toy.h"

enum {
    TURNS = 10,
    REPLIES = 4,
    STARS = 2,
    DONE = TURNS,
    GONE = TURNS + 1
};

static void give(toy_choice *choice, int listening, int empathy, int resolution)
{
    choice->points[RP_LISTENING] = listening;
    choice->points[RP_EMPATHY] = empathy;
    choice->points[RP_RESOLUTION] = resolution;
}

static void lead(toy_choice *choice, const char *when, const char *to)
{
    toy_route *route = &choice->route[choice->route_count++];

    (void)snprintf(route->when, TOY_TEXT, "%s", when);
    (void)snprintf(route->to, TOY_ID, "%s", to);
}

/* Four replies; the first earns a point in each score, the others cost one. */
static void make_turn(toy *t, int idx)
{
    toy_node *node = &t->nodes[idx];

    (void)snprintf(node->id, TOY_ID, "t%d", idx);
    node->kind = RP_TURN;
    node->line_count = 1;
    (void)snprintf(node->lines[0].text, TOY_TEXT, "Well?");
    node->choice_count = REPLIES;
    for (int i = 0; i < REPLIES; i++) {
        toy_choice *choice = &node->choices[i];
        (void)snprintf(choice->id, TOY_ID, "%c", "abcd"[i]);
        (void)snprintf(choice->text, TOY_TEXT, "so it is %d", i);
        choice->has_because = true;
        give(choice, i == 0 ? 1 : -1, i == 0 ? 1 : -1, i == 0 ? 1 : -1);
    }
    node->route_count = 1;
    (void)snprintf(node->route[0].to, TOY_ID, "t%d", idx + 1);
}

/* The second reply is as good as the first, but each in other fact sets. */
static void make_star(toy *t, int idx)
{
    const char *next = t->nodes[idx].route[0].to;
    toy_choice *choices = t->nodes[idx].choices;

    give(&choices[1], 1, 1, 1);
    lead(&choices[0], "fact.red", next);
    lead(&choices[0], "", "gone");
    lead(&choices[1], "fact.red", "gone");
    lead(&choices[1], "", next);
}

static void make_example(toy *t, const char *name, const char *move,
                         bool passes)
{
    toy_example *example = &t->examples[t->example_count++];

    (void)snprintf(example->name, TOY_ID, "%s", name);
    example->passes = passes;
    for (int i = 0; i < TURNS; i++) {
        example->moves[example->move_count++] = move;
    }
}

/* The smallest call whose gate is open. */
static toy *sound(void)
{
    toy *t = calloc(1, sizeof *t);

    assert_non_null(t);
    for (int i = 0; i < RP_MOODS; i++) {
        t->mood[i] = 50;
    }
    t->set_count = 3;
    t->node_count = TURNS + 2;
    for (int i = 0; i < TURNS; i++) {
        make_turn(t, i);
    }
    (void)snprintf(t->nodes[TURNS - 1].route[0].to, TOY_ID, "done");
    t->nodes[DONE] = (toy_node){.id = "done", .kind = RP_ENDING};
    t->nodes[GONE] =
        (toy_node){.id = "gone", .kind = RP_ENDING, .outcome = RP_LOST};
    for (int i = 0; i < STARS; i++) {
        make_star(t, i);
    }
    make_example(t, "good", "a", true);
    make_example(t, "bad", "c", false);
    return t;
}

/* Checks `t`, frees it, and holds what is missing against `wanted`. */
static void expect_missing_with(toy *t, const rp_report_options *options,
                                const char *wanted)
{
    rp_model *model = toy_model(t);
    rp_report report;
    rp_arena arena;
    char missing[256] = "";
    size_t length = 0;

    rp_arena_init(&arena, rp_alloc_default());
    assert_int_equal(rp_check_report(model, options, &arena, &report, NULL),
                     RP_OK);
    for (uint32_t i = 0; i < report.missing_count; i++) {
        length +=
            (size_t)snprintf(missing + length, sizeof missing - length, "%s%s",
                             i == 0 ? "" : " ", report.missing[i].code);
        assert_true(report.missing[i].sentence[0] != '\0');
    }
    assert_string_equal(missing, wanted);
    assert_int_equal(report.gate_is_open, wanted[0] == '\0');
    rp_arena_clear(&arena);
    toy_model_free(model);
    free(t);
}

static void expect_missing(toy *t, const char *wanted)
{
    expect_missing_with(t, NULL, wanted);
}

static void a_gate_can_open(void **unused)
{
    (void)unused;
    expect_missing(sound(), "");
}

static void a_fault_shuts_it(void **unused)
{
    (void)unused;
    rp_report_options options = {.fault_count = 1};

    expect_missing_with(sound(), &options, "faults");
}

static void a_remark_shuts_it(void **unused)
{
    (void)unused;
    toy *t = sound();

    t->interrupt_count = 1;
    t->interrupts[0] = (toy_interrupt){"never", "fact.n > 3", "done"};
    expect_missing(t, "faults");
}

/*
 * A walk ended early: a turn that only silence leads to reads two moods, so
 * that only the walk of everything is larger than the budget.
 */
static void a_walk_ended_early_shuts_it(void **unused)
{
    (void)unused;
    rp_report_options options = {.budget.states_max = 150};
    toy *t = sound();
    toy_node *late = &t->nodes[t->node_count++];

    *late = (toy_node){.id = "late", .kind = RP_TURN, .choice_count = 2};
    late->line_count = 1;
    late->choices[0] = (toy_choice){.id = "a", .has_because = true};
    late->choices[1] = (toy_choice){
        .id = "b", .when = "calm * trust > 2000", .has_because = true};
    late->route_count = 1;
    late->route[0] = (toy_route){"", "gone"};
    for (int i = 0; i < TURNS; i++) {
        toy_node *node = &t->nodes[i];
        node->choices[2].mood[RP_CALM] = -5;
        node->choices[3].mood[RP_TRUST] = -5;
        node->has_silence = true;
        node->silence_route_count = 1;
        node->silence_route[0] = (toy_route){"", "late"};
    }
    expect_missing_with(t, &options, "exact");
}

static void two_fact_sets_shut_it(void **unused)
{
    (void)unused;
    toy *t = sound();

    t->set_count = 2;
    expect_missing(t, "fact-sets");
}

static void one_turn_with_a_star_shuts_it(void **unused)
{
    (void)unused;
    toy *t = sound();

    for (int i = 0; i < 2; i++) {
        t->nodes[1].choices[i].route_count = 0;
    }
    give(&t->nodes[1].choices[1], -1, -1, -1);
    expect_missing(t, "star-facts");
}

/* The star costs a point only: who knows the other sets passes in the first. */
static void a_run_that_passes_everywhere_shuts_it(void **unused)
{
    (void)unused;
    toy *t = sound();

    for (int i = 0; i < STARS; i++) {
        toy_node *node = &t->nodes[i];
        node->choices[0].route_count = 0;
        node->choices[1].route_count = 0;
        (void)snprintf(node->choices[0].when, TOY_TEXT, "fact.red");
        give(&node->choices[1], 1, 1, 0);
        node->choices[node->choice_count] = node->choices[3];
        (void)snprintf(node->choices[node->choice_count++].id, TOY_ID, "e");
    }
    lead(&t->nodes[2].choices[3], "", "gone"); /* else nothing leads there */
    expect_missing(t, "memory");
}

static void nine_choices_of_four_shut_it(void **unused)
{
    (void)unused;
    toy *t = sound();

    t->nodes[TURNS - 1].choice_count = REPLIES - 1;
    expect_missing(t, "choices");
}

/* Only the first `count` turns earn anything in resolution. */
static void resolve_in(toy *t, int count)
{
    for (int i = count; i < TURNS; i++) {
        t->nodes[i].choices[0].points[RP_RESOLUTION] = 0;
    }
}

static void a_par_of_five_shuts_it_and_six_does_not(void **unused)
{
    (void)unused;
    toy *five = sound();
    toy *six = sound();

    resolve_in(five, 5);
    resolve_in(six, 6);
    expect_missing(five, "par");
    expect_missing(six, "");
}

/* Two replies of one value, one for each score: either run lacks a tenth. */
static void a_strong_run_below_95_percent_shuts_it(void **unused)
{
    (void)unused;
    toy *t = sound();
    toy_choice *last = t->nodes[TURNS - 1].choices;

    give(&last[0], 1, 0, 1);
    give(&last[1], 0, 1, 1);
    expect_missing(t, "strong-runs");
}

/* Wrong replies cost nothing: six of ten come by chance too often. */
static void blind_luck_shuts_it(void **unused)
{
    (void)unused;
    toy *t = sound();

    for (int i = 0; i < TURNS; i++) {
        for (int j = i < STARS ? 2 : 1; j < REPLIES; j++) {
            give(&t->nodes[i].choices[j], 0, 0, 0);
        }
    }
    expect_missing(t, "blind-odds");
}

/* The right reply can be told by how it is written, or how the others are. */
static void test_wise_shut_it(const char *right, const char *wrong,
                              const char *when)
{
    toy *t = sound();

    for (int i = STARS; i < TURNS; i++) {
        for (int j = 0; j < REPLIES; j++) {
            toy_choice *choice = &t->nodes[i].choices[j];
            (void)snprintf(choice->text, TOY_TEXT, "%s %d",
                           j == 0 ? right : wrong, j);
        }
        (void)snprintf(t->nodes[i].choices[0].when, TOY_TEXT, "%s", when);
    }
    expect_missing(t, "test-wise-odds");
}

static void each_test_wise_guesser_shuts_it(void **unused)
{
    (void)unused;

    test_wise_shut_it("so this it is", "so it is", "");     /* longest */
    test_wise_shut_it("so it is", "so this it is", "");     /* shortest */
    test_wise_shut_it("please", "indeed", "");              /* polite */
    test_wise_shut_it("well it is", "what it is", "");      /* echo */
    test_wise_shut_it("so it is", "so it is", "calm > 20"); /* conditional */
}

static void a_reply_without_a_reason_shuts_it(void **unused)
{
    (void)unused;
    toy *t = sound();

    t->nodes[4].choices[2].has_because = false;
    expect_missing(t, "because");
}

static void no_passing_example_shuts_it(void **unused)
{
    (void)unused;
    toy *t = sound();

    t->examples[0] = t->examples[1];
    t->example_count = 1;
    expect_missing(t, "passing-example");
}

static void no_failing_example_shuts_it(void **unused)
{
    (void)unused;
    toy *t = sound();

    t->example_count = 1;
    expect_missing(t, "failing-example");
}

/* What does not come out as promised is a fault, and no example either. */
static void an_example_that_does_not_hold_shuts_it(void **unused)
{
    (void)unused;
    toy *t = sound();

    t->examples[1].passes = true;
    expect_missing(t, "faults failing-example");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_gate_can_open),
        cmocka_unit_test(a_fault_shuts_it),
        cmocka_unit_test(a_remark_shuts_it),
        cmocka_unit_test(a_walk_ended_early_shuts_it),
        cmocka_unit_test(two_fact_sets_shut_it),
        cmocka_unit_test(one_turn_with_a_star_shuts_it),
        cmocka_unit_test(a_run_that_passes_everywhere_shuts_it),
        cmocka_unit_test(nine_choices_of_four_shut_it),
        cmocka_unit_test(a_par_of_five_shuts_it_and_six_does_not),
        cmocka_unit_test(a_strong_run_below_95_percent_shuts_it),
        cmocka_unit_test(blind_luck_shuts_it),
        cmocka_unit_test(each_test_wise_guesser_shuts_it),
        cmocka_unit_test(a_reply_without_a_reason_shuts_it),
        cmocka_unit_test(no_passing_example_shuts_it),
        cmocka_unit_test(no_failing_example_shuts_it),
        cmocka_unit_test(an_example_that_does_not_hold_shuts_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
