/*
 * A state without its dead parts, in as few words as the model needs.
 *
 * Every part that is live anywhere has a fixed place; what is dead where the
 * state stands is masked out, so that two states no later condition tells
 * apart have the same key. The lowest bits hold the node; the bit above them
 * is set in the drafts of forms only, which have keys of their own kind.
 */
#include <assert.h>
#include <string.h>

#include "solve/solve_internal.h"

enum {
    WORD_BITS = 64,
    MOOD_BITS = 7,
    PATIENCE_FULL = 100
};

/* Pieces are handed out from the lowest free bit on. */
typedef struct layout_maker {
    key_layout *layout;
    uint32_t word;
    uint32_t bit;
} layout_maker;

static uint32_t bits_for(uint64_t most)
{
    return most == 0 ? 0 : (uint32_t)(WORD_BITS - __builtin_clzll(most));
}

static uint64_t low_bits(uint32_t count)
{
    return count >= WORD_BITS ? UINT64_MAX : (UINT64_C(1) << count) - 1;
}

/* A value of `bits` bits, never across two words. */
static void place(layout_maker *maker, key_piece piece, uint32_t bits)
{
    key_layout *layout = maker->layout;

    if (maker->bit + bits > WORD_BITS) {
        maker->word++;
        maker->bit = 0;
    }
    assert(maker->word < KEY_WORDS_MAX);
    assert(layout->piece_count < KEY_PIECES_MAX);
    piece.word = (uint8_t)maker->word;
    piece.shift = (uint8_t)maker->bit;
    piece.mask = low_bits(bits);
    layout->pieces[layout->piece_count++] = piece;
    maker->bit += bits;
}

/* Neighbouring live marks travel together, cut where a key word is full. */
static void place_marks(layout_maker *maker, uint32_t word, uint64_t live)
{
    while (live != 0) {
        uint32_t from = (uint32_t)__builtin_ctzll(live);
        uint64_t run = live >> from;
        uint32_t bits =
            run == UINT64_MAX ? WORD_BITS : (uint32_t)__builtin_ctzll(~run);
        uint32_t room = WORD_BITS - maker->bit;
        if (room > 0 && bits > room) {
            bits = room;
        }
        place(maker,
              (key_piece){.kind = PIECE_MEMORY,
                          .idx = (uint16_t)word,
                          .from = (uint8_t)from},
              bits);
        live &= ~(low_bits(bits) << from);
    }
}

static void place_all(const rp_model *model, const rp_reads *live,
                      layout_maker *maker)
{
    for (uint32_t i = 0; i < RP_MOODS; i++) {
        if (live->mood[i]) {
            place(maker, (key_piece){.kind = PIECE_MOOD, .idx = (uint16_t)i},
                  MOOD_BITS);
        }
    }
    for (uint32_t i = 0; i < model->var_count; i++) {
        const rp_var *var = &model->vars[i];
        if ((live->vars >> i & 1) != 0 && var->hi > var->lo) {
            place(maker, (key_piece){.kind = PIECE_VAR, .idx = (uint16_t)i},
                  bits_for((uint64_t)((int64_t)var->hi - var->lo)));
        }
    }
    for (uint32_t i = 0; i < RP_MEMORY_WORDS; i++) {
        place_marks(maker, i, live->memory[i]);
    }
}

/* The bits of the key that hold what `reads` names. */
static void mask_of(const key_layout *layout, const rp_reads *reads,
                    state_key *mask)
{
    for (uint32_t i = 0; i < layout->piece_count; i++) {
        const key_piece *piece = &layout->pieces[i];
        uint64_t kept = 0;
        if (piece->kind == PIECE_MOOD) {
            kept = reads->mood[piece->idx] ? piece->mask : 0;
        } else if (piece->kind == PIECE_VAR) {
            kept = (reads->vars >> piece->idx & 1) != 0 ? piece->mask : 0;
        } else {
            kept = reads->memory[piece->idx] >> piece->from & piece->mask;
        }
        mask->words[piece->word] |= kept << piece->shift;
    }
}

/*
 * What keeps an interrupt from firing may be dead once it cannot fire any
 * more: there it comes back as spent.
 */
static void find_spent(const rp_model *model, const liveness *live,
                       key_layout *layout)
{
    for (uint32_t n = 0; n < model->node_count; n++) {
        const bool *may = live->fires.may + (size_t)n * model->interrupt_count;
        for (uint32_t i = 0; i < model->interrupt_count; i++) {
            uint16_t mark = model->interrupts[i].fired_mark;
            layout->spent[n][mark >> 6] |= (uint64_t)!may[i] << (mark & 63);
        }
    }
}

bool key_layout_make(const rp_model *model, const liveness *live,
                     rp_arena *arena, key_layout *layout)
{
    rp_reads all = {.vars = 0};
    size_t rows = (size_t)model->node_count * model->interrupt_count;

    for (uint32_t i = 0; i < model->node_count; i++) {
        reads_add(&all, &live->own[i]);
    }
    for (size_t i = 0; i < rows; i++) {
        reads_add(&all, &live->interrupt[i]);
    }
    layout->piece_count = 0;
    layout->node_bits = bits_for(model->node_count);
    layout_maker maker = {.layout = layout, .bit = layout->node_bits + 1};
    place_all(model, &all, &maker);
    layout->words = maker.word + 1;
    layout->node_masks =
        rp_arena_take(arena, model->node_count, sizeof(state_key));
    layout->interrupt_masks = rp_arena_take(arena, rows + 1, sizeof(state_key));
    layout->spent =
        rp_arena_take(arena, model->node_count, sizeof *layout->spent);
    if (layout->node_masks == NULL || layout->interrupt_masks == NULL ||
        layout->spent == NULL) {
        return false;
    }
    find_spent(model, live, layout);
    for (uint32_t i = 0; i < model->node_count; i++) {
        layout->node_masks[i].words[0] = low_bits(layout->node_bits + 1);
        mask_of(layout, &live->own[i], &layout->node_masks[i]);
    }
    for (size_t i = 0; i < rows; i++) {
        mask_of(layout, &live->interrupt[i], &layout->interrupt_masks[i]);
    }
    return true;
}

/*
 * Patience counts from its end, so that what is dead comes back as full: a
 * customer whose patience nobody asks about must not hang up.
 */
static uint8_t mood_turned(uint32_t mood, uint64_t value)
{
    return (uint8_t)(mood == RP_PATIENCE ? PATIENCE_FULL - value : value);
}

static uint64_t piece_value(const key_piece *piece, const rp_state *state)
{
    switch ((piece_kind)piece->kind) {
    case PIECE_MOOD: return mood_turned(piece->idx, state->mood[piece->idx]);
    case PIECE_VAR: return state->vars[piece->idx];
    case PIECE_MEMORY: break;
    }
    return state->memory[piece->idx] >> piece->from & piece->mask;
}

/* What may still be read in `state`, as bits of the key. */
static void live_mask(const rp_model *model, const key_layout *layout,
                      const rp_state *state, state_key *mask)
{
    *mask = layout->node_masks[state->node];
    for (uint32_t i = 0; i < model->interrupt_count; i++) {
        if (rp_mark_is_set(state, model->interrupts[i].fired_mark)) {
            continue;
        }
        const state_key *more =
            &layout
                 ->interrupt_masks[(size_t)i * model->node_count + state->node];
        for (uint32_t w = 0; w < layout->words; w++) {
            mask->words[w] |= more->words[w];
        }
    }
}

void key_pack(const rp_model *model, const key_layout *layout,
              const rp_state *state, state_key *packed)
{
    const state_key *mask = &layout->node_masks[state->node];
    state_key wider;

    for (uint32_t w = 0; w < layout->words; w++) {
        packed->words[w] = 0;
    }
    packed->words[0] = state->node;
    if (model->nodes[state->node].kind == RP_ENDING) {
        return;
    }
    for (uint32_t i = 0; i < layout->piece_count; i++) {
        const key_piece *piece = &layout->pieces[i];
        packed->words[piece->word] |= piece_value(piece, state) << piece->shift;
    }
    if (model->interrupt_count > 0) {
        live_mask(model, layout, state, &wider);
        mask = &wider;
    }
    for (uint32_t w = 0; w < layout->words; w++) {
        packed->words[w] &= mask->words[w];
    }
}

void key_unpack(const rp_model *model, const key_layout *layout,
                const uint64_t *words, rp_state *state)
{
    (void)model;
    *state = (rp_state){
        .node = (uint16_t)(words[0] & low_bits(layout->node_bits)),
        .mood = {[RP_PATIENCE] = PATIENCE_FULL},
        .set = (uint8_t)layout->set,
    };
    for (uint32_t i = 0; i < layout->piece_count; i++) {
        const key_piece *piece = &layout->pieces[i];
        uint64_t value = words[piece->word] >> piece->shift & piece->mask;
        switch ((piece_kind)piece->kind) {
        case PIECE_MOOD:
            state->mood[piece->idx] = mood_turned(piece->idx, value);
            break;
        case PIECE_VAR: state->vars[piece->idx] = (uint16_t)value; break;
        case PIECE_MEMORY:
            state->memory[piece->idx] |= value << piece->from;
            break;
        }
    }
    for (uint32_t w = 0; w < RP_MEMORY_WORDS; w++) {
        state->memory[w] |= layout->spent[state->node][w];
    }
}
