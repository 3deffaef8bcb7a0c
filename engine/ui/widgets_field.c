/*
 * Text fields: the frame around, the text with caret, selection and what an
 * input method is composing. field_edit.c changes the text.
 */
#include <stdio.h>
#include <string.h>

#include "ui/field.h"

static const char dot[] = "\xE2\x80\xA2";

/* ------------------------------------------------- events for the field */

static bool is_editing_key(const ui_context *ui, ui_key key)
{
    ui_key plain = key & ~(ui_key)(UI_SHIFT | UI_CTRL);
    int32_t here = tree_find(ui->last, ui->focus);
    bool is_tall = here >= 0 && ui->last->nodes[here].columns > 1;
    switch (plain) {
    case UI_KEY_LEFT:
    case UI_KEY_RIGHT:
    case UI_KEY_HOME:
    case UI_KEY_END:
    case UI_KEY_BACKSPACE:
    case UI_KEY_DELETE: return true;
    case UI_KEY_UP:
    case UI_KEY_DOWN: return is_tall;
    default: break;
    }
    bool is_command = (key & UI_CTRL) != 0 && (key & UI_ALT) == 0;
    return key == UI_KEY_ENTER ||
           (is_command && plain < 0x80 && strchr("acxvzy", (int)plain) != NULL);
}

static bool is_claimed(const ui_context *ui, ui_key key)
{
    for (int32_t i = 0; i < ui->last->claim_count; i++) {
        if (ui->last->claims[i].key == key) {
            return true;
        }
    }
    return false;
}

bool field_takes(const ui_context *ui, const ui_event *event)
{
    if (!ui_is_typing(ui)) {
        return false;
    }
    switch (event->kind) {
    case UI_EVENT_TEXT:
    case UI_EVENT_COMPOSE: return true;
    case UI_EVENT_KEY:
        if (event->key == (UI_CTRL | UI_KEY_ENTER)) {
            return !is_claimed(ui, event->key);
        }
        return is_editing_key(ui, event->key);
    case UI_EVENT_MOVE: return ui->pressed == ui->focus;
    case UI_EVENT_DOWN:
    case UI_EVENT_UP:
    case UI_EVENT_LEAVE:
    case UI_EVENT_WHEEL:
    case UI_EVENT_TOUCH: break;
    }
    return false;
}

void field_post(ui_context *ui, const ui_event *event)
{
    ui_editing *state = &ui->editing;
    if (state->inbox_count < INBOX_MAX) {
        state->inbox[state->inbox_count++] = *event;
    }
}

/* -------------------------------------------------------- what is shown */

static uint32_t shown_offset(const ui_field_spec *spec, uint32_t offset)
{
    if (!spec->is_secret) {
        return offset;
    }
    uint32_t count = 0;
    for (uint32_t i = 0; i < offset; i++) {
        bool is_start = ((unsigned char)spec->text[i] & 0xC0U) != 0x80U;
        count += is_start ? 1 : 0;
    }
    return count * (uint32_t)(sizeof dot - 1);
}

static uint32_t text_offset(const ui_field_spec *spec, uint32_t shown)
{
    if (!spec->is_secret) {
        return shown;
    }
    uint32_t wanted = shown / (uint32_t)(sizeof dot - 1);
    uint32_t at = 0;
    while (spec->text[at] != '\0' && wanted > 0) {
        at++;
        bool is_start = ((unsigned char)spec->text[at] & 0xC0U) != 0x80U;
        wanted -= is_start ? 1 : 0;
    }
    return at;
}

uint32_t field_offset_at(const field_edit *edit, const ui_event *event)
{
    if (edit->shown == NULL) {
        return edit->state->caret;
    }
    bool is_tall = edit->spec->lines > 1;
    int scroll = edit->state->scroll_px;
    int x = event->x - edit->shown_box.x + (is_tall ? 0 : scroll);
    int y = is_tall ? event->y - edit->shown_box.y + scroll : 0;
    uint32_t at =
        text_offset(edit->spec, paragraph_at(edit->ui, edit->shown, x, y));
    return at > edit->length ? edit->length : at;
}

static const char *shown_text(ui_context *ui, const ui_field_spec *spec,
                              bool is_editing)
{
    const ui_editing *state = &ui->editing;
    if (spec->is_secret) {
        size_t count = rp_utf8_count(spec->text);
        char *dots = ui_take(ui, count * (sizeof dot - 1) + 1, 1);
        for (size_t i = 0; dots != NULL && i < count; i++) {
            memcpy(dots + i * (sizeof dot - 1), dot, sizeof dot - 1);
        }
        return dots == NULL ? "" : dots;
    }
    if (!is_editing || state->composed[0] == '\0') {
        return spec->text;
    }
    return ui_format(ui, "%.*s%s%s", (int)state->caret, spec->text,
                     state->composed, spec->text + state->caret);
}

static uint32_t composed_caret(const ui_editing *state)
{
    uint32_t at = 0;
    int left = state->composed_caret;
    while (state->composed[at] != '\0' && left > 0) {
        at++;
        bool is_start = ((unsigned char)state->composed[at] & 0xC0U) != 0x80U;
        left -= is_start ? 1 : 0;
    }
    return at;
}

static void set_editing(field_view *view, const ui_field_spec *spec)
{
    const ui_editing *state = &view->ui->editing;
    uint32_t caret = shown_offset(spec, state->caret);
    uint32_t anchor = shown_offset(spec, state->anchor);
    uint32_t length = (uint32_t)strlen(state->composed);
    view->has_caret = true;
    view->from = caret < anchor ? caret : anchor;
    view->to = caret < anchor ? anchor : caret;
    view->composed_from = caret;
    view->composed_to = caret + length;
    view->caret = caret + composed_caret(state);
}

/* ---------------------------------------------------------------- declaring */

static bool is_editing(const ui_context *ui, const ui_field_spec *spec)
{
    return ui->editing.id == ui_hash(spec->id) && ui_is_typing(ui);
}

static void add_text(ui_context *ui, const ui_field_spec *spec)
{
    field_view *view = ui_take(ui, 1, sizeof *view);
    bool has_caret = is_editing(ui, spec);
    const char *shown = shown_text(ui, spec, has_caret);
    bool is_empty = shown[0] == '\0';
    const char *words =
        is_empty && spec->placeholder != NULL ? spec->placeholder : shown;
    bool is_quiet = is_empty || spec->is_disabled;
    paragraph *text =
        paragraph_make(ui, words, strlen(words),
                       &(ui_style){.size = spec->is_small ? UI_S : UI_M,
                                   .color = is_quiet ? UI_INK3 : UI_INK,
                                   .is_one_line = spec->lines < 2});
    if (view == NULL || text == NULL) {
        return;
    }
    text->keeps_spaces = true;
    paragraph_prepare(ui, text);
    *view = (field_view){.ui = ui,
                         .text = text,
                         .is_tall = spec->lines > 1,
                         .ink = text->color,
                         .soft = ui_paint_color(ui, UI_ACCENT_SOFT, UI_NONE)};
    if (has_caret) {
        set_editing(view, spec);
    }
    int lines = spec->lines < 1 ? 1 : spec->lines;
    ui_node *node =
        node_painted(ui, field_paint, view, 0, lines * text->line_px);
    node->width.grow = 1;
    node->text = is_empty ? NULL : text;
    node->id = ui_hash_salted(spec->id, "text");
    node->is_silent = true;
}

static void finish_leaving(ui_context *ui, field_edit *edit)
{
    ui_editing *state = &ui->editing;
    uint64_t id = ui_hash(edit->spec->id);
    if (state->id != id) {
        return;
    }
    bool is_gone = ui->focus != id;
    if (state->has_left || is_gone) {
        edit->result |= UI_FIELD_LEFT;
        state->has_left = false;
        state->composed[0] = '\0';
    }
    if (is_gone) {
        state->id = 0;
        state->has_caret_box = false;
    }
}

static void start_editing(ui_context *ui, const field_edit *edit)
{
    ui_editing *state = &ui->editing;
    uint64_t id = ui_hash(edit->spec->id);
    if (ui->focus != id || state->id == id || edit->spec->is_disabled) {
        return;
    }
    field_undo *undo = state->undo;
    memset(state, 0, sizeof *state);
    state->undo = undo;
    state->id = id;
    state->is_typing = true;
    state->caret = edit->length;
    state->anchor = edit->length;
    state->blink_ms = ui->surface.now_ms;
}

static unsigned edit_text(ui_context *ui, const ui_field_spec *spec)
{
    field_edit edit = {.ui = ui,
                       .spec = spec,
                       .state = &ui->editing,
                       .length = (uint32_t)strlen(spec->text)};
    finish_leaving(ui, &edit);
    start_editing(ui, &edit);
    if (ui->editing.id != ui_hash(spec->id)) {
        return edit.result;
    }
    /* The screen may have changed or cleared the text. */
    ui_editing *state = &ui->editing;
    state->caret = state->caret > edit.length ? edit.length : state->caret;
    state->anchor = state->anchor > edit.length ? edit.length : state->anchor;
    int32_t shown = tree_find(ui->last, ui_hash_salted(spec->id, "text"));
    if (shown >= 0) {
        edit.shown = ui->last->nodes[shown].text;
        edit.shown_box = ui->last->nodes[shown].box;
    }
    for (int i = 0; i < state->inbox_count; i++) {
        field_apply(&edit, &state->inbox[i]);
    }
    state->inbox_count = 0;
    return edit.result;
}

static void open_frame(ui_context *ui, const ui_field_spec *spec)
{
    widget_state state = widget_state_of(ui, spec->id, spec->is_disabled);
    bool is_hovered = state.hover_255 > 127;
    ui_color border = is_hovered ? UI_INK : UI_LINE_STRONG;
    if (spec->error != NULL) {
        border = UI_DANGER;
    } else if (spec->is_disabled) {
        border = UI_LINE;
    }
    int16_t height = (int16_t)ui_with_half_text(ui, spec->is_small ? 36 : 40);
    bool is_tall = spec->lines > 1;
    int16_t upright = (int16_t)(is_tall ? 10 : 0);
    int32_t index =
        node_open(ui, NODE_ROW,
                  &(ui_box){.height = {.min = height},
                            .pad = {12, upright, 12, upright},
                            .gap = 10,
                            .align = is_tall ? UI_START : UI_CENTER,
                            .fill = spec->is_disabled ? UI_SUNKEN : UI_SURFACE,
                            .border = border,
                            .radius = UI_RADIUS_BUTTON});
    ui_node *node = node_at(ui, index);
    node->is_field = true;
    node->columns = spec->lines;
    node->value = spec->is_secret ? NULL : ui_copy(ui, spec->text);
    (void)widget_operate(ui, index,
                         &(widget_control){.id = spec->id,
                                           .label = spec->label,
                                           .role = UI_ROLE_FIELD,
                                           .key = spec->key,
                                           .is_disabled = spec->is_disabled});
    node_at(ui, index)->is_pressable = false;
}

static void add_below(ui_context *ui, const ui_field_spec *spec)
{
    if (spec->error == NULL && spec->count_max == 0) {
        return;
    }
    ui_begin_row(ui, &(ui_box){.gap = 12});
    if (spec->error != NULL) {
        ui_text(ui, spec->error, &(ui_style){.size = UI_S, .color = UI_DANGER});
    }
    ui_spacer(ui);
    if (spec->count_max > 0) {
        ui_text(ui,
                ui_format(ui, ui_say(ui, "%d of %d"),
                          (int)rp_utf8_count(spec->text), spec->count_max),
                &(ui_style){.size = UI_S,
                            .color = UI_INK3,
                            .is_one_line = true,
                            .is_tabular = true});
    }
    ui_end(ui);
}

unsigned ui_text_field(ui_context *ui, const ui_field_spec *spec)
{
    unsigned result = edit_text(ui, spec);
    ui_size width = spec->width;
    if (width.px == 0 && width.grow == 0) {
        width.grow = 1;
        width.min = (int16_t)(width.min == 0 ? 80 : width.min);
    }
    ui_begin_column(ui, &(ui_box){.width = width, .gap = 4});
    open_frame(ui, spec);
    widget_icon(ui, spec->icon, 18, UI_INK2);
    add_text(ui, spec);
    if (spec->error != NULL) {
        widget_icon(ui, "error", 18, UI_DANGER);
    } else if (spec->key != UI_KEY_NONE && !is_editing(ui, spec)) {
        ui_key_cap(ui, spec->key);
    }
    node_close(ui);
    add_below(ui, spec);
    ui_end(ui);
    return result;
}

bool ui_caret_box(const ui_context *ui, int *x, int *y, int *height)
{
    if (!ui_is_typing(ui) || !ui->editing.has_caret_box) {
        return false;
    }
    *x = ui->editing.caret_box.x;
    *y = ui->editing.caret_box.y;
    *height = ui->editing.caret_box.h;
    return true;
}
