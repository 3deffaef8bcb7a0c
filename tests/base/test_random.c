#include "rapport/base.h"
#include "support/test.h"

/* The published first outputs of SplitMix64 for seed 1234567. */
static void splitmix_gives_the_published_numbers(void **state)
{
    static const uint64_t published[] = {
        6457827717110365317U, 3203168211198807973U, 9817491932198370423U,
        4593380528125082431U, 16408922859458223821U};
    rp_random random = rp_random_seeded(1234567);
    (void)state;

    for (size_t i = 0; i < 5; i++) {
        assert_true(rp_random_next(&random) == published[i]);
    }
}

/* The published FNV-1a vectors. */
static void fnv_gives_the_published_numbers(void **state)
{
    (void)state;

    assert_true(rp_fnv1a("", 0) == 0xcbf29ce484222325U);
    assert_true(rp_fnv1a("a", 1) == 0xaf63dc4c8601ec8cU);
    assert_true(rp_fnv1a("foobar", 6) == 0x85944171f73967e8U);
}

static void shuffle_makes_every_order_about_equally_often(void **state)
{
    uint32_t seen[6] = {0};
    (void)state;

    for (uint64_t seed = 0; seed < 6000; seed++) {
        rp_random random = rp_random_seeded(seed);
        uint16_t order[3] = {0, 1, 2};
        rp_random_shuffle(&random, order, 3);
        assert_int_equal(order[0] + order[1] + order[2], 3);
        seen[order[0] * 2 + (order[1] > order[2])]++;
    }

    for (size_t i = 0; i < 6; i++) {
        assert_in_range(seen[i], 850, 1150);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(splitmix_gives_the_published_numbers),
        cmocka_unit_test(fnv_gives_the_published_numbers),
        cmocka_unit_test(shuffle_makes_every_order_about_equally_often),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
