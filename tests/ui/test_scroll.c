#include "support/test.h"
#include "ui/ui_kit.h"

typedef struct sample {
    int rows;
    bool keeps_end;
} sample;

static void screen(ui_context *ui, void *user)
{
    const sample *state = user;
    ui_begin_scroll(
        ui, &(ui_scroll_spec){.box = {.id = "list", .height = {.px = 200}},
                              .keeps_end = state->keeps_end,
                              .takes_pages = true});
    for (int i = 0; i < state->rows; i++) {
        ui_begin_row(ui, &(ui_box){.id = ui_format(ui, "row-%d", i),
                                   .height = {.px = 40}});
        ui_end(ui);
    }
    ui_end(ui);
}

static int top_of(const ui_kit *kit, const char *id)
{
    return kit_node(kit, id).box.y;
}

static void the_wheel_scrolls_what_is_under_the_pointer(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {.rows = 20};
    kit_open(&kit, screen, &state);

    ui_post(kit.ui, &(ui_event){.kind = UI_EVENT_MOVE, .x = 10, .y = 500});
    ui_post(kit.ui, &(ui_event){.kind = UI_EVENT_WHEEL, .amount = -1});
    kit_frame(&kit);
    assert_int_equal(top_of(&kit, "row-0"), 0);
    ui_post(kit.ui, &(ui_event){.kind = UI_EVENT_MOVE, .x = 10, .y = 100});
    ui_post(kit.ui, &(ui_event){.kind = UI_EVENT_WHEEL, .amount = -1});
    kit_frame(&kit);

    assert_int_equal(top_of(&kit, "row-0"), -60);
    kit_close(&kit);
}

static void page_keys_scroll_and_stop_at_the_ends(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {.rows = 20};
    kit_open(&kit, screen, &state);

    kit_key(&kit, UI_KEY_PAGE_DOWN);
    assert_int_equal(top_of(&kit, "row-0"), -180);
    kit_key(&kit, UI_KEY_END);
    assert_int_equal(top_of(&kit, "row-19"), 160);
    kit_key(&kit, UI_KEY_PAGE_DOWN);
    assert_int_equal(top_of(&kit, "row-19"), 160);
    kit_key(&kit, UI_KEY_HOME);

    assert_int_equal(top_of(&kit, "row-0"), 0);
    kit_close(&kit);
}

static void a_transcript_stays_at_its_end_until_scrolled(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {.rows = 10, .keeps_end = true};
    kit_open(&kit, screen, &state);
    assert_int_equal(top_of(&kit, "row-9"), 160);

    state.rows = 11;
    kit_frame(&kit);
    assert_int_equal(top_of(&kit, "row-10"), 160);
    kit_key(&kit, UI_KEY_PAGE_UP);
    int before = top_of(&kit, "row-0");
    state.rows = 12;
    kit_frame(&kit);

    assert_int_equal(top_of(&kit, "row-0"), before);
    kit_close(&kit);
}

static void the_thumb_can_be_dragged(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {.rows = 20};
    kit_open(&kit, screen, &state);

    ui_post(kit.ui, &(ui_event){.kind = UI_EVENT_DOWN, .x = 1273, .y = 10});
    ui_post(kit.ui, &(ui_event){.kind = UI_EVENT_MOVE, .x = 1273, .y = 400});
    ui_post(kit.ui, &(ui_event){.kind = UI_EVENT_UP, .x = 1273, .y = 400});
    kit_frame(&kit);

    assert_int_equal(top_of(&kit, "row-19"), 160);
    kit_close(&kit);
}

static void lines_to_stand_on(ui_context *ui, void *user)
{
    (void)user;
    ui_begin_scroll(
        ui, &(ui_scroll_spec){.box = {.id = "list", .height = {.px = 200}},
                              .keeps_end = true});
    for (int i = 0; i < 20; i++) {
        (void)ui_button(ui, &(ui_button_spec){.id = ui_format(ui, "b-%d", i),
                                              .label = "x"});
    }
    ui_end(ui);
}

static void an_earlier_line_with_the_focus_stays_in_sight(void **unused)
{
    (void)unused;
    ui_kit kit;
    kit_open(&kit, lines_to_stand_on, NULL);

    ui_focus(kit.ui, "b-2");
    kit_later(&kit, 16);
    kit_later(&kit, 1000);

    assert_string_equal(kit_focus(&kit), "b-2");
    assert_true(kit_node(&kit, "b-2").seen.h > 0);
    kit_close(&kit);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_wheel_scrolls_what_is_under_the_pointer),
        cmocka_unit_test(page_keys_scroll_and_stop_at_the_ends),
        cmocka_unit_test(a_transcript_stays_at_its_end_until_scrolled),
        cmocka_unit_test(the_thumb_can_be_dragged),
        cmocka_unit_test(an_earlier_line_with_the_focus_stays_in_sight),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
