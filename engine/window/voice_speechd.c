/*
 * Speech-dispatcher, the desktop's speech service. Its library is opened when
 * somebody wants to hear something and not before, so Rapport neither needs
 * it to be built nor to run; the few declarations used here are those of
 * libspeechd.so.2 (SSIP 0.11).
 */
#include <stdlib.h>
#include <string.h>

#include <SDL.h>

#include "window/voice.h"

enum {
    MODE_THREADED = 1,
    PRIORITY_TEXT = 3,
    NOTE_END = 2, /* bits of spd_set_notification_on */
    NOTE_CANCEL = 8,
    MALE = 1, /* voice types */
    FEMALE = 4,
    BOY = 7,
    GIRL = 8
};

typedef void spd_note(size_t message, size_t client, int state);

/* The public part of a connection: where its notes go to. */
typedef struct spd_connection {
    spd_note *on_begin;
    spd_note *on_end;
    spd_note *on_cancel;
} spd_connection;

typedef struct spd_voice {
    char *name;
    char *language;
    char *variant;
} spd_voice;

/* What is used of the library; in the order of `names`. */
typedef struct spd_library {
    spd_connection *(*open)(const char *client, const char *connection,
                            const char *user, int mode, const void *address,
                            int spawns, char **error);
    void (*close)(spd_connection *to);
    int (*say)(spd_connection *to, int priority, const char *text);
    int (*cancel)(spd_connection *to);
    int (*set_note)(spd_connection *to, int notes);
    int (*set_language)(spd_connection *to, const char *language);
    int (*set_type)(spd_connection *to, int type);
    int (*set_module)(spd_connection *to, const char *module);
    int (*set_rate)(spd_connection *to, int rate);
    int (*set_pitch)(spd_connection *to, int pitch);
    int (*set_volume)(spd_connection *to, int volume);
    char **(*list_modules)(spd_connection *to);
    void (*free_modules)(char **modules);
    spd_voice **(*list_voices)(spd_connection *to);
    void (*free_voices)(spd_voice **voices);
} spd_library;

static const char *const names[] = {
    "spd_open2",
    "spd_close",
    "spd_say",
    "spd_cancel",
    "spd_set_notification_on",
    "spd_set_language",
    "spd_set_voice_type",
    "spd_set_output_module",
    "spd_set_voice_rate",
    "spd_set_voice_pitch",
    "spd_set_volume",
    "spd_list_modules",
    "free_spd_modules",
    "spd_list_synthesis_voices",
    "free_spd_voices",
};

enum {
    NAME_COUNT = sizeof names / sizeof names[0]
};

typedef struct speechd {
    void *object;
    spd_library of;
    spd_connection *to;
    int message; /* the line that is being said; 0: none */
    int found_count;
    voice_found found[VOICE_FOUND_MAX];
} speechd;

/* The library's notes carry no word of ours, so there is one listener. */
static voice_hands listener;
static SDL_atomic_t ended; /* the newest message that is over */

static void on_over(size_t message, size_t client, int state)
{
    (void)client;
    (void)state;
    if ((int)message > SDL_AtomicGet(&ended)) {
        SDL_AtomicSet(&ended, (int)message);
    }
    listener.wake(listener.user);
}

/* --------------------------------------------------------------- opening */

static bool find_functions(speechd *self)
{
    void *found[NAME_COUNT];

    for (int i = 0; i < NAME_COUNT; i++) {
        found[i] = SDL_LoadFunction(self->object, names[i]);
        if (found[i] == NULL) {
            return false;
        }
    }
    /* ISO C has no way from an object's address to a function's but this. */
    _Static_assert(sizeof found == sizeof self->of, "one name a function");
    memcpy(&self->of, found, sizeof found);
    return true;
}

static bool is_known(const speechd *self, const char *module,
                     const char *language)
{
    for (int i = 0; i < self->found_count; i++) {
        if (strcmp(self->found[i].language, language) == 0 &&
            strcmp(self->found[i].module, module) == 0) {
            return true;
        }
    }
    return false;
}

/* One voice a language and module: variants sound alike to us. */
static void keep_voice(speechd *self, const char *module, const spd_voice *one)
{
    if (one->language == NULL || one->name == NULL ||
        self->found_count == VOICE_FOUND_MAX ||
        is_known(self, module, one->language)) {
        return;
    }
    voice_found *to = &self->found[self->found_count++];
    (void)SDL_strlcpy(to->language, one->language, sizeof to->language);
    (void)SDL_strlcpy(to->module, module, sizeof to->module);
    (void)SDL_utf8strlcpy(to->name, one->name, sizeof to->name);
}

static void list_module(speechd *self, const char *module)
{
    bool is_dummy = strcmp(module, "dummy") == 0; /* it says it is missing */

    if (is_dummy || self->of.set_module(self->to, module) != 0) {
        return;
    }
    spd_voice **voices = self->of.list_voices(self->to);
    for (int i = 0; voices != NULL && voices[i] != NULL; i++) {
        keep_voice(self, module, voices[i]);
    }
    if (voices != NULL) {
        self->of.free_voices(voices);
    }
}

static void list_all(speechd *self)
{
    char **modules = self->of.list_modules(self->to);

    for (int i = 0; modules != NULL && modules[i] != NULL; i++) {
        list_module(self, modules[i]);
    }
    if (modules != NULL) {
        self->of.free_modules(modules);
    }
}

static bool connect_to(speechd *self)
{
    char *reason = NULL;

    self->to = self->of.open("rapport", "voice", NULL, MODE_THREADED, NULL, 1,
                             &reason);
    free(reason); /* "connection refused" helps nobody who uses Rapport */
    if (self->to == NULL) {
        return false;
    }
    self->to->on_end = on_over;
    self->to->on_cancel = on_over;
    SDL_AtomicSet(&ended, 0);
    (void)self->of.set_note(self->to, NOTE_END);
    (void)self->of.set_note(self->to, NOTE_CANCEL);
    return true;
}

static void close_speechd(void *user)
{
    speechd *self = user;

    if (self->to != NULL) {
        (void)self->of.cancel(self->to);
        self->of.close(self->to);
    }
    /* The library stays in memory: its threads may be on their way out. */
    SDL_free(self);
}

static voice_trouble open_parts(speechd *self)
{
    self->object = SDL_LoadObject("libspeechd.so.2");
    if (self->object == NULL || !find_functions(self)) {
        return VOICE_NO_LIBRARY;
    }
    if (!connect_to(self)) {
        return VOICE_NO_SERVICE;
    }
    list_all(self);
    return self->found_count > 0 ? VOICE_FINE : VOICE_NO_VOICES;
}

static void *open_speechd(const voice_hands *hands, voice_trouble *trouble)
{
    speechd *self = SDL_calloc(1, sizeof *self);

    *trouble = VOICE_NO_SERVICE;
    if (self == NULL) {
        return NULL;
    }
    listener = *hands;
    *trouble = open_parts(self);
    if (*trouble != VOICE_FINE) {
        close_speechd(self);
        return NULL;
    }
    return self;
}

/* --------------------------------------------------------------- speaking */

static const struct person_row {
    const char *name;
    int type;
} persons[] = {{"man", MALE}, {"woman", FEMALE}, {"boy", BOY}, {"girl", GIRL}};

static int type_of(const char *person)
{
    for (size_t i = 0; i < sizeof persons / sizeof persons[0]; i++) {
        if (person != NULL && strcmp(persons[i].name, person) == 0) {
            return persons[i].type;
        }
    }
    return MALE;
}

/* The service counts from -100 (half as fast) over 0 to 100 (twice). */
static int rate_of(uint16_t percent)
{
    int off = (int)percent - 100;
    int rate = off < 0 ? off * 2 : off;

    return rate < -100 ? -100 : rate > 100 ? 100 : rate;
}

static bool speaks(void *user, const char *language)
{
    const speechd *self = user;

    return voice_for(self->found, self->found_count, language) >= 0;
}

static bool say(void *user, const voice_line *line)
{
    speechd *self = user;
    int index = voice_for(self->found, self->found_count, line->language);
    const voice_found *with = &self->found[index < 0 ? 0 : index];
    bool is_set = index >= 0 &&
                  self->of.set_module(self->to, with->module) == 0 &&
                  self->of.set_language(self->to, with->language) == 0;

    if (!is_set) {
        return false;
    }
    (void)self->of.set_type(self->to, type_of(line->person));
    (void)self->of.set_rate(self->to, rate_of(line->rate_percent));
    (void)self->of.set_pitch(self->to, line->pitch);
    (void)self->of.set_volume(self->to, line->volume * 2 - 100);
    self->message = self->of.say(self->to, PRIORITY_TEXT, line->text);
    return self->message > 0;
}

static bool is_done(void *user)
{
    const speechd *self = user;

    return SDL_AtomicGet(&ended) >= self->message;
}

static void stop(void *user)
{
    speechd *self = user;

    (void)self->of.cancel(self->to);
}

static int voices(void *user, voice_found *found, int capacity)
{
    const speechd *self = user;
    int count = self->found_count < capacity ? self->found_count : capacity;

    memcpy(found, self->found, (size_t)count * sizeof *found);
    return count;
}

const voice_backend voice_speechd = {.open = open_speechd,
                                     .speaks = speaks,
                                     .say = say,
                                     .is_done = is_done,
                                     .stop = stop,
                                     .voices = voices,
                                     .close = close_speechd};
