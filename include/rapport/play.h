/*
 * Play: a move, a fold, a score.
 *
 * A session is a plain value over a frozen model: copy it and you have undo,
 * "try again from here" and audit with one engine. It has no clock, does no
 * I/O, allocates nothing and uses no floating point. It takes par as numbers
 * and never looks ahead.
 *
 *   begin --take--> running --take--> ... --take--> ended
 *
 * The same (model, seed, set, moves) gives the same states and scores, to
 * the last point, on every machine.
 */
#ifndef RAPPORT_PLAY_H
#define RAPPORT_PLAY_H

#include "rapport/scenario.h"

enum {
    RP_MOVE_TEXT_MAX = 8512, /* a written move with its NUL: the longest
                                names, 64 answers, each with its ask */
    RP_PASSAGE_MAX = 40,     /* nodes one move can lead through */
    RP_SILENCE_NONE = 0
};

/* -------------------------------------------------------------- moves */

typedef enum rp_move_kind {
    RP_MOVE_REPLY,  /* "own-the-promises" */
    RP_MOVE_FORM,   /* "wrapup:level=1;known=los+building" */
    RP_MOVE_OPEN,   /* "open:tickets": a record; not counted */
    RP_MOVE_HINT,   /* "open:hint": the turn's hint; not counted */
    RP_MOVE_SILENCE /* "silence": the customer's patience with waiting */
} rp_move_kind;

typedef struct rp_move {
    rp_move_kind kind;
    uint16_t index;   /* choice (reply) or record (open) */
    uint64_t answers; /* form: bit i = the form's i-th answer, asks in order */
    uint32_t at_ms;   /* since the session began, never decreasing */
} rp_move;

/*
 * Reads a written move where `state` stands. `move->at_ms` is left alone.
 *
 * Errors: RP_E_INVALID with a sentence that lists what is offered.
 */
RP_MUST_USE rp_status rp_move_read(const rp_model *model, const rp_state *state,
                                   const char *text, rp_move *move,
                                   rp_error *err);

/* The written form of a legal move; returns `text`. */
char *rp_move_write(const rp_model *model, const rp_state *state,
                    const rp_move *move, char text[RP_MOVE_TEXT_MAX]);

/* -------------------------------------------------------------- states */

/* Marks of a run's memory; RP_NONE is never set. */
static inline bool rp_mark_is_set(const rp_state *state, uint16_t mark)
{
    return mark != RP_NONE && (state->memory[mark >> 6] >> (mark & 63) & 1);
}

static inline void rp_mark_set(rp_state *state, uint16_t mark)
{
    if (mark != RP_NONE) {
        state->memory[mark >> 6] |= UINT64_C(1) << (mark & 63);
    }
}

/*
 * What one move did besides changing the state: the points it earned and the
 * nodes it led through, the last being where the run now stands. A record or
 * a hint leads nowhere: no nodes.
 */
typedef struct rp_effect {
    int32_t points[RP_SCORES];
    uint16_t critical; /* model->criticals: the first it did, or RP_NONE */
    uint16_t node_count;
    uint16_t nodes[RP_PASSAGE_MAX];
} rp_effect;

/*
 * The state in which a run of fact set `set` (from 0) begins, the start
 * entered. `effect` (may be NULL) tells the nodes led through.
 */
void rp_state_begin(const rp_model *model, uint16_t set, rp_state *state,
                    rp_effect *effect);

/*
 * The replies offered in a turn, in written order, as indices into
 * model->choices. Returns how many; 0 in a form or ending.
 */
uint32_t rp_state_offers(const rp_model *model, const rp_state *state,
                         uint16_t offers[RP_OFFERS_MAX]);

/*
 * The answers of a form that may be chosen, as bits like rp_move.answers;
 * 0 outside a form.
 */
uint64_t rp_state_answers(const rp_model *model, const rp_state *state);

/* True where the run has ended: an ending, or the limit of moves. */
bool rp_state_has_ended(const rp_model *model, const rp_state *state);

/* RP_LOST when the limit of moves ended it; RP_OUTCOMES while it runs. */
rp_outcome rp_state_outcome(const rp_model *model, const rp_state *state);

/* True once anything critical was done. */
bool rp_state_is_critical(const rp_model *model, const rp_state *state);

/*
 * Index of the line (model->lines) that `node` says in this state;
 * UINT32_MAX where it says nothing (a form).
 */
uint32_t rp_state_line(const rp_model *model, const rp_state *state,
                       uint16_t node);

/*
 * One move, exactly, unchecked: the move must be legal. This is the one door
 * through which a state changes; the solver and the session both use it.
 * `effect` may be NULL.
 */
void rp_state_step(const rp_model *model, rp_state *state, const rp_move *move,
                   rp_effect *effect);

/*
 * SHA-256 over the state and totals in a fixed byte order, for replay.
 */
rp_digest rp_state_digest(const rp_model *model, const rp_state *state,
                          const int32_t points[RP_SCORES]);

/* ------------------------------------------------------------- session */

typedef struct rp_session {
    const rp_model *model; /* borrowed for the session's life */
    uint64_t seed;
    rp_state state;
    int32_t points[RP_SCORES];
    uint32_t at_ms;   /* time of the last move */
    bool is_exam;     /* a critical move ends the run */
    bool was_stopped; /* ended by a critical move in an exam */
} rp_session;

/* The fact set (from 0) a seed picks: first SplitMix64 output mod count. */
uint16_t rp_seed_set(const rp_model *model, uint64_t seed);

/* How a run begins. `set` from 0; RP_NONE: the one the seed picks. */
typedef struct rp_opening {
    uint64_t seed;
    uint16_t set;
} rp_opening;

/*
 * A session before its first move. `effect` (may be NULL) is filled with the
 * nodes led through.
 *
 * Errors: RP_E_INVALID (no such set).
 */
RP_MUST_USE rp_status rp_session_begin(const rp_model *model,
                                       const rp_opening *how,
                                       rp_session *session, rp_effect *effect,
                                       rp_error *err);

/*
 * Takes one move: applies its changes, then goes where it leads.
 *
 * `session`  changed only on success
 * `effect`   filled on success; may be NULL
 *
 * Errors: RP_E_STATE (session has ended), RP_E_INVALID (not offered, or time
 * runs backwards).
 */
RP_MUST_USE rp_status rp_session_take(rp_session *session, const rp_move *move,
                                      rp_effect *effect, rp_error *err);

bool rp_session_has_ended(const rp_session *session);

/*
 * The offered replies as they are shown: the turn's own replies shuffled by
 * Fisher-Yates with a SplitMix64 seeded by seed XOR FNV-1a-64(turn id), then
 * those not offered taken out, so that cards keep their order while others
 * come and go. Anytime replies have places of their own and are told, in
 * written order, by rp_session_anytime.
 */
uint32_t rp_session_cards(const rp_session *session,
                          uint16_t cards[RP_OFFERS_MAX]);
uint32_t rp_session_anytime(const rp_session *session,
                            uint16_t offers[RP_OFFERS_MAX]);

/* -------------------------------------------------------------- scores */

enum {
    RP_NOT_ASSESSED = -1,
    RP_FULL_BP = 10000
};

typedef struct rp_result {
    bool has_ended;
    uint16_t ending;    /* node, or RP_NONE (limit of moves, or stopped) */
    rp_outcome outcome; /* RP_LOST where no ending was reached */
    int32_t points[RP_SCORES];
    int32_t par[RP_SCORES];
    int32_t score_bp[RP_SCORES]; /* RP_NOT_ASSESSED where par is 0 */
    bool is_critical;
    bool passed;          /* at the scenario's own marks */
    bool passed_exam;     /* mean of the assessed scores at the pack's mark */
    uint8_t satisfaction; /* 1..5 */
} rp_result;

/*
 * floor(10000 * max(0, earned) / par), at most 10000; RP_NOT_ASSESSED for
 * par 0.
 */
int32_t rp_score_bp(int32_t earned, int32_t par);

/*
 * True when every assessed score reaches its mark / the mean of the assessed
 * scores reaches the exam mark; outcome and criticals are judged apart.
 */
bool rp_marks_reached(const rp_model *model, const int32_t score_bp[RP_SCORES]);
bool rp_exam_mark_reached(const rp_model *model,
                          const int32_t score_bp[RP_SCORES]);

/* The result of a session against the par of its fact set. */
rp_result rp_session_result(const rp_session *session,
                            const int32_t par[RP_SCORES]);

/*
 * 1 + floor(4 * (2 trust + calm) / 300 + 1/2), at most 2 when lost, at most
 * 4 when partly.
 */
uint8_t rp_satisfaction(const rp_state *state, rp_outcome outcome);

/* ----------------------------------------------------------- talk time */

/* One move of a run, and what it did. */
typedef struct rp_taken {
    rp_move move;
    rp_state before;
    rp_state after;
    rp_effect effect;
} rp_taken;

/* Words said so far: the agent's replies, the customer's answers and lines. */
typedef struct rp_talk {
    uint32_t agent_words;
    uint32_t customer_words;
} rp_talk;

/* In which language one listens, and room to render what is said. */
typedef struct rp_ear {
    const rp_model *model;
    uint16_t language;
    rp_rendered *scratch; /* borrowed; reused */
} rp_ear;

/* Counts anew, from what is said when `state` is entered. */
void rp_talk_begin(rp_talk *talk, const rp_ear *ear, const rp_state *state,
                   const rp_effect *effect);
void rp_talk_move(rp_talk *talk, const rp_ear *ear, const rp_taken *taken);
uint32_t rp_talk_seconds(const rp_talk *talk, const rp_model *model,
                         uint16_t language);

#endif
