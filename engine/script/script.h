/*
 * Script: what the files of this room share. See rapport/script.h for what
 * the room promises.
 *
 * gather   reads the pack's files once
 * catalog  translations, before and after gettext's compiler
 * locate   finds the helper and gettext's compiler
 * answer   reads what the helper said as if the helper were hostile
 * load     puts them together
 */
#ifndef RAPPORT_SCRIPT_INTERNAL_H
#define RAPPORT_SCRIPT_INTERNAL_H

#include "rapport/base.h"
#include "rapport/process.h"
#include "rapport/script.h"

enum {
    SCRIPT_FILES_MAX = 512,
    SCRIPT_FILE_BYTES_MAX = 512 * 1024,
    SCRIPT_PACK_BYTES_MAX = 4 * 1024 * 1024,
    SCRIPT_ANSWER_BYTES_MAX = 4 * 1024 * 1024,
    SCRIPT_LANGUAGES_MAX = 16,
    SCRIPT_DEADLINE_MS = 3000
};

/* -------------------------------------------------------------- gather */

typedef enum script_kind {
    SCRIPT_PACK = 'p',
    SCRIPT_LIBRARY = 'l',
    SCRIPT_SCENARIO = 's'
} script_kind;

/*
 * The files of a pack. Sources stand in the order of the message: pack.lua,
 * the libraries by name, the scenario.
 */
typedef struct script_pack {
    uint32_t source_count;
    rp_source sources[SCRIPT_FILES_MAX];
    script_kind kinds[SCRIPT_FILES_MAX];
    const char *main_name; /* NULL: the pack alone */
    uint32_t po_count;     /* of the pack, and of this scenario alone */
    rp_source po_files[SCRIPT_FILES_MAX];
    size_t total_bytes;
} script_pack;

/*
 * Reads the pack that `path` (a scenario file or a folder) belongs to. `pack`
 * is filled, its texts are owned by `arena`.
 *
 * Errors: RP_E_INVALID, RP_E_IO, RP_E_MEMORY, RP_E_LIMIT.
 */
RP_MUST_USE rp_status script_gather(const char *path, rp_arena *arena,
                                    script_pack *pack, rp_error *err);

/* ------------------------------------------------------------- helper */

/* Where the helper is; false when it is nowhere. */
bool script_find_helper(const rp_script_options *options,
                        char path[RP_PATH_MAX]);

/* ------------------------------------------------------------- catalog */

/* One language on its way to the compiler. */
typedef struct script_translation {
    const char *language;
    const rp_source *pack_file; /* locale/zh.po; NULL: none */
    const rp_source *own_file;  /* locale/SCENARIO.zh.po; NULL: none */
    const char *input;
    size_t input_length;
    uint32_t pack_lines; /* lines of `input` before the scenario's own */
} script_translation;

/*
 * Joins the pack's files to one text a language. `list` (of
 * SCRIPT_LANGUAGES_MAX) and `count` are filled; texts are owned by `arena` or
 * borrowed from `pack`.
 *
 * Errors: RP_E_LIMIT, RP_E_MEMORY.
 */
RP_MUST_USE rp_status script_translations_join(const script_pack *pack,
                                               rp_arena *arena,
                                               script_translation *list,
                                               uint32_t *count, rp_error *err);

/* Fills `err` from what the compiler said; returns RP_E_INVALID. */
rp_status script_translation_fail(const script_translation *translation,
                                  const char *said, rp_error *err);

/* -------------------------------------------------------------- answer */

/* What an answer may point at. */
typedef struct script_context {
    const rp_source *sources; /* borrowed */
    uint32_t source_count;
    const char *fallback_name; /* the file to name when the answer does not */
} script_context;

/*
 * Judges an answer of the helper: RP_OK for a document of exactly the
 * documented shape, RP_E_INVALID with the helper's own sentence for an error
 * answer, RP_E_IO for anything else. Nothing is kept of it.
 */
RP_MUST_USE rp_status script_answer_check(const char *bytes, size_t length,
                                          const script_context *context,
                                          rp_error *err);

#endif
