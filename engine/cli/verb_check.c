/*
 * `rapport check`: loads each scenario, proves what can be proven, and prints
 * it for people or as JSON.
 */
#include <stdlib.h>
#include <string.h>

#include "check.h"

enum {
    STATES_MOST = 1000000000
};

/* What the verb was asked, and where its findings go. */
typedef struct checking {
    const cli *with;
    rp_json *json; /* NULL: for people */
    rp_report_options options;
    uint32_t count;
    bool has_errors;
} checking;

static cli_exit no_memory(const cli *with)
{
    complain(with, "%s", cli_tr(with, "Out of memory."));
    return CLI_MACHINE;
}

/* A remark of the prover at the place of what it is about. */
static rp_fault fault_of(const checked *of, const rp_remark *remark)
{
    rp_fault fault = {.code = remark->code,
                      .severity = remark->severity,
                      .message = remark->sentence};

    rp_document_where(of->loaded.document, remark->subject, &fault);
    return fault;
}

static int compare_numbers(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static int compare_faults(const void *a, const void *b)
{
    const rp_fault *left = a;
    const rp_fault *right = b;
    int order = strcmp(left->file != NULL ? left->file : "",
                       right->file != NULL ? right->file : "");

    if (order == 0) {
        order = compare_numbers(left->line, right->line);
    }
    return order != 0 ? order : compare_numbers(left->column, right->column);
}

static cli_exit gather_faults(const cli *with, checked *of)
{
    const rp_faults *loading = &of->loaded.faults;
    uint32_t count =
        loading->count + (of->is_proven ? of->report.remark_count : 0);

    of->faults = rp_arena_take(&of->arena, count, sizeof *of->faults);
    if (of->faults == NULL) {
        return no_memory(with);
    }
    if (loading->count > 0) {
        memcpy(of->faults, loading->items, loading->count * sizeof *of->faults);
    }
    for (uint32_t i = loading->count; i < count; i++) {
        of->faults[i] = fault_of(of, &of->report.remarks[i - loading->count]);
    }
    of->fault_count = count;
    of->error_count =
        loading->error_count + (of->is_proven ? of->report.error_count : 0);
    if (count > 1) {
        qsort(of->faults, count, sizeof *of->faults, compare_faults);
    }
    return CLI_GOOD;
}

static cli_exit prove(const checking *of, checked *one)
{
    rp_report_options options = of->options;
    rp_error error = {0};

    options.fault_count = one->loaded.faults.count;
    if (rp_check_report(one->loaded.model, &options, &one->arena, &one->report,
                        &error) != RP_OK) {
        return complain_of(of->with, &error);
    }
    one->is_proven = true;
    one->is_quick = options.is_quick;
    return CLI_GOOD;
}

static cli_exit check_one(checking *of, const char *scenario)
{
    checked one = {.is_proven = false};
    cli_exit status = cli_load(of->with, scenario, &one.loaded);

    rp_arena_init(&one.arena, of->with->alloc);
    if (status == CLI_GOOD && one.loaded.model != NULL) {
        status = prove(of, &one);
    }
    if (status == CLI_GOOD) {
        status = gather_faults(of->with, &one);
    }
    if (status == CLI_GOOD && of->json != NULL) {
        check_write(of->json, &one);
    } else if (status == CLI_GOOD) {
        say(of->with, "%s", of->count > 0 ? "\n" : "");
        check_print(of->with, &one);
    }
    of->count++;
    of->has_errors = of->has_errors || one.error_count > 0;
    rp_arena_clear(&one.arena);
    rp_loaded_clear(&one.loaded);
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
    rp_text out;
    rp_json json;
    checking of = {.with = with,
                   .json = args_has(with, "--json") ? &json : NULL,
                   .options = {.is_quick = args_has(with, "--quick")}};
    cli_exit status = args_number(with, "--budget", STATES_MOST, &states);

    of.options.budget.states_max = states;
    rp_text_init(&out, with->alloc);
    rp_json_begin(&json, &out);
    rp_json_open(&json, '{');
    rp_json_key(&json, "scenarios");
    rp_json_open(&json, '[');
    for (uint32_t i = 0; status == CLI_GOOD && i < with->operand_count; i++) {
        status = check_named(&of, with->operands[i]);
    }
    rp_json_close(&json, ']');
    rp_json_close(&json, '}');
    if (status == CLI_GOOD && of.json != NULL) {
        say_json(&out);
    }
    rp_text_clear(&out);
    if (status == CLI_GOOD && of.has_errors) {
        status = CLI_FOUND;
    }
    return status;
}
