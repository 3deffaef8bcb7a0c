/*
 * The context: its lifetime, the two trees that take turns, memory under ids,
 * and lengths. One arena per tree lives for two frames, so a tree can still
 * be asked about while the next one is declared.
 */
#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "ui/ui_internal.h"

enum {
    ARENA_START_BYTES = 128 * 1024,
    WIDE_PERCENT = 115 /* what a text of wide spacing takes */
};

/* Two tables: the one in use and the one forgetting copies into. */
static const size_t memory_bytes = (size_t)2 * MEMORY_COUNT * sizeof(ui_memory);

rp_status ui_new(ui_context **made, const ui_host *host, rp_error *err)
{
    ui_context *ui = host->alloc.resize(host->alloc.user, NULL, sizeof *ui);
    if (ui == NULL) {
        return rp_fail(err, RP_E_MEMORY, "no memory for the window");
    }
    memset(ui, 0, sizeof *ui);
    ui->host = *host;
    ui->memory = host->alloc.resize(host->alloc.user, NULL, memory_bytes);
    ui->editing.undo = host->alloc.resize(
        host->alloc.user, NULL, (size_t)UNDO_COUNT * sizeof(field_undo));
    for (int i = 0; i < 2; i++) {
        rp_arena_init(&ui->trees[i].arena, host->alloc);
        ui->trees[i].reserved_bytes = 0;
    }
    ui->now = &ui->trees[0];
    ui->last = &ui->trees[1];
    ui->memory_start = ui->memory;
    if (ui->memory == NULL || ui->editing.undo == NULL) {
        ui_free(ui);
        return rp_fail(err, RP_E_MEMORY, "no memory for the window");
    }
    memset(ui->memory, 0, memory_bytes);
    ui_set(ui, &(ui_settings){0});
    *made = ui;
    return RP_OK;
}

void ui_free(ui_context *ui)
{
    if (ui == NULL) {
        return;
    }
    rp_alloc alloc = ui->host.alloc;
    for (int i = 0; i < 2; i++) {
        rp_arena_clear(&ui->trees[i].arena);
        alloc.resize(alloc.user, ui->trees[i].nodes, 0);
        alloc.resize(alloc.user, ui->trees[i].claims, 0);
    }
    alloc.resize(alloc.user, ui->draws, 0);
    alloc.resize(alloc.user, ui->memory_start, 0);
    alloc.resize(alloc.user, ui->editing.undo, 0);
    alloc.resize(alloc.user, ui, 0);
}

void ui_set(ui_context *ui, const ui_settings *settings)
{
    const char *language =
        settings->language == NULL ? "en" : settings->language;
    if (language != ui->language) {
        (void)snprintf(ui->language, sizeof ui->language, "%s", language);
    }
    ui->settings = *settings;
    ui->settings.language = ui->language;
}

const ui_settings *ui_get(const ui_context *ui)
{
    return &ui->settings;
}

bool ui_failed(const ui_context *ui)
{
    return ui->has_failed;
}

/* ---------------------------------------------------------------- frame */

/*
 * A frame that needed more than its arena had reserved gets one larger block
 * next time, so that frames soon stop asking the allocator.
 */
static void tree_reset(ui_context *ui, ui_tree *tree)
{
    size_t needed = tree->arena.used_bytes;
    if (needed > tree->reserved_bytes || tree->reserved_bytes == 0) {
        size_t wanted = ARENA_START_BYTES;
        while (wanted < needed * 2) {
            wanted *= 2;
        }
        rp_arena_clear(&tree->arena);
        rp_arena_init(&tree->arena, ui->host.alloc);
        tree->reserved_bytes = wanted;
        if (rp_arena_take(&tree->arena, 1, wanted) == NULL) {
            ui->has_failed = true;
        }
    }
    rp_arena_reset(&tree->arena);
    tree->count = 0;
    tree->claim_count = 0;
    tree->duplicate = NULL;
}

static void set_scales(ui_context *ui)
{
    int device = ui->surface.scale_percent;
    ui->scale_percent = device == 0 ? 100 : device;
    int text = ui->settings.text_percent;
    if (text == 0) {
        text = ui_window_width(ui) >= 1680 ? 115 : 100;
    }
    ui->text_percent = text;
    ui->font_percent = (ui->scale_percent * text + 50) / 100;
}

void ui_begin_frame(ui_context *ui, const ui_surface *surface)
{
    assert(!ui->is_open);
    ui->is_open = true;
    ui->frame++;
    ui->surface = *surface;
    ui->has_wake = false;
    ui->announced = NULL;
    set_scales(ui);
    ui->decision = (ui_decision){0};
    ui_tree *spare = ui->last;
    ui->last = ui->now;
    ui->now = spare;
    tree_reset(ui, ui->now);
    ui_forget(ui);
    input_handle(ui);
    ui->open_count = 0;
    ui->muted_depth = 0;
    ui->is_screen_new = false;
    ui->pose = UI_POSE_NONE;
    ui->has_posed = false;
    (void)node_open(ui, NODE_COLUMN, &(ui_box){.align = UI_FILL});
}

void ui_end_frame(ui_context *ui)
{
    assert(ui->is_open && ui->open_count == 1);
    node_close(ui);
    layout_widths(ui);
    layout_heights(ui);
    graph_settle(ui);
    focus_settle(ui);
    scroll_settle(ui);
    draw_frame(ui);
    ui->is_open = false;
    if (ui_has_events(ui)) {
        ui_wake_at(ui, ui->surface.now_ms);
    }
}

/* --------------------------------------------------------------- memory */

void *ui_take(ui_context *ui, size_t count, size_t size_bytes)
{
    void *taken = rp_arena_take(&ui->now->arena, count, size_bytes);
    if (taken == NULL) {
        ui->has_failed = true;
    }
    return taken;
}

const char *ui_copy(ui_context *ui, const char *string)
{
    if (string == NULL) {
        return NULL;
    }
    const char *copy = rp_arena_copy(&ui->now->arena, string, strlen(string));
    if (copy == NULL) {
        ui->has_failed = true;
        return "";
    }
    return copy;
}

const char *ui_format(ui_context *ui, const char *format, ...)
{
    va_list arguments;
    va_list again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *text = ui_take(ui, length < 0 ? 1 : (size_t)length + 1, 1);
    if (text != NULL && length > 0) {
        (void)vsnprintf(text, (size_t)length + 1, format, again);
    }
    va_end(again);
    return text == NULL ? "" : text;
}

bool ui_grow_array(ui_context *ui, void **items, int32_t *capacity,
                   size_t size_bytes)
{
    int32_t wanted = *capacity == 0 ? 256 : *capacity * 2;
    void *grown = ui->host.alloc.resize(ui->host.alloc.user, *items,
                                        (size_t)wanted * size_bytes);
    if (grown == NULL) {
        ui->has_failed = true;
        return false;
    }
    *items = grown;
    *capacity = wanted;
    return true;
}

/* -------------------------------------------------------------- lengths */

static int scaled(int px, int percent)
{
    int half = px < 0 ? -50 : 50;
    return (px * percent + half) / 100;
}

int ui_device(const ui_context *ui, int px)
{
    return scaled(px, ui->scale_percent);
}

int ui_device_text(const ui_context *ui, int px)
{
    return scaled(px, ui->font_percent);
}

int ui_with_text(const ui_context *ui, int px)
{
    return scaled(px, ui->text_percent);
}

int ui_with_half_text(const ui_context *ui, int px)
{
    return scaled(px, 100 + (ui->text_percent - 100) / 2);
}

int ui_device_half(const ui_context *ui, int px)
{
    return scaled(ui_with_half_text(ui, px), ui->scale_percent);
}

int ui_window_width(const ui_context *ui)
{
    return ui->surface.width_px * 100 / ui->scale_percent;
}

int ui_window_height(const ui_context *ui)
{
    return ui->surface.height_px * 100 / ui->scale_percent;
}

int ui_effective_width(const ui_context *ui)
{
    int width = ui_window_width(ui) * 100 / ui->text_percent;
    return ui->settings.has_wide_spacing ? width * 100 / WIDE_PERCENT : width;
}

ui_width_class ui_width(const ui_context *ui)
{
    int width = ui_effective_width(ui);
    if (width < 1200) {
        return UI_COMPACT;
    }
    return width < 1600 ? UI_REGULAR : UI_WIDE;
}

bool ui_is_han(const ui_context *ui)
{
    return strncmp(ui->language, "zh", 2) == 0;
}

bool ui_is_contrast(const ui_context *ui)
{
    return ui->settings.theme == UI_CONTRAST;
}

/* --------------------------------------------------------------- colours */

ui_rgba ui_paint_color(const ui_context *ui, ui_color color, ui_color fallback)
{
    return ui_theme_color(ui->settings.theme,
                          color == UI_AUTO ? fallback : color);
}

static uint8_t mix_channel(uint8_t from, uint8_t to, int amount_255)
{
    return (uint8_t)(from + (to - from) * amount_255 / 255);
}

ui_rgba ui_mix(ui_rgba from, ui_rgba to, int amount_255)
{
    /* Towards or from nothing, only the alpha moves. */
    if (from.a == 0) {
        from = (ui_rgba){to.r, to.g, to.b, 0};
    }
    if (to.a == 0) {
        to = (ui_rgba){from.r, from.g, from.b, 0};
    }
    return (ui_rgba){mix_channel(from.r, to.r, amount_255),
                     mix_channel(from.g, to.g, amount_255),
                     mix_channel(from.b, to.b, amount_255),
                     mix_channel(from.a, to.a, amount_255)};
}

const char *ui_hex(ui_context *ui, ui_color color)
{
    ui_rgba rgba = ui_theme_color(ui->settings.theme, color);
    return ui_format(ui, "#%02X%02X%02X", rgba.r, rgba.g, rgba.b);
}

/* ---------------------------------------------------------------- words */

const char *ui_say(const ui_context *ui, const char *message)
{
    if (ui->host.translate == NULL) {
        return message;
    }
    return ui->host.translate(ui->host.user, message);
}

void ui_clipboard_put(ui_context *ui, const char *text)
{
    if (ui->host.clipboard_set != NULL) {
        ui->host.clipboard_set(ui->host.user, text);
    }
}

void ui_announce(ui_context *ui, const char *text, bool at_once)
{
    if (ui->announced != NULL) {
        text = ui_format(ui, "%s %s", ui->announced, text);
        at_once = at_once || ui->announced_at_once;
    }
    ui->announced = ui_copy(ui, text);
    ui->announced_at_once = at_once;
}

const char *ui_announced(const ui_context *ui, bool *at_once)
{
    *at_once = ui->announced_at_once;
    return ui->announced;
}
