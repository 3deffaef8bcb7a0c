#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "script/script.h"
#include "support/test.h"

static const rp_source sources[] = {{.name = "pack.lua"}, {.name = "a.lua"}};
static const script_context context = {
    .sources = sources,
    .source_count = 2,
    .fallback_name = "a.lua",
};

static rp_status check(const char *answer, rp_error *err)
{
    *err = (rp_error){0};
    return script_answer_check(answer, strlen(answer), &context, err);
}

/* The answer with one turn whose body is `body`. */
static rp_status check_body(const char *body)
{
    char answer[1024];
    rp_error err;
    (void)snprintf(answer, sizeof answer,
                   "{\"declarations\":[{\"@\":\"turn\",\"at\":[1,7],\"body\":"
                   "%s,\"id\":\"t\"}]}",
                   body);
    return check(answer, &err);
}

static void documented_values_pass(void **state)
{
    (void)state;
    static const char *const bodies[] = {
        "{}",
        "[\"a\",1,true,{},[2],-9223372036854775808]",
        "{\"#\":[1],\"a\":{\"b\":[false]}}",
        "[{\"@\":\"float\",\"value\":\"-1.5e+100\"}]",
        "[{\"@\":\"money\",\"value\":-5}]",
        "[{\"@\":\"name\",\"full\":\"A\"}]",
        "[{\"@\":\"name\",\"family\":\"A\",\"full\":\"A\",\"title\":\"B\"}]",
        "[{\"@\":\"date\",\"value\":\"2025-01-31\"}]",
        "[{\"@\":\"clock\",\"value\":\"23:59\"}]",
        "[{\"@\":\"datetime\",\"value\":\"2025-01-31 23:59\"}]",
        "[{\"@\":\"range\",\"hi\":3,\"lo\":0,\"start\":1}]",
        "[{\"@\":\"silence\",\"at\":[0,1],\"body\":{}}]",
        "[{\"@\":\"reply\",\"at\":[0,1],\"body\":[1],\"id\":\"r\"}]",
    };
    for (size_t i = 0; i < sizeof bodies / sizeof bodies[0]; i++) {
        assert_int_equal(check_body(bodies[i]), RP_OK);
    }
}

static void anything_else_makes_no_sense(void **state)
{
    (void)state;
    static const char *const bodies[] = {
        "null",
        "1",
        "\"a\"",
        "[]",
        "[null]",
        "[1.5]",
        "[1e3]",
        "{\"a\":1,\"a\":2}",
        "{\"#\":{}}",
        "{\"#\":[]}",
        "{\"\":1}",
        "[\"a\\u0007b\"]",
        "[\"a\\u202eb\"]",
        "{\"a\\u0007\":1}",
        "[\"\\u0000\"]",
        "[{\"@\":1}]",
        "[{\"@\":\"other\"}]",
        "[{\"@\":\"money\"}]",
        "[{\"@\":\"money\",\"value\":\"5\"}]",
        "[{\"@\":\"money\",\"value\":5,\"x\":1}]",
        "[{\"@\":\"money\",\"value\":99999999999999999999}]",
        "[{\"@\":\"float\",\"value\":\"nan\"}]",
        "[{\"@\":\"float\",\"value\":\"\"}]",
        "[{\"@\":\"name\",\"family\":\"A\"}]",
        "[{\"@\":\"date\",\"value\":\"2025-02-30\"}]",
        "[{\"@\":\"clock\",\"value\":\"24:00\"}]",
        "[{\"@\":\"range\",\"hi\":3,\"lo\":4,\"start\":4}]",
        "[{\"@\":\"range\",\"hi\":3,\"lo\":0,\"start\":4}]",
        "[{\"@\":\"range\",\"hi\":1000,\"lo\":0,\"start\":0}]",
        "[{\"@\":\"range\",\"hi\":9223372036854775807,"
        "\"lo\":-9223372036854775808,\"start\":0}]",
        "[{\"@\":\"reply\",\"at\":[0,1],\"body\":[1]}]",
        "[{\"@\":\"silence\",\"at\":[0,1],\"body\":{},\"id\":\"x\"}]",
        "[{\"@\":\"silence\",\"at\":[2,1],\"body\":{}}]",
        "[{\"@\":\"silence\",\"at\":[-1,1],\"body\":{}}]",
        "[{\"@\":\"silence\",\"at\":[0,99999999],\"body\":{}}]",
        "[{\"@\":\"silence\",\"at\":[0],\"body\":{}}]",
        "[{\"@\":\"silence\",\"at\":[0,1],\"body\":{\"@\":\"money\","
        "\"value\":1}}]",
    };
    for (size_t i = 0; i < sizeof bodies / sizeof bodies[0]; i++) {
        assert_int_equal(check_body(bodies[i]), RP_E_IO);
    }
}

static void whole_answers_are_of_two_kinds_only(void **state)
{
    (void)state;
    static const char *const answers[] = {
        "",
        " ",
        "[]",
        "{}",
        "{\"declarations\":{}}",
        "nonsense",
        "{\"declarations\":[]} x",
        "{\"declarations\":[],\"x\":1}",
        "{\"declarations\":[1]}",
        "{\"declarations\":[{\"@\":\"money\","
        "\"value\":1}]}",
        "{\"declarations\":[],\"error\":{}}",
        "{\"error\":{}}",
        "{\"error\":[]}",
        "{\"error\":{\"source\":2,\"line\":1,\"message\":\"a\"}}",
        "{\"error\":{\"source\":0,\"line\":-1,\"message\":\"a\"}}",
        "{\"error\":{\"source\":0,\"line\":1,\"message\":\"\"}}",
        "{\"error\":{\"source\":0,\"line\":1,\"message\":\"a\",\"x\":1}}",
    };
    rp_error err;
    for (size_t i = 0; i < sizeof answers / sizeof answers[0]; i++) {
        assert_int_equal(check(answers[i], &err), RP_E_IO);
        assert_string_equal(err.source, "a.lua");
        assert_string_equal(
            err.message,
            "the scenario process gave an answer that makes no sense");
    }
    assert_int_equal(check("{\"declarations\":[]}", &err), RP_OK);
}

static void an_error_is_passed_on_without_controls(void **state)
{
    (void)state;
    rp_error err;
    assert_int_equal(check("{\"error\":{\"line\":12,\"message\":\"a\\u001b]0;"
                           "\\u202eb\\nc\",\"source\":0}}",
                           &err),
                     RP_E_INVALID);
    assert_string_equal(err.source, "pack.lua");
    assert_int_equal(err.line, 12);
    assert_string_equal(err.message, "a\\u{1b}]0;\\u{202e}b\\nc");
}

static void depth_and_size_are_bounded_before_parsing(void **state)
{
    (void)state;
    static const char *const pieces[] = {"[", "{\"a\":", "[],"};

    enum {
        PIECE_COUNT = 700000
    };

    rp_error err;
    for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
        rp_text text;
        rp_text_init(&text, rp_alloc_default());
        rp_text_puts(&text, "{\"declarations\":[");
        for (size_t k = 0; k < PIECE_COUNT; k++) {
            rp_text_puts(&text, pieces[i]);
        }
        assert_int_equal(check(text.bytes, &err), RP_E_IO);
        rp_text_clear(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(documented_values_pass),
        cmocka_unit_test(anything_else_makes_no_sense),
        cmocka_unit_test(whole_answers_are_of_two_kinds_only),
        cmocka_unit_test(an_error_is_passed_on_without_controls),
        cmocka_unit_test(depth_and_size_are_bounded_before_parsing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
