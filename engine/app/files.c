/*
 * Where things lie on this machine: packs and texts beside the program, the
 * data where the person's things are.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <dirent.h>
#include <sys/stat.h>

#include "app_internal.h"

enum {
    PATH_BYTES_MAX = 4096
};

/* The first of `places` that came with the program. */
static const char *find_beside(const char *const places[], rp_arena *arena)
{
    char path[PATH_BYTES_MAX];

    return rp_file_beside(places, path, sizeof path)
               ? rp_arena_copy(arena, path, strlen(path))
               : NULL;
}

const char *files_pack_dir(const rp_app_options *options, rp_arena *arena)
{
    static const char *const beside[] = {"share/rapport/packs",
                                         "../share/rapport/packs", NULL};
    const char *ordered = options->pack_dir;

    if (ordered == NULL) {
        ordered = secure_getenv("RAPPORT_PACKS");
    }
    if (ordered != NULL && ordered[0] != '\0') {
        return rp_arena_copy(arena, ordered, strlen(ordered));
    }
    const char *found = find_beside(beside, arena);
    return found != NULL ? found : "";
}

const char *files_locale_dir(const rp_app_options *options, rp_arena *arena)
{
    static const char *const beside[] = {"share/locale", "../share/locale",
                                         NULL};

    if (options->locale_dir != NULL) {
        return rp_arena_copy(arena, options->locale_dir,
                             strlen(options->locale_dir));
    }
    const char *found = find_beside(beside, arena);
    return found != NULL ? found : "";
}

rp_status files_data_dir(const rp_app_options *options, rp_arena *arena,
                         const char **path, rp_error *err)
{
    rp_text found;

    if (options->data_dir != NULL) {
        *path =
            rp_arena_copy(arena, options->data_dir, strlen(options->data_dir));
        return *path != NULL ? RP_OK
                             : rp_fail(err, RP_E_MEMORY, "out of memory");
    }
    rp_text_init(&found, arena->alloc);
    rp_status status = rp_store_default_dir(secure_getenv("XDG_DATA_HOME"),
                                            secure_getenv("HOME"), &found, err);
    if (status == RP_OK) {
        *path = rp_arena_copy(arena, found.bytes, found.length);
        if (*path == NULL) {
            status = rp_fail(err, RP_E_MEMORY, "out of memory");
        }
    }
    rp_text_clear(&found);
    return status;
}

static rp_status keep_names(struct dirent **entries, int count,
                            bool (*keeps)(const char *), rp_arena *arena,
                            file_names *names)
{
    names->items = rp_arena_take(arena, (size_t)count, sizeof *names->items);
    for (int i = 0; names->items != NULL && i < count; i++) {
        const char *name = entries[i]->d_name;
        if (name[0] == '.' || (keeps != NULL && !keeps(name))) {
            continue;
        }
        const char *copy = rp_arena_copy(arena, name, strlen(name));
        if (copy == NULL) {
            return RP_E_MEMORY;
        }
        names->items[names->count++] = copy;
    }
    return names->items != NULL ? RP_OK : RP_E_MEMORY;
}

rp_status files_list(const char *folder, bool (*keeps)(const char *),
                     rp_arena *arena, file_names *names, rp_error *err)
{
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, NULL, alphasort);

    *names = (file_names){0};
    if (count < 0) {
        return errno == ENOMEM ? rp_fail(err, RP_E_MEMORY, "out of memory")
                               : RP_OK;
    }
    rp_status status = keep_names(entries, count, keeps, arena, names);
    for (int i = 0; i < count; i++) {
        free(entries[i]);
    }
    free(entries);
    return status == RP_OK
               ? RP_OK
               : rp_fail(err, status, "no memory to list %s", folder);
}

static bool ends_with(const char *name, const char *ending)
{
    size_t length = strlen(name);
    size_t tail = strlen(ending);

    return length > tail && strcmp(name + length - tail, ending) == 0;
}

bool files_is_scenario_name(const char *name)
{
    return (ends_with(name, ".lua") && strcmp(name, "pack.lua") != 0) ||
           ends_with(name, ".json");
}

char *files_stamp(const char *path, rp_arena *arena)
{
    struct stat about;

    if (stat(path, &about) != 0) {
        return rp_arena_copy(arena, "-", 1);
    }
    return rp_arena_format(arena, "%lld.%09ld:%lld",
                           (long long)about.st_mtim.tv_sec,
                           about.st_mtim.tv_nsec, (long long)about.st_size);
}
