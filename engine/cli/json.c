/*
 * Keys and values of JSON, and documents that are printed whole.
 */
#include "json.h"

#include <stdio.h>

rp_json *json_begin(json_page *page, const cli *with)
{
    rp_text_init(&page->text, with->alloc);
    rp_json_begin(&page->json, &page->text);
    return &page->json;
}

cli_exit json_end(json_page *page, const cli *with)
{
    cli_exit status = CLI_GOOD;

    if (page->text.failed) {
        status = complain_of_memory(with);
    } else {
        say_json(&page->text);
    }
    json_drop(page);
    return status;
}

void json_drop(json_page *page)
{
    rp_text_clear(&page->text);
}

void json_text(rp_json *json, const char *key, const char *value)
{
    rp_json_key(json, key);
    rp_json_string(json, value);
}

void json_number(rp_json *json, const char *key, int64_t value)
{
    rp_json_key(json, key);
    rp_json_integer(json, value);
}

void json_decimal(rp_json *json, const char *key, double value)
{
    rp_json_key(json, key);
    rp_json_decimal(json, value);
}

void json_flag(rp_json *json, const char *key, bool value)
{
    rp_json_key(json, key);
    rp_json_bool(json, value);
}

void json_null(rp_json *json, const char *key)
{
    rp_json_key(json, key);
    rp_json_null(json);
}

void json_open(rp_json *json, const char *key, char bracket)
{
    rp_json_key(json, key);
    rp_json_open(json, bracket);
}

void json_texts(rp_json *json, const char *key, const char *const *values,
                uint32_t count)
{
    json_open(json, key, '[');
    for (uint32_t i = 0; i < count; i++) {
        rp_json_string(json, values[i]);
    }
    rp_json_close(json, ']');
}

void json_scores(rp_json *json, const char *key,
                 const int32_t values[RP_SCORES], bool may_lack)
{
    json_open(json, key, '{');
    for (int i = 0; i < RP_SCORES; i++) {
        if (may_lack && values[i] == RP_NOT_ASSESSED) {
            json_null(json, rp_score_names[i]);
        } else {
            json_number(json, rp_score_names[i], values[i]);
        }
    }
    rp_json_close(json, '}');
}

void json_digest(rp_json *json, const char *key, const rp_digest *digest)
{
    char hex[RP_DIGEST_HEX_MAX];

    json_text(json, key, digest != NULL ? rp_digest_hex(digest, hex) : NULL);
}
