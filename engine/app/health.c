/*
 * How this installation fares: what the doctor reports.
 */
#include <string.h>

#include "app_internal.h"

static rp_status copy(rp_arena *arena, const char *text, const char **out,
                      rp_error *err)
{
    *out = rp_arena_copy(arena, text, strlen(text));
    return *out != NULL ? RP_OK : rp_fail(err, RP_E_MEMORY, "out of memory");
}

static rp_status look_at_store(const rp_app_options *options, rp_arena *arena,
                               rp_health *health, rp_error *err)
{
    rp_store_options store_options = {.alloc = arena->alloc};
    rp_store *store = NULL;
    rp_error error = {0};
    rp_attempts attempts = {0};
    rp_attempt_filter filter = {.limit = RP_STORE_LIST_MAX};

    health->store = files_data_dir(options, arena, &health->data_dir, &error);
    if (health->store == RP_OK) {
        store_options.directory = health->data_dir;
        health->store = rp_store_open(&store_options, &store, &error);
    }
    if (health->store == RP_OK) {
        health->store = rp_store_trouble(store, &error);
        if (rp_store_list_attempts(store, &filter, arena, &attempts, NULL) ==
            RP_OK) {
            health->attempt_count = attempts.count;
        }
    }
    rp_store_close(store);
    if (health->data_dir == NULL) {
        health->data_dir = "";
    }
    return copy(arena, error.message, &health->store_says, err);
}

rp_status rp_app_health(const rp_app_options *options, rp_arena *arena,
                        rp_health *health, rp_error *err)
{
    rp_script_options script = {.helper_path = options->helper_path};
    rp_script_confinement helper = rp_script_probe(&script);
    rp_scenario_files files = {0};

    *health = (rp_health){.helper = helper.has_helper ? RP_OK : RP_E_IO,
                          .has_filter = helper.has_filter,
                          .has_limits = helper.has_limits,
                          .has_msgfmt = helper.has_msgfmt,
                          .pack_dir = files_pack_dir(options, arena),
                          .locale_dir = files_locale_dir(options, arena)};
    rp_status status =
        copy(arena, helper.helper_path, &health->helper_path, err);
    if (status == RP_OK && health->pack_dir != NULL) {
        status = rp_app_scenarios(options, NULL, arena, &files, err);
        health->scenario_count = files.count;
    }
    if (status == RP_OK) {
        status = look_at_store(options, arena, health, err);
    }
    return status;
}
