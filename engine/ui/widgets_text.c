/*
 * Texts: plain, and marked with stress, sounds and phrases to pin.
 */
#include <string.h>

#include "ui/ui_internal.h"

const ui_style ui_title = {.size = UI_XL, .is_bold = true, .is_heading = true};
const ui_style ui_heading = {.size = UI_L, .is_bold = true, .is_heading = true};
const ui_style ui_subhead = {.size = UI_M, .is_bold = true, .is_heading = true};
const ui_style ui_current = {.size = UI_L};
const ui_style ui_body = {.size = UI_M};
const ui_style ui_strong = {.size = UI_M, .is_bold = true};
const ui_style ui_support = {.size = UI_M, .color = UI_INK2};
const ui_style ui_small = {.size = UI_S};
const ui_style ui_note = {.size = UI_S, .color = UI_INK2};
const ui_style ui_quiet = {.size = UI_S, .color = UI_INK3};
const ui_style ui_small_strong = {.size = UI_S, .is_bold = true};
const ui_style ui_link_text = {.size = UI_S,
                               .is_bold = true,
                               .color = UI_ACCENT};
const ui_style ui_digits = {.size = UI_L, .is_bold = true, .is_tabular = true};

int32_t text_node(ui_context *ui, paragraph *text, const ui_style *style)
{
    if (text == NULL) {
        return -1;
    }
    ui_node *node = node_leaf(ui, NODE_TEXT);
    node->text = text;
    node->label = text->text;
    node->self = (uint8_t)style->self;
    node->role = style->is_heading ? UI_ROLE_HEADING : UI_ROLE_TEXT;
    node->is_silent = node->is_silent || style->is_silent;
    node->width =
        (ui_size){(int16_t)ui_device(ui, style->width.px), style->width.grow,
                  (int16_t)ui_device(ui, style->width.min),
                  (int16_t)ui_device(ui, style->width.max)};
    return node_index(ui, node);
}

void ui_text(ui_context *ui, const char *text, const ui_style *style)
{
    if (text == NULL) {
        return;
    }
    const ui_style *look = style == NULL ? &ui_body : style;
    paragraph *made = paragraph_make(ui, text, strlen(text), look);
    if (made != NULL) {
        paragraph_prepare(ui, made);
    }
    (void)text_node(ui, made, look);
}

static void set_colors(ui_context *ui, paragraph *text,
                       const ui_rich_spec *spec)
{
    text->sound_color = ui_paint_color(ui, UI_INK3, UI_INK3);
    text->phrase_color = ui_paint_color(ui, UI_ACCENT, UI_ACCENT);
    text->pinned_color = text->phrase_color;
    text->has_phrases = spec->has_phrases;
    text->is_choosing = spec->is_choosing;
    text->pinned = spec->pinned;
}

/* Where the painted part ends: behind the word that is begun. */
static uint32_t painted_bytes(const paragraph *text, uint16_t hidden)
{
    uint64_t shown = hidden < 1000 ? 1000U - hidden : 0U;
    uint32_t end = (uint32_t)(text->length * shown / 1000U);

    while (end > 0 && end < text->length &&
           (text->marks[end] & UI_MARK_LINE) == 0) {
        end++;
    }
    return end;
}

int ui_rich(ui_context *ui, const ui_rich_spec *spec)
{
    const ui_style *look = spec->style == NULL ? &ui_body : spec->style;
    size_t length = strlen(spec->text);
    paragraph *text = paragraph_make(ui, spec->text, length, look);
    if (text == NULL) {
        return -1;
    }
    set_colors(ui, text, spec);
    int phrases = rich_parse(ui, spec->text, text);
    paragraph_prepare(ui, text);
    if (spec->hidden > 0 && text->marks != NULL) {
        text->hidden_from = painted_bytes(text, spec->hidden);
    }
    int32_t index = text_node(ui, text, look);
    if (index < 0) {
        return -1;
    }
    node_name(ui, node_at(ui, index), spec->id);
    for (int i = 0; i < phrases && i < 9 && spec->is_choosing; i++) {
        node_claim(ui, (ui_key)('1' + i), index, true);
    }
    bool is_chosen = spec->has_phrases && spec->id != NULL &&
                     ui->decision.phrase_of == ui_hash(spec->id);
    return is_chosen && ui->decision.phrase < phrases ? ui->decision.phrase
                                                      : -1;
}
