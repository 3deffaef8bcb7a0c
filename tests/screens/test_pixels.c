/*
 * The comparer of pictures itself: what an eye sees it must see, what an eye
 * does not see it must let pass.
 */
#include <math.h>
#include <string.h>

#include "support/pixels.h"
#include "support/test.h"

enum {
    WIDTH = 200,
    HEIGHT = 120
};

static const uint32_t paper = 0xFFF6F3EE;
static const uint32_t accent = 0xFF0E6B5E;

static uint32_t first[WIDTH * HEIGHT];
static uint32_t second[WIDTH * HEIGHT];
static uint32_t marks[WIDTH * HEIGHT];

static void fill(uint32_t *canvas, int left, int top, uint32_t color)
{
    enum {
        BUTTON_W = 90,
        BUTTON_H = 40
    };

    for (int i = 0; i < WIDTH * HEIGHT; i++) {
        canvas[i] = paper;
    }
    for (int y = top; y < top + BUTTON_H; y++) {
        for (int x = left; x < left + BUTTON_W; x++) {
            canvas[y * WIDTH + x] = color;
        }
    }
}

static uint32_t mixed(double share)
{
    uint32_t color = 0xFF;

    for (unsigned shift = 16; shift <= 16; shift -= 8) {
        double from = (double)(paper >> shift & 255U);
        double to = (double)(accent >> shift & 255U);
        color = color << 8U | (uint32_t)lround(from + (to - from) * share);
    }
    return color;
}

/* A disc whose edge is smoothed: its middle may lie between pixels. */
static void disc(uint32_t *canvas, double middle_x)
{
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
        double x = i % WIDTH + 0.5 - middle_x;
        double y = i / WIDTH + 0.5 - HEIGHT / 2.0;
        double share = 40.5 - sqrt(x * x + y * y);
        canvas[i] = mixed(fmin(fmax(share, 0), 1));
    }
}

static uint32_t differing(void)
{
    pixels expected = {first, WIDTH, HEIGHT};
    pixels seen = {second, WIDTH, HEIGHT};

    return pixels_differing(&expected, &seen, marks);
}

static void the_same_picture_does_not_differ(void **state)
{
    (void)state;
    fill(first, 20, 30, accent);
    fill(second, 20, 30, accent);

    assert_int_equal(differing(), 0);
}

static void a_button_moved_by_a_pixel_is_noticed(void **state)
{
    (void)state;
    fill(first, 20, 30, accent);
    fill(second, 21, 30, accent);

    assert_in_range(differing(), 2 * 38, 2 * 40);
    assert_int_equal(marks[40 * WIDTH + 20] & 0xFFFFFFU, 0xD01818);
}

static void a_slightly_changed_colour_is_noticed(void **state)
{
    (void)state;
    fill(first, 20, 30, accent);
    fill(second, 20, 30, 0xFF0E7B5E);

    assert_int_equal(differing(), 90 * 40);
}

static void a_change_no_eye_can_see_is_not(void **state)
{
    (void)state;
    fill(first, 20, 30, accent);
    fill(second, 20, 30, 0xFF0F6C5F);

    assert_int_equal(differing(), 0);
}

static void an_edge_that_is_smoothed_otherwise_is_not_noticed(void **state)
{
    (void)state;
    disc(first, 100.0);
    disc(second, 100.3);

    assert_true(memcmp(first, second, sizeof first) != 0);
    assert_in_range(differing(), 0, 8);
}

static void a_disc_moved_by_three_pixels_is_noticed(void **state)
{
    (void)state;
    disc(first, 100.0);
    disc(second, 103.0);

    assert_in_range(differing(), 200, 600);
}

static void another_size_differs_everywhere(void **state)
{
    pixels expected = {first, WIDTH, HEIGHT};
    pixels seen = {second, WIDTH / 2, HEIGHT};
    (void)state;

    assert_int_equal(pixels_differing(&expected, &seen, NULL),
                     WIDTH / 2 * HEIGHT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_picture_does_not_differ),
        cmocka_unit_test(a_button_moved_by_a_pixel_is_noticed),
        cmocka_unit_test(a_slightly_changed_colour_is_noticed),
        cmocka_unit_test(a_change_no_eye_can_see_is_not),
        cmocka_unit_test(an_edge_that_is_smoothed_otherwise_is_not_noticed),
        cmocka_unit_test(a_disc_moved_by_three_pixels_is_noticed),
        cmocka_unit_test(another_size_differs_everywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
