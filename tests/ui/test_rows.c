/*
 * Long lists: what is near the window is declared, and keyboard, scroll bar
 * and speech behave as if all of it were.
 */
#include <stdio.h>
#include <string.h>

#include "support/test.h"
#include "ui/ui_internal.h"
#include "ui/ui_kit.h"

enum {
    ROW_PX = 40,
    VIEW_PX = 400,
    FAR = 9000
};

typedef struct sample {
    uint32_t count;
    int16_t columns;
    uint32_t wanted;
    uint32_t tall_from; /* items from here are twice as high; 0: none */
    uint32_t declared;
} sample;

static void screen(ui_context *ui, void *user)
{
    sample *state = user;

    state->declared = 0;
    ui_screen(ui, "rows", "item-0");
    ui_rows rows =
        ui_begin_rows(ui, &(ui_rows_spec){.box = {.id = "list",
                                                  .label = "All",
                                                  .width = {.px = 600},
                                                  .height = {.px = VIEW_PX}},
                                          .count = state->count,
                                          .columns = state->columns,
                                          .row_px = ROW_PX,
                                          .wanted = state->wanted});
    for (uint32_t item = 0; ui_next_item(ui, &rows, &item);) {
        bool is_tall = state->tall_from > 0 && item >= state->tall_from;
        (void)ui_begin_press(
            ui, &(ui_press_spec){
                    .box = {.id = ui_format(ui, "item-%u", (unsigned)item),
                            .pad = ui_pad_none(),
                            .height = {.min = is_tall ? 2 * ROW_PX : ROW_PX}},
                    .label = ui_format(ui, "Item %u", (unsigned)item)});
        ui_end(ui);
        state->declared++;
    }
    ui_end_rows(ui, &rows);
}

static void open_list(ui_kit *kit, sample *state)
{
    kit_open(kit, screen, state);
    kit_later(kit, 1);
}

static bool is_declared(const ui_kit *kit, const char *id)
{
    return ui_node_find(kit->ui, id) >= 0;
}

static void expect_seen(const ui_kit *kit, const char *id)
{
    ui_node_info node = kit_node(kit, id);

    assert_true(node.box.y >= 0);
    assert_true(node.box.y + node.box.h <= VIEW_PX);
}

static void ten_thousand_items_declare_a_windowful(void **unused)
{
    ui_kit kit;
    sample state = {.count = 10000};

    (void)unused;
    open_list(&kit, &state);
    assert_true(state.declared >= VIEW_PX / ROW_PX);
    assert_true(state.declared < 20);
    assert_true(is_declared(&kit, "item-9"));
    assert_false(is_declared(&kit, "item-50"));
    kit_close(&kit);
}

static void the_area_is_as_long_as_all_of_them(void **unused)
{
    ui_kit kit;
    sample state = {.count = 10000};

    (void)unused;
    open_list(&kit, &state);
    kit_key(&kit, UI_KEY_END);
    kit_later(&kit, 1);
    const ui_memory *memory = ui_recall(kit.ui, ui_hash("list"));
    assert_int_equal(memory->extent_px, 10000 * ROW_PX);
    assert_int_equal(memory->scroll_px, 10000 * ROW_PX - VIEW_PX);
    kit_close(&kit);
}

static void arrows_walk_on_where_nothing_was_declared(void **unused)
{
    ui_kit kit;
    sample state = {.count = 10000};

    (void)unused;
    open_list(&kit, &state);
    for (int i = 0; i < 300; i++) {
        kit_key(&kit, UI_KEY_DOWN);
    }
    assert_string_equal(kit_focus(&kit), "item-300");
    expect_seen(&kit, "item-300");
    kit_key(&kit, UI_KEY_UP);
    assert_string_equal(kit_focus(&kit), "item-299");
    kit_close(&kit);
}

static void a_grid_is_walked_in_four_directions(void **unused)
{
    ui_kit kit;
    sample state = {.count = 1000, .columns = 3};

    (void)unused;
    open_list(&kit, &state);
    kit_key(&kit, UI_KEY_RIGHT);
    kit_key(&kit, UI_KEY_DOWN);
    assert_string_equal(kit_focus(&kit), "item-4");
    for (int i = 0; i < 100; i++) {
        kit_key(&kit, UI_KEY_DOWN);
    }
    assert_string_equal(kit_focus(&kit), "item-304");
    kit_key(&kit, UI_KEY_LEFT);
    assert_string_equal(kit_focus(&kit), "item-303");
    kit_close(&kit);
}

static void page_keys_move_the_focus_by_windowfuls(void **unused)
{
    ui_kit kit;
    sample state = {.count = 10000};

    (void)unused;
    open_list(&kit, &state);
    kit_key(&kit, UI_KEY_PAGE_DOWN);
    assert_string_equal(kit_focus(&kit), "item-9");
    kit_key(&kit, UI_KEY_PAGE_DOWN);
    assert_string_equal(kit_focus(&kit), "item-18");
    expect_seen(&kit, "item-18");
    kit_key(&kit, UI_KEY_END);
    assert_string_equal(kit_focus(&kit), "item-9999");
    expect_seen(&kit, "item-9999");
    kit_key(&kit, UI_KEY_PAGE_UP);
    assert_string_equal(kit_focus(&kit), "item-9990");
    kit_key(&kit, UI_KEY_HOME);
    assert_string_equal(kit_focus(&kit), "item-0");
    expect_seen(&kit, "item-0");
    kit_close(&kit);
}

static void the_focus_stays_when_the_wheel_leaves_it_behind(void **unused)
{
    ui_kit kit;
    sample state = {.count = 10000};

    (void)unused;
    open_list(&kit, &state);
    kit_key(&kit, UI_KEY_DOWN);
    ui_post(kit.ui, &(ui_event){.kind = UI_EVENT_MOVE, .x = 10, .y = 100});
    for (int i = 0; i < 100; i++) {
        ui_post(kit.ui, &(ui_event){.kind = UI_EVENT_WHEEL, .amount = -1});
        kit_frame(&kit);
    }
    assert_string_equal(kit_focus(&kit), "item-1");
    assert_true(is_declared(&kit, "item-150"));
    assert_false(is_declared(&kit, "item-60"));
    assert_true(state.declared < 20);
    kit_key(&kit, UI_KEY_DOWN);
    kit_later(&kit, 1);
    assert_string_equal(kit_focus(&kit), "item-149");
    expect_seen(&kit, "item-149");
    kit_close(&kit);
}

static void readers_hear_the_place_among_all(void **unused)
{
    ui_kit kit;
    sample state = {.count = 10000};
    rp_text out;

    (void)unused;
    open_list(&kit, &state);
    kit_key(&kit, UI_KEY_END);
    rp_text_init(&out, rp_alloc_default());
    ui_spoken(kit.ui, ui_focused_node(kit.ui), &out);
    assert_string_equal(out.bytes, "Item 9999, 10000 of 10000");
    rp_text_clear(&out);
    kit_close(&kit);
}

static void an_item_far_off_can_be_focused_by_its_id(void **unused)
{
    ui_kit kit;
    sample state = {.count = 10000, .wanted = FAR + 1};

    (void)unused;
    open_list(&kit, &state);
    assert_true(is_declared(&kit, "item-9000"));
    ui_focus(kit.ui, "item-9000");
    kit_later(&kit, 1);
    kit_later(&kit, 1);
    assert_string_equal(kit_focus(&kit), "item-9000");
    expect_seen(&kit, "item-9000");
    assert_true(is_declared(&kit, "item-9001"));
    kit_close(&kit);
}

/* Rows that turn out higher make all rows as high; nothing overlaps. */
static void higher_rows_make_all_as_high(void **unused)
{
    ui_kit kit;
    sample state = {.count = 1000, .tall_from = 500};

    (void)unused;
    open_list(&kit, &state);
    assert_int_equal(kit_node(&kit, "item-1").box.y, ROW_PX);
    kit_key(&kit, UI_KEY_END);
    for (int i = 0; i < 4; i++) {
        kit_later(&kit, 1);
    }
    expect_seen(&kit, "item-999");
    assert_int_equal(kit_node(&kit, "item-999").box.y -
                         kit_node(&kit, "item-998").box.y,
                     2 * ROW_PX);
    kit_key(&kit, UI_KEY_HOME);
    kit_later(&kit, 1);
    assert_int_equal(kit_node(&kit, "item-1").box.y -
                         kit_node(&kit, "item-0").box.y,
                     2 * ROW_PX);
    kit_close(&kit);
}

static void few_and_none_are_lists_too(void **unused)
{
    ui_kit kit;
    sample state = {.count = 2, .columns = 3};

    (void)unused;
    open_list(&kit, &state);
    assert_int_equal(state.declared, 2);
    kit_key(&kit, UI_KEY_PAGE_DOWN);
    assert_string_equal(kit_focus(&kit), "item-1");
    state.count = 0;
    kit_later(&kit, 1);
    assert_int_equal(state.declared, 0);
    kit_close(&kit);
}

/* A day of scrolling leaves ten thousand ids behind; none of them is lost
 * room. */
static void scrolling_through_all_of_them_runs_out_of_nothing(void **unused)
{
    ui_kit kit;
    sample state = {.count = 10000};

    (void)unused;
    open_list(&kit, &state);
    for (int i = 0; i < 550; i++) {
        kit_key(&kit, UI_KEY_PAGE_DOWN);
        kit_key(&kit, UI_KEY_PAGE_DOWN);
    }
    assert_false(ui_failed(kit.ui));
    assert_string_equal(kit_focus(&kit), "item-9900");
    kit_close(&kit);
}

static void scrolling_takes_no_memory_once_warm(void **unused)
{
    ui_kit kit;
    sample state = {.count = 10000};

    (void)unused;
    open_list(&kit, &state);
    for (int i = 0; i < 30; i++) {
        kit_key(&kit, UI_KEY_PAGE_DOWN);
    }
    size_t before = kit.requests;
    for (int i = 0; i < 200; i++) {
        kit_key(&kit, UI_KEY_PAGE_DOWN);
    }
    assert_int_equal(kit.requests, before);
    kit_close(&kit);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ten_thousand_items_declare_a_windowful),
        cmocka_unit_test(the_area_is_as_long_as_all_of_them),
        cmocka_unit_test(arrows_walk_on_where_nothing_was_declared),
        cmocka_unit_test(a_grid_is_walked_in_four_directions),
        cmocka_unit_test(page_keys_move_the_focus_by_windowfuls),
        cmocka_unit_test(the_focus_stays_when_the_wheel_leaves_it_behind),
        cmocka_unit_test(readers_hear_the_place_among_all),
        cmocka_unit_test(an_item_far_off_can_be_focused_by_its_id),
        cmocka_unit_test(higher_rows_make_all_as_high),
        cmocka_unit_test(few_and_none_are_lists_too),
        cmocka_unit_test(scrolling_through_all_of_them_runs_out_of_nothing),
        cmocka_unit_test(scrolling_takes_no_memory_once_warm),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
