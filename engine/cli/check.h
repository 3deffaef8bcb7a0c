/*
 * `rapport check`, inside: a scenario with all that is known of it.
 */
#ifndef CLI_CHECK_H
#define CLI_CHECK_H

#include "cli.h"

typedef struct checked {
    rp_arena arena;
    rp_loaded loaded;
    rp_report report;
    bool is_proven; /* `report` is filled */
    bool is_quick;  /* without odds, weights and gate */
    uint32_t fault_count;
    uint32_t error_count;
    rp_fault *faults; /* the loader's and the prover's, by place */
} checked;

void check_write(rp_json *json, const checked *of);
void check_print(const cli *with, const checked *of);

#endif
