#include <string.h>

#include "support/test.h"
#include "ui/ui_graph.h"
#include "ui/ui_kit.h"

/*
 *   start ==> heavy ==> end
 *      \---> light      far away (only where `is_wide`)
 */
typedef struct sample {
    ui_graph_place place;
    char selected[32];
    char activated[32];
    int shift; /* where the layout puts `heavy` */
    bool is_wide;
    bool has_button;
} sample;

static ui_spot at(int x, int y)
{
    return (ui_spot){x * UI_SPOT_PX, y * UI_SPOT_PX};
}

static void node(ui_context *ui, sample *state, const char *id, ui_spot middle)
{
    if (ui_graph_node(ui, &(ui_graph_node_spec){
                              .id = id,
                              .label = id,
                              .detail = "38%",
                              .spoken = ui_format(ui, "%s, reachable", id),
                              .heat = 2,
                              .is_start = strcmp(id, "start") == 0,
                              .middle = middle})) {
        strcpy(state->activated, id);
    }
}

static void edge(ui_context *ui, uint32_t from, uint32_t to, uint32_t heft)
{
    const ui_spot spots[] = {at(120, 100), at(140, 100), at(160, 100),
                             at(180, 100)};
    ui_graph_edge(ui, &(ui_graph_edge_spec){.from = from,
                                            .to = to,
                                            .heft = heft,
                                            .weight = 2,
                                            .spots = spots,
                                            .spot_count = 4,
                                            .mark = at(150, 100)});
}

static void screen(ui_context *ui, void *user)
{
    sample *state = user;
    ui_begin_graph(ui, &(ui_graph_spec){.id = "graph",
                                        .label = "The call",
                                        .width_px = state->is_wide ? 6000 : 600,
                                        .height_px = 300,
                                        .selected = state->selected[0] == '\0'
                                                        ? NULL
                                                        : state->selected,
                                        .place = &state->place});
    edge(ui, 0, 2, 10);
    edge(ui, 0, 1, 90);
    edge(ui, 1, 3, 90);
    node(ui, state, "start", at(60, 100));
    node(ui, state, "heavy", at(240 + state->shift, 60));
    node(ui, state, "light", at(240, 200));
    node(ui, state, "end", at(480, 100));
    if (state->is_wide) {
        node(ui, state, "far", at(5900, 100));
    }
    const char *selected = ui_end_graph(ui);
    if (selected != NULL) {
        memmove(state->selected, selected, strlen(selected) + 1);
    }
    if (state->has_button) {
        (void)ui_button(ui,
                        &(ui_button_spec){.id = "button", .label = "Other"});
    }
}

static void open(ui_kit *kit, sample *state)
{
    kit_open(kit, screen, state);
    kit_later(kit, 1000);
}

static void arrows_follow_the_heaviest_way_and_come_back(void **unused)
{
    (void)unused;
    sample state = {.has_button = false};
    ui_kit kit;
    open(&kit, &state);
    assert_string_equal(kit_focus(&kit), "graph.start");

    kit_key(&kit, UI_KEY_RIGHT);
    assert_string_equal(state.selected, "heavy");
    kit_key(&kit, UI_KEY_RIGHT);
    assert_string_equal(kit_focus(&kit), "graph.end");
    kit_key(&kit, UI_KEY_RIGHT);
    assert_string_equal(state.selected, "end");
    kit_key(&kit, UI_KEY_LEFT);
    kit_key(&kit, UI_KEY_LEFT);
    assert_string_equal(state.selected, "start");
    kit_close(&kit);
}

static void up_and_down_go_to_neighbours_and_home_to_the_start(void **unused)
{
    (void)unused;
    sample state = {.selected = "heavy"};
    ui_kit kit;
    open(&kit, &state);

    kit_key(&kit, UI_KEY_DOWN);
    assert_string_equal(state.selected, "light");
    kit_key(&kit, UI_KEY_UP);
    assert_string_equal(state.selected, "heavy");
    kit_key(&kit, UI_KEY_HOME);
    assert_string_equal(state.selected, "start");
    kit_close(&kit);
}

static void back_without_a_trail_goes_against_the_heaviest_way(void **unused)
{
    (void)unused;
    sample state = {.selected = "end"};
    ui_kit kit;
    open(&kit, &state);

    kit_key(&kit, UI_KEY_LEFT);

    assert_string_equal(state.selected, "heavy");
    kit_close(&kit);
}

static void enter_and_a_click_do_it(void **unused)
{
    (void)unused;
    sample state = {.is_wide = false};
    ui_kit kit;
    open(&kit, &state);

    kit_key(&kit, UI_KEY_ENTER);
    assert_string_equal(state.activated, "start");
    kit_click(&kit, "graph.light");
    assert_string_equal(state.activated, "light");
    assert_string_equal(state.selected, "light");
    kit_close(&kit);
}

static void tab_enters_a_graph_once(void **unused)
{
    (void)unused;
    sample state = {.has_button = true};
    ui_kit kit;
    open(&kit, &state);
    kit_key(&kit, UI_KEY_RIGHT);

    kit_key(&kit, UI_KEY_TAB);
    assert_string_equal(kit_focus(&kit), "button");
    kit_key(&kit, UI_KEY_TAB);

    assert_string_equal(kit_focus(&kit), "graph.heavy");
    kit_close(&kit);
}

static void arrows_elsewhere_leave_the_graph_alone(void **unused)
{
    (void)unused;
    sample state = {.has_button = true};
    ui_kit kit;
    open(&kit, &state);
    kit_key(&kit, UI_KEY_TAB);

    kit_key(&kit, UI_KEY_RIGHT);

    assert_string_equal(state.selected, "start");
    kit_close(&kit);
}

static void a_screen_that_selects_takes_the_focus_along(void **unused)
{
    (void)unused;
    sample state = {.has_button = true};
    ui_kit kit;
    open(&kit, &state);

    strcpy(state.selected, "light");
    kit_frame(&kit);
    assert_string_equal(kit_focus(&kit), "graph.light");
    kit_key(&kit, UI_KEY_TAB);
    strcpy(state.selected, "end");
    kit_frame(&kit);

    assert_string_equal(kit_focus(&kit), "button");
    assert_string_equal(state.selected, "end");
    kit_close(&kit);
}

static bool is_seen_whole(const ui_node_info *node)
{
    return node->seen.w == node->box.w && node->seen.h == node->box.h &&
           node->box.w > 0;
}

static void the_first_look_shows_all_of_what_fits(void **unused)
{
    (void)unused;
    static const char *const ids[] = {"graph.start", "graph.heavy",
                                      "graph.light", "graph.end"};
    sample state = {.is_wide = false};
    ui_kit kit;
    open(&kit, &state);

    for (int i = 0; i < 4; i++) {
        ui_node_info info = kit_node(&kit, ids[i]);
        assert_true(is_seen_whole(&info));
        assert_int_equal(info.box.w, 112);
    }
    kit_close(&kit);
}

static void a_large_graph_is_first_seen_readable_from_its_start(void **unused)
{
    (void)unused;
    sample state = {.is_wide = true};
    ui_kit kit;
    open(&kit, &state);

    ui_node_info start = kit_node(&kit, "graph.start");
    ui_node_info far = kit_node(&kit, "graph.far");
    assert_true(is_seen_whole(&start));
    assert_true(start.box.w >= 84);
    assert_int_equal(far.seen.w, 0);
    kit_close(&kit);
}

static void zero_shows_all_of_it(void **unused)
{
    (void)unused;
    sample state = {.is_wide = true};
    ui_kit kit;
    open(&kit, &state);

    kit_key(&kit, '0');
    kit_later(&kit, 1000);

    ui_node_info start = kit_node(&kit, "graph.start");
    ui_node_info far = kit_node(&kit, "graph.far");
    assert_true(is_seen_whole(&start) && is_seen_whole(&far));
    kit_close(&kit);
}

static void plus_and_minus_zoom(void **unused)
{
    (void)unused;
    sample state = {.is_wide = false};
    ui_kit kit;
    open(&kit, &state);

    kit_key(&kit, '+');
    kit_later(&kit, 1000);
    int larger = kit_node(&kit, "graph.start").box.w;
    kit_key(&kit, '-');
    kit_later(&kit, 1000);

    assert_true(larger > 112);
    assert_int_equal(kit_node(&kit, "graph.start").box.w, 112);
    kit_close(&kit);
}

static void zooming_glides(void **unused)
{
    (void)unused;
    sample state = {.is_wide = false};
    ui_kit kit;
    open(&kit, &state);

    kit_key(&kit, '+');
    kit_later(&kit, 40);
    int between = kit_node(&kit, "graph.start").box.w;
    kit_later(&kit, 1000);

    assert_true(between > 112);
    assert_true(between < kit_node(&kit, "graph.start").box.w);
    kit_close(&kit);
}

static void an_arrow_brings_what_it_leads_to_into_sight(void **unused)
{
    (void)unused;
    sample state = {.is_wide = true, .selected = "end"};
    ui_kit kit;
    open(&kit, &state);

    strcpy(state.selected, "far");
    kit_frame(&kit);
    kit_later(&kit, 1000);

    ui_node_info far = kit_node(&kit, "graph.far");
    assert_true(is_seen_whole(&far));
    kit_close(&kit);
}

static void drag(ui_kit *kit, ui_node_info from, int dx, int dy)
{
    int x = from.seen.x + from.seen.w / 2;
    int y = from.seen.y + from.seen.h / 2;
    ui_post(kit->ui, &(ui_event){.kind = UI_EVENT_DOWN, .x = x, .y = y});
    kit_frame(kit);
    ui_post(kit->ui,
            &(ui_event){.kind = UI_EVENT_MOVE, .x = x + dx, .y = y + dy});
    kit_frame(kit);
    ui_post(kit->ui,
            &(ui_event){.kind = UI_EVENT_UP, .x = x + dx, .y = y + dy});
    kit_frame(kit);
}

static void dragging_moves_under_the_hand_and_does_not_click(void **unused)
{
    (void)unused;
    sample state = {.is_wide = false};
    ui_kit kit;
    open(&kit, &state);
    ui_node_info before = kit_node(&kit, "graph.light");

    drag(&kit, before, 50, -30);

    ui_node_info after = kit_node(&kit, "graph.light");
    assert_in_range(after.box.x - before.box.x, 49, 51);
    assert_in_range(before.box.y - after.box.y, 29, 31);
    assert_string_equal(state.activated, "");
    kit_close(&kit);
}

static void a_trembling_hand_still_clicks(void **unused)
{
    (void)unused;
    sample state = {.is_wide = false};
    ui_kit kit;
    open(&kit, &state);
    ui_node_info before = kit_node(&kit, "graph.light");

    drag(&kit, before, 2, 1);

    assert_string_equal(state.activated, "light");
    assert_int_equal(kit_node(&kit, "graph.light").box.x, before.box.x);
    kit_close(&kit);
}

static void wheel(ui_kit *kit, ui_node_info over, int notches, ui_key held)
{
    ui_post(kit->ui, &(ui_event){.kind = UI_EVENT_MOVE,
                                 .x = over.box.x + over.box.w / 2,
                                 .y = over.box.y + over.box.h / 2});
    ui_post(
        kit->ui,
        &(ui_event){.kind = UI_EVENT_WHEEL, .amount = notches, .key = held});
    kit_frame(kit);
    kit_later(kit, 1000);
}

static void the_wheel_moves_and_with_ctrl_zooms_about_the_pointer(void **unused)
{
    (void)unused;
    sample state = {.is_wide = false};
    ui_kit kit;
    open(&kit, &state);
    ui_node_info light = kit_node(&kit, "graph.light");

    wheel(&kit, light, 2, UI_CTRL);
    ui_node_info zoomed = kit_node(&kit, "graph.light");
    assert_true(zoomed.box.w > light.box.w);
    assert_in_range(zoomed.box.x + zoomed.box.w / 2,
                    light.box.x + light.box.w / 2 - 2,
                    light.box.x + light.box.w / 2 + 2);

    wheel(&kit, zoomed, -1, 0);
    ui_node_info lower = kit_node(&kit, "graph.light");
    assert_in_range(zoomed.box.y - lower.box.y, 59, 61);
    wheel(&kit, lower, 1, UI_SHIFT);
    assert_in_range(kit_node(&kit, "graph.light").box.x - lower.box.x, 59, 61);
    kit_close(&kit);
}

static void a_graph_that_changes_leaves_the_selected_box_in_place(void **unused)
{
    (void)unused;
    sample state = {.is_wide = true, .selected = "heavy"};
    ui_kit kit;
    open(&kit, &state);
    drag(&kit, kit_node(&kit, "graph.light"), 30, 10);
    ui_node_info before = kit_node(&kit, "graph.heavy");

    strcpy(state.selected, "heavy");
    kit_frame(&kit);
    before = kit_node(&kit, "graph.heavy");
    state.shift = 400;
    kit_frame(&kit);
    kit_later(&kit, 1000);

    assert_in_range(kit_node(&kit, "graph.heavy").box.x, before.box.x - 1,
                    before.box.x + 1);
    kit_close(&kit);
}

static int curves_drawn(const ui_kit *kit)
{
    ui_draw_list list = ui_drawing(kit->ui);
    int count = 0;
    for (size_t i = 0; i < list.count; i++) {
        count += list.items[i].kind == UI_DRAW_CURVE;
    }
    return count;
}

static void curves_out_of_sight_are_not_drawn(void **unused)
{
    (void)unused;
    sample state = {.is_wide = true};
    ui_kit kit;
    open(&kit, &state);
    assert_int_equal(curves_drawn(&kit), 3);

    strcpy(state.selected, "far");
    kit_frame(&kit);
    kit_later(&kit, 1000);

    assert_int_equal(curves_drawn(&kit), 0);
    kit_close(&kit);
}

static void a_graph_at_rest_asks_for_no_frame(void **unused)
{
    (void)unused;
    sample state = {.is_wide = true};
    ui_kit kit;
    uint32_t at_ms = 0;
    open(&kit, &state);
    kit_key(&kit, UI_KEY_RIGHT);
    kit_later(&kit, 1000);
    uint64_t hash = ui_drawing(kit.ui).hash;

    kit_later(&kit, 5000);

    assert_false(ui_next_wake(kit.ui, &at_ms));
    assert_true(ui_drawing(kit.ui).hash == hash);
    kit_close(&kit);
}

static void moving_a_graph_asks_for_no_memory_after_warming_up(void **unused)
{
    (void)unused;
    sample state = {.is_wide = true};
    ui_kit kit;
    open(&kit, &state);
    for (int i = 0; i < 4; i++) {
        wheel(&kit, kit_node(&kit, "graph"), 1, UI_SHIFT);
    }
    size_t before = kit.requests;

    for (int i = 0; i < 50; i++) {
        wheel(&kit, kit_node(&kit, "graph"), i % 2 == 0 ? 1 : -1,
              i % 3 == 0 ? UI_CTRL : UI_SHIFT);
        kit_key(&kit, UI_KEY_RIGHT);
    }

    assert_int_equal(kit.requests, before);
    kit_close(&kit);
}

/* Runs one toolkit whose allocator refuses after `allowed` requests. */
static bool runs_with(size_t allowed)
{
    sample state = {.is_wide = true};
    ui_kit kit = {.allowed = allowed};
    ui_host host = kit_host(&kit);
    ui_surface surface = {.width_px = 800, .height_px = 600};
    if (ui_new(&kit.ui, &host, NULL) != RP_OK) {
        return false;
    }
    for (int i = 0; i < 3; i++) {
        ui_begin_frame(kit.ui, &surface);
        screen(kit.ui, &state);
        ui_end_frame(kit.ui);
        ui_post_key(kit.ui, UI_KEY_RIGHT);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arrows_follow_the_heaviest_way_and_come_back),
        cmocka_unit_test(up_and_down_go_to_neighbours_and_home_to_the_start),
        cmocka_unit_test(back_without_a_trail_goes_against_the_heaviest_way),
        cmocka_unit_test(enter_and_a_click_do_it),
        cmocka_unit_test(tab_enters_a_graph_once),
        cmocka_unit_test(arrows_elsewhere_leave_the_graph_alone),
        cmocka_unit_test(a_screen_that_selects_takes_the_focus_along),
        cmocka_unit_test(the_first_look_shows_all_of_what_fits),
        cmocka_unit_test(a_large_graph_is_first_seen_readable_from_its_start),
        cmocka_unit_test(zero_shows_all_of_it),
        cmocka_unit_test(plus_and_minus_zoom),
        cmocka_unit_test(zooming_glides),
        cmocka_unit_test(an_arrow_brings_what_it_leads_to_into_sight),
        cmocka_unit_test(dragging_moves_under_the_hand_and_does_not_click),
        cmocka_unit_test(a_trembling_hand_still_clicks),
        cmocka_unit_test(the_wheel_moves_and_with_ctrl_zooms_about_the_pointer),
        cmocka_unit_test(a_graph_that_changes_leaves_the_selected_box_in_place),
        cmocka_unit_test(curves_out_of_sight_are_not_drawn),
        cmocka_unit_test(a_graph_at_rest_asks_for_no_frame),
        cmocka_unit_test(moving_a_graph_asks_for_no_memory_after_warming_up),
        cmocka_unit_test(refused_memory_is_told_and_harms_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
