/*
 * What moves scroll areas: the wheel, page keys and the thumb.
 */
#include "ui/ui_internal.h"

enum {
    WHEEL_PX = 60
};

static bool can_scroll(const ui_context *ui, const ui_node *node)
{
    const ui_memory *memory = ui_recall(ui, node->id);
    return node->is_scroll && memory != NULL &&
           memory->extent_px > memory->view_px;
}

bool scroll_at(ui_context *ui, ui_point at, int delta_px)
{
    int32_t from = 0;
    int32_t to = 0;
    focus_scope(ui->last, &from, &to);
    for (int32_t i = to - 1; i >= from; i--) {
        const ui_node *node = &ui->last->nodes[i];
        if (!can_scroll(ui, node) || !rect_has(node->seen, at.x, at.y)) {
            continue;
        }
        if (scroll_by(ui, node->id, delta_px)) {
            return true;
        }
    }
    return false;
}

bool scroll_wheel(ui_context *ui, int x, int y, int notches)
{
    return scroll_at(ui, (ui_point){x, y}, -notches * ui_device(ui, WHEEL_PX));
}

static int page_delta(ui_key key, int view_px)
{
    switch (key) {
    case UI_KEY_PAGE_UP: return -view_px * 9 / 10;
    case UI_KEY_PAGE_DOWN: return view_px * 9 / 10;
    case UI_KEY_HOME: return -PARAGRAPH_NEVER;
    case UI_KEY_END: return PARAGRAPH_NEVER;
    default: return 0;
    }
}

/* The area around the focus, else the one that takes pages from anywhere. */
static const ui_node *page_area(const ui_context *ui)
{
    const ui_tree *tree = ui->last;
    for (int32_t i = tree_find(tree, ui->focus); i >= 0;
         i = tree->nodes[i].parent) {
        if (can_scroll(ui, &tree->nodes[i])) {
            return &tree->nodes[i];
        }
    }
    int32_t from = 0;
    int32_t to = 0;
    focus_scope(tree, &from, &to);
    for (int32_t i = from; i < to; i++) {
        if (tree->nodes[i].takes_pages && can_scroll(ui, &tree->nodes[i])) {
            return &tree->nodes[i];
        }
    }
    return NULL;
}

bool scroll_pages(ui_context *ui, ui_key key)
{
    const ui_node *area = page_area(ui);
    int delta = area == NULL ? 0 : page_delta(key, area->box.h);
    return delta != 0 && scroll_by(ui, area->id, delta);
}

bool scroll_grab(ui_context *ui, int x, int y)
{
    int32_t from = 0;
    int32_t to = 0;
    focus_scope(ui->last, &from, &to);
    for (int32_t i = to - 1; i >= from; i--) {
        const ui_node *node = &ui->last->nodes[i];
        ui_rect thumb = {0};
        if (!node->is_scroll || !scroll_thumb(ui, node, &thumb)) {
            continue;
        }
        if (rect_has(rect_inset(thumb, -2), x, y)) {
            ui->thumb = node->id;
            ui->thumb_grip_px = y - thumb.y;
            return true;
        }
    }
    return false;
}

void scroll_drag(ui_context *ui, int y)
{
    int32_t index = tree_find(ui->last, ui->thumb);
    ui_rect thumb = {0};
    if (index < 0 || !scroll_thumb(ui, &ui->last->nodes[index], &thumb)) {
        ui->thumb = 0;
        return;
    }
    const ui_node *node = &ui->last->nodes[index];
    const ui_memory *memory = ui_recall(ui, node->id);
    int room = node->box.h - thumb.h;
    if (room <= 0 || memory == NULL) {
        return;
    }
    int most = memory->extent_px - memory->view_px;
    int64_t wanted =
        (int64_t)(y - ui->thumb_grip_px - node->box.y) * most / room;
    (void)scroll_by(ui, node->id, (int)wanted - memory->scroll_px);
}
