/*
 * What has to be painted again. The list of the frame before is known by the
 * hash and the place of each command; both lists are walked side by side, and
 * whatever only one of them has is gathered into a few rectangles.
 */
#include <string.h>

#include "window/window_internal.h"

enum {
    LOOK_AHEAD = 48, /* commands that may have come or gone at one place */
    CAPACITY_FIRST = 256
};

/* ---------------------------------------------------------------- bounds */

/* Roomy: a glyph may stand out of its line, and of its advance. */
static SDL_Rect text_bounds(window_painter *painter, const ui_draw *draw)
{
    const ui_text_service *service = &painter->fonts->service;
    int width =
        service->width(service->user, &draw->font, draw->text, draw->length);
    int size = draw->font.size_px * draw->font.percent / 100 + 1;

    return (SDL_Rect){draw->box.x - size / 2, draw->box.y - 2 * size,
                      width + size, 3 * size};
}

static SDL_Rect bounds_of(window_painter *painter, const ui_draw *draw)
{
    const ui_rect *box = &draw->box;

    switch (draw->kind) {
    case UI_DRAW_TEXT: return text_bounds(painter, draw);
    case UI_DRAW_SHADOW: return image_shadow_bounds(painter, draw);
    case UI_DRAW_UNCLIP: return (SDL_Rect){0};
    case UI_DRAW_CURVE:
    case UI_DRAW_FILL:
    case UI_DRAW_STROKE:
    case UI_DRAW_ICON:
    case UI_DRAW_PORTRAIT:
    case UI_DRAW_VECTOR:
    case UI_DRAW_DOTS:
    case UI_DRAW_CLIP: break;
    }
    return (SDL_Rect){box->x - 1, box->y - 1, box->w + 2, box->h + 2};
}

/* ---------------------------------------------------------------- region */

static void add_rect(repaint_region *region, const SDL_Rect *rect)
{
    SDL_Rect *rects = region->rects;
    SDL_Rect one = *rect;

    if (SDL_RectEmpty(rect) == SDL_TRUE) {
        return;
    }
    for (int i = 0; i < region->count; i++) {
        if (SDL_HasIntersection(&rects[i], &one) == SDL_TRUE) {
            SDL_UnionRect(&rects[i], &one, &rects[i]);
            return;
        }
    }
    if (region->count < REGION_MAX) {
        rects[region->count++] = one;
    } else {
        SDL_UnionRect(&rects[REGION_MAX - 1], &one, &rects[REGION_MAX - 1]);
    }
}

/* ------------------------------------------------------------ comparison */

typedef struct walk {
    const repaint_item *items;
    size_t count;
    size_t at;
} walk;

/* How far ahead of `at` the hash stands; LOOK_AHEAD: not within sight. */
static size_t distance(const walk *in, uint64_t hash)
{
    size_t left = in->count - in->at;
    size_t most = left < LOOK_AHEAD ? left : LOOK_AHEAD;

    for (size_t i = 0; i < most; i++) {
        if (in->items[in->at + i].hash == hash) {
            return i;
        }
    }
    return LOOK_AHEAD;
}

static void skip(walk *in, size_t count, repaint_region *region)
{
    for (size_t i = 0; i < count && in->at < in->count; i++) {
        add_rect(region, &in->items[in->at++].bounds);
    }
}

static void compare(walk before, walk now, repaint_region *region)
{
    while (before.at < before.count && now.at < now.count) {
        const repaint_item *old = &before.items[before.at];
        const repaint_item *new = &now.items[now.at];
        if (old->hash == new->hash) {
            before.at++;
            now.at++;
            continue;
        }
        size_t gone = distance(&before, new->hash);
        size_t come = distance(&now, old->hash);
        if (gone == LOOK_AHEAD && come == LOOK_AHEAD) {
            skip(&before, 1, region);
            skip(&now, 1, region);
        } else if (gone <= come) {
            skip(&before, gone, region);
        } else {
            skip(&now, come, region);
        }
    }
    skip(&before, before.count - before.at, region);
    skip(&now, now.count - now.at, region);
}

/* --------------------------------------------------------------- keeping */

void repaint_forget(repaint *what)
{
    what->is_known = false;
}

void repaint_close(repaint *what)
{
    SDL_free(what->before);
    SDL_free(what->now);
    *what = (repaint){.before = NULL};
}

static bool make_room(repaint *what, size_t count)
{
    size_t capacity = what->capacity == 0 ? CAPACITY_FIRST : what->capacity;

    while (capacity < count) {
        capacity *= 2;
    }
    if (capacity == what->capacity) {
        return true;
    }
    repaint_item *before = SDL_realloc(what->before, capacity * sizeof *before);
    what->before = before != NULL ? before : what->before;
    repaint_item *now = SDL_realloc(what->now, capacity * sizeof *now);
    what->now = now != NULL ? now : what->now;
    if (before == NULL || now == NULL) {
        return false;
    }
    what->capacity = capacity;
    return true;
}

static bool is_backdrop(const repaint *what, ui_rgba color)
{
    return memcmp(&what->backdrop, &color, sizeof color) == 0;
}

void repaint_find(repaint *what, window_painter *painter,
                  const ui_draw_list *list, repaint_region *region)
{
    *region = (repaint_region){.is_whole = true};
    if (!make_room(what, list->count)) {
        what->is_known = false;
        return;
    }
    for (size_t i = 0; i < list->count; i++) {
        what->now[i] =
            (repaint_item){.hash = list->items[i].hash,
                           .bounds = bounds_of(painter, &list->items[i])};
    }
    if (what->is_known && is_backdrop(what, list->backdrop)) {
        region->is_whole = false;
        compare((walk){what->before, what->count, 0},
                (walk){what->now, list->count, 0}, region);
    }
    repaint_item *spare = what->before;
    what->before = what->now;
    what->now = spare;
    what->count = list->count;
    what->backdrop = list->backdrop;
    what->is_known = true;
    region->items = what->before;
}
