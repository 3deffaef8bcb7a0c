/*
 * Sliders and steppers: numbers chosen along a line or by small steps.
 */
#include <stdio.h>
#include <string.h>

#include "ui/ui_internal.h"

enum {
    KNOB_PX = 20,
    TRACK_PX = 6
};

typedef struct slider_looks {
    ui_slider_spec spec;
    ui_rgba track;
    ui_rgba track_edge;
    ui_rgba done;
    ui_rgba knob;
    ui_rgba tick;
    ui_rgba ink;
} slider_looks;

static int slider_x(const ui_node *node, const ui_slider_spec *spec, int value,
                    int knob)
{
    int span = spec->max > spec->min ? spec->max - spec->min : 1;
    int room = node->box.w - knob;
    return node->box.x + knob / 2 + room * (value - spec->min) / span;
}

static void paint_tick(ui_context *ui, const ui_node *node, int value,
                       int track_y)
{
    const slider_looks *looks = node->data;
    int knob = ui_device_half(ui, KNOB_PX);
    int x = slider_x(node, &looks->spec, value, knob);
    int height = ui_device(ui, 8);
    int wide = ui_device(ui, 2);
    draw_fill(ui, (ui_rect){x - wide / 2, track_y - height / 2, wide, height},
              looks->tick, 0);
    char digits[16];
    (void)snprintf(digits, sizeof digits, "%d", value);
    ui_font font = {.face = UI_FACE_LATIN,
                    .is_tabular = true,
                    .size_px = 13,
                    .percent = (uint16_t)ui->font_percent};
    const ui_text_service *service = ui->host.text;
    int width = service->width(service->user, &font, digits, strlen(digits));
    draw_text(ui, digits, &font, looks->ink,
              (ui_point){x - width / 2,
                         node->box.y + node->box.h - ui_device_text(ui, 5)});
}

static void paint_slider(ui_context *ui, const ui_node *node)
{
    const slider_looks *looks = node->data;
    const ui_slider_spec *spec = &looks->spec;
    int knob = ui_device_half(ui, KNOB_PX);
    int thick = ui_device(ui, TRACK_PX);
    int y = node->box.y + knob / 2;
    int x = slider_x(node, spec, spec->value, knob);
    ui_rect track = {node->box.x, y - thick / 2, node->box.w, thick};
    draw_fill(ui, track, looks->track, thick / 2);
    draw_stroke(ui, track, looks->track_edge, thick / 2, ui_device(ui, 1));
    for (int at = spec->min; spec->tick_step > 0 && at <= spec->max;
         at += spec->tick_step) {
        paint_tick(ui, node, at, y);
    }
    track.w = x - node->box.x;
    draw_fill(ui, track, looks->done, thick / 2);
    ui_rect round = {x - knob / 2, node->box.y, knob, knob};
    draw_fill(ui, round, looks->knob, knob / 2);
    draw_stroke(ui, round, looks->done, knob / 2, ui_device(ui, 2));
}

static int stepped(const ui_slider_spec *spec, int value)
{
    int step = spec->step == 0 ? 1 : spec->step;
    int steps = (value - spec->min + step / 2) / step;
    value = spec->min + steps * step;
    value = value < spec->min ? spec->min : value;
    return value > spec->max ? spec->max : value;
}

static int slider_value(ui_context *ui, const ui_slider_spec *spec)
{
    uint64_t id = ui_hash(spec->id);
    int64_t step = spec->step == 0 ? 1 : spec->step;
    if (spec->is_disabled) {
        return spec->value;
    }
    if (ui->decision.adjusted == id) {
        int64_t wanted = spec->value + ui->decision.adjust_steps * step;
        wanted = wanted < spec->min ? spec->min : wanted;
        return (int)(wanted > spec->max ? spec->max : wanted);
    }
    if (ui->decision.dragged == id) {
        int span = spec->max - spec->min;
        return stepped(spec,
                       spec->min + span * ui->decision.drag_permille / 1000);
    }
    return spec->value;
}

int ui_slider(ui_context *ui, const ui_slider_spec *spec)
{
    slider_looks *looks = ui_take(ui, 1, sizeof *looks);
    if (looks == NULL) {
        return spec->value;
    }
    ui_color done = spec->is_disabled ? UI_INK3 : UI_ACCENT;
    *looks = (slider_looks){.spec = *spec,
                            .track = ui_paint_color(ui, UI_SUNKEN, UI_NONE),
                            .track_edge = ui_paint_color(ui, UI_LINE, UI_NONE),
                            .done = ui_paint_color(ui, done, UI_NONE),
                            .knob = ui_paint_color(ui, UI_SURFACE, UI_NONE),
                            .tick = ui_paint_color(ui, UI_LINE_STRONG, UI_NONE),
                            .ink = ui_paint_color(ui, UI_INK3, UI_NONE)};
    int height = ui_device_half(ui, KNOB_PX);
    if (spec->tick_step > 0) {
        height += ui_device_text(ui, 20);
    }
    bool is_fit = spec->width.px == 0 && spec->width.grow == 0;
    int width = ui_device(ui, is_fit ? 150 : spec->width.px);
    ui_node *node = node_painted(ui, paint_slider, looks, width, height);
    node->width.grow = spec->width.grow;
    node->radius = (int16_t)(ui_device_half(ui, KNOB_PX) / 2);
    int32_t index = node_index(ui, node);
    (void)widget_operate(ui, index,
                         &(widget_control){.id = spec->id,
                                           .label = spec->label,
                                           .role = UI_ROLE_SLIDER,
                                           .is_disabled = spec->is_disabled});
    node = node_at(ui, index);
    node->is_pressable = false;
    node->is_slider = true;
    node->value = spec->value_text != NULL ? ui_copy(ui, spec->value_text)
                                           : ui_format(ui, "%d", spec->value);
    return slider_value(ui, spec);
}

static bool step_button(ui_context *ui, const ui_stepper_spec *spec,
                        const char *icon, bool is_end)
{
    bool is_more = icon[0] == 'p';
    const char *name = is_more ? ui_say(ui, "more") : ui_say(ui, "less");
    return ui_button(
        ui,
        &(ui_button_spec){.id = ui_format(ui, "%s.%s", spec->id, icon),
                          .label = ui_format(ui, "%s, %s", spec->label, name),
                          .icon = icon,
                          .size = UI_BUTTON_TINY,
                          .hides_label = true,
                          .is_disabled = is_end});
}

int ui_stepper(ui_context *ui, const ui_stepper_spec *spec)
{
    int change = 0;
    ui_begin_row(ui, &(ui_box){.gap = 8,
                               .self = UI_HUG,
                               .role = UI_ROLE_GROUP,
                               .label = spec->label,
                               .arrows = UI_ARROWS_HORIZONTAL});
    if (step_button(ui, spec, "minus", spec->is_min)) {
        change = -1;
    }
    ui_text(ui, spec->value_text,
            &(ui_style){.size = UI_M,
                        .is_bold = true,
                        .is_tabular = true,
                        .is_one_line = true,
                        .align = UI_PACK_CENTER,
                        .width = {.min = 48}});
    if (step_button(ui, spec, "plus", spec->is_max)) {
        change = 1;
    }
    ui_end(ui);
    return change;
}
