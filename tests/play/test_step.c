/*
 * One move, rule by rule, each on the smallest call that can show it.
 */
#include <stdio.h>

#include "rapport/play.h"
#include "support/test.h"
#include "support/toy.h"

/* A turn with one reply `go` to the ending `end`, to be bent by each test. */
static toy small(void)
{
    return (toy){
        .node_count = 2,
        .mood = {50, 50, 50},
        .nodes = {{.id = "a",
                   .kind = RP_TURN,
                   .choice_count = 1,
                   .choices = {{.id = "go"}},
                   .route_count = 1,
                   .route = {{.to = "end"}}},
                  {.id = "end", .kind = RP_ENDING, .outcome = RP_RESOLVED}},
    };
}

/* A form with one `many` ask of two answers. */
static toy small_form(void)
{
    toy t = small();

    t.nodes[0].kind = RP_FORM;
    t.nodes[0].choice_count = 0;
    t.nodes[0].ask_count = 1;
    t.nodes[0].asks[0] = (toy_ask){.id = "q",
                                   .many = true,
                                   .answer_count = 2,
                                   .answers = {{.id = "x"}, {.id = "y"}}};
    return t;
}

static rp_state state_after(const rp_model *model, const char *move,
                            rp_effect *effect)
{
    rp_state state;

    rp_state_begin(model, 0, &state, NULL);
    rp_move made = toy_move(model, &state, move);
    rp_state_step(model, &state, &made, effect);
    return state;
}

static void mood_of_a_form_is_summed_then_clamped_once(void **unused)
{
    (void)unused;
    toy t = small_form();
    t.nodes[0].asks[0].answers[0].mood[RP_CALM] = 80;
    t.nodes[0].asks[0].answers[1].mood[RP_CALM] = -60;
    rp_model *model = toy_model(&t);

    rp_state state = state_after(model, "a:q=x+y", NULL);

    assert_int_equal(state.mood[RP_CALM], 70);
    toy_model_free(model);
}

static void set_of_any_answer_comes_before_add_of_any(void **unused)
{
    (void)unused;
    toy t = small_form();
    t.var_count = 1;
    t.vars[0] = (toy_var){.name = "n", .hi = 9, .start = 4};
    t.nodes[0].asks[0].answers[0].assign_count = 1;
    t.nodes[0].asks[0].answers[0].assigns[0] =
        (toy_assign){.var = "n", .is_add = true, .value = "n"};
    t.nodes[0].asks[0].answers[1].assign_count = 1;
    t.nodes[0].asks[0].answers[1].assigns[0] =
        (toy_assign){.var = "n", .value = "1"};
    rp_model *model = toy_model(&t);

    rp_state state = state_after(model, "a:q=x+y", NULL);

    assert_int_equal(state.vars[0], 1 + 4);
    toy_model_free(model);
}

static void changes_read_the_state_before_the_move(void **unused)
{
    (void)unused;
    toy t = small();
    t.var_count = 2;
    t.vars[0] = (toy_var){.name = "m", .hi = 9, .start = 2};
    t.vars[1] = (toy_var){.name = "n", .hi = 9, .start = 7};
    t.nodes[0].choices[0].assign_count = 2;
    t.nodes[0].choices[0].assigns[0] = (toy_assign){.var = "m", .value = "n"};
    t.nodes[0].choices[0].assigns[1] = (toy_assign){.var = "n", .value = "m"};
    rp_model *model = toy_model(&t);

    rp_state state = state_after(model, "go", NULL);

    assert_int_equal(state.vars[0], 7);
    assert_int_equal(state.vars[1], 2);
    toy_model_free(model);
}

static void patience_zero_hangs_up_before_any_interrupt(void **unused)
{
    (void)unused;
    toy t = small();
    t.node_count = 3;
    t.nodes[2] =
        (toy_node){.id = "gone", .kind = RP_ENDING, .outcome = RP_LOST};
    snprintf(t.hangs_up, sizeof t.hangs_up, "gone");
    t.nodes[0].choices[0].mood[RP_PATIENCE] = -50;
    t.interrupt_count = 1;
    t.interrupts[0] = (toy_interrupt){"i", "said 'go'", "end"};
    rp_model *model = toy_model(&t);

    rp_state state = state_after(model, "go", NULL);

    assert_int_equal(state.node, 2);
    assert_int_equal(rp_state_outcome(model, &state), RP_LOST);
    toy_model_free(model);
}

static void an_interrupt_reads_the_new_state_and_fires_once(void **unused)
{
    (void)unused;
    toy t = small();
    t.nodes[0].choices[0].stay = true;
    t.nodes[0].choices[0].mood[RP_CALM] = 10;
    t.node_count = 3;
    t.nodes[2] = (toy_node){.id = "b",
                            .kind = RP_TURN,
                            .choice_count = 1,
                            .choices = {{.id = "back"}},
                            .route_count = 1,
                            .route = {{.to = "a"}}};
    t.interrupt_count = 1;
    t.interrupts[0] = (toy_interrupt){"i", "calm >= 60", "b"};
    rp_model *model = toy_model(&t);

    rp_state state = state_after(model, "go", NULL);
    assert_int_equal(state.node, 2);
    rp_move back = toy_move(model, &state, "back");
    rp_state_step(model, &state, &back, NULL);

    assert_int_equal(state.node, 0);
    toy_model_free(model);
}

static void entering_a_turn_looks_at_the_interrupts_again(void **unused)
{
    (void)unused;
    toy t = small();
    t.node_count = 3;
    t.nodes[0].route[0] = (toy_route){.to = "b"};
    t.nodes[2] = (toy_node){.id = "b", .kind = RP_TURN};
    t.interrupt_count = 1;
    t.interrupts[0] = (toy_interrupt){"i", "seen 'b'", "end"};
    rp_model *model = toy_model(&t);
    rp_effect effect;

    rp_state state = state_after(model, "go", &effect);

    assert_int_equal(state.node, 1);
    assert_int_equal(effect.node_count, 2);
    assert_int_equal(effect.nodes[0], 2);
    assert_int_equal(effect.nodes[1], 1);
    toy_model_free(model);
}

static void entering_the_start_looks_at_the_interrupts(void **unused)
{
    (void)unused;
    toy t = small();
    t.interrupt_count = 1;
    t.interrupts[0] = (toy_interrupt){"i", "calm == 50", "end"};
    rp_model *model = toy_model(&t);
    rp_state state;

    rp_state_begin(model, 0, &state, NULL);

    assert_true(rp_state_has_ended(model, &state));
    toy_model_free(model);
}

static void a_once_reply_is_offered_once(void **unused)
{
    (void)unused;
    toy t = small();
    t.nodes[0].choices[0].once = true;
    t.nodes[0].choices[0].stay = true;
    rp_model *model = toy_model(&t);
    uint16_t offers[RP_OFFERS_MAX];

    rp_state state = state_after(model, "go", NULL);

    assert_int_equal(state.node, 0);
    assert_int_equal(rp_state_offers(model, &state, offers), 0);
    toy_model_free(model);
}

static void opening_a_record_is_free_and_sets_off_nothing(void **unused)
{
    (void)unused;
    toy t = small();
    t.record_count = 1;
    snprintf(t.records[0], sizeof t.records[0], "log");
    t.interrupt_count = 1;
    t.interrupts[0] = (toy_interrupt){"i", "opened 'log'", "end"};
    rp_model *model = toy_model(&t);
    rp_effect effect;

    rp_state state = state_after(model, "open:log", &effect);

    assert_int_equal(state.moves, 0);
    assert_int_equal(state.node, 0);
    assert_int_equal(effect.node_count, 0);
    assert_true(rp_mark_is_set(&state, model->records[0].opened_mark));
    toy_model_free(model);
}

static void silence_counts_and_repeats_the_turn(void **unused)
{
    (void)unused;
    toy t = small();
    t.nodes[0].has_silence = true;
    t.nodes[0].silence_mood[RP_PATIENCE] = -20;
    rp_model *model = toy_model(&t);

    rp_state state = state_after(model, "silence", NULL);

    assert_int_equal(state.node, 0);
    assert_int_equal(state.moves, 1);
    assert_int_equal(state.mood[RP_PATIENCE], 30);
    toy_model_free(model);
}

static void the_limit_of_moves_loses_unless_the_last_move_ends(void **unused)
{
    (void)unused;
    toy t = small();
    t.moves_max = 1;
    t.nodes[0].choice_count = 2;
    t.nodes[0].choices[1] = (toy_choice){.id = "stay", .stay = true};
    rp_model *model = toy_model(&t);

    rp_state stayed = state_after(model, "stay", NULL);
    rp_state went = state_after(model, "go", NULL);

    assert_true(rp_state_has_ended(model, &stayed));
    assert_int_equal(rp_state_outcome(model, &stayed), RP_LOST);
    assert_int_equal(rp_state_outcome(model, &went), RP_RESOLVED);
    toy_model_free(model);
}

static void a_route_takes_the_first_condition_that_holds(void **unused)
{
    (void)unused;
    toy t = small();
    t.node_count = 3;
    t.nodes[2] = (toy_node){.id = "b", .kind = RP_TURN};
    t.nodes[0].choices[0].mood[RP_CALM] = 30;
    t.nodes[0].choices[0].route_count = 3;
    t.nodes[0].choices[0].route[0] = (toy_route){"calm < 60", "a"};
    t.nodes[0].choices[0].route[1] = (toy_route){"calm == 80", "b"};
    t.nodes[0].choices[0].route[2] = (toy_route){"", "end"};
    rp_model *model = toy_model(&t);

    rp_state state = state_after(model, "go", NULL);

    assert_int_equal(state.node, 2);
    toy_model_free(model);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mood_of_a_form_is_summed_then_clamped_once),
        cmocka_unit_test(set_of_any_answer_comes_before_add_of_any),
        cmocka_unit_test(changes_read_the_state_before_the_move),
        cmocka_unit_test(patience_zero_hangs_up_before_any_interrupt),
        cmocka_unit_test(an_interrupt_reads_the_new_state_and_fires_once),
        cmocka_unit_test(entering_a_turn_looks_at_the_interrupts_again),
        cmocka_unit_test(entering_the_start_looks_at_the_interrupts),
        cmocka_unit_test(a_once_reply_is_offered_once),
        cmocka_unit_test(opening_a_record_is_free_and_sets_off_nothing),
        cmocka_unit_test(silence_counts_and_repeats_the_turn),
        cmocka_unit_test(the_limit_of_moves_loses_unless_the_last_move_ends),
        cmocka_unit_test(a_route_takes_the_first_condition_that_holds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
