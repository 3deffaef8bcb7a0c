/*
 * The folder and the files in it: made for their owner only, whatever the
 * umask, and never through a link or a pipe somebody put in their place.
 *
 * The database file itself is never opened here: closing any descriptor of
 * it would drop the locks SQLite holds in this process.
 */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store_internal.h"

static const char database_name[] = "rapport.db";
static const char *const companions[] = {"", "-wal", "-shm", "-journal"};

enum {
    COMPANIONS = sizeof companions / sizeof companions[0]
};

static rp_status fail_system(const char *doing, const char *path, rp_error *err)
{
    int reason = errno;
    char text[128];

    /* The GNU form returns the text, in `text` or elsewhere. */
    return rp_fail(err, RP_E_IO, "cannot %s %s: %s", doing, path,
                   strerror_r(reason, text, sizeof text));
}

static bool is_absolute(const char *path)
{
    return path != NULL && path[0] == '/';
}

rp_status rp_store_default_dir(const char *xdg_data_home, const char *home,
                               rp_text *out, rp_error *err)
{
    if (is_absolute(xdg_data_home)) {
        rp_text_printf(out, "%s/rapport", xdg_data_home);
    } else if (is_absolute(home)) {
        rp_text_printf(out, "%s/.local/share/rapport", home);
    } else {
        return rp_fail(err, RP_E_INVALID,
                       "neither XDG_DATA_HOME nor HOME names a folder: say "
                       "where the data belongs");
    }
    return out->failed ? rp_fail(err, RP_E_MEMORY, "out of memory") : RP_OK;
}

/* Makes one folder, 0700 whatever the umask; one that is there stays. */
static rp_status make_folder(const char *path, rp_error *err)
{
    if (mkdir(path, S_IRWXU) == 0) {
        return chmod(path, S_IRWXU) == 0 ? RP_OK
                                         : fail_system("protect", path, err);
    }
    return errno == EEXIST ? RP_OK : fail_system("make the folder", path, err);
}

rp_status rp_store_make_dir(const char *directory, rp_error *err)
{
    char part[PATH_MAX];
    size_t length = strlen(directory);
    rp_status status = RP_OK;

    if (length == 0 || length >= sizeof part) {
        return rp_fail(err, RP_E_INVALID, "the data folder has no usable name");
    }
    memcpy(part, directory, length + 1);
    for (size_t i = 1; i < length && status == RP_OK; i++) {
        if (part[i] == '/') {
            part[i] = '\0';
            status = make_folder(part, err);
            part[i] = '/';
        }
    }
    return status == RP_OK ? make_folder(part, err) : status;
}

static const char *kind_of(mode_t mode)
{
    if (S_ISDIR(mode)) {
        return "a folder";
    }
    if (S_ISLNK(mode)) {
        return "a link";
    }
    return S_ISFIFO(mode) ? "a pipe" : "no ordinary file";
}

/* One of the database's files: absent, or a file that only we can read. */
static rp_status check_file(const char *path, bool *is_there, rp_error *err)
{
    struct stat found;

    *is_there = false;
    if (lstat(path, &found) != 0) {
        return errno == ENOENT ? RP_OK : fail_system("look at", path, err);
    }
    *is_there = true;
    if (!S_ISREG(found.st_mode)) {
        return rp_fail(err, RP_E_INVALID,
                       "%s is %s, not a file: move it away and start again",
                       path, kind_of(found.st_mode));
    }
    /* Where it belongs to somebody else this fails, and changes nothing. */
    if ((found.st_mode & (S_IRWXG | S_IRWXO)) != 0 &&
        chmod(path, S_IRUSR | S_IWUSR) != 0) {
        return fail_system("protect", path, err);
    }
    return RP_OK;
}

static rp_status check_files(const char *path, bool *is_there, rp_error *err)
{
    char name[PATH_MAX + 16];
    rp_status status = RP_OK;

    for (size_t i = COMPANIONS; i-- > 0 && status == RP_OK;) {
        (void)snprintf(name, sizeof name, "%s%s", path, companions[i]);
        status = check_file(name, is_there, err); /* the last is the file */
    }
    return status;
}

rp_status folder_prepare(const char *directory, rp_alloc alloc, char **path,
                         bool *is_there, rp_error *err)
{
    char real[PATH_MAX];
    rp_text name;
    struct stat found;

    rp_status status = rp_store_make_dir(directory, err);
    if (status != RP_OK) {
        return status;
    }
    if (realpath(directory, real) == NULL || stat(real, &found) != 0) {
        return fail_system("open the folder", directory, err);
    }
    if (!S_ISDIR(found.st_mode)) {
        return rp_fail(err, RP_E_INVALID, "%s is not a folder", directory);
    }
    rp_text_init(&name, alloc);
    rp_text_printf(&name, "%s/%s", real, database_name);
    if (name.failed) {
        return rp_fail(err, RP_E_MEMORY, "out of memory");
    }
    status = check_files(name.bytes, is_there, err);
    if (status != RP_OK) {
        rp_text_clear(&name);
        return status;
    }
    *path = name.bytes;
    return RP_OK;
}

rp_status folder_make_file(const char *path, rp_error *err)
{
    int file = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                    S_IRUSR | S_IWUSR);

    if (file < 0) {
        return fail_system("make", path, err);
    }
    int protected = fchmod(file, S_IRUSR | S_IWUSR);
    if (close(file) != 0 || protected != 0) {
        return fail_system("make", path, err);
    }
    return RP_OK;
}

/* A new name survives a power cut once its folder is on the disk. */
static rp_status sync_folder_of(const char *path, rp_error *err)
{
    char folder[PATH_MAX];
    const char *slash = strrchr(path, '/');
    size_t length = slash != NULL ? (size_t)(slash - path) : 0;

    if (slash == NULL) {
        memcpy(folder, ".", 2);
    } else if (length == 0 || length >= sizeof folder) {
        memcpy(folder, "/", 2);
    } else {
        memcpy(folder, path, length);
        folder[length] = '\0';
    }
    int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0) {
        return fail_system("open the folder", folder, err);
    }
    int synced = fsync(file);
    (void)close(file); /* only read */
    return synced == 0 ? RP_OK : fail_system("write to", folder, err);
}

int64_t folder_file_bytes(const char *path)
{
    struct stat found;

    return lstat(path, &found) == 0 ? (int64_t)found.st_size : -1;
}

void folder_discard(const char *path)
{
    char name[PATH_MAX + 16];

    for (size_t i = 0; i < COMPANIONS; i++) {
        (void)snprintf(name, sizeof name, "%s%s", path, companions[i]);
        (void)unlink(name); /* absent is as good */
    }
}

rp_status folder_publish(const char *from, const char *path, bool must_be_new,
                         rp_error *err)
{
    int named = link(from, path);
    if (named != 0 && (errno == EPERM || errno == EOPNOTSUPP) &&
        folder_file_bytes(path) < 0) {
        named = rename(from, path); /* a file system without hard links */
    }
    if (named != 0 && (errno != EEXIST || must_be_new)) {
        return fail_system("name", path, err);
    }
    folder_discard(from);
    return sync_folder_of(path, err);
}
