/*
 * One window for each data folder: the lock decides who is first, the wire
 * carries the wishes of all others.
 */
#include "rapport/launch.h"

#include <errno.h>
#include <string.h>
#include <time.h>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app_internal.h"
#include "wire.h"

enum {
    FIND_MS = 2000, /* until a window that holds the lock has to listen */
    PAUSE_MS = 10
};

static const char lock_name[] = "window.lock";

struct rp_launch {
    rp_alloc alloc;
    int folder; /* descriptors; -1: none */
    int lock;
    int socket;
    char wish[WIRE_BYTES_MAX]; /* what was said last */
};

/* ------------------------------------------------------------- the folder */

static rp_status fail_other(const char *folder, rp_error *err)
{
    return rp_fail(err, RP_E_STATE,
                   "%s belongs to another person: choose a folder of your own "
                   "with --data",
                   folder);
}

static rp_status open_folder(rp_launch *launch, const char *path, rp_error *err)
{
    rp_status status = rp_store_make_dir(path, err);

    if (status == RP_OK) {
        launch->folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        status = launch->folder >= 0
                     ? RP_OK
                     : rp_fail(err, RP_E_IO, "cannot open the folder %s: %s",
                               path, strerrordesc_np(errno));
    }
    return status;
}

/* The descriptor stays -1 where the folder takes no file. */
static rp_status open_lock(rp_launch *launch, const char *path, rp_error *err)
{
    struct stat about;

    launch->lock =
        openat(launch->folder, lock_name,
               O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK,
               S_IRUSR | S_IWUSR);
    int reason = launch->lock < 0 ? errno : 0;
    int found = launch->lock >= 0 ? fstat(launch->lock, &about)
                                  : fstatat(launch->folder, lock_name, &about,
                                            AT_SYMLINK_NOFOLLOW);
    if (found != 0) {
        return RP_OK;
    }
    if (!S_ISREG(about.st_mode)) {
        return rp_fail(err, RP_E_INVALID,
                       "%s/%s is no plain file: move it away and start again",
                       path, lock_name);
    }
    if (about.st_uid != geteuid()) {
        return fail_other(path, err);
    }
    if (reason == EACCES) {
        return rp_fail(err, RP_E_IO, "cannot open %s/%s: %s", path, lock_name,
                       strerrordesc_np(reason));
    }
    return RP_OK;
}

/* ------------------------------------------------------------ first or not */

typedef enum rank {
    RANK_FIRST,
    RANK_LATER,
    RANK_ALONE /* nobody can tell: no locks here */
} rank;

static rank take_lock(const rp_launch *launch)
{
    if (launch->lock < 0) {
        return RANK_ALONE;
    }
    if (flock(launch->lock, LOCK_EX | LOCK_NB) == 0) {
        return RANK_FIRST;
    }
    return errno == EWOULDBLOCK ? RANK_LATER : RANK_ALONE;
}

static uint64_t now_ms(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000U + (uint64_t)now.tv_nsec / 1000000U;
}

static rp_status fail_silent(const char *path, rp_error *err)
{
    return rp_fail(err, RP_E_STATE,
                   "Rapport is open on %s already, and its window does not "
                   "answer: close it, or choose another folder with --data",
                   path);
}

/* A folder in which no socket can be made is still ours alone. */
static rp_status listen_there(rp_launch *launch, const char *path,
                              rp_error *err)
{
    return wire_listen(launch->folder, &launch->socket)
               ? RP_OK
               : rp_fail(err, RP_E_INVALID,
                         "%s/%s is in the way: move it away and start again",
                         path, wire_socket_name);
}

/* First, alone, or said so; `is_done` is true when the wish was taken. */
static rp_status find_rank(rp_launch *launch, const char *path,
                           const char *said, bool *is_done, rp_error *err)
{
    uint64_t until_ms = now_ms() + FIND_MS;
    wire_outcome outcome = WIRE_NOBODY;

    *is_done = false;
    while (outcome == WIRE_NOBODY) {
        rank found = take_lock(launch);
        if (found == RANK_FIRST) {
            return listen_there(launch, path, err);
        }
        if (found == RANK_ALONE) {
            return RP_OK;
        }
        outcome = wire_call(launch->folder, said);
        if (outcome == WIRE_NOBODY && now_ms() > until_ms) {
            return fail_silent(path, err);
        }
        (void)nanosleep(&(struct timespec){.tv_nsec = PAUSE_MS * 1000000L},
                        NULL);
    }
    *is_done = outcome == WIRE_TAKEN;
    if (outcome == WIRE_STRANGER) {
        return fail_other(path, err);
    }
    return *is_done ? RP_OK : fail_silent(path, err);
}

static rp_status open_there(rp_launch *launch, const char *path,
                            const rp_intent *wish, bool *is_done, rp_error *err)
{
    rp_status status = wire_write(wish, launch->wish, err);

    if (status == RP_OK) {
        status = open_folder(launch, path, err);
    }
    if (status == RP_OK) {
        status = open_lock(launch, path, err);
    }
    if (status == RP_OK) {
        status = find_rank(launch, path, launch->wish, is_done, err);
    }
    return status;
}

rp_status rp_launch_open(const rp_app_options *options, const rp_intent *wish,
                         rp_alloc alloc, rp_launch **launch, rp_error *err)
{
    const char *path = NULL;
    bool is_done = false;
    rp_arena arena;
    rp_launch *made = alloc.resize(alloc.user, NULL, sizeof *made);

    *launch = NULL;
    if (made == NULL) {
        return rp_fail(err, RP_E_MEMORY, "no memory to start");
    }
    *made = (rp_launch){.alloc = alloc, .folder = -1, .lock = -1, .socket = -1};
    rp_arena_init(&arena, alloc);
    rp_status status = options->in_memory
                           ? RP_OK
                           : files_data_dir(options, &arena, &path, err);
    if (status == RP_OK && path != NULL) {
        status = open_there(made, path, wish, &is_done, err);
    }
    rp_arena_clear(&arena);
    if (status != RP_OK || is_done) {
        rp_launch_close(made);
        return status;
    }
    *launch = made;
    return RP_OK;
}

static void drop(int descriptor)
{
    if (descriptor >= 0) {
        (void)close(descriptor);
    }
}

/* The lock goes last: whoever gets it finds no socket of ours. */
void rp_launch_close(rp_launch *launch)
{
    if (launch == NULL) {
        return;
    }
    rp_alloc alloc = launch->alloc;
    if (launch->socket >= 0) {
        (void)unlinkat(launch->folder, wire_socket_name, 0);
    }
    drop(launch->socket);
    drop(launch->lock);
    drop(launch->folder);
    (void)alloc.resize(alloc.user, launch, 0);
}

/* ------------------------------------------------------------- being called */

int rp_launch_fd(const rp_launch *launch)
{
    return launch->socket >= 0 ? launch->socket : 0;
}

bool rp_launch_next(rp_launch *launch, rp_intent *wish)
{
    return wire_hear(launch->socket, launch->wish, wish);
}
