/*
 * The declared tree: nodes are appended in reading order, containers stay on
 * a stack until ui_end. Lengths become device pixels here, colours become
 * values; what follows knows neither theme nor scale.
 */
#include <assert.h>
#include <string.h>

#include "ui/ui_internal.h"

ui_node *node_at(ui_context *ui, int32_t index)
{
    if (index < 0) {
        ui->spare_node = (ui_node){.parent = -1};
        return &ui->spare_node;
    }
    return &ui->now->nodes[index];
}

int32_t node_index(const ui_context *ui, const ui_node *node)
{
    if (node == &ui->spare_node) {
        return -1;
    }
    return (int32_t)(node - ui->now->nodes);
}

int32_t tree_find(const ui_tree *tree, uint64_t id)
{
    if (id == 0) {
        return -1;
    }
    for (int32_t i = 0; i < tree->count; i++) {
        if (tree->nodes[i].id == id) {
            return i;
        }
    }
    return -1;
}

bool tree_is_within(const ui_tree *tree, int32_t index, int32_t ancestor)
{
    return ancestor >= 0 && index >= ancestor &&
           index < tree->nodes[ancestor].end;
}

/* ------------------------------------------------------------- appending */

static void link_to_parent(ui_context *ui, int32_t index)
{
    ui_node *node = &ui->now->nodes[index];
    node->parent = -1;
    if (ui->open_count == 0) {
        return;
    }
    int32_t parent_index = ui->open[ui->open_count - 1];
    ui_node *parent = node_at(ui, parent_index);
    node->parent = parent_index;
    node->is_over = parent->is_over;
    if (parent->first < 0) {
        parent->first = index;
    } else {
        ui->now->nodes[parent->last].next = index;
    }
    parent->last = index;
}

static int32_t append(ui_context *ui, node_kind kind)
{
    ui_tree *tree = ui->now;
    if (tree->count == tree->capacity &&
        !ui_grow_array(ui, (void **)&tree->nodes, &tree->capacity,
                       sizeof *tree->nodes)) {
        return -1;
    }
    int32_t index = tree->count++;
    tree->nodes[index] = (ui_node){.kind = (uint8_t)kind,
                                   .first = -1,
                                   .last = -1,
                                   .next = -1,
                                   .end = index + 1,
                                   .baseline = -1,
                                   .corners = UI_CORNERS_ALL,
                                   .is_silent = ui->muted_depth > 0};
    link_to_parent(ui, index);
    return index;
}

ui_node *node_leaf(ui_context *ui, node_kind kind)
{
    ui_node *node = node_at(ui, append(ui, kind));
    node->self = UI_HUG;
    return node;
}

static ui_size device_size(const ui_context *ui, ui_size size)
{
    return (ui_size){(int16_t)ui_device(ui, size.px), size.grow,
                     (int16_t)ui_device(ui, size.min),
                     (int16_t)ui_device(ui, size.max)};
}

static int16_t device_side(const ui_context *ui, int16_t px)
{
    return (int16_t)(px < 0 ? 0 : ui_device(ui, px));
}

static ui_pad device_pad(const ui_context *ui, ui_pad pad)
{
    return (ui_pad){device_side(ui, pad.left), device_side(ui, pad.top),
                    device_side(ui, pad.right), device_side(ui, pad.bottom)};
}

static void set_layout(const ui_context *ui, ui_node *node, const ui_box *box)
{
    node->width = device_size(ui, box->width);
    node->height = device_size(ui, box->height);
    node->pad = device_pad(ui, box->pad);
    node->gap = (int16_t)ui_device(ui, box->gap);
    node->line_gap =
        (int16_t)ui_device(ui, box->line_gap == 0 ? box->gap : box->line_gap);
    node->align = (uint8_t)box->align;
    node->self = (uint8_t)box->self;
    node->justify = (uint8_t)box->justify;
    node->wraps = box->wraps;
    node->columns = box->columns;
    node->x = (int16_t)ui_device(ui, box->x);
    node->y = (int16_t)ui_device(ui, box->y);
}

static void set_looks(const ui_context *ui, ui_node *node, const ui_box *box)
{
    node->fill = ui_paint_color(ui, box->fill, UI_NONE);
    node->border = ui_paint_color(ui, box->border, UI_NONE);
    node->radius = (int16_t)ui_device(ui, box->radius);
    int border = box->border_px == 0 ? 1 : box->border_px;
    if (ui_is_contrast(ui) && border < 2) {
        border = 2;
    }
    node->border_px = (int16_t)ui_device(ui, border);
    node->is_dashed = box->is_dashed;
    node->elevation = box->elevation;
    node->fade = box->fade;
}

int32_t node_open(ui_context *ui, node_kind kind, const ui_box *box)
{
    static const ui_box empty = {0};
    assert(ui->is_open && ui->open_count < OPEN_MAX);
    const ui_box *given = box == NULL ? &empty : box;
    int32_t index = append(ui, kind);
    ui_node *node = node_at(ui, index);
    set_layout(ui, node, given);
    set_looks(ui, node, given);
    node->role = (uint8_t)given->role;
    node->label = ui_copy(ui, given->label);
    node->arrows = (uint8_t)given->arrows;
    node->has_loose_arrows = given->has_loose_arrows;
    node_name(ui, node, given->id);
    ui->open[ui->open_count++] = index;
    return index;
}

void node_close(ui_context *ui)
{
    assert(ui->open_count > 0);
    int32_t index = ui->open[--ui->open_count];
    ui_node *node = node_at(ui, index);
    node->end = ui->now->count;
    if (node->is_wordless && ui->muted_depth > 0) {
        ui->muted_depth--;
    }
}

void node_name(ui_context *ui, ui_node *node, const char *id)
{
    if (id == NULL) {
        return;
    }
    uint64_t hash = ui_hash(id);
    if (tree_find(ui->now, hash) >= 0) {
        ui->now->duplicate = ui_copy(ui, id);
    }
    node->id = hash;
    node->name = ui_copy(ui, id);
}

void node_claim(ui_context *ui, ui_key key, int32_t index, bool is_first)
{
    ui_tree *tree = ui->now;
    if (key == UI_KEY_NONE) {
        return;
    }
    if (tree->claim_count == tree->claim_capacity &&
        !ui_grow_array(ui, (void **)&tree->claims, &tree->claim_capacity,
                       sizeof *tree->claims)) {
        return;
    }
    tree->claims[tree->claim_count++] = (key_claim){
        .key = key, .node = index, .is_bare = false, .is_first = is_first};
}

bool ui_shortcut(ui_context *ui, ui_key key)
{
    int32_t parent = ui->open[ui->open_count - 1];
    node_claim(ui, key, parent, false);
    if (ui->now->claim_count > 0) {
        ui->now->claims[ui->now->claim_count - 1].is_bare = true;
    }
    if (ui->decision.shortcut != key) {
        return false;
    }
    ui->decision.shortcut = UI_KEY_NONE;
    return true;
}

ui_node *node_painted(ui_context *ui, node_paint *paint, const void *data,
                      int width_px, int height_px)
{
    ui_node *node = node_leaf(ui, NODE_PAINT);
    node->paint = paint;
    node->data = data;
    node->width.px = (int16_t)width_px;
    node->height.px = (int16_t)height_px;
    return node;
}

/* ------------------------------------------------------------ containers */

void ui_begin_row(ui_context *ui, const ui_box *box)
{
    (void)node_open(ui, NODE_ROW, box);
}

void ui_begin_column(ui_context *ui, const ui_box *box)
{
    (void)node_open(ui, NODE_COLUMN, box);
}

void ui_begin_grid(ui_context *ui, const ui_box *box)
{
    (void)node_open(ui, NODE_GRID, box);
}

void ui_begin_stack(ui_context *ui, const ui_box *box)
{
    (void)node_open(ui, NODE_STACK, box);
}

void ui_begin_canvas(ui_context *ui, const ui_box *box)
{
    (void)node_open(ui, NODE_CANVAS, box);
}

static bool is_zero_pad(ui_pad pad)
{
    return pad.left == 0 && pad.top == 0 && pad.right == 0 && pad.bottom == 0;
}

void ui_begin_card(ui_context *ui, const ui_box *box)
{
    ui_box card = box == NULL ? (ui_box){0} : *box;
    if (card.fill == UI_AUTO) {
        card.fill = UI_SURFACE;
    }
    if (card.border == UI_AUTO) {
        card.border = UI_LINE;
    }
    if (card.radius == 0) {
        card.radius = UI_RADIUS_CARD;
    }
    if (card.elevation == 0) {
        card.elevation = 1;
    }
    if (is_zero_pad(card.pad)) {
        card.pad = ui_pad_all(20);
    }
    (void)node_open(ui, NODE_COLUMN, &card);
}

void ui_end(ui_context *ui)
{
    assert(ui->open_count > 1);
    node_close(ui);
}

/* ---------------------------------------------------------------- spaces */

void ui_spacer(ui_context *ui)
{
    ui_node *node = node_leaf(ui, NODE_PAINT);
    node->width.grow = 1;
    node->height.grow = 1;
    node->is_silent = true;
}

/* A gap has both lengths; its parent uses the one along its direction. */
void ui_gap(ui_context *ui, int16_t px)
{
    ui_node *node = node_leaf(ui, NODE_PAINT);
    const ui_node *parent = node_at(ui, node->parent);
    if (parent->kind == NODE_ROW) {
        node->width.px = (int16_t)ui_device(ui, px);
    } else {
        node->height.px = (int16_t)ui_device(ui, px);
    }
    node->is_silent = true;
}

/* A distance along a row that gives way when room is short. */
void elastic_gap(ui_context *ui, int16_t least_px, int16_t most_px)
{
    ui_node *node = node_leaf(ui, NODE_PAINT);
    node->width.min = (int16_t)ui_device(ui, least_px);
    node->width.max = (int16_t)ui_device(ui, most_px);
    node->is_elastic = true;
    node->is_silent = true;
}

void ui_divider(ui_context *ui)
{
    ui_node *node = node_leaf(ui, NODE_PAINT);
    const ui_node *parent = node_at(ui, node->parent);
    int thick = ui_device(ui, ui_is_contrast(ui) ? 2 : 1);
    node->fill = ui_paint_color(ui, UI_LINE, UI_LINE);
    node->self = UI_FILL;
    node->is_silent = true;
    if (parent->kind == NODE_ROW) {
        node->width.px = (int16_t)thick;
    } else {
        node->height.px = (int16_t)thick;
    }
}
