/*
 * What blessed runs read and scored, kept in a file beside the scenario.
 */
#include <string.h>

#include "bless.h"

/* ---------------------------------------------------------------- readings */

/* `kept` without those of the names that are read anew. */
static uint32_t keep_others(const rp_blessed *kept, const rp_reading *fresh,
                            uint32_t count, rp_reading *out)
{
    uint32_t left = 0;

    for (uint32_t i = 0; i < kept->count; i++) {
        bool is_anew = false;
        for (uint32_t j = 0; j < count; j++) {
            is_anew =
                is_anew || strcmp(kept->readings[i].name, fresh[j].name) == 0;
        }
        if (!is_anew) {
            out[left++] = kept->readings[i];
        }
    }
    return left;
}

static cli_exit write_blessed(const blessing *of, const char *path,
                              const rp_blessed *blessed)
{
    const cli *with = of->with;
    size_t length = (size_t)(strrchr(path, '/') - path);
    const char *folder = rp_arena_copy(&of->with->arena, path, length);
    cli_exit status = cli_make_folder(with, folder);
    rp_text out;

    rp_text_init(&out, with->alloc);
    rp_blessed_write(of->loaded.model->id, blessed, &out);
    if (status == CLI_GOOD) {
        status = cli_write_text(with, path, &out);
    }
    rp_text_clear(&out);
    return status;
}

/* Keeps how these runs read now, in the place of what was kept of them. */
static cli_exit keep_readings(blessing *of, const rp_reading *fresh,
                              uint32_t count, bool keeps_others)
{
    rp_arena *arena = &of->with->arena;
    const char *path = rp_blessed_path(of->path, of->loaded.model->id, arena);
    rp_blessed old = {0};
    cli_exit status =
        keeps_others ? cli_read_blessed(of->with, path, arena, &old) : CLI_GOOD;

    if (status != CLI_GOOD) {
        return status;
    }
    rp_reading *all =
        rp_arena_take(arena, (size_t)old.count + count + 1, sizeof *all);
    if (path == NULL || all == NULL) {
        return complain_of_memory(of->with);
    }
    uint32_t left = keep_others(&old, fresh, count, all);
    memcpy(all + left, fresh, count * sizeof *all);
    return write_blessed(of, path, &(rp_blessed){left + count, all});
}

/* ------------------------------------------------------------------- again */

/* An example that fails keeps its fault: nothing is taken over from it. */
static cli_exit complain_of_example(const cli *with, const rp_model *model,
                                    const rp_report *report, uint32_t index)
{
    complain(with,
             cli_tr(with, "The example “%s” does not come out as it expects; "
                          "mend it first: %s"),
             model->examples[index].name, report->examples[index].why);
    return CLI_FOUND;
}

static cli_exit read_examples(blessing *of, const rp_report *report,
                              rp_reading *fresh)
{
    const rp_model *model = of->loaded.model;
    rp_error error = {0};

    for (uint32_t i = 0; i < model->example_count; i++) {
        rp_written_run run = rp_run_of_example(model, &model->examples[i]);
        if (!report->examples[i].holds) {
            return complain_of_example(of->with, model, report, i);
        }
        if (rp_reading_make(model, &run, &of->with->arena, &fresh[i], &error) !=
            RP_OK) {
            return complain_of(of->with, &error);
        }
    }
    return CLI_GOOD;
}

cli_exit bless_prove(blessing *of, rp_report *report)
{
    rp_report_options quick = {.is_quick = true};
    rp_error error = {0};

    return rp_check_report(of->loaded.model, &quick, &of->with->arena, report,
                           &error) == RP_OK
               ? CLI_GOOD
               : complain_of(of->with, &error);
}

cli_exit bless_again(blessing *of)
{
    cli *with = of->with;
    uint32_t count = of->loaded.model->example_count;
    rp_report report;
    rp_reading *fresh = rp_arena_take(&with->arena, count + 1U, sizeof *fresh);
    cli_exit status =
        fresh != NULL ? bless_prove(of, &report) : complain_of_memory(with);

    if (status == CLI_GOOD) {
        status = read_examples(of, &report, fresh);
    }
    if (status == CLI_GOOD && !args_has(with, "--dry-run")) {
        status = keep_readings(of, fresh, count, false);
    }
    return status;
}

cli_exit bless_keep(blessing *of)
{
    rp_arena *arena = &of->with->arena;
    rp_reading *fresh = rp_arena_take(arena, of->run_count, sizeof *fresh);
    rp_error error = {0};

    for (uint32_t i = 0; fresh != NULL && i < of->run_count; i++) {
        if (rp_reading_make(of->loaded.model, &of->runs[i], arena, &fresh[i],
                            &error) != RP_OK) {
            return complain_of(of->with, &error);
        }
    }
    return fresh != NULL ? keep_readings(of, fresh, of->run_count, true)
                         : complain_of_memory(of->with);
}
