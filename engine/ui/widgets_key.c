/*
 * Key caps, hints and the footer; the small count badge.
 */
#include <string.h>

#include "ui/ui_internal.h"

typedef struct cap_colors {
    ui_rgba edge;
    ui_rgba fill; /* transparent: only the border is drawn */
    int rise_px;  /* how much thicker the bottom edge is */
} cap_colors;

/* A border of one pixel with a thicker bottom edge. */
void paint_cap(ui_context *ui, const ui_node *node)
{
    const cap_colors *colors = node->data;
    int edge = ui_device(ui, ui_is_contrast(ui) ? 2 : 1);
    ui_rect top = node->box;
    top.h -= colors->rise_px;
    if (colors->fill.a == 0) {
        draw_stroke(ui, node->box, colors->edge, node->radius, edge);
        draw_stroke(ui, top, colors->edge, node->radius, edge);
        return;
    }
    draw_fill(ui, node->box, colors->edge, node->radius);
    draw_fill(ui, rect_inset(top, edge), colors->fill, node->radius - edge);
}

const void *cap_look(ui_context *ui, ui_color edge, ui_color fill, int rise)
{
    cap_colors *colors = ui_take(ui, 1, sizeof *colors);
    if (colors != NULL) {
        *colors = (cap_colors){ui_paint_color(ui, edge, UI_NONE),
                               ui_paint_color(ui, fill, UI_NONE),
                               ui_device(ui, rise)};
    }
    return colors;
}

void key_cap(ui_context *ui, ui_key key, ui_color ink, ui_color edge)
{
    bool is_own = edge == UI_LINE_STRONG;
    const void *colors = cap_look(ui, edge, is_own ? UI_SURFACE : UI_NONE, 1);
    if (colors == NULL || key == UI_KEY_NONE) {
        return;
    }
    int16_t side = (int16_t)ui_with_text(ui, 20);
    int32_t index = node_open(ui, NODE_ROW,
                              &(ui_box){.width = {.min = side},
                                        .height = {.px = side},
                                        .pad = {5, 0, 5, 1},
                                        .self = UI_HUG,
                                        .justify = UI_PACK_CENTER,
                                        .radius = UI_RADIUS_KEY});
    ui_node *node = node_at(ui, index);
    node->paint = paint_cap;
    node->data = colors;
    node->is_silent = true;
    widget_label(ui, ui_key_name(ui, key),
                 &(ui_style){.size = UI_S, .color = ink});
    node_close(ui);
}

void ui_key_cap(ui_context *ui, ui_key key)
{
    key_cap(ui, key, UI_INK2, UI_LINE_STRONG);
}

void ui_key_hint(ui_context *ui, const ui_hint_spec *spec)
{
    ui_begin_row(ui, &(ui_box){.gap = 6, .self = UI_HUG});
    if (spec->key == UI_KEY_NONE) {
        widget_icon(ui, spec->icon, 16, UI_INK2);
    }
    ui_key_cap(ui, spec->key);
    if (spec->last != UI_KEY_NONE) {
        if (spec->is_range) {
            widget_label(ui, "\xE2\x80\x93", &ui_note);
        }
        ui_key_cap(ui, spec->last);
    }
    ui_text(ui, spec->label,
            &(ui_style){.size = UI_S, .color = UI_INK2, .is_one_line = true});
    ui_end(ui);
}

void ui_footer(ui_context *ui, const ui_hint_spec *hints, int count,
               const ui_hint_spec *right)
{
    ui_divider(ui);
    int16_t height = (int16_t)ui_with_text(ui, 36);
    ui_begin_row(ui, &(ui_box){.id = "footer",
                               .height = {.px = height},
                               .pad = {20, 0, 20, 0},
                               .gap = 20});
    /* Large text has room for four. */
    int most = ui->text_percent >= 150 && count > 4 ? 4 : count;
    for (int i = 0; i < most; i++) {
        ui_key_hint(ui, &hints[i]);
    }
    ui_spacer(ui);
    if (right != NULL) {
        ui_key_hint(ui, right);
    }
    ui_end(ui);
}

/* --------------------------------------------------------------- badges */

static void paint_badge(ui_context *ui, const ui_node *node)
{
    const char *count = node->data;
    ui_style style = {.size = UI_S,
                      .is_bold = true,
                      .color = UI_ON_ACCENT,
                      .align = UI_PACK_CENTER};
    ui_rect host = ui->now->nodes[node->parent].box;
    int side = ui_device_text(ui, 18);
    int wide = words_width(ui, count, &style) + ui_device(ui, 8);
    wide = wide < side ? side : wide;
    int margin = ui_device(ui, 2);
    /* On the corner: what lies in the middle of the host stays clear. */
    ui_rect box = {host.x + host.w - wide / 2 - margin,
                   host.y - side / 2 + margin, wide, side};
    draw_fill(ui, box, ui_paint_color(ui, UI_ACCENT, UI_ACCENT), side / 2);
    (void)draw_words(ui, count, &style, box);
}

void badge(ui_context *ui, int count)
{
    if (count > 0) {
        const char *text = ui_format(ui, "%d", count);
        ui_node *node = node_painted(ui, paint_badge, text, 0, 0);
        node->is_silent = true;
        node->is_out = true;
    }
}
