/*
 * One scenario, loaded and proven, its faults and the prover's in one list.
 */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "rapport/file.h"

/* A remark of the prover at the place of what it is about. */
static rp_fault fault_of(const checked *of, const rp_remark *remark)
{
    rp_fault fault = {.code = remark->code,
                      .severity = remark->severity,
                      .message = remark->sentence,
                      .pattern = remark->pattern,
                      .words = remark->words};

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
        return complain_of_memory(with);
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

static cli_exit prove(const cli *with, const rp_report_options *asked,
                      checked *one)
{
    rp_report_options options = *asked;
    rp_error error = {0};

    options.fault_count = one->loaded.faults.count;
    if (rp_check_report(one->loaded.model, &options, &one->arena, &one->report,
                        &error) != RP_OK) {
        return complain_of(with, &error);
    }
    one->is_proven = true;
    one->is_quick = options.is_quick;
    return CLI_GOOD;
}

cli_exit cli_read_blessed(const cli *with, const char *path, rp_arena *arena,
                          rp_blessed *blessed)
{
    rp_file_bytes file = {0};
    rp_error error = {0};

    *blessed = (rp_blessed){0};
    if (path == NULL) {
        return complain_of_memory(with);
    }
    if (!rp_file_is_plain(path)) {
        return CLI_GOOD;
    }
    rp_status status = rp_file_read(path, arena, &file, &error);
    if (status != RP_OK) {
        return complain_of(with, &error);
    }
    status = rp_blessed_read(file.bytes, file.length, arena, blessed, &error);
    if (status == RP_OK) {
        return CLI_GOOD;
    }
    (void)complain_at(with, path, &error);
    return status == RP_E_INVALID ? CLI_FOUND : CLI_MACHINE;
}

/* A file of readings that cannot be read must not keep a call from proof. */
cli_exit checked_blessed(const cli *with, checked *one, rp_blessed *blessed)
{
    const char *path =
        rp_blessed_path(one->loaded.file, one->loaded.model->id, &one->arena);

    (void)cli_read_blessed(with, path, &one->arena, blessed);
    return path != NULL ? CLI_GOOD : CLI_MACHINE;
}

static cli_exit compare_blessed(const cli *with, checked *one)
{
    rp_blessed blessed;
    rp_error error = {0};
    cli_exit status = checked_blessed(with, one, &blessed);

    if (status == CLI_GOOD && blessed.count > 0 &&
        rp_blessed_compare(one->loaded.model, &blessed, &one->arena,
                           &one->rereads, &error) != RP_OK) {
        return complain_of(with, &error);
    }
    one->blessed_count = blessed.count;
    return status;
}

uint32_t check_held(const rp_report *report)
{
    uint32_t held = 0;

    for (uint32_t i = 0; i < report->example_count; i++) {
        held += report->examples[i].holds;
    }
    return held;
}

cli_exit checked_load(const cli *with, const char *scenario, checked *one)
{
    *one = (checked){.is_proven = false};
    rp_arena_init(&one->arena, with->alloc);
    return cli_load(with, scenario, &one->loaded);
}

cli_exit checked_prove(const cli *with, const rp_report_options *options,
                       checked *one)
{
    cli_exit status = CLI_GOOD;

    if (one->loaded.model != NULL) {
        status = prove(with, options, one);
    }
    if (status == CLI_GOOD && one->loaded.model != NULL) {
        status = compare_blessed(with, one);
    }
    return status == CLI_GOOD ? gather_faults(with, one) : status;
}

cli_exit checked_make(const cli *with, const char *scenario,
                      const rp_report_options *options, checked *one)
{
    cli_exit status = checked_load(with, scenario, one);

    return status == CLI_GOOD ? checked_prove(with, options, one) : status;
}

void checked_clear(checked *one)
{
    rp_arena_clear(&one->arena);
    rp_loaded_clear(&one->loaded);
}
