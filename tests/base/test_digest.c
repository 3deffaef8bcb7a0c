#include <string.h>

#include "rapport/base.h"
#include "support/test.h"

/* The FIPS 180-4 example "abc". */
static void sha256_gives_the_published_digest(void **state)
{
    char hex[RP_DIGEST_HEX_MAX];
    rp_digest digest = rp_sha256("abc", 3);
    (void)state;

    assert_string_equal(
        rp_digest_hex(&digest, hex),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void hex_reads_back_and_refuses_anything_else(void **state)
{
    char hex[RP_DIGEST_HEX_MAX];
    rp_digest digest = rp_sha256("x", 1);
    rp_digest back = {{0}};
    (void)state;
    (void)rp_digest_hex(&digest, hex);

    assert_true(rp_digest_from_hex(&back, hex));
    assert_true(rp_digest_equal(&digest, &back));
    hex[63] = 'g';
    assert_false(rp_digest_from_hex(&back, hex));
    hex[63] = '\0';
    assert_false(rp_digest_from_hex(&back, hex));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sha256_gives_the_published_digest),
        cmocka_unit_test(hex_reads_back_and_refuses_anything_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
