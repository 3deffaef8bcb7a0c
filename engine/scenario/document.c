/*
 * A document's life: read, written, digested, freed.
 */
#include "document.h"

#include <string.h>

#include "positions.h"

rp_document *document_new(rp_alloc alloc, const char *source)
{
    rp_document *document = alloc.resize(alloc.user, NULL, sizeof *document);

    if (document == NULL) {
        return NULL;
    }
    *document = (rp_document){.alloc = alloc, .root = json_object()};
    rp_arena_init(&document->arena, alloc);
    vector_init(&document->written, &document->arena, sizeof(rp_written));
    document->source = rp_arena_copy(&document->arena, source, strlen(source));
    if (document->root == NULL || document->source == NULL) {
        rp_document_free(document);
        return NULL;
    }
    return document;
}

void rp_document_free(rp_document *document)
{
    if (document == NULL) {
        return;
    }
    rp_alloc alloc = document->alloc;
    positions_clear(document->positions);
    json_decref(document->root);
    json_decref(document->known);
    rp_arena_clear(&document->arena);
    (void)alloc.resize(alloc.user, document, 0);
}

/* A sentence about the first value that has no place in a document. */
static const char *objection(json_t *tree, int depth)
{
    const char *key = NULL;
    json_t *value = NULL;
    size_t index = 0;
    const char *wrong = NULL;

    if (depth > DOCUMENT_DEPTH_MAX) {
        return "values lie too deep within one another";
    }
    if (json_is_real(tree)) {
        return "a number has a fraction; only whole numbers are known here";
    }
    json_object_foreach(tree, key, value)
    {
        wrong = wrong != NULL ? wrong : objection(value, depth + 1);
    }
    json_array_foreach(tree, index, value)
    {
        wrong = wrong != NULL ? wrong : objection(value, depth + 1);
    }
    return wrong;
}

rp_status tree_read(const char *json, size_t length, const char *source,
                    json_t **tree, rp_error *err)
{
    json_error_t why;

    if (length > DOCUMENT_BYTES_MAX) {
        return rp_fail_at(err, RP_E_LIMIT, source, 0,
                          "This is larger than 16 MiB.");
    }
    json_t *read = json_loadb(json, length, JSON_REJECT_DUPLICATES, &why);
    if (read == NULL && json_error_code(&why) == json_error_out_of_memory) {
        return rp_fail(err, RP_E_MEMORY, "Out of memory.");
    }
    if (read == NULL) {
        return rp_fail_at(err, RP_E_INVALID, source,
                          why.line > 0 ? (uint32_t)why.line : 0,
                          "This is no document: %s.", why.text);
    }
    const char *wrong = objection(read, 0);
    if (wrong == NULL && !json_is_object(read)) {
        wrong = "it must be an object";
    }
    if (wrong != NULL) {
        json_decref(read);
        return rp_fail_at(err, RP_E_INVALID, source, 0,
                          "This is no document: %s.", wrong);
    }
    *tree = read;
    return RP_OK;
}

/* NOLINTNEXTLINE(readability-function-size): six in the public contract */
rp_status rp_document_parse(const char *json, size_t length, const char *source,
                            rp_alloc alloc, rp_document **document,
                            rp_error *err)
{
    json_t *tree = NULL;
    rp_status status = tree_read(json, length, source, &tree, err);

    if (status != RP_OK) {
        return status;
    }
    rp_document *parsed = document_new(alloc, source);
    if (parsed == NULL || !tree_sort(tree)) {
        json_decref(tree);
        rp_document_free(parsed);
        return rp_fail(err, RP_E_MEMORY, "Out of memory.");
    }
    json_decref(parsed->root);
    parsed->root = tree;
    parsed->json = rp_arena_copy(&parsed->arena, json, length);
    const char *pack =
        json_string_value(json_object_get(json_object_get(tree, "pack"), "id"));
    parsed->has_pack = pack != NULL && pack[0] != '\0';
    *document = parsed;
    return RP_OK;
}

static int add_to_text(const char *buffer, size_t size, void *data)
{
    rp_text *out = data;

    rp_text_add(out, buffer, size);
    return out->failed ? -1 : 0;
}

static rp_status write_tree(const json_t *tree, rp_text *out, rp_error *err)
{
    if (json_dump_callback(tree, add_to_text, out,
                           JSON_COMPACT | JSON_SORT_KEYS) != 0) {
        return rp_fail(err, RP_E_MEMORY, "Out of memory.");
    }
    return RP_OK;
}

rp_status rp_document_write(const rp_document *document, rp_text *out,
                            rp_error *err)
{
    return write_tree(document->root, out, err);
}

static rp_status digest_tree(const rp_document *document, const json_t *tree,
                             rp_digest *digest, rp_error *err)
{
    rp_text text;

    rp_text_init(&text, document->alloc);
    rp_status status = write_tree(tree, &text, err);
    if (status == RP_OK) {
        *digest = rp_sha256(text.bytes, text.length);
    }
    rp_text_clear(&text);
    return status;
}

rp_status rp_document_digests(const rp_document *document, rp_digest *digest,
                              rp_digest *rules_digest, rp_error *err)
{
    rp_digest whole;
    rp_digest rules;
    json_t *bare = tree_without_texts(document->root);

    if (bare == NULL) {
        return rp_fail(err, RP_E_MEMORY, "Out of memory.");
    }
    rp_status status = digest_tree(document, document->root, &whole, err);
    if (status == RP_OK) {
        status = digest_tree(document, bare, &rules, err);
    }
    json_decref(bare);
    if (status == RP_OK) {
        *digest = whole;
        *rules_digest = rules;
    }
    return status;
}
