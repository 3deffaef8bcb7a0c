/*
 * Record, guide and palette with the keyboard: what a person does, and where
 * it leads.
 */
#include <stdio.h>
#include <string.h>

#include "record_show.h"
#include "support/test.h"

static const journey_look plain = {"en", "100", "light", 1280, 800};
static const journey_look chinese = {"zh", "100", "light", 1280, 800};

static rp_place place_of(const journey_run *journey)
{
    return rp_app_view(journey->app)->place;
}

static const char *focused(const journey_run *journey)
{
    static char id[128];
    int index = ui_focused_node(journey->ui);
    ui_node_info node = {.id = NULL};

    if (index >= 0) {
        ui_node_at(journey->ui, index, &node);
    }
    (void)snprintf(id, sizeof id, "%s", node.id != NULL ? node.id : "");
    return id;
}

/* --------------------------------------------------------------- record */

static void record_opens_an_attempt_and_comes_back(void **state)
{
    journey_run journey;

    (void)state;
    journey_begin(&journey, &plain);
    at_record(&journey);
    assert_true(strncmp(focused(&journey), "past-", 5) == 0);
    journey_key(&journey, UI_KEY_DOWN);
    journey_key(&journey, UI_KEY_DOWN);
    journey_key(&journey, UI_KEY_ENTER);
    assert_int_equal(place_of(&journey), RP_AT_DEBRIEF);
    assert_true(rp_app_view(journey.app)->debrief.is_past);
    journey_key(&journey, UI_KEY_ESCAPE);
    assert_int_equal(place_of(&journey), RP_AT_RECORD);
    journey_end(&journey);
}

static void newest_unfinished_call_goes_on(void **state)
{
    journey_run journey;

    (void)state;
    journey_begin(&journey, &plain);
    at_record(&journey);
    journey_key(&journey, UI_KEY_ENTER);
    assert_int_equal(place_of(&journey), RP_AT_CALL);
    journey_end(&journey);
}

static void what_is_typed_sifts_the_record(void **state)
{
    journey_run journey;

    (void)state;
    journey_begin(&journey, &plain);
    at_record(&journey);
    uint32_t all = rp_app_view(journey.app)->past.row_count;
    journey_key(&journey, '/');
    type_text(&journey, "bill");
    uint32_t left = rp_app_view(journey.app)->past.row_count;
    assert_true(left > 0 && left < all);
    journey_end(&journey);
}

/* ---------------------------------------------------------------- guide */

static void guide_returns_to_the_turn_that_was_looked_at(void **state)
{
    journey_run journey;

    (void)state;
    journey_begin(&journey, &plain);
    journey_open(&journey);
    journey_pick_up(&journey);
    journey_play_to(&journey, RP_AT_DEBRIEF);
    journey_key(&journey, UI_KEY_DOWN);
    journey_key(&journey, UI_KEY_DOWN);
    int turn = journey.frames.screens != NULL ? ui_focused_node(journey.ui) : 0;
    assert_true(turn >= 0);
    journey_key(&journey, 'g');
    assert_int_equal(place_of(&journey), RP_AT_GUIDE);
    const rp_guide_view *guide = &rp_app_view(journey.app)->guide;
    assert_true(guide->has_back);
    journey_key(&journey, UI_KEY_ESCAPE);
    assert_int_equal(place_of(&journey), RP_AT_DEBRIEF);
    journey_end(&journey);
}

static void guide_goes_back_and_forward_like_a_book(void **state)
{
    journey_run journey;

    (void)state;
    journey_begin(&journey, &plain);
    at_guide(&journey);
    const rp_guide_view *guide = &rp_app_view(journey.app)->guide;
    journey_act(
        &journey,
        (rp_intent){.kind = RP_INTENT_GO, .index = RP_AT_GUIDE, .text = "2.3"});
    assert_string_equal(guide->sections[guide->selected].id, "2.3");
    journey_key(&journey, UI_ALT | UI_KEY_LEFT);
    assert_string_equal(guide->sections[guide->selected].id, "7.1");
    journey_key(&journey, UI_ALT | UI_KEY_LEFT);
    assert_string_equal(guide->sections[guide->selected].id, "7.1");
    journey_key(&journey, UI_ALT | UI_KEY_RIGHT);
    assert_string_equal(guide->sections[guide->selected].id, "2.3");
    journey_end(&journey);
}

static void passage_is_copied(void **state)
{
    journey_run journey;

    (void)state;
    journey_begin(&journey, &plain);
    at_guide(&journey);
    const rp_guide_view *guide = &rp_app_view(journey.app)->guide;
    const rp_guide_section *section = &guide->sections[guide->selected];
    journey_key(&journey, UI_CTRL | 'c');
    assert_non_null(strstr(journey_clipboard(), section->says));
    journey_key(&journey, UI_KEY_TAB);
    journey_key(&journey, UI_CTRL | 'c');
    assert_non_null(strstr(journey_clipboard(), section->behaviours[0].strong));
    journey_end(&journey);
}

static void guide_is_searched_in_every_word_of_it(void **state)
{
    journey_run journey;

    (void)state;
    journey_begin(&journey, &plain);
    at_guide(&journey);
    journey_key(&journey, '/');
    type_text(&journey, "Blames another department");
    assert_true(ui_node_find(journey.ui, "go-1.1") >= 0);
    assert_int_equal(ui_node_find(journey.ui, "go-7.1"), -1);
    journey_end(&journey);
}

/* -------------------------------------------------------------- palette */

static void palette_goes_to_a_place_by_its_name(void **state)
{
    journey_run journey;

    (void)state;
    journey_begin(&journey, &plain);
    journey_key(&journey, UI_CTRL | 'k');
    assert_string_equal(focused(&journey), "palette-field");
    type_text(&journey, "rec");
    journey_key(&journey, UI_KEY_ENTER);
    assert_int_equal(place_of(&journey), RP_AT_RECORD);
    assert_int_equal(ui_node_find(journey.ui, "palette-field"), -1);
    journey_end(&journey);
}

static void palette_knows_english_words_in_chinese(void **state)
{
    journey_run journey;

    (void)state;
    journey_begin(&journey, &chinese);
    journey_key(&journey, UI_CTRL | 'k');
    type_text(&journey, "dark");
    journey_key(&journey, UI_KEY_ENTER);
    assert_int_equal(rp_app_settings(journey.app)->theme, RP_THEME_DARK);
    journey_key(&journey, UI_CTRL | 'k');
    type_text(&journey, "浅色");
    journey_key(&journey, UI_KEY_ENTER);
    assert_int_equal(rp_app_settings(journey.app)->theme, RP_THEME_LIGHT);
    journey_end(&journey);
}

static void palette_shows_last_used_commands_first(void **state)
{
    journey_run journey;
    ui_node_info node;

    (void)state;
    journey_begin(&journey, &plain);
    journey_key(&journey, UI_CTRL | 'k');
    type_text(&journey, "wider sp");
    journey_key(&journey, UI_KEY_ENTER);
    assert_true(rp_app_settings(journey.app)->wide_spacing);
    journey_key(&journey, UI_CTRL | 'k');
    ui_node_at(journey.ui, ui_node_find(journey.ui, "found-0"), &node);
    assert_string_equal(node.label, "Wider spacing");
    journey_key(&journey, UI_KEY_ENTER);
    assert_false(rp_app_settings(journey.app)->wide_spacing);
    journey_end(&journey);
}

static void palette_opens_a_scenario_and_a_section(void **state)
{
    journey_run journey;

    (void)state;
    journey_begin(&journey, &plain);
    journey_key(&journey, UI_CTRL | 'k');
    type_text(&journey, "pencil");
    journey_key(&journey, UI_KEY_ENTER);
    assert_int_equal(place_of(&journey), RP_AT_BRIEFING);
    journey_key(&journey, UI_CTRL | 'k');
    type_text(&journey, "7.1-b");
    journey_key(&journey, UI_KEY_ENTER);
    assert_int_equal(place_of(&journey), RP_AT_GUIDE);
    journey_key(&journey, UI_KEY_ESCAPE);
    assert_int_equal(place_of(&journey), RP_AT_BRIEFING);
    journey_end(&journey);
}

static void slash_opens_the_palette_at_home(void **state)
{
    journey_run journey;

    (void)state;
    journey_begin(&journey, &plain);
    journey_key(&journey, '/');
    assert_string_equal(focused(&journey), "palette-field");
    journey_key(&journey, UI_KEY_ESCAPE);
    assert_int_equal(ui_node_find(journey.ui, "palette-field"), -1);
    journey_end(&journey);
}

static void call_waits_for_the_palette_and_goes_on(void **state)
{
    journey_run journey;

    (void)state;
    journey_begin(&journey, &plain);
    at_palette_in_call(&journey);
    assert_true(rp_app_view(journey.app)->call.is_paused);
    type_text(&journey, "less motion");
    journey_key(&journey, UI_KEY_ENTER);
    assert_false(rp_app_settings(journey.app)->reduced_motion);
    assert_false(rp_app_view(journey.app)->call.is_paused);
    assert_int_equal(place_of(&journey), RP_AT_CALL);
    journey_key(&journey, UI_CTRL | 'k');
    journey_key(&journey, UI_KEY_ESCAPE);
    assert_false(rp_app_view(journey.app)->call.is_paused);
    journey_end(&journey);
}

static void exam_has_no_palette(void **state)
{
    journey_run journey;

    (void)state;
    journey_as_exam(true);
    journey_begin(&journey, &plain);
    journey_as_exam(false);
    at_palette_in_call(&journey);
    assert_int_equal(ui_node_find(journey.ui, "palette-field"), -1);
    journey_end(&journey);
}

/* The chosen row stays in sight however far the arrows go. */
static void arrows_keep_the_chosen_row_in_sight(void **state)
{
    journey_run journey;
    ui_node_info node;
    char id[32];

    (void)state;
    journey_begin(&journey, &plain);
    journey_key(&journey, UI_CTRL | 'k');
    for (int i = 1; i < 20; i++) {
        journey_key(&journey, UI_KEY_DOWN);
        (void)snprintf(id, sizeof id, "found-%d", i);
        int index = ui_node_find(journey.ui, id);
        assert_true(index >= 0);
        ui_node_at(journey.ui, index, &node);
        assert_true(node.is_selected);
        assert_int_equal(node.seen.h, node.box.h);
    }
    assert_string_equal(focused(&journey), "palette-field");
    journey_end(&journey);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(record_opens_an_attempt_and_comes_back),
        cmocka_unit_test(newest_unfinished_call_goes_on),
        cmocka_unit_test(what_is_typed_sifts_the_record),
        cmocka_unit_test(guide_returns_to_the_turn_that_was_looked_at),
        cmocka_unit_test(guide_goes_back_and_forward_like_a_book),
        cmocka_unit_test(passage_is_copied),
        cmocka_unit_test(guide_is_searched_in_every_word_of_it),
        cmocka_unit_test(palette_goes_to_a_place_by_its_name),
        cmocka_unit_test(palette_knows_english_words_in_chinese),
        cmocka_unit_test(palette_shows_last_used_commands_first),
        cmocka_unit_test(palette_opens_a_scenario_and_a_section),
        cmocka_unit_test(slash_opens_the_palette_at_home),
        cmocka_unit_test(call_waits_for_the_palette_and_goes_on),
        cmocka_unit_test(exam_has_no_palette),
        cmocka_unit_test(arrows_keep_the_chosen_row_in_sight),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
