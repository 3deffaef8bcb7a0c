/*
 * A model being made from a toy: the tables while they are filled.
 */
#ifndef RAPPORT_TESTS_TOY_MAKING_H
#define RAPPORT_TESTS_TOY_MAKING_H

#include "scenario/model_internal.h"
#include "support/test.h"
#include "support/toy.h"

enum {
    MAKING_MAX = 512, /* of every table */
    MAKING_SETS = 8
};

/* A memory bit somebody asks for: `said "x"`, `seen "y"`, `opened "z"`. */
typedef struct wanted_mark {
    expr_test test;
    char name[64];
    uint16_t mark;
} wanted_mark;

typedef struct making {
    rp_arena arena;
    const toy *from;
    rp_model *model;
    expr_scope scope;
    expr_table exprs;
    rp_fact facts[MAKING_SETS * 2];
    rp_var vars[TOY_VARS];
    wanted_mark wanted[MAKING_MAX];
    uint32_t wanted_count;
    uint16_t next_mark;
    rp_node nodes[TOY_NODES];
    rp_choice choices[MAKING_MAX];
    uint32_t choice_count;
    rp_ask asks[MAKING_MAX];
    uint32_t ask_count;
    uint16_t offers[MAKING_MAX];
    uint32_t offer_count;
    uint16_t marks[MAKING_MAX];
    uint32_t mark_count;
    rp_assign assigns[MAKING_MAX];
    uint32_t assign_count;
    rp_route routes[MAKING_MAX];
    uint32_t route_count;
    rp_line lines[MAKING_MAX];
    uint32_t line_count;
    rp_interrupt interrupts[TOY_INTERRUPTS];
    rp_record records[TOY_RECORDS];
    rp_critical critical;
    rp_promise promises[TOY_PROMISES];
    uint16_t promise_idx[MAKING_MAX];
    uint32_t promise_idx_count;
    rp_example examples[TOY_EXAMPLES];
    const char *example_moves[TOY_EXAMPLES * TOY_EXAMPLE_MOVES];
    const char *texts[MAKING_MAX];
    uint32_t text_count;
} making;

/* Each adds what a toy says to the tables. */
rp_expr making_expr(making *m, const char *source, expr_type type);
rp_ref making_text(making *m, const char *text);
void making_node(making *m, uint32_t idx);

/* Index of a node of the toy; fails the test when there is none. */
uint16_t making_node_idx(const toy *from, const char *id);

#endif
