/*
 * Opens and closes an app, and holds what several use cases share: what lies
 * on the table, the notice, the seed.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "studio.h"

enum {
    SEED_BITS = 48 /* enough to never meet again, short enough to type */
};

static int64_t host_now_ms(void *user)
{
    const rp_app *app = user;

    return (int64_t)app->options.wall_ms(app->options.user);
}

/* The store's time is the app's. */
static rp_store_host store_host(rp_app *app)
{
    rp_store_host host = rp_store_host_system();

    if (app->options.wall_ms != NULL) {
        /* Chance stays the system's, whose `user` is none. */
        host.now_ms = host_now_ms;
        host.user = app;
    }
    return host;
}

static rp_status open_store(rp_app *app, rp_error *err)
{
    rp_store_options options = {.host = store_host(app), .alloc = app->alloc};
    rp_status status = RP_OK;
    rp_error error = {0};

    if (!app->options.in_memory) {
        status =
            files_data_dir(&app->options, &app->life, &options.directory, err);
    }
    if (status == RP_OK) {
        status = rp_store_open(&options, &app->store, err);
    }
    if (status == RP_OK && rp_store_trouble(app->store, &error) != RP_OK) {
        app_tell(app, "%s", error.message);
    }
    if (status == RP_OK) {
        status =
            rp_store_default_person(app->store, &app->life, &app->person, err);
    }
    return status;
}

static rp_status copy_text(rp_app *app, const char **text, rp_error *err)
{
    if (*text != NULL) {
        *text = rp_arena_copy(&app->life, *text, strlen(*text));
        if (*text == NULL) {
            return rp_fail(err, RP_E_MEMORY, "no memory to start");
        }
    }
    return RP_OK;
}

static rp_status copy_options(rp_app *app, const rp_app_options *options,
                              rp_error *err)
{
    const char **texts[] = {&app->options.data_dir, &app->options.pack_dir,
                            &app->options.locale_dir, &app->options.helper_path,
                            &app->options.language};
    rp_status status = RP_OK;

    app->options = *options;
    for (size_t i = 0; status == RP_OK && i < sizeof texts / sizeof *texts;
         i++) {
        status = copy_text(app, texts[i], err);
    }
    return status;
}

static rp_status open_parts(rp_app *app, const rp_app_options *options,
                            rp_error *err)
{
    rp_status status = copy_options(app, options, err);

    if (status == RP_OK) {
        status = rp_words_open(&app->options, app->alloc, &app->words, err);
    }
    if (status == RP_OK) {
        status = open_store(app, err);
    }
    if (status == RP_OK) {
        status = settings_read(app, err);
    }
    if (status == RP_OK) {
        status = library_open(app, err);
    }
    if (status == RP_OK) {
        status = view_build(app, err);
    }
    return status;
}

rp_status rp_app_open(const rp_app_options *options, rp_alloc alloc,
                      rp_app **app, rp_error *err)
{
    rp_app *made = alloc.resize(alloc.user, NULL, sizeof *made);

    if (made == NULL) {
        return rp_fail(err, RP_E_MEMORY, "no memory to start");
    }
    *made = (rp_app){.alloc = alloc, .place = RP_AT_HOME};
    rp_arena_init(&made->life, alloc);
    rp_arena_init(&made->arenas[0], alloc);
    rp_arena_init(&made->arenas[1], alloc);
    rp_text_init(&made->scratch.text, alloc);
    practice_init(made);
    rp_status status = open_parts(made, options, err);
    if (status != RP_OK) {
        rp_app_close(made);
        return status;
    }
    *app = made;
    return RP_OK;
}

void rp_app_close(rp_app *app)
{
    if (app == NULL) {
        return;
    }
    rp_alloc alloc = app->alloc;
    studio_close(app);
    app_drop_run(app);
    app_drop_broken(app);
    if (app->has_scenario) {
        rp_loaded_clear(&app->scenario);
    }
    guide_close(app);
    past_close(app);
    search_close(app);
    home_close(app);
    practice_close(app);
    library_close(app);
    rp_store_close(app->store);
    rp_words_close(app->words);
    rp_text_clear(&app->scratch.text);
    rp_arena_clear(&app->arenas[0]);
    rp_arena_clear(&app->arenas[1]);
    rp_arena_clear(&app->life);
    (void)alloc.resize(alloc.user, app, 0);
}

const char *rp_tr(const rp_app *app, const char *english)
{
    return rp_words_tr(app->words, english);
}

const char *rp_tr_n(const rp_app *app, const char *one, const char *many,
                    uint32_t n)
{
    return rp_words_tr_n(app->words, one, many, n);
}

const rp_settings *rp_app_settings(const rp_app *app)
{
    return &app->settings;
}

const rp_view *rp_app_view(rp_app *app)
{
    return &app->view;
}

void app_drop_run(rp_app *app)
{
    par_forget_walk(app);
    app->has_back = false;
    app->review.is_open = false;
    if (app->has_run) {
        run_clear(app, &app->run);
        app->has_run = false;
    }
}

void app_drop_broken(rp_app *app)
{
    if (app->has_broken) {
        rp_loaded_clear(&app->broken);
        app->has_broken = false;
    }
}

void app_put_scenario(rp_app *app, rp_loaded *loaded)
{
    app_drop_run(app);
    if (app->has_scenario) {
        rp_loaded_clear(&app->scenario);
    }
    app->scenario = *loaded;
    app->has_scenario = true;
}

void app_put_run(rp_app *app, run *fresh)
{
    app->review.is_open = false;
    if (app->has_run) {
        run_clear(app, &app->run);
    }
    app->run = *fresh;
    app->has_run = true;
}

uint64_t app_new_seed(const rp_app *app)
{
    rp_store_host host = rp_store_host_system();
    uint64_t seed = app->options.fixed_seed;

    if (seed == 0) {
        host.random_bytes(host.user, &seed, sizeof seed);
        seed &= (UINT64_C(1) << SEED_BITS) - 1;
    }
    return seed;
}

void app_tell(rp_app *app, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    (void)vsnprintf(app->notice, sizeof app->notice, format, args);
    va_end(args);
}

uint16_t app_show_language(const rp_app *app, const rp_model *model)
{
    uint16_t language = rp_model_language(model, app->settings.language);

    return language != RP_NONE ? language : 0;
}
