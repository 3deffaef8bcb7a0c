/*
 * The tree as others see it: readers, tests, "read this aloud".
 */
#include <string.h>

#include "ui/ui_internal.h"

int ui_node_count(const ui_context *ui)
{
    return ui->now->count;
}

int ui_node_find(const ui_context *ui, const char *id)
{
    return tree_find(ui->now, ui_hash(id));
}

int ui_focused_node(const ui_context *ui)
{
    return tree_find(ui->now, ui->focus);
}

const char *ui_duplicate_id(const ui_context *ui)
{
    return ui->now->duplicate;
}

static int depth_of(const ui_tree *tree, int32_t index)
{
    int depth = 0;
    for (int32_t i = tree->nodes[index].parent; i >= 0;
         i = tree->nodes[i].parent) {
        depth++;
    }
    return depth;
}

/* Cut: it did not fit its own width, or its box is narrower than its text. */
static bool is_cut(const ui_node *node)
{
    if (node->kind != NODE_TEXT || node->text == NULL) {
        return false;
    }
    int needed = node->text->line_count * node->text->line_px;
    bool is_low = node->box.h < needed;
    bool is_narrow = false;
    for (int i = 0; i < node->text->line_count; i++) {
        is_narrow = is_narrow || node->text->lines[i].width >
                                     node->box.w + node->text->em_px / 2;
    }
    return node->text->is_cut || is_low || is_narrow;
}

void ui_node_at(const ui_context *ui, int index, ui_node_info *info)
{
    const ui_node *node = &ui->now->nodes[index];
    bool is_text = node->kind == NODE_TEXT && node->text != NULL;
    *info = (ui_node_info){
        .id = node->name,
        .label = node->label,
        .value = node->value,
        .role = (ui_role)node->role,
        .parent = node->parent,
        .depth = depth_of(ui->now, index),
        .box = node->box,
        .seen = node->seen,
        .is_focusable = node->is_focusable && !node->is_disabled,
        .is_focused = node->id != 0 && node->id == ui->focus,
        .is_hovered = node->id != 0 && node->id == ui->hovered,
        .is_selected = node->is_selected,
        .is_disabled = node->is_disabled,
        .is_text = is_text,
        .is_spoken = !node->is_silent && node->role != UI_ROLE_NONE,
        .is_cut = is_cut(node),
        .is_truncated = is_text && node->text->is_truncated,
        .is_floating = node->is_over,
        .lines = is_text ? (uint8_t)node->text->line_count : 0,
        .key = node->key};
}
