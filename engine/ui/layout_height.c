/*
 * Layout, second half: text wraps at its width, heights are summed (bottom
 * up), room is shared and everything gets its place (top down).
 */
#include "ui/ui_internal.h"

static int at_most(int value, int limit)
{
    return value < limit ? value : limit;
}

static int at_least(int value, int limit)
{
    return value > limit ? value : limit;
}

static int pads_h(const ui_node *node)
{
    return node->pad.top + node->pad.bottom;
}

/* Across `parent`; a child that hugs goes by the parent in rows only. */
static uint8_t align_of(const ui_node *parent, const ui_node *child)
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

/* ------------------------------------------------------------- bottom up */

typedef struct height_sum {
    int want;
    int min;
    int baseline;
} height_sum;

/* One line of a row: the tallest, or baselines made level. */
static height_sum sum_line(const ui_context *ui, const ui_node *row,
                           int32_t first, int32_t end)
{
    const ui_node *nodes = ui->now->nodes;
    height_sum sum = {0, 0, -1};
    int above = 0;
    int below = 0;
    for (int32_t i = first; i != end; i = nodes[i].next) {
        const ui_node *child = &nodes[i];
        if (layout_skips(child)) {
            continue;
        }
        sum.want = at_least(sum.want, child->want_h);
        sum.min = at_least(sum.min, child->min_h);
        if (child->baseline >= 0) {
            above = at_least(above, child->baseline);
            below = at_least(below, child->want_h - child->baseline);
        }
    }
    if (row->align == UI_BASELINE) {
        sum.want = at_least(sum.want, above + below);
        sum.min = at_least(sum.min, above + below);
        sum.baseline = above;
    }
    return sum;
}

static height_sum sum_row(const ui_context *ui, const ui_node *row)
{
    if (!row->wraps) {
        return sum_line(ui, row, row->first, -1);
    }
    int inner = row->box.w - row->pad.left - row->pad.right;
    height_sum sum = {0, 0, -1};
    int32_t child = row->first;
    while (child >= 0) {
        int32_t end = layout_wrap_end(ui, row, child, inner);
        height_sum line = sum_line(ui, row, child, end);
        sum.want += line.want + (child == row->first ? 0 : row->line_gap);
        child = end;
    }
    sum.min = sum.want;
    return sum;
}

static height_sum sum_column(const ui_context *ui, const ui_node *column)
{
    const ui_node *nodes = ui->now->nodes;
    height_sum sum = {0, 0, -1};
    int count = 0;
    for (int32_t i = column->first; i >= 0; i = nodes[i].next) {
        if (layout_skips(&nodes[i])) {
            continue;
        }
        if (sum.baseline < 0 && nodes[i].baseline >= 0) {
            sum.baseline = sum.want + nodes[i].baseline;
        }
        int gap = count > 0 ? column->gap : 0;
        sum.want += nodes[i].want_h + gap;
        sum.min += nodes[i].min_h + gap;
        count++;
    }
    return sum;
}

static height_sum sum_grid(const ui_context *ui, const ui_node *grid)
{
    const ui_node *nodes = ui->now->nodes;
    height_sum sum = {0, 0, -1};
    int columns = at_least(grid->columns, 1);
    int tallest = 0;
    int place = 0;
    for (int32_t i = grid->first; i >= 0; i = nodes[i].next) {
        if (layout_skips(&nodes[i])) {
            continue;
        }
        tallest = at_least(place % columns == 0 ? 0 : tallest, nodes[i].want_h);
        place++;
        bool ends_line = place % columns == 0 || nodes[i].next < 0;
        if (ends_line) {
            sum.want += tallest + (place > columns ? grid->line_gap : 0);
        }
    }
    sum.min = sum.want;
    return sum;
}

static height_sum sum_stack(const ui_context *ui, const ui_node *stack)
{
    const ui_node *nodes = ui->now->nodes;
    height_sum sum = {0, 0, -1};
    bool is_canvas = stack->kind == NODE_CANVAS;
    for (int32_t i = stack->first; i >= 0; i = nodes[i].next) {
        if (!layout_skips(&nodes[i])) {
            int top = is_canvas ? nodes[i].y : 0;
            sum.want = at_least(sum.want, top + nodes[i].want_h);
        }
    }
    sum.min = is_canvas ? 0 : sum.want;
    return sum;
}

static height_sum sum_text(ui_context *ui, ui_node *node)
{
    paragraph_wrap(ui, node->text,
                   node->box.w - node->pad.left - node->pad.right);
    int height = node->text->line_count * node->text->line_px;
    return (height_sum){height, height, node->text->baseline_px};
}

static height_sum sum_of(ui_context *ui, ui_node *node)
{
    switch ((node_kind)node->kind) {
    case NODE_ROW: return sum_row(ui, node);
    case NODE_COLUMN: return sum_column(ui, node);
    case NODE_GRID: return sum_grid(ui, node);
    case NODE_STACK:
    case NODE_CANVAS: return sum_stack(ui, node);
    case NODE_TEXT:
        if (node->text != NULL) {
            return sum_text(ui, node);
        }
        break;
    case NODE_PAINT: break;
    }
    return (height_sum){0, 0, node->baseline};
}

static void measure_height(ui_context *ui, ui_node *node)
{
    height_sum sum = sum_of(ui, node);
    node->want_h = sum.want + pads_h(node);
    node->min_h = node->is_scroll ? pads_h(node) : sum.min + pads_h(node);
    if (sum.baseline >= 0) {
        node->baseline = sum.baseline + node->pad.top;
    }
    ui_size size = node->height;
    if (size.px > 0) {
        node->want_h = size.px;
        node->min_h = size.px;
        return;
    }
    if (size.min > 0) {
        node->want_h = at_least(node->want_h, size.min);
        node->min_h = at_least(node->min_h, size.min);
    }
    if (size.max > 0) {
        node->want_h = at_most(node->want_h, size.max);
        node->min_h = at_most(node->min_h, size.max);
    }
}

/* -------------------------------------------------------------- top down */

/* As share_width, along a column. */
static void share_height(ui_node *nodes, int32_t first, int room)
{
    for (int round = 0; round < 8 && room > 0; round++) {
        int shares = 0;
        int total = room;
        for (int32_t i = first; i >= 0; i = nodes[i].next) {
            if (nodes[i].height.grow > 0 && !layout_skips(&nodes[i])) {
                shares += nodes[i].height.grow;
                total += nodes[i].box.h;
            }
        }
        if (shares == 0) {
            return;
        }
        int given = 0;
        for (int32_t i = first; i >= 0; i = nodes[i].next) {
            ui_node *child = &nodes[i];
            if (child->height.grow == 0 || layout_skips(child)) {
                continue;
            }
            int goal = total * child->height.grow / shares;
            if (child->height.max > 0) {
                goal = at_most(goal, child->height.max);
            }
            int more = at_most(at_least(goal - child->box.h, 0), room - given);
            child->box.h += more;
            given += more;
        }
        room -= given;
        if (given == 0) {
            return;
        }
    }
}

/* Only scroll areas and what holds them can be lower than their content. */
static void shrink_height(ui_node *nodes, int32_t first, int lack)
{
    int64_t spare = 0;
    for (int32_t i = first; i >= 0; i = nodes[i].next) {
        if (!layout_skips(&nodes[i])) {
            spare += at_least(nodes[i].box.h - nodes[i].min_h, 0);
        }
    }
    if (spare == 0) {
        return;
    }
    int64_t taken = at_most(lack, (int)spare);
    for (int32_t i = first; i >= 0; i = nodes[i].next) {
        int own = at_least(nodes[i].box.h - nodes[i].min_h, 0);
        if (!layout_skips(&nodes[i])) {
            nodes[i].box.h -= (int)((taken * own + spare - 1) / spare);
            nodes[i].box.h = at_least(nodes[i].box.h, nodes[i].min_h);
        }
    }
}

static int place_across(const ui_node *child, uint8_t align, int start,
                        int room)
{
    if (align == UI_CENTER) {
        return start + (room - child->box.w) / 2;
    }
    return align == UI_END ? start + room - child->box.w : start;
}

static void place_column(ui_context *ui, const ui_node *node)
{
    ui_node *nodes = ui->now->nodes;
    int inner = node->box.h - pads_h(node);
    int inner_w = node->box.w - node->pad.left - node->pad.right;
    int used = 0;
    int count = 0;
    for (int32_t i = node->first; i >= 0; i = nodes[i].next) {
        if (!layout_skips(&nodes[i])) {
            bool grows = nodes[i].height.grow > 0 && !node->is_scroll;
            nodes[i].box.h = grows ? nodes[i].min_h : nodes[i].want_h;
            used += nodes[i].box.h + (count > 0 ? node->gap : 0);
            count++;
        }
    }
    int room = inner - used;
    if (room > 0) {
        share_height(nodes, node->first, room);
    } else if (!node->is_scroll) {
        shrink_height(nodes, node->first, -room);
    }
    int rest = inner;
    for (int32_t i = node->first; i >= 0; i = nodes[i].next) {
        rest -= layout_skips(&nodes[i]) ? 0 : nodes[i].box.h;
    }
    rest = at_least(rest - (count > 1 ? (count - 1) * node->gap : 0), 0);
    int y = node->box.y + node->pad.top;
    int between = node->gap;
    if (node->justify == UI_PACK_CENTER) {
        y += rest / 2;
    } else if (node->justify == UI_PACK_END) {
        y += rest;
    } else if (node->justify == UI_PACK_BETWEEN && count > 1) {
        between += rest / (count - 1);
    }
    for (int32_t i = node->first; i >= 0; i = nodes[i].next) {
        ui_node *child = &nodes[i];
        if (layout_skips(child)) {
            continue;
        }
        child->box.x = place_across(child, align_of(node, child),
                                    node->box.x + node->pad.left, inner_w) +
                       child->x;
        child->box.y = y + child->y;
        y += child->box.h + between;
    }
}

typedef struct line_place {
    int32_t first;
    int32_t end;
    int top;
    int height;
} line_place;

static void place_in_line(const ui_node *row, ui_node *child,
                          const line_place *line, int baseline)
{
    uint8_t align = align_of(row, child);
    bool fills = align == UI_FILL || child->height.grow > 0;
    child->box.h = child->want_h;
    if (fills && child->height.px == 0) {
        child->box.h = line->height;
        if (child->height.max > 0) {
            child->box.h = at_most(child->box.h, child->height.max);
        }
    } else if (child->min_h < child->want_h) {
        child->box.h =
            at_least(at_most(child->want_h, line->height), child->min_h);
    }
    child->box.y = line->top + child->y;
    if (align == UI_CENTER) {
        child->box.y += (line->height - child->box.h) / 2;
    } else if (align == UI_END) {
        child->box.y += line->height - child->box.h;
    } else if (align == UI_BASELINE && child->baseline >= 0) {
        child->box.y += baseline - child->baseline;
    }
}

static void place_line(ui_context *ui, const ui_node *row,
                       const line_place *line)
{
    ui_node *nodes = ui->now->nodes;
    int inner = row->box.w - row->pad.left - row->pad.right;
    int used = 0;
    int count = 0;
    for (int32_t i = line->first; i != line->end; i = nodes[i].next) {
        if (!layout_skips(&nodes[i])) {
            used += nodes[i].box.w + (count > 0 ? row->gap : 0);
            count++;
        }
    }
    int rest = at_least(inner - used, 0);
    int x = row->box.x + row->pad.left;
    int between = row->gap;
    if (row->justify == UI_PACK_CENTER) {
        x += rest / 2;
    } else if (row->justify == UI_PACK_END) {
        x += rest;
    } else if (row->justify == UI_PACK_BETWEEN && count > 1) {
        between += rest / (count - 1);
    }
    int baseline = sum_line(ui, row, line->first, line->end).baseline;
    for (int32_t i = line->first; i != line->end; i = nodes[i].next) {
        if (!layout_skips(&nodes[i])) {
            place_in_line(row, &nodes[i], line, baseline);
            nodes[i].box.x = x + nodes[i].x;
            x += nodes[i].box.w + between;
        }
    }
}

static void place_row(ui_context *ui, const ui_node *row)
{
    int inner_w = row->box.w - row->pad.left - row->pad.right;
    line_place line = {.first = row->first,
                       .end = -1,
                       .top = row->box.y + row->pad.top,
                       .height = row->box.h - pads_h(row)};
    if (!row->wraps) {
        place_line(ui, row, &line);
        return;
    }
    while (line.first >= 0) {
        line.end = layout_wrap_end(ui, row, line.first, inner_w);
        line.height = sum_line(ui, row, line.first, line.end).want;
        place_line(ui, row, &line);
        line.top += line.height + row->line_gap;
        line.first = line.end;
    }
}

static void place_grid_line(ui_context *ui, const ui_node *grid,
                            const line_place *line, int column_w)
{
    ui_node *nodes = ui->now->nodes;
    int x = grid->box.x + grid->pad.left;
    for (int32_t i = line->first; i != line->end; i = nodes[i].next) {
        ui_node *child = &nodes[i];
        if (layout_skips(child)) {
            continue;
        }
        uint8_t align = align_of(grid, child);
        bool fills = align == UI_FILL && child->height.px == 0;
        child->box.h = fills ? line->height : child->want_h;
        child->box.x = place_across(child, align, x, column_w);
        child->box.y = line->top;
        x += column_w + grid->gap;
    }
}

static void place_grid(ui_context *ui, const ui_node *grid)
{
    const ui_node *nodes = ui->now->nodes;
    int columns = at_least(grid->columns, 1);
    int inner = grid->box.w - grid->pad.left - grid->pad.right;
    int column_w = (inner - (columns - 1) * grid->gap) / columns;
    line_place line = {.first = grid->first,
                       .top = grid->box.y + grid->pad.top};
    while (line.first >= 0) {
        int place = 0;
        line.height = 0;
        line.end = line.first;
        while (line.end >= 0 && place < columns) {
            if (!layout_skips(&nodes[line.end])) {
                line.height = at_least(line.height, nodes[line.end].want_h);
                place++;
            }
            line.end = nodes[line.end].next;
        }
        place_grid_line(ui, grid, &line, column_w);
        line.top += line.height + grid->line_gap;
        line.first = line.end;
    }
}

static void place_stack(ui_context *ui, const ui_node *stack)
{
    ui_node *nodes = ui->now->nodes;
    int inner_w = stack->box.w - stack->pad.left - stack->pad.right;
    int inner_h = stack->box.h - pads_h(stack);
    for (int32_t i = stack->first; i >= 0; i = nodes[i].next) {
        ui_node *child = &nodes[i];
        if (layout_skips(child)) {
            continue;
        }
        bool fills = child->height.grow > 0 || child->self == UI_FILL;
        child->box.h = fills && child->height.px == 0 ? inner_h : child->want_h;
        child->box.x = stack->box.x + stack->pad.left + child->x;
        child->box.y = stack->box.y + stack->pad.top + child->y;
        if (stack->kind == NODE_CANVAS) {
            continue;
        }
        if (stack->justify == UI_PACK_CENTER) {
            child->box.x += (inner_w - child->box.w) / 2;
        } else if (stack->justify == UI_PACK_END) {
            child->box.x += inner_w - child->box.w;
        }
        if (stack->align == UI_CENTER) {
            child->box.y += (inner_h - child->box.h) / 2;
        } else if (stack->align == UI_END) {
            child->box.y += inner_h - child->box.h;
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

void layout_heights(ui_context *ui)
{
    ui_node *nodes = ui->now->nodes;
    for (int32_t i = ui->now->count - 1; i >= 0; i--) {
        measure_height(ui, &nodes[i]);
    }
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
