/*
 * Everything the checker proves about every scenario of the bundled pack, one
 * after another: loading, all walks, all guessers at both marks in all
 * languages. The floor is the time people are promised for all of them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <sys/resource.h>

#include "rapport/app.h"
#include "rapport/solve.h"

static const double promised_s = 2;

/* What one check took, or several. */
typedef struct cost {
    double wall_s;
    double cpu_s; /* of the helpers too */
    uint64_t states;
} cost;

static void must(bool holds, const char *scenario, const rp_error *err)
{
    if (!holds) {
        (void)fprintf(stderr, "bench_check: %s: %s\n", scenario, err->message);
        exit(1);
    }
}

static double wall_now(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double cpu_of(int who)
{
    struct rusage used;

    (void)getrusage(who, &used);
    return (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
           (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

static double cpu_now(void)
{
    return cpu_of(RUSAGE_SELF) + cpu_of(RUSAGE_CHILDREN);
}

static uint64_t check(const rp_app_options *options, const char *path)
{
    rp_loaded loaded;
    rp_report report;
    rp_arena arena;
    rp_error err = {.message = "it has faults"};

    rp_arena_init(&arena, rp_alloc_default());
    must(rp_app_load(options, path, rp_alloc_default(), &loaded, &err) ==
                 RP_OK &&
             loaded.model != NULL,
         path, &err);
    must(rp_check_report(loaded.model, NULL, &arena, &report, &err) == RP_OK,
         path, &err);
    must(report.is_exact, path, &(rp_error){.message = "it is not exact"});
    uint64_t states = report.states;
    rp_arena_clear(&arena);
    rp_loaded_clear(&loaded);
    return states;
}

static cost measure(const rp_app_options *options, const rp_scenario_file *file)
{
    double wall = wall_now();
    double cpu = cpu_now();
    uint64_t states = check(options, file->path);
    cost took = {wall_now() - wall, cpu_now() - cpu, states};

    printf("{\"bench\":\"check\",\"scenario\":\"%s\",\"wall_s\":%.3f,"
           "\"cpu_s\":%.3f,\"states\":%llu}\n",
           file->id, took.wall_s, took.cpu_s, (unsigned long long)took.states);
    return took;
}

int main(void)
{
    const rp_app_options options = {
        .helper_path = RP_BUILD_DIR "/rapport-helper", .in_memory = true};
    const char *pack = RP_SOURCE_DIR "/scenarios/telecom";
    rp_scenario_files files;
    rp_arena arena;
    rp_error err;
    cost all = {0, 0, 0};

    rp_arena_init(&arena, rp_alloc_default());
    must(rp_app_scenarios(&options, pack, &arena, &files, &err) == RP_OK, pack,
         &err);
    for (uint32_t i = 0; i < files.count; i++) {
        cost took = measure(&options, &files.items[i]);
        all.wall_s += took.wall_s;
        all.cpu_s += took.cpu_s;
        all.states += took.states;
    }
    printf("{\"bench\":\"check\",\"ratio\":%.2f,\"target\":1,\"ours\":%.3f,"
           "\"floor\":%.0f,\"unit\":\"s\",\"cpu_s\":%.3f,\"scenarios\":%u,"
           "\"states\":%llu}\n",
           all.wall_s / promised_s, all.wall_s, promised_s, all.cpu_s,
           (unsigned)files.count, (unsigned long long)all.states);
    rp_arena_clear(&arena);
    return 0;
}
