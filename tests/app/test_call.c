/*
 * A whole call by intents, and what the views say on the way.
 */
#include <string.h>

#include "app/app_kit.h"

static void library_lists_the_installed_scenarios(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);
    const rp_view *view = rp_app_view(app);

    (void)state;
    assert_int_equal(view->place, RP_AT_HOME);
    assert_int_equal(view->library.card_count, 2);
    const rp_card *card = &view->library.cards[1];
    assert_string_equal(card->id, "short-call");
    assert_string_equal(card->title, "A short call");
    assert_string_equal(card->face, "man-40");
    assert_string_equal(card->customer, "");
    assert_int_equal(card->chapter, 2);
    assert_false(card->is_broken);
    assert_int_equal(card->attempts, 0);
    assert_false(view->library.has_unfinished);
    rp_app_close(app);
}

static void broken_scenario_shows_its_faults_in_the_library(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);

    (void)state;
    assert_true(rp_app_view(app)->library.cards[0].is_broken);
    kit_text(app, RP_INTENT_OPEN, "broken");
    const rp_view *view = rp_app_view(app);
    assert_int_equal(view->place, RP_AT_LIBRARY);
    assert_true(view->library.fault_count > 0);
    assert_non_null(view->notice);
    kit_text(app, RP_INTENT_OPEN, "short-call");
    assert_int_equal(rp_app_view(app)->place, RP_AT_BRIEFING);
    rp_app_close(app);
}

static void briefing_names_the_customer_of_the_call_to_come(void **state)
{
    rp_app_options options = kit_options();
    options.fixed_set = 2;
    rp_app *app = kit_open(&options);

    (void)state;
    kit_text(app, RP_INTENT_OPEN, "short-call");
    const rp_briefing_view *briefing = &rp_app_view(app)->briefing;
    assert_string_equal(briefing->customer, "Gu Qiang");
    assert_string_equal(briefing->goals[RP_LISTENING], "Hear him out.");
    assert_null(briefing->goals[RP_EMPATHY]);
    assert_int_equal(briefing->pass_percent[RP_EMPATHY], 60);
    assert_int_equal(briefing->silence_s, 10);
    assert_int_equal(briefing->band_from_s, 180);
    assert_int_equal(briefing->about_count, 2);
    kit_do(app, RP_INTENT_BEGIN, 0);
    assert_string_equal(rp_app_view(app)->call.customer, "Gu Qiang");
    rp_app_close(app);
}

static void call_shows_what_stands(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);

    (void)state;
    kit_begin(app);
    const rp_call_view *call = &rp_app_view(app)->call;
    assert_string_equal(call->about, "Family plan, since 2016");
    assert_int_equal(call->said_count, 1);
    assert_true(call->said[0].is_current);
    assert_string_equal(call->said[0].line.text,
                        "It is dead since last night!");
    assert_int_equal(call->said[0].line.mark_count, 1);
    assert_string_equal(call->said[0].cue, "[loud]");
    assert_int_equal(call->reply_count, 4);
    assert_int_equal(call->anytime_count, 1);
    assert_int_equal(call->anytime[0].act, RP_HOLD);
    assert_int_equal(call->record_count, 1);
    assert_false(call->records[0].is_opened);
    assert_int_equal(call->records[0].row_count, 0);
    assert_true(call->has_hint);
    assert_null(call->hint);
    assert_int_equal(call->silence_s, 10);
    assert_int_equal(call->step_count, 2);
    assert_false(call->can_undo);
    rp_app_close(app);
}

static void records_and_hints_show_once_asked_for(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);
    const rp_call_view *call = &rp_app_view(app)->call;

    (void)state;
    kit_begin(app);
    kit_do(app, RP_INTENT_LOOK, 0);
    assert_int_equal(call->records[0].row_count, 2);
    assert_true(call->records[0].rows[0].has_amount);
    assert_int_equal(call->records[0].rows[0].amount_fen, 4500);
    assert_true(call->records[0].rows[1].is_marked);
    kit_do(app, RP_INTENT_HINT, 0);
    assert_string_equal(call->hint, "What did he say?");
    kit_say(app, "ask");
    assert_string_equal(call->hint, "What did he say?");
    kit_say(app, "own");
    assert_null(call->hint);
    rp_app_close(app);
}

static void moves_change_mood_steps_promises_and_transcript(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);
    const rp_call_view *call = &rp_app_view(app)->call;

    (void)state;
    kit_begin(app);
    kit_say(app, "own");
    assert_int_equal(rp_app_view(app)->place, RP_AT_FORM);
    assert_int_equal(call->mood.now[RP_CALM], 50);
    assert_int_equal(call->mood.change[RP_CALM], 20);
    assert_true(call->steps[0].is_done);
    assert_false(call->steps[1].is_done);
    assert_int_equal(call->promise_count, 1);
    assert_string_equal(call->promises[0].text, "Ring back");
    assert_string_equal(call->promises[0].due, "14:00");
    assert_int_equal(call->said_count, 3);
    assert_int_equal(call->said[1].speaker, RP_YOU);
    assert_string_equal(call->said[1].line.text,
                        "I am sorry, Mr Zhao. That was us.");
    assert_string_equal(call->said[2].line.text, "Fine.");
    assert_false(call->said[0].is_current);
    assert_true(call->said[2].is_current);
    rp_app_close(app);
}

static void form_takes_one_answer_or_many(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);
    const rp_call_view *call = &rp_app_view(app)->call;

    (void)state;
    kit_begin(app);
    kit_say(app, "own");
    assert_string_equal(call->form_title, "Close the ticket");
    assert_int_equal(call->ask_count, 2);
    assert_false(call->form_is_complete);
    kit_choose(app, "level", "low");
    kit_choose(app, "level", "high");
    assert_true(call->asks[0].answers[0].is_chosen);
    assert_false(call->asks[0].answers[1].is_chosen);
    assert_true(call->form_is_complete);
    kit_choose(app, "known", "dead");
    kit_choose(app, "known", "router");
    kit_choose(app, "known", "router");
    assert_true(call->asks[1].answers[0].is_chosen);
    assert_false(call->asks[1].answers[1].is_chosen);
    rp_app_close(app);
}

static void incomplete_form_is_refused_and_stays(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);
    rp_error error = {0};

    (void)state;
    kit_begin(app);
    kit_say(app, "own");
    assert_int_equal(kit_try(app, RP_INTENT_FILE, 0, &error), RP_E_INVALID);
    assert_int_equal(rp_app_view(app)->place, RP_AT_FORM);
    assert_string_equal(rp_app_view(app)->notice, error.message);
    rp_app_close(app);
}

static void finish_well(rp_app *app)
{
    kit_say(app, "own");
    kit_choose(app, "level", "high");
    kit_choose(app, "known", "dead");
    kit_do(app, RP_INTENT_FILE, 0);
}

static void debrief_tells_scores_costs_and_the_better_way(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);

    (void)state;
    kit_begin(app);
    finish_well(app);
    const rp_view *view = rp_app_view(app);
    const rp_debrief_view *debrief = &view->debrief;
    assert_int_equal(view->place, RP_AT_DEBRIEF);
    assert_true(debrief->result.passed);
    assert_string_equal(debrief->verdict, "Passed");
    assert_string_equal(debrief->ending, "I will hear from you by 14:00.");
    assert_int_equal(debrief->result.score_bp[RP_LISTENING], 7500);
    assert_int_equal(debrief->turn_count, 2);
    assert_int_equal(debrief->turns[0].cost_bp, 2500);
    assert_string_equal(debrief->turns[0].heard.text,
                        "It is dead since last night!");
    assert_string_equal(debrief->turns[0].hears.text, "Fine.");
    assert_string_equal(debrief->turns[0].better,
                        "What do you see on the box?");
    assert_string_equal(debrief->turns[0].section, "1.1");
    assert_true(debrief->turns[1].is_strong);
    assert_null(debrief->turns[1].better);
    assert_string_equal(debrief->turns[1].said.text,
                        "Priority: High; Known: The line is dead");
    assert_string_equal(debrief->turns[1].because,
                        "He has no line. He said so.");
    assert_int_equal(debrief->turning_idx, 0);
    assert_int_equal(debrief->satisfied_idx, 0);
    assert_int_equal(debrief->promise_count, 1);
    assert_int_equal(strlen(debrief->attempt), 32);
    rp_app_close(app);
}

static void library_counts_what_was_finished(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);

    (void)state;
    kit_begin(app);
    finish_well(app);
    kit_do(app, RP_INTENT_LEAVE, 0);
    const rp_card *card = &rp_app_view(app)->library.cards[1];
    assert_int_equal(card->attempts, 1);
    assert_true(card->was_passed);
    assert_int_equal(card->best_bp[RP_EMPATHY], 10000);
    kit_text(app, RP_INTENT_OPEN, "short-call");
    assert_int_equal(rp_app_view(app)->briefing.example_count, 2);
    rp_app_close(app);
}

static void lost_call_says_so(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);

    (void)state;
    kit_begin(app);
    kit_say(app, "blame");
    kit_say(app, "blame");
    const rp_debrief_view *debrief = &rp_app_view(app)->debrief;
    assert_int_equal(rp_app_view(app)->place, RP_AT_DEBRIEF);
    assert_int_equal(debrief->result.outcome, RP_LOST);
    assert_string_equal(debrief->verdict, "Not yet");
    assert_true(debrief->turns[1].closes_door);
    assert_int_equal(debrief->turns[0].missed_count, 1);
    assert_string_equal(debrief->turns[0].missed[0],
                        "1.1-a  Blames the customer.");
    rp_app_close(app);
}

static void critical_reply_fails_but_does_not_stop_practice(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);

    (void)state;
    kit_begin(app);
    kit_say(app, "guarantee");
    assert_int_equal(rp_app_view(app)->place, RP_AT_FORM);
    kit_choose(app, "level", "high");
    kit_do(app, RP_INTENT_FILE, 0);
    const rp_debrief_view *debrief = &rp_app_view(app)->debrief;
    assert_true(debrief->result.is_critical);
    assert_false(debrief->result.passed);
    assert_string_equal(debrief->reason,
                        "A critical fault: Promised what nobody can promise.");
    rp_app_close(app);
}

static void intents_in_the_wrong_place_are_refused(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);

    (void)state;
    assert_int_equal(kit_try(app, RP_INTENT_SAY, 0, NULL), RP_E_STATE);
    assert_int_equal(kit_try(app, RP_INTENT_RESUME, 0, NULL), RP_E_STATE);
    kit_begin(app);
    assert_int_equal(kit_try(app, RP_INTENT_BEGIN, 0, NULL), RP_E_STATE);
    assert_int_equal(kit_try(app, RP_INTENT_SAY, 60000, NULL), RP_E_INVALID);
    assert_int_equal(kit_try(app, RP_INTENT_LOOK, 9, NULL), RP_E_INVALID);
    assert_int_equal(kit_try(app, RP_INTENT_UNDO, 0, NULL), RP_E_STATE);
    rp_app_close(app);
}

static void same_seed_shows_the_same_order(void **state)
{
    rp_app_options options = kit_options();
    rp_app *one = kit_open(&options);
    rp_app *two = kit_open(&options);

    (void)state;
    kit_begin(one);
    kit_begin(two);
    for (uint32_t i = 0; i < 4; i++) {
        assert_int_equal(rp_app_view(one)->call.replies[i].choice,
                         rp_app_view(two)->call.replies[i].choice);
    }
    rp_app_close(one);
    rp_app_close(two);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(library_lists_the_installed_scenarios),
        cmocka_unit_test(broken_scenario_shows_its_faults_in_the_library),
        cmocka_unit_test(briefing_names_the_customer_of_the_call_to_come),
        cmocka_unit_test(call_shows_what_stands),
        cmocka_unit_test(records_and_hints_show_once_asked_for),
        cmocka_unit_test(moves_change_mood_steps_promises_and_transcript),
        cmocka_unit_test(form_takes_one_answer_or_many),
        cmocka_unit_test(incomplete_form_is_refused_and_stays),
        cmocka_unit_test(debrief_tells_scores_costs_and_the_better_way),
        cmocka_unit_test(library_counts_what_was_finished),
        cmocka_unit_test(lost_call_says_so),
        cmocka_unit_test(critical_reply_fails_but_does_not_stop_practice),
        cmocka_unit_test(intents_in_the_wrong_place_are_refused),
        cmocka_unit_test(same_seed_shows_the_same_order),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
