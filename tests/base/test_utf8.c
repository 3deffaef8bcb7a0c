#include <string.h>

#include "rapport/base.h"
#include "support/test.h"

/* Encodes without judging, so that the reader has something to refuse. */
static size_t encode(uint32_t code, char out[4])
{
    static const unsigned char leads[] = {0, 0x00, 0xC0, 0xE0, 0xF0};
    size_t size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;

    for (size_t i = size; i-- > 1;) {
        out[i] = (char)(0x80U | (code & 0x3FU));
        code >>= 6;
    }
    out[0] = (char)(leads[size] | code);
    return size;
}

static void next_reads_every_code_point_but_surrogates(void **state)
{
    (void)state;

    for (uint32_t code = 0; code <= 0x10FFFF; code++) {
        char bytes[4];
        uint32_t read = 0;
        size_t size = encode(code, bytes);
        bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
        assert_int_equal(rp_utf8_next(bytes, size, &read),
                         is_surrogate ? 0 : size);
        assert_true(is_surrogate || read == code);
    }
}

static void next_refuses_what_is_not_strict(void **state)
{
    static const char *const wrong[] = {
        "\x80",
        "\xC0\x80",
        "\xC1\xBF",
        "\xE0\x9F\xBF",
        "\xF0\x8F\xBF\xBF",
        "\xF4\x90\x80\x80",
        "\xF8\x88\x80\x80\x80",
        "\xE4\xB8",
        "\xE4\x41\x41",
    };
    (void)state;

    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        assert_false(rp_utf8_valid(wrong[i], strlen(wrong[i])));
    }
}

static void clean_names_the_first_offender(void **state)
{
    size_t bad_at = 0;
    (void)state;

    assert_true(rp_utf8_clean("\xe4\xb8\xad\n", 4, NULL));
    assert_false(rp_utf8_clean("ab\tc", 4, &bad_at));
    assert_int_equal(bad_at, 2);
    assert_false(rp_utf8_clean("a\xe2\x81\xa6", 4, &bad_at));
    assert_int_equal(bad_at, 1);
    assert_false(rp_utf8_clean("\xc2\x9b", 2, &bad_at));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(next_reads_every_code_point_but_surrogates),
        cmocka_unit_test(next_refuses_what_is_not_strict),
        cmocka_unit_test(clean_names_the_first_offender),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
