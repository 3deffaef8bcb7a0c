/*
 * The app in a window: the one place where screens, app and window meet. Each
 * frame lets the time pass, declares the screen of the place the app is at,
 * and hands over what the person wants.
 */
#ifndef WINDOW_APP_WINDOW_H
#define WINDOW_APP_WINDOW_H

#include "rapport/launch.h"
#include "screens/screens.h"
#include "window/speaker.h"
#include "window/window.h"

/* The frames of one app; owned by the caller's storage, ended by clear. */
typedef struct app_frames {
    rp_app *app;       /* borrowed */
    rp_launch *launch; /* borrowed; NULL: nobody calls */
    screens *screens;  /* owned */
    speaker speaker;
    rp_alloc alloc;
    rp_place declared; /* the place of the last frame */
    uint32_t last_ms;
    bool has_last;
    bool is_stale; /* something changed after the last frame was declared */
    bool has_quit;
} app_frames;

/* Errors: RP_E_MEMORY. */
RP_MUST_USE rp_status app_frames_init(app_frames *frames, rp_app *app,
                                      rp_alloc alloc, rp_error *err);
void app_frames_clear(app_frames *frames);

/* What rp_window_run, a picture or a test shows; borrows `frames`. */
window_client app_frames_client(app_frames *frames);

/*
 * Opens the window on an open app and returns when it was closed. An
 * unfinished call stays as it is and is offered at the next start. Other
 * starts on the same data come to `launch` (NULL: none can).
 *
 * Errors: those of rp_window_run.
 */
RP_MUST_USE rp_status app_window_run(rp_app *app, rp_launch *launch,
                                     const char *asset_dir, rp_error *err);

#endif
