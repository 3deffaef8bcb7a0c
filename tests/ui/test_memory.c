#include <string.h>

#include "support/test.h"
#include "ui/ui_kit.h"

static void screen(ui_context *ui, void *user)
{
    (void)user;
    static char note[32] = "a note";
    ui_begin_scroll(ui, &(ui_scroll_spec){.box = {.id = "list"}});
    for (int i = 0; i < 40; i++) {
        ui_begin_press(
            ui, &(ui_press_spec){.box = {.id = ui_format(ui, "row-%d", i)},
                                 .look = UI_LOOK_ROW,
                                 .label = "A row"});
        ui_text(ui, "Some words that are long enough to be wrapped", &ui_body);
        ui_tag(ui, &(ui_tag_spec){.label = "Passed", .icon = "check"});
        ui_end(ui);
    }
    (void)ui_text_field(ui, &(ui_field_spec){.id = "note",
                                             .label = "Note",
                                             .text = note,
                                             .capacity = sizeof note});
    ui_end(ui);
}

static void frames_ask_for_no_memory_after_warming_up(void **unused)
{
    (void)unused;
    ui_kit kit;
    kit_open(&kit, screen, NULL);
    for (int i = 0; i < 4; i++) {
        kit_later(&kit, 16);
    }
    size_t before = kit.requests;

    for (int i = 0; i < 50; i++) {
        kit_key(&kit, UI_KEY_TAB);
        kit_later(&kit, 16);
    }

    assert_int_equal(kit.requests, before);
    assert_false(ui_failed(kit.ui));
    kit_close(&kit);
}

/* Runs one toolkit whose allocator refuses after `allowed` requests. */
static bool runs_with(size_t allowed)
{
    ui_kit kit = {.allowed = allowed};
    ui_host host = kit_host(&kit);
    ui_surface surface = {
        .width_px = 1280, .height_px = 800, .scale_percent = 100};
    rp_error err = {0};
    if (ui_new(&kit.ui, &host, &err) != RP_OK) {
        assert_int_equal(err.status, RP_E_MEMORY);
        return false;
    }
    for (int i = 0; i < 3; i++) {
        ui_begin_frame(kit.ui, &surface);
        screen(kit.ui, NULL);
        ui_end_frame(kit.ui);
        ui_post_key(kit.ui, UI_KEY_TAB);
    }
    bool has_failed = ui_failed(kit.ui);
    ui_free(kit.ui);
    return !has_failed;
}

static void refused_memory_is_told_and_harms_nothing(void **unused)
{
    (void)unused;
    size_t allowed = 0;

    while (!runs_with(allowed)) {
        allowed++;
        assert_true(allowed < 1000);
    }

    assert_true(allowed > 3);
}

static void what_was_not_seen_for_long_is_forgotten(void **unused)
{
    (void)unused;
    ui_kit kit;
    kit_open(&kit, screen, NULL);

    for (int i = 0; i < 3000; i++) {
        ui_begin_frame(kit.ui, &kit.surface);
        (void)ui_ease(kit.ui, ui_format(kit.ui, "ease-%d", i), 1, 10);
        (void)ui_ease(kit.ui, ui_format(kit.ui, "other-%d", i), 1, 10);
        ui_end_frame(kit.ui);
    }

    assert_false(ui_failed(kit.ui));
    kit_close(&kit);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(frames_ask_for_no_memory_after_warming_up),
        cmocka_unit_test(refused_memory_is_told_and_harms_nothing),
        cmocka_unit_test(what_was_not_seen_for_long_is_forgotten),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
