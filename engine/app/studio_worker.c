/*
 * The studio's worker: a thread that always does what matters most now, one
 * part at a time, and leaves off when something matters more.
 *
 * What it shares with the app lies behind one lock, but for two flags: that
 * it is to leave off, which long work asks for often, and that there is
 * something new, which every tick asks for.
 */
#include "studio_worker.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include <sys/resource.h>
#include <unistd.h>

enum {
    NICENESS = 10,
    SHOWN_AFTER_MS = 150, /* what is done by then is not told of */
    SHOWN_EVERY_MS = 100,
    PERCENT_FULL = 100,
    HALF_WAY_CALLS = 24 /* of progress; nobody knows how many there will be */
};

static const uint64_t bytes_most = (uint64_t)1 << 30;

static int64_t now_ms(void)
{
    struct timespec now = {0};

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void tell(studio_worker *w)
{
    if (!atomic_exchange(&w->has_news, true) && w->options->wake != NULL) {
        w->options->wake(w->options->user);
    }
}

/* Refuses what is asked for once the work is to end. */
static void *resize(void *user, void *block, size_t size_bytes)
{
    studio_worker *w = user;

    if (size_bytes > 0 && atomic_load(&w->leaves_off)) {
        return NULL;
    }
    return w->alloc.resize(w->alloc.user, block, size_bytes);
}

/* --------------------------------------------------------------- progress */

static void show_progress(studio_worker *w, studio_doing doing,
                          const char *path, uint32_t percent)
{
    (void)pthread_mutex_lock(&w->lock);
    w->progress.doing = doing;
    w->progress.percent = (uint8_t)percent;
    (void)snprintf(w->progress.path, sizeof w->progress.path, "%s", path);
    (void)pthread_mutex_unlock(&w->lock);
}

static bool keep_on(void *user, uint64_t states)
{
    studio_worker *w = user;
    int64_t now = now_ms();

    (void)states;
    w->calls++;
    if (now >= w->next_shown_ms) {
        w->next_shown_ms = now + SHOWN_EVERY_MS;
        (void)pthread_mutex_lock(&w->lock);
        w->progress.percent =
            (uint8_t)(PERCENT_FULL * w->calls / (w->calls + HALF_WAY_CALLS));
        (void)pthread_mutex_unlock(&w->lock);
        tell(w);
    }
    return atomic_load(&w->leaves_off);
}

static void begin_job(studio_worker *w, const job *next)
{
    static const studio_doing doings[STUDIO_KINDS] = {
        [STUDIO_FILES] = STUDIO_LISTING,   [STUDIO_EDITION] = STUDIO_LOADING,
        [STUDIO_PROOF] = STUDIO_PROVING,   [STUDIO_DRAWING] = STUDIO_DRAWS,
        [STUDIO_MOMENTS] = STUDIO_FINDING, [STUDIO_COSTS] = STUDIO_RECKONING,
    };

    w->calls = 0;
    w->next_shown_ms = now_ms() + SHOWN_AFTER_MS;
    show_progress(w, doings[next->kind],
                  next->row != NULL ? next->row->path : w->mine.path, 0);
}

/* ------------------------------------------------------------------- work */

/* Takes what was ordered into the thread's own hands; under the lock. */
static void take_orders(studio_worker *w)
{
    atomic_store(&w->leaves_off, w->quits);
    w->mine = w->order;
    if (w->question.serial != 0) {
        edition_drop(w->asked.of);
        w->asked = w->question;
        w->question = (studio_question){.serial = 0};
    }
    (void)snprintf(w->anew, sizeof w->anew, "%s", w->rechecks);
    w->rechecks[0] = '\0';
}

/* Waits until there is something to do; false when it is over. */
static bool next_job(studio_worker *w, job *next)
{
    (void)pthread_mutex_lock(&w->lock);
    take_orders(w);
    while (!w->quits && !choose_job(w, next)) {
        bool was_busy = w->progress.doing != STUDIO_IDLE;
        w->progress.doing = STUDIO_IDLE;
        w->progress.path[0] = '\0';
        if (was_busy) { /* is told without the lock */
            (void)pthread_mutex_unlock(&w->lock);
            tell(w);
            (void)pthread_mutex_lock(&w->lock);
        } else {
            (void)pthread_cond_wait(&w->call, &w->lock);
        }
        take_orders(w);
    }
    bool goes_on = !w->quits;
    (void)pthread_mutex_unlock(&w->lock);
    return goes_on;
}

static void hand_over(studio_worker *w, studio_part *made)
{
    (void)pthread_mutex_lock(&w->lock);
    if (w->last != NULL) {
        w->last->next = made;
    } else {
        w->first = made;
    }
    w->last = made;
    (void)pthread_mutex_unlock(&w->lock);
    tell(w);
}

static studio_part *make(studio_worker *w, const job *of)
{
    const studio_means *with = &w->means;
    work_row *row = of->row;

    switch (of->kind) {
    case STUDIO_FILES: return make_files(with);
    case STUDIO_EDITION:
        return make_edition(with, &(studio_file){row->path, row->stamp});
    case STUDIO_PROOF: return make_proof(with, row->path, row->edition);
    case STUDIO_DRAWING:
        return make_drawing(with, row->path, row->edition, w->mine.language);
    case STUDIO_MOMENTS: return make_moments(with, row->path, row->edition);
    case STUDIO_COSTS: return make_costs(with, &w->kept, &w->asked);
    case STUDIO_KINDS: break;
    }
    return NULL;
}

/* What was made, or cannot be made, is not tried again until it changes. */
static void note_made(studio_worker *w, const job *of, const studio_part *made)
{
    work_row *row = of->row;

    if (of->kind == STUDIO_COSTS) {
        edition_drop(w->asked.of);
        w->asked = (studio_question){.serial = 0};
        return;
    }
    if (row == NULL) {
        return;
    }
    row->has |= 1U << of->kind;
    if (of->kind == STUDIO_EDITION && made != NULL) {
        edition_drop(row->edition);
        row->edition = edition_hold(made->of);
    }
    if (of->kind == STUDIO_DRAWING) {
        (void)snprintf(row->language, sizeof row->language, "%s",
                       w->mine.language);
    }
}

/* A row that is loaded anew has its stamp taken before the file is read. */
static void stamp_row(work_row *row)
{
    if (row != NULL && row->stamp == 0) {
        row->stamp = studio_stamp(row->path);
    }
}

/* Refused memory is told of once, and what was wanted is not there. */
static void note_refusal(studio_worker *w)
{
    (void)pthread_mutex_lock(&w->lock);
    w->progress.was_refused = true;
    (void)pthread_mutex_unlock(&w->lock);
    tell(w);
}

/*
 * Work that was left off is chosen again when its turn comes. Nothing that was
 * refused memory on the way is trusted.
 */
static void leave_off(studio_worker *w, const job *of, studio_part *made)
{
    part_drop(made);
    studio_walk_clear(&w->kept);
    if (of->kind == STUDIO_FILES) {
        worker_look(w, false);
    }
}

static void do_job(studio_worker *w, const job *of)
{
    begin_job(w, of);
    stamp_row(of->row);
    studio_part *made = make(w, of);

    if (atomic_load(&w->leaves_off)) {
        leave_off(w, of, made);
        return;
    }
    bool fits = made != NULL;
    if (fits && of->kind == STUDIO_FILES && made->status == RP_OK) {
        fits = renew_rows(w, made);
    }
    note_made(w, of, made);
    if (!fits) {
        note_refusal(w);
    }
    if (made != NULL) {
        hand_over(w, made);
    }
}

static void *work(void *user)
{
    studio_worker *w = user;
    job next;

    /* The window comes first: on Linux a thread has a niceness of its own. */
    (void)setpriority(PRIO_PROCESS, (id_t)gettid(), NICENESS);
    while (next_job(w, &next)) {
        do_job(w, &next);
    }
    studio_walk_clear(&w->kept);
    edition_drop(w->asked.of);
    clear_rows(w);
    return NULL;
}

/* ------------------------------------------------------------ from outside */

rp_status worker_open(const rp_app_options *options, rp_alloc alloc,
                      studio_worker **worker, rp_error *err)
{
    studio_worker *made = alloc.resize(alloc.user, NULL, sizeof *made);

    if (made == NULL) {
        return rp_fail(err, RP_E_MEMORY, "no memory for the studio");
    }
    memset(made, 0, sizeof *made);
    made->alloc = alloc;
    made->options = options;
    made->looks = true;
    atomic_init(&made->leaves_off, false);
    atomic_init(&made->has_news, false);
    rp_arena_init(&made->names, alloc);
    made->means = (studio_means){
        .options = options,
        .alloc = {.resize = resize, .user = made},
        .budget = {.bytes_max = bytes_most, .progress = keep_on, .user = made}};
    (void)pthread_mutex_init(&made->lock, NULL);
    (void)pthread_cond_init(&made->call, NULL);
    made->has_thread = pthread_create(&made->thread, NULL, work, made) == 0;
    if (!made->has_thread) {
        worker_free(made);
        return rp_fail(err, RP_E_IO, "The studio cannot be started.");
    }
    *worker = made;
    return RP_OK;
}

void worker_stop(studio_worker *worker)
{
    if (worker == NULL || !worker->has_thread) {
        return;
    }
    (void)pthread_mutex_lock(&worker->lock);
    worker->quits = true;
    atomic_store(&worker->leaves_off, true);
    (void)pthread_cond_signal(&worker->call);
    (void)pthread_mutex_unlock(&worker->lock);
    (void)pthread_join(worker->thread, NULL);
    worker->has_thread = false;
    edition_drop(worker->question.of);
    while (worker->first != NULL) {
        studio_part *next = worker->first->next;
        part_drop(worker->first);
        worker->first = next;
    }
}

void worker_free(studio_worker *worker)
{
    if (worker != NULL) {
        rp_alloc alloc = worker->alloc;
        (void)pthread_cond_destroy(&worker->call);
        (void)pthread_mutex_destroy(&worker->lock);
        rp_arena_clear(&worker->names);
        (void)alloc.resize(alloc.user, worker, 0);
    }
}

/*
 * Ends what is being done where it is not what matters now. From here on the
 * worker is at something, until it says that it is not.
 */
static void call_worker(studio_worker *w, bool leaves_off)
{
    if (leaves_off) {
        atomic_store(&w->leaves_off, true);
    }
    if (w->progress.doing == STUDIO_IDLE) {
        w->progress.doing = STUDIO_LISTING;
        w->progress.percent = 0;
    }
    (void)pthread_cond_signal(&w->call);
}

void worker_order(studio_worker *worker, const studio_order *order)
{
    (void)pthread_mutex_lock(&worker->lock);
    bool is_other = strcmp(worker->order.path, order->path) != 0 ||
                    strcmp(worker->order.language, order->language) != 0;
    bool is_new = is_other || worker->order.is_open != order->is_open;
    bool is_wanted =
        order->is_open && strcmp(worker->progress.path, order->path) == 0;

    worker->looks = worker->looks || (order->is_open && !worker->order.is_open);
    worker->order = *order;
    if (is_new) {
        call_worker(worker, !is_wanted);
    }
    (void)pthread_mutex_unlock(&worker->lock);
}

void worker_look(studio_worker *worker, bool is_sure)
{
    (void)pthread_mutex_lock(&worker->lock);
    worker->looks = true;
    call_worker(worker, is_sure);
    (void)pthread_mutex_unlock(&worker->lock);
}

void worker_recheck(studio_worker *worker, const char *path)
{
    (void)pthread_mutex_lock(&worker->lock);
    (void)snprintf(worker->rechecks, sizeof worker->rechecks, "%s", path);
    worker->looks = true;
    call_worker(worker, true);
    (void)pthread_mutex_unlock(&worker->lock);
}

/* Somebody waits for the answer: other scenarios have time. */
void worker_ask(studio_worker *worker, const studio_question *question)
{
    (void)pthread_mutex_lock(&worker->lock);
    bool is_own = strcmp(worker->progress.path, worker->order.path) == 0;
    edition_drop(worker->question.of);
    worker->question = *question;
    worker->question.of = edition_hold(question->of);
    call_worker(worker, !is_own);
    (void)pthread_mutex_unlock(&worker->lock);
}

bool worker_has_news(const studio_worker *worker)
{
    return atomic_load(&worker->has_news);
}

studio_part *worker_take(studio_worker *worker, studio_progress *progress)
{
    (void)pthread_mutex_lock(&worker->lock);
    atomic_store(&worker->has_news, false);
    studio_part *first = worker->first;
    worker->first = NULL;
    worker->last = NULL;
    *progress = worker->progress;
    worker->progress.was_refused = false;
    (void)pthread_mutex_unlock(&worker->lock);
    return first;
}

void worker_see(studio_worker *worker, studio_progress *progress)
{
    (void)pthread_mutex_lock(&worker->lock);
    *progress = worker->progress;
    (void)pthread_mutex_unlock(&worker->lock);
}
