/* A folder of its own for one test, and loads from it. */
#ifndef RAPPORT_TEST_SCRIPT_FOLDER_H
#define RAPPORT_TEST_SCRIPT_FOLDER_H

#include "rapport/script.h"

enum {
    FOLDER_PATH_MAX = 512
};

typedef struct folder {
    char path[FOLDER_PATH_MAX / 2];
    rp_arena arena;
    rp_declared declared;
    rp_error err;
} folder;

/* cmocka's setup and teardown; the state is a `folder`. */
int folder_open(void **state);
int folder_close(void **state);

/* "<folder>/<name>", in the caller's buffer. */
const char *folder_path(const folder *in, const char *name,
                        char path[FOLDER_PATH_MAX]);

/* Writes a file; `name` may stand in "lib/" or "locale/". */
void folder_write(const folder *in, const char *name, const void *bytes,
                  size_t length);
void folder_puts(const folder *in, const char *name, const char *text);

/* Loads with the helper of the build and plenty of time. */
rp_status folder_load(folder *in, const char *name);
rp_status folder_load_path(folder *in, const char *path);

/* Fails unless loading `name` gives exactly this. `source` NULL: any. */
void folder_refuses(folder *in, const char *name, rp_status status,
                    const char *source, unsigned line, const char *sentence);

/* The options of folder_load. */
rp_script_options folder_options(void);

#endif
