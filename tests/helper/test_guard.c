#include <string.h>

#include "helper/harness.h"
#include "support/test.h"

static const char memory_sentence[] =
    "the file needs more memory than a scenario may use (96 MiB); is there a "
    "loop that never ends?";
static const char steps_sentence[] =
    "the file does more than 20 million steps; is there a loop that never "
    "ends?";

static void a_loop_without_end_is_stopped(void **state)
{
    (void)state;
    harness_refuses("\n\nwhile true do\nend", 3, steps_sentence);
    harness_refuses("local t = {}\nfor i = 1, 1000 do t[i] = i end\n"
                    "table.sort(t, function(a, b)\nwhile true do end end)",
                    4, steps_sentence);
}

static void memory_has_a_cap(void **state)
{
    (void)state;
    harness_refuses("local s = \"x\"\nwhile true do\ns = s .. s end", 3,
                    memory_sentence);
    harness_refuses("local t = {}\nfor i = 1, 1e8 do\nt[i] = { i } end", 3,
                    memory_sentence);
    harness_refuses("local t = {}\nfor i = 1, 200 do "
                    "t[i] = (\"x\"):rep(1000000) .. i end",
                    2, memory_sentence);
}

static void recursion_ends(void **state)
{
    (void)state;
    harness_refuses("local function f()\nreturn 1 + f() end\nf()", 2,
                    "a function calls itself without end");
    harness_refuses("local function f()\nreturn ((\"x\"):gsub(\"x\", f)) end\n"
                    "f()",
                    2, "brackets or calls are nested too deeply here");
}

static void deep_brackets_name_the_line_they_reach(void **state)
{
    (void)state;
    char scenario[1024] = "\n\nlocal x = ";
    memset(scenario + strlen(scenario), '(', 900);
    harness_refuses(scenario, 3,
                    "brackets or calls are nested too deeply here");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_loop_without_end_is_stopped),
        cmocka_unit_test(memory_has_a_cap),
        cmocka_unit_test(recursion_ends),
        cmocka_unit_test(deep_brackets_name_the_line_they_reach),
    };
    return cmocka_run_group_tests(tests, NULL, harness_end);
}
