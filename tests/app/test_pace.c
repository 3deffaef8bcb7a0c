/*
 * The pace of a call: the customer's lines take the time they take to say,
 * and the trainee's silence is counted behind them.
 */
#include "app/app_kit.h"

static rp_app *open_paced(void)
{
    rp_app_options options = kit_options();

    options.paces_speech = true;
    return kit_open(&options);
}

static void set(rp_app *app, const char *name, const char *value)
{
    rp_intent intent = {
        .kind = RP_INTENT_SETTING, .text = name, .value = value};

    assert_int_equal(rp_app_act(app, &intent, NULL), RP_OK);
}

static void a_line_takes_as_long_as_its_words_at_the_packs_rate(void **state)
{
    rp_app *app = open_paced();
    const rp_call_view *call = &rp_app_view(app)->call;

    (void)state;
    kit_begin(app);
    /* 120 words a minute: half a second each. */
    uint32_t words = call->said[0].line.spoken;
    assert_true(words > 0);
    assert_int_equal(call->said[0].speak_ms, words * 500);
    assert_int_equal(call->speech_ms, words * 500);
    assert_int_equal(call->spoken_ms, 0);
    rp_app_close(app);
}

static void silence_is_counted_when_the_customer_has_spoken(void **state)
{
    rp_app *app = open_paced();
    const rp_call_view *call = &rp_app_view(app)->call;

    (void)state;
    kit_begin(app);
    uint32_t speech_ms = call->speech_ms;
    assert_false(rp_app_tick(app, speech_ms - 1));
    assert_int_equal(call->spoken_ms, speech_ms - 1);
    assert_int_equal(call->silence_ms, 0);
    assert_false(rp_app_tick(app, 1001));
    assert_int_equal(call->spoken_ms, speech_ms);
    assert_int_equal(call->silence_ms, 1000);
    assert_int_equal(call->clock_ms, speech_ms + 1000);
    rp_app_close(app);
}

static void hurrying_ends_the_speech_at_once(void **state)
{
    rp_app *app = open_paced();
    const rp_call_view *call = &rp_app_view(app)->call;

    (void)state;
    kit_begin(app);
    (void)rp_app_tick(app, 100);
    kit_do(app, RP_INTENT_HURRY, 0);
    assert_int_equal(call->spoken_ms, call->speech_ms);
    assert_false(rp_app_tick(app, 1000));
    assert_int_equal(call->silence_ms, 1000);
    rp_app_close(app);
}

static void a_reply_makes_the_customer_speak_anew_and_a_record_does_not(
    void **state)
{
    rp_app *app = open_paced();
    const rp_call_view *call = &rp_app_view(app)->call;

    (void)state;
    kit_begin(app);
    kit_do(app, RP_INTENT_HURRY, 0);
    kit_do(app, RP_INTENT_LOOK, 0);
    assert_int_equal(call->spoken_ms, call->speech_ms);
    kit_say(app, "ask");
    assert_true(call->speech_ms > 0);
    assert_int_equal(call->spoken_ms, 0);
    rp_app_close(app);
}

static void what_was_heard_before_is_not_spoken_again(void **state)
{
    rp_app *app = open_paced();
    const rp_call_view *call = &rp_app_view(app)->call;

    (void)state;
    kit_begin(app);
    kit_say(app, "ask");
    kit_do(app, RP_INTENT_UNDO, 0);
    assert_true(call->speech_ms > 0);
    assert_int_equal(call->spoken_ms, call->speech_ms);
    rp_app_close(app);
}

static void less_motion_or_the_setting_puts_lines_there_at_once(void **state)
{
    static const char *const names[] = {"reduced_motion", "instant_lines"};
    rp_app *app = open_paced();
    const rp_call_view *call = &rp_app_view(app)->call;

    (void)state;
    kit_begin(app);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        set(app, names[i], "on");
        assert_int_equal(call->speech_ms, 0);
        set(app, names[i], "off");
        assert_true(call->speech_ms > 0);
    }
    rp_app_close(app);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_takes_as_long_as_its_words_at_the_packs_rate),
        cmocka_unit_test(silence_is_counted_when_the_customer_has_spoken),
        cmocka_unit_test(hurrying_ends_the_speech_at_once),
        cmocka_unit_test(
            a_reply_makes_the_customer_speak_anew_and_a_record_does_not),
        cmocka_unit_test(what_was_heard_before_is_not_spoken_again),
        cmocka_unit_test(less_motion_or_the_setting_puts_lines_there_at_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
