/*
 * Golden pictures: screens held against the pictures of tests/golden/pictures
 * by a comparer that sees what an eye sees. A screen that differs is written
 * to the build folder as pictures/NAME.png: what was expected, what was seen,
 * and the difference, side by side.
 *
 * A row a picture. With RP_UPDATE=1 in the environment the pictures are made
 * anew; look at them before they are kept.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <SDL.h>
#include <SDL_image.h>
#include <sys/stat.h>

#include "journey.h"
#include "screens/gallery.h"
#include "support/pixels.h"
#include "support/test.h"

enum {
    PATH_SIZE = 512,
    WIDTH = 1280,
    HEIGHT = 800,
    THINKING_MS = 7000, /* a scrolled bar has faded by then */
    A_PICTURE_BYTES = 300000,
    /* How many pixels may differ: a word is more, dust is less. */
    MAY_DIFFER = WIDTH * HEIGHT / 20000
};

/* -------------------------------------------------------------- pictures */

static void at_home(journey_run *journey)
{
    (void)journey;
}

static void at_settings(journey_run *journey)
{
    journey_act(journey,
                (rp_intent){.kind = RP_INTENT_GO, .index = RP_AT_SETTINGS});
}

static void at_library(journey_run *journey)
{
    journey_act(journey,
                (rp_intent){.kind = RP_INTENT_GO, .index = RP_AT_LIBRARY});
}

static void at_call(journey_run *journey)
{
    journey_open(journey);
    journey_pick_up(journey);
}

static void at_form(journey_run *journey)
{
    at_call(journey);
    journey_play_to(journey, RP_AT_FORM);
}

static void at_debrief(journey_run *journey)
{
    at_call(journey);
    journey_play_to(journey, RP_AT_DEBRIEF);
}

typedef struct picture_row {
    const char *name;
    const char *language;
    const char *theme;
    void (*reach)(journey_run *journey); /* NULL: a page of the gallery */
    gallery_page page;
} picture_row;

static const picture_row pictures[] = {
    {"gallery-controls-en", "en", "light", NULL, GALLERY_CONTROLS},
    {"gallery-controls-zh-dark", "zh", "dark", NULL, GALLERY_CONTROLS},
    {"gallery-controls-en-contrast", "en", "contrast", NULL, GALLERY_CONTROLS},
    {"gallery-displays-en", "en", "light", NULL, GALLERY_DISPLAYS},
    {"gallery-displays-zh-contrast", "zh", "contrast", NULL, GALLERY_DISPLAYS},
    {"gallery-charts-en-dark", "en", "dark", NULL, GALLERY_CHARTS},
    {"gallery-colors-zh", "zh", "light", NULL, GALLERY_COLORS},
    {"home-en", "en", "light", at_home, 0},
    {"settings-zh-dark", "zh", "dark", at_settings, 0},
    {"library-en", "en", "light", at_library, 0},
    {"briefing-zh", "zh", "light", journey_open, 0},
    {"call-start-en", "en", "light", at_call, 0},
    {"call-start-zh-contrast", "zh", "contrast", at_call, 0},
    {"form-en", "en", "light", at_form, 0},
    {"debrief-zh-dark", "zh", "dark", at_debrief, 0},
};

enum {
    PICTURE_COUNT = sizeof pictures / sizeof pictures[0]
};

/* ----------------------------------------------------------------- making */

static void gallery_client(ui_context *ui, void *user, uint32_t now_ms)
{
    (void)now_ms;
    gallery_frame(user, ui);
}

static ui_theme_name theme_named(const char *name)
{
    if (strcmp(name, "dark") == 0) {
        return UI_DARK;
    }
    return strcmp(name, "contrast") == 0 ? UI_CONTRAST : UI_LIGHT;
}

static void shoot_gallery(const picture_row *row, const char *path)
{
    gallery shown = {.page = row->page};
    window_client client = {.user = &shown, .frame = gallery_client};
    window_options options = {.asset_dir = RP_SOURCE_DIR "/assets",
                              .width = WIDTH,
                              .height = HEIGHT,
                              .settings = {.theme = theme_named(row->theme),
                                           .language = row->language,
                                           .has_reduced_motion = true}};
    rp_error err = {0};

    if (rp_window_shot(&options, &client, path, &err) != RP_OK) {
        fail_msg("%s: %s", row->name, err.message);
    }
}

static void shoot_screen(const picture_row *row, const char *path)
{
    journey_look look = {row->language, "100", row->theme, WIDTH, HEIGHT};
    journey_run journey;

    journey_begin_painted(&journey, &look);
    row->reach(&journey);
    journey_wait(&journey, THINKING_MS);
    journey_shot(&journey, path);
    journey_end(&journey);
}

static SDL_Surface *load(const char *path)
{
    SDL_Surface *loaded = IMG_Load(path);
    SDL_Surface *picture =
        loaded == NULL
            ? NULL
            : SDL_ConvertSurfaceFormat(loaded, SDL_PIXELFORMAT_ARGB8888, 0);

    SDL_FreeSurface(loaded);
    return picture;
}

static pixels pixels_of(const SDL_Surface *picture)
{
    assert_int_equal(picture->pitch, picture->w * 4);
    return (pixels){picture->pixels, picture->w, picture->h};
}

/* ------------------------------------------------------------- comparing */

static void put_beside(SDL_Surface *sheet, SDL_Surface *part, int place)
{
    SDL_Rect to = {place * (WIDTH + 8), 0, 0, 0};

    assert_int_equal(SDL_SetSurfaceBlendMode(part, SDL_BLENDMODE_NONE), 0);
    assert_int_equal(SDL_BlitSurface(part, NULL, sheet, &to), 0);
}

static void write_beside(const char *path, SDL_Surface *parts[3])
{
    SDL_Surface *sheet = SDL_CreateRGBSurfaceWithFormat(
        0, 3 * (WIDTH + 8), HEIGHT, 32, SDL_PIXELFORMAT_ARGB8888);

    assert_non_null(sheet);
    for (int i = 0; i < 3; i++) {
        put_beside(sheet, parts[i], i);
    }
    assert_int_equal(IMG_SavePNG(sheet, path), 0);
    SDL_FreeSurface(sheet);
}

/* How many pixels differ; where too many do, all is written to `path`. */
static uint32_t compare(const char *golden, const char *path)
{
    SDL_Surface *expected = load(golden);
    SDL_Surface *seen = load(path);
    SDL_Surface *marks = SDL_CreateRGBSurfaceWithFormat(
        0, WIDTH, HEIGHT, 32, SDL_PIXELFORMAT_ARGB8888);
    uint32_t count = UINT32_MAX;

    assert_non_null(seen);
    assert_non_null(marks);
    if (expected != NULL) {
        pixels one = pixels_of(expected);
        pixels other = pixels_of(seen);
        count = pixels_differing(&one, &other, marks->pixels);
    }
    if (expected != NULL && count > MAY_DIFFER) {
        write_beside(path, (SDL_Surface *[3]){expected, seen, marks});
    }
    SDL_FreeSurface(expected);
    SDL_FreeSurface(seen);
    SDL_FreeSurface(marks);
    return count;
}

static bool is_renewed(void)
{
    const char *wish = getenv("RP_UPDATE");

    return wish != NULL && strcmp(wish, "1") == 0;
}

static void golden_path(char path[PATH_SIZE], const picture_row *row)
{
    (void)snprintf(path, PATH_SIZE, "%s/tests/golden/pictures/%s.png",
                   RP_SOURCE_DIR, row->name);
}

/* True where the screen looks as it did. */
static bool holds(const picture_row *row)
{
    char golden[PATH_SIZE];
    char path[PATH_SIZE];

    golden_path(golden, row);
    (void)snprintf(path, sizeof path, RP_BUILD_DIR "/pictures/%s.png",
                   row->name);
    const char *to = is_renewed() ? golden : path;
    if (row->reach != NULL) {
        shoot_screen(row, to);
    } else {
        shoot_gallery(row, to);
    }
    uint32_t count = is_renewed() ? 0 : compare(golden, path);
    if (count > MAY_DIFFER) {
        print_message("%s: %u pixels differ; look at %s, and if it is meant, "
                      "run again with RP_UPDATE=1\n",
                      row->name, (unsigned)count, path);
    }
    return count <= MAY_DIFFER;
}

static void every_screen_looks_as_it_did(void **state)
{
    bool all_hold = true;
    (void)state;

    (void)mkdir(RP_BUILD_DIR "/pictures", 0777);
    for (size_t i = 0; i < PICTURE_COUNT; i++) {
        all_hold = holds(&pictures[i]) && all_hold;
    }
    assert_true(all_hold);
}

static void the_pictures_stay_small(void **state)
{
    struct stat about;
    char path[PATH_SIZE];
    (void)state;

    for (size_t i = 0; i < PICTURE_COUNT; i++) {
        golden_path(path, &pictures[i]);
        assert_int_equal(stat(path, &about), 0);
        assert_in_range(about.st_size, 1, A_PICTURE_BYTES);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_screen_looks_as_it_did),
        cmocka_unit_test(the_pictures_stay_small),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
