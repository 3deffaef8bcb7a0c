/*
 * Time, as a front end lets it pass: the call clock, and the silence that
 * costs when it has lasted long enough.
 */
#include <string.h>

#include "studio.h"

/* Milliseconds the customer waits here before it costs; 0: for ever. */
static uint32_t patience_ms(const rp_app *app)
{
    const rp_session *session = &app->run.session;
    uint32_t after_s =
        session->model->nodes[session->state.node].silence.after_s;

    if (app->settings.silence_off || app->place != RP_AT_CALL) {
        return 0;
    }
    return after_s * 10 * app->settings.timer_percent;
}

static bool fall_silent(rp_app *app)
{
    rp_error error = {0};
    rp_move move = {.kind = RP_MOVE_SILENCE, .at_ms = app->run.clock_ms};

    app->notice[0] = '\0';
    rp_status status = attempt_take(app, &move, &error);
    app->run.silence_ms = 0;
    if (status == RP_OK) {
        app->place = attempt_place(app);
        status = view_build(app, &error);
    }
    if (status != RP_OK) {
        app_tell(app, "%s", error.message);
        app->view.notice = app->notice;
    }
    return true;
}

/*
 * The customer speaks first: takes that time out of `elapsed_ms`, and returns
 * what is left of it for waiting.
 */
static uint32_t speak(rp_app *app, uint32_t elapsed_ms)
{
    rp_call_view *call = &app->view.call;
    uint32_t left_ms = call->speech_ms - call->spoken_ms;
    uint32_t taken_ms = elapsed_ms < left_ms ? elapsed_ms : left_ms;

    call->spoken_ms += taken_ms;
    app->run.spoken_ms =
        left_ms > taken_ms ? call->spoken_ms : (uint32_t)UINT32_MAX;
    return elapsed_ms - taken_ms;
}

/* ------------------------------------------------------------ preparations */

/* The chapters' titles are read when home is first rested at. */
static bool lacks_titles(const rp_app *app)
{
    const char *language = app->practice.titles_language;

    return app->place == RP_AT_HOME &&
           (language == NULL || strcmp(language, app->settings.language) != 0);
}

bool rp_app_has_preparations(const rp_app *app)
{
    return app->place <= RP_AT_SETTINGS &&
           (lacks_titles(app) || !practice_is_complete(app));
}

/* One step; true when it changed what is shown. */
static bool prepare(rp_app *app)
{
    rp_error error = {0};
    bool has_changed = false;

    if (lacks_titles(app)) {
        app->practice.titles_language = app->settings.language;
        has_changed = guide_read(app, &error) == RP_OK;
    } else {
        has_changed = practice_step(app);
    }
    return has_changed && view_build(app, &error) == RP_OK;
}

bool rp_app_tick(rp_app *app, uint32_t elapsed_ms)
{
    if (studio_tick(app)) {
        return view_build(app, NULL) == RP_OK;
    }
    if (elapsed_ms > 0 && rp_app_has_preparations(app)) {
        return prepare(app);
    }
    bool is_playing = app->place == RP_AT_CALL || app->place == RP_AT_FORM;

    if (!is_playing || app->run.is_paused) {
        return false;
    }
    uint32_t room = UINT32_MAX - app->run.clock_ms;
    app->run.clock_ms += elapsed_ms < room ? elapsed_ms : room;
    app->view.call.clock_ms = app->run.clock_ms;
    elapsed_ms = speak(app, elapsed_ms);
    if (app->is_heard) {
        elapsed_ms = 0;
    }
    uint32_t due_ms = patience_ms(app);
    if (due_ms == 0) {
        return false;
    }
    uint64_t waited_ms = (uint64_t)app->run.silence_ms + elapsed_ms;
    app->run.silence_ms = waited_ms < due_ms ? (uint32_t)waited_ms : due_ms;
    app->view.call.silence_ms = app->run.silence_ms;
    return app->run.silence_ms == due_ms && fall_silent(app);
}

void rp_app_hear(rp_app *app, bool is_speaking)
{
    app->is_heard = is_speaking;
}
