/*
 * Moving the focus: Tab by order, F6 by area, arrows inside groups.
 */
#include "ui/ui_internal.h"

static void go_to(ui_context *ui, int32_t index)
{
    focus_set(ui, ui->last->nodes[index].id);
}

/* True when both belong to one Tab stop. */
static bool is_same_stop(const ui_tree *tree, int32_t a, int32_t b)
{
    return a >= 0 && tree->nodes[a].group != 0 &&
           tree->nodes[a].group == tree->nodes[b].group;
}

/* The first stop after, or the last before, wherever the focus stands. */
void focus_tab(ui_context *ui, int step)
{
    int32_t indices[FOCUS_MAX];
    const ui_tree *tree = ui->last;
    int count = focus_order(tree, indices, true);
    int32_t here = tree_find(tree, ui->focus);
    int first = step > 0 ? 0 : count - 1;
    for (int i = first; i >= 0 && i < count; i += step) {
        bool is_beyond = step > 0 ? indices[i] > here : indices[i] < here;
        if (is_beyond && !is_same_stop(tree, here, indices[i])) {
            go_to(ui, indices[i]);
            return;
        }
    }
    if (count > 0) {
        go_to(ui, indices[first]);
    }
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
