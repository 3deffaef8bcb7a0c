/*
 * `rapport check`, inside: a scenario with all that is known of it.
 */
#ifndef CLI_CHECK_H
#define CLI_CHECK_H

#include "cli.h"
#include "rapport/author.h"

typedef struct checked {
    rp_arena arena;
    rp_loaded loaded;
    rp_report report;
    bool is_proven; /* `report` is filled */
    bool is_quick;  /* without odds, weights and gate */
    uint32_t fault_count;
    uint32_t error_count;
    rp_fault *faults;       /* the loader's and the prover's, by place */
    uint32_t blessed_count; /* runs whose reading was kept */
    rp_rereads rereads;     /* what they read or score differently now */
} checked;

/*
 * Loads and proves; says what kept it from that. `one` is to be cleared in
 * every case. Both in one go, or one after the other.
 */
cli_exit checked_load(const cli *with, const char *scenario, checked *one);
cli_exit checked_prove(const cli *with, const rp_report_options *options,
                       checked *one);
cli_exit checked_make(const cli *with, const char *scenario,
                      const rp_report_options *options, checked *one);
void checked_clear(checked *one);

/*
 * The readings kept in a file, which says what is wrong with it; none where
 * there is no file. The same of a loaded scenario, whatever the file holds.
 */
cli_exit cli_read_blessed(const cli *with, const char *path, rp_arena *arena,
                          rp_blessed *blessed);
cli_exit checked_blessed(const cli *with, checked *one, rp_blessed *blessed);

/* How many examples come out as they expect. */
uint32_t check_held(const rp_report *report);

void check_write(rp_json *json, const checked *of);
void check_print(const cli *with, const checked *of);

/*
 * `--mutate`: what nobody notices, from check_mutants.c. `made` is owned by
 * the arena of `one`; its report is NULL where the scenario has errors, which
 * come first.
 */
struct progress;
cli_exit mutants_make(const cli *with, const rp_report_options *options,
                      struct progress *shown, checked *one, rp_mutation *made);
void mutants_print(const cli *with, const checked *of, const rp_mutation *made);
void mutants_write(rp_json *json, const checked *of, const rp_mutation *made);

/* A guesser's name, in the person's language. */
const char *check_guesser(const cli *with, rp_guesser guesser);

/* Blessed runs that read or score differently now: check_blessed.c. */
void check_print_blessed(const cli *with, const checked *of);
void check_write_blessed(rp_json *json, const checked *of);

/* One such difference, and what became another in it. */
const char *reread_label(const cli *with, const rp_reread *found);
void say_reread(const cli *with, const rp_reread *found);
void write_reread(rp_json *json, const rp_reread *found);

#endif
