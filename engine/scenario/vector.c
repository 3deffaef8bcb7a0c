/* Lists that grow in an arena. */
#include "vector.h"

#include <assert.h>
#include <string.h>

enum {
    FIRST_CAPACITY = 16
};

void vector_init(vector *v, rp_arena *arena, size_t item_bytes)
{
    assert(item_bytes <= VECTOR_ITEM_MAX);
    *v = (vector){.arena = arena, .item_bytes = (uint32_t)item_bytes};
}

/* The old items stay in the arena: at most as much again as the new ones. */
static bool grow(vector *v)
{
    uint32_t capacity = v->capacity == 0 ? FIRST_CAPACITY : v->capacity * 2;
    void *items = v->capacity > UINT32_MAX / 2
                      ? NULL
                      : rp_arena_take(v->arena, capacity, v->item_bytes);
    if (items == NULL) {
        return false;
    }
    if (v->count > 0) {
        memcpy(items, v->items, (size_t)v->count * v->item_bytes);
    }
    v->items = items;
    v->capacity = capacity;
    return true;
}

void *vector_add(vector *v)
{
    if (v->refused || (v->count == v->capacity && !grow(v))) {
        v->refused = true;
        memset(v->spare, 0, sizeof v->spare);
        return v->spare;
    }
    return (char *)v->items + (size_t)v->count++ * v->item_bytes;
}
