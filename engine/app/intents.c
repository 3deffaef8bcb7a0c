/*
 * The one door in. A table says what each intent does and where it may come;
 * the view is built anew when it worked, and stays when it did not.
 */
#include "intents.h"

#include "studio.h"

enum {
    SHELL = (1 << (RP_AT_SETTINGS + 1)) - 1,
    RECORD = 1 << RP_AT_RECORD,
    STUDIO = 1 << RP_AT_STUDIO,
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

/* A pack's folder: its scenarios come to the library. */
static rp_status visit(rp_app *app, const char *folder, rp_error *err)
{
    rp_status status = library_visit(app, folder, err);

    if (status == RP_OK) {
        app_drop_broken(app);
        app_drop_run(app);
        app->shell = RP_AT_LIBRARY;
        app->place = RP_AT_LIBRARY;
    }
    return status;
}

static rp_status open_scenario(rp_app *app, const char *path, uint64_t wanted,
                               rp_error *err)
{
    rp_loaded loaded;
    rp_status status =
        rp_app_load(&app->options, path, app->alloc, &loaded, err);

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
    if (wanted > 1) {
        app_tell(app, "%s",
                 rp_tr(app, "Only one scenario can be open at a time: this is "
                            "the first."));
    }
    return RP_OK;
}

static rp_status act_open(rp_app *app, const rp_intent *intent, rp_error *err)
{
    const char *name = intent->text != NULL ? intent->text : "";
    const char *path = NULL;
    rp_arena arena;

    rp_arena_init(&arena, app->alloc);
    rp_status status = wish_find(&app->options, name, &arena, &path, err);
    if (status == RP_OK) {
        status = rp_file_is_folder(path)
                     ? visit(app, path, err)
                     : open_scenario(app, path, intent->number, err);
    }
    rp_arena_clear(&arena);
    return status;
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
    return app->has_run && !app->review.is_open &&
           !rp_session_has_ended(&app->run.session);
}

/* The record is read when it is come to: what was played since is in it. */
static rp_status enter_shell(rp_app *app, rp_place place, rp_error *err)
{
    rp_status status = library_count(app, err);

    if (status == RP_OK && place == RP_AT_RECORD && app->place != place) {
        status = past_read(app, err);
    }
    if (status == RP_OK && place == RP_AT_GUIDE) {
        status = guide_read(app, err);
    }
    return status;
}

/* A call in which nothing was done leaves nothing to go on with. */
static rp_status act_leave(rp_app *app, const rp_intent *intent, rp_error *err)
{
    (void)intent;
    if (app->place == RP_AT_GUIDE && app->has_back) {
        app->place = app->back;
        app->has_back = false;
        return RP_OK;
    }
    bool was_running = is_running(app);
    rp_status status = enter_shell(app, app->shell, err);
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

/*
 * To a section of the guide. A debrief or a briefing is kept to come back to;
 * from one section to the next nothing else changes.
 */
static rp_status consult(rp_app *app, const char *section, rp_error *err)
{
    rp_status status = guide_read(app, err);

    if (status != RP_OK) {
        return status;
    }
    if (section != NULL && !guide_select(app, section)) {
        return rp_fail(err, RP_E_INVALID,
                       rp_tr(app, "The guide has no section `%s`; its pack "
                                  "may not be installed."),
                       section);
    }
    bool keeps = app->place == RP_AT_DEBRIEF || app->place == RP_AT_BRIEFING;
    /* What the attempt looked at has shown is told beside the behaviours. */
    status = keeps ? library_count(app, err) : RP_OK;
    if (status != RP_OK) {
        return status;
    }
    if (keeps) {
        app->back = app->place;
        app->has_back = true;
    }
    app->place = RP_AT_GUIDE;
    return RP_OK;
}

static rp_status act_go(rp_app *app, const rp_intent *intent, rp_error *err)
{
    bool keeps = app->place > RP_AT_SETTINGS;

    if (intent->index > RP_AT_SETTINGS) {
        return rp_fail(err, RP_E_INVALID, "There is no such place.");
    }
    if (intent->index == RP_AT_GUIDE && (keeps || app->place == RP_AT_GUIDE)) {
        return consult(app, intent->text, err);
    }
    rp_status status = enter_shell(app, (rp_place)intent->index, err);
    if (status == RP_OK && intent->index == RP_AT_STUDIO) {
        status = studio_open(app, err);
    }
    if (status != RP_OK) {
        return status;
    }
    if (intent->index == RP_AT_GUIDE && intent->text != NULL) {
        (void)guide_select(app, intent->text);
    }
    if (intent->index == RP_AT_STUDIO && intent->text != NULL) {
        (void)studio_select(app, intent->text);
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

    if (app->review.is_open && app->review.standing != STANDING_SAME) {
        return act_open(
            app, &(rp_intent){.text = app->scenario.model->id, .index = 0},
            err);
    }
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

static rp_status act_review(rp_app *app, const rp_intent *intent, rp_error *err)
{
    return review_open(app, intent->text != NULL ? intent->text : "", err);
}

static rp_status act_sift(rp_app *app, const rp_intent *intent, rp_error *err)
{
    if (intent->text == NULL || intent->value == NULL) {
        return rp_fail(err, RP_E_INVALID, "The record cannot be sifted so.");
    }
    return past_sift(app, intent->text, intent->value, err);
}

static rp_status act_search(rp_app *app, const rp_intent *intent, rp_error *err)
{
    rp_query query = {.text = intent->text != NULL ? intent->text : "",
                      .kinds = intent->index,
                      .max = (uint32_t)(intent->number & UINT32_MAX)};

    return search_ask(app, &query, err);
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
    [RP_INTENT_HURRY] = {act_hurry, PLAYING},
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
    [RP_INTENT_REVIEW] = {act_review, SHELL | BRIEFING | DEBRIEF},
    [RP_INTENT_SIFT] = {act_sift, RECORD},
    [RP_INTENT_SEARCH] = {act_search, ANYWHERE},
    [RP_INTENT_STUDY] = {act_study, STUDIO},
    [RP_INTENT_CHECK] = {act_check, STUDIO},
    [RP_INTENT_PREVIEW] = {act_preview, STUDIO},
    [RP_INTENT_TRY] = {act_try, STUDIO},
    [RP_INTENT_EDIT] = {act_edit, SHELL},
    [RP_INTENT_SETTING] = {act_setting, ANYWHERE},
    [RP_INTENT_QUIT] = {do_nothing, ANYWHERE},
};

/* A call is never thrown away for what comes from elsewhere. */
static rp_status refuse(const rp_app *app, const rp_intent *intent,
                        rp_error *err)
{
    bool leads_away =
        intent->kind == RP_INTENT_OPEN || intent->kind == RP_INTENT_GO;

    return rp_fail(err, RP_E_STATE, "%s",
                   leads_away && is_running(app)
                       ? rp_tr(app, "The call comes first. Open it again when "
                                    "the call is over.")
                       : "That cannot be done here.");
}

static rp_status carry_out(rp_app *app, const rp_intent *intent, rp_error *err)
{
    size_t count = sizeof intents / sizeof *intents;
    size_t kind = (size_t)intent->kind;

    if (kind >= count || (intents[kind].places & 1U << app->place) == 0) {
        return refuse(app, intent, err);
    }
    return intents[kind].act(app, intent, err);
}

/* In the person's language, as far as the sentence is known. */
static void tell_error(rp_app *app, const rp_error *error)
{
    rp_tongue in = rp_words_tongue(app->words);
    rp_text said;

    rp_text_init(&said, app->alloc);
    rp_phrase(&said, &in, error->message);
    app_tell(app, "%s",
             said.failed || said.bytes == NULL ? error->message : said.bytes);
    rp_text_clear(&said);
}

rp_status rp_app_act(rp_app *app, const rp_intent *intent, rp_error *err)
{
    rp_error error = {0};

    app->notice[0] = '\0';
    rp_status status = carry_out(app, intent, &error);
    if (status == RP_OK) {
        studio_follow(app);
        status = view_build(app, &error);
    }
    if (status != RP_OK) {
        tell_error(app, &error);
        app->view.notice = app->notice;
        if (err != NULL) {
            *err = error;
        }
    }
    return status;
}
