/*
 * The texture cache: what was rasterised once is kept under a hash of what it
 * shows, until it was not used for a while and room is short.
 */
#include <string.h>

#include "window/window_internal.h"

enum {
    KEPT_AT_LEAST = TEXTURES_COUNT / 2,
    OLD_AFTER = 240 /* paintings */
};

rp_status textures_open(texture_cache *cache, SDL_Renderer *renderer,
                        rp_error *err)
{
    *cache = (texture_cache){.renderer = renderer, .clock = 1};
    cache->entries = SDL_calloc(TEXTURES_COUNT, sizeof *cache->entries);
    if (cache->entries == NULL) {
        return rp_fail(err, RP_E_MEMORY, "no memory for pictures");
    }
    return RP_OK;
}

static void drop_all(texture_cache *cache)
{
    for (int i = 0; i < TEXTURES_COUNT; i++) {
        if (cache->entries[i].texture != NULL) {
            SDL_DestroyTexture(cache->entries[i].texture);
        }
    }
    memset(cache->entries, 0, TEXTURES_COUNT * sizeof *cache->entries);
    cache->count = 0;
}

void textures_close(texture_cache *cache)
{
    if (cache->entries != NULL) {
        drop_all(cache);
        SDL_free(cache->entries);
        cache->entries = NULL;
    }
}

static texture_entry *slot_of(texture_cache *cache, uint64_t hash)
{
    size_t at = (size_t)(hash >> 8) & (TEXTURES_COUNT - 1);
    while (cache->entries[at].texture != NULL &&
           cache->entries[at].hash != hash) {
        at = (at + 1) & (TEXTURES_COUNT - 1);
    }
    return &cache->entries[at];
}

/* Open addressing has no holes: what stays is put in anew. */
static void drop_old(texture_cache *cache)
{
    texture_entry *old = cache->entries;
    texture_entry *fresh = SDL_calloc(TEXTURES_COUNT, sizeof *fresh);
    if (fresh == NULL) {
        drop_all(cache);
        return;
    }
    cache->entries = fresh;
    cache->count = 0;
    for (int i = 0; i < TEXTURES_COUNT; i++) {
        if (old[i].texture == NULL) {
            continue;
        }
        if (old[i].used + OLD_AFTER < cache->clock) {
            SDL_DestroyTexture(old[i].texture);
        } else {
            *slot_of(cache, old[i].hash) = old[i];
            cache->count++;
        }
    }
    SDL_free(old);
    if (cache->count > TEXTURES_COUNT * 3 / 4) {
        drop_all(cache);
    }
}

void textures_tick(texture_cache *cache)
{
    cache->clock++;
    if (cache->count > KEPT_AT_LEAST && cache->clock % OLD_AFTER == 0) {
        drop_old(cache);
    }
}

texture_entry *textures_find(texture_cache *cache, uint64_t hash)
{
    texture_entry *entry = slot_of(cache, hash);
    if (entry->texture == NULL) {
        return NULL;
    }
    entry->used = cache->clock;
    return entry;
}

texture_entry *textures_put(texture_cache *cache, uint64_t hash,
                            SDL_Surface *surface)
{
    if (surface == NULL) {
        return NULL;
    }
    if (cache->count > TEXTURES_COUNT * 3 / 4) {
        drop_old(cache);
    }
    SDL_Texture *texture =
        SDL_CreateTextureFromSurface(cache->renderer, surface);
    texture_entry *entry = slot_of(cache, hash);
    if (texture != NULL) {
        *entry = (texture_entry){.hash = hash,
                                 .texture = texture,
                                 .w = surface->w,
                                 .h = surface->h,
                                 .used = cache->clock};
        (void)SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
        cache->count++;
    }
    SDL_FreeSurface(surface);
    return texture == NULL ? NULL : entry;
}
