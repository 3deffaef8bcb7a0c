/*
 * Lists that grow in an arena.
 */
#ifndef RAPPORT_SCENARIO_VECTOR_H
#define RAPPORT_SCENARIO_VECTOR_H

#include "rapport/base.h"

enum {
    VECTOR_ITEM_MAX = 512
};

/*
 * A list that grows in an arena. When memory is refused it says so once and
 * for all, and hands out a spare item: a builder writes on and looks at
 * `refused` at the end.
 */
typedef struct vector {
    rp_arena *arena;
    void *items;
    uint32_t item_bytes;
    uint32_t count;
    uint32_t capacity;
    bool refused;
    _Alignas(max_align_t) char spare[VECTOR_ITEM_MAX];
} vector;

void vector_init(vector *v, rp_arena *arena, size_t item_bytes);

/* A new zeroed item, never NULL; valid until the next one is added. */
void *vector_add(vector *v);

#endif
