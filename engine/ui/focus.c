/*
 * Focus: one id, kept from frame to frame. Order is reading order; a group
 * (radios, tabs, segments) is one Tab stop; an open dialog or popover keeps
 * the focus inside and gives it back when it is gone.
 */
#include <string.h>

#include "ui/ui_internal.h"

enum {
    FOCUS_MAX = 512
};

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

/* --------------------------------------------------------------- moving */

static int order(const ui_tree *tree, int32_t *indices, bool tab_only)
{
    int count = focus_collect(tree, indices, FOCUS_MAX, tab_only);
    return count > FOCUS_MAX ? FOCUS_MAX : count;
}

static void go_to(ui_context *ui, int32_t index)
{
    focus_set(ui, ui->last->nodes[index].id);
}

void focus_tab(ui_context *ui, int step)
{
    int32_t indices[FOCUS_MAX];
    const ui_tree *tree = ui->last;
    int count = order(tree, indices, true);
    int32_t here = tree_find(tree, ui->focus);
    if (count == 0) {
        return;
    }
    /* The first stop after, or the last before, wherever the focus stands. */
    if (step > 0) {
        for (int i = 0; i < count; i++) {
            bool same_group =
                here >= 0 && tree->nodes[here].group != 0 &&
                tree->nodes[indices[i]].group == tree->nodes[here].group;
            if (indices[i] > here && !same_group) {
                go_to(ui, indices[i]);
                return;
            }
        }
        go_to(ui, indices[0]);
        return;
    }
    for (int i = count - 1; i >= 0; i--) {
        bool same_group =
            here >= 0 && tree->nodes[here].group != 0 &&
            tree->nodes[indices[i]].group == tree->nodes[here].group;
        if (indices[i] < here && !same_group) {
            go_to(ui, indices[i]);
            return;
        }
    }
    go_to(ui, indices[count - 1]);
}

static int32_t first_in(const ui_tree *tree, int32_t area)
{
    int32_t first = -1;
    for (int32_t i = area; i < tree->nodes[area].end; i++) {
        const ui_node *node = &tree->nodes[i];
        if (!node->is_focusable || node->is_disabled) {
            continue;
        }
        if (node->is_selected) {
            return i;
        }
        first = first < 0 ? i : first;
    }
    return first;
}

void focus_area(ui_context *ui, int step)
{
    const ui_tree *tree = ui->last;
    int32_t areas[64];
    int count = 0;
    int current = -1;
    int32_t from = 0;
    int32_t to = 0;
    int32_t here = tree_find(tree, ui->focus);
    focus_scope(tree, &from, &to);
    for (int32_t i = from; i < to && count < 64; i++) {
        if (tree->nodes[i].role != UI_ROLE_AREA || first_in(tree, i) < 0) {
            continue;
        }
        if (here >= 0 && tree_is_within(tree, here, i)) {
            current = count;
        }
        areas[count++] = i;
    }
    if (count == 0) {
        return;
    }
    int next = current < 0 && step < 0 ? count - 1 : current + step;
    go_to(ui, first_in(tree, areas[(next + count) % count]));
}

/* --------------------------------------------------------------- arrows */

static bool walks(const ui_node *group, ui_key key)
{
    bool is_vertical = key == UI_KEY_UP || key == UI_KEY_DOWN;
    switch ((ui_arrows)group->arrows) {
    case UI_ARROWS_VERTICAL: return is_vertical;
    case UI_ARROWS_HORIZONTAL: return !is_vertical;
    case UI_ARROWS_GRID: return true;
    case UI_ARROWS_NONE: break;
    }
    return false;
}

static int32_t arrow_group(const ui_tree *tree, int32_t index, ui_key key)
{
    for (int32_t i = index; i >= 0; i = tree->nodes[i].parent) {
        if (walks(&tree->nodes[i], key)) {
            return i;
        }
    }
    return -1;
}

/*
 * How far `to` lies from `from` in the direction of `key`: smaller is nearer,
 * -1 is not in that direction. Sideways distance weighs three times.
 */
static int distance(ui_rect from, ui_rect to, ui_key key)
{
    int dx = (to.x + to.w / 2) - (from.x + from.w / 2);
    int dy = (to.y + to.h / 2) - (from.y + from.h / 2);
    int along = dy;
    int across = dx;
    if (key == UI_KEY_LEFT || key == UI_KEY_RIGHT) {
        along = dx;
        across = dy;
    }
    if (key == UI_KEY_UP || key == UI_KEY_LEFT) {
        along = -along;
    }
    if (along <= 0) {
        return -1;
    }
    return along + 3 * (across < 0 ? -across : across);
}

static int32_t nearest(const ui_tree *tree, int32_t group, int32_t here,
                       ui_key key)
{
    int32_t best = -1;
    int best_distance = 0;
    for (int32_t i = group; i < tree->nodes[group].end; i++) {
        const ui_node *node = &tree->nodes[i];
        if (i == here || !node->is_focusable || node->is_disabled) {
            continue;
        }
        int far = distance(tree->nodes[here].box, node->box, key);
        if (far >= 0 && (best < 0 || far < best_distance)) {
            best = i;
            best_distance = far;
        }
    }
    return best;
}

/* Lists and tab rows go by order and wrap around. */
static int32_t in_order(const ui_tree *tree, int32_t group, int32_t here,
                        int step)
{
    int32_t start = tree->nodes[group].end - group;
    for (int32_t n = 1; n <= start; n++) {
        int32_t offset = (here - group + step * n) % start;
        int32_t i = group + (offset < 0 ? offset + start : offset);
        const ui_node *node = &tree->nodes[i];
        bool is_nested = here < i && i < tree->nodes[here].end;
        if (node->is_focusable && !node->is_disabled && !is_nested) {
            return i;
        }
    }
    return -1;
}

static int step_of(ui_key key)
{
    return key == UI_KEY_UP || key == UI_KEY_LEFT ? -1 : 1;
}

/* The next member of the focused node's own group; selection follows. */
static bool walk_members(ui_context *ui, int32_t here, ui_key key)
{
    const ui_tree *tree = ui->last;
    const ui_node *node = &tree->nodes[here];
    bool is_vertical = key == UI_KEY_UP || key == UI_KEY_DOWN;
    if (node->group == 0 || (is_vertical && node->role == UI_ROLE_TAB)) {
        return false;
    }
    int step = step_of(key);
    for (int32_t n = 1; n < tree->count; n++) {
        int32_t i = (here + step * n) % tree->count;
        i = i < 0 ? i + tree->count : i;
        const ui_node *other = &tree->nodes[i];
        if (other->group == node->group && other->is_focusable &&
            !other->is_disabled) {
            go_to(ui, i);
            ui->decision.activated = other->id;
            ui->decision.is_made = true;
            return true;
        }
    }
    return true;
}

bool focus_arrow(ui_context *ui, ui_key key)
{
    const ui_tree *tree = ui->last;
    int32_t here = tree_find(tree, ui->focus);
    if (here >= 0 && walk_members(ui, here, key)) {
        return true;
    }
    int32_t group = here < 0 ? -1 : arrow_group(tree, here, key);
    if (group < 0 || group == here) {
        return false;
    }
    bool is_grid = tree->nodes[group].arrows == UI_ARROWS_GRID;
    int32_t next = is_grid ? nearest(tree, group, here, key)
                           : in_order(tree, group, here, step_of(key));
    if (next < 0 || next == here) {
        return is_grid;
    }
    go_to(ui, next);
    return true;
}

bool focus_loose_arrow(ui_context *ui, ui_key key)
{
    const ui_tree *tree = ui->last;
    int32_t from = 0;
    int32_t to = 0;
    focus_scope(tree, &from, &to);
    for (int32_t i = from; i < to; i++) {
        if (!tree->nodes[i].has_loose_arrows || !walks(&tree->nodes[i], key)) {
            continue;
        }
        int32_t first = first_in(tree, i);
        if (first >= 0) {
            go_to(ui, first);
            return true;
        }
    }
    return false;
}

/* ------------------------------------------------------------- settling */

static bool can_focus(const ui_tree *tree, int32_t index)
{
    return index >= 0 && tree->nodes[index].is_focusable &&
           !tree->nodes[index].is_disabled;
}

static void focus_first(ui_context *ui, uint64_t wanted, int place)
{
    int32_t indices[FOCUS_MAX];
    int count = order(ui->now, indices, true);
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
    int count = order(ui->now, indices, true);
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
    int count = order(ui->now, found, true);
    for (int i = 0; i < count && i < capacity; i++) {
        indices[i] = found[i];
    }
    return count;
}
