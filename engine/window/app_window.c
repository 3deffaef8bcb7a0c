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
    speaker_init(&frames->speaker, alloc);
    frames->screens = screens_new(alloc);
    if (frames->screens == NULL) {
        return rp_fail(err, RP_E_MEMORY, "not enough memory for the window");
    }
    return RP_OK;
}

void app_frames_clear(app_frames *frames)
{
    screens_free(frames->screens);
    speaker_clear(&frames->speaker);
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
    speaker_tell(&frames->speaker, frames->screens, frames->app);
    screens_frame(frames->screens, ui, frames->app, &intent);
    if (intent.kind == RP_INTENT_NONE) {
        return;
    }
    frames->has_quit = intent.kind == RP_INTENT_QUIT;
    /* A refusal is told by the view's notice, so the status adds nothing. */
    (void)rp_app_act(frames->app, &intent, NULL);
    frames->is_stale = true;
}

static void hear_frame(const ui_context *ui, void *user)
{
    app_frames *frames = user;

    if (speaker_hear(&frames->speaker, ui, frames->screens, frames->app)) {
        frames->is_stale = true;
    }
}

static void hush(void *user)
{
    app_frames *frames = user;

    speaker_hush(&frames->speaker);
}

static void fall_silent(void *user)
{
    app_frames *frames = user;

    voice_close(frames->speaker.voice);
    frames->speaker.voice = NULL;
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
    if (rp_app_has_preparations(frames->app)) {
        *at_ms = frames->last_ms + 1;
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
    const app_frames *frames = user;

    return rp_place_name(frames->declared);
}

/* ----------------------------------------------------------- from outside */

/* What came of it, the screens tell: a refusal is the view's notice. */
static void carry_out(app_frames *frames, const rp_intent *wish)
{
    if (wish->kind != RP_INTENT_NONE) {
        (void)rp_app_act(frames->app, wish, NULL);
        frames->is_stale = true;
    }
}

static void on_drop(void *user, const char *path, int count)
{
    carry_out(user, &(rp_intent){.kind = RP_INTENT_OPEN,
                                 .text = path,
                                 .number = (uint64_t)count});
}

static bool on_call(void *user)
{
    app_frames *frames = user;
    rp_intent wish = {.kind = RP_INTENT_NONE};

    if (!rp_launch_next(frames->launch, &wish)) {
        return false;
    }
    carry_out(frames, &wish);
    return true;
}

/* A place that cannot be kept is no loss worth a word. */
static void on_place(void *user, const window_place *place)
{
    const app_frames *frames = user;
    rp_window_place keep = {.x = place->x,
                            .y = place->y,
                            .width = place->width,
                            .height = place->height,
                            .is_maximised = place->is_maximised};

    (void)rp_app_keep_window_place(frames->app, &keep, NULL);
}

static window_place kept_place(rp_app *app)
{
    rp_window_place kept = rp_app_window_place(app);

    return (window_place){.x = kept.x,
                          .y = kept.y,
                          .width = kept.width,
                          .height = kept.height,
                          .is_somewhere = kept.width > 0,
                          .is_maximised = kept.is_maximised};
}

window_client app_frames_client(app_frames *frames)
{
    return (window_client){.user = frames,
                           .frame = declare_frame,
                           .after = hear_frame,
                           .hush = hush,
                           .ends = fall_silent,
                           .has_quit = has_quit,
                           .wants_wake_at = wants_wake_at,
                           .translate = translate,
                           .on_drop = on_drop,
                           .on_call = on_call,
                           .on_place = on_place,
                           .place = place};
}

rp_status app_window_run(rp_app *app, rp_launch *launch, const char *asset_dir,
                         rp_error *err)
{
    app_frames frames;
    rp_status status = app_frames_init(&frames, app, rp_alloc_default(), err);

    if (status != RP_OK) {
        return status;
    }
    voice_options voices = {.backends = {&voice_recorded, &voice_speechd},
                            .alloc = rp_alloc_default(),
                            .changed = rp_window_wake};
    frames.launch = launch;
    frames.speaker.voice = voice_open(&voices); /* NULL: it stays silent */
    window_client client = app_frames_client(&frames);
    window_options options = {
        .asset_dir = asset_dir,
        .place = kept_place(app),
        .calls_fd = launch != NULL ? rp_launch_fd(launch) : 0,
        .settings = screens_ui_settings(rp_app_settings(app)),
    };
    status = rp_window_run(&options, &client, err);
    app_frames_clear(&frames);
    return status;
}
