/*
 * The studio's worker, inside: what it shares with the app, and what its
 * thread keeps to itself.
 */
#ifndef RAPPORT_APP_STUDIO_WORKER_H
#define RAPPORT_APP_STUDIO_WORKER_H

#include <pthread.h>

#include "studio.h"

/* A scenario as the worker knows it: what it has of it, and what it tried. */
typedef struct work_row {
    const char *path; /* owned by the list of files */
    uint64_t stamp;   /* 0: to be loaded anew */
    studio_edition *edition;
    uint32_t has; /* bit a kind: made, or cannot be made */
    char language[STUDIO_LANGUAGE_MAX]; /* of the drawing */
} work_row;

/* What is to be done; `row` NULL: it is of no scenario. */
typedef struct job {
    studio_kind kind;
    work_row *row;
} job;

struct studio_worker {
    rp_alloc alloc; /* the caller's */
    const rp_app_options *options;
    pthread_t thread;
    bool has_thread;
    atomic_bool leaves_off;
    atomic_bool has_news;

    pthread_mutex_t lock; /* of what follows */
    pthread_cond_t call;
    bool quits;
    bool looks; /* at the folders */
    studio_order order;
    char rechecks[STUDIO_PATH_MAX];
    studio_question question;
    studio_part *first; /* made, not yet taken */
    studio_part *last;
    studio_progress progress;

    studio_means means; /* from here on the thread's own */
    studio_order mine;
    studio_question asked;
    char anew[STUDIO_PATH_MAX];
    rp_arena names;
    uint32_t row_count;
    work_row *rows; /* owned */
    studio_walk kept;
    uint32_t calls; /* of progress, in this job */
    int64_t next_shown_ms;
};

/* What matters most now, under the lock; false where there is nothing to do. */
bool choose_job(studio_worker *w, job *next);

/*
 * Puts the files that are there now in the place of those that were; what is
 * known of a file that did not change is kept. False when memory is refused.
 */
RP_MUST_USE bool renew_rows(studio_worker *w, const studio_part *made);
void clear_rows(studio_worker *w);

#endif
