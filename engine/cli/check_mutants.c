/*
 * `rapport check --mutate`: mutants made on every processor, and what became
 * of them as JSON. check_mutants_print.c has it for people.
 */
#include <stdio.h>

#include <unistd.h>

#include "check.h"
#include "json.h"
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
    json_text(json, "subject", mutant->subject);
    json_text(json, "file", place.file);
    json_number(json, "line", place.line);
}

static void write_shown_in(rp_json *json, const rp_model *model,
                           const rp_mutant *mutant)
{
    json_open(json, "shows_in", '[');
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
    json_text(json, "kind", rp_mutant_names[mutant->kind]);
    json_text(json, "key", mutant->key);
    json_text(json, "before", mutant->before);
    json_text(json, "after", mutant->after);
    json_text(json, "noticed_by", rp_notice_names[mutant->notice]);
    json_text(json, "by", mutant->by);
    json_flag(json, "is_played", mutant->is_played);
    write_shown_in(json, of->loaded.model, mutant);
    json_flag(json, "reads_otherwise", mutant->reads_otherwise);
    rp_json_close(json, '}');
}

void mutants_write(rp_json *json, const checked *of, const rp_mutation *made)
{
    rp_json_open(json, '{');
    json_text(json, "scenario", of->loaded.model->id);
    json_text(json, "file", of->loaded.file);
    json_flag(json, "complete", made->is_complete);
    json_flag(json, "gate", made->has_gate);
    json_number(json, "count", made->count);
    json_open(json, "noticed_by", '{');
    for (int i = 0; i < RP_NOTICES; i++) {
        json_number(json, rp_notice_names[i], made->counts[i]);
    }
    rp_json_close(json, '}');
    json_open(json, "mutants", '[');
    for (uint32_t i = 0; i < made->count; i++) {
        write_mutant(json, of, &made->items[i]);
    }
    rp_json_close(json, ']');
    rp_json_close(json, '}');
}
