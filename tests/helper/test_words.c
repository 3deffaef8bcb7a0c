#include <stdio.h>
#include <string.h>

#include "helper/harness.h"
#include "support/test.h"

static void declarations_come_in_the_order_they_are_complete(void **state)
{
    (void)state;
    assert_string_equal(
        harness_run("scenario \"a\" { title = \"T\" }\n"
                    "facts {\n"
                    "}\n"
                    "turn \"t\" {\n"
                    "  says = \"Hm\",\n"
                    "  reply \"r\" { \"Yes\" },\n"
                    "  silence { after = 5 },\n"
                    "}\n"),
        "{\"declarations\":["
        "{\"@\":\"scenario\",\"at\":[0,1],\"body\":{\"title\":\"T\"},\"id\":"
        "\"a\"},"
        "{\"@\":\"facts\",\"at\":[0,2],\"body\":{}},"
        "{\"@\":\"turn\",\"at\":[0,4],\"body\":{\"#\":["
        "{\"@\":\"reply\",\"at\":[0,6],\"body\":[\"Yes\"],\"id\":\"r\"},"
        "{\"@\":\"silence\",\"at\":[0,7],\"body\":{\"after\":5}}],"
        "\"says\":\"Hm\"},\"id\":\"t\"}]}");
}

static void every_word_makes_its_declaration(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < helper_word_count(); i++) {
        const helper_word *word = &helper_words[i];
        char scenario[256];
        char expected[256];
        const char *id = word->takes_name ? "\"x\"" : "";
        const char *end = word->takes_name ? ",\"id\":\"x\"}" : "}";
        bool is_inside = word->standing == HELPER_INSIDE;
        (void)snprintf(scenario, sizeof scenario,
                       is_inside ? "turn \"t\" { %s %s { 1 } }" : "%s %s { 1 }",
                       word->name, id);
        (void)snprintf(expected, sizeof expected,
                       "{\"@\":\"%s\",\"at\":[0,1],\"body\":[1]%s", word->name,
                       end);
        assert_non_null(strstr(harness_run(scenario), expected));
    }
}

static void a_shared_declaration_is_written_twice(void **state)
{
    (void)state;
    const char *answer = harness_run("local r = reply \"r\" { \"Yes\" }\n"
                                     "turn \"a\" { r }\n"
                                     "turn \"b\" { r }\n");
    const char *first = strstr(answer, "{\"@\":\"reply\",\"at\":[0,1]");
    assert_non_null(first);
    assert_non_null(strstr(first + 1, "{\"@\":\"reply\",\"at\":[0,1]"));
}

static void a_declaration_can_be_adapted(void **state)
{
    (void)state;
    const char *answer = harness_run("local r = reply \"r\" { \"Yes\" }\n"
                                     "r.calm = (r.calm or 0) + 5\n"
                                     "turn \"a\" { r }\n");
    assert_non_null(strstr(answer, "\"body\":{\"#\":[\"Yes\"],\"calm\":5}"));
}

static void each_derives_facts_in_order(void **state)
{
    (void)state;
    const char *answer = harness_run(
        "local sum = 0\n"
        "facts { each = function(f, n) sum = sum + f.a f.n = n f.sum = sum "
        "end,\n"
        "  { a = 1 }, { a = 2 }, { a = 3 } }\n");
    assert_non_null(strstr(answer, "\"body\":[{\"a\":1,\"n\":1,\"sum\":1},"
                                   "{\"a\":2,\"n\":2,\"sum\":3},"
                                   "{\"a\":3,\"n\":3,\"sum\":6}]"));
}

static void a_nested_word_of_both_kinds_is_written_once(void **state)
{
    (void)state;
    assert_string_equal(
        harness_run("defaults {\n  silence = silence { after = 5 },\n}\n"),
        "{\"declarations\":[{\"@\":\"defaults\",\"at\":[0,1],\"body\":"
        "{\"silence\":{\"@\":\"silence\",\"at\":[0,2],\"body\":{\"after\":5}}"
        "}}]}");
}

static const char making_library[] = "local made = {}\n"
                                     "made.spare = reply \"spare\" { \"x\" }\n"
                                     "function made.reply(id)\n"
                                     "  return reply(id) { \"x\" }\n"
                                     "end\n"
                                     "return made\n";

/* An author looks for the words where he called the library. */
static void a_library_function_speaks_from_where_it_is_called(void **state)
{
    (void)state;
    const harness_file files[] = {
        {HELPER_FILE_LIBRARY, "lib/made.lua", making_library},
        {HELPER_FILE_SCENARIO, "call.lua",
         "local made = include \"lib/made\"\n"
         "turn \"t\" {\n"
         "  made.reply \"a\",\n"
         "}\n"},
    };
    assert_non_null(
        strstr(harness_run_files(files, 2), "{\"@\":\"reply\",\"at\":[1,3]"));
}

static void a_library_may_hold_replies_nobody_uses(void **state)
{
    (void)state;
    const harness_file files[] = {
        {HELPER_FILE_LIBRARY, "lib/made.lua", making_library},
        {HELPER_FILE_SCENARIO, "call.lua", "include \"lib/made\""},
    };
    assert_string_equal(harness_run_files(files, 2), "{\"declarations\":[]}");
}

static void what_is_left_open_is_an_error(void **state)
{
    (void)state;
    harness_refuses("turn \"a\" {}\nturn \"x\"\nturn \"b\" {}", 2,
                    "turn \"x\" has no table: write turn \"x\" { ... }");
    harness_refuses("turn \"a\" {}\nreply \"x\" {}", 2,
                    "reply \"x\" stands in no turn; is a `}` too early?");
    harness_refuses("turn \"a\" {}\n\nanswer \"x\" {}", 3,
                    "answer \"x\" stands in no form; is a `}` too early?");
    harness_refuses("turn \"a\" {\nturn \"b\" {} }", 2,
                    "turn \"b\" stands inside another table; `turn` stands by "
                    "itself, is a `}` missing before it?");
    harness_refuses("local t = {}\nturn \"a\" { t }\n"
                    "t.x = { y = ending \"e\" {} }",
                    3,
                    "ending \"e\" stands inside another table; `ending` stands "
                    "by itself, is a `}` missing before it?");
}

static void words_say_how_they_are_written(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"turn { }",
         "`turn` needs a name in quotes first: turn \"...\" { ... }"},
        {"turn(5)",
         "`turn` needs a name in quotes first: turn \"...\" { ... }"},
        {"facts \"x\" { }", "`facts` takes no name: write facts { ... }"},
        {"facts(5)", "`facts` needs a table, not a number: facts { ... }"},
        {"turn \"a\" \"b\"",
         "turn \"a\" needs a table, not a text: turn \"a\" { ... }"},
        {"turn(\"a\")()",
         "turn \"a\" needs a table, not nothing: turn \"a\" { ... }"},
        {"turn \"a\" { reply \"r\" { } { } }",
         "a comma is missing after reply \"r\" { ... }"},
        {"facts { each = 5 }",
         "`each` must be a function: each = function(f) ... end"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        harness_refuses(cases[i][0], 1, cases[i][1]);
    }
}

static void an_error_in_each_names_its_line(void **state)
{
    (void)state;
    harness_refuses("facts {\n  each = function(f)\n    f.x = f.nothing.day\n"
                    "  end,\n  { a = 1 } }",
                    3,
                    "`nothing` has no value here, so nothing can be read from "
                    "it");
}

static void too_many_declarations_are_refused(void **state)
{
    (void)state;
    harness_refuses("while true do\nturn \"a\" end", 2,
                    "more than 20000 declarations; is there a loop that makes "
                    "too many?");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(declarations_come_in_the_order_they_are_complete),
        cmocka_unit_test(every_word_makes_its_declaration),
        cmocka_unit_test(a_shared_declaration_is_written_twice),
        cmocka_unit_test(a_declaration_can_be_adapted),
        cmocka_unit_test(each_derives_facts_in_order),
        cmocka_unit_test(a_nested_word_of_both_kinds_is_written_once),
        cmocka_unit_test(a_library_function_speaks_from_where_it_is_called),
        cmocka_unit_test(a_library_may_hold_replies_nobody_uses),
        cmocka_unit_test(what_is_left_open_is_an_error),
        cmocka_unit_test(words_say_how_they_are_written),
        cmocka_unit_test(an_error_in_each_names_its_line),
        cmocka_unit_test(too_many_declarations_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, harness_end);
}
