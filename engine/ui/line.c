/*
 * One line of text: its pieces, its width, and which place is under a point.
 *
 * A line is measured as whole runs, one per item, never as sums of words. Han
 * marks give up half their width at the start of a line and beside another
 * mark; Han and Latin stand an eighth of an em apart.
 */
#include <string.h>

#include "ui/ui_internal.h"

static int run_width(const ui_context *ui, const paragraph *text,
                     const ui_font *font, text_piece run)
{
    const ui_text_service *service = ui->host.text;
    return service->width(service->user, font, text->text + run.start,
                          run.length);
}

/* ------------------------------------------------------------ one line */

typedef struct line_state {
    ui_context *ui;
    paragraph *text;
    uint32_t line_start;
    bool keeps;
    int x;
    char_class before; /* class of the character before */
} line_state;

static bool has_room_for_piece(ui_context *ui, paragraph *text)
{
    if (text->piece_count < text->piece_capacity) {
        return true;
    }
    int capacity = text->piece_capacity == 0 ? 8 : text->piece_capacity * 2;
    text_piece *pieces = ui_take(ui, (size_t)capacity, sizeof *pieces);
    if (pieces == NULL) {
        return false;
    }
    if (text->piece_count > 0) {
        memcpy(pieces, text->pieces,
               (size_t)text->piece_count * sizeof *pieces);
    }
    text->pieces = pieces;
    text->piece_capacity = capacity;
    return true;
}

static void flush_piece(line_state *line, const text_item *item, uint32_t start,
                        uint32_t end)
{
    if (end <= start) {
        return;
    }
    text_piece piece = {.start = start,
                        .length = end - start,
                        .font = item->font,
                        .x = line->x,
                        .span = item->span};
    piece.width = run_width(line->ui, line->text, &item->font, piece);
    line->x += piece.width;
    if (line->keeps && has_room_for_piece(line->ui, line->text)) {
        line->text->pieces[line->text->piece_count++] = piece;
    }
}

/* Quotes are shared by the scripts; drawn by the Han face they are marks. */
static char_class han_class(uint32_t code)
{
    switch (code) {
    case 0x2018:
    case 0x201C: return CHAR_HAN_OPEN;
    case 0x2019:
    case 0x201D: return CHAR_HAN_CLOSE;
    default: return script_class(code);
    }
}

static bool is_mark(char_class class)
{
    return class == CHAR_HAN_OPEN || class == CHAR_HAN_CLOSE;
}

/* True when the blank half of this mark is taken away before it. */
static bool gives_way(const line_state *line, char_class class, uint32_t at)
{
    if (!is_mark(class)) {
        return false;
    }
    if (at == line->line_start) {
        return class == CHAR_HAN_OPEN;
    }
    bool faces = line->before == CHAR_HAN_OPEN && class == CHAR_HAN_CLOSE;
    return is_mark(line->before) && !faces;
}

static void build_han(line_state *line, const text_item *item, uint32_t start,
                      uint32_t end)
{
    const char *bytes = line->text->text;
    uint32_t from = start;
    for (uint32_t at = start; at < end;) {
        uint32_t code = 0;
        size_t took = rp_utf8_next(bytes + at, end - at, &code);
        took = took == 0 ? 1 : took;
        char_class class = han_class(code);
        if (gives_way(line, class, at)) {
            flush_piece(line, item, from, at);
            from = at;
            line->x -= line->text->em_px / 2;
        }
        line->before = class;
        at += (uint32_t)took;
    }
    flush_piece(line, item, from, end);
}

static char_class class_at(const paragraph *text, uint32_t at)
{
    uint32_t code = 0;
    (void)rp_utf8_next(text->text + at, text->length - at, &code);
    return script_class(code);
}

static char_class class_before(const paragraph *text, uint32_t at)
{
    do {
        at--;
    } while (at > 0 && ((unsigned char)text->text[at] & 0xC0U) == 0x80U);
    return class_at(text, at);
}

static bool needs_air(const paragraph *text, uint32_t at)
{
    char_class before = class_before(text, at);
    char_class after = class_at(text, at);
    return (before == CHAR_HAN && after == CHAR_LATIN) ||
           (before == CHAR_LATIN && after == CHAR_HAN);
}

int line_build(ui_context *ui, paragraph *text, uint32_t start, uint32_t end,
               bool keeps)
{
    line_state line = {.ui = ui,
                       .text = text,
                       .line_start = start,
                       .keeps = keeps,
                       .before = CHAR_OTHER};
    for (int i = 0; i < text->item_count; i++) {
        const text_item *item = &text->items[i];
        uint32_t from = item->start > start ? item->start : start;
        uint32_t to = item->end < end ? item->end : end;
        if (from >= to) {
            continue;
        }
        if (from > start && from == item->start && needs_air(text, from)) {
            line.x += text->em_px / 8;
        }
        if (item->font.face == UI_FACE_HAN) {
            build_han(&line, item, from, to);
        } else {
            line.before = CHAR_OTHER;
            flush_piece(&line, item, from, to);
        }
    }
    return line.x;
}

/* ------------------------------------------------------------- pointing */

static int prefix_width(const ui_context *ui, const paragraph *text,
                        const text_piece *piece, uint32_t at)
{
    text_piece prefix = *piece;
    prefix.length = at - piece->start;
    return prefix.length == 0 ? 0 : run_width(ui, text, &piece->font, prefix);
}

int paragraph_x(ui_context *ui, const paragraph *text, uint32_t at, int *line)
{
    int found = 0;
    for (int i = 0; i < text->line_count; i++) {
        if (text->lines[i].start <= at) {
            found = i;
        }
    }
    *line = found;
    if (text->line_count == 0) {
        return 0;
    }
    const text_line *row = &text->lines[found];
    int x = 0;
    for (int i = 0; i < row->piece_count; i++) {
        const text_piece *piece = &text->pieces[row->first_piece + i];
        if (at >= piece->start + piece->length) {
            x = piece->x + piece->width;
        } else if (at >= piece->start) {
            return piece->x + prefix_width(ui, text, piece, at);
        }
    }
    return x;
}

uint32_t paragraph_at(ui_context *ui, const paragraph *text, int x, int y)
{
    if (text->line_count == 0) {
        return 0;
    }
    int row = y < 0 ? 0 : y / text->line_px;
    row = row >= text->line_count ? text->line_count - 1 : row;
    const text_line *line = &text->lines[row];
    uint32_t best = line->start;
    int best_distance = PARAGRAPH_NEVER;
    for (uint32_t at = line->start; at <= line->end; at++) {
        bool is_place =
            at == line->end || (text->marks[at] & UI_MARK_CHARACTER) != 0;
        if (!is_place) {
            continue;
        }
        int unused = 0;
        int distance = paragraph_x(ui, text, at, &unused) - x;
        distance = distance < 0 ? -distance : distance;
        if (distance < best_distance) {
            best_distance = distance;
            best = at;
        }
    }
    return best;
}
