#include "ui/ui_kit.h"

#include <stdlib.h>
#include <string.h>

#include "support/test.h"

/* ------------------------------------------------------------------ text */

static int em_px(const ui_font *font)
{
    return font->size_px * font->percent / 100;
}

static int text_width(void *user, const ui_font *font, const char *bytes,
                      size_t length)
{
    (void)user;
    int halves = 0;
    for (size_t at = 0; at < length;) {
        uint32_t code = 0;
        size_t took = rp_utf8_next(bytes + at, length - at, &code);
        halves += font->face == UI_FACE_HAN ? 2 : 1;
        at += took == 0 ? 1 : took;
    }
    return halves * em_px(font) / 2;
}

static ui_font_metrics text_metrics(void *user, const ui_font *font)
{
    (void)user;
    return (ui_font_metrics){em_px(font), em_px(font) / 4};
}

/* Lines break after spaces and around Han characters but not before marks. */
static void text_breaks(void *user, const char *bytes, size_t length,
                        const char *language, uint8_t *marks)
{
    (void)user;
    (void)language;
    memset(marks, 0, length + 1);
    uint32_t before = 0;
    for (size_t at = 0; at < length;) {
        uint32_t code = 0;
        size_t took = rp_utf8_next(bytes + at, length - at, &code);
        bool is_mark = code == 0x3002 || code == 0xFF0C || code == 0x201D;
        bool is_han = code >= 0x4E00 && code <= 0x9FFF;
        marks[at] = UI_MARK_CHARACTER;
        if (at > 0 && !is_mark && (before == ' ' || is_han)) {
            marks[at] |= UI_MARK_LINE;
        }
        if (at == 0 || (before == ' ' && code != ' ')) {
            marks[at] |= UI_MARK_WORD;
        }
        before = code;
        at += took == 0 ? 1 : took;
    }
    marks[length] = UI_MARK_CHARACTER | UI_MARK_LINE;
}

const ui_text_service *kit_text_service(void)
{
    static const ui_text_service service = {
        .width = text_width, .metrics = text_metrics, .breaks = text_breaks};
    return &service;
}

/* ------------------------------------------------------------------ host */

static void *resize(void *user, void *block, size_t size_bytes)
{
    ui_kit *kit = user;
    if (size_bytes == 0) {
        free(block);
        return NULL;
    }
    kit->requests++;
    return kit->requests > kit->allowed ? NULL : realloc(block, size_bytes);
}

static bool clipboard_get(void *user, char *text, size_t capacity)
{
    const ui_kit *kit = user;
    assert_true(strlen(kit->clipboard) < capacity);
    memcpy(text, kit->clipboard, strlen(kit->clipboard) + 1);
    return text[0] != '\0';
}

static void clipboard_set(void *user, const char *text)
{
    ui_kit *kit = user;
    assert_true(strlen(text) < sizeof kit->clipboard);
    memcpy(kit->clipboard, text, strlen(text) + 1);
}

ui_host kit_host(ui_kit *kit)
{
    return (ui_host){.alloc = {.resize = resize, .user = kit},
                     .text = kit_text_service(),
                     .user = kit,
                     .clipboard_get = clipboard_get,
                     .clipboard_set = clipboard_set};
}

void kit_open(ui_kit *kit, kit_screen *screen, void *user)
{
    memset(kit, 0, sizeof *kit);
    kit->allowed = SIZE_MAX;
    kit->screen = screen;
    kit->user = user;
    kit->surface =
        (ui_surface){.width_px = 1280, .height_px = 800, .scale_percent = 100};
    ui_host host = kit_host(kit);
    assert_int_equal(ui_new(&kit->ui, &host, NULL), RP_OK);
    kit_frame(kit);
}

void kit_close(ui_kit *kit)
{
    ui_free(kit->ui);
    kit->ui = NULL;
}

/* ---------------------------------------------------------------- frames */

void kit_frame(ui_kit *kit)
{
    int most = 300;
    do {
        ui_begin_frame(kit->ui, &kit->surface);
        kit->screen(kit->ui, kit->user);
        ui_end_frame(kit->ui);
        assert_true(most-- > 0);
    } while (ui_has_events(kit->ui));
    /* The focus may have moved at the end: widgets see it one frame later. */
    ui_begin_frame(kit->ui, &kit->surface);
    kit->screen(kit->ui, kit->user);
    ui_end_frame(kit->ui);
}

void kit_later(ui_kit *kit, uint32_t by_ms)
{
    kit->surface.now_ms += by_ms;
    kit_frame(kit);
}

void kit_key(ui_kit *kit, ui_key key)
{
    ui_post_key(kit->ui, key);
    kit_frame(kit);
}

void kit_type(ui_kit *kit, const char *text)
{
    ui_post_text(kit->ui, text);
    kit_frame(kit);
}

void kit_click(ui_kit *kit, const char *id)
{
    ui_node_info node = kit_node(kit, id);
    ui_post_click(kit->ui, node.seen.x + node.seen.w / 2,
                  node.seen.y + node.seen.h / 2);
    kit_frame(kit);
}

ui_node_info kit_node(const ui_kit *kit, const char *id)
{
    ui_node_info info;
    int index = ui_node_find(kit->ui, id);
    if (index < 0) {
        fail_msg("no node \"%s\"", id);
    }
    ui_node_at(kit->ui, index, &info);
    return info;
}

ui_node_info kit_labelled(const ui_kit *kit, const char *label)
{
    ui_node_info info = {0};
    for (int i = 0; i < ui_node_count(kit->ui); i++) {
        ui_node_at(kit->ui, i, &info);
        if (info.label != NULL && strcmp(info.label, label) == 0) {
            return info;
        }
    }
    fail_msg("no node labelled \"%s\"", label);
    return info;
}

const char *kit_focus(const ui_kit *kit)
{
    ui_node_info info;
    int index = ui_focused_node(kit->ui);
    if (index < 0) {
        return "";
    }
    ui_node_at(kit->ui, index, &info);
    return info.id == NULL ? "" : info.id;
}
