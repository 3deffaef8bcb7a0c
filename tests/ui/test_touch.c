#include <string.h>

#include "support/test.h"
#include "ui/ui_kit.h"

typedef struct taps {
    int small;
    int wordless;
    int listed;
    int value;
} taps;

static void screen(ui_context *ui, void *user)
{
    taps *seen = user;

    ui_screen(ui, "touch", NULL);
    ui_begin_column(
        ui, &(ui_box){.pad = ui_pad_all(60), .gap = 60, .align = UI_START});
    seen->small += ui_button(ui, &(ui_button_spec){.id = "small",
                                                   .label = "Go",
                                                   .size = UI_BUTTON_TINY});
    seen->wordless += ui_button(ui, &(ui_button_spec){.id = "wordless",
                                                      .label = "Leave",
                                                      .icon = "leave",
                                                      .hides_label = true});
    seen->value = ui_slider(ui, &(ui_slider_spec){.id = "slider",
                                                  .label = "Volume",
                                                  .value = seen->value,
                                                  .max = 100,
                                                  .width = {.px = 200}});
    ui_begin_scroll(ui, &(ui_scroll_spec){.box = {.id = "list",
                                                  .width = {.px = 300},
                                                  .height = {.px = 200},
                                                  .label = "List"}});
    for (int i = 0; i < 20; i++) {
        seen->listed +=
            ui_button(ui, &(ui_button_spec){.id = ui_format(ui, "row-%d", i),
                                            .label = "Row"});
    }
    ui_end(ui);
    ui_end(ui);
}

static void touch(ui_kit *kit, ui_touch_phase phase, int x, int y)
{
    ui_post(kit->ui,
            &(ui_event){
                .kind = UI_EVENT_TOUCH, .x = x, .y = y, .amount = (int)phase});
    kit_frame(kit);
}

static void tap(ui_kit *kit, int x, int y)
{
    touch(kit, UI_TOUCH_DOWN, x, y);
    touch(kit, UI_TOUCH_UP, x, y);
}

static void a_tap_clicks_and_leaves_nothing_hovered(void **state)
{
    ui_kit kit;
    taps seen = {0};

    (void)state;
    kit_open(&kit, screen, &seen);
    ui_node_info node = kit_node(&kit, "small");
    tap(&kit, node.box.x + 5, node.box.y + 5);
    assert_int_equal(seen.small, 1);
    assert_false(kit_node(&kit, "small").is_hovered);
    kit_close(&kit);
}

static void a_tap_beside_a_small_control_is_meant_for_it(void **state)
{
    ui_kit kit;
    taps seen = {0};

    (void)state;
    kit_open(&kit, screen, &seen);
    ui_node_info node = kit_node(&kit, "small");
    assert_true(node.box.h < 44);
    int middle = node.box.y + node.box.h / 2;
    tap(&kit, node.box.x + 5, middle - 21);
    tap(&kit, node.box.x + 5, middle + 21);
    assert_int_equal(seen.small, 2);
    tap(&kit, node.box.x + 5, middle - 30);
    assert_int_equal(seen.small, 2);
    kit_close(&kit);
}

static void a_finger_that_moves_scrolls_and_does_not_click(void **state)
{
    ui_kit kit;
    taps seen = {0};

    (void)state;
    kit_open(&kit, screen, &seen);
    ui_node_info list = kit_node(&kit, "list");
    int x = list.box.x + 20;
    int y = list.box.y + 150;
    int before = kit_node(&kit, "row-5").box.y;
    touch(&kit, UI_TOUCH_DOWN, x, y);
    touch(&kit, UI_TOUCH_MOVE, x, y - 60);
    touch(&kit, UI_TOUCH_MOVE, x, y - 100);
    touch(&kit, UI_TOUCH_UP, x, y - 100);
    assert_int_equal(kit_node(&kit, "row-5").box.y, before - 100);
    assert_int_equal(seen.listed, 0);
    kit_close(&kit);
}

static void a_finger_drags_a_slider(void **state)
{
    ui_kit kit;
    taps seen = {0};

    (void)state;
    kit_open(&kit, screen, &seen);
    ui_node_info node = kit_node(&kit, "slider");
    int y = node.box.y + node.box.h / 2;
    touch(&kit, UI_TOUCH_DOWN, node.box.x + 20, y);
    touch(&kit, UI_TOUCH_MOVE, node.box.x + node.box.w, y + 40);
    touch(&kit, UI_TOUCH_UP, node.box.x + node.box.w, y + 40);
    assert_int_equal(seen.value, 100);
    kit_close(&kit);
}

static void a_resting_finger_tells_and_does_not_click(void **state)
{
    ui_kit kit;
    taps seen = {0};

    (void)state;
    kit_open(&kit, screen, &seen);
    ui_node_info node = kit_node(&kit, "wordless");
    int x = node.box.x + 5;
    int y = node.box.y + 5;
    touch(&kit, UI_TOUCH_DOWN, x, y);
    kit_later(&kit, 700);
    size_t with_tip = ui_drawing(kit.ui).count;
    touch(&kit, UI_TOUCH_UP, x, y);
    assert_int_equal(seen.wordless, 0);
    assert_true(ui_drawing(kit.ui).count < with_tip);
    tap(&kit, x, y);
    assert_int_equal(seen.wordless, 1);
    kit_close(&kit);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_tap_clicks_and_leaves_nothing_hovered),
        cmocka_unit_test(a_tap_beside_a_small_control_is_meant_for_it),
        cmocka_unit_test(a_finger_that_moves_scrolls_and_does_not_click),
        cmocka_unit_test(a_finger_drags_a_slider),
        cmocka_unit_test(a_resting_finger_tells_and_does_not_click),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
