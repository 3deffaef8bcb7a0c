/*
 * Rapport, the program: reads the arguments, opens the window or runs the
 * verb, and is the only place that decides how the process ends.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli.h"

enum {
    WIDTH_USUAL = 80,
    WIDTH_LEAST = 40,
    WIDTH_MOST = 100 /* longer lines are hard to read */
};

static uint32_t terminal_width(void)
{
    struct winsize size = {0};

    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) {
        return WIDTH_USUAL;
    }
    if (size.ws_col < WIDTH_LEAST) {
        return WIDTH_LEAST;
    }
    return size.ws_col > WIDTH_MOST ? WIDTH_MOST : size.ws_col;
}

static bool paints(void)
{
    const char *kind = secure_getenv("TERM");
    const char *refuses = secure_getenv("NO_COLOR");

    return isatty(STDOUT_FILENO) && kind != NULL && strcmp(kind, "dumb") != 0 &&
           (refuses == NULL || refuses[0] == '\0');
}

/* The language has to be known before the first complaint. */
static const char *find_language(int count, char **arguments)
{
    for (int i = 1; i < count; i++) {
        if (strncmp(arguments[i], "--lang=", 7) == 0) {
            return arguments[i] + 7;
        }
        if (strcmp(arguments[i], "--lang") == 0 && i + 1 < count) {
            return arguments[i + 1];
        }
    }
    return NULL;
}

bool cli_has_display(void)
{
    const char *x11 = secure_getenv("DISPLAY");
    const char *wayland = secure_getenv("WAYLAND_DISPLAY");

    return (x11 != NULL && x11[0] != '\0') ||
           (wayland != NULL && wayland[0] != '\0');
}

cli_exit cli_open_app(cli *with, rp_app **app)
{
    rp_error error = {0};

    if (rp_app_open(&with->options, with->alloc, app, &error) != RP_OK) {
        (void)complain_of(with, &error);
        return CLI_MACHINE;
    }
    if (rp_app_view(*app)->notice != NULL) {
        complain(with, "%s", rp_app_view(*app)->notice);
    }
    return CLI_GOOD;
}

static cli_exit run(cli *with, int count, char **arguments)
{
    cli_exit status = args_read(with, count, arguments);

    if (status != CLI_GOOD) {
        return status;
    }
    if (with->wants_version) {
        say(with, "rapport %s\n", RP_ENGINE_VERSION);
        return CLI_GOOD;
    }
    if (with->wants_help) {
        if (with->verb != NULL) {
            help_print_verb(with, with->verb);
        } else {
            help_print(with);
        }
        return CLI_GOOD;
    }
    return with->verb != NULL
               ? with->verb->run(with)
               : open_wish(with, &(rp_intent){.kind = RP_INTENT_NONE});
}

/*
 * A channel that was closed would be the number of the next file we open, and
 * that file get what is meant for people. This one refuses to be written.
 */
static void hold_channels(void)
{
    int fd = 0;

    while (fd >= 0 && fd <= STDERR_FILENO) {
        fd = open("/dev/null", O_RDONLY);
    }
    if (fd > STDERR_FILENO) {
        (void)close(fd);
    }
}

int main(int count, char **arguments)
{
    cli with = {.alloc = rp_alloc_default(), .width = terminal_width()};
    rp_error error = {0};
    cli_exit status = CLI_MACHINE;

    hold_channels();
    with.has_colour = paints();
    with.options.language = find_language(count, arguments);
    rp_arena_init(&with.arena, with.alloc);
    if (rp_words_open(&with.options, with.alloc, &with.words, &error) ==
        RP_OK) {
        status = run(&with, count, arguments);
    } else {
        complain(&with, "%s", error.message);
    }
    if (fflush(stdout) != 0 || ferror(stdout)) {
        complain(&with, "%s", cli_tr(&with, "Not all could be printed."));
        status = CLI_MACHINE;
    }
    rp_words_close(with.words);
    rp_arena_clear(&with.arena);
    return (int)status;
}
