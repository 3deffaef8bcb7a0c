/*
 * The studio's watcher: a thread that waits for a save, and for the quiet
 * after it.
 *
 * Editors save in many ways: in place, by renaming a new file over the old
 * one, with a backup beside it. So what is looked at are names, and the worker
 * asks the files themselves whether they changed. Where folders cannot be
 * watched it is asked to look now and then.
 */
#include <string.h>
#include <time.h>

#include <poll.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "studio.h"

enum {
    QUIET_MS = 100,
    SAVE_MS_MAX = 300,
    LOOK_EVERY_MS = 1000, /* where nothing can be watched */
    EVENTS_BYTES = 16 * 1024,
    WATCHED = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE |
              IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR
};

struct studio_watcher {
    rp_alloc alloc;
    studio_watch watch;
    pthread_t thread;
    int events; /* inotify; -1: it cannot be had */
    int end;    /* an eventfd: it is over */
};

static int64_t now_ms(void)
{
    struct timespec now = {0};

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* ---------------------------------------------------------------- folders */

static bool watch_folder(const studio_watcher *of, const char *path)
{
    /* A folder that is watched already only has its mask set anew. */
    return inotify_add_watch(of->events, path, WATCHED) >= 0;
}

/* A pack, and what its scenarios are made of besides, if there is such. */
static bool watch_pack(const studio_watcher *of, const char *path,
                       rp_arena *arena)
{
    static const char *const parts[] = {"lib", "locale"};

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const char *part = rp_arena_format(arena, "%s/%s", path, parts[i]);
        if (part != NULL) {
            (void)watch_folder(of, part);
        }
    }
    return watch_folder(of, path);
}

/* Done anew after each save, as folders come and go; false: not all can be. */
static bool watch_all(const studio_watcher *of)
{
    file_names names = {0};
    rp_arena arena;

    rp_arena_init(&arena, of->alloc);
    bool sees =
        of->events >= 0 && watch_folder(of, of->watch.folder) &&
        files_list(of->watch.folder, NULL, &arena, &names, NULL) == RP_OK;
    for (uint32_t i = 0; sees && i < names.count; i++) {
        const char *path =
            rp_arena_format(&arena, "%s/%s", of->watch.folder, names.items[i]);
        sees = path != NULL &&
               (!rp_file_is_folder(path) || watch_pack(of, path, &arena));
    }
    rp_arena_clear(&arena);
    return sees;
}

/* ----------------------------------------------------------------- events */

static bool ends_with(const char *name, const char *ending)
{
    size_t length = strlen(name);
    size_t tail = strlen(ending);

    return length > tail && strcmp(name + length - tail, ending) == 0;
}

/* A folder that came or went, or a file that scenarios are made of. */
static bool matters(const struct inotify_event *event, const char *name)
{
    const uint32_t folder =
        IN_ISDIR | IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_Q_OVERFLOW;

    if ((event->mask & folder) != 0) {
        return true;
    }
    /* What was only made is not written yet. */
    return event->len > 0 && name[0] != '.' && event->mask != IN_CREATE &&
           (ends_with(name, ".lua") || ends_with(name, ".po") ||
            ends_with(name, ".json"));
}

static bool read_events(const studio_watcher *of)
{
    _Alignas(struct inotify_event) char bytes[EVENTS_BYTES];
    ssize_t length = read(of->events, bytes, sizeof bytes);
    bool found = false;

    for (ssize_t at = 0; at < length;) {
        struct inotify_event event;
        memcpy(&event, bytes + at, sizeof event);
        found = found || matters(&event, bytes + at + sizeof event);
        at += (ssize_t)(sizeof event + event.len);
    }
    return found;
}

/* Waits at most so long; true where something was written. */
static bool wait_for(const studio_watcher *of, int most_ms, bool *is_over)
{
    struct pollfd fds[] = {{.fd = of->end, .events = POLLIN},
                           {.fd = of->events, .events = POLLIN}};
    int ready = poll(fds, 2, most_ms);

    *is_over = ready > 0 && fds[0].revents != 0;
    return ready > 0 && fds[1].revents != 0 && read_events(of);
}

/* Until nothing more is written for a moment, but not for ever. */
static void wait_for_quiet(const studio_watcher *of, bool *is_over)
{
    int64_t end_ms = now_ms() + SAVE_MS_MAX;

    while (!*is_over && now_ms() < end_ms && wait_for(of, QUIET_MS, is_over)) {}
}

static void *watch(void *user)
{
    const studio_watcher *of = user;
    bool sees = watch_all(of);
    bool is_over = false;

    while (!is_over) {
        bool is_sure = wait_for(of, sees ? -1 : LOOK_EVERY_MS, &is_over);
        if (is_sure) {
            wait_for_quiet(of, &is_over);
        }
        if (!is_over && (is_sure || !sees)) {
            sees = watch_all(of);
            of->watch.changed(of->watch.user, is_sure);
        }
    }
    return NULL;
}

/* ------------------------------------------------------------ from outside */

static void close_all(studio_watcher *of)
{
    rp_alloc alloc = of->alloc;

    if (of->events >= 0) {
        (void)close(of->events);
    }
    if (of->end >= 0) {
        (void)close(of->end);
    }
    (void)alloc.resize(alloc.user, of, 0);
}

rp_status watcher_open(const studio_watch *ordered, rp_alloc alloc,
                       studio_watcher **watcher, rp_error *err)
{
    studio_watcher *made = alloc.resize(alloc.user, NULL, sizeof *made);

    if (made == NULL) {
        return rp_fail(err, RP_E_MEMORY, "no memory for the studio");
    }
    *made = (studio_watcher){.alloc = alloc, .watch = *ordered};
    made->events = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    made->end = eventfd(0, EFD_CLOEXEC);
    if (made->end < 0 ||
        pthread_create(&made->thread, NULL, watch, made) != 0) {
        close_all(made);
        return rp_fail(err, RP_E_IO, "The folder cannot be watched.");
    }
    *watcher = made;
    return RP_OK;
}

void watcher_close(studio_watcher *watcher)
{
    const uint64_t one = 1;

    if (watcher != NULL) {
        (void)!write(watcher->end, &one, sizeof one);
        (void)pthread_join(watcher->thread, NULL);
        close_all(watcher);
    }
}
