#include "helper/harness.h"
#include "support/test.h"

static void typed_values_are_encoded_by_kind(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"money(50)", "{\"@\":\"money\",\"value\":5000}"},
        {"money(19, 90)", "{\"@\":\"money\",\"value\":1990}"},
        {"money(-3, 5)", "{\"@\":\"money\",\"value\":-305}"},
        {"money(0, -5)", "{\"@\":\"money\",\"value\":-5}"},
        {"date \"2025-09-10\"", "{\"@\":\"date\",\"value\":\"2025-09-10\"}"},
        {"clock \"07:05\"", "{\"@\":\"clock\",\"value\":\"07:05\"}"},
        {"datetime \"2025-09-10 10:30\"",
         "{\"@\":\"datetime\",\"value\":\"2025-09-10 10:30\"}"},
        {"range(0, 3)", "{\"@\":\"range\",\"hi\":3,\"lo\":0,\"start\":0}"},
        {"range(-2, 7, 5)", "{\"@\":\"range\",\"hi\":7,\"lo\":-2,\"start\":5}"},
        {"name { \"Zhao Wei\", family = \"Zhao\", title = \"Mr\" }",
         "{\"@\":\"name\",\"family\":\"Zhao\",\"full\":\"Zhao Wei\","
         "\"title\":\"Mr\"}"},
        {"name { \"Zhao Wei\" }", "{\"@\":\"name\",\"full\":\"Zhao Wei\"}"},
        {"name \"Zhao Wei\"", "{\"@\":\"name\",\"full\":\"Zhao Wei\"}"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_string_equal(harness_value(cases[i][0]), cases[i][1]);
    }
}

static void written_forms_join_texts(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"tostring(money(50))", "\"50\""},
        {"tostring(money(-1, 5))", "\"-1.05\""},
        {"\"by \" .. clock \"14:00\"", "\"by 14:00\""},
        {"date \"2025-01-31\" .. \"\"", "\"2025-01-31\""},
        {"tostring(datetime \"1969-12-31 23:59\")", "\"1969-12-31 23:59\""},
        {"tostring(range(0, 3))", "\"0..3\""},
        {"tostring(name { \"Li\", family = \"Li\" })", "\"Li\""},
        {"string.format(\"%s|%5s\", clock \"09:00\", money(1))",
         "\"09:00|    1\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_string_equal(harness_value(cases[i][0]), cases[i][1]);
    }
}

static void values_compare_with_their_like(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"money(1) == money(0, 100 - 1) + money(0, 1)", "true"},
        {"clock \"09:00\" < clock \"09:01\"", "true"},
        {"date \"2025-01-02\" <= date \"2025-01-01\"", "false"},
        {"date \"2025-01-02\" == datetime \"2025-01-02 00:00\"", "false"},
        {"name { \"A\", family = \"B\" } == name { \"A\", family = \"B\" }",
         "true"},
        {"name { \"A\", family = \"B\" } == name { \"A\" }", "false"},
        {"range(0, 3) == range(0, 3, 1)", "false"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_string_equal(harness_value(cases[i][0]), cases[i][1]);
    }
}

static void money_is_reckoned_in_fen(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"tostring(money(10) - money(0, 1))", "\"9.99\""},
        {"tostring(3 * money(1, 50))", "\"4.50\""},
        {"tostring(money(1, 50) * -2)", "\"-3\""},
        {"tostring(-money(5))", "\"-5\""},
        {"tostring(money(10) // 3)", "\"3.33\""},
        {"tostring(-money(10) // 3)", "\"-3.34\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_string_equal(harness_value(cases[i][0]), cases[i][1]);
    }
}

static void wrong_use_is_explained(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"local x = money(1.5)",
         "write money(yuan) or money(yuan, fen) with whole numbers, as in "
         "money(19, 90)"},
        {"local x = money(\"5\")",
         "write money(yuan) or money(yuan, fen) with whole numbers, as in "
         "money(19, 90)"},
        {"local x = clock \"24:00\"",
         "\"24:00\" is not on the calendar or not in this form: write clock "
         "\"14:00\""},
        {"local x = date \"2025-02-29\"",
         "\"2025-02-29\" is not on the calendar or not in this form: write "
         "date \"2025-09-10\""},
        {"local x = datetime(5)", "write datetime \"2025-09-10 10:30\""},
        {"local x = range(0, 1000)", "a range has at most 1000 values"},
        {"local x = range(3, 1)",
         "write range(lowest, highest) or range(lowest, highest, start) with "
         "whole numbers, the start between them"},
        {"local x = name { \"A\", famly = \"B\" }",
         "a name has no `famly`: write name { \"Zhao Wei\", family = "
         "\"Zhao\", title = \"Mr\" }"},
        {"local x = money(1) < clock \"09:00\"",
         "money cannot be compared with a clock"},
        {"local x = money(1) + 1",
         "a number cannot be used here: + and - take money and money; dates "
         "and clocks are moved with after(...)"},
        {"local x = money(1) / 2",
         "money is divided with //, down to the whole fen"},
        {"local x = money(1000000000000) * 1000000",
         "an amount of money is beyond 1000000000000 yuan"},
        {"local d = date \"2025-01-01\" d.day = 3", "a date cannot be changed"},
        {"local x = (date \"2025-01-01\").day", "a date has no parts to read"},
        {"local t = { money(5) { } }", "a comma is missing after money"},
        {"local x = \"a\" .. money(5) .. {}",
         "a table cannot be joined to a text"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        harness_refuses(cases[i][0], 1, cases[i][1]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(typed_values_are_encoded_by_kind),
        cmocka_unit_test(written_forms_join_texts),
        cmocka_unit_test(values_compare_with_their_like),
        cmocka_unit_test(money_is_reckoned_in_fen),
        cmocka_unit_test(wrong_use_is_explained),
    };
    return cmocka_run_group_tests(tests, NULL, harness_end);
}
