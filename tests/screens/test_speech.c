/*
 * What a reader says: the whole call, in reading order, held against a text in
 * each language. After a wanted change the new text stands in the build folder
 * under the same name, to be compared and taken over.
 */
#include <stdio.h>
#include <string.h>

#include "journey.h"
#include "record_show.h"
#include "spoken.h"
#include "support/test.h"

static void at_call(journey_run *journey)
{
    journey_open(journey);
    journey_pick_up(journey);
}

static void at_library(journey_run *journey)
{
    journey_act(journey,
                (rp_intent){.kind = RP_INTENT_GO, .index = RP_AT_LIBRARY});
}

static void at_settings(journey_run *journey)
{
    journey_act(journey,
                (rp_intent){.kind = RP_INTENT_GO, .index = RP_AT_SETTINGS});
}

static void at_form(journey_run *journey)
{
    at_call(journey);
    journey_play_to(journey, RP_AT_FORM);
}

static void at_debrief(journey_run *journey)
{
    at_call(journey);
    journey_play_to(journey, RP_AT_DEBRIEF);
}

static void at_leaving(journey_run *journey)
{
    at_call(journey);
    journey_key(journey, UI_KEY_ESCAPE);
}

/* Over a screen that says little. */
static void at_palette_alone(journey_run *journey)
{
    at_record_empty(journey);
    at_palette(journey);
}

typedef void reach(journey_run *journey);

static void check_speech(const char *language, const char *golden_name,
                         reach *go)
{
    static char golden[SPOKEN_TEXT_MAX];
    journey_look look = {language, "100", "light", 1280, 800};
    journey_run journey;
    rp_text spoken;

    spoken_golden(golden_name, golden);
    rp_text_init(&spoken, rp_alloc_default());
    journey_begin(&journey, &look);
    go(&journey);
    spoken_screen(&journey, &spoken);
    spoken_keep(golden_name, &spoken);
    bool is_same = strlen(golden) == spoken.length &&
                   memcmp(golden, spoken.bytes, spoken.length) == 0;
    rp_text_clear(&spoken);
    journey_end(&journey);

    if (!is_same) {
        fail_msg("%s differs from what was spoken, %s/%s", golden_name,
                 RP_BUILD_DIR, golden_name);
    }
}

static void a_call_is_spoken_in_english(void **state)
{
    (void)state;
    check_speech("en", "speech-call-en.txt", at_call);
}

static void a_call_is_spoken_in_chinese(void **state)
{
    (void)state;
    check_speech("zh", "speech-call-zh.txt", at_call);
}

#define SPEECH_TEST(name, language, screen, go)                            \
    static void name(void **state)                                         \
    {                                                                      \
        (void)state;                                                       \
        check_speech(language, "speech-" #screen "-" language ".txt", go); \
    }

SPEECH_TEST(the_record_is_spoken_in_english, "en", record, at_record)
SPEECH_TEST(the_record_is_spoken_in_chinese, "zh", record, at_record)
SPEECH_TEST(the_guide_is_spoken_in_english, "en", guide, at_guide)
SPEECH_TEST(the_guide_is_spoken_in_chinese, "zh", guide, at_guide)
SPEECH_TEST(the_palette_is_spoken_in_english, "en", palette, at_palette_alone)
SPEECH_TEST(the_palette_is_spoken_in_chinese, "zh", palette, at_palette_alone)
SPEECH_TEST(the_library_is_spoken_in_english, "en", library, at_library)
SPEECH_TEST(the_library_is_spoken_in_chinese, "zh", library, at_library)
SPEECH_TEST(the_settings_are_spoken_in_english, "en", settings, at_settings)
SPEECH_TEST(the_settings_are_spoken_in_chinese, "zh", settings, at_settings)
SPEECH_TEST(the_form_is_spoken_in_english, "en", form, at_form)
SPEECH_TEST(the_form_is_spoken_in_chinese, "zh", form, at_form)
SPEECH_TEST(the_debrief_is_spoken_in_english, "en", debrief, at_debrief)
SPEECH_TEST(the_debrief_is_spoken_in_chinese, "zh", debrief, at_debrief)
SPEECH_TEST(leaving_a_call_is_spoken_in_english, "en", leaving, at_leaving)
SPEECH_TEST(leaving_a_call_is_spoken_in_chinese, "zh", leaving, at_leaving)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_call_is_spoken_in_english),
        cmocka_unit_test(a_call_is_spoken_in_chinese),
        cmocka_unit_test(the_record_is_spoken_in_english),
        cmocka_unit_test(the_record_is_spoken_in_chinese),
        cmocka_unit_test(the_guide_is_spoken_in_english),
        cmocka_unit_test(the_guide_is_spoken_in_chinese),
        cmocka_unit_test(the_palette_is_spoken_in_english),
        cmocka_unit_test(the_palette_is_spoken_in_chinese),
        cmocka_unit_test(the_library_is_spoken_in_english),
        cmocka_unit_test(the_library_is_spoken_in_chinese),
        cmocka_unit_test(the_settings_are_spoken_in_english),
        cmocka_unit_test(the_settings_are_spoken_in_chinese),
        cmocka_unit_test(the_form_is_spoken_in_english),
        cmocka_unit_test(the_form_is_spoken_in_chinese),
        cmocka_unit_test(the_debrief_is_spoken_in_english),
        cmocka_unit_test(the_debrief_is_spoken_in_chinese),
        cmocka_unit_test(leaving_a_call_is_spoken_in_english),
        cmocka_unit_test(leaving_a_call_is_spoken_in_chinese),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
