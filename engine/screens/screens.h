/*
 * Screens: one file a screen. A screen reads the view, declares its tree and
 * may fill one intent; it calls no engine and keeps only what the eye needs
 * (which tab, what is typed, which turn is looked at).
 */
#ifndef SCREENS_SCREENS_H
#define SCREENS_SCREENS_H

#include "rapport/app.h"
#include "ui/ui.h"

typedef struct screens screens;

/* All screens of one window; owned, ended by screens_free. NULL: no memory. */
RP_MUST_USE screens *screens_new(rp_alloc alloc);
void screens_free(screens *all); /* NULL does nothing */

/*
 * Declares the frame of the place the app is at, between ui_begin_frame and
 * ui_end_frame, and fills `intent` with what the person wants (RP_INTENT_NONE
 * mostly). `intent->text` lives until the next frame.
 */
void screens_frame(screens *all, ui_context *ui, rp_app *app,
                   rp_intent *intent);

/* The toolkit's settings out of the person's. */
ui_settings screens_ui_settings(const rp_settings *settings);

/* Opens a dialog from outside (pictures, tests): "settings", "shortcuts". */
void screens_open(screens *all, const char *dialog);

#endif
