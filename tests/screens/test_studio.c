/*
 * The studio: what its keys ask for, how selection goes through its parts, and
 * what a reader says of it.
 */
#include <stdio.h>
#include <string.h>

#include "journey.h"
#include "spoken.h"
#include "studio_show.h"
#include "support/test.h"

enum {
    ID_MAX = 96
};

static const journey_look plain = {"en", "100", "light", 1280, 800};
static const journey_look narrow = {"en", "100", "light", 1024, 640};

typedef struct desk {
    journey_run journey;
    rp_intent intent; /* of the last frame that wanted something */
    char text[256];   /* of it */
} desk;

static void note_intent(desk *at, const rp_intent *intent)
{
    if (intent->kind == RP_INTENT_NONE) {
        return;
    }
    at->intent = *intent;
    (void)snprintf(at->text, sizeof at->text, "%s",
                   intent->text != NULL ? intent->text : "");
}

/* Frames whose wishes are only noted: the view stays as it is. */
static void frames(desk *at)
{
    journey_run *journey = &at->journey;
    rp_intent intent;

    for (int i = 0; i < 6; i++) {
        ui_begin_frame(journey->ui, &journey->surface);
        screens_frame(journey->frames.screens, journey->ui, journey->app,
                      &intent);
        ui_end_frame(journey->ui);
        note_intent(at, &intent);
    }
}

static void open(desk *at, const journey_look *look, studio_moment moment)
{
    memset(at, 0, sizeof *at);
    journey_begin(&at->journey, look);
    studio_show(&at->journey, moment);
    frames(at);
}

static void close(desk *at)
{
    journey_end(&at->journey);
}

static void press(desk *at, ui_key key)
{
    ui_post_key(at->journey.ui, key);
    frames(at);
}

static void click(desk *at, const char *id)
{
    ui_node_info node;
    int index = ui_node_find(at->journey.ui, id);

    if (index < 0) {
        fail_msg("no \"%s\"", id);
    }
    ui_node_at(at->journey.ui, index, &node);
    ui_post_click(at->journey.ui, node.seen.x + node.seen.w / 2,
                  node.seen.y + node.seen.h / 2);
    frames(at);
}

static void focused(const desk *at, char id[ID_MAX])
{
    ui_node_info node = {.id = NULL};
    int index = ui_focused_node(at->journey.ui);

    if (index >= 0) {
        ui_node_at(at->journey.ui, index, &node);
    }
    (void)snprintf(id, ID_MAX, "%s", node.id != NULL ? node.id : "");
}

static bool is_selected(const desk *at, const char *id)
{
    ui_node_info node;
    int index = ui_node_find(at->journey.ui, id);

    if (index < 0) {
        return false;
    }
    ui_node_at(at->journey.ui, index, &node);
    return node.is_selected;
}

static bool is_there(const desk *at, const char *label)
{
    ui_node_info node;

    for (int i = 0; i < ui_node_count(at->journey.ui); i++) {
        ui_node_at(at->journey.ui, i, &node);
        if (node.label != NULL && strstr(node.label, label) != NULL) {
            return true;
        }
    }
    return false;
}

/* ------------------------------------------------------------------- keys */

static void ctrl_b_checks(void **state)
{
    desk at;
    (void)state;
    open(&at, &plain, STUDIO_SHOWS_ALL);

    press(&at, UI_CTRL | 'b');

    assert_int_equal(at.intent.kind, RP_INTENT_CHECK);
    close(&at);
}

static void another_scenario_is_studied_at_a_click(void **state)
{
    desk at;
    (void)state;
    open(&at, &plain, STUDIO_SHOWS_ALL);

    click(&at, "study-vague-request");

    assert_int_equal(at.intent.kind, RP_INTENT_STUDY);
    assert_string_equal(at.text, "vague-request");
    close(&at);
}

static void the_filter_leaves_what_has_its_letters(void **state)
{
    desk at;
    (void)state;
    open(&at, &plain, STUDIO_SHOWS_ALL);

    press(&at, '/');
    ui_post_text(at.journey.ui, "PENCIL");
    frames(&at);

    assert_true(ui_node_find(at.journey.ui, "study-billing-dispute") >= 0);
    assert_true(ui_node_find(at.journey.ui, "study-vague-request") < 0);
    close(&at);
}

static void f8_selects_a_problem_and_its_box(void **state)
{
    char id[ID_MAX];
    desk at;
    (void)state;
    open(&at, &plain, STUDIO_SHOWS_ALL);

    press(&at, UI_KEY_F8);
    focused(&at, id);
    assert_string_equal(id, "problem-0");
    assert_true(is_selected(&at, "graph.stopgap"));
    assert_true(is_there(&at, "Did you mean “close”?"));
    press(&at, UI_KEY_F8);

    focused(&at, id);
    assert_string_equal(id, "problem-1");
    assert_true(is_selected(&at, "graph.muddle"));
    assert_false(is_selected(&at, "graph.stopgap"));
    close(&at);
}

static void f8_finds_the_problems_in_a_narrow_window_too(void **state)
{
    char id[ID_MAX];
    desk at;
    (void)state;
    open(&at, &narrow, STUDIO_SHOWS_ALL);
    assert_true(ui_node_find(at.journey.ui, "problem-0") < 0);

    press(&at, UI_KEY_F8);

    focused(&at, id);
    assert_string_equal(id, "problem-0");
    close(&at);
}

static void enter_on_a_problem_opens_its_line(void **state)
{
    desk at;
    (void)state;
    open(&at, &plain, STUDIO_SHOWS_ALL);
    press(&at, UI_KEY_F8);

    press(&at, UI_KEY_ENTER);

    assert_int_equal(at.intent.kind, RP_INTENT_EDIT);
    assert_int_equal(at.intent.index, 142);
    assert_non_null(strstr(at.text, "angry-caller.lua"));
    close(&at);
}

static void ctrl_e_opens_the_file_where_no_problem_is_selected(void **state)
{
    desk at;
    (void)state;
    open(&at, &plain, STUDIO_SHOWS_ALL);

    press(&at, UI_CTRL | 'e');

    assert_int_equal(at.intent.kind, RP_INTENT_EDIT);
    assert_int_equal(at.intent.index, 0);
    close(&at);
}

static void f5_previews_the_box_the_arrows_led_to(void **state)
{
    desk at;
    (void)state;
    open(&at, &plain, STUDIO_SHOWS_ALL);
    click(&at, "graph.opening");
    assert_int_equal(at.intent.kind, RP_INTENT_PREVIEW);
    assert_string_equal(at.text, "opening");

    press(&at, UI_KEY_RIGHT);
    press(&at, UI_KEY_F5);

    assert_int_equal(at.intent.kind, RP_INTENT_PREVIEW);
    assert_string_not_equal(at.text, "opening");
    assert_int_equal(at.intent.index, RP_MOMENT_LIKELIEST);
    close(&at);
}

static void another_moment_asks_for_the_same_turn(void **state)
{
    desk at;
    (void)state;
    open(&at, &plain, STUDIO_SHOWS_ALL);

    click(&at, "moment.2");

    assert_int_equal(at.intent.kind, RP_INTENT_PREVIEW);
    assert_int_equal(at.intent.index, RP_MOMENT_WORST);
    assert_string_equal(at.text, "opening");
    close(&at);
}

static void a_reply_is_tried_at_a_click(void **state)
{
    desk at;
    (void)state;
    open(&at, &narrow, STUDIO_SHOWS_ALL);
    press(&at, UI_KEY_F5);

    click(&at, "try-12");

    assert_int_equal(at.intent.kind, RP_INTENT_TRY);
    assert_int_equal(at.intent.index, 12);
    close(&at);
}

/* ----------------------------------------------------------------- states */

static void a_file_that_does_not_load_says_what_to_do(void **state)
{
    char id[ID_MAX];
    desk at;
    (void)state;
    open(&at, &plain, STUDIO_SHOWS_FAULT);

    focused(&at, id);
    assert_string_equal(id, "fault-edit");
    assert_true(is_there(&at, "clsoe"));
    assert_true(is_there(&at, "Calls that were played keep"));
    press(&at, UI_KEY_ENTER);

    assert_int_equal(at.intent.kind, RP_INTENT_EDIT);
    assert_int_equal(at.intent.index, 142);
    close(&at);
}

static void without_dot_the_turns_stand_in_a_list(void **state)
{
    desk at;
    (void)state;
    open(&at, &plain, STUDIO_HAS_NO_DOT);

    assert_true(is_there(&at, "Graphviz is not installed"));
    click(&at, "graph.story");

    assert_int_equal(at.intent.kind, RP_INTENT_PREVIEW);
    assert_string_equal(at.text, "story");
    close(&at);
}

static void the_place_in_the_graph_outlives_a_visit_elsewhere(void **state)
{
    desk at;
    ui_node_info before;
    ui_node_info after;
    (void)state;
    open(&at, &plain, STUDIO_SHOWS_ALL);
    press(&at, UI_KEY_F8);
    ui_node_at(at.journey.ui, ui_node_find(at.journey.ui, "graph.stopgap"),
               &before);

    studio_show_place(&at.journey, RP_AT_HOME);
    frames(&at);
    assert_true(ui_node_find(at.journey.ui, "graph") < 0);
    studio_show_place(&at.journey, RP_AT_STUDIO);
    frames(&at);

    ui_node_at(at.journey.ui, ui_node_find(at.journey.ui, "graph.stopgap"),
               &after);
    assert_true(after.is_selected);
    assert_int_equal(after.box.x, before.box.x);
    close(&at);
}

/* ----------------------------------------------------------------- speech */

static void check_speech(const char *language, const char *name)
{
    static char golden[SPOKEN_TEXT_MAX];
    journey_look look = plain;
    rp_text spoken;
    desk at;

    look.language = language;
    spoken_golden(name, golden);
    rp_text_init(&spoken, rp_alloc_default());
    open(&at, &look, STUDIO_SHOWS_ALL);
    spoken_screen(&at.journey, &spoken);
    spoken_keep(name, &spoken);
    bool is_same = strlen(golden) == spoken.length &&
                   memcmp(golden, spoken.bytes, spoken.length) == 0;
    rp_text_clear(&spoken);
    close(&at);
    if (!is_same) {
        fail_msg("%s differs from what was spoken, %s/%s", name, RP_BUILD_DIR,
                 name);
    }
}

static void the_studio_is_spoken_in_english(void **state)
{
    (void)state;
    check_speech("en", "speech-studio-en.txt");
}

static void the_studio_is_spoken_in_chinese(void **state)
{
    (void)state;
    check_speech("zh", "speech-studio-zh.txt");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ctrl_b_checks),
        cmocka_unit_test(another_scenario_is_studied_at_a_click),
        cmocka_unit_test(the_filter_leaves_what_has_its_letters),
        cmocka_unit_test(f8_selects_a_problem_and_its_box),
        cmocka_unit_test(f8_finds_the_problems_in_a_narrow_window_too),
        cmocka_unit_test(enter_on_a_problem_opens_its_line),
        cmocka_unit_test(ctrl_e_opens_the_file_where_no_problem_is_selected),
        cmocka_unit_test(f5_previews_the_box_the_arrows_led_to),
        cmocka_unit_test(another_moment_asks_for_the_same_turn),
        cmocka_unit_test(a_reply_is_tried_at_a_click),
        cmocka_unit_test(a_file_that_does_not_load_says_what_to_do),
        cmocka_unit_test(without_dot_the_turns_stand_in_a_list),
        cmocka_unit_test(the_place_in_the_graph_outlives_a_visit_elsewhere),
        cmocka_unit_test(the_studio_is_spoken_in_english),
        cmocka_unit_test(the_studio_is_spoken_in_chinese),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
