#include "pixels.h"

#include <stdbool.h>
#include <stddef.h>

/* The square of the least distance that counts; the largest is 35215. */
static const double least = 48.0;

enum {
    RED = 0xD01818,
    YELLOW = 0xE0C000,
    SAME_ENOUGH = 3 /* equal neighbours that make a flat place */
};

typedef struct yiq {
    double y;
    double i;
    double q;
} yiq;

static yiq yiq_of(uint32_t color)
{
    double r = color >> 16U & 255U;
    double g = color >> 8U & 255U;
    double b = color & 255U;

    return (yiq){r * 0.29889531 + g * 0.58662247 + b * 0.11448223,
                 r * 0.59597799 - g * 0.27417610 - b * 0.32180189,
                 r * 0.21147017 - g * 0.52261711 + b * 0.31114694};
}

static double distance(uint32_t one, uint32_t other)
{
    if ((one & 0xFFFFFFU) == (other & 0xFFFFFFU)) {
        return 0;
    }
    yiq a = yiq_of(one);
    yiq b = yiq_of(other);
    double y = a.y - b.y;
    double i = a.i - b.i;
    double q = a.q - b.q;

    return 0.5053 * y * y + 0.299 * i * i + 0.1957 * q * q;
}

static uint32_t at(const pixels *picture, int x, int y)
{
    return picture->argb[(long)y * picture->width + x];
}

static bool is_inside(const pixels *picture, int x, int y)
{
    return x >= 0 && y >= 0 && x < picture->width && y < picture->height;
}

/* A flat place: many of the neighbours have the very same colour. */
static bool is_flat(const pixels *picture, int x, int y)
{
    int same = 0;

    for (int n = 0; n < 9; n++) {
        int to_x = x + n % 3 - 1;
        int to_y = y + n / 3 - 1;
        bool is_same = n != 4 && (!is_inside(picture, to_x, to_y) ||
                                  at(picture, to_x, to_y) == at(picture, x, y));
        same += is_same ? 1 : 0;
    }
    return same >= SAME_ENOUGH;
}

typedef struct slope {
    double darkest;
    double brightest;
    int dark_x, dark_y;
    int bright_x, bright_y;
    int level; /* neighbours as bright */
} slope;

static slope slope_at(const pixels *picture, int x, int y)
{
    slope found = {0};
    double own = yiq_of(at(picture, x, y)).y;

    for (int n = 0; n < 9; n++) {
        int to_x = x + n % 3 - 1;
        int to_y = y + n / 3 - 1;
        if (n == 4 || !is_inside(picture, to_x, to_y)) {
            continue;
        }
        double more = yiq_of(at(picture, to_x, to_y)).y - own;
        found.level += more > -0.5 && more < 0.5 ? 1 : 0;
        if (more < found.darkest) {
            found.darkest = more;
            found.dark_x = to_x;
            found.dark_y = to_y;
        }
        if (more > found.brightest) {
            found.brightest = more;
            found.bright_x = to_x;
            found.bright_y = to_y;
        }
    }
    return found;
}

/*
 * A pixel on the slope between two flat places, in both pictures: it has a
 * darker and a brighter neighbour, and one of the two is flat.
 */
static bool is_smoothed(const pixels *picture, const pixels *other, int x,
                        int y)
{
    slope here = slope_at(picture, x, y);

    if (here.level >= SAME_ENOUGH || here.darkest >= 0 || here.brightest <= 0) {
        return false;
    }
    return (is_flat(picture, here.dark_x, here.dark_y) &&
            is_flat(other, here.dark_x, here.dark_y)) ||
           (is_flat(picture, here.bright_x, here.bright_y) &&
            is_flat(other, here.bright_x, here.bright_y));
}

static uint32_t pale(uint32_t color)
{
    uint32_t grey = (uint32_t)(230 + yiq_of(color).y / 10);

    return 0xFF000000U | grey << 16U | grey << 8U | grey;
}

uint32_t pixels_differing(const pixels *expected, const pixels *seen,
                          uint32_t *marks)
{
    uint32_t count = 0;

    if (expected->width != seen->width || expected->height != seen->height) {
        return (uint32_t)seen->width * (uint32_t)seen->height;
    }
    for (int i = 0; i < seen->width * seen->height; i++) {
        int x = i % seen->width;
        int y = i / seen->width;
        bool differs = distance(at(expected, x, y), at(seen, x, y)) > least;
        bool is_edge = differs && (is_smoothed(expected, seen, x, y) ||
                                   is_smoothed(seen, expected, x, y));
        count += differs && !is_edge ? 1 : 0;
        if (marks != NULL && differs) {
            marks[i] = 0xFF000000U | (is_edge ? YELLOW : RED);
        } else if (marks != NULL) {
            marks[i] = pale(at(seen, x, y));
        }
    }
    return count;
}
