/*
 * Do two pictures look the same? Pixels are held against each other as an eye
 * would: by brightness more than by tint, and without those that only differ
 * in how an edge was smoothed.
 *
 * The distance is Kotsarenko and Ramos, "Measuring perceived color difference
 * using YIQ NTSC transmission color space in mobile applications" (2010). What
 * is a smoothed edge is told as in Vyšniauskas, "Anti-aliased Pixel and
 * Intensity Slope Detector" (2009), and as mapbox/pixelmatch puts the two
 * together.
 */
#ifndef TESTS_SUPPORT_PIXELS_H
#define TESTS_SUPPORT_PIXELS_H

#include <stdint.h>

/* A picture: rows of 0xAARRGGBB without gaps; alpha is not looked at. */
typedef struct pixels {
    const uint32_t *argb;
    int width;
    int height;
} pixels;

/*
 * How many pixels an eye could tell apart; pictures of different sizes differ
 * in all. Where `marks` is given, it holds as many pixels as `seen` and is
 * filled: the picture in pale grey, what differs in red, what differs only by
 * smoothing in yellow.
 */
uint32_t pixels_differing(const pixels *expected, const pixels *seen,
                          uint32_t *marks);

#endif
