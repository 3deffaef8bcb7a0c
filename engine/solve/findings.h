/*
 * Findings: what is proven about one model, gathered over its fact sets.
 *
 *   explore   every state, silence and what follows a critical move included
 *   reached   what can happen at all, and how
 *   circles   calls that cannot end, and circles that gain
 *   traps     moves that close the door
 *   gate      what keeps a scenario out of a certification pool
 *   codes     the tables of all this, and its sentences
 */
#ifndef RAPPORT_SOLVE_FINDINGS_H
#define RAPPORT_SOLVE_FINDINGS_H

#include "solve/odds.h"

typedef enum remark_code {
#define REMARK(name, code, severity, about, sentence, mend, example) \
    REMARK_##name,
#include "solve/list_remarks.h"
#undef REMARK
    REMARK_CODES
} remark_code;

typedef enum missing_code {
#define MISSING(name, code, about, sentence, mend, example) MISSING_##name,
#include "solve/list_missing.h"
#undef MISSING
    MISSING_CODES
} missing_code;

/* A state and one of its edges, in the full walk of a set. */
typedef struct sighting {
    bool is_seen;
    uint16_t set;
    uint32_t move_count;
    const char *const *moves; /* written, the last being the sighted one */
} sighting;

typedef LIST(rp_remark) remark_list;

/* Where a guesser passes the exam mark most easily. */
typedef struct best_guess {
    uint16_t set;
    uint16_t language;
} best_guess;

/* What a report is made in. */
typedef struct findings {
    const rp_model *model;
    const rp_report_options *options;
    rp_arena *arena; /* the report's */
    store memory;    /* for lists while they grow */
    rp_error *err;
    rp_report *report;
    bool refused;
    uint32_t offer_count;
    uint32_t *node_of_offer; /* which turn an offer belongs to */
    sighting *nodes;
    sighting *offers;  /* as model->offers */
    sighting *answers; /* a choice */
    sighting *interrupts;
    bool *divided;        /* an expression: seen to divide by zero */
    uint32_t *trap_after; /* an offer; UINT32_MAX: none */
    uint16_t *trap_set;
    LIST(rp_trap) form_traps;
    LIST(rp_remark) remarks;
    LIST(rp_recovery) recoveries;
    LIST(rp_learnt) learnt;
    LIST(rp_missing) missing;
    best_guess guesses[RP_GUESSERS];
    uint16_t language; /* that is being read */
    rp_walk **walks;   /* a set: the clean walk */
} findings;

/* "turn/reply", "anytime/reply", "form/ask/answer" in the report's arena. */
const char *name_of_choice(findings *f, const char *owner, const char *id);
const char *name_of_offer(findings *f, uint32_t offer);

/* Position in model->offers of a reply made in a turn. */
uint32_t offer_of(const rp_model *model, uint16_t node, uint16_t choice);

/* The words of a sentence: `WORDS(a, b)` fills `{1}` and `{2}`. */
#define WORDS(...) ((const char *const[]){"", __VA_ARGS__, NULL})
#define NO_WORDS   ((const char *const[]){NULL})

/* Numbers as words, in the report's arena. */
const char *number_word(findings *f, int64_t number);
const char *percent_word(findings *f, double share); /* 0.5 is "50.00" */

/* `where` has the subject and, if there is one, the witness. */
void add_remark(findings *f, remark_code code, const rp_remark *where,
                const char *const *words);
bool has_remark(const findings *f, remark_code code, const char *subject);
void add_missing(findings *f, missing_code code, const char *const *words);

/* Each goes over one fact set; what it cannot remember sets f->refused. */
rp_status findings_reach(findings *f, uint16_t set);
void findings_circles(findings *f, rp_walk *full, const uint32_t *parents);
void findings_traps(findings *f, rp_walk *walk);
void findings_recovery(findings *f, rp_walk *walk);
void findings_unreachable(findings *f);
void findings_reached(findings *f);
void findings_weights(findings *f);
void findings_learnt(findings *f);
void findings_gate(findings *f);

/* A full walk, and the edge each of its states was first met by. */
typedef struct trail {
    rp_walk *full;
    const uint32_t *parents;
} trail;

/* The written moves to `state` and, with `last`, one more. */
void witness(findings *f, const trail *along, uint32_t state, const edge *last,
             sighting *seen);

#endif
