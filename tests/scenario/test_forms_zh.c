/* The Chinese manner. */
#include "forms_world.h"

static const char *const now = "2025-09-10 10:30"; /* a Wednesday */

static void days_have_their_weekday_behind(void **state)
{
    (void)state;
    assert_day(&forms_zh, "2025-09-09 19:40", false, "9月9日 星期二");
    assert_day(&forms_zh, "2024-02-29 00:00", true, "2024年2月29日 星期四");
    assert_weekday(&forms_zh, "2025-09-14 00:00", "星期日");
}

static void near_times_are_told_in_minutes(void **state)
{
    (void)state;
    assert_ago(&forms_zh, "2025-09-10 10:30", now, "刚刚");
    assert_ago(&forms_zh, "2025-09-10 10:10", now, "20分钟前");
    assert_ago(&forms_zh, "2025-09-10 10:31", now, "马上");
    assert_ago(&forms_zh, "2025-09-10 11:00", now, "30分钟后");
}

static void days_nearby_are_told_by_their_parts(void **state)
{
    (void)state;
    assert_ago(&forms_zh, "2025-09-09 19:40", now, "昨晚");
    assert_ago(&forms_zh, "2025-09-09 13:00", now, "昨天下午");
    assert_ago(&forms_zh, "2025-09-10 08:05", now, "今天上午");
    assert_ago(&forms_zh, "2025-09-10 01:00", now, "今天凌晨");
    assert_ago(&forms_zh, "2025-09-10 20:00", now, "今晚");
    assert_ago(&forms_zh, "2025-09-11 09:00", now, "明天上午");
}

static void a_week_is_told_by_weekdays_and_more_by_the_date(void **state)
{
    (void)state;
    assert_ago(&forms_zh, "2025-09-06 11:00", now, "星期六");
    assert_ago(&forms_zh, "2025-09-12 11:00", now, "星期五");
    assert_ago(&forms_zh, "2025-08-09 11:00", now, "8月9日");
    assert_ago(&forms_zh, "2024-09-09 11:00", now, "2024年9月9日");
    assert_day_ago(&forms_zh, "2025-09-09", now, "昨天");
    assert_ago_is_total(&forms_zh);
}

static void money_has_its_unit_behind(void **state)
{
    (void)state;
    assert_money(&forms_zh, 4500, "45元");
    assert_money(&forms_zh, 4550, "45.50元");
    assert_money(&forms_zh, -123400, "−1,234元");
}

static void families_stand_before_the_title(void **state)
{
    (void)state;
    assert_formal(&forms_zh, "先生", "赵", "赵先生");
    assert_formal(&forms_zh, "先生", "Smith", "Smith先生");
    assert_formal(&forms_zh, "Mr", "Zhao", "Mr Zhao");
}

static void every_tag_of_chinese_has_the_chinese_manner(void **state)
{
    (void)state;
    assert_ptr_equal(forms_of("zh"), &forms_zh);
    assert_ptr_equal(forms_of("zh-Hant"), &forms_zh);
    assert_ptr_equal(forms_of("zh_CN"), &forms_zh);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_have_their_weekday_behind),
        cmocka_unit_test(near_times_are_told_in_minutes),
        cmocka_unit_test(days_nearby_are_told_by_their_parts),
        cmocka_unit_test(a_week_is_told_by_weekdays_and_more_by_the_date),
        cmocka_unit_test(money_has_its_unit_behind),
        cmocka_unit_test(families_stand_before_the_title),
        cmocka_unit_test(every_tag_of_chinese_has_the_chinese_manner),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
