/*
 * Scenario: from what the files declared to a frozen model.
 *
 *   declared --assemble--> document --check--> faults
 *                          document --compile--> model
 *
 * The document is plain JSON, holds every language of the pack, and is the
 * one way in: a Lua file, a stored attempt and an import all become one and
 * pass the same checks. The model is what the rules read: indices instead of
 * names, programs instead of texts. Once compiled it never changes, may be
 * shared, and is freed as a whole.
 *
 * This room never runs a conversation and never looks ahead.
 */
#ifndef RAPPORT_SCENARIO_H
#define RAPPORT_SCENARIO_H

#include "rapport/base.h"

struct rp_declared; /* rapport/declared.h */

/* ------------------------------------------------------------- faults */

typedef enum rp_severity {
    RP_WARNING,
    RP_ERROR
} rp_severity;

/*
 * What the checker can find, one row of a table: list_faults.h here, and
 * list_remarks.h and list_missing.h of solve. `{0}` in a sentence is a place
 * in the author's own names, `{1}` and so on are words; rp_sentence fills
 * them.
 */
typedef struct rp_code {
    const char *name; /* "unknown-key" */
    rp_severity severity;
    const char *group; /* where a list of all codes has it; NULL: as before */
    const char *about; /* what it means */
    const char *sentence;
    const char *mend;    /* what to do about it */
    const char *example; /* what raises it */
} rp_code;

typedef struct rp_codes {
    const rp_code *items;
    uint32_t count;
} rp_codes;

/* Every fault of a file or a pack. */
rp_codes rp_fault_codes(void);

/*
 * One thing that is wrong. `code` is a written name of `list_faults.h`
 * ("unknown-key"); everything is owned by the list.
 */
typedef struct rp_fault {
    const char *code;
    rp_severity severity;
    const char *file;
    uint32_t line;       /* 0: the whole file */
    uint32_t column;     /* in characters; 0: the whole line */
    const char *message; /* in English */
    const char *mend;    /* what to do about it; NULL: nothing is known */
    const char *wrong;   /* the text that is wrong; NULL: none */
    const char *nearest; /* what was probably meant for it; NULL: none */
    const char *pattern; /* what the message was made of; NULL: of one piece */
    const char *const *words; /* what fills the pattern; NULL at the end */
} rp_fault;

/* Appends the message of a fault in any language; `in` NULL: English. */
void rp_fault_say(const rp_fault *fault, const rp_tongue *in, rp_text *out);

/* All that is wrong, in the order of file, line, column. */
typedef struct rp_faults {
    rp_arena arena;
    rp_fault *items;
    uint32_t count;
    uint32_t capacity;
    uint32_t error_count;
    bool refused; /* memory ran out: the list is not complete */
} rp_faults;

void rp_faults_init(rp_faults *faults, rp_alloc alloc);
void rp_faults_clear(rp_faults *faults);

/* ----------------------------------------------------------- document */

/* Opaque: a JSON tree, its source positions and the sources themselves. */
typedef struct rp_document rp_document;

/*
 * Turns what was declared into a document: words to sections, translations
 * into their texts, defaults of the pack filled in, behaviours nobody names
 * left out. What is wrong with shape or names goes to `faults`, all of it; a
 * document comes out all the same where one can.
 *
 * `declared`  borrowed for the call
 * `document`  filled on success, owned: end it with rp_document_free
 */
RP_MUST_USE rp_status rp_document_assemble(const struct rp_declared *declared,
                                           rp_alloc alloc, rp_faults *faults,
                                           rp_document **document,
                                           rp_error *err);

/*
 * Reads a canonical (or any) JSON document. `source` names it in messages.
 * Errors: RP_E_INVALID (not JSON, twice the same key, a fraction, too deep).
 */
RP_MUST_USE rp_status rp_document_parse(const char *json, size_t length,
                                        const char *source, rp_alloc alloc,
                                        rp_document **document, rp_error *err);

void rp_document_free(rp_document *document); /* NULL does nothing */

/*
 * The texts that need a translation, in the order they were declared, as
 * their author wrote them. `context` is the place in written names:
 * "angry-caller/opening/calm-down", "pack/section:7.1". Borrowed from the
 * document; none for one that was parsed.
 */
typedef struct rp_written {
    const char *context;
    const char *text;
    const char *key; /* it was written under: "says", "because"; constant */
} rp_written;

const rp_written *rp_document_written(const rp_document *document,
                                      uint32_t *count);

/*
 * Adds every fault of shape, range, name and type to `faults`; nothing is
 * changed. A document without faults of severity error compiles.
 */
void rp_document_check(const rp_document *document, rp_faults *faults);

/*
 * Where a part of the document was declared: file, line and column of `fault`
 * are filled (borrowed from the document; 0: not known), the rest is left
 * alone. `subject` is "turn", "turn/reply", "form/ask/answer", an ending,
 * "interrupt:id" or "example:name"; of a part nobody declared, what it is in.
 */
void rp_document_where(const rp_document *document, const char *subject,
                       rp_fault *fault);

/* Canonical text: sorted keys, UTF-8, no space, integers only. */
RP_MUST_USE rp_status rp_document_write(const rp_document *document,
                                        rp_text *out, rp_error *err);

/* SHA-256 of the canonical text, and of the same without its texts. */
RP_MUST_USE rp_status rp_document_digests(const rp_document *document,
                                          rp_digest *digest,
                                          rp_digest *rules_digest,
                                          rp_error *err);

/*
 * A document taken apart, for those who compare two: each value on its own,
 * with the part it belongs to ("opening/own-it", "record:tickets",
 * "facts:2", "scenario", "pack"; "" the document).
 */
typedef enum rp_detail_sort {
    RP_DETAIL_PART,  /* the part itself is there; no key, no value */
    RP_DETAIL_ORDER, /* the names of a list in their order: "a, b" */
    RP_DETAIL_TEXT,  /* what people read, in one language */
    RP_DETAIL_ROUTE, /* where it leads: "promised if kept 'x', else lost" */
    RP_DETAIL_RULE   /* a number, a truth, a name, an expression */
} rp_detail_sort;

typedef struct rp_detail {
    rp_detail_sort sort;
    const char *object;   /* what kind of part: "reply" */
    const char *part;     /* its written name, with what it lies in */
    const char *up;       /* the part it lies in; "": the document */
    const char *key;      /* "because", "set owned", "says if calm > 50" */
    const char *language; /* of a text; else NULL */
    const char *value;
} rp_detail;

typedef struct rp_details {
    const rp_detail *items;
    uint32_t count;
} rp_details;

/*
 * All there is in a checked document, in an author's order, each part before
 * what lies in it. Two documents of the same details say the same.
 *
 * `details`  filled on success, owned by `arena`
 *
 * Errors: RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_document_details(const rp_document *document,
                                          rp_arena *arena, rp_details *details,
                                          rp_error *err);

/* The JSON Schema (draft 2020-12) of every document, written to `out`. */
void rp_document_schema(rp_text *out);

/* -------------------------------------------------------------- model */

enum {
    RP_NONE = 0xFFFF, /* "no such index" in every 16-bit index */
    RP_LANGUAGES_MAX = 8,
    RP_SETS_MAX = 32,
    RP_VARS_MAX = 24,
    RP_MEMORY_WORDS = 4, /* 256 marks */
    RP_MARKS_MAX = 64 * RP_MEMORY_WORDS,
    RP_OFFERS_MAX = 48, /* replies of one turn, anytime replies included */
    RP_ANSWERS_MAX = 64 /* answers of one form */
};

typedef enum rp_score_kind {
    RP_LISTENING,
    RP_EMPATHY,
    RP_RESOLUTION,
    RP_SCORES
} rp_score_kind;

typedef enum rp_mood_kind {
    RP_CALM,
    RP_TRUST,
    RP_PATIENCE,
    RP_MOODS
} rp_mood_kind;

typedef enum rp_mood_word {
    RP_FURIOUS,
    RP_UPSET,
    RP_ANXIOUS,
    RP_NEUTRAL,
    RP_RELIEVED,
    RP_PLEASED,
    RP_MOOD_WORDS
} rp_mood_word;

typedef enum rp_outcome {
    RP_RESOLVED,
    RP_PARTLY,
    RP_ESCALATED,
    RP_LOST,
    RP_OUTCOMES
} rp_outcome;

typedef enum rp_channel {
    RP_PHONE,
    RP_COUNTER,
    RP_VISIT,
    RP_CHAT,
    RP_EMAIL,
    RP_SOCIAL,
    RP_VIDEO,
    RP_BROADCAST,
    RP_CALLBACK,
    RP_DESK,
    RP_CHANNELS
} rp_channel;

typedef enum rp_act {
    RP_SAY,
    RP_WAIT,
    RP_DO,
    RP_HOLD,
    RP_TRANSFER,
    RP_ESCALATE,
    RP_END,
    RP_ACTS
} rp_act;

typedef enum rp_record_kind {
    RP_ACCOUNT,
    RP_BILL,
    RP_KNOWLEDGE,
    RP_LOG,
    RP_NOTE,
    RP_RECORD_KINDS
} rp_record_kind;

/* The words of the language for each of the above ("calm", "resolved"). */
extern const char *const rp_score_names[RP_SCORES];
extern const char *const rp_mood_names[RP_MOODS];
extern const char *const rp_mood_word_names[RP_MOOD_WORDS];
extern const char *const rp_outcome_names[RP_OUTCOMES];
extern const char *const rp_channel_names[RP_CHANNELS];
extern const char *const rp_act_names[RP_ACTS];
extern const char *const rp_record_kind_names[RP_RECORD_KINDS];

typedef uint32_t rp_ref;  /* a text of the model; 0: none */
typedef uint32_t rp_expr; /* a compiled expression; 0: none (true) */

/* `count` neighbours from `first` in one of the model's tables. */
typedef struct rp_span {
    uint32_t first;
    uint32_t count;
} rp_span;

/*
 * All that later rules may read of a run: no totals, no history, no clock.
 * A plain value: copy it and you have undo.
 */
typedef struct rp_state {
    uint16_t node;              /* where the run stands; RP_NONE: nowhere yet */
    uint16_t moves;             /* counted moves so far */
    uint8_t mood[RP_MOODS];     /* 0..100 */
    uint8_t set;                /* fact set, counting from 0 */
    uint16_t vars[RP_VARS_MAX]; /* value less the variable's `lo` */
    uint64_t memory[RP_MEMORY_WORDS]; /* marks: said, seen, opened, ... */
} rp_state;

typedef enum rp_value_kind {
    RP_V_INTEGER,
    RP_V_BOOLEAN,
    RP_V_TEXT,    /* value: index of an interned text */
    RP_V_MONEY,   /* fen */
    RP_V_NAME,    /* value: index of an interned full name */
    RP_V_DATE,    /* days since 1970-01-01 */
    RP_V_CLOCK,   /* minutes since 00:00 */
    RP_V_DATETIME /* minutes since 1970-01-01 00:00 */
} rp_value_kind;

typedef struct rp_fact {
    rp_value_kind kind;
    int64_t value;
    rp_ref text;   /* text; name: the full name */
    rp_ref family; /* name */
    rp_ref title;  /* name */
} rp_fact;

typedef struct rp_var {
    const char *name;
    bool is_boolean;
    int32_t lo;
    int32_t hi;
    int32_t start;
} rp_var;

/* `set` (relative false) or `add` of one variable; `value` or `expr`. */
typedef struct rp_assign {
    uint16_t var;
    bool is_add;
    int32_t value;
    rp_expr expr; /* 0: `value` */
} rp_assign;

/* A route is a list of these; the last has no condition. */
typedef struct rp_route {
    rp_expr when;
    uint16_t node;
} rp_route;

/*
 * What a trainee can choose: a reply of a turn or an answer of an ask. All
 * its effects are resolved: `mood` and `points` are sums, `marks` are the
 * memory bits it sets (said, once, done, promised, kept, critical).
 */
typedef struct rp_choice {
    const char *id;
    const char *owner; /* "opening", "anytime" or "wrapup/level" */
    rp_ref text;
    rp_ref hears;
    rp_ref because;
    rp_ref step_text; /* name of its step in the process; 0: none */
    rp_expr when;
    int16_t points[RP_SCORES];
    int16_t mood[RP_MOODS];
    rp_act act;
    uint16_t once_mark; /* refused while set; RP_NONE: may be repeated */
    uint16_t step;      /* index into model->steps or RP_NONE */
    uint16_t critical;  /* index into model->criticals or RP_NONE */
    bool stays;         /* the turn repeats, whatever its route */
    bool is_anytime;
    rp_span assigns;  /* model->assigns, `set` before `add` */
    rp_span marks;    /* model->marks: memory bits */
    rp_span route;    /* model->routes; empty: the turn's */
    rp_span shows;    /* model->behaviour_idx */
    rp_span misses;   /* model->behaviour_idx */
    rp_span promises; /* model->promise_idx */
    rp_span keeps;    /* model->promise_idx */
} rp_choice;

/* One of several things said; the first whose `when` holds is said. */
typedef struct rp_line {
    rp_expr when;
    rp_ref text;
} rp_line;

typedef struct rp_ask {
    const char *id;
    rp_ref text;
    bool many;
    rp_span answers; /* model->choices */
} rp_ask;

typedef enum rp_node_kind {
    RP_TURN,
    RP_FORM,
    RP_ENDING
} rp_node_kind;

typedef struct rp_silence {
    uint16_t after_s; /* 0: waiting costs nothing here */
    int16_t mood[RP_MOODS];
    rp_span route; /* empty: the turn repeats */
} rp_silence;

typedef struct rp_node {
    const char *id;
    rp_node_kind kind;
    uint16_t seen_mark; /* RP_NONE where nobody asks */
    rp_span says;       /* model->lines; turn and ending */
    rp_ref cue;         /* turn */
    rp_ref hint;        /* turn */
    uint16_t at_fact;   /* turn: jump of the simulated calendar, or RP_NONE */
    rp_span offers;     /* model->offers, written order; turn */
    rp_silence silence; /* turn */
    rp_span route;      /* turn, form */
    rp_ref title;       /* form */
    rp_span asks;       /* model->asks; form */
    rp_outcome outcome; /* ending */
    rp_ref epilogue;    /* ending */
} rp_node;

typedef struct rp_interrupt {
    const char *id;
    rp_expr when;
    uint16_t node;
    uint16_t fired_mark;
} rp_interrupt;

typedef struct rp_row {
    rp_ref label;
    rp_ref text;   /* 0 where the row shows a fact */
    uint16_t fact; /* or RP_NONE */
    bool is_marked;
} rp_row;

typedef struct rp_record {
    const char *id;
    rp_ref title;
    rp_record_kind kind;
    uint16_t opened_mark;
    rp_span rows; /* model->rows */
} rp_record;

typedef struct rp_promise {
    const char *id;
    rp_ref text;
    uint16_t due_fact; /* RP_NONE: no time named */
    uint16_t promised_mark;
    uint16_t kept_mark;
} rp_promise;

typedef struct rp_step {
    const char *id; /* as written in `process`: "feed back" */
    rp_ref title;
    uint16_t done_mark;
} rp_step;

typedef struct rp_critical {
    const char *id;
    rp_ref text;
    uint16_t mark;
} rp_critical;

typedef struct rp_behaviour {
    const char *id;
    rp_score_kind score;
    rp_ref strong;
    rp_ref mistake;
    const char *section; /* "7.1" */
    rp_ref section_title;
    rp_ref section_says;
} rp_behaviour;

/* What an example promises; fields beyond these are none. */
typedef struct rp_example {
    const char *name;
    rp_span moves;             /* model->example_moves: the written move */
    uint16_t set;              /* counting from 0 */
    const char *ending;        /* NULL: not said */
    int8_t passed;             /* -1: not said */
    int8_t outcome;            /* -1: not said */
    int32_t points[RP_SCORES]; /* INT32_MIN: not said */
    bool tells_criticals;
    rp_span criticals; /* model->critical_idx: all, where it tells them */
    uint32_t line;     /* for messages; 0 from a bare document */
} rp_example;

typedef struct rp_rate {
    uint16_t agent; /* words (characters for Chinese) a minute */
    uint16_t customer;
} rp_rate;

typedef struct rp_language {
    const char *tag; /* "en" */
    rp_rate rate;
    rp_span polite; /* model->polite_words */
} rp_language;

/*
 * The frozen rules of one scenario. Tables are borrowed from the model and
 * live as long as it does. `choices` holds replies and answers alike; a
 * turn's `offers` are indices into it, so that an anytime reply exists once.
 */
typedef struct rp_model {
    const char *id;
    rp_digest digest;
    rp_digest rules_digest;
    rp_ref title;
    rp_ref situation;
    rp_ref goals[RP_SCORES];
    rp_channel channel;
    uint8_t chapter;    /* 0: not said */
    uint8_t difficulty; /* 1..5; 0: not said */
    rp_ref customer_name;
    const char *customer_kind;
    const char *customer_face;
    const char *customer_voice;
    rp_span customer_about; /* model->lines without conditions */
    uint8_t mood[RP_MOODS];
    uint8_t pass_percent[RP_SCORES];
    uint8_t exam_percent; /* mean of the assessed scores */
    uint16_t moves_max;
    uint16_t start;    /* node */
    uint16_t hangs_up; /* node or RP_NONE */
    const char *pack_id;
    const char *pack_edition;
    rp_ref pack_title;

    uint32_t language_count; /* the first is the source language */
    const rp_language *languages;
    uint32_t set_count;
    uint32_t fact_count;
    const char *const *fact_names;
    const rp_fact *facts; /* set_count rows of fact_count */
    uint16_t at_fact;     /* the fact `at`, or RP_NONE */
    uint16_t name_fact;   /* the name fact the customer is called by */

    uint32_t node_count;
    const rp_node *nodes;
    uint32_t choice_count;
    const rp_choice *choices;
    uint32_t ask_count;
    const rp_ask *asks;
    uint32_t var_count;
    const rp_var *vars;
    uint32_t interrupt_count;
    const rp_interrupt *interrupts;
    uint32_t record_count;
    const rp_record *records;
    uint32_t promise_count;
    const rp_promise *promises;
    uint32_t step_count;
    const rp_step *steps;
    uint32_t critical_count;
    const rp_critical *criticals;
    uint32_t behaviour_count;
    const rp_behaviour *behaviours;
    uint32_t example_count;
    const rp_example *examples;
    uint32_t mark_count; /* memory bits in use */

    const uint16_t *offers;
    const uint16_t *marks;
    const uint16_t *behaviour_idx;
    const uint16_t *promise_idx;
    const uint16_t *critical_idx;
    const rp_assign *assigns;
    const rp_route *routes;
    const rp_line *lines;
    const rp_row *rows;
    const char *const *example_moves;
    const char *const *polite_words;
    uint32_t expr_count; /* expressions are 1 .. expr_count */

    struct rp_model_private *hidden; /* arena, texts, programs */
} rp_model;

/*
 * Compiles a checked document. `faults` receives what only compiling finds
 * (types of expressions, sets that differ, unreachable marks).
 *
 * `model`  filled on success, owned: end it with rp_model_free
 *
 * Errors: RP_E_INVALID (faults of severity error), RP_E_LIMIT, RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_model_compile(const rp_document *document,
                                       rp_alloc alloc, rp_faults *faults,
                                       rp_model **model, rp_error *err);

void rp_model_free(rp_model *model); /* NULL does nothing */

/* Index of a node, record or language by its written name; RP_NONE: none. */
uint16_t rp_model_node(const rp_model *model, const char *id);
uint16_t rp_model_record(const rp_model *model, const char *id);
uint16_t rp_model_language(const rp_model *model, const char *tag);

/* ---------------------------------------------------------------- a pack */

/* A curriculum and a ladder as plain tables; texts in one language. */
typedef struct rp_pack_section {
    const char *id; /* "7.1" */
    const char *title;
    const char *says;    /* what its source states; "": nothing */
    const char *sources; /* and what that cites; "": nothing */
} rp_pack_section;

typedef struct rp_pack_behaviour {
    const char *id;      /* "7.1-i" */
    const char *section; /* its id; "": none is said */
    rp_score_kind score;
    const char *strong;
    const char *mistake;  /* "": none is said */
    bool is_professional; /* fits no score well */
} rp_pack_behaviour;

typedef struct rp_pack_critical {
    const char *id;
    const char *text;
} rp_pack_critical;

typedef struct rp_pack_pool {
    const char *id;
    const char *title;
    uint32_t scenario_count;
    const char *const *scenarios; /* ids, whether they exist or not */
} rp_pack_pool;

typedef struct rp_pack_level {
    const char *id;
    const char *title;
    uint32_t pool_count; /* that its exam draws from */
    const char *const *pools;
    uint32_t scenario_count; /* that its exam names itself */
    const char *const *scenarios;
} rp_pack_level;

typedef struct rp_pack {
    const char *id;
    const char *title;
    const char *edition;
    uint32_t section_count; /* by number */
    const rp_pack_section *sections;
    uint32_t behaviour_count; /* by section, then code */
    const rp_pack_behaviour *behaviours;
    uint32_t critical_count; /* by id */
    const rp_pack_critical *criticals;
    uint32_t pool_count; /* written order */
    const rp_pack_pool *pools;
    uint32_t level_count; /* written order */
    const rp_pack_level *levels;
} rp_pack;

/*
 * Reads the document of a pack on its own. What is not there, or not as it
 * should be, is left out.
 *
 * `language`  of the texts; the source language where a text has no other
 * `pack`      filled on success, owned by `arena`
 *
 * Errors: RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_pack_read(const rp_document *document,
                                   const char *language, rp_arena *arena,
                                   rp_pack *pack, rp_error *err);

/* ------------------------------------------------ what a pack offers */

/* The languages of its pack, the source language first; borrowed. */
uint32_t rp_document_languages(const rp_document *document,
                               const char *tags[RP_LANGUAGES_MAX]);

/* Names of a pack, each with a text that explains it. */
typedef struct rp_named {
    const char *name;
    const char *about;
} rp_named;

typedef struct rp_name_list {
    uint32_t count;
    const rp_named *items;
} rp_name_list;

typedef struct rp_pack_names {
    rp_name_list behaviours;
    rp_name_list criticals;
} rp_pack_names;

/*
 * What a pack declares for its scenarios to name. The lists are owned by
 * `arena`, the texts borrowed from the document.
 *
 * Errors: RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_document_pack_names(const rp_document *document,
                                             rp_arena *arena,
                                             rp_pack_names *names,
                                             rp_error *err);

/*
 * Writes the scenario language as definitions for lua-language-server: a
 * class for each object, a function for each word, every key explained in
 * the language of `in` (NULL: English). With a pack its behaviours and
 * critical faults are named.
 */
void rp_language_definitions(const rp_pack_names *pack, const rp_tongue *in,
                             rp_text *out);

/* -------------------------------------------------------- expressions */

/*
 * The value of a compiled expression in a state: a boolean as 0 or 1, an
 * integer as itself. `expr` 0 is 1. Never fails: division by zero is 0.
 */
int64_t rp_expr_value(const rp_model *model, rp_expr expr,
                      const rp_state *state);

static inline bool rp_expr_holds(const rp_model *model, rp_expr expr,
                                 const rp_state *state)
{
    return expr == 0 || rp_expr_value(model, expr, state) != 0;
}

/*
 * Whether evaluating it in this state divides by zero (or takes a remainder),
 * and whether it could in any state at all: a cheap question to ask first.
 * A side that `and` or `or` skips is not evaluated.
 */
bool rp_expr_divides_by_zero(const rp_model *model, rp_expr expr,
                             const rp_state *state);
bool rp_expr_may_divide_by_zero(const rp_model *model, rp_expr expr);

/* The expression as the author wrote it, for reports. Borrowed. */
const char *rp_expr_text(const rp_model *model, rp_expr expr);

/*
 * The model with one condition turned round, for those who ask what it is
 * worth.
 *
 * `expr`     of type boolean, not 0
 * `arena`    owns what differs
 * `negated`  filled on success; it borrows all else from `model` and is not
 *            to be freed
 *
 * Errors: RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_model_negate(const rp_model *model, rp_expr expr,
                                      rp_arena *arena, rp_model *negated,
                                      rp_error *err);

/*
 * What an expression can read, so that a walk may forget the rest: the
 * union is filled into `reads`.
 */
typedef struct rp_reads {
    bool mood[RP_MOODS];
    uint32_t vars; /* bit per variable */
    uint64_t memory[RP_MEMORY_WORDS];
} rp_reads;

void rp_expr_reads(const rp_model *model, rp_expr expr, rp_reads *reads);

/* First mood word that holds: the table in the authors' guide. */
rp_mood_word rp_mood_word_of(const uint8_t mood[RP_MOODS]);

/* -------------------------------------------------------------- texts */

/*
 * The text as written, with its slots and marks; "" for ref 0. Borrowed from
 * the model.
 */
const char *rp_model_text(const rp_model *model, uint16_t language, rp_ref ref);

typedef enum rp_mark_kind {
    RP_MARK_STRESS, /* *so* */
    RP_MARK_SOUND,  /* [a sigh] */
    RP_MARK_PHRASE  /* ~worth pinning~ */
} rp_mark_kind;

/* Bytes start..end of a rendered text carry a mark. Marks never overlap. */
typedef struct rp_mark {
    rp_mark_kind kind;
    uint32_t start;
    uint32_t end;
} rp_mark;

enum {
    RP_TEXT_MARKS_MAX = 32
};

typedef struct rp_rendered {
    rp_text text; /* slots filled, marks taken out */
    uint32_t mark_count;
    rp_mark marks[RP_TEXT_MARKS_MAX];
} rp_rendered;

/*
 * Renders a text for one language in one state: facts and variables in their
 * forms ({t:day}, {n:formal}, money ...). {t:ago} counts from the `at` of the
 * turn the state stands in, else from the fact `at`. A date of another year
 * than that tells its year. `out` is the caller's, initialised with
 * rp_text_init on its `text`; its old content is replaced.
 */
void rp_model_render(const rp_model *model, uint16_t language,
                     const rp_state *state, rp_ref ref, rp_rendered *out);

/* One fact of the state's set in its plain form, appended to `out`. */
void rp_model_render_fact(const rp_model *model, uint16_t language,
                          const rp_state *state, uint16_t fact, rp_text *out);

/*
 * How much of a rendered text is spoken; sounds in brackets are not. Words
 * where a language writes words ("19:40" and "don't" are one). Chinese is
 * counted by the syllable: a character is 1, a digit 1, a run of Latin
 * letters 2.
 */
uint32_t rp_spoken_count(const rp_rendered *rendered, const char *language);

#endif
