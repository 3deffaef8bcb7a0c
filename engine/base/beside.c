/*
 * What came with the program: found from where the program itself lies, so
 * that an installed one works under any prefix.
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unistd.h>

#include "rapport/file.h"

/* The folder of this program; false where nobody can tell. */
static bool program_folder(char path[PATH_MAX])
{
    ssize_t length = readlink("/proc/self/exe", path, PATH_MAX - 1);

    if (length <= 0) {
        return false;
    }
    path[length] = '\0';
    char *slash = strrchr(path, '/');
    if (slash == NULL) {
        return false;
    }
    *slash = '\0';
    return true;
}

/* A path without links and dots, when something is there and it fits. */
static bool is_there(const char *folder, const char *place, char *path,
                     size_t size)
{
    char joined[PATH_MAX];
    char real[PATH_MAX];
    int length = snprintf(joined, sizeof joined, "%s/%s", folder, place);

    if (length < 0 || (size_t)length >= sizeof joined ||
        realpath(joined, real) == NULL || strlen(real) >= size) {
        return false;
    }
    memcpy(path, real, strlen(real) + 1);
    return true;
}

bool rp_file_beside(const char *const places[], char *path, size_t size)
{
    char folder[PATH_MAX];

    if (!program_folder(folder)) {
        return false;
    }
    for (; *places != NULL; places++) {
        if (is_there(folder, *places, path, size)) {
            return true;
        }
    }
    return false;
}
