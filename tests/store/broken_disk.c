/* A disk that breaks on demand. */
#include "broken_disk.h"

#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

/* What a write replaced, so that it can be taken back. */
typedef struct undo {
    struct undo *older;
    char path[512];
    int64_t size_before;
    int64_t offset;
    int64_t length;
    unsigned char *bytes;
} undo;

typedef struct broken_file {
    sqlite3_file base;
    char path[512];
    sqlite3_file *real; /* behind this struct */
} broken_file;

/* The one disk of the process. */
static struct {
    disk_fault fault;
    uint32_t at;
    uint32_t count;
    undo *newest;
    sqlite3_vfs *real;
    sqlite3_vfs vfs;
} disk;

static broken_file *of(sqlite3_file *file)
{
    return (broken_file *)(void *)file;
}

/* SQLITE_OK where an operation may go on. */
static int count_operation(int failure)
{
    disk.count++;
    if (disk.fault == DISK_WORKS || disk.count < disk.at) {
        return SQLITE_OK;
    }
    switch (disk.fault) {
    case DISK_IS_FULL: return disk.count == disk.at ? failure : SQLITE_OK;
    case DISK_FAILS: return SQLITE_IOERR;
    case DISK_KILLS: (void)raise(SIGKILL); return SQLITE_IOERR;
    case DISK_LOSES_POWER: return SQLITE_IOERR;
    case DISK_WORKS:
    default: return SQLITE_OK;
    }
}

static void remember(const char *path, int64_t offset, int64_t length)
{
    struct stat found;
    undo *step = calloc(1, sizeof *step);

    if (step == NULL || disk.fault != DISK_LOSES_POWER ||
        stat(path, &found) != 0) {
        free(step);
        return;
    }
    memcpy(step->path, path, strlen(path) + 1);
    step->size_before = found.st_size;
    step->offset = offset;
    step->length = found.st_size > offset ? found.st_size - offset : 0;
    if (length >= 0 && step->length > length) {
        step->length = length;
    }
    step->bytes = malloc((size_t)step->length + 1);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (step->bytes == NULL || file < 0 ||
        pread(file, step->bytes, (size_t)step->length, offset) !=
            step->length) {
        abort();
    }
    (void)close(file);
    step->older = disk.newest;
    disk.newest = step;
}

static void drop(undo **link)
{
    undo *step = *link;

    *link = step->older;
    free(step->bytes);
    free(step);
}

/* A sync makes what was written to one file last. */
static void forget_steps_of(const char *path)
{
    undo **link = &disk.newest;

    while (*link != NULL) {
        if (strcmp((*link)->path, path) == 0) {
            drop(link);
        } else {
            link = &(*link)->older;
        }
    }
}

void disk_forget_unsynced(void)
{
    while (disk.newest != NULL) {
        undo *step = disk.newest;
        int file = open(step->path, O_RDWR | O_CLOEXEC);
        if (file >= 0) {
            if (pwrite(file, step->bytes, (size_t)step->length, step->offset) !=
                    step->length ||
                ftruncate(file, step->size_before) != 0) {
                abort();
            }
            (void)close(file);
        }
        drop(&disk.newest);
    }
}

/* ------------------------------------------------------------------ files */

static int broken_close(sqlite3_file *file)
{
    return of(file)->real->pMethods->xClose(of(file)->real);
}

static int broken_read(sqlite3_file *file, void *out, int length,
                       sqlite3_int64 offset)
{
    return of(file)->real->pMethods->xRead(of(file)->real, out, length, offset);
}

static int broken_write(sqlite3_file *file, const void *bytes, int length,
                        sqlite3_int64 offset)
{
    int code = count_operation(SQLITE_FULL);

    if (code != SQLITE_OK) {
        return code;
    }
    remember(of(file)->path, offset, length);
    return of(file)->real->pMethods->xWrite(of(file)->real, bytes, length,
                                            offset);
}

static int broken_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    int code = count_operation(SQLITE_IOERR_TRUNCATE);

    if (code != SQLITE_OK) {
        return code;
    }
    remember(of(file)->path, size, -1);
    return of(file)->real->pMethods->xTruncate(of(file)->real, size);
}

static int broken_sync(sqlite3_file *file, int flags)
{
    int code = count_operation(SQLITE_IOERR_FSYNC);

    if (code != SQLITE_OK) {
        return code;
    }
    forget_steps_of(of(file)->path);
    return of(file)->real->pMethods->xSync(of(file)->real, flags);
}

static int broken_size(sqlite3_file *file, sqlite3_int64 *size)
{
    return of(file)->real->pMethods->xFileSize(of(file)->real, size);
}

static int broken_lock(sqlite3_file *file, int level)
{
    return of(file)->real->pMethods->xLock(of(file)->real, level);
}

static int broken_unlock(sqlite3_file *file, int level)
{
    return of(file)->real->pMethods->xUnlock(of(file)->real, level);
}

static int broken_reserved(sqlite3_file *file, int *out)
{
    return of(file)->real->pMethods->xCheckReservedLock(of(file)->real, out);
}

static int broken_control(sqlite3_file *file, int what, void *out)
{
    return of(file)->real->pMethods->xFileControl(of(file)->real, what, out);
}

static int broken_sector(sqlite3_file *file)
{
    return of(file)->real->pMethods->xSectorSize(of(file)->real);
}

static int broken_traits(sqlite3_file *file)
{
    return of(file)->real->pMethods->xDeviceCharacteristics(of(file)->real);
}

static int broken_map(sqlite3_file *file, int page, int size, int extend,
                      void volatile **out)
{
    return of(file)->real->pMethods->xShmMap(of(file)->real, page, size, extend,
                                             out);
}

static int broken_shm_lock(sqlite3_file *file, int offset, int count, int flags)
{
    return of(file)->real->pMethods->xShmLock(of(file)->real, offset, count,
                                              flags);
}

static void broken_barrier(sqlite3_file *file)
{
    of(file)->real->pMethods->xShmBarrier(of(file)->real);
}

static int broken_unmap(sqlite3_file *file, int remove_it)
{
    return of(file)->real->pMethods->xShmUnmap(of(file)->real, remove_it);
}

static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = broken_close,
    .xRead = broken_read,
    .xWrite = broken_write,
    .xTruncate = broken_truncate,
    .xSync = broken_sync,
    .xFileSize = broken_size,
    .xLock = broken_lock,
    .xUnlock = broken_unlock,
    .xCheckReservedLock = broken_reserved,
    .xFileControl = broken_control,
    .xSectorSize = broken_sector,
    .xDeviceCharacteristics = broken_traits,
    .xShmMap = broken_map,
    .xShmLock = broken_shm_lock,
    .xShmBarrier = broken_barrier,
    .xShmUnmap = broken_unmap,
};

static int broken_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *file,
                       int flags, int *out_flags)
{
    broken_file *broken = of(file);

    (void)vfs;
    *broken = (broken_file){0};
    broken->real = (sqlite3_file *)(void *)&broken[1];
    if (path != NULL && strlen(path) < sizeof broken->path) {
        memcpy(broken->path, path, strlen(path) + 1);
    }
    int code =
        disk.real->xOpen(disk.real, path, broken->real, flags, out_flags);
    if (code == SQLITE_OK) {
        broken->base.pMethods = &methods;
    }
    return code;
}

/* Power that is gone deletes nothing either. */
static int broken_delete(sqlite3_vfs *vfs, const char *path, int sync_folder)
{
    (void)vfs;
    if ((disk.fault == DISK_LOSES_POWER || disk.fault == DISK_FAILS) &&
        disk.count >= disk.at) {
        return SQLITE_IOERR_DELETE;
    }
    return disk.real->xDelete(disk.real, path, sync_folder);
}

const char *disk_register(void)
{
    static const char name[] = "broken-disk";

    if (disk.real == NULL) {
        disk.real = sqlite3_vfs_find(NULL);
        disk.vfs = *disk.real;
        disk.vfs.pNext = NULL;
        disk.vfs.zName = name;
        disk.vfs.szOsFile = (int)sizeof(broken_file) + disk.real->szOsFile;
        disk.vfs.xOpen = broken_open;
        disk.vfs.xDelete = broken_delete;
        (void)sqlite3_vfs_register(&disk.vfs, 0);
    }
    return name;
}

void disk_break(disk_fault fault, uint32_t at)
{
    while (disk.newest != NULL) {
        drop(&disk.newest);
    }
    disk.fault = fault;
    disk.at = at;
    disk.count = 0;
}

uint32_t disk_operations(void)
{
    return disk.count;
}
