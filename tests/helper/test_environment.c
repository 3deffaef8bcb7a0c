#include <stdio.h>
#include <string.h>

#include "helper/harness.h"
#include "support/test.h"

static void absent_names_answer_with_a_sentence(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"os.time()", "`os.time` is not available in scenarios"},
        {"io.open(\"x\")", "`io.open` is not available in scenarios"},
        {"debug.traceback()",
         "`debug.traceback` is not available in scenarios"},
        {"package.path = \"\"", "`package.path` is not available in scenarios"},
        {"coroutine.wrap(print)",
         "`coroutine.wrap` is not available in scenarios"},
        {"local x = _G.x", "`_G.x` is not available in scenarios"},
        {"require \"x\"", "`require` is not available in scenarios"},
        {"print(\"x\")", "`print` is not available in scenarios"},
        {"pcall(print)", "`pcall` is not available in scenarios"},
        {"load \"x\"", "`load` is not available in scenarios"},
        {"next({})", "`next` is not available in scenarios"},
        {"setmetatable({}, {})",
         "`setmetatable` is not available in scenarios"},
        {"getmetatable(\"\").__index = nil",
         "`getmetatable` is not available in scenarios"},
        {"rawset({}, 1, 1)", "`rawset` is not available in scenarios"},
        {"collectgarbage()", "`collectgarbage` is not available in scenarios"},
        {"string.dump(pairs)", "`string.dump` is not available in scenarios"},
        {"(\"x\"):pack()", "`string.pack` is not available in scenarios"},
        {"table.move({}, 1, 2, 3)",
         "`table.move` is not available in scenarios"},
        {"math.randomseed(1)",
         "`math.randomseed` is not available in scenarios"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        harness_refuses(cases[i][0], 1, cases[i][1]);
    }
}

static void what_is_there_keeps_its_meaning(void **state)
{
    (void)state;
    harness_refuses("string.rep = nil", 1, "`string` cannot be changed");
    harness_refuses("reply = 5", 1,
                    "`reply` is a word of the language; give your own value "
                    "another name, or write `local` before it");
    harness_refuses("\n\ntostring = nil", 3,
                    "`tostring` is a word of the language; give your own "
                    "value another name, or write `local` before it");
}

static void globals_of_an_author_are_shared_by_the_files(void **state)
{
    (void)state;
    const harness_file files[] = {
        {HELPER_FILE_PACK, "pack.lua", "house = \"Rapport\""},
        {HELPER_FILE_SCENARIO, "call.lua",
         "local reply = 5 turn \"t\" { house, reply }"},
    };
    assert_non_null(strstr(harness_run_files(files, 2), "[\"Rapport\",5]"));
}

static void a_name_without_a_value_is_refused_by_name(void **state)
{
    (void)state;
    const harness_file bare[] = {
        {HELPER_FILE_SCENARIO, "call.lua",
         "promise \"news\" { \"Ring him\", due = back }"},
    };
    assert_non_null(
        strstr(harness_run_files(bare, 1), "`back` has no value here"));
    const harness_file near[] = {
        {HELPER_FILE_SCENARIO, "call.lua", "local x = facst"},
    };
    assert_non_null(
        strstr(harness_run_files(near, 1), "did you mean `facts`?"));
}

static void every_allowed_name_is_there(void **state)
{
    (void)state;
    static const char *const names[] = {
        "assert",         "error",        "ipairs",         "select",
        "tonumber",       "type",         "pairs",          "tostring",
        "string.byte",    "string.char",  "string.find",    "string.format",
        "string.gmatch",  "string.gsub",  "string.len",     "string.lower",
        "string.match",   "string.rep",   "string.reverse", "string.sub",
        "string.upper",   "table.concat", "table.insert",   "table.remove",
        "table.unpack",   "table.sort",   "math.abs",       "math.ceil",
        "math.floor",     "math.fmod",    "math.max",       "math.min",
        "math.tointeger", "math.type",    "math.ult",       "math.sqrt",
        "math.random",    "utf8.char",    "utf8.codes",     "utf8.codepoint",
        "utf8.len",       "utf8.offset",
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char expression[64];
        (void)snprintf(expression, sizeof expression, "type(%s)", names[i]);
        assert_string_equal(harness_value(expression), "\"function\"");
    }
    assert_string_equal(
        harness_value("math.maxinteger, math.mininteger, math.pi > 3, "
                      "math.huge > 1, #utf8.charpattern"),
        "9223372036854775807,-9223372036854775808,true,true,14");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(absent_names_answer_with_a_sentence),
        cmocka_unit_test(what_is_there_keeps_its_meaning),
        cmocka_unit_test(globals_of_an_author_are_shared_by_the_files),
        cmocka_unit_test(a_name_without_a_value_is_refused_by_name),
        cmocka_unit_test(every_allowed_name_is_there),
    };
    return cmocka_run_group_tests(tests, NULL, harness_end);
}
