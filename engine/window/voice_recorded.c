/*
 * Recorded speech of a pack, through SDL_mixer. The mixer is opened with the
 * first recording that is to be played and not before: it is no part of the
 * build, and the first frame does not wait for a sound device. Without it the
 * line goes to the synthesizer.
 */
#include <string.h>

#include <SDL.h>

#include "window/voice.h"

enum {
    RATE_HZ = 44100,
    STEREO = 2,
    CHUNK = 2048,
    LOUDEST = 128,
    FORMATS_OGG = 0x10,
    FILE_BYTES_MAX = 16 << 20
};

/* What is used of SDL2_mixer 2.6; in the order of `names`. */
typedef struct mixer_library {
    int (*init)(int formats);
    int (*open)(int rate, Uint16 format, int channels, int chunk);
    void *(*load)(SDL_RWops *from, int closes);
    void (*free)(void *chunk);
    int (*play)(int channel, void *chunk, int loops, int ticks);
    int (*is_playing)(int channel);
    int (*halt)(int channel);
    int (*set_volume)(int channel, int volume);
    void (*set_finished)(void (*finished)(int channel));
    void (*close)(void);
} mixer_library;

static const char *const names[] = {
    "Mix_Init",        "Mix_OpenAudio",        "Mix_LoadWAV_RW",
    "Mix_FreeChunk",   "Mix_PlayChannelTimed", "Mix_Playing",
    "Mix_HaltChannel", "Mix_Volume",           "Mix_ChannelFinished",
    "Mix_CloseAudio",
};

enum {
    NAME_COUNT = sizeof names / sizeof names[0]
};

typedef struct mixer {
    mixer_library of;
    void *chunk;
} mixer;

/* The mixer's word carries none of ours, so there is one listener. */
static voice_hands listener;

static void on_finished(int channel)
{
    (void)channel;
    listener.wake(listener.user);
}

static bool find_functions(mixer *self)
{
    void *object = SDL_LoadObject("libSDL2_mixer-2.0.so.0");
    void *found[NAME_COUNT];

    for (int i = 0; i < NAME_COUNT; i++) {
        found[i] = object != NULL ? SDL_LoadFunction(object, names[i]) : NULL;
        if (found[i] == NULL) {
            return false;
        }
    }
    _Static_assert(sizeof found == sizeof self->of, "one name a function");
    memcpy(&self->of, found, sizeof found);
    return true;
}

static void *open_mixer(const voice_hands *hands, voice_trouble *trouble)
{
    mixer *self = SDL_calloc(1, sizeof *self);

    *trouble = VOICE_NO_LIBRARY;
    if (self == NULL || !find_functions(self)) {
        SDL_free(self);
        return NULL;
    }
    *trouble = VOICE_NO_SERVICE;
    listener = *hands;
    (void)self->of.init(FORMATS_OGG);
    if (self->of.open(RATE_HZ, AUDIO_S16SYS, STEREO, CHUNK) != 0) {
        SDL_free(self);
        return NULL;
    }
    self->of.set_finished(on_finished);
    *trouble = VOICE_FINE;
    return self;
}

static void drop_chunk(mixer *self)
{
    if (self->chunk != NULL) {
        (void)self->of.halt(0);
        self->of.free(self->chunk);
        self->chunk = NULL;
    }
}

/* A recording is in its own language, whichever that is. */
static bool speaks(void *user, const char *language)
{
    (void)user;
    (void)language;
    return true;
}

static bool say(void *user, const voice_line *line)
{
    mixer *self = user;
    SDL_RWops *file = SDL_RWFromFile(line->recording, "rb");

    drop_chunk(self);
    if (file == NULL) {
        return false;
    }
    Sint64 size = SDL_RWsize(file);
    if (size <= 0 || size > FILE_BYTES_MAX) {
        (void)SDL_RWclose(file);
        return false;
    }
    self->chunk = self->of.load(file, 1);
    if (self->chunk == NULL) {
        return false;
    }
    (void)self->of.set_volume(0, line->volume * LOUDEST / 100);
    return self->of.play(0, self->chunk, 0, -1) == 0;
}

static bool is_done(void *user)
{
    const mixer *self = user;

    return self->of.is_playing(0) == 0;
}

static void stop(void *user)
{
    drop_chunk(user);
}

static void close_mixer(void *user)
{
    mixer *self = user;

    self->of.set_finished(NULL);
    drop_chunk(self);
    self->of.close();
    SDL_free(self);
}

const voice_backend voice_recorded = {.plays_recordings = true,
                                      .open = open_mixer,
                                      .speaks = speaks,
                                      .say = say,
                                      .is_done = is_done,
                                      .stop = stop,
                                      .close = close_mixer};
