/*
 * Many generated calls, one after another. RP_SEED=n runs one alone;
 * RP_TIMES=n runs n times as many as usual.
 */
#ifndef RAPPORT_TESTS_TRUST_H
#define RAPPORT_TESTS_TRUST_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rapport/solve.h"
#include "support/test.h"
#include "support/toy.h"

/* The call under test, and the report on it. */
typedef struct trial {
    uint64_t seed;
    toy *from;
    rp_model *model;
    rp_arena arena;
    rp_report report;
} trial;

/* Fails the test, and says by which call. */
#define EXPECT(of, holds, ...)                                          \
    do {                                                                \
        if (!(holds)) {                                                 \
            print_error("seed %llu: ", (unsigned long long)(of)->seed); \
            fail_msg(__VA_ARGS__);                                      \
        }                                                               \
    } while (0)

/* What a test is about has to turn up, or it proves nothing. */
static inline void expect_met(uint64_t count, uint64_t least, const char *what)
{
    print_message("%llu %s\n", (unsigned long long)count, what);
    // NOLINTNEXTLINE(concurrency-mt-unsafe)
    if (count < least && getenv("RP_SEED") == NULL) {
        fail_msg("%llu are wanted: %s", (unsigned long long)least, what);
    }
}

static inline void trial_check(trial *t, const rp_report_options *options)
{
    rp_arena_init(&t->arena, rp_alloc_default());
    assert_int_equal(
        rp_check_report(t->model, options, &t->arena, &t->report, NULL), RP_OK);
}

/* A remark of the report; `subject` NULL: on whatever. NULL: none. */
static inline const rp_remark *remark_on(const trial *t, const char *code,
                                         const char *subject)
{
    for (uint32_t i = 0; i < t->report.remark_count; i++) {
        const rp_remark *remark = &t->report.remarks[i];
        if (strcmp(remark->code, code) == 0 &&
            (subject == NULL || strcmp(remark->subject, subject) == 0)) {
            return remark;
        }
    }
    return NULL;
}

/* Makes calls 1 .. `calls` by `make` and looks at each with `look`. */
static inline void trials(uint64_t calls, void (*make)(toy *, uint64_t),
                          void (*look)(trial *, void *), void *user)
{
    const char *only = getenv("RP_SEED");   // NOLINT(concurrency-mt-unsafe)
    const char *times = getenv("RP_TIMES"); // NOLINT(concurrency-mt-unsafe)
    uint64_t first = only == NULL ? 1 : strtoull(only, NULL, 10);
    uint64_t last = only != NULL ? first : calls;
    trial t = {.from = calloc(1, sizeof(toy))};

    assert_non_null(t.from);
    if (times != NULL && only == NULL) {
        last *= strtoull(times, NULL, 10);
    }
    for (t.seed = first; t.seed <= last; t.seed++) {
        make(t.from, t.seed);
        t.model = toy_model(t.from);
        rp_arena_init(&t.arena, rp_alloc_default());
        look(&t, user);
        rp_arena_clear(&t.arena);
        toy_model_free(t.model);
    }
    free(t.from);
}

#endif
