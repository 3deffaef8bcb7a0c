/* See folder.h. */
#include "script/folder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <ftw.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/test.h"

rp_script_options folder_options(void)
{
    return (rp_script_options){.helper_path = RP_BUILD_DIR "/rapport-helper",
                               .deadline_ms = 20000};
}

int folder_open(void **state)
{
    folder *in = calloc(1, sizeof *in);
    if (in == NULL) {
        return -1;
    }
    (void)snprintf(in->path, sizeof in->path, "/tmp/rapport-test-XXXXXX");
    rp_arena_init(&in->arena, rp_alloc_default());
    *state = in;
    return mkdtemp(in->path) == NULL ? -1 : 0;
}

static int remove_entry(const char *path, const struct stat *facts, int kind,
                        struct FTW *walk)
{
    (void)facts;
    (void)kind;
    (void)walk;
    return remove(path);
}

int folder_close(void **state)
{
    folder *in = *state;
    rp_arena_clear(&in->arena);
    int failed = nftw(in->path, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
    free(in);
    return failed;
}

const char *folder_path(const folder *in, const char *name,
                        char path[FOLDER_PATH_MAX])
{
    (void)snprintf(path, FOLDER_PATH_MAX, "%s/%s", in->path, name);
    return path;
}

/* Makes the folder that `name` stands in. */
static void make_parent(const folder *in, const char *name)
{
    char parent[FOLDER_PATH_MAX];
    const char *slash = strchr(name, '/');
    if (slash == NULL) {
        return;
    }
    (void)snprintf(parent, sizeof parent, "%s/%.*s", in->path,
                   (int)(slash - name), name);
    (void)mkdir(parent, 0700);
}

void folder_write(const folder *in, const char *name, const void *bytes,
                  size_t length)
{
    char path[FOLDER_PATH_MAX];
    make_parent(in, name);
    FILE *file = fopen(folder_path(in, name, path), "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

void folder_puts(const folder *in, const char *name, const char *text)
{
    folder_write(in, name, text, strlen(text));
}

rp_status folder_load_path(folder *in, const char *path)
{
    rp_script_options options = folder_options();
    in->err = (rp_error){0};
    in->declared = (rp_declared){0};
    return rp_script_load(path, &options, &in->arena, &in->declared, &in->err);
}

rp_status folder_load(folder *in, const char *name)
{
    char path[FOLDER_PATH_MAX];
    return folder_load_path(in, folder_path(in, name, path));
}

void folder_refuses(folder *in, const char *name, rp_status status,
                    const char *source, unsigned line, const char *sentence)
{
    rp_status got = folder_load(in, name);
    assert_string_equal(in->err.message, sentence);
    assert_int_equal(got, status);
    assert_int_equal(in->err.status, status);
    assert_int_equal(in->err.line, line);
    if (source != NULL) {
        assert_string_equal(in->err.source, source);
    }
    assert_null(in->declared.json);
}
