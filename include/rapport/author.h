/*
 * Author: what a trainer wants to know about scenarios beyond "is it sound".
 *
 *   templates          files to begin with
 *   codes              what the checker can say, explained
 *   graph              a picture of the call
 *   coverage           which behaviours a pack exercises, and which it does not
 *   what a run reads   every step of a run, its texts and its points
 *   blessed runs       how runs read when somebody found them good
 *   mutants            which mistakes nobody would notice
 *   differences        what changed between two editions
 *   revisions          an edition as git knew it
 *   translation files  files to translate a pack in
 *   errors             in what sentences all of this fails
 *
 * Everything here works on models and documents that are loaded already, and
 * on texts; only a revision is unpacked into a folder of its own. Nothing here
 * opens a database, draws or prints.
 *
 * Where nothing else is said
 *   - what is handed in is borrowed for the call;
 *   - a result is filled on success and left as it was on failure; `arena`
 *     owns what it points at, but for names, which stay those of the model or
 *     document they came from;
 *   - a text that is appended to shows a refused growth in its `failed`.
 */
#ifndef RAPPORT_AUTHOR_H
#define RAPPORT_AUTHOR_H

#include "rapport/solve.h"

/* ------------------------------------------------------------- templates */

enum {
    RP_NEW_FILES_MAX = 8
};

/* A scenario to begin with: the template under names of one's own. */
typedef struct rp_new_order {
    const char *scenario; /* its id */
    const char *pack;     /* the pack's id, where it is made too */
    bool makes_pack;
    uint32_t language_count; /* of the pack; texts are written in English */
    const char *const *languages;
} rp_new_order;

typedef struct rp_new_file {
    const char *name; /* in the pack's folder: "locale/my-call.zh.po" */
    const char *bytes;
    size_t length;
} rp_new_file;

typedef struct rp_new_files {
    uint32_t count;
    rp_new_file items[RP_NEW_FILES_MAX];
} rp_new_files;

/*
 * Makes the files of a new scenario, and of a new pack. They pass
 * `rapport check` as they are. Of other languages than English only Chinese
 * comes with them.
 *
 * Errors: RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_new_make(const rp_new_order *order, rp_arena *arena,
                                  rp_new_files *files, rp_error *err);

/* ----------------------------------------------------------------- codes */

enum {
    RP_CHAPTERS_MAX = 16
};

/* Neighbours of one table of codes, under a heading. */
typedef struct rp_chapter {
    const char *title;
    const rp_code *codes;
    uint32_t count;
    bool is_gate; /* no faults, but what keeps the gate shut */
} rp_chapter;

/* Every code there is; returns how many chapters were filled. */
uint32_t rp_code_chapters(rp_chapter chapters[RP_CHAPTERS_MAX]);

/* A code by its name; NULL: there is none. */
const rp_code *rp_code_find(const char *name);

/* Appends how a code is mended, with dots for what is not known here. */
void rp_code_mend(const rp_code *code, const rp_tongue *in, rp_text *out);

/* Appends the page about every code, in Markdown. */
void rp_codes_page(rp_text *out);

/* ----------------------------------------------------------------- graph */

/*
 * A scenario as a graph: where calls go, and how many of them. Numbers are
 * those of a blind guesser who opens no record and is never silent (see
 * rp_mass); with several fact sets their mean, as a seed picks each of them
 * as often. What is said of sets holds for those that were asked for.
 */
typedef enum rp_graph_node_kind {
    RP_GRAPH_TURN,
    RP_GRAPH_FORM,
    RP_GRAPH_ENDING,
    RP_GRAPH_INTERRUPT
} rp_graph_node_kind;

typedef struct rp_graph_answer {
    const char *id;
    double mass; /* how often it is given on average */
    bool is_best;
    bool is_trap;
    bool is_unreachable; /* in no fact set at all */
} rp_graph_answer;

typedef struct rp_graph_ask {
    const char *id;
    const char *text;
    bool many;
    uint32_t answer_count;
    const rp_graph_answer *answers;
} rp_graph_ask;

typedef struct rp_graph_node {
    rp_graph_node_kind kind;
    const char *id;
    const char *title; /* what is said first, the form's title, the interrupt's
                          condition; as shown, in the graph's language */
    double chance;     /* that a call is ever there */
    double visits;     /* how often it is there on average */
    bool is_reachable; /* by some call, whatever is said, opened, waited for */
    bool is_start;
    bool is_best;       /* a best run passes it */
    rp_outcome outcome; /* ending */
    uint32_t ask_count; /* form */
    const rp_graph_ask *asks;
} rp_graph_node;

typedef enum rp_graph_edge_kind {
    RP_GRAPH_REPLIES,
    RP_GRAPH_ANSWERS, /* a form that is sent */
    RP_GRAPH_SILENCE,
    RP_GRAPH_HANGS_UP, /* whatever was done: patience was over */
    RP_GRAPH_FIRES     /* to and from an interrupt */
} rp_graph_edge_kind;

typedef struct rp_graph_reply {
    const char *id;
    int32_t points; /* of the three scores together */
    double mass;    /* expected number of times in a call */
    bool is_conditional;
    bool is_critical;
    bool is_anytime;
} rp_graph_reply;

/* Replies of one turn that lead to the same place and are of the same sort. */
typedef struct rp_graph_edge {
    rp_graph_edge_kind kind;
    uint32_t from; /* nodes of the graph */
    uint32_t to;
    uint32_t reply_count; /* REPLIES, HANGS_UP; written order */
    const rp_graph_reply *replies;
    double mass;        /* expected number of times in a call */
    int32_t points_low; /* of its replies */
    int32_t points_high;
    bool is_conditional; /* each of its replies waits for a condition */
    bool is_best;        /* a best run goes this way */
    bool is_trap;        /* nothing ends well behind it, in some fact set; of
                            a form: with some answers */
    bool is_unreachable; /* in no fact set at all */
    bool is_aside;       /* waiting, or replies offered in every turn, that
                            stay there: no picture needs them */
} rp_graph_edge;

typedef struct rp_graph {
    const char *scenario; /* its id */
    const char *title;
    uint16_t set;  /* from 0; RP_NONE: all of them */
    bool is_exact; /* else numbers are lower bounds, and nothing is known to
                      be unreachable */
    double limit;  /* chance that the limit of moves ends the call */
    uint32_t node_count;
    const rp_graph_node *nodes;
    uint32_t edge_count; /* by from, kind, to */
    const rp_graph_edge *edges;
} rp_graph;

typedef struct rp_graph_options {
    uint16_t set;      /* from 0; RP_NONE: all of them */
    uint16_t language; /* index of the model's */
    rp_budget budget;  /* for each walk */
} rp_graph_options;

/*
 * Walks every fact set that was asked for and draws what was met.
 *
 * Errors: RP_E_INVALID (no such set), RP_E_MEMORY, RP_E_STATE (cancelled),
 * RP_E_LIMIT.
 */
RP_MUST_USE rp_status rp_graph_make(const rp_model *model,
                                    const rp_graph_options *options,
                                    rp_arena *arena, rp_graph *graph,
                                    rp_error *err);

/* What a picture says besides the scenario's own words; borrowed texts. */
typedef struct rp_graph_words {
    const char *best;        /* "best run" */
    const char *trap;        /* "closes the door" */
    const char *unreachable; /* "can never be reached" */
    const char *hangs_up;    /* "hangs up" */
    const char *silence;     /* "silence" */
    const char *outcomes[RP_OUTCOMES];
    const char *note;     /* a sentence on the numbers */
    const char *subtitle; /* below the title; NULL: the scenario's id */
} rp_graph_words;

extern const rp_graph_words rp_graph_words_english;

/*
 * Appends the graph in Graphviz's language, in the colours of the house.
 * Whatever texts and names hold, the result is one that `dot` reads, and no
 * letter of it can steer a terminal.
 */
void rp_graph_dot(const rp_graph *graph, const rp_graph_words *words,
                  rp_text *out);

/*
 * The picture, made by `dot`.
 *
 * `svg`  initialised by the caller and empty
 *
 * Errors: RP_E_IO (Graphviz is not installed, is too slow, cannot be
 * understood), RP_E_INVALID (it refused), RP_E_LIMIT, RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_graph_svg(const rp_graph *graph,
                                   const rp_graph_words *words, rp_text *svg,
                                   rp_error *err);

typedef struct rp_graph_point {
    double x; /* px from the left */
    double y; /* px from the top */
} rp_graph_point;

typedef struct rp_graph_size {
    double width; /* px */
    double height;
} rp_graph_size;

typedef struct rp_graph_line {
    uint32_t point_count; /* 3n + 1 of a Bezier curve, from the border of one
                             node to that of the other; 0: not drawn, as
                             `is_aside`, or hanging up, which a box tells */
    const rp_graph_point *points;
    rp_graph_point label; /* its middle */
} rp_graph_line;

typedef struct rp_graph_layout {
    rp_graph_size size;
    const rp_graph_point *nodes; /* as graph->nodes: the middle of each */
    const rp_graph_line *lines;  /* as graph->edges */
} rp_graph_layout;

/* How large things are drawn; borrowed. */
typedef struct rp_graph_sizes {
    const rp_graph_size *nodes;  /* as graph->nodes; NULL: 112 by 48 */
    const rp_graph_size *labels; /* as graph->edges; NULL: 16 by 16 */
} rp_graph_sizes;

/*
 * Where everything goes, found by `dot`: for a front end that draws itself.
 * The call runs from left to right.
 *
 * `sizes`  NULL: the usual
 *
 * Errors: as rp_graph_svg.
 */
RP_MUST_USE rp_status rp_graph_place(const rp_graph *graph,
                                     const rp_graph_sizes *sizes,
                                     rp_arena *arena, rp_graph_layout *layout,
                                     rp_error *err);

/* -------------------------------------------------------------- coverage */

/* How a scenario exercises a behaviour, from nothing to best. */
typedef enum rp_cover {
    RP_COVER_NONE,   /* nothing that can be reached lists it */
    RP_COVER_MISSED, /* only choices that are known to miss it */
    RP_COVER_WEAK,   /* a choice shows it that never is a best one */
    RP_COVER_STRONG, /* a choice shows it that is a best one somewhere, in
                        some fact set */
    RP_COVERS
} rp_cover;

/* Written names: "none", "missed", ... */
extern const char *const rp_cover_names[RP_COVERS];

typedef struct rp_coverage_promise {
    const char *id;
    bool is_made; /* by something that can be reached */
    bool is_kept;
} rp_coverage_promise;

/* One scenario of the pack, held against the pack's tables. */
typedef struct rp_coverage_scenario {
    const char *id;
    const char *title; /* "" where it is broken */
    bool is_broken;    /* it has faults: nothing below is known */
    bool is_exact;     /* else what cannot be reached may be counted */
    rp_channel channel;
    uint8_t chapter;        /* 0: not said */
    uint8_t difficulty;     /* 0: not said */
    const rp_cover *covers; /* pack->behaviour_count; NULL where broken */
    const bool *criticals;  /* pack->critical_count: it can be done here */
    uint32_t promise_count;
    const rp_coverage_promise *promises;
} rp_coverage_scenario;

typedef struct rp_coverage {
    const rp_pack *pack;
    uint32_t scenario_count;
    const rp_coverage_scenario *scenarios;
} rp_coverage;

/* What is held against what. */
typedef struct rp_coverage_subject {
    const rp_pack *pack;
    const rp_model *model;
    uint16_t language; /* of the title: index of the model's */
    rp_budget budget;  /* for each walk */
} rp_coverage_subject;

/*
 * What one scenario exercises. Broken ones have no model: their rows are the
 * caller's to fill.
 *
 * Errors: RP_E_MEMORY, RP_E_STATE (cancelled), RP_E_LIMIT.
 */
RP_MUST_USE rp_status rp_coverage_scan(const rp_coverage_subject *of,
                                       rp_arena *arena,
                                       rp_coverage_scenario *made,
                                       rp_error *err);

/* The best of all scenarios, and how many are as good. */
rp_cover rp_coverage_best(const rp_coverage *of, uint32_t behaviour,
                          uint32_t *count);

/* How many scenarios offer a critical fault that can be reached. */
uint32_t rp_coverage_criticals(const rp_coverage *of, uint32_t critical);

/* Whether the pack has a scenario of this id, broken or not. */
bool rp_coverage_has(const rp_coverage *of, const char *scenario);

/*
 * Appends a table for spreadsheets (RFC 4180): a row a behaviour, a column a
 * scenario. A cell that a spreadsheet would take for a formula begins with an
 * apostrophe, and no letter can steer a terminal.
 */
void rp_coverage_csv(const rp_coverage *of, rp_text *out);

/* ------------------------------------------------------ what a run reads */

/* A run to be looked at: written moves in a fact set. Borrowed. */
typedef struct rp_written_run {
    const char *name; /* of the example it is, or is to be */
    uint16_t set;     /* from 0 */
    const char *const *moves;
    uint32_t move_count;
} rp_written_run;

/* The run an example of the model is; borrows from both. */
rp_written_run rp_run_of_example(const rp_model *model,
                                 const rp_example *example);

/*
 * One step of a run: the beginning, where `move` is "", or a move. Texts are
 * rendered, a language each; "" where nothing is said.
 */
typedef struct rp_read_step {
    const char *move;
    int32_t points[RP_SCORES];           /* that it earned */
    uint8_t mood[RP_MOODS];              /* after it */
    const char *at;                      /* the node it led to */
    const char *said[RP_LANGUAGES_MAX];  /* what the trainee said or ticked */
    const char *heard[RP_LANGUAGES_MAX]; /* what came back: lines, records */
} rp_read_step;

/* All that a run reads and scores, in every language of the scenario. */
typedef struct rp_reading {
    const char *name;
    uint16_t set; /* from 0 */
    uint32_t language_count;
    const char *languages[RP_LANGUAGES_MAX];
    uint32_t step_count; /* one more than moves */
    const rp_read_step *steps;
} rp_reading;

/*
 * Plays a run and writes down what it reads.
 *
 * `reading`  filled on RP_E_INVALID, too: with the steps before the move that
 *            is not offered
 *
 * Errors: RP_E_INVALID ("Move 3: ..." with what is offered), RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_reading_make(const rp_model *model,
                                      const rp_written_run *run,
                                      rp_arena *arena, rp_reading *reading,
                                      rp_error *err);

typedef enum rp_reread_kind {
    RP_REREAD_GONE,    /* there is no such example any more */
    RP_REREAD_MOVES,   /* its moves, or its fact set, are others */
    RP_REREAD_REFUSED, /* the move is not offered; `after` says why */
    RP_REREAD_POINTS,  /* "L+1 E+3" */
    RP_REREAD_MOOD,    /* "calm 20, trust 25, patience 55" */
    RP_REREAD_PLACE,   /* the node it leads to */
    RP_REREAD_SAID,
    RP_REREAD_HEARD,
    RP_REREADS
} rp_reread_kind;

/* Written names: "gone", "moves", ... */
extern const char *const rp_reread_names[RP_REREADS];

typedef struct rp_reread {
    rp_reread_kind kind;
    const char *example;
    uint32_t step;        /* 0: the beginning, else the move's number */
    const char *move;     /* "" at the beginning and for a whole example */
    const char *language; /* of a text; NULL: none */
    const char *before;
    const char *after;
} rp_reread;

typedef struct rp_rereads {
    const rp_reread *items;
    uint32_t count;
} rp_rereads;

/*
 * In what two readings of the same moves differ, step by step, as far as both
 * go.
 *
 * Errors: RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_reading_compare(const rp_reading *before,
                                         const rp_reading *after,
                                         rp_arena *arena, rp_rereads *rereads,
                                         rp_error *err);

/* ---------------------------------------------------------- blessed runs */

/*
 * `blessed/SCENARIO.txt` beside a scenario's file keeps how its examples read
 * and scored when somebody last looked at them and found them good.
 */
typedef struct rp_blessed {
    uint32_t count;
    const rp_reading *readings;
} rp_blessed;

/* The path of that file for a scenario's; NULL when memory is refused. */
const char *rp_blessed_path(const char *scenario_path, const char *id,
                            rp_arena *arena);

/*
 * Reads what rp_blessed_write wrote, or what somebody made of it.
 *
 * Errors: RP_E_INVALID (with the line), RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_blessed_read(const char *bytes, size_t length,
                                      rp_arena *arena, rp_blessed *blessed,
                                      rp_error *err);

/* Appends the file of a scenario's blessed runs. */
void rp_blessed_write(const char *scenario, const rp_blessed *blessed,
                      rp_text *out);

/*
 * Plays every blessed example again and tells what is read or scored
 * differently now. An example that was never blessed says nothing.
 *
 * Errors: RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_blessed_compare(const rp_model *model,
                                         const rp_blessed *blessed,
                                         rp_arena *arena, rp_rereads *rereads,
                                         rp_error *err);

/*
 * Appends the run as an `example` to stand at the end of a scenario's file:
 * moves wrapped at 120 columns, and all it comes to under `expect`.
 *
 * Errors: RP_E_INVALID (no fit name, one that is taken, a move that is not
 * offered, no end), RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_bless_example(const rp_model *model,
                                       const rp_written_run *run, rp_text *out,
                                       rp_error *err);

/* --------------------------------------------------------------- mutants */

/* What a mutant takes away from a scenario, or turns round. */
typedef enum rp_mutant_kind {
    RP_MUTANT_POINT,    /* the points of a choice in one score: 0 */
    RP_MUTANT_MOOD,     /* its change of one mood, `feels` included: 0 */
    RP_MUTANT_ASSIGN,   /* one `set` or `add`: left out */
    RP_MUTANT_OPPOSITE, /* a condition: turned round */
    RP_MUTANT_ALWAYS,   /* a condition: left out */
    RP_MUTANT_TARGET,   /* where it leads: elsewhere */
    RP_MUTANT_STAY,     /* from here on: left out */
    RP_MUTANT_ONCE,
    RP_MUTANT_CRITICAL,
    RP_MUTANT_PROMISE,
    RP_MUTANT_KEEP,
    RP_MUTANT_STEP,
    RP_MUTANT_HANGS_UP,
    RP_MUTANT_KINDS
} rp_mutant_kind;

/* Written names: "point", "mood", ... */
extern const char *const rp_mutant_names[RP_MUTANT_KINDS];

/* Who noticed a mutant first: the cheapest witness is asked first. */
typedef enum rp_notice {
    RP_NOTICE_NOBODY,
    RP_NOTICE_EXAMPLE,  /* an example no longer holds */
    RP_NOTICE_BLESSED,  /* a blessed run reads or scores otherwise */
    RP_NOTICE_PROVER,   /* a remark that was not there before */
    RP_NOTICE_GATE,     /* a condition of the gate that held now fails */
    RP_NOTICE_UNREAD,   /* no condition reads what it changes: none of these
                           can, only a blessed run could */
    RP_NOTICE_UNJUDGED, /* cancelled before, or too large for the budget */
    RP_NOTICES
} rp_notice;

/* Written names: "nobody", "example", ... */
extern const char *const rp_notice_names[RP_NOTICES];

/* Which table of a model a condition or a target stands in. */
typedef enum rp_mutant_table {
    RP_MUTANT_CHOICES,
    RP_MUTANT_ROUTES,
    RP_MUTANT_INTERRUPTS
} rp_mutant_table;

typedef struct rp_mutant {
    rp_mutant_kind kind;
    const char *subject; /* as rp_document_where knows it; "" the scenario */
    const char *key;     /* "empathy", "when", "to", "set owned" */
    const char *before;  /* "-2", "opened 'tickets'", "louder" */
    const char *after;   /* "0"; NULL: left out */
    rp_notice notice;
    const char *by;    /* the example's name, the remark's or the gate's code;
                          NULL: nobody's */
    bool is_played;    /* some example goes there */
    uint64_t shown_in; /* bit per example, the first 64: it earns other
                          points */
    bool reads_otherwise; /* blessing the examples would notice it; false
                             where an example or a blessed run does */
    bool is_read;         /* some condition reads what it changes */

    rp_mutant_table table; /* from here on: what it changes in the model */
    uint32_t index;        /* a choice, route, interrupt or expression */
    uint32_t detail;       /* a score, mood, assign, promise or node */
} rp_mutant;

typedef struct rp_mutation {
    uint32_t count;
    rp_mutant *items; /* in the order of the scenario */
    uint32_t counts[RP_NOTICES];
    bool has_gate;    /* the gate was asked; else examples and prover only */
    bool is_complete; /* not cancelled */
    const rp_report *report; /* of the scenario; NULL: cancelled before */
} rp_mutation;

/*
 * Called now and then, by one thread at a time, with how far it has come; true
 * cancels.
 */
typedef bool (*rp_mutation_watch)(void *user, const rp_mutation *sofar);

typedef struct rp_mutation_options {
    rp_report_options report;  /* of the scenario and of each mutant;
                                  `is_quick` leaves out the gate, and
                                  `progress` is not called */
    const rp_blessed *blessed; /* NULL: no run was blessed */
    uint32_t threads;          /* 0: one. The arena's allocator must bear it */
    rp_mutation_watch watch;   /* may be NULL */
    void *user;                /* of `watch` */
} rp_mutation_options;

/*
 * Changes one thing of a scenario at a time and asks who would notice: the
 * examples, the blessed runs, the remarks of the prover, the gate. What nobody
 * notices, no test defends. Left out are texts, what waiting costs, and
 * `shows` and `misses`, which score nothing.
 *
 * A scenario with remarks of severity error is not mutated: `mutation` has
 * its report, and no items.
 *
 * `mutation`  filled when it was cancelled, too, which is a success
 *
 * Errors: RP_E_MEMORY, RP_E_LIMIT.
 */
RP_MUST_USE rp_status rp_mutate(const rp_model *model,
                                const rp_mutation_options *options,
                                rp_arena *arena, rp_mutation *mutation,
                                rp_error *err);

/* ----------------------------------------------------------- differences */

/* What became of something between two editions of a scenario. */
typedef enum rp_change_kind {
    RP_CHANGE_ADDED,     /* a part, or a value of one */
    RP_CHANGE_GONE,      /* likewise */
    RP_CHANGE_RENAMED,   /* perhaps: one part went, a very similar one came */
    RP_CHANGE_REWORDED,  /* a text says something else */
    RP_CHANGE_MOVED,     /* it leads elsewhere */
    RP_CHANGE_REORDERED, /* the same things in another order */
    RP_CHANGE_CHANGED,   /* any other value */
    RP_CHANGE_KINDS
} rp_change_kind;

/* Written names: "added", "gone", ... */
extern const char *const rp_change_names[RP_CHANGE_KINDS];

typedef struct rp_change {
    rp_change_kind kind;
    const char *object;   /* "reply" */
    const char *part;     /* "opening/own-it", as rp_detail; the new name */
    const char *key;      /* "because"; "": the part as a whole */
    const char *language; /* of a text; NULL: none */
    const char *before;   /* value; of a renamed part its old name; NULL:
                             there was none */
    const char *after;    /* value; NULL: there is none */
    uint32_t within;      /* parts that came or went with this one */
    bool is_within;       /* came or went with the part it lies in */
} rp_change;

typedef struct rp_changes {
    const rp_change *items;
    uint32_t count;
} rp_changes;

/*
 * Everything in which two documents differ, part by part in the order of the
 * new one; what is gone comes last. A part that came or went tells the first
 * text in it as its value.
 *
 * Parts of the same kind in the same place count as renamed where at least
 * half of their words and values are the same (Dice's coefficient over both
 * bags, what lies in them included).
 *
 * Errors: RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_diff_documents(const rp_document *before,
                                        const rp_document *after,
                                        rp_arena *arena, rp_changes *changes,
                                        rp_error *err);

/* A checked scenario, and what is proven of it. All borrowed. */
typedef struct rp_proven {
    const rp_model *model;
    const rp_report *report;
    bool is_quick; /* without odds, weights and gate */
} rp_proven;

typedef enum rp_measure {
    RP_MEASURE_PAR,       /* of a set: "L14 E12 R20" */
    RP_MEASURE_BEST,      /* of a set: its moves */
    RP_MEASURE_FINDING,   /* "subject": the sentence */
    RP_MEASURE_TRAP,      /* by move: the fewest moves before it */
    RP_MEASURE_ODDS,      /* by guesser: per cent, at the own marks */
    RP_MEASURE_EXAM_ODDS, /* by guesser: per cent, at the exam mark */
    RP_MEASURE_GATE,      /* "open", "shut" */
    RP_MEASURE_MISSING,   /* by code: what keeps the gate shut */
    RP_MEASURES
} rp_measure;

/* Written names: "par", "best", ... */
extern const char *const rp_measure_names[RP_MEASURES];

typedef struct rp_measured {
    rp_measure what;
    uint16_t set;             /* from 1; 0: of all */
    const char *name;         /* the move, guesser, subject or code; "": none */
    const char *before;       /* NULL: it was not there */
    const char *after;        /* NULL: it is not there */
    const char *pattern;      /* of a FINDING, a MISSING: what `after`, else
                                 `before`, was made of */
    const char *const *words; /* and of which words; see rp_sentence */
} rp_measured;

typedef struct rp_measures {
    const rp_measured *items;
    uint32_t count;
} rp_measures;

/*
 * In what the proofs of two editions differ, and in nothing else. Odds and
 * gate are left out where either is quick.
 *
 * Errors: RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_diff_proofs(const rp_proven *before,
                                     const rp_proven *after, rp_arena *arena,
                                     rp_measures *measures, rp_error *err);

/* ------------------------------------------------------------- revisions */

enum {
    RP_REVISION_PATH_MAX = 1024
};

/* A scenario file as git knew it at a revision: "HEAD~3", "a/b.lua". */
typedef struct rp_revision {
    const char *name;   /* what `git rev-parse` understands */
    const char *path;   /* from the top of the repository, else from `folder` */
    const char *folder; /* somewhere inside the work tree; "." */
} rp_revision;

/* Where the files of a revision lie while they are needed. */
typedef struct rp_unpacked {
    char folder[RP_REVISION_PATH_MAX];
    char path[RP_REVISION_PATH_MAX]; /* the scenario in it */
} rp_unpacked;

/*
 * Writes a scenario file of a revision, and the pack around it, into a new
 * folder of the caller's own: pack.lua, lib/ and locale/ as they were then.
 *
 * `unpacked`  to be removed with rp_revision_remove; empty on failure
 *
 * Errors: RP_E_IO (git is missing, no folder can be made), RP_E_INVALID (no
 * repository, revision or file of that name), RP_E_LIMIT, RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_revision_unpack(const rp_revision *revision,
                                         rp_arena *arena, rp_unpacked *unpacked,
                                         rp_error *err);

/* Removes the folder and what was written into it. */
void rp_revision_remove(const rp_unpacked *unpacked);

/* ----------------------------------------------------- translation files */

/*
 * A pack's texts in another language are gettext PO files: `locale/LANG.po`
 * for the pack, `locale/SCENARIO.LANG.po` beside it for a scenario. An entry
 * has the place as its context, or none: then it serves every place of the
 * file's reach that has no entry of its own.
 */
typedef struct rp_translation_part {
    const char *scenario;    /* its id; NULL: the pack itself */
    const rp_written *texts; /* borrowed, as loading gave them */
    uint32_t count;
    const char *old; /* its PO file as it is; NULL: none */
    size_t old_length;
} rp_translation_part;

typedef struct rp_translation_order {
    const char *language; /* "zh" */
    const char *project;  /* for the header of a new file: "telecom 2025.1" */
    const rp_translation_part *parts; /* the pack first */
    uint32_t part_count;
} rp_translation_order;

typedef struct rp_translation_file {
    const char *name;  /* "locale/zh.po" */
    const char *bytes; /* owned by the arena; NULL: no such file is needed */
    size_t length;
    bool is_changed; /* it differs from the old one */
    uint32_t total;  /* entries that are needed */
    uint32_t translated;
    uint32_t fuzzy; /* stale: a translation of what stood there before */
} rp_translation_file;

/*
 * A file's name in the pack: "locale/my-call.zh.po", of the pack itself
 * (`scenario` is NULL) "locale/zh.po". NULL when memory is refused.
 */
const char *rp_translation_name(const char *scenario, const char *language,
                                rp_arena *arena);

/*
 * Makes each part's PO file anew, with gettext's own tools: what is still
 * said keeps its translation, what was reworded keeps the old one, marked
 * fuzzy with the old text beside it, what is gone goes to the end as
 * obsolete, what is new is empty. A text that stands in several scenarios has
 * one entry in the pack's file, one that stands several times in a scenario
 * one in its own, unless they have entries of their own already. Making it
 * twice changes nothing.
 *
 * `files`  part_count of them; nothing to rely on after a failure
 *
 * Errors: RP_E_IO (gettext is missing), RP_E_INVALID (an old file is no PO
 * file; the sentence names it), RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_translation_make(const rp_translation_order *order,
                                          rp_arena *arena,
                                          rp_translation_file *files,
                                          rp_error *err);

/* ---------------------------------------------------------------- errors */

/*
 * The sentences in which the calls above fail, as patterns with NULL at the
 * end: phrases for rp_phrase, so that a front end can say them in another
 * language.
 */
extern const char *const rp_author_errors[];

#endif
