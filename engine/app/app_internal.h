/*
 * App, inside: what an app holds, and the pieces its files share. One file a
 * use case; `app.c` opens and closes, `intents.c` is the one door in,
 * `view*.c` is the one door out.
 */
#ifndef RAPPORT_APP_INTERNAL_H
#define RAPPORT_APP_INTERNAL_H

#include "rapport/app.h"
#include "rapport/file.h"
#include "rapport/script.h"
#include "rapport/store.h"

enum {
    APP_TEXT_MAX = 512,
    APP_BAND_FROM_S = 180, /* the guide states three to five minutes */
    APP_BAND_TO_S = 300
};

/* ---------------------------------------------------------------- files */

/* Where packs, interface texts and data are. "" for none that was found. */
const char *files_pack_dir(const rp_app_options *options, rp_arena *arena);
const char *files_locale_dir(const rp_app_options *options, rp_arena *arena);
RP_MUST_USE rp_status files_data_dir(const rp_app_options *options,
                                     rp_arena *arena, const char **path,
                                     rp_error *err);

/*
 * The names of a folder that `keeps` wants (NULL: all but hidden ones),
 * sorted; none for no folder.
 */
typedef struct file_names {
    uint32_t count;
    const char **items;
} file_names;

RP_MUST_USE rp_status files_list(const char *folder,
                                 bool (*keeps)(const char *), rp_arena *arena,
                                 file_names *names, rp_error *err);

/* True for "x.lua" but pack.lua, and "x.json": the scenarios of a folder. */
bool files_is_scenario_name(const char *name);

/* Size and time of change of a path, as a text that differs when it does. */
char *files_stamp(const char *path, rp_arena *arena);

/* ---------------------------------------------------------------- words */

/* False where nobody has translated to `language`. */
bool words_choose(rp_words *words, const char *language);

/* ------------------------------------------------------------------ run */

/* One attempt being played: the session, and all it went through. */
typedef struct run {
    rp_store_id attempt;
    rp_session session;
    rp_state start;
    rp_effect first; /* nodes led through at the start */
    rp_taken *items; /* owned; every move, uncounted ones included */
    uint32_t count;
    uint32_t capacity;
    rp_talk talk;
    uint16_t language; /* the attempt's, index into the model */
    uint32_t clock_ms;
    uint32_t silence_ms;
    uint32_t spoken_ms; /* of what the customer says now */
    bool is_paused;
    bool hint_is_shown;
    uint64_t picks; /* answers of the open form chosen so far */
    char undone[APP_TEXT_MAX];
    rp_arena judged;    /* owns what `debrief` points at */
    rp_debrief debrief; /* where is_judged */
    bool is_judged;
    rp_result result; /* once it has ended */
    bool is_kept;     /* the result is in the store */
} run;

/* An attempt of the record that lies open as a debrief. */
typedef enum review_standing {
    STANDING_SAME,    /* on the scenario as it is installed */
    STANDING_CHANGED, /* it has changed since */
    STANDING_GONE     /* nobody can tell: it is not installed */
} review_standing;

typedef struct review {
    bool is_open;
    char played[RP_PAST_DATE_MAX];
    rp_past_kind kind;
    rp_rescored rescored;
    review_standing standing;
} review;

/* What an attempt showed of a behaviour; ids live as long as the app. */
typedef struct behaviour_seen {
    const char *id;
    rp_score_kind score;
    bool is_shown; /* by a strong reply; else it was missed */
} behaviour_seen;

typedef struct evidence {
    rp_store_id attempt;
    uint32_t count;
    const behaviour_seen *items;
} evidence;

/* A finished attempt of this person. */
typedef struct practised {
    rp_store_id id;
    const char *scenario;
    uint32_t entry; /* index into the library; its count: it is gone */
    int64_t at_min; /* when it began, by the local clock of then */
    int32_t score_bp[RP_SCORES];
    bool passed;
    const evidence *seen; /* NULL: nobody has looked yet */
} practised;

/* The person's practice so far, newest first. */
typedef struct practice {
    rp_arena arena;
    uint32_t count;
    uint32_t capacity;
    practised *items;
    rp_arena kept; /* owns all evidence, as long as the app lives */
    uint32_t seen_count;
    uint32_t seen_capacity;
    evidence **seen;
    const char *titles_language; /* of the chapters' titles; NULL: unread */
    uint32_t version; /* another one whenever anything here changed */
    uint32_t next;    /* the attempt to look at next; its end: none */
    bool is_judged;   /* no evidence was missing at the last look */
} practice;

struct rp_app {
    rp_alloc alloc;
    rp_arena life; /* what lives as long as the app */
    rp_app_options options;
    rp_words *words;
    rp_store *store;
    rp_person person;
    rp_settings settings;
    struct library *library;
    practice practice;
    struct home *home;           /* NULL: not shown yet */
    struct searching *searching; /* NULL: nothing was searched yet */
    struct past *past;           /* NULL: the record was not entered yet */
    struct guide *guide;         /* likewise */
    struct studio *studio;       /* NULL: not entered yet */
    rp_place place;
    rp_place shell; /* where leaving leads */
    rp_place back;  /* where leaving the guide leads */
    bool has_back;
    rp_loaded scenario; /* of briefing, call and debrief */
    bool has_scenario;
    rp_loaded broken; /* opened in vain: its faults are shown */
    bool has_broken;
    uint64_t seed; /* drawn when the briefing opened */
    run run;
    bool has_run;
    bool is_heard; /* a voice is saying the customer's line */
    review review; /* of `run` */
    rp_walk *walk; /* of `scenario`, set `walk_set` */
    uint16_t walk_set;
    rp_rendered scratch;
    rp_arena arenas[2]; /* the view shown, and the next */
    uint32_t shown;
    rp_view view;
    char notice[RP_MESSAGE_MAX];
};

/* What a run is the run of; `set` RP_NONE: the one the seed picks. */
typedef struct run_origin {
    const rp_model *model;
    uint64_t seed;
    uint16_t set;
} run_origin;

/* Begins a run in memory; nothing is stored. */
RP_MUST_USE rp_status run_begin(rp_app *app, const run_origin *origin,
                                run *fresh, rp_error *err);

/* Makes room for one more move, so that taking it cannot fail for memory. */
RP_MUST_USE rp_status run_reserve(rp_app *app, run *played, rp_error *err);

/* Takes a move in memory. The run changes only on success. */
RP_MUST_USE rp_status run_take(rp_app *app, run *played, const rp_move *move,
                               rp_error *err);

/* The same for a move as it was written. */
RP_MUST_USE rp_status run_take_written(rp_app *app, run *played,
                                       const rp_stored_move *written,
                                       rp_error *err);

void run_clear(rp_app *app, run *played);

/* True for what counts against the limit: a reply or a form. */
bool run_counts(const rp_move *move);

/* The choices of a move: its reply, or the answers of its form. */
uint32_t run_choices(const rp_model *model, const rp_taken *item,
                     uint16_t choices[RP_ANSWERS_MAX]);

/* True when any choice of the run's moves is one that `is_it` wants. */
typedef struct run_question {
    bool (*is_it)(const rp_model *model, const rp_choice *choice,
                  uint16_t about);
    uint16_t about;
} run_question;

bool run_has(const run *played, const run_question *question);

/* Index into the model's choices of a form's answer bit; RP_NONE: none. */
uint16_t form_choice(const rp_model *model, uint16_t node, uint32_t bit);

/* ------------------------------------------------------------ use cases */

/*
 * The path of a scenario by its id, or a plain file by its path. `path` is
 * owned by the arena or borrowed from `scenario`.
 */
RP_MUST_USE rp_status load_find(const rp_app_options *options,
                                const char *scenario, rp_arena *arena,
                                const char **path, rp_error *err);

/*
 * The same, or the folder of a pack by its id or path. A file that is no
 * scenario by its name is refused.
 */
RP_MUST_USE rp_status wish_find(const rp_app_options *options, const char *name,
                                rp_arena *arena, const char **path,
                                rp_error *err);

/* Compiles a document that the store kept. */
RP_MUST_USE rp_status load_stored(const rp_stored_document *stored,
                                  rp_alloc alloc, rp_loaded *loaded,
                                  rp_error *err);

/* Par of a set: out of the cache, else by walking. */
RP_MUST_USE rp_status par_find(rp_app *app, const rp_model *model, uint16_t set,
                               int32_t par[RP_SCORES], rp_error *err);

/* The walk of the scenario at hand, kept until it is forgotten. */
RP_MUST_USE rp_status par_walk(rp_app *app, uint16_t set, rp_walk **walk,
                               rp_error *err);
void par_forget_walk(rp_app *app);

/* Puts a scenario on the table, taking it; what lay there is cleared. */
void app_put_scenario(rp_app *app, rp_loaded *loaded);
void app_put_run(rp_app *app, run *fresh);
void app_drop_run(rp_app *app);
void app_drop_broken(rp_app *app);

/* A fresh seed, or the one that was ordered. */
uint64_t app_new_seed(const rp_app *app);

/* Something to tell once. */
void app_tell(rp_app *app, const char *format, ...) RP_PRINTF(2, 3);

/* An attempt of `scenario`, alone or with the first moves of the run. */
RP_MUST_USE rp_status attempt_begin(rp_app *app, uint64_t seed, run *fresh,
                                    rp_error *err);
RP_MUST_USE rp_status attempt_branch(rp_app *app, uint32_t moves, run *fresh,
                                     rp_error *err);

/* Stores a move, then takes it, and ends the attempt where it ends. */
RP_MUST_USE rp_status attempt_take(rp_app *app, const rp_move *move,
                                   rp_error *err);

/* Judges the ended run and stores its result where it is not stored. */
RP_MUST_USE rp_status attempt_finish(rp_app *app, rp_error *err);

/* The newest attempt of the person that can be gone on with. */
RP_MUST_USE rp_status attempt_unfinished(rp_app *app, rp_arena *arena,
                                         rp_attempt *attempt, bool *found,
                                         rp_error *err);

/* Replays the unfinished attempt into `loaded` and `fresh`. */
RP_MUST_USE rp_status attempt_resume(rp_app *app, rp_loaded *loaded, run *fresh,
                                     rp_error *err);

/* Replays a stored attempt into `loaded` and `fresh`, which are to be cleared
 * where it fails. */
RP_MUST_USE rp_status attempt_replay(rp_app *app, const rp_attempt *attempt,
                                     rp_loaded *loaded, run *fresh,
                                     rp_error *err);

/* The first thing that differs between a run's result and a stored one, in
 * English; NULL: nothing does. */
const char *attempt_difference(const run *played, const rp_result *now,
                               const rp_stored_result *then);

/* Puts the attempt of this id on the table as a debrief. */
RP_MUST_USE rp_status review_open(rp_app *app, const char *id, rp_error *err);

/* Where the run at hand belongs: call, form or debrief. */
rp_place attempt_place(const rp_app *app);

/* Settings out of the store, and one changed. */
RP_MUST_USE rp_status settings_read(rp_app *app, rp_error *err);
RP_MUST_USE rp_status settings_change(rp_app *app, const char *name,
                                      const char *value, rp_error *err);

/* -------------------------------------------------------------- library */

typedef struct library library;

/* What one language of a scenario says on its card. */
typedef struct card_words {
    const char *language;
    const char *title;
    const char *situation;
    const char *customer;
    uint32_t talk_s; /* of the author's own good run; 0: unknown */
} card_words;

typedef struct library_entry {
    rp_scenario_file file;
    rp_card card; /* texts of the first language, or the id */
    uint32_t word_count;
    const card_words *words;
    uint32_t behaviour_count; /* that it exercises, by id */
    const char *const *behaviours;
} library_entry;

struct library {
    rp_arena arena;
    uint32_t count;
    library_entry *entries;
};

RP_MUST_USE rp_status library_open(rp_app *app, rp_error *err);
void library_close(rp_app *app);

/* A text that differs when a scenario's or pack's file, or anything its folder
 * shares, does; owned by `arena`. */
RP_MUST_USE rp_status library_stamp(const char *path, rp_arena *arena,
                                    const char **stamp, rp_error *err);

/* An entry of which only `file` is known. */
void library_begin_entry(library_entry *entry, const rp_scenario_file *file);

/* Brings the scenarios of a pack's folder to the library, and tells so. */
RP_MUST_USE rp_status library_visit(rp_app *app, const char *folder,
                                    rp_error *err);

/* Fills an entry of which only `file` is known, out of the cache or anew. */
RP_MUST_USE rp_status library_fill_entry(rp_app *app, library_entry *entry,
                                         rp_error *err);

/* The card of a scenario in the person's language; its id for a stranger. */
rp_card library_card(const rp_app *app, const library_entry *entry);
const char *library_title(const rp_app *app, const char *id);

/*
 * What is said in a scenario, for the search: kept in the store when its file
 * is loaded, and told again text by text. `take` returns false for no memory.
 */
typedef struct said_text {
    const char *language; /* its tag, of this length */
    size_t language_length;
    bool is_reply; /* else the customer says it */
    const char *text;
} said_text;

typedef bool text_taker(void *user, const said_text *said);

void texts_keep(rp_app *app, const library_entry *entry, const rp_model *model);
RP_MUST_USE rp_status texts_each(rp_app *app, const library_entry *entry,
                                 rp_arena *arena, text_taker *take, void *user);

/* Talk time of the first example that passes; 0: there is none. */
uint32_t texts_talk_s(rp_app *app, const rp_model *model, uint16_t language);

/* Counts the person's attempts afresh. */
RP_MUST_USE rp_status library_count(rp_app *app, rp_error *err);

/* --------------------------------------------------------------- practice */

/* Local time: minutes it is ahead of Greenwich, and now since 1970. */
int16_t app_zone_min(const rp_app *app);
int64_t app_now_min(const rp_app *app);

void practice_init(rp_app *app);
void practice_close(rp_app *app);

/* Forgets the attempts, and takes them one by one, the newest first. */
void practice_begin(rp_app *app);
RP_MUST_USE rp_status practice_add(rp_app *app, const rp_attempt *attempt,
                                   uint32_t entry, rp_error *err);

/* Keeps what a finished attempt showed and missed. */
void practice_note(rp_app *app, const rp_store_id *attempt,
                   const rp_model *model, const rp_debrief *debrief);

/*
 * Looks at attempts nobody has looked at: all that the store remembers, else
 * one. True when anything is known that was not. Not for the first frame: one
 * that has to be played again takes as long as a debrief.
 */
bool practice_step(rp_app *app);
bool practice_is_complete(const rp_app *app);

/* ----------------------------------------------------------------- search */

/* Keeps what was found for the view. */
RP_MUST_USE rp_status search_ask(rp_app *app, const rp_query *query,
                                 rp_error *err);
void search_close(rp_app *app);
const rp_search_view *search_shown(const rp_app *app);

/* ----------------------------------------------------------------- record */

/* Reads the person's attempts anew. What the view shows stays valid. */
RP_MUST_USE rp_status past_read(rp_app *app, rp_error *err);
void past_close(rp_app *app);

/* Changes one part of the sieve. Errors: RP_E_INVALID. */
RP_MUST_USE rp_status past_sift(rp_app *app, const char *part,
                                const char *value, rp_error *err);

/* "2026-11-20 09:12", where the attempt was played. */
void past_date(const rp_attempt *attempt, char date[RP_PAST_DATE_MAX]);

/* ------------------------------------------------------------------ guide */

/*
 * Reads the packs' curricula where they, or the language, have changed since.
 * A pack that cannot be read is told of in the tables. What the view shows
 * stays valid. Errors: RP_E_MEMORY.
 */
RP_MUST_USE rp_status guide_read(rp_app *app, rp_error *err);
void guide_close(rp_app *app);

/* The tables as they were read last. */
const rp_guide_view *guide_tables(const rp_app *app);

/* Makes the section of this id ("7.1"), or of this behaviour ("7.1-i"), the
 * one to show; false where there is none. */
bool guide_select(rp_app *app, const char *id);

/* ---------------------------------------------------------------- views */

/* A view being built. Once memory is refused it says so and goes on. */
typedef struct sketch {
    rp_app *app;
    rp_arena *arena;
    const rp_model *model; /* NULL in the library */
    uint16_t language;
    bool refused;
} sketch;

RP_MUST_USE rp_status view_build(rp_app *app, rp_error *err);

void view_library(sketch *view, rp_library_view *out);
void view_briefing(sketch *view, rp_briefing_view *out);
void view_call(sketch *view, rp_call_view *out);
void view_form(sketch *view, rp_call_view *out);
void view_desk(sketch *view, rp_call_view *out);
void view_transcript(sketch *view, rp_call_view *out);
void view_studio(sketch *view, rp_studio_view *out);

/* What is said after one move, or in the beginning: `item` opens nothing. */
uint32_t view_said_last(sketch *view, const rp_taken *item,
                        const rp_said **said);
void view_debrief(sketch *view, rp_debrief_view *out);
void view_home(sketch *view, rp_home_view *out);
void home_close(rp_app *app);
void view_past(sketch *view, rp_past_view *out);
void view_guide(sketch *view, rp_guide_view *out);

/* `count` zeroed items; NULL when refused or none. */
void *sketch_take(sketch *view, uint32_t count, size_t size_bytes);
const char *sketch_copy(sketch *view, const char *text);
const char *sketch_format(sketch *view, const char *format, ...)
    RP_PRINTF(2, 3);

/* A text of the model without its marks; "" for none. */
const char *sketch_text(sketch *view, const rp_state *state, rp_ref ref);
const char *sketch_text_or_null(sketch *view, const rp_state *state,
                                rp_ref ref);
rp_shown sketch_shown(sketch *view, const rp_state *state, rp_ref ref);
const char *sketch_fact(sketch *view, const rp_state *state, uint16_t fact);

/* What a node says in a state; an empty text where it says nothing. */
rp_shown sketch_line(sketch *view, const rp_state *state, uint16_t node);

/* What the trainee did, in words: reply, form answers, silence. */
rp_shown sketch_move(sketch *view, const rp_taken *item);

/* The promises made so far. */
uint32_t sketch_promises(sketch *view, const rp_promise_view **promises);

/* The customer's name in the state a run begins with. */
const char *sketch_customer(sketch *view, const rp_state *state);

/* Index of the model's language to show: the person's, else the first. */
uint16_t app_show_language(const rp_app *app, const rp_model *model);

#endif
