/*
 * Document to model: the order of the parts, and what becomes of the result.
 * Names come first, then all that holds expressions; which marks a choice
 * sets is known only when the last expression has said what it asks for.
 */
#include "compile.h"

#include <string.h>

enum {
    INDICES_MAX = RP_NONE - 1
};

static void open_tables(compiler *c)
{
#define TABLE(name, type) vector_init(&c->name, c->arena, sizeof(type));
    COMPILE_TABLES(TABLE)
#undef TABLE
    vector_init(&c->said_as, &c->scratch, sizeof(char *));
    for (int map = 0; map < NAME_MAPS; map++) {
        c->maps[map] = json_object();
        c->refused = c->refused || c->maps[map] == NULL;
    }
}

static bool were_tables_refused(const compiler *c)
{
    bool refused = c->refused || c->texts.refused || c->said_as.refused;
#define TABLE(name, type) refused |= c->name.refused;
    COMPILE_TABLES(TABLE)
#undef TABLE
    return refused;
}

static bool are_tables_too_long(const compiler *c)
{
    return c->nodes.count > INDICES_MAX || c->choices.count > INDICES_MAX ||
           c->behaviours.count > INDICES_MAX ||
           c->promises.count > INDICES_MAX || c->steps.count > INDICES_MAX ||
           c->criticals.count > INDICES_MAX ||
           c->fact_names.count > INDICES_MAX || c->records.count > INDICES_MAX;
}

static void run_parts(compiler *c)
{
    compile_languages(c);
    compile_facts(c);
    compile_vars(c);
    if (were_tables_refused(c)) {
        return; /* expressions would read facts that are not there */
    }
    compile_pack(c);
    compile_node_names(c);
    compile_records(c);
    compile_promises(c);
    compile_scenario(c);
    compile_scope(c);
    compile_nodes(c);
    compile_interrupts(c);
    compile_offers(c);
    compile_marks(c);
    compile_examples(c);
}

/* The model borrows the finished tables. */
static void hand_over(compiler *c)
{
    rp_model *model = c->model;
#define TABLE(name, type) model->name = c->name.items;
    COMPILE_TABLES(TABLE)
#undef TABLE
    model->language_count = c->languages.count;
    model->fact_count = c->fact_names.count;
    model->node_count = c->nodes.count;
    model->choice_count = c->choices.count;
    model->ask_count = c->asks.count;
    model->var_count = c->vars.count;
    model->interrupt_count = c->interrupts.count;
    model->record_count = c->records.count;
    model->promise_count = c->promises.count;
    model->step_count = c->steps.count;
    model->critical_count = c->criticals.count;
    model->behaviour_count = c->behaviours.count;
    model->example_count = c->examples.count;
    model->mark_count = c->mark_count;
    model->hidden->texts = c->texts.items;
    expr_table_freeze(&c->exprs, model);
}

static rp_status verdict(const compiler *c, uint32_t errors_before,
                         rp_error *err)
{
    uint32_t errors = c->faults->error_count - errors_before;
    const char *source = c->document->source;
    bool are_exprs_full =
        c->exprs.refused && c->exprs.source.count == EXPRS_MAX;
    if (were_tables_refused(c) || c->faults->refused ||
        (c->exprs.refused && !are_exprs_full)) {
        return rp_fail(err, RP_E_MEMORY, "out of memory");
    }
    if (are_exprs_full || are_tables_too_long(c)) {
        return rp_fail_at(err, RP_E_LIMIT, source, 0,
                          "this scenario is larger than the program handles");
    }
    if (errors > 0) {
        return rp_fail_at(err, RP_E_INVALID, source, 0, "%u fault%s found",
                          errors, errors == 1 ? "" : "s");
    }
    if (c->broken) {
        return rp_fail_at(err, RP_E_INVALID, source, 0,
                          "this document has faults and cannot be compiled");
    }
    return RP_OK;
}

static void close_tables(compiler *c)
{
    for (int map = 0; map < NAME_MAPS; map++) {
        json_decref(c->maps[map]);
    }
    rp_arena_clear(&c->scratch);
}

/* An empty model whose arena owns it; NULL when refused. */
static rp_model *new_model(rp_alloc alloc)
{
    rp_arena arena;
    rp_arena_init(&arena, alloc);
    rp_model *model = rp_arena_take(&arena, 1, sizeof *model);
    struct rp_model_private *hidden = rp_arena_take(&arena, 1, sizeof *hidden);
    if (model == NULL || hidden == NULL) {
        rp_arena_clear(&arena);
        return NULL;
    }
    hidden->arena = arena;
    model->hidden = hidden;
    return model;
}

static rp_status compile_into(compiler *c, rp_error *err)
{
    uint32_t errors_before = c->faults->error_count;
    open_tables(c);
    if (!c->refused) {
        run_parts(c);
    }
    rp_status status = verdict(c, errors_before, err);
    if (status == RP_OK) {
        hand_over(c);
        status = rp_document_digests(c->document, &c->model->digest,
                                     &c->model->rules_digest, err);
    }
    close_tables(c);
    return status;
}

rp_status rp_model_compile(const rp_document *document, rp_alloc alloc,
                           rp_faults *faults, rp_model **model, rp_error *err)
{
    rp_model *made = new_model(alloc);
    if (made == NULL) {
        return rp_fail(err, RP_E_MEMORY, "out of memory");
    }
    compiler c = {.document = document,
                  .faults = faults,
                  .model = made,
                  .arena = &made->hidden->arena,
                  .root = place_root(document)};
    rp_arena_init(&c.scratch, alloc);
    c.pack = place_key(&c.root, "pack");
    c.scenario = place_key(&c.root, "scenario");
    rp_status status = compile_into(&c, err);
    if (status == RP_OK) {
        *model = made;
    } else {
        rp_model_free(made);
    }
    return status;
}

void rp_model_free(rp_model *model)
{
    if (model != NULL) {
        rp_arena arena = model->hidden->arena;
        rp_arena_clear(&arena);
    }
}

uint16_t rp_model_node(const rp_model *model, const char *id)
{
    for (uint32_t i = 0; i < model->node_count; i++) {
        if (strcmp(model->nodes[i].id, id) == 0) {
            return (uint16_t)i;
        }
    }
    return RP_NONE;
}

uint16_t rp_model_record(const rp_model *model, const char *id)
{
    for (uint32_t i = 0; i < model->record_count; i++) {
        if (strcmp(model->records[i].id, id) == 0) {
            return (uint16_t)i;
        }
    }
    return RP_NONE;
}

uint16_t rp_model_language(const rp_model *model, const char *tag)
{
    for (uint32_t i = 0; i < model->language_count; i++) {
        if (strcmp(model->languages[i].tag, tag) == 0) {
            return (uint16_t)i;
        }
    }
    return RP_NONE;
}
