/*
 * Recorded speech, inside the app: the file that says a line.
 */
#ifndef RAPPORT_APP_SPEECH_H
#define RAPPORT_APP_SPEECH_H

#include "app_internal.h"

/* The folder of the scenario's recordings; NULL: it has none. */
const char *speech_folder(sketch *view);

/* What a node says in a state, and what a choice makes heard; NULL: no
 * recording. A NULL folder has none. */
const char *speech_of_node(sketch *view, const char *folder,
                           const rp_state *state, uint16_t node);
const char *speech_of_choice(sketch *view, const char *folder, uint16_t choice);

#endif
