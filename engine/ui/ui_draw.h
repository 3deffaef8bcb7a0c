/*
 * What to paint, as data: a list of commands in device pixels, back to front.
 * A painter executes them; the hash tells whether anything changed at all.
 */
#ifndef UI_DRAW_H
#define UI_DRAW_H

#include "ui/ui_graph.h"
#include "ui/ui_tree.h"

typedef enum ui_draw_kind {
    UI_DRAW_FILL,     /* rounded rectangle */
    UI_DRAW_STROKE,   /* its border, inside the box */
    UI_DRAW_TEXT,     /* one run in one font; x, y: start of the baseline */
    UI_DRAW_ICON,     /* text: name */
    UI_DRAW_PORTRAIT, /* text: person */
    UI_DRAW_VECTOR,   /* text: SVG elements */
    UI_DRAW_SHADOW,   /* nine-slice around the box */
    UI_DRAW_DOTS,     /* dotted line along the top of the box */
    UI_DRAW_CURVE,    /* Bezier curve through `spots`, an arrow at its end */
    UI_DRAW_CLIP,     /* from here only inside the box */
    UI_DRAW_UNCLIP    /* back to the clip before */
} ui_draw_kind;

enum {
    UI_CORNER_TOP_LEFT = 1,
    UI_CORNER_TOP_RIGHT = 2,
    UI_CORNER_BOTTOM_RIGHT = 4,
    UI_CORNER_BOTTOM_LEFT = 8,
    UI_CORNERS_ALL = 15
};

typedef struct ui_draw {
    ui_draw_kind kind;
    ui_rect box;
    ui_rgba color;
    int16_t radius;      /* CURVE: length of the arrow's head; 0: none */
    int16_t thick;       /* STROKE: border; DOTS: dot; VECTOR: view width;
                            CURVE: sixteenths of a pixel */
    int16_t view_height; /* VECTOR */
    uint8_t corners;     /* which are round */
    uint8_t elevation;   /* SHADOW: 1 card, 2 sheet */
    bool is_dashed;      /* STROKE, CURVE */
    uint8_t mood;        /* PORTRAIT: ui_mood */
    bool is_avatar;      /* PORTRAIT: head only, round */
    bool is_dark;        /* PORTRAIT: dark backdrop */
    bool has_closed_eyes;
    bool is_talking;
    ui_font font;
    uint64_t hash;        /* of all that can be seen of it, and where */
    const char *text;     /* borrowed until the end of the next frame */
    uint32_t length;      /* bytes */
    const ui_spot *spots; /* CURVE: 3n + 1; borrowed likewise */
    uint32_t spot_count;
} ui_draw;

typedef struct ui_draw_list {
    const ui_draw *items;
    size_t count;
    uint64_t hash;    /* of all that is visible */
    ui_rgba backdrop; /* the window's colour */
} ui_draw_list;

/* The list of the last closed frame; borrowed until the next one closes. */
ui_draw_list ui_drawing(const ui_context *ui);

#endif
