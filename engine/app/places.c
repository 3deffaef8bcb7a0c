/*
 * Places by name: for starts, tests and assistive tools.
 */
#include <string.h>

#include "rapport/launch.h"

/* One row a place, in the order of rp_place. */
static const char *const names[] = {
    [RP_AT_HOME] = "home",         [RP_AT_LIBRARY] = "library",
    [RP_AT_RECORD] = "record",     [RP_AT_GUIDE] = "guide",
    [RP_AT_STUDIO] = "studio",     [RP_AT_SETTINGS] = "settings",
    [RP_AT_BRIEFING] = "briefing", [RP_AT_CALL] = "call",
    [RP_AT_FORM] = "form",         [RP_AT_DEBRIEF] = "debrief",
};

const char *rp_place_name(rp_place place)
{
    return names[place];
}

bool rp_place_named(const char *name, rp_place *place)
{
    for (int i = 0; i <= RP_AT_SETTINGS; i++) {
        if (strcmp(names[i], name) == 0) {
            *place = (rp_place)i;
            return true;
        }
    }
    return false;
}
