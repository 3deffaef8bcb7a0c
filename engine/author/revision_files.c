/*
 * The folder in which a revision's files lie while they are needed: our own,
 * closed to others, and gone afterwards.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <fcntl.h>
#include <ftw.h>
#include <sys/stat.h>
#include <unistd.h>

#include "author.h"

enum {
    OPEN_FOLDERS_MAX = 8
};

static rp_status fail_writing(const char *path, rp_error *err)
{
    return author_fail(err, AUTHOR_NOT_WRITTEN,
                       AUTHOR_WORDS(path, strerrordesc_np(errno)));
}

rp_status revision_write(const rp_unpacked *to, const char *name,
                         const char *bytes, size_t length, rp_error *err)
{
    char path[RP_REVISION_PATH_MAX + REVISION_NAME_MAX];

    (void)snprintf(path, sizeof path, "%s/%s", to->folder, name);
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0) {
        return fail_writing(path, err);
    }
    FILE *stream = fdopen(fd, "wb");
    if (stream == NULL) {
        (void)close(fd);
        return author_no_memory(err);
    }
    bool is_written = fwrite(bytes, 1, length, stream) == length;
    is_written = fclose(stream) == 0 && is_written;
    return is_written ? RP_OK : fail_writing(path, err);
}

rp_status revision_folders(rp_unpacked *to, rp_error *err)
{
    static const char *const inner[] = {"lib", "locale"};
    const char *temporary = secure_getenv("TMPDIR");
    char path[RP_REVISION_PATH_MAX + REVISION_NAME_MAX];

    if (temporary == NULL || temporary[0] != '/' ||
        strlen(temporary) > RP_REVISION_PATH_MAX / 4) {
        temporary = "/tmp";
    }
    (void)snprintf(to->folder, sizeof to->folder, "%s/rapport-XXXXXX",
                   temporary);
    if (mkdtemp(to->folder) == NULL) {
        to->folder[0] = '\0';
        return fail_writing(temporary, err);
    }
    for (size_t i = 0; i < sizeof inner / sizeof *inner; i++) {
        (void)snprintf(path, sizeof path, "%s/%s", to->folder, inner[i]);
        if (mkdir(path, 0700) != 0) {
            return fail_writing(path, err);
        }
    }
    return RP_OK;
}

static int remove_one(const char *path, const struct stat *about, int kind,
                      struct FTW *where)
{
    (void)about;
    (void)kind;
    (void)where;
    return remove(path);
}

void rp_revision_remove(const rp_unpacked *unpacked)
{
    if (unpacked->folder[0] != '\0') {
        /* NOLINTNEXTLINE(concurrency-mt-unsafe): it is, without FTW_CHDIR */
        (void)nftw(unpacked->folder, remove_one, OPEN_FOLDERS_MAX,
                   FTW_DEPTH | FTW_PHYS);
    }
}
