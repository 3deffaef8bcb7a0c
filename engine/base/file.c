/*
 * Whole files. Writing goes the one way that survives a crash: a temporary
 * file in the same folder, fsync, rename, fsync of the folder.
 */
#include "rapport/file.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

bool rp_file_is_folder(const char *path)
{
    struct stat about;

    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

bool rp_file_is_plain(const char *path)
{
    struct stat about;

    return stat(path, &about) == 0 && S_ISREG(about.st_mode);
}

/* ---------------------------------------------------------------- read */

static rp_status read_open(FILE *stream, const char *path, rp_arena *arena,
                           rp_file_bytes *file, rp_error *err)
{
    struct stat about;

    if (fstat(fileno(stream), &about) != 0 || !S_ISREG(about.st_mode)) {
        return rp_fail(err, RP_E_INVALID, "%s is not a plain file", path);
    }
    if (about.st_size > RP_FILE_BYTES_MAX) {
        return rp_fail(err, RP_E_LIMIT, "%s is larger than %d MiB", path,
                       RP_FILE_BYTES_MAX >> 20);
    }
    size_t length = (size_t)about.st_size;
    char *bytes = rp_arena_take(arena, length + 1, 1);
    if (bytes == NULL) {
        return rp_fail(err, RP_E_MEMORY, "no memory to read %s", path);
    }
    if (fread(bytes, 1, length, stream) != length) {
        return rp_fail(err, RP_E_IO, "cannot read all of %s", path);
    }
    *file = (rp_file_bytes){.bytes = bytes, .length = length};
    return RP_OK;
}

/* A pipe without a writer would hold us for ever: it is not waited for. */
rp_status rp_file_read(const char *path, rp_arena *arena, rp_file_bytes *file,
                       rp_error *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    FILE *stream = fd >= 0 ? fdopen(fd, "rb") : NULL;

    if (stream == NULL) {
        int reason = errno;
        if (fd >= 0) {
            (void)close(fd);
        }
        return rp_fail(err, reason == ENOENT ? RP_E_INVALID : RP_E_IO,
                       "cannot open %s: %s", path, strerrordesc_np(reason));
    }
    rp_status status = read_open(stream, path, arena, file, err);
    (void)fclose(stream);
    return status;
}

/* --------------------------------------------------------------- write */

static rp_status fail_write(const char *path, rp_error *err)
{
    return rp_fail(err, RP_E_IO, "cannot write %s: %s", path,
                   strerrordesc_np(errno));
}

/* The permissions the new file is to have. */
static mode_t mode_for(const char *path)
{
    struct stat about;

    if (stat(path, &about) == 0) {
        return about.st_mode & 07777;
    }
    mode_t mask = umask(0);
    (void)umask(mask);
    return 0666 & ~mask;
}

static bool write_all(int fd, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t put = write(fd, bytes, length);
        if (put < 0 && errno == EINTR) {
            continue;
        }
        if (put <= 0) {
            return false;
        }
        bytes += put;
        length -= (size_t)put;
    }
    return true;
}

/* A rename lasts once its folder is on the disk; failing that, it may not. */
static void sync_folder(const char *path)
{
    char folder[PATH_MAX];
    const char *slash = strrchr(path, '/');
    int length = slash == NULL ? 1 : (int)(slash - path) + 1;

    if (snprintf(folder, sizeof folder, "%.*s", length,
                 slash == NULL ? "." : path) >= (int)sizeof folder) {
        return;
    }
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        (void)fsync(fd);
        (void)close(fd);
    }
}

static bool fill(int fd, const char *path, const char *bytes, size_t length)
{
    bool is_written = fchmod(fd, mode_for(path)) == 0 &&
                      write_all(fd, bytes, length) && fsync(fd) == 0;

    return close(fd) == 0 && is_written;
}

rp_status rp_file_write(const char *path, const char *bytes, size_t length,
                        rp_error *err)
{
    char target[PATH_MAX];
    char beside[PATH_MAX];

    if (realpath(path, target) == NULL) {
        (void)snprintf(target, sizeof target, "%s", path);
    }
    if (snprintf(beside, sizeof beside, "%s.XXXXXX", target) >=
        (int)sizeof beside) {
        errno = ENAMETOOLONG;
        return fail_write(path, err);
    }
    int fd = mkostemp(beside, O_CLOEXEC);
    if (fd < 0) {
        return fail_write(path, err);
    }
    if (!fill(fd, target, bytes, length) || rename(beside, target) != 0) {
        rp_status status = fail_write(path, err);
        (void)unlink(beside);
        return status;
    }
    sync_folder(target);
    return RP_OK;
}
