/*
 * Widgets: every visible thing a screen may declare. One grammar: the spec
 * gives id, looks and value; the result tells what the person did since the
 * last frame. A widget never changes the screen's values: it reports, and the
 * screen decides. Included by ui.h; screens include that.
 *
 * Common fields
 *   id        unique in the frame; needed by everything that can be operated
 *   label     what it shows, or for wordless widgets what is spoken
 *   spoken    replaces the spoken name when the label alone is not enough
 *   key       activates it from anywhere; drawn as a key cap inside when
 *             `shows_key`
 */
#ifndef UI_WIDGETS_H
#define UI_WIDGETS_H

#include "ui/ui.h"

/* ----------------------------------------------------------------- text */

typedef struct ui_style {
    ui_type_size size; /* zero: M */
    bool is_bold;      /* semibold */
    ui_color color;    /* AUTO: ink */
    ui_justify align;  /* START, CENTER, END */
    bool is_tabular;   /* digits do not jump: clocks, tables, scores */
    bool is_mono;      /* code and fingerprints only */
    bool is_one_line;  /* never wraps; shrinks only if it truncates */
    bool truncates;    /* ends with an ellipsis; names and titles only */
    bool is_heading;   /* role for speech */
    ui_size width;     /* zero: fit, at most what the parent has */
    ui_align self;     /* across the parent */
    bool is_silent;    /* shown, but spoken elsewhere */
    int16_t measure;   /* most design pixels a line may have; 0: no limit */
} ui_style;

extern const ui_style ui_title;        /* XL bold heading */
extern const ui_style ui_heading;      /* L bold heading */
extern const ui_style ui_subhead;      /* M bold heading */
extern const ui_style ui_current;      /* L: what the customer says now */
extern const ui_style ui_body;         /* M ink */
extern const ui_style ui_strong;       /* M bold */
extern const ui_style ui_support;      /* M ink2 */
extern const ui_style ui_small;        /* S ink */
extern const ui_style ui_note;         /* S ink2 */
extern const ui_style ui_quiet;        /* S ink3 */
extern const ui_style ui_small_strong; /* S bold */
extern const ui_style ui_link_text;    /* S bold accent, looks only */
extern const ui_style ui_digits;       /* L bold, tabular */

void ui_text(ui_context *ui, const char *text, const ui_style *style);

/*
 * A text with marks: *stress*, [sound or gesture], ~phrase worth pinning~.
 * The marks are taken out; a backslash before one shows it.
 */
typedef struct ui_rich_spec {
    const char *id; /* needed when phrases can be pinned */
    const char *text;
    const ui_style *style; /* NULL: ui_body */
    bool has_phrases;      /* underlined and clickable; else plain */
    bool is_choosing;      /* phrases show 1 to 9 and take those keys first */
    uint32_t pinned;       /* bit n: phrase n is pinned already */
    uint16_t hidden;       /* per mille at its end that are not painted yet,
                              up to a word; they keep their place */
} ui_rich_spec;

/* The phrase that was chosen, counted from 0; -1 when none. */
int ui_rich(ui_context *ui, const ui_rich_spec *spec);

/* Copies phrase `index` of a marked text; false when there is none. */
bool ui_phrase(const char *text, int index, char *phrase, size_t capacity);

/* ------------------------------------------------------------- pictures */

typedef struct ui_icon_spec {
    const char *name;  /* a file of assets/icons without ending */
    int16_t size_px;   /* 14 16 18 20 24; 0: 20; grows half with text */
    ui_color color;    /* AUTO: ink2 */
    const char *label; /* spoken; NULL: decoration */
} ui_icon_spec;

void ui_icon(ui_context *ui, const ui_icon_spec *spec);

typedef enum ui_mood {
    UI_MOOD_FURIOUS,
    UI_MOOD_UPSET,
    UI_MOOD_ANXIOUS,
    UI_MOOD_NEUTRAL,
    UI_MOOD_RELIEVED,
    UI_MOOD_PLEASED
} ui_mood;

typedef struct ui_portrait_spec {
    const char *id;     /* needed for cross-fade, blink and talk */
    const char *person; /* a file of assets/portraits without ending */
    ui_mood mood;
    ui_size width;
    ui_size height;
    int16_t radius;    /* 0: card radius; avatars are circles */
    bool is_alive;     /* blinks */
    bool is_talking;   /* moves the mouth */
    const char *label; /* "Portrait of Margaret Hale, 62. Upset." */
} ui_portrait_spec;

void ui_portrait(ui_context *ui, const ui_portrait_spec *spec);

/* A small round face; without a portrait, initials on a soft circle. */
typedef struct ui_avatar_spec {
    const char *person;   /* NULL: initials */
    const char *initials; /* two letters or one Han character */
    ui_mood mood;
    uint8_t tint;      /* which soft colour for initials, any number */
    int16_t size_px;   /* 0: 32 */
    const char *label; /* spoken; NULL: decoration */
} ui_avatar_spec;

void ui_avatar(ui_context *ui, const ui_avatar_spec *spec);

/* The mark of the program; `size_px` 0: 32. */
void ui_logo(ui_context *ui, int16_t size_px);

/*
 * A small picture written as SVG elements (no <svg> around) in a space of
 * width x height design pixels; rasterised once per change. Colours come from
 * ui_hex.
 */
typedef struct ui_vector_spec {
    const char *svg;
    ui_size width;
    ui_size height;
    int16_t view_width;
    int16_t view_height;
    const char *label;
} ui_vector_spec;

void ui_vector(ui_context *ui, const ui_vector_spec *spec);
const char *ui_hex(ui_context *ui, ui_color color); /* "#0E6B5E" */

/* -------------------------------------------------------------- buttons */

typedef enum ui_button_kind {
    UI_SECONDARY, /* surface and border */
    UI_PRIMARY,   /* one a screen */
    UI_PLAIN,     /* text only */
    UI_DANGEROUS,
    UI_QUIET /* surface and hairline: call controls, export */
} ui_button_kind;

typedef enum ui_button_size {
    UI_BUTTON_NORMAL, /* 40 */
    UI_BUTTON_TINY,   /* 32 */
    UI_BUTTON_SMALL,  /* 36 */
    UI_BUTTON_LARGE   /* 48 */
} ui_button_size;

typedef struct ui_button_spec {
    const char *id;
    const char *label;
    const char *icon;
    ui_button_kind kind;
    ui_button_size size;
    ui_key key;
    bool shows_key;
    bool hides_label; /* icon only: the label is spoken and a tooltip */
    bool is_disabled; /* shown but dead: prefer leaving it out */
    bool is_selected; /* a button that stays down */
    ui_size width;
    const char *spoken;
    uint16_t badge; /* a count in the corner; 0: none */
} ui_button_spec;

/* True in the frame after it was activated. */
bool ui_button(ui_context *ui, const ui_button_spec *spec);

/* Anything that can be pressed as a whole, with children. Close by ui_end. */
typedef enum ui_look {
    UI_LOOK_PLAIN,  /* nothing painted until hover */
    UI_LOOK_CARD,   /* a card; hover sunken */
    UI_LOOK_CHOICE, /* radius 12 card; selected: accent-soft and border */
    UI_LOOK_ROW,    /* table or list row, 44 high at least */
    UI_LOOK_NAV,    /* rail and drawer entries */
    UI_LOOK_FIELD   /* looks like a field: opens a list */
} ui_look;

typedef struct ui_press_spec {
    ui_box box; /* id needed; fill and border replace the look's */
    ui_look look;
    const char *label; /* spoken name */
    const char *value; /* spoken after it */
    bool is_column;    /* children downward; else a row */
    bool is_selected;
    bool is_disabled;
    bool is_radio;       /* one of its group: arrows select, Tab enters once */
    bool has_inner_ring; /* the focus ring inside (rows of tables) */
    bool has_tip;        /* shows no words: the label is a tooltip */
    bool passes_enter;   /* the focus picks: Enter is left to who claims it */
    ui_key key;
    bool key_selects; /* the key moves the focus here instead */
} ui_press_spec;

bool ui_begin_press(ui_context *ui, const ui_press_spec *spec);

/* One of the customer's possible answers. */
typedef struct ui_reply_spec {
    const char *id;
    int number;       /* 1..9, its key; 0: none */
    const char *text; /* may carry marks */
    bool is_selected;
    bool is_disabled;
    bool is_static; /* only shown (previews): no key, no focus */
    uint8_t fade;   /* 0..255, for the moment of choosing */
} ui_reply_spec;

typedef enum ui_reply_result {
    UI_REPLY_NONE,
    UI_REPLY_SELECTED, /* focus came here by its number */
    UI_REPLY_SAID
} ui_reply_result;

ui_reply_result ui_reply_card(ui_context *ui, const ui_reply_spec *spec);

/* A filter: selected shows a check; opens a list with a chevron. */
typedef struct ui_chip_spec {
    const char *id;
    const char *label;
    const char *value; /* bold after the label */
    const char *icon;
    bool is_selected;
    bool is_disabled;
    bool opens_list;
    bool is_static; /* 28 high, cannot be operated */
    ui_key key;
} ui_chip_spec;

bool ui_chip(ui_context *ui, const ui_chip_spec *spec);

/* ------------------------------------------------------------- choices */

typedef struct ui_toggle_spec {
    const char *id;
    const char *label; /* spoken; shown by the screen beside it */
    bool is_on;
    bool is_disabled;
    ui_key key;
} ui_toggle_spec;

bool ui_toggle(ui_context *ui, const ui_toggle_spec *spec); /* true: flip it */

typedef struct ui_check_spec {
    const char *id;
    const char *label; /* shown beside the box; may be empty */
    const char *spoken;
    bool is_on;
    bool is_disabled;
    ui_key key;
} ui_check_spec;

bool ui_check(ui_context *ui, const ui_check_spec *spec); /* true: flip it */

/* One row of a radio group; several share `group`: one Tab stop, arrows. */
typedef struct ui_radio_spec {
    const char *id;
    const char *group;
    const char *label; /* shown beside the ring; may be empty */
    const char *spoken;
    bool is_on;
    bool is_disabled;
    ui_key key;
} ui_radio_spec;

bool ui_radio(ui_context *ui, const ui_radio_spec *spec); /* true: choose it */

/* The ring or box alone, inside a ui_begin_press that is the control. */
void ui_radio_mark(ui_context *ui, bool is_on);
void ui_check_mark(ui_context *ui, bool is_on);

typedef struct ui_choice {
    const char *label;
    const char *icon;
    const char *spoken; /* NULL: label */
    ui_key key;
    uint16_t badge;
} ui_choice;

/* 2 to 6 values side by side, or tabs over a panel. */
typedef struct ui_choices_spec {
    const char *id;
    const char *label; /* spoken name of the group */
    const ui_choice *items;
    int count;
    int selected;
    bool is_disabled;
} ui_choices_spec;

/* The selected item after what the person did; `selected` when nothing. */
int ui_segment(ui_context *ui, const ui_choices_spec *spec);
int ui_tabs(ui_context *ui, const ui_choices_spec *spec);

typedef struct ui_slider_spec {
    const char *id;
    const char *label; /* spoken */
    int value;
    int min;
    int max;
    int step;      /* 0: 1 */
    int tick_step; /* ticks with numbers below; 0: none */
    ui_size width; /* zero: 150 */
    bool is_disabled;
    const char *value_text; /* spoken instead of the number */
} ui_slider_spec;

int ui_slider(ui_context *ui, const ui_slider_spec *spec); /* the new value */

typedef struct ui_stepper_spec {
    const char *id;
    const char *label;      /* spoken */
    const char *value_text; /* "20 s" */
    bool is_min;
    bool is_max;
} ui_stepper_spec;

int ui_stepper(ui_context *ui, const ui_stepper_spec *spec); /* -1, 0, +1 */

/* ------------------------------------------------------------ text input */

typedef struct ui_field_spec {
    const char *id;
    const char *label; /* spoken; shown by the screen above it */
    const char *placeholder;
    char *text;      /* changed in place, always valid UTF-8 */
    size_t capacity; /* bytes with the NUL; at most 4096 */
    const char *icon;
    const char *error; /* a sentence below, danger border; NULL: none */
    ui_key key;        /* moves the focus here; cap shown while empty */
    uint8_t lines;     /* 0 or 1: one line, Enter submits; else this many */
    bool is_small;     /* 36 high */
    bool is_secret;    /* dots */
    bool is_disabled;
    bool digits_only;
    ui_size width;     /* zero: grows */
    int16_t count_max; /* shows "152 of 400" below; 0: not */
} ui_field_spec;

typedef enum ui_field_result {
    UI_FIELD_NOTHING = 0,
    UI_FIELD_CHANGED = 1,
    UI_FIELD_SUBMITTED = 2, /* Enter in one line, Ctrl Enter in several */
    UI_FIELD_LEFT = 4       /* Esc or the focus went elsewhere */
} ui_field_result;

unsigned ui_text_field(ui_context *ui, const ui_field_spec *spec); /* or'ed */

/* ------------------------------------------------------- small displays */

typedef enum ui_tone {
    UI_TONE_NEUTRAL,
    UI_TONE_ACCENT, /* passed, valid */
    UI_TONE_WARN,
    UI_TONE_DANGER,
    UI_TONE_LISTENING,
    UI_TONE_EMPATHY,
    UI_TONE_RESOLUTION,
    UI_TONE_STRONG /* accent fill, on-accent text */
} ui_tone;

typedef struct ui_tag_spec {
    const char *label;
    const char *icon;
    ui_tone tone;
    const char *spoken;
} ui_tag_spec;

void ui_tag(ui_context *ui, const ui_tag_spec *spec);

/* One cap: the key alone; grows with text. */
void ui_key_cap(ui_context *ui, ui_key key);

/* "[1] - [4] choose a reply": one or two caps and what they do. */
typedef struct ui_hint_spec {
    ui_key key;
    ui_key last;   /* 0: one key */
    bool is_range; /* a dash between the two */
    const char *label;
    const char *icon; /* where there is no key */
} ui_hint_spec;

void ui_key_hint(ui_context *ui, const ui_hint_spec *spec);

/* The bar at the bottom of a screen: hints left, one right (may be NULL). */
void ui_footer(ui_context *ui, const ui_hint_spec *hints, int count,
               const ui_hint_spec *right);

typedef enum ui_skill {
    UI_SKILL_LISTENING, /* ear */
    UI_SKILL_EMPATHY,   /* heart */
    UI_SKILL_RESOLUTION /* key */
} ui_skill;

/* Icon and number: 84; with `is_delta` signed: +6, red when negative. */
typedef struct ui_score_spec {
    ui_skill skill;
    int value;
    bool is_delta;
    const char *spoken;
} ui_score_spec;

void ui_score(ui_context *ui, const ui_score_spec *spec);

/* The soft square with a skill's icon before a goal. */
void ui_skill_badge(ui_context *ui, ui_skill skill);

/* Segments done of all: skill map (pips), progress. */
typedef struct ui_steps_spec {
    int done;
    int count;
    bool is_small;     /* pips 14 wide; else segments share the width */
    const char *label; /* spoken */
} ui_steps_spec;

void ui_steps(ui_context *ui, const ui_steps_spec *spec);

/* Three rising bars, 1..3 lit. */
void ui_difficulty(ui_context *ui, int level, const char *spoken);

/* A plain bar: value and up to one tick, in per mille of the width. */
typedef struct ui_bar_spec {
    int value;         /* 0..1000 */
    int tick;          /* 0: none */
    ui_color fill;     /* AUTO: accent */
    int16_t height_px; /* 0: 6 */
    ui_size width;     /* zero: grows */
    const char *label; /* spoken; NULL: decoration */
} ui_bar_spec;

void ui_bar(ui_context *ui, const ui_bar_spec *spec);

/* A heat map cell; level -1 is empty. */
void ui_heat_cell(ui_context *ui, int level, const char *text,
                  const char *spoken);

/* ------------------------------------------------------- call displays */

typedef struct ui_gauge_spec {
    const char *id;
    const char *label; /* "Calm"; not shown where text is large */
    const char *icon;
    int value;  /* 0..100 */
    int change; /* arrow and amount; 0: not shown */
    int tick;   /* the hang-up line; 0: none */
    bool is_low;
    bool is_short; /* icon and number only (strip over the line) */
} ui_gauge_spec;

void ui_gauge(ui_context *ui, const ui_gauge_spec *spec);

typedef struct ui_mood_spec {
    const char *label; /* "Mood"; NULL: the word alone */
    ui_mood mood;
    const char *word;     /* "Upset" */
    const char *low_end;  /* "Furious"; NULL: not shown */
    const char *high_end; /* "Pleased" */
} ui_mood_spec;

void ui_mood_scale(ui_context *ui, const ui_mood_spec *spec);

typedef struct ui_score_bar_spec {
    const char *id; /* where given, number and bar count up to the value */
    ui_skill skill;
    const char *name;      /* "Empathy" */
    int value;             /* per cent */
    int pass;              /* the tick */
    const char *detail;    /* "12 of 14 points" */
    const char *pass_text; /* "pass 70" */
    const char *verdict;   /* "passed" or "9 below pass" */
} ui_score_bar_spec;

void ui_score_bar(ui_context *ui, const ui_score_bar_spec *spec); /* a card */

typedef struct ui_clock_spec {
    uint32_t elapsed_ms;
    uint32_t target_from_ms;
    uint32_t target_to_ms;   /* 0: no target, no track */
    uint32_t track_ms;       /* 0: seven minutes */
    const char *target_text; /* "target 3-5 min" */
    const char *over_text;   /* replaces it after the band */
    const char *spoken;
    bool is_narrow; /* 200 track */
} ui_clock_spec;

void ui_call_clock(ui_context *ui, const ui_clock_spec *spec);

typedef struct ui_timer_spec {
    const char *label; /* "Silence" */
    const char *text;  /* "7 of 20 s" */
    uint32_t elapsed_ms;
    uint32_t limit_ms;
} ui_timer_spec;

void ui_timer_bar(ui_context *ui, const ui_timer_spec *spec);

/* --------------------------------------------------------------- charts */

typedef struct ui_bar_value {
    const char *label; /* below */
    const char *text;  /* above; NULL: none */
    int value;
    bool is_strong;
} ui_bar_value;

typedef struct ui_bar_chart_spec {
    const ui_bar_value *bars;
    int count;
    ui_size height;    /* zero: 148 */
    const char *label; /* spoken */
} ui_bar_chart_spec;

void ui_bar_chart(ui_context *ui, const ui_bar_chart_spec *spec);

typedef struct ui_mood_point {
    uint32_t at_ms;
    int calm; /* 0..100 */
    int trust;
    int patience;
} ui_mood_point;

typedef struct ui_mood_curve_spec {
    const char *id;
    const ui_mood_point *points;
    int count;
    int selected; /* the point with the cursor; -1: none */
    uint32_t span_ms;
    uint32_t target_from_ms; /* the band; 0 to 0: none */
    uint32_t target_to_ms;
    const char *target_text;
    int hang_up;              /* the dotted line; 0: none */
    const char *hang_up_text; /* "may hang up" */
    const char *names[3];     /* "Calm", "Trust", "Patience" */
    ui_size height;           /* zero: 176 */
    const char *label;        /* spoken */
} ui_mood_curve_spec;

/* The point that was clicked, -1 when none. */
int ui_mood_curve(ui_context *ui, const ui_mood_curve_spec *spec);

/* A line between two nodes of the frame, drawn under them: graphs. */
typedef struct ui_edge_spec {
    const char *from;
    const char *to;
    uint8_t weight; /* 1..4 pixels */
    bool is_dashed;
    ui_color color; /* AUTO: ink3 */
} ui_edge_spec;

void ui_edge(ui_context *ui, const ui_edge_spec *spec);

/* --------------------------------------------------------- over the rest */

/*
 * Dialogs, popovers and toasts may be declared anywhere; they are laid out on
 * the window and painted above. While a dialog or popover is declared, focus,
 * pointer and shortcuts stay inside; when it is gone the focus returns.
 */
typedef struct ui_dialog_spec {
    const char *id;
    const char *title;
    const char *first_focus; /* the safest choice */
    int16_t width_px;        /* 0: 592 */
} ui_dialog_spec;

/* True when the person asked to leave (Esc or a click beside it). A column
 * is open inside either way: declare the content, then ui_end. */
bool ui_begin_dialog(ui_context *ui, const ui_dialog_spec *spec);

typedef struct ui_popover_spec {
    const char *id;
    const char *anchor; /* id of the node it hangs under */
    const char *label;  /* spoken */
    int16_t width_px;   /* 0: fits, at least as wide as the anchor */
    const char *first_focus;
} ui_popover_spec;

bool ui_begin_popover(ui_context *ui, const ui_popover_spec *spec);

typedef struct ui_toast_spec {
    const char *id;
    const char *text;
    const char *icon;
    ui_key key;         /* undoes; 0: none */
    const char *action; /* spoken name of the key's deed */
} ui_toast_spec;

bool ui_toast(ui_context *ui, const ui_toast_spec *spec); /* true: undo */

#endif
