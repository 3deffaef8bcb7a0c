/*
 * One case for each row of list_wordings.h, in its order, by a file that makes
 * Lua say what the row's pattern expects.
 */
#include <stdio.h>
#include <string.h>

#include "helper/harness.h"
#include "support/test.h"

enum {
    LOCAL_COUNT = 201,
    ARGUMENT_COUNT = 260,
    BRACKET_COUNT = 1000,
    ROW_COUNT = 0
#define RP_WORDING(pattern, test, sentence) +1
#include "helper/list_wordings.h"
#undef RP_WORDING
};

/* Too long to be written out; filled before the tests. */
static char locals[LOCAL_COUNT * 12];
static char arguments[ARGUMENT_COUNT * 2 + 32];
static char brackets[BRACKET_COUNT + 32];

static const struct wording_case {
    const char *scenario;
    unsigned line;
    const char *sentence;
} cases[] = {
    {"turn \"a\" { 1\uff0c 2 }", 1,
     "`\uff0c` is a full-width mark; outside quotes write `,`"},
    {"turn \"a\" {\n x = \u8d75 }", 2, "`\u8d75` cannot stand outside quotes"},
    {"local x = 'ab", 1, "the last text of the file has no closing quote"},
    {"turn \"a\" { \"ab\n }", 1,
     "a text has no closing quote on its line: \"ab"},
    {"\nlocal x = [[ab", 2,
     "the text that begins with [[ in line 2 is never closed with ]]"},
    {"\n--[[ab", 2,
     "the comment that begins in line 2 is never closed with ]]"},
    {"turn \"a\" { x = 7a }", 1, "`7a` is no number; does it need quotes?"},
    {"local x = \"a\\400\"", 1,
     "the number after this backslash is too large: \"a\\400\""},
    {"local x = \"\\u{110000000}\"", 1,
     "the number after this backslash is too large: \"\\u{110000000"},
    {"local x = \"\\xzz\"", 1,
     "a number in digits 0 to 9 and a to f belongs after this backslash: "
     "\"\\xz"},
    {"local x = \"a\\q\"", 1,
     "a backslash in this text is followed by a letter that means nothing; "
     "write \\\\ for a plain backslash: \"a\\q"},
    {"turn \"a\" {\nx = { 1,\n2", 3,
     "the `{` of line 2 is never closed; a `}` is missing"},
    {"turn \"a\" { says.at = 5 }", 1,
     "only a plain name can stand before this `=`; write [\"the name\"] = "
     "for any other"},
    {"local x = ({ 1)", 1,
     "a `}` is missing before `)`; the `{` is still open"},
    {"local t = {} t[{ 1] = 2", 1,
     "a `}` is missing before `]`; the `{` is still open"},
    {"local f = function() return {\n1\nend", 3,
     "a `}` is missing before `end`; the `{` of line 1 is still open"},
    {"turn \"a\" { x = 10:30 }", 1,
     "`:` cannot stand here; texts and times of day need quotes"},
    {"turn \"a\" {\nreply own { } }", 2,
     "the name after `reply` needs quotes: reply \"own\" { ... }"},
    {"turn \"a\" {\nreply \"x\" { }\nreply \"y\" { } }", 3,
     "a comma is missing before `reply`"},
    {"\nlocal x = (1", 2, "the `(` is never closed; a `)` is missing"},
    {"local x = math.max(1 2)", 1, "a comma or a `)` is missing before `2`"},
    {"local t = {} t[1 = 2", 1, "a `]` is missing before `=`"},
    {"local f = function()\n\n", 3,
     "an `end` is missing for the block of line 1"},
    {"while true do\nelse end", 2,
     "an `end` is missing before `else` for the block of line 1"},
    {"end", 1, "this `end` closes nothing; there is one too many"},
    {"turn \"a\" { x = }", 1, "a value is missing before `}`"},
    {"turn \"a\" { } }", 1,
     "this `}` closes nothing; there is one too many, or a `{` is missing"},
    {"turn \"a\" { 1,, 2 }", 1,
     "a comma stands where a value belongs; are there two in a row?"},
    {"local x =", 1, "the file ends in the middle of something"},
    {"turn \"a\" { end = 1 }", 1,
     "`end` is a word of Lua itself; as a name write [\"end\"]"},
    {"turn \"a\" { x = * }", 1, "`*` cannot stand here"},
    {"turn \"a\" { },\nturn \"b\" { }", 1,
     "a comma stands between two declarations; take it away"},
    {"turn \"a\" = { }", 1,
     "`=` cannot stand here; a declaration is written without it: word "
     "\"name\" { ... }"},
    {"turn opening { }", 1,
     "the name after `turn` needs quotes: turn \"opening\" { ... }"},
    {"x", 1, "the file ends in the middle of something"},
    {"f g", 1,
     "`g` cannot stand here; is a quote, a comma or a bracket missing "
     "before it?"},
    {"local = 5", 1, "a name is missing before `=`"},
    {"local", 1, "a name is missing at the end of the file"},
    {"local f = {} f:x = 5", 1,
     "a call needs ( ), a text or a table after the name"},
    {"for i do end", 1,
     "a loop is written for i = 1, 10 do or for key, value in pairs(t) do"},
    {"if x", 1, "`then` is missing at the end of the file"},
    {"if x y", 1, "`then` is missing before `y`"},
    {"local x <const> = 5 x = 6", 1,
     "`x` was declared <const> and keeps its value"},
    {"goto x", 1, "`goto x` finds no ::x:: it can reach"},
    {"::a:: ::a::", 1, "::a:: stands in line 1 already"},
    {"break", 1, "`break` stands in no loop"},
    {locals, 202,
     "too many local variables at once (at most 200); put some of them into "
     "a table"},
    {arguments, 1, "this is too long for one expression; split it"},
    {"replly \"x\" {}", 1, "there is no word `replly`; did you mean `reply`?"},
    {"local f f()", 1, "`f` has no value here, so it cannot be called"},
    {"local f local function g() f() end g()", 1,
     "`f` has no value here, so it cannot be called"},
    {"local t = {} t.f()", 1, "there is no function `f` here"},
    {"local t = {} (t.x or nil)()", 1, "what is called here has no value"},
    {"local s = \"x\" s { }", 1,
     "`s` is a text, and what follows it reads as a call; is a comma "
     "missing between them?"},
    {"local x = ((\"a\") and 5) (5)", 1,
     "a number is called as if it were a function; is a comma missing "
     "before a bracket or a text?"},
    {"local f = {} local x = f.a.b", 1,
     "`a` has no value here, so nothing can be read from it"},
    {"local n = 5 local x = n.a.b", 1,
     "`n` is a number, so nothing can be read from it"},
    {"local x = (5).a", 1,
     "something is read from a number, which has no parts"},
    {"local f = {} local x = \"a\" .. f.x", 1,
     "`x` has no value here, so it cannot be joined to a text"},
    {"local f = {} local x = \"a\" .. f", 1,
     "`f` is a table, so it cannot be joined to a text"},
    {"local x = \"a\" .. {}", 1, "a table cannot be joined to a text"},
    {"local f = {} local x = 1 + f.n", 1,
     "`n` has no value here, so nothing can be worked out with it"},
    {"local f = {} local x = 1 + f", 1,
     "`f` is a table, so nothing can be worked out with it"},
    {"local x = 1 + {}", 1, "nothing can be worked out with a table"},
    {"local x = 1 & {}", 1,
     "bits can be taken from whole numbers only, not from a table"},
    {"local f = {} local x = #f.n", 1,
     "`n` has no value here, so it has no length"},
    {"local x = #5", 1, "a number has no length"},
    {"local x = {} < {}", 1,
     "a table and a table have no order, so they cannot be compared"},
    {"local x = 1 < \"a\"", 1, "a number cannot be compared with a text"},
    {"local x = 1 + \"a\"", 1,
     "nothing can be worked out with a number and a text"},
    {"local x = 1 // 0", 1, "a number is divided by zero"},
    {"local x = 1 % 0", 1, "a number is divided by zero"},
    {"for i = 1, 2, 0 do end", 1, "the step of a `for` cannot be 0"},
    {"for i = \"a\", 2 do end", 1,
     "the initial value of a `for` must be a number, not a text"},
    {"local x = 1 & 1.5", 1, "a whole number is needed here"},
    {"local t, k = {} t[k] = 1", 1, "the key in [ ] has no value here"},
    {"local t = {} t[0/0] = 1", 1, "the key in [ ] is no number"},
    {"(\"x\"):rep(\"a\")", 1, "value 1 of `rep` must be a number, not a text"},
    {"tonumber(\"z\", 99)", 1,
     "value 2 of `tonumber` is not right: base out of range"},
    {"table.concat({ 1, {}, 2 })", 1,
     "item 2 of the list given to `table.concat` is a table, neither a text "
     "nor a number"},
    {"table.insert({}, 1, 2, 3)", 1,
     "`table.insert` takes a list, perhaps a place, and a value"},
    {"string.format(\"%y\", 1)", 1, "`string.format` knows no `%y`"},
    {"(\"x\"):find(\"[a\")", 1,
     "the pattern to look for is not right: missing ']'"},
    {"(\"a\"):rep(300):find((\".-\"):rep(201) .. \"b\")", 1,
     "the pattern to look for is too complicated"},
    {"table.unpack({}, 1, 1e8)", 1, "`table.unpack` hands out too many values"},
    {"utf8.codepoint(\"\\xff\")", 1, "this text is not UTF-8"},
    {"assert(false)", 1, "an `assert` of the file did not hold"},
    {brackets, 1, "brackets or calls are nested too deeply here"},
    {"local function f() return 1 + f() end f()", 1,
     "a function calls itself without end"},
    {"local s = \"x\" while true do s = s .. s end", 1,
     "the file needs more memory than a scenario may use (96 MiB); is there "
     "a loop that never ends?"},
};

static int fill_long_cases(void **state)
{
    (void)state;
    size_t length = 0;
    for (int i = 0; i < LOCAL_COUNT; i++) {
        length += (size_t)snprintf(locals + length, sizeof locals - length,
                                   "local v%d\n", i);
    }
    length = (size_t)snprintf(arguments, sizeof arguments, "local x = f(1");
    for (int i = 1; i < ARGUMENT_COUNT; i++) {
        memcpy(arguments + length, ",1", 2);
        length += 2;
    }
    arguments[length] = ')';
    length = (size_t)snprintf(brackets, sizeof brackets, "local x = ");
    memset(brackets + length, '(', BRACKET_COUNT);
    return 0;
}

static void every_row_has_a_case(void **state)
{
    (void)state;
    assert_int_equal(sizeof cases / sizeof cases[0], ROW_COUNT);
}

static void lua_is_put_into_an_authors_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        harness_refuses(cases[i].scenario, cases[i].line, cases[i].sentence);
    }
}

static void full_width_marks_in_texts_are_no_fault(void **state)
{
    (void)state;
    harness_refuses("turn \"a\" { \"\uff0c\" \uff0c }", 1,
                    "`\uff0c` is a full-width mark; outside quotes write `,`");
    harness_refuses("turn \u201ca\u201d { }", 1,
                    "`\u201c` is a full-width mark; outside quotes write `\"`");
}

static void a_sentence_stays_within_its_bounds(void **state)
{
    (void)state;
    char long_text[4096];
    char sentence[RP_MESSAGE_MAX];
    memset(long_text, 'x', sizeof long_text);
    long_text[sizeof long_text - 1] = '\0';

    helper_wording(&(helper_complaint){.text = long_text}, sentence);
    assert_int_equal(strlen(sentence), 400);
    helper_wording(&(helper_complaint){.text = ""}, sentence);
    assert_string_equal(sentence, "the file fails without a word");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_has_a_case),
        cmocka_unit_test(lua_is_put_into_an_authors_words),
        cmocka_unit_test(full_width_marks_in_texts_are_no_fault),
        cmocka_unit_test(a_sentence_stays_within_its_bounds),
    };
    return cmocka_run_group_tests(tests, fill_long_cases, harness_end);
}
