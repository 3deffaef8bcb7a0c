/*
 * The digest of a state and its totals: fixed order, least byte first, so
 * that a replay on any machine compares equal.
 */
#include "play/play_internal.h"

enum {
    DIGEST_BYTES_MAX = 2 + 2 + 1 + RP_MOODS + 2 * RP_VARS_MAX +
                       8 * RP_MEMORY_WORDS + 4 * RP_SCORES
};

typedef struct packing {
    uint8_t bytes[DIGEST_BYTES_MAX];
    size_t length;
} packing;

static void pack(packing *to, uint64_t value, uint32_t bytes)
{
    for (uint32_t i = 0; i < bytes; i++) {
        to->bytes[to->length++] = (uint8_t)(value >> (8 * i));
    }
}

rp_digest rp_state_digest(const rp_model *model, const rp_state *state,
                          const int32_t points[RP_SCORES])
{
    packing to = {.length = 0};

    pack(&to, state->node, 2);
    pack(&to, state->moves, 2);
    pack(&to, state->set, 1);
    for (uint32_t i = 0; i < RP_MOODS; i++) {
        pack(&to, state->mood[i], 1);
    }
    for (uint32_t i = 0; i < model->var_count; i++) {
        pack(&to, state->vars[i], 2);
    }
    for (uint32_t i = 0; i < RP_MEMORY_WORDS; i++) {
        pack(&to, state->memory[i], 8);
    }
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        pack(&to, (uint32_t)points[i], 4);
    }
    return rp_sha256(to.bytes, to.length);
}
