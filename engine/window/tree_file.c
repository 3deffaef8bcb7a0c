/*
 * The tree of a frame as a file: one JSON object a line, the frame's own line
 * first. A reader never sees half a file, since a whole one replaces it.
 */
#include <stdio.h>

#include "ui/ui_tree.h"
#include "window/window_internal.h"

/* In the order of ui_role. */
static const char *const role_names[] = {
    [UI_ROLE_NONE] = "none",       [UI_ROLE_AREA] = "area",
    [UI_ROLE_GROUP] = "group",     [UI_ROLE_LIST] = "list",
    [UI_ROLE_ITEM] = "item",       [UI_ROLE_TABLE] = "table",
    [UI_ROLE_HEADING] = "heading", [UI_ROLE_TEXT] = "text",
    [UI_ROLE_IMAGE] = "image",     [UI_ROLE_BUTTON] = "button",
    [UI_ROLE_REPLY] = "reply",     [UI_ROLE_LINK] = "link",
    [UI_ROLE_FIELD] = "field",     [UI_ROLE_TOGGLE] = "toggle",
    [UI_ROLE_CHECK] = "check",     [UI_ROLE_RADIO] = "radio",
    [UI_ROLE_TAB] = "tab",         [UI_ROLE_SLIDER] = "slider",
    [UI_ROLE_GAUGE] = "gauge",     [UI_ROLE_SCORE] = "score",
    [UI_ROLE_CHART] = "chart",     [UI_ROLE_TAG] = "tag",
    [UI_ROLE_DIALOG] = "dialog",   [UI_ROLE_STATUS] = "status",
};

static void add_text(rp_json *json, const char *key, const char *text)
{
    rp_json_key(json, key);
    rp_json_string(json, text);
}

static void add_number(rp_json *json, const char *key, int64_t number)
{
    rp_json_key(json, key);
    rp_json_integer(json, number);
}

static void add_truth(rp_json *json, const char *key, bool is_true)
{
    if (is_true) {
        rp_json_key(json, key);
        rp_json_bool(json, true);
    }
}

static void add_frame(rp_text *out, const tree_frame *frame)
{
    rp_json json;

    rp_json_begin(&json, out);
    rp_json_open(&json, '{');
    add_text(&json, "place", frame->place);
    add_number(&json, "frame", frame->frame);
    rp_json_close(&json, '}');
    rp_text_puts(out, "\n");
}

static void add_node(rp_text *out, const ui_node_info *node, int ratio_percent)
{
    rp_json json;

    rp_json_begin(&json, out);
    rp_json_open(&json, '{');
    add_text(&json, "role", role_names[node->role]);
    add_text(&json, "id", node->id);
    add_text(&json, "label", node->label);
    add_number(&json, "x", node->seen.x * 100 / ratio_percent);
    add_number(&json, "y", node->seen.y * 100 / ratio_percent);
    add_number(&json, "w", node->seen.w * 100 / ratio_percent);
    add_number(&json, "h", node->seen.h * 100 / ratio_percent);
    add_truth(&json, "focused", node->is_focused);
    add_truth(&json, "hovered", node->is_hovered);
    add_truth(&json, "selected", node->is_selected);
    add_truth(&json, "disabled", node->is_disabled);
    rp_json_close(&json, '}');
    rp_text_puts(out, "\n");
}

/* Nodes that only lay others out say nothing to a reader. */
static bool is_told(const ui_node_info *node)
{
    return node->id != NULL || node->role != UI_ROLE_NONE || node->is_text;
}

static void replace_file(const char *path, const rp_text *text)
{
    char beside[FONT_PATH_MAX];
    int length = snprintf(beside, sizeof beside, "%s.new", path);
    SDL_RWops *file = NULL;

    if (length > 0 && (size_t)length < sizeof beside) {
        file = SDL_RWFromFile(beside, "wb");
    }
    if (file == NULL) {
        return;
    }
    bool is_whole =
        SDL_RWwrite(file, text->bytes, 1, text->length) == text->length;
    is_whole = SDL_RWclose(file) == 0 && is_whole;
    if (is_whole) {
        (void)rename(beside, path);
    }
}

void tree_file_write(const char *path, const ui_context *ui,
                     const tree_frame *frame)
{
    rp_text text;

    rp_text_init(&text, rp_alloc_default());
    add_frame(&text, frame);
    for (int i = 0; i < ui_node_count(ui); i++) {
        ui_node_info node;
        ui_node_at(ui, i, &node);
        if (is_told(&node)) {
            add_node(&text, &node, frame->ratio_percent);
        }
    }
    if (!text.failed) {
        replace_file(path, &text);
    }
    rp_text_clear(&text);
}
