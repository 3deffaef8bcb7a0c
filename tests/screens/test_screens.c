/*
 * Every screen as a tree, in both languages, at the sizes and text scales the
 * design names: nothing cut off, nothing overlapping, everything that can be
 * operated has a name and can be reached by keyboard.
 */
#include <stdio.h>
#include <string.h>

#include "journey.h"
#include "support/test.h"
#include "ui/ui_draw.h"

enum {
    FOCUS_MAX = 256
};

static const journey_look looks[] = {
    {"en", "100", "light", 1280, 800},  {"zh", "100", "light", 1280, 800},
    {"en", "100", "dark", 1024, 640},   {"zh", "100", "dark", 1024, 640},
    {"en", "100", "light", 1920, 1080}, {"zh", "100", "contrast", 1920, 1080},
    {"en", "150", "light", 1280, 800},  {"zh", "150", "light", 1280, 800},
    {"en", "200", "light", 1280, 800},  {"zh", "200", "contrast", 1280, 800},
};

typedef struct moment_row {
    const char *name;
    void (*reach)(journey_run *journey);
} moment_row;

static void at_home(journey_run *journey)
{
    (void)journey;
}

static void at_library(journey_run *journey)
{
    journey_act(journey,
                (rp_intent){.kind = RP_INTENT_GO, .index = RP_AT_LIBRARY});
}

static void at_settings(journey_run *journey)
{
    screens_open(journey->frames.screens, "settings");
    journey_rest(journey);
}

static void at_shortcuts(journey_run *journey)
{
    screens_open(journey->frames.screens, "shortcuts");
    journey_rest(journey);
}

static void at_call(journey_run *journey)
{
    journey_open(journey);
    journey_pick_up(journey);
}

static void at_desk(journey_run *journey)
{
    at_call(journey);
    journey_key(journey, UI_KEY_F3);
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

static void at_resume(journey_run *journey)
{
    at_call(journey);
    const rp_call_view *call = &rp_app_view(journey->app)->call;
    journey_act(journey, (rp_intent){.kind = RP_INTENT_SAY,
                                     .index = call->replies[0].choice});
    journey_act(journey, (rp_intent){.kind = RP_INTENT_LEAVE});
    assert_true(ui_node_find(journey->ui, "resume") >= 0);
}

static void at_pinning(journey_run *journey)
{
    at_call(journey);
    journey_key(journey, 'p');
    journey_key(journey, '1');
    assert_int_equal(rp_app_view(journey->app)->call.note_count, 1);
    journey_key(journey, 'p');
}

static void at_hint(journey_run *journey)
{
    at_call(journey);
    journey_key(journey, '?');
    assert_non_null(rp_app_view(journey->app)->call.hint);
}

static void at_leaving(journey_run *journey)
{
    at_call(journey);
    screens_open(journey->frames.screens, "leave");
    journey_rest(journey);
}

static void at_long_briefing(journey_run *journey)
{
    journey_open_file(journey, "screens/long-name.json");
}

static void at_long_call(journey_run *journey)
{
    at_long_briefing(journey);
    journey_pick_up(journey);
}

/* A scenario nobody can play: the library says what is wrong with it. */
static void at_faults(journey_run *journey)
{
    rp_intent open = {.kind = RP_INTENT_OPEN,
                      .text = RP_SOURCE_DIR
                      "/tests/fixtures/app/packs/small/broken.json"};

    (void)rp_app_act(journey->app, &open, NULL);
    journey_rest(journey);
    assert_true(ui_node_find(journey->ui, "faults") >= 0);
}

static const moment_row moments[] = {
    {"home", at_home},
    {"library", at_library},
    {"settings", at_settings},
    {"shortcuts", at_shortcuts},
    {"briefing", journey_open},
    {"call", at_call},
    {"desk", at_desk},
    {"form", at_form},
    {"debrief", at_debrief},
    {"resume", at_resume},
    {"pinning", at_pinning},
    {"hint", at_hint},
    {"leaving", at_leaving},
    {"long name", at_long_call},
    {"long briefing", at_long_briefing},
    {"faults", at_faults},
};

static bool overlap(const ui_rect *a, const ui_rect *b)
{
    return a->x < b->x + b->w && b->x < a->x + a->w && a->y < b->y + b->h &&
           b->y < a->y + a->h && a->w > 0 && a->h > 0 && b->w > 0 && b->h > 0;
}

static bool is_inside(const ui_context *ui, int index, int ancestor)
{
    ui_node_info info;

    for (int at = index; at >= 0; at = info.parent) {
        if (at == ancestor) {
            return true;
        }
        ui_node_at(ui, at, &info);
    }
    return false;
}

static void check_texts(const journey_run *journey, const char *where)
{
    ui_node_info node;

    for (int i = 0; i < ui_node_count(journey->ui); i++) {
        ui_node_at(journey->ui, i, &node);
        if (node.is_cut) {
            fail_msg("%s: cut off: %s", where, node.label);
        }
        bool is_beyond = node.is_text && !node.is_floating && node.seen.w > 0 &&
                         node.box.x + node.box.w > journey->surface.width_px;
        if (is_beyond) {
            fail_msg("%s: beyond the window: %s", where, node.label);
        }
    }
}

/* Two texts, or two controls, never share a pixel of the same layer. */
static void check_overlaps(const journey_run *journey, const char *where)
{
    ui_node_info a;
    ui_node_info b;
    int count = ui_node_count(journey->ui);

    for (int i = 0; i < count; i++) {
        ui_node_at(journey->ui, i, &a);
        if (!a.is_text && !a.is_focusable) {
            continue;
        }
        for (int k = i + 1; k < count; k++) {
            ui_node_at(journey->ui, k, &b);
            bool is_pair =
                (a.is_text && b.is_text) || (a.is_focusable && b.is_focusable);
            if (is_pair && a.is_floating == b.is_floating &&
                overlap(&a.seen, &b.seen) && !is_inside(journey->ui, k, i)) {
                fail_msg("%s: \"%s\" lies on \"%s\"", where,
                         a.label != NULL ? a.label : a.id,
                         b.label != NULL ? b.label : b.id);
            }
        }
    }
}

static void check_controls(const journey_run *journey, const char *where)
{
    int order[FOCUS_MAX];
    int count = ui_focus_order(journey->ui, order, FOCUS_MAX);
    rp_text spoken;

    rp_text_init(&spoken, rp_alloc_default());
    assert_in_range(count, 1, FOCUS_MAX);
    for (int i = 0; i < count; i++) {
        ui_node_info node;
        ui_node_at(journey->ui, order[i], &node);
        if (node.label == NULL || node.label[0] == '\0') {
            fail_msg("%s: %s has no name", where, node.id);
        }
        if (node.role == UI_ROLE_NONE) {
            fail_msg("%s: %s has no role", where, node.id);
        }
        ui_spoken(journey->ui, order[i], &spoken);
        assert_true(spoken.length > 0);
    }
    if (ui_focused_node(journey->ui) < 0) {
        fail_msg("%s: nothing has the focus on arrival", where);
    }
    if (ui_duplicate_id(journey->ui) != NULL) {
        fail_msg("%s: declared twice: %s", where, ui_duplicate_id(journey->ui));
    }
    rp_text_clear(&spoken);
}

static void focused_id(const journey_run *journey, char *id, size_t size)
{
    int index = ui_focused_node(journey->ui);
    ui_node_info node = {.id = NULL};

    if (index >= 0) {
        ui_node_at(journey->ui, index, &node);
    }
    (void)snprintf(id, size, "%s", node.id != NULL ? node.id : "");
}

/* Reading order is focus order: Tab walks it and comes round. */
static void check_tab_walk(journey_run *journey, const char *where)
{
    int order[FOCUS_MAX];
    int count = ui_focus_order(journey->ui, order, FOCUS_MAX);
    char first[64];
    char now[64];
    int steps = 0;

    focused_id(journey, first, sizeof first);
    do {
        journey_key(journey, UI_KEY_TAB);
        focused_id(journey, now, sizeof now);
        steps++;
    } while (strcmp(first, now) != 0 && steps <= count + 4);
    if (strcmp(first, now) != 0) {
        fail_msg("%s: Tab never comes round to %s", where, first);
    }
}

static void check_moment(const moment_row *moment, const journey_look *look)
{
    journey_run journey;
    char where[128];

    (void)snprintf(where, sizeof where, "%s %s %dx%d %s%%", moment->name,
                   look->language, look->width, look->height,
                   look->text_percent);
    journey_begin(&journey, look);
    moment->reach(&journey);
    check_texts(&journey, where);
    check_overlaps(&journey, where);
    check_controls(&journey, where);
    check_tab_walk(&journey, where);
    journey_end(&journey);
}

static void check_all(size_t look_idx)
{
    for (size_t i = 0; i < sizeof moments / sizeof moments[0]; i++) {
        check_moment(&moments[i], &looks[look_idx]);
    }
}

#define LOOK_TEST(name, index)     \
    static void name(void **state) \
    {                              \
        (void)state;               \
        check_all(index);          \
    }

LOOK_TEST(every_screen_holds_in_english_at_1280, 0)
LOOK_TEST(every_screen_holds_in_chinese_at_1280, 1)
LOOK_TEST(every_screen_holds_in_english_at_1024, 2)
LOOK_TEST(every_screen_holds_in_chinese_at_1024, 3)
LOOK_TEST(every_screen_holds_in_english_at_1920, 4)
LOOK_TEST(every_screen_holds_in_chinese_at_1920, 5)
LOOK_TEST(every_screen_holds_in_english_at_150_percent, 6)
LOOK_TEST(every_screen_holds_in_chinese_at_150_percent, 7)
LOOK_TEST(every_screen_holds_in_english_at_200_percent, 8)
LOOK_TEST(every_screen_holds_in_chinese_at_200_percent, 9)

static void language_changes_live_in_the_middle_of_a_call(void **state)
{
    journey_run journey;
    ui_node_info node;
    (void)state;
    journey_begin(&journey, &looks[0]);
    at_call(&journey);

    journey_act(&journey, (rp_intent){.kind = RP_INTENT_SETTING,
                                      .text = "language",
                                      .value = "zh"});

    int leave = ui_node_find(journey.ui, "leave");
    assert_true(leave >= 0);
    ui_node_at(journey.ui, leave, &node);
    assert_true((unsigned char)node.label[0] >= 0xE4);
    journey_end(&journey);
}

static void the_call_stands_still_while_the_keys_are_read(void **state)
{
    journey_run journey;
    (void)state;
    journey_begin(&journey, &looks[0]);
    at_call(&journey);

    journey_key(&journey, UI_KEY_F1);
    uint32_t clock_ms = rp_app_view(journey.app)->call.clock_ms;
    journey_wait(&journey, 60000);

    assert_int_equal(rp_app_view(journey.app)->call.clock_ms, clock_ms);
    journey_key(&journey, UI_KEY_ESCAPE);
    assert_false(rp_app_view(journey.app)->call.is_paused);
    journey_end(&journey);
}

static void nothing_is_due_while_nobody_does_anything(void **state)
{
    journey_run journey;
    uint32_t at_ms = 0;
    (void)state;
    journey_begin(&journey, &looks[0]);
    journey_open(&journey);

    uint64_t hash = ui_drawing(journey.ui).hash;
    journey_wait(&journey, 60000);

    assert_false(ui_next_wake(journey.ui, &at_ms));
    assert_false(journey.client.wants_wake_at(journey.client.user, &at_ms));
    assert_true(ui_drawing(journey.ui).hash == hash);
    journey_end(&journey);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_screen_holds_in_english_at_1280),
        cmocka_unit_test(every_screen_holds_in_chinese_at_1280),
        cmocka_unit_test(every_screen_holds_in_english_at_1024),
        cmocka_unit_test(every_screen_holds_in_chinese_at_1024),
        cmocka_unit_test(every_screen_holds_in_english_at_1920),
        cmocka_unit_test(every_screen_holds_in_chinese_at_1920),
        cmocka_unit_test(every_screen_holds_in_english_at_150_percent),
        cmocka_unit_test(every_screen_holds_in_chinese_at_150_percent),
        cmocka_unit_test(every_screen_holds_in_english_at_200_percent),
        cmocka_unit_test(every_screen_holds_in_chinese_at_200_percent),
        cmocka_unit_test(language_changes_live_in_the_middle_of_a_call),
        cmocka_unit_test(the_call_stands_still_while_the_keys_are_read),
        cmocka_unit_test(nothing_is_due_while_nobody_does_anything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
