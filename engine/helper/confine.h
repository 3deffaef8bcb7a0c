/*
 * Confine: how the helper ties its own hands, and the clock that ends it. All
 * of it is for the process as a whole and cannot be undone.
 */
#ifndef RAPPORT_HELPER_CONFINE_H
#define RAPPORT_HELPER_CONFINE_H

#include "helper.h"

/* Limits of memory, time, files and processes. False: one did not take. */
bool confine_limits(void);

/*
 * Lets through only the system calls that reading, computing, writing and
 * leaving need; any other ends the process. False: this system has no filter,
 * or not for this processor.
 */
bool confine_filter(void);

/*
 * Prepares the handlers that name a line when time is up or the stack gives
 * out; called before the filter. `run` is borrowed for the process's life.
 */
void watch_prepare(helper_run *run);

/*
 * Starts the clock: after one second of computing (or two and a quarter of
 * waiting) Lua is asked to stop, a quarter of a second later the process
 * answers with the line it is in and leaves.
 */
void watch_start(void);
void watch_stop(void);

#endif
