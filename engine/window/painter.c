/*
 * The painter executes a drawing list on an SDL renderer.
 */
#include <stdio.h>
#include <string.h>

#include "window/window_internal.h"

rp_status painter_open(window_painter *painter, SDL_Renderer *renderer,
                       window_fonts *fonts, const char *asset_dir,
                       rp_error *err)
{
    memset(painter, 0, sizeof *painter);
    painter->renderer = renderer;
    painter->fonts = fonts;
    painter->scale_percent = 100;
    (void)snprintf(painter->asset_dir, sizeof painter->asset_dir, "%s",
                   asset_dir == NULL ? "assets" : asset_dir);
    char *probe = asset_read(painter, "icons", "check", ".svg");
    if (probe == NULL) {
        return rp_fail(err, RP_E_IO, "no pictures in \"%s\"",
                       painter->asset_dir);
    }
    SDL_free(probe);
    return textures_open(&painter->cache, renderer, err);
}

void painter_close(window_painter *painter)
{
    textures_close(&painter->cache);
    curves_close(&painter->curves);
    for (int i = 0; i < painter->person_count; i++) {
        SDL_free(painter->persons[i].svg);
    }
    SDL_free(painter->scratch);
    painter->scratch = NULL;
    painter->person_count = 0;
}

/* ------------------------------------------------------------------ text */

static texture_entry *segment_texture(window_painter *painter,
                                      const font_segment *segment,
                                      const char *bytes)
{
    const ui_font *key = &segment->font->key;
    uint64_t hash = font_hash(key, bytes, segment->length) * 31;
    texture_entry *entry = textures_find(&painter->cache, hash);
    if (entry != NULL) {
        return entry;
    }
    const char *string = fonts_string(painter->fonts, bytes, segment->length);
    SDL_Surface *surface = TTF_RenderUTF8_Blended(
        segment->font->font, string, (SDL_Color){255, 255, 255, 255});
    return textures_put(&painter->cache, hash, surface);
}

static void paint_text(window_painter *painter, const ui_draw *draw)
{
    font_segment segments[SEGMENTS_MAX];
    int width = 0;
    int count = fonts_split(painter->fonts, draw, segments, &width);
    for (int i = 0; i < count; i++) {
        const font_segment *segment = &segments[i];
        const texture_entry *entry =
            segment_texture(painter, segment, draw->text + segment->start);
        if (entry == NULL) {
            continue;
        }
        SDL_Rect to = {draw->box.x + segment->x,
                       draw->box.y - TTF_FontAscent(segment->font->font),
                       entry->w, entry->h};
        paint_texture(painter, entry, &to, draw->color);
    }
}

/* ----------------------------------------------------------------- clips */

/* The innermost clip within the part that is painted. An empty clip would
 * mean no clip: one far outside shows none. */
static void use_clip(const window_painter *painter)
{
    bool is_part = SDL_RectEmpty(&painter->only) == SDL_FALSE;
    SDL_Rect clip = painter->only;

    if (painter->clip_count == 0) {
        (void)SDL_RenderSetClipRect(painter->renderer, is_part ? &clip : NULL);
        return;
    }
    SDL_Rect inner = painter->clips[painter->clip_count - 1];
    if (!is_part) {
        clip = inner;
    } else if (!SDL_IntersectRect(&inner, &painter->only, &clip)) {
        clip = (SDL_Rect){-16, -16, 1, 1};
    }
    (void)SDL_RenderSetClipRect(painter->renderer, &clip);
}

static void push_clip(window_painter *painter, ui_rect box)
{
    if (painter->clip_count == CLIPS_MAX) {
        return;
    }
    SDL_Rect clip = {box.x, box.y, box.w, box.h};
    if (painter->clip_count > 0) {
        SDL_Rect outer = painter->clips[painter->clip_count - 1];
        if (!SDL_IntersectRect(&outer, &clip, &clip)) {
            /* An empty clip would mean no clip: one far outside shows none. */
            clip = (SDL_Rect){-16, -16, 1, 1};
        }
    }
    painter->clips[painter->clip_count++] = clip;
    use_clip(painter);
}

static void pop_clip(window_painter *painter)
{
    if (painter->clip_count > 0) {
        painter->clip_count--;
    }
    use_clip(painter);
}

static void paint_one(window_painter *painter, const ui_draw *draw)
{
    switch (draw->kind) {
    case UI_DRAW_FILL: shape_fill(painter, draw); break;
    case UI_DRAW_STROKE: shape_stroke(painter, draw); break;
    case UI_DRAW_TEXT: paint_text(painter, draw); break;
    case UI_DRAW_ICON: image_icon(painter, draw); break;
    case UI_DRAW_PORTRAIT: portrait_paint(painter, draw); break;
    case UI_DRAW_VECTOR: image_vector(painter, draw); break;
    case UI_DRAW_SHADOW: image_shadow(painter, draw); break;
    case UI_DRAW_DOTS: shape_dots(painter, draw); break;
    case UI_DRAW_CURVE: break; /* painted a run at a time */
    case UI_DRAW_CLIP: push_clip(painter, draw->box); break;
    case UI_DRAW_UNCLIP: pop_clip(painter); break;
    }
}

static void clear(window_painter *painter, ui_rgba backdrop)
{
    SDL_Renderer *renderer = painter->renderer;

    (void)SDL_SetRenderDrawBlendMode(renderer, SDL_BLENDMODE_NONE);
    (void)SDL_SetRenderDrawColor(renderer, backdrop.r, backdrop.g, backdrop.b,
                                 255);
    if (SDL_RectEmpty(&painter->only) == SDL_TRUE) {
        (void)SDL_RenderClear(renderer);
    } else {
        (void)SDL_RenderFillRect(renderer, &painter->only);
    }
}

/* Clips hold for what follows, and curves are painted a run at a time. */
static bool can_skip(const window_painter *painter, const ui_draw *draw,
                     const SDL_Rect *bounds)
{
    bool may_skip = draw->kind != UI_DRAW_CLIP && draw->kind != UI_DRAW_UNCLIP;

    return may_skip && SDL_HasIntersection(bounds, &painter->only) == SDL_FALSE;
}

/* `items` tells where each command lies; NULL: all are painted. */
static void paint_part(window_painter *painter, const ui_draw_list *list,
                       const repaint_item *items)
{
    painter->clip_count = 0;
    use_clip(painter);
    clear(painter, list->backdrop);
    for (size_t i = 0; i < list->count;) {
        const ui_draw *draw = &list->items[i];
        if (draw->kind == UI_DRAW_CURVE) {
            i += curves_paint(painter, draw, list->count - i);
            continue;
        }
        if (items == NULL || !can_skip(painter, draw, &items[i].bounds)) {
            paint_one(painter, draw);
        }
        i++;
    }
}

void painter_paint(window_painter *painter, const ui_draw_list *list,
                   const repaint_region *region)
{
    bool is_whole = region == NULL || region->is_whole;

    painter->has_deferred = false;
    painter->only = (SDL_Rect){0};
    textures_tick(&painter->cache);
    if (is_whole) {
        paint_part(painter, list, NULL);
    }
    for (int i = 0; !is_whole && i < region->count; i++) {
        painter->only = region->rects[i];
        paint_part(painter, list, region->items);
    }
    painter->only = (SDL_Rect){0};
}
