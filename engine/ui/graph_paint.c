/*
 * Painting a graph: curves with arrow heads, and boxes whose letters shrink
 * less than the boxes do, and go where they could not be read.
 */
#include <string.h>

#include "ui/graph.h"

enum {
    LEAST_LETTERS_PX = 10, /* of a name, while it fits its box */
    DETAIL_PX = 9,         /* below this a box tells its name only */
    NAME_PX = 13,
    HEAD_PX = 9,
    MARK_PX = 14
};

typedef struct way_row {
    ui_color color;
    bool is_dashed;
    int extra; /* sixteenths, on top of the weight */
    const char *icon;
} way_row;

static const way_row ways[UI_GRAPH_WAYS] = {
    [UI_GRAPH_PLAIN] = {UI_INK3, false, 0, NULL},
    [UI_GRAPH_BEST] = {UI_ACCENT, false, 10, "star"},
    [UI_GRAPH_TRAP] = {UI_DANGER, true, 4, "error"},
    [UI_GRAPH_FAINT] = {UI_INK3, true, 0, NULL},
};

typedef struct box_look {
    ui_color fill;
    ui_color border;
    ui_color ink;
    bool is_dashed;
} box_look;

static const box_look looks[UI_GRAPH_LOOKS] = {
    [UI_GRAPH_WARM] = {UI_HEAT_1, UI_LINE_STRONG, UI_INK, false},
    [UI_GRAPH_GOOD] = {UI_ACCENT, UI_ACCENT, UI_ON_ACCENT, false},
    [UI_GRAPH_MIDDLING] = {UI_SURFACE, UI_ACCENT, UI_INK, false},
    [UI_GRAPH_BAD] = {UI_INK2, UI_INK2, UI_SURFACE, false},
    [UI_GRAPH_NEVER] = {UI_SURFACE, UI_LINE_STRONG, UI_INK, true},
    [UI_GRAPH_DEAD] = {UI_DANGER_SOFT, UI_DANGER, UI_DANGER, true},
};

static box_look look_of(const ui_graph_node_spec *spec)
{
    static const ui_color heats[] = {UI_HEAT_1, UI_HEAT_1, UI_HEAT_2,
                                     UI_HEAT_3};
    box_look look = looks[spec->look];
    if (spec->look == UI_GRAPH_WARM) {
        look.fill = heats[spec->heat > 3 ? 3 : spec->heat];
    }
    return look;
}

/* ----------------------------------------------------------------- edges */

static ui_rect rect_of_spots(const ui_spot *spots, uint32_t count, int by_px)
{
    ui_spot low = spots[0];
    ui_spot high = spots[0];
    for (uint32_t i = 1; i < count; i++) {
        low.x = spots[i].x < low.x ? spots[i].x : low.x;
        low.y = spots[i].y < low.y ? spots[i].y : low.y;
        high.x = spots[i].x > high.x ? spots[i].x : high.x;
        high.y = spots[i].y > high.y ? spots[i].y : high.y;
    }
    ui_rect box = {low.x / UI_SPOT_PX, low.y / UI_SPOT_PX,
                   (high.x - low.x) / UI_SPOT_PX + 1,
                   (high.y - low.y) / UI_SPOT_PX + 1};
    return rect_inset(box, -by_px);
}

static void paint_edge(ui_context *ui, const graph_lens *lens,
                       const ui_graph_edge_spec *spec)
{
    const way_row *way = &ways[spec->way];
    ui_spot *spots = ui_take(ui, spec->spot_count, sizeof *spots);
    if (spots == NULL || spec->spot_count < 4) {
        return;
    }
    for (uint32_t i = 0; i < spec->spot_count; i++) {
        spots[i] = graph_seen(lens, spec->spots[i]);
    }
    int head = ui_device(ui, HEAD_PX) * lens->letters_percent /
               (ui->font_percent > 0 ? ui->font_percent : 1);
    int thick = (8 + 8 * spec->weight + way->extra) * lens->zoom / 10000;
    int least = UI_SPOT_PX * (ui_is_contrast(ui) ? 2 : 1);
    ui_rect box = rect_of_spots(spots, spec->spot_count, head + 4);
    if (rect_is_empty(rect_cut(box, lens->view))) {
        return;
    }
    ui_draw *draw = draw_push(ui, UI_DRAW_CURVE, box);
    if (draw != NULL) {
        draw->color = draw_faded(ui, ui_paint_color(ui, way->color, UI_INK3));
        draw->spots = spots;
        draw->spot_count = spec->spot_count;
        draw->thick = (int16_t)(thick < least ? least : thick);
        draw->radius = (int16_t)(head < 4 ? 4 : head);
        draw->is_dashed = way->is_dashed;
    }
}

/* A star or an octagon on the way, on a patch of the ground. */
static void paint_mark(ui_context *ui, const graph_lens *lens,
                       const ui_graph_edge_spec *spec)
{
    const way_row *way = &ways[spec->way];
    int side = ui_device(ui, MARK_PX) * lens->letters_percent / 100;
    ui_spot at = graph_seen(lens, spec->mark);
    ui_rect box = {at.x / UI_SPOT_PX - side / 2, at.y / UI_SPOT_PX - side / 2,
                   side, side};
    if (way->icon == NULL || side < ui_device(ui, 8) ||
        rect_is_empty(rect_cut(box, lens->view))) {
        return;
    }
    draw_fill(ui, rect_inset(box, -1), ui_paint_color(ui, UI_BG, UI_BG),
              side / 2 + 1);
    ui_draw *draw = draw_push(ui, UI_DRAW_ICON, box);
    if (draw != NULL) {
        draw->color = draw_faded(ui, ui_paint_color(ui, way->color, UI_INK3));
        draw->text = way->icon;
        draw->length = (uint32_t)strlen(way->icon);
    }
}

static void paint_ways(ui_context *ui, const graph *of, ui_graph_way way)
{
    for (const graph_edge *edge = of->edges; edge != NULL; edge = edge->next) {
        if (edge->spec.way == way && edge->spec.spot_count > 0) {
            paint_edge(ui, &of->lens, &edge->spec);
        }
    }
}

void graph_paint_edges(ui_context *ui, const ui_node *node)
{
    const graph *of = node->data;
    /* Curves in one go: the painter makes one sheet of them. */
    for (int way = 0; way < UI_GRAPH_WAYS; way++) {
        static const ui_graph_way order[] = {UI_GRAPH_FAINT, UI_GRAPH_PLAIN,
                                             UI_GRAPH_TRAP, UI_GRAPH_BEST};
        paint_ways(ui, of, order[way]);
    }
    for (const graph_edge *edge = of->edges; edge != NULL; edge = edge->next) {
        if (edge->spec.spot_count > 0) {
            paint_mark(ui, &of->lens, &edge->spec);
        }
    }
}

/* ----------------------------------------------------------------- boxes */

static void paint_icon(ui_context *ui, const char *name, ui_rect box,
                       ui_color color)
{
    ui_draw *draw = draw_push(ui, UI_DRAW_ICON, box);
    if (draw != NULL) {
        draw->color = draw_faded(ui, ui_paint_color(ui, color, UI_INK));
        draw->text = name;
        draw->length = (uint32_t)strlen(name);
    }
}

static void paint_detail(ui_context *ui, const ui_graph_node_spec *spec,
                         ui_rect line, ui_color ink)
{
    int side = ui_device_text(ui, 14);
    ui_style style = {.size = UI_S, .color = ink, .truncates = true};
    if (spec->icon != NULL && line.w > 2 * side) {
        ui_rect box = {line.x, line.y + (line.h - side) / 2, side, side};
        paint_icon(ui, spec->icon, box, ink);
        line.x += side + ui_device_text(ui, 3);
        line.w -= side + ui_device_text(ui, 3);
    }
    (void)draw_words(ui, spec->detail, &style, line);
}

/* Both lines, or where they could not be read the name alone. */
static void paint_words(ui_context *ui, const ui_graph_node_spec *spec,
                        ui_rect box, int letters_percent)
{
    ui_style name = {.size = UI_S,
                     .is_bold = true,
                     .color = look_of(spec).ink,
                     .truncates = true};
    int kept_percent = ui->font_percent;
    int scale = ui->scale_percent;
    bool has_both =
        spec->detail != NULL && NAME_PX * letters_percent >= DETAIL_PX * scale;
    int least_percent = LEAST_LETTERS_PX * scale / NAME_PX;
    ui->font_percent =
        letters_percent < least_percent ? least_percent : letters_percent;
    int line = ui_device_text(ui, 18);
    int pad = has_both ? ui_device_text(ui, spec->is_pill ? 16 : 9)
                       : ui_device_text(ui, 4);
    ui_rect inner = {box.x + pad, box.y, box.w - 2 * pad, box.h};
    if (has_both) {
        inner.y += (box.h - 2 * line) / 2;
        inner.h = line;
        (void)draw_words(ui, spec->label, &name, inner);
        inner.y += line;
        paint_detail(ui, spec, inner, name.color);
    } else if (box.h >= line * 4 / 5) {
        name.align = UI_PACK_CENTER;
        (void)draw_words(ui, spec->label, &name, inner);
    }
    ui->font_percent = kept_percent;
}

static void paint_badge(ui_context *ui, const ui_graph_node_spec *spec,
                        ui_rect box)
{
    int side = box.h / 3;
    ui_rect corner = {box.x + box.w - side * 2 / 3, box.y - side / 3, side,
                      side};
    ui_color ink = spec->has_warning ? UI_WARN : UI_DANGER;
    draw_fill(ui, rect_inset(corner, -1),
              ui_paint_color(ui, UI_SURFACE, UI_SURFACE), side / 2 + 1);
    paint_icon(ui, spec->badge, corner, ink);
}

void graph_paint_node(ui_context *ui, const ui_node *node)
{
    const graph_node *of = node->data;
    const graph *whole = node_at(ui, node->parent)->graph;
    box_look look = look_of(&of->spec);
    bool is_chosen = node->is_selected;
    if (is_chosen && ui->focus != node->id) {
        draw_stroke(ui, rect_inset(node->box, -ui_device(ui, 4)),
                    ui_paint_color(ui, UI_ACCENT, UI_ACCENT),
                    node->radius + ui_device(ui, 4), ui_device(ui, 2));
    }
    draw_fill(ui, node->box, ui_paint_color(ui, look.fill, UI_SURFACE),
              node->radius);
    size_t before = ui->draw_count;
    draw_stroke(ui, node->box, ui_paint_color(ui, look.border, UI_LINE),
                node->radius, ui_device(ui, ui_is_contrast(ui) ? 2 : 1));
    if (ui->draw_count > before) {
        ui->draws[before].is_dashed = look.is_dashed;
    }
    paint_words(ui, &of->spec, node->box, whole->lens.letters_percent);
    if (of->spec.badge != NULL) {
        paint_badge(ui, &of->spec, node->box);
    }
}
