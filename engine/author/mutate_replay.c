/*
 * What is seen of a mutant where runs are replayed: by what the examples
 * expect, by the readings somebody blessed, and by what could be expected or
 * blessed.
 */
#include <string.h>

#include "mutate.h"

enum {
    EXAMPLES_SHOWN = 64
};

/* -------------------------------------------------------- as it is itself */

/* `passed` depends on par; all else can be held against a run at once. */
static bool take_examples(mutant_base *base, rp_arena *arena)
{
    const rp_model *model = base->model;

    base->without_par = rp_arena_take(arena, model->example_count + 1U,
                                      sizeof *base->without_par);
    for (uint32_t i = 0; base->without_par != NULL && i < model->example_count;
         i++) {
        base->without_par[i] = model->examples[i];
        base->without_par[i].passed = -1;
    }
    return base->without_par != NULL;
}

/* The examples as they read now, as if somebody had just blessed them. */
static rp_status take_readings(mutant_base *base, rp_arena *arena,
                               rp_error *err)
{
    const rp_model *model = base->model;
    rp_status status = RP_OK;
    rp_reading *readings =
        rp_arena_take(arena, model->example_count + 1U, sizeof *readings);

    if (readings == NULL) {
        return author_no_memory(err);
    }
    for (uint32_t i = 0; status == RP_OK && i < model->example_count; i++) {
        rp_written_run run = rp_run_of_example(model, &model->examples[i]);
        status = rp_reading_make(model, &run, arena, &readings[i], err);
    }
    base->as_they_are = (rp_blessed){model->example_count, readings};
    /* An example that does not play is told by the report. */
    return status == RP_E_INVALID ? RP_OK : status;
}

rp_status mutant_replay_open(mutant_base *base, rp_arena *arena, rp_error *err)
{
    if (!take_examples(base, arena)) {
        return author_no_memory(err);
    }
    if (base->blessed != NULL) {
        rp_status status = rp_blessed_compare(base->model, base->blessed, arena,
                                              &base->rereads, err);
        if (status != RP_OK) {
            return status;
        }
    }
    return take_readings(base, arena, err);
}

/* -------------------------------------------------------------- examples */

/* Plays the examples, less what par decides; tells the first that fails. */
static void ask_examples(const mutant_base *base, const rp_model *mutated,
                         rp_mutant *mutant)
{
    rp_model model = *mutated;

    model.examples = base->without_par;
    for (uint32_t i = 0; i < model.example_count; i++) {
        const rp_example_result *before = &base->report.examples[i];
        rp_example_result after;
        rp_example_run(&model, i, before->result.par, &after);
        if (!after.holds && mutant->notice == RP_NOTICE_UNJUDGED) {
            mutant->notice = RP_NOTICE_EXAMPLE;
            mutant->by = model.examples[i].name;
        }
        if (i < EXAMPLES_SHOWN &&
            memcmp(before->result.points, after.result.points,
                   sizeof after.result.points) != 0) {
            mutant->shown_in |= UINT64_C(1) << i;
        }
    }
}

/* --------------------------------------------------------------- blessed */

static bool is_known(const rp_rereads *before, const rp_reread *found)
{
    for (uint32_t i = 0; i < before->count; i++) {
        const rp_reread *one = &before->items[i];
        if (one->kind == found->kind && one->step == found->step &&
            strcmp(one->example, found->example) == 0 &&
            author_is_same(one->language, found->language) &&
            author_is_same(one->after, found->after)) {
            return true;
        }
    }
    return false;
}

/* The first example that reads or scores as it did not before; NULL: none. */
static rp_status ask_blessed(const mutant_base *base, const rp_model *mutated,
                             rp_arena *arena, const char **example,
                             rp_error *err)
{
    rp_rereads found = {.count = 0};
    rp_status status = RP_OK;

    *example = NULL;
    if (base->blessed != NULL) {
        status = rp_blessed_compare(mutated, base->blessed, arena, &found, err);
    }
    for (uint32_t i = 0; i < found.count && *example == NULL; i++) {
        if (!is_known(&base->rereads, &found.items[i])) {
            *example = found.items[i].example;
        }
    }
    return status;
}

static rp_status look_at_readings(const mutant_base *base,
                                  const rp_model *mutated, rp_arena *arena,
                                  rp_mutant *mutant, rp_error *err)
{
    rp_rereads found = {.count = 0};
    rp_status status =
        rp_blessed_compare(mutated, &base->as_they_are, arena, &found, err);

    mutant->reads_otherwise = found.count > 0;
    return status;
}

rp_status mutant_replay(const mutant_base *base, const rp_model *mutated,
                        rp_arena *arena, rp_mutant *mutant, rp_error *err)
{
    const char *example = NULL;

    ask_examples(base, mutated, mutant);
    if (mutant->notice != RP_NOTICE_UNJUDGED) {
        return RP_OK;
    }
    rp_status status = ask_blessed(base, mutated, arena, &example, err);
    if (example != NULL) {
        mutant->notice = RP_NOTICE_BLESSED;
        mutant->by = example;
        return status;
    }
    return status == RP_OK ? look_at_readings(base, mutated, arena, mutant, err)
                           : status;
}
