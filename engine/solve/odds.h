/*
 * Odds: how guessers fare.
 *
 *   judge     what totals still matter, against what is asked of them
 *   crowd     standings, each once
 *   guess     how a guesser goes on from a standing
 *   chain     the same for all its runs, states merged that come to the same
 *   tally    the runs that stand in one spot, by their totals
 *   push      a guesser's probability from the first move to the last
 *   odds      what has passed in the end, fact set by fact set
 */
#ifndef RAPPORT_SOLVE_ODDS_H
#define RAPPORT_SOLVE_ODDS_H

#include "solve/solve_internal.h"

/* --------------------------------------------------------------- judge */

typedef enum mark_kind {
    OWN_MARKS,
    EXAM_MARK
} mark_kind;

/* What is asked of the totals of a run that ends well. */
typedef struct judge {
    rp_walk *walk;
    mark_kind kind;
    bool keeps_totals;         /* merges nothing, only tells what is lost */
    int32_t needed[RP_SCORES]; /* own marks: points; INT32_MIN: none */
    int32_t needed_bp;         /* exam mark: sum over the assessed */
    int32_t par[RP_SCORES];
    int64_t weight[RP_SCORES]; /* of a point, as in the walk's values */
    /*
     * The exam's mark as a value. Scores are rounded down to basis points and
     * values are not: a sum of them is too large by less than one a score.
     */
    int64_t needed_value;
    int64_t sure_value;
    int64_t step[RP_SCORES]; /* the most one move can change a score */
} judge;

RP_MUST_USE bool judge_init(judge *by, rp_walk *walk, mark_kind kind);

/* Where a run stands, and the most and least each score can still gain. */
typedef struct ahead {
    uint32_t left;        /* counted moves */
    const prospect *most; /* a score */
    const prospect *least;
} ahead;

/*
 * Between what totals a run is undecided, score by score: below `lost` it no
 * longer passes; what is under `nil` or over `made` comes to the same as what
 * stands there.
 */
typedef struct limits {
    bool is_open; /* nothing is known */
    bool is_lost; /* no run from there ends well */
    int32_t lost[RP_SCORES];
    int32_t nil[RP_SCORES];
    int32_t made[RP_SCORES];
    int64_t least[RP_SCORES]; /* still to be gained */
    int64_t most[RP_SCORES];
} limits;

void judge_limits(const judge *by, const ahead *from, limits *found);

/* Merges the totals of a run. False when it can no longer pass. */
bool judge_settle(const judge *by, const limits *at, int32_t totals[RP_SCORES]);

/* For totals of a run that has ended well. */
bool judge_passes(const judge *by, const int32_t totals[RP_SCORES]);
void totals_add(int32_t totals[RP_SCORES], const int32_t points[RP_SCORES]);

/* --------------------------------------------------------------- crowd */

/* Runs that stand in the same place with the same totals, as one. */
typedef struct standing {
    uint32_t state;
    uint32_t left; /* counted moves */
    int32_t totals[RP_SCORES];
} standing;

typedef struct crowd_slot {
    uint32_t member; /* + 1; 0: free */
    uint32_t tag;    /* of its hash */
} crowd_slot;

typedef struct crowd {
    LIST(standing) members;
    LIST(crowd_slot) slots;
} crowd;

/* The index of `who`, added where it is new; NO_STATE when refused. */
uint32_t crowd_add(crowd *all, store *memory, const standing *who);
/* The index of `who`; NO_STATE where there is none. */
uint32_t crowd_find(const crowd *all, const standing *who);
void crowd_clear(crowd *all, store *memory);

/* Limits and merging for a run that stands in a state of the judge's walk. */
bool judge_merge(const judge *by, standing *who);

/* Whether some run goes on from there and passes. False: memory refused. */
RP_MUST_USE bool walk_can_pass(rp_walk *walk, const judge *by,
                               const standing *from, bool *can_pass);

/* -------------------------------------------------------------- guess */

/* The distinct words of a text (character pairs in Chinese), as hashes. */
typedef struct word_set {
    const uint64_t *words; /* sorted */
    uint32_t count;
} word_set;

/* What the test-wise read off the texts of one language. */
typedef struct measures {
    uint32_t *length; /* a choice: code points as written */
    uint32_t *polite; /* a choice: courtesy words of the pack */
    word_set *choice;
    word_set *line;
    word_set *ask;
} measures;

RP_MUST_USE bool measures_make(const rp_model *model, uint16_t language,
                               rp_arena *arena, measures *found);
uint32_t word_set_shared(const word_set *a, const word_set *b);

/* One way a guesser may go on, and how likely. */
typedef struct guess_way {
    uint32_t target; /* a state, NO_STATE: not walked; in a chain a class */
    uint32_t arg;    /* of its edge */
    int32_t points[RP_SCORES];
    bool is_critical;
    bool is_counted;
    double share;
} guess_way;

typedef struct guess {
    rp_walk *walk;
    rp_guesser guesser;
    const measures *texts; /* NULL for those who do not read */
    LIST(guess_way) ways;  /* of the standing asked for last */
} guess;

/* True where how this guesser goes on depends on the totals. */
static inline bool guess_minds_totals(const guess *by)
{
    return by->guesser == RP_HALF_INFORMED;
}

static inline bool guesser_reads(rp_guesser guesser)
{
    return guesser == RP_LONGEST || guesser == RP_SHORTEST ||
           guesser == RP_POLITE || guesser == RP_ECHO;
}

/* Fills `by->ways`. False when memory is refused. */
RP_MUST_USE bool guess_ways(guess *by, const standing *who);
void guess_clear(guess *by);

/* By all that makes ways the same but how likely they are. */
int guess_compare_ways(const guess_way *a, const guess_way *b);

/*
 * Ways in a chain that come to the same are one, whatever edge they were, and
 * those that fail are left out.
 */
void guess_lump(guess *by);

/* --------------------------------------------------------------- chain */

/* Where runs begin: no record is opened, or all. */
enum {
    LANE_SHUT,
    LANE_OPEN,
    GUESS_LANES
};

/* The first classes of a chain are ends. */
enum {
    FATE_FAILS,
    FATE_ENDS_WELL,
    FATE_OPEN, /* behind what the budget left unwalked */
    FATES
};

typedef struct chain_class {
    uint32_t state;   /* one of them, in the walk it was met in first */
    uint32_t longest; /* counted moves ahead, or MOVES_ENDLESS */
    uint32_t steps;   /* that a form still wants */
    uint32_t way_count;
    uint64_t first_way;
    const prospect *most; /* a score; borrowed from that walk */
    const prospect *least;
} chain_class;

typedef struct chain {
    store memory;
    bool lumps; /* else states alike are one, and every way is kept */
    LIST(chain_class) classes;
    LIST(guess_way) ways;
    LIST(uint32_t) class_of; /* a state of the last walk; NO_STATE: none */
    LIST(uint32_t) wanted;   /* states still to be gone on from */
    LIST(uint32_t) slots;    /* class; 0: free */
} chain;

/* `walk` is one of those to come; all must outlive the chain. */
void chain_init(chain *c, const rp_walk *walk, bool lumps);
void chain_clear(chain *c);

/*
 * Adds what a guesser meets in its walk from these states, and gives their
 * classes instead. False when memory is refused.
 */
RP_MUST_USE bool chain_add(chain *c, guess *by, uint32_t roots[GUESS_LANES]);

/* Ways on; borrowed until something is added or asked for. */
typedef struct ways_on {
    const guess_way *items;
    uint64_t count;
} ways_on;

/*
 * The ways on from a class; `who->totals` count for those who mind them, in
 * the walk added last. False when memory is refused.
 */
RP_MUST_USE bool chain_ways(const chain *c, guess *by, const standing *who,
                            ways_on *found);

/* -------------------------------------------------------------- tally */

/* What part of all runs has these totals. */
typedef struct alike_runs {
    int32_t totals[RP_SCORES];
    double share[GUESS_LANES];
    double chance; /* to pass from here on, where somebody finds it */
} alike_runs;

/* The runs of one spot by their totals. */
typedef struct tally {
    LIST(alike_runs) runs;
    LIST(uint32_t) slots; /* run + 1; 0: free */
    uint32_t slot_bits;
} tally;

/* The runs with these totals; NULL where there are none. */
alike_runs *tally_find(const tally *all, const int32_t totals[RP_SCORES]);

/* The same, added where they are new; NULL when refused. */
alike_runs *tally_add(tally *all, store *memory,
                      const int32_t totals[RP_SCORES]);
void tally_clear(tally *all, store *memory);

/* Some runs of a spot. Borrowed. */
typedef struct some_runs {
    const alike_runs *items;
    uint64_t count;
} some_runs;

/* ---------------------------------------------------------------- push */

/* A class with so many moves left, and the runs that come there. */
typedef struct spot {
    limits bounds;
    tally here;
    uint32_t next; /* in its queue: another spot + 1 */
} spot;

/*
 * A guesser's probability, pushed forward from where it begins, in a lane
 * each. Where it `keeps`, every spot still holds its runs afterwards, so that
 * chances can be carried back.
 */
typedef struct push {
    chain *along;
    guess *by;
    const judge *judge;
    bool keeps;
    crowd met;             /* spots: classes, totals left at 0 */
    LIST(spot) spots;      /* as in `met` */
    LIST(uint32_t) queues; /* by moves left: the first spot + 1; 0: none */
    LIST(uint32_t) done;   /* spots in the order they were pushed */
    uint64_t met_count;    /* totals, over all spots */
    double passed[GUESS_LANES];
    double passed_rest[GUESS_LANES]; /* what rounding took */
    double unresolved[GUESS_LANES];
} push;

/* From these classes. False when memory is refused. */
RP_MUST_USE bool push_from(push *p, const uint32_t roots[GUESS_LANES]);
void push_clear(push *p);

/* The spot a way leads to; NULL where it is none. */
const spot *push_spot_behind(const push *p, const standing *from,
                             const guess_way *way);

/* ---------------------------------------------------------------- odds */

/* Odds found: they are the same for whoever begins in the same classes. */
typedef struct odds_known {
    uint32_t roots[GUESS_LANES];
    int32_t par[RP_SCORES];
    bool is_exact;
    rp_chance chance;
} odds_known;

/* One guesser in one language, over the fact sets of a model. */
typedef struct odds_work {
    guess by;
    chain along;
    LIST(odds_known) known;
} odds_work;

/* `texts` may be NULL for those who do not read. */
void odds_begin(odds_work *o, rp_guesser guesser, const measures *texts);
/* False when memory is refused. */
RP_MUST_USE bool odds_find(odds_work *o, rp_walk *walk, rp_chance *found);
void odds_end(odds_work *o);

/* The state in which a guesser begins: no record opened, or all. */
uint32_t walk_guess_root(const rp_walk *walk, bool opens_all);

#endif
