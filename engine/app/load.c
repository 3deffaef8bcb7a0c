/*
 * Loading, from a name to a model:
 *
 *   name --find--> path --script--> declared --assemble--> document
 *                       \--parse (documents)-------------> document
 *   document --check--> faults --compile--> model
 *
 * What is wrong with a scenario is a list of faults and no failure; a failure
 * is a name nobody knows or a machine that cannot.
 */
#include <string.h>

#include "app_internal.h"

static bool is_document_name(const char *path)
{
    size_t length = strlen(path);

    return length > 5 && strcmp(path + length - 5, ".json") == 0;
}

/* Puts an error of the whole file in front of the list of faults. */
static rp_status add_file_fault(rp_faults *faults, const rp_error *error,
                                rp_error *err)
{
    rp_fault *items =
        rp_arena_take(&faults->arena, (size_t)faults->count + 1, sizeof *items);
    char *file =
        rp_arena_copy(&faults->arena, error->source, strlen(error->source));
    char *message =
        rp_arena_copy(&faults->arena, error->message, strlen(error->message));

    if (items == NULL || file == NULL || message == NULL) {
        return rp_fail(err, RP_E_MEMORY, "no memory for a list of faults");
    }
    if (faults->count > 0) {
        memcpy(items + 1, faults->items, faults->count * sizeof *items);
    }
    items[0] = (rp_fault){.code = "cannot-load",
                          .severity = RP_ERROR,
                          .file = file,
                          .line = error->line,
                          .column = error->column,
                          .message = message};
    faults->items = items;
    faults->count++;
    faults->capacity = faults->count;
    faults->error_count++;
    return RP_OK;
}

/* A file's own fault goes into the list, all else is a failure. */
static rp_status sort_failure(rp_loaded *loaded, rp_status status,
                              rp_error *error, rp_error *err)
{
    if (status != RP_E_INVALID && status != RP_E_LIMIT) {
        if (err != NULL) {
            *err = *error;
        }
        return status;
    }
    if (loaded->faults.error_count > 0) {
        return RP_OK;
    }
    if (error->source[0] == '\0') {
        const char *name = strrchr(loaded->file, '/');
        name = name != NULL ? name + 1 : loaded->file;
        strncpy(error->source, name, RP_SOURCE_MAX - 1);
        error->source[RP_SOURCE_MAX - 1] = '\0';
    }
    return add_file_fault(&loaded->faults, error, err);
}

static rp_status read_declared(const rp_app_options *options, const char *path,
                               rp_loaded *loaded, rp_error *error)
{
    rp_script_options script = {.helper_path = options->helper_path};
    rp_declared declared = {0};
    rp_status status =
        rp_script_load(path, &script, &loaded->arena, &declared, error);

    if (status == RP_OK) {
        status =
            rp_document_assemble(&declared, loaded->arena.alloc,
                                 &loaded->faults, &loaded->document, error);
    }
    return status;
}

static rp_status read_document(const char *path, rp_loaded *loaded,
                               rp_error *error)
{
    rp_file_bytes file = {0};
    const char *name = strrchr(path, '/');
    rp_status status = rp_file_read(path, &loaded->arena, &file, error);

    if (status == RP_OK) {
        status = rp_document_parse(
            file.bytes, file.length, name != NULL ? name + 1 : path,
            loaded->arena.alloc, &loaded->document, error);
    }
    return status;
}

static rp_status make_model(rp_loaded *loaded, rp_error *err)
{
    rp_error error = {0};

    rp_document_check(loaded->document, &loaded->faults);
    if (loaded->faults.refused) {
        return rp_fail(err, RP_E_MEMORY, "no memory for a list of faults");
    }
    if (loaded->faults.error_count > 0) {
        return RP_OK;
    }
    rp_status status =
        rp_model_compile(loaded->document, loaded->arena.alloc, &loaded->faults,
                         &loaded->model, &error);
    return status == RP_OK ? RP_OK : sort_failure(loaded, status, &error, err);
}

static rp_status load_path(const rp_app_options *options, const char *path,
                           rp_loaded *loaded, rp_error *err)
{
    rp_error error = {0};
    rp_status status = is_document_name(path)
                           ? read_document(path, loaded, &error)
                           : read_declared(options, path, loaded, &error);

    if (status != RP_OK) {
        return sort_failure(loaded, status, &error, err);
    }
    return make_model(loaded, err);
}

/* Nobody by that name: says which one is near. */
static rp_status fail_unknown(const char *wanted, const char *pack_dir,
                              const rp_scenario_files *files, rp_arena *arena,
                              rp_error *err)
{
    const char **ids =
        rp_arena_take(arena, (size_t)files->count + 1, sizeof *ids);

    if (ids == NULL) {
        return rp_fail(err, RP_E_MEMORY, "out of memory");
    }
    for (uint32_t i = 0; i < files->count; i++) {
        ids[i] = files->items[i].id;
    }
    const char *near = rp_nearest_name(wanted, ids, files->count);
    if (near != NULL) {
        return rp_fail(err, RP_E_INVALID,
                       "There is no scenario `%s`. Did you mean `%s`?", wanted,
                       near);
    }
    return rp_fail(err, RP_E_INVALID,
                   "There is no scenario `%s`: it is no file, and no pack in "
                   "%s has it.",
                   wanted, pack_dir);
}

rp_status load_find(const rp_app_options *options, const char *scenario,
                    rp_arena *arena, const char **path, rp_error *err)
{
    rp_scenario_files files = {0};
    rp_status status = rp_app_scenarios(options, NULL, arena, &files, err);

    for (uint32_t i = 0; status == RP_OK && i < files.count; i++) {
        if (strcmp(files.items[i].id, scenario) == 0) {
            *path = files.items[i].path;
            return RP_OK;
        }
    }
    if (rp_file_is_plain(scenario)) {
        *path = scenario;
        return RP_OK;
    }
    if (status != RP_OK) {
        return status;
    }
    if (!rp_is_id(scenario)) {
        return rp_fail(err, RP_E_IO, "There is no file %s.", scenario);
    }
    return fail_unknown(scenario, files_pack_dir(options, arena), &files, arena,
                        err);
}

static void loaded_init(rp_loaded *loaded, rp_alloc alloc)
{
    *loaded = (rp_loaded){.file = ""};
    rp_arena_init(&loaded->arena, alloc);
    rp_faults_init(&loaded->faults, alloc);
}

rp_status rp_app_load(const rp_app_options *options, const char *scenario,
                      rp_alloc alloc, rp_loaded *loaded, rp_error *err)
{
    const char *path = scenario;
    rp_status status = RP_OK;

    loaded_init(loaded, alloc);
    if (rp_is_id(scenario) || !rp_file_is_plain(scenario)) {
        status = load_find(options, scenario, &loaded->arena, &path, err);
    }
    if (status == RP_OK) {
        loaded->file = rp_arena_copy(&loaded->arena, path, strlen(path));
        if (loaded->file == NULL) {
            loaded->file = "";
            return rp_fail(err, RP_E_MEMORY, "out of memory");
        }
        status = load_path(options, path, loaded, err);
    }
    return status;
}

rp_status rp_app_load_pack(const rp_app_options *options, const char *folder,
                           rp_alloc alloc, rp_loaded *loaded, rp_error *err)
{
    rp_error error = {0};

    loaded_init(loaded, alloc);
    loaded->file = rp_arena_copy(&loaded->arena, folder, strlen(folder));
    if (loaded->file == NULL) {
        loaded->file = "";
        return rp_fail(err, RP_E_MEMORY, "out of memory");
    }
    rp_status status = read_declared(options, folder, loaded, &error);
    if (status != RP_OK) {
        return sort_failure(loaded, status, &error, err);
    }
    rp_document_check(loaded->document, &loaded->faults);
    return loaded->faults.refused ? rp_fail(err, RP_E_MEMORY, "out of memory")
                                  : RP_OK;
}

void rp_loaded_clear(rp_loaded *loaded)
{
    rp_model_free(loaded->model);
    rp_document_free(loaded->document);
    rp_faults_clear(&loaded->faults);
    rp_arena_clear(&loaded->arena);
    *loaded = (rp_loaded){.file = ""};
}

rp_status load_stored(const rp_stored_document *stored, rp_alloc alloc,
                      rp_loaded *loaded, rp_error *err)
{
    loaded_init(loaded, alloc);
    rp_status status =
        rp_document_parse(stored->json, stored->json_length, stored->scenario,
                          alloc, &loaded->document, err);
    if (status == RP_OK) {
        status = make_model(loaded, err);
    }
    if (status == RP_OK && loaded->model == NULL) {
        const char *why = loaded->faults.count > 0
                              ? loaded->faults.items[0].message
                              : "it has faults";
        status = rp_fail(err, RP_E_DAMAGED,
                         "The stored scenario `%s` cannot be played by this "
                         "version: %s",
                         stored->scenario, why);
    }
    return status;
}
