/*
 * Shared by the screens: the frame they are given, what they keep between
 * frames, and the pieces several of them show.
 */
#ifndef SCREENS_INTERNAL_H
#define SCREENS_INTERNAL_H

#include "screens/screens.h"
#include "ui/ui_graph.h"

enum {
    NOTE_MAX = 200,
    RETRY_NONE = -1
};

typedef enum screen_dialog {
    DIALOG_NONE,
    DIALOG_SETTINGS,
    DIALOG_SHORTCUTS,
    DIALOG_LEAVE,
    DIALOG_FAULTS,
    DIALOG_PALETTE
} screen_dialog;

enum {
    QUERY_MAX = 128,
    VISITS_MAX = 32
};

/* The record: what is typed, and how it is looked at. */
typedef struct record_kept {
    bool has_come; /* the field shows what is looked for */
    char query[QUERY_MAX];
    bool is_by_scenario;
    bool is_picking; /* the list of scenarios is open */
} record_kept;

/* The palette: what is typed, and the row that Enter takes. */
typedef struct palette_kept {
    char query[QUERY_MAX];
    int chosen;
} palette_kept;

enum {
    RECENT_MAX = 5
};

/* Commands used last, the last one first; kept while the window is open. */
typedef struct recent_commands {
    int count;
    uint8_t items[RECENT_MAX];
} recent_commands;

/* The guide: where it was read before, as a browser keeps it. */
typedef struct guide_kept {
    char query[QUERY_MAX];
    uint64_t folded;     /* bit n: chapter n shows no sections */
    bool shows_contents; /* narrow: the list instead of the section */
    uint32_t visit_count;
    uint32_t visit; /* the one looked at */
    uint32_t visits[VISITS_MAX];
} guide_kept;

/* What the studio's eye needs; kept while other places are visited. */
typedef struct studio_kept {
    char filter[64];
    char scenario[64];    /* whose graph and problems the rest is about */
    char node[96];        /* the selected box of the graph; "": the start */
    ui_graph_place place; /* what of the graph is looked at */
    bool has_problem;     /* one was selected: */
    uint32_t problem;
    bool leads_there;     /* the focus goes to it once it is shown */
    uint32_t row_focused; /* counted from 1; 0: none had the focus */
    int part;             /* studio_part: shown alone in narrow windows */
    uint64_t now_ms;      /* of the view that told the time last, */
    uint32_t now_at;      /* and when, by the window's clock */
} studio_kept;

/* The library: four filters, each 0 for any. */
typedef struct library_filter {
    int group; /* library_group */
    int chapter;
    int level;  /* 1..3 */
    int status; /* library_status */
} library_filter;

typedef struct library_kept {
    char query[QUERY_MAX];
    library_filter filter;
    int open; /* the filter whose list is open, from 1; 0: none */
} library_kept;

/* A card that is shown, and the hit that brought it. */
typedef struct library_item {
    uint32_t card;
    uint32_t hit;
} library_item;

/* The cards that pass, and what they were sifted from. */
typedef struct library_sieve {
    rp_alloc alloc;
    library_item *items; /* owned */
    uint32_t count;
    uint32_t capacity;
    uint32_t version; /* of the view */
    char query[QUERY_MAX];
    library_filter filter;
} library_sieve;

/* What the eye needs from frame to frame; reset when the place changes. */
typedef struct screen_kept {
    screen_dialog open;
    int desk_tab;       /* record shown in the desk panel */
    bool has_desk;      /* it was chosen, or taken over from before */
    bool panel_is_open; /* compact: a desk panel lies beside the call */
    bool panel_is_notes;
    bool is_pinning;  /* P was pressed: a digit pins a phrase */
    int turn;         /* debrief: the turn looked at; -1: not chosen yet */
    bool has_arrived; /* debrief: the focus went from the turn to the retry */
    bool has_told_faults; /* library: the dialog came for this opening */
    bool has_turn;        /* call: the turn the focus was led to */
    uint32_t turn_moves;
    bool has_draft; /* a reply lies open before it is sent: its choice */
    uint16_t draft;
    bool has_copy;      /* lines of the transcript are selected, */
    uint32_t copy_from; /* from this one */
    uint32_t copy_to;   /* to this one, in either direction */
    bool has_chosen;    /* a reply stands out before it is said: */
    uint16_t chosen;    /* its choice, */
    uint32_t chosen_ms; /* and since when */
    bool shows_ideas;   /* home: the other ideas lie open */
    library_kept library;
    record_kept record;
    guide_kept guide;
    palette_kept palette;
    bool goes_on; /* a call that stood still for the palette */
    studio_kept studio;
    char note[NOTE_MAX];
    char phrase[NOTE_MAX]; /* what the intent's text points at */
    char toast[RP_MESSAGE_MAX];
    uint32_t toast_until_ms;
    bool toast_undoes;
} screen_kept;

/* What a call has told its listeners; reset when the place changes. */
typedef struct call_told {
    uint64_t lines; /* hash of what the customer said last; 0: nothing yet */
    bool has_looked;
    bool silence; /* five seconds were left */
    bool is_low[RP_MOODS];
    uint8_t clock; /* marks of the guide's band that were passed */
} call_told;

struct screens {
    screens_voice voice;
    screens_lines said;
    call_told told;
    bool was_in_call; /* in the last frame: its last words are still to come */
    rp_alloc alloc;
    rp_place place;
    rp_place came_from; /* the shell's place before this one */
    bool has_place;
    const rp_view *shown; /* instead of the app's; NULL */
    screen_kept kept;
    recent_commands recent;
    library_sieve sieve;
    int turn; /* of the debrief the guide was opened from */
};

/* One frame as a screen sees it. */
typedef struct screen_scene {
    const screens_voice *voice;
    ui_context *ui;
    const rp_app *app; /* for words and settings only */
    const rp_view *view;
    screen_kept *kept;
    recent_commands *recent;
    library_sieve *sieve;
    rp_place came_from; /* of the shell: where Esc leads back to */
    rp_intent *intent;
} screen_scene;

typedef struct screen {
    const char *name;
    void (*frame)(screen_scene *scene);
} screen;

extern const screen screen_home;
extern const screen screen_library;
extern const screen screen_settings;
extern const screen screen_studio;
extern const screen screen_record;
extern const screen screen_guide;

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

/* The same with a value; both texts are copied. */
void want_pair(screen_scene *scene, rp_intent_kind kind, const char *text,
               const char *value);

/* ----------------------------------------------------------- vocabulary */

const char *score_name(const screen_scene *scene, rp_score_kind score);
const char *mood_name(const screen_scene *scene, rp_mood_kind mood);
const char *mood_word(const screen_scene *scene, rp_mood_word word);
const char *channel_name(const screen_scene *scene, rp_channel channel);
const char *channel_icon(rp_channel channel);
const char *act_name(const screen_scene *scene, rp_act act);
const char *difficulty_name(const screen_scene *scene, int difficulty);
const char *record_icon(rp_record_kind kind);
const char *past_kind_name(const screen_scene *scene, rp_past_kind kind);

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

/* The same, with something else than the way to all shortcuts at the end. */
void end_shell_saying(screen_scene *scene, const ui_hint_spec *hints, int count,
                      const ui_hint_spec *said);

/* True for what the rail leads to, and the key that goes there. */
bool shell_has(rp_place place);
ui_key shell_key(rp_place place);

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

/* Goes to the settings, or opens them over what is going on. */
void show_settings(screen_scene *scene);
void settings_body(screen_scene *scene); /* inside the dialog */

/* What a call tells those who listen: the customer's line at once, a mood
 * that turned low, the end of patience, the clock; and Space, which says the
 * line again. */
void call_speech(screens *all, screen_scene *scene);

/* What was said last, in one line; nothing where nobody wants it. */
void spoken_line(screen_scene *scene);

/* Ctrl K, the palette inside its dialog, and what follows it. */
void palette_keys(screen_scene *scene);
void palette_body(screen_scene *scene);
void palette_go_on(screen_scene *scene);

/* Ends what the sieve owns. */
void library_sieve_clear(library_sieve *sieve);

/* Settings, shortcuts, leave, faults: whichever is open. */
void dialogs(screen_scene *scene);
void show_toast(screen_scene *scene, const char *text, bool undoes);
void toast(screen_scene *scene);

/* True while the customer is still speaking. */
bool call_is_speaking(const rp_call_view *call);

/* Per mille of a line that are not said yet. */
uint16_t call_hidden(screen_scene *scene, uint32_t index);

/* Keeps the speech going, and Space says the rest of it at once. */
void call_pace(screen_scene *scene);

/* A reply was chosen: it is said when the eye has seen which one. */
void call_choose(screen_scene *scene, uint16_t choice);
void call_say_chosen(screen_scene *scene);
uint8_t call_reply_fade(const screen_scene *scene, uint16_t choice);

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
void debrief_copy(screen_scene *scene, int shown); /* Ctrl C: its lines */
void debrief_curve(screen_scene *scene, int shown);
void debrief_retry(screen_scene *scene, int shown);

/* The retry, the way to the guide, or why there is none. */
void debrief_deeds(screen_scene *scene, int shown);
bool debrief_has_guide(const screen_scene *scene, int shown);
void debrief_turn(screen_scene *scene, int shown);

#endif
