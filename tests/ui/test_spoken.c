#include <string.h>

#include "support/test.h"
#include "ui/ui_kit.h"

static void screen(ui_context *ui, void *user)
{
    (void)user;
    static const ui_choice modes[] = {{.label = "Practice"}, {.label = "Exam"}};
    static char note[16] = "8 pm";
    ui_screen(ui, "sample", "reply-2");
    for (int i = 1; i <= 4; i++) {
        (void)ui_reply_card(ui,
                            &(ui_reply_spec){.id = ui_format(ui, "reply-%d", i),
                                             .number = i,
                                             .text = "No, I *am* not."});
    }
    ui_gauge(ui, &(ui_gauge_spec){.id = "patience",
                                  .label = "Patience",
                                  .icon = "patience",
                                  .value = 17,
                                  .change = -9,
                                  .is_low = true});
    (void)ui_toggle(ui, &(ui_toggle_spec){.id = "sound",
                                          .label = "Customer speaks aloud",
                                          .is_on = true});
    (void)ui_segment(ui, &(ui_choices_spec){.id = "mode",
                                            .label = "Kind of run",
                                            .items = modes,
                                            .count = 2,
                                            .selected = 1});
    (void)ui_text_field(ui, &(ui_field_spec){.id = "time",
                                             .label = "By when",
                                             .text = note,
                                             .capacity = sizeof note});
    (void)ui_button(ui, &(ui_button_spec){.id = "publish",
                                          .label = "Publish",
                                          .is_disabled = true});
}

static void expect(const ui_kit *kit, const char *id, const char *spoken)
{
    rp_text out;
    rp_text_init(&out, rp_alloc_default());
    ui_spoken(kit->ui, ui_node_find(kit->ui, id), &out);
    assert_string_equal(out.bytes, spoken);
    rp_text_clear(&out);
}

static void controls_say_name_value_state_and_position(void **unused)
{
    (void)unused;
    ui_kit kit;

    kit_open(&kit, screen, NULL);

    expect(&kit, "reply-1", "Reply 1 of 4. No, I am not.");
    expect(&kit, "reply-2",
           "Reply 2 of 4. No, I am not. Selected. Enter to say it.");
    expect(&kit, "patience", "Patience 17, low, down 9");
    expect(&kit, "sound", "Customer speaks aloud, on");
    expect(&kit, "mode.1", "Exam, selected, 2 of 2");
    expect(&kit, "time", "By when, 8 pm");
    expect(&kit, "publish", "Publish, not available");
    kit_close(&kit);
}

static void words_inside_a_control_are_spoken_once(void **unused)
{
    (void)unused;
    ui_kit kit;
    int heard = 0;

    kit_open(&kit, screen, NULL);

    for (int i = 0; i < ui_node_count(kit.ui); i++) {
        ui_node_info info;
        ui_node_at(kit.ui, i, &info);
        bool is_same = info.label != NULL && strcmp(info.label, "Publish") == 0;
        heard += is_same && info.is_spoken ? 1 : 0;
    }
    assert_int_equal(heard, 1);
    kit_close(&kit);
}

static void no_id_is_used_twice(void **unused)
{
    (void)unused;
    ui_kit kit;

    kit_open(&kit, screen, NULL);

    assert_null(ui_duplicate_id(kit.ui));
    kit_close(&kit);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(controls_say_name_value_state_and_position),
        cmocka_unit_test(words_inside_a_control_are_spoken_once),
        cmocka_unit_test(no_id_is_used_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
