/*
 * Growing memory that counts what it gives out.
 */
#ifndef RAPPORT_SOLVE_STORE_H
#define RAPPORT_SOLVE_STORE_H

#include "rapport/solve.h"

/* Growing memory under a budget. `refused` is never taken back. */
typedef struct store {
    rp_alloc alloc;
    uint64_t bytes_max;
    uint64_t bytes_used;
    bool refused; /* by the allocator, not by the budget */
} store;

/*
 * Makes the block whose address stands at `place` hold `count` items of
 * `item_bytes`, `*capacity` telling how many it holds now. False (and nothing
 * changed) when the budget or the allocator refuses.
 */
RP_MUST_USE bool store_grow(store *memory, void *place, uint64_t *capacity,
                            uint64_t count, size_t item_bytes);
void store_drop(store *memory, void *place, uint64_t *capacity,
                size_t item_bytes);

/*
 * A list of plain items in a store. LIST(type) declares one; list_room makes
 * room for one more.
 */
#define LIST(type)         \
    struct {               \
        type *items;       \
        uint64_t count;    \
        uint64_t capacity; \
    }
#define LIST_ROOM(memory, list, extra)                       \
    ((list)->count + (extra) <= (list)->capacity ||          \
     store_grow((memory), &(list)->items, &(list)->capacity, \
                (list)->count + (extra), sizeof *(list)->items))
#define LIST_DROP(memory, list)                              \
    (store_drop((memory), &(list)->items, &(list)->capacity, \
                sizeof *(list)->items),                      \
     (list)->count = 0)

#endif
