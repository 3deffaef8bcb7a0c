/*
 * The one door in. A table says what each intent does and where it may come;
 * the view is built anew when it worked, and stays when it did not.
 */
#include "intents.h"

enum {
    SHELL = (1 << (RP_AT_SETTINGS + 1)) - 1,
    BRIEFING = 1 << RP_AT_BRIEFING,
    CALL = 1 << RP_AT_CALL,
    FORM = 1 << RP_AT_FORM,
    DEBRIEF = 1 << RP_AT_DEBRIEF,
    PLAYING = CALL | FORM,
    ANYWHERE = SHELL | BRIEFING | PLAYING | DEBRIEF
};

static rp_status do_nothing(rp_app *app, const rp_intent *intent, rp_error *err)
{
    (void)app;
    (void)intent;
    (void)err;
    return RP_OK;
}

/* ------------------------------------------------------ library, briefing */

static rp_status act_open(rp_app *app, const rp_intent *intent, rp_error *err)
{
    rp_loaded loaded;
    rp_status status =
        rp_app_load(&app->options, intent->text != NULL ? intent->text : "",
                    app->alloc, &loaded, err);

    if (status != RP_OK) {
        rp_loaded_clear(&loaded);
        return status;
    }
    app_drop_broken(app);
    if (loaded.model == NULL) {
        app->broken = loaded;
        app->has_broken = true;
        app_drop_run(app);
        app->shell = RP_AT_LIBRARY;
        app->place = RP_AT_LIBRARY;
        app_tell(app,
                 rp_tr_n(app, "This scenario has %u fault.",
                         "This scenario has %u faults.", loaded.faults.count),
                 (unsigned)loaded.faults.count);
        return RP_OK;
    }
    app_put_scenario(app, &loaded);
    app->seed = app_new_seed(app);
    app->place = RP_AT_BRIEFING;
    return RP_OK;
}

static rp_status act_begin(rp_app *app, const rp_intent *intent, rp_error *err)
{
    run fresh;
    rp_status status = attempt_begin(app, app->seed, &fresh, err);

    (void)intent;
    if (status == RP_OK) {
        app_put_run(app, &fresh);
        app->place = attempt_place(app);
    }
    return status;
}

/* ------------------------------------------------------ coming and going */

static bool is_running(const rp_app *app)
{
    return app->has_run && !rp_session_has_ended(&app->run.session);
}

/* A call in which nothing was done leaves nothing to go on with. */
static rp_status act_leave(rp_app *app, const rp_intent *intent, rp_error *err)
{
    bool was_running = is_running(app);
    rp_status status = library_count(app, err);

    (void)intent;
    if (status != RP_OK) {
        return status;
    }
    if (was_running && app->run.count == 0) {
        (void)!rp_store_close_attempt(app->store, &app->run.attempt,
                                      "dismissed", NULL);
    } else if (was_running) {
        app_tell(app, "%s",
                 rp_tr(app, "The call is kept. You can go on with "
                            "it whenever you like."));
    }
    app_drop_run(app);
    app_drop_broken(app);
    app->place = app->shell;
    return RP_OK;
}

static rp_status act_go(rp_app *app, const rp_intent *intent, rp_error *err)
{
    if (intent->index > RP_AT_SETTINGS) {
        return rp_fail(err, RP_E_INVALID, "There is no such place.");
    }
    rp_status status = library_count(app, err);
    if (status != RP_OK) {
        return status;
    }
    app_drop_run(app);
    app_drop_broken(app);
    app->shell = (rp_place)intent->index;
    app->place = app->shell;
    return RP_OK;
}

static rp_status act_again(rp_app *app, const rp_intent *intent, rp_error *err)
{
    rp_store_id left = {0};
    run fresh;

    (void)intent;
    if (is_running(app)) {
        left = app->run.attempt;
    }
    rp_status status = attempt_begin(app, app_new_seed(app), &fresh, err);
    if (status != RP_OK) {
        return status;
    }
    if (!rp_store_id_is_none(&left)) {
        (void)!rp_store_close_attempt(app->store, &left, "restarted", NULL);
    }
    app_put_run(app, &fresh);
    app->place = attempt_place(app);
    return RP_OK;
}

/* The last move was stored, its result was not: that is made up for. */
static void finish_late(rp_app *app)
{
    rp_error error = {0};

    if (attempt_finish(app, &error) != RP_OK) {
        app_tell(app, "%s", error.message);
    }
}

static rp_status act_resume(rp_app *app, const rp_intent *intent, rp_error *err)
{
    rp_loaded loaded;
    run fresh;
    rp_status status = attempt_resume(app, &loaded, &fresh, err);

    (void)intent;
    if (status != RP_OK) {
        return status;
    }
    app_drop_broken(app);
    app_put_scenario(app, &loaded);
    app_put_run(app, &fresh);
    app->place = attempt_place(app);
    if (app->place == RP_AT_DEBRIEF) {
        finish_late(app);
    }
    return RP_OK;
}

static rp_status act_dismiss(rp_app *app, const rp_intent *intent,
                             rp_error *err)
{
    rp_attempt attempt = {0};
    rp_arena arena;
    bool found = false;

    (void)intent;
    rp_arena_init(&arena, app->alloc);
    rp_status status = attempt_unfinished(app, &arena, &attempt, &found, err);
    if (found) {
        status =
            rp_store_close_attempt(app->store, &attempt.id, "dismissed", err);
    }
    rp_arena_clear(&arena);
    return status;
}

static rp_status act_setting(rp_app *app, const rp_intent *intent,
                             rp_error *err)
{
    if (intent->text == NULL || intent->value == NULL) {
        return rp_fail(err, RP_E_INVALID,
                       "A setting needs a name and a "
                       "value.");
    }
    return settings_change(app, intent->text, intent->value, err);
}

/* ------------------------------------------------------------- the table */

static const struct {
    act *act;
    uint32_t places;
} intents[] = {
    [RP_INTENT_NONE] = {do_nothing, ANYWHERE},
    [RP_INTENT_GO] = {act_go, SHELL | BRIEFING | DEBRIEF},
    [RP_INTENT_OPEN] = {act_open, SHELL | BRIEFING | DEBRIEF},
    [RP_INTENT_BEGIN] = {act_begin, BRIEFING},
    [RP_INTENT_SAY] = {act_say, CALL},
    [RP_INTENT_LOOK] = {act_look, PLAYING},
    [RP_INTENT_HINT] = {act_hint, CALL},
    [RP_INTENT_CHOOSE] = {act_choose, FORM},
    [RP_INTENT_FILE] = {act_file, FORM},
    [RP_INTENT_NOTE] = {act_note, PLAYING},
    [RP_INTENT_PIN] = {act_pin, PLAYING},
    [RP_INTENT_UNNOTE] = {act_unnote, PLAYING},
    [RP_INTENT_UNDO] = {act_undo, PLAYING},
    [RP_INTENT_PAUSE] = {act_pause, PLAYING},
    [RP_INTENT_LEAVE] = {act_leave, ANYWHERE},
    [RP_INTENT_AGAIN] = {act_again, BRIEFING | PLAYING | DEBRIEF},
    [RP_INTENT_RETRY] = {act_retry, DEBRIEF},
    [RP_INTENT_RESUME] = {act_resume, SHELL},
    [RP_INTENT_DISMISS] = {act_dismiss, SHELL},
    [RP_INTENT_SETTING] = {act_setting, ANYWHERE},
    [RP_INTENT_QUIT] = {do_nothing, ANYWHERE},
};

static rp_status carry_out(rp_app *app, const rp_intent *intent, rp_error *err)
{
    size_t count = sizeof intents / sizeof *intents;
    size_t kind = (size_t)intent->kind;

    if (kind >= count || (intents[kind].places & 1U << app->place) == 0) {
        return rp_fail(err, RP_E_STATE, "That cannot be done here.");
    }
    return intents[kind].act(app, intent, err);
}

rp_status rp_app_act(rp_app *app, const rp_intent *intent, rp_error *err)
{
    rp_error error = {0};

    app->notice[0] = '\0';
    rp_status status = carry_out(app, intent, &error);
    if (status == RP_OK) {
        status = view_build(app, &error);
    }
    if (status != RP_OK) {
        app_tell(app, "%s", error.message);
        app->view.notice = app->notice;
        if (err != NULL) {
            *err = error;
        }
    }
    return status;
}
