/*
 * Long lists: which rows can be seen, and room where the others would stand.
 *
 *   scroll area
 *     space, as high as the rows above
 *     row, row, row        (a grid each; near the window, or with the focus)
 *     space, as high as the rows below
 *
 * The height of a row is remembered; when a higher one is met, all become as
 * high, and what stood at the top stays there.
 */
#include "ui/ui_internal.h"

enum {
    SPARE_ROWS = 1 /* beyond either edge, so that arrows find the next one */
};

/* What a remembered height is good for. */
static uint32_t key_of(const ui_context *ui, const ui_rows_spec *spec)
{
    uint32_t key = (uint32_t)ui->surface.width_px;

    key = key * 31 + (uint32_t)ui->font_percent;
    key = key * 31 + (uint32_t)ui->scale_percent;
    key = key * 31U + (uint32_t)(spec->columns & 0xFF);
    return key * 31 + (uint32_t)(ui_hash(ui->language) & UINT32_MAX) + 1U;
}

static uint32_t rows_for(const ui_rows *rows, uint32_t items)
{
    return (items + rows->columns - 1) / rows->columns;
}

/* ------------------------------------------------------------- the ranges */

/* Adds rows, keeping the ranges rising and apart. */
static void add_range(ui_rows *rows, uint32_t from, uint32_t to)
{
    uint32_t last = rows_for(rows, rows->count);
    int at = 0;

    to = to > last ? last : to;
    if (from >= to) {
        return;
    }
    while (at < rows->range_count && rows->ranges[at].to < from) {
        at++;
    }
    int end = at;
    while (end < rows->range_count && rows->ranges[end].from <= to) {
        from = rows->ranges[end].from < from ? rows->ranges[end].from : from;
        to = rows->ranges[end].to > to ? rows->ranges[end].to : to;
        end++;
    }
    int moved = 1 - (end - at);
    if (moved > 0) {
        for (int i = rows->range_count; i > at; i--) {
            rows->ranges[i] = rows->ranges[i - 1];
        }
    }
    for (int i = end; moved < 0 && i < rows->range_count; i++) {
        rows->ranges[i + moved] = rows->ranges[i];
    }
    rows->ranges[at].from = from;
    rows->ranges[at].to = to;
    rows->range_count += moved;
}

static void add_item(ui_rows *rows, uint32_t item_from_1)
{
    if (item_from_1 > 0 && item_from_1 <= rows->count) {
        uint32_t row = (item_from_1 - 1) / rows->columns;
        add_range(rows, row, row + 1);
    }
}

static void add_seen(const ui_context *ui, ui_rows *rows,
                     const ui_memory *memory, int top_px)
{
    int view = memory->view_px > 0 ? memory->view_px : ui->surface.height_px;
    int above = memory->scroll_px - top_px;
    uint32_t first = above > 0 ? (uint32_t)(above / rows->row_px) : 0;
    uint32_t shown = (uint32_t)(view / rows->row_px) + 2;

    first = first > SPARE_ROWS ? first - SPARE_ROWS : 0;
    add_range(rows, first, first + shown + 2 * SPARE_ROWS);
}

/* ------------------------------------------------------------------ pages */

static bool page_key(ui_context *ui, int32_t page, int32_t *step)
{
    static const struct {
        ui_key key;
        int8_t pages; /* 0: as far as it goes */
        int8_t sign;
    } keys[] = {
        {UI_KEY_PAGE_DOWN, 1, 1},
        {UI_KEY_PAGE_UP, 1, -1},
        {UI_KEY_END, 0, 1},
        {UI_KEY_HOME, 0, -1},
    };

    bool is_pressed = false;

    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        if (ui_shortcut(ui, keys[i].key)) {
            *step = keys[i].sign * (keys[i].pages > 0 ? page : INT32_MAX / 2);
            is_pressed = true;
        }
    }
    return is_pressed;
}

/* Scrolls so that the row of the goal can be seen. */
static void bring(ui_rows *rows, ui_memory *memory, int top_px)
{
    int row = (int)((rows->goal - 1) / rows->columns);
    int top = top_px + row * rows->row_px;

    if (top < memory->scroll_px) {
        memory->scroll_px = row == 0 ? 0 : top;
    }
    if (top + rows->row_px > memory->scroll_px + memory->view_px) {
        memory->scroll_px = top + rows->row_px - memory->view_px;
    }
}

/* The item that has the focus, from 1; 0: the focus is elsewhere. */
static uint32_t focused_item(const ui_context *ui, uint64_t list)
{
    const ui_tree *tree = ui->last;
    int32_t area = tree_find(tree, list);
    int32_t here = tree_find(tree, ui->focus);

    if (here < 0 || !tree_is_within(tree, here, area)) {
        return 0;
    }
    while (here > area && tree->nodes[here].place == 0) {
        here--;
    }
    return tree->nodes[here].place;
}

/* Page keys move the focus while it is in the list. */
static void take_pages(ui_context *ui, ui_rows *rows, ui_memory *memory,
                       int top_px)
{
    uint32_t here = focused_item(ui, node_at(ui, rows->node)->id);
    int page = memory->view_px / rows->row_px;
    int32_t step = 0;

    page = (page > 1 ? page - 1 : 1) * (int)rows->columns;
    memory->held = here > 0 ? here : memory->held;
    if (here == 0 || !page_key(ui, page, &step)) {
        return;
    }
    int64_t goal = (int64_t)here + step;
    goal = goal < 1 ? 1 : goal;
    goal = goal > rows->count ? rows->count : goal;
    rows->goal = (uint32_t)goal;
    bring(rows, memory, top_px);
}

/* ------------------------------------------------------------- declaring */

ui_rows ui_begin_rows(ui_context *ui, const ui_rows_spec *spec)
{
    ui_scroll_spec area = {.box = spec->box, .takes_pages = true};
    ui_rows rows = {.count = spec->count,
                    .columns = spec->columns > 1 ? (uint32_t)spec->columns : 1,
                    .gap = spec->box.gap,
                    .line_gap = spec->box.gap};

    if (spec->box.line_gap != 0) {
        rows.line_gap = spec->box.line_gap;
    }

    area.box.gap = 0;
    area.box.line_gap = 0;
    area.box.arrows = UI_ARROWS_GRID;
    if (area.box.role == UI_ROLE_NONE) {
        area.box.role = UI_ROLE_LIST;
    }
    ui_begin_scroll(ui, &area);
    rows.node = ui->open[ui->open_count - 1];
    ui_node *node = node_at(ui, rows.node);
    node->is_rows = true;
    ui_memory *memory = ui_remember(ui, node->id);
    uint32_t key = key_of(ui, spec);
    int least = ui_device_text(ui, spec->row_px) + ui_device(ui, rows.line_gap);
    if (memory->row_key != key || memory->row_px < least) {
        memory->row_key = key;
        memory->row_px = least > 0 ? least : 1;
    }
    rows.row_px = memory->row_px;
    int top = node->pad.top;
    take_pages(ui, &rows, memory, top);
    add_seen(ui, &rows, memory, top);
    add_item(&rows, memory->held);
    add_item(&rows, rows.goal > 0 ? rows.goal : spec->wanted);
    rows.row = rows.range_count > 0 ? rows.ranges[0].from : 0;
    return rows;
}

static void add_space(ui_context *ui, const ui_rows *rows, uint32_t count)
{
    if (count > 0) {
        ui_node *space = node_leaf(ui, NODE_PAINT);
        space->long_px = (int32_t)count * rows->row_px;
        space->is_silent = true;
    }
}

/* The item is whole: its first control knows its place, and may be the goal. */
static void close_item(ui_context *ui, ui_rows *rows)
{
    int32_t at = rows->first_node;

    while (at < ui->now->count && !node_at(ui, at)->is_focusable) {
        at++;
    }
    if (at == ui->now->count) {
        return;
    }
    ui_node *node = node_at(ui, at);
    node->place = rows->item + 1;
    node->places = rows->count;
    if (rows->goal == rows->item + 1) {
        ui->focus_asked = node->id;
        ui->has_focus_asked = true;
    }
}

static void open_row(ui_context *ui, ui_rows *rows)
{
    ui_box box = {.columns = (int16_t)rows->columns,
                  .gap = rows->gap,
                  .pad = {0, 0, 0, rows->line_gap}};

    add_space(ui, rows, rows->row - rows->place);
    ui_begin_grid(ui, &box);
    ui_node *node = node_at(ui, ui->open[ui->open_count - 1]);
    node->is_row = true;
    node->long_px = rows->row_px;
    rows->item = rows->row * rows->columns;
    rows->is_in_row = true;
}

static void close_row(ui_context *ui, ui_rows *rows)
{
    ui_end(ui);
    rows->is_in_row = false;
    rows->place = ++rows->row;
    if (rows->row == rows->ranges[rows->range].to) {
        rows->range++;
        rows->row = rows->range < rows->range_count
                        ? rows->ranges[rows->range].from
                        : rows->row;
    }
}

bool ui_next_item(ui_context *ui, ui_rows *rows, uint32_t *item)
{
    if (rows->is_in_row) {
        close_item(ui, rows);
        rows->item++;
        bool is_full = rows->item % rows->columns == 0;
        if (is_full || rows->item == rows->count) {
            close_row(ui, rows);
        }
    }
    if (!rows->is_in_row) {
        if (rows->range >= rows->range_count) {
            return false;
        }
        open_row(ui, rows);
    }
    rows->first_node = ui->now->count;
    *item = rows->item;
    return true;
}

void ui_end_rows(ui_context *ui, ui_rows *rows)
{
    add_space(ui, rows, rows_for(rows, rows->count) - rows->place);
    ui_end(ui);
}

/* --------------------------------------------------------------- settling */

void rows_settle(ui_context *ui, int32_t index, ui_memory *memory,
                 int32_t before_px)
{
    const ui_node *nodes = ui->now->nodes;
    int32_t highest = memory->row_px;

    for (int32_t i = nodes[index].first; i >= 0; i = nodes[i].next) {
        if (nodes[i].is_row && nodes[i].box.h > highest) {
            highest = nodes[i].box.h;
        }
    }
    if (highest > memory->row_px) {
        /* This frame still stands on the old height. */
        memory->scroll_px =
            (int32_t)((int64_t)memory->scroll_px * highest / memory->row_px);
        memory->row_px = highest;
        memory->shows_focus = true;
        ui_wake_at(ui, ui->surface.now_ms);
    } else if (memory->scroll_px != before_px) {
        /* Other rows can be seen now than were declared. */
        ui_wake_at(ui, ui->surface.now_ms);
    }
}
