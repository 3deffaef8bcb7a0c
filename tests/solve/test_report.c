/*
 * What the report proves, each on the smallest call that shows it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rapport/solve.h"
#include "support/test.h"
#include "support/toy.h"

typedef struct checked {
    toy *from;
    rp_model *model;
    rp_arena arena;
    rp_report report;
} checked;

static checked check(const toy *made)
{
    checked c = {.from = malloc(sizeof(toy))};

    assert_non_null(c.from);
    *c.from = *made;
    c.model = toy_model(c.from);
    rp_arena_init(&c.arena, rp_alloc_default());
    assert_int_equal(rp_check_report(c.model, NULL, &c.arena, &c.report, NULL),
                     RP_OK);
    return c;
}

static void assert_near(double a, double b)
{
    assert_true(a - b < 1e-12 && b - a < 1e-12);
}

static void done(checked *c)
{
    rp_arena_clear(&c->arena);
    toy_model_free(c->model);
    free(c->from);
}

static const rp_remark *remark_of(const checked *c, const char *code,
                                  const char *subject)
{
    for (uint32_t i = 0; i < c->report.remark_count; i++) {
        const rp_remark *remark = &c->report.remarks[i];
        if (strcmp(remark->code, code) == 0 &&
            strcmp(remark->subject, subject) == 0) {
            return remark;
        }
    }
    return NULL;
}

static void a_sound_call_has_no_remarks(void **unused)
{
    (void)unused;
    toy t = toy_small();
    checked c = check(&t);

    assert_int_equal(c.report.remark_count, 0);
    assert_true(c.report.is_exact);
    assert_int_equal(c.report.sets[0].par[RP_LISTENING], 2);
    assert_int_equal(c.report.sets[0].best_count, 1);
    assert_string_equal(c.report.sets[0].best[0], "go");
    assert_near(c.report.odds[RP_BLIND].own.low, 0.5);
    done(&c);
}

static void a_turn_without_a_reply_is_stuck(void **unused)
{
    (void)unused;
    toy t = toy_small();
    (void)snprintf(t.nodes[1].choices[0].when, TOY_TEXT, "calm > 90");
    checked c = check(&t);

    const rp_remark *stuck = remark_of(&c, "stuck", "b");
    assert_non_null(stuck);
    assert_int_equal(stuck->severity, RP_ERROR);
    assert_int_equal(stuck->move_count, 1);
    assert_string_equal(stuck->moves[0], "on");
    assert_non_null(remark_of(&c, "unreachable", "b/r"));
    done(&c);
}

static void a_shut_record_does_not_unstick(void **unused)
{
    (void)unused;
    toy t = toy_small();
    t.record_count = 1;
    (void)snprintf(t.records[0], TOY_ID, "log");
    (void)snprintf(t.nodes[1].choices[0].when, TOY_TEXT, "opened 'log'");
    checked c = check(&t);

    assert_non_null(remark_of(&c, "stuck", "b"));
    assert_null(remark_of(&c, "unreachable", "b/r"));
    done(&c);
}

static void a_circle_without_a_way_out_is_endless(void **unused)
{
    (void)unused;
    toy t = toy_small();
    t.nodes[1].choices[0].stay = true;
    checked c = check(&t);

    assert_non_null(remark_of(&c, "endless", "b"));
    done(&c);
}

static void a_circle_that_gains_is_farmable(void **unused)
{
    (void)unused;
    toy t = toy_small();
    (void)snprintf(t.nodes[1].route[0].to, TOY_ID, "a");
    t.nodes[0].choices[1].points[RP_EMPATHY] = 2;
    t.nodes[1].choices[0].points[RP_EMPATHY] = -1;
    checked c = check(&t);

    bool is_found = remark_of(&c, "farmable", "a") != NULL ||
                    remark_of(&c, "farmable", "b") != NULL;
    assert_true(is_found);
    done(&c);
}

static void a_circle_that_evens_out_is_not_farmable(void **unused)
{
    (void)unused;
    toy t = toy_small();
    (void)snprintf(t.nodes[1].route[0].to, TOY_ID, "a");
    t.nodes[0].choices[1].points[RP_EMPATHY] = 1;
    t.nodes[1].choices[0].points[RP_EMPATHY] = -1;
    checked c = check(&t);

    assert_int_equal(c.report.remark_count, 0);
    done(&c);
}

static void what_only_silence_reaches_is_reachable(void **unused)
{
    (void)unused;
    toy t = toy_small();
    t.nodes[0].choices[1].route_count = 0;
    t.nodes[0].has_silence = true;
    t.nodes[0].silence_route_count = 1;
    t.nodes[0].silence_route[0] = (toy_route){"", "b"};
    checked c = check(&t);

    assert_int_equal(c.report.unreachable_count, 0);
    done(&c);
}

static void a_turn_nobody_leads_to_is_named_with_its_replies(void **unused)
{
    (void)unused;
    toy t = toy_small();
    t.nodes[0].choices[1].route_count = 0;
    t.interrupt_count = 1;
    t.interrupts[0] = (toy_interrupt){"i", "calm > 90", "b"};
    checked c = check(&t);

    assert_int_equal(c.report.unreachable_count, 3);
    assert_string_equal(c.report.unreachable[0], "b");
    assert_string_equal(c.report.unreachable[1], "b/r");
    assert_string_equal(c.report.unreachable[2], "interrupt:i");
    assert_non_null(remark_of(&c, "unreachable", "b"));
    assert_null(remark_of(&c, "unreachable", "b/r"));
    assert_non_null(remark_of(&c, "unreachable", "interrupt:i"));
    done(&c);
}

static void a_move_that_closes_the_door_is_a_trap(void **unused)
{
    (void)unused;
    toy t = toy_small();
    t.node_count = 4;
    t.nodes[3] =
        (toy_node){.id = "gone", .kind = RP_ENDING, .outcome = RP_LOST};
    (void)snprintf(t.nodes[1].route[0].to, TOY_ID, "gone");
    checked c = check(&t);

    assert_int_equal(c.report.trap_count, 1);
    assert_string_equal(c.report.traps[0].move, "a/on");
    assert_int_equal(c.report.traps[0].after, 0);
    done(&c);
}

static void losing_at_once_is_no_trap(void **unused)
{
    (void)unused;
    toy t = toy_small();
    t.node_count = 4;
    t.nodes[3] =
        (toy_node){.id = "gone", .kind = RP_ENDING, .outcome = RP_LOST};
    (void)snprintf(t.nodes[0].choices[1].route[0].to, TOY_ID, "gone");
    checked c = check(&t);

    assert_int_equal(c.report.trap_count, 0);
    done(&c);
}

static void a_weak_start_tells_whether_passing_is_left(void **unused)
{
    (void)unused;
    toy t = toy_small();
    t.nodes[1].choices[0].points[RP_LISTENING] = 2;
    t.nodes[1].choices[0].points[RP_EMPATHY] = 1;
    checked c = check(&t);

    assert_int_equal(c.report.recovery_count, 1);
    assert_string_equal(c.report.recoveries[0].move, "a/on");
    assert_false(c.report.recoveries[0].can_pass);
    done(&c);
}

static void replies_with_one_future_are_empty_choices(void **unused)
{
    (void)unused;
    toy t = toy_small();
    t.nodes[0].choice_count = 3;
    t.nodes[0].choices[2] = (toy_choice){.id = "also", .points = {2, 1, 1}};
    checked c = check(&t);

    assert_int_equal(c.report.weight_count, 4);
    assert_null(c.report.weights[0].same_as);
    assert_string_equal(c.report.weights[2].reply, "a/also");
    assert_string_equal(c.report.weights[2].same_as, "a/go");
    done(&c);
}

static void a_weight_is_the_chance_after_less_before(void **unused)
{
    (void)unused;
    toy t = toy_small();
    checked c = check(&t);

    assert_string_equal(c.report.weights[0].reply, "a/go");
    assert_near(c.report.weights[0].weight, 0.5);
    assert_near(c.report.weights[1].weight, -0.5);
    done(&c);
}

static void a_run_learnt_by_heart_passes_where_nothing_differs(void **unused)
{
    (void)unused;
    toy t = toy_small();
    t.set_count = 2;
    checked same = check(&t);
    (void)snprintf(t.nodes[0].choices[0].when, TOY_TEXT, "fact.red");
    t.nodes[0].choices[1].points[RP_LISTENING] = 1;
    checked apart = check(&t);

    assert_int_equal(same.report.learnt_count, 2);
    assert_int_equal(apart.report.learnt_count, 0);
    done(&same);
    done(&apart);
}

static void the_gate_names_what_is_missing(void **unused)
{
    (void)unused;
    toy t = toy_small();
    checked c = check(&t);
    const char *const wanted[] = {
        "fact-sets", "star-facts",      "choices",
        "par",       "blind-odds",      "test-wise-odds",
        "because",   "passing-example", "failing-example"};

    assert_false(c.report.gate_is_open);
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
        bool is_there = false;
        for (uint32_t j = 0; j < c.report.missing_count; j++) {
            is_there =
                is_there || strcmp(c.report.missing[j].code, wanted[i]) == 0;
        }
        if (!is_there) {
            fail_msg("`%s` is not missing", wanted[i]);
        }
    }
    done(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sound_call_has_no_remarks),
        cmocka_unit_test(a_turn_without_a_reply_is_stuck),
        cmocka_unit_test(a_shut_record_does_not_unstick),
        cmocka_unit_test(a_circle_without_a_way_out_is_endless),
        cmocka_unit_test(a_circle_that_gains_is_farmable),
        cmocka_unit_test(a_circle_that_evens_out_is_not_farmable),
        cmocka_unit_test(what_only_silence_reaches_is_reachable),
        cmocka_unit_test(a_turn_nobody_leads_to_is_named_with_its_replies),
        cmocka_unit_test(a_move_that_closes_the_door_is_a_trap),
        cmocka_unit_test(losing_at_once_is_no_trap),
        cmocka_unit_test(a_weak_start_tells_whether_passing_is_left),
        cmocka_unit_test(replies_with_one_future_are_empty_choices),
        cmocka_unit_test(a_weight_is_the_chance_after_less_before),
        cmocka_unit_test(a_run_learnt_by_heart_passes_where_nothing_differs),
        cmocka_unit_test(the_gate_names_what_is_missing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
