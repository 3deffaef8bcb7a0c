/*
 * Time: the call clock runs while a call is open, and waiting costs when the
 * trainee lets it come to that.
 */
#include "app/app_kit.h"

static void waiting_costs_when_it_is_due(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);
    const rp_call_view *call = &rp_app_view(app)->call;

    (void)state;
    kit_begin(app);
    assert_false(rp_app_tick(app, 9999));
    assert_int_equal(call->silence_ms, 9999);
    assert_int_equal(call->clock_ms, 9999);
    assert_int_equal(call->mood.now[RP_PATIENCE], 40);
    assert_true(rp_app_tick(app, 1));
    assert_int_equal(call->mood.now[RP_PATIENCE], 30);
    assert_int_equal(call->mood.change[RP_PATIENCE], -10);
    assert_int_equal(call->silence_ms, 0);
    rp_app_close(app);
}

static void long_silence_ends_the_call(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);

    (void)state;
    kit_begin(app);
    for (int i = 0; i < 4; i++) {
        assert_true(rp_app_tick(app, 10000));
    }
    const rp_view *view = rp_app_view(app);
    assert_int_equal(view->place, RP_AT_DEBRIEF);
    assert_int_equal(view->debrief.result.outcome, RP_LOST);
    assert_int_equal(view->debrief.turn_count, 4);
    assert_false(view->debrief.turns[0].can_retry);
    assert_int_equal(view->debrief.turns[0].cost_bp, 0);
    assert_false(rp_app_tick(app, 10000));
    rp_app_close(app);
}

static void a_move_starts_the_waiting_anew(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);
    const rp_call_view *call = &rp_app_view(app)->call;

    (void)state;
    kit_begin(app);
    (void)rp_app_tick(app, 8000);
    kit_do(app, RP_INTENT_LOOK, 0);
    assert_int_equal(call->silence_ms, 8000);
    kit_say(app, "ask");
    assert_int_equal(call->silence_ms, 0);
    assert_false(rp_app_tick(app, 8000));
    assert_int_equal(call->clock_ms, 16000);
    rp_app_close(app);
}

static void pause_stops_both_clocks(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);
    const rp_call_view *call = &rp_app_view(app)->call;

    (void)state;
    kit_begin(app);
    (void)rp_app_tick(app, 1000);
    kit_do(app, RP_INTENT_PAUSE, 0);
    assert_true(call->is_paused);
    assert_false(rp_app_tick(app, 60000));
    assert_int_equal(call->clock_ms, 1000);
    kit_do(app, RP_INTENT_PAUSE, 1);
    assert_true(call->is_paused);
    kit_do(app, RP_INTENT_PAUSE, 2);
    assert_false(call->is_paused);
    assert_true(rp_app_tick(app, 60000));
    rp_app_close(app);
}

static void forms_are_never_timed(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);

    (void)state;
    kit_begin(app);
    kit_say(app, "own");
    assert_int_equal(rp_app_view(app)->call.silence_s, 0);
    assert_false(rp_app_tick(app, 600000));
    assert_int_equal(rp_app_view(app)->call.clock_ms, 600000);
    rp_app_close(app);
}

static void set(rp_app *app, const char *name, const char *value)
{
    rp_intent intent = {
        .kind = RP_INTENT_SETTING, .text = name, .value = value};

    assert_int_equal(rp_app_act(app, &intent, NULL), RP_OK);
}

static void settings_stretch_or_stop_the_waiting(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);
    const rp_call_view *call = &rp_app_view(app)->call;

    (void)state;
    kit_begin(app);
    set(app, "timer_percent", "150");
    assert_int_equal(call->silence_s, 15);
    assert_false(rp_app_tick(app, 14999));
    set(app, "silence_off", "on");
    assert_int_equal(call->silence_s, 0);
    assert_false(rp_app_tick(app, 600000));
    assert_int_equal(call->mood.now[RP_PATIENCE], 40);
    set(app, "silence_off", "off");
    set(app, "timer_percent", "100");
    assert_true(rp_app_tick(app, 1));
    rp_app_close(app);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(waiting_costs_when_it_is_due),
        cmocka_unit_test(long_silence_ends_the_call),
        cmocka_unit_test(a_move_starts_the_waiting_anew),
        cmocka_unit_test(pause_stops_both_clocks),
        cmocka_unit_test(forms_are_never_timed),
        cmocka_unit_test(settings_stretch_or_stop_the_waiting),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
