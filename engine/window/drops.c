/*
 * Files dropped on the window come one event each: they are gathered, so that
 * one drop is one wish, the first file's.
 */
#include "window/window_internal.h"

bool drops_take(window_drop *drop, const SDL_Event *event)
{
    switch (event->type) {
    case SDL_DROPBEGIN: drops_clear(drop); return false;
    case SDL_DROPFILE:
        if (drop->count++ == 0) {
            drop->path = event->drop.file;
        } else {
            SDL_free(event->drop.file);
        }
        return false;
    case SDL_DROPTEXT: SDL_free(event->drop.file); return false;
    case SDL_DROPCOMPLETE: return drop->count > 0;
    default: return false;
    }
}

void drops_clear(window_drop *drop)
{
    SDL_free(drop->path);
    *drop = (window_drop){.path = NULL};
}
