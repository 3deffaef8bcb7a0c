/*
 * Compiled translations: found by context and number, harmless when they are
 * not what they claim.
 */
#include <string.h>

#include "rapport/base.h"
#include "support/test.h"

/* Little-endian: header; two tables; "" (header), "a\4one", "dog\0dogs". */
static const unsigned char small[] = {
    0xde, 0x12, 0x04, 0x95, 0, 0, 0, 0, 3, 0, 0, 0, 28, 0, 0, 0, 52, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0,
    /* originals */
    0, 0, 0, 0, 76, 0, 0, 0, 5, 0, 0, 0, 77, 0, 0, 0, 8, 0, 0, 0, 83, 0, 0, 0,
    /* translations */
    39, 0, 0, 0, 92, 0, 0, 0, 3, 0, 0, 0, 132, 0, 0, 0, 7, 0, 0, 0, 136, 0, 0,
    0,
    /* 76 */ 0,
    /* 77 */ 'a', 4, 'o', 'n', 'e', 0,
    /* 83 */ 'd', 'o', 'g', 0, 'd', 'o', 'g', 's', 0,
    /* 92 */ 'P', 'l', 'u', 'r', 'a', 'l', '-', 'F', 'o', 'r', 'm', 's', ':',
    ' ', 'n', 'p', 'l', 'u', 'r', 'a', 'l', 's', '=', '2', ';', ' ', 'p', 'l',
    'u', 'r', 'a', 'l', '=', 'n', '!', '=', '1', ';', '\n', 0,
    /* 132 */ 'u', 'n', 'o', 0,
    /* 136 */ 'c', 'a', 'n', 0, 'c', 'h', 'o', 0};

enum {
    SMALL_BYTES = sizeof small
};

static void open_small(rp_mo *mo, unsigned char bytes[SMALL_BYTES])
{
    memcpy(bytes, small, SMALL_BYTES);
    assert_true(rp_mo_open(mo, (const char *)bytes, SMALL_BYTES));
}

static void texts_are_found_by_context(void **state)
{
    unsigned char bytes[SMALL_BYTES];
    rp_mo mo;

    (void)state;
    open_small(&mo, bytes);
    assert_string_equal(rp_mo_find(&mo, "a", "one"), "uno");
    assert_null(rp_mo_find(&mo, NULL, "one"));
    assert_null(rp_mo_find(&mo, "b", "one"));
    assert_null(rp_mo_find(&mo, "a", "on"));
}

static void plurals_follow_the_number_of_forms(void **state)
{
    unsigned char bytes[SMALL_BYTES];
    rp_mo mo;

    (void)state;
    open_small(&mo, bytes);
    assert_int_equal(mo.plural_count, 2);
    assert_string_equal(rp_mo_find_plural(&mo, "dog", 1), "can");
    assert_string_equal(rp_mo_find_plural(&mo, "dog", 0), "cho");
    mo.plural_count = 1;
    assert_string_equal(rp_mo_find_plural(&mo, "dog", 5), "can");
    assert_null(rp_mo_find_plural(&mo, "cat", 5));
}

static void every_cut_and_every_changed_byte_is_survived(void **state)
{
    unsigned char bytes[SMALL_BYTES];
    rp_mo mo;

    (void)state;
    for (size_t length = 0; length < SMALL_BYTES; length++) {
        unsigned char *cut = test_malloc(length + 1);
        memcpy(cut, small, length);
        if (rp_mo_open(&mo, (const char *)cut, length)) {
            (void)rp_mo_find(&mo, "a", "one");
            (void)rp_mo_find_plural(&mo, "dog", 2);
        }
        test_free(cut);
    }
    for (size_t i = 0; i < SMALL_BYTES; i++) {
        for (int value = 0; value < 256; value += 5) {
            memcpy(bytes, small, SMALL_BYTES);
            bytes[i] = (unsigned char)value;
            if (rp_mo_open(&mo, (const char *)bytes, SMALL_BYTES)) {
                (void)rp_mo_find(&mo, "a", "one");
                (void)rp_mo_find_plural(&mo, "dog", 2);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_found_by_context),
        cmocka_unit_test(plurals_follow_the_number_of_forms),
        cmocka_unit_test(every_cut_and_every_changed_byte_is_survived),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
