/*
 * The runs of one place by their totals: a list, and open addressing over it.
 */
#include <string.h>

#include "solve/odds.h"

enum {
    SLOT_BITS_LEAST = 6,
    WORD_BITS = 64
};

/* The upper bits of a sum of products are mixed best. */
static uint64_t home_of(const int32_t totals[RP_SCORES], uint32_t bits)
{
    static const uint64_t factors[RP_SCORES] = {
        0x9e3779b97f4a7c15U, 0xbf58476d1ce4e5b9U, 0x94d049bb133111ebU};
    uint64_t hash = 0;

    for (uint32_t i = 0; i < RP_SCORES; i++) {
        hash += (uint32_t)totals[i] * factors[i];
    }
    return hash >> (WORD_BITS - bits);
}

static bool is_same(const int32_t a[RP_SCORES], const int32_t b[RP_SCORES])
{
    bool is_equal = true;

    for (uint32_t i = 0; i < RP_SCORES; i++) {
        is_equal = is_equal && a[i] == b[i];
    }
    return is_equal;
}

/* The slot of these totals, or the free one where they belong. */
static uint32_t *slot_of(const tally *all, const int32_t totals[RP_SCORES])
{
    uint64_t mask = all->slots.count - 1;
    uint64_t slot = home_of(totals, all->slot_bits);

    while (
        all->slots.items[slot] != 0 &&
        !is_same(all->runs.items[all->slots.items[slot] - 1].totals, totals)) {
        slot = (slot + 1) & mask;
    }
    return &all->slots.items[slot];
}

static bool grow_slots(tally *all, store *memory)
{
    uint32_t bits = all->slot_bits == 0 ? SLOT_BITS_LEAST : all->slot_bits + 1;
    uint64_t count = UINT64_C(1) << bits;

    if (!LIST_ROOM(memory, &all->slots, count - all->slots.count)) {
        return false;
    }
    memset(all->slots.items, 0, (size_t)count * sizeof *all->slots.items);
    all->slots.count = count;
    all->slot_bits = bits;
    for (uint32_t i = 0; i < all->runs.count; i++) {
        *slot_of(all, all->runs.items[i].totals) = i + 1;
    }
    return true;
}

alike_runs *tally_find(const tally *all, const int32_t totals[RP_SCORES])
{
    if (all->slots.count == 0) {
        return NULL;
    }
    uint32_t found = *slot_of(all, totals);
    return found == 0 ? NULL : &all->runs.items[found - 1];
}

alike_runs *tally_add(tally *all, store *memory,
                      const int32_t totals[RP_SCORES])
{
    if (2 * (all->runs.count + 1) > all->slots.count &&
        !grow_slots(all, memory)) {
        return NULL;
    }
    uint32_t *slot = slot_of(all, totals);
    if (*slot == 0) {
        if (!LIST_ROOM(memory, &all->runs, 1)) {
            return NULL;
        }
        alike_runs *made = &all->runs.items[all->runs.count++];
        *made = (alike_runs){.share = 0};
        memcpy(made->totals, totals, sizeof made->totals);
        *slot = (uint32_t)all->runs.count;
    }
    return &all->runs.items[*slot - 1];
}

void tally_clear(tally *all, store *memory)
{
    LIST_DROP(memory, &all->runs);
    LIST_DROP(memory, &all->slots);
    all->slot_bits = 0;
}
