/*
 * `rapport check --mutate`: mutants made on every processor, and what became
 * of them as JSON. check_mutants_print.c has it for people.
 */
#include <stdio.h>

#include <unistd.h>

#include "check.h"
#include "progress.h"

enum {
    THREADS_MAX = 4,
    LINE_BYTES_MAX = 128
};

static bool watch(void *user, const rp_mutation *sofar)
{
    progress *shown = user;
    char line[LINE_BYTES_MAX];
    uint32_t waiting = sofar->counts[RP_NOTICE_UNJUDGED];

    if (sofar->count == 0) {
        return progress_is_cancelled();
    }
    (void)snprintf(line, sizeof line,
                   cli_tr(shown->with, "%u of %u mutants, %u unnoticed"),
                   (unsigned)(sofar->count - waiting), (unsigned)sofar->count,
                   (unsigned)sofar->counts[RP_NOTICE_NOBODY]);
    return progress_tell(shown, line);
}

static uint32_t threads_here(void)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);

    return count > THREADS_MAX ? THREADS_MAX
                               : (uint32_t)(count < 1 ? 1 : count);
}

cli_exit mutants_make(const cli *with, const rp_report_options *options,
                      progress *shown, checked *one, rp_mutation *made)
{
    rp_mutation_options how = {.report = *options, .threads = threads_here()};
    rp_blessed blessed;
    rp_error error = {0};
    cli_exit status = checked_blessed(with, one, &blessed);

    if (status != CLI_GOOD) {
        return status;
    }
    how.report.fault_count = one->loaded.faults.count;
    how.blessed = blessed.count > 0 ? &blessed : NULL;
    if (shown->is_live) {
        how.watch = watch;
        how.user = shown;
    }
    if (rp_mutate(one->loaded.model, &how, &one->arena, made, &error) !=
        RP_OK) {
        return complain_of(with, &error);
    }
    if (made->report != NULL && made->report->error_count > 0) {
        made->report = NULL;
    }
    return CLI_GOOD;
}

/* ------------------------------------------------------------------ JSON */

static void write_place(rp_json *json, const checked *of,
                        const rp_mutant *mutant)
{
    rp_fault place = {.line = 0};

    rp_document_where(of->loaded.document, mutant->subject, &place);
    rp_json_key(json, "subject");
    rp_json_string(json, mutant->subject);
    rp_json_key(json, "file");
    rp_json_string(json, place.file);
    rp_json_key(json, "line");
    rp_json_integer(json, place.line);
}

static void write_shown_in(rp_json *json, const rp_model *model,
                           const rp_mutant *mutant)
{
    rp_json_key(json, "shows_in");
    rp_json_open(json, '[');
    for (uint32_t i = 0; i < model->example_count && i < 64; i++) {
        if ((mutant->shown_in >> i & 1) != 0) {
            rp_json_string(json, model->examples[i].name);
        }
    }
    rp_json_close(json, ']');
}

static void write_mutant(rp_json *json, const checked *of,
                         const rp_mutant *mutant)
{
    rp_json_open(json, '{');
    write_place(json, of, mutant);
    rp_json_key(json, "kind");
    rp_json_string(json, rp_mutant_names[mutant->kind]);
    rp_json_key(json, "key");
    rp_json_string(json, mutant->key);
    rp_json_key(json, "before");
    rp_json_string(json, mutant->before);
    rp_json_key(json, "after");
    rp_json_string(json, mutant->after);
    rp_json_key(json, "noticed_by");
    rp_json_string(json, rp_notice_names[mutant->notice]);
    rp_json_key(json, "by");
    rp_json_string(json, mutant->by);
    rp_json_key(json, "is_played");
    rp_json_bool(json, mutant->is_played);
    write_shown_in(json, of->loaded.model, mutant);
    rp_json_key(json, "reads_otherwise");
    rp_json_bool(json, mutant->reads_otherwise);
    rp_json_close(json, '}');
}

void mutants_write(rp_json *json, const checked *of, const rp_mutation *made)
{
    rp_json_open(json, '{');
    rp_json_key(json, "scenario");
    rp_json_string(json, of->loaded.model->id);
    rp_json_key(json, "file");
    rp_json_string(json, of->loaded.file);
    rp_json_key(json, "complete");
    rp_json_bool(json, made->is_complete);
    rp_json_key(json, "gate");
    rp_json_bool(json, made->has_gate);
    rp_json_key(json, "count");
    rp_json_integer(json, made->count);
    rp_json_key(json, "noticed_by");
    rp_json_open(json, '{');
    for (int i = 0; i < RP_NOTICES; i++) {
        rp_json_key(json, rp_notice_names[i]);
        rp_json_integer(json, made->counts[i]);
    }
    rp_json_close(json, '}');
    rp_json_key(json, "mutants");
    rp_json_open(json, '[');
    for (uint32_t i = 0; i < made->count; i++) {
        write_mutant(json, of, &made->items[i]);
    }
    rp_json_close(json, ']');
    rp_json_close(json, '}');
}
