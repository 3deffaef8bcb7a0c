#include <string.h>

#include "helper/harness.h"
#include "support/test.h"

static void pack_runs_before_the_scenario(void **state)
{
    (void)state;
    const harness_file files[] = {
        {HELPER_FILE_PACK, "pack.lua", "pack { id = \"p\" }"},
        {HELPER_FILE_SCENARIO, "call.lua", "\nturn \"t\" {}"},
    };
    assert_string_equal(
        harness_run_files(files, 2),
        "{\"declarations\":[{\"@\":\"pack\",\"at\":[0,1],\"body\":{\"id\":"
        "\"p\"}},{\"@\":\"turn\",\"at\":[1,2],\"body\":{},\"id\":\"t\"}]}");
}

static void include_runs_a_library_once(void **state)
{
    (void)state;
    const harness_file files[] = {
        {HELPER_FILE_LIBRARY, "lib/count.lua",
         "count = count + 1 return { n = count }"},
        {HELPER_FILE_LIBRARY, "lib/none.lua", ""},
        {HELPER_FILE_SCENARIO, "call.lua",
         "count = 0\n"
         "local a, b = include \"lib/count\", include \"lib/count\"\n"
         "turn \"t\" { a.n, a == b, include \"lib/none\" == nil }"},
    };
    assert_non_null(strstr(harness_run_files(files, 3), "[1,true,true]"));
}

static void libraries_nobody_includes_do_not_run(void **state)
{
    (void)state;
    const harness_file files[] = {
        {HELPER_FILE_LIBRARY, "lib/broken.lua", "error \"never\""},
        {HELPER_FILE_SCENARIO, "call.lua", ""},
    };
    assert_string_equal(harness_run_files(files, 2), "{\"declarations\":[]}");
}

static void an_error_in_a_library_names_the_library(void **state)
{
    (void)state;
    const harness_file files[] = {
        {HELPER_FILE_LIBRARY, "lib/a.lua", "\n\nlocal x = 1 + nil"},
        {HELPER_FILE_LIBRARY, "lib/b.lua", "\n\nlocal t = { 1 2 }"},
        {HELPER_FILE_SCENARIO, "call.lua", "include \"lib/a\""},
    };
    harness_file broken[3];
    memcpy(broken, files, sizeof broken);
    broken[2].text = "\ninclude \"lib/b\"";

    assert_string_equal(harness_run_files(files, 3),
                        "{\"error\":{\"line\":3,\"message\":\"nothing can be "
                        "worked out with nothing\",\"source\":0}}");
    assert_string_equal(harness_run_files(broken, 3),
                        "{\"error\":{\"line\":3,\"message\":\"a comma is "
                        "missing before `2`\",\"source\":1}}");
}

static void a_cycle_of_includes_is_refused(void **state)
{
    (void)state;
    const harness_file files[] = {
        {HELPER_FILE_LIBRARY, "lib/a.lua", "include \"lib/b\""},
        {HELPER_FILE_LIBRARY, "lib/b.lua", "\ninclude \"lib/a\""},
        {HELPER_FILE_SCENARIO, "call.lua", "include \"lib/a\""},
    };
    assert_string_equal(
        harness_run_files(files, 3),
        "{\"error\":{\"line\":2,\"message\":\"`lib/a` includes itself, perhaps "
        "by way of another file\",\"source\":1}}");
}

static void a_missing_include_names_the_nearest(void **state)
{
    (void)state;
    const harness_file files[] = {
        {HELPER_FILE_LIBRARY, "lib/desk.lua", ""},
        {HELPER_FILE_SCENARIO, "call.lua", "\ninclude \"lib/deks\""},
    };
    assert_string_equal(
        harness_run_files(files, 2),
        "{\"error\":{\"line\":2,\"message\":\"the pack has no file `lib/deks`; "
        "did you mean `lib/desk`?\",\"source\":1}}");
    harness_refuses("include \"desk\"", 1,
                    "the pack has no file `desk`; files to include stand in "
                    "its folder `lib`: include \"lib/name\"");
    harness_refuses("include(5)", 1,
                    "`include` needs the name of a file in quotes: include "
                    "\"lib/name\"");
}

static void an_authors_own_error_keeps_its_words(void **state)
{
    (void)state;
    harness_refuses("\nerror \"no set has a \\\"back\\\"\"", 2,
                    "no set has a \"back\"");
    harness_refuses("\nerror(\"plain\", 0)", 2, "plain");
    harness_refuses("\nassert(false, \"held\")", 2, "held");
    harness_refuses("\nassert(false)", 2,
                    "an `assert` of the file did not hold");
    harness_refuses("\nerror({})", 2, "`error` needs a sentence in quotes");
    harness_refuses("error(\"a\\27]0;b\\u{202E}c\\200\\nd\")", 1,
                    "a\\u{1b}]0;b\\u{202e}c\\xc8\\nd");
}

static void bytecode_is_no_scenario(void **state)
{
    (void)state;
    assert_non_null(strstr(harness_run("\x1bLua"), "\"error\""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pack_runs_before_the_scenario),
        cmocka_unit_test(include_runs_a_library_once),
        cmocka_unit_test(libraries_nobody_includes_do_not_run),
        cmocka_unit_test(an_error_in_a_library_names_the_library),
        cmocka_unit_test(a_cycle_of_includes_is_refused),
        cmocka_unit_test(a_missing_include_names_the_nearest),
        cmocka_unit_test(an_authors_own_error_keeps_its_words),
        cmocka_unit_test(bytecode_is_no_scenario),
    };
    return cmocka_run_group_tests(tests, NULL, harness_end);
}
