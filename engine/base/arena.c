/*
 * Arena memory: blocks in a list, the newest first. Nothing is freed alone.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rapport/base.h"

enum {
    BLOCK_BYTES = 16 * 1024
};

struct rp_arena_block {
    rp_arena_block *older;
    size_t size_bytes; /* of what follows this head */
    size_t used_bytes;
    max_align_t bytes[];
};

static void *resize_by_c_library(void *user, void *block, size_t size_bytes)
{
    (void)user;
    if (size_bytes == 0) {
        free(block);
        return NULL;
    }
    return realloc(block, size_bytes);
}

rp_alloc rp_alloc_default(void)
{
    return (rp_alloc){.resize = resize_by_c_library, .user = NULL};
}

void rp_arena_init(rp_arena *arena, rp_alloc alloc)
{
    *arena = (rp_arena){.alloc = alloc};
}

static void free_blocks(rp_arena *arena, rp_arena_block *block)
{
    while (block != NULL) {
        rp_arena_block *older = block->older;
        (void)arena->alloc.resize(arena->alloc.user, block, 0);
        block = older;
    }
}

void rp_arena_clear(rp_arena *arena)
{
    free_blocks(arena, arena->newest);
    arena->newest = NULL;
    arena->used_bytes = 0;
}

void rp_arena_reset(rp_arena *arena)
{
    rp_arena_block **link = &arena->newest;
    rp_arena_block **largest = link;

    for (; *link != NULL; link = &(*link)->older) {
        if ((*link)->size_bytes > (*largest)->size_bytes) {
            largest = link;
        }
    }
    rp_arena_block *kept = *largest;
    if (kept != NULL) {
        *largest = kept->older;
        free_blocks(arena, arena->newest);
        memset(kept->bytes, 0, kept->used_bytes);
        kept->older = NULL;
        kept->used_bytes = 0;
    }
    arena->newest = kept;
    arena->used_bytes = 0;
}

/* A zeroed block with room for at least `need` bytes, or NULL. */
static rp_arena_block *add_block(rp_arena *arena, size_t need)
{
    size_t size = need > BLOCK_BYTES ? need : BLOCK_BYTES;
    rp_arena_block *block = NULL;

    if (size > SIZE_MAX - sizeof *block) {
        return NULL;
    }
    block = arena->alloc.resize(arena->alloc.user, NULL, sizeof *block + size);
    if (block == NULL) {
        return NULL;
    }
    memset(block, 0, sizeof *block + size);
    block->size_bytes = size;
    block->older = arena->newest;
    arena->newest = block;
    return block;
}

void *rp_arena_take(rp_arena *arena, size_t count, size_t size_bytes)
{
    size_t step = sizeof(max_align_t);

    if (size_bytes != 0 && count > (SIZE_MAX / 2) / size_bytes) {
        return NULL;
    }
    size_t need = (count * size_bytes + step - 1) / step * step;
    if (need == 0) {
        need = step;
    }
    rp_arena_block *block = arena->newest;
    if (block == NULL || block->size_bytes - block->used_bytes < need) {
        block = add_block(arena, need);
        if (block == NULL) {
            return NULL;
        }
    }
    void *taken = (unsigned char *)block->bytes + block->used_bytes;
    block->used_bytes += need;
    arena->used_bytes += need;
    return taken;
}

char *rp_arena_copy(rp_arena *arena, const char *bytes, size_t length)
{
    char *copy = length < SIZE_MAX ? rp_arena_take(arena, length + 1, 1) : NULL;

    if (copy != NULL && length > 0) {
        memcpy(copy, bytes, length);
    }
    return copy;
}

char *rp_arena_format(rp_arena *arena, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (length < 0) {
        return NULL;
    }
    char *out = rp_arena_take(arena, (size_t)length + 1, 1);
    if (out == NULL) {
        return NULL;
    }
    va_start(args, format);
    (void)vsnprintf(out, (size_t)length + 1, format, args);
    va_end(args);
    return out;
}
