/*
 * Runs by where they stand: open addressing over the list of members.
 */
#include <string.h>

#include "solve/solve_internal.h"

static const uint32_t no_slot = UINT32_MAX;

static uint64_t hash_of(const standing *who)
{
    uint64_t hash = (uint64_t)who->state << 32 | who->left;

    for (uint32_t i = 0; i < RP_SCORES; i++) {
        hash = (hash ^ (uint32_t)who->totals[i]) * 0xbf58476d1ce4e5b9U;
        hash ^= hash >> 29;
    }
    return hash;
}

static bool is_same(const standing *a, const standing *b)
{
    return a->state == b->state && a->left == b->left &&
           memcmp(a->totals, b->totals, sizeof a->totals) == 0;
}

/* The slot of `who`, or the free one where it belongs. */
static uint64_t slot_of(const crowd *all, const standing *who)
{
    uint64_t mask = all->slots.count - 1;
    uint64_t slot = hash_of(who) & mask;

    while (all->slots.items[slot] != no_slot &&
           !is_same(&all->members.items[all->slots.items[slot]], who)) {
        slot = (slot + 1) & mask;
    }
    return slot;
}

static bool grow_slots(crowd *all, store *memory)
{
    uint64_t wanted = all->slots.count == 0 ? 256 : 2 * all->slots.count;

    all->slots.count = 0;
    if (!LIST_ROOM(memory, &all->slots, wanted)) {
        return false;
    }
    all->slots.count = wanted;
    memset(all->slots.items, 0xFF, (size_t)wanted * sizeof(uint32_t));
    for (uint32_t i = 0; i < all->members.count; i++) {
        all->slots.items[slot_of(all, &all->members.items[i])] = i;
    }
    return true;
}

uint32_t crowd_add(crowd *all, store *memory, const standing *who)
{
    if (2 * (all->members.count + 1) > all->slots.count &&
        !grow_slots(all, memory)) {
        return NO_STATE;
    }
    uint64_t slot = slot_of(all, who);
    if (all->slots.items[slot] == no_slot) {
        if (!LIST_ROOM(memory, &all->members, 1)) {
            return NO_STATE;
        }
        all->slots.items[slot] = (uint32_t)all->members.count;
        all->members.items[all->members.count++] = *who;
    }
    return all->slots.items[slot];
}

void crowd_reset(crowd *all)
{
    /* A crowd that was large once is not swept when it is small. */
    uint64_t wanted = 256;

    while (wanted < 4 * all->members.count) {
        wanted *= 2;
    }
    all->members.count = 0;
    if (all->slots.count > 0) {
        all->slots.count =
            wanted < all->slots.count ? wanted : all->slots.count;
        memset(all->slots.items, 0xFF,
               (size_t)all->slots.count * sizeof(uint32_t));
    }
}

void crowd_clear(crowd *all, store *memory)
{
    LIST_DROP(memory, &all->members);
    LIST_DROP(memory, &all->slots);
}
