/*
 * Tooltips: the label of a wordless control, shown while the pointer rests on
 * it or the focus is there and the pointer is not in use.
 */
#include "ui/ui_internal.h"

enum {
    TIP_AFTER_MS = 500
};

static int32_t tip_node(ui_context *ui)
{
    int32_t index = tree_find(ui->now, ui->hovered);
    if (index < 0 || !ui->now->nodes[index].is_tip || ui->is_down) {
        return -1;
    }
    uint32_t due = ui->hovered_since_ms + TIP_AFTER_MS;
    if (ui->surface.now_ms < due) {
        ui_wake_at(ui, due);
        return -1;
    }
    return index;
}

void tip_draw(ui_context *ui)
{
    int32_t index = tip_node(ui);
    if (index < 0 || ui->now->nodes[index].label == NULL) {
        return;
    }
    const ui_node *node = &ui->now->nodes[index];
    ui_style style = {.size = UI_S};
    int width = words_width(ui, node->label, &style);
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
    (void)draw_words(ui, node->label, &style, rect_inset(box, pad));
}
