/*
 * From one screen to the next: what was painted last fades out over what is
 * painted now.
 */
#include "window/window_internal.h"

enum {
    FADE_MS = 120
};

void crossfade_close(crossfade *fade)
{
    if (fade->before != NULL) {
        SDL_DestroyTexture(fade->before);
    }
    *fade = (crossfade){.before = NULL};
}

static SDL_Surface *picture_of(SDL_Renderer *renderer)
{
    int width = 0;
    int height = 0;

    if (SDL_GetRendererOutputSize(renderer, &width, &height) != 0) {
        return NULL;
    }
    SDL_Surface *picture = SDL_CreateRGBSurfaceWithFormat(
        0, width, height, 32, SDL_PIXELFORMAT_ARGB8888);
    if (picture != NULL &&
        SDL_RenderReadPixels(renderer, NULL, SDL_PIXELFORMAT_ARGB8888,
                             picture->pixels, picture->pitch) != 0) {
        SDL_FreeSurface(picture);
        return NULL;
    }
    return picture;
}

void crossfade_begin(crossfade *fade, SDL_Renderer *renderer, uint32_t now_ms)
{
    crossfade_close(fade);
    SDL_Surface *picture = picture_of(renderer);
    if (picture == NULL) {
        return; /* the next screen is there at once */
    }
    fade->before = SDL_CreateTextureFromSurface(renderer, picture);
    SDL_FreeSurface(picture);
    fade->begin_ms = now_ms;
    if (fade->before != NULL) {
        (void)SDL_SetTextureBlendMode(fade->before, SDL_BLENDMODE_BLEND);
    }
}

bool crossfade_is_running(const crossfade *fade)
{
    return fade->before != NULL;
}

void crossfade_paint(crossfade *fade, SDL_Renderer *renderer, uint32_t now_ms)
{
    uint32_t passed_ms = now_ms - fade->begin_ms;

    if (fade->before == NULL) {
        return;
    }
    if (passed_ms >= FADE_MS) {
        crossfade_close(fade);
        return;
    }
    Uint8 alpha = (Uint8)(255 - passed_ms * 255 / FADE_MS);
    (void)SDL_SetTextureAlphaMod(fade->before, alpha);
    (void)SDL_RenderSetClipRect(renderer, NULL);
    (void)SDL_RenderCopy(renderer, fade->before, NULL, NULL);
}
