#include <stdio.h>

#include "helper/harness.h"
#include "support/test.h"

static void after_counts_days_then_working_days_then_minutes(void **state)
{
    (void)state;
    /* 2025-09-12 is a Friday. */
    static const char *const cases[][2] = {
        {"datetime \"2025-09-10 10:30\", { hours = 2, minutes = 30 }",
         "\"2025-09-10 13:00\""},
        {"datetime \"2025-09-12 23:30\", { hours = 1 }",
         "\"2025-09-13 00:30\""},
        {"datetime \"2025-09-12 10:00\", { workdays = 1 }",
         "\"2025-09-15 10:00\""},
        {"datetime \"2025-09-13 10:00\", { workdays = 1 }",
         "\"2025-09-15 10:00\""},
        {"datetime \"2025-09-12 10:00\", { workdays = -3 }",
         "\"2025-09-09 10:00\""},
        {"datetime \"2025-09-11 10:00\", { days = 1, workdays = 1, hours = 1 }",
         "\"2025-09-15 11:00\""},
        {"datetime \"2024-02-28 10:00\", { days = 1 }", "\"2024-02-29 10:00\""},
        {"date \"2025-12-31\", { days = 1 }", "\"2026-01-01\""},
        {"date \"2025-09-12\", { workdays = 2 }", "\"2025-09-16\""},
        {"date \"1969-12-30\", { days = 1 }", "\"1969-12-31\""},
        {"clock \"09:45\", { minutes = 30 }", "\"10:15\""},
        {"clock \"09:45\", { hours = -9, minutes = -45 }", "\"00:00\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char expression[256];
        (void)snprintf(expression, sizeof expression, "tostring(after(%s))",
                       cases[i][0]);
        assert_string_equal(harness_value(expression), cases[i][1]);
    }
}

static void parts_of_a_moment_come_apart_and_together(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"weekday(date \"2025-09-15\")", "1"},
        {"weekday(datetime \"2025-09-14 10:00\")", "7"},
        {"tostring(clock_of(datetime \"2025-09-14 10:07\"))", "\"10:07\""},
        {"tostring(date_of(datetime \"2025-09-14 10:07\"))", "\"2025-09-14\""},
        {"tostring(date_of(datetime \"1955-03-01 00:01\"))", "\"1955-03-01\""},
        {"tostring(at(date \"2025-09-14\", clock \"10:07\"))",
         "\"2025-09-14 10:07\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_string_equal(harness_value(cases[i][0]), cases[i][1]);
    }
}

static void wrong_use_is_explained(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"after(clock \"23:00\", { hours = 1 })",
         "this goes beyond the day; use a datetime"},
        {"after(clock \"23:00\", { days = 1 })",
         "a clock has no days; use a datetime"},
        {"after(date \"2025-01-01\", { hours = 1 })",
         "a date has no hours or minutes; use a datetime"},
        {"after(date \"2199-12-31\", { days = 1 })",
         "this is outside the years 1900 to 2199"},
        {"after(date \"2025-01-01\", { day = 1 })",
         "`after` adds minutes, hours, days or workdays, not `day`"},
        {"after(date \"2025-01-01\", { days = 1.5 })",
         "`days` must be a whole number, at most a million"},
        {"after(date \"2025-01-01\", 5)",
         "write after(time, { hours = 2, minutes = 30 })"},
        {"after(\"2025-01-01\", { days = 1 })",
         "`after` counts from a date, a clock or a datetime, not from a text"},
        {"weekday(clock \"09:00\")",
         "`weekday` takes a date or a datetime, not a clock"},
        {"clock_of(5)", "`clock_of` takes a datetime, not a number"},
        {"at(date \"2025-01-01\")",
         "`at` takes a date and a clock, not nothing"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        harness_refuses(cases[i][0], 1, cases[i][1]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(after_counts_days_then_working_days_then_minutes),
        cmocka_unit_test(parts_of_a_moment_come_apart_and_together),
        cmocka_unit_test(wrong_use_is_explained),
    };
    return cmocka_run_group_tests(tests, NULL, harness_end);
}
