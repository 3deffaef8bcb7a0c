/*
 * The least a program with a window can do: one window, the fonts it is
 * given, one line in each script, and a bar that any key moves. What is named
 * in RAPPORT_TREE is written once the first frame stands, as Rapport itself
 * does.
 *
 *     minimal_window FILE INDEX FILE INDEX
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include <SDL.h>
#include <SDL_ttf.h>

static bool draw_line(SDL_Renderer *renderer, const char *file, long index,
                      const char *line, int y)
{
    const SDL_Color ink = {20, 20, 20, 255};
    TTF_Font *font = TTF_OpenFontIndexDPI(file, 24, index, 72, 72);

    if (font == NULL) {
        return false;
    }
    SDL_Surface *drawn = TTF_RenderUTF8_Blended(font, line, ink);
    if (drawn != NULL) {
        SDL_Texture *texture = SDL_CreateTextureFromSurface(renderer, drawn);
        SDL_Rect box = {40, y, drawn->w, drawn->h};
        SDL_FreeSurface(drawn);
        (void)SDL_RenderCopy(renderer, texture, NULL, &box);
        SDL_DestroyTexture(texture);
    }
    TTF_CloseFont(font);
    return drawn != NULL;
}

static void tell(void)
{
    const char *path = SDL_getenv("RAPPORT_TREE");
    FILE *file = path == NULL ? NULL : fopen(path, "w");

    if (file != NULL) {
        (void)fputs("{}\n", file);
        (void)fclose(file);
    }
}

/* Everything is painted anew, as no toolkit could do with less. */
static void answer_key(SDL_Renderer *renderer, int step)
{
    SDL_Rect bar = {40, 200 + step % 2 * 60, 200, 40};

    (void)SDL_SetRenderDrawColor(renderer, 250, 250, 250, 255);
    (void)SDL_RenderClear(renderer);
    (void)SDL_SetRenderDrawColor(renderer, 14, 107, 94, 255);
    (void)SDL_RenderFillRect(renderer, &bar);
    SDL_RenderPresent(renderer);
}

int main(int argc, char **argv)
{
    SDL_Event event;

    (void)SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    (void)SDL_SetHint(SDL_HINT_RENDER_DRIVER, "software");
    if (argc != 5 || SDL_Init(SDL_INIT_VIDEO) != 0 || TTF_Init() != 0) {
        return 1;
    }
    SDL_Window *window = SDL_CreateWindow("floor", SDL_WINDOWPOS_CENTERED,
                                          SDL_WINDOWPOS_CENTERED, 1280, 800, 0);
    SDL_Renderer *renderer =
        SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE);
    (void)SDL_SetRenderDrawColor(renderer, 250, 250, 250, 255);
    (void)SDL_RenderClear(renderer);
    bool is_drawn = draw_line(renderer, argv[1], strtol(argv[2], NULL, 10),
                              "It has been dead since last night.", 40) &&
                    draw_line(renderer, argv[3], strtol(argv[4], NULL, 10),
                              "从昨晚起就断网了。", 100);
    SDL_RenderPresent(renderer);
    tell();
    int step = 0;
    while (is_drawn && SDL_WaitEvent(&event) == 1 && event.type != SDL_QUIT) {
        if (event.type == SDL_KEYDOWN) {
            answer_key(renderer, step++);
        }
    }
    SDL_Quit();
    return is_drawn ? 0 : 1;
}
