/*
 * The robot's body: the X server, the program, and what they are started by.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "robot_internal.h"
#include "support/test.h"

enum {
    GLANCE_MS = 4,
    ARGUMENTS_MAX = 16,
    SKIPPED = 77
};

/* ------------------------------------------------------------- processes */

uint64_t robot_now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000U + (uint64_t)now.tv_nsec / 1000000U;
}

void robot_glance(void)
{
    nanosleep(&(struct timespec){.tv_nsec = GLANCE_MS * 1000000L}, NULL);
}

/* The child dies with the test, however that ends. */
static pid_t start(const char *const arguments[], int output)
{
    pid_t child = fork();

    assert_true(child >= 0);
    if (child == 0) {
        (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (output >= 0) {
            (void)dup2(output, STDOUT_FILENO);
        }
        char *copies[ARGUMENTS_MAX] = {NULL};
        for (int i = 0; arguments[i] != NULL && i < ARGUMENTS_MAX - 1; i++) {
            copies[i] = strdup(arguments[i]);
        }
        execvp(copies[0], copies);
        _exit(SKIPPED);
    }
    return child;
}

static int finish(pid_t child)
{
    int status = 0;

    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void end(pid_t *child)
{
    if (*child > 0) {
        (void)kill(*child, SIGKILL);
        (void)finish(*child);
        *child = 0;
    }
}

/* What the program prints, up to `size`; returns its exit status. */
int robot_output_of(const char *const arguments[], char *text, size_t size)
{
    int ends[2];
    size_t length = 0;
    ssize_t count = 1;

    assert_int_equal(pipe(ends), 0);
    pid_t child = start(arguments, ends[1]);
    (void)close(ends[1]);
    while (count > 0 && length + 1 < size) {
        count = read(ends[0], text + length, size - length - 1);
        length += count > 0 ? (size_t)count : 0;
    }
    text[length] = '\0';
    (void)close(ends[0]);
    return finish(child);
}

void robot_xdotool(const char *const arguments[])
{
    char answer[64];

    if (robot_output_of(arguments, answer, sizeof answer) != 0) {
        fail_msg("xdotool %s %s failed", arguments[1], arguments[2]);
    }
}

/* ---------------------------------------------------------------- opening */

static bool has_tool(const char *name)
{
    char where[256];

    (void)snprintf(where, sizeof where, "command -v %s", name);
    return robot_output_of((const char *[]){"sh", "-c", where, NULL}, where,
                           sizeof where) == 0;
}

static void need_tools(void)
{
    static const char *const tools[] = {"Xvfb", "xdotool"};

    for (size_t i = 0; i < sizeof tools / sizeof tools[0]; i++) {
        if (has_tool(tools[i])) {
            continue;
        }
        (void)fprintf(stderr, "%s is missing: ./dev test installs it\n",
                      tools[i]);
        exit(getenv("CI") != NULL ? EXIT_FAILURE : SKIPPED);
    }
}

/* The server picks a free display and writes its number to the pipe. */
static void start_server(window_robot *robot)
{
    int ends[2];
    char number[12] = {0};
    char display[16];
    char pipe_end[16];

    assert_int_equal(pipe(ends), 0);
    (void)fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    (void)snprintf(pipe_end, sizeof pipe_end, "%d", ends[1]);
    robot->server =
        start((const char *[]){"Xvfb", "-displayfd", pipe_end, "-screen", "0",
                               "1280x800x24", "-nolisten", "tcp", NULL},
              -1);
    (void)close(ends[1]);
    /* Up to the line's end: a server whose pipe breaks off dies of it. */
    size_t length = 0;
    while (length + 1 < sizeof number &&
           read(ends[0], number + length, 1) == 1 && number[length] != '\n') {
        length++;
    }
    (void)close(ends[0]);
    assert_true(length > 0);
    number[length] = '\0';
    (void)snprintf(display, sizeof display, ":%s", number);
    (void)setenv("DISPLAY", display, 1);
}

void robot_open(window_robot *robot)
{
    memset(robot, 0, sizeof *robot);
    need_tools();
    (void)snprintf(robot->folder, sizeof robot->folder, "%s",
                   "/tmp/rapport-robot-XXXXXX");
    assert_non_null(mkdtemp(robot->folder));
    (void)snprintf(robot->data, sizeof robot->data, "%.100s/data",
                   robot->folder);
    (void)snprintf(robot->tree_file, sizeof robot->tree_file, "%.100s/tree",
                   robot->folder);
    (void)setenv("RAPPORT_TREE", robot->tree_file, 1);
    (void)unsetenv("WAYLAND_DISPLAY");
    (void)setenv("SDL_VIDEODRIVER", "x11", 1);
    start_server(robot);
}

void robot_close(window_robot *robot)
{
    end(&robot->program);
    end(&robot->server);
    json_decref(robot->nodes);
    (void)finish(
        start((const char *[]){"rm", "-rf", "--", robot->folder, NULL}, -1));
}

/* The window of this very program gets the keyboard: no one else manages. */
static void find_window(window_robot *robot)
{
    char answer[64];
    int status = robot_output_of((const char *[]){"xdotool", "search", "--sync",
                                                  "--onlyvisible", "--name",
                                                  "^Rapport$", NULL},
                                 answer, sizeof answer);
    assert_int_equal(status, 0);
    answer[strcspn(answer, "\n")] = '\0';
    (void)snprintf(robot->window, sizeof robot->window, "%.20s", answer);
    robot_xdotool((const char *[]){"xdotool", "windowfocus", "--sync",
                                   robot->window, NULL});
}

void robot_start(window_robot *robot)
{
    uint64_t begin_ms = robot_now_ms();

    (void)unlink(robot->tree_file);
    json_decref(robot->nodes);
    robot->nodes = NULL;
    robot->frame = 0;
    robot->program = start(
        (const char *[]){RP_BUILD_DIR "/rapport", "--data", robot->data,
                         "--lang", "en", "--packs", RP_SOURCE_DIR "/scenarios",
                         "--seed", ROBOT_SEED, NULL},
        -1);
    while (!robot_look(robot)) {
        if (robot_now_ms() - begin_ms > ROBOT_PATIENCE_MS) {
            fail_msg("the window never showed a frame");
        }
        robot_glance();
    }
    find_window(robot);
}

void robot_kill(window_robot *robot)
{
    end(&robot->program);
}
