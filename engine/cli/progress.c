/*
 * Long work on a terminal: a line that says how far it is, and Ctrl C, which
 * ends the work and not the program. Without a terminal nothing is shown and
 * Ctrl C ends the program at once, as everywhere.
 */
#include "progress.h"

#include <signal.h>
#include <stdio.h>
#include <time.h>

#include <unistd.h>

#include "cli.h"

enum {
    SHOW_EVERY_MS = 100,
    LINE_BYTES_MAX = 128
};

static volatile sig_atomic_t was_interrupted;

static void interrupt(int number)
{
    (void)number;
    was_interrupted = 1;
}

static int64_t now_ms(void)
{
    struct timespec now = {0};

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void erase(void)
{
    (void)fputs("\r\x1b[K", stderr);
}

bool progress_tell(progress *of, const char *line)
{
    int64_t now = now_ms();

    if (now >= of->next_ms) {
        of->next_ms = now + SHOW_EVERY_MS;
        of->is_shown = true;
        erase();
        say_aside(of->with, "%s: %s", of->what, line);
    }
    return was_interrupted != 0;
}

bool progress_report(void *user, uint64_t states)
{
    progress *of = user;
    char line[LINE_BYTES_MAX];

    (void)snprintf(line, sizeof line, cli_tr(of->with, "%llu states walked"),
                   (unsigned long long)states);
    return progress_tell(of, line);
}

void progress_begin(progress *of, const cli *with)
{
    struct sigaction action = {.sa_handler = interrupt};

    *of = (progress){.with = with, .what = ""};
    of->is_live = isatty(STDERR_FILENO) != 0;
    if (of->is_live) {
        (void)sigaction(SIGINT, &action, NULL);
    }
}

void progress_attach(progress *of, const char *what, rp_budget *budget)
{
    of->what = what;
    of->next_ms = now_ms() + 5 * (int64_t)SHOW_EVERY_MS;
    if (of->is_live) {
        budget->progress = progress_report;
        budget->user = of;
    }
}

void progress_hide(progress *of)
{
    if (of->is_shown) {
        erase();
        (void)fflush(stderr);
        of->is_shown = false;
    }
}

bool progress_is_cancelled(void)
{
    return was_interrupted != 0;
}

void progress_end(progress *of)
{
    progress_hide(of);
    if (!of->is_live) {
        return;
    }
    (void)signal(SIGINT, SIG_DFL);
    if (was_interrupted) { /* so that a shell's loop around us ends, too */
        (void)fflush(stdout);
        (void)raise(SIGINT);
    }
}
