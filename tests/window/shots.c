/*
 * A picture of every screen in the looks that matter, and one sheet of them
 * all: window_shots FOLDER. With a second word only the pictures whose names
 * begin with it, and no sheet.
 */
#include <stdio.h>
#include <string.h>

#include <SDL.h>
#include <SDL_image.h>

#include "screens/journey.h"
#include "support/test.h"

enum {
    PATH_SIZE = 512,
    THINKING_MS = 7000, /* a scrolled bar has faded by then */
    MIDDLE_MOVES = 5,
    SHEET_COLUMNS = 4,
    THUMB_W = 480,
    THUMB_H = 300,
    THUMB_GAP = 12
};

static const char *folder;
static const char *wanted = "";

/* ---------------------------------------------------------------- moments */

static void at_home(journey_run *journey)
{
    (void)journey;
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

static void at_middle(journey_run *journey)
{
    at_call(journey);
    journey_play(journey, MIDDLE_MOVES);
}

/* Several lines said, a record open, what was heard in passing pinned. */
static void at_desk(journey_run *journey)
{
    at_call(journey);
    journey_key(journey, 'p');
    journey_key(journey, '1');
    journey_play(journey, MIDDLE_MOVES);
    journey_key(journey, UI_KEY_F3);
}

static void at_pinning(journey_run *journey)
{
    at_call(journey);
    journey_key(journey, 'p');
}

static void at_form(journey_run *journey)
{
    at_call(journey);
    journey_key(journey, 'p');
    journey_key(journey, '1');
    journey_play_to(journey, RP_AT_FORM);
    journey_key(journey, '2');
}

static void at_debrief(journey_run *journey)
{
    at_call(journey);
    journey_play_to(journey, RP_AT_DEBRIEF);
}

/* A bill on the desk, drawn as bars. */
static void at_bill(journey_run *journey)
{
    journey_open_scenario(journey, "billing-dispute");
    journey_pick_up(journey);
    journey_play(journey, MIDDLE_MOVES);
    journey_key(journey, UI_KEY_F3);
}

static void at_vague(journey_run *journey)
{
    journey_open_scenario(journey, "vague-request");
    journey_pick_up(journey);
    journey_play(journey, MIDDLE_MOVES);
}

static void at_settings(journey_run *journey)
{
    screens_open(journey->frames.screens, "settings");
    journey_rest(journey);
}

static void at_shortcuts(journey_run *journey)
{
    at_call(journey);
    journey_key(journey, UI_KEY_F1);
}

static void at_leave(journey_run *journey)
{
    at_middle(journey);
    journey_key(journey, UI_KEY_ESCAPE);
}

static void at_resume(journey_run *journey)
{
    at_middle(journey);
    journey_act(journey, (rp_intent){.kind = RP_INTENT_LEAVE});
}

/* --------------------------------------------------------------- pictures */

typedef struct shot_row {
    const char *name;
    void (*reach)(journey_run *journey);
    journey_look look;
} shot_row;

#define LOOK(language, theme, percent, w, h) \
    {                                        \
        language, percent, theme, w, h       \
    }

static const shot_row shots[] = {
    {"home-en", at_home, LOOK("en", "light", "100", 1280, 800)},
    {"home-zh-dark", at_home, LOOK("zh", "dark", "100", 1280, 800)},
    {"library-en", at_library, LOOK("en", "light", "100", 1280, 800)},
    {"library-zh", at_library, LOOK("zh", "light", "100", 1280, 800)},
    {"resume-en", at_resume, LOOK("en", "light", "100", 1280, 800)},
    {"briefing-en", journey_open, LOOK("en", "light", "100", 1280, 800)},
    {"briefing-zh-dark", journey_open, LOOK("zh", "dark", "100", 1280, 800)},
    {"call-start-en", at_call, LOOK("en", "light", "100", 1280, 800)},
    {"call-pinning-zh", at_pinning, LOOK("zh", "light", "100", 1280, 800)},
    {"call-middle-zh", at_middle, LOOK("zh", "light", "100", 1280, 800)},
    {"call-desk-en", at_desk, LOOK("en", "light", "100", 1280, 800)},
    {"call-desk-en-dark", at_desk, LOOK("en", "dark", "100", 1280, 800)},
    {"call-desk-zh-contrast", at_desk,
     LOOK("zh", "contrast", "100", 1280, 800)},
    {"call-1024-en", at_middle, LOOK("en", "light", "100", 1024, 640)},
    {"call-drawer-en", at_desk, LOOK("en", "light", "100", 1024, 640)},
    {"call-drawer-zh-dark", at_desk, LOOK("zh", "dark", "100", 1024, 640)},
    {"call-1920-en", at_desk, LOOK("en", "light", "100", 1920, 1080)},
    {"call-text150-en", at_desk, LOOK("en", "light", "150", 1280, 800)},
    {"call-text150-zh", at_middle, LOOK("zh", "light", "150", 1280, 800)},
    {"call-bill-en", at_bill, LOOK("en", "light", "100", 1280, 800)},
    {"call-bill-zh-dark", at_bill, LOOK("zh", "dark", "100", 1280, 800)},
    {"call-vague-en", at_vague, LOOK("en", "light", "100", 1280, 800)},
    {"call-vague-zh", at_vague, LOOK("zh", "light", "100", 1280, 800)},
    {"form-en", at_form, LOOK("en", "light", "100", 1280, 800)},
    {"form-zh-contrast", at_form, LOOK("zh", "contrast", "100", 1280, 800)},
    {"debrief-en", at_debrief, LOOK("en", "light", "100", 1280, 800)},
    {"debrief-zh-dark", at_debrief, LOOK("zh", "dark", "100", 1280, 800)},
    {"debrief-1920-zh", at_debrief, LOOK("zh", "light", "100", 1920, 1080)},
    {"settings-en", at_settings, LOOK("en", "light", "100", 1280, 800)},
    {"shortcuts-en", at_shortcuts, LOOK("en", "light", "100", 1280, 800)},
    {"shortcuts-zh-dark", at_shortcuts, LOOK("zh", "dark", "100", 1280, 800)},
    {"leave-en", at_leave, LOOK("en", "light", "100", 1280, 800)},
};

enum {
    SHOT_COUNT = sizeof shots / sizeof shots[0],
    SHEET_ROWS = (SHOT_COUNT + SHEET_COLUMNS - 1) / SHEET_COLUMNS
};

static void path_of(char path[PATH_SIZE], const char *name)
{
    (void)snprintf(path, PATH_SIZE, "%s/%s.png", folder, name);
}

static void take_picture(const shot_row *shot)
{
    journey_run journey;
    char path[PATH_SIZE];

    path_of(path, shot->name);
    journey_begin_painted(&journey, &shot->look);
    shot->reach(&journey);
    journey_wait(&journey, THINKING_MS);
    journey_shot(&journey, path);
    journey_end(&journey);
}

/* ------------------------------------------------------------------ sheet */

static void add_to_sheet(SDL_Surface *sheet, int index)
{
    char path[PATH_SIZE];
    SDL_Rect place = {THUMB_GAP + index % SHEET_COLUMNS * (THUMB_W + THUMB_GAP),
                      THUMB_GAP + index / SHEET_COLUMNS * (THUMB_H + THUMB_GAP),
                      THUMB_W, THUMB_H};

    path_of(path, shots[index].name);
    SDL_Surface *loaded = IMG_Load(path);
    assert_non_null(loaded);
    SDL_Surface *picture =
        SDL_ConvertSurfaceFormat(loaded, sheet->format->format, 0);
    assert_non_null(picture);
    place.h = THUMB_W * picture->h / picture->w;
    assert_int_equal(SDL_SoftStretchLinear(picture, NULL, sheet, &place), 0);
    SDL_FreeSurface(picture);
    SDL_FreeSurface(loaded);
}

static void write_sheet(void)
{
    char path[PATH_SIZE];
    SDL_Surface *sheet = SDL_CreateRGBSurfaceWithFormat(
        0, THUMB_GAP + SHEET_COLUMNS * (THUMB_W + THUMB_GAP),
        THUMB_GAP + SHEET_ROWS * (THUMB_H + THUMB_GAP), 32,
        SDL_PIXELFORMAT_ARGB8888);

    assert_non_null(sheet);
    (void)SDL_FillRect(sheet, NULL, 0xFF808080U);
    for (int i = 0; i < (int)SHOT_COUNT; i++) {
        add_to_sheet(sheet, i);
    }
    path_of(path, "sheet");
    assert_int_equal(IMG_SavePNG(sheet, path), 0);
    SDL_FreeSurface(sheet);
}

static void every_screen_is_painted(void **state)
{
    (void)state;
    for (size_t i = 0; i < SHOT_COUNT; i++) {
        if (strncmp(shots[i].name, wanted, strlen(wanted)) == 0) {
            take_picture(&shots[i]);
        }
    }
    if (wanted[0] == '\0') {
        write_sheet();
    }
}

int main(int count, char **arguments)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_screen_is_painted),
    };
    folder = count > 1 ? arguments[1] : ".";
    wanted = count > 2 ? arguments[2] : "";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
