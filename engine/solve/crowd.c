/*
 * Runs by where they stand: open addressing over the list of members.
 */
#include <string.h>

#include "solve/solve_internal.h"

enum {
    SLOTS_LEAST = 64
};

static uint64_t hash_of(const standing *who)
{
    uint64_t hash = (uint64_t)who->state << 32 | who->left;

    for (uint32_t i = 0; i < RP_SCORES; i++) {
        hash = (hash ^ (uint32_t)who->totals[i]) * 0xbf58476d1ce4e5b9U;
        hash ^= hash >> 29;
    }
    return hash * 0x94d049bb133111ebU;
}

static bool is_same(const standing *a, const standing *b)
{
    return a->state == b->state && a->left == b->left &&
           memcmp(a->totals, b->totals, sizeof a->totals) == 0;
}

/*
 * The slot of `who`, or the free one where it belongs. The upper half of the
 * hash chooses the place; the lower half stands in the slot, so that members
 * are only looked at where they are almost certainly the one.
 */
static crowd_slot *slot_of(const crowd *all, const crowd_index *among,
                           const standing *who, uint64_t hash)
{
    uint64_t mask = among->slots.count - 1;
    uint64_t slot = hash >> 32 & mask;
    crowd_slot *at = &among->slots.items[slot];

    while (at->member != 0 &&
           (at->tag != (uint32_t)hash ||
            !is_same(&all->members.items[at->member - 1], who))) {
        slot = (slot + 1) & mask;
        at = &among->slots.items[slot];
    }
    return at;
}

static bool grow_index(const crowd *all, crowd_index *among, store *memory)
{
    uint64_t mask =
        (among->slots.count == 0 ? SLOTS_LEAST : 2 * among->slots.count) - 1;
    crowd_index grown = {.used = among->used};

    if (!LIST_ROOM(memory, &grown.slots, mask + 1)) {
        return false;
    }
    grown.slots.count = mask + 1;
    memset(grown.slots.items, 0,
           (size_t)grown.slots.count * sizeof *grown.slots.items);
    for (uint64_t i = 0; i < among->slots.count; i++) {
        crowd_slot moved = among->slots.items[i];
        if (moved.member == 0) {
            continue;
        }
        uint64_t slot =
            hash_of(&all->members.items[moved.member - 1]) >> 32 & mask;
        while (grown.slots.items[slot].member != 0) {
            slot = (slot + 1) & mask;
        }
        grown.slots.items[slot] = moved;
    }
    crowd_index_clear(among, memory);
    *among = grown;
    return true;
}

uint32_t crowd_add_among(crowd *all, crowd_index *among, store *memory,
                         const standing *who)
{
    if (2 * (among->used + 1) > among->slots.count &&
        !grow_index(all, among, memory)) {
        return NO_STATE;
    }
    uint64_t hash = hash_of(who);
    crowd_slot *at = slot_of(all, among, who, hash);
    if (at->member == 0) {
        if (!LIST_ROOM(memory, &all->members, 1)) {
            return NO_STATE;
        }
        all->members.items[all->members.count++] = *who;
        *at = (crowd_slot){(uint32_t)all->members.count, (uint32_t)hash};
        among->used++;
    }
    return at->member - 1;
}

uint32_t crowd_add(crowd *all, store *memory, const standing *who)
{
    return crowd_add_among(all, &all->all, memory, who);
}

void crowd_index_clear(crowd_index *among, store *memory)
{
    LIST_DROP(memory, &among->slots);
    among->used = 0;
}

void crowd_clear(crowd *all, store *memory)
{
    LIST_DROP(memory, &all->members);
    crowd_index_clear(&all->all, memory);
}
