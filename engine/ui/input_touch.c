/*
 * Fingers. A tap is a click on what is under the finger or next to it; a
 * finger that moves scrolls what it lies on; on sliders, fields and graphs it
 * drags as the pointer does. A finger that rests shows the tip of a control
 * without words, and does not click it.
 *
 * Nothing is under a finger that has left: there is no hovering.
 */
#include "ui/ui_internal.h"

enum {
    SLOP_PX = 12,   /* a finger that moves less than this taps */
    TARGET_PX = 44, /* the least a control is for a finger */
    REST_MS = 600
};

/* How far a point is from the middle of what a finger can hit; -1: off it. */
static int64_t distance(const ui_context *ui, const ui_node *node, ui_point at)
{
    ui_rect box = node->seen;
    int least = ui_device(ui, TARGET_PX);
    int more_w = box.w < least ? least - box.w : 0;
    int more_h = box.h < least ? least - box.h : 0;
    ui_rect grown = {box.x - more_w / 2, box.y - more_h / 2, box.w + more_w,
                     box.h + more_h};
    if (rect_is_empty(box) || !rect_has(grown, at.x, at.y)) {
        return -1;
    }
    int64_t x = at.x - box.x - box.w / 2;
    int64_t y = at.y - box.y - box.h / 2;
    return x * x + y * y;
}

/* The control a finger means where it hits none; -1: nothing is near. */
static int32_t nearest(const ui_context *ui, ui_point at)
{
    const ui_tree *tree = ui->last;
    int32_t best = -1;
    int64_t best_distance = -1;
    int32_t from = 0;
    int32_t to = 0;
    focus_scope(tree, &from, &to);
    for (int32_t i = from; i < to; i++) {
        const ui_node *node = &tree->nodes[i];
        bool is_target =
            !node->is_disabled &&
            (node->is_pressable || node->is_field || node->is_slider);
        int64_t far = is_target ? distance(ui, node, at) : -1;
        if (far >= 0 && (best < 0 || far < best_distance)) {
            best = i;
            best_distance = far;
        }
    }
    return best;
}

static int clamp(int value, int low, int size)
{
    value = value < low ? low : value;
    return value >= low + size ? low + size - 1 : value;
}

/* Where the finger meant to be. */
static ui_point aim(ui_context *ui, ui_point at)
{
    int32_t index = pointer_hit(ui, at.x, at.y);
    if (index >= 0) {
        return at;
    }
    index = nearest(ui, at);
    if (index < 0) {
        return at;
    }
    ui_rect box = ui->last->nodes[index].seen;
    return (ui_point){clamp(at.x, box.x, box.w), clamp(at.y, box.y, box.h)};
}

static void point(ui_context *ui, ui_event_kind kind, ui_point at)
{
    pointer_handle(ui, &(ui_event){.kind = kind, .x = at.x, .y = at.y});
}

static bool is_on_graph(const ui_context *ui, ui_point at)
{
    const ui_tree *tree = ui->last;
    for (int32_t i = 0; i < tree->count; i++) {
        if (tree->nodes[i].is_view &&
            rect_has(tree->nodes[i].seen, at.x, at.y)) {
            return true;
        }
    }
    return false;
}

static void touch_down(ui_context *ui, ui_point at)
{
    ui_point aimed = aim(ui, at);
    int32_t index = pointer_hit(ui, aimed.x, aimed.y);
    const ui_node *node = index < 0 ? NULL : &ui->last->nodes[index];
    ui->touch = (ui_touch){.is_down = true,
                           .start = at,
                           .last = at,
                           .aimed = aimed,
                           .start_ms = ui->surface.now_ms};
    ui->touch.drags = (node != NULL && (node->is_slider || node->is_field)) ||
                      (node == NULL && is_on_graph(ui, at));
    ui->hovered = node == NULL ? 0 : node->id;
    ui->hovered_since_ms = ui->surface.now_ms;
    if (ui->touch.drags) {
        point(ui, UI_EVENT_DOWN, aimed);
    }
}

static void touch_move(ui_context *ui, ui_point at)
{
    ui_touch *touch = &ui->touch;
    int moved = at.y - touch->start.y;
    int slop = ui_device(ui, SLOP_PX);
    if (!touch->is_down) {
        return;
    }
    if (touch->drags) {
        point(ui, UI_EVENT_MOVE, at);
        return;
    }
    if (moved > slop || moved < -slop) {
        touch->scrolls = true;
        ui->hovered = 0;
    }
    if (touch->scrolls) {
        (void)scroll_at(ui, touch->start, touch->last.y - at.y);
        touch->last = at;
    }
}

static bool shows_tip(const ui_context *ui)
{
    int32_t index = tree_find(ui->last, ui->hovered);
    bool has_rested = ui->surface.now_ms - ui->touch.start_ms >= REST_MS;
    return has_rested && index >= 0 && ui->last->nodes[index].is_tip;
}

static void touch_up(ui_context *ui, ui_point at)
{
    ui_touch touch = ui->touch;
    bool is_tap = touch.is_down && !touch.scrolls && !shows_tip(ui);
    ui->touch = (ui_touch){.is_down = false};
    if (touch.drags) {
        point(ui, UI_EVENT_UP, at);
    } else if (is_tap) {
        point(ui, UI_EVENT_DOWN, touch.aimed);
        point(ui, UI_EVENT_UP, touch.aimed);
    }
    point(ui, UI_EVENT_LEAVE, at);
}

void touch_handle(ui_context *ui, const ui_event *event)
{
    ui_point at = {event->x, event->y};
    switch ((ui_touch_phase)event->amount) {
    case UI_TOUCH_DOWN: touch_down(ui, at); break;
    case UI_TOUCH_MOVE: touch_move(ui, at); break;
    case UI_TOUCH_UP: touch_up(ui, at); break;
    }
}
