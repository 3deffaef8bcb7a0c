/*
 * What keys and the focus do in a call: a new turn begins at its first reply,
 * a draft is sent by one more key, lines are copied, an exam helps nobody.
 */
#include <stdio.h>
#include <string.h>

#include "journey.h"
#include "support/test.h"

static const journey_look look = {"en", "100", "light", 1280, 800};

static void begin(journey_run *journey)
{
    journey_begin(journey, &look);
    journey_open(journey);
    journey_pick_up(journey);
}

static void begin_channel(journey_run *journey, const char *file)
{
    journey_begin(journey, &look);
    journey_open_file(journey, file);
    journey_pick_up(journey);
}

static const rp_call_view *call_of(const journey_run *journey)
{
    return &rp_app_view(journey->app)->call;
}

static const char *focused_id(const journey_run *journey)
{
    int index = ui_focused_node(journey->ui);
    static char id[128];
    ui_node_info node = {.id = NULL};

    if (index >= 0) {
        ui_node_at(journey->ui, index, &node);
    }
    (void)snprintf(id, sizeof id, "%s", node.id != NULL ? node.id : "");
    return id;
}

static const char *first_reply(const journey_run *journey)
{
    static char id[128];

    assert_true(call_of(journey)->reply_count > 0);
    (void)snprintf(id, sizeof id, "reply-%s", call_of(journey)->replies[0].id);
    return id;
}

static void click(journey_run *journey, const char *id)
{
    int index = ui_node_find(journey->ui, id);
    ui_node_info node;

    assert_true(index >= 0);
    ui_node_at(journey->ui, index, &node);
    ui_post_click(journey->ui, node.seen.x + 4, node.seen.y + 4);
    journey_rest(journey);
}

/* ------------------------------------------------------------------ focus */

static void a_new_turn_begins_at_its_first_reply(void **state)
{
    journey_run journey;
    (void)state;
    begin(&journey);
    journey_key(&journey, '3');

    journey_key(&journey, UI_KEY_ENTER);

    assert_int_equal(call_of(&journey)->moves, 1);
    assert_string_equal(focused_id(&journey), first_reply(&journey));
    journey_end(&journey);
}

static void taking_back_leads_to_the_first_reply(void **state)
{
    journey_run journey;
    (void)state;
    begin(&journey);
    journey_play(&journey, 2);

    journey_key(&journey, UI_CTRL | 'z');

    assert_string_equal(focused_id(&journey), first_reply(&journey));
    journey_end(&journey);
}

static void taking_a_form_back_leads_to_the_first_reply(void **state)
{
    journey_run journey;
    (void)state;
    begin(&journey);
    journey_play_to(&journey, RP_AT_FORM);

    journey_key(&journey, UI_CTRL | 'z');

    assert_int_equal(rp_app_view(journey.app)->place, RP_AT_CALL);
    assert_string_equal(focused_id(&journey), first_reply(&journey));
    journey_end(&journey);
}

static void set(journey_run *journey, const char *name, const char *value)
{
    journey_act(
        journey,
        (rp_intent){.kind = RP_INTENT_SETTING, .text = name, .value = value});
}

/* For a moment the eye sees which reply it was; then it is said, once. */
static void a_chosen_reply_stands_out_before_it_is_said(void **state)
{
    journey_run journey;

    (void)state;
    begin(&journey);
    set(&journey, "reduced_motion", "off");
    journey_key(&journey, '1');
    ui_post_key(journey.ui, UI_KEY_ENTER);
    journey_wait(&journey, 60);
    assert_int_equal(call_of(&journey)->moves, 0);
    journey_wait(&journey, 100);
    journey_wait(&journey, 100);
    assert_int_equal(call_of(&journey)->moves, 1);
    journey_end(&journey);
}

static bool shows_clock(const journey_run *journey)
{
    for (int i = 0; i < ui_node_count(journey->ui); i++) {
        ui_node_info node;
        ui_node_at(journey->ui, i, &node);
        if (node.label != NULL && strstr(node.label, "00:0") == node.label &&
            node.box.y < 60) {
            return true;
        }
    }
    return false;
}

static void the_clock_can_be_put_away(void **state)
{
    journey_run journey;

    (void)state;
    begin(&journey);
    assert_true(shows_clock(&journey));
    set(&journey, "hide_clock", "on");
    assert_false(shows_clock(&journey));
    journey_end(&journey);
}

static void looking_at_a_record_leaves_the_focus_alone(void **state)
{
    journey_run journey;
    char before[128];
    (void)state;
    begin(&journey);
    journey_key(&journey, '2');
    (void)snprintf(before, sizeof before, "%s", focused_id(&journey));

    journey_act(&journey, (rp_intent){.kind = RP_INTENT_LOOK, .index = 0});

    assert_string_equal(focused_id(&journey), before);
    journey_end(&journey);
}

static void a_resumed_call_shows_the_record_that_was_open(void **state)
{
    journey_run journey;
    ui_node_info tab;
    (void)state;
    begin(&journey);
    journey_play(&journey, 2);
    journey_act(&journey, (rp_intent){.kind = RP_INTENT_LOOK, .index = 2});
    journey_act(&journey, (rp_intent){.kind = RP_INTENT_LEAVE});

    journey_act(&journey, (rp_intent){.kind = RP_INTENT_RESUME});

    assert_string_equal(focused_id(&journey), first_reply(&journey));
    bool is_found = false;
    for (int i = 0; i < ui_node_count(journey.ui); i++) {
        ui_node_at(journey.ui, i, &tab);
        bool is_tab = tab.role == UI_ROLE_TAB && tab.label != NULL;
        if (is_tab && strcmp(tab.label, "Modem lights") == 0) {
            is_found = tab.is_selected;
        }
    }
    assert_true(is_found);
    journey_end(&journey);
}

/* ----------------------------------------------------------------- drafts */

static void a_letter_is_a_draft_before_it_is_sent(void **state)
{
    journey_run journey;
    (void)state;
    begin_channel(&journey, "screens/channels/email-two-lines.json");
    journey_key(&journey, '1');

    journey_key(&journey, UI_KEY_ENTER);

    assert_int_equal(call_of(&journey)->moves, 0);
    assert_string_equal(focused_id(&journey), "send");
    journey_key(&journey, UI_KEY_ENTER);
    assert_int_equal(call_of(&journey)->moves, 1);
    assert_string_equal(focused_id(&journey), first_reply(&journey));
    journey_end(&journey);
}

static void escape_leads_from_the_draft_back_to_its_reply(void **state)
{
    journey_run journey;
    char chosen[128];
    (void)state;
    begin_channel(&journey, "screens/channels/broadcast-flood.json");
    journey_key(&journey, '2');
    (void)snprintf(chosen, sizeof chosen, "%s", focused_id(&journey));
    journey_key(&journey, UI_KEY_ENTER);

    journey_key(&journey, UI_KEY_ESCAPE);

    assert_int_equal(call_of(&journey)->moves, 0);
    assert_string_equal(focused_id(&journey), chosen);
    journey_end(&journey);
}

/* ---------------------------------------------------------------- copying */

static void a_clicked_line_is_copied_with_its_name(void **state)
{
    journey_run journey;
    (void)state;
    begin_channel(&journey, "screens/channels/chat-router.json");
    click(&journey, "said-0");

    journey_key(&journey, UI_CTRL | 'c');

    assert_string_equal(journey_clipboard(),
                        "Lu Ming: Hello? They were to come this morning for "
                        "the broadband. Nobody came.");
    journey_end(&journey);
}

static void shift_and_arrows_stretch_what_is_copied(void **state)
{
    journey_run journey;
    (void)state;
    begin_channel(&journey, "screens/channels/desk-queue.json");
    journey_play(&journey, 1);
    click(&journey, "said-0");

    journey_key(&journey, UI_SHIFT | UI_KEY_DOWN);
    journey_key(&journey, UI_CTRL | 'c');

    assert_string_equal(journey_clipboard(),
                        "Gao Feng: Five in, and I have two people. Which one "
                        "first, and why?\n"
                        "You: The clinic. “Quiet” there means no calls come "
                        "in, and people are on machines: level 1.");
    journey_end(&journey);
}

static void a_turn_of_the_debrief_is_copied(void **state)
{
    journey_run journey;
    (void)state;
    begin_channel(&journey, "screens/channels/callback-closed.json");
    journey_play_to(&journey, RP_AT_DEBRIEF);
    journey_key(&journey, UI_KEY_DOWN);

    journey_key(&journey, UI_CTRL | 'c');

    assert_non_null(strstr(journey_clipboard(), "Dou Li: Yes? Who is this?\n"));
    assert_non_null(strstr(journey_clipboard(), "\nYou: Lin from Qinghe"));
    journey_end(&journey);
}

/* ------------------------------------------------------------------- exam */

static bool is_spoken_anywhere(const journey_run *journey, const char *word)
{
    ui_node_info node;
    rp_text spoken;
    bool is_found = false;

    rp_text_init(&spoken, rp_alloc_default());
    for (int i = 0; i < ui_node_count(journey->ui); i++) {
        ui_node_at(journey->ui, i, &node);
        if (node.is_spoken) {
            ui_spoken(journey->ui, i, &spoken);
            rp_text_puts(&spoken, "\n");
        }
    }
    is_found = strstr(spoken.bytes, word) != NULL;
    rp_text_clear(&spoken);
    return is_found;
}

static void an_exam_tells_no_mood_and_shows_no_history(void **state)
{
    static const char *const words[] = {
        "Mood",    "Calm", "Trust",     "Patience", "Furious", "Upset",
        "Anxious", "Hint", "Take back", "Neutral",  "Pleased", "Relieved",
    };

    journey_run journey;
    (void)state;
    journey_as_exam(true);
    begin_channel(&journey, "screens/channels/visit-corner.json");
    journey_as_exam(false);
    journey_play(&journey, 2);

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (is_spoken_anywhere(&journey, words[i])) {
            fail_msg("an exam says %s", words[i]);
        }
    }
    assert_false(is_spoken_anywhere(&journey, "works in the hall"));
    assert_true(is_spoken_anywhere(&journey, "across my new floor"));
    assert_true(is_spoken_anywhere(&journey, "Call 2 of 3"));
    journey_end(&journey);
}

static void an_exam_takes_nothing_back(void **state)
{
    journey_run journey;
    (void)state;
    journey_as_exam(true);
    begin(&journey);
    journey_as_exam(false);
    journey_play(&journey, 1);

    journey_key(&journey, UI_CTRL | 'z');
    journey_key(&journey, 'p');
    journey_key(&journey, '1');

    assert_int_equal(call_of(&journey)->moves, 1);
    assert_int_equal(call_of(&journey)->note_count, 0);
    journey_end(&journey);
}

/* ------------------------------------------------------------ whole lines */

/* The edge of the transcript never runs through a line of text. */
static void the_transcript_shows_whole_lines(void **state)
{
    journey_look large = {"en", "150", "light", 1280, 800};
    journey_run journey;
    ui_node_info node;
    (void)state;
    journey_begin(&journey, &large);
    journey_open(&journey);
    journey_pick_up(&journey);
    journey_play(&journey, 5);
    journey_key(&journey, UI_KEY_F3);

    int area = ui_node_find(journey.ui, "transcript");
    assert_true(area >= 0);
    for (int i = area; i < ui_node_count(journey.ui); i++) {
        ui_node_at(journey.ui, i, &node);
        bool is_line = node.is_text && node.id != NULL &&
                       strncmp(node.id, "line-", 5) == 0 && node.lines > 0;
        if (is_line && node.seen.h > 0) {
            assert_int_equal(node.seen.h % (node.box.h / node.lines), 0);
        }
    }
    journey_end(&journey);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_turn_begins_at_its_first_reply),
        cmocka_unit_test(a_chosen_reply_stands_out_before_it_is_said),
        cmocka_unit_test(the_clock_can_be_put_away),
        cmocka_unit_test(taking_back_leads_to_the_first_reply),
        cmocka_unit_test(taking_a_form_back_leads_to_the_first_reply),
        cmocka_unit_test(looking_at_a_record_leaves_the_focus_alone),
        cmocka_unit_test(a_resumed_call_shows_the_record_that_was_open),
        cmocka_unit_test(a_letter_is_a_draft_before_it_is_sent),
        cmocka_unit_test(escape_leads_from_the_draft_back_to_its_reply),
        cmocka_unit_test(a_clicked_line_is_copied_with_its_name),
        cmocka_unit_test(shift_and_arrows_stretch_what_is_copied),
        cmocka_unit_test(a_turn_of_the_debrief_is_copied),
        cmocka_unit_test(an_exam_tells_no_mood_and_shows_no_history),
        cmocka_unit_test(an_exam_takes_nothing_back),
        cmocka_unit_test(the_transcript_shows_whole_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
