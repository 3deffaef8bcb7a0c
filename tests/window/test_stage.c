#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/test.h"
#include "ui/ui_draw.h"
#include "window/window.h"
#include "window/window_internal.h"

typedef struct sample {
    int presses;
    bool has_portrait;
    ui_mood mood;
} sample;

static void frame(ui_context *ui, void *user, uint32_t now_ms)
{
    sample *state = user;
    (void)now_ms;
    ui_screen(ui, "sample", "go");
    ui_begin_card(ui, &(ui_box){.gap = 12});
    ui_text(ui, "One 中文 line", &ui_title);
    if (ui_button(ui, &(ui_button_spec){.id = "go",
                                        .label = "Go",
                                        .icon = "play",
                                        .kind = UI_PRIMARY})) {
        state->presses++;
    }
    if (state->has_portrait) {
        ui_portrait(ui, &(ui_portrait_spec){.person = "margaret",
                                            .mood = state->mood,
                                            .width = {.px = 120},
                                            .height = {.px = 150}});
    }
    ui_end(ui);
}

static window_stage *open_stage(sample *state, int scale_percent)
{
    static window_client client;
    client = (window_client){.user = state, .frame = frame};
    window_options options = {.asset_dir = RP_SOURCE_DIR "/assets",
                              .width = 400,
                              .height = 300,
                              .scale_percent = scale_percent};
    window_stage *stage = NULL;
    rp_error err = {0};
    if (rp_window_stage_open(&stage, &options, &client, &err) != RP_OK) {
        fail_msg("%s", err.message);
    }
    rp_window_stage_advance(stage, 0);
    return stage;
}

static SDL_Surface *shoot(window_stage *stage)
{
    const char *path = RP_BUILD_DIR "/test_stage.png";
    assert_int_equal(rp_window_stage_shot(stage, path, NULL), RP_OK);
    SDL_Surface *raw = IMG_Load(path);
    assert_non_null(raw);
    SDL_Surface *made =
        SDL_ConvertSurfaceFormat(raw, SDL_PIXELFORMAT_ARGB8888, 0);
    SDL_FreeSurface(raw);
    assert_int_equal(remove(path), 0);
    return made;
}

static uint32_t pixel(const SDL_Surface *surface, int x, int y)
{
    size_t offset = (size_t)y * (size_t)surface->pitch;
    const uint8_t *row = (const uint8_t *)surface->pixels + offset;
    uint32_t value = 0;
    memcpy(&value, row + (size_t)x * sizeof value, sizeof value);
    return value & 0xFFFFFFU;
}

static void a_picture_has_the_colours_of_the_theme(void **unused)
{
    (void)unused;
    sample state = {0};
    window_stage *stage = open_stage(&state, 100);

    SDL_Surface *picture = shoot(stage);

    assert_int_equal(picture->w, 400);
    assert_int_equal(pixel(picture, 200, 299), 0xF6F3EE);
    assert_int_equal(pixel(picture, 200, 10), 0xFFFFFF);
    assert_int_equal(pixel(picture, 26, 92), 0x0E6B5E);
    SDL_FreeSurface(picture);
    rp_window_stage_close(stage);
}

static void the_scale_makes_the_picture_larger(void **unused)
{
    (void)unused;
    sample state = {0};
    window_stage *stage = open_stage(&state, 200);

    SDL_Surface *picture = shoot(stage);

    assert_int_equal(picture->w, 800);
    assert_int_equal(pixel(picture, 52, 184), 0x0E6B5E);
    SDL_FreeSurface(picture);
    rp_window_stage_close(stage);
}

static void a_key_reaches_the_client(void **unused)
{
    (void)unused;
    sample state = {0};
    window_stage *stage = open_stage(&state, 100);

    ui_post_key(rp_window_stage_ui(stage), UI_KEY_ENTER);
    rp_window_stage_advance(stage, 16);

    assert_int_equal(state.presses, 1);
    rp_window_stage_close(stage);
}

static void a_portrait_shows_a_face(void **unused)
{
    (void)unused;
    sample state = {.has_portrait = true};
    window_stage *stage = open_stage(&state, 100);
    int colors = 0;
    uint32_t last = 0;

    SDL_Surface *picture = shoot(stage);

    for (int y = 130; y < 270; y++) {
        uint32_t here = pixel(picture, 80, y);
        colors += here != last ? 1 : 0;
        last = here;
    }
    assert_true(colors > 8);
    SDL_FreeSurface(picture);
    rp_window_stage_close(stage);
}

/* Pixels that differ between two rows of two pictures. */
static int differences(const SDL_Surface *a, const SDL_Surface *b, int top,
                       int bottom)
{
    int count = 0;
    for (int y = top; y < bottom; y++) {
        for (int x = 0; x < a->w; x++) {
            count += pixel(a, x, y) != pixel(b, x, y) ? 1 : 0;
        }
    }
    return count;
}

static void a_mood_changes_the_face_and_nothing_else(void **unused)
{
    (void)unused;
    sample state = {.has_portrait = true, .mood = UI_MOOD_FURIOUS};
    window_stage *stage = open_stage(&state, 100);
    SDL_Surface *before = shoot(stage);

    state.mood = UI_MOOD_PLEASED;
    rp_window_stage_advance(stage, 1000);
    SDL_Surface *after = shoot(stage);

    assert_true(differences(before, after, 124, 274) > 200);
    assert_int_equal(differences(before, after, 0, 124), 0);
    assert_int_equal(differences(before, after, 260, 300), 0);
    SDL_FreeSurface(before);
    SDL_FreeSurface(after);
    rp_window_stage_close(stage);
}

static void missing_pictures_are_told_with_their_place(void **unused)
{
    (void)unused;
    sample state = {0};
    window_client client = {.user = &state, .frame = frame};
    window_options options = {.asset_dir = "/nowhere"};
    window_stage *stage = NULL;
    rp_error err = {0};

    rp_status status = rp_window_stage_open(&stage, &options, &client, &err);

    assert_int_equal(status, RP_E_IO);
    assert_non_null(strstr(err.message, "/nowhere"));
    assert_null(stage);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_picture_has_the_colours_of_the_theme),
        cmocka_unit_test(the_scale_makes_the_picture_larger),
        cmocka_unit_test(a_key_reaches_the_client),
        cmocka_unit_test(a_portrait_shows_a_face),
        cmocka_unit_test(a_mood_changes_the_face_and_nothing_else),
        cmocka_unit_test(missing_pictures_are_told_with_their_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
