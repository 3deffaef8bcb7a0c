/*
 * `rapport diff`, inside: two editions of a scenario and what they differ in.
 */
#ifndef CLI_DIFF_H
#define CLI_DIFF_H

#include "check.h"

typedef struct edition {
    const char *name; /* as the person wrote it */
    checked of;
} edition;

typedef struct compared {
    edition before;
    edition after;
    rp_arena arena;
    rp_changes changes;
    rp_measures measures;
    rp_attempt_ids attempts; /* that stand on `before` */
} compared;

void diff_print(const cli *with, const compared *of);
void diff_print_proofs(const cli *with, const compared *of);
void diff_write(rp_json *json, const compared *of);

#endif
