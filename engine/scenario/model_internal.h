/*
 * The model half, inside: what a frozen model hides, and the expressions being
 * gathered. Shared by the expressions, the compiler and the
 * renderer of this room and by nobody else.
 */
#ifndef RAPPORT_SCENARIO_MODEL_INTERNAL_H
#define RAPPORT_SCENARIO_MODEL_INTERNAL_H

#include "expr.h"
#include "vector.h"

/* What only this room reads of a model. */
struct rp_model_private {
    rp_arena arena;           /* owns the model itself too */
    const char *const *texts; /* rows of language_count; row 0: no text */
    const expr_op *programs;  /* expr_count rows of set_count */
    const expr_op *code;      /* what EXPR_PROGRAM points into */
    uint32_t code_count;
    const char *const *source; /* expr_count: as the author wrote them */
};

/* -------------------------------------------------- gathered expressions */

enum {
    EXPRS_MAX = 16384
};

/*
 * The expressions of a model being compiled: programs, one row of set_count
 * each, the code behind the longer ones, and the sources.
 */
typedef struct expr_table {
    const expr_scope *scope; /* borrowed */
    rp_arena *arena;         /* borrowed: the model's */
    vector programs;
    vector code;
    vector source;
    expr_items *items; /* scratch, as are the two below */
    expr_op *ops;
    uint16_t *starts;
    bool refused;
} expr_table;

/*
 * `arena`    the model's: owns the programs
 * `scratch`  owns what is needed while reading; NULL: `arena`
 */
void expr_table_init(expr_table *table, const expr_scope *scope,
                     rp_arena *arena, rp_arena *scratch);

/*
 * Reads `source`, which is to be of `type`, and adds it. Returns its number,
 * or 0 with `fault` filled; 0 without a fault (`fault->message` empty) when
 * memory was refused or EXPRS_MAX is reached, which `refused` tells.
 */
rp_expr expr_table_add(expr_table *table, const char *source, expr_type type,
                       expr_fault *fault);

/* Hands the finished tables to `model`. */
void expr_table_freeze(expr_table *table, rp_model *model);

#endif
