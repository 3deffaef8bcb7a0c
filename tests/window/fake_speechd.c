/*
 * A libspeechd for tests: it says nothing and remembers what it was told to.
 * FAKE_SPEECHD is "fine", "none" (no service), "mute" (no voices), "hangs"
 * (the service does not answer), "gone" (it goes away with the first line).
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <pthread.h>
#include <unistd.h>

#define API __attribute__((visibility("default")))

typedef void spd_note(size_t message, size_t client, int state);

typedef struct connection {
    spd_note *on_begin;
    spd_note *on_end;
    spd_note *on_cancel;
} connection;

typedef struct voice {
    char *name;
    char *language;
    char *variant;
} voice;

static connection the_connection;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char told[4096];
static int messages;
static bool is_gone;

static bool is_mode(const char *mode)
{
    const char *asked = getenv("FAKE_SPEECHD");

    return strcmp(asked != NULL ? asked : "fine", mode) == 0;
}

static void tell(const char *what, const char *text, int number)
{
    pthread_mutex_lock(&lock);
    size_t length = strlen(told);
    if (text != NULL) {
        snprintf(told + length, sizeof told - length, "%s %s\n", what, text);
    } else {
        snprintf(told + length, sizeof told - length, "%s %d\n", what, number);
    }
    pthread_mutex_unlock(&lock);
}

/* What was told so far, for the test; forgets it. */
API void fake_speechd_take(char *text, size_t size)
{
    pthread_mutex_lock(&lock);
    snprintf(text, size, "%s", told);
    told[0] = '\0';
    pthread_mutex_unlock(&lock);
}

/* The newest line has been said to its end. */
API void fake_speechd_finish(void)
{
    if (the_connection.on_end != NULL) {
        the_connection.on_end((size_t)messages, 1, 1);
    }
}

API void *spd_open2(const char *client, const char *name, const char *user,
                    int mode, const void *address, int spawns, char **error)
{
    (void)name, (void)user, (void)mode, (void)address;
    while (is_mode("hangs")) {
        usleep(20000);
    }
    if (is_mode("none")) {
        *error = strdup("connection refused");
        return NULL;
    }
    is_gone = false;
    tell("open", client, 0);
    tell("spawns", NULL, spawns);
    return &the_connection;
}

API void spd_close(void *to)
{
    (void)to;
    tell("close", "", 0);
}

API int spd_say(void *to, int priority, const char *text)
{
    (void)to, (void)priority;
    if (is_mode("gone")) {
        is_gone = true;
        return -1;
    }
    tell("say", text, 0);
    return ++messages;
}

API int spd_cancel(void *to)
{
    (void)to;
    tell("cancel", "", 0);
    return 0;
}

API int spd_set_notification_on(void *to, int notes)
{
    (void)to, (void)notes;
    return 0;
}

static int set(const char *what, const char *text, int number)
{
    tell(what, text, number);
    return is_gone ? -1 : 0;
}

API int spd_set_language(void *to, const char *language)
{
    (void)to;
    return set("language", language, 0);
}

API int spd_set_voice_type(void *to, int type)
{
    (void)to;
    return set("type", NULL, type);
}

API int spd_set_output_module(void *to, const char *module)
{
    (void)to;
    return set("module", module, 0);
}

API int spd_set_voice_rate(void *to, int rate)
{
    (void)to;
    return set("rate", NULL, rate);
}

API int spd_set_voice_pitch(void *to, int pitch)
{
    (void)to;
    return set("pitch", NULL, pitch);
}

API int spd_set_volume(void *to, int volume)
{
    (void)to;
    return set("volume", NULL, volume);
}

API char **spd_list_modules(void *to)
{
    static char *modules[] = {"espeak-ng", "dummy", NULL};

    (void)to;
    return modules;
}

API void free_spd_modules(char **modules)
{
    (void)modules;
}

API voice **spd_list_synthesis_voices(void *to)
{
    static voice all[] = {{"English (Great Britain)", "en-GB", "none"},
                          {"English (Great Britain)+Adam", "en-GB", "Adam"},
                          {"Chinese (Cantonese)", "yue", "none"},
                          {"Chinese (Pinyin)", "cmn-LATN-PINYIN", "none"},
                          {"Chinese (Mandarin)", "cmn", "none"}};
    static voice *list[] = {&all[0], &all[1], &all[2], &all[3], &all[4], NULL};
    static voice *none[] = {NULL};

    (void)to;
    return is_mode("mute") ? none : list;
}

API void free_spd_voices(voice **voices)
{
    (void)voices;
}
