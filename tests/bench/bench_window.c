/*
 * From the start of the program to its first frame, against the least program
 * that opens a window and the same fonts; and what the window costs while
 * nobody touches it. Both run as whole processes, turn by turn. Without a
 * display one is opened for the time being.
 */
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "window/window_internal.h"

enum {
    ROUNDS = 9,
    PATH_SIZE = 600,
    PATIENCE_MS = 20000,
    IDLE_MS = 3000,
    SETTLE_MS = 1000
};

static char folder[] = "/tmp/bench-window-XXXXXX";

static double now_ms(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void sleep_us(long us)
{
    struct timespec rest = {us / 1000000, us % 1000000 * 1000};

    (void)nanosleep(&rest, NULL);
}

static void must(bool holds, const char *what)
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

static void end(pid_t pid)
{
    (void)kill(pid, SIGTERM);
    (void)waitpid(pid, NULL, 0);
}

/* Milliseconds until the file that follows the first frame is there. */
static double first_frame(char *const words[], const char *tree, pid_t *pid)
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

static double median(double *values, size_t count)
{
    qsort(values, count, sizeof *values, by_size);
    return values[count / 2];
}

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

static void remove_folder(void)
{
    char command[PATH_SIZE];

    (void)snprintf(command, sizeof command, "rm -rf '%s'", folder);
    must(system(command) == 0, "the folder stays"); // NOLINT(cert-env33-c)
}

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
    font_file fonts[FONT_FACES][2];
    char latin[16];
    char han[16];
    char tree[PATH_SIZE];
    char program[] = RP_BUILD_DIR "/rapport";
    char minimal[] = RP_BUILD_DIR "/bench/floors/minimal_window";
    char *const ours[] = {program, NULL};
    char *const least[] = {minimal, fonts[UI_FACE_LATIN][0].path,
                           latin,   fonts[UI_FACE_HAN][0].path,
                           han,     NULL};
    const char *display = getenv("DISPLAY");
    pid_t server = 0;

    must(font_find_all(fonts, NULL) == RP_OK, "fonts are missing");
    must(mkdtemp(folder) != NULL, "no folder");
    (void)snprintf(latin, sizeof latin, "%d", fonts[UI_FACE_LATIN][0].index);
    (void)snprintf(han, sizeof han, "%d", fonts[UI_FACE_HAN][0].index);
    (void)snprintf(tree, sizeof tree, "%s/tree.json", folder);
    if (display == NULL || display[0] == '\0') {
        server = open_display();
    }
    must(setenv("RAPPORT_TREE", tree, 1) == 0 &&
             setenv("XDG_DATA_HOME", folder, 1) == 0 &&
             setenv("SDL_VIDEODRIVER", "x11", 1) == 0 &&
             setenv("RAPPORT_PACKS", RP_SOURCE_DIR "/scenarios", 1) == 0,
         "no memory");
    measure(ours, least, tree);
    if (server > 0) {
        end(server);
    }
    remove_folder();
    return 0;
}
