/*
 * `rapport bless`, inside: the runs that are blessed, and the file they go
 * into.
 */
#ifndef CLI_BLESS_H
#define CLI_BLESS_H

#include "check.h"

typedef struct blessing {
    cli *with;
    const char *path; /* of the scenario's Lua file */
    rp_loaded loaded; /* as the file is now */
    rp_written_run *runs;
    uint32_t run_count;
    rp_text text; /* what is appended */
} blessing;

/*
 * Fills the runs the person named, each held against the present scenario,
 * and says what is wrong with one: bless_runs.c.
 */
cli_exit bless_gather(blessing *of);

/*
 * Appends the text to the file and loads it again; where that fails the file
 * is put back as it was: bless_write.c.
 */
cli_exit bless_append(blessing *of);

/* Keeps how the runs read now: bless_readings.c. */
cli_exit bless_keep(blessing *of);

/* Keeps how every example of the scenario reads now. */
cli_exit bless_again(blessing *of);

/* What is proven of the scenario without odds. */
cli_exit bless_prove(blessing *of, rp_report *report);

#endif
