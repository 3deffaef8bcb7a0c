/*
 * `rapport schema`: what every document looks like.
 */
#include "cli.h"

cli_exit verb_schema(cli *with)
{
    rp_text schema;

    rp_text_init(&schema, with->alloc);
    rp_document_schema(&schema);
    say_json(&schema);
    rp_text_clear(&schema);
    return CLI_GOOD;
}
