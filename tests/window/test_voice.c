/*
 * The voice against backends that only write down what they are told to say.
 */
#include <string.h>

#include "rapport/scenario.h"
#include "support/test.h"
#include "window/fake_voice.h"

static voice *open_fakes(bool ends_at_once)
{
    voice_options options = {.backends = {&fake_recorder, &fake_voice},
                             .alloc = rp_alloc_default()};

    fake_voice_reset(ends_at_once);
    voice *all = voice_open(&options);
    assert_non_null(all);
    return all;
}

static void say(voice *all, const char *text, voice_when when)
{
    voice_line line = {
        .text = text, .language = "en", .rate_percent = 100, .volume = 80};

    voice_say(all, &line, when);
}

static void expect(voice *all, const char *told)
{
    char text[4096];

    fake_voice_settle(all);
    fake_voice_take(text, sizeof text);
    assert_string_equal(text, told);
}

#define SAID(text) "en any rate 100 pitch 0 volume 80: " text "\n"

static void lines_are_said_one_after_another(void **state)
{
    (void)state;
    voice *all = open_fakes(false);
    say(all, "One.", VOICE_NOW);
    say(all, "Two.", VOICE_AFTER);
    expect(all, SAID("One."));
    fake_voice_finish();
    expect(all, SAID("Two."));
    voice_close(all);
}

static void a_new_line_stops_the_old_one_and_what_waits(void **state)
{
    (void)state;
    voice *all = open_fakes(false);
    say(all, "One.", VOICE_NOW);
    say(all, "Two.", VOICE_AFTER);
    expect(all, SAID("One."));
    say(all, "Three.", VOICE_NOW);
    expect(all, "stopped\n" SAID("Three."));
    voice_close(all);
}

static void silence_stops_all(void **state)
{
    voice_state look;

    (void)state;
    voice *all = open_fakes(false);
    say(all, "One.", VOICE_NOW);
    say(all, "Two.", VOICE_AFTER);
    expect(all, SAID("One."));
    voice_look(all, &look);
    assert_true(look.is_speaking);
    voice_stop(all);
    expect(all, "stopped\n");
    voice_look(all, &look);
    assert_false(look.is_speaking);
    voice_close(all);
}

static void no_more_than_eight_lines_wait(void **state)
{
    char text[4096];
    int said = 0;

    (void)state;
    voice *all = open_fakes(false);
    say(all, "One.", VOICE_NOW);
    fake_voice_settle(all);
    for (int i = 0; i < 20; i++) {
        say(all, "More.", VOICE_AFTER);
    }
    for (int i = 0; i < 20; i++) {
        fake_voice_finish();
        fake_voice_settle(all);
    }
    fake_voice_take(text, sizeof text);
    for (const char *at = text; (at = strstr(at, "More.")) != NULL; at++) {
        said++;
    }
    assert_int_equal(said, VOICE_QUEUE_MAX);
    voice_close(all);
}

static void a_recording_goes_before_the_synthesizer(void **state)
{
    voice_line line = {.text = "Good.",
                       .language = "en",
                       .recording = "/pack/voice/en/call/opening.ogg",
                       .rate_percent = 100,
                       .volume = 80};

    (void)state;
    voice *all = open_fakes(true);
    voice_say(all, &line, VOICE_NOW);
    expect(all, "played /pack/voice/en/call/opening.ogg\n");
    line.recording = "/pack/voice/en/call/missing.ogg";
    voice_say(all, &line, VOICE_NOW);
    expect(all, SAID("Good."));
    voice_close(all);
}

static void a_language_nobody_speaks_is_not_read_by_another(void **state)
{
    voice_line line = {.text = "Hyvää päivää.",
                       .language = "fi",
                       .rate_percent = 100,
                       .volume = 80};

    (void)state;
    voice *all = open_fakes(true);
    voice_say(all, &line, VOICE_NOW);
    expect(all, "");
    voice_close(all);
}

static void a_text_is_read_in_the_language_it_is_written_in(void **state)
{
    (void)state;
    assert_string_equal(voice_language_of("你好", "en"), "zh");
    assert_string_equal(voice_language_of("我的 Wi-Fi 断了", "en"), "zh");
    assert_string_equal(voice_language_of("Reply 1 of 4.", "zh"), "en");
    assert_string_equal(voice_language_of("Mr Luo (罗) is on the line", "en"),
                        "en");
    assert_string_equal(voice_language_of("12:30", "zh"), "zh");
    assert_string_equal(voice_language_of("Guten Tag", "de"), "de");
}

static void an_angry_voice_is_faster_and_louder_than_a_relieved_one(
    void **state)
{
    (void)state;
    voice_manner angry = voice_manner_of(RP_FURIOUS);
    voice_manner even = voice_manner_of(RP_NEUTRAL);
    voice_manner relieved = voice_manner_of(RP_RELIEVED);
    assert_true(angry.rate_percent > even.rate_percent);
    assert_true(even.rate_percent > relieved.rate_percent);
    assert_true(angry.volume_percent > relieved.volume_percent);
    assert_true(angry.pitch > relieved.pitch);
    assert_int_equal(even.pitch, 0);
}

static void cantonese_is_no_voice_for_mandarin(void **state)
{
    static const voice_found found[] = {{"yue", "a", "Cantonese"},
                                        {"zh-HK", "a", "Hong Kong"},
                                        {"cmn-LATN-PINYIN", "a", "Pinyin"},
                                        {"cmn", "a", "Mandarin"}};

    (void)state;
    assert_int_equal(voice_for(found, 2, "zh"), -1);
    assert_int_equal(voice_for(found, 4, "zh"), 3);
}

static void a_voice_nobody_has_is_silent(void **state)
{
    voice_state look;

    (void)state;
    say(NULL, "One.", VOICE_NOW);
    voice_stop(NULL);
    voice_prepare(NULL);
    voice_look(NULL, &look);
    assert_false(look.is_speaking);
    voice_close(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_said_one_after_another),
        cmocka_unit_test(a_new_line_stops_the_old_one_and_what_waits),
        cmocka_unit_test(silence_stops_all),
        cmocka_unit_test(no_more_than_eight_lines_wait),
        cmocka_unit_test(a_recording_goes_before_the_synthesizer),
        cmocka_unit_test(a_language_nobody_speaks_is_not_read_by_another),
        cmocka_unit_test(a_text_is_read_in_the_language_it_is_written_in),
        cmocka_unit_test(
            an_angry_voice_is_faster_and_louder_than_a_relieved_one),
        cmocka_unit_test(cantonese_is_no_voice_for_mandarin),
        cmocka_unit_test(a_voice_nobody_has_is_silent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
