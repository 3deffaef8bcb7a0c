/*
 * Every screen as a tree, in both languages, at the sizes and text scales the
 * design names: nothing cut off, nothing overlapping, everything that can be
 * operated has a name and can be reached by keyboard.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "journey.h"
#include "record_show.h"
#include "studio_show.h"
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
    {"en", "100", "light", 2560, 1600}, {"zh", "100", "dark", 2560, 1600},
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

/* Nobody has practised yet: one conversation, and the language. */
static void at_first_run(journey_run *journey)
{
    journey_wait(journey, 1);
    assert_true(rp_app_view(journey->app)->home.is_first);
    assert_true(ui_node_find(journey->ui, "language.1") >= 0 ||
                ui_node_find(journey->ui, "look-around") >= 0);
}

static void at_used_home(journey_run *journey)
{
    practise(journey);
    journey_act(journey, (rp_intent){.kind = RP_INTENT_DISMISS});
    journey_act(journey,
                (rp_intent){.kind = RP_INTENT_GO, .index = RP_AT_HOME});
    for (int i = 0; i < 8; i++) {
        journey_wait(journey, 1);
    }
    journey_wait(journey, 5000); /* the toast is gone */
    const rp_home_view *home = &rp_app_view(journey->app)->home;
    assert_true(home->recent_count > 0);
    assert_int_equal(home->chapter_count, 8);
    assert_string_not_equal(home->chapters[0].title, "");
    assert_false(rp_app_has_preparations(journey->app));
}

static void at_ideas(journey_run *journey)
{
    at_used_home(journey);
    ui_focus(journey->ui, "other-ideas");
    journey_rest(journey);
    journey_key(journey, UI_KEY_ENTER);
    assert_true(ui_node_find(journey->ui, "ideas") >= 0);
}

static void at_used_library(journey_run *journey)
{
    at_used_home(journey);
    at_library(journey);
}

static void at_filter_list(journey_run *journey)
{
    at_used_library(journey);
    journey_key(journey, 'f');
    assert_true(ui_node_find(journey->ui, "filter-list") >= 0);
}

static void at_library_search(journey_run *journey)
{
    at_used_library(journey);
    journey_key(journey, '/');
    type_text(journey, "bill");
    assert_int_equal(rp_app_view(journey->app)->search.hit_count, 2);
    assert_true(ui_node_find(journey->ui, "open-billing-dispute") >= 0);
    assert_true(ui_node_find(journey->ui, "open-vague-request") < 0);
}

static void at_library_nothing(journey_run *journey)
{
    at_used_library(journey);
    journey_key(journey, '/');
    type_text(journey, "zzz");
    assert_true(ui_node_find(journey->ui, "clear-all") >= 0);
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

/* The middle of a call in each of the other channels. */
static void at_channel(journey_run *journey, const char *file)
{
    journey_open_file(journey, file);
    journey_pick_up(journey);
    journey_play(journey, 2);
}

#define CHANNEL_MOMENT(channel, id)                          \
    static void at_##channel(journey_run *journey)           \
    {                                                        \
        at_channel(journey, "screens/channels/" id ".json"); \
    }

CHANNEL_MOMENT(counter, "counter-queue")
CHANNEL_MOMENT(visit, "visit-corner")
CHANNEL_MOMENT(video, "video-tills")
CHANNEL_MOMENT(chat, "chat-router")
CHANNEL_MOMENT(email, "email-two-lines")
CHANNEL_MOMENT(social, "social-roaming")
CHANNEL_MOMENT(broadcast, "broadcast-flood")
CHANNEL_MOMENT(callback, "callback-closed")
CHANNEL_MOMENT(case_desk, "desk-queue")

static void at_video_desk(journey_run *journey)
{
    at_video(journey);
    journey_key(journey, UI_KEY_F2);
}

static void at_queue(journey_run *journey)
{
    at_case_desk(journey);
    journey_key(journey, UI_KEY_F2);
}

/* A chosen reply lies open as a letter. */
static void at_draft(journey_run *journey)
{
    at_email(journey);
    journey_key(journey, UI_KEY_ENTER);
    assert_true(ui_node_find(journey->ui, "send") >= 0);
}

/* Nobody to be seen: the briefing and the call show the channel instead. */
static void at_faceless_briefing(journey_run *journey)
{
    journey_open_file(journey, "screens/channels/broadcast-flood.json");
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

static void at_studio(journey_run *journey)
{
    studio_show(journey, STUDIO_SHOWS_ALL);
}

static void at_studio_problems(journey_run *journey)
{
    at_studio(journey);
    journey_key(journey, UI_KEY_F8);
}

static void at_studio_preview(journey_run *journey)
{
    at_studio(journey);
    journey_key(journey, UI_KEY_F5);
}

static void at_studio_list(journey_run *journey)
{
    studio_show(journey, STUDIO_HAS_NO_DOT);
}

static void at_studio_busy(journey_run *journey)
{
    studio_show(journey, STUDIO_IS_BUSY);
}

static void at_studio_fault(journey_run *journey)
{
    studio_show(journey, STUDIO_SHOWS_FAULT);
}

static void at_studio_empty(journey_run *journey)
{
    studio_show(journey, STUDIO_IS_EMPTY);
}

static const moment_row moments[] = {
    {"home", at_home},
    {"first run", at_first_run},
    {"home in use", at_used_home},
    {"other ideas", at_ideas},
    {"library", at_library},
    {"library in use", at_used_library},
    {"library, filter list", at_filter_list},
    {"library, search", at_library_search},
    {"library, nothing found", at_library_nothing},
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
    {"record", at_record},
    {"record empty", at_record_empty},
    {"record nothing fits", at_record_nothing_fits},
    {"record scenarios", at_record_scenarios},
    {"record picking", at_record_picking},
    {"past debrief", at_past_debrief},
    {"past unfinished", at_past_unfinished},
    {"guide", at_guide},
    {"guide search", at_guide_search},
    {"guide from debrief", at_guide_from_debrief},
    {"palette", at_palette},
    {"palette search", at_palette_search},
    {"palette in call", at_palette_in_call},
    {"counter", at_counter},
    {"visit", at_visit},
    {"video", at_video},
    {"video desk", at_video_desk},
    {"chat", at_chat},
    {"email", at_email},
    {"draft", at_draft},
    {"social", at_social},
    {"broadcast", at_broadcast},
    {"faceless briefing", at_faceless_briefing},
    {"callback", at_callback},
    {"case desk", at_case_desk},
    {"queue", at_queue},
    {"exam", at_counter},
    {"exam desk", at_desk},
    {"studio", at_studio},
    {"studio problems", at_studio_problems},
    {"studio preview", at_studio_preview},
    {"studio without dot", at_studio_list},
    {"studio busy", at_studio_busy},
    {"studio fault", at_studio_fault},
    {"studio empty", at_studio_empty},
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

/* What has the focus was scrolled to: nothing lies where nobody gets. */
static void check_in_view(const journey_run *journey, const char *where)
{
    ui_node_info node = {.id = NULL};
    int index = ui_focused_node(journey->ui);

    /* At twice the size a desk panel may lie over the replies. */
    if (index < 0 || rp_app_settings(journey->app)->text_percent >= 200) {
        return;
    }
    ui_node_at(journey->ui, index, &node);
    bool is_below = node.seen.y + node.seen.h > journey->surface.height_px;
    if (node.seen.w <= 0 || node.seen.h <= 0 || is_below) {
        fail_msg("%s: %s has the focus and cannot be seen", where, node.id);
    }
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
        check_in_view(journey, where);
        steps++;
    } while (strcmp(first, now) != 0 && steps <= count + 4);
    if (strcmp(first, now) != 0) {
        fail_msg("%s: Tab never comes round to %s", where, first);
    }
}

/* A display of twice the pixels: the looks that are as large as that. */
static int scale_of(const journey_look *look)
{
    return look->width >= 2560 ? 200 : 100;
}

/* Large enough for a finger or an unsteady hand (WCAG 2.2, 2.5.8: 24 by 24,
 * or as much room around it; marks of 20 stand in rows of their own). */
static void check_targets(const journey_run *journey, const char *where)
{
    enum {
        LEAST_PX = 18
    };

    int order[FOCUS_MAX];
    int count = ui_focus_order(journey->ui, order, FOCUS_MAX);
    int least = LEAST_PX * journey->surface.scale_percent / 100;

    for (int i = 0; i < count && i < FOCUS_MAX; i++) {
        ui_node_info node;
        ui_node_at(journey->ui, order[i], &node);
        if (node.box.w < least || node.box.h < least) {
            fail_msg("%s: %s is %d by %d, too small to hit", where, node.id,
                     node.box.w, node.box.h);
        }
    }
}

static void check_moment(const moment_row *moment, const journey_look *look)
{
    journey_run journey;
    char where[128];

    (void)snprintf(where, sizeof where, "%s %s %dx%d %s%%", moment->name,
                   look->language, look->width, look->height,
                   look->text_percent);
    journey_as_exam(strncmp(moment->name, "exam", 4) == 0);
    journey_begin(&journey, look);
    journey.surface.scale_percent = scale_of(look);
    journey_as_exam(false);
    journey_rest(&journey);
    moment->reach(&journey);
    check_texts(&journey, where);
    check_overlaps(&journey, where);
    check_controls(&journey, where);
    check_targets(&journey, where);
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
LOOK_TEST(every_screen_holds_in_english_on_a_fine_display, 10)
LOOK_TEST(every_screen_holds_in_chinese_on_a_fine_display, 11)

static void every_screen_holds_with_wider_spacing(void **state)
{
    (void)state;
    journey_spaced(true);
    check_all(0);
    check_all(1);
    journey_spaced(false);
}

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
        cmocka_unit_test(every_screen_holds_in_english_on_a_fine_display),
        cmocka_unit_test(every_screen_holds_in_chinese_on_a_fine_display),
        cmocka_unit_test(every_screen_holds_with_wider_spacing),
        cmocka_unit_test(language_changes_live_in_the_middle_of_a_call),
        cmocka_unit_test(the_call_stands_still_while_the_keys_are_read),
        cmocka_unit_test(nothing_is_due_while_nobody_does_anything),
    };
    /* So that the looks can be tried side by side. */
    if (getenv("RP_ONLY") != NULL) {
        cmocka_set_test_filter(getenv("RP_ONLY"));
    }
    if (getenv("RP_SKIP") != NULL) {
        cmocka_set_skip_filter(getenv("RP_SKIP"));
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
