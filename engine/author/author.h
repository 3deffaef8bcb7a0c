/*
 * Author, inside: what the files of this room share. See rapport/author.h for
 * what the room promises.
 *
 * coverage        which behaviours a scenario exercises
 * coverage_csv    the same of a pack, for spreadsheets
 * graph           a scenario as nodes, and what is known of them
 * graph_edges     its edges: flows of probability, merged
 * graph_dot       the same in Graphviz's language
 * graph_box       boxes of it
 * graph_text      texts for it: escaped, in lines
 * graph_layout    where `dot` would put everything
 * tool            runs somebody else's program: Graphviz, gettext, git
 * translate_plan  which text has its entry in which PO file
 * translate       PO files made anew
 * diff            what two documents differ in
 * diff_parts      whose counterpart a part is; how alike two parts are
 * diff_proof      what two reports differ in
 * revision        files as git knew them
 * revision_files  the folder they lie in while they are needed
 * reading         what every step of a run reads and scores
 * reading_compare what two readings differ in
 * blessed         readings in a file
 * bless           a run as an example in an author's file
 * mutate*         mutants of a scenario: see mutate.h
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

/* --------------------------------------------------- translation files */

typedef struct po_entry {
    const char *context; /* NULL: it serves every place */
    const char *text;
} po_entry;

/* One file on its way: what it has, and what it is to have. */
typedef struct po_file {
    const rp_translation_part *part;
    rp_mo sure;  /* what is translated; `bytes` NULL: nothing */
    rp_mo loose; /* the same and what is marked fuzzy */
    po_entry *entries;
    uint32_t count;
    uint32_t capacity;
} po_file;

/* True where `entry` is translated in `catalog`. */
bool po_holds(const rp_mo *catalog, const po_entry *entry);

/*
 * Fills the entries of all files; `files[0]` is the pack's. False when memory
 * is refused.
 */
RP_MUST_USE bool po_plan(po_file *files, uint32_t count, rp_arena *arena);

/* ---------------------------------------------------------- differences */

/* A part of one document, and its counterpart in the other. */
typedef struct diff_part {
    const rp_detail *detail; /* the one that says it is there; NULL: no part */
    const struct diff_part *other; /* NULL: none */
    bool is_renamed;               /* `other` has another name */
} diff_part;

typedef struct diff_entry {
    const rp_detail *detail;
} diff_entry;

/* One of two documents, taken apart. */
typedef struct diff_side {
    rp_details details;
    diff_entry *sorted; /* by part, key and language */
    diff_part *parts;   /* one a detail; filled where it is a part */
} diff_side;

/* Errors: RP_E_MEMORY. */
RP_MUST_USE rp_status diff_side_open(diff_side *side,
                                     const rp_document *document,
                                     rp_arena *arena, rp_error *err);

/* The detail of a part under a key; NULL: there is none. */
const rp_detail *diff_find(const diff_side *side, const rp_detail *like,
                           const char *part);

/* The part by its written name; NULL: there is none. */
diff_part *diff_part_find(const diff_side *side, const char *name);

/*
 * Gives every part its counterpart where it has one: the same name in the
 * counterpart of what it lies in, else the most similar one left over.
 *
 * Errors: RP_E_MEMORY.
 */
RP_MUST_USE rp_status diff_match(diff_side *before, diff_side *after,
                                 rp_arena *arena, rp_error *err);

/* A part's written name without what it lies in: "own-it", "tickets". */
const char *diff_own_name(const rp_detail *part);

/*
 * True where a value differs from another in nothing but names of parts that
 * were renamed.
 */
bool diff_is_renaming(const diff_side *before, const char *old,
                      const char *value);

/* ------------------------------------------------- a revision's files */

enum {
    REVISION_NAME_MAX = 128 /* "lib/desk.lua", with its NUL */
};

/* Makes the folder with lib and locale in it. Errors: RP_E_IO. */
RP_MUST_USE rp_status revision_folders(rp_unpacked *to, rp_error *err);

/* Writes one file into it. Errors: RP_E_IO, RP_E_MEMORY. */
RP_MUST_USE rp_status revision_write(const rp_unpacked *to, const char *name,
                                     const char *bytes, size_t length,
                                     rp_error *err);

#endif
