/*
 * Launch: how a window comes up; part of app. What a start asks for, one
 * window for each data folder, and where the window stood last.
 *
 * The first window on a data folder holds a lock in it (window.lock) and
 * listens on a socket beside it (window.sock). A later start finds the lock
 * taken, hands over its wish, and ends; the first window comes to the front.
 * The kernel drops the lock of a process that dies, so that a window that was
 * killed leaves nothing in the way. Only windows take part: verbs work beside
 * one.
 */
#ifndef RAPPORT_LAUNCH_H
#define RAPPORT_LAUNCH_H

#include "rapport/app.h"

/* ----------------------------------------------------------------- wishes */

/* "home", "library", ...: a word that is never translated. */
const char *rp_place_name(rp_place place);

/* The place of the shell with this name; false: there is none. */
bool rp_place_named(const char *name, rp_place *place);

/*
 * What opening `name` means: a scenario's id, a Lua file, a document, a pack's
 * id or folder (its pack.lua is as good).
 *
 * `wish`  filled on success: RP_INTENT_OPEN with a full path, owned by `arena`
 *
 * Errors: RP_E_INVALID (nothing of that name, or no scenario), RP_E_IO,
 * RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_app_wish(const rp_app_options *options,
                                  const char *name, rp_arena *arena,
                                  rp_intent *wish, rp_error *err);

/* ------------------------------------------------------------- one window */

typedef struct rp_launch rp_launch;

/*
 * Takes the data folder for this window, or hands `wish` (NONE: come to the
 * front, GO, or OPEN with a full path) to the window that has it.
 *
 * `launch`  filled on success: owned, end it with rp_launch_close; NULL where
 *           the wish was handed over and there is nothing left to do
 *
 * Where the folder cannot be locked at all (a disk that is read only, a file
 * system without locks) the window simply comes up.
 *
 * Errors: RP_E_STATE (another window has the folder and does not answer, or
 * it is another person's), RP_E_INVALID (something else lies in the way),
 * RP_E_IO, RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_launch_open(const rp_app_options *options,
                                     const rp_intent *wish, rp_alloc alloc,
                                     rp_launch **launch, rp_error *err);
void rp_launch_close(rp_launch *launch); /* NULL does nothing */

/* Can be read when somebody calls; 0 where nobody can. */
int rp_launch_fd(const rp_launch *launch);

/*
 * The wish of the next caller; false: nobody called, or it was no wish of
 * ours. Its text is borrowed until the next call.
 */
bool rp_launch_next(rp_launch *launch, rp_intent *wish);

/* -------------------------------------------------- where the window stood */

/* In the display's pixels; the size when it is not maximised. */
typedef struct rp_window_place {
    int x;
    int y;
    int width; /* 0: nobody knows */
    int height;
    bool is_maximised;
} rp_window_place;

/*
 * Kept for the machine, not for a person. What is stored and makes no sense
 * counts as unknown.
 */
rp_window_place rp_app_window_place(rp_app *app);

/* Errors: RP_E_IO, RP_E_STATE (the database cannot be written). */
rp_status rp_app_keep_window_place(rp_app *app, const rp_window_place *place,
                                   rp_error *err);

#endif
