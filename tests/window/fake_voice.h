/*
 * A backend that only writes down what it is asked to say. A line goes on
 * until `fake_voice_finish`, or, when `ends_at_once`, is over as it begins.
 */
#ifndef TESTS_WINDOW_FAKE_VOICE_H
#define TESTS_WINDOW_FAKE_VOICE_H

#include "window/voice.h"

extern const voice_backend fake_voice;
extern const voice_backend fake_recorder; /* says "played PATH" */

void fake_voice_reset(bool ends_at_once);
void fake_voice_finish(void);

/* What was said since the last time, a line each:
 * "en woman rate 100 pitch 0 volume 80: Hello." and "stopped". */
void fake_voice_take(char *text, size_t size);

/* Waits until nothing is on its way: all is said, or one line goes on. */
void fake_voice_settle(voice *all);

#endif
