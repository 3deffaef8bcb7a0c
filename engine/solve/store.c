/*
 * Growing memory that counts what it gives out.
 */
#include <string.h>

#include "solve/solve_internal.h"

enum {
    ITEMS_LEAST = 64
};

/* Pointers are read and written by their bytes: their types differ. */
static void *block_at(const void *place)
{
    void *block = NULL;

    memcpy(&block, place, sizeof block);
    return block;
}

bool store_grow(store *memory, void *place, uint64_t *capacity, uint64_t count,
                size_t item_bytes)
{
    /* What is asked for at first is often all there will be. */
    uint64_t wanted = *capacity == 0 ? count : *capacity + *capacity / 2;

    if (wanted < count) {
        wanted = count;
    }
    if (wanted < ITEMS_LEAST) {
        wanted = ITEMS_LEAST;
    }
    uint64_t more = (wanted - *capacity) * item_bytes;
    if (memory->bytes_used + more > memory->bytes_max) {
        return false;
    }
    void *grown = memory->alloc.resize(memory->alloc.user, block_at(place),
                                       (size_t)(wanted * item_bytes));
    if (grown == NULL) {
        memory->refused = true;
        return false;
    }
    memory->bytes_used += more;
    memcpy(place, &grown, sizeof grown);
    *capacity = wanted;
    return true;
}

void store_drop(store *memory, void *place, uint64_t *capacity,
                size_t item_bytes)
{
    void *none = NULL;

    if (block_at(place) != NULL) {
        (void)memory->alloc.resize(memory->alloc.user, block_at(place), 0);
    }
    memory->bytes_used -= *capacity * item_bytes;
    memcpy(place, &none, sizeof none);
    *capacity = 0;
}
