/*
 * What is proposed next: a table of small cases, no store and no clock.
 */
#include "app/suggest.h"
#include "support/test.h"

/* A scenario that has been passed and gives no reason at all. */
#define DULL(name)                                                        \
    (suggest_candidate)                                                   \
    {                                                                     \
        .id = (name), .difficulty = 1, .attempts = 1, .was_passed = true, \
        .days = 0                                                         \
    }

static suggestion first_of(const suggest_candidate *all, uint32_t count)
{
    suggestion order[8];

    suggest(all, count, order);
    return order[0];
}

static void nothing_tried_begins_with_the_easiest(void **state)
{
    const suggest_candidate all[] = {
        {.id = "a", .difficulty = 4, .days = SUGGEST_NEVER},
        {.id = "b", .difficulty = 1, .days = SUGGEST_NEVER},
        {.id = "c", .difficulty = 2, .days = SUGGEST_NEVER}};
    suggestion best = first_of(all, 3);

    (void)state;
    assert_int_equal(best.candidate, 1);
    assert_int_equal(best.why.kind, RP_REASON_FIRST);
}

static void what_was_missed_most_comes_first(void **state)
{
    suggest_candidate all[] = {DULL("a"), DULL("b")};
    suggestion best;

    (void)state;
    all[0].missed[RP_LISTENING] = 1;
    all[0].shown[RP_LISTENING] = 3;
    all[1].chapter = 3;
    all[1].missed[RP_LISTENING] = 1;
    all[1].missed[RP_EMPATHY] = 4;
    all[1].shown[RP_EMPATHY] = 1;
    best = first_of(all, 2);
    assert_int_equal(best.candidate, 1);
    assert_int_equal(best.why.kind, RP_REASON_MISSED);
    assert_int_equal(best.why.score, RP_EMPATHY);
    assert_int_equal(best.why.count, 4);
    assert_int_equal(best.why.chapter, 3);
}

static void a_chapter_that_rested_comes_back(void **state)
{
    suggest_candidate all[] = {DULL("a"), DULL("b")};
    suggestion best;

    (void)state;
    all[1].days = 9;
    all[1].chapter = 5;
    all[0].days = 2;
    best = first_of(all, 2);
    assert_int_equal(best.candidate, 1);
    assert_int_equal(best.points, 9 * 4 + 20);
    assert_int_equal(best.why.kind, RP_REASON_RESTED);
    assert_int_equal(best.why.days, 9);
}

static void rest_counts_no_more_after_twenty_five_days(void **state)
{
    suggest_candidate all[] = {DULL("a"), DULL("b")};

    (void)state;
    all[0].days = 25;
    all[1].days = 400;
    assert_int_equal(first_of(all, 2).candidate, 0);
}

static void the_unseen_goes_before_the_tried_and_the_passed(void **state)
{
    suggest_candidate all[] = {DULL("a"), DULL("b"), DULL("c")};
    suggestion order[3];

    (void)state;
    all[1].was_passed = false;
    all[2].attempts = 0;
    all[2].was_passed = false;
    all[2].days = SUGGEST_NEVER;
    suggest(all, 3, order);
    assert_int_equal(order[0].candidate, 2);
    assert_int_equal(order[0].why.kind, RP_REASON_NEW);
    assert_int_equal(order[1].candidate, 1);
    assert_int_equal(order[1].why.kind, RP_REASON_TRIED);
    assert_int_equal(order[2].candidate, 0);
}

static void difficulty_rises_by_one(void **state)
{
    suggest_candidate all[] = {DULL("a"), DULL("b"), DULL("c")};
    suggestion best;

    (void)state;
    all[1].difficulty = 4;
    all[1].was_passed = false;
    all[2].difficulty = 2;
    all[2].was_passed = false;
    best = first_of(all, 3);
    assert_int_equal(best.candidate, 2);
    assert_int_equal(best.points, 30 + 40);
    assert_int_equal(best.why.kind, RP_REASON_STEP);
}

static void equals_go_by_id(void **state)
{
    const suggest_candidate all[] = {DULL("c"), DULL("a"), DULL("b")};
    suggestion order[3];

    (void)state;
    suggest(all, 3, order);
    assert_int_equal(order[0].candidate, 1);
    assert_int_equal(order[1].candidate, 2);
    assert_int_equal(order[2].candidate, 0);
}

static void no_points_are_no_false_reason(void **state)
{
    suggest_candidate all[] = {DULL("a"), DULL("b")};
    suggestion order[2];

    (void)state;
    all[0].difficulty = 5;
    suggest(all, 2, order);
    assert_int_equal(order[1].points, 0);
    assert_int_equal(order[1].why.kind, RP_REASON_STEP);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_tried_begins_with_the_easiest),
        cmocka_unit_test(what_was_missed_most_comes_first),
        cmocka_unit_test(a_chapter_that_rested_comes_back),
        cmocka_unit_test(rest_counts_no_more_after_twenty_five_days),
        cmocka_unit_test(the_unseen_goes_before_the_tried_and_the_passed),
        cmocka_unit_test(difficulty_rises_by_one),
        cmocka_unit_test(equals_go_by_id),
        cmocka_unit_test(no_points_are_no_false_reason),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
