/*
 * Shared by the files of the guide: the page, its list, a section.
 */
#ifndef SCREENS_GUIDE_H
#define SCREENS_GUIDE_H

#include "screens_internal.h"

/* Chapters and sections, those that fit what is looked for. */
void guide_contents(screen_scene *scene);

/* One section, whole. */
void guide_section(screen_scene *scene, const rp_guide_section *section);

/* True where the section has the words that are looked for. */
bool guide_fits(const screen_scene *scene, const rp_guide_section *section);

#endif
