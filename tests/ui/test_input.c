#include <string.h>

#include "support/test.h"
#include "ui/ui_kit.h"

typedef struct sample {
    int starts;
    int holds;
    int transfers;
    int spaces;
    int said; /* number of the reply, 0: none */
    int selected;
    int segment;
    int size;
    bool is_on;
    bool has_dialog;
    bool has_asked_to_leave;
    char note[64];
} sample;

static void replies(ui_context *ui, sample *state)
{
    ui_begin_column(
        ui, &(ui_box){.arrows = UI_ARROWS_VERTICAL, .has_loose_arrows = true});
    for (int i = 1; i <= 3; i++) {
        ui_reply_result result = ui_reply_card(
            ui, &(ui_reply_spec){.id = ui_format(ui, "reply-%d", i),
                                 .number = i,
                                 .text = "Something to say"});
        state->said = result == UI_REPLY_SAID ? i : state->said;
        state->selected = result == UI_REPLY_SELECTED ? i : state->selected;
    }
    ui_end(ui);
}

static void controls(ui_context *ui, sample *state)
{
    static const ui_choice modes[] = {{.label = "Practice"}, {.label = "Exam"}};
    state->is_on ^= ui_toggle(ui, &(ui_toggle_spec){.id = "toggle",
                                                    .label = "Sound",
                                                    .is_on = state->is_on});
    state->segment =
        ui_segment(ui, &(ui_choices_spec){.id = "mode",
                                          .label = "Mode",
                                          .items = modes,
                                          .count = 2,
                                          .selected = state->segment});
    state->size = ui_slider(ui, &(ui_slider_spec){.id = "size",
                                                  .label = "Size",
                                                  .value = state->size,
                                                  .min = 100,
                                                  .max = 200,
                                                  .step = 25});
    (void)ui_text_field(ui, &(ui_field_spec){.id = "note",
                                             .label = "Note",
                                             .text = state->note,
                                             .capacity = sizeof state->note,
                                             .key = 'n'});
}

static void screen(ui_context *ui, void *user)
{
    sample *state = user;
    ui_screen(ui, "sample", "start");
    state->starts +=
        ui_button(ui, &(ui_button_spec){.id = "start", .label = "Start"});
    state->holds += ui_button(
        ui, &(ui_button_spec){.id = "hold", .label = "Hold", .key = 'h'});
    state->transfers += ui_shortcut(ui, 't');
    state->spaces += ui_shortcut(ui, UI_KEY_SPACE);
    replies(ui, state);
    controls(ui, state);
    if (state->has_dialog) {
        state->has_asked_to_leave |= ui_begin_dialog(
            ui, &(ui_dialog_spec){.id = "dialog", .title = "Sure?"});
        (void)ui_button(ui, &(ui_button_spec){.id = "yes", .label = "Yes"});
        ui_end(ui);
    }
}

static void open_sample(ui_kit *kit, sample *state)
{
    memset(state, 0, sizeof *state);
    state->size = 100;
    kit_open(kit, screen, state);
}

static void enter_activates_the_focused_button_once(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state;
    open_sample(&kit, &state);

    kit_key(&kit, UI_KEY_ENTER);
    kit_frame(&kit);

    assert_int_equal(state.starts, 1);
    kit_close(&kit);
}

static void a_click_activates_and_focuses(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state;
    open_sample(&kit, &state);

    kit_click(&kit, "hold");

    assert_int_equal(state.holds, 1);
    assert_string_equal(kit_focus(&kit), "hold");
    kit_close(&kit);
}

static void a_release_beside_the_button_does_nothing(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state;
    open_sample(&kit, &state);
    ui_rect box = kit_node(&kit, "hold").box;

    ui_post(kit.ui,
            &(ui_event){.kind = UI_EVENT_DOWN, .x = box.x + 2, .y = box.y + 2});
    ui_post(kit.ui, &(ui_event){.kind = UI_EVENT_UP, .x = 900, .y = 700});
    kit_frame(&kit);

    assert_int_equal(state.holds, 0);
    kit_close(&kit);
}

static void a_shortcut_works_from_anywhere(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state;
    open_sample(&kit, &state);

    kit_key(&kit, 'h');
    kit_key(&kit, 't');

    assert_int_equal(state.holds, 1);
    assert_int_equal(state.transfers, 1);
    kit_close(&kit);
}

static void keys_pressed_together_are_each_heard(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state;
    open_sample(&kit, &state);

    ui_post_key(kit.ui, 'h');
    ui_post_key(kit.ui, 't');
    ui_post_key(kit.ui, 'h');
    kit_frame(&kit);

    assert_int_equal(state.holds, 2);
    assert_int_equal(state.transfers, 1);
    kit_close(&kit);
}

static void letters_type_while_a_field_has_the_focus(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state;
    open_sample(&kit, &state);

    kit_key(&kit, 'n');
    ui_post_key(kit.ui, 'h');
    kit_type(&kit, "h");
    assert_string_equal(state.note, "h");
    assert_int_equal(state.holds, 0);
    kit_key(&kit, UI_KEY_ESCAPE);
    kit_key(&kit, 'h');

    assert_int_equal(state.holds, 1);
    assert_string_equal(state.note, "h");
    kit_close(&kit);
}

static void text_typed_right_after_the_key_reaches_the_field(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state;
    open_sample(&kit, &state);

    ui_post_key(kit.ui, 'n');
    ui_post_text(kit.ui, "hello");
    kit_frame(&kit);

    assert_string_equal(state.note, "hello");
    kit_close(&kit);
}

static void a_number_selects_and_enter_says(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state;
    open_sample(&kit, &state);

    kit_key(&kit, '2');
    assert_int_equal(state.selected, 2);
    assert_int_equal(state.said, 0);
    assert_string_equal(kit_focus(&kit), "reply-2");
    kit_key(&kit, UI_KEY_ENTER);

    assert_int_equal(state.said, 2);
    kit_close(&kit);
}

static void a_number_answers_at_once_where_that_is_wanted(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state;
    open_sample(&kit, &state);
    ui_set(kit.ui, &(ui_settings){.number_answers_at_once = true});

    kit_key(&kit, '3');

    assert_int_equal(state.said, 3);
    kit_close(&kit);
}

static void space_is_a_shortcut_before_it_presses(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state;
    open_sample(&kit, &state);
    kit_key(&kit, '1');

    kit_key(&kit, UI_KEY_SPACE);

    assert_int_equal(state.spaces, 1);
    assert_int_equal(state.said, 0);
    kit_close(&kit);
}

static void loose_arrows_enter_the_replies(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state;
    open_sample(&kit, &state);

    kit_key(&kit, UI_KEY_DOWN);
    assert_string_equal(kit_focus(&kit), "reply-1");
    kit_key(&kit, UI_KEY_DOWN);

    assert_string_equal(kit_focus(&kit), "reply-2");
    kit_close(&kit);
}

static void switches_and_numbers_answer_their_keys(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state;
    open_sample(&kit, &state);

    kit_click(&kit, "toggle");
    assert_true(state.is_on);
    kit_key(&kit, UI_KEY_SPACE);
    assert_false(state.is_on);
    kit_key(&kit, UI_KEY_TAB);
    kit_key(&kit, UI_KEY_RIGHT);
    assert_int_equal(state.segment, 1);
    kit_key(&kit, UI_KEY_TAB);
    kit_key(&kit, UI_KEY_RIGHT);
    kit_key(&kit, UI_KEY_RIGHT);

    assert_int_equal(state.size, 150);
    kit_close(&kit);
}

static void a_slider_follows_the_pointer_in_steps(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state;
    open_sample(&kit, &state);

    kit_click(&kit, "size");

    assert_int_equal(state.size, 150);
    kit_close(&kit);
}

static void nothing_behind_a_dialog_answers(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state;
    open_sample(&kit, &state);
    ui_rect hold = kit_node(&kit, "hold").box;
    state.has_dialog = true;
    kit_frame(&kit);

    kit_key(&kit, 'h');
    kit_key(&kit, 't');
    assert_false(state.has_asked_to_leave);
    ui_post_click(kit.ui, hold.x + 2, hold.y + 2);
    kit_frame(&kit);

    assert_int_equal(state.holds, 0);
    assert_int_equal(state.transfers, 0);
    assert_true(state.has_asked_to_leave);
    kit_close(&kit);
}

static void escape_asks_a_dialog_to_close(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state;
    open_sample(&kit, &state);
    state.has_dialog = true;
    kit_frame(&kit);

    kit_key(&kit, UI_KEY_ESCAPE);

    assert_true(state.has_asked_to_leave);
    kit_close(&kit);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(enter_activates_the_focused_button_once),
        cmocka_unit_test(a_click_activates_and_focuses),
        cmocka_unit_test(a_release_beside_the_button_does_nothing),
        cmocka_unit_test(a_shortcut_works_from_anywhere),
        cmocka_unit_test(keys_pressed_together_are_each_heard),
        cmocka_unit_test(letters_type_while_a_field_has_the_focus),
        cmocka_unit_test(text_typed_right_after_the_key_reaches_the_field),
        cmocka_unit_test(a_number_selects_and_enter_says),
        cmocka_unit_test(a_number_answers_at_once_where_that_is_wanted),
        cmocka_unit_test(space_is_a_shortcut_before_it_presses),
        cmocka_unit_test(loose_arrows_enter_the_replies),
        cmocka_unit_test(switches_and_numbers_answer_their_keys),
        cmocka_unit_test(a_slider_follows_the_pointer_in_steps),
        cmocka_unit_test(nothing_behind_a_dialog_answers),
        cmocka_unit_test(escape_asks_a_dialog_to_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
