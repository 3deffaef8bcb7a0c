/*
 * Drawing commands: shapes, words and paragraphs, appended in device pixels.
 */
#include <string.h>

#include "ui/ui_internal.h"

/* ------------------------------------------------------------- commands */

ui_draw *draw_push(ui_context *ui, ui_draw_kind kind, ui_rect box)
{
    if (ui->draw_count == ui->draw_capacity) {
        int32_t capacity = (int32_t)ui->draw_capacity;
        if (!ui_grow_array(ui, (void **)&ui->draws, &capacity,
                           sizeof *ui->draws)) {
            return NULL;
        }
        ui->draw_capacity = (size_t)capacity;
    }
    ui_draw *draw = &ui->draws[ui->draw_count++];
    memset(draw, 0, sizeof *draw);
    draw->kind = kind;
    draw->box = box;
    draw->corners = UI_CORNERS_ALL;
    return draw;
}

ui_rgba draw_faded(const ui_context *ui, ui_rgba color)
{
    color.a = (uint8_t)(color.a * (255 - ui->draw_fade) / 255);
    return color;
}

void draw_fill_corners(ui_context *ui, ui_rect box, ui_rgba color, int radius,
                       uint8_t corners)
{
    if (color.a == 0 || rect_is_empty(box)) {
        return;
    }
    int most = (box.w < box.h ? box.w : box.h) / 2;
    ui_draw *draw = draw_push(ui, UI_DRAW_FILL, box);
    if (draw != NULL) {
        draw->color = draw_faded(ui, color);
        draw->radius = (int16_t)(radius > most ? most : radius);
        draw->corners = corners;
    }
}

void draw_fill(ui_context *ui, ui_rect box, ui_rgba color, int radius)
{
    draw_fill_corners(ui, box, color, radius, UI_CORNERS_ALL);
}

void draw_stroke(ui_context *ui, ui_rect box, ui_rgba color, int radius,
                 int thick)
{
    if (color.a == 0 || rect_is_empty(box) || thick <= 0) {
        return;
    }
    int most = (box.w < box.h ? box.w : box.h) / 2;
    ui_draw *draw = draw_push(ui, UI_DRAW_STROKE, box);
    if (draw != NULL) {
        draw->color = draw_faded(ui, color);
        draw->radius = (int16_t)(radius > most ? most : radius);
        draw->thick = (int16_t)thick;
    }
}

void draw_clip(ui_context *ui, ui_rect box)
{
    (void)draw_push(ui, UI_DRAW_CLIP, box);
}

void draw_unclip(ui_context *ui)
{
    (void)draw_push(ui, UI_DRAW_UNCLIP, (ui_rect){0});
}

static void draw_run(ui_context *ui, const char *bytes, uint32_t length,
                     const ui_draw *look)
{
    if (look->color.a == 0 || length == 0) {
        return;
    }
    ui_draw *draw = draw_push(ui, UI_DRAW_TEXT, look->box);
    if (draw != NULL) {
        draw->color = draw_faded(ui, look->color);
        draw->font = look->font;
        draw->text = bytes;
        draw->length = length;
    }
}

void draw_text(ui_context *ui, const char *text, const ui_font *font,
               ui_rgba color, ui_point baseline)
{
    const char *copy = ui_copy(ui, text);
    ui_draw look = {
        .box = {baseline.x, baseline.y, 0, 0}, .color = color, .font = *font};
    draw_run(ui, copy, (uint32_t)strlen(copy), &look);
}

/* ----------------------------------------------------------- paragraphs */

static void draw_underline(ui_context *ui, const ui_draw *look, int width,
                           bool is_pinned)
{
    int thick = ui_device(ui, 2);
    ui_rect box = {look->box.x, look->box.y + ui_device_text(ui, 4), width,
                   thick};
    if (is_pinned) {
        draw_fill(ui, box, look->color, 0);
        return;
    }
    ui_draw *dots = draw_push(ui, UI_DRAW_DOTS, box);
    if (dots != NULL) {
        dots->color = draw_faded(ui, look->color);
        dots->thick = (int16_t)thick;
    }
}

/* The number that chooses a phrase, over its first letters. */
static void draw_number(ui_context *ui, const paragraph *text, int index,
                        ui_point at)
{
    char digit[2] = {(char)('1' + index), '\0'};
    ui_font font = text->font;
    font.size_px = 13;
    font.is_bold = true;
    int side = ui_device_text(ui, 16);
    ui_rect box = {at.x - side / 4, at.y - text->em_px * 11 / 20 - side, side,
                   side};
    const ui_text_service *service = ui->host.text;
    int width = service->width(service->user, &font, digit, 1);
    draw_fill(ui, box, text->phrase_color, ui_device(ui, UI_RADIUS_KEY));
    draw_text(ui, digit, &font, ui_paint_color(ui, UI_ON_ACCENT, UI_ON_ACCENT),
              (ui_point){box.x + (side - width) / 2,
                         box.y + side - ui_device_text(ui, 3)});
}

static void draw_piece(ui_context *ui, const paragraph *text,
                       const text_piece *piece, ui_point at)
{
    const text_span *span = &text->spans[piece->span];
    uint32_t length = piece->length;
    if (piece->start >= text->hidden_from) {
        return;
    }
    if (length > text->hidden_from - piece->start) {
        length = text->hidden_from - piece->start;
    }
    ui_draw look = {.box = {at.x + piece->x, at.y, piece->width, 0},
                    .color = text->color,
                    .font = piece->font};
    if (span->kind == SPAN_SOUND) {
        look.color = text->sound_color;
    }
    draw_run(ui, text->text + piece->start, length, &look);
    bool is_whole = length == piece->length;
    if (span->kind == SPAN_PHRASE && text->has_phrases && is_whole) {
        bool is_pinned = (text->pinned >> span->index & 1U) != 0;
        look.color = is_pinned ? text->pinned_color : text->phrase_color;
        draw_underline(ui, &look, piece->width, is_pinned);
        if (text->is_choosing && piece->start == span->start) {
            draw_number(ui, text, span->index, (ui_point){look.box.x, at.y});
        }
    }
}

void draw_paragraph(ui_context *ui, const paragraph *text, ui_rect box)
{
    for (int i = 0; i < text->line_count; i++) {
        const text_line *line = &text->lines[i];
        ui_point at = {box.x, box.y + i * text->line_px + text->baseline_px};
        if (text->align == UI_PACK_CENTER) {
            at.x += (box.w - line->width) / 2;
        } else if (text->align == UI_PACK_END) {
            at.x += box.w - line->width;
        }
        for (int p = 0; p < line->piece_count; p++) {
            draw_piece(ui, text, &text->pieces[line->first_piece + p], at);
        }
    }
}
