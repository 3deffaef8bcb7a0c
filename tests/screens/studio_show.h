/*
 * The studio as it looks at a real scenario, without its worker: graph,
 * report and rows are made on the spot and shown instead of the app's view.
 */
#ifndef TESTS_SCREENS_STUDIO_SHOW_H
#define TESTS_SCREENS_STUDIO_SHOW_H

#include "journey.h"

typedef enum studio_moment {
    STUDIO_SHOWS_ALL,   /* graph, problems, odds, a preview */
    STUDIO_IS_BUSY,     /* nothing is known yet */
    STUDIO_HAS_NO_DOT,  /* turns in a list */
    STUDIO_SHOWS_FAULT, /* a file that does not load */
    STUDIO_IS_EMPTY
} studio_moment;

/* Shows it until the journey ends. */
void studio_show(journey_run *journey, studio_moment moment);
/* Goes elsewhere and comes back, with the same view of the studio. */
void studio_show_place(journey_run *journey, rp_place place);

#endif
