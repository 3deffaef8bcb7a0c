#include <string.h>

#include "support/test.h"
#include "ui/ui_kit.h"

typedef struct sample {
    ui_field_spec spec;
    char text[64];
    unsigned results;
} sample;

static void screen(ui_context *ui, void *user)
{
    sample *state = user;
    ui_screen(ui, "sample", "field");
    state->spec.id = "field";
    state->spec.label = "Note";
    state->spec.text = state->text;
    state->results |= ui_text_field(ui, &state->spec);
    (void)ui_button(ui, &(ui_button_spec){.id = "next", .label = "Next"});
}

static void open_sample(ui_kit *kit, sample *state, const char *text)
{
    if (state->spec.capacity == 0) {
        state->spec.capacity = sizeof state->text;
    }
    memcpy(state->text, text, strlen(text) + 1);
    kit_open(kit, screen, state);
    kit_frame(kit);
}

static void typing_changes_the_text_at_the_caret(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {0};
    open_sample(&kit, &state, "ac");

    kit_key(&kit, UI_KEY_LEFT);
    kit_type(&kit, "b");

    assert_string_equal(state.text, "abc");
    assert_true((state.results & UI_FIELD_CHANGED) != 0);
    kit_close(&kit);
}

static void backspace_takes_a_whole_character(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {0};
    open_sample(&kit, &state, "约好今天");

    kit_key(&kit, UI_KEY_BACKSPACE);

    assert_string_equal(state.text, "约好今");
    kit_close(&kit);
}

static void control_jumps_by_words(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {0};
    open_sample(&kit, &state, "one two three");

    kit_key(&kit, UI_CTRL | UI_KEY_LEFT);
    kit_key(&kit, UI_CTRL | UI_KEY_BACKSPACE);

    assert_string_equal(state.text, "one three");
    kit_close(&kit);
}

static void typing_replaces_what_is_selected(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {0};
    open_sample(&kit, &state, "one two");

    kit_key(&kit, UI_SHIFT | UI_KEY_HOME);
    kit_type(&kit, "x");

    assert_string_equal(state.text, "x");
    kit_close(&kit);
}

static void undo_takes_back_a_run_of_typing_and_redo_brings_it(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {0};
    open_sample(&kit, &state, "");

    kit_type(&kit, "one");
    kit_type(&kit, " two");
    kit_key(&kit, UI_KEY_BACKSPACE);
    kit_key(&kit, UI_CTRL | 'z');
    assert_string_equal(state.text, "one two");
    kit_key(&kit, UI_CTRL | 'z');
    assert_string_equal(state.text, "");
    kit_key(&kit, UI_CTRL | 'y');

    assert_string_equal(state.text, "one two");
    kit_close(&kit);
}

static void cut_and_paste_go_through_the_clipboard(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {0};
    open_sample(&kit, &state, "one");

    kit_key(&kit, UI_CTRL | 'a');
    kit_key(&kit, UI_CTRL | 'x');
    assert_string_equal(state.text, "");
    assert_string_equal(kit.clipboard, "one");
    kit_key(&kit, UI_CTRL | 'v');
    kit_key(&kit, UI_CTRL | 'v');

    assert_string_equal(state.text, "oneone");
    kit_close(&kit);
}

static void paste_leaves_out_what_one_line_cannot_hold(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {0};
    open_sample(&kit, &state, "");
    memcpy(kit.clipboard,
           "a\nb\x01\xFF"
           "c",
           sizeof "a\nb\x01\xFF"
                  "c");

    kit_key(&kit, UI_CTRL | 'v');

    assert_string_equal(state.text, "abc");
    kit_close(&kit);
}

static void a_full_field_never_ends_in_half_a_character(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {.spec = {.capacity = 8}};
    open_sample(&kit, &state, "");

    kit_type(&kit, "约好今天");

    assert_string_equal(state.text, "约好");
    kit_close(&kit);
}

static void digits_only_takes_digits_only(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {.spec = {.digits_only = true}};
    open_sample(&kit, &state, "");

    kit_type(&kit, "1a2");

    assert_string_equal(state.text, "12");
    kit_close(&kit);
}

static void enter_submits_one_line_and_breaks_several(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {0};
    open_sample(&kit, &state, "a");
    kit_key(&kit, UI_KEY_ENTER);
    assert_true((state.results & UI_FIELD_SUBMITTED) != 0);
    assert_string_equal(state.text, "a");
    kit_close(&kit);

    sample tall = {.spec = {.lines = 3}};
    open_sample(&kit, &tall, "a");
    kit_key(&kit, UI_KEY_ENTER);
    kit_type(&kit, "b");
    assert_string_equal(tall.text, "a\nb");
    kit_key(&kit, UI_KEY_UP);
    kit_type(&kit, "x");
    assert_string_equal(tall.text, "ax\nb");
    kit_key(&kit, UI_CTRL | UI_KEY_ENTER);

    assert_true((tall.results & UI_FIELD_SUBMITTED) != 0);
    kit_close(&kit);
}

static void composing_shows_but_does_not_change_the_text(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {0};
    open_sample(&kit, &state, "a");

    ui_event event = {.kind = UI_EVENT_COMPOSE, .text = "ni hao"};
    ui_post(kit.ui, &event);
    kit_frame(&kit);
    assert_string_equal(state.text, "a");
    kit_type(&kit, "你好");

    assert_string_equal(state.text, "a你好");
    kit_close(&kit);
}

static void the_caret_box_follows_the_caret(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {0};
    int x = 0;
    int y = 0;
    int height = 0;
    open_sample(&kit, &state, "abcd");
    assert_true(ui_caret_box(kit.ui, &x, &y, &height));
    int at_end = x;

    kit_key(&kit, UI_KEY_HOME);

    assert_true(ui_caret_box(kit.ui, &x, &y, &height));
    assert_int_equal(at_end - x, 30);
    kit_close(&kit);
}

static void a_click_puts_the_caret_where_it_points(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {0};
    open_sample(&kit, &state, "abcd");
    ui_rect box = kit_node(&kit, "field").box;

    ui_post_click(kit.ui, box.x + 12 + 15, box.y + box.h / 2);
    kit_type(&kit, "x");

    assert_string_equal(state.text, "abxcd");
    kit_close(&kit);
}

static void leaving_is_told_once(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {0};
    open_sample(&kit, &state, "a");

    kit_key(&kit, UI_KEY_TAB);
    assert_true((state.results & UI_FIELD_LEFT) != 0);
    state.results = 0;
    kit_frame(&kit);

    assert_int_equal(state.results, 0);
    kit_close(&kit);
}

static void a_secret_is_never_copied_or_spoken(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {.spec = {.is_secret = true}};
    open_sample(&kit, &state, "1234");

    kit_key(&kit, UI_CTRL | 'a');
    kit_key(&kit, UI_CTRL | 'c');

    assert_string_equal(kit.clipboard, "");
    assert_null(kit_node(&kit, "field").value);
    kit_close(&kit);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(typing_changes_the_text_at_the_caret),
        cmocka_unit_test(backspace_takes_a_whole_character),
        cmocka_unit_test(control_jumps_by_words),
        cmocka_unit_test(typing_replaces_what_is_selected),
        cmocka_unit_test(undo_takes_back_a_run_of_typing_and_redo_brings_it),
        cmocka_unit_test(cut_and_paste_go_through_the_clipboard),
        cmocka_unit_test(paste_leaves_out_what_one_line_cannot_hold),
        cmocka_unit_test(a_full_field_never_ends_in_half_a_character),
        cmocka_unit_test(digits_only_takes_digits_only),
        cmocka_unit_test(enter_submits_one_line_and_breaks_several),
        cmocka_unit_test(composing_shows_but_does_not_change_the_text),
        cmocka_unit_test(the_caret_box_follows_the_caret),
        cmocka_unit_test(a_click_puts_the_caret_where_it_points),
        cmocka_unit_test(leaving_is_told_once),
        cmocka_unit_test(a_secret_is_never_copied_or_spoken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
