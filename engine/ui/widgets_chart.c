/*
 * Bar charts and the edges of graphs. Lines and curves are written as SVG at
 * painting time, when their boxes are known.
 */
#include <stdio.h>
#include <string.h>

#include "ui/ui_internal.h"

/* ------------------------------------------------------------ bar charts */

typedef struct bar_chart {
    const ui_bar_value *bars;
    int count;
    int most;
} bar_chart;

static void paint_one_bar(ui_context *ui, const ui_bar_value *bar, ui_rect slot,
                          int height)
{
    int line = ui_device_text(ui, 20);
    ui_style words = {.size = UI_S,
                      .is_bold = bar->is_strong,
                      .color = bar->is_strong ? UI_INK : UI_INK2,
                      .truncates = true,
                      .align = UI_PACK_CENTER};
    int floor = slot.y + slot.h - line - ui_device(ui, 2);
    ui_rect box = {slot.x, floor - height, slot.w, height};
    ui_color fill = bar->is_strong ? UI_ACCENT : UI_HEAT_2;
    draw_fill_corners(ui, box, ui_paint_color(ui, fill, UI_NONE),
                      ui_device(ui, 4),
                      UI_CORNER_TOP_LEFT | UI_CORNER_TOP_RIGHT);
    if (ui_is_contrast(ui)) {
        draw_stroke(ui, box, ui_paint_color(ui, UI_LINE, UI_NONE),
                    ui_device(ui, 4), ui_device(ui, 2));
    }
    draw_fill(ui, (ui_rect){slot.x, floor, slot.w, ui_device(ui, 1)},
              ui_paint_color(ui, UI_LINE_STRONG, UI_NONE), 0);
    (void)draw_words(ui, bar->label, &words,
                     (ui_rect){slot.x, slot.y + slot.h - line, slot.w, line});
    (void)draw_words(ui, bar->text, &words,
                     (ui_rect){slot.x, box.y - line, slot.w, line});
}

static void paint_bars(ui_context *ui, const ui_node *node)
{
    const bar_chart *chart = node->data;
    int gap = ui_device(ui, 8);
    int count = chart->count < 1 ? 1 : chart->count;
    int room_w = node->box.w - (count - 1) * gap;
    int room_h = node->box.h - 2 * ui_device_text(ui, 20) - ui_device(ui, 2);
    int most = chart->most < 1 ? 1 : chart->most;
    for (int i = 0; i < chart->count; i++) {
        int from = room_w * i / count + i * gap;
        int to = room_w * (i + 1) / count + i * gap;
        ui_rect slot = {node->box.x + from, node->box.y, to - from,
                        node->box.h};
        int64_t height = (int64_t)room_h * chart->bars[i].value / most;
        paint_one_bar(ui, &chart->bars[i], slot, (int)height);
    }
}

void ui_bar_chart(ui_context *ui, const ui_bar_chart_spec *spec)
{
    bar_chart *chart = ui_take(ui, 1, sizeof *chart);
    ui_bar_value *bars =
        ui_take(ui, spec->count < 1 ? 1 : (size_t)spec->count, sizeof *bars);
    if (chart == NULL || bars == NULL) {
        return;
    }
    *chart = (bar_chart){.bars = bars, .count = spec->count};
    for (int i = 0; i < spec->count; i++) {
        bars[i] = spec->bars[i];
        bars[i].label = ui_copy(ui, spec->bars[i].label);
        bars[i].text = ui_copy(ui, spec->bars[i].text);
        chart->most = bars[i].value > chart->most ? bars[i].value : chart->most;
    }
    int height = spec->height.px == 0 ? 148 : spec->height.px;
    ui_node *node =
        node_painted(ui, paint_bars, chart, 0, ui_device(ui, height));
    node->height.grow = spec->height.grow;
    node->width.grow = 1;
    node->self = UI_FILL;
    node->role = UI_ROLE_CHART;
    node->label = ui_copy(ui, spec->label);
    node->is_silent = node->is_silent || spec->label == NULL;
}

/* ----------------------------------------------------------------- edges */

typedef struct edge_looks {
    uint64_t from;
    uint64_t to;
    int weight;
    bool is_dashed;
    ui_color color;
} edge_looks;

static ui_rect rect_around(ui_rect a, ui_rect b)
{
    int left = a.x < b.x ? a.x : b.x;
    int top = a.y < b.y ? a.y : b.y;
    int right = a.x + a.w > b.x + b.w ? a.x + a.w : b.x + b.w;
    int bottom = a.y + a.h > b.y + b.h ? a.y + a.h : b.y + b.h;
    return (ui_rect){left, top, right - left, bottom - top};
}

/* A curve that leaves and arrives level, or straight down a column. */
static const char *edge_path(ui_context *ui, ui_point a, ui_point b,
                             bool is_upright)
{
    if (is_upright) {
        return ui_format(ui, "M%d %dL%d %d", a.x, a.y, b.x, b.y);
    }
    int middle = (a.x + b.x) / 2;
    return ui_format(ui, "M%d %dC%d %d %d %d %d %d", a.x, a.y, middle, a.y,
                     middle, b.y, b.x, b.y);
}

static const char *edge_head(ui_context *ui, ui_point tip, bool is_upright,
                             bool is_down)
{
    int length = ui_device(ui, 8);
    int half = ui_device(ui, 5);
    if (!is_upright) {
        return ui_format(ui, "M%d %dl%d %dv%dz", tip.x + length, tip.y, -length,
                         -half, 2 * half);
    }
    int up = is_down ? -length : length;
    return ui_format(ui, "M%d %dl%d %dh%dz", tip.x, tip.y - up, -half, up,
                     2 * half);
}

static void push_svg(ui_context *ui, ui_rect box, const char *svg)
{
    ui_draw *draw = draw_push(ui, UI_DRAW_VECTOR, box);
    if (draw != NULL) {
        draw->color = (ui_rgba){255, 255, 255, (uint8_t)(255 - ui->draw_fade)};
        draw->thick = (int16_t)box.w;
        draw->view_height = (int16_t)box.h;
        draw->text = svg;
        draw->length = (uint32_t)strlen(svg);
    }
}

static void paint_edge(ui_context *ui, const ui_node *node)
{
    const edge_looks *looks = node->data;
    int32_t from = tree_find(ui->now, looks->from);
    int32_t to = tree_find(ui->now, looks->to);
    if (from < 0 || to < 0) {
        return;
    }
    ui_rect a = ui->now->nodes[from].box;
    ui_rect b = ui->now->nodes[to].box;
    ui_rect all = rect_around(a, b);
    int margin = ui_device(ui, 8);
    all = rect_inset(all, -margin);
    bool is_upright = b.x < a.x + a.w && a.x < b.x + b.w;
    bool is_down = b.y > a.y;
    int arrow = ui_device(ui, 8);
    ui_point start = {a.x + a.w - all.x, a.y + a.h / 2 - all.y};
    ui_point end = {b.x - all.x - arrow, b.y + b.h / 2 - all.y};
    if (is_upright) {
        start = (ui_point){a.x + a.w / 2 - all.x,
                           (is_down ? a.y + a.h : a.y) - all.y};
        end = (ui_point){start.x,
                         (is_down ? b.y - arrow : b.y + b.h + arrow) - all.y};
    }
    ui_rgba color = ui_paint_color(ui, looks->color, UI_INK3);
    const char *svg = ui_format(
        ui,
        "<path d=\"%s\" fill=\"none\" stroke=\"#%02X%02X%02X\" "
        "stroke-width=\"%d\"%s/><path d=\"%s\" fill=\"#%02X%02X%02X\"/>",
        edge_path(ui, start, end, is_upright), color.r, color.g, color.b,
        ui_device(ui, looks->weight),
        looks->is_dashed ? " stroke-dasharray=\"5 4\"" : "",
        edge_head(ui, end, is_upright, is_down), color.r, color.g, color.b);
    push_svg(ui, all, svg);
}

void ui_edge(ui_context *ui, const ui_edge_spec *spec)
{
    edge_looks *looks = ui_take(ui, 1, sizeof *looks);
    if (looks == NULL) {
        return;
    }
    *looks = (edge_looks){.from = ui_hash(spec->from),
                          .to = ui_hash(spec->to),
                          .weight = spec->weight == 0 ? 1 : spec->weight,
                          .is_dashed = spec->is_dashed,
                          .color = spec->color};
    ui_node *node = node_painted(ui, paint_edge, looks, 0, 0);
    node->is_out = true;
    node->is_silent = true;
}
