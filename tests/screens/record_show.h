/*
 * Moments of the record, the guide and the palette, for trees and pictures.
 */
#ifndef TESTS_SCREENS_RECORD_SHOW_H
#define TESTS_SCREENS_RECORD_SHOW_H

#include "journey.h"

/* Attempts of every kind: passed, tried again, not passed, unfinished. */
void practise(journey_run *journey);

void at_record(journey_run *journey);
void at_record_empty(journey_run *journey);
void at_record_nothing_fits(journey_run *journey);
void at_record_scenarios(journey_run *journey);
void at_record_picking(journey_run *journey);
void at_past_debrief(journey_run *journey);
void at_past_unfinished(journey_run *journey); /* opened to read */
void at_guide(journey_run *journey);
void at_guide_search(journey_run *journey);
void at_guide_from_debrief(journey_run *journey);
void at_palette(journey_run *journey);
void at_palette_search(journey_run *journey);
void at_palette_in_call(journey_run *journey);

/* What a person types, and the frames it causes. */
void type_text(journey_run *journey, const char *text);

#endif
