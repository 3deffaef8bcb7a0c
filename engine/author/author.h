/*
 * Author, inside: what the files of this room share. See rapport/author.h for
 * what the room promises.
 *
 * tool   runs somebody else's program: Graphviz, gettext, git
 */
#ifndef AUTHOR_AUTHOR_H
#define AUTHOR_AUTHOR_H

#include "rapport/author.h"

/* A program of somebody else, and what to do where it is missing. */
typedef struct author_tool {
    const char *program;          /* "dot" */
    const char *package;          /* "graphviz": what to install */
    const char *const *arguments; /* the first is the name; NULL at the end */
} author_tool;

/*
 * Runs a tool over `input`.
 *
 * `output`  initialised by the caller and empty; filled on success
 *
 * Errors: RP_E_IO (not installed, cannot start, too slow), RP_E_INVALID (it
 * refused; the sentence is its own first line), RP_E_LIMIT, RP_E_MEMORY.
 */
RP_MUST_USE rp_status author_tool_run(const author_tool *tool,
                                      const rp_text *input, rp_text *output,
                                      rp_error *err);

#endif
