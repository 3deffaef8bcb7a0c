/*
 * Keys to indices: open addressing with linear probing, half full at most.
 */
#include <string.h>

#include "solve/solve_internal.h"

enum {
    SLOTS_LEAST = 256
};

static const uint32_t no_slot = UINT32_MAX;

/* Multiply and fold (the finaliser of SplitMix64, one word at a time). */
static uint64_t hash_of(const uint64_t *words, uint32_t count)
{
    uint64_t hash = 0x9e3779b97f4a7c15U;

    for (uint32_t i = 0; i < count; i++) {
        hash = (hash ^ words[i]) * 0xbf58476d1ce4e5b9U;
        hash ^= hash >> 29;
    }
    return hash * 0x94d049bb133111ebU;
}

static uint64_t home_of(const state_table *states, const uint64_t *words)
{
    /* the upper bits are mixed best */
    return hash_of(words, states->words) >>
           (64 - (uint32_t)__builtin_ctzll(states->slot_count));
}

static bool is_key(const state_table *states, uint32_t idx,
                   const uint64_t *words)
{
    const uint64_t *at = states->keys.items + (uint64_t)idx * states->words;

    for (uint32_t i = 0; i < states->words; i++) {
        if (at[i] != words[i]) {
            return false;
        }
    }
    return true;
}

/* The slot of `words`, or the free one where they belong. */
static uint64_t slot_of(const state_table *states, const uint64_t *words)
{
    uint64_t slot = home_of(states, words);

    while (states->slots[slot] != no_slot &&
           !is_key(states, states->slots[slot], words)) {
        slot = (slot + 1) & (states->slot_count - 1);
    }
    return slot;
}

uint32_t table_find(const state_table *states, const state_key *wanted)
{
    if (states->slot_count == 0) {
        return NO_STATE;
    }
    uint32_t found = states->slots[slot_of(states, wanted->words)];
    return found == no_slot ? NO_STATE : found;
}

static bool grow_slots(state_table *states, store *memory)
{
    uint64_t wanted =
        states->slot_count == 0 ? SLOTS_LEAST : 2 * states->slot_count;
    uint32_t *block = NULL;
    uint64_t capacity = 0;

    if (!store_grow(memory, &block, &capacity, wanted, sizeof(uint32_t))) {
        return false;
    }
    store_drop(memory, &states->slots, &states->slot_capacity,
               sizeof(uint32_t));
    states->slots = block;
    states->slot_capacity = capacity;
    states->slot_count = wanted;
    memset(states->slots, 0xFF, (size_t)wanted * sizeof(uint32_t));
    for (uint32_t i = 0; i < states->count; i++) {
        const uint64_t *words =
            states->keys.items + (uint64_t)i * states->words;
        uint64_t slot = home_of(states, words);
        while (states->slots[slot] != no_slot) {
            slot = (slot + 1) & (states->slot_count - 1);
        }
        states->slots[slot] = i;
    }
    return true;
}

uint32_t table_add(state_table *states, store *memory, const state_key *wanted)
{
    if (2 * ((uint64_t)states->count + 1) > states->slot_count &&
        !grow_slots(states, memory)) {
        return NO_STATE;
    }
    uint64_t slot = slot_of(states, wanted->words);
    if (states->slots[slot] != no_slot) {
        return states->slots[slot];
    }
    if (!LIST_ROOM(memory, &states->keys, states->words)) {
        return NO_STATE;
    }
    memcpy(states->keys.items + states->keys.count, wanted->words,
           states->words * sizeof(uint64_t));
    states->keys.count += states->words;
    states->slots[slot] = states->count;
    return states->count++;
}

uint32_t table_append(state_table *states, store *memory, uint64_t word)
{
    if (states->count >= NO_STATE - 1 ||
        !LIST_ROOM(memory, &states->keys, states->words)) {
        return NO_STATE;
    }
    memset(states->keys.items + states->keys.count, 0,
           states->words * sizeof(uint64_t));
    states->keys.items[states->keys.count] = word;
    states->keys.count += states->words;
    return states->count++;
}

void table_clear(state_table *states, store *memory)
{
    LIST_DROP(memory, &states->keys);
    store_drop(memory, &states->slots, &states->slot_capacity,
               sizeof(uint32_t));
    states->slot_count = 0;
    states->count = 0;
}
