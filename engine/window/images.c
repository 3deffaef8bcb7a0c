/*
 * Icons, small vectors and shadows. SVG is rasterised at the size it is shown
 * in, never scaled afterwards.
 */
#include <stdio.h>
#include <string.h>

#include "window/window_internal.h"

/* ---------------------------------------------------------------- assets */

Uint32 *surface_row(SDL_Surface *surface, int y)
{
    size_t offset = (size_t)y * (size_t)surface->pitch;
    return (Uint32 *)((void *)((Uint8 *)surface->pixels + offset));
}

char *painter_scratch(window_painter *painter, size_t size_bytes)
{
    if (size_bytes > painter->scratch_capacity) {
        char *grown = SDL_realloc(painter->scratch, size_bytes * 2);
        if (grown == NULL) {
            return NULL;
        }
        painter->scratch = grown;
        painter->scratch_capacity = size_bytes * 2;
    }
    return painter->scratch;
}

char *asset_read(const window_painter *painter, const char *folder,
                 const char *name, const char *ending)
{
    char path[FONT_PATH_MAX + 128];
    int length = snprintf(path, sizeof path, "%s/%s/%s%s", painter->asset_dir,
                          folder, name, ending);
    bool is_sane =
        length > 0 && (size_t)length < sizeof path && strchr(name, '/') == NULL;
    return is_sane ? SDL_LoadFile(path, NULL) : NULL;
}

static SDL_Surface *raster_svg(const char *svg, size_t length, int w, int h)
{
    SDL_RWops *stream = SDL_RWFromConstMem(svg, (int)length);
    if (stream == NULL) {
        return NULL;
    }
    SDL_Surface *raw = IMG_LoadSizedSVG_RW(stream, w, h);
    (void)SDL_RWclose(stream);
    if (raw == NULL) {
        return NULL;
    }
    SDL_Surface *made =
        SDL_ConvertSurfaceFormat(raw, SDL_PIXELFORMAT_ARGB8888, 0);
    SDL_FreeSurface(raw);
    return made;
}

void paint_texture(const window_painter *painter, const texture_entry *entry,
                   const SDL_Rect *to, ui_rgba color)
{
    if (entry == NULL || entry->texture == NULL) {
        return;
    }
    (void)SDL_SetTextureColorMod(entry->texture, color.r, color.g, color.b);
    (void)SDL_SetTextureAlphaMod(entry->texture, color.a);
    (void)SDL_RenderCopy(painter->renderer, entry->texture, NULL, to);
}

/* ----------------------------------------------------------------- icons */

/* White, so that the colour mod alone decides the colour. */
static void whiten(SDL_Surface *surface)
{
    for (int y = 0; y < surface->h; y++) {
        Uint32 *row = surface_row(surface, y);
        for (int x = 0; x < surface->w; x++) {
            row[x] |= 0xFFFFFFU;
        }
    }
}

static texture_entry *load_icon(window_painter *painter, const char *name,
                                int side)
{
    uint64_t hash = hash_more(rp_fnv1a(name, strlen(name)), side * 16 + 1);
    texture_entry *entry = textures_find(&painter->cache, hash);
    if (entry != NULL) {
        return entry;
    }
    char *svg = asset_read(painter, "icons", name, ".svg");
    SDL_Surface *surface =
        svg == NULL ? NULL : raster_svg(svg, strlen(svg), side, side);
    SDL_free(svg);
    if (surface != NULL) {
        whiten(surface);
    }
    return textures_put(&painter->cache, hash, surface);
}

void image_icon(window_painter *painter, const ui_draw *draw)
{
    const texture_entry *entry = load_icon(painter, draw->text, draw->box.w);
    SDL_Rect to = {draw->box.x, draw->box.y, draw->box.w, draw->box.h};
    paint_texture(painter, entry, &to, draw->color);
}

/* --------------------------------------------------------------- vectors */

static SDL_Surface *raster_vector(window_painter *painter, const ui_draw *draw)
{
    size_t size = draw->length + 256;
    char *svg = painter_scratch(painter, size);
    if (svg == NULL) {
        return NULL;
    }
    int length = snprintf(svg, size,
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                          "width=\"%d\" height=\"%d\" "
                          "viewBox=\"0 0 %d %d\">%.*s</svg>",
                          draw->thick, draw->view_height, draw->thick,
                          draw->view_height, (int)draw->length, draw->text);
    if (length <= 0 || (size_t)length >= size) {
        return NULL;
    }
    return raster_svg(svg, (size_t)length, draw->box.w, draw->box.h);
}

void image_vector(window_painter *painter, const ui_draw *draw)
{
    uint64_t hash = hash_more(rp_fnv1a(draw->text, draw->length),
                              draw->box.w * 65536 + draw->box.h);
    hash = hash_more(hash, draw->thick * 65536 + draw->view_height);
    const texture_entry *entry = textures_find(&painter->cache, hash);
    if (entry == NULL) {
        entry =
            textures_put(&painter->cache, hash, raster_vector(painter, draw));
    }
    if (entry != NULL) {
        SDL_Rect to = {draw->box.x, draw->box.y, entry->w, entry->h};
        paint_texture(painter, entry, &to, draw->color);
    }
}

/* --------------------------------------------------------------- shadows */

typedef struct shadow_row {
    const char *name;
    int side;  /* of the picture */
    int over;  /* how far it stands out of the box */
    int slice; /* a corner */
    int drop;  /* how much lower it is drawn */
} shadow_row;

static const shadow_row shadows[] = {
    {"shadow-card", 80, 24, 38, 4},
    {"shadow-sheet", 176, 64, 84, 14},
};

static texture_entry *load_shadow(window_painter *painter,
                                  const shadow_row *row)
{
    uint64_t hash = rp_fnv1a(row->name, strlen(row->name));
    texture_entry *entry = textures_find(&painter->cache, hash);
    if (entry != NULL) {
        return entry;
    }
    char path[FONT_PATH_MAX + 64];
    (void)snprintf(path, sizeof path, "%s/shadows/%s.png", painter->asset_dir,
                   row->name);
    entry = textures_put(&painter->cache, hash, IMG_Load(path));
    if (entry != NULL) {
        (void)SDL_SetTextureScaleMode(entry->texture, SDL_ScaleModeLinear);
    }
    return entry;
}

static int scaled(const window_painter *painter, int px)
{
    return (px * painter->scale_percent + 50) / 100;
}

/* The nine parts: three columns by three rows of cuts. */
static void nine_slice(const window_painter *painter,
                       const texture_entry *entry, SDL_Rect to,
                       const int cuts[2])
{
    int slice = cuts[0];
    int corner = cuts[1];
    int from[4] = {0, slice, entry->w - slice, entry->w};
    int x[4] = {to.x, to.x + corner, to.x + to.w - corner, to.x + to.w};
    int y[4] = {to.y, to.y + corner, to.y + to.h - corner, to.y + to.h};
    for (int part = 0; part < 9; part++) {
        int row = part / 3;
        int column = part % 3;
        SDL_Rect source = {from[column], from[row],
                           from[column + 1] - from[column],
                           from[row + 1] - from[row]};
        SDL_Rect target = {x[column], y[row], x[column + 1] - x[column],
                           y[row + 1] - y[row]};
        bool is_hidden = part == 4;
        if (target.w > 0 && target.h > 0 && !is_hidden) {
            (void)SDL_RenderCopy(painter->renderer, entry->texture, &source,
                                 &target);
        }
    }
}

SDL_Rect image_shadow_bounds(const window_painter *painter, const ui_draw *draw)
{
    const shadow_row *row = &shadows[draw->elevation > 1 ? 1 : 0];
    int over = scaled(painter, row->over);

    return (SDL_Rect){draw->box.x - over,
                      draw->box.y - over + scaled(painter, row->drop),
                      draw->box.w + 2 * over, draw->box.h + 2 * over};
}

void image_shadow(window_painter *painter, const ui_draw *draw)
{
    const shadow_row *row = &shadows[draw->elevation > 1 ? 1 : 0];
    const texture_entry *entry = load_shadow(painter, row);
    if (entry == NULL) {
        return;
    }
    SDL_Rect to = image_shadow_bounds(painter, draw);
    int corner = scaled(painter, row->slice);
    int least = (to.w < to.h ? to.w : to.h) / 2;
    corner = corner > least ? least : corner;
    (void)SDL_SetTextureColorMod(entry->texture, draw->color.r, draw->color.g,
                                 draw->color.b);
    (void)SDL_SetTextureAlphaMod(entry->texture, draw->color.a);
    nine_slice(painter, entry, to, (const int[2]){row->slice, corner});
}
