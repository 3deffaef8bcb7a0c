/*
 * The drawing list: from nodes to commands. The window first, floating layers
 * above it, the focus ring last in the layer it belongs to. The hash covers
 * everything that can be seen, and nothing else.
 */
#include <string.h>

#include "ui/ui_internal.h"

enum {
    DRAW_DEPTH_MAX = 64
};

/* ------------------------------------------------------------- commands */

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
           (draw->font.is_tabular ? 64U : 0U);
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
    hash = mix(hash, (int64_t)hash_flags(draw));
    for (uint32_t i = 0; i < draw->length; i++) {
        hash = (hash ^ (unsigned char)draw->text[i]) * 0x100000001b3U;
    }
    return hash;
}

ui_draw *draw_push(ui_context *ui, ui_draw_kind kind, ui_rect box)
{
    if (ui->draw_count == ui->draw_capacity) {
        int32_t capacity = (int32_t)ui->draw_capacity;
        if (!ui_grow_array(ui, (void **)&ui->draws, &capacity,
                           sizeof *ui->draws)) {
            return NULL;
        }
        ui->draw_capacity = (size_t)capacity;
    }
    ui_draw *draw = &ui->draws[ui->draw_count++];
    memset(draw, 0, sizeof *draw);
    draw->kind = kind;
    draw->box = box;
    draw->corners = UI_CORNERS_ALL;
    return draw;
}

static ui_rgba faded(const ui_context *ui, ui_rgba color)
{
    color.a = (uint8_t)(color.a * (255 - ui->draw_fade) / 255);
    return color;
}

void draw_fill_corners(ui_context *ui, ui_rect box, ui_rgba color, int radius,
                       uint8_t corners)
{
    if (color.a == 0 || rect_is_empty(box)) {
        return;
    }
    int most = (box.w < box.h ? box.w : box.h) / 2;
    ui_draw *draw = draw_push(ui, UI_DRAW_FILL, box);
    if (draw != NULL) {
        draw->color = faded(ui, color);
        draw->radius = (int16_t)(radius > most ? most : radius);
        draw->corners = corners;
    }
}

void draw_fill(ui_context *ui, ui_rect box, ui_rgba color, int radius)
{
    draw_fill_corners(ui, box, color, radius, UI_CORNERS_ALL);
}

void draw_stroke(ui_context *ui, ui_rect box, ui_rgba color, int radius,
                 int thick)
{
    if (color.a == 0 || rect_is_empty(box) || thick <= 0) {
        return;
    }
    int most = (box.w < box.h ? box.w : box.h) / 2;
    ui_draw *draw = draw_push(ui, UI_DRAW_STROKE, box);
    if (draw != NULL) {
        draw->color = faded(ui, color);
        draw->radius = (int16_t)(radius > most ? most : radius);
        draw->thick = (int16_t)thick;
    }
}

void draw_clip(ui_context *ui, ui_rect box)
{
    (void)draw_push(ui, UI_DRAW_CLIP, box);
}

void draw_unclip(ui_context *ui)
{
    (void)draw_push(ui, UI_DRAW_UNCLIP, (ui_rect){0});
}

static void draw_run(ui_context *ui, const char *bytes, uint32_t length,
                     const ui_draw *look)
{
    if (look->color.a == 0 || length == 0) {
        return;
    }
    ui_draw *draw = draw_push(ui, UI_DRAW_TEXT, look->box);
    if (draw != NULL) {
        draw->color = faded(ui, look->color);
        draw->font = look->font;
        draw->text = bytes;
        draw->length = length;
    }
}

void draw_text(ui_context *ui, const char *text, const ui_font *font,
               ui_rgba color, ui_point baseline)
{
    const char *copy = ui_copy(ui, text);
    ui_draw look = {
        .box = {baseline.x, baseline.y, 0, 0}, .color = color, .font = *font};
    draw_run(ui, copy, (uint32_t)strlen(copy), &look);
}

/* ----------------------------------------------------------- paragraphs */

static void draw_underline(ui_context *ui, const ui_draw *look, int width,
                           bool is_pinned)
{
    int thick = ui_device(ui, 2);
    ui_rect box = {look->box.x, look->box.y + ui_device_text(ui, 4), width,
                   thick};
    if (is_pinned) {
        draw_fill(ui, box, look->color, 0);
        return;
    }
    ui_draw *dots = draw_push(ui, UI_DRAW_DOTS, box);
    if (dots != NULL) {
        dots->color = faded(ui, look->color);
        dots->thick = (int16_t)thick;
    }
}

/* The number that chooses a phrase, over its first letters. */
static void draw_number(ui_context *ui, const paragraph *text, int index,
                        ui_point at)
{
    char digit[2] = {(char)('1' + index), '\0'};
    ui_font font = text->font;
    font.size_px = 13;
    font.is_bold = true;
    int side = ui_device_text(ui, 16);
    ui_rect box = {at.x - side / 4, at.y - text->em_px * 11 / 20 - side, side,
                   side};
    const ui_text_service *service = ui->host.text;
    int width = service->width(service->user, &font, digit, 1);
    draw_fill(ui, box, text->phrase_color, ui_device(ui, UI_RADIUS_KEY));
    draw_text(ui, digit, &font, ui_paint_color(ui, UI_ON_ACCENT, UI_ON_ACCENT),
              (ui_point){box.x + (side - width) / 2,
                         box.y + side - ui_device_text(ui, 3)});
}

static void draw_piece(ui_context *ui, const paragraph *text,
                       const text_piece *piece, ui_point at)
{
    const text_span *span = &text->spans[piece->span];
    ui_draw look = {.box = {at.x + piece->x, at.y, piece->width, 0},
                    .color = text->color,
                    .font = piece->font};
    if (span->kind == SPAN_SOUND) {
        look.color = text->sound_color;
    }
    draw_run(ui, text->text + piece->start, piece->length, &look);
    if (span->kind == SPAN_PHRASE && text->has_phrases) {
        bool is_pinned = (text->pinned >> span->index & 1U) != 0;
        look.color = is_pinned ? text->pinned_color : text->phrase_color;
        draw_underline(ui, &look, piece->width, is_pinned);
        if (text->is_choosing && piece->start == span->start) {
            draw_number(ui, text, span->index, (ui_point){look.box.x, at.y});
        }
    }
}

void draw_paragraph(ui_context *ui, const paragraph *text, ui_rect box)
{
    for (int i = 0; i < text->line_count; i++) {
        const text_line *line = &text->lines[i];
        ui_point at = {box.x, box.y + i * text->line_px + text->baseline_px};
        if (text->align == UI_PACK_CENTER) {
            at.x += (box.w - line->width) / 2;
        } else if (text->align == UI_PACK_END) {
            at.x += box.w - line->width;
        }
        for (int p = 0; p < line->piece_count; p++) {
            draw_piece(ui, text, &text->pieces[line->first_piece + p], at);
        }
    }
}

/* ---------------------------------------------------------------- nodes */

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
    draw->color = faded(ui, draw->color);
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
        if (node->is_scroll) {
            draw_unclip(ui);
            scroll_paint(ui, node);
        }
    }
}

static void enter(ui_context *ui, draw_walk *walk, int32_t index)
{
    const ui_node *node = &ui->now->nodes[index];
    bool matters = node->is_scroll || node->fade != 0;
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
        if (nodes[i].is_scroll) {
            draw_clip(ui, nodes[i].clip);
        }
    }
    leave_ended(ui, &walk, nodes[root].end);
}

/* ----------------------------------------------------------- focus ring */

/* The nearest scroll area around the node; -1 when there is none. */
static int32_t scroll_around(const ui_context *ui, int32_t index)
{
    const ui_node *nodes = ui->now->nodes;
    for (int32_t i = nodes[index].parent; i >= 0; i = nodes[i].parent) {
        if (nodes[i].is_scroll) {
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

static void draw_ring(ui_context *ui, bool is_over)
{
    int32_t index = tree_find(ui->now, ui->focus);
    if (index < 0) {
        return;
    }
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
    int out = ui_device(ui, 8);
    clip.x -= out;
    clip.w += 2 * out;
    draw_clip(ui, clip);
    stroke_ring(ui, node);
    draw_unclip(ui);
}

/* --------------------------------------------------------------- the list */

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
    uint64_t hash = mix(0xcbf29ce484222325U, (int64_t)ui->settings.theme);
    hash = mix(mix(hash, ui->surface.width_px), ui->surface.height_px);
    for (size_t i = 0; i < ui->draw_count; i++) {
        hash = hash_draw(hash, &ui->draws[i]);
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
