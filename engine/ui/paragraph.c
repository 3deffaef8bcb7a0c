/*
 * Paragraphs: a text with its fonts and break chances, wrapped to a width.
 */
#include <string.h>

#include "ui/ui_internal.h"

/* -------------------------------------------------------------- making */

enum {
    WIDE_LINE = 120,     /* per cent of the line of the design */
    WIDE_MEASURE_EM = 34 /* about 55 Latin letters or 31 Han signs */
};

static int line_height(const ui_context *ui, const ui_style *style,
                       bool has_han)
{
    ui_type own = ui_theme_type(style->size, ui_is_han(ui));
    ui_type han = ui_theme_type(style->size, true);
    int line = has_han && han.line_px > own.line_px ? han.line_px : own.line_px;
    bool is_wide = ui->settings.has_wide_spacing && !style->is_one_line &&
                   !style->truncates;
    return ui_device_text(ui, is_wide ? line * WIDE_LINE / 100 : line);
}

/* The widest line wanted; 0: any. */
static int measure_of(const ui_context *ui, const paragraph *text,
                      const ui_style *style)
{
    int wanted = ui_device_text(ui, style->measure);
    int wide = text->em_px * WIDE_MEASURE_EM;
    bool is_shorter = ui->settings.has_wide_spacing && !style->is_one_line &&
                      (wanted == 0 || wanted > wide);
    return is_shorter ? wide : wanted;
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
    made->hidden_from = UINT32_MAX;
    made->font =
        (ui_font){.face = style->is_mono ? UI_FACE_MONO : UI_FACE_LATIN,
                  .is_bold = style->is_bold,
                  .is_tabular = style->is_tabular,
                  .is_wide = ui->settings.has_wide_spacing,
                  .size_px = (uint8_t)type.size_px,
                  .percent = (uint16_t)ui->font_percent};
    made->em_px = ui_device_text(ui, type.size_px);
    made->has_han = script_has_han(text, length);
    made->line_px = line_height(ui, style, made->has_han);
    made->measure_px = measure_of(ui, made, style);
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
