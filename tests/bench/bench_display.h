/*
 * Measuring whole programs on a display: Rapport, and the least program with
 * a window. Whatever fails ends the bench with a sentence.
 */
#ifndef TESTS_BENCH_DISPLAY_H
#define TESTS_BENCH_DISPLAY_H

#include "window/window_internal.h"

enum {
    PATH_SIZE = 600,
    PATIENCE_MS = 20000
};

typedef struct bench_display {
    font_file fonts[FONT_FACES][2];
    char latin[16];
    char han[16];
    char tree[PATH_SIZE]; /* appears with a program's first frame */
    char *ours[2];        /* what to start, as arguments */
    char *least[6];
    pid_t server; /* 0: the display was there */
} bench_display;

/* Without a display one is opened; the data folder is a fresh one. */
void bench_display_open(bench_display *on);
void bench_display_close(bench_display *on);

/* Starts a program; milliseconds until its first frame stands. */
double first_frame(char *const words[], const char *tree, pid_t *pid);
void end(pid_t pid);

double now_ms(void);
void sleep_us(long us);
double median(double *values, size_t count); /* sorts them */
void must(bool holds, const char *what);

#endif
