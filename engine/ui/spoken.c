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

/* What is said of one node, behind what was said before it. */
typedef struct saying {
    rp_text *out;
    size_t start;
} saying;

static void add_comma(const ui_context *ui, const saying *to)
{
    if (to->out->length > to->start) {
        rp_text_puts(to->out, ui_say(ui, ", "));
    }
}

static void add_part(const ui_context *ui, const saying *to, const char *part)
{
    if (part == NULL || part[0] == '\0') {
        return;
    }
    add_comma(ui, to);
    rp_text_puts(to->out, part);
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

static void say_place(const ui_context *ui, int32_t index, const saying *to)
{
    int place = 0;
    int count = 0;
    const ui_node *node = &ui->now->nodes[index];
    if (node->place > 0) {
        place = (int)node->place;
        count = (int)node->places;
    } else if (has_place(node)) {
        place_of(ui->now, index, &place, &count);
    } else {
        return;
    }
    add_comma(ui, to);
    rp_text_printf(to->out, ui_say(ui, "%d of %d"), place, count);
}

void ui_spoken(const ui_context *ui, int index, rp_text *out)
{
    const ui_node *node = &ui->now->nodes[index];
    saying to = {.out = out, .start = out->length};
    if (node->role == UI_ROLE_REPLY) {
        say_reply(ui, index, out);
        return;
    }
    add_part(ui, &to, node->label);
    add_part(ui, &to, node->value);
    add_part(ui, &to, state_of(ui, node));
    say_place(ui, index, &to);
}
