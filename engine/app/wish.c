/*
 * What opening something means: a name becomes the full path of a scenario or
 * of a pack, and a pack's scenarios come to the library.
 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "app_internal.h"
#include "rapport/launch.h"

static const char pack_file[] = "pack.lua";

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash != NULL ? slash + 1 : path;
}

/* A pack's own file stands for its folder; no other file that is none. */
static rp_status check_file(const char **path, rp_arena *arena, rp_error *err)
{
    const char *name = name_of(*path);

    if (files_is_scenario_name(name)) {
        return RP_OK;
    }
    if (strcmp(name, pack_file) != 0) {
        return rp_fail(err, RP_E_INVALID,
                       "%s is no scenario: a scenario is a Lua file or a "
                       "document (.json), and a pack is a folder.",
                       name);
    }
    size_t length = strlen(*path) - strlen(name);
    *path = length > 0 ? rp_arena_copy(arena, *path, length) : ".";
    return *path != NULL ? RP_OK : rp_fail(err, RP_E_MEMORY, "out of memory");
}

rp_status wish_find(const rp_app_options *options, const char *name,
                    rp_arena *arena, const char **path, rp_error *err)
{
    const char *found = NULL;
    rp_error error = {0};
    rp_status status = load_find(options, name, arena, &found, &error);

    if (status == RP_OK) {
        status = check_file(&found, arena, &error);
    } else if (status != RP_E_MEMORY &&
               rp_app_pack_folder(options, name, arena, &found, NULL) ==
                   RP_OK) {
        status = RP_OK;
    }
    if (status == RP_OK) {
        *path = found;
    } else if (err != NULL) {
        *err = error;
    }
    return status;
}

rp_status rp_app_wish(const rp_app_options *options, const char *name,
                      rp_arena *arena, rp_intent *wish, rp_error *err)
{
    char real[PATH_MAX];
    const char *path = NULL;
    rp_status status = wish_find(options, name, arena, &path, err);

    if (status != RP_OK) {
        return status;
    }
    if (realpath(path, real) == NULL) {
        return rp_fail(err, RP_E_IO, "There is no file %s.", path);
    }
    const char *copy = rp_arena_copy(arena, real, strlen(real));
    if (copy == NULL) {
        return rp_fail(err, RP_E_MEMORY, "out of memory");
    }
    *wish = (rp_intent){.kind = RP_INTENT_OPEN, .text = copy};
    return RP_OK;
}

/* -------------------------------------------------------------- a visit */

/* What is visited stands in the place of what has the same id. */
static library_entry *entry_for(library *all, const rp_scenario_file *file)
{
    for (uint32_t i = 0; i < all->count; i++) {
        if (strcmp(all->entries[i].file.id, file->id) == 0) {
            return &all->entries[i];
        }
    }
    return &all->entries[all->count++];
}

static rp_status add_entries(rp_app *app, const rp_scenario_files *files,
                             rp_error *err)
{
    library *all = app->library;
    const library before = *all;
    size_t room = (size_t)all->count + files->count;
    library_entry *entries = rp_arena_take(&all->arena, room, sizeof *entries);
    rp_status status = RP_OK;

    if (entries == NULL) {
        return rp_fail(err, RP_E_MEMORY, "no memory for the library");
    }
    if (all->count > 0) {
        memcpy(entries, all->entries, all->count * sizeof *entries);
    }
    all->entries = entries;
    for (uint32_t i = 0; status == RP_OK && i < files->count; i++) {
        library_entry *entry = entry_for(all, &files->items[i]);
        library_begin_entry(entry, &files->items[i]);
        status = library_fill_entry(app, entry, err);
    }
    if (status != RP_OK) {
        all->entries = before.entries;
        all->count = before.count;
    }
    return status;
}

rp_status library_visit(rp_app *app, const char *folder, rp_error *err)
{
    rp_scenario_files files = {0};
    rp_status status = rp_app_scenarios(&app->options, folder,
                                        &app->library->arena, &files, err);

    if (status == RP_OK && files.count == 0) {
        status = rp_fail(err, RP_E_INVALID, "There is no scenario in %s.",
                         name_of(folder));
    }
    if (status == RP_OK) {
        status = add_entries(app, &files, err);
    }
    if (status == RP_OK) {
        status = library_count(app, err);
    }
    if (status == RP_OK) {
        app_tell(app,
                 rp_tr_n(app, "%u scenario of %s is in the library now.",
                         "%u scenarios of %s are in the library now.",
                         files.count),
                 (unsigned)files.count, name_of(folder));
    }
    return status;
}
