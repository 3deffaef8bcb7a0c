/*
 * A journey through the program without a window: a real app in memory, the
 * real scenario, the real text measurer, and a tree a frame. On a stage it is
 * painted as well.
 */
#ifndef TESTS_SCREENS_JOURNEY_H
#define TESTS_SCREENS_JOURNEY_H

#include "ui/ui_tree.h"
#include "window/app_window.h"

typedef struct journey_run {
    rp_app *app;
    window_fonts *fonts; /* NULL on a stage, which has its own */
    window_stage *stage; /* NULL: only trees */
    ui_context *ui;
    app_frames frames;
    window_client client;
    ui_surface surface;
    const char *scenario; /* that was opened last, id or file; NULL: none */
    char file[512];       /* where it is a file */
} journey_run;

typedef struct journey_look {
    const char *language;
    const char *text_percent; /* "100" */
    const char *theme;        /* "light" */
    int width;
    int height;
} journey_look;

/* The calls of journeys begun from now on look as the second of an exam's
 * three, or as practice again. */
void journey_as_exam(bool is_exam);

/* Ends the test when anything of it fails. */
void journey_begin(journey_run *journey, const journey_look *look);
/* From the next journey on: wider spacing, and what is spoken in a line. */
void journey_spaced(bool is_spaced);
void journey_begin_painted(journey_run *journey, const journey_look *look);
void journey_end(journey_run *journey);

/* Runs frames until nothing is due at once. */
void journey_rest(journey_run *journey);

/* Lets the person wait. */
void journey_wait(journey_run *journey, uint32_t ms);

/* Carries out an intent, which must succeed, and rests. */
void journey_act(journey_run *journey, rp_intent intent);

/* From the library: opens the scenario, or a file below tests/fixtures, then
 * picks up. */
void journey_open(journey_run *journey);
void journey_open_scenario(journey_run *journey, const char *id);
void journey_open_file(journey_run *journey, const char *fixture);
void journey_pick_up(journey_run *journey);

/*
 * Plays on along the best run until `place` is reached. The seed is fixed, so
 * the run is always the same.
 */
void journey_play_to(journey_run *journey, rp_place place);

/* Plays the first `count` moves of the best run. */
void journey_play(journey_run *journey, uint32_t count);

/* What was given to the clipboard last by any journey without a stage. */
const char *journey_clipboard(void);

/* One key, and the frames it causes. */
void journey_key(journey_run *journey, ui_key key);

/* A picture of the last frame of a painted journey. */
void journey_shot(journey_run *journey, const char *path);

#endif
