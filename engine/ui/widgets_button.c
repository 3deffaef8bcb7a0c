/*
 * Buttons and everything else that is pressed as a whole. What all controls
 * share stands first: state, looks, and becoming operable.
 */
#include <string.h>

#include "ui/ui_internal.h"

enum {
    HOVER_MS = 80
};

void ui_set_pose(ui_context *ui, ui_pose pose)
{
    ui->pose = pose;
}

void ui_set_theme(ui_context *ui, ui_theme_name theme)
{
    ui->settings.theme = theme;
}

widget_state widget_state_of(ui_context *ui, const char *id, bool is_disabled)
{
    uint64_t hash = ui_hash(id);
    if (hash == 0 || is_disabled) {
        return (widget_state){0};
    }
    bool is_hovered = ui->hovered == hash;
    if (ui->pose != UI_POSE_NONE) {
        return (widget_state){.is_focused = ui->pose == UI_POSE_FOCUS,
                              .is_pressed = ui->pose == UI_POSE_PRESS,
                              .hover_255 = ui->pose == UI_POSE_HOVER ? 255 : 0};
    }
    return (widget_state){.is_focused = ui->focus == hash,
                          .is_pressed = ui->pressed == hash && is_hovered,
                          .hover_255 =
                              (int)ui_glide(ui, ui_hash_salted(id, "hover"),
                                            is_hovered ? 255 : 0, HOVER_MS)};
}

ui_rgba widget_fill(const ui_context *ui, const widget_look *look,
                    const widget_state *state)
{
    if (state->is_pressed) {
        return ui_paint_color(ui, look->pressed, look->fill);
    }
    return ui_mix(ui_paint_color(ui, look->fill, UI_NONE),
                  ui_paint_color(ui, look->hover, look->fill),
                  state->hover_255);
}

bool widget_operate(ui_context *ui, int32_t index,
                    const widget_control *control)
{
    ui_node *node = node_at(ui, index);
    node_name(ui, node, control->id);
    node->role = (uint8_t)control->role;
    node->label = ui_copy(ui, control->label);
    node->key = control->key;
    node->group = control->group;
    node->is_focusable = true;
    node->is_pressable = true;
    node->is_selected = control->is_selected;
    node->is_disabled = control->is_disabled;
    node->is_posed = ui->pose == UI_POSE_FOCUS && !control->is_disabled;
    ui->has_posed = ui->has_posed || node->is_posed;
    if (control->label != NULL && node->end == index + 1 &&
        node->kind < NODE_TEXT) {
        node->is_wordless = true;
        ui->muted_depth++;
    }
    node_claim(ui, control->key, index, false);
    return !control->is_disabled &&
           input_is_activated(ui, ui_hash(control->id));
}

void widget_label(ui_context *ui, const char *text, const ui_style *style)
{
    if (text == NULL || text[0] == '\0') {
        return;
    }
    ui_style line = *style;
    line.is_one_line = true;
    line.is_silent = true;
    ui_text(ui, text, &line);
}

void widget_icon(ui_context *ui, const char *name, int16_t size_px,
                 ui_color color)
{
    if (name != NULL) {
        ui_icon(ui, &(ui_icon_spec){
                        .name = name, .size_px = size_px, .color = color});
    }
}

/* -------------------------------------------------------------- buttons */

static const widget_look looks[] = {
    [UI_SECONDARY] = {UI_SURFACE, UI_SUNKEN, UI_LINE, UI_LINE_STRONG, UI_INK},
    [UI_PRIMARY] = {UI_ACCENT, UI_ACCENT_HOVER, UI_ACCENT_PRESSED, UI_NONE,
                    UI_ON_ACCENT},
    [UI_PLAIN] = {UI_NONE, UI_ACCENT_SOFT, UI_HEAT_2, UI_NONE, UI_ACCENT},
    [UI_DANGEROUS] = {UI_SURFACE, UI_DANGER_SOFT, UI_DANGER, UI_DANGER,
                      UI_DANGER},
    [UI_QUIET] = {UI_SURFACE, UI_SUNKEN, UI_LINE, UI_LINE, UI_INK},
};

static const widget_look dead = {UI_SUNKEN, UI_SUNKEN, UI_SUNKEN, UI_LINE,
                                 UI_INK3};

typedef struct button_measure {
    int16_t height;
    int16_t pad;
    int16_t icon;
    ui_type_size type;
} button_measure;

static const button_measure measures[] = {
    [UI_BUTTON_NORMAL] = {40, 16, 20, UI_M},
    [UI_BUTTON_TINY] = {32, 10, 16, UI_S},
    [UI_BUTTON_SMALL] = {36, 12, 18, UI_S},
    [UI_BUTTON_LARGE] = {48, 24, 20, UI_M},
};

static widget_look button_look(const ui_context *ui, const ui_button_spec *spec,
                               const widget_state *state)
{
    widget_look look = looks[spec->kind];
    if (spec->is_selected) {
        look.fill = UI_ACCENT_SOFT;
        look.ink = UI_ACCENT;
    }
    if (spec->is_disabled) {
        look = dead;
        look.fill = spec->kind == UI_PLAIN ? UI_NONE : look.fill;
        look.border = spec->kind == UI_PLAIN ? UI_NONE : look.border;
    }
    if (spec->kind == UI_DANGEROUS && state->is_pressed) {
        look.ink = UI_ON_ACCENT;
    }
    if (ui_is_contrast(ui) && spec->kind == UI_PLAIN && spec->is_selected) {
        look.border = UI_ACCENT;
    }
    return look;
}

bool ui_button(ui_context *ui, const ui_button_spec *spec)
{
    widget_state state = widget_state_of(ui, spec->id, spec->is_disabled);
    widget_look look = button_look(ui, spec, &state);
    const button_measure *measure = &measures[spec->size];
    int16_t height = (int16_t)ui_with_half_text(ui, measure->height);
    bool is_square = spec->hides_label && !spec->shows_key;
    int16_t pad = measure->pad;
    if (is_square) {
        pad = (int16_t)((measure->height - measure->icon) / 2);
    }
    int32_t index = node_open(ui, NODE_ROW,
                              &(ui_box){.width = spec->width,
                                        .height = {.px = height},
                                        .pad = {pad, 0, pad, 0},
                                        .gap = 8,
                                        .self = UI_HUG,
                                        .justify = UI_PACK_CENTER,
                                        .border = look.border == UI_NONE &&
                                                          ui_is_contrast(ui) &&
                                                          spec->kind != UI_PLAIN
                                                      ? UI_LINE_STRONG
                                                      : look.border,
                                        .radius = UI_RADIUS_BUTTON});
    node_at(ui, index)->fill = widget_fill(ui, &look, &state);
    const char *spoken = spec->spoken == NULL ? spec->label : spec->spoken;
    bool is_activated =
        widget_operate(ui, index,
                       &(widget_control){.id = spec->id,
                                         .label = spoken,
                                         .role = UI_ROLE_BUTTON,
                                         .key = spec->key,
                                         .is_selected = spec->is_selected,
                                         .is_disabled = spec->is_disabled});
    node_at(ui, index)->is_tip = spec->hides_label;
    widget_icon(ui, spec->icon, measure->icon, look.ink);
    if (!spec->hides_label) {
        widget_label(ui, spec->label,
                     &(ui_style){.size = measure->type,
                                 .is_bold = true,
                                 .color = look.ink});
    }
    if (spec->shows_key && spec->key != UI_KEY_NONE) {
        bool is_primary = spec->kind == UI_PRIMARY && !spec->is_disabled;
        key_cap(ui, spec->key, is_primary ? look.ink : UI_INK2,
                is_primary ? look.ink : UI_LINE_STRONG);
    }
    badge(ui, spec->badge);
    node_close(ui);
    return is_activated;
}

/* ------------------------------------------------- anything pressed whole */

typedef struct press_look {
    widget_look look;
    int16_t radius;
    ui_pad pad;
    int16_t least_height;
    uint8_t elevation;
} press_look;

static const press_look press_looks[] = {
    [UI_LOOK_PLAIN] = {{UI_NONE, UI_SUNKEN, UI_LINE, UI_NONE, UI_INK},
                       UI_RADIUS_BUTTON,
                       {0, 0, 0, 0},
                       0,
                       0},
    [UI_LOOK_CARD] = {{UI_SURFACE, UI_SUNKEN, UI_LINE, UI_LINE, UI_INK},
                      UI_RADIUS_CARD,
                      {16, 16, 16, 16},
                      0,
                      1},
    [UI_LOOK_CHOICE] = {{UI_SURFACE, UI_SUNKEN, UI_ACCENT_SOFT, UI_LINE,
                         UI_INK},
                        UI_RADIUS_REPLY,
                        {14, 12, 14, 12},
                        0,
                        1},
    [UI_LOOK_ROW] = {{UI_NONE, UI_SUNKEN, UI_ACCENT_SOFT, UI_NONE, UI_INK},
                     UI_RADIUS_TAG,
                     {10, 4, 10, 4},
                     44,
                     0},
    [UI_LOOK_NAV] = {{UI_NONE, UI_SUNKEN, UI_ACCENT_SOFT, UI_NONE, UI_INK},
                     UI_RADIUS_BUTTON,
                     {12, 8, 12, 8},
                     40,
                     0},
    [UI_LOOK_FIELD] = {{UI_SURFACE, UI_SUNKEN, UI_LINE, UI_LINE_STRONG, UI_INK},
                       UI_RADIUS_BUTTON,
                       {12, 0, 12, 0},
                       40,
                       0},
};

static bool is_no_pad(ui_pad pad)
{
    return pad.left == 0 && pad.top == 0 && pad.right == 0 && pad.bottom == 0;
}

/* The box the look asks for, where the screen left it open. */
static ui_box press_box(const ui_context *ui, const ui_press_spec *spec,
                        const press_look *look)
{
    ui_box box = spec->box;
    bool is_accented = spec->is_selected && spec->look != UI_LOOK_PLAIN;
    bool is_ringed = spec->look == UI_LOOK_CHOICE || ui_is_contrast(ui);
    if (box.border == UI_AUTO) {
        box.border = is_accented && is_ringed ? UI_ACCENT : look->look.border;
    }
    if (is_accented && spec->look == UI_LOOK_CHOICE && box.border_px == 0) {
        box.border_px = 2;
    }
    if (box.radius == 0) {
        box.radius = look->radius;
    }
    if (is_no_pad(box.pad)) {
        box.pad = look->pad;
    }
    if (box.height.px == 0 && box.height.min == 0) {
        box.height.min = (int16_t)ui_with_half_text(ui, look->least_height);
    }
    if (box.elevation == 0) {
        box.elevation = look->elevation;
    }
    if (spec->is_disabled) {
        box.fade = 128;
    }
    box.id = NULL;
    box.label = NULL;
    return box;
}

static widget_look press_colors(const ui_press_spec *spec,
                                const press_look *look)
{
    widget_look colors = look->look;
    if (spec->is_selected && spec->look != UI_LOOK_PLAIN) {
        colors.fill = UI_ACCENT_SOFT;
        colors.hover = UI_ACCENT_SOFT;
    }
    if (spec->box.fill != UI_AUTO) {
        colors.fill = spec->box.fill;
    }
    return colors;
}

bool ui_begin_press(ui_context *ui, const ui_press_spec *spec)
{
    const press_look *look = &press_looks[spec->look];
    widget_state state = widget_state_of(ui, spec->box.id, spec->is_disabled);
    widget_look colors = press_colors(spec, look);
    ui_box box = press_box(ui, spec, look);
    int32_t index =
        node_open(ui, spec->is_column ? NODE_COLUMN : NODE_ROW, &box);
    ui_node *node = node_at(ui, index);
    node->fill = widget_fill(ui, &colors, &state);
    node->has_inner_ring = spec->has_inner_ring;
    node->key_selects = spec->key_selects;
    node->passes_enter = spec->passes_enter;
    node->is_tip = spec->has_tip;
    node->value = ui_copy(ui, spec->value);
    ui_role role = spec->box.role;
    if (role == UI_ROLE_NONE) {
        role = spec->is_radio ? UI_ROLE_RADIO : UI_ROLE_BUTTON;
    }
    return widget_operate(
        ui, index,
        &(widget_control){.id = spec->box.id,
                          .label = spec->label,
                          .role = role,
                          .key = spec->key,
                          .group =
                              spec->is_radio ? (uint64_t)node->parent + 1 : 0,
                          .is_selected = spec->is_selected,
                          .is_disabled = spec->is_disabled});
}
