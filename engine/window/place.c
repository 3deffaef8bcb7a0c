/*
 * Where the window stands: a remembered place is taken when somebody could
 * still get hold of the window there, and followed while it moves.
 */
#include "window/window_internal.h"

enum {
    GRIP_HEIGHT = 32, /* of a title bar, which stands above the window */
    GRIP_LEAST = 96,  /* that has to be seen of it */
    SETTLING_MS = 500,
    DISPLAYS_MAX = 16
};

/* How much of the place's title bar a display shows. */
static int shown_grip(const window_place *place, const SDL_Rect *display)
{
    SDL_Rect grip = {place->x, place->y, place->width, GRIP_HEIGHT};
    SDL_Rect seen = {0};

    return SDL_IntersectRect(&grip, display, &seen) == SDL_TRUE &&
                   seen.h >= GRIP_HEIGHT / 2
               ? seen.w
               : 0;
}

static int between(int value, int low, int high)
{
    if (value > high) {
        value = high;
    }
    return value < low ? low : value;
}

window_place place_fit(const window_place *kept, const window_place *least,
                       const SDL_Rect *displays, int count)
{
    window_place fit = *kept;
    int best = -1;
    int most = GRIP_LEAST - 1;

    for (int i = 0; i < count; i++) {
        int seen = shown_grip(kept, &displays[i]);
        if (seen > most) {
            most = seen;
            best = i;
        }
    }
    fit.is_somewhere = best >= 0;
    if (count > 0) {
        const SDL_Rect *on = &displays[best >= 0 ? best : 0];
        fit.width = between(fit.width, least->width, on->w);
        fit.height = between(fit.height, least->height, on->h);
    }
    return fit;
}

window_place place_wanted(const window_options *options,
                          const window_place *least)
{
    SDL_Rect displays[DISPLAYS_MAX];
    int count = SDL_GetNumVideoDisplays();
    int found = 0;
    int scale = least->width * 100 / WINDOW_LEAST_WIDTH;

    if (options->place.width <= 0) {
        int width = options->width == 0 ? 1280 : options->width;
        int height = options->height == 0 ? 800 : options->height;
        return (window_place){.width = width * scale / 100,
                              .height = height * scale / 100};
    }
    for (int i = 0; i < count && found < DISPLAYS_MAX; i++) {
        found += SDL_GetDisplayUsableBounds(i, &displays[found]) == 0 ? 1 : 0;
    }
    return place_fit(&options->place, least, displays, found);
}

/* The corner of the frame, which is where a new window is put. */
static void find_corner(SDL_Window *window, window_place *place)
{
    int top = 0;
    int left = 0;

    SDL_GetWindowPosition(window, &place->x, &place->y);
    if (SDL_GetWindowBordersSize(window, &top, &left, NULL, NULL) == 0) {
        place->x -= left;
        place->y -= top;
    }
    place->is_somewhere = true;
}

static bool is_same(const window_place *a, const window_place *b)
{
    return a->x == b->x && a->y == b->y && a->width == b->width &&
           a->height == b->height;
}

/*
 * The size before it was maximised is the one to come back to. A window
 * manager may resize first and tell why afterwards: what has only just
 * changed is then taken back.
 */
void place_follow(window_follow *follow, SDL_Window *window, uint32_t now_ms)
{
    Uint32 flags = SDL_GetWindowFlags(window);
    window_place now = {.is_somewhere = false};
    bool was_maximised = follow->plain.is_maximised;

    follow->plain.is_maximised = (flags & SDL_WINDOW_MAXIMIZED) != 0;
    if (follow->plain.is_maximised) {
        if (!was_maximised && now_ms - follow->changed_ms < SETTLING_MS) {
            follow->plain = follow->before;
            follow->plain.is_maximised = true;
        }
        return;
    }
    if ((flags & (SDL_WINDOW_FULLSCREEN | SDL_WINDOW_MINIMIZED |
                  SDL_WINDOW_HIDDEN)) != 0) {
        return;
    }
    SDL_GetWindowSize(window, &now.width, &now.height);
    find_corner(window, &now);
    if (!is_same(&now, &follow->plain)) {
        follow->before = follow->plain.width > 0 ? follow->plain : now;
        follow->plain = now;
        follow->changed_ms = now_ms;
    }
}
