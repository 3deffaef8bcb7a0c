/*
 * From the start of the program to its first frame, against the least program
 * that opens a window and the same fonts; and what the window costs while
 * nobody touches it. Both run as whole processes, turn by turn.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench_display.h"

enum {
    ROUNDS = 9,
    IDLE_MS = 3000,
    SETTLE_MS = 1000
};

/* ------------------------------------------------------------------- idle */

/* Processor time so far, and how often the process has been woken. */
static void cost_of(pid_t pid, double *cpu_ms, uint64_t *wakes)
{
    char path[64];
    char line[200];
    uint64_t ran_ns = 0;

    (void)snprintf(path, sizeof path, "/proc/%d/schedstat", (int)pid);
    FILE *file = fopen(path, "r");
    must(file != NULL && fscanf(file, "%" SCNu64, &ran_ns) == 1, path);
    (void)fclose(file);
    *cpu_ms = (double)ran_ns / 1e6;
    (void)snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
    file = fopen(path, "r");
    must(file != NULL, path);
    *wakes = 0;
    while (fgets(line, sizeof line, file) != NULL) {
        (void)sscanf(line, "voluntary_ctxt_switches: %" SCNu64, wakes);
    }
    (void)fclose(file);
}

static void measure_idle(pid_t pid)
{
    double before_ms = 0;
    double after_ms = 0;
    uint64_t before = 0;
    uint64_t after = 0;

    sleep_us(SETTLE_MS * 1000);
    cost_of(pid, &before_ms, &before);
    sleep_us(IDLE_MS * 1000);
    cost_of(pid, &after_ms, &after);
    double spent_ms = after_ms - before_ms;
    printf("{\"bench\":\"idle_window\",\"ratio\":%.5f,\"target\":0.001,"
           "\"ours\":%.3f,\"floor\":%d,\"unit\":\"ms\",\"wakes\":%" PRIu64
           "}\n",
           spent_ms / IDLE_MS, spent_ms, IDLE_MS, after - before);
}

/* ------------------------------------------------------------------- main */

static void measure(char *const ours[], char *const least[], const char *tree)
{
    double our_ms[ROUNDS];
    double least_ms[ROUNDS];
    pid_t pid = 0;

    /* once each unmeasured: a new store, cold files */
    (void)first_frame(ours, tree, &pid);
    measure_idle(pid);
    end(pid);
    (void)first_frame(least, tree, &pid);
    end(pid);
    for (int i = 0; i < ROUNDS; i++) {
        our_ms[i] = first_frame(ours, tree, &pid);
        end(pid);
        least_ms[i] = first_frame(least, tree, &pid);
        end(pid);
    }
    double mine = median(our_ms, ROUNDS);
    double floor_ms = median(least_ms, ROUNDS);
    printf("{\"bench\":\"first_frame\",\"ratio\":%.2f,\"target\":2,"
           "\"ours\":%.1f,\"floor\":%.1f,\"unit\":\"ms\"}\n",
           mine / floor_ms, mine, floor_ms);
}

int main(void)
{
    bench_display on;

    bench_display_open(&on);
    measure(on.ours, on.least, on.tree);
    bench_display_close(&on);
    return 0;
}
