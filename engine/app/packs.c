/*
 * Which scenarios are installed: one folder of packs, each a folder of
 * scenario files. Only names are looked at here.
 */
#include <string.h>

#include "app_internal.h"

/* A list that grows in the arena. */
typedef struct shelf {
    rp_arena *arena;
    rp_scenario_file *items;
    uint32_t count;
    uint32_t capacity;
} shelf;

static rp_status shelf_grow(shelf *to, uint32_t more, rp_error *err)
{
    if (to->count + more <= to->capacity) {
        return RP_OK;
    }
    uint32_t capacity = to->capacity * 2 + more;
    rp_scenario_file *items = rp_arena_take(to->arena, capacity, sizeof *items);
    if (items == NULL) {
        return rp_fail(err, RP_E_MEMORY, "no memory to list scenarios");
    }
    if (to->count > 0) {
        memcpy(items, to->items, to->count * sizeof *items);
    }
    to->items = items;
    to->capacity = capacity;
    return RP_OK;
}

/* Adds the scenario files that lie in `folder`. */
static rp_status add_folder(shelf *to, const char *folder, rp_error *err)
{
    file_names names = {0};
    rp_status status =
        files_list(folder, files_is_scenario_name, to->arena, &names, err);

    if (status == RP_OK) {
        status = shelf_grow(to, names.count, err);
    }
    for (uint32_t i = 0; status == RP_OK && i < names.count; i++) {
        const char *name = names.items[i];
        size_t length = (size_t)(strrchr(name, '.') - name);
        rp_scenario_file file = {
            .id = rp_arena_copy(to->arena, name, length),
            .path = rp_arena_format(to->arena, "%s/%s", folder, name)};
        if (file.id == NULL || file.path == NULL) {
            return rp_fail(err, RP_E_MEMORY, "no memory to list scenarios");
        }
        if (rp_file_is_plain(file.path)) {
            to->items[to->count++] = file;
        }
    }
    return status;
}

/* Adds the packs that lie in a folder of packs. */
static rp_status add_packs(shelf *to, const char *folder, rp_error *err)
{
    file_names names = {0};
    rp_status status = files_list(folder, NULL, to->arena, &names, err);

    for (uint32_t i = 0; status == RP_OK && i < names.count; i++) {
        const char *path =
            rp_arena_format(to->arena, "%s/%s", folder, names.items[i]);
        if (path == NULL) {
            return rp_fail(err, RP_E_MEMORY, "no memory to list scenarios");
        }
        if (rp_file_is_folder(path)) {
            status = add_folder(to, path, err);
        }
    }
    return status;
}

rp_status rp_app_pack_folder(const rp_app_options *options, const char *pack,
                             rp_arena *arena, const char **folder,
                             rp_error *err)
{
    const char *installed = files_pack_dir(options, arena);

    *folder = pack;
    if (rp_is_id(pack) && !rp_file_is_folder(pack)) {
        *folder = installed == NULL
                      ? NULL
                      : rp_arena_format(arena, "%s/%s", installed, pack);
    }
    if (*folder == NULL) {
        return rp_fail(err, RP_E_MEMORY, "out of memory");
    }
    return rp_file_is_folder(*folder)
               ? RP_OK
               : rp_fail(err, RP_E_INVALID, "There is no pack `%s`.", pack);
}

static rp_status list_installed(const rp_app_options *options, shelf *found,
                                rp_error *err)
{
    const char *installed = files_pack_dir(options, found->arena);

    return installed == NULL ? rp_fail(err, RP_E_MEMORY, "out of memory")
                             : add_packs(found, installed, err);
}

/* A folder without scenarios of its own may be a folder of packs. */
static rp_status list_pack(const rp_app_options *options, const char *pack,
                           shelf *found, rp_error *err)
{
    const char *folder = NULL;
    rp_status status =
        rp_app_pack_folder(options, pack, found->arena, &folder, err);

    if (status == RP_OK) {
        status = add_folder(found, folder, err);
    }
    if (status == RP_OK && found->count == 0) {
        status = add_packs(found, folder, err);
    }
    return status;
}

rp_status rp_app_scenarios(const rp_app_options *options, const char *pack,
                           rp_arena *arena, rp_scenario_files *files,
                           rp_error *err)
{
    shelf found = {.arena = arena};
    rp_status status = pack == NULL ? list_installed(options, &found, err)
                                    : list_pack(options, pack, &found, err);

    if (status == RP_OK) {
        *files =
            (rp_scenario_files){.count = found.count, .items = found.items};
    }
    return status;
}
