/*
 * The library's filters, and its parts, each in its own file.
 */
#ifndef SCREENS_LIBRARY_H
#define SCREENS_LIBRARY_H

#include "screens_internal.h"

/* Channels as people think of them. */
typedef enum library_group {
    GROUP_ALL,
    GROUP_PHONE,
    GROUP_FACE,
    GROUP_ONLINE,
    GROUP_OTHER,
    GROUP_COUNT
} library_group;

typedef enum library_status {
    STATUS_ANY,
    STATUS_NEW,
    STATUS_TRIED,
    STATUS_PASSED,
    STATUS_BROKEN,
    STATUS_COUNT
} library_status;

enum {
    LIBRARY_NO_HIT = UINT16_MAX
};

library_group library_group_of(rp_channel channel);
int library_level_of(const rp_card *card); /* 1..3; 0: not said */
library_status library_status_of(const rp_card *card);

bool library_passes(const library_filter *filter, const rp_card *card);
bool library_is_open(const library_filter *filter); /* nothing is filtered */

/* True when the view's search is about what is typed here. */
bool library_is_answered(const rp_view *view, const library_kept *kept);

/* Brings the sieve up to date. */
void library_sift(library_sieve *sieve, const rp_view *view,
                  const library_kept *kept);

/* The segment, the chips with their lists, and how many are shown. */
void library_filters(screen_scene *scene);

/* No card fits: what to give up, and all cleared. */
void library_nothing(screen_scene *scene);

/* Leaves out nothing any more. */
void library_clear(screen_scene *scene);

const char *library_group_name(const screen_scene *scene, library_group group);
const char *library_level_name(const screen_scene *scene, int level);
const char *library_status_name(const screen_scene *scene,
                                library_status status);

/* One card of the grid. */
void library_show(screen_scene *scene, const library_item *item);

#endif
