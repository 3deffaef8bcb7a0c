/*
 * `rapport coverage`: what a pack's scenarios exercise, and what none does.
 */
#include <string.h>

#include "coverage.h"
#include "json.h"
#include "rapport/file.h"

/* A pack on its way through its scenarios. */
typedef struct covering {
    cli *with;
    const char *folder;
    rp_pack pack;
    rp_coverage_scenario *scenarios;
    uint32_t count;
    bool has_faults;
} covering;

/* Any folder may be named; one without pack.lua is none of a pack. */
static cli_exit check_folder(const covering *of)
{
    const char *file =
        rp_arena_format(&of->with->arena, "%s/pack.lua", of->folder);

    if (file == NULL) {
        return complain_of_memory(of->with);
    }
    if (!rp_file_is_plain(file)) {
        complain(of->with,
                 cli_tr(of->with, "`%s` is no pack: it has no pack.lua."),
                 of->folder);
        return CLI_WRONG_USE;
    }
    return CLI_GOOD;
}

/* Reads pack.lua alone; what is wrong with it is told and no obstacle. */
static cli_exit read_pack(covering *of)
{
    cli *with = of->with;
    rp_error error = {0};
    rp_loaded loaded;
    rp_status status = rp_app_load_pack(&with->options, of->folder, with->alloc,
                                        &loaded, &error);

    if (status == RP_OK && loaded.faults.error_count > 0) {
        (void)cli_tell_faults(with, &loaded);
        of->has_faults = true;
    }
    if (status == RP_OK && loaded.document != NULL) {
        status = rp_pack_read(loaded.document, rp_words_language(with->words),
                              &with->arena, &of->pack, &error);
    }
    bool is_read = loaded.document != NULL;
    rp_loaded_clear(&loaded);
    if (status != RP_OK) {
        return complain_of(with, &error);
    }
    return is_read ? CLI_GOOD : CLI_FOUND;
}

/* Scans a loaded scenario into its row. */
static cli_exit scan(covering *of, const rp_model *model,
                     rp_coverage_scenario *row)
{
    cli *with = of->with;
    uint16_t language =
        rp_model_language(model, rp_words_language(with->words));
    rp_coverage_subject subject = {.pack = &of->pack,
                                   .model = model,
                                   .language =
                                       language != RP_NONE ? language : 0};
    rp_error error = {0};

    return rp_coverage_scan(&subject, &with->arena, row, &error) == RP_OK
               ? CLI_GOOD
               : complain_of(with, &error);
}

/* A broken scenario is told, and the others are gone on with. */
static cli_exit add_scenario(covering *of, const rp_scenario_file *file)
{
    rp_coverage_scenario *row = &of->scenarios[of->count++];
    rp_loaded loaded;
    cli_exit status = cli_load_model(of->with, file->path, &loaded);

    *row =
        (rp_coverage_scenario){.id = file->id, .title = "", .is_broken = true};
    if (status == CLI_GOOD) {
        status = scan(of, loaded.model, row);
    } else {
        of->has_faults = true;
        status = CLI_GOOD;
    }
    rp_loaded_clear(&loaded);
    return status;
}

static cli_exit add_scenarios(covering *of)
{
    cli *with = of->with;
    rp_scenario_files files = {0};
    rp_error error = {0};
    cli_exit status = CLI_GOOD;

    if (rp_app_scenarios(&with->options, of->folder, &with->arena, &files,
                         &error) != RP_OK) {
        return complain_of(with, &error);
    }
    of->scenarios =
        rp_arena_take(&with->arena, files.count + 1U, sizeof *of->scenarios);
    if (of->scenarios == NULL) {
        return complain_of_memory(with);
    }
    for (uint32_t i = 0; status == CLI_GOOD && i < files.count; i++) {
        status = add_scenario(of, &files.items[i]);
    }
    return status;
}

static cli_exit tell_csv(const cli *with, const rp_coverage *made)
{
    rp_text table;
    cli_exit status = CLI_GOOD;

    rp_text_init(&table, with->alloc);
    rp_coverage_csv(made, &table);
    if (table.failed) {
        status = complain_of_memory(with);
    } else {
        say_bytes(&table);
    }
    rp_text_clear(&table);
    return status;
}

static cli_exit tell(const cli *with, const rp_coverage *made)
{
    json_page page;

    if (args_has(with, "--csv")) {
        return tell_csv(with, made);
    }
    if (args_has(with, "--json")) {
        coverage_write(json_begin(&page, with), made);
        return json_end(&page, with);
    }
    coverage_print(with, made, args_has(with, "--all"));
    return CLI_GOOD;
}

cli_exit verb_coverage(cli *with)
{
    covering of = {.with = with};
    rp_error error = {0};

    if (args_has(with, "--csv") && args_has(with, "--json")) {
        complain(with, "%s",
                 cli_tr(with, "--csv and --json cannot be given together."));
        return CLI_WRONG_USE;
    }
    if (rp_app_pack_folder(&with->options, with->operands[0], &with->arena,
                           &of.folder, &error) != RP_OK) {
        return complain_of(with, &error);
    }
    cli_exit status = check_folder(&of);
    if (status == CLI_GOOD) {
        status = read_pack(&of);
    }
    if (status == CLI_GOOD) {
        status = add_scenarios(&of);
    }
    if (status == CLI_GOOD) {
        const rp_coverage made = {&of.pack, of.count, of.scenarios};
        status = tell(with, &made);
    }
    return status == CLI_GOOD && of.has_faults ? CLI_FOUND : status;
}
