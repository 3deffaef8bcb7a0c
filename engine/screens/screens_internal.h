/*
 * Shared by the screens: the frame they are given, what they keep between
 * frames, and the pieces several of them show.
 */
#ifndef SCREENS_INTERNAL_H
#define SCREENS_INTERNAL_H

#include "screens/screens.h"

enum {
    NOTE_MAX = 200,
    RETRY_NONE = -1
};

typedef enum screen_dialog {
    DIALOG_NONE,
    DIALOG_SETTINGS,
    DIALOG_SHORTCUTS,
    DIALOG_LEAVE,
    DIALOG_FAULTS
} screen_dialog;

/* What the eye needs from frame to frame; reset when the place changes. */
typedef struct screen_kept {
    screen_dialog open;
    int desk_tab;       /* record shown in the desk panel */
    bool panel_is_open; /* compact: a desk panel lies beside the call */
    bool panel_is_notes;
    bool is_pinning;  /* P was pressed: a digit pins a phrase */
    int turn;         /* debrief: the turn looked at; -1: not chosen yet */
    bool has_arrived; /* debrief: the focus went from the turn to the retry */
    bool has_told_faults; /* library: the dialog came for this opening */
    char note[NOTE_MAX];
    char phrase[NOTE_MAX]; /* what the intent's text points at */
    char toast[RP_MESSAGE_MAX];
    uint32_t toast_until_ms;
    bool toast_undoes;
} screen_kept;

struct screens {
    rp_alloc alloc;
    rp_place place;
    bool has_place;
    screen_kept kept;
};

/* One frame as a screen sees it. */
typedef struct screen_scene {
    ui_context *ui;
    const rp_app *app; /* for words and settings only */
    const rp_view *view;
    screen_kept *kept;
    rp_intent *intent;
} screen_scene;

typedef struct screen {
    const char *name;
    void (*frame)(screen_scene *scene);
} screen;

extern const screen screen_home;
extern const screen screen_library;

extern const screen screen_briefing;
extern const screen screen_call;
extern const screen screen_form;
extern const screen screen_debrief;

/* The words of an English text in the person's language. */
__attribute__((format_arg(2))) static inline const char *words(
    const screen_scene *scene, const char *english)
{
    return rp_tr(scene->app, english);
}

/* Fills the intent; the first of a frame wins. */
void want(screen_scene *scene, rp_intent_kind kind, uint32_t index);
void want_text(screen_scene *scene, rp_intent_kind kind, const char *text);

/* ----------------------------------------------------------- vocabulary */

const char *score_name(const screen_scene *scene, rp_score_kind score);
const char *mood_name(const screen_scene *scene, rp_mood_kind mood);
const char *mood_word(const screen_scene *scene, rp_mood_word word);
const char *channel_name(const screen_scene *scene, rp_channel channel);
const char *channel_icon(rp_channel channel);
const char *act_name(const screen_scene *scene, rp_act act);
const char *difficulty_name(const screen_scene *scene, int difficulty);
const char *record_icon(rp_record_kind kind);

/* 161000 ms is "02:41". */
const char *clock_text(const screen_scene *scene, uint32_t ms);

/* ---------------------------------------------------------------- shell */

/*
 * A place of the shell: the rail at the left, the content at the right, the
 * footer below. Declare the content between the two calls; end_shell adds the
 * footer with these hints.
 */
void begin_shell(screen_scene *scene);
void end_shell(screen_scene *scene, const ui_hint_spec *hints, int count);

/* The content's own column, scrolling, with the screen's padding. `id` names
 * it; `label` is spoken. One ui_end closes it. */
void begin_page(screen_scene *scene, const char *id, const char *label);

/* --------------------------------------------------------------- pieces */

/*
 * A shown text in the toolkit's own marks (*stress*, [sound], ~phrase~), so
 * that a text's own asterisks stay what they are.
 */
const char *marked_text(const screen_scene *scene, const rp_shown *shown);

/* The bar over every screen but the shell's: a way back, a title, a line. */
typedef struct bar_spec {
    const char *back_id;
    const char *back_icon;
    const char *back_label; /* spoken */
    const char *title;
    const char *subtitle;
} bar_spec;

/* Declares the left part and leaves the row open; true: go back. */
bool begin_bar(screen_scene *scene, const bar_spec *spec);

/* The footer with F1 at its right end. */
void footer(screen_scene *scene, const ui_hint_spec *hints, int count);

/* The portrait's spoken name. */
const char *portrait_label(const screen_scene *scene, const char *customer,
                           rp_mood_word word);

/* Pinned phrases and notes as lines; returns how many. */
void note_lines(screen_scene *scene, const rp_call_view *call, bool can_remove);
void promise_lines(screen_scene *scene, const rp_promise_view *promises,
                   uint32_t count);

/* The call that was cut off, and the way back into it. */
void resume_card(screen_scene *scene);

/* Settings, shortcuts, leave, faults: whichever is open. */
void dialogs(screen_scene *scene);
void show_toast(screen_scene *scene, const char *text, bool undoes);
void toast(screen_scene *scene);

/* Parts of the call, each in its own file. */
void call_bar(screen_scene *scene);
void call_customer(screen_scene *scene);
void call_customer_strip(screen_scene *scene);
void call_transcript(screen_scene *scene);
void call_replies(screen_scene *scene);
void call_desk(screen_scene *scene);
void call_notepad(screen_scene *scene);
void call_rail(screen_scene *scene);
void call_panel(screen_scene *scene);

/* Parts of the debrief; `shown` is the turn looked at, -1: none. */
void debrief_deltas(screen_scene *scene, const rp_debrief_turn *turn);
void debrief_reasons(screen_scene *scene, const rp_debrief_turn *turn);
void debrief_curve(screen_scene *scene, int shown);
void debrief_retry(screen_scene *scene, int shown);
void debrief_turn(screen_scene *scene, int shown);

#endif
