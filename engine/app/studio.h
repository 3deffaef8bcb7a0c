/*
 * The studio, inside: three parties, one mailbox.
 *
 *   app        rows, what was found of each, selection, preview
 *   worker     a thread that loads, proves and draws, one thing at a time
 *   watcher    a thread that tells the worker when a folder changed
 *
 * What the worker makes it hands over whole, and never looks at again; only
 * an edition, which is frozen, is held by both. What the worker allocates is
 * refused once it is to stop, so that long work ends soon.
 */
#ifndef RAPPORT_APP_STUDIO_H
#define RAPPORT_APP_STUDIO_H

#include <stdatomic.h>

#include "app_internal.h"
#include "rapport/author.h"

enum {
    STUDIO_PATH_MAX = 1024,
    STUDIO_ID_MAX = 72,
    STUDIO_LANGUAGE_MAX = 16,
    STUDIO_TRIES_MAX = 64
};

/* --------------------------------------------------------------- editions */

/* A scenario file as it was at one time; frozen, and held by several. */
typedef struct studio_edition {
    atomic_uint holders;
    rp_alloc alloc;
    rp_loaded loaded;
    uint64_t stamp;    /* of the file and all it is made of */
    uint64_t saved_ms; /* since 1970 */
    rp_status status;  /* RP_OK, or why the machine could not load it */
    rp_error error;
} studio_edition;

studio_edition *edition_hold(studio_edition *edition);
void edition_drop(studio_edition *edition); /* NULL does nothing */

/* ------------------------------------------------------------------ parts */

typedef enum studio_kind {
    STUDIO_FILES,   /* which scenarios there are */
    STUDIO_EDITION, /* one of them, loaded */
    STUDIO_PROOF,
    STUDIO_DRAWING,
    STUDIO_MOMENTS,
    STUDIO_COSTS,
    STUDIO_KINDS
} studio_kind;

/* What a reply costs in the state that was asked about. */
typedef struct studio_cost {
    uint16_t choice;
    int64_t cost_bp;
    bool closes_door;
} studio_cost;

/* One thing the worker made. */
typedef struct studio_part {
    struct studio_part *next;
    studio_kind kind;
    rp_alloc alloc;
    rp_arena arena;     /* owns what follows */
    const char *path;   /* of the scenario */
    studio_edition *of; /* held; NULL for files */
    rp_status status;   /* RP_OK, or why it cannot be made */
    rp_error error;
    rp_scenario_files files;
    rp_report report;
    rp_graph graph;
    rp_graph_layout layout; /* where status is RP_OK */
    bool has_graph;
    rp_moments moments;
    uint32_t serial; /* of the question */
    uint32_t cost_count;
    studio_cost costs[RP_OFFERS_MAX];
} studio_part;

void part_drop(studio_part *part); /* NULL does nothing */

/* ------------------------------------------------------------------- work */

/* With what the worker works. */
typedef struct studio_means {
    const rp_app_options *options; /* its texts, which nobody changes */
    rp_alloc alloc;
    rp_budget budget;
} studio_means;

/* A scenario file to look at. */
typedef struct studio_file {
    const char *path;
    uint64_t stamp;
} studio_file;

/* Where a preview stands, and which of its walks tells what it costs. */
typedef struct studio_question {
    uint32_t serial; /* 0: none */
    studio_edition *of;
    uint16_t set;
    rp_state state;
    int32_t points[RP_SCORES];
} studio_question;

/* The walk regrets are read from, kept for the next question. */
typedef struct studio_walk {
    rp_walk *walk;
    studio_edition *of; /* held */
    uint16_t set;
} studio_walk;

/*
 * Each makes one part, owned by the caller. What is wrong with the scenario
 * or with the machine is told in it; a failure is refused memory, or that it
 * was cancelled.
 */
studio_part *make_files(const studio_means *with);
studio_part *make_edition(const studio_means *with, const studio_file *file);
studio_part *make_proof(const studio_means *with, const char *path,
                        studio_edition *of);
studio_part *make_drawing(const studio_means *with, const char *path,
                          studio_edition *of, const char *language);
studio_part *make_moments(const studio_means *with, const char *path,
                          studio_edition *of);
studio_part *make_costs(const studio_means *with, studio_walk *kept,
                        const studio_question *question);
void studio_walk_clear(studio_walk *kept);

/* A number that differs once the file, or what it is made of, was saved. */
uint64_t studio_stamp(const char *path);

/* ----------------------------------------------------------------- worker */

typedef struct studio_worker studio_worker;

/* What the worker shall see to. Plain: it is copied. */
typedef struct studio_order {
    bool is_open;               /* else it rests */
    char path[STUDIO_PATH_MAX]; /* comes first; "": none */
    char language[STUDIO_LANGUAGE_MAX];
} studio_order;

typedef enum studio_doing {
    STUDIO_IDLE,
    STUDIO_LISTING,
    STUDIO_LOADING,
    STUDIO_PROVING,
    STUDIO_DRAWS,
    STUDIO_FINDING,
    STUDIO_RECKONING
} studio_doing;

/* What the worker is at. */
typedef struct studio_progress {
    studio_doing doing;
    uint8_t percent;
    bool was_refused; /* memory, for something since the last time */
    char path[STUDIO_PATH_MAX];
} studio_progress;

/*
 * Starts the thread. `options` is borrowed for its life.
 *
 * Errors: RP_E_MEMORY, RP_E_IO (no thread).
 */
RP_MUST_USE rp_status worker_open(const rp_app_options *options, rp_alloc alloc,
                                  studio_worker **worker, rp_error *err);

/* Waits for the thread; parts that were taken must be dropped before. */
void worker_stop(studio_worker *worker);
void worker_free(studio_worker *worker); /* once stopped; NULL does nothing */

void worker_order(studio_worker *worker, const studio_order *order);

/* The folders changed; `is_sure` false: perhaps. From any thread. */
void worker_look(studio_worker *worker, bool is_sure);

/* Loads a scenario anew although nothing changed. */
void worker_recheck(studio_worker *worker, const char *path);

/* Only the last question is answered. */
void worker_ask(studio_worker *worker, const studio_question *question);

/* What is being done now, right after something was ordered. */
void worker_see(studio_worker *worker, studio_progress *progress);

/* True, and cheap, where worker_take has something new. */
bool worker_has_news(const studio_worker *worker);

/* All that was made since, oldest first, and what is being done now. */
studio_part *worker_take(studio_worker *worker, studio_progress *progress);

/* ---------------------------------------------------------------- watcher */

typedef struct studio_watcher studio_watcher;

typedef struct studio_watch {
    const char *folder; /* of packs; borrowed */
    void (*changed)(void *user, bool is_sure);
    void *user;
} studio_watch;

/* Errors: RP_E_MEMORY, RP_E_IO (no thread). */
RP_MUST_USE rp_status watcher_open(const studio_watch *watch, rp_alloc alloc,
                                   studio_watcher **watcher, rp_error *err);
void watcher_close(studio_watcher *watcher); /* NULL does nothing */

/* ---------------------------------------------------------------- the app */

/* A scenario of the list with the newest of each part. */
typedef struct studio_row {
    const char *id; /* owned by the list of files, as are the others */
    const char *path;
    const char *file;
    studio_part *parts[STUDIO_KINDS]; /* EDITION to MOMENTS; NULL: not yet */
} studio_row;

/* A turn being looked at, by names that outlive an edition. */
typedef struct studio_preview {
    char node[STUDIO_ID_MAX]; /* "": none */
    rp_moment moment;
    uint32_t try_count;
    char tries[STUDIO_TRIES_MAX][STUDIO_ID_MAX]; /* replies tried out */

    studio_part *moments; /* of its row, by which it stands; NULL: nowhere */
    bool is_there;
    rp_session session;
    rp_taken last; /* the last move, or the beginning */
    uint32_t move_count;
    uint32_t serial;    /* of the question it waits for */
    studio_part *costs; /* NULL: not known yet */
} studio_preview;

struct studio {
    studio_worker *worker;
    studio_watcher *watcher;
    const char *folder;
    studio_part *files; /* owns the rows' names; NULL: not listed yet */
    uint32_t row_count;
    studio_row *rows; /* owned */
    char selected[STUDIO_PATH_MAX];
    char wanted[STUDIO_ID_MAX]; /* selected before there was a list */
    uint32_t selected_idx;      /* where it stood */
    studio_preview preview;
    studio_progress progress;
    studio_part *retired; /* still pointed at by the view that is shown */
    bool is_unshown;      /* something was taken over since that view */
};

typedef struct studio studio;

/* Before the place is entered. Does nothing where it is open. */
RP_MUST_USE rp_status studio_open(rp_app *app, rp_error *err);
void studio_close(rp_app *app);

/* After every intent: rests while nobody is there, and goes on. */
void studio_follow(rp_app *app);

/* After a view was built: frees what only the one before pointed at. */
void studio_settle(rp_app *app);

/*
 * Takes over what was made; true where the view is to be built anew, now or
 * since it could not be.
 */
bool studio_tick(rp_app *app);

/* Selects by id; false where there is none of that name. */
bool studio_select(rp_app *app, const char *id);

/* The selected row; NULL: there is none. */
studio_row *studio_row_now(const studio *of);

/* The model to show, of the newest edition that has one; NULL: none. */
const rp_model *studio_model(const studio_row *row);

/* The newest edition, and what is proven of it; NULL: nothing yet. */
const studio_edition *studio_edition_of(const studio_row *row);
const rp_report *studio_report_of(const studio_row *row);

/* Finds the state of the preview anew. */
void preview_place(rp_app *app);
void preview_choose(rp_app *app, const char *node, rp_moment moment);
RP_MUST_USE rp_status preview_try(rp_app *app, uint32_t choice, rp_error *err);
void preview_take_costs(rp_app *app, studio_part *costs);
void preview_forget(studio *of);

/* The run it stands at the end of, where it is there. */
const rp_moment_run *preview_run(const studio_preview *at);

void view_preview(sketch *view, const studio_row *row, rp_studio_view *out);
void view_problems(sketch *view, const studio_row *row, rp_studio_view *out);

/* ----------------------------------------------------------------- editor */

/* What opens a file at a line: the setting, $VISUAL, $EDITOR, xdg-open. */
typedef struct editor_wish {
    const char *setting; /* "" or a template: "code -g {file}:{line}" */
    const char *visual;  /* NULL: not set */
    const char *editor;
    const char *path;
    uint32_t line; /* 0: the first */
} editor_wish;

enum {
    EDITOR_ARGUMENTS_MAX = 16
};

typedef struct editor_command {
    uint32_t count;
    char *arguments[EDITOR_ARGUMENTS_MAX + 1]; /* NULL at the end */
} editor_command;

/*
 * The program and its arguments, owned by `arena`.
 *
 * Errors: RP_E_INVALID (a template that names no file), RP_E_MEMORY.
 */
RP_MUST_USE rp_status editor_choose(const editor_wish *wish, rp_arena *arena,
                                    editor_command *command, rp_error *err);

/* Starts it on its own, without waiting. Errors: RP_E_IO. */
RP_MUST_USE rp_status editor_start(const editor_command *command,
                                   rp_error *err);

#endif
