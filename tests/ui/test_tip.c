/*
 * Tooltips: a control without words tells its name and its key, to those who
 * point at it and to those who have come to it with the keyboard.
 */
#include "support/test.h"
#include "ui_kit.h"

enum {
    BEFORE_MS = 400,
    AFTER_MS = 600
};

static void screen(ui_context *ui, void *user)
{
    (void)user;
    ui_screen(ui, "tips", "first");
    ui_begin_column(ui, &(ui_box){.pad = ui_pad_all(40), .gap = 16});
    (void)ui_button(ui, &(ui_button_spec){.id = "first", .label = "Named"});
    (void)ui_button(ui, &(ui_button_spec){.id = "icon",
                                          .label = "Leave",
                                          .icon = "leave",
                                          .key = UI_KEY_ESCAPE,
                                          .hides_label = true});
    if (ui_begin_press(ui, &(ui_press_spec){.box = {.id = "nav"},
                                            .look = UI_LOOK_NAV,
                                            .label = "Library",
                                            .has_tip = true})) {
        ui_focus(ui, "first");
    }
    ui_icon(ui, &(ui_icon_spec){.name = "library"});
    ui_end(ui);
    ui_end(ui);
}

static size_t drawn(const ui_kit *kit)
{
    return ui_drawing(kit->ui).count;
}

static void tip_comes_when_the_focus_has_stayed(void **state)
{
    ui_kit kit;

    (void)state;
    kit_open(&kit, screen, NULL);
    kit_key(&kit, UI_KEY_TAB);
    assert_string_equal(kit_focus(&kit), "icon");
    kit_later(&kit, BEFORE_MS);
    size_t before = drawn(&kit);
    uint32_t at_ms = 0;
    assert_true(ui_next_wake(kit.ui, &at_ms));
    kit_later(&kit, AFTER_MS - BEFORE_MS);
    assert_true(drawn(&kit) > before);
    assert_false(ui_next_wake(kit.ui, &at_ms));
    kit_key(&kit, UI_KEY_TAB);
    assert_string_equal(kit_focus(&kit), "nav");
    assert_true(drawn(&kit) <= before + 1);
    kit_later(&kit, AFTER_MS);
    assert_true(drawn(&kit) > before);
    kit_close(&kit);
}

static void control_with_words_has_no_tip(void **state)
{
    ui_kit kit;

    (void)state;
    kit_open(&kit, screen, NULL);
    size_t before = drawn(&kit);
    kit_later(&kit, AFTER_MS);
    assert_int_equal(drawn(&kit), before);
    kit_close(&kit);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tip_comes_when_the_focus_has_stayed),
        cmocka_unit_test(control_with_words_has_no_tip),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
