/*
 * The smallest legal document, with parts that a test replaces. Parts are
 * written in a friendlier JSON: ' stands for the quotation mark, ` for the
 * apostrophe of an expression.
 */
#ifndef RAPPORT_TESTS_MODEL_WORLD_H
#define RAPPORT_TESTS_MODEL_WORLD_H

#include <stdlib.h>
#include <string.h>

#include "rapport/scenario.h"
#include "support/test.h"

/* NULL: the part of the smallest document. All but `scenario`: whole lists. */
typedef struct model_parts {
    const char *pack;     /* keys added to the pack */
    const char *scenario; /* keys added to the scenario */
    const char *turns;
    const char *endings;
    const char *more; /* keys added to the document */
} model_parts;

#define SMALLEST_TURN                              \
    "{'id':'a','says':[{'text':{'en':'Hello?'}}]," \
    "'replies':[{'id':'r','text':{'en':'Hi.'},'to':[{'to':'z'}]}]}"
#define SMALLEST_ENDING "{'id':'z','outcome':'resolved'}"

static inline const char *part_or(const char *part, const char *otherwise)
{
    return part != NULL ? part : otherwise;
}

static inline void parts_write(const model_parts *parts, rp_text *out)
{
    rp_text_printf(
        out,
        "{'format':1,'pack':{'id':'','source_language':'en'%s},"
        "'scenario':{'id':'s','title':{'en':'T'},'situation':{'en':'S'},"
        "'channel':'phone','customer':{'name':{'en':'N'}},'start':'a'%s},"
        "'turns':[%s],'endings':[%s]%s}",
        part_or(parts->pack, ",'languages':['en']"),
        part_or(parts->scenario, ""), part_or(parts->turns, SMALLEST_TURN),
        part_or(parts->endings, SMALLEST_ENDING), part_or(parts->more, ""));
    for (size_t i = 0; i < out->length; i++) {
        char c = out->bytes[i];
        out->bytes[i] = (char)(c == '\'' ? '"' : c == '`' ? '\'' : c);
    }
}

static inline const char *first_error(const rp_faults *faults)
{
    for (uint32_t i = 0; i < faults->count; i++) {
        if (faults->items[i].severity == RP_ERROR) {
            return faults->items[i].message;
        }
    }
    return "no fault";
}

static inline rp_document *document_of(const model_parts *parts)
{
    rp_text json;
    rp_error err = {0};
    rp_document *document = NULL;
    rp_text_init(&json, rp_alloc_default());
    parts_write(parts, &json);
    if (rp_document_parse(json.bytes, json.length, "test.json",
                          rp_alloc_default(), &document, &err) != RP_OK) {
        fail_msg("%s\n%s", err.message, json.bytes);
    }
    rp_text_clear(&json);
    return document;
}

/* Owned: end it with rp_model_free. */
static inline rp_model *model_of(const model_parts *parts)
{
    rp_document *document = document_of(parts);
    rp_faults faults;
    rp_error err = {0};
    rp_model *model = NULL;
    rp_faults_init(&faults, rp_alloc_default());
    rp_document_check(document, &faults);
    rp_status status =
        rp_model_compile(document, rp_alloc_default(), &faults, &model, &err);
    if (status != RP_OK || faults.error_count > 0) {
        fail_msg("%s: %s", err.message, first_error(&faults));
    }
    rp_faults_clear(&faults);
    rp_document_free(document);
    return model;
}

/* The state a run begins in, without having entered anything. */
static inline rp_state state_of(const rp_model *model, uint8_t set)
{
    rp_state state = {.node = model->start, .set = set};
    memcpy(state.mood, model->mood, sizeof state.mood);
    for (uint32_t i = 0; i < model->var_count; i++) {
        state.vars[i] = (uint16_t)(model->vars[i].start - model->vars[i].lo);
    }
    return state;
}

static inline const rp_choice *choice_named(const rp_model *model,
                                            const char *owner, const char *id)
{
    for (uint32_t i = 0; i < model->choice_count; i++) {
        if (strcmp(model->choices[i].id, id) == 0 &&
            strcmp(model->choices[i].owner, owner) == 0) {
            return &model->choices[i];
        }
    }
    fail_msg("no choice %s/%s", owner, id);
    return NULL;
}

#endif
