/* The English manner. */
#include "forms_world.h"

static const char *const now = "2025-09-10 10:30"; /* a Wednesday */

static void days_are_short_and_tell_the_year_when_asked(void **state)
{
    (void)state;
    assert_day(&forms_en, "2025-09-09 19:40", false, "Tue 9 Sep");
    assert_day(&forms_en, "2024-02-29 00:00", true, "Thu 29 Feb 2024");
    assert_day(&forms_en, "2025-12-31 23:59", false, "Wed 31 Dec");
    assert_weekday(&forms_en, "2025-09-09 19:40", "Tuesday");
    assert_weekday(&forms_en, "2025-09-14 00:00", "Sunday");
}

static void near_times_are_told_in_minutes(void **state)
{
    (void)state;
    assert_ago(&forms_en, "2025-09-10 10:30", now, "just now");
    assert_ago(&forms_en, "2025-09-10 10:29", now, "just now");
    assert_ago(&forms_en, "2025-09-10 10:10", now, "20 minutes ago");
    assert_ago(&forms_en, "2025-09-10 09:31", now, "59 minutes ago");
    assert_ago(&forms_en, "2025-09-10 10:31", now, "in a moment");
    assert_ago(&forms_en, "2025-09-10 10:50", now, "in 20 minutes");
    assert_ago(&forms_en, "2025-09-09 23:50", "2025-09-10 00:10",
               "20 minutes ago");
}

static void the_same_day_is_told_by_its_part(void **state)
{
    (void)state;
    assert_ago(&forms_en, "2025-09-10 08:05", now, "this morning");
    assert_ago(&forms_en, "2025-09-10 03:00", now, "early this morning");
    assert_ago(&forms_en, "2025-09-10 13:00", now, "this afternoon");
    assert_ago(&forms_en, "2025-09-10 18:00", now, "this evening");
}

static void yesterday_and_tomorrow_have_parts_too(void **state)
{
    (void)state;
    assert_ago(&forms_en, "2025-09-09 18:00", now, "last night");
    assert_ago(&forms_en, "2025-09-09 17:59", now, "yesterday afternoon");
    assert_ago(&forms_en, "2025-09-09 05:00", now, "yesterday morning");
    assert_ago(&forms_en, "2025-09-09 04:59", now, "early yesterday");
    assert_ago(&forms_en, "2025-09-11 09:00", now, "tomorrow morning");
    assert_ago(&forms_en, "2025-09-11 19:00", now, "tomorrow evening");
}

static void a_week_is_told_by_weekdays_and_more_by_the_date(void **state)
{
    (void)state;
    assert_ago(&forms_en, "2025-09-06 11:00", now, "on Saturday");
    assert_ago(&forms_en, "2025-09-04 23:59", now, "on Thursday");
    assert_ago(&forms_en, "2025-09-03 12:00", now, "on 3 Sep");
    assert_ago(&forms_en, "2025-09-12 12:00", now, "on Friday");
    assert_ago(&forms_en, "2025-09-17 12:00", now, "on 17 Sep");
    assert_ago(&forms_en, "2024-09-17 12:00", now, "on 17 Sep 2024");
    assert_ago_is_total(&forms_en);
}

static void dates_have_no_parts(void **state)
{
    (void)state;
    assert_day_ago(&forms_en, "2025-09-10", now, "today");
    assert_day_ago(&forms_en, "2025-09-09", now, "yesterday");
    assert_day_ago(&forms_en, "2025-09-11", now, "tomorrow");
    assert_day_ago(&forms_en, "2025-09-08", now, "on Monday");
    assert_day_ago(&forms_en, "2025-08-08", now, "on 8 Aug");
}

static void money_has_its_sign_before_the_amount(void **state)
{
    (void)state;
    assert_money(&forms_en, 4500, "¥45");
    assert_money(&forms_en, 4550, "¥45.50");
    assert_money(&forms_en, 5, "¥0.05");
    assert_money(&forms_en, -4500, "−¥45");
    assert_money(&forms_en, 123400, "¥1,234");
    assert_money(&forms_en, 123456789012, "¥1,234,567,890.12");
    assert_money(&forms_en, INT64_MIN, "−¥92,233,720,368,547,758.08");
}

static void titles_stand_before_the_family(void **state)
{
    (void)state;
    assert_formal(&forms_en, "Mr", "Zhao", "Mr Zhao");
}

static void other_languages_have_the_english_manner(void **state)
{
    (void)state;
    assert_ptr_equal(forms_of("en"), &forms_en);
    assert_ptr_equal(forms_of("de"), &forms_en);
    assert_ptr_equal(forms_of("zha"), &forms_en);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_short_and_tell_the_year_when_asked),
        cmocka_unit_test(near_times_are_told_in_minutes),
        cmocka_unit_test(the_same_day_is_told_by_its_part),
        cmocka_unit_test(yesterday_and_tomorrow_have_parts_too),
        cmocka_unit_test(a_week_is_told_by_weekdays_and_more_by_the_date),
        cmocka_unit_test(dates_have_no_parts),
        cmocka_unit_test(money_has_its_sign_before_the_amount),
        cmocka_unit_test(titles_stand_before_the_family),
        cmocka_unit_test(other_languages_have_the_english_manner),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
