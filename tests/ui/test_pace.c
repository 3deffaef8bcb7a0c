/*
 * Things that take their time: words that are not painted yet, numbers that
 * count up.
 */
#include <string.h>

#include "support/test.h"
#include "ui/ui_kit.h"

typedef struct moment {
    uint16_t hidden;
    int32_t shown;
} moment;

static void screen(ui_context *ui, void *user)
{
    moment *now = user;

    (void)ui_rich(ui, &(ui_rich_spec){.id = "line",
                                      .text = "one two three four",
                                      .hidden = now->hidden});
    now->shown = ui_count_up(ui, "score", 80, 100);
}

/* All that is painted of texts, one behind the other. */
static void painted(const ui_kit *kit, char text[128])
{
    ui_draw_list list = ui_drawing(kit->ui);
    size_t length = 0;

    for (size_t i = 0; i < list.count; i++) {
        const ui_draw *draw = &list.items[i];
        if (draw->kind == UI_DRAW_TEXT) {
            assert_true(length + draw->length < 128);
            memcpy(text + length, draw->text, draw->length);
            length += draw->length;
        }
    }
    text[length] = '\0';
}

static void hidden_words_keep_their_place_and_their_name(void **unused)
{
    (void)unused;
    ui_kit kit;
    moment now = {.hidden = 0};
    char text[128];
    kit_open(&kit, screen, &now);
    ui_rect whole = kit_node(&kit, "line").box;

    now.hidden = 700; /* inside "two": a word that is begun is painted */
    kit_frame(&kit);

    painted(&kit, text);
    assert_string_equal(text, "one two ");
    assert_int_equal(kit_node(&kit, "line").box.w, whole.w);
    assert_int_equal(kit_node(&kit, "line").box.h, whole.h);
    assert_string_equal(kit_node(&kit, "line").label, "one two three four");
    now.hidden = 1000;
    kit_frame(&kit);
    painted(&kit, text);
    assert_string_equal(text, "");
    kit_close(&kit);
}

static void a_number_counts_up_from_nothing_once(void **unused)
{
    (void)unused;
    ui_kit kit;
    moment now = {.hidden = 0};
    uint32_t due = 0;
    kit_open(&kit, screen, &now);
    kit_frame(&kit);
    assert_in_range(now.shown, 0, 10);
    assert_true(ui_next_wake(kit.ui, &due));

    kit_later(&kit, 50);
    assert_in_range(now.shown, 40, 79);
    kit_later(&kit, 100);
    assert_int_equal(now.shown, 80);
    kit_later(&kit, 1000);
    assert_int_equal(now.shown, 80);
    assert_false(ui_next_wake(kit.ui, &due));
    kit_close(&kit);
}

static void with_less_motion_a_number_is_there_at_once(void **unused)
{
    (void)unused;
    ui_kit kit;
    moment now = {.hidden = 0};
    kit_open(&kit, screen, &now);
    ui_settings settings = *ui_get(kit.ui);
    settings.has_reduced_motion = true;

    ui_set(kit.ui, &settings);
    kit_frame(&kit);

    assert_int_equal(now.shown, 80);
    kit_close(&kit);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hidden_words_keep_their_place_and_their_name),
        cmocka_unit_test(a_number_counts_up_from_nothing_once),
        cmocka_unit_test(with_less_motion_a_number_is_there_at_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
