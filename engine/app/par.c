/*
 * What is attainable: par of a fact set, and the walk that regrets are read
 * from. A par is kept in the store under the document's digest and this
 * engine's version, so that it is walked once on a machine.
 */
#include <stdio.h>
#include <string.h>

#include "app_internal.h"

enum {
    KIND_MAX = 16,
    PAR_TEXT_MAX = 64
};

static rp_verdict_key par_key(const rp_model *model, uint16_t set,
                              char kind[KIND_MAX])
{
    (void)snprintf(kind, KIND_MAX, "par-%u", (unsigned)set + 1U);
    return (rp_verdict_key){.document = model->digest,
                            .engine_version = RP_ENGINE_VERSION,
                            .kind = kind};
}

static bool read_kept(rp_app *app, const rp_model *model, uint16_t set,
                      int32_t par[RP_SCORES])
{
    char kind[KIND_MAX];
    rp_verdict_key key = par_key(model, set, kind);
    rp_verdict verdict = {0};
    rp_arena arena;
    int32_t read[RP_SCORES] = {0};

    rp_arena_init(&arena, app->alloc);
    bool is_kept = rp_store_get_verdict(app->store, &key, &arena, &verdict,
                                        NULL) == RP_OK &&
                   verdict.bytes != NULL &&
                   /* NOLINTNEXTLINE(cert-err34-c): our own bytes */
                   sscanf(verdict.bytes, "%d %d %d", &read[RP_LISTENING],
                          &read[RP_EMPATHY], &read[RP_RESOLUTION]) == RP_SCORES;
    rp_arena_clear(&arena);
    if (is_kept) {
        memcpy(par, read, sizeof read);
    }
    return is_kept;
}

/* A cache: that it could not be written hurts nobody. */
static void keep(rp_app *app, const rp_model *model, uint16_t set,
                 const int32_t par[RP_SCORES])
{
    char kind[KIND_MAX];
    char text[PAR_TEXT_MAX];
    rp_verdict_key key = par_key(model, set, kind);
    int length = snprintf(text, sizeof text, "%d %d %d", par[RP_LISTENING],
                          par[RP_EMPATHY], par[RP_RESOLUTION]);

    (void)!rp_store_put_verdict(app->store, &key, text, (size_t)length, NULL);
}

rp_status par_find(rp_app *app, const rp_model *model, uint16_t set,
                   int32_t par[RP_SCORES], rp_error *err)
{
    rp_walk *walk = NULL;

    if (app->walk != NULL && app->walk_set == set &&
        app->scenario.model == model) {
        rp_walk_par(app->walk, par);
        return RP_OK;
    }
    if (read_kept(app, model, set, par)) {
        return RP_OK;
    }
    rp_status status = rp_walk_open(
        model, &(rp_walk_how){.set = set, .alloc = app->alloc}, &walk, err);
    if (status == RP_OK) {
        rp_walk_par(walk, par);
        keep(app, model, set, par);
    }
    rp_walk_free(walk);
    return status;
}

rp_status par_walk(rp_app *app, uint16_t set, rp_walk **walk, rp_error *err)
{
    rp_walk_how how = {.set = set, .alloc = app->alloc};
    int32_t par[RP_SCORES];

    if (app->walk == NULL || app->walk_set != set) {
        par_forget_walk(app);
        rp_status status =
            rp_walk_open(app->scenario.model, &how, &app->walk, err);
        if (status != RP_OK) {
            app->walk = NULL;
            return status;
        }
        app->walk_set = set;
    }
    rp_walk_par(app->walk, par);
    keep(app, app->scenario.model, set, par);
    *walk = app->walk;
    return RP_OK;
}

void par_forget_walk(rp_app *app)
{
    rp_walk_free(app->walk);
    app->walk = NULL;
}
