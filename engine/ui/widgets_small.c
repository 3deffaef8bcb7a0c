/*
 * Small displays: bars, steps, scores, difficulty, heat cells. None can be
 * operated; each is spoken by its label.
 */
#include <stdio.h>
#include <string.h>

#include "ui/ui_internal.h"

/* ------------------------------------------------------------------ bars */

typedef struct bar_looks {
    int value; /* per mille */
    int tick;
    ui_rgba track;
    ui_rgba fill;
    ui_rgba edge;
    ui_rgba tick_color;
    int tick_out_px;
    int tick_wide_px;
} bar_looks;

static void paint_bar(ui_context *ui, const ui_node *node)
{
    const bar_looks *looks = node->data;
    ui_rect box = node->box;
    int radius = box.h / 2;
    draw_fill(ui, box, looks->track, radius);
    ui_rect done = box;
    done.w = box.w * looks->value / 1000;
    if (looks->value > 0 && done.w < box.h) {
        done.w = box.h;
    }
    draw_fill(ui, done, looks->fill, radius);
    if (looks->edge.a != 0) {
        draw_stroke(ui, box, looks->edge, radius, ui_device(ui, 1));
    }
    if (looks->tick > 0) {
        int x = box.x + box.w * looks->tick / 1000;
        ui_rect tick = {x - looks->tick_wide_px / 2, box.y - looks->tick_out_px,
                        looks->tick_wide_px, box.h + 2 * looks->tick_out_px};
        draw_fill(ui, tick, looks->tick_color, 0);
    }
}

/* Where the tick is a pass mark it stands out further and darker. */
ui_node *bar_node(ui_context *ui, const ui_bar_spec *spec, bool has_strong_tick)
{
    bar_looks *looks = ui_take(ui, 1, sizeof *looks);
    if (looks == NULL) {
        return node_at(ui, -1);
    }
    int value = spec->value < 0 ? 0 : spec->value;
    ui_color edge = ui_is_contrast(ui) ? UI_LINE : UI_NONE;
    *looks = (bar_looks){.value = value > 1000 ? 1000 : value,
                         .tick = spec->tick,
                         .track = ui_paint_color(ui, UI_SUNKEN, UI_NONE),
                         .fill = ui_paint_color(ui, spec->fill, UI_ACCENT),
                         .edge = ui_paint_color(ui, edge, UI_NONE),
                         .tick_color = ui_paint_color(
                             ui, has_strong_tick ? UI_INK : UI_INK3, UI_NONE),
                         .tick_out_px = ui_device(ui, has_strong_tick ? 4 : 3),
                         .tick_wide_px = ui_device(ui, 2)};
    int height = ui_device(ui, spec->height_px == 0 ? 6 : spec->height_px);
    ui_node *node = node_painted(ui, paint_bar, looks,
                                 ui_device(ui, spec->width.px), height);
    if (spec->width.px == 0) {
        node->width.grow = 1;
        node->width.min = (int16_t)ui_device(ui, 24);
    }
    node->role = UI_ROLE_GAUGE;
    node->label = ui_copy(ui, spec->label);
    node->is_silent = node->is_silent || spec->label == NULL;
    return node;
}

void ui_bar(ui_context *ui, const ui_bar_spec *spec)
{
    (void)bar_node(ui, spec, false);
}

/* ----------------------------------------------------------------- steps */

typedef struct steps_looks {
    int done;
    int count;
    int gap_px;
    ui_rgba lit;
    ui_rgba unlit;
    ui_rgba edge;
} steps_looks;

static void paint_steps(ui_context *ui, const ui_node *node)
{
    const steps_looks *looks = node->data;
    int count = looks->count < 1 ? 1 : looks->count;
    int room = node->box.w - (count - 1) * looks->gap_px;
    for (int i = 0; i < looks->count; i++) {
        int from = room * i / count + i * looks->gap_px;
        int to = room * (i + 1) / count + i * looks->gap_px;
        ui_rect box = {node->box.x + from, node->box.y, to - from, node->box.h};
        if (i < looks->done) {
            draw_fill(ui, box, looks->lit, box.h / 2);
        } else {
            draw_fill(ui, box, looks->unlit, box.h / 2);
            draw_stroke(ui, box, looks->edge, box.h / 2, ui_device(ui, 1));
        }
    }
}

void ui_steps(ui_context *ui, const ui_steps_spec *spec)
{
    steps_looks *looks = ui_take(ui, 1, sizeof *looks);
    if (looks == NULL) {
        return;
    }
    int gap = spec->is_small ? 3 : 4;
    *looks = (steps_looks){.done = spec->done,
                           .count = spec->count,
                           .gap_px = ui_device(ui, gap),
                           .lit = ui_paint_color(ui, UI_ACCENT, UI_NONE),
                           .unlit = ui_paint_color(ui, UI_SUNKEN, UI_NONE),
                           .edge = ui_paint_color(ui, UI_LINE, UI_NONE)};
    int width = spec->is_small ? spec->count * (14 + gap) - gap : 0;
    ui_node *node = node_painted(ui, paint_steps, looks, ui_device(ui, width),
                                 ui_device(ui, 8));
    node->width.grow = spec->is_small ? 0 : 1;
    node->width.min = (int16_t)ui_device(ui, spec->is_small ? 0 : 48);
    node->self = spec->is_small ? UI_HUG : UI_ALIGN_AUTO;
    node->role = UI_ROLE_GAUGE;
    node->label = ui_copy(ui, spec->label);
}

/* ------------------------------------------------------------ difficulty */

static void paint_difficulty(ui_context *ui, const ui_node *node)
{
    const int *level = node->data;
    int wide = node->box.w * 5 / 21;
    ui_rgba lit = ui_paint_color(ui, UI_INK2, UI_NONE);
    ui_rgba unlit = ui_paint_color(ui, UI_PIP, UI_NONE);
    for (int i = 0; i < 3; i++) {
        int height = node->box.h * (i + 1) / 3;
        ui_rect box = {node->box.x + i * (node->box.w - wide) / 2,
                       node->box.y + node->box.h - height, wide, height};
        draw_fill(ui, box, i < *level ? lit : unlit, ui_device(ui, 2));
    }
}

void ui_difficulty(ui_context *ui, int level, const char *spoken)
{
    int *data = ui_take(ui, 1, sizeof *data);
    if (data == NULL) {
        return;
    }
    *data = level;
    ui_node *node =
        node_painted(ui, paint_difficulty, data, ui_device_half(ui, 21),
                     ui_device_half(ui, 14));
    node->role = UI_ROLE_IMAGE;
    node->label = ui_copy(ui, spoken);
    node->is_silent = node->is_silent || spoken == NULL;
}

/* ---------------------------------------------------------------- scores */

const skill_row skill_rows[] = {
    [UI_SKILL_LISTENING] = {"ear", UI_LISTENING, UI_LISTENING,
                            UI_LISTENING_SOFT},
    [UI_SKILL_EMPATHY] = {"heart", UI_EMPATHY, UI_EMPATHY, UI_EMPATHY_SOFT},
    [UI_SKILL_RESOLUTION] = {"key", UI_RESOLUTION, UI_RESOLUTION_FILL,
                             UI_RESOLUTION_SOFT},
};

static const char *score_text(ui_context *ui, const ui_score_spec *spec)
{
    if (!spec->is_delta || spec->value == 0) {
        return ui_format(ui, "%d", spec->value);
    }
    if (spec->value > 0) {
        return ui_format(ui, "+%d", spec->value);
    }
    return ui_format(ui, "\xE2\x88\x92%d", -spec->value);
}

void ui_score(ui_context *ui, const ui_score_spec *spec)
{
    const skill_row *skill = &skill_rows[spec->skill];
    int32_t index = node_open(ui, NODE_ROW,
                              &(ui_box){.gap = 5,
                                        .self = UI_HUG,
                                        .role = UI_ROLE_SCORE,
                                        .label = spec->spoken});
    if (spec->spoken != NULL) {
        node_at(ui, index)->is_wordless = true;
        ui->muted_depth++;
    }
    bool is_loss = spec->is_delta && spec->value < 0;
    widget_icon(ui, skill->icon, 16, skill->ink);
    ui_text(ui, score_text(ui, spec),
            &(ui_style){.size = UI_S,
                        .is_bold = true,
                        .is_one_line = true,
                        .color = is_loss ? UI_DANGER : UI_INK});
    node_close(ui);
}

void ui_skill_badge(ui_context *ui, ui_skill skill)
{
    const skill_row *row = &skill_rows[skill];
    int16_t side = (int16_t)ui_with_half_text(ui, 34);
    ui_begin_stack(ui,
                   &(ui_box){.width = {.px = side},
                             .height = {.px = side},
                             .self = UI_HUG,
                             .align = UI_CENTER,
                             .justify = UI_PACK_CENTER,
                             .fill = row->soft,
                             .border = ui_is_contrast(ui) ? row->ink : UI_NONE,
                             .radius = UI_RADIUS_BUTTON});
    widget_icon(ui, row->icon, 20, row->ink);
    ui_end(ui);
}

/* ------------------------------------------------------------- heat cells */

void ui_heat_cell(ui_context *ui, int level, const char *text,
                  const char *spoken)
{
    bool is_empty = level < 0;
    ui_color fill = is_empty ? UI_SURFACE : (ui_color)(UI_HEAT_0 + level);
    bool is_outlined = is_empty || ui_is_contrast(ui);
    int16_t height = (int16_t)ui_with_half_text(ui, 30);
    int32_t index =
        node_open(ui, NODE_ROW,
                  &(ui_box){.width = {.grow = 1},
                            .height = {.px = height},
                            .justify = UI_PACK_CENTER,
                            .fill = fill,
                            .border = is_outlined ? UI_LINE : UI_NONE,
                            .radius = UI_RADIUS_TAG,
                            .role = UI_ROLE_TEXT,
                            .label = spoken});
    node_at(ui, index)->is_wordless = true;
    ui->muted_depth++;
    widget_label(ui, text,
                 &(ui_style){.size = UI_S,
                             .is_tabular = true,
                             .color = level == 4 ? UI_ON_ACCENT : UI_INK});
    node_close(ui);
}
