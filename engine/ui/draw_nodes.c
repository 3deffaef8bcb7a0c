/*
 * The drawing list: from nodes to commands. The window first, floating layers
 * above it, the focus ring last in the layer it belongs to. The hash covers
 * everything that can be seen, and nothing else.
 */
#include "ui/ui_internal.h"

enum {
    DRAW_DEPTH_MAX = 64
};

static void draw_shadow(ui_context *ui, const ui_node *node)
{
    if (node->elevation == 0 || ui_is_contrast(ui)) {
        return;
    }
    bool is_dark = ui->settings.theme == UI_DARK;
    bool is_sheet = node->elevation > 1;
    ui_draw *draw = draw_push(ui, UI_DRAW_SHADOW, node->box);
    if (draw == NULL) {
        return;
    }
    /* 6 and 14 per cent in light, 20 and 50 in dark. */
    uint8_t light = is_sheet ? 36 : 15;
    uint8_t dark = is_sheet ? 128 : 51;
    draw->color =
        is_dark ? (ui_rgba){0, 0, 0, dark} : (ui_rgba){0x3C, 0x2D, 0x14, light};
    draw->color = draw_faded(ui, draw->color);
    draw->elevation = node->elevation;
}

static void draw_box(ui_context *ui, const ui_node *node)
{
    draw_shadow(ui, node);
    draw_fill_corners(ui, node->box, node->fill, node->radius, node->corners);
    if (node->border.a != 0) {
        size_t before = ui->draw_count;
        draw_stroke(ui, node->box, node->border, node->radius, node->border_px);
        if (ui->draw_count > before) {
            ui->draws[before].is_dashed = node->is_dashed;
        }
    }
}

static void draw_node(ui_context *ui, const ui_node *node)
{
    draw_box(ui, node);
    if (node->kind == NODE_TEXT && node->text != NULL) {
        ui_rect box = {node->box.x + node->pad.left,
                       node->box.y + node->pad.top,
                       node->box.w - node->pad.left - node->pad.right,
                       node->box.h - node->pad.top - node->pad.bottom};
        draw_paragraph(ui, node->text, box);
    } else if (node->paint != NULL) {
        node->paint(ui, node);
    }
}

static bool is_out_of_sight(const ui_node *node)
{
    /* Shadows and canvas children may stick out: only leaves are dropped. */
    bool is_leaf = node->kind >= NODE_TEXT;
    return is_leaf && !rect_is_empty(node->box) && rect_is_empty(node->seen);
}

typedef struct draw_walk {
    int32_t open[DRAW_DEPTH_MAX];  /* scroll areas and faded boxes */
    uint8_t fades[DRAW_DEPTH_MAX]; /* the fade outside of them */
    int depth;
} draw_walk;

static void leave_ended(ui_context *ui, draw_walk *walk, int32_t index)
{
    const ui_node *nodes = ui->now->nodes;
    while (walk->depth > 0 && nodes[walk->open[walk->depth - 1]].end <= index) {
        const ui_node *node = &nodes[walk->open[--walk->depth]];
        ui->draw_fade = walk->fades[walk->depth];
        if (node->is_scroll || node->is_view) {
            draw_unclip(ui);
        }
        if (node->is_scroll) {
            scroll_paint(ui, node);
        }
    }
}

static void enter(ui_context *ui, draw_walk *walk, int32_t index)
{
    const ui_node *node = &ui->now->nodes[index];
    bool matters = node->is_scroll || node->is_view || node->fade != 0;
    if (!matters || walk->depth == DRAW_DEPTH_MAX) {
        return;
    }
    walk->open[walk->depth] = index;
    walk->fades[walk->depth] = ui->draw_fade;
    walk->depth++;
    int left = (255 - ui->draw_fade) * (255 - node->fade) / 255;
    ui->draw_fade = (uint8_t)(255 - left);
}

static void draw_subtree(ui_context *ui, int32_t root)
{
    draw_walk walk = {.depth = 0};
    const ui_node *nodes = ui->now->nodes;
    for (int32_t i = root; i < nodes[root].end; i++) {
        leave_ended(ui, &walk, i);
        if (nodes[i].is_floating && i != root) {
            i = nodes[i].end - 1;
            continue;
        }
        enter(ui, &walk, i);
        if (!is_out_of_sight(&nodes[i])) {
            draw_node(ui, &nodes[i]);
        }
        if (nodes[i].is_scroll || nodes[i].is_view) {
            draw_clip(ui, nodes[i].clip);
        }
    }
    leave_ended(ui, &walk, nodes[root].end);
}

/* ----------------------------------------------------------- focus ring */

/* The nearest scroll area or graph around the node; -1: there is none. */
static int32_t scroll_around(const ui_context *ui, int32_t index)
{
    const ui_node *nodes = ui->now->nodes;
    for (int32_t i = nodes[index].parent; i >= 0; i = nodes[i].parent) {
        if (nodes[i].is_scroll || nodes[i].is_view) {
            return i;
        }
    }
    return -1;
}

static void stroke_ring(ui_context *ui, const ui_node *node)
{
    bool is_contrast = ui_is_contrast(ui);
    int gap = ui_device(ui, is_contrast ? 3 : 2);
    int thick = ui_device(ui, is_contrast ? 4 : 3);
    ui_rgba color = ui_paint_color(ui, UI_FOCUS, UI_FOCUS);
    int radius = node->ring_radius > 0 ? node->ring_radius : node->radius;
    if (node->has_inner_ring) {
        draw_stroke(ui, node->box, color, radius, thick);
        return;
    }
    ui_rgba surface = ui_paint_color(ui, UI_SURFACE, UI_SURFACE);
    draw_stroke(ui, rect_inset(node->box, -gap), surface, radius + gap, gap);
    int out = gap + thick;
    draw_stroke(ui, rect_inset(node->box, -out), color, radius + out, thick);
}

static void draw_ring_of(ui_context *ui, int32_t index, bool is_over)
{
    const ui_node *node = &ui->now->nodes[index];
    if (node->is_over != is_over || rect_is_empty(node->seen)) {
        return;
    }
    int32_t scroll = scroll_around(ui, index);
    if (scroll < 0) {
        stroke_ring(ui, node);
        return;
    }
    /* A ring may stand out at the sides of its list, not above or below. */
    ui_rect clip = ui->now->nodes[scroll].clip;
    int out = ui->now->nodes[scroll].is_view ? 0 : ui_device(ui, 8);
    clip.x -= out;
    clip.w += 2 * out;
    draw_clip(ui, clip);
    stroke_ring(ui, node);
    draw_unclip(ui);
}

static void draw_ring(ui_context *ui, bool is_over)
{
    int32_t index = tree_find(ui->now, ui->focus);
    if (index >= 0) {
        draw_ring_of(ui, index, is_over);
    }
    for (int32_t i = 0; ui->has_posed && i < ui->now->count; i++) {
        if (ui->now->nodes[i].is_posed) {
            draw_ring_of(ui, i, is_over);
        }
    }
}

/* --------------------------------------------------------------- the list */

#define HASH_START 0xcbf29ce484222325U

static uint64_t mix(uint64_t hash, int64_t value)
{
    hash ^= (uint64_t)value;
    hash *= 0x100000001b3U;
    return hash ^ (hash >> 29);
}

static uint64_t hash_flags(const ui_draw *draw)
{
    return (draw->is_dashed ? 1U : 0U) | (draw->is_avatar ? 2U : 0U) |
           (draw->is_dark ? 4U : 0U) | (draw->has_closed_eyes ? 8U : 0U) |
           (draw->is_talking ? 16U : 0U) | (draw->font.is_bold ? 32U : 0U) |
           (draw->font.is_tabular ? 64U : 0U) |
           (draw->font.is_wide ? 128U : 0U);
}

static uint64_t hash_draw(uint64_t hash, const ui_draw *draw)
{
    const int64_t values[] = {
        draw->kind,         draw->box.x,       draw->box.y,   draw->box.w,
        draw->box.h,        draw->color.r,     draw->color.g, draw->color.b,
        draw->color.a,      draw->radius,      draw->thick,   draw->view_height,
        draw->corners,      draw->elevation,   draw->mood,    draw->font.face,
        draw->font.size_px, draw->font.percent};
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        hash = mix(hash, values[i]);
    }
    for (uint32_t i = 0; i < draw->spot_count; i++) {
        hash = mix(mix(hash, draw->spots[i].x), draw->spots[i].y);
    }
    hash = mix(hash, (int64_t)hash_flags(draw));
    for (uint32_t i = 0; i < draw->length; i++) {
        hash = (hash ^ (unsigned char)draw->text[i]) * 0x100000001b3U;
    }
    return hash;
}

static void draw_floating(ui_context *ui)
{
    const ui_node *nodes = ui->now->nodes;
    ui_rect window = {0, 0, ui->surface.width_px, ui->surface.height_px};
    for (int32_t i = 0; i < ui->now->count; i++) {
        if (!nodes[i].is_floating) {
            continue;
        }
        if (nodes[i].dims) {
            draw_fill(ui, window, ui_paint_color(ui, UI_SCRIM, UI_SCRIM), 0);
        }
        draw_subtree(ui, i);
    }
}

void draw_frame(ui_context *ui)
{
    ui->draw_count = 0;
    ui->draw_fade = 0;
    if (ui->now->count == 0) {
        return;
    }
    draw_subtree(ui, 0);
    draw_ring(ui, false);
    draw_floating(ui);
    draw_ring(ui, true);
    tip_draw(ui);
    uint64_t hash = mix(HASH_START, (int64_t)ui->settings.theme);
    hash = mix(mix(hash, ui->surface.width_px), ui->surface.height_px);
    for (size_t i = 0; i < ui->draw_count; i++) {
        ui->draws[i].hash = hash_draw(HASH_START, &ui->draws[i]);
        hash = mix(hash, (int64_t)ui->draws[i].hash);
    }
    ui->draw_hash = hash;
}

ui_draw_list ui_drawing(const ui_context *ui)
{
    return (ui_draw_list){.items = ui->draws,
                          .count = ui->draw_count,
                          .hash = ui->draw_hash,
                          .backdrop =
                              ui_theme_color(ui->settings.theme, UI_BG)};
}
