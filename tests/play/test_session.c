/*
 * The session: one door, time, exams, and the order of the cards.
 */
#include <string.h>

#include "rapport/play.h"
#include "support/test.h"
#include "support/toy.h"

static toy four_replies(void)
{
    return (toy){
        .node_count = 2,
        .mood = {50, 50, 50},
        .set_count = 3,
        .nodes = {{.id = "a",
                   .kind = RP_TURN,
                   .choice_count = 5,
                   .choices = {{.id = "r0", .points = {1, 0, 0}, .stay = true},
                               {.id = "r1", .is_critical = true, .stay = true},
                               {.id = "r2", .when = "calm > 90"},
                               {.id = "r3"},
                               {.id = "any", .is_anytime = true}},
                   .route_count = 1,
                   .route = {{.to = "end"}}},
                  {.id = "end", .kind = RP_ENDING}},
    };
}

static rp_session begun(const rp_model *model, uint64_t seed)
{
    rp_session session;

    assert_int_equal(rp_session_begin(model, &(rp_opening){seed, RP_NONE},
                                      &session, NULL, NULL),
                     RP_OK);
    return session;
}

static rp_status take(rp_session *session, const char *text, uint32_t at_ms)
{
    rp_move move = toy_move(session->model, &session->state, text);

    move.at_ms = at_ms;
    return rp_session_take(session, &move, NULL, NULL);
}

static void take_refuses_time_running_backwards(void **unused)
{
    (void)unused;
    toy t = four_replies();
    rp_model *model = toy_model(&t);
    rp_session session = begun(model, 7);

    assert_int_equal(take(&session, "r0", 500), RP_OK);
    rp_session before = session;

    assert_int_equal(take(&session, "r0", 499), RP_E_INVALID);
    assert_memory_equal(&before, &session, sizeof session);
    toy_model_free(model);
}

static void take_refuses_what_is_not_offered(void **unused)
{
    (void)unused;
    toy t = four_replies();
    rp_model *model = toy_model(&t);
    rp_session session = begun(model, 7);
    rp_move move = {.kind = RP_MOVE_REPLY, .index = 2};
    rp_error err = {.message = ""};

    assert_int_equal(rp_session_take(&session, &move, NULL, &err),
                     RP_E_INVALID);
    assert_non_null(strstr(err.message, "r0, r1, r3, any"));
    toy_model_free(model);
}

static void take_refuses_an_ended_run(void **unused)
{
    (void)unused;
    toy t = four_replies();
    rp_model *model = toy_model(&t);
    rp_session session = begun(model, 7);
    rp_move move = toy_move(model, &session.state, "r3");

    assert_int_equal(rp_session_take(&session, &move, NULL, NULL), RP_OK);
    assert_int_equal(rp_session_take(&session, &move, NULL, NULL), RP_E_STATE);
    toy_model_free(model);
}

static void a_critical_move_ends_an_exam_only(void **unused)
{
    (void)unused;
    toy t = four_replies();
    rp_model *model = toy_model(&t);
    rp_session practice = begun(model, 7);
    rp_session exam = begun(model, 7);
    int32_t par[RP_SCORES] = {1, 0, 0};
    exam.is_exam = true;

    assert_int_equal(take(&practice, "r1", 0), RP_OK);
    assert_int_equal(take(&exam, "r1", 0), RP_OK);

    assert_false(rp_session_has_ended(&practice));
    assert_true(rp_session_has_ended(&exam));
    rp_result result = rp_session_result(&exam, par);
    assert_true(result.is_critical);
    assert_false(result.passed);
    assert_int_equal(result.ending, RP_NONE);
    assert_int_equal(result.outcome, RP_LOST);
    toy_model_free(model);
}

static void cards_are_shuffled_by_seed_and_turn(void **unused)
{
    (void)unused;
    toy t = four_replies();
    rp_model *model = toy_model(&t);
    rp_session session = begun(model, 42);
    uint16_t expected[4] = {0, 1, 2, 3};
    uint16_t cards[RP_OFFERS_MAX];
    rp_random random = rp_random_seeded(42 ^ rp_fnv1a("a", 1));
    rp_random_shuffle(&random, expected, 4);

    uint32_t count = rp_session_cards(&session, cards);

    assert_int_equal(count, 3);
    uint32_t at = 0;
    for (int i = 0; i < 4; i++) {
        if (expected[i] != 2) {
            assert_int_equal(cards[at++], expected[i]);
        }
    }
    toy_model_free(model);
}

static void anytime_replies_have_their_own_place(void **unused)
{
    (void)unused;
    toy t = four_replies();
    rp_model *model = toy_model(&t);
    rp_session session = begun(model, 42);
    uint16_t offers[RP_OFFERS_MAX];

    assert_int_equal(rp_session_anytime(&session, offers), 1);
    assert_int_equal(offers[0], 4);
    toy_model_free(model);
}

static void the_seed_picks_the_set(void **unused)
{
    (void)unused;
    toy t = four_replies();
    rp_model *model = toy_model(&t);

    /* First outputs of SplitMix64: 0xe220a8397b1dcdaf for seed 0. */
    assert_int_equal(rp_seed_set(model, 0), 0xe220a8397b1dcdafU % 3);
    assert_int_equal(begun(model, 0).state.set, 0xe220a8397b1dcdafU % 3);
    toy_model_free(model);
}

static void begin_refuses_a_set_that_is_not_there(void **unused)
{
    (void)unused;
    toy t = four_replies();
    rp_model *model = toy_model(&t);
    rp_session session;

    assert_int_equal(
        rp_session_begin(model, &(rp_opening){0, 3}, &session, NULL, NULL),
        RP_E_INVALID);
    toy_model_free(model);
}

static void equal_moves_give_equal_digests(void **unused)
{
    (void)unused;
    toy t = four_replies();
    rp_model *model = toy_model(&t);
    rp_session one = begun(model, 3);
    rp_session other = begun(model, 3);

    assert_int_equal(take(&one, "r0", 10), RP_OK);
    rp_digest earlier = rp_state_digest(model, &other.state, other.points);
    assert_int_equal(take(&other, "r0", 99), RP_OK);
    rp_digest a = rp_state_digest(model, &one.state, one.points);
    rp_digest b = rp_state_digest(model, &other.state, other.points);

    assert_true(rp_digest_equal(&a, &b));
    assert_false(rp_digest_equal(&earlier, &b));
    toy_model_free(model);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(take_refuses_time_running_backwards),
        cmocka_unit_test(take_refuses_what_is_not_offered),
        cmocka_unit_test(take_refuses_an_ended_run),
        cmocka_unit_test(a_critical_move_ends_an_exam_only),
        cmocka_unit_test(cards_are_shuffled_by_seed_and_turn),
        cmocka_unit_test(anytime_replies_have_their_own_place),
        cmocka_unit_test(the_seed_picks_the_set),
        cmocka_unit_test(begin_refuses_a_set_that_is_not_there),
        cmocka_unit_test(equal_moves_give_equal_digests),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
