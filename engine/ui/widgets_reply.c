/*
 * Reply cards, chips and tags.
 */
#include <stdio.h>
#include <string.h>

#include "ui/ui_internal.h"

/* ---------------------------------------------------------- reply cards */

static void reply_number(ui_context *ui, int number, bool is_lit)
{
    ui_color edge = is_lit ? UI_ACCENT : UI_LINE_STRONG;
    ui_color fill = is_lit ? UI_ACCENT : UI_SURFACE;
    const void *colors = cap_look(ui, edge, fill, 2);
    if (colors == NULL || number <= 0) {
        return;
    }
    int16_t side = (int16_t)ui_with_text(ui, 28);
    int32_t index = node_open(ui, NODE_ROW,
                              &(ui_box){.width = {.px = side},
                                        .height = {.px = side},
                                        .pad = {0, 0, 0, is_lit ? 0 : 2},
                                        .self = UI_CENTER,
                                        .justify = UI_PACK_CENTER,
                                        .radius = 7});
    ui_node *node = node_at(ui, index);
    node->paint = paint_cap;
    node->data = colors;
    char digits[4];
    (void)snprintf(digits, sizeof digits, "%d", number % 100);
    widget_label(ui, digits,
                 &(ui_style){.size = UI_S,
                             .is_bold = true,
                             .color = is_lit ? UI_ON_ACCENT : UI_INK2});
    node_close(ui);
}

static ui_reply_result reply_result(ui_context *ui, const ui_reply_spec *spec,
                                    bool is_activated)
{
    if (is_activated) {
        return UI_REPLY_SAID;
    }
    bool is_selected = spec->id != NULL && !spec->is_disabled &&
                       ui->decision.selected == ui_hash(spec->id);
    return is_selected ? UI_REPLY_SELECTED : UI_REPLY_NONE;
}

static const char *reply_spoken(ui_context *ui, const char *text)
{
    paragraph plain = {.has_han = script_has_han(text, strlen(text))};
    plain.spans = ui_take(ui, PARAGRAPH_SPANS_MAX, sizeof *plain.spans);
    if (plain.spans == NULL) {
        return text;
    }
    plain.span_count = 1;
    (void)rich_parse(ui, text, &plain);
    return plain.text == NULL ? text : plain.text;
}

ui_reply_result ui_reply_card(ui_context *ui, const ui_reply_spec *spec)
{
    static const widget_look look = {UI_SURFACE, UI_SUNKEN, UI_ACCENT_SOFT,
                                     UI_LINE, UI_INK};
    bool is_dead = spec->is_disabled || spec->is_static;
    widget_state state = widget_state_of(ui, spec->id, is_dead);
    uint8_t fade = spec->is_disabled ? 128 : spec->fade;
    int32_t index =
        node_open(ui, NODE_ROW,
                  &(ui_box){.pad = {14, 9, 14, 9},
                            .gap = 12,
                            .border = state.is_pressed ? UI_ACCENT : UI_LINE,
                            .radius = UI_RADIUS_REPLY,
                            .elevation = spec->is_static ? 0 : 1,
                            .fade = fade});
    ui_node *node = node_at(ui, index);
    node->fill = widget_fill(ui, &look, &state);
    node->key_selects = true;
    bool is_activated = false;
    if (!spec->is_static) {
        ui_key key = spec->number > 0 && spec->number <= 9
                         ? (ui_key)('0' + spec->number)
                         : UI_KEY_NONE;
        is_activated = widget_operate(
            ui, index,
            &(widget_control){.id = spec->id,
                              .label = reply_spoken(ui, spec->text),
                              .role = UI_ROLE_REPLY,
                              .key = key,
                              .is_selected = spec->is_selected,
                              .is_disabled = spec->is_disabled});
    }
    reply_number(ui, spec->number, state.is_focused || spec->is_selected);
    ui_rich(ui, &(ui_rich_spec){.text = spec->text,
                                .style = &(ui_style){.width = {.grow = 1}}});
    node_close(ui);
    return reply_result(ui, spec, is_activated);
}

/* ----------------------------------------------------------------- chips */

static widget_look chip_look(const ui_chip_spec *spec)
{
    if (spec->is_selected) {
        return (widget_look){UI_ACCENT_SOFT, UI_ACCENT_SOFT, UI_HEAT_2,
                             UI_ACCENT, UI_ACCENT};
    }
    return (widget_look){UI_SURFACE, UI_SUNKEN, UI_ACCENT_SOFT, UI_LINE,
                         UI_INK2};
}

static void chip_content(ui_context *ui, const ui_chip_spec *spec,
                         const widget_look *look)
{
    widget_icon(ui, spec->icon, 16, look->ink);
    widget_label(ui, spec->label,
                 &(ui_style){.size = UI_S,
                             .is_bold = spec->is_selected,
                             .color = look->ink});
    widget_label(ui, spec->value,
                 &(ui_style){.size = UI_S,
                             .is_bold = true,
                             .color = spec->is_selected ? UI_ACCENT : UI_INK});
    if (spec->opens_list) {
        widget_icon(ui, "chevron-down", 16, look->ink);
    } else if (spec->is_selected && !spec->is_static) {
        widget_icon(ui, "close", 14, look->ink);
    }
}

bool ui_chip(ui_context *ui, const ui_chip_spec *spec)
{
    bool is_dead = spec->is_disabled || spec->is_static;
    widget_state state = widget_state_of(ui, spec->id, is_dead);
    widget_look look = chip_look(spec);
    int16_t height = (int16_t)ui_with_half_text(ui, spec->is_static ? 28 : 36);
    int16_t pad = spec->is_static ? 10 : 14;
    int32_t index = node_open(ui, NODE_ROW,
                              &(ui_box){.height = {.px = height},
                                        .pad = {pad, 0, pad, 0},
                                        .gap = 6,
                                        .self = UI_HUG,
                                        .border = look.border,
                                        .radius = (int16_t)(height / 2),
                                        .fade = spec->is_disabled ? 128 : 0});
    node_at(ui, index)->fill = widget_fill(ui, &look, &state);
    bool is_activated = false;
    if (!spec->is_static) {
        const char *spoken =
            spec->value == NULL
                ? spec->label
                : ui_format(ui, "%s %s", spec->label, spec->value);
        is_activated =
            widget_operate(ui, index,
                           &(widget_control){.id = spec->id,
                                             .label = spoken,
                                             .role = UI_ROLE_BUTTON,
                                             .key = spec->key,
                                             .is_selected = spec->is_selected,
                                             .is_disabled = spec->is_disabled});
    }
    chip_content(ui, spec, &look);
    node_close(ui);
    return is_activated;
}

/* ------------------------------------------------------------------ tags */

typedef struct tone_row {
    ui_color fill;
    ui_color ink;
} tone_row;

static const tone_row tones[] = {
    [UI_TONE_NEUTRAL] = {UI_SUNKEN, UI_INK2},
    [UI_TONE_ACCENT] = {UI_ACCENT_SOFT, UI_ACCENT},
    [UI_TONE_WARN] = {UI_WARN_SOFT, UI_WARN},
    [UI_TONE_DANGER] = {UI_DANGER_SOFT, UI_DANGER},
    [UI_TONE_LISTENING] = {UI_LISTENING_SOFT, UI_LISTENING},
    [UI_TONE_EMPATHY] = {UI_EMPATHY_SOFT, UI_EMPATHY},
    [UI_TONE_RESOLUTION] = {UI_RESOLUTION_SOFT, UI_RESOLUTION},
    [UI_TONE_STRONG] = {UI_ACCENT, UI_ON_ACCENT},
};

void ui_tag(ui_context *ui, const ui_tag_spec *spec)
{
    const tone_row *tone = &tones[spec->tone];
    int16_t height = (int16_t)ui_with_text(ui, 24);
    int32_t index = node_open(
        ui, NODE_ROW,
        &(ui_box){.height = {.px = height},
                  .pad = {8, 0, 8, 0},
                  .gap = 6,
                  .self = UI_HUG,
                  .fill = tone->fill,
                  .border = ui_is_contrast(ui) ? tone->ink : UI_NONE,
                  .radius = UI_RADIUS_TAG,
                  .role = UI_ROLE_TAG,
                  .label = spec->spoken == NULL ? spec->label : spec->spoken});
    node_at(ui, index)->is_wordless = true;
    ui->muted_depth++;
    widget_icon(ui, spec->icon, 16, tone->ink);
    widget_label(
        ui, spec->label,
        &(ui_style){.size = UI_S, .is_bold = true, .color = tone->ink});
    node_close(ui);
}
