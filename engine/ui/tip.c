/*
 * Tooltips: the label of a wordless control with its key, while the pointer
 * rests on it or the focus stays there; and the whole of a name that was cut
 * short.
 */
#include "ui/ui_internal.h"

enum {
    TIP_AFTER_MS = 500
};

/* The first truncated text of a control. */
static const char *shortened(const ui_tree *tree, int32_t index)
{
    for (int32_t i = index; i < tree->nodes[index].end; i++) {
        const ui_node *node = &tree->nodes[i];
        if (node->kind == NODE_TEXT && node->text != NULL &&
            node->text->is_truncated) {
            return node->label;
        }
    }
    return NULL;
}

/* "Leave the call · Esc" */
static const char *with_key(ui_context *ui, const ui_node *node)
{
    if (node->key == UI_KEY_NONE) {
        return node->label;
    }
    return ui_format(ui, "%s · %s", node->label, ui_key_name(ui, node->key));
}

static const char *tip_of(ui_context *ui, int32_t index)
{
    if (index < 0) {
        return NULL;
    }
    const ui_node *node = &ui->now->nodes[index];
    return node->is_tip && node->label != NULL ? with_key(ui, node)
                                               : shortened(ui->now, index);
}

/* When the control with the focus is to be explained. */
static uint32_t focus_due(ui_context *ui)
{
    if (ui->tip_focus != ui->focus) {
        ui->tip_focus = ui->focus;
        ui->tip_focus_ms = ui->surface.now_ms;
    }
    return ui->tip_focus_ms + TIP_AFTER_MS;
}

/* The node to explain; what to say goes to `words`. */
static int32_t tip_node(ui_context *ui, const char **words)
{
    int32_t hovered = tree_find(ui->now, ui->hovered);
    int32_t focused = tree_find(ui->now, ui->focus);
    uint32_t due = ui->hovered_since_ms + TIP_AFTER_MS;
    uint32_t focus_at = focus_due(ui);
    *words = ui->is_down ? NULL : tip_of(ui, hovered);
    if (*words != NULL && ui->surface.now_ms >= due) {
        return hovered;
    }
    if (*words != NULL) {
        ui_wake_at(ui, due);
    }
    *words = tip_of(ui, focused);
    bool is_late = focused < 0 || !ui->now->nodes[focused].is_tip ||
                   ui->surface.now_ms >= focus_at;
    if (*words != NULL && !is_late) {
        ui_wake_at(ui, focus_at);
        *words = NULL;
    }
    return focused;
}

void tip_draw(ui_context *ui)
{
    const char *words = NULL;
    int32_t index = tip_node(ui, &words);
    if (index < 0 || words == NULL) {
        return;
    }
    const ui_node *node = &ui->now->nodes[index];
    ui_style style = {.size = UI_S};
    int width = words_width(ui, words, &style);
    int pad = ui_device(ui, 8);
    ui_rect box = {node->box.x + node->box.w / 2 - width / 2 - pad,
                   node->box.y + node->box.h + pad, width + 2 * pad,
                   ui_device_text(ui, 20) + pad};
    int right = ui->surface.width_px - pad - box.w;
    box.x = box.x > right ? right : box.x;
    box.x = box.x < pad ? pad : box.x;
    if (box.y + box.h > ui->surface.height_px) {
        box.y = node->box.y - pad - box.h;
    }
    int radius = ui_device(ui, UI_RADIUS_TAG);
    draw_fill(ui, box, ui_paint_color(ui, UI_SURFACE, UI_SURFACE), radius);
    draw_stroke(ui, box, ui_paint_color(ui, UI_LINE_STRONG, UI_LINE), radius,
                ui_device(ui, 1));
    (void)draw_words(ui, words, &style, rect_inset(box, pad));
}
