/*
 * Window: the only room that knows SDL. It turns events into ui events, fonts
 * into a text service and the drawing list into pixels; what the frames
 * declare it learns only through a client.
 *
 * The loop sleeps in SDL_WaitEvent until an event comes or the next declared
 * moment is due, and paints only when the drawing list changed.
 */
#ifndef WINDOW_WINDOW_H
#define WINDOW_WINDOW_H

#include "ui/ui.h"

/* Where a window stands, in window pixels: its size when not maximised. */
typedef struct window_place {
    int x; /* of its frame's corner; where is_somewhere */
    int y;
    int width; /* 0: nobody knows */
    int height;
    bool is_somewhere; /* else in the middle */
    bool is_maximised;
} window_place;

/* Who declares the frames. Only `frame` is needed. */
typedef struct window_client {
    void *user;
    /* Declares one frame between ui_begin_frame and ui_end_frame. */
    void (*frame)(ui_context *ui, void *user, uint32_t now_ms);
    /* After each frame was closed: what is new in it may be spoken. */
    void (*after)(const ui_context *ui, void *user);
    /* Ctrl alone or Esc: whatever speaks falls silent. */
    void (*hush)(void *user);
    /* The window goes; what else uses SDL has to go before it. */
    void (*ends)(void *user);
    /* True when the program wants to end; asked after every frame. */
    bool (*has_quit)(void *user);
    /* False when nothing is due; else fills when a frame is wanted. */
    bool (*wants_wake_at)(void *user, uint32_t *at_ms);
    /* The window is asked to close: true lets it. NULL lets it. */
    bool (*on_close)(void *user);
    /* The person's words for `message`, as in ui_host. */
    const char *(*translate)(void *user, const char *message);
    /* Files were dropped on the window: the first one's path, and how many. */
    void (*on_drop)(void *user, const char *path, int count);
    /* `calls_fd` can be read. True brings the window to the front. */
    bool (*on_call)(void *user);
    /* Where the window stood when it closed. */
    void (*on_place)(void *user, const window_place *place);
    /* What the last frame showed, in one word that is never translated. */
    const char *(*place)(void *user);
} window_client;

typedef struct window_options {
    const char *title;     /* NULL: "Rapport" */
    const char *asset_dir; /* holds icons, portraits, shadows */
    int width;             /* 0: 1280 */
    int height;            /* 0: 800 */
    int scale_percent;     /* 0: RAPPORT_SCALE, else what the display says */
    bool is_full_screen;
    window_place place;   /* kept from the last time; its width 0: none */
    int calls_fd;         /* watched while the window is open; 0: none */
    ui_settings settings; /* of the first frame */
} window_options;

/*
 * Opens the window and runs it until the client has quit or the window was
 * closed. Everything is borrowed until it returns.
 *
 * For tests and assistive tools: where the environment names a file in
 * RAPPORT_TREE, the tree of each frame whose drawing changed replaces that
 * file in one step, as JSON lines. The first line holds `place` (the client's
 * word) and `frame` (frames declared so far). Every other line is a node in
 * reading order: `role`, `id` and `label` (null where it has none), `x y w h`
 * (its visible part in window pixels, w or h 0 when nothing of it shows), and
 * where true `focused`, `selected`, `disabled`.
 *
 * Errors: RP_E_IO (no display, a font or an asset is missing: the message
 * names the Debian package), RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_window_run(const window_options *options,
                                    const window_client *client, rp_error *err);

/* Asks the running window for a frame; from any thread. */
void rp_window_wake(void);

/*
 * One picture of the client without a window: runs frames until the drawing
 * rests (at most eight, one millisecond apart), paints it off-screen and
 * writes a PNG.
 *
 * Errors: RP_E_IO, RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_window_shot(const window_options *options,
                                     const window_client *client,
                                     const char *path, rp_error *err);

/*
 * Several pictures by one off-screen window, for callers that walk through
 * screens: open, then for each step post events and shoot.
 */
typedef struct window_stage window_stage;

RP_MUST_USE rp_status rp_window_stage_open(window_stage **opened,
                                           const window_options *options,
                                           const window_client *client,
                                           rp_error *err);
void rp_window_stage_close(window_stage *stage); /* NULL does nothing */

/* The stage's ui, to post events to; borrowed while the stage is open. */
ui_context *rp_window_stage_ui(window_stage *stage);

/* Moves the stage's clock and runs frames until the drawing rests. */
void rp_window_stage_advance(window_stage *stage, uint32_t by_ms);

RP_MUST_USE rp_status rp_window_stage_shot(window_stage *stage,
                                           const char *path, rp_error *err);

/*
 * The real text service without a window, for tests of trees. `opened` is
 * owned, ended by rp_text_service_close; the service is borrowed from it.
 *
 * Errors: RP_E_IO (a font is missing), RP_E_MEMORY.
 */
typedef struct window_fonts window_fonts;
RP_MUST_USE rp_status rp_text_service_open(window_fonts **opened,
                                           rp_error *err);
const ui_text_service *rp_text_service(window_fonts *fonts);
void rp_text_service_close(window_fonts *fonts); /* NULL does nothing */

#endif
