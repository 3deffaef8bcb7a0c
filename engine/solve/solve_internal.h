/*
 * Solve, inside.
 *
 *   live      what later conditions may still read, node by node
 *   key       a state without its dead parts, packed into words
 *   table     keys to indices
 *   walk      every state, layer by layer of counted moves, and its edges
 *   order     the states so that successors come first (components)
 *   value     the best a score can still gain from a state
 *   totals    points so far, merged where they no longer matter
 *
 * States are indices into the table; an edge is a move and where it leads.
 * Memory comes from the walk's allocator and counts against its budget.
 */
#ifndef RAPPORT_SOLVE_INTERNAL_H
#define RAPPORT_SOLVE_INTERNAL_H

#include "rapport/solve.h"

/* ------------------------------------------------------------- memory */

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

/* -------------------------------------------------------------- edges */

typedef enum edge_kind {
    EDGE_REPLY,
    EDGE_ANSWER, /* an answer of a form being filled in */
    EDGE_SKIP,   /* an answer of a `many` ask left out */
    EDGE_SEND,   /* the form, once every ask is answered */
    EDGE_OPEN,   /* a record */
    EDGE_SILENCE
} edge_kind;

/*
 * A move, or a part of one, and where it leads. `arg` is a choice, a record
 * or, for what is sent, an index into the walk's forms. What is critical
 * leads to NO_STATE in a clean walk.
 *
 * A form is filled in answer by answer, through states of its own ("drafts")
 * in which ways that come to the same are one: eight answers to tick have 256
 * subsets, but far fewer effects. Only sending is a counted move.
 */
typedef struct edge {
    uint32_t target;
    uint32_t kind : 3;
    uint32_t is_critical : 1;
    uint32_t arg : 28;
} edge;

enum {
    EDGE_ARG_MAX = (1 << 28) - 1
};

static inline bool edge_is_counted(const edge *way)
{
    return way->kind == EDGE_REPLY || way->kind == EDGE_SEND ||
           way->kind == EDGE_SILENCE;
}

/* True for what a trainee chooses to say or file, in whole or in part. */
static inline bool edge_is_chosen(const edge *way)
{
    return way->kind <= EDGE_SEND;
}

/* --------------------------------------------------------------- forms */

/*
 * One way to answer the asks so far, up to what tells it from others: what is
 * dead behind the form is left out.
 */
typedef struct filling {
    int32_t mood[RP_MOODS];
    uint64_t marks[RP_MEMORY_WORDS];
    int64_t set[RP_VARS_MAX];
    int64_t add[RP_VARS_MAX];
    uint32_t is_set;   /* variables in `set` */
    uint32_t set_here; /* those set in the ask being answered */
    uint32_t state;    /* its draft */
    uint64_t answers;
} filling;

/*
 * A form once filled in, in the layer at hand: where no answer depends on
 * what the state holds, another state with the same answers open has the same
 * drafts.
 */
typedef struct form_plan {
    uint16_t node;
    uint64_t open;
    uint32_t form; /* the state */
    uint32_t first_draft;
    uint32_t draft_count;
} form_plan;

typedef struct form_work {
    LIST(filling) now;
    LIST(filling) next;
    LIST(uint32_t) slots;
    LIST(form_plan) plans;
    uint32_t drafts;     /* made so far in this form */
    uint32_t steps_left; /* of those being made */
} form_work;

/* Edges waiting until their state's turn to be expanded comes. */
typedef struct waiting_edges {
    uint32_t first;
    uint32_t count;
} waiting_edges;

/* ---------------------------------------------------------- objectives */

enum {
    NEED_UNSETTLED = UINT16_MAX
};

#define VALUE_NONE INT64_MIN

/*
 * The largest weighted gain over runs that end well, left from a state, and
 * the fewest counted moves that attain it: with that many moves left the
 * limit plays no part. Where a cycle gains, nothing is settled and values are
 * found move by move, on demand.
 */
typedef struct prospect {
    int64_t best;  /* VALUE_NONE: no run ends well */
    uint32_t need; /* NEED_UNSETTLED */
} prospect;

/* One to three aims, gone after together: each weighs the scores its way. */
typedef struct objective {
    uint32_t lanes;
    int64_t weight[RP_SCORES][RP_SCORES]; /* a lane */
    prospect *at;                         /* a state: its lanes */
    uint64_t at_capacity;
    int64_t *gains; /* a choice: its lanes */
    uint64_t gains_capacity;
    struct shorts *shorts;
} objective;

static inline const prospect *prospect_of(const objective *goal, uint32_t lane,
                                          uint32_t state)
{
    return &goal->at[(uint64_t)state * goal->lanes + lane];
}

/* ---------------------------------------------------------------- walk */

typedef struct walk_options {
    bool follows_all; /* silence, and on after what is critical */
} walk_options;

struct rp_walk {
    const rp_model *model;
    uint16_t set;
    rp_budget budget;
    store memory;
    rp_arena arena; /* layout and liveness */
    walk_options options;
    liveness live;
    key_layout layout;
    state_table states;
    LIST(uint32_t) first_edge; /* states + 1 */
    LIST(edge) edges;
    LIST(uint64_t) forms;      /* answers, as sent */
    LIST(edge) waiting;        /* of this layer's forms and drafts */
    LIST(waiting_edges) waits; /* a state of this layer */
    uint32_t layer_first;
    LIST(uint32_t) layers; /* first state of each depth, and the end */
    uint32_t root;
    uint16_t root_depth;
    uint32_t expanded; /* states that have their edges */
    bool is_exact;
    bool is_cut; /* some state stands at the limit of moves */
    bool is_cancelled;
    LIST(uint32_t) order; /* successors first */
    LIST(uint8_t) starts; /* 1 where a component begins in `order` */
    bool has_cycle;
    LIST(uint32_t) alike;   /* the first state with the same future */
    LIST(uint32_t) longest; /* counted moves ahead, or MOVES_ENDLESS */

    int32_t par[RP_SCORES];
    int64_t unit;
    objective value;
    objective most;  /* a lane a score */
    objective least; /* the same with negated weights; on demand */
    form_work work;
    LIST(rp_move) best;
    int32_t best_points[RP_SCORES];
    struct rp_walk *extra; /* rooted elsewhere, for states not met above */
};

/* From where a walk goes, by which rules and with what means. */
typedef struct walk_origin {
    const rp_model *model;
    const rp_state *root;
    rp_alloc alloc;
    const rp_budget *budget; /* NULL: the usual */
    walk_options options;
} walk_origin;

/* A walk from any state, `state->moves` counted moves into a run. */
RP_MUST_USE rp_status walk_from(const walk_origin *from, rp_walk **walk,
                                rp_error *err);

static inline const edge *walk_edges(const rp_walk *walk, uint32_t state,
                                     uint32_t *count)
{
    if (state >= walk->expanded) {
        *count = 0;
        return NULL;
    }
    uint32_t first = walk->first_edge.items[state];
    *count = walk->first_edge.items[state + 1] - first;
    return walk->edges.items + first;
}

static inline const rp_node *walk_node(const rp_walk *walk, uint32_t state)
{
    uint64_t word =
        walk->states.keys.items[(uint64_t)state * walk->states.words];
    return &walk->model
                ->nodes[word & ((UINT64_C(1) << walk->layout.node_bits) - 1)];
}

/*
 * True for a form being filled in. From the lowest bit its key holds: the
 * node, 1, the steps left until it is sent, a number, and in the upper half
 * the state the form was begun in.
 */
static inline bool walk_is_draft(const rp_walk *walk, uint32_t state)
{
    uint64_t word =
        walk->states.keys.items[(uint64_t)state * walk->states.words];
    return (word >> walk->layout.node_bits & 1) != 0;
}

enum {
    DRAFT_STEP_BITS = 7,
    DRAFT_STEPS_MAX = 1 << DRAFT_STEP_BITS
};

/* Steps left of a draft, one at least; 0 for any other state. */
static inline uint32_t walk_draft_steps(const rp_walk *walk, uint32_t state)
{
    uint64_t word =
        walk->states.keys.items[(uint64_t)state * walk->states.words];
    return walk_is_draft(walk, state)
               ? (uint32_t)(word >> (walk->layout.node_bits + 1)) &
                     (DRAFT_STEPS_MAX - 1)
               : 0;
}

static inline uint32_t walk_form_of(const rp_walk *walk, uint32_t state)
{
    uint64_t word =
        walk->states.keys.items[(uint64_t)state * walk->states.words];
    return walk_is_draft(walk, state) ? (uint32_t)(word >> 32) : state;
}

/*
 * Makes the drafts of the form where `idx` stands, with their edges waiting;
 * nothing where an ask is stuck. False when refused.
 */
RP_MUST_USE bool form_draft(rp_walk *walk, uint32_t idx, const rp_state *state);
void form_work_clear(form_work *work, store *memory);

/* Adds an edge to what waits for `from`; all edges of a state in a row. */
RP_MUST_USE bool form_add_waiting(rp_walk *walk, uint32_t from, edge way);

/* The plan of the same form with the same answers open, or NULL. */
const form_plan *form_plan_find(const rp_walk *walk, const form_plan *like);
/* Makes the drafts of `form` after the plan. False when refused. */
RP_MUST_USE bool form_plan_follow(rp_walk *walk, const form_plan *plan,
                                  uint32_t form);
/* Keeps what has been drafted since `made` began, where others may use it. */
RP_MUST_USE bool form_plan_keep(rp_walk *walk, const form_plan *made);

/* The bit of an answer in its form. */
uint32_t answer_bit(const rp_model *model, const rp_node *form,
                    uint32_t choice);

/*
 * The move that begins with `way`, where it is a part of a form completed by
 * the first ways on that lose nothing (`keeps_best`) or by any.
 */
rp_move walk_whole_move(rp_walk *walk, const edge *way, uint32_t left,
                        bool keeps_best);

/* True for a state left unexpanded because the budget ended the walk. */
bool walk_is_unknown(const rp_walk *walk, uint32_t state);
uint16_t walk_depth(const rp_walk *walk, uint32_t state);
void walk_state(const rp_walk *walk, uint32_t idx, rp_state *state);
uint32_t walk_find(const rp_walk *walk, const rp_state *state);

const int32_t *edge_points(const rp_walk *walk, const edge *way,
                           int32_t points[RP_SCORES]);
/* A whole move; the edge must not be a part of a form. */
rp_move edge_move(const rp_walk *walk, const edge *way);

/* True for a state that a run may end well in. */
static inline bool node_ends_well(const rp_node *node)
{
    return node->kind == RP_ENDING && node->outcome != RP_LOST;
}

RP_MUST_USE rp_status walk_order(rp_walk *walk, rp_error *err);

RP_MUST_USE bool objective_find(rp_walk *walk, objective *goal);
void objective_clear(objective *goal, store *memory);

/* The best with at most `left` counted moves; VALUE_NONE: none ends well. */
int64_t objective_value(rp_walk *walk, objective *goal, uint32_t lane,
                        uint32_t state, uint32_t left);
int64_t edge_gain(const objective *goal, uint32_t lane, const edge *way);

/* The most points, up or down, that one move can bring a score. */
int64_t model_step(const rp_model *model, uint32_t score);

/* The largest gain in value from a state on. */
static inline int64_t walk_value(rp_walk *walk, uint32_t state, uint32_t left)
{
    return objective_value(walk, &walk->value, 0, state, left);
}

/*
 * True where the edge loses nothing of `best`, the value of its state with
 * `left` counted moves. Where nothing is left to lose, always.
 */
bool walk_keeps_best(rp_walk *walk, const edge *way, uint32_t left,
                     int64_t best);

/* The least each score can gain, found once; the most is known from par. */
RP_MUST_USE bool walk_bounds(rp_walk *walk);

/* -------------------------------------------------------------- totals */

/*
 * Totals that no longer matter: one that can only end beyond what is asked of
 * it, and one that can only end at nothing.
 */
enum {
    TOTAL_MADE = INT32_MAX,
    TOTAL_NIL = INT32_MIN
};

typedef enum mark_kind {
    OWN_MARKS,
    EXAM_MARK
} mark_kind;

/* What is asked of the totals of a run that ends well. */
typedef struct judge {
    rp_walk *walk;
    mark_kind kind;
    bool keeps_totals;         /* merges nothing, only tells what is lost */
    int32_t needed[RP_SCORES]; /* own marks: points; INT32_MIN: none */
    int32_t needed_bp;         /* exam mark: sum over the assessed */
    int64_t step[RP_SCORES];   /* the most one move can change a score */
} judge;

RP_MUST_USE bool judge_init(judge *by, rp_walk *walk, mark_kind kind);

/*
 * Merges the totals of a run that stands in `state` with `left` moves. False
 * when it can no longer pass.
 */
bool judge_merge(const judge *by, uint32_t state, uint32_t left,
                 int32_t totals[RP_SCORES]);
/* For totals of a run that has ended well. */
bool judge_passes(const judge *by, const int32_t totals[RP_SCORES]);
void totals_add(int32_t totals[RP_SCORES], const int32_t points[RP_SCORES]);

/* Runs that stand in the same place with the same totals, as one. */
typedef struct standing {
    uint32_t state;
    uint32_t left; /* counted moves */
    int32_t totals[RP_SCORES];
} standing;

typedef struct crowd_slot {
    uint32_t member; /* + 1; 0: free */
    uint32_t tag;    /* of its hash */
} crowd_slot;

/* Some members of a crowd, by where they stand. */
typedef struct crowd_index {
    LIST(crowd_slot) slots;
    uint64_t used;
} crowd_index;

typedef struct crowd {
    LIST(standing) members;
    crowd_index all;
} crowd;

/* The index of `who`, added where it is new; NO_STATE when refused. */
uint32_t crowd_add(crowd *all, store *memory, const standing *who);
void crowd_clear(crowd *all, store *memory);

/*
 * The same where only the members in `among` can be the one: what is small
 * and used at one time stays near.
 */
uint32_t crowd_add_among(crowd *all, crowd_index *among, store *memory,
                         const standing *who);
void crowd_index_clear(crowd_index *among, store *memory);

/* -------------------------------------------------------------- guessers */

/* The distinct words of a text (character pairs in Chinese), as hashes. */
typedef struct word_set {
    const uint64_t *words; /* sorted */
    uint32_t count;
} word_set;

/* What the test-wise read off the texts of one language. */
typedef struct measures {
    uint32_t *length; /* a choice: code points as written */
    uint32_t *polite; /* a choice: courtesy words of the pack */
    word_set *choice;
    word_set *line;
    word_set *ask;
} measures;

RP_MUST_USE bool measures_make(const rp_model *model, uint16_t language,
                               rp_arena *arena, measures *found);
uint32_t word_set_shared(const word_set *a, const word_set *b);

/* One way a guesser may go on, and how likely. */
typedef struct guess_way {
    uint32_t target; /* NO_STATE: not walked */
    uint32_t arg;    /* of its edge */
    bool is_critical;
    bool is_counted;
    int32_t points[RP_SCORES];
    double share;
} guess_way;

typedef struct guess {
    rp_walk *walk;
    rp_guesser guesser;
    const measures *texts; /* NULL for those who do not read */
    LIST(guess_way) ways;  /* of the standing asked for last */
} guess;

enum {
    MOVES_ENDLESS = UINT32_MAX
};

/*
 * Fills `alike` and `longest` of an ordered walk, once. False when memory is
 * refused.
 */
RP_MUST_USE bool walk_futures(rp_walk *walk);

/* Fills `by->ways`. False when memory is refused. */
RP_MUST_USE bool guess_ways(guess *by, const standing *who);
void guess_clear(guess *by);

/*
 * A guesser's probability, pushed forward from one state. With `traces` every
 * way is kept, so that chances can be carried back.
 */
typedef struct push_way {
    uint32_t to; /* a member, or one of the below */
    uint32_t arg;
    double share;
} push_way;

enum {
    PUSH_PASSED = UINT32_MAX,
    PUSH_FAILED = UINT32_MAX - 1
};

/* Members whose turn comes together. */
typedef struct push_turn {
    uint32_t head; /* the first member + 1; 0: none */
    crowd_index met;
} push_turn;

typedef struct push {
    guess *by;
    const judge *judge;
    bool traces;
    crowd met;
    LIST(double) share;     /* one a member */
    LIST(push_turn) queues; /* by moves left */
    LIST(uint32_t) next;    /* a member: the next one with as many, + 1 */
    LIST(uint32_t) done;    /* members in the order they were pushed */
    LIST(push_way) ways;
    LIST(rp_span) spans; /* a member: its ways */
    double passed;
    double passed_rest; /* what rounding took */
    double unresolved;
} push;

/* False when memory is refused. */
RP_MUST_USE bool push_from(push *p, uint32_t state);
void push_clear(push *p);

/* The state in which a guesser begins: no record opened, or all. */
uint32_t walk_guess_root(const rp_walk *walk, bool opens_all);

/* Whether some run goes on from there and passes. False: memory refused. */
RP_MUST_USE bool walk_can_pass(rp_walk *walk, const judge *by,
                               const standing *from, bool *can_pass);

/* Finds the best run once, into `best` and `best_points`. */
RP_MUST_USE bool walk_find_best(rp_walk *walk);

typedef struct place_in {
    rp_walk *walk;
    uint32_t state;
} place_in;

/* Where `state` stands in this walk, or in an extra one made for it. */
RP_MUST_USE rp_status walk_locate(rp_walk *walk, const rp_state *state,
                                  place_in *place, rp_error *err);

rp_status walk_refusal(const rp_walk *walk, rp_error *err);

#endif
