/*
 * The way to the window.
 */
#ifndef CLI_OPEN_WINDOW_H
#define CLI_OPEN_WINDOW_H

#include "rapport/launch.h"

/*
 * The folder of icons, portraits and shadows: named by RAPPORT_ASSETS, else
 * beside the program. `found` is filled.
 *
 * Errors: RP_E_IO (there is none).
 */
RP_MUST_USE rp_status find_pictures(char *found, size_t size, rp_error *err);

/*
 * Opens the window on an open app and returns when it was closed. Other
 * starts on the same data come to `launch`.
 *
 * Errors: RP_E_IO (no display, a font or an asset is missing), RP_E_MEMORY.
 */
RP_MUST_USE rp_status open_window(rp_app *app, rp_launch *launch,
                                  rp_error *err);

/* The app's `wake`: the window shows what is new. `user` is not read. */
void wake_window(void *user);

#endif
