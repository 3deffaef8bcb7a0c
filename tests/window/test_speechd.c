/*
 * Speech-dispatcher against a library of the test's own, in each way it can
 * fail: nobody waits for it, and what is wrong is known.
 */
#include <stdlib.h>
#include <string.h>

#include <SDL.h>

#include "support/test.h"
#include "window/voice.h"

enum {
    PATIENCE_MS = 20000,
    AT_ONCE_MS = 200
};

static voice *open_as(const char *mode)
{
    voice_options options = {.backends = {&voice_speechd},
                             .alloc = rp_alloc_default()};

    assert_int_equal(setenv("FAKE_SPEECHD", mode, 1), 0);
    voice *all = voice_open(&options);
    assert_non_null(all);
    return all;
}

static voice_trouble await_trouble(voice *all, voice_trouble wanted)
{
    voice_state state = {.trouble = VOICE_UNKNOWN};

    for (int waited = 0; waited < PATIENCE_MS; waited += 5) {
        voice_look(all, &state);
        if (state.trouble == wanted) {
            break;
        }
        SDL_Delay(5);
    }
    return state.trouble;
}

static bool await_speaking(voice *all, bool wanted)
{
    voice_state state = {.is_speaking = !wanted};

    for (int waited = 0; waited < PATIENCE_MS; waited += 5) {
        voice_look(all, &state);
        if (state.is_speaking == wanted) {
            break;
        }
        SDL_Delay(5);
    }
    return state.is_speaking == wanted;
}

/* A function of the library that the voice has opened. */
static void *fake(const char *name)
{
    void *object = SDL_LoadObject("libspeechd.so.2");

    assert_non_null(object);
    void *function = SDL_LoadFunction(object, name);
    assert_non_null(function);
    return function;
}

static void take(char *told, size_t size)
{
    void *function = fake("fake_speechd_take");
    void (*call)(char *, size_t) = NULL;

    memcpy(&call, &function, sizeof call);
    call(told, size);
}

static void finish(void)
{
    void *function = fake("fake_speechd_finish");
    void (*call)(void) = NULL;

    memcpy(&call, &function, sizeof call);
    call();
}

static const voice_line line = {.text = "你好",
                                .language = "zh",
                                .person = "woman",
                                .rate_percent = 150,
                                .pitch = 14,
                                .volume = 75};

static void a_chinese_line_is_said_by_a_mandarin_voice(void **state)
{
    char told[4096];

    (void)state;
    voice *all = open_as("fine");
    take(told, sizeof told);
    voice_say(all, &line, VOICE_NOW);
    assert_true(await_speaking(all, true));
    take(told, sizeof told);
    assert_non_null(strstr(told, "open rapport\nspawns 1\n"));
    assert_non_null(strstr(told, "module espeak-ng\nlanguage cmn\ntype 4\n"
                                 "rate 50\npitch 14\nvolume 50\nsay 你好\n"));

    finish();
    assert_true(await_speaking(all, false));
    voice_close(all);
}

static void a_silenced_line_is_cancelled(void **state)
{
    char told[4096];

    (void)state;
    voice *all = open_as("fine");
    voice_say(all, &line, VOICE_NOW);
    assert_true(await_speaking(all, true));
    take(told, sizeof told);
    voice_stop(all);
    assert_true(await_speaking(all, false));
    take(told, sizeof told);
    assert_string_equal(told, "cancel \n");
    voice_close(all);
}

static void a_language_nobody_speaks_stays_silent(void **state)
{
    voice_line other = line;
    char told[4096];

    (void)state;
    voice *all = open_as("fine");
    other.language = "fi";
    voice_say(all, &other, VOICE_NOW);
    assert_int_equal(await_trouble(all, VOICE_FINE), VOICE_FINE);
    other.language = "en";
    other.text = "Hello.";
    voice_say(all, &other, VOICE_AFTER);
    assert_true(await_speaking(all, true));
    take(told, sizeof told);
    assert_null(strstr(told, "你好"));
    assert_non_null(strstr(told, "language en-GB\n"));
    finish();
    voice_close(all);
}

static void one_voice_a_language_is_listed(void **state)
{
    voice_found found[VOICE_FOUND_MAX];

    (void)state;
    voice *all = open_as("fine");
    voice_prepare(all);
    assert_int_equal(await_trouble(all, VOICE_FINE), VOICE_FINE);
    int count = voice_list(all, found, VOICE_FOUND_MAX);
    assert_int_equal(count, 4);
    int chinese = voice_for(found, count, "zh");
    assert_string_equal(found[chinese].name, "Chinese (Mandarin)");
    assert_int_equal(voice_for(found, count, "fi"), -1);
    voice_close(all);
}

static void a_service_that_is_not_there_is_told(void **state)
{
    (void)state;
    voice *all = open_as("none");
    voice_say(all, &line, VOICE_NOW);
    assert_int_equal(await_trouble(all, VOICE_NO_SERVICE), VOICE_NO_SERVICE);
    voice_close(all);
}

static void a_service_without_voices_is_told(void **state)
{
    (void)state;
    voice *all = open_as("mute");
    voice_prepare(all);
    assert_int_equal(await_trouble(all, VOICE_NO_VOICES), VOICE_NO_VOICES);
    voice_close(all);
}

static void a_service_that_goes_away_is_told(void **state)
{
    (void)state;
    voice *all = open_as("gone");
    voice_say(all, &line, VOICE_NOW);
    assert_int_equal(await_trouble(all, VOICE_NO_SERVICE), VOICE_NO_SERVICE);
    voice_close(all);
}

/* The last test: its thread ends when the service answers again. */
static void a_service_that_hangs_holds_nobody(void **state)
{
    (void)state;
    voice *all = open_as("hangs");
    uint32_t start = SDL_GetTicks();
    for (int i = 0; i < 100; i++) {
        voice_say(all, &line, i % 2 == 0 ? VOICE_NOW : VOICE_AFTER);
        voice_stop(all);
    }
    voice_say(all, &line, VOICE_NOW);
    assert_in_range(SDL_GetTicks() - start, 0, AT_ONCE_MS);
    assert_int_equal(await_trouble(all, VOICE_NO_ANSWER), VOICE_NO_ANSWER);
    start = SDL_GetTicks();
    voice_close(all);
    assert_in_range(SDL_GetTicks() - start, 0, 2000);
    assert_int_equal(setenv("FAKE_SPEECHD", "none", 1), 0);
    SDL_Delay(200);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_chinese_line_is_said_by_a_mandarin_voice),
        cmocka_unit_test(a_silenced_line_is_cancelled),
        cmocka_unit_test(a_language_nobody_speaks_stays_silent),
        cmocka_unit_test(one_voice_a_language_is_listed),
        cmocka_unit_test(a_service_that_is_not_there_is_told),
        cmocka_unit_test(a_service_without_voices_is_told),
        cmocka_unit_test(a_service_that_goes_away_is_told),
        cmocka_unit_test(a_service_that_hangs_holds_nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
