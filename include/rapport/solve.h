/*
 * Solve: everything that looks ahead.
 *
 * It walks the states a call can reach, merged where no later condition tells
 * them apart, and answers exactly: par, best run, regret, the odds of each
 * guesser, what can never happen, where the door closes, whether the gate to
 * a certification pool is open. When a budget ends the walk it gives sound
 * bounds and says so; it never passes off a sample as a proof.
 *
 * A seeded random walker, written apart, must agree.
 */
#ifndef RAPPORT_SOLVE_H
#define RAPPORT_SOLVE_H

#include "rapport/play.h"

/* Called now and then with states walked; true cancels. May be NULL. */
typedef bool (*rp_progress)(void *user, uint64_t states);

typedef struct rp_budget {
    uint64_t states_max; /* 0: 20 million */
    uint64_t bytes_max;  /* 0: 2 GiB; for the walk, what reads it comes on
                            top and is of the same order */
    rp_progress progress;
    void *user; /* of `progress` */
} rp_budget;

/* Opaque: the walked states of one fact set. Not shared between threads. */
typedef struct rp_walk rp_walk;

/* What is walked, and with what means. */
typedef struct rp_walk_how {
    uint16_t set; /* from 0 */
    rp_alloc alloc;
    const rp_budget *budget; /* borrowed for the call; NULL: the usual */
} rp_walk_how;

/*
 * Walks one fact set of a model.
 *
 * `model`  borrowed for the walk's life
 * `walk`   filled on success, owned: end it with rp_walk_free
 *
 * Errors: RP_E_MEMORY, RP_E_STATE (cancelled). A spent budget is no error:
 * rp_walk_is_exact tells.
 */
RP_MUST_USE rp_status rp_walk_open(const rp_model *model,
                                   const rp_walk_how *how, rp_walk **walk,
                                   rp_error *err);
void rp_walk_free(rp_walk *walk); /* NULL does nothing */
bool rp_walk_is_exact(const rp_walk *walk);
uint64_t rp_walk_state_count(const rp_walk *walk);
uint64_t rp_walk_byte_count(const rp_walk *walk); /* memory held now */

/*
 * Par of each score: the largest total that a complete run, neither lost nor
 * critical, can earn in it, at least 0. Lower bounds where not exact.
 */
void rp_walk_par(const rp_walk *walk, int32_t par[RP_SCORES]);

/*
 * The complete, not lost, not critical run of largest value; among equals
 * one that passes, fewest moves, first written. `moves` holds up to `max`.
 * Returns how many moves it has; 0 when there is no such run.
 */
uint32_t rp_walk_best(const rp_walk *walk, rp_move *moves, uint32_t max,
                      int32_t points[RP_SCORES]);

/*
 * Exact values are integers in units of 1/unit basis points, where `unit` is
 * the least common multiple of the assessed pars.
 */
int64_t rp_walk_unit(const rp_walk *walk);

/* What a move costs against the best still attainable. */
typedef struct rp_regret {
    int64_t value;    /* in 1/unit basis points, never negative */
    bool closes_door; /* no run that ends well is left after it */
    bool is_strong;   /* value 0 and the door stays as it was */
    rp_move better;   /* a move of regret 0, the first written; the
                            move itself where no run ends well any more */
} rp_regret;

/* Where somebody stands: a state and what was earned on the way. Borrowed. */
typedef struct rp_standing {
    const rp_state *state;
    const int32_t *points; /* RP_SCORES of them */
} rp_standing;

/*
 * The regret of `move` in `state` (any state of this fact set, reached in
 * whatever way, silence included), with `points` earned so far.
 * Opening a record, a hint and silence cost nothing here.
 *
 * Errors: RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_walk_regret(rp_walk *walk, const rp_standing *from,
                                     const rp_move *move, rp_regret *regret,
                                     rp_error *err);

/*
 * The largest value of a run that ends well from `state` on, history
 * included, in 1/unit basis points; 0 with `ends_well` false where none does.
 *
 * Errors: RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_walk_attainable(rp_walk *walk, const rp_standing *from,
                                         bool *ends_well, int64_t *value,
                                         rp_error *err);

/*
 * Marks the choices that are strong somewhere: replies of regret 0 and
 * answers of forms sent without regret, in each state as early in a call as
 * it can be met, and on the best run. Nothing is marked where no run ends
 * well any more. `is_strong` holds choice_count and is added to.
 *
 * Errors: RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_walk_strong(rp_walk *walk, bool *is_strong,
                                     rp_error *err);

/* ------------------------------------------------------------ guessers */

typedef enum rp_guesser {
    RP_BLIND,
    RP_LONGEST,
    RP_SHORTEST,
    RP_POLITE,
    RP_ECHO,
    RP_CONDITIONAL,
    RP_HALF_INFORMED,
    RP_GUESSERS
} rp_guesser;

extern const char *const rp_guesser_names[RP_GUESSERS];

typedef struct rp_odds {
    double low; /* equal to `high` where exact */
    double high;
} rp_odds;

/* Chance to pass at the scenario's own marks and at the exam mark. */
typedef struct rp_chance {
    rp_odds own;
    rp_odds exam;
} rp_chance;

/*
 * The larger of "opens no record" and "opens all at the start", in one
 * language (only the test-wise read texts).
 */
RP_MUST_USE rp_status rp_walk_odds(rp_walk *walk, rp_guesser guesser,
                                   uint16_t language, rp_chance *chance,
                                   rp_error *err);

/*
 * The largest chance to pass at the exam mark with which a guesser leaves the
 * gate open; 1 where the gate does not ask.
 */
double rp_gate_limit(rp_guesser guesser);

/* -------------------------------------------------------------- sampling */

/*
 * A random walker that knows nothing of the above: it only steps. It plays
 * `runs` calls with uniformly random replies and counts. `low` and `high` are
 * Wilson's interval at 99.9 %.
 */
typedef struct rp_sample_options {
    uint64_t seed;
    uint64_t runs;
    bool opens_all; /* every record is opened at the start */
    int32_t par[RP_SCORES];
} rp_sample_options;

typedef struct rp_sample {
    uint64_t runs;
    uint64_t passed;
    uint64_t passed_exam;
    rp_chance chance;
    int32_t most[RP_SCORES]; /* largest total of a run that ended well */
} rp_sample;

void rp_sample_blind(const rp_model *model, uint16_t set,
                     const rp_sample_options *options, rp_sample *sample);

/* ------------------------------------------------------------------ mass */

/*
 * A place of a call is a node, or an interrupt on the way to one: nodes come
 * first, interrupt i is place node_count + i. Interrupts that share a mark
 * (one written interrupt with a list of targets) are one place, the first's.
 */
uint16_t rp_place_of_interrupt(const rp_model *model, uint32_t interrupt);

typedef enum rp_flow_kind {
    RP_FLOW_REPLY,
    RP_FLOW_FORM,
    RP_FLOW_SILENCE,
    RP_FLOW_INTERRUPT /* to an interrupt from a node just entered, and from
                         an interrupt to its node */
} rp_flow_kind;

/* One way from place to place. */
typedef struct rp_flow {
    rp_flow_kind kind;
    uint16_t from;
    uint16_t to;
    uint16_t choice; /* REPLY; else RP_NONE */
    bool hangs_up;   /* patience was over: `to` is model->hangs_up */
} rp_flow;

enum {
    RP_FLOWS_MAX = 2 * RP_PASSAGE_MAX /* of one move */
};

/*
 * The ways a counted move leads along, one behind the other; none for a move
 * that leads nowhere. And those at the beginning, behind the start.
 */
uint32_t rp_flows_of(const rp_model *model, const rp_state *before,
                     const rp_move *move, rp_flow flows[RP_FLOWS_MAX]);
uint32_t rp_flows_at_start(const rp_model *model, uint16_t set,
                           rp_flow flows[RP_FLOWS_MAX]);

typedef struct rp_mass_flow {
    rp_flow flow;
    double mass; /* expected number of times in a call */
} rp_mass_flow;

/*
 * Where a blind guesser gets to in one fact set: no record is opened, nobody
 * is silent, and the call goes on behind a critical reply, as in practice.
 * Numbers are probabilities and expected counts over all such calls, not a
 * sample; the limit of moves keeps circles finite.
 */
typedef struct rp_mass {
    bool is_exact; /* else numbers are lower bounds */
    uint32_t place_count;
    const double *chance; /* a place: that the call is ever there */
    const double *visits; /* a place: how often it is there on average */
    const bool *is_met;   /* a place: some call leads there, whatever is said,
                             opened or waited for */
    uint32_t flow_count;  /* those that some call takes, by from, kind,
                             choice, to */
    const rp_mass_flow *flows;
    const double *answers; /* a choice: how often it is given in a form */
    double limit;          /* chance that the limit of moves ends the call */
} rp_mass;

/*
 * Walks the fact set once more, with silence and behind what is critical.
 *
 * `arena`  borrowed; owns what `mass` points at
 * `mass`   filled on success
 *
 * Errors: RP_E_MEMORY, RP_E_STATE (cancelled).
 */
RP_MUST_USE rp_status rp_mass_find(const rp_model *model,
                                   const rp_walk_how *how, rp_arena *arena,
                                   rp_mass *mass, rp_error *err);

/* --------------------------------------------------------------- moments */

/* Which of all states that can occur at a node. */
typedef enum rp_moment {
    RP_MOMENT_LIKELIEST, /* the one a blind guesser is in most often */
    RP_MOMENT_BEST,      /* most can still be attained, what was earned so far
                            included */
    RP_MOMENT_WORST,     /* least; where no run ends well any more, least
                            was earned */
    RP_MOMENTS
} rp_moment;

/* A run that comes to such a state: its last move leads there. */
typedef struct rp_moment_run {
    bool is_there;
    uint16_t set; /* from 0 */
    uint32_t move_count;
    const char *const *moves; /* written */
    double visits;      /* LIKELIEST: how often a blind guesser of this fact set
                           comes to the state on average */
    bool ends_well;     /* BEST, WORST: some run from here still does */
    int64_t attainable; /* BEST, WORST: in 1/unit basis points; where none ends
                           well, what was earned */
    int64_t unit;       /* of its fact set */
} rp_moment_run;

typedef struct rp_moments {
    bool is_exact; /* else there may be others beyond what was walked */
    uint32_t node_count;
    const rp_moment_run *runs; /* RP_MOMENTS a node */
} rp_moments;

/*
 * For each node the likeliest, best and worst state in which the call can go
 * on there, over all fact sets and whatever is said, opened or waited for,
 * what is critical included. Among equals the one after the fewest moves. The
 * likeliest state is shown by the likeliest run that comes to it.
 *
 * `budget`   for each walk; NULL: the usual
 * `moments`  filled on success, owned by `arena`
 *
 * Errors: RP_E_MEMORY, RP_E_STATE (cancelled), RP_E_LIMIT.
 */
RP_MUST_USE rp_status rp_moments_find(const rp_model *model,
                                      const rp_budget *budget, rp_arena *arena,
                                      rp_moments *moments, rp_error *err);

/* -------------------------------------------------------------- examples */

typedef struct rp_example_result {
    bool holds;               /* all that it expects came true */
    char why[RP_MESSAGE_MAX]; /* one sentence where it does not */
    rp_result result;
    uint32_t move_count; /* made before it ended or was refused */
} rp_example_result;

/* Replays `example` of the model; `par` is that of its fact set. */
void rp_example_run(const rp_model *model, uint32_t example,
                    const int32_t par[RP_SCORES], rp_example_result *result);

/* ---------------------------------------------------------------- report */

/* What can be proven wrong, and what can keep the gate shut: the tables. */
rp_codes rp_remark_codes(void);
rp_codes rp_missing_codes(void);

/* Something that is proven wrong, with the moves that show it. */
typedef struct rp_remark {
    const char *code;
    rp_severity severity;
    const char *subject;      /* "turn", "turn/reply", "form/ask/answer",
                             "interrupt:id", "example:name" */
    const char *sentence;     /* in English */
    const char *pattern;      /* what it was made of, */
    const char *const *words; /* and of which words; see rp_fault */
    uint16_t set;             /* of the witness, from 0 */
    uint32_t move_count;
    const char *const *moves;
} rp_remark;

/* A turn, reply, answer, ending or interrupt, and a run that comes to it. */
typedef struct rp_reached {
    const char *name; /* as a remark's subject */
    uint16_t set;     /* from 0 */
    uint32_t move_count;
    const char *const *moves; /* written; the last one comes to it */
} rp_reached;

typedef struct rp_trap {
    const char *move; /* "turn/reply", "form/ask/answer", or a written form */
    uint32_t after;   /* fewest counted moves made before it */
    uint16_t set;
} rp_trap;

/* A weak reply in the first half of a best run, made there. */
typedef struct rp_recovery {
    const char *move;
    uint32_t after;
    uint16_t set;
    bool can_pass; /* some run that passes goes on from it */
} rp_recovery;

/*
 * Over the places where blind guessers, all records open, meet a reply and
 * can still pass. Every reply that can be reached is told.
 */
typedef struct rp_weight {
    const char *reply;   /* "turn/reply" */
    double weight;       /* chance after it less before, at own marks */
    const char *same_as; /* a reply with an identical future, or NULL */
} rp_weight;

typedef struct rp_learnt {
    uint16_t set;   /* whose best run is learnt by heart, */
    uint16_t other; /* and where it passes */
} rp_learnt;

/* What keeps the gate shut: a written code and a sentence. */
typedef struct rp_missing {
    const char *code;
    const char *sentence; /* in English */
    const char *pattern;
    const char *const *words;
} rp_missing;

typedef struct rp_set_report {
    uint64_t states;
    bool is_exact;
    int32_t par[RP_SCORES]; /* lower bounds where not exact */
    int32_t best_points[RP_SCORES];
    uint32_t best_count;
    const char *const *best;     /* written moves */
    rp_chance odds[RP_GUESSERS]; /* the largest over the languages */
} rp_set_report;

typedef struct rp_report {
    bool is_exact;   /* else pars are lower bounds, and odds have two */
    uint64_t states; /* walked in all */
    uint32_t set_count;
    const rp_set_report *sets;
    rp_chance odds[RP_GUESSERS]; /* the largest over the sets */
    uint32_t remark_count;
    const rp_remark *remarks;
    uint32_t error_count; /* remarks of severity error */
    uint32_t reached_count;
    const rp_reached *reached; /* each name with its witness */
    uint32_t unreachable_count;
    const char *const *unreachable; /* every name, in no fact set */
    uint32_t trap_count;
    const rp_trap *traps;
    uint32_t recovery_count;
    const rp_recovery *recoveries;
    uint32_t weight_count;
    const rp_weight *weights;
    uint32_t learnt_count;
    const rp_learnt *learnt;
    uint32_t example_count;
    const rp_example_result *examples;
    uint32_t talk_seconds[RP_LANGUAGES_MAX]; /* of set 1's best run */
    bool gate_is_open;
    uint32_t missing_count;
    const rp_missing *missing;
} rp_report;

typedef struct rp_report_options {
    rp_budget budget;     /* for each walk */
    uint32_t fault_count; /* faults and warnings the checker found already */
    bool is_quick; /* par, best, remarks and examples only: odds, weights and
                      the gate are left out */
} rp_report_options;

/*
 * Everything the checker proves about a model.
 *
 * `options`  borrowed; NULL: the defaults
 * `arena`    borrowed; owns what `report` points at
 * `report`   filled on success
 *
 * Errors: RP_E_MEMORY, RP_E_STATE (cancelled), RP_E_LIMIT.
 */
RP_MUST_USE rp_status rp_check_report(const rp_model *model,
                                      const rp_report_options *options,
                                      rp_arena *arena, rp_report *report,
                                      rp_error *err);

/* --------------------------------------------------------------- debrief */

/* One move looked back on. */
typedef struct rp_debrief_move {
    rp_move move;
    rp_state before;
    rp_state after;
    rp_effect effect;
    int32_t points[RP_SCORES]; /* totals after it */
    rp_regret regret;
    bool ends_well;       /* some run from here still did, after the move */
    int64_t attainable;   /* its largest value, in 1/unit basis points */
    uint32_t shown_count; /* behaviours listed by the strong choices made */
    const uint16_t *shown;
    uint32_t missed_count; /* behaviours the choices made are known to miss */
    const uint16_t *missed;
} rp_debrief_move;

typedef struct rp_debrief {
    uint32_t move_count;
    const rp_debrief_move *moves;
    rp_result result;
    int64_t unit;
    int64_t attainable_at_start;
    uint16_t turning;   /* the move of largest regret; RP_NONE: none had any */
    uint16_t satisfied; /* the move that moved satisfaction most; or RP_NONE */
    rp_talk talk;
    uint32_t talk_seconds;
} rp_debrief;

/* A run to be looked back on: its moves, and the language it was held in. */
typedef struct rp_made {
    const rp_move *moves; /* borrowed */
    uint32_t count;
    uint16_t language;
} rp_made;

/*
 * Looks back on a run from its start.
 *
 * `walk`   the walk of the run's fact set
 * `moves`  borrowed; each must be legal in its turn
 * `arena`  borrowed; owns what `debrief` points at
 *
 * Errors: RP_E_MEMORY, RP_E_INVALID (a move that is not offered).
 */
RP_MUST_USE rp_status rp_debrief_make(rp_walk *walk, const rp_made *made,
                                      rp_arena *arena, rp_debrief *debrief,
                                      rp_error *err);

#endif
