/*
 * What to practise next: a rule anybody can follow with a pencil. No clock, no
 * store, no chance: values in, an order and its reasons out.
 *
 * Each scenario collects points in four parts:
 *
 *   missed  100 x missed / (missed + shown), over what its behaviours came to
 *           in the last SUGGEST_LAST attempts; 0 where none came up
 *   rested  4 a day since its chapter came up last, at most 100; 0 for a
 *           chapter that never did
 *   fresh   60 when it was never tried, 30 when tried and not passed, else 0
 *   step    40 less 20 for each degree it is easier or harder than the next:
 *           one above the hardest that was passed, 1 where none was, 5 at
 *           most; not below 0
 *
 * The largest sum comes first; among equals the smaller id. The reason told is
 * the part that gave most, among equals the first of the above. Where nothing
 * was tried at all, the reason is that it is the first.
 */
#ifndef RAPPORT_APP_SUGGEST_H
#define RAPPORT_APP_SUGGEST_H

#include "rapport/app.h"

enum {
    SUGGEST_LAST = 5, /* attempts that "missed" looks at */
    SUGGEST_NEVER = -1
};

/* A scenario that could be next. */
typedef struct suggest_candidate {
    const char *id; /* borrowed */
    uint8_t chapter;
    uint8_t difficulty;
    uint32_t attempts;
    bool was_passed;
    int32_t days; /* since its chapter came up; SUGGEST_NEVER */
    /* How often its behaviours were shown and missed lately, by score. */
    uint32_t shown[RP_SCORES];
    uint32_t missed[RP_SCORES];
} suggest_candidate;

typedef struct suggestion {
    uint32_t candidate; /* index */
    uint32_t points;
    rp_reason why;
} suggestion;

/* Fills `order`, as long as the candidates, best first. */
void suggest(const suggest_candidate *candidates, uint32_t count,
             suggestion *order);

#endif
