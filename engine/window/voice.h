/*
 * Voice: what is spoken, one thing at a time, and never at the cost of a
 * frame. Whoever wants something said hands in a line and goes on; a thread of
 * its own finds who can speak it, begins it, waits for its end and takes the
 * next one.
 *
 *     voice_say ─▶ queue of 8 ─▶ thread ─▶ a recording of the pack
 *                                       └▶ speech-dispatcher
 *
 * Nothing is opened before the first line: no library, no sound device, no
 * thread. A service that hangs keeps the thread waiting and nobody else; what
 * is wrong is told by `voice_look`.
 */
#ifndef WINDOW_VOICE_H
#define WINDOW_VOICE_H

#include "rapport/base.h"

typedef struct voice voice;

typedef enum voice_trouble {
    VOICE_UNKNOWN, /* nobody has asked yet, or the answer is not here yet */
    VOICE_FINE,
    VOICE_NO_LIBRARY, /* libspeechd is not installed */
    VOICE_NO_SERVICE, /* speech-dispatcher can neither be reached nor started */
    VOICE_NO_VOICES,  /* it has no synthesizer, or one without voices */
    VOICE_NO_ANSWER   /* it was asked and has not answered for seconds */
} voice_trouble;

typedef enum voice_who {
    VOICE_READER,
    VOICE_CUSTOMER
} voice_who;

/* Something to say. Strings are borrowed for the call. */
typedef struct voice_line {
    const char *text;
    const char *language; /* "en", "zh" */
    const char *person;   /* "man", "woman", "boy", "girl"; NULL: any */
    const char
        *recording; /* a file; NULL: none. It goes before a synthesizer */
    voice_who who;
    uint16_t rate_percent; /* 50..200, 100 is as usual; not of recordings */
    int8_t pitch;          /* -100..100, 0 is as usual; not of recordings */
    uint8_t volume;        /* 0..100 */
} voice_line;

typedef enum voice_when {
    VOICE_NOW,  /* what is being said stops, what waits is forgotten */
    VOICE_AFTER /* behind what waits; the newest is dropped when 8 wait */
} voice_when;

/*
 * Who can say something. All functions run on the voice's thread and may take
 * as long as they need; `wake` may be called from any thread.
 */
typedef struct voice_hands {
    void (*wake)(void *user); /* something ended: `is_done` is asked */
    void *user;
} voice_hands;

/* A voice that speaks a language. */
typedef struct voice_found {
    char language[24]; /* as the synthesizer calls it: "cmn", "en-GB" */
    char module[32];   /* "espeak-ng" */
    char name[96];     /* "Chinese (Mandarin, latin as English)" */
} voice_found;

typedef struct voice_backend {
    bool plays_recordings; /* takes only lines that have one */
    /* NULL, and `trouble`, when it cannot be. */
    void *(*open)(const voice_hands *hands, voice_trouble *trouble);
    bool (*speaks)(void *self, const char *language);
    bool (*say)(void *self, const voice_line *line); /* begins; false: cannot */
    bool (*is_done)(void *self);
    void (*stop)(void *self);
    int (*voices)(void *self, voice_found *found, int capacity); /* or NULL */
    void (*close)(void *self);
} voice_backend;

extern const voice_backend voice_recorded; /* voice_recorded.c */
extern const voice_backend voice_speechd;  /* voice_speechd.c */

enum {
    VOICE_BACKENDS_MAX = 2,
    VOICE_QUEUE_MAX = 8,
    VOICE_FOUND_MAX = 256
};

typedef struct voice_options {
    const voice_backend *backends[VOICE_BACKENDS_MAX]; /* asked in order */
    rp_alloc alloc;                                    /* safe on any thread */
    /* Someone began or ceased to speak, or a trouble came or went. Called on
     * the voice's thread; must not call the voice. NULL: nobody cares. */
    void (*changed)(void);
} voice_options;

/* Silent, nothing opened yet; NULL: no memory. */
RP_MUST_USE voice *voice_open(const voice_options *options);

/* Waits a moment for the thread; one that hangs is left to itself. */
void voice_close(voice *all); /* NULL does nothing */

/* The line is copied; nothing is waited for. NULL says nothing. */
void voice_say(voice *all, const voice_line *line, voice_when when);
void voice_stop(voice *all); /* and forget what waits */

/* Lets the synthesizer open now, so that the first line need not wait. */
void voice_prepare(voice *all);

/* The same for those who have time: waits for the answer, at most `wait_ms`. */
voice_trouble voice_await(voice *all, uint32_t wait_ms);

typedef struct voice_state {
    bool is_speaking;
    voice_who who;         /* while it is */
    voice_trouble trouble; /* of the synthesizer */
} voice_state;

void voice_look(voice *all, voice_state *state);

/* What the synthesizer has, one voice a language; how many. None before it is
 * FINE. */
int voice_list(voice *all, voice_found *found, int capacity);

/* The synthesizer's voice for a language; false: none speaks it. */
bool voice_find(voice *all, const char *language, voice_found *found);

/* The voice for "en" or "zh" among these: its index, -1 when none speaks it.
 * Cantonese is no voice for "zh". */
int voice_for(const voice_found *found, int count, const char *language);

/* ---------------------------------------------------------------- manner */

/* The language a text is written in: "zh" where Han signs prevail, `own`
 * where it has no letters at all, else English or `own`. */
const char *voice_language_of(const char *text, const char *own);

/* How a mood sounds, beside the person's own volume and rate. The numbers are
 * ours, small enough to stay believable: anger is faster, louder and a little
 * higher, worry higher and softer, relief slower and lower. */
typedef struct voice_manner {
    uint8_t rate_percent; /* of the person's rate */
    int8_t pitch;
    uint8_t volume_percent; /* of the person's volume */
} voice_manner;

voice_manner voice_manner_of(int mood_word); /* rp_mood_word */

#endif
