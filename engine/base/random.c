/*
 * SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number
 * generators", 2014) and FNV-1a: small, seeded, the same everywhere.
 */
#include <assert.h>

#include "rapport/base.h"

uint64_t rp_fnv1a(const void *bytes, size_t length)
{
    const unsigned char *at = bytes;
    uint64_t hash = 0xcbf29ce484222325U;

    for (size_t i = 0; i < length; i++) {
        hash = (hash ^ at[i]) * 0x100000001b3U;
    }
    return hash;
}

rp_random rp_random_seeded(uint64_t seed)
{
    return (rp_random){.state = seed};
}

uint64_t rp_random_next(rp_random *random)
{
    random->state += 0x9e3779b97f4a7c15U;
    uint64_t z = random->state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
}

uint32_t rp_random_below(rp_random *random, uint32_t bound)
{
    assert(bound > 0);
    return (uint32_t)(rp_random_next(random) % bound);
}

void rp_random_shuffle(rp_random *random, uint16_t *order, uint32_t count)
{
    for (uint32_t i = count; i > 1; i--) {
        uint32_t other = rp_random_below(random, i);
        uint16_t kept = order[i - 1];
        order[i - 1] = order[other];
        order[other] = kept;
    }
}
