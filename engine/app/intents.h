/*
 * What each intent does, as the table in intents.c names it. Every act leaves
 * the app as it was when it fails.
 */
#ifndef RAPPORT_APP_INTENTS_H
#define RAPPORT_APP_INTENTS_H

#include "app_internal.h"

typedef rp_status act(rp_app *app, const rp_intent *intent, rp_error *err);

/* In the studio. */
act act_study;
act act_check;
act act_preview;
act act_try;
act act_edit;

/* In a call and its form. */
act act_say;
act act_look;
act act_hint;
act act_hurry;
act act_choose;
act act_file;
act act_note;
act act_pin;
act act_unnote;
act act_undo;
act act_retry;
act act_pause;

#endif
