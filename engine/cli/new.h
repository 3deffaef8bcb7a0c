/*
 * `rapport new`, inside: what is to be made, and where.
 */
#ifndef CLI_NEW_H
#define CLI_NEW_H

#include "cli.h"
#include "rapport/author.h"

typedef struct making {
    cli *with;
    const char *folder; /* of the pack */
    rp_new_order order;
    const char *languages[RP_LANGUAGES_MAX];
    bool makes_folder;
    rp_new_files files;
    uint32_t written; /* of the files, in order */
} making;

/* Says what was made and what to do with it. */
void new_print(const making *of);

#endif
