/*
 * Layout, first half: how wide everything wants to be (bottom up) and how
 * wide it becomes (top down). Text wraps only in the second half, when its
 * width is known.
 */
#include "ui/layout.h"

bool layout_skips(const ui_node *node)
{
    return node->is_floating || node->is_out;
}

static int at_most(int value, int limit)
{
    return value < limit ? value : limit;
}

static int at_least(int value, int limit)
{
    return value > limit ? value : limit;
}

static int pads_w(const ui_node *node)
{
    return node->pad.left + node->pad.right;
}

/* ------------------------------------------------------------- bottom up */

typedef struct width_sum {
    int count;
    int min_sum;
    int min_max;
    int want_sum;
    int want_max;
    int right_max; /* canvas: farthest right edge */
} width_sum;

static width_sum sum_children(const ui_context *ui, const ui_node *node)
{
    width_sum sum = {0};
    const ui_node *nodes = ui->now->nodes;
    for (int32_t i = node->first; i >= 0; i = nodes[i].next) {
        const ui_node *child = &nodes[i];
        if (layout_skips(child)) {
            continue;
        }
        sum.count++;
        sum.min_sum += child->min_w;
        sum.want_sum += child->want_w;
        sum.min_max = at_least(sum.min_max, child->min_w);
        sum.want_max = at_least(sum.want_max, child->want_w);
        sum.right_max = at_least(sum.right_max, child->x + child->want_w);
    }
    return sum;
}

static void measure_row(ui_node *node, const width_sum *sum)
{
    int gaps = sum->count > 1 ? (sum->count - 1) * node->gap : 0;
    node->want_w = sum->want_sum + gaps;
    node->min_w = node->wraps ? sum->min_max : sum->min_sum + gaps;
}

static void measure_grid(ui_node *node, const width_sum *sum)
{
    int columns = at_least(node->columns, 1);
    int gaps = (columns - 1) * node->gap;
    node->want_w = columns * sum->want_max + gaps;
    node->min_w = columns * sum->min_max + gaps;
}

static void measure_text(ui_node *node)
{
    const paragraph *text = node->text;
    node->want_w = text->natural_px;
    if (text->measure_px > 0 && !text->is_one_line) {
        node->want_w = at_most(node->want_w, text->measure_px);
    }
    bool is_rigid = text->is_one_line && !text->truncates;
    node->min_w = is_rigid ? node->want_w : at_most(text->min_px, node->want_w);
}

static void bound_width(ui_node *node)
{
    ui_size size = node->width;
    if (node->is_elastic) {
        node->want_w = size.max;
        node->min_w = size.min;
        return;
    }
    if (size.px > 0) {
        node->want_w = size.px;
        node->min_w = size.px;
        return;
    }
    if (size.min > 0) {
        node->want_w = at_least(node->want_w, size.min);
        node->min_w = at_least(node->min_w, size.min);
    }
    if (size.max > 0) {
        node->want_w = at_most(node->want_w, size.max);
        node->min_w = at_most(node->min_w, size.max);
    }
}

static void measure_width(const ui_context *ui, ui_node *node)
{
    if (node->kind == NODE_TEXT && node->text != NULL) {
        measure_text(node);
    } else {
        width_sum sum = sum_children(ui, node);
        node->want_w = sum.want_max;
        node->min_w = sum.min_max;
        if (node->kind == NODE_ROW) {
            measure_row(node, &sum);
        } else if (node->kind == NODE_GRID) {
            measure_grid(node, &sum);
        } else if (node->kind == NODE_CANVAS) {
            node->want_w = sum.right_max;
        }
    }
    node->want_w += pads_w(node);
    node->min_w += pads_w(node);
    bound_width(node);
}

/* -------------------------------------------------------------- top down */

/* The widths of one line of a row: children first .. before end. */
static void fit_line(const ui_context *ui, const ui_node *row, layout_line line,
                     int inner)
{
    line.nodes = ui->now->nodes;
    for (int32_t i = layout_first(&line); i >= 0; i = layout_next(&line, i)) {
        ui_node *child = &line.nodes[i];
        child->box.w = child->width.grow > 0 ? child->min_w : child->want_w;
    }
    layout_fit(&line, inner, row->gap, true);
}

int32_t layout_wrap_end(const ui_context *ui, const ui_node *row, int32_t child,
                        int inner_px)
{
    const ui_node *nodes = ui->now->nodes;
    int used = 0;
    for (int32_t i = child; i >= 0; i = nodes[i].next) {
        if (layout_skips(&nodes[i])) {
            continue;
        }
        int width = at_most(nodes[i].want_w, inner_px);
        if (i != child && used + row->gap + width > inner_px) {
            return i;
        }
        used += width + (i == child ? 0 : row->gap);
    }
    return -1;
}

static void assign_row(const ui_context *ui, const ui_node *row, int inner)
{
    layout_line line = {.first = row->first, .end = -1};
    if (!row->wraps) {
        fit_line(ui, row, line, inner);
        return;
    }
    while (line.first >= 0) {
        line.end = layout_wrap_end(ui, row, line.first, inner);
        fit_line(ui, row, line, inner);
        line.first = line.end;
    }
}

static bool fills_across(const ui_node *parent, const ui_node *child)
{
    uint8_t align = child->self;
    if (align == UI_ALIGN_AUTO) {
        align = parent->align;
    }
    bool is_stack = parent->kind == NODE_STACK || parent->kind == NODE_CANVAS;
    if (align == UI_ALIGN_AUTO) {
        return !is_stack;
    }
    return align == UI_FILL;
}

static void assign_across(ui_node *child, const ui_node *parent, int inner)
{
    if (child->width.px > 0) {
        child->box.w = child->width.px;
        return;
    }
    bool fills = child->width.grow > 0 || fills_across(parent, child);
    child->box.w = fills ? inner : at_most(child->want_w, inner);
    if (child->width.max > 0) {
        child->box.w = at_most(child->box.w, child->width.max);
    }
    if (child->width.min > 0) {
        child->box.w = at_least(child->box.w, child->width.min);
    }
}

static void assign_children(const ui_context *ui, const ui_node *node)
{
    ui_node *nodes = ui->now->nodes;
    int inner = node->box.w - pads_w(node);
    if (node->kind == NODE_ROW) {
        assign_row(ui, node, inner);
        return;
    }
    if (node->kind == NODE_GRID) {
        int columns = at_least(node->columns, 1);
        inner = (inner - (columns - 1) * node->gap) / columns;
    }
    for (int32_t i = node->first; i >= 0; i = nodes[i].next) {
        if (!layout_skips(&nodes[i])) {
            assign_across(&nodes[i], node, inner);
        }
    }
}

/* A floating node is as wide as it wants, within the window less a margin. */
static void assign_floating(const ui_context *ui, ui_node *node)
{
    int room = ui->surface.width_px - 2 * ui_device(ui, 24);
    node->box.w = at_most(node->want_w, room);
    int32_t anchor = tree_find(ui->now, node->anchor);
    if (anchor >= 0 && anchor < node_index(ui, node)) {
        int least = at_most(ui->now->nodes[anchor].box.w, room);
        node->box.w = at_least(node->box.w, least);
    }
}

void layout_widths(ui_context *ui)
{
    ui_node *nodes = ui->now->nodes;
    for (int32_t i = ui->now->count - 1; i >= 0; i--) {
        measure_width(ui, &nodes[i]);
    }
    for (int32_t i = 0; i < ui->now->count; i++) {
        if (i == 0) {
            nodes[i].box.w = ui->surface.width_px;
        } else if (nodes[i].is_floating) {
            assign_floating(ui, &nodes[i]);
        }
        if (nodes[i].first >= 0) {
            assign_children(ui, &nodes[i]);
        }
    }
}
