/*
 * What a reader says of a screen, and the golden text it is held against.
 */
#ifndef TESTS_SCREENS_SPOKEN_H
#define TESTS_SCREENS_SPOKEN_H

#include "journey.h"

enum {
    SPOKEN_TEXT_MAX = 65536
};

/* A line a stop, in the order a reader walks the screen. */
void spoken_screen(const journey_run *journey, rp_text *out);

/* The text of this name in tests/golden; empty where there is none. */
void spoken_golden(const char *name, char text[SPOKEN_TEXT_MAX]);

/* Keeps what was spoken in the build folder, to be compared. */
void spoken_keep(const char *name, const rp_text *spoken);

#endif
