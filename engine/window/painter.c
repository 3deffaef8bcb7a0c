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

static void use_clip(const window_painter *painter)
{
    const SDL_Rect *clip = painter->clip_count == 0
                               ? NULL
                               : &painter->clips[painter->clip_count - 1];
    (void)SDL_RenderSetClipRect(painter->renderer, clip);
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
    case UI_DRAW_CLIP: push_clip(painter, draw->box); break;
    case UI_DRAW_UNCLIP: pop_clip(painter); break;
    }
}

void painter_paint(window_painter *painter, const ui_draw_list *list)
{
    ui_rgba backdrop = list->backdrop;
    painter->has_deferred = false;
    painter->clip_count = 0;
    use_clip(painter);
    textures_tick(&painter->cache);
    (void)SDL_SetRenderDrawColor(painter->renderer, backdrop.r, backdrop.g,
                                 backdrop.b, 255);
    (void)SDL_RenderClear(painter->renderer);
    for (size_t i = 0; i < list->count; i++) {
        paint_one(painter, &list->items[i]);
    }
}
