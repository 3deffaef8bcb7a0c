#include "window/fake_voice.h"

#include <stdio.h>
#include <string.h>

#include <SDL.h>

#include "support/test.h"

enum {
    TOLD_MAX = 65536,
    QUIET_MS = 60,
    PATIENCE_MS = 5000
};

static SDL_SpinLock lock;
static char told[TOLD_MAX];
static voice_hands listener;
static bool ends_at_once;
static SDL_atomic_t is_going;
static SDL_atomic_t changes;

static void tell(const char *text)
{
    SDL_AtomicLock(&lock);
    size_t length = strlen(told);
    (void)snprintf(told + length, sizeof told - length, "%s\n", text);
    SDL_AtomicUnlock(&lock);
    (void)SDL_AtomicAdd(&changes, 1);
}

void fake_voice_reset(bool at_once)
{
    ends_at_once = at_once;
    told[0] = '\0';
    SDL_AtomicSet(&is_going, 0);
}

void fake_voice_take(char *text, size_t size)
{
    SDL_AtomicLock(&lock);
    (void)snprintf(text, size, "%s", told);
    told[0] = '\0';
    SDL_AtomicUnlock(&lock);
}

void fake_voice_finish(void)
{
    SDL_AtomicSet(&is_going, 0);
    listener.wake(listener.user);
}

void fake_voice_settle(voice *all)
{
    voice_state state;
    int quiet_ms = 0;

    for (int waited = 0; waited < PATIENCE_MS && quiet_ms < QUIET_MS;
         waited += 5) {
        int before = SDL_AtomicGet(&changes);
        SDL_Delay(5);
        voice_look(all, &state);
        bool is_quiet = before == SDL_AtomicGet(&changes);
        quiet_ms = is_quiet ? quiet_ms + 5 : 0;
    }
}

static void *open_fake(const voice_hands *hands, voice_trouble *trouble)
{
    static int self;

    listener = *hands;
    *trouble = VOICE_FINE;
    return &self;
}

static bool speaks(void *self, const char *language)
{
    (void)self;
    return strcmp(language, "fi") != 0;
}

static void begin(const char *text)
{
    tell(text);
    SDL_AtomicSet(&is_going, ends_at_once ? 0 : 1);
}

static bool say(void *self, const voice_line *line)
{
    char text[8192];

    (void)self;
    (void)snprintf(text, sizeof text, "%s %s rate %u pitch %d volume %u: %s",
                   line->language, line->person != NULL ? line->person : "any",
                   (unsigned)line->rate_percent, (int)line->pitch,
                   (unsigned)line->volume, line->text);
    begin(text);
    return true;
}

static bool play(void *self, const voice_line *line)
{
    char text[1024];

    (void)self;
    if (strstr(line->recording, "missing") != NULL) {
        return false;
    }
    (void)snprintf(text, sizeof text, "played %s", line->recording);
    begin(text);
    return true;
}

static bool is_done(void *self)
{
    (void)self;
    return SDL_AtomicGet(&is_going) == 0;
}

static void stop(void *self)
{
    (void)self;
    tell("stopped");
    SDL_AtomicSet(&is_going, 0);
}

static int voices(void *self, voice_found *found, int capacity)
{
    static const voice_found all[] = {{"en-GB", "fake", "English"},
                                      {"cmn", "fake", "Chinese"}};

    (void)self;
    assert_true(capacity >= 2);
    memcpy(found, all, sizeof all);
    return 2;
}

static void close_fake(void *self)
{
    (void)self;
}

const voice_backend fake_voice = {.open = open_fake,
                                  .speaks = speaks,
                                  .say = say,
                                  .is_done = is_done,
                                  .stop = stop,
                                  .voices = voices,
                                  .close = close_fake};

const voice_backend fake_recorder = {.plays_recordings = true,
                                     .open = open_fake,
                                     .speaks = speaks,
                                     .say = play,
                                     .is_done = is_done,
                                     .stop = stop,
                                     .close = close_fake};
