#include <string.h>

#include "rapport/base.h"
#include "support/test.h"

static void visible_text_cannot_steer_a_terminal(void **state)
{
    static const char hostile[] = "a\x1b[2J\xe2\x80\xae"
                                  "b\xff\nc";
    rp_text text;
    (void)state;
    rp_text_init(&text, rp_alloc_default());

    rp_text_add_visible(&text, hostile, sizeof hostile - 1, false);

    assert_string_equal(text.bytes, "a\\u{1b}[2J\\u{202e}b\\xff\\nc");
    rp_text_clear(&text);
}

static void visible_text_keeps_newlines_when_asked(void **state)
{
    rp_text text;
    (void)state;
    rp_text_init(&text, rp_alloc_default());

    rp_text_add_visible(&text, "a\nb", 3, true);

    assert_string_equal(text.bytes, "a\nb");
    rp_text_clear(&text);
}

static void fail_cuts_a_message_at_a_whole_character(void **state)
{
    char long_text[RP_MESSAGE_MAX * 2];
    rp_error err = {0};
    (void)state;
    memset(long_text, 'x', sizeof long_text);
    long_text[0] = 'a';
    for (size_t i = 1; i + 3 < sizeof long_text; i += 3) {
        memcpy(long_text + i, "\xe4\xb8\xad", 3);
    }
    long_text[sizeof long_text - 1] = '\0';

    rp_status status = rp_fail(&err, RP_E_IO, "%s", long_text);

    assert_int_equal(status, RP_E_IO);
    assert_true(rp_utf8_valid(err.message, strlen(err.message)));
    assert_in_range(strlen(err.message), RP_MESSAGE_MAX - 4,
                    RP_MESSAGE_MAX - 1);
}

static void fail_without_an_error_still_tells_the_status(void **state)
{
    (void)state;

    assert_int_equal(rp_fail(NULL, RP_E_LIMIT, "too large"), RP_E_LIMIT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(visible_text_cannot_steer_a_terminal),
        cmocka_unit_test(visible_text_keeps_newlines_when_asked),
        cmocka_unit_test(fail_cuts_a_message_at_a_whole_character),
        cmocka_unit_test(fail_without_an_error_still_tells_the_status),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
