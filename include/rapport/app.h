/*
 * App: the use cases, and the one place where loading, play, solving and the
 * store meet. Front ends read a *view* and hand in an *intent*; window and
 * terminal are twins because both stand on this header alone.
 *
 *   shell --open--> briefing --begin--> call <--> form --> debrief
 *     ^                ^                                      |
 *     +----------------+----- leave, again, retry from here --+
 *
 * Every move is in the database before the view shows it. A view is borrowed
 * and valid until the next intent or tick. Nothing here draws, prints or
 * exits. One app is used by one thread.
 */
#ifndef RAPPORT_APP_H
#define RAPPORT_APP_H

#include "rapport/solve.h"

typedef struct rp_app rp_app;

typedef struct rp_app_options {
    const char *data_dir;    /* NULL: $XDG_DATA_HOME/rapport or ~/.local/... */
    const char *pack_dir;    /* folder of installed packs; NULL: found */
    const char *locale_dir;  /* compiled interface texts; NULL: found */
    const char *helper_path; /* NULL: found beside the program */
    const char *language;    /* NULL: the stored setting, else the locale's */
    bool in_memory;          /* nothing is stored (pictures, tests) */
    uint64_t fixed_seed;     /* 0: a fresh seed each run */
    uint16_t fixed_set;      /* fact set from 1; 0: the one the seed picks */
    bool paces_speech;       /* the customer's lines take the time they take to
                                say, and silence is counted behind them; else
                                they stand there at once */
    /* Pictures and tests: calls look as in an exam. Only a look: what was
     * played is stored and judged as practice. */
    bool looks_like_exam;
    uint8_t exam_call; /* "call 2 of 3"; 0: not shown */
    uint8_t exam_calls;
    /* The clock, so that tests own time; NULL: the machine's. */
    uint64_t (*wall_ms)(void *user); /* since 1970, UTC */
    /* The studio has something new: a tick takes it over. Called from a thread
     * of its own, which must not be kept waiting; NULL: who ticks finds it. */
    void (*wake)(void *user);
    void *user; /* of both */
} rp_app_options;

/*
 * Opens the store and the library. From the first visit to the studio on,
 * `alloc` is called by threads of its own too; rp_app_close ends them.
 *
 * Errors: RP_E_IO, RP_E_DAMAGED (the database; the sentence says what is safe
 * and what to do), RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_app_open(const rp_app_options *options, rp_alloc alloc,
                                  rp_app **app, rp_error *err);
void rp_app_close(rp_app *app); /* NULL does nothing */

/* --------------------------------------------------- words and settings */

/* The result may stand where `idx`, a format, stood. */
#define RP_FORMAT_OF(idx) __attribute__((format_arg(idx)))

/* Marks a text in a table for translation; rp_tr translates it later. */
#define RP_WORD(english) english

/*
 * An interface text in the person's language (gettext's MO files; English is
 * the source). `rp_tr_n` picks the plural form for `n`. Borrowed for the life
 * of the app.
 */
const char *rp_tr(const rp_app *app, const char *english) RP_FORMAT_OF(2);
const char *rp_tr_n(const rp_app *app, const char *one, const char *many,
                    uint32_t n) RP_FORMAT_OF(2) RP_FORMAT_OF(3);

/*
 * The same texts without an app, for use cases that open no store. The
 * language is the options', else the locale's.
 *
 * `words`  filled on success, owned: end it with rp_words_close
 *
 * Errors: RP_E_MEMORY. A language nobody translated is English.
 */
typedef struct rp_words rp_words;
RP_MUST_USE rp_status rp_words_open(const rp_app_options *options,
                                    rp_alloc alloc, rp_words **words,
                                    rp_error *err);
void rp_words_close(rp_words *words);                 /* NULL does nothing */
const char *rp_words_language(const rp_words *words); /* "en", "zh" */
const char *rp_words_tr(const rp_words *words, const char *english)
    RP_FORMAT_OF(2);
const char *rp_words_tr_n(const rp_words *words, const char *one,
                          const char *many, uint32_t n) RP_FORMAT_OF(2)
    RP_FORMAT_OF(3);

/*
 * The language of `words` for sentences made elsewhere: faults, remarks, what
 * Lua complains of. Borrowed; follows a change of language.
 */
rp_tongue rp_words_tongue(const rp_words *words);

typedef enum rp_theme {
    RP_THEME_LIGHT,
    RP_THEME_DARK,
    RP_THEME_CONTRAST
} rp_theme;

enum {
    RP_EDITOR_MAX = 256
};

typedef struct rp_settings {
    const char *language; /* "en", "zh" */
    rp_theme theme;
    uint16_t text_percent;  /* 100..200 */
    bool silence_off;       /* waiting never costs anything */
    uint16_t timer_percent; /* 100, 150, 200, 300 */
    bool reduced_motion;
    bool instant_lines;    /* the customer's lines stand there at once */
    bool number_answers;   /* a number key answers at once */
    bool read_aloud;       /* what has the focus, and what happens */
    bool show_spoken;      /* a line above the footer: what was said last */
    bool customer_voice;   /* the customer speaks aloud */
    uint16_t voice_volume; /* 0..100, of everything spoken */
    uint16_t voice_rate;   /* 50..200 per cent */
    bool wide_spacing;     /* letters, words and lines wider apart */
    bool hide_clock;       /* no call clock */
    bool hide_keys;        /* no shortcuts in the footer but F1 */
    /* Opens scenario files: "code -g {file}:{line}"; "": found by itself. */
    char editor[RP_EDITOR_MAX];
} rp_settings;

const rp_settings *rp_app_settings(const rp_app *app);

/* ---------------------------------------------------------------- views */

/*
 * The places of the shell come first; from each of them all others can be
 * gone to (RP_INTENT_GO). What follows is entered by what is done there, and
 * left for the shell's place it was entered from.
 */
typedef enum rp_place {
    RP_AT_HOME,
    RP_AT_LIBRARY,
    RP_AT_RECORD,   /* what this person did so far */
    RP_AT_GUIDE,    /* the handbook */
    RP_AT_STUDIO,   /* the trainers' desk */
    RP_AT_SETTINGS, /* the last place of the shell */
    RP_AT_BRIEFING,
    RP_AT_CALL,
    RP_AT_FORM,
    RP_AT_DEBRIEF
} rp_place;

/* A text ready to show: slots filled, marks beside it. */
typedef struct rp_shown {
    const char *text;
    uint32_t mark_count;
    const rp_mark *marks;
    uint32_t spoken; /* how much there is to say, as rp_spoken_count */
} rp_shown;

typedef struct rp_card {
    const char *id;
    const char *path;
    const char *title;
    const char *situation;
    const char *customer; /* "" where the facts decide who calls */
    const char *face;
    rp_channel channel;
    uint8_t chapter;
    uint8_t difficulty;
    uint32_t talk_s;            /* of the author's own good run; 0: unknown */
    uint32_t attempts;          /* finished ones of this person */
    int32_t best_bp[RP_SCORES]; /* best run; RP_NOT_ASSESSED: none yet */
    bool was_passed;
    bool is_broken; /* has faults of severity error */
    uint32_t fault_count;
} rp_card;

typedef struct rp_library_view {
    uint32_t card_count;
    const rp_card *cards;
    bool has_unfinished; /* a call that was cut off can be resumed */
    const char *unfinished_title;
    uint32_t unfinished_moves;
    const char *person;   /* who practises */
    uint32_t fault_count; /* of the card that was opened in vain */
    const rp_fault *faults;
} rp_library_view;

typedef struct rp_briefing_view {
    const char *id;
    const char *title;
    const char *situation;
    const char *customer;
    const char *face;
    uint32_t about_count;
    const char *const *about;
    rp_channel channel;
    uint8_t chapter;
    const char *chapter_title; /* "Chapter 2"; "" where none is said */
    uint8_t difficulty;
    const char *goals[RP_SCORES];
    uint8_t pass_percent[RP_SCORES];
    uint16_t silence_s;   /* 0: none */
    uint16_t band_from_s; /* the guide's band for talk time, 180..300 */
    uint16_t band_to_s;
    uint32_t example_count; /* model answers, shown after a first run */
} rp_briefing_view;

typedef enum rp_speaker {
    RP_CUSTOMER,
    RP_YOU,
    RP_STAGE
} rp_speaker;

typedef struct rp_said {
    rp_speaker speaker;
    uint32_t at_ms; /* since the call began */
    rp_shown line;
    const char *date;      /* of the simulated calendar; NULL: it has none */
    const char *cue;       /* how it is said; NULL */
    const char *recording; /* a file of its pack that says it; NULL */
    bool is_current;       /* part of what the customer says now */
    uint32_t speak_ms;     /* what saying it takes, at the pack's rate */
} rp_said;

typedef struct rp_reply_view {
    uint16_t choice; /* index into the model */
    const char *id;
    rp_shown line;
    rp_act act;
} rp_reply_view;

typedef struct rp_row_view {
    const char *label;
    const char *text;
    bool is_marked;
    bool has_amount; /* a bill's row: `amount_fen` */
    int64_t amount_fen;
} rp_row_view;

typedef struct rp_record_view {
    uint16_t record;
    const char *id;
    const char *title;
    rp_record_kind kind;
    bool is_opened; /* rows are hidden until it is */
    uint32_t row_count;
    const rp_row_view *rows;
} rp_record_view;

typedef struct rp_note_view {
    uint64_t id;
    bool is_pin; /* a pinned phrase, else a note */
    uint32_t at_ms;
    const char *text;
} rp_note_view;

typedef struct rp_promise_view {
    const char *text;
    const char *due; /* NULL: no time named */
    bool is_kept;
} rp_promise_view;

typedef struct rp_step_view {
    const char *title;
    bool is_done;
} rp_step_view;

typedef struct rp_mood_view {
    uint8_t now[RP_MOODS];
    int16_t change[RP_MOODS]; /* by the last move */
    rp_mood_word word;
} rp_mood_view;

typedef struct rp_answer_view {
    uint8_t bit; /* of rp_move.answers */
    const char *id;
    const char *text;
    bool is_chosen;
} rp_answer_view;

typedef struct rp_ask_view {
    const char *id;
    const char *text;
    bool many;
    uint32_t answer_count;
    const rp_answer_view *answers;
} rp_ask_view;

/* How an attempt came about, and where it stands. */
typedef enum rp_past_kind {
    RP_PAST_PRACTICE,
    RP_PAST_RETRY, /* tried again from the middle of another */
    RP_PAST_EXAM,
    RP_PAST_UNFINISHED, /* neither finished nor put aside */
    RP_PAST_ASIDE
} rp_past_kind;

enum {
    RP_PAST_DATE_MAX = 24
};

/* An old attempt played again from its moves. */
typedef enum rp_rescored {
    RP_RESCORED_NOT,  /* a run of now, or one without a result */
    RP_RESCORED_SAME, /* it comes to what was stored */
    RP_RESCORED_OTHER
} rp_rescored;

/* The conversation, and its wrap-up form while one is open. */
typedef struct rp_call_view {
    const char *title;
    const char *customer;
    const char *about; /* one line: "Family 129, customer since 2016" */
    const char *face;
    const char *voice; /* "man", "woman"; "": not said */
    rp_channel channel;
    rp_mood_view mood;
    uint32_t said_count;
    const rp_said *said;
    uint32_t reply_count; /* the cards, in shown order */
    const rp_reply_view *replies;
    uint32_t anytime_count;
    const rp_reply_view *anytime;
    uint32_t record_count;
    const rp_record_view *records;
    uint32_t looked; /* the record opened last; record_count: none yet */
    uint32_t note_count;
    const rp_note_view *notes;
    uint32_t promise_count; /* made so far */
    const rp_promise_view *promises;
    uint32_t step_count;
    const rp_step_view *steps;
    bool has_hint;
    const char *hint;  /* NULL until it was asked for */
    uint32_t clock_ms; /* the call clock: grows with ticks while it runs */
    uint32_t talk_s;   /* talk time of what was said, at the pack's rate */
    uint16_t band_from_s;
    uint16_t band_to_s;
    uint16_t silence_s;  /* 0: no timer now */
    uint32_t silence_ms; /* waited so far */
    uint32_t speech_ms;  /* what the customer says now takes so long; 0: it
                            stands there at once */
    uint32_t spoken_ms;  /* of it; the trainee's turn once it is all said */
    bool is_paused;
    /* An exam shows less: no hints, nothing is taken back. */
    bool is_exam;
    uint8_t exam_call; /* "call 2 of 3"; 0: not shown */
    uint8_t exam_calls;
    uint32_t moves; /* replies and forms so far: another one, another turn */
    bool can_undo;  /* practice: take the last move back */
    const char *undone; /* what the last undo took back; NULL */
    /* the form */
    const char *form_title;
    uint32_t ask_count;
    const rp_ask_view *asks;
    bool form_is_complete;
} rp_call_view;

typedef struct rp_debrief_turn {
    uint32_t move_idx;
    uint32_t at_ms;
    rp_shown heard; /* what the customer had said */
    rp_shown said;  /* what the trainee did */
    rp_shown hears; /* what it made the customer say; text may be NULL */
    int32_t points[RP_SCORES];
    uint8_t mood[RP_MOODS]; /* after it */
    const char *because;
    int64_t cost_bp; /* regret in basis points, rounded up */
    bool is_strong;
    bool closes_door;
    const char *better; /* a better reply's text; NULL: none was better */
    const char *better_because;
    uint32_t shown_count; /* behaviours: "7.1-i  Steadies oneself ..." */
    const char *const *shown;
    uint32_t missed_count;
    const char *const *missed;
    const char *section; /* of the first behaviour: "7.1" */
    const char *section_title;
    const char *section_says;
    bool can_retry; /* counted moves of practice runs */
} rp_debrief_turn;

typedef struct rp_debrief_view {
    const char *title;
    const char *customer;
    const char *face;
    rp_result result;
    const char *verdict; /* "Passed", "Not yet, but close" */
    const char *reason;  /* one sentence */
    const char *ending;  /* what was said last, */
    rp_said last;        /* the same as it is spoken, */
    const char *voice;   /* and by whom; "": not said */
    const char *epilogue;
    uint8_t pass_percent[RP_SCORES];
    rp_mood_word mood_word;
    uint8_t mood_at_start[RP_MOODS];
    uint32_t turn_count;
    const rp_debrief_turn *turns;
    uint32_t turning_idx;   /* turn of largest cost; turn_count: none */
    uint32_t satisfied_idx; /* turn that moved satisfaction most */
    uint32_t clock_ms;
    uint32_t talk_s;
    uint16_t band_from_s;
    uint16_t band_to_s;
    const char *attempt; /* its id, for verify */
    uint32_t promise_count;
    const rp_promise_view *promises;
    /* an attempt of the record, opened again */
    bool is_past;
    const char *played; /* "2026-11-20 09:12" */
    rp_past_kind kind;
    rp_rescored rescored;
    const char *why_no_retry; /* a sentence; NULL: it can be tried again */
    bool can_again;           /* the same scenario, as it is installed now */
} rp_debrief_view;

/* --------------------------------------------------------------- record */

/* One attempt of the person, in a line. Texts live as long as the view. */
typedef struct rp_past_row {
    const char *id; /* the attempt's, in full */
    const char *scenario;
    const char *title;
    char date[RP_PAST_DATE_MAX]; /* "2026-11-20 09:12", where it was played */
    uint64_t started_ms;         /* since 1970, UTC */
    rp_past_kind kind;
    bool can_resume; /* the newest that can be gone on with */
    bool passed;     /* finished ones */
    uint32_t moves;
    uint32_t talk_s;             /* finished ones */
    int32_t score_bp[RP_SCORES]; /* RP_NOT_ASSESSED: none */
} rp_past_row;

/* What came of one scenario so far. */
typedef struct rp_past_scenario {
    const char *id;
    const char *title;
    uint32_t attempts; /* finished ones */
    uint32_t passed;
    int32_t best_bp[RP_SCORES]; /* of the best run */
} rp_past_scenario;

typedef enum rp_past_status {
    RP_PAST_ALL,
    RP_PAST_PASSED,
    RP_PAST_NOT_YET,
    RP_PAST_NOT_FINISHED,
    RP_PAST_STATUSES
} rp_past_status;

typedef enum rp_past_column {
    RP_PAST_DATE,
    RP_PAST_TITLE,
    RP_PAST_TALK,
    RP_PAST_LISTENING,
    RP_PAST_EMPATHY,
    RP_PAST_RESOLUTION,
    RP_PAST_COLUMNS
} rp_past_column;

/* Which rows are wanted, in which order (RP_INTENT_SIFT). */
typedef struct rp_past_sieve {
    const char *query;    /* in titles and dates; "": all */
    const char *scenario; /* id; "": every */
    rp_past_status status;
    rp_past_column column;
    bool is_rising; /* least first; dates start with the newest */
} rp_past_sieve;

typedef struct rp_past_view {
    uint32_t total; /* of all rows, whatever the sieve lets through */
    uint32_t finished;
    uint32_t passed;
    uint64_t talk_s;
    uint32_t scenario_count; /* that were ever tried, by title */
    const rp_past_scenario *scenarios;
    uint32_t row_count;
    const rp_past_row *const *rows;
    rp_past_sieve sieve;
} rp_past_view;

/* ---------------------------------------------------------------- guide */

/* Where a behaviour can be practised. */
typedef struct rp_guide_practice {
    const char *path;
    const char *title;
} rp_guide_practice;

typedef struct rp_guide_behaviour {
    const char *id; /* "7.1-i" */
    const char *strong;
    const char *mistake; /* "" for none */
    rp_score_kind score;
    bool is_professional; /* a matter of the trade */
    uint32_t practice_count;
    const rp_guide_practice *practices;
} rp_guide_behaviour;

typedef struct rp_guide_section {
    const char *id; /* "7.1" */
    const char *pack;
    uint32_t chapter;
    const char *title;
    const char *says;    /* what the guide states */
    const char *sources; /* its own citations; "" for none */
    uint32_t behaviour_count;
    const rp_guide_behaviour *behaviours;
} rp_guide_section;

/* How often this person showed a behaviour by a strong reply, or missed it. */
typedef struct rp_guide_so_far {
    uint32_t shown;
    uint32_t missed;
} rp_guide_so_far;

typedef struct rp_guide_view {
    uint32_t section_count; /* 0: no pack has any */
    const rp_guide_section *sections;
    uint32_t selected;
    const rp_guide_so_far *so_far; /* by behaviour of the selected section */
    const char *trouble; /* why a pack is missing here; NULL: none is */
    bool has_back;       /* leaving goes to `back` */
    rp_place back;
} rp_guide_view;

/* --------------------------------------------------------------- studio */

/* How far the studio is with a scenario, and what came of it. */
typedef enum rp_studio_state {
    RP_STUDIO_WAITING,
    RP_STUDIO_CHECKING,
    RP_STUDIO_GOOD,   /* nothing to mend; `gate_is_open` says the rest */
    RP_STUDIO_WARNED, /* warnings, or what keeps the gate shut */
    RP_STUDIO_FAULTY  /* errors: it cannot be played */
} rp_studio_state;

typedef struct rp_studio_row {
    const char *id;
    const char *title; /* the id where it does not load */
    const char *path;
    const char *file; /* "angry-caller.lua" */
    rp_studio_state state;
    uint32_t error_count;
    uint32_t warning_count;
    bool gate_is_open; /* known once it is GOOD or WARNED */
} rp_studio_row;

typedef struct rp_studio_problem {
    rp_severity severity;
    bool is_gate; /* keeps the gate shut, nothing else */
    const char *code;
    const char *message;
    const char *mend; /* how; "" where the message says it */
    const char *file; /* "angry-caller.lua"; "" where no line is known */
    const char *path; /* for the editor */
    uint32_t line;    /* 0: unknown */
    const char *node; /* of the graph; NULL: it belongs to none */
} rp_studio_problem;

typedef struct rp_studio_guesser {
    rp_guesser guesser;
    const char *name; /* "Picks at random" */
    double chance;    /* to pass at the exam mark, the upper bound */
    double limit;     /* the gate's */
    bool is_over;
} rp_studio_guesser;

typedef struct rp_studio_reply {
    rp_reply_view reply;
    const char *to; /* node it leads to in this state; NULL: stays */
    int32_t points[RP_SCORES];
    int64_t cost_bp; /* regret; with closes_door known once `has_costs` */
    bool closes_door;
} rp_studio_reply;

/* A turn as the trainee would see it in a state that can really occur. */
typedef struct rp_studio_preview {
    const char *node; /* NULL: no turn is chosen */
    const char *at;   /* where it stands after what was tried out */
    rp_moment moment;
    bool is_there;       /* false: `why_not` says why there is no such state */
    const char *why_not; /* a sentence */
    uint16_t set;        /* fact set, from 1 */
    double chance;       /* that a random guesser is ever at this turn */
    uint32_t move_count; /* made before it */
    const char *how;     /* the moves, written, one after another */
    const char *customer;
    const char *face;
    rp_mood_view mood;
    uint32_t said_count; /* what the customer says now */
    const rp_said *said;
    uint32_t reply_count;
    const rp_studio_reply *replies;
    bool has_costs;      /* a moment after the replies themselves */
    uint32_t step_count; /* replies tried out here, RP_INTENT_TRY */
} rp_studio_preview;

typedef struct rp_studio_view {
    const char *folder; /* that is watched */
    bool is_watching;
    uint32_t row_count;
    const rp_studio_row *rows;
    const char *selected; /* id of a row; NULL: there is none */
    const char *title;
    const char *file;
    uint64_t saved_ms; /* since 1970 */
    uint64_t now_ms;   /* when this view was made, likewise */
    bool is_busy;
    uint8_t percent;   /* of what is being done */
    const char *doing; /* "Walking every state"; "" when idle */
    /* NULL until they are made; `no_graph` says why when they never will. */
    const struct rp_graph *graph;
    bool is_stale; /* of the last edition that could be drawn */
    const struct rp_graph_layout *layout; /* nodes 112 by 48 */
    const char *no_graph;
    uint32_t problem_count;
    const rp_studio_problem *problems; /* by severity, file and line */
    bool has_proof;                    /* par, odds and gate are known */
    bool is_exact;
    bool gate_is_open;
    int32_t par[RP_SCORES]; /* of the first fact set */
    uint32_t guesser_count;
    const rp_studio_guesser *guessers;
    uint32_t set_count;
    uint64_t state_count;
    rp_studio_preview preview;
} rp_studio_view;

/* ----------------------------------------------------------------- home */

/* Why a scenario is proposed: what weighed most. See "The next practice" in
 * the README, or engine/app/suggest.h, for the rule. */
typedef enum rp_reason_kind {
    RP_REASON_FIRST,  /* nothing was practised yet: an easy one */
    RP_REASON_MISSED, /* its behaviours were missed lately */
    RP_REASON_RESTED, /* its chapter has not come up for long */
    RP_REASON_NEW,    /* never tried */
    RP_REASON_TRIED,  /* tried, not passed yet */
    RP_REASON_STEP,   /* the next difficulty */
    RP_REASON_KINDS
} rp_reason_kind;

typedef struct rp_reason {
    rp_reason_kind kind;
    rp_score_kind score; /* MISSED: whose behaviours most of all */
    uint8_t chapter;     /* MISSED, RESTED; 0: none is said */
    uint32_t days;       /* RESTED: since the chapter came up */
    uint32_t count;      /* MISSED: how often */
} rp_reason;

/* A scenario proposed; the best idea comes first. */
typedef struct rp_idea {
    uint32_t card; /* index into the library's cards */
    rp_reason why;
} rp_idea;

/* A finished attempt in a list. `at` is the time where it was played. */
typedef struct rp_recent_view {
    const char *attempt; /* id */
    const char *path;    /* of its scenario; "" where it is gone */
    const char *title;
    const char *face;
    rp_calendar at;
    uint32_t days_ago; /* 0: today */
    int32_t score_bp[RP_SCORES];
    bool passed;
} rp_recent_view;

/* How far a chapter of the handbook is practised. */
typedef struct rp_chapter_view {
    uint8_t number;
    const char *title; /* "" where the pack gives none */
    uint8_t pips;      /* 0..RP_PIPS lit */
    uint32_t shown;    /* behaviours shown by a strong reply, */
    uint32_t count;    /* of those the installed scenarios call for */
    bool is_due;       /* not practised for RP_DUE_DAYS or more */
    bool has_begun;
    uint32_t days; /* since it was practised last, where has_begun */
} rp_chapter_view;

enum {
    RP_PIPS = 5,
    RP_DUE_DAYS = 7,
    RP_WEEK_DAYS = 7,
    RP_RECENT_MAX = 5
};

typedef struct rp_home_view {
    bool is_first;    /* nothing was finished yet, nor begun */
    const char *name; /* "" where the person gave none */
    rp_calendar now;  /* local time */
    uint32_t idea_count;
    const rp_idea *ideas;
    uint32_t recent_count;
    const rp_recent_view *recent; /* newest first */
    bool practised[RP_WEEK_DAYS]; /* days of this week, Monday first */
    uint32_t attempt_count;       /* finished */
    uint32_t passed_count;        /* scenarios passed once, */
    uint32_t playable_count;      /* of these */
    uint32_t chapter_count;
    const rp_chapter_view *chapters;
} rp_home_view;

/* --------------------------------------------------------------- search */

typedef enum rp_hit_kind {
    RP_HIT_SCENARIO,  /* title, customer, situation, what is said in it */
    RP_HIT_SECTION,   /* of the handbook */
    RP_HIT_BEHAVIOUR, /* of the handbook */
    RP_HIT_ATTEMPT,   /* of this person, by its scenario's title, customer */
    RP_HIT_KINDS
} rp_hit_kind;

typedef struct rp_hit {
    rp_hit_kind kind;
    const char *id;      /* the scenario's, section's, ... */
    const char *path;    /* of a scenario, for RP_INTENT_OPEN; else "" */
    const char *title;   /* in the person's language */
    const char *where;   /* what was found: "Situation", "Section 7.1" */
    const char *snippet; /* the text around it; "": the title itself */
    uint32_t from;       /* what was found, in bytes of the snippet */
    uint32_t to;
} rp_hit;

/* What was asked for last (RP_INTENT_SEARCH). */
typedef struct rp_search_view {
    const char *query; /* as it was asked; "" */
    uint32_t kinds;    /* likewise */
    uint32_t hit_count;
    const rp_hit *hits; /* by kind, best first */
} rp_search_view;

typedef struct rp_view {
    uint32_t version; /* another one whenever anything but clocks changed */
    rp_place place;
    rp_home_view home; /* in every place of the shell, as the library */
    rp_library_view library;
    rp_search_view search;
    rp_briefing_view briefing;
    rp_call_view call;
    rp_debrief_view debrief;
    rp_past_view past;
    rp_guide_view guide;
    rp_studio_view studio;
    const char *notice; /* something to tell once, in a toast; NULL */
} rp_view;

const rp_view *rp_app_view(rp_app *app);

/* -------------------------------------------------------------- intents */

typedef enum rp_intent_kind {
    RP_INTENT_NONE,
    RP_INTENT_GO,    /* index: a place of the shell; text: what to show there,
                        a section's or a scenario's id; NULL: as it was left */
    RP_INTENT_OPEN,  /* text: scenario id, its path or a pack's folder; number:
                        how many were wanted at once (0: one) */
    RP_INTENT_BEGIN, /* from the briefing: pick up */
    RP_INTENT_SAY,   /* index: choice */
    RP_INTENT_LOOK,  /* index: record */
    RP_INTENT_HURRY, /* what the customer is saying is said at once */
    RP_INTENT_HINT,
    RP_INTENT_CHOOSE,  /* index: answer bit of the form, toggled or picked */
    RP_INTENT_FILE,    /* send the form */
    RP_INTENT_NOTE,    /* text */
    RP_INTENT_PIN,     /* text: the phrase */
    RP_INTENT_UNNOTE,  /* number: note id */
    RP_INTENT_UNDO,    /* practice: a new attempt without the last move */
    RP_INTENT_PAUSE,   /* index 0: the other way; 1: stop; 2: go on */
    RP_INTENT_LEAVE,   /* back to the shell; an unfinished call stays so */
    RP_INTENT_AGAIN,   /* the same scenario, fresh seed */
    RP_INTENT_RETRY,   /* index: debrief turn to try again from */
    RP_INTENT_RESUME,  /* the unfinished call */
    RP_INTENT_DISMISS, /* the unfinished call: keep the record, do not ask */
    RP_INTENT_REVIEW,  /* text: an attempt's id; its debrief as it was */
    RP_INTENT_SIFT,    /* record: text is query, scenario, status, sort or all,
                          and value what it becomes; see below */
    RP_INTENT_STUDY,   /* studio: text is the scenario's id */
    RP_INTENT_CHECK,   /* studio: the selected one anew, from its file */
    RP_INTENT_PREVIEW, /* studio: text is a node's id, index a moment */
    RP_INTENT_TRY,     /* studio: say the reply of this choice in the preview */
    RP_INTENT_EDIT,    /* studio: text is a path, index a line; opens the
                          author's editor */
    RP_INTENT_SEARCH,  /* text: words; index: kinds, 1 << rp_hit_kind or'ed,
                          0: all; number: most of a kind, 0: 20 */
    RP_INTENT_SETTING, /* text: "theme", value: "dark"; see below */
    RP_INTENT_QUIT
} rp_intent_kind;

/*
 * RP_INTENT_GO to the guide from a debrief or a briefing keeps what lies
 * there: RP_INTENT_LEAVE goes back to it.
 *
 * RP_INTENT_SIFT: `status` is all, passed, not-yet or not-finished; `sort`
 * date, title, talk, listening, empathy or resolution, the same one again
 * turning the order around. `all` takes query, scenario and status away.
 *
 * Settings are named as the fields of rp_settings. `theme` is light, dark or
 * contrast, `language` a language with texts, `text_percent` and
 * `timer_percent` a number, all others on or off.
 */
typedef struct rp_intent {
    rp_intent_kind kind;
    uint32_t index;
    uint64_t number;
    const char *text;  /* borrowed for the call */
    const char *value; /* borrowed for the call */
} rp_intent;

/*
 * Carries out one intent. On failure the view is as it was and its `notice`
 * carries the sentence.
 */
rp_status rp_app_act(rp_app *app, const rp_intent *intent, rp_error *err);

/*
 * Lets `elapsed_ms` of a front end's steady clock pass: the call clock runs
 * while a call is open and not paused, and silence costs when it is due.
 * Returns true when the view changed beyond the clocks.
 */
bool rp_app_tick(rp_app *app, uint32_t elapsed_ms);

/*
 * True while ticks have something to make ready in a place of the shell: what
 * older attempts showed, the titles of the chapters. A front end that has
 * nothing else to do lets ticks of a millisecond or more follow at once.
 */
bool rp_app_has_preparations(const rp_app *app);

/* While a voice can be heard saying the customer's line, nobody has to answer:
 * waiting costs nothing until it is over. */
void rp_app_hear(rp_app *app, bool is_speaking);

/* ------------------------------------------------- use cases without view */

/* A scenario made ready: loaded, checked, compiled. */
typedef struct rp_loaded {
    rp_arena arena;
    rp_faults faults;
    rp_document *document; /* NULL where loading failed */
    rp_model *model;       /* NULL where there are errors */
    const char *file;      /* as named by the caller */
} rp_loaded;

/*
 * Loads a Lua file, a document (*.json), or the id of an installed scenario.
 * What is wrong with it stands in `loaded->faults`, also when the status is
 * RP_OK; `loaded` is to be cleared in every case.
 */
rp_status rp_app_load(const rp_app_options *options, const char *scenario,
                      rp_alloc alloc, rp_loaded *loaded, rp_error *err);
void rp_loaded_clear(rp_loaded *loaded);

/* A scenario file of a pack, by the id its name promises. */
typedef struct rp_scenario_file {
    const char *id;
    const char *path;
} rp_scenario_file;

typedef struct rp_scenario_files {
    uint32_t count;
    const rp_scenario_file *items;
} rp_scenario_files;

/*
 * The scenario files of a pack's folder or id, or of all installed packs
 * where `pack` is NULL, sorted by pack and id. Nothing is loaded.
 *
 * `files`  filled on success, owned by `arena`
 *
 * Errors: RP_E_INVALID (no such pack), RP_E_IO, RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_app_scenarios(const rp_app_options *options,
                                       const char *pack, rp_arena *arena,
                                       rp_scenario_files *files, rp_error *err);

/*
 * The folder of a pack, named by its folder or by the id of an installed one.
 * `folder` is borrowed from `pack` or owned by `arena`.
 *
 * Errors: RP_E_INVALID (no such pack), RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_app_pack_folder(const rp_app_options *options,
                                         const char *pack, rp_arena *arena,
                                         const char **folder, rp_error *err);

/*
 * Loads a pack's folder alone, without any scenario: a document and its
 * faults, never a model. As with rp_app_load, clear it in every case.
 */
rp_status rp_app_load_pack(const rp_app_options *options, const char *folder,
                           rp_alloc alloc, rp_loaded *loaded, rp_error *err);

/* What `rapport doctor` looks at; the texts are owned by the arena. */
typedef struct rp_health {
    rp_status helper; /* RP_E_IO: no scenario file can be loaded */
    const char *helper_path;
    bool has_filter; /* the helper runs behind a call filter */
    bool has_limits; /* and under resource limits */
    bool has_msgfmt; /* translations of packs can be compiled */
    const char *pack_dir;
    uint32_t scenario_count;
    const char *locale_dir; /* "": no translations of the interface */
    const char *data_dir;
    rp_status store;        /* RP_OK, or why it cannot be used as it is */
    const char *store_says; /* the sentence; "" where all is well */
    uint32_t attempt_count;
} rp_health;

/* Looks, changes nothing but making a data folder. Errors: RP_E_MEMORY. */
RP_MUST_USE rp_status rp_app_health(const rp_app_options *options,
                                    rp_arena *arena, rp_health *health,
                                    rp_error *err);

/*
 * Replays every stored attempt: documents against their digests, moves
 * against states, scores against results, and the chain. `finding` is called
 * for each thing that does not hold, with a sentence that says what to do.
 */
typedef struct rp_verify_totals {
    uint32_t attempts;
    uint32_t moves;
    uint32_t findings;
} rp_verify_totals;

typedef void (*rp_finding)(void *user, const char *attempt,
                           const char *sentence);
rp_status rp_app_verify(rp_app *app, rp_finding finding, void *user,
                        rp_verify_totals *totals, rp_error *err);

/* What is searched for. */
typedef struct rp_query {
    const char *text; /* words; all of them have to be found together */
    uint32_t kinds;   /* 1 << rp_hit_kind, or'ed; 0: all */
    uint32_t max;     /* hits of one kind; 0: 20 */
} rp_query;

typedef struct rp_hits {
    uint32_t count;
    const rp_hit *items;
} rp_hits;

/*
 * Searches scenarios, handbook and the person's attempts, in all languages at
 * once: case, width and the kind of quotes do not matter, and Chinese needs no
 * spaces. Words are found together in one text, or in title, customer and
 * situation of one scenario. A scenario is one hit, where it fits best. The
 * index is made with the first search.
 *
 * `hits`  filled on success, owned by `arena`
 *
 * Errors: RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_app_search(rp_app *app, const rp_query *query,
                                    rp_arena *arena, rp_hits *hits,
                                    rp_error *err);

/* One line of `rapport attempts`. */
typedef struct rp_attempt_line {
    const char *id;
    const char *scenario;
    const char *title;
    uint64_t started_ms; /* since 1970, UTC */
    bool is_finished;
    bool is_aside; /* not finished, and not to be gone on with */
    bool is_retry; /* "try again from here" */
    uint32_t moves;
    int32_t score_bp[RP_SCORES];
    bool passed;
    rp_outcome outcome;
} rp_attempt_line;

typedef struct rp_attempt_lines {
    const rp_attempt_line *items;
    uint32_t count;
} rp_attempt_lines;

/* At most `max` (0: 100), newest first; `lines` is owned by `arena`. */
rp_status rp_app_attempts(rp_app *app, uint32_t max, rp_arena *arena,
                          rp_attempt_lines *lines, rp_error *err);

/* Which attempts are asked for: those of a scenario on a document. */
typedef struct rp_app_standing {
    const char *scenario;
    const rp_digest *digest;
} rp_app_standing;

typedef struct rp_attempt_ids {
    const char *const *items; /* in full, newest first */
    uint32_t count;
    bool has_store; /* false: nothing was ever played */
} rp_attempt_ids;

/*
 * The attempts that were played on a document, finished or not. Reads only:
 * no folder and no database is made.
 *
 * `ids`  filled on success, owned by `arena`
 *
 * Errors: RP_E_IO, RP_E_DAMAGED, RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_app_attempts_on(const rp_app_options *options,
                                         const rp_app_standing *on,
                                         rp_arena *arena, rp_attempt_ids *ids,
                                         rp_error *err);

/* A stored run, and the document it was played on. */
typedef struct rp_recorded {
    const char *id;
    const char *scenario;
    uint16_t set; /* from 0 */
    const char **moves;
    uint32_t move_count;
    bool is_finished;
    bool has_loaded;
    rp_loaded then;
} rp_recorded;

/*
 * The attempt whose id begins with `prefix`. Reads only.
 *
 * `found`  to be cleared in every case; its texts are owned by `arena`
 *
 * Errors: RP_E_INVALID (none, or more than one), RP_E_DAMAGED (it cannot be
 * played by this version), RP_E_IO, RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_app_recorded(const rp_app_options *options,
                                      const char *prefix, rp_arena *arena,
                                      rp_recorded *found, rp_error *err);
void rp_recorded_clear(rp_recorded *found);

#endif
