/*
 * Rounded rectangles: the corners come from one small white disc or ring per
 * radius, rasterised with soft edges and tinted; the rest is plain rectangles.
 */
#include <math.h>

#include "window/window_internal.h"

enum {
    DASH_PX = 4,
    DASH_GAP_PX = 3
};

static Uint8 coverage(double distance, double radius)
{
    double inside = radius - distance + 0.5;
    inside = inside < 0.0 ? 0.0 : inside;
    inside = inside > 1.0 ? 1.0 : inside;
    return (Uint8)(inside * 255.0 + 0.5);
}

/* How much of a pixel `distance` from the centre a disc or its rim covers. */
static Uint32 alpha_at(double distance, int radius, int thick)
{
    int alpha = coverage(distance, radius);
    if (thick > 0) {
        alpha -= coverage(distance, radius - thick);
    }
    return (Uint32)alpha;
}

/* A disc of `radius`; with `thick` only its rim. */
static SDL_Surface *raster(int radius, int thick)
{
    int side = radius * 2;
    double center = radius - 0.5;
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(
        0, side, side, 32, SDL_PIXELFORMAT_ARGB8888);
    for (int y = 0; surface != NULL && y < side; y++) {
        Uint32 *row = surface_row(surface, y);
        for (int x = 0; x < side; x++) {
            double distance =
                sqrt((x - center) * (x - center) + (y - center) * (y - center));
            row[x] = (alpha_at(distance, radius, thick) << 24) | 0xFFFFFFU;
        }
    }
    return surface;
}

static texture_entry *disc(window_painter *painter, int radius, int thick)
{
    uint64_t hash = hash_more(0x5A5A, radius * 4096 + thick);
    texture_entry *entry = textures_find(&painter->cache, hash);
    if (entry != NULL) {
        return entry;
    }
    return textures_put(&painter->cache, hash, raster(radius, thick));
}

static void fill_rect(const window_painter *painter, SDL_Rect rect)
{
    if (rect.w > 0 && rect.h > 0) {
        (void)SDL_RenderFillRect(painter->renderer, &rect);
    }
}

static void use_color(const window_painter *painter, ui_rgba color)
{
    (void)SDL_SetRenderDrawBlendMode(painter->renderer,
                                     color.a == 255 ? SDL_BLENDMODE_NONE
                                                    : SDL_BLENDMODE_BLEND);
    (void)SDL_SetRenderDrawColor(painter->renderer, color.r, color.g, color.b,
                                 color.a);
}

/* Corner `which`: 0 top left, 1 top right, 2 bottom right, 3 bottom left. */
static void corner(const window_painter *painter, const texture_entry *entry,
                   const ui_draw *draw, int which)
{
    int radius = draw->radius;
    bool is_right = which == 1 || which == 2;
    bool is_low = which >= 2;
    SDL_Rect to = {is_right ? draw->box.x + draw->box.w - radius : draw->box.x,
                   is_low ? draw->box.y + draw->box.h - radius : draw->box.y,
                   radius, radius};
    SDL_Rect from = {is_right ? radius : 0, is_low ? radius : 0, radius,
                     radius};
    if ((draw->corners & (1U << which)) == 0) {
        fill_rect(painter, to);
        return;
    }
    (void)SDL_SetTextureColorMod(entry->texture, draw->color.r, draw->color.g,
                                 draw->color.b);
    (void)SDL_SetTextureAlphaMod(entry->texture, draw->color.a);
    (void)SDL_RenderCopy(painter->renderer, entry->texture, &from, &to);
}

void shape_fill(window_painter *painter, const ui_draw *draw)
{
    ui_rect box = draw->box;
    int radius = draw->radius;
    use_color(painter, draw->color);
    const texture_entry *entry = radius > 0 ? disc(painter, radius, 0) : NULL;
    if (entry == NULL) {
        fill_rect(painter, (SDL_Rect){box.x, box.y, box.w, box.h});
        return;
    }
    fill_rect(painter,
              (SDL_Rect){box.x + radius, box.y, box.w - 2 * radius, radius});
    fill_rect(painter,
              (SDL_Rect){box.x, box.y + radius, box.w, box.h - 2 * radius});
    fill_rect(painter, (SDL_Rect){box.x + radius, box.y + box.h - radius,
                                  box.w - 2 * radius, radius});
    for (int i = 0; i < 4; i++) {
        corner(painter, entry, draw, i);
    }
}

/* One side of a border, whole or in dashes. */
static void side(const window_painter *painter, SDL_Rect rect, bool is_dashed)
{
    if (!is_dashed) {
        fill_rect(painter, rect);
        return;
    }
    bool is_level = rect.w >= rect.h;
    int length = is_level ? rect.w : rect.h;
    for (int at = 0; at < length; at += DASH_PX + DASH_GAP_PX) {
        int dash = length - at < DASH_PX ? length - at : DASH_PX;
        fill_rect(painter, is_level
                               ? (SDL_Rect){rect.x + at, rect.y, dash, rect.h}
                               : (SDL_Rect){rect.x, rect.y + at, rect.w, dash});
    }
}

void shape_stroke(window_painter *painter, const ui_draw *draw)
{
    ui_draw ring = *draw;
    ui_rect box = draw->box;
    int thick = draw->thick;
    if (ring.radius > 0 && ring.radius < thick) {
        ring.radius = draw->thick;
    }
    int radius = ring.radius;
    use_color(painter, draw->color);
    const texture_entry *entry =
        radius > 0 ? disc(painter, radius, thick) : NULL;
    int inset = entry == NULL ? 0 : radius;
    int inner = entry == NULL ? thick : radius;
    bool is_dashed = draw->is_dashed;
    side(painter, (SDL_Rect){box.x + inset, box.y, box.w - 2 * inset, thick},
         is_dashed);
    side(painter,
         (SDL_Rect){box.x + inset, box.y + box.h - thick, box.w - 2 * inset,
                    thick},
         is_dashed);
    side(painter, (SDL_Rect){box.x, box.y + inner, thick, box.h - 2 * inner},
         is_dashed);
    side(painter,
         (SDL_Rect){box.x + box.w - thick, box.y + inner, thick,
                    box.h - 2 * inner},
         is_dashed);
    for (int i = 0; i < 4 && entry != NULL; i++) {
        ring.corners = UI_CORNERS_ALL;
        corner(painter, entry, &ring, i);
    }
}

void shape_dots(window_painter *painter, const ui_draw *draw)
{
    int dot = draw->thick;
    use_color(painter, draw->color);
    for (int x = 0; x + dot <= draw->box.w; x += 2 * dot) {
        fill_rect(painter, (SDL_Rect){draw->box.x + x, draw->box.y, dot, dot});
    }
}
