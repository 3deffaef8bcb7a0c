/*
 * Shared by the two files of the record: the page and its table.
 */
#ifndef SCREENS_RECORD_H
#define SCREENS_RECORD_H

#include "screens_internal.h"

/* Below this effective width a row takes two lines and has no header. */
enum {
    RECORD_NARROW_PX = 900
};

bool record_is_narrow(const screen_scene *scene);

/* What is left of the page; a fixed height where the page scrolls. */
ui_size record_list_height(const screen_scene *scene);

/* The rows the sieve lets through, with their header. Closes itself. */
void record_table(screen_scene *scene);

/* What came of each scenario so far. */
void record_scenarios(screen_scene *scene);

/* The id of a row, for focus. */
const char *record_row_id(screen_scene *scene, uint32_t index);

#endif
