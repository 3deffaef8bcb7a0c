#include "rapport/base.h"
#include "support/test.h"

static void writer_separates_and_escapes(void **state)
{
    rp_text text;
    rp_json json;
    (void)state;
    rp_text_init(&text, rp_alloc_default());
    rp_json_begin(&json, &text);

    rp_json_open(&json, '{');
    rp_json_key(&json, "a\"b");
    rp_json_open(&json, '[');
    rp_json_integer(&json, INT64_MIN);
    rp_json_string(&json, "line\nend\x01 \xe4\xb8\xad");
    rp_json_null(&json);
    rp_json_close(&json, ']');
    rp_json_key(&json, "c");
    rp_json_bool(&json, true);
    rp_json_key(&json, "d");
    rp_json_raw(&json, "{}");
    rp_json_close(&json, '}');

    assert_string_equal(text.bytes, "{\"a\\\"b\":[-9223372036854775808,"
                                    "\"line\\nend\\u0001 \xe4\xb8\xad\",null],"
                                    "\"c\":true,\"d\":{}}");
    rp_text_clear(&text);
}

static void decimals_have_twelve_digits_and_no_exponent(void **state)
{
    static const struct {
        double value;
        const char *text;
    } cases[] = {
        {0.0, "0"},
        {-0.0, "0"},
        {1.0, "1"},
        {1.0 / 3.0, "0.333333333333"},
        {2.0 / 3.0 * 1e-5, "0.00000666666666667"},
        {-12.5, "-12.5"},
        {1e-12, "0.000000000001"},
        {123456789012345.0, "123456789012345"},
    };

    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        rp_text text;
        rp_json json;
        rp_text_init(&text, rp_alloc_default());
        rp_json_begin(&json, &text);
        rp_json_decimal(&json, cases[i].value);
        assert_string_equal(text.bytes, cases[i].text);
        rp_text_clear(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writer_separates_and_escapes),
        cmocka_unit_test(decimals_have_twelve_digits_and_no_exponent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
