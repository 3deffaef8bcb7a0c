#include <stdio.h>
#include <time.h>

#include "rapport/base.h"
#include "support/test.h"

static int64_t moment(const char *text)
{
    int64_t value = 0;

    assert_true(rp_parse_datetime(text, &value));
    return value;
}

static void every_day_agrees_with_the_c_library(void **state)
{
    (void)state;

    for (int64_t day = -25567; day < 84006; day += 1) { /* 1900..2199 */
        time_t seconds = (time_t)day * 86400;
        struct tm expected;
        assert_non_null(gmtime_r(&seconds, &expected));
        rp_calendar got = rp_calendar_of(day * RP_MINUTES_A_DAY + 61);
        int64_t back = 0;
        assert_int_equal(got.year, expected.tm_year + 1900);
        assert_int_equal(got.month, expected.tm_mon + 1);
        assert_int_equal(got.day, expected.tm_mday);
        assert_int_equal(got.weekday % 7, expected.tm_wday);
        assert_true(rp_calendar_moment(&got, &back));
        assert_int_equal(back, day * RP_MINUTES_A_DAY + 61);
    }
}

static void workdays_pass_over_the_weekend(void **state)
{
    int64_t wednesday = moment("2025-09-10 10:30");
    int64_t saturday = moment("2025-09-13 09:00");
    (void)state;

    assert_int_equal(rp_add_workdays(wednesday, 3), moment("2025-09-15 10:30"));
    assert_int_equal(rp_add_workdays(saturday, 1), moment("2025-09-15 09:00"));
    assert_int_equal(rp_add_workdays(saturday, 0), saturday);
    assert_int_equal(rp_add_workdays(saturday, -1), moment("2025-09-12 09:00"));
}

static void parsing_is_strict(void **state)
{
    static const char *const wrong[] = {
        "2025-02-30 10:00",  "2025-13-01 10:00", "2025-09-10 24:00",
        "2025-09-10 10:60",  "2025-9-10 10:30",  "2025-09-10T10:30",
        "2025-09-10 10:30 ", "1899-12-31 10:00", "",
    };
    int64_t value = -7;
    (void)state;

    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        assert_false(rp_parse_datetime(wrong[i], &value));
    }
    assert_int_equal(value, -7);
    assert_true(rp_parse_clock("00:00", &value));
    assert_int_equal(value, 0);
    assert_true(rp_parse_date("1970-01-02", &value));
    assert_int_equal(value, 1);
    assert_true(rp_parse_date("2024-02-29", &value));
    assert_false(rp_parse_date("2100-02-29", &value));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_agrees_with_the_c_library),
        cmocka_unit_test(workdays_pass_over_the_weekend),
        cmocka_unit_test(parsing_is_strict),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
