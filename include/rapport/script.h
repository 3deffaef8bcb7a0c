/*
 * Script: the parent side of loading. It gathers a pack's files, hands them
 * to `rapport-helper` in one message, waits no longer than the deadline and
 * reads the answer as if the helper were hostile. It also compiles the pack's
 * translations with gettext's own tool.
 *
 * No Lua runs in this process, ever. Whatever a scenario does, a call returns
 * within the deadline with one sentence, and the program lives on.
 */
#ifndef RAPPORT_SCRIPT_H
#define RAPPORT_SCRIPT_H

#include "rapport/base.h"
#include "rapport/declared.h"

typedef struct rp_script_options {
    const char *helper_path; /* NULL: found beside the program */
    uint32_t deadline_ms;    /* 0: 3000 */
    bool once;               /* skip the second run that proves determinism */
} rp_script_options;

/*
 * Loads a scenario file (with the pack.lua of its folder, if there is one) or,
 * where `path` is a folder, the pack alone.
 *
 * `path`      borrowed
 * `options`   borrowed; NULL: the defaults
 * `arena`     borrowed; owns what `declared` points at
 * `declared`  filled on success
 * `err`       source, line and one sentence on failure
 *
 * Errors: RP_E_INVALID (the file's own fault: syntax, a limit, an odd file),
 * RP_E_IO (cannot read or spawn), RP_E_MEMORY, RP_E_LIMIT.
 */
RP_MUST_USE rp_status rp_script_load(const char *path,
                                     const rp_script_options *options,
                                     rp_arena *arena, rp_declared *declared,
                                     rp_error *err);

/* How far the helper can be confined here, for `rapport doctor`. */
typedef struct rp_script_confinement {
    bool has_helper;
    bool has_filter; /* seccomp could be installed */
    bool has_limits; /* setrlimit took */
    bool has_msgfmt;
    char helper_path[1024];
} rp_script_confinement;

rp_script_confinement rp_script_probe(const rp_script_options *options);

#endif
