/*
 * Choices: toggles, checks, radios, segments and tabs.
 */
#include <string.h>

#include "ui/ui_internal.h"

enum {
    MARK_PX = 20
};

typedef struct mark_state {
    bool is_on;
    int slide_255; /* of a toggle's knob */
    ui_rgba edge;
    ui_rgba fill;
    ui_rgba ink;
} mark_state;

static const mark_state *mark_state_of(ui_context *ui, bool is_on)
{
    mark_state *state = ui_take(ui, 1, sizeof *state);
    static const mark_state none = {0};
    if (state == NULL) {
        return &none;
    }
    *state = (mark_state){
        .is_on = is_on,
        .edge = ui_paint_color(ui, is_on ? UI_ACCENT : UI_LINE_STRONG, UI_NONE),
        .fill = ui_paint_color(ui, is_on ? UI_ACCENT : UI_SURFACE, UI_NONE),
        .ink = ui_paint_color(ui, UI_ON_ACCENT, UI_NONE)};
    return state;
}

static int mark_border(const ui_context *ui)
{
    return ui_device(ui, ui_is_contrast(ui) ? 2 : 1);
}

static void paint_check(ui_context *ui, const ui_node *node)
{
    const mark_state *state = node->data;
    int radius = ui_device(ui, 5);
    draw_fill(ui, node->box, state->fill, radius);
    draw_stroke(ui, node->box, state->edge, radius, mark_border(ui));
    if (!state->is_on) {
        return;
    }
    ui_draw *icon =
        draw_push(ui, UI_DRAW_ICON, rect_inset(node->box, node->box.w / 10));
    if (icon != NULL) {
        icon->color = state->ink;
        icon->color.a = (uint8_t)(255 - ui->draw_fade);
        icon->text = "check";
        icon->length = 5;
    }
}

static void paint_radio(ui_context *ui, const ui_node *node)
{
    const mark_state *state = node->data;
    int radius = node->box.w / 2;
    draw_fill(ui, node->box, state->fill, radius);
    draw_stroke(ui, node->box, state->edge, radius, mark_border(ui));
    if (state->is_on) {
        ui_rect dot = rect_inset(node->box, node->box.w * 3 / 10);
        draw_fill(ui, dot, state->ink, dot.w / 2);
    }
}

static void mark(ui_context *ui, node_paint *paint, bool is_on)
{
    int side = ui_device_half(ui, MARK_PX);
    ui_node *node =
        node_painted(ui, paint, mark_state_of(ui, is_on), side, side);
    node->is_silent = true;
}

void ui_radio_mark(ui_context *ui, bool is_on)
{
    mark(ui, paint_radio, is_on);
}

void ui_check_mark(ui_context *ui, bool is_on)
{
    mark(ui, paint_check, is_on);
}

/* ------------------------------------------------------ check and radio */

typedef struct mark_spec {
    widget_control control;
    const char *label;
    node_paint *paint;
    int16_t ring_radius;
} mark_spec;

static bool marked_row(ui_context *ui, const mark_spec *spec)
{
    int32_t index =
        node_open(ui, NODE_ROW,
                  &(ui_box){.gap = 8,
                            .self = UI_HUG,
                            .fade = spec->control.is_disabled ? 128 : 0});
    node_at(ui, index)->ring_radius = (int16_t)ui_device(ui, spec->ring_radius);
    bool is_activated = widget_operate(ui, index, &spec->control);
    mark(ui, spec->paint, spec->control.is_selected);
    if (spec->label != NULL && spec->label[0] != '\0') {
        ui_text(ui, spec->label,
                &(ui_style){.is_bold = spec->control.is_selected &&
                                       spec->control.role == UI_ROLE_RADIO,
                            .size = UI_S});
    }
    node_close(ui);
    return is_activated;
}

bool ui_check(ui_context *ui, const ui_check_spec *spec)
{
    return marked_row(
        ui,
        &(mark_spec){.control = {.id = spec->id,
                                 .label = spec->spoken == NULL ? spec->label
                                                               : spec->spoken,
                                 .role = UI_ROLE_CHECK,
                                 .key = spec->key,
                                 .is_selected = spec->is_on,
                                 .is_disabled = spec->is_disabled},
                     .label = spec->label,
                     .paint = paint_check,
                     .ring_radius = 5});
}

bool ui_radio(ui_context *ui, const ui_radio_spec *spec)
{
    return marked_row(
        ui,
        &(mark_spec){.control = {.id = spec->id,
                                 .label = spec->spoken == NULL ? spec->label
                                                               : spec->spoken,
                                 .role = UI_ROLE_RADIO,
                                 .key = spec->key,
                                 .group = ui_hash(spec->group),
                                 .is_selected = spec->is_on,
                                 .is_disabled = spec->is_disabled},
                     .label = spec->label,
                     .paint = paint_radio,
                     .ring_radius = MARK_PX / 2});
}

/* ---------------------------------------------------------------- toggle */

static void paint_toggle(ui_context *ui, const ui_node *node)
{
    const mark_state *state = node->data;
    int radius = node->box.h / 2;
    int margin = node->box.h * 3 / 26;
    int side = node->box.h - 2 * margin;
    int room = node->box.w - 2 * margin - side;
    ui_rect knob = {node->box.x + margin + room * state->slide_255 / 255,
                    node->box.y + margin, side, side};
    draw_fill(ui, node->box, state->fill, radius);
    if (ui_is_contrast(ui)) {
        draw_stroke(ui, node->box, state->edge, radius, mark_border(ui));
    }
    draw_fill(ui, knob, state->ink, side / 2);
}

static ui_rgba knob_color(const ui_context *ui, bool is_on)
{
    if (is_on) {
        return ui_paint_color(ui, UI_ON_ACCENT, UI_NONE);
    }
    bool is_light = ui->settings.theme == UI_LIGHT;
    return ui_paint_color(ui, is_light ? UI_SURFACE : UI_INK, UI_NONE);
}

bool ui_toggle(ui_context *ui, const ui_toggle_spec *spec)
{
    mark_state *state = ui_take(ui, 1, sizeof *state);
    if (state == NULL) {
        return false;
    }
    ui_color off = ui_is_contrast(ui) ? UI_SURFACE : UI_LINE_STRONG;
    *state = (mark_state){
        .is_on = spec->is_on,
        .edge = ui_paint_color(ui, UI_LINE_STRONG, UI_NONE),
        .fill = ui_paint_color(ui, spec->is_on ? UI_ACCENT : off, UI_NONE),
        .ink = knob_color(ui, spec->is_on),
        .slide_255 = ui_glide(ui, ui_hash_salted(spec->id, "slide"),
                              spec->is_on ? 255 : 0, 120)};
    ui_node *node =
        node_painted(ui, paint_toggle, state, ui_device_half(ui, 44),
                     ui_device_half(ui, 26));
    node->radius = (int16_t)(node->height.px / 2);
    node->fade = spec->is_disabled ? 128 : 0;
    return widget_operate(ui, node_index(ui, node),
                          &(widget_control){.id = spec->id,
                                            .label = spec->label,
                                            .role = UI_ROLE_TOGGLE,
                                            .key = spec->key,
                                            .is_selected = spec->is_on,
                                            .is_disabled = spec->is_disabled});
}

/* --------------------------------------------------------------- segment */

static bool choice_item(ui_context *ui, const ui_choices_spec *spec, int place,
                        int32_t index)
{
    const ui_choice *item = &spec->items[place];
    const char *id = ui_format(ui, "%s.%d", spec->id, place);
    bool is_selected = place == spec->selected;
    return widget_operate(ui, index,
                          &(widget_control){.id = id,
                                            .label = item->spoken == NULL
                                                         ? item->label
                                                         : item->spoken,
                                            .role = UI_ROLE_TAB,
                                            .key = item->key,
                                            .group = ui_hash(spec->id),
                                            .is_selected = is_selected,
                                            .is_disabled = spec->is_disabled});
}

/* Labels give way last: only very long ones are cut, and then named whole. */
static void choice_label(ui_context *ui, const ui_choice *item, ui_color ink,
                         bool is_bold)
{
    widget_label(
        ui, item->label,
        &(ui_style){
            .size = UI_S, .is_bold = is_bold, .color = ink, .truncates = true});
    const ui_node *node = node_at(ui, ui->now->count - 1);
    if (node->text != NULL) {
        int most = node->text->em_px * 8;
        int own = node->text->natural_px;
        node->text->min_px = own < most ? own : most;
    }
}

static void choice_words(ui_context *ui, const ui_choice *item, ui_color ink,
                         bool is_bold)
{
    elastic_gap(ui, 4, 14);
    if (item->icon != NULL) {
        widget_icon(ui, item->icon, 16, ink);
        elastic_gap(ui, 4, 8);
    }
    choice_label(ui, item, ink, is_bold);
    elastic_gap(ui, 4, 14);
    badge(ui, item->badge);
}

static bool segment_item(ui_context *ui, const ui_choices_spec *spec, int place)
{
    bool is_selected = place == spec->selected;
    static const widget_look lit = {UI_SURFACE, UI_SURFACE, UI_SURFACE, UI_LINE,
                                    UI_INK};
    static const widget_look unlit = {UI_NONE, UI_LINE, UI_LINE, UI_NONE,
                                      UI_INK2};
    const widget_look *look = is_selected ? &lit : &unlit;
    widget_state state = widget_state_of(
        ui, ui_format(ui, "%s.%d", spec->id, place), spec->is_disabled);
    int32_t index = node_open(
        ui, NODE_ROW,
        &(ui_box){.height = {.px = (int16_t)ui_with_half_text(ui, 32)},
                  .justify = UI_PACK_CENTER,
                  .border = look->border,
                  .radius = UI_RADIUS_SEGMENT});
    node_at(ui, index)->fill = widget_fill(ui, look, &state);
    bool is_chosen = choice_item(ui, spec, place, index);
    ui_color ink = spec->is_disabled ? UI_INK3 : look->ink;
    choice_words(ui, &spec->items[place], ink, is_selected);
    node_close(ui);
    return is_chosen;
}

int ui_segment(ui_context *ui, const ui_choices_spec *spec)
{
    int chosen = spec->selected;
    ui_begin_row(ui, &(ui_box){.pad = {3, 3, 3, 3},
                               .self = UI_HUG,
                               .fill = UI_SUNKEN,
                               .border = UI_LINE,
                               .radius = UI_RADIUS_BUTTON,
                               .role = UI_ROLE_GROUP,
                               .label = spec->label});
    for (int i = 0; i < spec->count; i++) {
        if (segment_item(ui, spec, i)) {
            chosen = i;
        }
    }
    ui_end(ui);
    return chosen;
}

/* ------------------------------------------------------------------ tabs */

static void paint_tab(ui_context *ui, const ui_node *node)
{
    if (node->is_selected) {
        int thick = ui_device(ui, 3);
        ui_rect line = {node->box.x, node->box.y + node->box.h - thick,
                        node->box.w, thick};
        draw_fill(ui, line, ui_paint_color(ui, UI_ACCENT, UI_ACCENT), 0);
    }
}

static bool tab_item(ui_context *ui, const ui_choices_spec *spec, int place)
{
    bool is_selected = place == spec->selected;
    const char *id = ui_format(ui, "%s.%d", spec->id, place);
    widget_state state = widget_state_of(ui, id, spec->is_disabled);
    int32_t index =
        node_open(ui, NODE_ROW,
                  &(ui_box){
                      .height = {.px = (int16_t)ui_with_half_text(ui, 44)},
                  });
    ui_node *node = node_at(ui, index);
    node->paint = paint_tab;
    node->ring_radius = (int16_t)ui_device(ui, UI_RADIUS_TAG);
    node->has_inner_ring = true;
    bool is_chosen = choice_item(ui, spec, place, index);
    ui_color ink = state.hover_255 > 127 ? UI_INK : UI_INK2;
    choice_words(ui, &spec->items[place], is_selected ? UI_ACCENT : ink,
                 is_selected);
    node_close(ui);
    return is_chosen;
}

int ui_tabs(ui_context *ui, const ui_choices_spec *spec)
{
    int chosen = spec->selected;
    ui_begin_column(ui, &(ui_box){.role = UI_ROLE_GROUP, .label = spec->label});
    ui_begin_row(ui, NULL);
    elastic_gap(ui, 0, 8);
    for (int i = 0; i < spec->count; i++) {
        if (tab_item(ui, spec, i)) {
            chosen = i;
        }
    }
    ui_end(ui);
    ui_divider(ui);
    ui_end(ui);
    return chosen;
}
