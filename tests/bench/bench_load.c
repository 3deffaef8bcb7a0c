/*
 * From a scenario file to a call that can begin: the helper twice, the
 * translations, all checks, the model and the par of one fact set. The floor
 * is the time people are promised.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "rapport/app.h"
#include "rapport/solve.h"

enum {
    ROUNDS = 15,
    PROMISED_MS = 50
};

static double now_ms(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int by_size(const void *a, const void *b)
{
    const double *one = a;
    const double *other = b;

    return (*one > *other) - (*one < *other);
}

static double median(double *values)
{
    qsort(values, ROUNDS, sizeof *values, by_size);
    return values[ROUNDS / 2];
}

static void must(bool holds, const rp_error *err)
{
    if (!holds) {
        (void)fprintf(stderr, "bench_load: %s\n", err->message);
        exit(1);
    }
}

static void load_once(double *load_ms, double *par_ms, uint64_t *states)
{
    const rp_app_options options = {
        .helper_path = RP_BUILD_DIR "/rapport-helper", .in_memory = true};
    rp_loaded loaded;
    rp_walk *walk = NULL;
    rp_error err = {.message = "it has faults"};
    double began = now_ms();

    must(rp_app_load(&options,
                     RP_SOURCE_DIR "/scenarios/telecom/angry-caller.lua",
                     rp_alloc_default(), &loaded, &err) == RP_OK &&
             loaded.model != NULL,
         &err);
    double read = now_ms();
    must(rp_walk_open(loaded.model,
                      &(rp_walk_how){.set = 0, .alloc = rp_alloc_default()},
                      &walk, &err) == RP_OK,
         &err);
    *par_ms = now_ms() - read;
    *load_ms = read - began;
    *states = rp_walk_state_count(walk);
    rp_walk_free(walk);
    rp_loaded_clear(&loaded);
}

int main(void)
{
    double load_ms[ROUNDS];
    double par_ms[ROUNDS];
    double both_ms[ROUNDS];
    uint64_t states = 0;

    for (int i = 0; i < ROUNDS; i++) {
        load_once(&load_ms[i], &par_ms[i], &states);
        both_ms[i] = load_ms[i] + par_ms[i];
    }
    double ours = median(both_ms);
    printf("{\"bench\":\"load\",\"ratio\":%.2f,\"target\":1,\"ours\":%.1f,"
           "\"floor\":%d,\"unit\":\"ms\",\"load_ms\":%.1f,\"par_ms\":%.1f,"
           "\"states\":%llu}\n",
           ours / PROMISED_MS, ours, PROMISED_MS, median(load_ms),
           median(par_ms), (unsigned long long)states);
    return 0;
}
