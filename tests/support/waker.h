/*
 * A bell for tests of what happens in another thread: `waker_ring` is an app's
 * `wake`, and `waker_until` lets ticks pass, each after a ring, until
 * something holds. Nothing sleeps, and nothing waits longer than 20 seconds.
 */
#ifndef RAPPORT_TESTS_WAKER_H
#define RAPPORT_TESTS_WAKER_H

#include <errno.h>
#include <time.h>

#include <pthread.h>

#include "rapport/app.h"

enum {
    WAKER_SECONDS_MAX = 20
};

typedef struct waker {
    pthread_mutex_t lock;
    pthread_cond_t bell;
    bool has_rung;
    uint32_t count; /* of all rings */
} waker;

#define WAKER_INIT                                                          \
    {                                                                       \
        .lock = PTHREAD_MUTEX_INITIALIZER, .bell = PTHREAD_COND_INITIALIZER \
    }

static inline void waker_ring(void *user)
{
    waker *w = user;

    (void)pthread_mutex_lock(&w->lock);
    w->has_rung = true;
    w->count++;
    (void)pthread_cond_signal(&w->bell);
    (void)pthread_mutex_unlock(&w->lock);
}

/* False where nobody rang in time. */
static inline bool waker_wait(waker *w, const struct timespec *end)
{
    int failed = 0;

    (void)pthread_mutex_lock(&w->lock);
    while (!w->has_rung && failed != ETIMEDOUT) {
        failed = pthread_cond_timedwait(&w->bell, &w->lock, end);
    }
    bool has_rung = w->has_rung;
    w->has_rung = false;
    (void)pthread_mutex_unlock(&w->lock);
    return has_rung;
}

typedef bool (*waker_question)(const rp_view *view, const void *about);

/* False where it did not come true in time. */
static inline bool waker_until(waker *w, rp_app *app, waker_question is_true,
                               const void *about)
{
    struct timespec end = {0};
    bool goes_on = true;

    (void)clock_gettime(CLOCK_REALTIME, &end);
    end.tv_sec += WAKER_SECONDS_MAX;
    (void)rp_app_tick(app, 0);
    while (goes_on && !is_true(rp_app_view(app), about)) {
        goes_on = waker_wait(w, &end);
        (void)rp_app_tick(app, 0);
    }
    return is_true(rp_app_view(app), about);
}

/* All scenarios of the studio are checked, and the selected one is drawn. */
static inline bool waker_studio_is_done(const rp_view *view, const void *about)
{
    (void)about;
    return view->studio.row_count > 0 && !view->studio.is_busy;
}

#endif
