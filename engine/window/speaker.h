/*
 * Speaker: between the screens and the voice. After each frame it hears what
 * is new, decides what is said and in which manner, and hands it to a voice;
 * before each frame it tells the screens what can be heard.
 *
 * One reading at a time: the customer's line comes first, and what the reader
 * says of the same moment waits behind it; whatever comes later stops both.
 */
#ifndef WINDOW_SPEAKER_H
#define WINDOW_SPEAKER_H

#include "screens/screens.h"
#include "ui/ui_reader.h"
#include "window/voice.h"

enum {
    SPOKEN_MAX = 1024
};

typedef struct speaker {
    voice *voice; /* borrowed; NULL: nothing is heard, all else works */
    ui_reader reader;
    ui_reading reading;
    char spoken[SPOKEN_MAX]; /* what was said last */
    char status[RP_MESSAGE_MAX];
    voice_trouble told;    /* what `status` tells, */
    char told_language[8]; /* for which language, */
    bool is_told;          /* and that it does */
} speaker;

void speaker_init(speaker *self, rp_alloc alloc);
void speaker_clear(speaker *self);

/* Before a frame is declared. */
void speaker_tell(speaker *self, screens *all, rp_app *app);

/* After it was closed. True when the next frame shows something else. */
bool speaker_hear(speaker *self, const ui_context *ui, const screens *all,
                  const rp_app *app);

/* Ctrl alone, or Esc. */
void speaker_hush(speaker *self);

#endif
