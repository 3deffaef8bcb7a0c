/*
 * Runs Lua text through the helper's own code in this process, without the
 * limits and the filter, and hands back the answer.
 */
#ifndef RAPPORT_TEST_HELPER_HARNESS_H
#define RAPPORT_TEST_HELPER_HARNESS_H

#include "helper/helper.h"

/* One file of a pack in memory. */
typedef struct harness_file {
    helper_file_kind kind;
    const char *name;
    const char *text;
} harness_file;

/* The answer to a scenario alone; owned by the harness until the next run. */
const char *harness_run(const char *scenario);

/* The answer to several files. */
const char *harness_run_files(const harness_file *files, size_t count);

/* The value of the Lua expression, as `turn "t" { expression }` encodes it. */
const char *harness_value(const char *expression);

/* Fails unless the scenario is refused at `line` with exactly `sentence`. */
void harness_refuses(const char *scenario, unsigned line, const char *sentence);

/* Frees the last answer; the last test of a file calls it. */
int harness_end(void **state);

#endif
