/*
 * Measuring whole programs on a display: ours and the least one, started turn
 * by turn.
 */
#include "bench_display.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char folder[] = "/tmp/bench-window-XXXXXX";

double now_ms(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

void sleep_us(long us)
{
    struct timespec rest = {us / 1000000, us % 1000000 * 1000};

    (void)nanosleep(&rest, NULL);
}

void must(bool holds, const char *what)
{
    if (!holds) {
        (void)fprintf(stderr, "bench_window: %s\n", what);
        exit(1);
    }
}

/* ---------------------------------------------------------------- display */

/* A server of our own; it tells the display it took. */
static pid_t open_display(void)
{
    int ends[2];
    char number[32] = "";
    char name[40];

    must(pipe(ends) == 0, "no pipe");
    pid_t pid = fork();
    must(pid >= 0, "no process");
    if (pid == 0) {
        (void)dup2(ends[1], 3);
        (void)execlp("Xvfb", "Xvfb", "-displayfd", "3", "-screen", "0",
                     "1280x800x24", "-nolisten", "tcp", (char *)NULL);
        _exit(127);
    }
    (void)close(ends[1]);
    for (size_t i = 0; i + 1 < sizeof number; i++) {
        must(read(ends[0], &number[i], 1) == 1, "Xvfb does not start");
        if (number[i] == '\n') {
            number[i] = '\0';
            break;
        }
    }
    (void)close(ends[0]);
    (void)snprintf(name, sizeof name, ":%s", number);
    must(setenv("DISPLAY", name, 1) == 0, "no memory");
    return pid;
}

/* ---------------------------------------------------------------- running */

static pid_t start(char *const words[])
{
    pid_t pid = 0;

    must(posix_spawn(&pid, words[0], NULL, NULL, words, environ) == 0,
         words[0]);
    return pid;
}

void end(pid_t pid)
{
    (void)kill(pid, SIGTERM);
    (void)waitpid(pid, NULL, 0);
}

/* Milliseconds until the file that follows the first frame is there. */
double first_frame(char *const words[], const char *tree, pid_t *pid)
{
    struct stat there;

    (void)unlink(tree);
    double began = now_ms();
    *pid = start(words);
    while (stat(tree, &there) != 0) {
        must(now_ms() - began < PATIENCE_MS, "no frame appears");
        must(waitpid(*pid, NULL, WNOHANG) == 0, "the program has ended");
        sleep_us(200);
    }
    return now_ms() - began;
}

static int by_size(const void *a, const void *b)
{
    const double *one = a;
    const double *other = b;

    return (*one > *other) - (*one < *other);
}

double median(double *values, size_t count)
{
    qsort(values, count, sizeof *values, by_size);
    return values[count / 2];
}

/* --------------------------------------------------------------- the two */

static void remove_folder(void)
{
    char command[PATH_SIZE];

    (void)snprintf(command, sizeof command, "rm -rf '%s'", folder);
    must(system(command) == 0, "the folder stays"); // NOLINT(cert-env33-c)
}

void bench_display_open(bench_display *on)
{
    static char program[] = RP_BUILD_DIR "/rapport";
    static char minimal[] = RP_BUILD_DIR "/bench/floors/minimal_window";
    const char *display = getenv("DISPLAY");

    *on = (bench_display){.server = 0};
    must(font_find_all(on->fonts, NULL) == RP_OK, "fonts are missing");
    must(mkdtemp(folder) != NULL, "no folder");
    (void)snprintf(on->latin, sizeof on->latin, "%d",
                   on->fonts[UI_FACE_LATIN][0].index);
    (void)snprintf(on->han, sizeof on->han, "%d",
                   on->fonts[UI_FACE_HAN][0].index);
    (void)snprintf(on->tree, sizeof on->tree, "%s/tree.json", folder);
    on->ours[0] = program;
    on->least[0] = minimal;
    on->least[1] = on->fonts[UI_FACE_LATIN][0].path;
    on->least[2] = on->latin;
    on->least[3] = on->fonts[UI_FACE_HAN][0].path;
    on->least[4] = on->han;
    if (display == NULL || display[0] == '\0') {
        on->server = open_display();
    }
    must(setenv("RAPPORT_TREE", on->tree, 1) == 0 &&
             setenv("XDG_DATA_HOME", folder, 1) == 0 &&
             setenv("SDL_VIDEODRIVER", "x11", 1) == 0 &&
             setenv("RAPPORT_PACKS", RP_SOURCE_DIR "/scenarios", 1) == 0,
         "no memory");
}

void bench_display_close(bench_display *on)
{
    if (on->server > 0) {
        end(on->server);
    }
    remove_folder();
}
