/*
 * Finds the pictures and opens the window on an app.
 */
#include "open_window.h"

#include <stdlib.h>
#include <string.h>

#include "rapport/file.h"
#include "window/app_window.h"

enum {
    PATH_SIZE = 4096
};

rp_status find_pictures(char *found, size_t size, rp_error *err)
{
    static const char *const beside[] = {"share/rapport/assets",
                                         "../share/rapport/assets", NULL};
    const char *named = secure_getenv("RAPPORT_ASSETS");

    if (named != NULL && named[0] != '\0' && strlen(named) < size) {
        memcpy(found, named, strlen(named) + 1);
        return RP_OK;
    }
    if (!rp_file_beside(beside, found, size)) {
        return rp_fail(err, RP_E_IO,
                       "the pictures are missing; install Rapport again");
    }
    return RP_OK;
}

rp_status open_window(rp_app *app, rp_launch *launch, rp_error *err)
{
    char found[PATH_SIZE];
    rp_status status = find_pictures(found, sizeof found, err);

    return status == RP_OK ? app_window_run(app, launch, found, err) : status;
}

void wake_window(void *user)
{
    (void)user;
    rp_window_wake();
}
