/*
 * Mutation testing: the scenario itself first, then every mutant on whichever
 * thread is free. A mutant is judged by itself, so the order does not matter.
 */
#include "mutate.h"

#include <string.h>

#include <pthread.h>

enum {
    THREADS_MAX = 16
};

const char *const rp_notice_names[RP_NOTICES] = {
    "nobody", "example", "blessed", "prover", "gate", "unread", "unjudged"};

/* What the threads share: under the lock, but for what is only read. */
typedef struct mutating {
    const rp_mutation_options *options;
    mutant_base base; /* only read once it is open */
    rp_arena *arena;  /* of the result */
    rp_mutation *mutation;
    pthread_mutex_t lock;
    uint32_t next;
    rp_status status; /* RP_E_STATE: cancelled */
    rp_error error;
} mutating;

/* Tells how far it has come; true when it is to end. Under the lock. */
static bool watch(mutating *m)
{
    const rp_mutation_options *options = m->options;

    if (m->status == RP_OK && options->watch != NULL &&
        options->watch(options->user, m->mutation)) {
        m->status = RP_E_STATE;
    }
    return m->status != RP_OK;
}

/* Called from within a walk. */
static bool watch_walk(void *user, uint64_t states)
{
    mutating *m = user;

    (void)states;
    (void)pthread_mutex_lock(&m->lock);
    bool ends = watch(m);
    (void)pthread_mutex_unlock(&m->lock);
    return ends;
}

/* The next mutant that is to be judged; NULL: there is none. */
static rp_mutant *take_next(mutating *m)
{
    rp_mutation *mutation = m->mutation;
    rp_mutant *found = NULL;

    (void)pthread_mutex_lock(&m->lock);
    if (!watch(m) && m->next < mutation->count) {
        found = &mutation->items[m->next++];
    }
    (void)pthread_mutex_unlock(&m->lock);
    return found;
}

/* What became of a mutant; `judged` lies in the thread's own arena. */
static void hand_in(mutating *m, rp_mutant *mutant, const rp_mutant *judged)
{
    const char *by = judged->by;

    (void)pthread_mutex_lock(&m->lock);
    if (by != NULL) {
        by = rp_arena_copy(m->arena, by, strlen(by));
    }
    if (judged->by != NULL && by == NULL) {
        m->status = author_no_memory(&m->error);
    } else {
        m->mutation->counts[mutant->notice]--;
        *mutant = *judged;
        mutant->by = by;
        m->mutation->counts[mutant->notice]++;
    }
    (void)pthread_mutex_unlock(&m->lock);
}

static void fail(mutating *m, rp_status status, const rp_error *error)
{
    (void)pthread_mutex_lock(&m->lock);
    if (m->status == RP_OK) {
        m->status = status;
        m->error = *error;
    }
    (void)pthread_mutex_unlock(&m->lock);
}

static void *work(void *user)
{
    mutating *m = user;
    rp_mutant *mutant = take_next(m);
    rp_arena arena;

    rp_arena_init(&arena, m->arena->alloc);
    while (mutant != NULL) {
        rp_mutant judged = *mutant;
        rp_error error = {0};
        rp_status status = mutant_judge(&m->base, &arena, &judged, &error);
        if (status == RP_OK) {
            hand_in(m, mutant, &judged);
        } else {
            fail(m, status, &error);
        }
        rp_arena_reset(&arena);
        mutant = take_next(m);
    }
    rp_arena_clear(&arena);
    return NULL;
}

/* This thread works too; where no other can be had it works alone. */
static void work_together(mutating *m)
{
    pthread_t others[THREADS_MAX];
    uint32_t wanted = m->options->threads;
    uint32_t count = 0;

    while (count < THREADS_MAX && count + 1 < wanted &&
           pthread_create(&others[count], NULL, work, m) == 0) {
        count++;
    }
    (void)work(m);
    for (uint32_t i = 0; i < count; i++) {
        (void)pthread_join(others[i], NULL);
    }
}

static rp_status run(mutating *m, rp_error *err)
{
    rp_mutation *mutation = m->mutation;
    rp_status status = mutant_base_open(&m->base, m->arena, err);

    if (status != RP_OK) {
        return status;
    }
    mutation->report = &m->base.report;
    mutation->has_gate = m->base.has_gate;
    if (m->base.report.error_count > 0) {
        return status;
    }
    status = mutants_list(m->base.model, m->arena, mutation, err);
    if (status != RP_OK) {
        return status;
    }
    mutation->counts[RP_NOTICE_UNJUDGED] = mutation->count;
    work_together(m);
    if (m->status != RP_OK && m->status != RP_E_STATE && err != NULL) {
        *err = m->error;
    }
    return m->status;
}

rp_status rp_mutate(const rp_model *model, const rp_mutation_options *options,
                    rp_arena *arena, rp_mutation *mutation, rp_error *err)
{
    rp_mutation made = {.count = 0};
    mutating *m = rp_arena_take(arena, 1, sizeof *m);

    if (m == NULL) {
        return author_no_memory(err);
    }
    *m = (mutating){.options = options, .arena = arena, .mutation = &made};
    m->base.model = model;
    m->base.options = options->report;
    m->base.blessed = options->blessed;
    m->base.options.budget.progress = watch_walk;
    m->base.options.budget.user = m;
    (void)pthread_mutex_init(&m->lock, NULL);
    rp_status status = run(m, err);
    (void)pthread_mutex_destroy(&m->lock);
    if (status == RP_OK || status == RP_E_STATE) {
        made.is_complete = status == RP_OK;
        *mutation = made;
        return RP_OK;
    }
    return status;
}
