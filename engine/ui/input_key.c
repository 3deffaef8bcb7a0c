/*
 * What a key does, tried in this order:
 *
 *     Ctrl Space: the reader reads aloud, wherever one is
 *     keys claimed first (choosing a phrase)
 *     Esc that ends typing; Tab and F6
 *     the focused control: Enter, Space on switches, arrows on sliders
 *     arrows inside the focused group
 *     shortcuts, in reading order
 *     Space on the focused control; pages; loose arrows; Esc of a dialog
 *
 * An open dialog or popover hides everything outside it.
 */
#include "ui/ui_internal.h"

bool key_is_printable(ui_key key)
{
    ui_key plain = key & ~(ui_key)UI_SHIFT;
    return plain >= ' ' && plain < 0x10000 && plain != UI_KEY_DELETE;
}

static bool is_arrow(ui_key key)
{
    return key == UI_KEY_UP || key == UI_KEY_DOWN || key == UI_KEY_LEFT ||
           key == UI_KEY_RIGHT;
}

static void activate(ui_context *ui, const ui_node *node)
{
    ui->decision.activated = node->id;
    ui->decision.is_made = true;
}

static const ui_node *focused_node(const ui_context *ui)
{
    int32_t from = 0;
    int32_t to = 0;
    focus_scope(ui->last, &from, &to);
    int32_t here = tree_find(ui->last, ui->focus);
    bool is_inside = here >= from && here < to;
    if (!is_inside || ui->last->nodes[here].is_disabled) {
        return NULL;
    }
    return &ui->last->nodes[here];
}

/* -------------------------------------------------------------- shortcuts */

static void use_claim(ui_context *ui, const key_claim *claim)
{
    ui->decision.is_made = true;
    if (claim->is_bare) {
        ui->decision.shortcut = claim->key;
        return;
    }
    const ui_node *node = &ui->last->nodes[claim->node];
    if (node->is_field) {
        focus_set(ui, node->id);
        ui->editing.is_typing = true;
        return;
    }
    if (node->key_selects && !ui->settings.number_answers_at_once) {
        focus_set(ui, node->id);
        ui->decision.selected = node->id;
        return;
    }
    if (node->kind == NODE_TEXT) {
        ui->decision.phrase_of = node->id;
        ui->decision.phrase = (int)(claim->key - '1');
        return;
    }
    activate(ui, node);
}

static bool try_claims(ui_context *ui, ui_key key, bool only_first)
{
    const ui_tree *tree = ui->last;
    int32_t from = 0;
    int32_t to = 0;
    focus_scope(tree, &from, &to);
    for (int32_t i = 0; i < tree->claim_count; i++) {
        const key_claim *claim = &tree->claims[i];
        bool is_inside = claim->node >= from && claim->node < to;
        if (claim->key != key || !is_inside || claim->is_first != only_first) {
            continue;
        }
        if (!claim->is_bare && tree->nodes[claim->node].is_disabled) {
            continue;
        }
        use_claim(ui, claim);
        return true;
    }
    return false;
}

/* ---------------------------------------------------------- the focused one */

static bool is_switch(const ui_node *node)
{
    return node->role == UI_ROLE_TOGGLE || node->role == UI_ROLE_CHECK ||
           node->role == UI_ROLE_RADIO;
}

static int slider_steps(ui_key key)
{
    switch (key) {
    case UI_KEY_LEFT:
    case UI_KEY_DOWN: return -1;
    case UI_KEY_RIGHT:
    case UI_KEY_UP: return 1;
    case UI_KEY_PAGE_DOWN: return -4;
    case UI_KEY_PAGE_UP: return 4;
    case UI_KEY_HOME: return -100000;
    case UI_KEY_END: return 100000;
    default: return 0;
    }
}

static bool try_focused(ui_context *ui, ui_key key)
{
    const ui_node *node = focused_node(ui);
    if (node == NULL) {
        return false;
    }
    if (node->is_slider && slider_steps(key) != 0) {
        ui->decision.adjusted = node->id;
        ui->decision.adjust_steps = slider_steps(key);
        ui->decision.is_made = true;
        return true;
    }
    if (node->is_field && key == UI_KEY_ENTER) {
        ui->editing.is_typing = true;
        ui->decision.is_made = true;
        return true;
    }
    bool is_enter = key == UI_KEY_ENTER && !node->passes_enter;
    bool is_pressed = is_enter || (key == UI_KEY_SPACE && is_switch(node));
    if (node->is_pressable && is_pressed) {
        activate(ui, node);
        return true;
    }
    return false;
}

/* ---------------------------------------------------------------- the rest */

static bool try_dismiss(ui_context *ui)
{
    int32_t from = 0;
    int32_t to = 0;
    focus_scope(ui->last, &from, &to);
    const ui_node *node = &ui->last->nodes[from];
    if (ui->last->count == 0 || !node->is_floating) {
        return false;
    }
    ui->decision.dismissed = node->id;
    ui->decision.is_made = true;
    return true;
}

static bool try_moving(ui_context *ui, ui_key key)
{
    switch (key) {
    case UI_KEY_TAB: focus_tab(ui, 1); return true;
    case UI_KEY_TAB | UI_SHIFT: focus_tab(ui, -1); return true;
    case UI_KEY_F6: focus_area(ui, 1); return true;
    case UI_KEY_F6 | UI_SHIFT: focus_area(ui, -1); return true;
    default: return false;
    }
}

static bool try_last_uses(ui_context *ui, ui_key key)
{
    const ui_node *node = focused_node(ui);
    if (key == UI_KEY_SPACE && node != NULL && node->is_pressable) {
        activate(ui, node);
        return true;
    }
    if (scroll_pages(ui, key)) {
        return true;
    }
    if (is_arrow(key) && focus_loose_arrow(ui, key)) {
        return true;
    }
    return key == UI_KEY_ESCAPE && try_dismiss(ui);
}

void key_handle(ui_context *ui, ui_key key)
{
    if (key == (UI_CTRL | UI_KEY_SPACE)) {
        ui->decision.reads = true;
        return;
    }
    if (ui_is_typing(ui)) {
        if (key == UI_KEY_ESCAPE) {
            ui->editing.is_typing = false;
            ui->editing.has_left = true;
            ui->decision.is_made = true;
            return;
        }
        if (key_is_printable(key)) {
            return; /* the text event types it */
        }
    }
    if (try_claims(ui, key, true) || try_moving(ui, key) ||
        try_focused(ui, key)) {
        return;
    }
    if (is_arrow(key) && focus_arrow(ui, key)) {
        return;
    }
    if (try_claims(ui, key, false)) {
        return;
    }
    (void)try_last_uses(ui, key);
}
