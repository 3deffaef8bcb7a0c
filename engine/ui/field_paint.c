/*
 * Text fields, painted: selection, what is being composed, text and caret,
 * moved so that the caret can be seen.
 */
#include "ui/field.h"

enum {
    BLINK_HALF_MS = 530
};

static int caret_x(const field_view *view, uint32_t at, int *line)
{
    return paragraph_x(view->ui, view->text, at, line);
}

static void fill_range(const field_view *view, ui_point origin, uint32_t from,
                       uint32_t to)
{
    const paragraph *text = view->text;
    for (int i = 0; i < text->line_count; i++) {
        const text_line *line = &text->lines[i];
        uint32_t start = from > line->start ? from : line->start;
        uint32_t end = to < line->end ? to : line->end;
        if (start >= end) {
            continue;
        }
        int unused = 0;
        int left = caret_x(view, start, &unused);
        int right =
            end == line->end ? line->width : caret_x(view, end, &unused);
        draw_fill(view->ui,
                  (ui_rect){origin.x + left, origin.y + i * text->line_px,
                            right - left, text->line_px},
                  view->soft, 0);
    }
}

static void underline_range(const field_view *view, ui_point origin)
{
    int line = 0;
    int left = caret_x(view, view->composed_from, &line);
    int right = caret_x(view, view->composed_to, &line);
    int thick = ui_device(view->ui, 2);
    if (right > left) {
        draw_fill(view->ui,
                  (ui_rect){origin.x + left,
                            origin.y + (line + 1) * view->text->line_px - thick,
                            right - left, thick},
                  view->ink, 0);
    }
}

/* Keeps the caret inside the box: sideways for one line, upright for more. */
static void follow_caret(const field_view *view, ui_rect box)
{
    ui_editing *state = &view->ui->editing;
    int line = 0;
    int at = caret_x(view, view->caret, &line);
    int room = box.w - ui_device(view->ui, 2);
    int size = 0;
    if (view->is_tall) {
        at = line * view->text->line_px;
        size = view->text->line_px;
        room = box.h;
    }
    if (at + size > state->scroll_px + room) {
        state->scroll_px = at + size - room;
    }
    if (at < state->scroll_px) {
        state->scroll_px = at;
    }
}

static void paint_caret(const field_view *view, ui_point origin)
{
    ui_context *ui = view->ui;
    int line = 0;
    int x = caret_x(view, view->caret, &line);
    int thick = ui_device(ui, 2);
    int height = view->text->line_px - ui_device(ui, 4);
    ui_rect box = {origin.x + x,
                   origin.y + line * view->text->line_px + ui_device(ui, 2),
                   thick, height};
    ui->editing.caret_box = box;
    ui->editing.has_caret_box = true;
    uint32_t passed = ui->surface.now_ms - ui->editing.blink_ms;
    uint32_t beat = passed / BLINK_HALF_MS;
    if (ui->settings.has_reduced_motion) {
        beat = 0;
    } else {
        ui_wake_at(ui, ui->editing.blink_ms + (beat + 1) * BLINK_HALF_MS);
    }
    if (beat % 2 == 0) {
        draw_fill(ui, box, ui_paint_color(ui, UI_ACCENT, UI_ACCENT), 0);
    }
}

void field_paint(ui_context *ui, const ui_node *node)
{
    const field_view *view = node->data;
    ui_rect box = node->box;
    paragraph_wrap(ui, view->text, view->is_tall ? box.w : PARAGRAPH_NEVER);
    ui_point origin = {box.x, box.y};
    if (view->has_caret) {
        follow_caret(view, box);
        origin.x -= view->is_tall ? 0 : ui->editing.scroll_px;
        origin.y -= view->is_tall ? ui->editing.scroll_px : 0;
    }
    draw_clip(ui, rect_cut(node->clip, box));
    if (view->has_caret) {
        fill_range(view, origin, view->from, view->to);
        underline_range(view, origin);
    }
    draw_paragraph(ui, view->text, (ui_rect){origin.x, origin.y, box.w, box.h});
    if (view->has_caret) {
        paint_caret(view, origin);
    }
    draw_unclip(ui);
}
