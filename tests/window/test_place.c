/*
 * Where a window comes up, and what a drop of files becomes. No display.
 */
#include "support/test.h"
#include "window/window_internal.h"

static const window_place least = {.width = 1024, .height = 640};
static const SDL_Rect displays[] = {{0, 0, 1920, 1080}, {1920, 0, 1280, 1024}};

static window_place fit_on(int x, int y, int width, int height, int count)
{
    window_place kept = {
        .x = x, .y = y, .width = width, .height = height, .is_somewhere = true};

    return place_fit(&kept, &least, displays, count);
}

static void a_place_that_fits_is_taken_as_it_was(void **state)
{
    (void)state;
    window_place place = fit_on(100, 50, 1300, 800, 1);
    assert_true(place.is_somewhere);
    assert_int_equal(place.x, 100);
    assert_int_equal(place.y, 50);
    assert_int_equal(place.width, 1300);
    assert_int_equal(place.height, 800);
}

static void half_a_window_can_still_be_reached(void **state)
{
    (void)state;
    assert_true(fit_on(-600, 20, 1280, 800, 1).is_somewhere);
    assert_true(fit_on(1700, 900, 1280, 800, 1).is_somewhere);
}

static void a_window_off_all_screens_comes_to_the_middle(void **state)
{
    (void)state;
    assert_false(fit_on(2500, 100, 1280, 800, 1).is_somewhere);
    assert_false(fit_on(-1250, 100, 1280, 800, 1).is_somewhere);
    assert_false(fit_on(100, 1070, 1280, 800, 1).is_somewhere);
    assert_false(fit_on(100, -700, 1280, 800, 1).is_somewhere);
}

static void the_second_screen_counts_while_it_is_there(void **state)
{
    (void)state;
    assert_true(fit_on(2000, 100, 1100, 700, 2).is_somewhere);
    assert_false(fit_on(2000, 100, 1100, 700, 1).is_somewhere);
}

static void the_size_is_that_of_the_screen_at_most(void **state)
{
    (void)state;
    window_place place = fit_on(2000, 10, 1900, 1060, 2);
    assert_int_equal(place.width, 1280);
    assert_int_equal(place.height, 1024);
    place = fit_on(0, 0, 30000, 30000, 1);
    assert_int_equal(place.width, 1920);
    assert_int_equal(place.height, 1080);
    place = fit_on(0, 0, 10, 10, 1);
    assert_int_equal(place.width, 1024);
    assert_int_equal(place.height, 640);
}

static void without_screens_nothing_is_known(void **state)
{
    (void)state;
    assert_false(fit_on(0, 0, 1280, 800, 0).is_somewhere);
}

/* ------------------------------------------------------------------ drops */

static bool post(window_drop *drop, Uint32 type, const char *path)
{
    SDL_Event event = {.type = type};

    if (path != NULL) {
        event.drop.file = SDL_strdup(path);
    }
    return drops_take(drop, &event);
}

static void a_drop_is_one_wish_for_its_first_file(void **state)
{
    window_drop drop = {.path = NULL};

    (void)state;
    for (int round = 0; round < 2; round++) {
        assert_false(post(&drop, SDL_DROPBEGIN, NULL));
        assert_false(post(&drop, SDL_DROPFILE, "/a.lua"));
        assert_false(post(&drop, SDL_DROPFILE, "/b.lua"));
        assert_false(post(&drop, SDL_DROPFILE, "/c.lua"));
        assert_true(post(&drop, SDL_DROPCOMPLETE, NULL));
        assert_string_equal(drop.path, "/a.lua");
        assert_int_equal(drop.count, 3);
        drops_clear(&drop);
    }
}

static void dropped_text_opens_nothing(void **state)
{
    window_drop drop = {.path = NULL};

    (void)state;
    assert_false(post(&drop, SDL_DROPBEGIN, NULL));
    assert_false(post(&drop, SDL_DROPTEXT, "a word"));
    assert_false(post(&drop, SDL_DROPCOMPLETE, NULL));
    drops_clear(&drop);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_place_that_fits_is_taken_as_it_was),
        cmocka_unit_test(half_a_window_can_still_be_reached),
        cmocka_unit_test(a_window_off_all_screens_comes_to_the_middle),
        cmocka_unit_test(the_second_screen_counts_while_it_is_there),
        cmocka_unit_test(the_size_is_that_of_the_screen_at_most),
        cmocka_unit_test(without_screens_nothing_is_known),
        cmocka_unit_test(a_drop_is_one_wish_for_its_first_file),
        cmocka_unit_test(dropped_text_opens_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
