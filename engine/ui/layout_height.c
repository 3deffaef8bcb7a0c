/*
 * Layout, second part: text wraps at its width, and heights are summed bottom
 * up. layout_place.c goes down again.
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

static int pads_h(const ui_node *node)
{
    return node->pad.top + node->pad.bottom;
}

/* ------------------------------------------------------------- bottom up */

/* One line of a row: the tallest, or baselines made level. */
layout_height layout_line_height(const layout_line *line, const ui_node *row)
{
    layout_height sum = {0, 0, -1};
    int above = 0;
    int below = 0;
    for (int32_t i = layout_first(line); i >= 0; i = layout_next(line, i)) {
        const ui_node *child = &line->nodes[i];
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

static layout_height sum_row(const ui_context *ui, const ui_node *row)
{
    layout_line line = {
        .nodes = ui->now->nodes, .first = row->first, .end = -1};
    if (!row->wraps) {
        return layout_line_height(&line, row);
    }
    int inner = row->box.w - row->pad.left - row->pad.right;
    layout_height sum = {0, 0, -1};
    while (line.first >= 0) {
        line.end = layout_wrap_end(ui, row, line.first, inner);
        sum.want += layout_line_height(&line, row).want +
                    (line.first == row->first ? 0 : row->line_gap);
        line.first = line.end;
    }
    sum.min = sum.want;
    return sum;
}

static layout_height sum_column(const ui_context *ui, const ui_node *column)
{
    const ui_node *nodes = ui->now->nodes;
    layout_height sum = {0, 0, -1};
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

static layout_height sum_grid(const ui_context *ui, const ui_node *grid)
{
    const ui_node *nodes = ui->now->nodes;
    layout_height sum = {0, 0, -1};
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

static layout_height sum_stack(const ui_context *ui, const ui_node *stack)
{
    const ui_node *nodes = ui->now->nodes;
    layout_height sum = {0, 0, -1};
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

static layout_height sum_text(ui_context *ui, ui_node *node)
{
    paragraph_wrap(ui, node->text,
                   node->box.w - node->pad.left - node->pad.right);
    int height = node->text->line_count * node->text->line_px;
    return (layout_height){height, height, node->text->baseline_px};
}

static layout_height sum_of(ui_context *ui, ui_node *node)
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
    return (layout_height){0, 0, node->baseline};
}

static void measure_height(ui_context *ui, ui_node *node)
{
    layout_height sum = sum_of(ui, node);
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
    node->want_h = at_least(node->want_h, node->long_px);
    node->min_h = at_least(node->min_h, node->long_px);
    if (size.max > 0) {
        node->want_h = at_most(node->want_h, size.max);
        node->min_h = at_most(node->min_h, size.max);
    }
}

void layout_heights(ui_context *ui)
{
    for (int32_t i = ui->now->count - 1; i >= 0; i--) {
        measure_height(ui, &ui->now->nodes[i]);
    }
    layout_places(ui);
}
