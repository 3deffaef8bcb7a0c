/*
 * Finds the pictures and opens the window on an app.
 */
#include "open_window.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sys/stat.h>
#include <unistd.h>

#include "window/app_window.h"

enum {
    PATH_SIZE = 4096
};

static bool is_folder(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* "<where the program lies>/../share/rapport/assets" of an installed one. */
static bool installed_assets(char path[PATH_SIZE])
{
    static const char below[] = "/../share/rapport/assets";
    ssize_t length = readlink("/proc/self/exe", path, PATH_SIZE - 1);

    if (length <= 0) {
        return false;
    }
    path[length] = '\0';
    char *slash = strrchr(path, '/');
    if (slash == NULL || (size_t)(slash - path) + sizeof below > PATH_SIZE) {
        return false;
    }
    memcpy(slash, below, sizeof below);
    return is_folder(path);
}

rp_status open_window(rp_app *app, rp_error *err)
{
    char installed[PATH_SIZE];
    const char *named = secure_getenv("RAPPORT_ASSETS");

    if (named != NULL && named[0] != '\0') {
        return app_window_run(app, named, err);
    }
    return app_window_run(
        app, installed_assets(installed) ? installed : RP_ASSET_DIR, err);
}
