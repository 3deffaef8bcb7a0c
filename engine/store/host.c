/*
 * Time and chance, and the random names made of it.
 */
#include <string.h>
#include <time.h>

#include <sodium.h>

#include "store_internal.h"

static int64_t clock_now_ms(void *user)
{
    struct timespec now = {0};

    (void)user;
    (void)clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void sodium_bytes(void *user, void *bytes, size_t length)
{
    (void)user;
    randombytes_buf(bytes, length);
}

rp_store_host rp_store_host_system(void)
{
    return (rp_store_host){.now_ms = clock_now_ms,
                           .random_bytes = sodium_bytes};
}

/* A clock before 1970 or beyond 9999 is a broken clock: the nearest end. */
int64_t store_now(const rp_store *store)
{
    static const int64_t last_ms = 253402300799999;
    int64_t now = store->host.now_ms(store->host.user);

    if (now < 0) {
        return 0;
    }
    return now < last_ms ? now : last_ms;
}

rp_store_id store_new_id(const rp_store *store)
{
    rp_store_id id;

    store->host.random_bytes(store->host.user, id.bytes, sizeof id.bytes);
    return id;
}

char *rp_store_id_hex(const rp_store_id *id, char hex[RP_STORE_ID_HEX_MAX])
{
    return sodium_bin2hex(hex, RP_STORE_ID_HEX_MAX, id->bytes,
                          sizeof id->bytes);
}

bool rp_store_id_from_hex(rp_store_id *id, const char *hex)
{
    size_t length = 0;

    if (strlen(hex) != RP_STORE_ID_HEX_MAX - 1) {
        return false;
    }
    rp_store_id read = {{0}};
    if (sodium_hex2bin(read.bytes, sizeof read.bytes, hex,
                       RP_STORE_ID_HEX_MAX - 1, NULL, &length, NULL) != 0 ||
        length != sizeof read.bytes) {
        return false;
    }
    *id = read;
    return true;
}

bool rp_store_id_is_none(const rp_store_id *id)
{
    static const rp_store_id none = {{0}};

    return memcmp(id->bytes, none.bytes, sizeof none.bytes) == 0;
}

bool rp_store_id_equal(const rp_store_id *a, const rp_store_id *b)
{
    return memcmp(a->bytes, b->bytes, sizeof a->bytes) == 0;
}
