/*
 * Author, inside: what the files of this room share. See rapport/author.h for
 * what the room promises.
 *
 * list_errors.h    in what sentences the room fails
 * errors           how they are made
 * shared           lists, texts and runs
 * tool             runs somebody else's program: Graphviz, gettext, git
 *
 * template         files to begin with
 * codes            every code of the checker, and the page about them
 *
 * graph            a scenario as nodes, and what is known of them
 * graph_edges      its edges: flows of probability, merged
 * graph_dot        the same in Graphviz's language
 * graph_box        boxes of it
 * graph_text       texts for it: escaped, in lines
 * graph_layout     where `dot` would put everything
 *
 * coverage         which behaviours a scenario exercises
 * coverage_csv     the same of a pack, for spreadsheets
 *
 * reading          what every step of a run reads and scores
 * reading_compare  what two readings differ in
 * blessed          readings in a file
 * bless            a run as an example in an author's file
 *
 * mutate*          mutants of a scenario: see mutate.h
 *
 * diff             what two documents differ in
 * diff_parts       whose counterpart a part is; how alike two parts are
 * diff_proof       what two reports differ in
 * revision         files as git knew them
 * revision_files   the folder they lie in while they are needed
 *
 * translate_plan   which text has its entry in which PO file
 * translate        PO files made anew
 */
#ifndef AUTHOR_AUTHOR_H
#define AUTHOR_AUTHOR_H

#include "rapport/author.h"

/* --------------------------------------------------------------- errors */

/* AUTHOR_NO_TOOL, ...: the rows of list_errors.h. */
typedef enum author_error {
#define ERROR(name, status, sentence) AUTHOR_##name,
#include "list_errors.h"
#undef ERROR
    AUTHOR_ERRORS
} author_error;

enum {
    AUTHOR_DIGITS_MAX = 12 /* of any uint32_t, with its NUL */
};

/* The words of a sentence, where they are needed no longer than a call. */
#define AUTHOR_WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})

/*
 * Fills `err` (which may be NULL) with a row's sentence and returns its
 * status, as rp_fail does.
 *
 * `words`  borrowed, one a slot; NULL where the sentence has none
 */
rp_status author_fail(rp_error *err, author_error which,
                      const char *const *words);

/* RP_E_MEMORY: the same sentence everywhere. */
rp_status author_no_memory(rp_error *err);

/* RP_E_INVALID: a model has no such fact set; `set` counts from 0. */
rp_status author_no_set(rp_error *err, const rp_model *model, uint32_t set);

/* RP_E_INVALID: why the move of this index cannot be made. */
rp_status author_bad_move(rp_error *err, uint32_t index, const char *why);

/* An error that was looked at first: `err` (which may be NULL) gets it. */
rp_status author_pass_on(rp_error *err, const rp_error *error);

/* A number as a word; returns `digits`. */
const char *author_digits(uint32_t number, char digits[AUTHOR_DIGITS_MAX]);

/* --------------------------------------------------------------- shared */

/* True for equal texts; NULL equals NULL only. */
bool author_is_same(const char *a, const char *b);

/* True where a name is in a list. */
bool author_lists(const char *const *names, uint32_t count, const char *name);

/* A list in an arena that grows by one. Begins as zeros. */
typedef struct author_list {
    void *items;
    uint32_t count;
    uint32_t capacity;
} author_list;

/*
 * Takes the room behind the last item, which counts from then on. What was
 * borrowed from the list before may have moved. NULL when memory is refused.
 */
RP_MUST_USE void *author_room(author_list *list, size_t item_bytes,
                              rp_arena *arena);

/* Moves a text into the arena and clears it; NULL when memory was refused. */
RP_MUST_USE const char *author_keep(rp_text *text, rp_arena *arena);

/* A text as a state shows it, owned by the arena; NULL when refused. */
RP_MUST_USE const char *author_rendered(const rp_model *model,
                                        uint16_t language,
                                        const rp_state *state, rp_ref text,
                                        rp_arena *arena);

/* The example of a name; NULL: there is none. */
const rp_example *author_example(const rp_model *model, const char *name);

/* ---------------------------------------------------------------- tools */

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

/* --------------------------------------------------- translation files */

typedef struct po_entry {
    const char *context; /* NULL: it serves every place */
    const char *text;
    const char *key; /* it is written under, for the translator */
} po_entry;

/* One file on its way: what it has, and what it is to have. */
typedef struct po_file {
    const rp_translation_part *part;
    rp_mo sure;       /* what is translated; `bytes` NULL: nothing */
    rp_mo loose;      /* the same and what is marked fuzzy */
    author_list list; /* of po_entry */
} po_file;

const po_entry *po_entry_at(const po_file *file, uint32_t index);

/* True where `entry` is translated in `catalog`. */
bool po_holds(const rp_mo *catalog, const po_entry *entry);

/*
 * Fills the entries of all files; `files[0]` is the pack's. False when memory
 * is refused.
 */
RP_MUST_USE bool po_plan(po_file *files, uint32_t count, rp_arena *arena);

#endif
