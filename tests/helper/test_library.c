#include <stdio.h>
#include <string.h>

#include "helper/harness.h"
#include "support/test.h"

static void pairs_goes_by_kind_then_value(void **state)
{
    (void)state;
    const char *answer = harness_run(
        "local t = { b = 1, a = 2, [3] = 3, [1.5] = 4, [1] = 1, [true] = 1,\n"
        "            [false] = 2, ab = 5, [-2] = 6, [\"\"] = 7 }\n"
        "local seen = {}\n"
        "for k in pairs(t) do seen[#seen + 1] = \"<\" .. tostring(k) .. \">\" "
        "end\n"
        "turn \"t\" { table.concat(seen) }");
    assert_string_equal(
        answer, "{\"declarations\":[{\"@\":\"turn\",\"at\":[0,5],\"body\":["
                "\"<false><true><-2><1><3><1.5><><a><ab><b>\"],\"id\":\"t\"}]"
                "}");
}

static void pairs_passes_over_keys_removed_on_the_way(void **state)
{
    (void)state;
    const char *answer =
        harness_run("local t, seen = { a = 1, b = 2, c = 3 }, \"\"\n"
                    "for k in pairs(t) do seen = seen .. k t.b = nil end\n"
                    "turn \"t\" { seen }");
    assert_non_null(strstr(answer, "[\"ac\"]"));
}

static void pairs_reads_the_body_of_a_declaration(void **state)
{
    (void)state;
    const char *answer = harness_run(
        "local r, seen = reply \"a\" { \"x\", calm = 5 }, \"\"\n"
        "for k, v in pairs(r) do seen = seen .. tostring(k) .. tostring(v) end\n"
        "turn \"t\" { seen, r, #r, r.calm }");
    assert_non_null(strstr(answer, "[\"1xcalm5\",{\"@\":\"reply\""));
    assert_non_null(strstr(answer, ",1,5]"));
}

static void sort_is_stable_and_survives_a_false_order(void **state)
{
    (void)state;
    const char *answer = harness_run(
        "local t = {}\n"
        "for i = 1, 100 do t[i] = { key = i % 7, place = i } end\n"
        "table.sort(t, function(a, b) return a.key < b.key end)\n"
        "local held = true\n"
        "for i = 2, 100 do\n"
        "  local a, b = t[i - 1], t[i]\n"
        "  held = held and (a.key < b.key or a.key == b.key and a.place < "
        "b.place)\n"
        "end\n"
        "table.sort(t, function() return true end)\n"
        "local u = { 5, 3, 9, 1 }\n"
        "table.sort(u)\n"
        "local w = { \"b\", \"a\" }\n"
        "table.sort(w, function(a, b) return a > b end)\n"
        "turn \"t\" { held, #t, table.concat(u, \" \"), table.concat(w) }");
    assert_non_null(strstr(answer, "[true,100,\"1 3 5 9\",\"ba\"]"));
}

static void written_forms_hold_no_addresses(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"tostring({})", "\"table\""},
        {"tostring(pairs)", "\"function\""},
        {"tostring(0/0)", "\"nan\""},
        {"tostring(-(0/0))", "\"nan\""},
        {"tostring(nil) .. tostring(true) .. tostring(2.0)", "\"niltrue2.0\""},
        {"tostring(turn \"u\" {})",
         "{\"declarations\":[{\"@\":\"turn\",\"at\":[0,1],\"body\":{},"
         "\"id\":\"u\"},{\"@\":\"turn\",\"at\":[0,1],\"body\":[\"turn "
         "\\\"u\\\"\"],\"id\":\"t\"}]}"},
        {"string.format(\"%d %5.2f %s %%\", 3, 1.5, \"x\")", "\"3  1.50 x %\""},
        {"(\"ab\"):rep(3, \"-\")", "\"ab-ab-ab\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_string_equal(harness_value(cases[i][0]), cases[i][1]);
    }
}

static void random_draws_the_same_in_every_load(void **state)
{
    (void)state;
    char first[256];
    const char *expression =
        "math.random(6), math.random(10, 20), math.random() < 1";
    (void)snprintf(first, sizeof first, "%s", harness_value(expression));

    assert_string_equal(harness_value(expression), first);
}

static void wrong_use_is_explained(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"for k in pairs { [{}] = 1 } do end",
         "`pairs` puts keys in order, and a key here is a table; use texts or "
         "numbers as keys"},
        {"pairs(nil)", "value 1 of `pairs` must be a table, not nothing"},
        {"string.format(\"%p\", {})",
         "`string.format` has no `%p` in scenarios"},
        {"string.format(\"%q\", 1)",
         "`string.format` has no `%q` in scenarios"},
        {"string.format(\"%s\", {})", "`string.format` cannot write a table"},
        {"string.rep(\"x\", 1 << 21)",
         "`string.rep` builds a text of at most 1 MiB"},
        {"string.rep(\"\", 1 << 40, \"xx\")",
         "`string.rep` builds a text of at most 1 MiB"},
        {"math.random(5, 1)", "`math.random` needs a range that is not empty"},
        {"table.sort({ 1, \"a\" })", "a text cannot be compared with a number"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        harness_refuses(cases[i][0], 1, cases[i][1]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pairs_goes_by_kind_then_value),
        cmocka_unit_test(pairs_passes_over_keys_removed_on_the_way),
        cmocka_unit_test(pairs_reads_the_body_of_a_declaration),
        cmocka_unit_test(sort_is_stable_and_survives_a_false_order),
        cmocka_unit_test(written_forms_hold_no_addresses),
        cmocka_unit_test(random_draws_the_same_in_every_load),
        cmocka_unit_test(wrong_use_is_explained),
    };
    return cmocka_run_group_tests(tests, NULL, harness_end);
}
