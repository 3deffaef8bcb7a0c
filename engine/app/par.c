/*
 * What is attainable: par of a fact set, and the walk that regrets are read
 * from. A par is kept in the store under the document's digest and this
 * engine's version, so that it is walked once on a machine.
 */
#include <stdio.h>
#include <string.h>

#include <pthread.h>

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

/* --------------------------------------------------------- walking ahead */

/*
 * A walk takes a good part of a second and is wanted when the call ends. It
 * reads nothing but the frozen model, so another thread walks it while the
 * person talks; the app waits for it before it looks at the walk.
 */
static void *walk_ahead(void *argument)
{
    par_ahead *ahead = argument;

    ahead->status = rp_walk_open(
        ahead->model, &(rp_walk_how){.set = ahead->set, .alloc = ahead->alloc},
        &ahead->walk, &ahead->error);
    return NULL;
}

/* Only the C library's allocator is known to serve two threads. */
static bool may_walk_ahead(const rp_app *app)
{
    return app->alloc.resize == rp_alloc_default().resize;
}

/* Waits for the walker and takes what it found. */
static rp_status meet_walker(rp_app *app, rp_error *err)
{
    par_ahead *ahead = &app->ahead;

    (void)pthread_join(ahead->thread, NULL);
    ahead->is_walking = false;
    if (ahead->status != RP_OK) {
        if (err != NULL) {
            *err = ahead->error;
        }
        return ahead->status;
    }
    app->walk = ahead->walk;
    app->walk_set = ahead->set;
    return RP_OK;
}

void par_begin_walk(rp_app *app, uint16_t set)
{
    par_ahead *ahead = &app->ahead;
    bool is_there = app->walk != NULL && app->walk_set == set;
    bool is_coming = ahead->is_walking && ahead->set == set;

    if (is_there || is_coming || !may_walk_ahead(app)) {
        return;
    }
    par_forget_walk(app);
    *ahead = (par_ahead){
        .model = app->scenario.model, .set = set, .alloc = app->alloc};
    ahead->is_walking =
        pthread_create(&ahead->thread, NULL, walk_ahead, ahead) == 0;
}

rp_status par_walk(rp_app *app, uint16_t set, rp_walk **walk, rp_error *err)
{
    int32_t par[RP_SCORES];
    rp_status status = RP_OK;

    if (app->ahead.is_walking) {
        status = meet_walker(app, err);
    }
    if (status == RP_OK && (app->walk == NULL || app->walk_set != set)) {
        par_forget_walk(app);
        status = rp_walk_open(app->scenario.model,
                              &(rp_walk_how){.set = set, .alloc = app->alloc},
                              &app->walk, err);
        app->walk_set = set;
    }
    if (status != RP_OK) {
        app->walk = NULL;
        return status;
    }
    rp_walk_par(app->walk, par);
    keep(app, app->scenario.model, set, par);
    *walk = app->walk;
    return RP_OK;
}

void par_forget_walk(rp_app *app)
{
    if (app->ahead.is_walking) {
        (void)meet_walker(app, NULL);
    }
    rp_walk_free(app->walk);
    app->walk = NULL;
}
