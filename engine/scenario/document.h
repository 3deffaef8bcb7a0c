/*
 * The document as a tree: made, read, put in order, written.
 */
#ifndef RAPPORT_SCENARIO_DOCUMENT_H
#define RAPPORT_SCENARIO_DOCUMENT_H

#include "scenario_internal.h"

enum {
    DOCUMENT_BYTES_MAX = 16 * 1024 * 1024,
    DOCUMENT_DEPTH_MAX = 32,
    DOCUMENT_FORMAT = 1
};

/* An empty document named `source` in messages; NULL when refused. */
rp_document *document_new(rp_alloc alloc, const char *source);

/*
 * Reads JSON from outside into `tree`: whole numbers only, no key twice,
 * bounded in size and depth. Owned by the caller.
 */
RP_MUST_USE rp_status tree_read(const char *json, size_t length,
                                const char *source, json_t **tree,
                                rp_error *err);

/*
 * Puts the keys of every object into the order of their bytes, so that a
 * document iterates alike however it came to be. False when memory is
 * refused.
 */
bool tree_sort(json_t *tree);

/* The same tree without its texts, owned; NULL when memory is refused. */
json_t *tree_without_texts(json_t *root);

#endif
