/*
 * How children share a length: what is left goes to those that grow, what is
 * lacking is taken from those that can give way. Rows and columns are the same
 * here, turned by a quarter.
 */
#include "ui/layout.h"

static int at_most(int value, int limit)
{
    return value < limit ? value : limit;
}

static int at_least(int value, int limit)
{
    return value > limit ? value : limit;
}

static int *extent(const layout_line *line, int32_t index)
{
    ui_node *node = &line->nodes[index];
    return line->is_upright ? &node->box.h : &node->box.w;
}

static int least(const layout_line *line, int32_t index)
{
    const ui_node *node = &line->nodes[index];
    return line->is_upright ? node->min_h : node->min_w;
}

static ui_size size(const layout_line *line, int32_t index)
{
    const ui_node *node = &line->nodes[index];
    return line->is_upright ? node->height : node->width;
}

int32_t layout_first(const layout_line *line)
{
    return layout_skip(line, line->first);
}

int32_t layout_next(const layout_line *line, int32_t index)
{
    return layout_skip(line, line->nodes[index].next);
}

int32_t layout_skip(const layout_line *line, int32_t index)
{
    while (index >= 0 && index != line->end &&
           layout_skips(&line->nodes[index])) {
        index = line->nodes[index].next;
    }
    return index == line->end ? -1 : index;
}

/* One round: all that grow rise towards equal shares; what was given. */
static int raise(const layout_line *line, int room, int total, int shares)
{
    int given = 0;
    for (int32_t i = layout_first(line); i >= 0; i = layout_next(line, i)) {
        ui_size own = size(line, i);
        if (own.grow == 0) {
            continue;
        }
        int goal = total * own.grow / shares;
        goal = own.max > 0 ? at_most(goal, own.max) : goal;
        int *length = extent(line, i);
        int more = at_most(at_least(goal - *length, 0), room - given);
        *length += more;
        given += more;
    }
    return given;
}

/* Those that grow rise together from their least, until the room is used or
 * all have reached their most. */
static void share(const layout_line *line, int room)
{
    int given = 1;
    for (int round = 0; round < 8 && room > 0 && given > 0; round++) {
        int shares = 0;
        int total = room;
        for (int32_t i = layout_first(line); i >= 0; i = layout_next(line, i)) {
            int grow = size(line, i).grow;
            shares += grow;
            total += grow > 0 ? *extent(line, i) : 0;
        }
        given = shares > 0 ? raise(line, room, total, shares) : 0;
        room -= given;
    }
}

/* In proportion to what each has above its least. */
static void shrink(const layout_line *line, int lack)
{
    int64_t spare = 0;
    for (int32_t i = layout_first(line); i >= 0; i = layout_next(line, i)) {
        spare += at_least(*extent(line, i) - least(line, i), 0);
    }
    if (spare == 0) {
        return;
    }
    int64_t taken = at_most(lack, (int)spare);
    for (int32_t i = layout_first(line); i >= 0; i = layout_next(line, i)) {
        int *length = extent(line, i);
        int own = at_least(*length - least(line, i), 0);
        *length -= (int)((taken * own + spare - 1) / spare);
        *length = own > 0 ? at_least(*length, least(line, i)) : *length;
    }
}

void layout_fit(const layout_line *line, int inner_px, int gap_px,
                bool can_shrink)
{
    int room = inner_px - layout_used(line, gap_px);
    if (room > 0) {
        share(line, room);
    } else if (can_shrink) {
        shrink(line, -room);
    }
}

int layout_used(const layout_line *line, int gap_px)
{
    int used = 0;
    int count = 0;
    for (int32_t i = layout_first(line); i >= 0; i = layout_next(line, i)) {
        used += *extent(line, i) + (count > 0 ? gap_px : 0);
        count++;
    }
    return used;
}

layout_pack layout_packed(const layout_line *line, const ui_node *parent,
                          int inner_px)
{
    int count = 0;
    for (int32_t i = layout_first(line); i >= 0; i = layout_next(line, i)) {
        count++;
    }
    int rest = at_least(inner_px - layout_used(line, parent->gap), 0);
    layout_pack pack = {.start = 0, .between = parent->gap};
    if (parent->justify == UI_PACK_CENTER) {
        pack.start = rest / 2;
    } else if (parent->justify == UI_PACK_END) {
        pack.start = rest;
    } else if (parent->justify == UI_PACK_BETWEEN && count > 1) {
        pack.between += rest / (count - 1);
    }
    return pack;
}
