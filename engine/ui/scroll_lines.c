/*
 * Scroll areas that show whole lines only: the edges move inward past what
 * they would cut. The content keeps its place, so that the newest line stands
 * where it always stands.
 */
#include "ui/ui_internal.h"

/* Moves the edges of `clip` inward, past what they cut of this text. */
static void clear_line(const ui_node *node, ui_rect *clip)
{
    int line = node->text->line_px;
    int top = node->box.y + node->pad.top;
    int bottom = node->box.y + node->box.h;
    int end = clip->y + clip->h;
    if (line <= 0 || bottom <= clip->y || top >= end) {
        return;
    }
    if (top < clip->y) {
        int lines = (clip->y - top + line - 1) / line;
        clip->y = top + lines * line;
    }
    if (bottom > end) {
        end = top + (end - top) / line * line;
    }
    clip->h = end - clip->y;
}

static void clear_lines(const ui_context *ui, int32_t area, ui_rect *clip)
{
    const ui_node *nodes = ui->now->nodes;
    for (int32_t i = area; i < nodes[area].end && clip->h > 0; i++) {
        int end = clip->y + clip->h;
        if (nodes[i].text != NULL && !nodes[i].is_over) {
            clear_line(&nodes[i], clip);
            clip->h = end < clip->y + clip->h ? end - clip->y : clip->h;
        }
    }
}

/* True where a text inside the box can still be seen in `clip`. */
static bool shows_text(const ui_context *ui, int32_t box, ui_rect clip)
{
    const ui_node *nodes = ui->now->nodes;
    for (int32_t i = box; i < nodes[box].end; i++) {
        if (nodes[i].text != NULL &&
            !rect_is_empty(rect_cut(nodes[i].box, clip))) {
            return true;
        }
    }
    return false;
}

/* Of a bubble whose words are all hidden no edge is left standing. */
static void clear_boxes(const ui_context *ui, int32_t area, ui_rect *clip)
{
    const ui_node *nodes = ui->now->nodes;
    for (int32_t i = area + 1; i < nodes[area].end && clip->h > 0; i++) {
        const ui_node *node = &nodes[i];
        int end = clip->y + clip->h;
        int bottom = node->box.y + node->box.h;
        bool is_painted = node->fill.a != 0 || node->border.a != 0;
        bool is_cut = node->box.y < clip->y && bottom > clip->y;
        if (node->kind < NODE_TEXT && is_painted && is_cut && bottom < end &&
            !shows_text(ui, i, *clip)) {
            clip->y = bottom;
            clip->h = end - bottom;
        }
    }
}

ui_rect scroll_whole_lines(const ui_context *ui, int32_t area, ui_rect clip)
{
    ui_rect whole = clip;
    clear_lines(ui, area, &whole);
    clear_boxes(ui, area, &whole);
    return whole.h > 0 ? whole : clip;
}

static void hide_when_cut(ui_node *node)
{
    bool is_cut = node->seen.h < node->box.h;
    if (node->kind == NODE_PAINT && !node->is_over && is_cut) {
        node->seen.h = 0;
    }
}

/* A face or an icon is shown whole or not at all, as a line is. */
void scroll_hide_cut_pictures(ui_context *ui)
{
    ui_node *nodes = ui->now->nodes;
    for (int32_t area = 0; area < ui->now->count; area++) {
        if (!nodes[area].has_whole_lines) {
            continue;
        }
        for (int32_t i = area; i < nodes[area].end; i++) {
            hide_when_cut(&nodes[i]);
        }
    }
}
