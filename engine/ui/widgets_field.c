/*
 * Text fields: the frame around, the text with caret, selection and what an
 * input method is composing. field_edit.c changes the text.
 */
#include <stdio.h>
#include <string.h>

#include "ui/field.h"

enum {
    BLINK_HALF_MS = 530
};

static const char dot[] = "\xE2\x80\xA2";

/* ------------------------------------------------------ events for the field */

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
    case UI_EVENT_WHEEL: break;
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

/* ------------------------------------------------------------- what is shown */

typedef struct field_view {
    ui_context *ui;
    paragraph *text;
    uint32_t caret;
    uint32_t from; /* selection, as shown */
    uint32_t to;
    uint32_t composed_from;
    uint32_t composed_to;
    bool has_caret;
    bool is_tall;
    ui_rgba ink;
    ui_rgba soft;
} field_view;

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

/* ------------------------------------------------------------------ painting */

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

static void paint_text(ui_context *ui, const ui_node *node)
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
        node_painted(ui, paint_text, view, 0, lines * text->line_px);
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
    int32_t index =
        node_open(ui, NODE_ROW,
                  &(ui_box){.height = {.min = height},
                            .pad = {12, is_tall ? 10 : 0, 12, is_tall ? 10 : 0},
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
        width.min = width.min == 0 ? 80 : width.min;
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
