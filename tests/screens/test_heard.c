/*
 * What a person hears of the real screens: a voice that only writes down what
 * it is to say, beside the line that shows it.
 */
#include <stdio.h>
#include <string.h>

#include "journey.h"
#include "support/test.h"
#include "window/fake_voice.h"

enum {
    HEARD_MAX = 16384
};

typedef struct heard_run {
    journey_run journey;
    voice *voice;
    char heard[HEARD_MAX];
} heard_run;

static void set(heard_run *run, const char *name, const char *value)
{
    journey_act(
        &run->journey,
        (rp_intent){.kind = RP_INTENT_SETTING, .text = name, .value = value});
}

static void begin(heard_run *run, const char *language, bool ends_at_once)
{
    journey_look look = {language, "100", "light", 1280, 800};
    voice_options options = {.backends = {&fake_voice},
                             .alloc = rp_alloc_default()};

    fake_voice_reset(ends_at_once);
    journey_begin(&run->journey, &look);
    run->voice = voice_open(&options);
    assert_non_null(run->voice);
    run->journey.frames.speaker.voice = run->voice;
}

static void end(heard_run *run)
{
    voice_close(run->voice);
    journey_end(&run->journey);
}

static const char *hear(heard_run *run)
{
    fake_voice_settle(run->voice);
    fake_voice_take(run->heard, sizeof run->heard);
    return run->heard;
}

static void pick_up(heard_run *run)
{
    journey_open(&run->journey);
    (void)hear(run);
    journey_pick_up(&run->journey);
}

static void assert_heard(heard_run *run, const char *part)
{
    if (strstr(hear(run), part) == NULL) {
        fail_msg("“%s” was not heard but:\n%s", part, run->heard);
    }
}

static void nothing_is_heard_unless_it_is_wanted(void **state)
{
    heard_run run;

    (void)state;
    begin(&run, "en", true);
    pick_up(&run);
    journey_key(&run.journey, UI_KEY_TAB);
    assert_string_equal(hear(&run), "");
    assert_string_equal(run.journey.frames.speaker.spoken, "");
    end(&run);
}

static void an_upset_man_speaks_faster_and_higher(void **state)
{
    heard_run run;

    (void)state;
    begin(&run, "en", true);
    set(&run, "customer_voice", "on");
    set(&run, "voice_volume", "50");
    pick_up(&run);
    assert_heard(&run, "en man rate 109 pitch 7 volume 47: It’s been dead");
    end(&run);
}

static void a_chinese_line_is_for_a_chinese_voice(void **state)
{
    heard_run run;

    (void)state;
    begin(&run, "zh", true);
    set(&run, "customer_voice", "on");
    set(&run, "voice_rate", "50");
    pick_up(&run);
    assert_heard(&run, "zh man rate 54 pitch 7 volume 75: 从昨晚断到现在");
    end(&run);
}

static void space_says_the_line_again(void **state)
{
    heard_run run;

    (void)state;
    begin(&run, "en", true);
    set(&run, "customer_voice", "on");
    pick_up(&run);
    assert_heard(&run, "It’s been dead");
    journey_wait(&run.journey, 1000);
    assert_string_equal(hear(&run), "");
    journey_key(&run.journey, UI_KEY_SPACE);
    assert_heard(&run, "It’s been dead");
    end(&run);
}

static void the_reader_waits_until_the_customer_has_spoken(void **state)
{
    heard_run run;

    (void)state;
    begin(&run, "en", false);
    set(&run, "customer_voice", "on");
    set(&run, "read_aloud", "on");
    pick_up(&run);
    fake_voice_settle(run.voice);
    const char *heard = hear(&run);
    assert_non_null(strstr(heard, "en man rate 109"));
    assert_null(strstr(heard, "Reply 1 of 4."));
    fake_voice_finish();
    assert_heard(&run, "Reply 1 of 4.");
    end(&run);
}

static void moving_on_stops_what_was_being_said(void **state)
{
    heard_run run;

    (void)state;
    begin(&run, "en", false);
    set(&run, "read_aloud", "on");
    pick_up(&run);
    (void)hear(&run);
    journey_key(&run.journey, UI_KEY_DOWN);
    assert_heard(&run, "stopped\nen any rate 100 pitch 0 volume 80: "
                       "Reply 2 of 4.");
    end(&run);
}

static void who_hears_no_customer_is_told_the_line(void **state)
{
    heard_run run;

    (void)state;
    begin(&run, "en", true);
    set(&run, "read_aloud", "on");
    pick_up(&run);
    assert_heard(&run, "Luo Jian says: It’s been dead");
    end(&run);
}

static void waiting_costs_nothing_while_the_customer_speaks(void **state)
{
    heard_run run;

    (void)state;
    begin(&run, "en", false);
    set(&run, "customer_voice", "on");
    pick_up(&run);
    (void)hear(&run);
    journey_rest(&run.journey);
    uint32_t before = rp_app_view(run.journey.app)->call.silence_ms;
    journey_wait(&run.journey, 3000);
    assert_int_equal(rp_app_view(run.journey.app)->call.silence_ms, before);
    fake_voice_finish();
    fake_voice_settle(run.voice);
    journey_rest(&run.journey);
    journey_wait(&run.journey, 3000);
    assert_true(rp_app_view(run.journey.app)->call.silence_ms > before);
    end(&run);
}

static void the_end_of_patience_is_told_once(void **state)
{
    heard_run run;

    (void)state;
    begin(&run, "en", true);
    set(&run, "read_aloud", "on");
    pick_up(&run);
    (void)hear(&run);
    uint16_t limit_s = rp_app_view(run.journey.app)->call.silence_s;
    assert_true(limit_s > 5);
    journey_wait(&run.journey, (limit_s - 6U) * 1000U);
    assert_null(strstr(hear(&run), "5 seconds left."));
    journey_wait(&run.journey, 1000);
    assert_heard(&run, "5 seconds left.");
    journey_wait(&run.journey, 1000);
    assert_null(strstr(hear(&run), "5 seconds left."));
    end(&run);
}

static void what_is_spoken_can_be_read(void **state)
{
    heard_run run;

    (void)state;
    begin(&run, "en", true);
    set(&run, "show_spoken", "on");
    pick_up(&run);
    assert_string_equal(hear(&run), "");
    journey_key(&run.journey, UI_KEY_DOWN);
    assert_ptr_equal(strstr(run.journey.frames.speaker.spoken, "Reply 2 of 4."),
                     run.journey.frames.speaker.spoken);
    int line = ui_node_find(run.journey.ui, "spoken");
    assert_true(line >= 0);
    end(&run);
}

static void ctrl_space_reads_once_for_anyone(void **state)
{
    heard_run run;

    (void)state;
    begin(&run, "en", true);
    pick_up(&run);
    journey_key(&run.journey, UI_CTRL | UI_KEY_SPACE);
    assert_heard(&run, "Reply 1 of 4.");
    journey_key(&run.journey, UI_KEY_DOWN);
    assert_string_equal(hear(&run), "");
    end(&run);
}

static void a_dialog_is_read_when_it_opens(void **state)
{
    heard_run run;

    (void)state;
    begin(&run, "en", true);
    set(&run, "read_aloud", "on");
    pick_up(&run);
    (void)hear(&run);
    journey_key(&run.journey, UI_KEY_ESCAPE);
    assert_heard(&run, "Leave the call? Every reply so far is kept.");
    end(&run);
}

static void the_last_words_are_heard_where_the_debrief_begins(void **state)
{
    heard_run run;

    (void)state;
    begin(&run, "en", true);
    set(&run, "customer_voice", "on");
    pick_up(&run);
    journey_play_to(&run.journey, RP_AT_DEBRIEF);
    const rp_debrief_view *debrief = &rp_app_view(run.journey.app)->debrief;
    char first[24];
    (void)snprintf(first, sizeof first, "%s", debrief->ending);
    assert_heard(&run, first);
    end(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_heard_unless_it_is_wanted),
        cmocka_unit_test(an_upset_man_speaks_faster_and_higher),
        cmocka_unit_test(a_chinese_line_is_for_a_chinese_voice),
        cmocka_unit_test(space_says_the_line_again),
        cmocka_unit_test(the_reader_waits_until_the_customer_has_spoken),
        cmocka_unit_test(moving_on_stops_what_was_being_said),
        cmocka_unit_test(who_hears_no_customer_is_told_the_line),
        cmocka_unit_test(waiting_costs_nothing_while_the_customer_speaks),
        cmocka_unit_test(the_end_of_patience_is_told_once),
        cmocka_unit_test(what_is_spoken_can_be_read),
        cmocka_unit_test(ctrl_space_reads_once_for_anyone),
        cmocka_unit_test(a_dialog_is_read_when_it_opens),
        cmocka_unit_test(the_last_words_are_heard_where_the_debrief_begins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
