/*
 * Parts of home, each in its own file.
 */
#ifndef SCREENS_HOME_H
#define SCREENS_HOME_H

#include "screens_internal.h"

/* What is proposed, and why; false where nothing can be played. */
bool home_next(screen_scene *scene);

/* The reason of an idea as one sentence, and its icon. */
const char *home_reason(screen_scene *scene, const rp_reason *why);

/* "Phone, Chapter 3, about 4 min", each with its icon. */
void home_facts(screen_scene *scene, const rp_card *card);

void home_recent(screen_scene *scene);
void home_skills(screen_scene *scene);
void home_week(screen_scene *scene);

/* "Monday" .. "Sunday", 1 .. 7. */
const char *home_weekday(const screen_scene *scene, int32_t weekday);

/* Nobody has practised yet. */
void first_run(screen_scene *scene);

/* Narrow windows show one column. */
bool home_is_narrow(const screen_scene *scene);

#endif
