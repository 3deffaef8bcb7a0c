/*
 * From points to basis points, marks and satisfaction.
 */
#include "rapport/play.h"
#include "support/test.h"

static void a_score_is_floored_and_never_beyond_full(void **unused)
{
    (void)unused;
    assert_int_equal(rp_score_bp(2, 3), 6666);
    assert_int_equal(rp_score_bp(3, 3), 10000);
    assert_int_equal(rp_score_bp(4, 3), 10000);
    assert_int_equal(rp_score_bp(-1, 3), 0);
    assert_int_equal(rp_score_bp(5, 0), RP_NOT_ASSESSED);
}

static void scores_without_par_do_not_decide(void **unused)
{
    (void)unused;
    rp_model model = {.pass_percent = {60, 60, 60}, .exam_percent = 60};
    const int32_t good[RP_SCORES] = {6000, RP_NOT_ASSESSED, 9000};
    const int32_t weak[RP_SCORES] = {5999, RP_NOT_ASSESSED, 9000};

    assert_true(rp_marks_reached(&model, good));
    assert_false(rp_marks_reached(&model, weak));
    assert_true(rp_exam_mark_reached(&model, weak));
}

static void the_exam_mark_is_the_mean_of_the_assessed(void **unused)
{
    (void)unused;
    rp_model model = {.exam_percent = 60};
    const int32_t just[RP_SCORES] = {2000, 10000, 6000};
    const int32_t short_of[RP_SCORES] = {1999, 10000, 6000};

    assert_true(rp_exam_mark_reached(&model, just));
    assert_false(rp_exam_mark_reached(&model, short_of));
}

static void satisfaction_is_rounded_and_capped_by_the_outcome(void **unused)
{
    (void)unused;
    rp_state content = {.mood = {100, 100, 50}};
    rp_state sour = {.mood = {0, 0, 50}};
    rp_state edge = {.mood = {37, 0, 50}}; /* 4 * 37 / 300 + 1/2 < 1 */
    rp_state over = {.mood = {38, 0, 50}}; /* 4 * 38 / 300 + 1/2 > 1 */

    assert_int_equal(rp_satisfaction(&content, RP_RESOLVED), 5);
    assert_int_equal(rp_satisfaction(&content, RP_PARTLY), 4);
    assert_int_equal(rp_satisfaction(&content, RP_LOST), 2);
    assert_int_equal(rp_satisfaction(&sour, RP_RESOLVED), 1);
    assert_int_equal(rp_satisfaction(&edge, RP_RESOLVED), 1);
    assert_int_equal(rp_satisfaction(&over, RP_RESOLVED), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_score_is_floored_and_never_beyond_full),
        cmocka_unit_test(scores_without_par_do_not_decide),
        cmocka_unit_test(the_exam_mark_is_the_mean_of_the_assessed),
        cmocka_unit_test(satisfaction_is_rounded_and_capped_by_the_outcome),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
