/*
 * Toy calls: the smallest plain description of a scenario, for tests of the
 * rooms that play and solve. A toy is a C initialiser or comes from
 * toy_random; it becomes a model directly, without a document.
 *
 * Names are texts, as an author writes them. An absent condition is NULL, an
 * absent list is empty. The first turn or form is the start.
 */
#ifndef RAPPORT_TESTS_TOY_H
#define RAPPORT_TESTS_TOY_H

#include "rapport/scenario.h"

enum {
    TOY_ROUTES = 3,
    TOY_ASSIGNS = 3,
    TOY_CHOICES = 8,
    TOY_ASKS = 3,
    TOY_NODES = 15,
    TOY_VARS = 3,
    TOY_LINES = 2,
    TOY_INTERRUPTS = 3,
    TOY_RECORDS = 2,
    TOY_PROMISES = 2,
    TOY_EXAMPLES = 2,
    TOY_EXAMPLE_MOVES = 16,
    TOY_ID = 16,
    TOY_TEXT = 96
};

typedef char toy_id[TOY_ID];
typedef char toy_text[TOY_TEXT];

typedef struct toy_route {
    toy_text when; /* "": always */
    toy_id to;
} toy_route;

typedef struct toy_assign {
    toy_id var;
    bool is_add;
    toy_text value; /* an expression */
} toy_assign;

typedef struct toy_choice {
    toy_id id;
    toy_text text; /* "": the id */
    int points[RP_SCORES];
    int mood[RP_MOODS];
    toy_text when;
    bool once;
    bool stay;
    bool is_critical; /* sets the one critical there is, "crit" */
    bool is_anytime;
    uint32_t assign_count;
    toy_assign assigns[TOY_ASSIGNS]; /* `set` before `add` */
    uint32_t route_count;
    toy_route route[TOY_ROUTES];
    toy_text hears;    /* "": nothing */
    bool has_because;  /* says why it is right or wrong */
    uint32_t promises; /* bit per promise of the toy */
    uint32_t keeps;
} toy_choice;

typedef struct toy_ask {
    toy_id id;
    bool many;
    uint32_t answer_count;
    toy_choice answers[TOY_CHOICES];
} toy_ask;

typedef struct toy_line {
    toy_text when;
    toy_text text;
} toy_line;

typedef struct toy_node {
    toy_id id;
    rp_node_kind kind;
    rp_outcome outcome; /* ending */
    uint32_t line_count;
    toy_line lines[TOY_LINES];
    uint32_t choice_count; /* turn */
    toy_choice choices[TOY_CHOICES];
    uint32_t ask_count; /* form */
    toy_ask asks[TOY_ASKS];
    uint32_t route_count;
    toy_route route[TOY_ROUTES];
    bool has_silence;
    int silence_mood[RP_MOODS];
    uint32_t silence_route_count;
    toy_route silence_route[TOY_ROUTES];
    bool has_hint;
} toy_node;

typedef struct toy_var {
    toy_id name;
    bool is_boolean;
    int lo;
    int hi;
    int start;
} toy_var;

typedef struct toy_interrupt {
    toy_id id;
    toy_text when;
    toy_id to;
} toy_interrupt;

/* A recorded run; it expects to pass or to fail. */
typedef struct toy_example {
    toy_id name;
    uint32_t move_count;
    const char *moves[TOY_EXAMPLE_MOVES];
    int set; /* from 0 */
    bool passes;
} toy_example;

typedef struct toy {
    uint32_t node_count;
    toy_node nodes[TOY_NODES];
    uint32_t var_count;
    toy_var vars[TOY_VARS];
    uint32_t interrupt_count;
    toy_interrupt interrupts[TOY_INTERRUPTS];
    uint32_t record_count;
    toy_id records[TOY_RECORDS];
    uint32_t promise_count;
    toy_id promises[TOY_PROMISES];
    uint32_t example_count;
    toy_example examples[TOY_EXAMPLES];
    toy_id hangs_up; /* "": nowhere */
    int mood[RP_MOODS];
    int moves_max;    /* 0: 60 */
    int pass_percent; /* of each score; 0: 60 */
    int exam_percent; /* 0: 60 */
    int set_count;    /* 0: 1; the fact `red` is true in set 1 only, the fact
                         `n` counts the sets from 1 */
} toy;

/*
 * The model of a toy; the toy must outlive it. Fails the running test when
 * an expression cannot be read. End it with toy_model_free.
 */
rp_model *toy_model(const toy *from);
void toy_model_free(rp_model *model);

/* Turn a: `go` ends well with 2 points, `on` leads to b; b: `r` ends. */
toy toy_small(void);

/*
 * A small random call: cycles, `once`, clamping, forms with `many`,
 * interrupts, silence, limits, hanging up, records and promises, each now and
 * then. The same seed gives the same call.
 */
void toy_random(toy *to, uint64_t seed);

/* The same call with room to go round: its limit of moves is 60. */
void toy_random_long(toy *to, uint64_t seed);

/* A small one of which most can be met. */
void toy_random_free(toy *to, uint64_t seed);

/* One in which runs often have the same value, but do not all pass. */
void toy_random_even(toy *to, uint64_t seed);

/* A long one with replies that often make no difference. */
void toy_random_twins(toy *to, uint64_t seed);

/* Index of a node by its id; fails the test when there is none. */
uint16_t toy_node_idx(const rp_model *model, const char *id);

/* The move written `text` where `state` stands; fails the test if refused. */
struct rp_move toy_move(const rp_model *model, const rp_state *state,
                        const char *text);

#endif
