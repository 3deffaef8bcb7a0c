/*
 * What a reader says: name, value, state, position. Never a colour.
 */
#include <string.h>

#include "ui/ui_internal.h"

static bool is_mate(const ui_node *node, const ui_node *other)
{
    if (other->role != node->role || other->is_silent) {
        return false;
    }
    if (node->group != 0) {
        return other->group == node->group;
    }
    return node->role == UI_ROLE_REPLY ? other->is_focusable
                                       : other->parent == node->parent;
}

static void place_of(const ui_tree *tree, int32_t index, int *place, int *count)
{
    const ui_node *node = &tree->nodes[index];
    *place = 0;
    *count = 0;
    for (int32_t i = 0; i < tree->count; i++) {
        if (is_mate(node, &tree->nodes[i])) {
            (*count)++;
            *place += i <= index ? 1 : 0;
        }
    }
}

static const char *state_of(const ui_context *ui, const ui_node *node)
{
    if (node->is_disabled) {
        return ui_say(ui, "not available");
    }
    if (node->role == UI_ROLE_TOGGLE) {
        return node->is_selected ? ui_say(ui, "on") : ui_say(ui, "off");
    }
    if (node->role == UI_ROLE_CHECK) {
        return node->is_selected ? ui_say(ui, "checked")
                                 : ui_say(ui, "not checked");
    }
    return node->is_selected ? ui_say(ui, "selected") : NULL;
}

static bool has_place(const ui_node *node)
{
    return node->role == UI_ROLE_RADIO || node->role == UI_ROLE_TAB ||
           node->role == UI_ROLE_ITEM;
}

static void add_part(const ui_context *ui, rp_text *out, const char *part)
{
    if (part == NULL || part[0] == '\0') {
        return;
    }
    if (out->length > 0) {
        rp_text_puts(out, ui_say(ui, ", "));
    }
    rp_text_puts(out, part);
}

static void say_reply(const ui_context *ui, int32_t index, rp_text *out)
{
    const ui_node *node = &ui->now->nodes[index];
    int place = 0;
    int count = 0;
    place_of(ui->now, index, &place, &count);
    rp_text_printf(out, ui_say(ui, "Reply %d of %d."), place, count);
    rp_text_printf(out, " %s", node->label == NULL ? "" : node->label);
    if (node->is_selected || (node->id != 0 && node->id == ui->focus)) {
        rp_text_printf(out, " %s", ui_say(ui, "Selected. Enter to say it."));
    }
}

static void say_place(const ui_context *ui, int32_t index, rp_text *out)
{
    int place = 0;
    int count = 0;
    if (!has_place(&ui->now->nodes[index])) {
        return;
    }
    place_of(ui->now, index, &place, &count);
    if (out->length > 0) {
        rp_text_puts(out, ui_say(ui, ", "));
    }
    rp_text_printf(out, ui_say(ui, "%d of %d"), place, count);
}

void ui_spoken(const ui_context *ui, int index, rp_text *out)
{
    const ui_node *node = &ui->now->nodes[index];
    rp_text part;
    rp_text_init(&part, ui->host.alloc);
    if (node->role == UI_ROLE_REPLY) {
        say_reply(ui, index, &part);
    } else {
        add_part(ui, &part, node->label);
        add_part(ui, &part, node->value);
        add_part(ui, &part, state_of(ui, node));
        say_place(ui, index, &part);
    }
    if (part.length > 0) {
        rp_text_add(out, part.bytes, part.length);
    }
    rp_text_clear(&part);
}
