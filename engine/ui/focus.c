/*
 * Focus: one id, kept from frame to frame. Order is reading order; a group
 * (radios, tabs, segments) is one Tab stop; an open dialog or popover keeps
 * the focus inside and gives it back when it is gone.
 */
#include <string.h>

#include "ui/ui_internal.h"

void focus_set(ui_context *ui, uint64_t id)
{
    if (ui->focus != id) {
        ui->focus = id;
        ui->focus_moved = true;
    }
}

/* ---------------------------------------------------------------- scope */

static int32_t top_trap(const ui_tree *tree)
{
    for (int32_t i = tree->count - 1; i >= 0; i--) {
        if (tree->nodes[i].is_floating && tree->nodes[i].traps) {
            return i;
        }
    }
    return -1;
}

void focus_scope(const ui_tree *tree, int32_t *from, int32_t *to)
{
    int32_t trap = top_trap(tree);
    *from = trap < 0 ? 0 : trap;
    *to = trap < 0 ? tree->count : tree->nodes[trap].end;
}

/* The member of a group that Tab enters: the selected one, else the first. */
static bool is_group_entry(const ui_tree *tree, int32_t index)
{
    const ui_node *node = &tree->nodes[index];
    int32_t entry = -1;
    for (int32_t i = 0; i < tree->count; i++) {
        const ui_node *other = &tree->nodes[i];
        if (other->group != node->group || !other->is_focusable) {
            continue;
        }
        if (other->is_selected) {
            entry = i;
            break;
        }
        entry = entry < 0 ? i : entry;
    }
    return entry == index;
}

int focus_collect(const ui_tree *tree, int32_t *indices, int capacity,
                  bool tab_only)
{
    int32_t from = 0;
    int32_t to = 0;
    int count = 0;
    focus_scope(tree, &from, &to);
    for (int32_t i = from; i < to; i++) {
        const ui_node *node = &tree->nodes[i];
        if (!node->is_focusable || node->is_disabled) {
            continue;
        }
        if (tab_only && node->group != 0 && !is_group_entry(tree, i)) {
            continue;
        }
        if (count < capacity) {
            indices[count] = i;
        }
        count++;
    }
    return count;
}

/* ------------------------------------------------------------- settling */

int focus_order(const ui_tree *tree, int32_t *indices, bool tab_only)
{
    int count = focus_collect(tree, indices, FOCUS_MAX, tab_only);
    return count > FOCUS_MAX ? FOCUS_MAX : count;
}

static bool can_focus(const ui_tree *tree, int32_t index)
{
    return index >= 0 && tree->nodes[index].is_focusable &&
           !tree->nodes[index].is_disabled;
}

static void focus_first(ui_context *ui, uint64_t wanted, int place)
{
    int32_t indices[FOCUS_MAX];
    int count = focus_order(ui->now, indices, true);
    int32_t found = tree_find(ui->now, wanted);
    if (can_focus(ui->now, found)) {
        focus_set(ui, wanted);
    } else if (count > 0) {
        int at = place < count ? place : count - 1;
        focus_set(ui, ui->now->nodes[indices[at]].id);
    } else {
        focus_set(ui, 0);
    }
}

/* Gives the focus back for every trap that is gone. */
static void leave_traps(ui_context *ui)
{
    while (ui->trap_count > 0) {
        ui_trap top = ui->traps[ui->trap_count - 1];
        if (tree_find(ui->now, top.id) >= 0) {
            return;
        }
        ui->trap_count--;
        if (!ui->is_screen_new) {
            focus_set(ui, top.focus_before);
        }
    }
}

static void enter_trap(ui_context *ui)
{
    int32_t trap = top_trap(ui->now);
    if (trap < 0 || ui->trap_count == TRAPS_MAX) {
        return;
    }
    const ui_node *node = &ui->now->nodes[trap];
    for (int i = 0; i < ui->trap_count; i++) {
        if (ui->traps[i].id == node->id) {
            return;
        }
    }
    ui->traps[ui->trap_count++] = (ui_trap){node->id, ui->focus};
    focus_first(ui, node->first_focus, 0);
}

static void keep_inside(ui_context *ui)
{
    int32_t from = 0;
    int32_t to = 0;
    focus_scope(ui->now, &from, &to);
    int32_t here = tree_find(ui->now, ui->focus);
    bool is_inside = here >= from && here < to;
    if (!can_focus(ui->now, here) || !is_inside) {
        focus_first(ui, 0, ui->focus_place);
    }
}

static void note_place(ui_context *ui)
{
    int32_t indices[FOCUS_MAX];
    int count = focus_order(ui->now, indices, true);
    int32_t here = tree_find(ui->now, ui->focus);
    ui->focus_place = 0;
    for (int i = 0; i < count; i++) {
        if (indices[i] <= here) {
            ui->focus_place = i;
        }
    }
}

void focus_settle(ui_context *ui)
{
    uint64_t before = ui->focus;
    leave_traps(ui);
    if (ui->is_screen_new) {
        focus_first(ui, ui->screen_first, 0);
    }
    enter_trap(ui);
    if (ui->has_focus_asked) {
        ui->has_focus_asked = false;
        if (can_focus(ui->now, tree_find(ui->now, ui->focus_asked))) {
            focus_set(ui, ui->focus_asked);
        }
    }
    keep_inside(ui);
    note_place(ui);
    if (ui->focus != before) {
        /* Widgets painted themselves before this was known. */
        ui_wake_at(ui, ui->surface.now_ms);
    }
}

void ui_screen(ui_context *ui, const char *name, const char *first_focus)
{
    uint64_t screen = ui_hash(name);
    ui->screen_first = ui_hash(first_focus);
    if (screen != ui->screen) {
        ui->screen = screen;
        ui->is_screen_new = true;
    }
}

void ui_focus(ui_context *ui, const char *id)
{
    ui->focus_asked = ui_hash(id);
    ui->has_focus_asked = true;
}

bool ui_is_focused(const ui_context *ui, const char *id)
{
    return ui->focus != 0 && ui->focus == ui_hash(id);
}

bool ui_is_hovered(const ui_context *ui, const char *id)
{
    return ui->hovered != 0 && ui->hovered == ui_hash(id);
}

bool ui_has_focus_within(const ui_context *ui, const char *id)
{
    const ui_tree *tree = ui->is_open ? ui->last : ui->now;
    int32_t here = tree_find(tree, ui->focus);
    return here >= 0 &&
           tree_is_within(tree, here, tree_find(tree, ui_hash(id)));
}

int ui_focus_order(const ui_context *ui, int *indices, int capacity)
{
    int32_t found[FOCUS_MAX];
    int count = focus_order(ui->now, found, true);
    for (int i = 0; i < count && i < capacity; i++) {
        indices[i] = found[i];
    }
    return count;
}
