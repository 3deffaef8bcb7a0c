/*
 * Layout, third part: heights are shared and everything gets its place, top
 * down.
 */
#include "ui/layout.h"

static int at_most(int value, int limit)
{
    return value < limit ? value : limit;
}

static int at_least(int value, int limit)
{
    return value > limit ? value : limit;
}

static int inner_w(const ui_node *node)
{
    return node->box.w - node->pad.left - node->pad.right;
}

static int inner_h(const ui_node *node)
{
    return node->box.h - node->pad.top - node->pad.bottom;
}

/* Across `parent`; a child that hugs goes by the parent in rows only. */
uint8_t layout_align(const ui_node *parent, const ui_node *child)
{
    bool is_row = parent->kind == NODE_ROW;
    uint8_t align = child->self;
    if (align == UI_HUG && !is_row) {
        return UI_START;
    }
    if (align == UI_ALIGN_AUTO || align == UI_HUG) {
        align = parent->align;
    }
    if (align != UI_ALIGN_AUTO) {
        return align;
    }
    if (is_row) {
        return UI_CENTER;
    }
    bool is_flow = parent->kind == NODE_COLUMN || parent->kind == NODE_GRID;
    return is_flow ? UI_FILL : UI_START;
}

/* --------------------------------------------------------------- columns */

static int place_across(const ui_node *child, uint8_t align, int start,
                        int room)
{
    if (align == UI_CENTER) {
        return start + (room - child->box.w) / 2;
    }
    return align == UI_END ? start + room - child->box.w : start;
}

/* Only scroll areas and what holds them can be lower than their content. */
static void place_column(ui_context *ui, const ui_node *node)
{
    layout_line line = {.nodes = ui->now->nodes,
                        .first = node->first,
                        .end = -1,
                        .is_upright = true};
    for (int32_t i = layout_first(&line); i >= 0; i = layout_next(&line, i)) {
        ui_node *child = &line.nodes[i];
        bool grows = child->height.grow > 0 && !node->is_scroll;
        child->box.h = grows ? child->min_h : child->want_h;
    }
    layout_fit(&line, inner_h(node), node->gap, !node->is_scroll);
    layout_pack pack = layout_packed(&line, node, inner_h(node));
    int y = node->box.y + node->pad.top + pack.start;
    for (int32_t i = layout_first(&line); i >= 0; i = layout_next(&line, i)) {
        ui_node *child = &line.nodes[i];
        int x = place_across(child, layout_align(node, child),
                             node->box.x + node->pad.left, inner_w(node));
        child->box.x = x + child->x;
        child->box.y = y + child->y;
        y += child->box.h + pack.between;
    }
}

/* ------------------------------------------------------------------ rows */

/* The upright room of one line of a row. */
typedef struct line_room {
    int top;
    int height;
    int baseline;
} line_room;

static void place_in_line(const ui_node *row, ui_node *child,
                          const line_room *room)
{
    uint8_t align = layout_align(row, child);
    bool fills = align == UI_FILL || child->height.grow > 0;
    child->box.h = child->want_h;
    if (fills && child->height.px == 0) {
        int most = child->height.max;
        child->box.h = most > 0 ? at_most(room->height, most) : room->height;
    } else if (child->min_h < child->want_h) {
        child->box.h =
            at_least(at_most(child->want_h, room->height), child->min_h);
    }
    child->box.y = room->top + child->y;
    if (align == UI_CENTER) {
        child->box.y += (room->height - child->box.h) / 2;
    } else if (align == UI_END) {
        child->box.y += room->height - child->box.h;
    } else if (align == UI_BASELINE && child->baseline >= 0) {
        child->box.y += room->baseline - child->baseline;
    }
}

static void place_line(const ui_node *row, const layout_line *line,
                       line_room room)
{
    layout_pack pack = layout_packed(line, row, inner_w(row));
    int x = row->box.x + row->pad.left + pack.start;
    room.baseline = layout_line_height(line, row).baseline;
    for (int32_t i = layout_first(line); i >= 0; i = layout_next(line, i)) {
        ui_node *child = &line->nodes[i];
        place_in_line(row, child, &room);
        child->box.x = x + child->x;
        x += child->box.w + pack.between;
    }
}

static void place_row(ui_context *ui, const ui_node *row)
{
    layout_line line = {
        .nodes = ui->now->nodes, .first = row->first, .end = -1};
    line_room room = {.top = row->box.y + row->pad.top, .height = inner_h(row)};
    if (!row->wraps) {
        place_line(row, &line, room);
        return;
    }
    while (line.first >= 0) {
        line.end = layout_wrap_end(ui, row, line.first, inner_w(row));
        room.height = layout_line_height(&line, row).want;
        place_line(row, &line, room);
        room.top += room.height + row->line_gap;
        line.first = line.end;
    }
}

/* ----------------------------------------------------------------- grids */

static void place_grid_line(const ui_node *grid, const layout_line *line,
                            line_room room)
{
    int columns = at_least(grid->columns, 1);
    int column_w = (inner_w(grid) - (columns - 1) * grid->gap) / columns;
    int x = grid->box.x + grid->pad.left;
    for (int32_t i = layout_first(line); i >= 0; i = layout_next(line, i)) {
        ui_node *child = &line->nodes[i];
        uint8_t align = layout_align(grid, child);
        bool fills = align == UI_FILL && child->height.px == 0;
        child->box.h = fills ? room.height : child->want_h;
        child->box.x = place_across(child, align, x, column_w);
        child->box.y = room.top;
        x += column_w + grid->gap;
    }
}

/* The first child of the grid's next line; -1 at the end. */
static int32_t grid_line_end(const layout_line *line, int columns)
{
    int32_t at = layout_first(line);
    for (int place = 0; at >= 0 && place < columns; place++) {
        at = layout_next(line, at);
    }
    return at;
}

static void place_grid(ui_context *ui, const ui_node *grid)
{
    layout_line line = {
        .nodes = ui->now->nodes, .first = grid->first, .end = -1};
    line_room room = {.top = grid->box.y + grid->pad.top};
    while (line.first >= 0) {
        line.end = -1;
        line.end = grid_line_end(&line, at_least(grid->columns, 1));
        room.height = layout_line_height(&line, grid).want;
        if (grid->is_row) {
            room.height = at_least(room.height, inner_h(grid));
        }
        place_grid_line(grid, &line, room);
        room.top += room.height + grid->line_gap;
        line.first = line.end;
    }
}

/* ---------------------------------------------------------------- stacks */

static void place_stacked(const ui_node *stack, ui_node *child)
{
    int rest_w = inner_w(stack) - child->box.w;
    int rest_h = inner_h(stack) - child->box.h;
    if (stack->justify == UI_PACK_CENTER) {
        child->box.x += rest_w / 2;
    } else if (stack->justify == UI_PACK_END) {
        child->box.x += rest_w;
    }
    if (stack->align == UI_CENTER) {
        child->box.y += rest_h / 2;
    } else if (stack->align == UI_END) {
        child->box.y += rest_h;
    }
}

static void place_stack(ui_context *ui, const ui_node *stack)
{
    layout_line line = {
        .nodes = ui->now->nodes, .first = stack->first, .end = -1};
    for (int32_t i = layout_first(&line); i >= 0; i = layout_next(&line, i)) {
        ui_node *child = &line.nodes[i];
        bool fills = child->height.grow > 0 || child->self == UI_FILL;
        child->box.h =
            fills && child->height.px == 0 ? inner_h(stack) : child->want_h;
        child->box.x = stack->box.x + stack->pad.left + child->x;
        child->box.y = stack->box.y + stack->pad.top + child->y;
        if (stack->kind == NODE_STACK) {
            place_stacked(stack, child);
        }
    }
}

/* -------------------------------------------------------------- floating */

static void place_under_anchor(ui_context *ui, ui_node *node, int margin)
{
    int32_t index = tree_find(ui->now, node->anchor);
    if (index < 0) {
        return;
    }
    ui_rect anchor = ui->now->nodes[index].box;
    int gap = ui_device(ui, 4);
    int right = ui->surface.width_px - margin - node->box.w;
    node->box.x = at_least(at_most(anchor.x, right), margin);
    node->box.y = anchor.y + anchor.h + gap;
    bool is_below = node->box.y + node->box.h <= ui->surface.height_px - margin;
    if (!is_below && anchor.y - gap - node->box.h >= margin) {
        node->box.y = anchor.y - gap - node->box.h;
    }
}

static void place_floating(ui_context *ui, ui_node *node)
{
    int margin = ui_device(ui, 24);
    int room = ui->surface.height_px - 2 * margin;
    node->box.h = at_most(node->want_h, room);
    node->box.x = (ui->surface.width_px - node->box.w) / 2;
    node->box.y = (ui->surface.height_px - node->box.h) / 2;
    if (node->is_toast) {
        node->box.y = ui->surface.height_px - node->box.h -
                      ui_device_half(ui, 36) - ui_device(ui, 16);
    } else if (node->anchor != 0) {
        place_under_anchor(ui, node, ui_device(ui, 8));
    }
    node->box.x += node->x;
    node->box.y += node->y;
}

static void place_children(ui_context *ui, const ui_node *node)
{
    switch ((node_kind)node->kind) {
    case NODE_ROW: place_row(ui, node); break;
    case NODE_COLUMN: place_column(ui, node); break;
    case NODE_GRID: place_grid(ui, node); break;
    case NODE_STACK:
    case NODE_CANVAS: place_stack(ui, node); break;
    case NODE_TEXT:
    case NODE_PAINT: break;
    }
}

void layout_places(ui_context *ui)
{
    ui_node *nodes = ui->now->nodes;
    for (int32_t i = 0; i < ui->now->count; i++) {
        if (i == 0) {
            nodes[i].box =
                (ui_rect){0, 0, ui->surface.width_px, ui->surface.height_px};
        } else if (nodes[i].is_floating) {
            place_floating(ui, &nodes[i]);
        }
        if (nodes[i].first >= 0) {
            place_children(ui, &nodes[i]);
        }
    }
}
