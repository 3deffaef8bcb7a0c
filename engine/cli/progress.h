/*
 * Long work on a terminal. One at a time; between begin and end Ctrl C asks
 * the work to stop instead of ending the program.
 */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "cli.h"

typedef struct progress {
    const cli *with;
    const char *what; /* what is worked on, borrowed */
    int64_t next_ms;
    bool is_live;  /* somebody watches */
    bool is_shown; /* a line stands on the terminal */
} progress;

void progress_begin(progress *of, const cli *with);

/* Lets a budget report to it; the first half second says nothing. */
void progress_attach(progress *of, const char *what, rp_budget *budget);

/* Says how far something else is; true once Ctrl C was pressed. */
bool progress_tell(progress *of, const char *line);

/* An rp_progress; true once Ctrl C was pressed. */
bool progress_report(void *user, uint64_t states);
bool progress_is_cancelled(void);

/* Takes its line off the terminal, before something else is printed. */
void progress_hide(progress *of);

/* The end; where Ctrl C was pressed, the program ends by it. */
void progress_end(progress *of);

#endif
