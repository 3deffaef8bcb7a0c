/*
 * Words that a widget paints itself: labels in charts, tracks and badges,
 * whose place depends on values and not on layout.
 */
#include <string.h>

#include "ui/ui_internal.h"

int draw_words(ui_context *ui, const char *text, const ui_style *style,
               ui_rect box)
{
    if (text == NULL || text[0] == '\0') {
        return 0;
    }
    ui_style line = *style;
    line.is_one_line = true;
    paragraph *made = paragraph_make(ui, text, strlen(text), &line);
    if (made == NULL) {
        return 0;
    }
    paragraph_prepare(ui, made);
    paragraph_wrap(ui, made, style->truncates ? box.w : PARAGRAPH_NEVER);
    if (box.h > made->line_px) {
        box.y += (box.h - made->line_px) / 2;
    }
    draw_paragraph(ui, made, box);
    return made->natural_px;
}

int words_width(ui_context *ui, const char *text, const ui_style *style)
{
    if (text == NULL) {
        return 0;
    }
    paragraph *made = paragraph_make(ui, text, strlen(text), style);
    if (made == NULL) {
        return 0;
    }
    paragraph_prepare(ui, made);
    return made->natural_px;
}
