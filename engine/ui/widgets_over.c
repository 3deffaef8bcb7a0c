/*
 * What stands over the rest: dialogs, popovers, toasts.
 */
#include <string.h>

#include "ui/ui_internal.h"

enum {
    RISE_MS = 160,
    RISE_PX = 8
};

/* Alpha and an 8 px rise while it opens; nothing under reduced motion. */
static void set_rise(ui_context *ui, ui_node *node, const char *id)
{
    uint64_t hash = ui_hash_salted(id, "rise");
    const ui_memory *memory = ui_recall(ui, hash);
    bool is_open = memory != NULL && memory->frame + 1 >= ui->frame;
    if (!is_open) {
        ui_memory *fresh = ui_remember(ui, hash);
        fresh->from = 0;
        fresh->to = 0;
        fresh->duration_ms = 0;
    }
    int shown = ui_glide(ui, hash, 255, RISE_MS);
    if (ui->settings.has_reduced_motion) {
        return;
    }
    node->fade = (uint8_t)(255 - shown);
    node->y = (int16_t)(ui_device(ui, RISE_PX) * (255 - shown) / 255);
}

static ui_node *open_over(ui_context *ui, const ui_box *box)
{
    ui_node *node = node_at(ui, node_open(ui, NODE_COLUMN, box));
    node->is_floating = true;
    node->is_over = true;
    node->is_silent = false;
    return node;
}

bool ui_begin_dialog(ui_context *ui, const ui_dialog_spec *spec)
{
    int16_t width = (int16_t)(spec->width_px == 0 ? 592 : spec->width_px);
    ui_node *node =
        open_over(ui, &(ui_box){.id = spec->id,
                                .width = {.min = width, .max = width},
                                .pad = {32, 28, 32, 28},
                                .gap = 16,
                                .fill = UI_SURFACE,
                                .border = UI_LINE,
                                .radius = UI_RADIUS_DIALOG,
                                .elevation = 2,
                                .role = UI_ROLE_DIALOG,
                                .label = spec->title});
    node->traps = true;
    node->dims = true;
    node->first_focus = ui_hash(spec->first_focus);
    node->is_scroll = true;
    set_rise(ui, node, spec->id);
    if (spec->title != NULL) {
        ui_text(ui, spec->title, &ui_heading);
    }
    return ui->decision.dismissed == ui_hash(spec->id);
}

bool ui_begin_popover(ui_context *ui, const ui_popover_spec *spec)
{
    int16_t width = spec->width_px;
    ui_node *node = open_over(ui, &(ui_box){.id = spec->id,
                                            .width = {.px = width},
                                            .pad = {6, 6, 6, 6},
                                            .gap = 2,
                                            .fill = UI_SURFACE,
                                            .border = UI_LINE,
                                            .radius = UI_RADIUS_REPLY,
                                            .elevation = 2,
                                            .role = UI_ROLE_DIALOG,
                                            .label = spec->label,
                                            .arrows = UI_ARROWS_VERTICAL});
    node->traps = true;
    node->anchor = ui_hash(spec->anchor);
    node->first_focus = ui_hash(spec->first_focus);
    node->is_scroll = true;
    set_rise(ui, node, spec->id);
    return ui->decision.dismissed == ui_hash(spec->id);
}

bool ui_toast(ui_context *ui, const ui_toast_spec *spec)
{
    ui_node *node = open_over(ui, &(ui_box){.id = spec->id,
                                            .pad = {16, 12, 16, 12},
                                            .fill = UI_SURFACE,
                                            .border = UI_LINE,
                                            .radius = UI_RADIUS_REPLY,
                                            .elevation = 2,
                                            .role = UI_ROLE_STATUS});
    node->is_toast = true;
    set_rise(ui, node, spec->id);
    ui_begin_row(ui, &(ui_box){.gap = 12});
    widget_icon(ui, spec->icon, 18, UI_ACCENT);
    ui_text(ui, spec->text, &ui_small);
    bool is_undone = false;
    if (spec->key != UI_KEY_NONE) {
        const char *id = ui_format(ui, "%s.undo", spec->id);
        is_undone = ui_begin_press(
            ui, &(ui_press_spec){
                    .box = {.id = id, .self = UI_CENTER, .pad = {4, 4, 4, 4}},
                    .label = spec->action,
                    .key = spec->key});
        ui_key_cap(ui, spec->key);
        ui_end(ui);
    }
    ui_end(ui);
    ui_end(ui);
    return is_undone;
}
