/*
 * The way to the window.
 */
#ifndef CLI_OPEN_WINDOW_H
#define CLI_OPEN_WINDOW_H

#include "rapport/app.h"

/*
 * Opens the window on an open app and returns when it was closed.
 *
 * Errors: RP_E_IO (no display, a font or an asset is missing), RP_E_MEMORY.
 */
RP_MUST_USE rp_status open_window(rp_app *app, rp_error *err);

#endif
