/*
 * Runs by where they stand: open addressing over the list of members.
 */
#include <string.h>

#include "solve/odds.h"

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
static crowd_slot *slot_of(const crowd *all, const standing *who, uint64_t hash)
{
    uint64_t mask = all->slots.count - 1;
    uint64_t slot = hash >> 32 & mask;
    crowd_slot *at = &all->slots.items[slot];

    while (at->member != 0 &&
           (at->tag != (uint32_t)hash ||
            !is_same(&all->members.items[at->member - 1], who))) {
        slot = (slot + 1) & mask;
        at = &all->slots.items[slot];
    }
    return at;
}

static bool grow_slots(crowd *all, store *memory)
{
    uint64_t count = all->slots.count == 0 ? SLOTS_LEAST : 2 * all->slots.count;

    if (!LIST_ROOM(memory, &all->slots, count - all->slots.count)) {
        return false;
    }
    memset(all->slots.items, 0, (size_t)count * sizeof *all->slots.items);
    all->slots.count = count;
    for (uint32_t i = 0; i < all->members.count; i++) {
        const standing *who = &all->members.items[i];
        uint64_t hash = hash_of(who);
        *slot_of(all, who, hash) = (crowd_slot){i + 1, (uint32_t)hash};
    }
    return true;
}

uint32_t crowd_find(const crowd *all, const standing *who)
{
    if (all->slots.count == 0) {
        return NO_STATE;
    }
    return slot_of(all, who, hash_of(who))->member - 1;
}

uint32_t crowd_add(crowd *all, store *memory, const standing *who)
{
    if (2 * (all->members.count + 1) > all->slots.count &&
        !grow_slots(all, memory)) {
        return NO_STATE;
    }
    uint64_t hash = hash_of(who);
    crowd_slot *at = slot_of(all, who, hash);
    if (at->member == 0) {
        if (!LIST_ROOM(memory, &all->members, 1)) {
            return NO_STATE;
        }
        all->members.items[all->members.count++] = *who;
        *at = (crowd_slot){(uint32_t)all->members.count, (uint32_t)hash};
    }
    return at->member - 1;
}

void crowd_clear(crowd *all, store *memory)
{
    LIST_DROP(memory, &all->members);
    LIST_DROP(memory, &all->slots);
}
