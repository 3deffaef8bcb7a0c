/*
 * Shared inside the toolkit: the node, the context and the steps of a frame.
 *
 *     begin_frame   input.c: events meet the last tree; decisions are noted
 *     declaration   tree.c, widgets_*.c: nodes are appended in reading order
 *     end_frame     layout_width.c, layout_height.c, scroll.c, focus.c,
 *                   draw.c
 *
 * Nodes stand in preorder: a subtree is the range [i, nodes[i].end). Bottom-up
 * passes run backwards over the array, top-down passes forwards; nothing
 * recurses. All lengths in nodes are device pixels.
 */
#ifndef UI_INTERNAL_H
#define UI_INTERNAL_H

#include "ui/ui.h"
#include "ui/ui_draw.h"
#include "ui/ui_tree.h"

typedef struct ui_point {
    int x;
    int y;
} ui_point;

/* ----------------------------------------------------------- paragraphs */

enum {
    PARAGRAPH_SPANS_MAX = 32,
    PARAGRAPH_NEVER = 1 << 20 /* wider than any line */
};

typedef enum span_kind {
    SPAN_PLAIN,
    SPAN_STRESS,
    SPAN_SOUND,
    SPAN_PHRASE
} span_kind;

typedef struct text_span {
    uint32_t start;
    uint32_t end;
    uint8_t kind;  /* span_kind */
    uint8_t index; /* of phrases, counted from 0 */
} text_span;

/* A stretch of one font and one span. */
typedef struct text_item {
    uint32_t start;
    uint32_t end;
    ui_font font;
    uint8_t span; /* index into spans; 0 is plain */
} text_item;

/* An item's part on one line, as it is painted. */
typedef struct text_piece {
    uint32_t start;
    uint32_t length;
    ui_font font;
    int32_t x;
    int32_t width;
    uint8_t span;
} text_piece;

typedef struct text_line {
    uint32_t start;
    uint32_t end; /* without the spaces the break swallowed */
    int32_t first_piece;
    int32_t piece_count;
    int32_t width;
} text_line;

typedef struct paragraph {
    const char *text;
    uint32_t length;
    uint8_t *marks;
    text_span *spans;
    int span_count;
    text_item *items;
    int item_count;
    text_piece *pieces;
    int piece_count;
    int piece_capacity;
    text_line *lines;
    int line_count;
    int line_capacity;
    ui_font font; /* Latin, of the whole */
    int line_px;
    int baseline_px; /* in a line */
    int em_px;
    int natural_px; /* width without wrapping */
    int min_px;
    int measure_px; /* widest line wanted; 0: none */
    int wrapped_px; /* the width it was wrapped for; 0: not yet */
    ui_rgba color;
    ui_rgba sound_color;
    ui_rgba phrase_color;
    uint32_t pinned;
    ui_rgba pinned_color;
    uint8_t align; /* ui_justify */
    bool is_one_line;
    bool truncates;
    bool is_cut;
    bool is_truncated;
    bool has_han;
    uint32_t hidden_from; /* byte; from here nothing is painted */
    bool has_phrases;
    bool is_choosing;  /* phrases carry their number */
    bool keeps_spaces; /* text being edited */
} paragraph;

/* --------------------------------------------------------------- nodes */

typedef enum node_kind {
    NODE_ROW,
    NODE_COLUMN,
    NODE_GRID,
    NODE_STACK,
    NODE_CANVAS,
    NODE_TEXT,
    NODE_PAINT /* a leaf that paints itself */
} node_kind;

typedef struct ui_node ui_node;
typedef void node_paint(ui_context *ui, const ui_node *node);

struct ui_node {
    uint64_t id;
    const char *name;
    int32_t parent;
    int32_t first;
    int32_t last;
    int32_t next;
    int32_t end;
    uint8_t kind;
    uint8_t align;
    uint8_t self;
    uint8_t justify;
    ui_size width;
    ui_size height;
    ui_pad pad;
    int16_t gap;
    int16_t line_gap;
    int16_t columns;
    int16_t x;
    int16_t y;
    int32_t min_w;
    int32_t want_w;
    int32_t min_h;
    int32_t want_h;
    int32_t baseline; /* from the top; -1: none */
    int32_t long_px;  /* at least as high as this, however long; 0: not said */
    uint32_t place;   /* of an item in a long list, from 1; 0: counted */
    uint32_t places;
    ui_rect box;
    ui_rect seen; /* the part of the box no clip hides */
    ui_rect clip; /* what clips the children */
    ui_rgba fill;
    ui_rgba border;
    int16_t radius;
    int16_t border_px;
    int16_t ring_radius;
    uint8_t elevation;
    uint8_t corners;
    uint8_t fade;
    paragraph *text;
    node_paint *paint;
    const void *data;
    struct graph *graph; /* of a view */
    const char *label;
    const char *value;
    const char *spoken;
    ui_key key;
    uint64_t group;  /* members of one Tab stop; 0: none */
    uint64_t anchor; /* popovers hang under this node */
    uint64_t first_focus;
    uint8_t role;
    uint8_t arrows;
    bool wraps : 1;
    bool is_dashed : 1;
    bool is_scroll : 1;
    bool keeps_end : 1;
    bool takes_pages : 1;
    bool has_whole_lines : 1;
    bool has_loose_arrows : 1;
    bool is_out : 1; /* paints on its parent and takes no room */
    bool is_floating : 1;
    bool is_over : 1; /* floating, or inside something that is */
    bool traps : 1;   /* keeps focus, pointer and shortcuts inside */
    bool dims : 1;    /* a scrim behind */
    bool is_toast : 1;
    bool is_focusable : 1;
    bool is_pressable : 1;
    bool is_field : 1;
    bool is_slider : 1;
    bool is_selected : 1;
    bool is_disabled : 1;
    bool key_selects : 1;
    bool passes_enter : 1;
    bool has_inner_ring : 1;
    bool is_wordless : 1; /* spoken by its own label, not its children */
    bool is_silent : 1;
    bool is_elastic : 1; /* wants its most, gives way to its least */
    bool is_tip : 1;     /* the label is shown while hovered */
    bool is_view : 1;    /* a graph: clips, is moved and zoomed */
    bool is_rows : 1;    /* a long list: its children are rows and spaces */
    bool is_row : 1;
    bool is_posed : 1; /* has a focus ring without the focus */
};

typedef struct key_claim {
    ui_key key;
    int32_t node; /* its node, or the parent of a bare shortcut */
    bool is_bare;
    bool is_first; /* goes before all others */
} key_claim;

typedef struct ui_tree {
    ui_node *nodes;
    int32_t count;
    int32_t capacity;
    key_claim *claims;
    int32_t claim_count;
    int32_t claim_capacity;
    rp_arena arena;
    size_t reserved_bytes;
    const char *duplicate;
} ui_tree;

/* -------------------------------------------------------------- memory */

/* What is remembered under an id from frame to frame. */
typedef struct ui_memory {
    uint64_t id;
    uint32_t frame; /* last seen; 0: free */
    int32_t from;
    int32_t to;
    uint32_t start_ms;
    uint32_t duration_ms;
    int32_t scroll_px;
    int32_t extent_px;
    int32_t view_px;
    bool is_scrolled; /* by hand, away from the end */
    int32_t row_px;   /* long lists: how high a row is, gap included */
    uint32_t row_key; /* what it was measured under */
    uint32_t held;    /* its item that had the focus last, from 1; 0: none */
    bool shows_focus; /* rows have grown: what has the focus is to be seen */
} ui_memory;

enum {
    MEMORY_COUNT = 4096, /* a power of two */
    FOCUS_MAX = 512,     /* stops of one frame */
    EVENTS_MAX = 256,
    OPEN_MAX = 64,
    TRAPS_MAX = 8,
    FIELD_TEXT_MAX = 4096,
    UNDO_COUNT = 24,
    INBOX_MAX = 64
};

typedef struct field_undo {
    char text[FIELD_TEXT_MAX];
    uint32_t caret;
} field_undo;

/* The field that has the focus; one at a time. */
typedef struct ui_editing {
    uint64_t id;
    uint32_t caret; /* bytes */
    uint32_t anchor;
    int32_t scroll_px;
    bool is_typing;
    bool has_left;
    bool is_typed_last; /* the last change was typing: one undo step */
    uint32_t blink_ms;
    char composed[UI_EVENT_TEXT_MAX];
    int composed_caret;
    ui_event inbox[INBOX_MAX];
    int inbox_count;
    field_undo *undo; /* UNDO_COUNT, a ring */
    int undo_count;
    int undo_next;
    int redo_count;
    ui_rect caret_box;
    bool has_caret_box;
} ui_editing;

typedef struct ui_trap {
    uint64_t id;
    uint64_t focus_before;
} ui_trap;

/* The first finger on the screen. */
typedef struct ui_touch {
    ui_point start;
    ui_point last;
    ui_point aimed; /* at the control it means */
    uint32_t start_ms;
    bool is_down;
    bool scrolls;
    bool drags; /* as the pointer would */
} ui_touch;

/* What the events of this frame decided. */
typedef struct ui_decision {
    uint64_t activated;
    uint64_t selected;  /* a key moved the focus here */
    uint64_t dismissed; /* dialog or popover to leave */
    ui_key shortcut;
    uint64_t adjusted; /* slider */
    int adjust_steps;
    uint64_t dragged; /* slider under the pointer */
    int drag_permille;
    uint64_t phrase_of;
    int phrase;
    int click_permille; /* where the pointer activated; -1: by a key */
    uint64_t viewed;    /* the graph that is moved and zoomed */
    int pan_x;
    int pan_y;
    int zoom_steps;
    int zoom_x;
    int zoom_y;
    bool reads; /* "read this aloud" was pressed */
    bool is_made;
} ui_decision;

struct ui_context {
    ui_host host;
    ui_settings settings;
    char language[16];
    ui_surface surface;
    int scale_percent;
    int text_percent;
    int font_percent;
    uint32_t frame;
    bool has_failed;
    bool is_open;

    ui_tree trees[2];
    ui_tree *now;
    ui_tree *last;
    int32_t open[OPEN_MAX];
    int32_t open_count;
    int32_t muted_depth; /* > 0: children are spoken by their parent */

    ui_draw *draws;
    size_t draw_count;
    size_t draw_capacity;
    uint64_t draw_hash;
    uint8_t draw_fade;
    ui_rect draw_clip;
    ui_pose pose;
    bool has_posed; /* a node of this frame is posed */

    ui_memory *memory; /* MEMORY_COUNT, one half of memory_start */
    ui_memory *memory_start;
    ui_memory spare_memory; /* handed out when there is no room */
    ui_node spare_node;
    ui_event events[EVENTS_MAX];
    int event_first;
    int event_count;

    ui_decision decision;
    ui_editing editing;
    int pointer_x;
    int pointer_y;
    bool has_pointer;
    bool is_down;
    uint64_t hovered;
    uint32_t hovered_since_ms;
    uint64_t pressed;
    uint64_t thumb; /* scroll area whose thumb is dragged */
    int thumb_grip_px;
    ui_touch touch;
    uint64_t viewing; /* the graph under the pressed pointer */
    ui_point view_grip;
    bool is_panning;
    uint64_t focus;
    uint64_t focus_asked;
    bool has_focus_asked;
    int focus_place; /* its place in the focus order */
    bool focus_moved;
    uint64_t tip_focus; /* the control that has the focus, and since when */
    uint32_t tip_focus_ms;
    uint64_t revealed; /* to be scrolled into view; 0: nothing */
    uint64_t screen;
    uint64_t screen_first;
    bool is_screen_new;
    ui_trap traps[TRAPS_MAX];
    int trap_count;

    bool has_wake;
    uint32_t wake_ms;
    const char *announced;
    bool announced_at_once;
};

/* --------------------------------------------------------------- rows.c */

/* `before_px`: where the rows were declared for. */
void rows_settle(ui_context *ui, int32_t index, ui_memory *memory,
                 int32_t before_px);

/* ------------------------------------------------------------ context.c */

void *ui_take(ui_context *ui, size_t count, size_t size_bytes);
const char *ui_copy(ui_context *ui, const char *string); /* NULL stays */
int ui_device(const ui_context *ui, int px);
int ui_device_text(const ui_context *ui, int px);
int ui_device_half(const ui_context *ui, int px);
uint64_t ui_hash(const char *id); /* NULL: 0 */
uint64_t ui_hash_salted(const char *id, const char *salt);
ui_memory *ui_remember(ui_context *ui, uint64_t id); /* never NULL */
void ui_forget(ui_context *ui); /* what was not seen for long */
const ui_memory *ui_recall(const ui_context *ui, uint64_t id);
int32_t ui_glide(ui_context *ui, uint64_t id, int32_t target,
                 uint32_t duration_ms);
const char *ui_say(const ui_context *ui, const char *message)
    __attribute__((format_arg(2)));
ui_rgba ui_paint_color(const ui_context *ui, ui_color color, ui_color fallback);
ui_rgba ui_mix(ui_rgba from, ui_rgba to, int amount_255);
bool ui_is_contrast(const ui_context *ui);
bool ui_grow_array(ui_context *ui, void **items, int32_t *capacity,
                   size_t size_bytes);

/* --------------------------------------------------------------- tree.c */

/* The new node's index; -1 when memory was refused. */
int32_t node_open(ui_context *ui, node_kind kind, const ui_box *box);
void node_close(ui_context *ui);
ui_node *node_leaf(ui_context *ui, node_kind kind); /* a spare when refused */
ui_node *node_at(ui_context *ui, int32_t index);
/* An interactive leaf or container gets id, name and key. */
void node_name(ui_context *ui, ui_node *node, const char *id);
void node_claim(ui_context *ui, ui_key key, int32_t index, bool is_first);
int32_t node_index(const ui_context *ui, const ui_node *node);
int32_t tree_find(const ui_tree *tree, uint64_t id);
bool tree_is_within(const ui_tree *tree, int32_t index, int32_t ancestor);
ui_node *node_painted(ui_context *ui, node_paint *paint, const void *data,
                      int width_px, int height_px);

/* ------------------------------------------------- script.c, paragraph.c */

typedef enum char_class {
    CHAR_OTHER,
    CHAR_LATIN, /* letters and digits that want air beside Han */
    CHAR_HAN,
    CHAR_HAN_OPEN,
    CHAR_HAN_CLOSE,
    CHAR_SHARED, /* quotes, dashes, dots: belong to their neighbours */
    CHAR_SPACE
} char_class;

char_class script_class(uint32_t code);
bool script_has_han(const char *text, size_t length);
int script_itemize(ui_context *ui, paragraph *text);

paragraph *paragraph_make(ui_context *ui, const char *text, size_t length,
                          const ui_style *style);
/* After spans or colours were added: items, marks and widths. */
void paragraph_prepare(ui_context *ui, paragraph *text);
void paragraph_wrap(ui_context *ui, paragraph *text, int width_px);
int line_build(ui_context *ui, paragraph *text, uint32_t start, uint32_t end,
               bool keeps);
int paragraph_x(ui_context *ui, const paragraph *text, uint32_t at, int *line);
uint32_t paragraph_at(ui_context *ui, const paragraph *text, int x, int y);
int rich_parse(ui_context *ui, const char *marked, paragraph *text);

/* The text as a node of its own; -1 when memory was refused. */
int32_t text_node(ui_context *ui, paragraph *text, const ui_style *style);

/* ------------------------------------------------------ layout, scroll */

void layout_widths(ui_context *ui);
void layout_heights(ui_context *ui);
void scroll_settle(ui_context *ui);
bool scroll_pages(ui_context *ui, ui_key key);
bool scroll_wheel(ui_context *ui, int x, int y, int notches);
/* Scrolls the innermost area under a point that can still move. */
bool scroll_at(ui_context *ui, ui_point at, int delta_px);
bool scroll_grab(ui_context *ui, int x, int y);
void scroll_drag(ui_context *ui, int y);
/* scroll_lines.c: what of `clip` shows whole lines; all of it where not even
 * one fits. */
ui_rect scroll_whole_lines(const ui_context *ui, int32_t area, ui_rect clip);
void scroll_hide_cut_pictures(ui_context *ui);
bool scroll_by(ui_context *ui, uint64_t id, int delta_px);
void scroll_paint(ui_context *ui, const ui_node *node);
/* Graphs: boxes get their places once the view has its own. */
void graph_settle(ui_context *ui);
bool view_wheel(ui_context *ui, const ui_event *event);
void view_grab(ui_context *ui, const ui_event *event);
bool view_drag(ui_context *ui, const ui_event *event); /* true: it moved */
void view_release(ui_context *ui);
bool scroll_thumb(const ui_context *ui, const ui_node *node, ui_rect *thumb);

/* -------------------------------------------------------- input, focus */

void input_handle(ui_context *ui);
void focus_settle(ui_context *ui);
int focus_collect(const ui_tree *tree, int32_t *indices, int capacity,
                  bool tab_only);
void focus_scope(const ui_tree *tree, int32_t *from, int32_t *to);
int focus_order(const ui_tree *tree, int32_t *indices, bool tab_only);
void focus_tab(ui_context *ui, int step);
void focus_area(ui_context *ui, int step);
bool focus_arrow(ui_context *ui, ui_key key);
bool focus_loose_arrow(ui_context *ui, ui_key key);
void focus_set(ui_context *ui, uint64_t id);
void pointer_handle(ui_context *ui, const ui_event *event);
void pointer_rest(ui_context *ui);
int32_t pointer_hit(ui_context *ui, int x, int y); /* -1: nothing to operate */
void touch_handle(ui_context *ui, const ui_event *event);
void key_handle(ui_context *ui, ui_key key);
bool key_is_printable(ui_key key);
bool input_is_activated(ui_context *ui, uint64_t id);
bool field_takes(const ui_context *ui, const ui_event *event);
void field_post(ui_context *ui, const ui_event *event);

/* -------------------------------------------------- shared by widgets */

typedef struct widget_state {
    bool is_focused;
    bool is_pressed;
    int hover_255; /* eased */
} widget_state;

/* How a control looks at rest, under the pointer and pressed. */
typedef struct widget_look {
    ui_color fill;
    ui_color hover;
    ui_color pressed;
    ui_color border;
    ui_color ink;
} widget_look;

widget_state widget_state_of(ui_context *ui, const char *id, bool is_disabled);
ui_rgba widget_fill(const ui_context *ui, const widget_look *look,
                    const widget_state *state);

/* Makes a node operable: focus, press, name, key; true when activated. */
typedef struct widget_control {
    const char *id;
    const char *label; /* spoken */
    ui_role role;
    ui_key key;
    uint64_t group;
    bool is_selected;
    bool is_disabled;
} widget_control;

bool widget_operate(ui_context *ui, int32_t index,
                    const widget_control *control);
/* The words inside a control: one line, in its ink. */
void widget_label(ui_context *ui, const char *text, const ui_style *style);
void widget_icon(ui_context *ui, const char *name, int16_t size_px,
                 ui_color color);
void elastic_gap(ui_context *ui, int16_t least_px, int16_t most_px);
void key_cap(ui_context *ui, ui_key key, ui_color ink, ui_color edge);
void paint_cap(ui_context *ui, const ui_node *node); /* data: cap_look */
const void *cap_look(ui_context *ui, ui_color edge, ui_color fill, int rise);
void badge(ui_context *ui, int count);
ui_node *bar_node(ui_context *ui, const ui_bar_spec *spec,
                  bool has_strong_tick);

typedef struct skill_row {
    const char *icon;
    ui_color ink;
    ui_color fill;
    ui_color soft;
} skill_row;

extern const skill_row skill_rows[]; /* by ui_skill */

/* ------------------------------------------------------------- drawing */

void draw_frame(ui_context *ui);
void draw_fill(ui_context *ui, ui_rect box, ui_rgba color, int radius);
void draw_fill_corners(ui_context *ui, ui_rect box, ui_rgba color, int radius,
                       uint8_t corners);
void draw_stroke(ui_context *ui, ui_rect box, ui_rgba color, int radius,
                 int thick);
void draw_text(ui_context *ui, const char *text, const ui_font *font,
               ui_rgba color, ui_point baseline);
void draw_paragraph(ui_context *ui, const paragraph *text, ui_rect box);
/* One line in a box, by the style's alignment, centred upright; its width. */
int draw_words(ui_context *ui, const char *text, const ui_style *style,
               ui_rect box);
int words_width(ui_context *ui, const char *text, const ui_style *style);
void tip_draw(ui_context *ui);
ui_rgba draw_faded(const ui_context *ui, ui_rgba color);
ui_draw *draw_push(ui_context *ui, ui_draw_kind kind, ui_rect box);
void draw_clip(ui_context *ui, ui_rect box);
void draw_unclip(ui_context *ui);
ui_rect rect_cut(ui_rect a, ui_rect b);
bool rect_is_empty(ui_rect rect);
bool rect_has(ui_rect rect, int x, int y);
ui_rect rect_inset(ui_rect rect, int by);

#endif
