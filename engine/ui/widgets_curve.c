/*
 * The mood curve: three lines that differ in dash and marker as well as in
 * colour, the target band, the line below which a customer may hang up.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "ui/ui_internal.h"

enum {
    CURVE_LINES = 3,
    NAME_ROOM_PX = 104,
    SIDE_PX = 6
};

typedef struct curve {
    ui_mood_curve_spec spec;
    const ui_mood_point *points;
    const char *names[CURVE_LINES];
    const char *target_text;
    const char *hang_up_text;
} curve;

/* Where the plot lies inside the node. */
typedef struct curve_plot {
    ui_rect box;
    uint32_t span_ms;
} curve_plot;

typedef struct svg_writer {
    char *bytes;
    size_t length;
    size_t capacity;
} svg_writer;

static void svg_add(svg_writer *svg, const char *format, ...) RP_PRINTF(2, 3);

static void svg_add(svg_writer *svg, const char *format, ...)
{
    va_list arguments;
    size_t room = svg->capacity - svg->length;
    va_start(arguments, format);
    int wrote = vsnprintf(svg->bytes + svg->length, room, format, arguments);
    va_end(arguments);
    if (wrote > 0 && (size_t)wrote < room) {
        svg->length += (size_t)wrote;
    } else {
        svg->bytes[svg->length] = '\0';
    }
}

static curve_plot plot_of(const ui_context *ui, ui_rect box,
                          const ui_mood_curve_spec *spec)
{
    int side = ui_device(ui, SIDE_PX);
    int bottom = ui_device_text(ui, 24);
    int names = ui_device_text(ui, NAME_ROOM_PX);
    curve_plot made = {{box.x + side, box.y + side, box.w - side - names,
                        box.h - side - bottom},
                       spec->span_ms};
    if (made.span_ms == 0) {
        made.span_ms = 1;
    }
    return made;
}

static int plot_x(const curve_plot *plot, uint32_t at_ms)
{
    uint32_t at = at_ms > plot->span_ms ? plot->span_ms : at_ms;
    return (int)((int64_t)plot->box.w * at / plot->span_ms);
}

static int plot_y(const curve_plot *plot, int value)
{
    return plot->box.h - plot->box.h * value / 100;
}

static int value_of(const ui_mood_point *point, int line)
{
    if (line == 0) {
        return point->calm;
    }
    return line == 1 ? point->trust : point->patience;
}

static const ui_color line_colors[CURVE_LINES] = {UI_MOOD_CALM, UI_MOOD_TRUST,
                                                  UI_MOOD_PATIENCE};
static const int dashes[CURVE_LINES][2] = {{0, 0}, {7, 4}, {2, 4}};

static void write_marker(svg_writer *svg, int line, ui_point at, int half)
{
    if (line == 0) {
        svg_add(svg, "<circle cx=\"%d\" cy=\"%d\" r=\"%d\"", at.x, at.y, half);
    } else if (line == 1) {
        svg_add(svg, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"",
                at.x - half, at.y - half, 2 * half, 2 * half);
    } else {
        svg_add(svg, "<path d=\"M%d %dl%d %dl%d %dl%d %dz\"", at.x,
                at.y - half - 1, half + 1, half + 1, -half - 1, half + 1,
                -half - 1, -half - 1);
    }
}

static void write_line(ui_context *ui, svg_writer *svg, const curve *of,
                       const curve_plot *plot, int line)
{
    const char *color = ui_hex(ui, line_colors[line]);
    int margin = ui_device(ui, SIDE_PX);
    svg_add(svg, "<path d=\"");
    for (int i = 0; i < of->spec.count; i++) {
        const ui_mood_point *point = &of->points[i];
        svg_add(svg, "%c%d %d", i == 0 ? 'M' : 'L',
                plot_x(plot, point->at_ms) + margin,
                plot_y(plot, value_of(point, line)) + margin);
    }
    svg_add(svg, "\" fill=\"none\" stroke=\"%s\" stroke-width=\"%d\"", color,
            ui_device(ui, 2));
    if (dashes[line][0] > 0) {
        svg_add(svg, " stroke-dasharray=\"%d %d\"",
                ui_device(ui, dashes[line][0]), ui_device(ui, dashes[line][1]));
    }
    svg_add(svg, "/>");
    for (int i = 0; i < of->spec.count; i++) {
        bool is_marked = i == of->spec.count - 1 || i == of->spec.selected;
        if (is_marked) {
            const ui_mood_point *point = &of->points[i];
            ui_point at = {plot_x(plot, point->at_ms) + margin,
                           plot_y(plot, value_of(point, line)) + margin};
            write_marker(svg, line, at, ui_device(ui, 4));
            svg_add(svg, " fill=\"%s\"/>", color);
        }
    }
}

static void paint_lines(ui_context *ui, const curve *of, const curve_plot *plot)
{
    size_t capacity = 2048 + (size_t)of->spec.count * 64;
    svg_writer svg = {.bytes = ui_take(ui, capacity, 1), .capacity = capacity};
    if (svg.bytes == NULL) {
        return;
    }
    int margin = ui_device(ui, SIDE_PX);
    ui_rect box = rect_inset(plot->box, -margin);
    if (of->spec.hang_up > 0) {
        int y = plot_y(plot, of->spec.hang_up) + margin;
        svg_add(&svg,
                "<path d=\"M%d %dh%d\" stroke=\"%s\" stroke-width=\"1\" "
                "stroke-dasharray=\"1 3\"/>",
                margin, y, plot->box.w, ui_hex(ui, UI_INK3));
    }
    for (int line = 0; line < CURVE_LINES; line++) {
        write_line(ui, &svg, of, plot, line);
    }
    ui_draw *draw = draw_push(ui, UI_DRAW_VECTOR, box);
    if (draw != NULL) {
        draw->color = (ui_rgba){255, 255, 255, (uint8_t)(255 - ui->draw_fade)};
        draw->thick = (int16_t)box.w;
        draw->view_height = (int16_t)box.h;
        draw->text = svg.bytes;
        draw->length = (uint32_t)svg.length;
    }
}

static void paint_band(ui_context *ui, const curve *of, const curve_plot *plot)
{
    if (of->spec.target_to_ms == 0) {
        return;
    }
    int from = plot_x(plot, of->spec.target_from_ms);
    int to = plot_x(plot, of->spec.target_to_ms);
    ui_rect band = {plot->box.x + from, plot->box.y, to - from, plot->box.h};
    if (to <= from) {
        return;
    }
    ui_rgba soft = ui_paint_color(ui, UI_ACCENT_SOFT, UI_NONE);
    soft.a = 153;
    draw_fill_corners(ui, band, soft, ui_device(ui, 6),
                      UI_CORNER_TOP_LEFT | UI_CORNER_TOP_RIGHT);
    if (ui_is_contrast(ui)) {
        draw_stroke(ui, band, ui_paint_color(ui, UI_ACCENT, UI_NONE), 0,
                    ui_device(ui, 1));
    }
    /* A band too narrow for its words has them to its left. */
    ui_style words = {.size = UI_S, .color = UI_INK2, .align = UI_PACK_CENTER};
    int width = words_width(ui, of->target_text, &words);
    if (band.w < width) {
        band.x += band.w - width;
        band.w = width;
    }
    band.h = ui_device_text(ui, 20);
    (void)draw_words(ui, of->target_text, &words, band);
}

static void paint_axis(ui_context *ui, const curve_plot *plot)
{
    ui_style style = {.size = UI_S,
                      .color = UI_INK2,
                      .is_tabular = true,
                      .align = UI_PACK_CENTER};
    int floor = plot->box.y + plot->box.h;
    draw_fill(ui, (ui_rect){plot->box.x, floor, plot->box.w, ui_device(ui, 1)},
              ui_paint_color(ui, UI_LINE_STRONG, UI_NONE), 0);
    uint32_t minutes = plot->span_ms / 60000;
    uint32_t most = (uint32_t)(plot->box.w / ui_device_text(ui, 64));
    uint32_t step = most == 0 ? minutes + 1 : minutes / most + 1;
    int wide = ui_device_text(ui, 48);
    for (uint32_t minute = 0; minute <= minutes; minute += step) {
        int x = plot->box.x + plot_x(plot, minute * 60000);
        int left = minute == 0 ? plot->box.x - wide / 4 : x - wide / 2;
        (void)draw_words(ui, ui_format(ui, "%u:00", minute), &style,
                         (ui_rect){left, floor + ui_device(ui, 2), wide,
                                   ui_device_text(ui, 20)});
    }
}

/* The highest first. */
static void sort_by_value(const ui_mood_point *point, int order[CURVE_LINES])
{
    static const int swaps[3][2] = {{0, 1}, {1, 2}, {0, 1}};
    for (int i = 0; i < 3; i++) {
        int *upper = &order[swaps[i][0]];
        int *lower = &order[swaps[i][1]];
        if (value_of(point, *upper) < value_of(point, *lower)) {
            int held = *upper;
            *upper = *lower;
            *lower = held;
        }
    }
}

/* Names stand at the last points, pushed apart where these are close. */
static void paint_names(ui_context *ui, const curve *of, const curve_plot *plot)
{
    if (of->spec.count == 0) {
        return;
    }
    const ui_mood_point *last = &of->points[of->spec.count - 1];
    int line = ui_device_text(ui, 20);
    int x = plot->box.x + plot_x(plot, last->at_ms) + ui_device(ui, 12);
    int order[CURVE_LINES] = {0, 1, 2};
    sort_by_value(last, order);
    int least = plot->box.y - line;
    int floor = plot->box.y + plot->box.h + line / 2;
    for (int i = 0; i < CURVE_LINES; i++) {
        int which = order[i];
        int y = plot->box.y + plot_y(plot, value_of(last, which)) - line / 2;
        int most = floor - (CURVE_LINES - i) * line;
        y = y > most ? most : y;
        y = y < least ? least : y;
        least = y + line;
        (void)draw_words(
            ui, ui_format(ui, "%s %d", of->names[which], value_of(last, which)),
            &(ui_style){
                .size = UI_S, .is_bold = true, .color = line_colors[which]},
            (ui_rect){x, y, 0, line});
    }
}

static void paint_curve(ui_context *ui, const ui_node *node)
{
    const curve *of = node->data;
    curve_plot plot = plot_of(ui, node->box, &of->spec);
    paint_band(ui, of, &plot);
    if (of->spec.hang_up > 0) {
        int y = plot.box.y + plot_y(&plot, of->spec.hang_up);
        (void)draw_words(
            ui, of->hang_up_text, &(ui_style){.size = UI_S, .color = UI_INK2},
            (ui_rect){plot.box.x + 2, y + 2, 0, ui_device_text(ui, 20)});
    }
    if (of->spec.selected >= 0 && of->spec.selected < of->spec.count) {
        const ui_mood_point *point = &of->points[of->spec.selected];
        int x = plot.box.x + plot_x(&plot, point->at_ms);
        int wide = ui_device(ui, 2);
        draw_fill(ui, (ui_rect){x - wide / 2, plot.box.y, wide, plot.box.h},
                  ui_paint_color(ui, UI_ACCENT, UI_NONE), 0);
    }
    paint_axis(ui, &plot);
    paint_lines(ui, of, &plot);
    paint_names(ui, of, &plot);
}

/* Which point a click on the last frame's curve was nearest to. */
static int clicked_point(ui_context *ui, const ui_mood_curve_spec *spec)
{
    int32_t index = tree_find(ui->last, ui_hash(spec->id));
    int permille = ui->decision.click_permille;
    if (!input_is_activated(ui, ui_hash(spec->id)) || index < 0 ||
        permille < 0) {
        return -1;
    }
    ui_rect box = ui->last->nodes[index].box;
    curve_plot plot = plot_of(ui, box, spec);
    int x = box.x + box.w * permille / 1000 - plot.box.x;
    int best = -1;
    int best_distance = 0;
    for (int i = 0; i < spec->count; i++) {
        int distance = plot_x(&plot, spec->points[i].at_ms) - x;
        distance = distance < 0 ? -distance : distance;
        if (best < 0 || distance < best_distance) {
            best = i;
            best_distance = distance;
        }
    }
    return best;
}

int ui_mood_curve(ui_context *ui, const ui_mood_curve_spec *spec)
{
    curve *made = ui_take(ui, 1, sizeof *made);
    ui_mood_point *points =
        ui_take(ui, spec->count < 1 ? 1 : (size_t)spec->count, sizeof *points);
    if (made == NULL || points == NULL) {
        return -1;
    }
    for (int i = 0; i < spec->count; i++) {
        points[i] = spec->points[i];
    }
    *made = (curve){.spec = *spec,
                    .points = points,
                    .target_text = ui_copy(ui, spec->target_text),
                    .hang_up_text = ui_copy(ui, spec->hang_up_text)};
    for (int i = 0; i < CURVE_LINES; i++) {
        made->names[i] = ui_copy(ui, spec->names[i]);
    }
    int height = spec->height.px == 0 ? 176 : spec->height.px;
    ui_node *node =
        node_painted(ui, paint_curve, made, 0, ui_device(ui, height));
    if (spec->height.grow > 0) {
        node->height = (ui_size){.grow = spec->height.grow,
                                 .min = (int16_t)ui_device(ui, 120)};
    }
    node->width.grow = 1;
    node->self = UI_FILL;
    node->role = UI_ROLE_CHART;
    node->label = ui_copy(ui, spec->label);
    node->is_pressable = spec->id != NULL;
    node_name(ui, node, spec->id);
    return clicked_point(ui, spec);
}
