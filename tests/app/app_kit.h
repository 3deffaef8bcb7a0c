/*
 * Builders for tests of the app: an app on the small pack of the fixtures,
 * in memory or on a folder of its own, with a clock that stands still.
 */
#ifndef TESTS_APP_KIT_H
#define TESTS_APP_KIT_H

#include "rapport/app.h"
#include "support/test.h"

enum {
    KIT_PATH_MAX = 256
};

/* The small pack, a fixed seed and fact set 1; in memory. */
rp_app_options kit_options(void);

rp_app *kit_open(const rp_app_options *options);

/* An intent that has to work, and one that has to be refused. */
void kit_do(rp_app *app, rp_intent_kind kind, uint32_t index);
void kit_say(rp_app *app, const char *reply);
void kit_text(rp_app *app, rp_intent_kind kind, const char *text);
rp_status kit_try(rp_app *app, rp_intent_kind kind, uint32_t index,
                  rp_error *err);

/* Opens "short-call" and picks up. */
void kit_begin(rp_app *app);

/* Chooses the answers with these ids in the open form. */
void kit_choose(rp_app *app, const char *ask, const char *answer);

/* A folder for one test, and its end with all that lies in it. */
void kit_folder(char path[KIT_PATH_MAX]);
void kit_remove(const char *path);

#endif
