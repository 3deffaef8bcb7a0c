/*
 * Editing: what keys, typed text and the pointer do to the text of the field
 * that has the focus. Offsets are bytes; every change keeps the text valid
 * UTF-8 and within its capacity.
 */
#include <string.h>

#include "ui/field.h"

/* --------------------------------------------------------------- history */

static void snapshot(field_undo *to, const field_edit *edit)
{
    memcpy(to->text, edit->spec->text, edit->length + 1);
    to->caret = edit->state->caret;
}

static void restore(field_edit *edit, const field_undo *from)
{
    edit->length = (uint32_t)strlen(from->text);
    memcpy(edit->spec->text, from->text, edit->length + 1);
    edit->state->caret = from->caret;
    edit->state->anchor = from->caret;
    edit->result |= UI_FIELD_CHANGED;
}

/* Before a change: what undo goes back to. A run of typing is one step. */
static void remember(field_edit *edit, bool is_typing)
{
    ui_editing *state = edit->state;
    bool is_same_run = is_typing && state->is_typed_last;
    state->is_typed_last = is_typing;
    if (is_same_run) {
        return;
    }
    if (state->undo_next >= UNDO_COUNT - 1) {
        memmove(state->undo, state->undo + 1,
                (UNDO_COUNT - 1) * sizeof *state->undo);
        state->undo_next--;
    }
    snapshot(&state->undo[state->undo_next], edit);
    state->undo_next++;
    state->undo_count = state->undo_next;
}

static void undo(field_edit *edit)
{
    ui_editing *state = edit->state;
    if (state->undo_next == 0) {
        return;
    }
    if (state->undo_next == state->undo_count) {
        snapshot(&state->undo[state->undo_count], edit);
    }
    state->undo_next--;
    restore(edit, &state->undo[state->undo_next]);
    state->is_typed_last = false;
}

static void redo(field_edit *edit)
{
    ui_editing *state = edit->state;
    if (state->undo_next < state->undo_count) {
        state->undo_next++;
        restore(edit, &state->undo[state->undo_next]);
        state->is_typed_last = false;
    }
}

/* --------------------------------------------------------------- changes */

static void selection(const field_edit *edit, uint32_t *from, uint32_t *to)
{
    uint32_t caret = edit->state->caret;
    uint32_t anchor = edit->state->anchor;
    *from = caret < anchor ? caret : anchor;
    *to = caret < anchor ? anchor : caret;
}

static void erase(field_edit *edit, uint32_t from, uint32_t to)
{
    char *text = edit->spec->text;
    memmove(text + from, text + to, edit->length - to + 1);
    edit->length -= to - from;
    edit->state->caret = from;
    edit->state->anchor = from;
    edit->result |= UI_FIELD_CHANGED;
}

static bool is_wanted(const field_edit *edit, uint32_t code)
{
    if (edit->spec->digits_only) {
        return code >= '0' && code <= '9';
    }
    if (code == '\n') {
        return edit->spec->lines > 1;
    }
    return code >= ' ' && code != 0x7f;
}

static bool has_room(const field_edit *edit, size_t more)
{
    size_t capacity = edit->spec->capacity < FIELD_TEXT_MAX
                          ? edit->spec->capacity
                          : FIELD_TEXT_MAX;
    if (edit->length + more + 1 > capacity) {
        return false;
    }
    int most = edit->spec->count_max;
    return most <= 0 || rp_utf8_count(edit->spec->text) < (size_t)most;
}

static void insert(field_edit *edit, const char *bytes)
{
    char *text = edit->spec->text;
    uint32_t from = 0;
    uint32_t to = 0;
    selection(edit, &from, &to);
    if (from < to) {
        erase(edit, from, to);
    }
    size_t length = strlen(bytes);
    for (size_t at = 0; at < length;) {
        uint32_t code = 0;
        size_t took = rp_utf8_next(bytes + at, length - at, &code);
        bool is_clean = took > 0 && rp_utf8_clean(bytes + at, took, NULL);
        if (is_clean && is_wanted(edit, code) && has_room(edit, took)) {
            uint32_t caret = edit->state->caret;
            memmove(text + caret + took, text + caret,
                    edit->length - caret + 1);
            memcpy(text + caret, bytes + at, took);
            edit->length += (uint32_t)took;
            edit->state->caret = caret + (uint32_t)took;
            edit->result |= UI_FIELD_CHANGED;
        }
        at += took == 0 ? 1 : took;
    }
    edit->state->anchor = edit->state->caret;
}

/* ---------------------------------------------------------------- moving */

static const uint8_t *marks_of(field_edit *edit)
{
    ui_context *ui = edit->ui;
    uint8_t *marks = ui_take(ui, edit->length + 1, 1);
    if (marks != NULL) {
        ui->host.text->breaks(ui->host.text->user, edit->spec->text,
                              edit->length, ui->language, marks);
    }
    return marks;
}

static uint32_t step(field_edit *edit, int direction, uint8_t mark)
{
    const uint8_t *marks = marks_of(edit);
    uint32_t at = edit->state->caret;
    if (marks == NULL) {
        return at;
    }
    do {
        if ((direction < 0 && at == 0) ||
            (direction > 0 && at >= edit->length)) {
            break;
        }
        at = direction < 0 ? at - 1 : at + 1;
    } while (at > 0 && at < edit->length && (marks[at] & mark) == 0);
    return at;
}

static void go(field_edit *edit, uint32_t to, bool selects)
{
    edit->state->caret = to;
    if (!selects) {
        edit->state->anchor = to;
    }
    edit->state->is_typed_last = false;
}

/* Start or end of the shown line; of all the text when there is but one. */
static uint32_t line_edge(const field_edit *edit, bool is_end)
{
    const paragraph *shown = edit->shown;
    if (shown == NULL || edit->spec->lines < 2 || shown->line_count == 0) {
        return is_end ? edit->length : 0;
    }
    int line = 0;
    (void)paragraph_x(edit->ui, shown, edit->state->caret, &line);
    uint32_t edge = is_end ? shown->lines[line].end : shown->lines[line].start;
    return edge > edit->length ? edit->length : edge;
}

static uint32_t line_step(const field_edit *edit, int direction)
{
    const paragraph *shown = edit->shown;
    if (shown == NULL) {
        return edit->state->caret;
    }
    int line = 0;
    int x = paragraph_x(edit->ui, shown, edit->state->caret, &line);
    int y = (line + direction) * shown->line_px;
    if (y < 0) {
        return 0;
    }
    if (line + direction >= shown->line_count) {
        return edit->length;
    }
    uint32_t at = paragraph_at(edit->ui, shown, x, y);
    return at > edit->length ? edit->length : at;
}

static void erase_step(field_edit *edit, int direction, uint8_t mark)
{
    uint32_t from = 0;
    uint32_t to = 0;
    selection(edit, &from, &to);
    if (from == to) {
        uint32_t other = step(edit, direction, mark);
        from = other < from ? other : from;
        to = other > to ? other : to;
    }
    if (from < to) {
        remember(edit, false);
        erase(edit, from, to);
    }
}

/* -------------------------------------------------------------- clipboard */

static void copy_selection(field_edit *edit)
{
    const ui_host *host = &edit->ui->host;
    uint32_t from = 0;
    uint32_t to = 0;
    selection(edit, &from, &to);
    if (from == to || host->clipboard_set == NULL || edit->spec->is_secret) {
        return;
    }
    host->clipboard_set(
        host->user,
        ui_format(edit->ui, "%.*s", (int)(to - from), edit->spec->text + from));
}

static void paste(field_edit *edit)
{
    const ui_host *host = &edit->ui->host;
    char *text = ui_take(edit->ui, FIELD_TEXT_MAX, 1);
    if (text == NULL || host->clipboard_get == NULL ||
        !host->clipboard_get(host->user, text, FIELD_TEXT_MAX)) {
        return;
    }
    remember(edit, false);
    insert(edit, text);
}

static void cut(field_edit *edit)
{
    uint32_t from = 0;
    uint32_t to = 0;
    copy_selection(edit);
    selection(edit, &from, &to);
    if (from < to) {
        remember(edit, false);
        erase(edit, from, to);
    }
}

static void select_all(field_edit *edit)
{
    edit->state->anchor = 0;
    edit->state->caret = edit->length;
}

/* ------------------------------------------------------------------- keys */

typedef struct command_row {
    ui_key key;
    void (*run)(field_edit *edit);
} command_row;

static const command_row commands[] = {
    {UI_CTRL | 'a', select_all},
    {UI_CTRL | 'c', copy_selection},
    {UI_CTRL | 'x', cut},
    {UI_CTRL | 'v', paste},
    {UI_CTRL | 'z', undo},
    {UI_CTRL | 'y', redo},
    {UI_CTRL | UI_SHIFT | 'z', redo},
};

static bool run_command(field_edit *edit, ui_key key)
{
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        if (commands[i].key == key) {
            commands[i].run(edit);
            return true;
        }
    }
    return false;
}

static void enter(field_edit *edit)
{
    if (edit->spec->lines > 1) {
        remember(edit, false);
        insert(edit, "\n");
    } else {
        edit->result |= UI_FIELD_SUBMITTED;
    }
}

static void move_by_key(field_edit *edit, ui_key plain, ui_key modifiers)
{
    bool selects = (modifiers & UI_SHIFT) != 0;
    uint8_t mark =
        (modifiers & UI_CTRL) != 0 ? UI_MARK_WORD : UI_MARK_CHARACTER;
    switch (plain) {
    case UI_KEY_LEFT: go(edit, step(edit, -1, mark), selects); break;
    case UI_KEY_RIGHT: go(edit, step(edit, 1, mark), selects); break;
    case UI_KEY_UP: go(edit, line_step(edit, -1), selects); break;
    case UI_KEY_DOWN: go(edit, line_step(edit, 1), selects); break;
    case UI_KEY_HOME: go(edit, line_edge(edit, false), selects); break;
    case UI_KEY_END: go(edit, line_edge(edit, true), selects); break;
    case UI_KEY_BACKSPACE: erase_step(edit, -1, mark); break;
    case UI_KEY_DELETE: erase_step(edit, 1, mark); break;
    case UI_KEY_ENTER:
        if ((modifiers & UI_CTRL) != 0) {
            edit->result |= UI_FIELD_SUBMITTED;
        } else {
            enter(edit);
        }
        break;
    default: break;
    }
}

static void press(field_edit *edit, ui_key key)
{
    ui_key modifiers = key & (UI_SHIFT | UI_CTRL | UI_ALT);
    if (!run_command(edit, key)) {
        move_by_key(edit, key & ~modifiers, modifiers);
    }
}

/* ----------------------------------------------------------------- events */

static void compose(field_edit *edit, const ui_event *event)
{
    memcpy(edit->state->composed, event->text, sizeof edit->state->composed);
    edit->state->composed_caret = event->caret;
}

void field_apply(field_edit *edit, const ui_event *event)
{
    switch (event->kind) {
    case UI_EVENT_TEXT:
        edit->state->composed[0] = '\0';
        remember(edit, true);
        insert(edit, event->text);
        break;
    case UI_EVENT_COMPOSE: compose(edit, event); break;
    case UI_EVENT_KEY: press(edit, event->key); break;
    case UI_EVENT_DOWN:
        go(edit, field_offset_at(edit, event), event->amount != 0);
        break;
    case UI_EVENT_MOVE: go(edit, field_offset_at(edit, event), true); break;
    case UI_EVENT_UP:
    case UI_EVENT_LEAVE:
    case UI_EVENT_WHEEL:
    case UI_EVENT_TOUCH: break;
    }
    edit->state->blink_ms = edit->ui->surface.now_ms;
}
