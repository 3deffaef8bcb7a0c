/*
 * `rapport check`: loads each scenario, proves what can be proven, and prints
 * it for people or as JSON.
 */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "json.h"
#include "progress.h"

enum {
    STATES_MOST = 1000000000
};

/* What the verb was asked, and where its findings go. */
typedef struct checking {
    const cli *with;
    rp_json *json; /* NULL: for people */
    rp_report_options options;
    progress shown;
    bool mutates;
    uint32_t count;
    bool has_errors;
} checking;

/* Mutants are made of sound scenarios: of any other the faults are told. */
static cli_exit mutate_one(checking *of, const char *scenario, checked *one,
                           rp_mutation *made)
{
    cli_exit status = checked_load(of->with, scenario, one);

    if (status == CLI_GOOD && one->loaded.model != NULL) {
        status = mutants_make(of->with, &of->options, &of->shown, one, made);
    }
    if (status == CLI_GOOD && made->report == NULL) {
        status = checked_prove(of->with, &of->options, one);
    }
    return status;
}

static void show(const checking *of, const checked *one,
                 const rp_mutation *made)
{
    if (of->json == NULL && of->count > 0) {
        say(of->with, "\n");
    }
    if (made->report != NULL && of->json != NULL) {
        mutants_write(of->json, one, made);
    } else if (made->report != NULL) {
        mutants_print(of->with, one, made);
    } else if (of->json != NULL) {
        check_write(of->json, one);
    } else {
        check_print(of->with, one);
    }
}

static cli_exit check_one(checking *of, const char *scenario)
{
    rp_mutation made = {.report = NULL};
    checked one;

    progress_attach(&of->shown, scenario, &of->options.budget);
    cli_exit status =
        of->mutates ? mutate_one(of, scenario, &one, &made)
                    : checked_make(of->with, scenario, &of->options, &one);
    progress_hide(&of->shown);
    if (status == CLI_GOOD) {
        show(of, &one, &made);
    }
    of->count++;
    of->has_errors = of->has_errors || one.error_count > 0;
    checked_clear(&one);
    return status;
}

/* A pack stands for all of its scenarios. */
static cli_exit check_named(checking *of, const char *name)
{
    rp_scenario_files files = {0};
    rp_error error = {0};
    rp_arena arena;
    cli_exit status = CLI_GOOD;

    rp_arena_init(&arena, of->with->alloc);
    if (rp_app_scenarios(&of->with->options, name, &arena, &files, &error) ==
        RP_OK) {
        for (uint32_t i = 0; status == CLI_GOOD && i < files.count; i++) {
            status = check_one(of, files.items[i].path);
        }
        if (files.count == 0) {
            complain(of->with,
                     cli_tr(of->with, "The pack `%s` holds no scenario."),
                     name);
            status = CLI_WRONG_USE;
        }
    } else if (error.status == RP_E_INVALID) {
        status = check_one(of, name);
    } else {
        status = complain_of(of->with, &error);
    }
    rp_arena_clear(&arena);
    return status;
}

cli_exit verb_check(cli *with)
{
    uint64_t states = 0;
    json_page page;
    rp_json *json = json_begin(&page, with);
    checking of = {.with = with,
                   .json = args_has(with, "--json") ? json : NULL,
                   .mutates = args_has(with, "--mutate"),
                   .options = {.is_quick = args_has(with, "--quick")}};
    cli_exit status = args_number(with, "--budget", STATES_MOST, &states);

    of.options.budget.states_max = states;
    progress_begin(&of.shown, with);
    rp_json_open(json, '{');
    json_open(json, "scenarios", '[');
    for (uint32_t i = 0; status == CLI_GOOD && i < with->operand_count; i++) {
        status = check_named(&of, with->operands[i]);
    }
    rp_json_close(json, ']');
    rp_json_close(json, '}');
    if (status == CLI_GOOD && of.json != NULL) {
        status = json_end(&page, with);
    } else {
        json_drop(&page);
    }
    progress_end(&of.shown);
    return status == CLI_GOOD && of.has_errors ? CLI_FOUND : status;
}
