/*
 * Time, as a front end lets it pass: the call clock, and the silence that
 * costs when it has lasted long enough.
 */
#include "app_internal.h"

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

bool rp_app_tick(rp_app *app, uint32_t elapsed_ms)
{
    bool is_playing = app->place == RP_AT_CALL || app->place == RP_AT_FORM;

    if (!is_playing || app->run.is_paused) {
        return false;
    }
    uint32_t room = UINT32_MAX - app->run.clock_ms;
    app->run.clock_ms += elapsed_ms < room ? elapsed_ms : room;
    app->view.call.clock_ms = app->run.clock_ms;
    uint32_t due_ms = patience_ms(app);
    if (due_ms == 0) {
        return false;
    }
    uint64_t waited_ms = (uint64_t)app->run.silence_ms + elapsed_ms;
    app->run.silence_ms = waited_ms < due_ms ? (uint32_t)waited_ms : due_ms;
    app->view.call.silence_ms = app->run.silence_ms;
    return app->run.silence_ms == due_ms && fall_silent(app);
}
