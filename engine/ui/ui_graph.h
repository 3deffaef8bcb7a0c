/*
 * Graph: boxes joined by curves, on a surface that is zoomed and moved. Where
 * everything stands the screen says, in graph pixels (those of a box at 100 %
 * text and zoom); what is looked at the widget finds out.
 *
 *     ui_begin_graph(ui, &(ui_graph_spec){.id = "graph",
 *                                         .label = "The call",
 *                                         .width_px = 700,
 *                                         .height_px = 400,
 *                                         .selected = selected,
 *                                         .place = &place});
 *     ui_graph_edge(ui, &(ui_graph_edge_spec){.from = 0, .to = 1, ...});
 *     if (ui_graph_node(ui, &(ui_graph_node_spec){.id = "opening", ...})) {
 *         shown = 0;
 *     }
 *     selected = ui_end_graph(ui);
 *
 * Keys, while a box has the focus: → the heaviest way on, ← back, ↑ ↓ the
 * neighbours above and below, Home the start, Enter does it, + and − zoom, 0
 * shows all. The wheel moves, with Ctrl it zooms; so does dragging anywhere.
 */
#ifndef UI_UI_GRAPH_H
#define UI_UI_GRAPH_H

#include "ui/ui.h"

/* A place in sixteenths of a pixel. */
typedef struct ui_spot {
    int32_t x;
    int32_t y;
} ui_spot;

enum {
    UI_SPOT_PX = 16,
    UI_GRAPH_TRAIL = 16
};

/*
 * What is looked at, kept by the screen and changed in place. Zero is the
 * first look: all of it where that is readable, else from the start on.
 */
typedef struct ui_graph_place {
    ui_spot middle; /* of the view, on the graph */
    int32_t zoom;   /* in hundredths of a per cent */
    bool is_moved;  /* by hand: it stays where it was put */
    bool is_whole;  /* all of it, whatever the size of the view */
    uint64_t held;  /* the selected box, and where it stood last: a graph that
                       changes leaves it where it is on the screen */
    ui_spot held_at;
    uint64_t focused;               /* the box that had the focus last */
    uint64_t trail[UI_GRAPH_TRAIL]; /* boxes that were come from */
    int trail_count;
} ui_graph_place;

typedef struct ui_graph_spec {
    const char *id;
    const char *label; /* spoken */
    int32_t width_px;  /* of the graph */
    int32_t height_px;
    const char *selected;  /* a box's id; NULL: the start */
    ui_graph_place *place; /* borrowed until the frame ends */
} ui_graph_spec;

void ui_begin_graph(ui_context *ui, const ui_graph_spec *spec);

typedef enum ui_graph_look {
    UI_GRAPH_WARM, /* `heat` 1 to 3 */
    UI_GRAPH_GOOD, /* ends */
    UI_GRAPH_MIDDLING,
    UI_GRAPH_BAD,
    UI_GRAPH_NEVER, /* dashed */
    UI_GRAPH_DEAD,  /* dashed in danger */
    UI_GRAPH_LOOKS
} ui_graph_look;

typedef struct ui_graph_node_spec {
    const char *id; /* unique in its graph */
    const char *label;
    const char *detail; /* below it; NULL: none */
    const char *icon;   /* before the detail; NULL: none */
    const char *badge;  /* icon on the corner; NULL: none */
    const char *spoken; /* also shown while the pointer rests on it */
    ui_graph_look look;
    uint8_t heat;
    bool is_pill;
    bool is_start;
    bool has_warning; /* the badge warns, else it is an error */
    ui_spot middle;
    int16_t width_px;  /* 0: 112 */
    int16_t height_px; /* 0: 48 */
} ui_graph_node_spec;

/* True when it was clicked, or Enter was pressed on it. */
bool ui_graph_node(ui_context *ui, const ui_graph_node_spec *spec);

typedef enum ui_graph_way {
    UI_GRAPH_PLAIN,
    UI_GRAPH_BEST,  /* accent, with a star */
    UI_GRAPH_TRAP,  /* danger, dashed, with an octagon */
    UI_GRAPH_FAINT, /* dashed: never gone, or not of the person's doing */
    UI_GRAPH_WAYS
} ui_graph_way;

typedef struct ui_graph_edge_spec {
    uint32_t from; /* the boxes in the order they are declared */
    uint32_t to;
    ui_graph_way way;
    uint8_t weight;       /* 1 to 4 */
    uint32_t heft;        /* of two ways the heavier is followed */
    const ui_spot *spots; /* 3n + 1 of a Bezier curve, copied; NULL: it is
                             followed, but not drawn */
    uint32_t spot_count;
    ui_spot mark; /* where its star or octagon stands */
} ui_graph_edge_spec;

void ui_graph_edge(ui_context *ui, const ui_graph_edge_spec *spec);

/* The id of the box that is selected now; borrowed until the frame ends. */
const char *ui_end_graph(ui_context *ui);

/* Zoom from outside, for buttons: steps in or out; all of it. */
void ui_graph_zoom(ui_graph_place *place, int by);
void ui_graph_show_all(ui_graph_place *place);

#endif
