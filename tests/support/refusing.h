/*
 * An allocator that refuses its n-th request and every one after it, and
 * counts what it has not been given back.
 */
#ifndef RAPPORT_TESTS_REFUSING_H
#define RAPPORT_TESTS_REFUSING_H

#include <stdlib.h>

#include "rapport/base.h"

typedef struct refusing {
    uint64_t allowed;
    uint64_t asked;
    int64_t blocks;
} refusing;

static inline void *refusing_resize(void *user, void *block, size_t size_bytes)
{
    refusing *r = user;

    if (size_bytes == 0) {
        r->blocks -= block != NULL;
        free(block);
        return NULL;
    }
    if (r->asked++ >= r->allowed) {
        return NULL;
    }
    r->blocks += block == NULL;
    return realloc(block, size_bytes);
}

static inline rp_alloc refusing_alloc(refusing *r)
{
    return (rp_alloc){.resize = refusing_resize, .user = r};
}

#endif
