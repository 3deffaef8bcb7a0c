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

/* The folder this program lies in; false where nobody can tell. */
bool files_program_dir(char *path, size_t size);

/* Where packs, interface texts and data are. "" for no locale folder. */
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

struct rp_app {
    rp_alloc alloc;
    rp_arena life; /* what lives as long as the app */
    rp_app_options options;
    rp_words *words;
    rp_store *store;
    rp_person person;
    rp_settings settings;
    struct library *library;
    rp_place place;
    rp_place shell; /* where leaving leads */
    rp_loaded scenario; /* of briefing, call and debrief */
    bool has_scenario;
    rp_loaded broken; /* opened in vain: its faults are shown */
    bool has_broken;
    uint64_t seed; /* drawn when the briefing opened */
    run run;
    bool has_run;
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
} card_words;

typedef struct library_entry {
    rp_scenario_file file;
    rp_card card; /* texts of the first language, or the id */
    uint32_t word_count;
    const card_words *words;
} library_entry;

struct library {
    rp_arena arena;
    uint32_t count;
    library_entry *entries;
};

RP_MUST_USE rp_status library_open(rp_app *app, rp_error *err);
void library_close(rp_app *app);

/* Fills an entry of which only `file` is known, out of the cache or anew. */
RP_MUST_USE rp_status library_fill_entry(rp_app *app, library_entry *entry,
                                         rp_error *err);

/* The card of a scenario in the person's language; its id for a stranger. */
rp_card library_card(const rp_app *app, const library_entry *entry);
const char *library_title(const rp_app *app, const char *id);

/* Counts the person's attempts afresh. */
RP_MUST_USE rp_status library_count(rp_app *app, rp_error *err);

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
void view_debrief(sketch *view, rp_debrief_view *out);

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
