/*
 * Shared by the layout passes: a line of siblings along one direction.
 */
#ifndef UI_LAYOUT_H
#define UI_LAYOUT_H

#include "ui/ui_internal.h"

/* Siblings from `first` to before `end` (-1: the last one). */
typedef struct layout_line {
    ui_node *nodes;
    int32_t first;
    int32_t end;
    bool is_upright; /* heights; else widths */
} layout_line;

/* The siblings that take part, by index; -1 when there is none. */
int32_t layout_first(const layout_line *line);
int32_t layout_next(const layout_line *line, int32_t index);
int32_t layout_skip(const layout_line *line, int32_t index);

int layout_used(const layout_line *line, int gap_px);
/* Grows or shrinks the boxes so that they use `inner_px`, where they can. */
void layout_fit(const layout_line *line, int inner_px, int gap_px,
                bool can_shrink);

/* Where the first stands and how far apart they are. */
typedef struct layout_pack {
    int start;
    int between;
} layout_pack;

layout_pack layout_packed(const layout_line *line, const ui_node *parent,
                          int inner_px);

/* The first child of the next line of a wrapping row; -1 at the end. */
int32_t layout_wrap_end(const ui_context *ui, const ui_node *row, int32_t child,
                        int inner_px);
bool layout_skips(const ui_node *node); /* not laid out by its parent */
uint8_t layout_align(const ui_node *parent, const ui_node *child);

/* The tallest of a line, and its baseline where baselines are made level. */
typedef struct layout_height {
    int want;
    int min;
    int baseline;
} layout_height;

layout_height layout_line_height(const layout_line *line, const ui_node *row);
void layout_places(ui_context *ui);

#endif
