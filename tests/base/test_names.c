#include <string.h>

#include "rapport/base.h"
#include "support/test.h"

static void ids_have_one_closed_alphabet(void **state)
{
    static const char *const good[] = {"a", "0", "own-the_promises", "7"};
    static const char *const bad[] = {"",    "-a", "_a",      "A",
                                      "a b", "a.", "\xc3\xa4"};
    char long_id[66];
    (void)state;
    memset(long_id, 'a', sizeof long_id);
    long_id[65] = '\0';

    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        assert_true(rp_is_id(good[i]));
    }
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_false(rp_is_id(bad[i]));
    }
    assert_false(rp_is_id(long_id));
    long_id[64] = '\0';
    assert_true(rp_is_id(long_id));
}

static void nearest_name_finds_one_slip_and_nothing_far(void **state)
{
    static const char *const names[] = {"close", "credit", "opening", "to"};
    (void)state;

    assert_string_equal(rp_nearest_name("clsoe", names, 4), "close");
    assert_string_equal(rp_nearest_name("opning", names, 4), "opening");
    assert_string_equal(rp_nearest_name("credits", names, 4), "credit");
    assert_string_equal(rp_nearest_name("tu", names, 4), "to");
    assert_null(rp_nearest_name("modem", names, 4));
    assert_null(rp_nearest_name("close", names, 0));
}

static void nearest_name_prefers_the_nearer(void **state)
{
    static const char *const names[] = {"listening", "listenin"};
    (void)state;

    assert_string_equal(rp_nearest_name("listenin", names, 2), "listenin");
    assert_string_equal(rp_nearest_name("listeningg", names, 2), "listening");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_have_one_closed_alphabet),
        cmocka_unit_test(nearest_name_finds_one_slip_and_nothing_far),
        cmocka_unit_test(nearest_name_prefers_the_nearer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
