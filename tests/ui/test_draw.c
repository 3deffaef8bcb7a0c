#include <string.h>

#include "support/test.h"
#include "ui/ui_kit.h"

static void screen(ui_context *ui, void *user)
{
    bool *has_dialog = user;
    ui_begin_card(ui, &(ui_box){.id = "card"});
    ui_text(ui, "Hello", &ui_body);
    (void)ui_button(ui, &(ui_button_spec){.id = "go", .label = "Go"});
    ui_end(ui);
    if (*has_dialog) {
        (void)ui_begin_dialog(
            ui, &(ui_dialog_spec){.id = "dialog", .title = "Sure?"});
        (void)ui_button(ui, &(ui_button_spec){.id = "yes", .label = "Yes"});
        ui_end(ui);
    }
}

static void the_same_frame_has_the_same_hash(void **unused)
{
    (void)unused;
    ui_kit kit;
    bool has_dialog = false;
    kit_open(&kit, screen, &has_dialog);
    uint64_t before = ui_drawing(kit.ui).hash;

    kit_later(&kit, 10000);

    assert_true(ui_drawing(kit.ui).hash == before);
    kit_close(&kit);
}

static void hover_changes_the_hash_and_asks_for_frames(void **unused)
{
    (void)unused;
    ui_kit kit;
    bool has_dialog = false;
    uint32_t due = 0;
    kit_open(&kit, screen, &has_dialog);
    uint64_t before = ui_drawing(kit.ui).hash;
    ui_rect box = kit_node(&kit, "go").box;

    ui_post(kit.ui,
            &(ui_event){.kind = UI_EVENT_MOVE, .x = box.x + 3, .y = box.y + 3});
    kit_frame(&kit);
    assert_true(ui_next_wake(kit.ui, &due));
    kit_later(&kit, 100);

    assert_true(ui_drawing(kit.ui).hash != before);
    assert_false(ui_next_wake(kit.ui, &due));
    kit_close(&kit);
}

static void reduced_motion_jumps(void **unused)
{
    (void)unused;
    ui_kit kit;
    bool has_dialog = false;
    uint32_t due = 0;
    kit_open(&kit, screen, &has_dialog);
    ui_set(kit.ui, &(ui_settings){.has_reduced_motion = true});

    ui_rect box = kit_node(&kit, "go").box;
    ui_post(kit.ui,
            &(ui_event){.kind = UI_EVENT_MOVE, .x = box.x + 3, .y = box.y + 3});
    kit_frame(&kit);

    assert_false(ui_next_wake(kit.ui, &due));
    kit_close(&kit);
}

static void the_focus_ring_is_drawn_last(void **unused)
{
    (void)unused;
    ui_kit kit;
    bool has_dialog = false;
    kit_open(&kit, screen, &has_dialog);

    ui_draw_list list = ui_drawing(kit.ui);

    const ui_draw *last = &list.items[list.count - 1];
    ui_rgba focus = ui_theme_color(UI_LIGHT, UI_FOCUS);
    assert_int_equal(last->kind, UI_DRAW_STROKE);
    assert_memory_equal(&last->color, &focus, sizeof focus);
    assert_int_equal(last->radius, UI_RADIUS_BUTTON + 5);
    assert_int_equal(last->box.w, kit_node(&kit, "go").box.w + 10);
    kit_close(&kit);
}

static void a_dialog_is_painted_over_a_scrim(void **unused)
{
    (void)unused;
    ui_kit kit;
    bool has_dialog = true;
    kit_open(&kit, screen, &has_dialog);
    kit_later(&kit, 500);

    ui_draw_list list = ui_drawing(kit.ui);

    ui_rgba scrim = ui_theme_color(UI_LIGHT, UI_SCRIM);
    size_t at = 0;
    while (at < list.count &&
           memcmp(&list.items[at].color, &scrim, sizeof scrim) != 0) {
        at++;
    }
    assert_true(at < list.count);
    assert_int_equal(list.items[at].box.w, 1280);
    assert_true(kit_node(&kit, "dialog").is_floating);
    kit_close(&kit);
}

static void high_contrast_has_no_shadows_and_thick_borders(void **unused)
{
    (void)unused;
    ui_kit kit;
    bool has_dialog = false;
    kit_open(&kit, screen, &has_dialog);
    ui_set(kit.ui, &(ui_settings){.theme = UI_CONTRAST});
    kit_frame(&kit);

    ui_draw_list list = ui_drawing(kit.ui);

    for (size_t i = 0; i < list.count; i++) {
        assert_int_not_equal(list.items[i].kind, UI_DRAW_SHADOW);
        if (list.items[i].kind == UI_DRAW_STROKE) {
            assert_true(list.items[i].thick >= 2);
        }
    }
    kit_close(&kit);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_frame_has_the_same_hash),
        cmocka_unit_test(hover_changes_the_hash_and_asks_for_frames),
        cmocka_unit_test(reduced_motion_jumps),
        cmocka_unit_test(the_focus_ring_is_drawn_last),
        cmocka_unit_test(a_dialog_is_painted_over_a_scrim),
        cmocka_unit_test(high_contrast_has_no_shadows_and_thick_borders),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
