/*
 * The declared tree of the last closed frame, read only: for screen readers,
 * for "read this aloud" and for tests. Nodes stand in reading order.
 */
#ifndef UI_TREE_H
#define UI_TREE_H

#include "ui/ui.h"

typedef struct ui_rect {
    int x; /* device pixels */
    int y;
    int w;
    int h;
} ui_rect;

typedef struct ui_node_info {
    const char *id;    /* NULL when it has none */
    const char *label; /* name; for texts the text itself */
    const char *value; /* NULL when it has none */
    ui_role role;
    int parent; /* index; -1 for the root */
    int depth;
    ui_rect box;
    ui_rect seen; /* the part of it no clip hides */
    bool is_focusable;
    bool is_focused;
    bool is_hovered; /* the pointer rests on it */
    bool is_selected;
    bool is_disabled;
    bool is_text;      /* paints text */
    bool is_spoken;    /* reading order stops here */
    bool is_cut;       /* text did not fit and was not asked to truncate */
    bool is_truncated; /* an ellipsis was asked for and used */
    bool is_floating;  /* on the layer of dialogs and toasts */
    uint8_t lines;     /* of a text, after wrapping */
    ui_key key;
} ui_node_info;

int ui_node_count(const ui_context *ui);

/* `info` is filled; its strings are borrowed until the end of next frame. */
void ui_node_at(const ui_context *ui, int index, ui_node_info *info);

/* The index of the node with this id, -1 when the frame has none. */
int ui_node_find(const ui_context *ui, const char *id);

/* The focused node, -1 when nothing is focused. */
int ui_focused_node(const ui_context *ui);

/* An id declared twice in the last frame, NULL when all are unique. */
const char *ui_duplicate_id(const ui_context *ui);

/* Appends what a reader says for the node: name, value, state, position. */
void ui_spoken(const ui_context *ui, int index, rp_text *out);

/* The focus order of the last frame: fills up to `capacity`, returns all. */
int ui_focus_order(const ui_context *ui, int *indices, int capacity);

#endif
