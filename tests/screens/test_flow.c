/*
 * What keys do on the form and in the debrief.
 */
#include <stdio.h>

#include "journey.h"
#include "support/test.h"

static const journey_look look = {"en", "100", "light", 1280, 800};

static void begin_at(journey_run *journey, rp_place place)
{
    journey_begin(journey, &look);
    journey_open(journey);
    journey_pick_up(journey);
    journey_play_to(journey, place);
}

static bool has_focus(const journey_run *journey, const char *id)
{
    return ui_focused_node(journey->ui) == ui_node_find(journey->ui, id);
}

static const rp_ask_view *ask_at(journey_run *journey, uint32_t index)
{
    const rp_call_view *call = &rp_app_view(journey->app)->call;

    assert_true(index < call->ask_count);
    return &call->asks[index];
}

static void debrief_offers_the_retry_on_arrival(void **state)
{
    journey_run journey;
    (void)state;

    begin_at(&journey, RP_AT_DEBRIEF);

    assert_true(ui_node_find(journey.ui, "retry") >= 0);
    assert_true(has_focus(&journey, "retry"));
    journey_end(&journey);
}

static void arrows_look_at_turns_and_enter_tries_again(void **state)
{
    journey_run journey;
    (void)state;
    begin_at(&journey, RP_AT_DEBRIEF);

    journey_key(&journey, UI_KEY_DOWN);
    assert_true(has_focus(&journey, "turn-0"));
    journey_key(&journey, UI_KEY_DOWN);
    assert_true(has_focus(&journey, "turn-1"));
    journey_key(&journey, UI_KEY_ENTER);

    assert_int_equal(rp_app_view(journey.app)->place, RP_AT_CALL);
    journey_end(&journey);
}

static void turns_are_one_stop_for_tab(void **state)
{
    journey_run journey;
    (void)state;
    begin_at(&journey, RP_AT_DEBRIEF);
    journey_key(&journey, UI_KEY_DOWN);
    journey_key(&journey, UI_KEY_DOWN);

    journey_key(&journey, UI_KEY_TAB);
    assert_false(has_focus(&journey, "turn-2"));
    journey_key(&journey, UI_SHIFT | UI_KEY_TAB);

    assert_true(has_focus(&journey, "turn-1"));
    journey_end(&journey);
}

static void digits_answer_the_first_two_questions(void **state)
{
    journey_run journey;
    (void)state;
    begin_at(&journey, RP_AT_FORM);

    journey_key(&journey, '2');
    journey_key(&journey, UI_SHIFT | '1');

    assert_true(ask_at(&journey, 0)->answers[1].is_chosen);
    assert_true(ask_at(&journey, 1)->answers[0].is_chosen);
    journey_end(&journey);
}

static void arrows_choose_among_exclusive_answers(void **state)
{
    journey_run journey;
    (void)state;
    begin_at(&journey, RP_AT_FORM);

    journey_key(&journey, UI_KEY_RIGHT);

    assert_true(ask_at(&journey, 0)->answers[1].is_chosen);
    journey_end(&journey);
}

static void filing_too_early_leads_to_the_open_question(void **state)
{
    journey_run journey;
    char id[96];
    (void)state;
    begin_at(&journey, RP_AT_FORM);
    journey_key(&journey, '1');
    journey_key(&journey, UI_SHIFT | '1');

    journey_key(&journey, UI_CTRL | UI_KEY_ENTER);

    const rp_ask_view *open = ask_at(&journey, 2);
    (void)snprintf(id, sizeof id, "answer-%s-%s", open->id,
                   open->answers[0].id);
    assert_int_equal(rp_app_view(journey.app)->place, RP_AT_FORM);
    assert_true(has_focus(&journey, id));
    journey_end(&journey);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(debrief_offers_the_retry_on_arrival),
        cmocka_unit_test(arrows_look_at_turns_and_enter_tries_again),
        cmocka_unit_test(turns_are_one_stop_for_tab),
        cmocka_unit_test(digits_answer_the_first_two_questions),
        cmocka_unit_test(arrows_choose_among_exclusive_answers),
        cmocka_unit_test(filing_too_early_leads_to_the_open_question),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
