#include "support/test.h"
#include "ui/ui_kit.h"

static void box(ui_context *ui, const char *id, ui_size width, ui_size height)
{
    ui_begin_column(ui, &(ui_box){.id = id, .width = width, .height = height});
    ui_end(ui);
}

static void row_of_three(ui_context *ui, void *user)
{
    (void)user;
    ui_begin_row(ui, &(ui_box){.gap = 10, .width = {.px = 620}});
    box(ui, "fixed", (ui_size){.px = 100}, (ui_size){.px = 20});
    box(ui, "one", (ui_size){.grow = 1}, (ui_size){.px = 40});
    box(ui, "two", (ui_size){.grow = 1}, (ui_size){.px = 30});
    ui_end(ui);
}

static void growing_children_share_what_is_left(void **state)
{
    (void)state;
    ui_kit kit;

    kit_open(&kit, row_of_three, NULL);

    assert_int_equal(kit_node(&kit, "fixed").box.w, 100);
    assert_int_equal(kit_node(&kit, "one").box.w, 250);
    assert_int_equal(kit_node(&kit, "two").box.w, 250);
    assert_int_equal(kit_node(&kit, "two").box.x, 370);
    kit_close(&kit);
}

static void rows_centre_their_children_upright(void **state)
{
    (void)state;
    ui_kit kit;

    kit_open(&kit, row_of_three, NULL);

    assert_int_equal(kit_node(&kit, "one").box.y, 0);
    assert_int_equal(kit_node(&kit, "fixed").box.y, 10);
    kit_close(&kit);
}

static void bounded_row(ui_context *ui, void *user)
{
    (void)user;
    ui_begin_row(ui, &(ui_box){.width = {.px = 600}});
    box(ui, "least", (ui_size){.grow = 1, .min = 400}, (ui_size){.px = 10});
    box(ui, "most", (ui_size){.grow = 1, .max = 50}, (ui_size){.px = 10});
    box(ui, "rest", (ui_size){.grow = 1}, (ui_size){.px = 10});
    ui_end(ui);
}

static void min_and_max_bound_a_growing_width(void **state)
{
    (void)state;
    ui_kit kit;

    kit_open(&kit, bounded_row, NULL);

    assert_int_equal(kit_node(&kit, "least").box.w, 400);
    assert_int_equal(kit_node(&kit, "most").box.w, 50);
    assert_int_equal(kit_node(&kit, "rest").box.w, 150);
    kit_close(&kit);
}

static void wrapping_row(ui_context *ui, void *user)
{
    (void)user;
    ui_begin_row(ui, &(ui_box){.id = "row",
                               .width = {.px = 250},
                               .gap = 10,
                               .line_gap = 5,
                               .wraps = true});
    box(ui, "a", (ui_size){.px = 100}, (ui_size){.px = 20});
    box(ui, "b", (ui_size){.px = 100}, (ui_size){.px = 30});
    box(ui, "c", (ui_size){.px = 100}, (ui_size){.px = 20});
    ui_end(ui);
}

static void a_row_that_wraps_starts_a_new_line(void **state)
{
    (void)state;
    ui_kit kit;

    kit_open(&kit, wrapping_row, NULL);

    assert_int_equal(kit_node(&kit, "b").box.x, 110);
    assert_int_equal(kit_node(&kit, "c").box.x, 0);
    assert_int_equal(kit_node(&kit, "c").box.y, 35);
    assert_int_equal(kit_node(&kit, "row").box.h, 55);
    kit_close(&kit);
}

static void page(ui_context *ui, void *user)
{
    (void)user;
    box(ui, "head", (ui_size){0}, (ui_size){.px = 60});
    ui_begin_scroll(
        ui, &(ui_scroll_spec){.box = {.id = "list", .height = {.grow = 1}}});
    for (int i = 0; i < 50; i++) {
        box(ui, ui_format(ui, "row-%d", i), (ui_size){0}, (ui_size){.px = 44});
    }
    ui_end(ui);
    box(ui, "foot", (ui_size){0}, (ui_size){.px = 36});
}

static void a_scroll_area_takes_the_height_that_is_left(void **state)
{
    (void)state;
    ui_kit kit;

    kit_open(&kit, page, NULL);

    assert_int_equal(kit_node(&kit, "list").box.y, 60);
    assert_int_equal(kit_node(&kit, "list").box.h, 800 - 60 - 36);
    assert_int_equal(kit_node(&kit, "foot").box.y, 764);
    assert_int_equal(kit_node(&kit, "row-49").seen.h, 0);
    kit_close(&kit);
}

static void grid(ui_context *ui, void *user)
{
    (void)user;
    ui_begin_grid(ui, &(ui_box){.columns = 3, .gap = 20, .width = {.px = 640}});
    for (int i = 0; i < 4; i++) {
        box(ui, ui_format(ui, "cell-%d", i), (ui_size){0},
            (ui_size){.px = (int16_t)(50 + i * 10)});
    }
    ui_end(ui);
}

static void a_grid_has_columns_of_equal_width(void **state)
{
    (void)state;
    ui_kit kit;

    kit_open(&kit, grid, NULL);

    assert_int_equal(kit_node(&kit, "cell-1").box.w, 200);
    assert_int_equal(kit_node(&kit, "cell-1").box.x, 220);
    assert_int_equal(kit_node(&kit, "cell-3").box.x, 0);
    assert_int_equal(kit_node(&kit, "cell-3").box.y, 70 + 20);
    kit_close(&kit);
}

static void level_row(ui_context *ui, void *user)
{
    (void)user;
    ui_begin_row(ui, &(ui_box){.align = UI_BASELINE, .gap = 8});
    ui_text(ui, "Large", &ui_title);
    ui_text(ui, "small", &ui_small);
    ui_end(ui);
}

static void baselines_in_a_row_stand_level(void **state)
{
    (void)state;
    ui_kit kit;

    kit_open(&kit, level_row, NULL);

    ui_draw_list list = ui_drawing(kit.ui);
    assert_int_equal(list.count, 2);
    assert_int_equal(list.items[0].box.y, list.items[1].box.y);
    kit_close(&kit);
}

static void column_with_text(ui_context *ui, void *user)
{
    (void)user;
    ui_begin_column(ui, &(ui_box){.width = {.px = 100}, .id = "column"});
    ui_text(ui, "aaaaaaaa bbbbbbbb cccccccc", &ui_body);
    ui_end(ui);
}

static void text_wraps_in_the_width_it_is_given(void **state)
{
    (void)state;
    ui_kit kit;

    kit_open(&kit, column_with_text, NULL);

    ui_node_info text = kit_labelled(&kit, "aaaaaaaa bbbbbbbb cccccccc");
    assert_int_equal(text.lines, 3);
    assert_int_equal(text.box.h, 3 * 22);
    assert_int_equal(kit_node(&kit, "column").box.h, 3 * 22);
    assert_false(text.is_cut);
    kit_close(&kit);
}

static void lengths_follow_the_scale_of_the_display(void **state)
{
    (void)state;
    ui_kit kit;
    kit_open(&kit, row_of_three, NULL);

    kit.surface.scale_percent = 200;
    kit_frame(&kit);

    assert_int_equal(kit_node(&kit, "fixed").box.w, 200);
    assert_int_equal(kit_node(&kit, "one").box.w, 500);
    kit_close(&kit);
}

static void the_layout_class_is_window_width_by_text_scale(void **state)
{
    (void)state;
    ui_kit kit;
    kit_open(&kit, row_of_three, NULL);

    assert_int_equal(ui_width(kit.ui), UI_REGULAR);
    ui_set(kit.ui, &(ui_settings){.text_percent = 150});
    kit_frame(&kit);
    assert_int_equal(ui_width(kit.ui), UI_COMPACT);
    ui_set(kit.ui, &(ui_settings){.text_percent = 100});
    kit.surface.width_px = 1600;
    kit_frame(&kit);
    assert_int_equal(ui_width(kit.ui), UI_WIDE);

    kit_close(&kit);
}

static void crowded_tabs(ui_context *ui, void *user)
{
    static const ui_choice items[] = {
        {.label = "Account", .icon = "account"},
        {.label = "Ticket log", .icon = "clock"},
        {.label = "Modem lights", .icon = "bill"}};
    const int16_t *width = user;
    ui_begin_column(ui, &(ui_box){.id = "panel", .width = {.px = *width}});
    (void)ui_tabs(
        ui, &(ui_choices_spec){
                .id = "desk", .label = "Desk", .items = items, .count = 3});
    ui_end(ui);
}

static void tabs_give_up_their_distances_before_their_words(void **state)
{
    (void)state;
    ui_kit kit;
    int16_t width = 290;

    kit_open(&kit, crowded_tabs, &width);

    ui_node_info last = kit_node(&kit, "desk.2");
    assert_true(last.box.x + last.box.w <= width);
    for (int i = 0; i < ui_node_count(kit.ui); i++) {
        ui_node_info info;
        ui_node_at(kit.ui, i, &info);
        assert_false(info.is_truncated);
    }
    kit_close(&kit);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(growing_children_share_what_is_left),
        cmocka_unit_test(rows_centre_their_children_upright),
        cmocka_unit_test(min_and_max_bound_a_growing_width),
        cmocka_unit_test(a_row_that_wraps_starts_a_new_line),
        cmocka_unit_test(a_scroll_area_takes_the_height_that_is_left),
        cmocka_unit_test(a_grid_has_columns_of_equal_width),
        cmocka_unit_test(baselines_in_a_row_stand_level),
        cmocka_unit_test(text_wraps_in_the_width_it_is_given),
        cmocka_unit_test(lengths_follow_the_scale_of_the_display),
        cmocka_unit_test(the_layout_class_is_window_width_by_text_scale),
        cmocka_unit_test(tabs_give_up_their_distances_before_their_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
