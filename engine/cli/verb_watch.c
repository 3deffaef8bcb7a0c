/*
 * `rapport watch`: checks a pack's scenarios, and again whenever a file of
 * the pack is saved, until it is interrupted.
 *
 * Editors save in many ways: in place, by renaming a new file over the old
 * one, with a backup beside it. So what is looked at are names, and a moment
 * of quiet ends a save.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "check.h"

enum {
    QUIET_MS = 150,
    EVENTS_BYTES = 16 * 1024,
    NAMES_MAX = 64,
    ID_BYTES_MAX = 64 /* of a written name */
};

/* The folders of a pack that hold what a scenario is made of. */
static const char *const places[] = {"", "lib", "locale"};

enum {
    PLACES = sizeof places / sizeof places[0]
};

typedef struct watching {
    const cli *with;
    const char *folder;
    rp_report_options options;
    bool is_full; /* odds and gate too */
    int fd;
    int watches[PLACES]; /* -1: no such folder now */
    /* What was saved since the last check. */
    bool all;
    uint32_t name_count;
    char names[NAMES_MAX][ID_BYTES_MAX + 1];
    bool has_gone; /* the folder itself */
} watching;

static volatile sig_atomic_t was_interrupted;

static void interrupt(int number)
{
    (void)number;
    was_interrupted = 1;
}

/* ------------------------------------------------------------ what changed */

static bool ends_with(const char *name, const char *ending)
{
    size_t length = strlen(name);
    size_t tail = strlen(ending);

    return length > tail && strcmp(name + length - tail, ending) == 0;
}

/* The part of a name before its first dot is a scenario's id. */
static void add_name(watching *of, const char *name)
{
    size_t length = strcspn(name, ".");

    for (uint32_t i = 0; i < of->name_count; i++) {
        if (strlen(of->names[i]) == length &&
            strncmp(of->names[i], name, length) == 0) {
            return;
        }
    }
    if (of->name_count == NAMES_MAX || length > ID_BYTES_MAX) {
        of->all = true;
        return;
    }
    (void)snprintf(of->names[of->name_count++], ID_BYTES_MAX + 1, "%.*s",
                   (int)length, name);
}

/* One saved file: of one scenario, of all of them, or nobody's concern. */
static void note_file(watching *of, const char *place, const char *name)
{
    bool is_text = ends_with(name, ".lua") || ends_with(name, ".po") ||
                   ends_with(name, ".json");

    if (name[0] == '.' || !is_text) {
        return;
    }
    bool is_shared = strcmp(place, "lib") == 0 ||
                     strcmp(name, "pack.lua") == 0 ||
                     (strcmp(place, "locale") == 0 &&
                      strchr(name, '.') == strrchr(name, '.'));
    if (is_shared) {
        of->all = true;
    } else {
        add_name(of, name);
    }
}

static void note_event(watching *of, const struct inotify_event *event)
{
    if ((event->mask & IN_Q_OVERFLOW) != 0) { /* some were lost */
        of->all = true;
        return;
    }
    for (int i = 0; i < PLACES; i++) {
        if (of->watches[i] != event->wd) {
            continue;
        }
        if ((event->mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED)) != 0) {
            of->watches[i] = -1;
            of->has_gone = of->has_gone || i == 0;
            of->all = true;
        } else if ((event->mask & IN_ISDIR) != 0) {
            of->all = true;
        } else if (event->len > 0) {
            note_file(of, places[i], event->name);
        }
    }
}

static void read_events(watching *of)
{
    _Alignas(struct inotify_event) char bytes[EVENTS_BYTES];
    ssize_t length = read(of->fd, bytes, sizeof bytes);
    ssize_t at = 0;

    while (at < length) {
        struct inotify_event event;
        memcpy(&event, bytes + at, sizeof event);
        note_event(of, (const void *)(bytes + at));
        at += (ssize_t)(sizeof event + event.len);
    }
}

/* A folder that came into being is watched from its first file on. */
static void watch_places(watching *of, rp_arena *arena)
{
    for (int i = 0; i < PLACES; i++) {
        const char *path =
            rp_arena_format(arena, "%s/%s", of->folder, places[i]);
        if (of->watches[i] < 0 && path != NULL) {
            of->watches[i] = inotify_add_watch(
                of->fd, path,
                IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE |
                    IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR);
        }
    }
}

/* Waits for a save and for the quiet after it; false when it is over. */
static bool wait_for_save(watching *of)
{
    struct pollfd events = {.fd = of->fd, .events = POLLIN};

    while (!was_interrupted && !of->all && of->name_count == 0) {
        if (poll(&events, 1, -1) > 0) {
            read_events(of);
        }
    }
    while (!was_interrupted && poll(&events, 1, QUIET_MS) > 0) {
        read_events(of);
    }
    return !was_interrupted && !of->has_gone;
}

/* --------------------------------------------------------------- the check */

static void say_time(const cli *with)
{
    time_t now = time(NULL);
    struct tm local;
    char text[16];

    if (localtime_r(&now, &local) != NULL &&
        strftime(text, sizeof text, "%H:%M:%S", &local) > 0) {
        say_in(with, STYLE_QUIET, "\n%s  ", text);
    } else {
        say(with, "\n");
    }
}

static void say_in_short(const cli *with, const checked *one)
{
    const rp_report *report = &one->report;

    say_in(with, STYLE_BOLD, "%s", one->loaded.file);
    say(with, "\n");
    for (uint32_t i = 0; i < one->fault_count; i++) {
        say_fault(with, &one->faults[i]);
    }
    if (!one->is_proven) {
        say(with, "  %s\n",
            cli_tr(with, "It cannot be played until this is mended."));
        return;
    }
    say_in(with, one->fault_count == 0 ? STYLE_GOOD : STYLE_WARN, "  %s",
           one->fault_count == 0 ? cli_tr(with, "No fault.")
                                 : cli_tr(with, "It can be played."));
    say(with, " ");
    say(with,
        cli_tr(with, "Examples that hold: %u of %u. Par of set 1: %d, "
                     "%d, %d."),
        (unsigned)check_held(report), (unsigned)report->example_count,
        (int)report->sets[0].par[0], (int)report->sets[0].par[1],
        (int)report->sets[0].par[2]);
    say(with, "\n");
}

static cli_exit check_file(const watching *of, const char *path)
{
    checked one;
    cli_exit status = checked_make(of->with, path, &of->options, &one);

    say_time(of->with);
    if (status == CLI_GOOD && of->is_full) {
        check_print(of->with, &one);
    } else if (status == CLI_GOOD) {
        say_in_short(of->with, &one);
    }
    checked_clear(&one);
    return status;
}

static bool was_saved(const watching *of, const char *id)
{
    for (uint32_t i = 0; i < of->name_count; i++) {
        if (strcmp(of->names[i], id) == 0) {
            return true;
        }
    }
    return of->all;
}

/* A file that vanished between list and check is no reason to stop. */
static cli_exit check_saved(watching *of, uint32_t *count)
{
    rp_scenario_files files = {0};
    rp_error error = {0};
    rp_arena arena;
    cli_exit status = CLI_GOOD;

    rp_arena_init(&arena, of->with->alloc);
    watch_places(of, &arena);
    if (rp_app_scenarios(&of->with->options, of->folder, &arena, &files,
                         &error) != RP_OK) {
        status = complain_of(of->with, &error);
    }
    for (uint32_t i = 0; i < files.count && !was_interrupted; i++) {
        if (was_saved(of, files.items[i].id)) {
            (void)check_file(of, files.items[i].path);
        }
    }
    *count = files.count;
    of->all = false;
    of->name_count = 0;
    (void)fflush(stdout);
    rp_arena_clear(&arena);
    return status;
}

static cli_exit watch(watching *of)
{
    const cli *with = of->with;
    uint32_t count = 0;
    cli_exit status = check_saved(of, &count);

    if (status != CLI_GOOD) {
        return status;
    }
    say(with, "\n");
    say(with,
        cli_tr_n(with, "Watching %u scenario of %s. Ctrl C ends.",
                 "Watching %u scenarios of %s. Ctrl C ends.", count),
        (unsigned)count, of->folder);
    say(with, "\n");
    (void)fflush(stdout);
    while (status == CLI_GOOD && wait_for_save(of)) {
        status = check_saved(of, &count);
    }
    if (of->has_gone) {
        complain(with, cli_tr(with, "The folder %s is gone."), of->folder);
        return CLI_MACHINE;
    }
    return status;
}

cli_exit verb_watch(cli *with)
{
    watching of = {.with = with,
                   .is_full = args_has(with, "--full"),
                   .watches = {-1, -1, -1},
                   .all = true};
    struct sigaction action = {.sa_handler = interrupt};
    rp_error error = {0};
    cli_exit status = CLI_GOOD;

    of.options.is_quick = !of.is_full;
    if (rp_app_pack_folder(&with->options, with->operands[0], &with->arena,
                           &of.folder, &error) != RP_OK) {
        return complain_of(with, &error);
    }
    of.fd = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    if (of.fd < 0) {
        complain(with, cli_tr(with, "Files cannot be watched here: %s"),
                 strerrordesc_np(errno));
        return CLI_MACHINE;
    }
    (void)sigaction(SIGINT, &action, NULL);
    (void)sigaction(SIGTERM, &action, NULL);
    status = watch(&of);
    (void)close(of.fd);
    return status;
}
