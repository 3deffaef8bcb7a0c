/*
 * Digests. SHA-256 comes from libsodium; FNV-1a is three lines and not for
 * security (it seeds the shuffle of a turn's replies).
 */
#include <assert.h>
#include <string.h>

#include <sodium.h>

#include "rapport/base.h"

static_assert(crypto_hash_sha256_BYTES == RP_DIGEST_BYTES,
              "a digest is a SHA-256");

rp_digest rp_sha256(const void *bytes, size_t length)
{
    rp_digest digest;

    (void)crypto_hash_sha256(digest.bytes, bytes, length);
    return digest;
}

char *rp_digest_hex(const rp_digest *digest, char hex[RP_DIGEST_HEX_MAX])
{
    return sodium_bin2hex(hex, RP_DIGEST_HEX_MAX, digest->bytes,
                          RP_DIGEST_BYTES);
}

bool rp_digest_from_hex(rp_digest *digest, const char *hex)
{
    size_t length = 0;
    int status = sodium_hex2bin(digest->bytes, RP_DIGEST_BYTES, hex,
                                strlen(hex), NULL, &length, NULL);

    return status == 0 && length == RP_DIGEST_BYTES &&
           strlen(hex) == (size_t)2 * RP_DIGEST_BYTES;
}

bool rp_digest_equal(const rp_digest *a, const rp_digest *b)
{
    return memcmp(a->bytes, b->bytes, RP_DIGEST_BYTES) == 0;
}
