/*
 * What files declare, in a friendlier JSON: ' stands for the quotation mark,
 * ` for the apostrophe. The smallest legal scenario, with parts that a test
 * replaces.
 */
#ifndef RAPPORT_TESTS_DECLARED_WORLD_H
#define RAPPORT_TESTS_DECLARED_WORLD_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rapport/declared.h"
#include "rapport/scenario.h"
#include "support/test.h"

/* NULL: the part of the smallest scenario. */
typedef struct declared_parts {
    const char *pack;     /* declarations of pack.lua; NULL: no such file */
    const char *scenario; /* keys added to the scenario */
    const char *turn;     /* body of the turn `opening` */
    const char *more;     /* declarations added behind, each after a comma */
    const char *source;   /* bytes of toy.lua */
    const char *pack_source;
    const rp_catalog *catalog;
} declared_parts;

#define REPLY_OF(body) "{'@':'reply','id':'greet','at':[0,6],'body':" body "}"
#define SMALLEST_REPLY REPLY_OF("{'#':['Hello.'],'because':'A greeting.'}")
#define SMALLEST_BODY  "{'says':'Hello?','to':'done','#':[" SMALLEST_REPLY "]}"

static inline const char *or_else(const char *part, const char *otherwise)
{
    return part != NULL ? part : otherwise;
}

static inline char *friendly(rp_text *out)
{
    for (size_t i = 0; i < out->length; i++) {
        char c = out->bytes[i];
        out->bytes[i] = (char)(c == '\'' ? '"' : c == '`' ? '\'' : c);
    }
    return out->bytes;
}

static inline void declared_write(const declared_parts *parts, rp_text *out)
{
    rp_text_printf(
        out,
        "{'declarations':[%s%s"
        "{'@':'scenario','id':'toy','at':[0,1],'body':{'title':'A toy',"
        "'situation':'Somebody rings.','channel':'phone',"
        "'customer':{'name':'Ann'},'start':'opening'%s}},"
        "{'@':'turn','id':'opening','at':[0,4],'body':%s},"
        "{'@':'ending','id':'done','at':[0,9],"
        "'body':{'outcome':'resolved','says':'Goodbye.'}}%s]}",
        or_else(parts->pack, ""), parts->pack == NULL ? "" : ",",
        or_else(parts->scenario, ""), or_else(parts->turn, SMALLEST_BODY),
        or_else(parts->more, ""));
    (void)friendly(out);
}

/* Assembles and checks; `faults` is the caller's to clear. May be NULL. */
static inline rp_document *assembled(const declared_parts *parts,
                                     rp_alloc alloc, rp_faults *faults,
                                     rp_error *err)
{
    const char *main_source = or_else(parts->source, "\n");
    const char *pack_source = or_else(parts->pack_source, "\n");
    rp_source sources[2] = {
        {"toy.lua", main_source, strlen(main_source)},
        {"pack.lua", pack_source, strlen(pack_source)},
    };
    rp_text json;
    rp_document *document = NULL;

    rp_text_init(&json, rp_alloc_default());
    declared_write(parts, &json);
    rp_declared declared = {
        .json = json.bytes,
        .json_length = json.length,
        .main_name = "toy.lua",
        .source_count = parts->pack == NULL ? 1 : 2,
        .sources = sources,
        .catalog_count = parts->catalog == NULL ? 0 : 1,
        .catalogs = parts->catalog,
    };
    rp_faults_init(faults, alloc);
    if (rp_document_assemble(&declared, alloc, faults, &document, err) ==
        RP_OK) {
        rp_document_check(document, faults);
    }
    rp_text_clear(&json);
    return document;
}

/* The canonical document, in the friendlier JSON; free() it. */
static inline char *written(const rp_document *document)
{
    rp_text out;
    rp_error err = {0};

    rp_text_init(&out, rp_alloc_default());
    assert_int_equal(rp_document_write(document, &out, &err), RP_OK);
    for (size_t i = 0; i < out.length; i++) {
        char c = out.bytes[i];
        out.bytes[i] = (char)(c == '"' ? '\'' : c == '\'' ? '`' : c);
    }
    return out.bytes;
}

/* Codes of all faults, "unknown-key missing-text", for comparing. */
static inline const char *codes_of(const rp_faults *faults)
{
    static char codes[1024];

    codes[0] = '\0';
    for (uint32_t i = 0; i < faults->count; i++) {
        size_t length = strlen(codes);
        (void)snprintf(codes + length, sizeof codes - length, "%s%s",
                       i == 0 ? "" : " ", faults->items[i].code);
    }
    return codes;
}

/* The faults of a declared scenario are exactly these. */
static inline void assert_faults(declared_parts parts, const char *codes)
{
    rp_faults faults;
    rp_error err = {0};
    rp_document *document =
        assembled(&parts, rp_alloc_default(), &faults, &err);

    if (document == NULL) {
        fail_msg("%s", err.message);
    }
    for (uint32_t i = 0;
         strcmp(codes_of(&faults), codes) != 0 && i < faults.count; i++) {
        print_message("%s\n", faults.items[i].message);
    }
    assert_string_equal(codes_of(&faults), codes);
    rp_faults_clear(&faults);
    rp_document_free(document);
}

/* A declared scenario without faults becomes a document that holds `part`. */
static inline void assert_written(declared_parts parts, const char *part)
{
    rp_faults faults;
    rp_error err = {0};
    rp_document *document =
        assembled(&parts, rp_alloc_default(), &faults, &err);

    if (document == NULL) {
        fail_msg("%s", err.message);
    }
    char *json = written(document);
    assert_string_equal(codes_of(&faults), "");
    if (strstr(json, part) == NULL) {
        fail_msg("%s\nis not in\n%s", part, json);
    }
    free(json);
    rp_faults_clear(&faults);
    rp_document_free(document);
}

#endif
