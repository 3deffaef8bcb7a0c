/*
 * Looking at a graph: the first look, all of it, moved and zoomed by hand, and
 * the pointer that does so. Zooming glides; moving by hand does not.
 */
#include "ui/graph.h"

enum {
    PLAIN_ZOOM = 10000,
    READABLE_ZOOM = 7500,
    MARGIN_PX = 20,
    GLIDE_MS = 160,
    WHEEL_PX = 60,
    DRAG_PX = 4
};

/* Zooms that are stepped through, and sizes of letters. */
static const int32_t steps[] = {1000,  1500,  2000,  2500,  3300,  4000,
                                5000,  6000,  7500,  8500,  10000, 11500,
                                13000, 15000, 17500, 20000, 25000, 30000};

enum {
    STEP_COUNT = sizeof steps / sizeof steps[0]
};

static int32_t at_least(int32_t value, int32_t limit)
{
    return value > limit ? value : limit;
}

static int32_t stepped(int32_t zoom, int by)
{
    for (; by > 0; by--) {
        int i = 0;
        while (i < STEP_COUNT - 1 && steps[i] <= zoom) {
            i++;
        }
        zoom = steps[i];
    }
    for (; by < 0; by++) {
        int i = STEP_COUNT - 1;
        while (i > 0 && steps[i] >= zoom) {
            i--;
        }
        zoom = steps[i];
    }
    return zoom;
}

/* The largest step that is not above it: few sizes of letters are made. */
static int32_t step_below(int32_t zoom)
{
    int i = STEP_COUNT - 1;
    while (i > 0 && steps[i] > zoom) {
        i--;
    }
    return steps[i];
}

void ui_graph_zoom(ui_graph_place *place, int by)
{
    place->zoom = stepped(place->zoom == 0 ? PLAIN_ZOOM : place->zoom, by);
    place->is_moved = true;
    place->is_whole = false;
}

void ui_graph_show_all(ui_graph_place *place)
{
    place->is_moved = true;
    place->is_whole = true;
}

/* ----------------------------------------------------------------- lens */

/* Device length of a graph length, both in sixteenths. */
static int64_t through(int64_t length, int64_t zoom, int font_percent)
{
    return length * zoom / PLAIN_ZOOM * font_percent / 100;
}

/* And back. */
static int32_t back_through(int64_t length, int64_t zoom, int font_percent)
{
    return (int32_t)(length * PLAIN_ZOOM / at_least((int32_t)zoom, 1) * 100 /
                     at_least(font_percent, 1));
}

ui_spot graph_seen(const graph_lens *lens, ui_spot at)
{
    int64_t x = (int64_t)(at.x - lens->middle.x) * lens->zoom / PLAIN_ZOOM;
    int64_t y = (int64_t)(at.y - lens->middle.y) * lens->zoom / PLAIN_ZOOM;
    int middle_x = lens->view.x + lens->view.w / 2;
    int middle_y = lens->view.y + lens->view.h / 2;
    return (ui_spot){middle_x * UI_SPOT_PX + (int32_t)x,
                     middle_y * UI_SPOT_PX + (int32_t)y};
}

int32_t graph_seen_length(const graph_lens *lens, int32_t length)
{
    return (int32_t)((int64_t)length * lens->zoom / PLAIN_ZOOM);
}

/* --------------------------------------------------------------- placing */

/* The zoom at which all of a length fits into a room of device pixels. */
static int32_t fitting(const ui_context *ui, int32_t length_px, int room_px)
{
    int64_t room = at_least(room_px - 2 * ui_device(ui, MARGIN_PX), 1);
    int64_t plain = at_least(ui_device_text(ui, length_px), 1);
    return (int32_t)(room * PLAIN_ZOOM / plain);
}

static int32_t whole_zoom(const ui_context *ui, const graph *of, ui_rect view)
{
    int32_t across = fitting(ui, of->spec.width_px, view.w);
    int32_t down = fitting(ui, of->spec.height_px, view.h);
    int32_t zoom = across < down ? across : down;
    zoom = zoom > PLAIN_ZOOM ? PLAIN_ZOOM : zoom;
    return at_least(zoom, steps[0]);
}

/* In the middle where all of it fits, else with `from` near the beginning. */
static int32_t first_middle(int32_t length, int32_t room, int32_t from)
{
    if (length <= room) {
        return length / 2;
    }
    int32_t middle = from + room / 2;
    middle = middle > length - room / 2 ? length - room / 2 : middle;
    return at_least(middle, room / 2);
}

static void look_first(const ui_context *ui, const graph *of, ui_rect view)
{
    ui_graph_place *place = of->spec.place;
    const graph_node *start = graph_start(of);
    int32_t whole = whole_zoom(ui, of, view);
    place->zoom = whole < READABLE_ZOOM && !place->is_whole
                      ? stepped(READABLE_ZOOM, 1)
                      : whole;
    int32_t margin = MARGIN_PX * UI_SPOT_PX;
    int32_t room_w = back_through((int64_t)view.w * UI_SPOT_PX, place->zoom,
                                  ui->font_percent);
    int32_t room_h = back_through((int64_t)view.h * UI_SPOT_PX, place->zoom,
                                  ui->font_percent);
    ui_spot from = {0, 0};
    if (start != NULL) {
        from.x = start->spec.middle.x - start->spec.width_px * UI_SPOT_PX / 2 -
                 margin;
        from.y = start->spec.middle.y - room_h / 2;
    }
    int32_t width = of->spec.width_px * UI_SPOT_PX;
    int32_t height = of->spec.height_px * UI_SPOT_PX;
    place->middle = (ui_spot){
        first_middle(width + 2 * margin, room_w, from.x + margin) - margin,
        first_middle(height + 2 * margin, room_h, from.y + margin) - margin};
}

static void zoom_at(const ui_context *ui, ui_graph_place *place, int by,
                    ui_spot from_middle)
{
    int32_t before = place->zoom;
    ui_graph_zoom(place, by);
    place->middle.x +=
        back_through(from_middle.x, before, ui->font_percent) -
        back_through(from_middle.x, place->zoom, ui->font_percent);
    place->middle.y +=
        back_through(from_middle.y, before, ui->font_percent) -
        back_through(from_middle.y, place->zoom, ui->font_percent);
}

/* As the pointer wants it; true: it was moved under the hand. */
static bool follow_pointer(ui_context *ui, const graph *of, ui_rect view)
{
    const ui_decision *decision = &ui->decision;
    ui_graph_place *place = of->spec.place;
    if (decision->viewed != ui_hash(of->spec.id)) {
        return false;
    }
    if (decision->zoom_steps != 0) {
        ui_spot from = {(decision->zoom_x - view.x - view.w / 2) * UI_SPOT_PX,
                        (decision->zoom_y - view.y - view.h / 2) * UI_SPOT_PX};
        zoom_at(ui, place, decision->zoom_steps, from);
    }
    if (decision->pan_x == 0 && decision->pan_y == 0) {
        return false;
    }
    place->is_moved = true;
    place->is_whole = false;
    place->middle.x -= back_through((int64_t)decision->pan_x * UI_SPOT_PX,
                                    place->zoom, ui->font_percent);
    place->middle.y -= back_through((int64_t)decision->pan_y * UI_SPOT_PX,
                                    place->zoom, ui->font_percent);
    return true;
}

/* How far `at` must move to have `half` and a margin of room around it. */
static int32_t lacking(int32_t at, int32_t half, int32_t room)
{
    int32_t least = -room / 2 + half;
    int32_t most = room / 2 - half;
    if (most < least) {
        return at;
    }
    return at < least ? at - least : at > most ? at - most : 0;
}

/* A box newly selected is brought into view, and one that the layout moved
 * takes the view along. */
static void hold_selected(ui_context *ui, const graph *of, ui_rect view)
{
    ui_graph_place *place = of->spec.place;
    const graph_node *node = of->selected;
    bool is_same = place->held == node->hash;
    ui_spot at = node->spec.middle;
    if (is_same && place->is_moved && !place->is_whole) {
        place->middle.x += at.x - place->held_at.x;
        place->middle.y += at.y - place->held_at.y;
    }
    place->held_at = at;
    if (is_same || place->is_whole) {
        place->held = node->hash;
        return;
    }
    place->held = node->hash;
    int32_t margin = 2 * MARGIN_PX * UI_SPOT_PX;
    int32_t room_w = back_through((int64_t)view.w * UI_SPOT_PX, place->zoom,
                                  ui->font_percent);
    int32_t room_h = back_through((int64_t)view.h * UI_SPOT_PX, place->zoom,
                                  ui->font_percent);
    int32_t dx = lacking(at.x - place->middle.x,
                         node->spec.width_px * UI_SPOT_PX / 2 + margin, room_w);
    int32_t dy =
        lacking(at.y - place->middle.y,
                node->spec.height_px * UI_SPOT_PX / 2 + margin, room_h);
    place->middle.x += dx;
    place->middle.y += dy;
    place->is_moved = place->is_moved || dx != 0 || dy != 0;
}

/* At least a bit of the graph stays in the view. */
static void keep_near(const graph *of)
{
    ui_graph_place *place = of->spec.place;
    int32_t most_x = of->spec.width_px * UI_SPOT_PX;
    int32_t most_y = of->spec.height_px * UI_SPOT_PX;
    ui_spot *at = &place->middle;
    at->x = at->x > most_x ? most_x : at_least(at->x, 0);
    at->y = at->y > most_y ? most_y : at_least(at->y, 0);
}

static graph_lens glided(ui_context *ui, const graph *of, uint32_t duration_ms)
{
    const ui_graph_place *place = of->spec.place;
    const char *id = of->spec.id;
    graph_lens lens = {.middle = {ui_glide(ui, ui_hash_salted(id, "look-x"),
                                           place->middle.x, duration_ms),
                                  ui_glide(ui, ui_hash_salted(id, "look-y"),
                                           place->middle.y, duration_ms)},
                       .zoom = ui_glide(ui, ui_hash_salted(id, "look-zoom"),
                                        place->zoom, duration_ms)};
    lens.letters_percent =
        (int)through(step_below(lens.zoom) / 100, PLAIN_ZOOM, ui->font_percent);
    lens.zoom = (int32_t)through(lens.zoom, PLAIN_ZOOM, ui->font_percent);
    return lens;
}

void graph_look(ui_context *ui, graph *of, ui_rect view)
{
    ui_graph_place *place = of->spec.place;
    if (of->selected == NULL || rect_is_empty(view)) {
        return;
    }
    bool is_first = place->zoom == 0;
    if (!place->is_moved || place->is_whole) {
        look_first(ui, of, view);
    }
    bool is_in_hand = follow_pointer(ui, of, view);
    hold_selected(ui, of, view);
    if (place->is_moved && !place->is_whole) {
        keep_near(of);
    }
    bool jumps = is_in_hand || is_first || !place->is_moved;
    of->lens = glided(ui, of, jumps ? 0 : GLIDE_MS);
    of->lens.view = view;
}

/* -------------------------------------------------------------- pointer */

/* The graph under a point that nothing else lies on; -1: none. */
static int32_t view_at(const ui_context *ui, int x, int y)
{
    const ui_tree *tree = ui->last;
    int32_t from = 0;
    int32_t to = 0;
    focus_scope(tree, &from, &to);
    for (int32_t i = to - 1; i >= from; i--) {
        if (tree->nodes[i].is_view && rect_has(tree->nodes[i].seen, x, y)) {
            return i;
        }
    }
    return -1;
}

bool view_wheel(ui_context *ui, const ui_event *event)
{
    int32_t index = view_at(ui, ui->pointer_x, ui->pointer_y);
    ui_decision *decision = &ui->decision;
    if (index < 0) {
        return false;
    }
    decision->viewed = ui->last->nodes[index].id;
    int by = event->amount * ui_device(ui, WHEEL_PX);
    if ((event->key & UI_CTRL) != 0) {
        decision->zoom_steps += event->amount;
        decision->zoom_x = ui->pointer_x;
        decision->zoom_y = ui->pointer_y;
    } else if ((event->key & UI_SHIFT) != 0) {
        decision->pan_x += by;
    } else {
        decision->pan_y += by;
    }
    return true;
}

void view_grab(ui_context *ui, const ui_event *event)
{
    int32_t index = view_at(ui, event->x, event->y);
    ui->viewing = index < 0 ? 0 : ui->last->nodes[index].id;
    ui->view_grip = (ui_point){event->x, event->y};
    ui->is_panning = false;
}

bool view_drag(ui_context *ui, const ui_event *event)
{
    int dx = event->x - ui->view_grip.x;
    int dy = event->y - ui->view_grip.y;
    int least = ui_device(ui, DRAG_PX);
    if (!ui->is_down || ui->viewing == 0) {
        return false;
    }
    if (!ui->is_panning && dx * dx + dy * dy < least * least) {
        return false;
    }
    ui->is_panning = true;
    ui->pressed = 0;
    ui->decision.viewed = ui->viewing;
    ui->decision.pan_x += dx;
    ui->decision.pan_y += dy;
    ui->view_grip = (ui_point){event->x, event->y};
    return true;
}

void view_release(ui_context *ui)
{
    ui->viewing = 0;
    ui->is_panning = false;
}
