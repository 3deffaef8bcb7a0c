/*
 * One frame: time passes, the screen is declared, one intent is carried out.
 * What an intent changed shows in the next frame, which is asked for at once.
 */
#include "app_window.h"

enum {
    A_SECOND_MS = 1000
};

rp_status app_frames_init(app_frames *frames, rp_app *app, rp_alloc alloc,
                          rp_error *err)
{
    *frames = (app_frames){.app = app, .alloc = alloc};
    frames->screens = screens_new(alloc);
    if (frames->screens == NULL) {
        return rp_fail(err, RP_E_MEMORY, "not enough memory for the window");
    }
    return RP_OK;
}

void app_frames_clear(app_frames *frames)
{
    screens_free(frames->screens);
    *frames = (app_frames){.app = NULL};
}

static void let_time_pass(app_frames *frames, uint32_t now_ms)
{
    uint32_t elapsed_ms = frames->has_last ? now_ms - frames->last_ms : 0;

    frames->last_ms = now_ms;
    frames->has_last = true;
    frames->is_stale = rp_app_tick(frames->app, elapsed_ms);
}

static void declare_frame(ui_context *ui, void *user, uint32_t now_ms)
{
    app_frames *frames = user;
    rp_intent intent = {.kind = RP_INTENT_NONE};

    let_time_pass(frames, now_ms);
    ui_settings settings = screens_ui_settings(rp_app_settings(frames->app));
    ui_set(ui, &settings);
    frames->declared = rp_app_view(frames->app)->place;
    screens_frame(frames->screens, ui, frames->app, &intent);
    if (intent.kind == RP_INTENT_NONE) {
        return;
    }
    frames->has_quit = intent.kind == RP_INTENT_QUIT;
    /* A refusal is told by the view's notice, so the status adds nothing. */
    (void)rp_app_act(frames->app, &intent, NULL);
    frames->is_stale = true;
}

static bool has_quit(void *user)
{
    const app_frames *frames = user;

    return frames->has_quit;
}

/* The clock of a running call shows seconds, so it wakes once a second. */
static bool wants_wake_at(void *user, uint32_t *at_ms)
{
    const app_frames *frames = user;
    const rp_view *view = rp_app_view(frames->app);
    bool is_running =
        (view->place == RP_AT_CALL || view->place == RP_AT_FORM) &&
        !view->call.is_paused;

    if (frames->is_stale) {
        *at_ms = frames->last_ms;
        return true;
    }
    if (!is_running) {
        return false;
    }
    *at_ms = frames->last_ms + A_SECOND_MS - view->call.clock_ms % A_SECOND_MS;
    return true;
}

static const char *translate(void *user, const char *message)
{
    const app_frames *frames = user;

    return rp_tr(frames->app, message);
}

static const char *place(void *user)
{
    /* One row a place, in the order of rp_place. */
    static const char *const places[] = {
        [RP_AT_HOME] = "home",         [RP_AT_LIBRARY] = "library",
        [RP_AT_RECORD] = "record",     [RP_AT_GUIDE] = "guide",
        [RP_AT_STUDIO] = "studio",     [RP_AT_SETTINGS] = "settings",
        [RP_AT_BRIEFING] = "briefing", [RP_AT_CALL] = "call",
        [RP_AT_FORM] = "form",         [RP_AT_DEBRIEF] = "debrief",
    };
    const app_frames *frames = user;

    return places[frames->declared];
}

window_client app_frames_client(app_frames *frames)
{
    return (window_client){.user = frames,
                           .frame = declare_frame,
                           .has_quit = has_quit,
                           .wants_wake_at = wants_wake_at,
                           .translate = translate,
                           .place = place};
}

rp_status app_window_run(rp_app *app, const char *asset_dir, rp_error *err)
{
    app_frames frames;
    rp_status status = app_frames_init(&frames, app, rp_alloc_default(), err);

    if (status != RP_OK) {
        return status;
    }
    window_client client = app_frames_client(&frames);
    window_options options = {
        .asset_dir = asset_dir,
        .settings = screens_ui_settings(rp_app_settings(app)),
    };
    status = rp_window_run(&options, &client, err);
    app_frames_clear(&frames);
    return status;
}
