/*
 * Mutants, inside.
 *
 *   mutate          the threads, and what they are told
 *   mutate_list     which mutants there are
 *   mutate_trodden  where the examples go
 *   mutate_apply    the model of one
 *   mutate_judge    who notices it: the cheapest witness is heard first
 *   mutate_replay   what is seen of it where runs are replayed
 */
#ifndef AUTHOR_MUTATE_H
#define AUTHOR_MUTATE_H

#include "author.h"

/* ----------------------------------------------------------------- list */

/*
 * Every mutant of a model in the order of its nodes, unjudged.
 *
 * `arena`  owns the list and its texts
 *
 * Errors: RP_E_MEMORY.
 */
RP_MUST_USE rp_status mutants_list(const rp_model *model, rp_arena *arena,
                                   rp_mutation *mutation, rp_error *err);

/* What the examples of a model come by. */
typedef struct trodden {
    bool *choices;
    bool *nodes;
    uint64_t memory[RP_MEMORY_WORDS]; /* marks that some example leaves set */
} trodden;

/* False when memory is refused. */
RP_MUST_USE bool trodden_find(const rp_model *model, rp_arena *arena,
                              trodden *found);

/* ---------------------------------------------------------------- apply */

/*
 * The model with one thing changed.
 *
 * `mutated`  filled on success: borrows from `model`, what differs is owned
 *            by `arena`; not to be freed
 *
 * Errors: RP_E_MEMORY.
 */
RP_MUST_USE rp_status mutant_apply(const rp_model *model,
                                   const rp_mutant *mutant, rp_arena *arena,
                                   rp_model *mutated, rp_error *err);

/* ---------------------------------------------------------------- judge */

/* The scenario as it is: what every mutant is held against. */
typedef struct mutant_base {
    const rp_model *model;
    rp_report_options options;
    const rp_blessed *blessed; /* NULL: none */
    bool has_gate;             /* the gate is asked too */
    rp_report report;
    rp_example *without_par; /* the examples, less what depends on par */
    rp_rereads rereads;      /* in what blessed runs differ as it is */
    rp_blessed as_they_are;  /* the examples, as if just blessed */
} mutant_base;

/*
 * Walks the scenario itself.
 *
 * `base`  `model`, `options`, `blessed` are the caller's; the rest is filled
 *
 * Errors: those of rp_check_report.
 */
RP_MUST_USE rp_status mutant_base_open(mutant_base *base, rp_arena *arena,
                                       rp_error *err);

/*
 * Fills what becomes of one mutant. `by` is owned by `arena` or borrowed from
 * the model.
 *
 * Errors: RP_E_MEMORY, RP_E_STATE (cancelled).
 */
RP_MUST_USE rp_status mutant_judge(const mutant_base *base, rp_arena *arena,
                                   rp_mutant *mutant, rp_error *err);

/*
 * The part of it that costs no walk: examples, less what par decides, and
 * blessed runs.
 *
 * Errors: RP_E_MEMORY.
 */
RP_MUST_USE rp_status mutant_replay_open(mutant_base *base, rp_arena *arena,
                                         rp_error *err);
RP_MUST_USE rp_status mutant_replay(const mutant_base *base,
                                    const rp_model *mutated, rp_arena *arena,
                                    rp_mutant *mutant, rp_error *err);

#endif
