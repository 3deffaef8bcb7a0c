/*
 * The guide: what the installed packs ask for, in the person's language, with
 * the scenarios that practise it; and the way back to what was left for it.
 */
#include <string.h>

#include "app/app_kit.h"

static rp_app_options telecom(void)
{
    rp_app_options options = kit_options();

    options.pack_dir = RP_SOURCE_DIR "/scenarios";
    options.helper_path = RP_BUILD_DIR "/rapport-helper";
    return options;
}

static void go(rp_app *app, const char *section)
{
    rp_intent intent = {
        .kind = RP_INTENT_GO, .index = RP_AT_GUIDE, .text = section};
    rp_error error = {0};

    if (rp_app_act(app, &intent, &error) != RP_OK) {
        fail_msg("%s", error.message);
    }
}

static void guide_has_sections_in_order_with_their_behaviours(void **state)
{
    rp_app_options options = telecom();
    rp_app *app = kit_open(&options);

    (void)state;
    go(app, "7.1");
    const rp_guide_view *guide = &rp_app_view(app)->guide;
    assert_null(guide->trouble);
    assert_true(guide->section_count >= 32);
    assert_string_equal(guide->sections[0].id, "1.1");
    const rp_guide_section *section = &guide->sections[guide->selected];
    assert_string_equal(section->id, "7.1");
    assert_int_equal(section->chapter, 7);
    assert_true(strlen(section->says) > 0);
    assert_true(strlen(section->sources) > 0);
    assert_true(section->behaviour_count > 0);
    assert_string_equal(section->behaviours[0].id, "7.1-a");
    rp_app_close(app);
}

/* The angry caller is built on chapter 7. */
static void behaviours_know_where_they_are_practised(void **state)
{
    rp_app_options options = telecom();
    rp_app *app = kit_open(&options);
    uint32_t practised = 0;

    (void)state;
    go(app, "7.1");
    const rp_guide_view *guide = &rp_app_view(app)->guide;
    const rp_guide_section *section = &guide->sections[guide->selected];
    for (uint32_t i = 0; i < section->behaviour_count; i++) {
        const rp_guide_behaviour *behaviour = &section->behaviours[i];
        for (uint32_t k = 0; k < behaviour->practice_count; k++) {
            practised += strstr(behaviour->practices[k].path,
                                "angry-caller.lua") != NULL;
        }
    }
    assert_true(practised > 0);
    rp_app_close(app);
}

static void guide_follows_the_language(void **state)
{
    rp_app_options options = telecom();
    rp_app *app = kit_open(&options);
    rp_intent chinese = {
        .kind = RP_INTENT_SETTING, .text = "language", .value = "zh"};

    (void)state;
    go(app, "7.1");
    assert_int_equal(rp_app_act(app, &chinese, NULL), RP_OK);
    const rp_guide_view *guide = &rp_app_view(app)->guide;
    const rp_guide_section *section = &guide->sections[guide->selected];
    assert_string_equal(section->id, "7.1");
    assert_true((unsigned char)section->title[0] >= 0xE4);
    rp_app_close(app);
}

static void section_is_found_by_a_behaviour_of_it(void **state)
{
    rp_app_options options = telecom();
    rp_app *app = kit_open(&options);

    (void)state;
    go(app, "2.3-a");
    const rp_guide_view *guide = &rp_app_view(app)->guide;
    assert_string_equal(guide->sections[guide->selected].id, "2.3");
    rp_intent nowhere = {
        .kind = RP_INTENT_GO, .index = RP_AT_GUIDE, .text = "99.9"};
    assert_int_equal(rp_app_act(app, &nowhere, NULL), RP_E_INVALID);
    assert_string_equal(guide->sections[guide->selected].id, "2.3");
    rp_app_close(app);
}

static void debrief_is_kept_while_the_guide_is_read(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);

    (void)state;
    kit_begin(app);
    kit_say(app, "blame");
    kit_say(app, "blame");
    const rp_view *view = rp_app_view(app);
    uint32_t turns = view->debrief.turn_count;
    kit_do(app, RP_INTENT_GO, RP_AT_GUIDE);
    assert_int_equal(view->place, RP_AT_GUIDE);
    assert_true(view->guide.has_back);
    assert_int_equal(view->guide.back, RP_AT_DEBRIEF);
    kit_do(app, RP_INTENT_LEAVE, 0);
    assert_int_equal(view->place, RP_AT_DEBRIEF);
    assert_int_equal(view->debrief.turn_count, turns);
    kit_do(app, RP_INTENT_RETRY, 1);
    assert_int_equal(view->place, RP_AT_CALL);
    rp_app_close(app);
}

static void way_back_ends_where_one_goes_elsewhere(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);

    (void)state;
    kit_text(app, RP_INTENT_OPEN, "short-call");
    kit_do(app, RP_INTENT_GO, RP_AT_GUIDE);
    assert_true(rp_app_view(app)->guide.has_back);
    kit_do(app, RP_INTENT_GO, RP_AT_HOME);
    kit_do(app, RP_INTENT_GO, RP_AT_GUIDE);
    assert_false(rp_app_view(app)->guide.has_back);
    rp_app_close(app);
}

/* What was shown and missed is counted over all attempts of the person. */
static void guide_tells_how_often_a_behaviour_was_missed(void **state)
{
    rp_app_options options = telecom();
    rp_app *app = kit_open(&options);
    uint32_t counted = 0;

    (void)state;
    kit_text(app, RP_INTENT_OPEN, "angry-caller");
    kit_do(app, RP_INTENT_BEGIN, 0);
    for (int i = 0; i < 60 && rp_app_view(app)->place != RP_AT_DEBRIEF; i++) {
        const rp_call_view *call = &rp_app_view(app)->call;
        if (rp_app_view(app)->place == RP_AT_FORM) {
            for (uint32_t k = 0; k < call->ask_count; k++) {
                kit_do(app, RP_INTENT_CHOOSE, call->asks[k].answers[0].bit);
            }
            kit_do(app, RP_INTENT_FILE, 0);
        } else {
            kit_do(app, RP_INTENT_SAY,
                   call->replies[call->reply_count - 1].choice);
        }
    }
    const rp_debrief_view *debrief = &rp_app_view(app)->debrief;
    const char *section = NULL;
    for (uint32_t i = 0; i < debrief->turn_count && section == NULL; i++) {
        section = debrief->turns[i].missed_count > 0 ? debrief->turns[i].section
                                                     : NULL;
    }
    assert_non_null(section);
    go(app, section);
    const rp_guide_view *guide = &rp_app_view(app)->guide;
    for (uint32_t i = 0; i < guide->sections[guide->selected].behaviour_count;
         i++) {
        counted += guide->so_far[i].shown + guide->so_far[i].missed;
    }
    assert_true(counted > 0);
    rp_app_close(app);
}

static void guide_without_a_pack_is_empty(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);

    (void)state;
    kit_do(app, RP_INTENT_GO, RP_AT_GUIDE);
    assert_int_equal(rp_app_view(app)->place, RP_AT_GUIDE);
    assert_int_equal(rp_app_view(app)->guide.section_count, 0);
    assert_null(rp_app_view(app)->guide.trouble);
    rp_app_close(app);
}

static void pack_that_cannot_be_read_is_told_of(void **state)
{
    rp_app_options options = telecom();

    (void)state;
    options.helper_path = "/nonexistent/rapport-helper";
    rp_app *app = kit_open(&options);
    kit_do(app, RP_INTENT_GO, RP_AT_GUIDE);
    assert_int_equal(rp_app_view(app)->guide.section_count, 0);
    assert_non_null(rp_app_view(app)->guide.trouble);
    rp_app_close(app);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(guide_has_sections_in_order_with_their_behaviours),
        cmocka_unit_test(behaviours_know_where_they_are_practised),
        cmocka_unit_test(guide_follows_the_language),
        cmocka_unit_test(section_is_found_by_a_behaviour_of_it),
        cmocka_unit_test(debrief_is_kept_while_the_guide_is_read),
        cmocka_unit_test(way_back_ends_where_one_goes_elsewhere),
        cmocka_unit_test(guide_tells_how_often_a_behaviour_was_missed),
        cmocka_unit_test(guide_without_a_pack_is_empty),
        cmocka_unit_test(pack_that_cannot_be_read_is_told_of),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
