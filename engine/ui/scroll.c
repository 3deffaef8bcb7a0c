/*
 * Scroll areas: after layout their content is shifted by what is remembered,
 * kept within bounds, and moved so that a newly focused node can be seen.
 * Here every node also learns which part of it no clip hides.
 */
#include "ui/ui_internal.h"

enum {
    THUMB_PX = 8,
    THUMB_LEAST_PX = 32,
    FOCUS_MARGIN_PX = 8
};

ui_rect rect_cut(ui_rect a, ui_rect b)
{
    int left = a.x > b.x ? a.x : b.x;
    int top = a.y > b.y ? a.y : b.y;
    int right = a.x + a.w < b.x + b.w ? a.x + a.w : b.x + b.w;
    int bottom = a.y + a.h < b.y + b.h ? a.y + a.h : b.y + b.h;
    if (right <= left || bottom <= top) {
        return (ui_rect){left, top, 0, 0};
    }
    return (ui_rect){left, top, right - left, bottom - top};
}

bool rect_is_empty(ui_rect rect)
{
    return rect.w <= 0 || rect.h <= 0;
}

bool rect_has(ui_rect rect, int x, int y)
{
    return x >= rect.x && x < rect.x + rect.w && y >= rect.y &&
           y < rect.y + rect.h;
}

ui_rect rect_inset(ui_rect rect, int by)
{
    return (ui_rect){rect.x + by, rect.y + by, rect.w - 2 * by,
                     rect.h - 2 * by};
}

static int content_height(const ui_context *ui, const ui_node *scroll)
{
    const ui_node *nodes = ui->now->nodes;
    int bottom = scroll->box.y;
    for (int32_t i = scroll->first; i >= 0; i = nodes[i].next) {
        if (!nodes[i].is_floating) {
            int end = nodes[i].box.y + nodes[i].box.h;
            bottom = end > bottom ? end : bottom;
        }
    }
    return bottom - scroll->box.y + scroll->pad.bottom;
}

static void shift(ui_context *ui, int32_t index, int by)
{
    ui_node *nodes = ui->now->nodes;
    for (int32_t i = index + 1; i < nodes[index].end && by != 0; i++) {
        if (nodes[i].is_floating) {
            i = nodes[i].end - 1;
        } else {
            nodes[i].box.y -= by;
        }
    }
}

static void show_node(ui_context *ui, int32_t area, ui_memory *memory,
                      uint64_t id)
{
    int32_t inner = id != 0 ? tree_find(ui->now, id) : -1;
    if (inner <= area || !tree_is_within(ui->now, inner, area)) {
        return;
    }
    const ui_node *scroll = &ui->now->nodes[area];
    ui_rect box = ui->now->nodes[inner].box;
    int margin = ui_device(ui, FOCUS_MARGIN_PX);
    int top = box.y - scroll->box.y - margin;
    int bottom = top + box.h + 2 * margin;
    if (bottom > memory->scroll_px + scroll->box.h) {
        memory->scroll_px = bottom - scroll->box.h;
    }
    if (top < memory->scroll_px) {
        memory->scroll_px = top;
    }
}

static void settle_one(ui_context *ui, int32_t index)
{
    const ui_node *scroll = &ui->now->nodes[index];
    ui_memory *memory = ui_remember(ui, scroll->id);
    memory->extent_px = content_height(ui, scroll);
    memory->view_px = scroll->box.h;
    int most = memory->extent_px - memory->view_px;
    most = most < 0 ? 0 : most;
    bool follows = scroll->keeps_end && !memory->is_scrolled;
    if (follows) {
        memory->scroll_px = most;
    }
    int before = memory->scroll_px;
    /* Who stands on an earlier line is not carried away to the end. */
    if (ui->focus_moved || memory->shows_focus || follows) {
        show_node(ui, index, memory, ui->focus);
        memory->shows_focus = false;
    }
    show_node(ui, index, memory, ui->revealed);
    if (memory->scroll_px > most) {
        memory->scroll_px = most;
    }
    if (memory->scroll_px < 0) {
        memory->scroll_px = 0;
    }
    memory->is_scrolled = memory->scroll_px < most && memory->is_scrolled;
    shift(ui, index, memory->scroll_px);
    if (scroll->is_rows) {
        rows_settle(ui, index, memory, before);
    }
}

void scroll_settle(ui_context *ui)
{
    ui_node *nodes = ui->now->nodes;
    for (int32_t i = ui->now->count - 1; i >= 0; i--) {
        if (nodes[i].is_scroll) {
            settle_one(ui, i);
        }
    }
    ui->focus_moved = false;
    ui->revealed = 0;
    /* Only scroll areas clip; elsewhere children may stick out. */
    ui_rect window = {0, 0, ui->surface.width_px, ui->surface.height_px};
    for (int32_t i = 0; i < ui->now->count; i++) {
        ui_node *node = &nodes[i];
        bool is_root = node->parent < 0 || node->is_floating;
        ui_rect clip = is_root ? window : nodes[node->parent].clip;
        bool clips = node->is_scroll || node->is_view;
        node->clip = clips ? rect_cut(clip, node->box) : clip;
        if (node->has_whole_lines) {
            node->clip = scroll_whole_lines(ui, i, node->clip);
        }
        node->seen = rect_cut(clip, node->box);
    }
    scroll_hide_cut_pictures(ui);
}

void ui_reveal(ui_context *ui, const char *id)
{
    ui->revealed = ui_hash(id);
}

bool scroll_by(ui_context *ui, uint64_t id, int delta_px)
{
    ui_memory *memory = ui_remember(ui, id);
    int most = memory->extent_px - memory->view_px;
    int wanted = memory->scroll_px + delta_px;
    wanted = wanted > most ? most : wanted;
    wanted = wanted < 0 ? 0 : wanted;
    bool has_moved = wanted != memory->scroll_px;
    memory->scroll_px = wanted;
    memory->is_scrolled = wanted < most;
    return has_moved;
}

bool scroll_thumb(const ui_context *ui, const ui_node *node, ui_rect *thumb)
{
    const ui_memory *memory = ui_recall(ui, node->id);
    if (memory == NULL || memory->extent_px <= memory->view_px ||
        memory->view_px <= 0) {
        return false;
    }
    int width = ui_device(ui, THUMB_PX);
    int margin = ui_device(ui, 2);
    int track = node->box.h - 2 * margin;
    int height = (int)((int64_t)track * memory->view_px / memory->extent_px);
    int least = ui_device(ui, THUMB_LEAST_PX);
    height = height < least ? least : height;
    int64_t room = track - height;
    int most = memory->extent_px - memory->view_px;
    int top = (int)(room * memory->scroll_px / most);
    *thumb = (ui_rect){node->box.x + node->box.w - width - margin,
                       node->box.y + margin + top, width, height};
    return true;
}

void ui_begin_scroll(ui_context *ui, const ui_scroll_spec *spec)
{
    ui_node *node = node_at(ui, node_open(ui, NODE_COLUMN, &spec->box));
    node->is_scroll = true;
    node->keeps_end = spec->keeps_end;
    node->takes_pages = spec->takes_pages;
    node->has_whole_lines = spec->has_whole_lines;
    if (spec->box.height.px == 0 && node->height.grow == 0) {
        node->height.grow = spec->box.height.max > 0 ? 0 : 1;
    }
}

void scroll_paint(ui_context *ui, const ui_node *node)
{
    ui_rect thumb = {0};
    if (!scroll_thumb(ui, node, &thumb)) {
        return;
    }
    ui_rgba color = ui_paint_color(ui, UI_LINE_STRONG, UI_LINE_STRONG);
    color.a = 153;
    draw_fill(ui, thumb, color, thumb.w / 2);
}
