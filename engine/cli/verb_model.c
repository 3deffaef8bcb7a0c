/*
 * `rapport model` and `rapport schema`: the document a scenario becomes, its
 * digests, and what every document looks like.
 */
#include "cli.h"

cli_exit cli_load(const cli *with, const char *scenario, rp_loaded *loaded)
{
    rp_error error = {0};

    if (rp_app_load(&with->options, scenario, with->alloc, loaded, &error) !=
        RP_OK) {
        return complain_of(with, &error);
    }
    return CLI_GOOD;
}

/* A broken scenario has no document to rely on: its faults are told. */
cli_exit cli_tell_faults(const cli *with, const rp_loaded *loaded)
{
    for (uint32_t i = 0; i < loaded->faults.count; i++) {
        const rp_fault *fault = &loaded->faults.items[i];
        rp_text sentence;
        rp_text_init(&sentence, with->alloc);
        cli_fault(with, fault, &sentence);
        if (fault->severity == RP_ERROR && sentence.bytes != NULL) {
            complain(with, "%s:%u: %s", fault->file, (unsigned)fault->line,
                     sentence.bytes);
        }
        rp_text_clear(&sentence);
    }
    return CLI_FOUND;
}

cli_exit cli_load_model(const cli *with, const char *scenario,
                        rp_loaded *loaded)
{
    cli_exit status = cli_load(with, scenario, loaded);

    return status == CLI_GOOD && loaded->model == NULL
               ? cli_tell_faults(with, loaded)
               : status;
}

static void print_digests(const cli *with, const rp_model *model)
{
    char hex[RP_DIGEST_HEX_MAX];

    say(with, "digest       %s\n", rp_digest_hex(&model->digest, hex));
    say(with, "rules_digest %s\n", rp_digest_hex(&model->rules_digest, hex));
}

static cli_exit print_document(const cli *with, const rp_document *document)
{
    rp_error error = {0};
    rp_text json;
    cli_exit status = CLI_GOOD;

    rp_text_init(&json, with->alloc);
    if (rp_document_write(document, &json, &error) == RP_OK) {
        say_json(&json);
    } else {
        status = complain_of(with, &error);
    }
    rp_text_clear(&json);
    return status;
}

cli_exit verb_model(cli *with)
{
    rp_loaded loaded;
    cli_exit status = cli_load_model(with, with->operands[0], &loaded);

    if (status == CLI_GOOD && args_has(with, "--digest")) {
        print_digests(with, loaded.model);
    } else if (status == CLI_GOOD) {
        status = print_document(with, loaded.document);
    }
    rp_loaded_clear(&loaded);
    return status;
}

cli_exit verb_schema(cli *with)
{
    rp_text schema;

    rp_text_init(&schema, with->alloc);
    rp_document_schema(&schema);
    say_json(&schema);
    rp_text_clear(&schema);
    return CLI_GOOD;
}
