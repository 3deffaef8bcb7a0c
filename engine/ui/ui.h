/*
 * ui: the toolkit. A screen declares one tree a frame; layout, drawing, hit
 * test, keyboard focus, speech and tests are all answered from that tree.
 *
 * It knows no SDL, no clock and no file: events come in through `ui_post`,
 * text is measured through `ui_text_service`, and what to paint leaves as
 * data (ui_draw.h). Every interactive node has an id, unique in its frame; its
 * state (focus, hover, scroll, motion) is kept under that id from frame to
 * frame.
 *
 * The shape of a screen:
 *
 *     ui_screen(ui, "briefing", "start");
 *     ui_begin_column(ui, &(ui_box){.pad = ui_pad_all(40), .gap = 16});
 *     ui_text(ui, title, &ui_title);
 *     if (ui_button(ui, &(ui_button_spec){.id = "start", .label = start,
 *                                         .kind = UI_PRIMARY,
 *                                         .key = UI_KEY_ENTER})) {
 *         intent->kind = APP_START;
 *     }
 *     ui_end(ui);
 *
 * All lengths a screen gives are design pixels (100 % text on a plain
 * display); the toolkit multiplies. Every string is borrowed for the call.
 * Structs are filled by designated initialisers: zero is always a sensible
 * default. Functions say "Errors: none" by not returning a status; when
 * memory is refused a frame is incomplete and `ui_failed` says so.
 */
#ifndef UI_UI_H
#define UI_UI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rapport/base.h"
#include "ui/ui_text.h"
#include "ui/ui_theme.h"

typedef struct ui_context ui_context;

/* ------------------------------------------------------------ lifetime */

/* The person's settings; may change from one frame to the next. */
typedef struct ui_settings {
    ui_theme_name theme;
    uint16_t text_percent;       /* 100..200; 0: 100, from 1680 px up 115 */
    bool has_reduced_motion;     /* every ease becomes a jump */
    bool number_answers_at_once; /* else a number selects, Enter says it */
    bool has_wide_spacing; /* letters, words and lines wider apart, and lines
                              of fewer letters: easier to keep to */
    const char *language;  /* "en", "zh"; NULL means "en" */
} ui_settings;

/* What the toolkit asks of its host. Any function but those of `text` may be
 * NULL. */
typedef struct ui_host {
    rp_alloc alloc;
    const ui_text_service *text; /* borrowed for the life of the ui */
    void *user;
    /* The person's words for `message`; borrowed for the life of the ui. */
    const char *(*translate)(void *user, const char *message);
    /* Fills at most `capacity` bytes with a NUL; false when there is none. */
    bool (*clipboard_get)(void *user, char *text, size_t capacity);
    void (*clipboard_set)(void *user, const char *text);
} ui_host;

/*
 * A toolkit without a frame yet; owned, ended by ui_free. All memory that
 * frames need is taken while the first frames warm up.
 *
 * Errors: RP_E_MEMORY.
 */
RP_MUST_USE rp_status ui_new(ui_context **made, const ui_host *host,
                             rp_error *err);
void ui_free(ui_context *ui); /* NULL does nothing */

/* Takes effect with the next frame. `language` is copied. */
void ui_set(ui_context *ui, const ui_settings *settings);
const ui_settings *ui_get(const ui_context *ui);

/* The surface of one frame. */
typedef struct ui_surface {
    int width_px; /* device pixels */
    int height_px;
    int scale_percent; /* device pixels a design pixel; 0 means 100 */
    uint32_t now_ms;   /* since the program started, never decreasing */
} ui_surface;

/*
 * Opens a frame: handles posted events against the tree of the last frame,
 * then starts an empty tree whose root is a column as large as the surface.
 */
void ui_begin_frame(ui_context *ui, const ui_surface *surface);

/* Closes it: lays the tree out and writes the drawing list. */
void ui_end_frame(ui_context *ui);

/* True when memory was refused since ui_new: the last tree is incomplete. */
bool ui_failed(const ui_context *ui);

/* -------------------------------------------------------------- events */

/*
 * A key: a lower-case character as printed on the key, or one of the names
 * below, or'ed with modifiers. UI_CTRL | 'e', UI_SHIFT | '1', UI_KEY_F2.
 */
typedef uint32_t ui_key;

enum {
    UI_KEY_NONE = 0,
    UI_KEY_ENTER = 0x0d,
    UI_KEY_ESCAPE = 0x1b,
    UI_KEY_TAB = 0x09,
    UI_KEY_BACKSPACE = 0x08,
    UI_KEY_SPACE = 0x20,
    UI_KEY_DELETE = 0x7f,
    UI_KEY_UP = 0x10001,
    UI_KEY_DOWN,
    UI_KEY_LEFT,
    UI_KEY_RIGHT,
    UI_KEY_HOME,
    UI_KEY_END,
    UI_KEY_PAGE_UP,
    UI_KEY_PAGE_DOWN,
    UI_KEY_F1 = 0x10021,
    UI_KEY_F2,
    UI_KEY_F3,
    UI_KEY_F4,
    UI_KEY_F5,
    UI_KEY_F6,
    UI_KEY_F7,
    UI_KEY_F8,
    UI_KEY_F9,
    UI_KEY_F10,
    UI_KEY_F11,
    UI_KEY_F12,
    UI_SHIFT = 0x100000,
    UI_CTRL = 0x200000,
    UI_ALT = 0x400000
};

typedef enum ui_event_kind {
    UI_EVENT_MOVE, /* pointer at x, y */
    UI_EVENT_DOWN, /* first button pressed at x, y */
    UI_EVENT_UP,
    UI_EVENT_LEAVE,   /* pointer left the surface */
    UI_EVENT_WHEEL,   /* `amount` notches, positive towards the start; `key`:
                        UI_CTRL zooms, UI_SHIFT goes sideways */
    UI_EVENT_KEY,     /* `key` pressed or repeated */
    UI_EVENT_TEXT,    /* `text` was typed or committed by an input method */
    UI_EVENT_COMPOSE, /* `text` is being composed; empty ends it */
    UI_EVENT_TOUCH    /* the first finger at x, y; `amount` is its phase */
} ui_event_kind;

typedef enum ui_touch_phase {
    UI_TOUCH_DOWN,
    UI_TOUCH_MOVE,
    UI_TOUCH_UP
} ui_touch_phase;

enum {
    UI_EVENT_TEXT_MAX = 64
};

typedef struct ui_event {
    ui_event_kind kind;
    int x; /* device pixels */
    int y;
    int amount; /* wheel notches; MOVE/DOWN with Shift held: 1 */
    int caret;  /* code points into a composition */
    ui_key key;
    char text[UI_EVENT_TEXT_MAX];
} ui_event;

/* Queues one event for the next frame; the oldest of 256 is kept. */
void ui_post(ui_context *ui, const ui_event *event);

/* Short forms, mostly for tests. A click is move, down, up. */
void ui_post_key(ui_context *ui, ui_key key);
void ui_post_text(ui_context *ui, const char *text);
void ui_post_click(ui_context *ui, int x, int y);

/*
 * Events are handled one decision at a time. True when some wait for another
 * frame: the host runs one at once.
 */
bool ui_has_events(const ui_context *ui);

/* ---------------------------------------------------------------- time */

uint32_t ui_now(const ui_context *ui);

/* Asks for a frame at `at_ms` even if nothing happens; the earliest wins. */
void ui_wake_at(ui_context *ui, uint32_t at_ms);

/* False: nothing is due, the host may sleep until an event comes. */
bool ui_next_wake(const ui_context *ui, uint32_t *at_ms);

/*
 * A number under `id` that glides to `target` within `duration_ms`, ease-out,
 * and asks for frames while it moves. The first call of an id jumps.
 */
int32_t ui_ease(ui_context *ui, const char *id, int32_t target,
                uint32_t duration_ms);

/* The same, but the first call of an id starts at 0: scores that count up,
 * things that appear. */
int32_t ui_count_up(ui_context *ui, const char *id, int32_t target,
                    uint32_t duration_ms);

/* --------------------------------------------------------- ids, widths */

/* A formatted string that lives until the end of the next frame. */
const char *ui_format(ui_context *ui, const char *format, ...) RP_PRINTF(2, 3);

/* Layout class by effective width: window width / text scale. */
typedef enum ui_width_class {
    UI_COMPACT, /* below 1200 */
    UI_REGULAR,
    UI_WIDE /* from 1600 */
} ui_width_class;

ui_width_class ui_width(const ui_context *ui);
int ui_effective_width(const ui_context *ui);

/* The window in design pixels, not divided by the text scale. */
int ui_window_width(const ui_context *ui);
int ui_window_height(const ui_context *ui);

/* A length that grows with text (columns of numbers), and one that grows half
 * as much (icons, controls); both in design pixels. */
int ui_with_text(const ui_context *ui, int px);
int ui_with_half_text(const ui_context *ui, int px);

/* True when the person's language is set by the Chinese rules. */
bool ui_is_han(const ui_context *ui);

/* -------------------------------------------------------------- layout */

/* {0} fits the content, {.px = 264} is fixed, {.grow = 1} takes a share of
 * what is left. min and max bound the last two kinds and fit (0: none). */
typedef struct ui_size {
    int16_t px;
    int16_t grow;
    int16_t min;
    int16_t max;
} ui_size;

typedef struct ui_pad {
    int16_t left;
    int16_t top;
    int16_t right;
    int16_t bottom;
} ui_pad;

static inline ui_pad ui_pad_all(int16_t px)
{
    return (ui_pad){px, px, px, px};
}

static inline ui_pad ui_pad_xy(int16_t x, int16_t y)
{
    return (ui_pad){x, y, x, y};
}

/* No padding, where zero would mean "as usual" (cards, presses). */
static inline ui_pad ui_pad_none(void)
{
    return (ui_pad){-1, -1, -1, -1};
}

/* Across the direction of the container. */
typedef enum ui_align {
    UI_ALIGN_AUTO, /* columns and grids: FILL; rows: CENTER */
    UI_START,
    UI_CENTER,
    UI_END,
    UI_FILL,
    UI_BASELINE, /* rows of text: first baselines level */
    UI_HUG       /* columns: as START; rows: as the row says */
} ui_align;

/* Along it, when nothing grows. */
typedef enum ui_justify {
    UI_PACK_START,
    UI_PACK_CENTER,
    UI_PACK_END,
    UI_PACK_BETWEEN
} ui_justify;

/* Which arrow keys walk from one focusable to the next inside. */
typedef enum ui_arrows {
    UI_ARROWS_NONE,
    UI_ARROWS_VERTICAL,
    UI_ARROWS_HORIZONTAL,
    UI_ARROWS_GRID /* all four, by position */
} ui_arrows;

/* What a node is, for speech and for tests. */
typedef enum ui_role {
    UI_ROLE_NONE, /* layout only */
    UI_ROLE_AREA, /* F6 stops here */
    UI_ROLE_GROUP,
    UI_ROLE_LIST,
    UI_ROLE_ITEM,
    UI_ROLE_TABLE,
    UI_ROLE_HEADING,
    UI_ROLE_TEXT,
    UI_ROLE_IMAGE,
    UI_ROLE_BUTTON,
    UI_ROLE_REPLY,
    UI_ROLE_LINK,
    UI_ROLE_FIELD,
    UI_ROLE_TOGGLE,
    UI_ROLE_CHECK,
    UI_ROLE_RADIO,
    UI_ROLE_TAB,
    UI_ROLE_SLIDER,
    UI_ROLE_GAUGE,
    UI_ROLE_SCORE,
    UI_ROLE_CHART,
    UI_ROLE_TAG,
    UI_ROLE_DIALOG,
    UI_ROLE_STATUS /* toasts, clocks */
} ui_role;

/* A container. Zero: an unpainted column or row that fits its content. */
typedef struct ui_box {
    const char *id; /* needed for scroll; else optional */
    ui_size width;
    ui_size height;
    ui_pad pad;
    int16_t gap;      /* between children along the direction */
    int16_t line_gap; /* between wrapped lines or grid rows; 0: gap */
    ui_align align;   /* of the children */
    ui_align self;    /* of this box in its parent; AUTO: as the parent says */
    ui_justify justify;
    bool wraps;      /* rows: children flow onto further lines */
    int16_t columns; /* grids: how many of equal width */
    int16_t x;       /* in a canvas: where; elsewhere a shift after layout */
    int16_t y;
    ui_color fill; /* AUTO: none */
    ui_color border;
    int16_t radius;
    int16_t border_px; /* 0: 1, in high contrast always at least 2 */
    bool is_dashed;    /* the border */
    uint8_t elevation; /* 0 none, 1 card, 2 sheet */
    uint8_t fade;      /* 0 opaque .. 255 gone, for all inside */
    ui_role role;      /* NONE unless the box means something */
    const char *label; /* its spoken name; areas and lists need one */
    ui_arrows arrows;
    bool has_loose_arrows; /* arrows nobody else wants start here */
} ui_box;

/* `box` may be NULL. Each begin is closed by one ui_end. */
void ui_begin_row(ui_context *ui, const ui_box *box);
void ui_begin_column(ui_context *ui, const ui_box *box);
void ui_begin_grid(ui_context *ui, const ui_box *box);
void ui_begin_stack(ui_context *ui,
                    const ui_box *box); /* children on each other */
void ui_begin_canvas(ui_context *ui, const ui_box *box); /* children at x, y */

/* A column with the look of a card: surface, line, radius 14, elevation 1,
 * padding 20 unless the box says otherwise. */
void ui_begin_card(ui_context *ui, const ui_box *box);

/*
 * A column that scrolls vertically: wheel, PgUp/PgDn, Home/End, and whatever
 * is focused inside is brought into view. Give it a bounded or growing height.
 */
typedef struct ui_scroll_spec {
    ui_box box;       /* id needed */
    bool keeps_end;   /* stays at the end while content grows (transcripts) */
    bool takes_pages; /* PgUp/PgDn nobody else wants scroll this one */
    bool has_whole_lines; /* a line that would be cut is not shown */
} ui_scroll_spec;

void ui_begin_scroll(ui_context *ui, const ui_scroll_spec *spec);

/*
 * A long list or grid: a scroll area of `count` items, of which only those
 * near the window are declared, so that ten thousand cost what a hundred do.
 * All rows are equally high: as the highest seen so far, at least `row_px`.
 *
 *     ui_rows rows = ui_begin_rows(ui, &(ui_rows_spec){
 *         .box = {.id = "people", .label = people, .gap = 16},
 *         .count = count, .columns = 3, .row_px = 168});
 *     for (uint32_t item; ui_next_item(ui, &rows, &item);) {
 *         person_card(scene, &all[item]);        // declares one node
 *     }
 *     ui_end_rows(ui, &rows);
 *
 * Arrows walk the items, PgUp, PgDn, Home and End move the focus by pages;
 * what has the focus stays declared wherever the list is scrolled to. Readers
 * hear "3 of 10,000".
 */
typedef struct ui_rows_spec {
    ui_box box; /* id and label needed; gap and line_gap between the items */
    uint32_t count;
    int16_t columns; /* items side by side; 0: 1 */
    int16_t row_px;  /* grows with text */
    uint32_t wanted; /* an item to declare besides, from 1: one that is going
                        to be focused by its id; 0: none */
} ui_rows_spec;

enum {
    UI_ROW_RANGES = 3
};

/* Where the walk over the items stands; its fields are the toolkit's own. */
typedef struct ui_rows {
    uint32_t count;
    uint32_t columns;
    int32_t row_px;
    int32_t node;
    int range_count;

    struct {
        uint32_t from;
        uint32_t to;
    } ranges[UI_ROW_RANGES]; /* rows to declare, rising */

    int range;
    uint32_t row;   /* the next one */
    uint32_t place; /* rows declared or left out so far */
    uint32_t item;
    uint32_t goal; /* the item to focus, from 1; 0: none */
    int32_t first_node;
    int16_t gap;
    int16_t line_gap;
    bool is_in_row;
} ui_rows;

ui_rows ui_begin_rows(ui_context *ui, const ui_rows_spec *spec);
bool ui_next_item(ui_context *ui, ui_rows *rows, uint32_t *item);
void ui_end_rows(ui_context *ui, ui_rows *rows);

void ui_end(ui_context *ui);

void ui_spacer(ui_context *ui); /* grows: pushes what follows to the end */
void ui_gap(ui_context *ui,
            int16_t px);         /* a fixed distance along the container */
void ui_divider(ui_context *ui); /* a hairline across the container */

/* ------------------------------------------------------------ shortcuts */

/*
 * True in the frame after `key` was pressed, unless something declared before
 * it, or an open dialog, claims the key. Single characters and Space are not
 * shortcuts while a text field has the focus.
 */
bool ui_shortcut(ui_context *ui, ui_key key);

/* What the key cap shows: "Ctrl E", "Enter", "F2"; borrowed until the end of
 * the next frame. */
const char *ui_key_name(ui_context *ui, ui_key key);

/* ---------------------------------------------------------------- focus */

/*
 * Names the screen of this frame. When the name differs from the last frame's,
 * focus goes to `first_focus` (NULL: the first focusable).
 */
void ui_screen(ui_context *ui, const char *name, const char *first_focus);

void ui_focus(ui_context *ui, const char *id); /* at the end of this frame */

/* Scrolls at the end of this frame so that the node can be seen. */
void ui_reveal(ui_context *ui, const char *id);
bool ui_is_focused(const ui_context *ui, const char *id);
bool ui_is_hovered(const ui_context *ui, const char *id);
/* True while the focus is on or inside the node of this id. */
bool ui_has_focus_within(const ui_context *ui, const char *id);

/*
 * For pictures of widgets: controls that are declared from here on look as if
 * a person were at them. It ends with UI_POSE_NONE, and with the frame.
 */
typedef enum ui_pose {
    UI_POSE_NONE,
    UI_POSE_HOVER,
    UI_POSE_FOCUS,
    UI_POSE_PRESS
} ui_pose;

void ui_set_pose(ui_context *ui, ui_pose pose);

/* What is declared from here on has the colours of this theme, until the
 * person's own (ui_get) is set again: for pictures of themes. */
void ui_set_theme(ui_context *ui, ui_theme_name theme);

/* True while keys type into a text field. */
bool ui_is_typing(const ui_context *ui);

/* Where the caret is, for the input method; false when nothing is typed. */
bool ui_caret_box(const ui_context *ui, int *x, int *y, int *height);

/* Gives a text to the clipboard; nothing happens where there is none. */
void ui_clipboard_put(ui_context *ui, const char *text);

/* --------------------------------------------------------------- speech */

/* Says something outside the focus: at once, or when there is a pause. What
 * is announced twice in a frame is said in one. */
void ui_announce(ui_context *ui, const char *text, bool at_once);

/* What was announced this frame, NULL when nothing; borrowed likewise. */
const char *ui_announced(const ui_context *ui, bool *at_once);

#include "ui/ui_widgets.h"

#endif
