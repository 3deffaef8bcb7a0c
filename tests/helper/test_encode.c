#include <stdio.h>
#include <string.h>

#include "helper/harness.h"
#include "support/test.h"

static void tables_are_written_as_documented(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"{}", "{}"},
        {"{ 1, 2 }", "[1,2]"},
        {"{ b = 1, a = 2 }", "{\"a\":2,\"b\":1}"},
        {"{ \"x\", a = 2, [\"!\"] = 1 }", "{\"!\":1,\"#\":[\"x\"],\"a\":2}"},
        {"{ [2] = \"b\", [1] = \"a\" }", "[\"a\",\"b\"]"},
        {"true, false", "true,false"},
        {"4 / 2, -0.0, 2^53", "2,0,9007199254740992"},
        {"0.5", "{\"@\":\"float\",\"value\":\"0.5\"}"},
        {"1e100", "{\"@\":\"float\",\"value\":\"1e+100\"}"},
        {"math.mininteger", "-9223372036854775808"},
        {"\"a\\nb\\\"c\"", "\"a\\nb\\\"c\""},
        {"\"\u8d75\"", "\"\u8d75\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_string_equal(harness_value(cases[i][0]), cases[i][1]);
    }
}

static void what_is_no_data_is_refused_by_place(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"says = function() end",
         "`says` is a function; only texts, numbers, true, false, typed "
         "values and tables can stand here"},
        {"x = 0/0", "`x` is no finite number; was something divided by zero?"},
        {"1, -1/0",
         "item 2 is no finite number; was something divided by zero?"},
        {"x = { 1, nil, 3 }", "a list has a hole at 2"},
        {"[5] = 1", "a list has a hole at 1"},
        {"[0] = 1", "a list has an item 0; lists begin at 1"},
        {"x = { [true] = 1 }",
         "`x` has true or false as a key; keys are texts"},
        {"x = { [1.5] = 1 }",
         "`x` has a key that is no whole number; keys are texts"},
        {"x = { [{}] = 1 }", "`x` has a table as a key; keys are texts"},
        {"x = { [clock \"09:00\"] = 1 }",
         "`x` has a clock as a key; keys are texts"},
        {"x = { [\"@\"] = 1 }",
         "`x` has a key that cannot be a key here (empty, too long, not clean "
         "text, `@` or `#`)"},
        {"x = { [\"a\\0b\"] = 1 }",
         "`x` has a key that cannot be a key here (empty, too long, not clean "
         "text, `@` or `#`)"},
        {"x = \"a\\200b\"", "`x` is not UTF-8"},
        {"x = \"a\\tb\"", "`x` contains a tab; use spaces"},
        {"x = \"a\\27b\"",
         "`x` contains the control character U+001B, which no text may hold"},
        {"x = \"a\\0b\"",
         "`x` contains the control character U+0000, which no text may hold"},
        {"x = \"a\\u{202E}b\"",
         "`x` contains the control character U+202E, which no text may hold"},
        {"x = (\"x\"):rep(65537)", "`x` is longer than 64 KiB"},
        {"x = name { \"a\\7\" }",
         "`x` contains the control character U+0007, which no text may hold"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char scenario[256];
        char expected[RP_MESSAGE_MAX];
        (void)snprintf(scenario, sizeof scenario,
                       "turn \"opening\" {\n reply \"r\" {\n%s } }",
                       cases[i][0]);
        (void)snprintf(expected, sizeof expected, "reply \"r\": %s",
                       cases[i][1]);
        harness_refuses(scenario, 2, expected);
    }
}

static void a_name_must_be_clean_too(void **state)
{
    (void)state;
    harness_refuses("turn \"a\\7\" {}", 1,
                    "turn \"a\\u{7}\": `name` contains the control character "
                    "U+0007, which no text may hold");
}

static void cycles_and_depth_end_at_twenty_tables(void **state)
{
    (void)state;
    harness_refuses("local t = {} t.again = t\nturn \"a\" { x = t }", 2,
                    "turn \"a\": `again` contains itself");
    harness_refuses("local r = reply \"r\" {}\nr.to = r\nturn \"a\" { r }", 1,
                    "reply \"r\": `to` contains itself");
    harness_refuses("local t = {}\nfor i = 1, 20 do t = { t } end\n"
                    "turn \"a\" { t }",
                    3, "turn \"a\": item 1 stands more than 20 tables deep");

    const char *answer =
        harness_run("local t = { 1 }\nfor i = 1, 18 do t = { x = 1, t } end\n"
                    "turn \"a\" { x = 1, t }");
    assert_non_null(strstr(answer, "{\"declarations\""));
}

static void sharing_counts_as_often_as_it_is_used(void **state)
{
    (void)state;
    harness_refuses("local t = { 1 }\nfor i = 1, 17 do t = { t, t } end\n"
                    "turn \"a\" { t }",
                    3, "turn \"a\": more than 50000 values in all");
    harness_refuses("local t = {}\nfor i = 1, 20001 do t[i] = 1 end\n"
                    "turn \"a\" { x = t }",
                    3, "turn \"a\": `x` has more than 20000 entries");
    harness_refuses("local t = {}\nfor i = 1, 20000 do t[i] = 1 end\n"
                    "turn \"a\" { t, t, t }",
                    3, "turn \"a\": more than 50000 values in all");
    harness_refuses("local t = {}\n"
                    "for i = 1, 20 do t[i] = (\"x\"):rep(60000) end\n"
                    "turn \"a\" { t }",
                    3, "turn \"a\": more than 1 MiB of declarations in all");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_are_written_as_documented),
        cmocka_unit_test(what_is_no_data_is_refused_by_place),
        cmocka_unit_test(a_name_must_be_clean_too),
        cmocka_unit_test(cycles_and_depth_end_at_twenty_tables),
        cmocka_unit_test(sharing_counts_as_often_as_it_is_used),
    };
    return cmocka_run_group_tests(tests, NULL, harness_end);
}
