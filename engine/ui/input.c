/*
 * Input: the queue of events and what a frame makes of it. Events meet the
 * tree of the last frame, one decision a frame: what a key or click leads to
 * is declared before the next event is looked at.
 */
#include <stdio.h>
#include <string.h>

#include "ui/ui_internal.h"

void ui_post(ui_context *ui, const ui_event *event)
{
    if (ui->event_count == EVENTS_MAX) {
        return;
    }
    int last =
        (ui->event_first + ui->event_count - 1 + EVENTS_MAX) % EVENTS_MAX;
    bool replaces = ui->event_count > 0 && event->kind == UI_EVENT_MOVE &&
                    ui->events[last].kind == UI_EVENT_MOVE;
    if (replaces) {
        ui->events[last] = *event;
        return;
    }
    int place = (ui->event_first + ui->event_count) % EVENTS_MAX;
    ui->events[place] = *event;
    ui->event_count++;
}

void ui_post_key(ui_context *ui, ui_key key)
{
    ui_post(ui, &(ui_event){.kind = UI_EVENT_KEY, .key = key});
}

void ui_post_text(ui_context *ui, const char *text)
{
    ui_event event = {.kind = UI_EVENT_TEXT};
    (void)snprintf(event.text, sizeof event.text, "%s", text);
    ui_post(ui, &event);
}

void ui_post_click(ui_context *ui, int x, int y)
{
    ui_post(ui, &(ui_event){.kind = UI_EVENT_MOVE, .x = x, .y = y});
    ui_post(ui, &(ui_event){.kind = UI_EVENT_DOWN, .x = x, .y = y});
    ui_post(ui, &(ui_event){.kind = UI_EVENT_UP, .x = x, .y = y});
}

bool ui_has_events(const ui_context *ui)
{
    return ui->event_count > 0;
}

bool ui_is_typing(const ui_context *ui)
{
    return ui->editing.id != 0 && ui->editing.id == ui->focus &&
           ui->editing.is_typing;
}

bool input_is_activated(ui_context *ui, uint64_t id)
{
    if (id == 0 || ui->decision.activated != id) {
        return false;
    }
    ui->decision.activated = 0;
    return true;
}

/* A field that just got the focus must be declared before it can take text. */
static bool has_fresh_field(const ui_context *ui)
{
    int32_t here = tree_find(ui->last, ui->focus);
    return here >= 0 && ui->last->nodes[here].is_field &&
           ui->editing.id != ui->focus;
}

static bool must_wait(const ui_context *ui, const ui_event *event)
{
    if (ui->decision.is_made) {
        return true;
    }
    bool is_text = event->kind == UI_EVENT_TEXT ||
                   event->kind == UI_EVENT_COMPOSE ||
                   event->kind == UI_EVENT_KEY;
    if (is_text && has_fresh_field(ui)) {
        return true;
    }
    if (ui->editing.inbox_count == 0) {
        return false;
    }
    return ui->editing.inbox_count == INBOX_MAX || !field_takes(ui, event);
}

static void dispatch(ui_context *ui, const ui_event *event)
{
    switch (event->kind) {
    case UI_EVENT_MOVE:
    case UI_EVENT_DOWN:
    case UI_EVENT_UP:
    case UI_EVENT_LEAVE:
    case UI_EVENT_WHEEL: pointer_handle(ui, event); break;
    case UI_EVENT_TOUCH: touch_handle(ui, event); break;
    case UI_EVENT_KEY:
        if (field_takes(ui, event)) {
            field_post(ui, event);
        } else {
            key_handle(ui, event->key);
        }
        break;
    case UI_EVENT_TEXT:
    case UI_EVENT_COMPOSE:
        if (field_takes(ui, event)) {
            field_post(ui, event);
        }
        break;
    }
}

void input_handle(ui_context *ui)
{
    ui->editing.inbox_count = 0;
    ui->decision.click_permille = -1;
    while (ui->event_count > 0) {
        const ui_event *event = &ui->events[ui->event_first];
        if (must_wait(ui, event)) {
            break;
        }
        dispatch(ui, event);
        ui->event_first = (ui->event_first + 1) % EVENTS_MAX;
        ui->event_count--;
    }
    pointer_rest(ui);
}
