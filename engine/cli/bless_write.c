/*
 * Examples at the end of an author's file: written whole or not at all, and
 * taken back where the file no longer loads.
 */
#include <string.h>

#include "bless.h"
#include "rapport/file.h"

/* The file as it was, and the examples behind it. */
static void join(const rp_file_bytes *file, const rp_text *more, rp_text *out)
{
    rp_text_add(out, file->bytes, file->length);
    if (file->length > 0 && file->bytes[file->length - 1] != '\n') {
        rp_text_puts(out, "\n");
    }
    rp_text_add(out, more->bytes, more->length);
}

/* True where every run is an example now, and holds. */
static cli_exit check_written(blessing *of)
{
    const rp_model *model = of->loaded.model;
    rp_report report;
    cli_exit status = bless_prove(of, &report);
    uint32_t held = 0;

    for (uint32_t i = 0; status == CLI_GOOD && i < model->example_count; i++) {
        for (uint32_t j = 0; j < of->run_count; j++) {
            held += report.examples[i].holds &&
                    strcmp(model->examples[i].name, of->runs[j].name) == 0;
        }
    }
    return status == CLI_GOOD && held < of->run_count ? CLI_FOUND : status;
}

static cli_exit reload(blessing *of)
{
    rp_loaded_clear(&of->loaded);
    cli_exit status = cli_load_model(of->with, of->path, &of->loaded);

    return status == CLI_GOOD ? check_written(of) : status;
}

static cli_exit put_back(blessing *of, const rp_file_bytes *file, cli_exit why)
{
    cli_exit status =
        cli_write_file(of->with, of->path, file->bytes, file->length);

    if (status != CLI_GOOD) {
        return status;
    }
    complain(of->with,
             cli_tr(of->with, "With the example %s does not load or hold; the "
                              "file was put back as it was."),
             of->path);
    return why;
}

cli_exit bless_append(blessing *of)
{
    cli *with = of->with;
    rp_file_bytes file = {0};
    rp_error error = {0};
    rp_text whole;

    if (rp_file_read(of->path, &with->arena, &file, &error) != RP_OK) {
        return complain_of(with, &error);
    }
    rp_text_init(&whole, with->alloc);
    join(&file, &of->text, &whole);
    cli_exit status = cli_write_text(with, of->path, &whole);
    rp_text_clear(&whole);
    if (status != CLI_GOOD) {
        return status;
    }
    status = reload(of);
    return status == CLI_GOOD ? CLI_GOOD : put_back(of, &file, status);
}
