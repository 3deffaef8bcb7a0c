/*
 * Painting only what changed leaves the pixels that painting everything
 * leaves: on a walk through the program's screens, frame by frame.
 */
#include <stdio.h>
#include <string.h>

#include "screens/journey.h"
#include "support/test.h"
#include "window/window_internal.h"

/* A surface and all that paints on it. */
typedef struct canvas {
    SDL_Surface *surface;
    SDL_Renderer *renderer;
    window_painter painter;
} canvas;

typedef struct both {
    journey_run journey;
    canvas part;
    canvas whole;
    repaint known;
    uint64_t part_px; /* painted by the one, */
    uint64_t all_px;  /* and by the other */
} both;

static void open_canvas(canvas *on, const journey_run *journey)
{
    rp_error err = {0};

    on->surface = SDL_CreateRGBSurfaceWithFormat(0, journey->surface.width_px,
                                                 journey->surface.height_px, 32,
                                                 SDL_PIXELFORMAT_ARGB8888);
    assert_non_null(on->surface);
    on->renderer = SDL_CreateSoftwareRenderer(on->surface);
    assert_non_null(on->renderer);
    if (painter_open(&on->painter, on->renderer, journey->fonts,
                     RP_SOURCE_DIR "/assets", &err) != RP_OK) {
        fail_msg("%s", err.message);
    }
}

static void close_canvas(canvas *on)
{
    painter_close(&on->painter);
    SDL_DestroyRenderer(on->renderer);
    SDL_FreeSurface(on->surface);
}

static void count_pixels(both *with, const repaint_region *region)
{
    uint64_t all =
        (uint64_t)with->part.surface->w * (uint64_t)with->part.surface->h;

    with->all_px += all;
    for (int i = 0; i < region->count; i++) {
        with->part_px +=
            (uint64_t)region->rects[i].w * (uint64_t)region->rects[i].h;
    }
    with->part_px += region->is_whole ? all : 0;
}

static void paint_both(both *with)
{
    ui_draw_list list = ui_drawing(with->journey.ui);
    repaint_region region;

    repaint_find(&with->known, &with->part.painter, &list, &region);
    painter_paint(&with->part.painter, &list, &region);
    painter_paint(&with->whole.painter, &list, NULL);
    SDL_RenderPresent(with->part.renderer);
    SDL_RenderPresent(with->whole.renderer);
    count_pixels(with, &region);
}

static int largest_difference(const SDL_Surface *a, const SDL_Surface *b)
{
    int largest = 0;

    for (int y = 0; y < a->h; y++) {
        const Uint8 *one = (const Uint8 *)a->pixels + (size_t)(y * a->pitch);
        const Uint8 *other = (const Uint8 *)b->pixels + (size_t)(y * b->pitch);
        for (int x = 0; x < a->w * 4; x++) {
            int by = one[x] > other[x] ? one[x] - other[x] : other[x] - one[x];
            largest = by > largest ? by : largest;
        }
    }
    return largest;
}

/* Stretched pictures (shadows) are cut a little differently by a clip. */
static void assert_same(const both *with, const char *after)
{
    enum {
        ROUNDING = 2 /* of 255 */
    };

    int by = largest_difference(with->part.surface, with->whole.surface);
    if (by > ROUNDING) {
        fail_msg("after %s the pictures differ by %d", after, by);
    }
}

static void begin(both *with, const journey_look *look)
{
    memset(with, 0, sizeof *with);
    journey_begin(&with->journey, look);
    open_canvas(&with->part, &with->journey);
    open_canvas(&with->whole, &with->journey);
    paint_both(with);
}

static void end(both *with)
{
    close_canvas(&with->part);
    close_canvas(&with->whole);
    repaint_close(&with->known);
    journey_end(&with->journey);
}

static void press(both *with, ui_key key, const char *name)
{
    journey_key(&with->journey, key);
    paint_both(with);
    assert_same(with, name);
}

static void walk(both *with)
{
    static const ui_key keys[] = {
        UI_KEY_TAB,  UI_KEY_TAB,  UI_KEY_DOWN,   UI_ALT | '2',
        UI_KEY_DOWN, UI_KEY_TAB,  UI_KEY_F1,     UI_KEY_ESCAPE,
        UI_KEY_END,  UI_KEY_HOME, UI_CTRL | '+', UI_CTRL | '-',
    };
    static const ui_key call_keys[] = {
        '2',           '3', UI_KEY_F2,     UI_KEY_F3,      'p', '1', UI_KEY_F1,
        UI_KEY_ESCAPE, 'n', UI_KEY_ESCAPE, UI_KEY_PAGE_UP,
    };
    char name[32];

    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        (void)snprintf(name, sizeof name, "key %zu", i);
        press(with, keys[i], name);
    }
    journey_open(&with->journey);
    paint_both(with);
    assert_same(with, "the briefing");
    journey_pick_up(&with->journey);
    for (size_t i = 0; i < sizeof call_keys / sizeof call_keys[0]; i++) {
        (void)snprintf(name, sizeof name, "call key %zu", i);
        press(with, call_keys[i], name);
    }
    journey_play_to(&with->journey, RP_AT_DEBRIEF);
    paint_both(with);
    assert_same(with, "the debrief");
    press(with, UI_KEY_DOWN, "another turn");
}

static void painting_a_part_leaves_the_pixels_of_painting_all(void **state)
{
    static const journey_look looks[] = {
        {"en", "100", "light", 1280, 800},
        {"zh", "150", "dark", 1280, 800},
    };
    (void)state;

    for (size_t i = 0; i < sizeof looks / sizeof looks[0]; i++) {
        both with;
        begin(&with, &looks[i]);
        walk(&with);
        assert_true(with.part_px < with.all_px);
        end(&with);
    }
}

static void moving_the_focus_paints_little(void **state)
{
    journey_look look = {"en", "100", "light", 1280, 800};
    both with;
    (void)state;
    begin(&with, &look);
    journey_open(&with.journey);
    journey_pick_up(&with.journey);
    journey_key(&with.journey, '1');
    paint_both(&with);
    with.part_px = 0;
    with.all_px = 0;

    journey_key(&with.journey, '2');
    paint_both(&with);

    assert_true(with.part_px > 0);
    assert_true(with.part_px * 5 < with.all_px);
    end(&with);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(painting_a_part_leaves_the_pixels_of_painting_all),
        cmocka_unit_test(moving_the_focus_paints_little),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
