/*
 * Solve, inside: the walk and what is read off it.
 *
 *   store     growing memory under a budget
 *   key       what tells states apart, and a table of them
 *   walk      every state, layer by layer of counted moves, and its edges
 *   order     the states so that successors come first (components)
 *   value     the best a score can still gain from a state
 *   futures   states from which everything goes on alike
 *   odds      how guessers fare
 *
 * States are indices into the table; an edge is a move and where it leads.
 * Memory comes from the walk's allocator and counts against its budget.
 */
#ifndef RAPPORT_SOLVE_INTERNAL_H
#define RAPPORT_SOLVE_INTERNAL_H

#include "solve/key.h"

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

enum {
    MOVES_ENDLESS = UINT32_MAX
};

/*
 * Fills `alike` and `longest` of an ordered walk, once. False when memory is
 * refused.
 */
RP_MUST_USE bool walk_futures(rp_walk *walk);

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

/* Tells who waits how far it is; false once they cancel. */
bool walk_goes_on(rp_walk *walk);

#endif
