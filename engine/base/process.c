/*
 * Other programs at the same time, under one deadline. Nothing here blocks:
 * every descriptor is polled, and at the end no program is left.
 *
 * The input goes through a socket pair, because writing to a pipe whose
 * reader has died would send a signal to our own process.
 */
#include "rapport/process.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/pidfd.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    CHUNK_BYTES = 64 * 1024,
    ERRORS_MAX = 64 * 1024,
    FDS_A_PROCESS = 3,
    CHILD_SECONDS_MAX = 10
};

/* -------------------------------------------------------------- start */

/* The two ends of each channel while a program is being started. */
typedef struct channels {
    int in[2];  /* ours, theirs */
    int out[2]; /* ours, theirs */
    int err[2];
} channels;

static void close_fd(int *fd)
{
    if (*fd >= 0) {
        (void)close(*fd);
        *fd = -1;
    }
}

static void close_channels(channels *pairs)
{
    for (size_t i = 0; i < 2; i++) {
        close_fd(&pairs->in[i]);
        close_fd(&pairs->out[i]);
        close_fd(&pairs->err[i]);
    }
}

/* Moves a descriptor out of the way of 0, 1 and 2. */
static bool lift(int *fd)
{
    if (*fd > 2) {
        return true;
    }
    int lifted = fcntl(*fd, F_DUPFD_CLOEXEC, 3);
    close_fd(fd);
    *fd = lifted;
    return lifted >= 0;
}

static bool open_channels(channels *pairs)
{
    *pairs = (channels){.in = {-1, -1}, .out = {-1, -1}, .err = {-1, -1}};
    bool is_open =
        socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pairs->in) == 0 &&
        pipe2(pairs->out, O_CLOEXEC) == 0 && pipe2(pairs->err, O_CLOEXEC) == 0;
    for (size_t i = 0; is_open && i < 2; i++) {
        is_open =
            lift(&pairs->in[i]) && lift(&pairs->out[i]) && lift(&pairs->err[i]);
    }
    return is_open && fcntl(pairs->in[0], F_SETFL, O_NONBLOCK) == 0 &&
           fcntl(pairs->out[0], F_SETFL, O_NONBLOCK) == 0 &&
           fcntl(pairs->err[0], F_SETFL, O_NONBLOCK) == 0;
}

/* Their ends become 0, 1 and 2; everything else is closed. */
static int set_actions(posix_spawn_file_actions_t *actions,
                       const channels *pairs)
{
    int failed = posix_spawn_file_actions_adddup2(actions, pairs->in[1], 0);
    if (failed == 0) {
        failed = posix_spawn_file_actions_adddup2(actions, pairs->out[1], 1);
    }
    if (failed == 0) {
        failed = posix_spawn_file_actions_adddup2(actions, pairs->err[1], 2);
    }
    if (failed == 0) {
        failed = posix_spawn_file_actions_addclosefrom_np(actions, 3);
    }
    return failed;
}

/* Stock signals, none blocked, whatever the program around us has set. */
static int set_attributes(posix_spawnattr_t *attributes)
{
    sigset_t all;
    sigset_t none;
    (void)sigfillset(&all);
    (void)sigemptyset(&none);
    int failed = posix_spawnattr_setsigdefault(attributes, &all);
    if (failed == 0) {
        failed = posix_spawnattr_setsigmask(attributes, &none);
    }
    if (failed == 0) {
        failed = posix_spawnattr_setflags(
            attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    }
    return failed;
}

/* posix_spawn takes writable strings but leaves them alone. */
static char *const *as_arguments(const char *const *arguments)
{
    char *const *writable = NULL;
    memcpy(&writable, &arguments, sizeof writable);
    return writable;
}

static int spawn(rp_process *process, const channels *pairs)
{
    static const char *const no_environment[] = {NULL};
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int failed = posix_spawn_file_actions_init(&actions);
    if (failed != 0) {
        return failed;
    }
    failed = posix_spawnattr_init(&attributes);
    if (failed != 0) {
        (void)posix_spawn_file_actions_destroy(&actions);
        return failed;
    }
    failed = set_actions(&actions, pairs);
    if (failed == 0) {
        failed = set_attributes(&attributes);
    }
    if (failed == 0) {
        failed = posix_spawn(&process->pid, process->path, &actions,
                             &attributes, as_arguments(process->arguments),
                             as_arguments(no_environment));
    }
    (void)posix_spawnattr_destroy(&attributes);
    (void)posix_spawn_file_actions_destroy(&actions);
    return failed;
}

/* A backstop for programs that do not limit themselves. */
static void limit_child(pid_t pid)
{
    const struct rlimit seconds = {CHILD_SECONDS_MAX, CHILD_SECONDS_MAX};
    const struct rlimit nothing = {0, 0};
    (void)prlimit(pid, RLIMIT_CPU, &seconds, NULL);
    (void)prlimit(pid, RLIMIT_FSIZE, &nothing, NULL);
    (void)prlimit(pid, RLIMIT_CORE, &nothing, NULL);
}

static rp_status start(rp_process *process, rp_error *err)
{
    channels pairs;
    if (!open_channels(&pairs)) {
        int reason = errno;
        close_channels(&pairs);
        return rp_fail(err, RP_E_IO, "cannot open a channel: %s",
                       strerrordesc_np(reason));
    }
    int failed = spawn(process, &pairs);
    if (failed != 0) {
        close_channels(&pairs);
        process->pid = -1;
        return rp_fail(err, RP_E_IO, "cannot start %s: %s", process->path,
                       strerrordesc_np(failed));
    }
    limit_child(process->pid);
    process->in_fd = pairs.in[0];
    process->out_fd = pairs.out[0];
    process->err_fd = pairs.err[0];
    pairs.in[0] = -1;
    pairs.out[0] = -1;
    pairs.err[0] = -1;
    close_channels(&pairs);
    return RP_OK;
}

/* --------------------------------------------------------------- work */

static bool is_running(const rp_process *process)
{
    return process->out_fd >= 0 || process->err_fd >= 0;
}

/* Sends what fits. A reader that has gone may have said why: no failure. */
static void send_some(rp_process *process)
{
    while (process->sent < process->input_length) {
        ssize_t put = send(process->in_fd, process->input + process->sent,
                           process->input_length - process->sent,
                           MSG_NOSIGNAL | MSG_DONTWAIT);
        if (put < 0 && errno == EINTR) {
            continue;
        }
        if (put < 0 && errno == EAGAIN) {
            return;
        }
        if (put < 0) {
            break;
        }
        process->sent += (size_t)put;
    }
    close_fd(&process->in_fd);
}

/* Reads what is there; closes at the end, or past `most` bytes. */
static void read_some(rp_process *process, int *fd, rp_text *into, size_t most)
{
    char chunk[CHUNK_BYTES];
    for (;;) {
        ssize_t got = read(*fd, chunk, sizeof chunk);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0 && errno == EAGAIN) {
            return;
        }
        if (got <= 0) {
            break;
        }
        if ((size_t)got > most - into->length) {
            process->was_too_long = true;
            break;
        }
        rp_text_add(into, chunk, (size_t)got);
        if (into->failed) {
            break;
        }
    }
    close_fd(fd);
}

static int64_t now_ms(void)
{
    struct timespec now = {0};
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Lists the descriptors of all processes, -1 where one is closed. */
static bool list_fds(const rp_process *processes, size_t count,
                     struct pollfd fds[])
{
    bool is_any_running = false;
    for (size_t i = 0; i < count; i++) {
        const rp_process *process = &processes[i];
        struct pollfd *own = &fds[i * FDS_A_PROCESS];
        own[0] = (struct pollfd){.fd = process->in_fd, .events = POLLOUT};
        own[1] = (struct pollfd){.fd = process->out_fd, .events = POLLIN};
        own[2] = (struct pollfd){.fd = process->err_fd, .events = POLLIN};
        is_any_running = is_any_running || is_running(process);
    }
    return is_any_running;
}

static void serve(rp_process *process, const struct pollfd own[])
{
    if (process->in_fd >= 0 && own[0].revents != 0) {
        send_some(process);
    }
    if (process->out_fd >= 0 && own[1].revents != 0) {
        read_some(process, &process->out_fd, &process->output,
                  process->output_max);
    }
    if (process->err_fd >= 0 && own[2].revents != 0) {
        read_some(process, &process->err_fd, &process->errors, ERRORS_MAX);
    }
    if (process->was_too_long || process->output.failed ||
        process->errors.failed) {
        close_fd(&process->out_fd);
        close_fd(&process->err_fd);
    }
}

static void work(rp_process *processes, size_t count, int64_t end_ms)
{
    struct pollfd fds[RP_PROCESSES_MAX * FDS_A_PROCESS];
    while (list_fds(processes, count, fds)) {
        int64_t left = end_ms - now_ms();
        int ready = left <= 0
                        ? 0
                        : poll(fds, (nfds_t)(count * FDS_A_PROCESS), (int)left);
        if (ready < 0 && errno == EINTR) {
            continue;
        }
        if (ready <= 0) {
            return;
        }
        for (size_t i = 0; i < count; i++) {
            serve(&processes[i], &fds[i * FDS_A_PROCESS]);
        }
    }
}

/* ---------------------------------------------------------------- end */

/*
 * Some programs close their channels a moment before they leave with their
 * status: gives them what is left of the time.
 */
static bool wait_for_end(pid_t pid, int64_t end_ms)
{
    struct pollfd end = {.fd = pidfd_open(pid, 0), .events = POLLIN};
    if (end.fd < 0) {
        return false;
    }
    int ready = -1;
    do {
        int64_t left = end_ms - now_ms();
        ready = poll(&end, 1, left > 0 ? (int)left : 0);
    } while (ready < 0 && errno == EINTR);
    (void)close(end.fd);
    return ready > 0;
}

/* Ending a program that has left already changes nothing of its status. */
static void finish(rp_process *process, int64_t end_ms)
{
    if (process->pid <= 0) {
        return;
    }
    bool has_more_time = !is_running(process) && !process->was_too_long;
    process->was_late = is_running(process) ||
                        (has_more_time && !wait_for_end(process->pid, end_ms));
    close_fd(&process->in_fd);
    close_fd(&process->out_fd);
    close_fd(&process->err_fd);
    (void)kill(process->pid, SIGKILL);
    pid_t reaped = 0;
    do {
        reaped = waitpid(process->pid, &process->wait_status, 0);
    } while (reaped < 0 && errno == EINTR);
    process->has_status = reaped == process->pid;
    process->pid = -1;
}

rp_status rp_process_run(rp_process *processes, size_t count,
                         uint32_t deadline_ms, rp_error *err)
{
    rp_status status = RP_OK;
    for (size_t i = 0; i < count; i++) {
        rp_process *process = &processes[i];
        rp_text_init(&process->output, process->alloc);
        rp_text_init(&process->errors, process->alloc);
        process->pid = -1;
        process->in_fd = -1;
        process->out_fd = -1;
        process->err_fd = -1;
    }
    if (count > RP_PROCESSES_MAX) {
        return rp_fail(err, RP_E_LIMIT, "more than %d programs at once",
                       RP_PROCESSES_MAX);
    }
    int64_t end_ms = now_ms() + deadline_ms;
    for (size_t i = 0; status == RP_OK && i < count; i++) {
        status = start(&processes[i], err);
    }
    if (status == RP_OK) {
        work(processes, count, end_ms);
    }
    for (size_t i = 0; i < count; i++) {
        finish(&processes[i], end_ms);
        if (processes[i].output.failed || processes[i].errors.failed) {
            status = rp_fail(err, RP_E_MEMORY, "not enough memory");
        }
    }
    return status;
}

void rp_process_clear(rp_process *processes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        rp_text_clear(&processes[i].output);
        rp_text_clear(&processes[i].errors);
    }
}

bool rp_process_is_good(const rp_process *process)
{
    return process->has_status && !process->was_late &&
           !process->was_too_long && WIFEXITED(process->wait_status) &&
           WEXITSTATUS(process->wait_status) == 0;
}

/* --------------------------------------------------------------- find */

bool rp_process_can_run(const char *path)
{
    struct stat found;

    return stat(path, &found) == 0 && S_ISREG(found.st_mode) &&
           access(path, X_OK) == 0;
}

bool rp_process_find(const char *program, char path[RP_PATH_MAX])
{
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): the program never sets it */
    const char *folders = getenv("PATH");

    if (folders == NULL || folders[0] == '\0') {
        folders = "/usr/local/bin:/usr/bin:/bin";
    }
    while (*folders != '\0') {
        size_t length = strcspn(folders, ":");
        int written = snprintf(path, RP_PATH_MAX, "%.*s/%s", (int)length,
                               folders, program);
        if (folders[0] == '/' && written > 0 && written < RP_PATH_MAX &&
            rp_process_can_run(path)) {
            return true;
        }
        folders += length;
        folders += *folders == ':';
    }
    return false;
}
