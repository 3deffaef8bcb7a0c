/*
 * `rapport model`: the document a scenario becomes, and its digests.
 */
#include "cli.h"

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
