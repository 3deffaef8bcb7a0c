/*
 * Paragraphs: a text with its fonts and break chances, wrapped to a width.
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

/* -------------------------------------------------------------- making */

static int line_height(const ui_context *ui, const ui_style *style,
                       bool has_han)
{
    ui_type own = ui_theme_type(style->size, ui_is_han(ui));
    ui_type han = ui_theme_type(style->size, true);
    int line = has_han && han.line_px > own.line_px ? han.line_px : own.line_px;
    return ui_device_text(ui, line);
}

paragraph *paragraph_make(ui_context *ui, const char *text, size_t length,
                          const ui_style *style)
{
    paragraph *made = ui_take(ui, 1, sizeof *made);
    if (made == NULL) {
        return NULL;
    }
    ui_type type = ui_theme_type(style->size, ui_is_han(ui));
    made->text = rp_arena_copy(&ui->now->arena, text, length);
    made->length = made->text == NULL ? 0 : (uint32_t)length;
    made->font =
        (ui_font){.face = style->is_mono ? UI_FACE_MONO : UI_FACE_LATIN,
                  .is_bold = style->is_bold,
                  .is_tabular = style->is_tabular,
                  .size_px = (uint8_t)type.size_px,
                  .percent = (uint16_t)ui->font_percent};
    made->em_px = ui_device_text(ui, type.size_px);
    made->has_han = script_has_han(text, length);
    made->line_px = line_height(ui, style, made->has_han);
    made->measure_px = ui_device_text(ui, style->measure);
    made->align = (uint8_t)style->align;
    made->is_one_line = style->is_one_line || style->truncates;
    made->truncates = style->truncates;
    made->color = ui_paint_color(ui, style->color, UI_INK);
    made->spans = ui_take(ui, PARAGRAPH_SPANS_MAX, sizeof *made->spans);
    made->span_count = made->spans == NULL ? 0 : 1;
    return made->span_count == 0 ? NULL : made;
}

/* The widest of the parts that newlines make. */
static int natural_width(ui_context *ui, paragraph *text)
{
    int widest = 0;
    uint32_t start = 0;
    while (start <= text->length) {
        const char *newline =
            memchr(text->text + start, '\n', text->length - start);
        uint32_t end =
            newline == NULL ? text->length : (uint32_t)(newline - text->text);
        int width = line_build(ui, text, start, end, false);
        widest = width > widest ? width : widest;
        start = end + 1;
    }
    return widest;
}

void paragraph_prepare(ui_context *ui, paragraph *text)
{
    const ui_text_service *service = ui->host.text;
    if (text->text == NULL || script_itemize(ui, text) < 0) {
        return;
    }
    text->marks = ui_take(ui, text->length + 1, 1);
    if (text->marks == NULL) {
        text->length = 0;
        text->item_count = 0;
        return;
    }
    service->breaks(service->user, text->text, text->length, ui->language,
                    text->marks);
    ui_font_metrics metrics = service->metrics(service->user, &text->font);
    int ink = metrics.ascent_px + metrics.descent_px;
    text->baseline_px = (text->line_px - ink) / 2 + metrics.ascent_px;
    text->natural_px = natural_width(ui, text);
    text->min_px = text->em_px * 3;
}

/* ------------------------------------------------------------- wrapping */

static uint32_t trimmed(const paragraph *text, uint32_t start, uint32_t end)
{
    while (end > start && !text->keeps_spaces &&
           (text->text[end - 1] == ' ' || text->text[end - 1] == '\n')) {
        end--;
    }
    return end;
}

/*
 * The last place a line from `start` may end with `mark` chances and still
 * fit; `start` itself when not even the first one does. Bisects by measure.
 */
static uint32_t last_fit(ui_context *ui, paragraph *text, text_line span,
                         uint8_t mark)
{
    uint32_t good = span.start;
    uint32_t low = span.start + 1;
    uint32_t high = span.end;
    while (low <= high) {
        uint32_t middle = low + (high - low) / 2;
        uint32_t at = middle;
        while (at > low && (text->marks[at] & mark) == 0) {
            at--;
        }
        bool is_chance = (text->marks[at] & mark) != 0;
        bool fits = is_chance && line_build(ui, text, span.start,
                                            trimmed(text, span.start, at),
                                            false) <= span.width;
        if (!is_chance || fits) {
            good = fits ? at : good;
            low = middle + 1;
        } else {
            high = at - 1;
        }
    }
    return good;
}

static bool has_room_for_line(ui_context *ui, paragraph *text)
{
    if (text->line_count < text->line_capacity) {
        return true;
    }
    int capacity = text->line_capacity == 0 ? 4 : text->line_capacity * 2;
    text_line *lines = ui_take(ui, (size_t)capacity, sizeof *lines);
    if (lines == NULL) {
        return false;
    }
    if (text->line_count > 0) {
        memcpy(lines, text->lines, (size_t)text->line_count * sizeof *lines);
    }
    text->lines = lines;
    text->line_capacity = capacity;
    return true;
}

static void add_line(ui_context *ui, paragraph *text, uint32_t start,
                     uint32_t end)
{
    if (has_room_for_line(ui, text)) {
        text->lines[text->line_count++] =
            (text_line){.start = start, .end = trimmed(text, start, end)};
    }
}

/* Letters of the line, up to two: marks and spaces do not count. */
static int letters_in(const paragraph *text, const text_line *line)
{
    int count = 0;
    for (uint32_t at = line->start; at < line->end && count < 2;) {
        uint32_t code = 0;
        size_t took = rp_utf8_next(text->text + at, line->end - at, &code);
        char_class class = script_class(code);
        count += class == CHAR_HAN || class == CHAR_LATIN ? 1 : 0;
        at += (uint32_t)(took == 0 ? 1 : took);
    }
    return count;
}

static int chances_in(const paragraph *text, const text_line *line)
{
    int count = 0;
    for (uint32_t at = line->start + 1; at < line->end; at++) {
        count += (text->marks[at] & UI_MARK_LINE) != 0 ? 1 : 0;
    }
    return count;
}

/* No last line of one Han character or one word: take one more down. */
static void mend_last_line(ui_context *ui, paragraph *text, int width)
{
    text_line *last = &text->lines[text->line_count - 1];
    text_line *before = last - 1;
    bool is_lonely = text->has_han ? letters_in(text, last) < 2
                                   : chances_in(text, last) == 0;
    int least = text->has_han ? 1 : 2;
    if (!is_lonely || chances_in(text, before) < least) {
        return;
    }
    uint32_t at = before->end - 1;
    while (at > before->start && (text->marks[at] & UI_MARK_LINE) == 0) {
        at--;
    }
    if (line_build(ui, text, at, last->end, false) > width) {
        return;
    }
    before->end = trimmed(text, before->start, at);
    last->start = at;
}

static void wrap_part(ui_context *ui, paragraph *text, uint32_t start,
                      uint32_t end)
{
    int first = text->line_count;
    text_line rest = {.start = start, .end = end, .width = text->wrapped_px};
    while (rest.start < end || text->line_count == first) {
        uint32_t whole = trimmed(text, rest.start, end);
        if (line_build(ui, text, rest.start, whole, false) <= rest.width) {
            add_line(ui, text, rest.start, end);
            break;
        }
        uint32_t at = last_fit(ui, text, rest, UI_MARK_LINE);
        if (at == rest.start) {
            at = last_fit(ui, text, rest, UI_MARK_CHARACTER);
        }
        if (at == rest.start) {
            text->is_cut = true;
            add_line(ui, text, rest.start, end);
            break;
        }
        add_line(ui, text, rest.start, at);
        rest.start = at;
    }
    if (text->line_count - first >= 2 && !text->keeps_spaces) {
        mend_last_line(ui, text, text->wrapped_px);
    }
}

/* Shortens a one-line text to what fits with an ellipsis behind it. */
static void truncate_text(ui_context *ui, paragraph *text, int width)
{
    static const char ellipsis[] = "\xE2\x80\xA6";
    const ui_text_service *service = ui->host.text;
    int dots = service->width(service->user, &text->font, ellipsis, 3);
    text_line span = {.start = 0, .end = text->length, .width = width - dots};
    uint32_t at = trimmed(text, 0, last_fit(ui, text, span, UI_MARK_CHARACTER));
    const char *shorter = rp_arena_format(&ui->now->arena, "%.*s%s", (int)at,
                                          text->text, ellipsis);
    if (shorter == NULL) {
        ui->has_failed = true;
        return;
    }
    text->text = shorter;
    text->length = at + 3;
    text->is_truncated = true;
    int natural = text->natural_px;
    paragraph_prepare(ui, text);
    text->natural_px = natural;
}

void paragraph_wrap(ui_context *ui, paragraph *text, int width_px)
{
    text->wrapped_px = width_px;
    text->line_count = 0;
    text->piece_count = 0;
    text->is_cut = false;
    int limit = text->measure_px;
    if (limit > 0 && limit < width_px) {
        text->wrapped_px = limit;
    }
    if (text->is_one_line) {
        if (text->natural_px > width_px && text->truncates) {
            truncate_text(ui, text, width_px);
        } else {
            text->is_cut = text->natural_px > width_px;
        }
        add_line(ui, text, 0, text->length);
    } else {
        uint32_t start = 0;
        while (start <= text->length) {
            const char *newline =
                memchr(text->text + start, '\n', text->length - start);
            uint32_t end = newline == NULL ? text->length
                                           : (uint32_t)(newline - text->text);
            wrap_part(ui, text, start, end);
            start = end + 1;
        }
    }
    for (int i = 0; i < text->line_count; i++) {
        text_line *line = &text->lines[i];
        line->first_piece = text->piece_count;
        line->width = line_build(ui, text, line->start, line->end, true);
        line->piece_count = text->piece_count - line->first_piece;
    }
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
