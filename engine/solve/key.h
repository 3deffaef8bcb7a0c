/*
 * What tells states apart.
 *
 *   live      what later conditions may still read, node by node
 *   key       a state without its dead parts, packed into words
 *   table     keys to indices
 */
#ifndef RAPPORT_SOLVE_KEY_H
#define RAPPORT_SOLVE_KEY_H

#include "solve/store.h"

/* ----------------------------------------------------------- liveness */

/* Which interrupts may fire after a move from which node, or later on. */
typedef struct firing {
    bool *may; /* node_count rows of interrupt_count */
} firing;

/*
 * What a run standing at a node may still read: for its own sake, and for
 * the sake of each interrupt that has not fired yet.
 */
typedef struct liveness {
    uint32_t node_count;
    uint32_t interrupt_count;
    rp_reads *own;       /* node_count */
    rp_reads *interrupt; /* interrupt_count rows of node_count */
    rp_reads *behind;    /* node_count: once a form is sent, all told */
    firing fires;
} liveness;

typedef struct live_options {
    uint16_t set;
    bool waits; /* silence is walked too */
} live_options;

/* False when memory is refused. */
RP_MUST_USE bool liveness_find(const rp_model *model,
                               const live_options *options, rp_arena *arena,
                               liveness *live);

RP_MUST_USE bool firing_find(const rp_model *model, uint16_t set,
                             rp_arena *arena, firing *fires);

void reads_add(rp_reads *to, const rp_reads *from);
bool reads_equal(const rp_reads *a, const rp_reads *b);
void reads_add_mark(rp_reads *to, uint16_t mark);

/* --------------------------------------------------------------- keys */

enum {
    KEY_WORDS_MAX = 10,
    KEY_PIECES_MAX = 320
};

/* A run of bits of a state and its place in the key. */
typedef enum piece_kind {
    PIECE_MOOD,
    PIECE_VAR,
    PIECE_MEMORY
} piece_kind;

typedef struct key_piece {
    uint8_t kind;
    uint8_t word;
    uint8_t shift;
    uint8_t from; /* first bit of the memory word */
    uint16_t idx;
    uint64_t mask; /* of the value, unshifted */
} key_piece;

typedef struct state_key {
    uint64_t words[KEY_WORDS_MAX];
} state_key;

typedef struct key_layout {
    uint32_t words;
    uint32_t node_bits;
    uint32_t piece_count;
    key_piece pieces[KEY_PIECES_MAX];
    state_key *node_masks;              /* node_count */
    uint64_t (*spent)[RP_MEMORY_WORDS]; /* a node: interrupts past firing */
    state_key *interrupt_masks;         /* interrupt_count rows of node_count */
    uint16_t set;
} key_layout;

RP_MUST_USE bool key_layout_make(const rp_model *model, const liveness *live,
                                 rp_arena *arena, key_layout *layout);
void key_pack(const rp_model *model, const key_layout *layout,
              const rp_state *state, state_key *packed);
void key_unpack(const rp_model *model, const key_layout *layout,
                const uint64_t *words, rp_state *state);

/* -------------------------------------------------------------- table */

enum {
    NO_STATE = UINT32_MAX
};

typedef struct state_table {
    uint32_t words;
    LIST(uint64_t) keys; /* count * words */
    uint32_t *slots;
    uint64_t slot_count; /* a power of two */
    uint64_t slot_capacity;
    uint32_t count;
} state_table;

uint32_t table_find(const state_table *states, const state_key *wanted);

/* A state nobody will look for by its key; NO_STATE when refused. */
uint32_t table_append(state_table *states, store *memory, uint64_t word);

/* The index of `wanted`, added where it is new; NO_STATE when refused. */
uint32_t table_add(state_table *states, store *memory, const state_key *wanted);
void table_clear(state_table *states, store *memory);

#endif
