#include "support/test.h"
#include "ui/ui_kit.h"

typedef struct sample {
    bool has_dialog;
    bool has_second;
    bool is_second_dead;
    int radio;
    const char *screen;
} sample;

static void button(ui_context *ui, const char *id, bool is_dead)
{
    (void)ui_button(
        ui, &(ui_button_spec){.id = id, .label = id, .is_disabled = is_dead});
}

static void area(ui_context *ui, const char *id, const char *first,
                 const char *second)
{
    ui_begin_column(ui, &(ui_box){.id = id, .role = UI_ROLE_AREA, .label = id});
    button(ui, first, false);
    button(ui, second, false);
    ui_end(ui);
}

static void dialog(ui_context *ui, sample *state)
{
    if (ui_begin_dialog(ui, &(ui_dialog_spec){.id = "dialog",
                                              .title = "Sure?",
                                              .first_focus = "stay"})) {
        state->has_dialog = false;
    }
    button(ui, "go", false);
    button(ui, "stay", false);
    ui_end(ui);
}

static void screen(ui_context *ui, void *user)
{
    sample *state = user;
    ui_screen(ui, state->screen, "third");
    button(ui, "first", false);
    if (state->has_second) {
        button(ui, "second", state->is_second_dead);
    }
    button(ui, "third", false);
    for (int i = 0; i < 3; i++) {
        if (ui_radio(ui, &(ui_radio_spec){.id = ui_format(ui, "radio-%d", i),
                                          .group = "radio",
                                          .label = "level",
                                          .is_on = state->radio == i})) {
            state->radio = i;
        }
    }
    area(ui, "left", "left-1", "left-2");
    area(ui, "right", "right-1", "right-2");
    if (state->has_dialog) {
        dialog(ui, state);
    }
}

static void open_sample(ui_kit *kit, sample *state)
{
    *state = (sample){.has_second = true, .screen = "sample", .radio = 1};
    kit_open(kit, screen, state);
}

static void a_new_screen_focuses_its_first_choice(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state;
    open_sample(&kit, &state);
    assert_string_equal(kit_focus(&kit), "third");

    kit_key(&kit, UI_KEY_TAB);
    state.screen = "other";
    kit_frame(&kit);

    assert_string_equal(kit_focus(&kit), "third");
    kit_close(&kit);
}

static void tab_goes_in_reading_order_and_back(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state;
    open_sample(&kit, &state);

    kit_key(&kit, UI_KEY_TAB | UI_SHIFT);
    assert_string_equal(kit_focus(&kit), "second");
    kit_key(&kit, UI_KEY_TAB | UI_SHIFT);
    kit_key(&kit, UI_KEY_TAB | UI_SHIFT);
    assert_string_equal(kit_focus(&kit), "right-2");
    kit_key(&kit, UI_KEY_TAB);
    assert_string_equal(kit_focus(&kit), "first");

    kit_close(&kit);
}

static void a_radio_group_is_one_stop_entered_at_its_choice(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state;
    open_sample(&kit, &state);

    kit_key(&kit, UI_KEY_TAB);
    assert_string_equal(kit_focus(&kit), "radio-1");
    kit_key(&kit, UI_KEY_TAB);
    assert_string_equal(kit_focus(&kit), "left-1");

    kit_close(&kit);
}

static void arrows_choose_inside_a_radio_group(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state;
    open_sample(&kit, &state);
    kit_key(&kit, UI_KEY_TAB);

    kit_key(&kit, UI_KEY_DOWN);
    assert_int_equal(state.radio, 2);
    kit_key(&kit, UI_KEY_DOWN);
    assert_int_equal(state.radio, 0);
    kit_key(&kit, UI_KEY_UP);

    assert_int_equal(state.radio, 2);
    assert_string_equal(kit_focus(&kit), "radio-2");
    kit_close(&kit);
}

static void a_dead_control_is_skipped(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state;
    open_sample(&kit, &state);
    state.is_second_dead = true;
    kit_frame(&kit);

    kit_key(&kit, UI_KEY_TAB | UI_SHIFT);

    assert_string_equal(kit_focus(&kit), "first");
    kit_close(&kit);
}

static void focus_goes_to_the_neighbour_of_a_control_that_is_gone(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state;
    open_sample(&kit, &state);
    kit_key(&kit, UI_KEY_TAB | UI_SHIFT);

    state.has_second = false;
    kit_frame(&kit);

    assert_string_equal(kit_focus(&kit), "third");
    kit_close(&kit);
}

static void f6_goes_from_area_to_area(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state;
    open_sample(&kit, &state);

    kit_key(&kit, UI_KEY_F6);
    assert_string_equal(kit_focus(&kit), "left-1");
    kit_key(&kit, UI_KEY_F6);
    assert_string_equal(kit_focus(&kit), "right-1");
    kit_key(&kit, UI_KEY_F6 | UI_SHIFT);
    assert_string_equal(kit_focus(&kit), "left-1");

    kit_close(&kit);
}

static void a_dialog_keeps_the_focus_and_gives_it_back(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state;
    open_sample(&kit, &state);
    kit_key(&kit, UI_KEY_F6);

    state.has_dialog = true;
    kit_frame(&kit);
    assert_string_equal(kit_focus(&kit), "stay");
    kit_key(&kit, UI_KEY_TAB);
    assert_string_equal(kit_focus(&kit), "go");
    kit_key(&kit, UI_KEY_ESCAPE);

    assert_false(state.has_dialog);
    assert_string_equal(kit_focus(&kit), "left-1");
    kit_close(&kit);
}

static void a_dialog_in_the_first_frame_of_a_screen_still_traps(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {.has_dialog = true, .screen = "sample"};

    kit_open(&kit, screen, &state);

    assert_string_equal(kit_focus(&kit), "stay");
    kit_close(&kit);
}

static void long_list(ui_context *ui, void *user)
{
    (void)user;
    ui_begin_scroll(
        ui, &(ui_scroll_spec){.box = {.id = "list", .height = {.px = 200}}});
    for (int i = 0; i < 20; i++) {
        button(ui, ui_format(ui, "row-%d", i), false);
    }
    ui_end(ui);
}

static void the_focus_is_brought_into_view(void **unused)
{
    (void)unused;
    ui_kit kit;
    kit_open(&kit, long_list, NULL);

    kit_key(&kit, UI_KEY_TAB | UI_SHIFT);

    ui_node_info last = kit_node(&kit, "row-19");
    assert_true(last.is_focused);
    assert_int_equal(last.seen.h, last.box.h);
    kit_close(&kit);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_screen_focuses_its_first_choice),
        cmocka_unit_test(tab_goes_in_reading_order_and_back),
        cmocka_unit_test(a_radio_group_is_one_stop_entered_at_its_choice),
        cmocka_unit_test(arrows_choose_inside_a_radio_group),
        cmocka_unit_test(a_dead_control_is_skipped),
        cmocka_unit_test(focus_goes_to_the_neighbour_of_a_control_that_is_gone),
        cmocka_unit_test(f6_goes_from_area_to_area),
        cmocka_unit_test(a_dialog_keeps_the_focus_and_gives_it_back),
        cmocka_unit_test(a_dialog_in_the_first_frame_of_a_screen_still_traps),
        cmocka_unit_test(the_focus_is_brought_into_view),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
