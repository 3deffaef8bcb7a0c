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

/*
 * Speech, in both directions. Before a frame the window tells what it knows of
 * it; after the frame it asks what the customer said.
 */
typedef struct screens_voice {
    const char *spoken; /* what was said last, for those who read it; NULL */
    const char *status; /* one sentence for the settings; NULL: none */
    bool is_talking;    /* the customer's voice is to be heard */
} screens_voice;

/* Strings are borrowed until the next frame. */
void screens_hear(screens *all, const screens_voice *voice);

enum {
    SCREENS_LINES_MAX = 8
};

typedef struct screens_line {
    const char *text;      /* without gestures and sounds */
    const char *recording; /* a file of the pack; NULL: none */
} screens_line;

/* What the customer says now: new in the last frame, or asked for again. */
typedef struct screens_lines {
    int count; /* 0: nothing new */
    screens_line items[SCREENS_LINES_MAX];
    const char *person; /* "man", "woman"; "": not said */
    rp_mood_word mood;
} screens_lines;

/* Borrowed until the next frame. */
const screens_lines *screens_said(const screens *all);

/* The toolkit's settings out of the person's. */
ui_settings screens_ui_settings(const rp_settings *settings);

/* Shows this view instead of the app's (pictures, tests), borrowed until it is
 * taken back with NULL. */
void screens_show(screens *all, const rp_view *view);

/* Opens a dialog from outside (pictures, tests): "settings", "shortcuts". */
void screens_open(screens *all, const char *dialog);

#endif
