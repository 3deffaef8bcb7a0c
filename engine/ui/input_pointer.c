/*
 * The pointer: what lies under it, press and release, dragging of sliders,
 * selections and scroll thumbs. What is on top is what was painted last.
 */
#include "ui/ui_internal.h"

/* The phrase of a text under a point; -1: none. */
static int phrase_at(ui_context *ui, const ui_node *node, ui_point point)
{
    const paragraph *text = node->text;
    uint32_t at =
        paragraph_at(ui, text, point.x - node->box.x, point.y - node->box.y);
    for (int i = 1; i < text->span_count; i++) {
        const text_span *span = &text->spans[i];
        if (span->kind == SPAN_PHRASE && at >= span->start && at <= span->end) {
            return span->index;
        }
    }
    return -1;
}

static bool can_be_hit(ui_context *ui, const ui_node *node, ui_point at)
{
    bool is_phrase_text =
        node->text != NULL && node->text->has_phrases && node->id != 0;
    if (node->is_disabled || !rect_has(node->seen, at.x, at.y)) {
        return false;
    }
    return node->is_pressable || node->is_field || node->is_slider ||
           (is_phrase_text && phrase_at(ui, node, at) >= 0);
}

static int32_t hit_layer(ui_context *ui, ui_point at, bool is_over)
{
    const ui_tree *tree = ui->last;
    int32_t from = 0;
    int32_t to = 0;
    focus_scope(tree, &from, &to);
    for (int32_t i = to - 1; i >= from; i--) {
        const ui_node *node = &tree->nodes[i];
        if (node->is_over == is_over && can_be_hit(ui, node, at)) {
            return i;
        }
    }
    return -1;
}

static int32_t hit(ui_context *ui, int x, int y)
{
    ui_point at = {x, y};
    int32_t over = hit_layer(ui, at, true);
    return over >= 0 ? over : hit_layer(ui, at, false);
}

static int permille_in(const ui_node *node, int x)
{
    int width = node->box.w > 0 ? node->box.w : 1;
    int value = (x - node->box.x) * 1000 / width;
    value = value < 0 ? 0 : value;
    return value > 1000 ? 1000 : value;
}

static void drag_slider(ui_context *ui, const ui_node *node, int x)
{
    ui->decision.dragged = node->id;
    ui->decision.drag_permille = permille_in(node, x);
    ui->decision.is_made = true;
}

static void hover(ui_context *ui, int x, int y)
{
    int32_t index = hit(ui, x, y);
    uint64_t id = index < 0 ? 0 : ui->last->nodes[index].id;
    if (id != ui->hovered) {
        ui->hovered = id;
        ui->hovered_since_ms = ui->surface.now_ms;
    }
}

static void move(ui_context *ui, const ui_event *event)
{
    ui->pointer_x = event->x;
    ui->pointer_y = event->y;
    ui->has_pointer = true;
    if (ui->thumb != 0) {
        scroll_drag(ui, event->y);
        return;
    }
    if (view_drag(ui, event)) {
        return;
    }
    hover(ui, event->x, event->y);
    int32_t pressed = tree_find(ui->last, ui->pressed);
    if (!ui->is_down || pressed < 0) {
        return;
    }
    const ui_node *node = &ui->last->nodes[pressed];
    if (node->is_slider) {
        drag_slider(ui, node, event->x);
    } else if (node->is_field && ui->editing.id == node->id) {
        ui_event drag = *event;
        drag.amount = 1;
        field_post(ui, &drag);
    }
}

static bool is_beside_trap(const ui_context *ui, const ui_event *event)
{
    int32_t from = 0;
    int32_t to = 0;
    focus_scope(ui->last, &from, &to);
    if (ui->last->count == 0 || !ui->last->nodes[from].is_floating) {
        return false;
    }
    return !rect_has(ui->last->nodes[from].box, event->x, event->y);
}

static void press_field(ui_context *ui, const ui_node *node,
                        const ui_event *event)
{
    ui->editing.is_typing = true;
    if (ui->editing.id == node->id) {
        field_post(ui, event);
    }
}

static void down(ui_context *ui, const ui_event *event)
{
    ui->is_down = true;
    if (is_beside_trap(ui, event)) {
        int32_t from = 0;
        int32_t to = 0;
        focus_scope(ui->last, &from, &to);
        ui->decision.dismissed = ui->last->nodes[from].id;
        ui->decision.is_made = true;
        return;
    }
    if (scroll_grab(ui, event->x, event->y)) {
        return;
    }
    view_grab(ui, event);
    int32_t index = hit(ui, event->x, event->y);
    ui->pressed = 0;
    if (index < 0) {
        ui->editing.has_left = ui->editing.is_typing;
        ui->editing.is_typing = false;
        return;
    }
    const ui_node *node = &ui->last->nodes[index];
    ui->pressed = node->id;
    if (node->is_focusable) {
        focus_set(ui, node->id);
    }
    if (node->is_slider) {
        drag_slider(ui, node, event->x);
    } else if (node->is_field) {
        press_field(ui, node, event);
    }
}

static void choose_phrase(ui_context *ui, const ui_node *node, ui_point at)
{
    int phrase = phrase_at(ui, node, at);
    if (phrase >= 0) {
        ui->decision.phrase_of = node->id;
        ui->decision.phrase = phrase;
        ui->decision.is_made = true;
    }
}

static void up(ui_context *ui, const ui_event *event)
{
    uint64_t pressed = ui->pressed;
    ui->is_down = false;
    ui->pressed = 0;
    ui->thumb = 0;
    view_release(ui);
    int32_t index = hit(ui, event->x, event->y);
    if (index < 0 || ui->last->nodes[index].id != pressed || pressed == 0) {
        return;
    }
    const ui_node *node = &ui->last->nodes[index];
    if (node->is_pressable) {
        ui->decision.activated = node->id;
        ui->decision.click_permille = permille_in(node, event->x);
        ui->decision.is_made = true;
    } else if (node->text != NULL) {
        choose_phrase(ui, node, (ui_point){event->x, event->y});
    }
}

void pointer_handle(ui_context *ui, const ui_event *event)
{
    switch (event->kind) {
    case UI_EVENT_MOVE: move(ui, event); break;
    case UI_EVENT_DOWN:
        move(ui, event);
        down(ui, event);
        break;
    case UI_EVENT_UP: up(ui, event); break;
    case UI_EVENT_WHEEL:
        if (!view_wheel(ui, event) && (event->key & UI_SHIFT) == 0) {
            (void)scroll_wheel(ui, ui->pointer_x, ui->pointer_y, event->amount);
        }
        break;
    case UI_EVENT_LEAVE:
        ui->has_pointer = false;
        ui->hovered = 0;
        break;
    case UI_EVENT_KEY:
    case UI_EVENT_TEXT:
    case UI_EVENT_COMPOSE:
    case UI_EVENT_TOUCH: break;
    }
}

int32_t pointer_hit(ui_context *ui, int x, int y)
{
    return hit(ui, x, y);
}

/* What lies under a resting pointer may have changed with the tree. */
void pointer_rest(ui_context *ui)
{
    if (ui->has_pointer && ui->thumb == 0) {
        hover(ui, ui->pointer_x, ui->pointer_y);
    }
}
