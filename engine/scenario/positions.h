/*
 * Where things stand in the files: positions travel beside the document and
 * are in no digest.
 *
 * A declaration owns the source from its own word to the word of the next
 * declaration. A fault inside it points at the offending text where that
 * stands exactly once in there, at the declaration's line otherwise.
 */
#ifndef RAPPORT_SCENARIO_POSITIONS_H
#define RAPPORT_SCENARIO_POSITIONS_H

#include "scenario_internal.h"

typedef struct position {
    const char *file; /* NULL: nowhere known */
    uint32_t line;
    uint32_t column; /* in characters; 0: the whole line */
} position;

struct rp_source;

/*
 * An empty table over a copy of the sources; NULL when memory is refused.
 * `arena` owns it; `sources` is borrowed for the call.
 */
positions *positions_new(rp_arena *arena, const struct rp_source *sources,
                         uint32_t source_count);

/* Ends the table's hold on the objects it knows. NULL does nothing. */
void positions_clear(positions *table);

/*
 * Remembers that `object` was declared by `word "id"` on a line. `id` is NULL
 * where the word takes no name. False when memory is refused.
 */
typedef struct declared_at {
    uint32_t source_idx;
    uint32_t line;
    const char *word;
    const char *id;
} declared_at;

bool positions_add(positions *table, json_t *object, declared_at where);

/* Name of a source; NULL where there is none of that number. */
const char *positions_file(const positions *table, uint32_t source_idx);

/*
 * The position of a value in the JSON text it was read from; of the nearest
 * value around it where there is none. `file` is borrowed.
 */
position json_find(const char *json, const char *file, const place *at);

/*
 * The position of `text` (NULL: none in particular) inside the innermost
 * declaration around `at`, `offset` bytes into it.
 */
position positions_find(const positions *table, const place *at,
                        const char *text, size_t offset);

/* One of the two above: files where there are any, else the JSON text. */
position position_in(const rp_document *document, const place *at,
                     const char *text, size_t offset);

/* Line and column of one of `bytes`; columns count characters. */
position position_of_byte(const char *file, const char *bytes,
                          const char *byte);

#endif
