/*
 * An attempt of the record, opened again: the document it was played on, its
 * moves once more, judged anew. What comes out is held against what was
 * stored then, and against the scenario as it is installed now.
 */
#include <string.h>

#include "past.h"

static const rp_scenario_file *installed_file(const rp_app *app, const char *id)
{
    const library *all = app->library;

    for (uint32_t i = 0; i < all->count; i++) {
        if (strcmp(all->entries[i].file.id, id) == 0) {
            return &all->entries[i].file;
        }
    }
    return NULL;
}

static review_standing standing_of(rp_app *app, const rp_model *then)
{
    const rp_scenario_file *file = installed_file(app, then->id);
    review_standing standing = STANDING_GONE;
    rp_loaded now;

    if (file == NULL) {
        return standing;
    }
    if (rp_app_load(&app->options, file->path, app->alloc, &now, NULL) ==
            RP_OK &&
        now.model != NULL) {
        standing = rp_digest_equal(&now.model->digest, &then->digest)
                       ? STANDING_SAME
                       : STANDING_CHANGED;
    }
    rp_loaded_clear(&now);
    return standing;
}

static rp_past_kind kind_of(rp_app *app, const rp_attempt *attempt,
                            rp_arena *arena)
{
    rp_attempt parent = {0};

    if (past_kind(attempt) != RP_PAST_PRACTICE) {
        return past_kind(attempt);
    }
    bool is_retry = !rp_store_id_is_none(&attempt->start.parent) &&
                    rp_store_get_attempt(app->store, &attempt->start.parent,
                                         arena, &parent, NULL) == RP_OK &&
                    parent.has_result;
    return is_retry ? RP_PAST_RETRY : RP_PAST_PRACTICE;
}

/* Judges the run on the table and says what became of it. */
static void look_back(rp_app *app, const rp_attempt *attempt, review *about)
{
    rp_error error = {0};

    /* One that ended without its result gets it now; no other is touched. */
    app->run.is_kept = attempt->has_result || attempt->is_closed ||
                       attempt->is_imported ||
                       !rp_session_has_ended(&app->run.session);
    if (attempt_finish(app, &error) != RP_OK) {
        app_tell(app, "%s", error.message);
        return;
    }
    if (attempt->has_result) {
        about->rescored = attempt_difference(&app->run, &app->run.result,
                                             &attempt->result) == NULL
                              ? RP_RESCORED_SAME
                              : RP_RESCORED_OTHER;
    }
}

static rp_status find_attempt(rp_app *app, const char *id, rp_arena *arena,
                              rp_attempt *attempt, rp_error *err)
{
    rp_store_id found;
    rp_status status = rp_store_find_attempt(app->store, id, &found, err);

    if (status == RP_OK) {
        status = rp_store_get_attempt(app->store, &found, arena, attempt, err);
    }
    if (status == RP_OK &&
        !rp_store_id_equal(&attempt->start.person, &app->person.id)) {
        status = rp_fail(err, RP_E_INVALID, "There is no such attempt.");
    }
    return status;
}

static rp_status open_with(rp_app *app, const char *id, rp_arena *arena,
                           rp_error *err)
{
    rp_attempt attempt = {0};
    rp_loaded loaded;
    run fresh;
    rp_status status = find_attempt(app, id, arena, &attempt, err);

    if (status == RP_OK) {
        status = attempt_replay(app, &attempt, &loaded, &fresh, err);
    }
    if (status != RP_OK) {
        return status;
    }
    review about = {.is_open = true, .kind = kind_of(app, &attempt, arena)};
    past_date(&attempt, about.played);
    app_drop_broken(app);
    app_put_scenario(app, &loaded);
    app_put_run(app, &fresh);
    look_back(app, &attempt, &about);
    about.standing = standing_of(app, app->scenario.model);
    app->review = about;
    app->place = RP_AT_DEBRIEF;
    return RP_OK;
}

rp_status review_open(rp_app *app, const char *id, rp_error *err)
{
    rp_arena arena;

    rp_arena_init(&arena, app->alloc);
    rp_status status = open_with(app, id, &arena, err);
    rp_arena_clear(&arena);
    return status;
}
