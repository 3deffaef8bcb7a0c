/*
 * Shared by the two halves of text fields: the editing and the showing.
 */
#ifndef UI_FIELD_H
#define UI_FIELD_H

#include "ui/ui_internal.h"

/* One field's editing in one frame. */
typedef struct field_edit {
    ui_context *ui;
    const ui_field_spec *spec;
    ui_editing *state;
    uint32_t length;        /* of spec->text */
    const paragraph *shown; /* as the last frame showed it; may be NULL */
    ui_rect shown_box;
    unsigned result;
} field_edit;

/* What one field shows in one frame. */
typedef struct field_view {
    ui_context *ui;
    paragraph *text;
    uint32_t caret;
    uint32_t from; /* selection, as shown */
    uint32_t to;
    uint32_t composed_from;
    uint32_t composed_to;
    bool has_caret;
    bool is_tall;
    ui_rgba ink;
    ui_rgba soft;
} field_view;

void field_paint(ui_context *ui, const ui_node *node); /* data: field_view */

void field_apply(field_edit *edit, const ui_event *event);

/* The offset in the text nearest to the pointer. */
uint32_t field_offset_at(const field_edit *edit, const ui_event *event);

#endif
