/*
 * JSON for other programs: a value under its key is one call, and a document
 * is begun and printed in one way.
 */
#ifndef CLI_JSON_H
#define CLI_JSON_H

#include "cli.h"

/* A document on its way; nothing of it is printed before it is whole. */
typedef struct json_page {
    rp_text text;
    rp_json json;
} json_page;

/* Begins a document; what is returned is borrowed until json_end. */
rp_json *json_begin(json_page *page, const cli *with);

/* Prints it, or says that there was no memory for it; clears it either way. */
cli_exit json_end(json_page *page, const cli *with);

/* Clears a document that is not to be printed. */
void json_drop(json_page *page);

/* A key and its value; a `value` of NULL is null. */
void json_text(rp_json *json, const char *key, const char *value);
void json_number(rp_json *json, const char *key, int64_t value);
void json_decimal(rp_json *json, const char *key, double value);
void json_flag(rp_json *json, const char *key, bool value);
void json_null(rp_json *json, const char *key);

/* A key and the bracket behind it; rp_json_close ends what it began. */
void json_open(rp_json *json, const char *key, char bracket);

/* A key and a list of texts. */
void json_texts(rp_json *json, const char *key, const char *const *values,
                uint32_t count);

/*
 * A key and a number a score; RP_NOT_ASSESSED is null where `may_lack`.
 */
void json_scores(rp_json *json, const char *key,
                 const int32_t values[RP_SCORES], bool may_lack);

/* A key and a digest in hexadecimal; NULL: null. */
void json_digest(rp_json *json, const char *key, const rp_digest *digest);

#endif
