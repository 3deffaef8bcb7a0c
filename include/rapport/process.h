/*
 * Process: other programs, run at the same time under one deadline. It is
 * part of base; the helper, gettext's tools and Graphviz are reached this way.
 *
 * A program gets no environment, no descriptor but its three channels and a
 * clean set of signals; it may neither write files nor think for more than
 * ten seconds. What it writes comes back as bytes, up to a limit.
 */
#ifndef RAPPORT_PROCESS_H
#define RAPPORT_PROCESS_H

#include <sys/types.h>

#include "rapport/base.h"

enum {
    RP_PATH_MAX = 1024,
    RP_PROCESSES_MAX = 32 /* run together */
};

/*
 * One program to run. The caller fills the first part; `output` and `errors`
 * are the caller's to clear, also after a failure.
 */
typedef struct rp_process {
    const char *path;
    const char *const *arguments; /* the first is the name; NULL at the end */
    const char *input;            /* borrowed */
    size_t input_length;
    size_t output_max;
    rp_alloc alloc;

    rp_text output;
    rp_text errors;    /* what it wrote to its standard error */
    bool was_late;     /* ended by us at the deadline */
    bool was_too_long; /* ended by us for writing without end */
    bool has_status;
    int wait_status; /* as waitpid gives it */

    pid_t pid; /* from here on: of the runner itself */
    int in_fd;
    int out_fd;
    int err_fd;
    size_t sent;
} rp_process;

/*
 * Starts all programs and waits until every one has ended or the deadline is
 * over; then none is left.
 *
 * Errors: RP_E_IO (cannot start one), RP_E_LIMIT (too many), RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_process_run(rp_process *processes, size_t count,
                                     uint32_t deadline_ms, rp_error *err);

/* True when it ended by itself, in time, and said that all was well. */
bool rp_process_is_good(const rp_process *process);

/* Clears the texts of every process. */
void rp_process_clear(rp_process *processes, size_t count);

/*
 * Where a program is: looks through the absolute folders of PATH, the usual
 * ones without it. False when it is nowhere; `path` is then undefined.
 */
bool rp_process_find(const char *program, char path[RP_PATH_MAX]);

/* Whether a file is there and may be run. */
bool rp_process_can_run(const char *path);

#endif
