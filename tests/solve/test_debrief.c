/*
 * Looking back: what each move cost, and recorded runs against what is
 * expected of them.
 */
#include <string.h>

#include "rapport/solve.h"
#include "support/test.h"
#include "support/toy.h"

/* Three replies to a, two to b; `late` shuts the door, `fine` is the best. */
static toy two_turns(void)
{
    return (toy){
        .node_count = 4,
        .mood = {50, 50, 50},
        .nodes = {{.id = "a",
                   .kind = RP_TURN,
                   .line_count = 1,
                   .lines = {{.text = "one two three"}},
                   .choice_count = 2,
                   .choices = {{.id = "good",
                                .text = "four words to say",
                                .points = {4, 2, 2},
                                .mood = {10, 10, 0}},
                               {.id = "weak",
                                .points = {2, 2, 2},
                                .mood = {-5, 0, 0}}},
                   .route_count = 1,
                   .route = {{.to = "b"}},
                   .has_silence = true,
                   .silence_mood = {0, 0, -5}},
                  {.id = "b",
                   .kind = RP_TURN,
                   .line_count = 1,
                   .lines = {{.text = "yes"}},
                   .choice_count = 2,
                   .choices = {{.id = "fine"},
                               {.id = "late",
                                .route_count = 1,
                                .route = {{.to = "gone"}}}},
                   .route_count = 1,
                   .route = {{.to = "end"}}},
                  {.id = "end", .kind = RP_ENDING},
                  {.id = "gone", .kind = RP_ENDING, .outcome = RP_LOST}},
    };
}

typedef struct looked {
    toy from;
    rp_model *model;
    rp_walk *walk;
    rp_arena arena;
    rp_debrief debrief;
} looked;

static void look(looked *l, const char *const *moves, uint32_t count)
{
    rp_move made[8];
    rp_state state;

    l->from = two_turns();
    l->model = toy_model(&l->from);
    rp_arena_init(&l->arena, rp_alloc_default());
    assert_int_equal(
        rp_walk_open(l->model,
                     &(rp_walk_how){.set = 0, .alloc = rp_alloc_default()},
                     &l->walk, NULL),
        RP_OK);
    rp_state_begin(l->model, 0, &state, NULL);
    for (uint32_t i = 0; i < count; i++) {
        made[i] = toy_move(l->model, &state, moves[i]);
        rp_state_step(l->model, &state, &made[i], NULL);
    }
    assert_int_equal(rp_debrief_make(l->walk, &(rp_made){made, count, 0},
                                     &l->arena, &l->debrief, NULL),
                     RP_OK);
}

static void done(looked *l)
{
    rp_walk_free(l->walk);
    toy_model_free(l->model);
    rp_arena_clear(&l->arena);
}

static void the_turning_point_is_the_move_of_largest_regret(void **unused)
{
    (void)unused;
    static looked l;
    const char *const moves[] = {"silence", "weak", "fine"};

    look(&l, moves, 3);

    assert_int_equal(l.debrief.turning, 1);
    const rp_debrief_move *weak = &l.debrief.moves[1];
    /* two of four points of listening: half of 10000 */
    assert_int_equal(weak->regret.value, 5000 * l.debrief.unit);
    assert_false(weak->regret.is_strong);
    assert_int_equal(weak->regret.better.index, 0);
    assert_int_equal(l.debrief.attainable_at_start - weak->attainable,
                     weak->regret.value);
    assert_true(l.debrief.moves[2].regret.is_strong);
    assert_int_equal(l.debrief.result.points[RP_LISTENING], 2);
    done(&l);
}

static void a_closed_door_is_told(void **unused)
{
    (void)unused;
    static looked l;
    const char *const moves[] = {"good", "late"};

    look(&l, moves, 2);

    assert_int_equal(l.debrief.turning, 1);
    assert_true(l.debrief.moves[1].regret.closes_door);
    assert_false(l.debrief.moves[1].ends_well);
    assert_false(l.debrief.result.passed);
    done(&l);
}

static void a_run_without_regret_has_no_turning_point(void **unused)
{
    (void)unused;
    static looked l;
    const char *const moves[] = {"good", "fine"};

    look(&l, moves, 2);

    assert_int_equal(l.debrief.turning, RP_NONE);
    assert_int_equal(l.debrief.satisfied, 0);
    assert_true(l.debrief.result.passed);
    done(&l);
}

static void words_said_become_seconds(void **unused)
{
    (void)unused;
    static looked l;
    const char *const moves[] = {"good", "fine"};

    look(&l, moves, 2);

    /* "four words to say" and "fine"; "one two three" and "yes" */
    assert_int_equal(l.debrief.talk.agent_words, 5);
    assert_int_equal(l.debrief.talk.customer_words, 4);
    /* 5 of 150 and 4 of 160 words a minute: 2.0 s and 1.5 s */
    assert_int_equal(l.debrief.talk_seconds, 4);
    done(&l);
}

static rp_example_result run_example(const rp_example *example)
{
    static const char *const moves[] = {"good", "fine", "hello"};
    static toy from;
    const int32_t par[RP_SCORES] = {4, 2, 2};
    rp_example_result result;

    from = two_turns();
    rp_model *model = toy_model(&from);
    model->example_moves = moves;
    model->examples = example;
    model->example_count = 1;
    rp_example_run(model, 0, par, &result);
    toy_model_free(model);
    return result;
}

static rp_example nothing_expected(uint32_t moves)
{
    return (rp_example){.name = "x",
                        .moves = {0, moves},
                        .passed = -1,
                        .outcome = -1,
                        .points = {INT32_MIN, INT32_MIN, INT32_MIN}};
}

static void an_example_tells_every_critical_fault_or_fails(void **unused)
{
    static const char *const moves[] = {"good", "fine"};
    static const uint16_t criticals[] = {0};
    const int32_t par[RP_SCORES] = {4, 2, 2};
    rp_example none = nothing_expected(2);
    rp_example one = nothing_expected(2);
    rp_example_result results[2];
    static toy from;
    (void)unused;

    from = two_turns();
    from.nodes[0].choices[0].is_critical = true;
    none.tells_criticals = true;
    one.tells_criticals = true;
    one.criticals = (rp_span){0, 1};
    rp_model *model = toy_model(&from);
    model->example_moves = moves;
    model->critical_idx = criticals;
    model->examples = &none;
    rp_example_run(model, 0, par, &results[0]);
    model->examples = &one;
    rp_example_run(model, 0, par, &results[1]);

    assert_false(results[0].holds);
    assert_non_null(strstr(results[0].why, "critical fault `crit`"));
    assert_true(results[1].holds);
    toy_model_free(model);
}

static void an_example_holds_or_says_why_not(void **unused)
{
    (void)unused;
    rp_example holds = nothing_expected(2);
    rp_example wrong = nothing_expected(2);
    rp_example points = nothing_expected(2);
    rp_example refused = nothing_expected(3);
    holds.ending = "end";
    holds.passed = 1;
    wrong.ending = "gone";
    points.points[RP_EMPATHY] = 9;

    rp_example_result held = run_example(&holds);
    rp_example_result other = run_example(&wrong);
    rp_example_result fewer = run_example(&points);
    rp_example_result stopped = run_example(&refused);

    assert_true(held.holds);
    assert_false(other.holds);
    assert_non_null(strstr(other.why, "not the ending `gone`"));
    assert_false(fewer.holds);
    assert_non_null(strstr(fewer.why, "earns 2 in empathy, not 9"));
    assert_false(stopped.holds);
    assert_non_null(strstr(stopped.why, "Move 3"));
    assert_int_equal(stopped.move_count, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_turning_point_is_the_move_of_largest_regret),
        cmocka_unit_test(a_closed_door_is_told),
        cmocka_unit_test(a_run_without_regret_has_no_turning_point),
        cmocka_unit_test(words_said_become_seconds),
        cmocka_unit_test(an_example_holds_or_says_why_not),
        cmocka_unit_test(an_example_tells_every_critical_fault_or_fails),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
