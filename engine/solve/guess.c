/*
 * How each guesser goes on from where a run stands.
 *
 * In a turn it picks a reply, in a form an answer for every single ask, both
 * by the same rule; in a `many` ask everybody tosses a coin for each answer.
 */
#include <string.h>

#include "solve/solve_internal.h"

const char *const rp_guesser_names[RP_GUESSERS] = {
    "blind", "longest",     "shortest",     "polite",
    "echo",  "conditional", "half_informed"};

enum {
    HAND_MAX = RP_OFFERS_MAX > (int)RP_ANSWERS_MAX ? (int)RP_OFFERS_MAX
                                                   : (int)RP_ANSWERS_MAX
};

/* What a guesser picks from: choices, and the text they answer. */
typedef struct hand {
    uint32_t count;
    uint16_t choices[HAND_MAX];
    const word_set *heard; /* NULL: nothing was said */
    double share[HAND_MAX];
} hand;

/* How much this guesser likes a choice; the most liked are picked. */
static int64_t liking(const guess *by, const hand *of, uint16_t choice)
{
    switch (by->guesser) {
    case RP_LONGEST: return by->texts->length[choice];
    case RP_SHORTEST: return -(int64_t)by->texts->length[choice];
    case RP_POLITE: return by->texts->polite[choice];
    case RP_ECHO:
        return of->heard == NULL
                   ? 0
                   : word_set_shared(&by->texts->choice[choice], of->heard);
    case RP_CONDITIONAL: return by->walk->model->choices[choice].when != 0;
    case RP_BLIND:
    case RP_HALF_INFORMED:
    case RP_GUESSERS: break;
    }
    return 0;
}

/* Uniform over the most liked. */
static void share_by_liking(const guess *by, hand *of)
{
    int64_t likings[HAND_MAX];
    int64_t most = INT64_MIN;
    uint32_t ties = 0;

    for (uint32_t i = 0; i < of->count; i++) {
        likings[i] = liking(by, of, of->choices[i]);
        if (likings[i] > most) {
            most = likings[i];
            ties = 0;
        }
        ties += likings[i] == most;
    }
    for (uint32_t i = 0; i < of->count; i++) {
        of->share[i] = likings[i] == most ? 1.0 / ties : 0;
    }
}

/*
 * One of the two of least regret: a half each, ties sharing what falls to
 * them alike.
 */
static void share_by_regret(const int64_t *regrets, hand *of)
{
    uint32_t places = of->count < 2 ? of->count : 2;

    for (uint32_t i = 0; i < of->count; i++) {
        uint32_t below = 0;
        uint32_t ties = 0;
        for (uint32_t j = 0; j < of->count; j++) {
            below += regrets[j] < regrets[i];
            ties += regrets[j] == regrets[i];
        }
        uint32_t left = below < places ? places - below : 0;
        left = left < ties ? left : ties;
        of->share[i] = (double)left / ties / places;
    }
}

/* Value before the move, history included, and what a move may fall to. */
typedef struct outlook {
    int64_t future;
    int64_t shut; /* regret of a move that closes the door */
} outlook;

static outlook outlook_of(const guess *by, const standing *who)
{
    rp_walk *walk = by->walk;
    int64_t total = walk_value(walk, who->state, who->left);
    outlook seen = {.future = total};

    if (total == VALUE_NONE) {
        return seen;
    }
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        total += walk->value.weight[0][i] * who->totals[i];
    }
    seen.shut = total > 0 ? total : 0;
    return seen;
}

static int64_t way_regret(const guess *by, const standing *who,
                          const outlook *seen, const guess_way *way)
{
    rp_walk *walk = by->walk;
    int64_t gain = 0;

    if (seen->future == VALUE_NONE || way->is_critical ||
        way->target == NO_STATE) {
        return seen->shut;
    }
    int64_t behind = walk_value(walk, way->target, who->left - 1);
    if (behind == VALUE_NONE) {
        return seen->shut;
    }
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        gain += walk->value.weight[0][i] * way->points[i];
    }
    return seen->future - behind - gain;
}

static bool add_way(guess *by, guess_way way)
{
    if (!LIST_ROOM(&by->walk->memory, &by->ways, 1)) {
        return false;
    }
    by->ways.items[by->ways.count++] = way;
    return true;
}

static const word_set *heard_in(const guess *by, uint32_t state)
{
    const rp_walk *walk = by->walk;
    const rp_node *node = walk_node(walk, state);
    rp_state here;

    if (by->guesser != RP_ECHO || node->says.count == 0) {
        return NULL;
    }
    if (node->says.count == 1) {
        return &by->texts->line[node->says.first];
    }
    walk_state(walk, state, &here);
    return &by->texts->line[rp_state_line(walk->model, &here, here.node)];
}

static void share_turn(guess *by, const standing *who, hand *of)
{
    int64_t regrets[HAND_MAX] = {0};

    if (by->guesser != RP_HALF_INFORMED) {
        of->heard = heard_in(by, who->state);
        share_by_liking(by, of);
        return;
    }
    outlook seen = outlook_of(by, who);
    for (uint32_t i = 0; i < of->count; i++) {
        regrets[i] = way_regret(by, who, &seen, &by->ways.items[i]);
    }
    share_by_regret(regrets, of);
}

static bool turn_ways(guess *by, const standing *who)
{
    const rp_walk *walk = by->walk;
    hand of = {.count = 0};
    uint32_t count = 0;
    const edge *ways = walk_edges(walk, who->state, &count);

    for (uint32_t i = 0; i < count; i++) {
        int32_t scratch[RP_SCORES];
        if (ways[i].kind != EDGE_REPLY) {
            continue;
        }
        guess_way way = {.target = ways[i].target,
                         .arg = ways[i].arg,
                         .is_critical = ways[i].is_critical};
        memcpy(way.points, edge_points(walk, &ways[i], scratch),
               sizeof way.points);
        of.choices[of.count++] = (uint16_t)ways[i].arg;
        if (!add_way(by, way)) {
            return false;
        }
    }
    share_turn(by, who, &of);
    for (uint32_t i = 0; i < of.count; i++) {
        by->ways.items[i].share = of.share[i];
    }
    return true;
}

/* A form's edges already carry the blind guesser's shares. */
static bool blind_form_ways(guess *by, const standing *who)
{
    const rp_walk *walk = by->walk;
    uint32_t count = 0;
    const edge *ways = walk_edges(walk, who->state, &count);

    for (uint32_t i = 0; i < count; i++) {
        if (ways[i].kind != EDGE_FORM) {
            continue;
        }
        const form_edge *form = &walk->forms.items[ways[i].arg];
        guess_way way = {.target = ways[i].target,
                         .arg = RP_NONE,
                         .is_critical = ways[i].is_critical,
                         .share = form->weight};
        memcpy(way.points, form->points, sizeof way.points);
        if (!add_way(by, way)) {
            return false;
        }
    }
    return true;
}

/* All ways the guesser may fill in the form, given its odds. */
static bool fill_ways(guess *by, const rp_state *state, const form_odds *odds)
{
    rp_walk *walk = by->walk;

    by->ways.count = 0;
    by->work.memory = &walk->memory;
    if (!form_fill(walk->model, state, &walk->live.behind[state->node], odds,
                   &by->work)) {
        return false;
    }
    for (uint64_t i = 0; i < by->work.now.count; i++) {
        const filling *filled = &by->work.now.items[i];
        rp_move move = {.kind = RP_MOVE_FORM, .answers = filled->answers};
        rp_state after = *state;
        guess_way way = {.target = NO_STATE,
                         .arg = RP_NONE,
                         .is_critical = filled->is_critical,
                         .share = filled->weight};
        memcpy(way.points, filled->points, sizeof way.points);
        if (!way.is_critical) {
            rp_state_step(walk->model, &after, &move, NULL);
            way.target = walk_find(walk, &after);
        }
        if (!add_way(by, way)) {
            return false;
        }
    }
    return true;
}

/* An ask being answered: where its answers stand among the form's bits. */
typedef struct asked {
    const rp_state *state;
    const standing *who;
    uint32_t ask;
    uint32_t bit;
    uint32_t bits[RP_ANSWERS_MAX]; /* of the hand */
} asked;

/* Regret of an answer: that of the best form that gives it. */
static bool answer_regrets(guess *by, const asked *at, const hand *of,
                           int64_t *regrets)
{
    outlook seen = outlook_of(by, at->who);
    uint32_t count = by->walk->model->asks[at->ask].answers.count;

    for (uint32_t i = 0; i < of->count; i++) {
        form_odds odds;
        form_odds_blind(by->walk->model, at->state, &odds);
        for (uint32_t j = 0; j < count; j++) {
            odds.share[at->bit + j] = at->bit + j == at->bits[i] ? 1 : 0;
        }
        if (!fill_ways(by, at->state, &odds)) {
            return false;
        }
        regrets[i] = seen.shut;
        bool is_first = true;
        for (uint64_t j = 0; j < by->ways.count; j++) {
            int64_t regret = way_regret(by, at->who, &seen, &by->ways.items[j]);
            if (is_first || regret < regrets[i]) {
                regrets[i] = regret;
            }
            is_first = false;
        }
    }
    return true;
}

static bool share_ask(guess *by, asked *at, form_odds *odds)
{
    const rp_model *model = by->walk->model;
    const rp_ask *ask = &model->asks[at->ask];
    int64_t regrets[HAND_MAX] = {0};
    hand of = {.count = 0};

    for (uint32_t i = 0; i < ask->answers.count; i++) {
        if (odds->share[at->bit + i] > 0) {
            at->bits[of.count] = at->bit + i;
            of.choices[of.count++] = (uint16_t)(ask->answers.first + i);
        }
    }
    if (by->guesser == RP_HALF_INFORMED) {
        if (!answer_regrets(by, at, &of, regrets)) {
            return false;
        }
        share_by_regret(regrets, &of);
    } else {
        of.heard = by->texts == NULL ? NULL : &by->texts->ask[at->ask];
        share_by_liking(by, &of);
    }
    for (uint32_t i = 0; i < of.count; i++) {
        odds->share[at->bits[i]] = of.share[i];
    }
    return true;
}

static bool form_ways(guess *by, const standing *who)
{
    const rp_model *model = by->walk->model;
    const rp_node *form = walk_node(by->walk, who->state);
    asked at = {.who = who};
    form_odds odds;
    rp_state state;

    walk_state(by->walk, who->state, &state);
    at.state = &state;
    form_odds_blind(model, &state, &odds);
    for (uint32_t i = 0; i < form->asks.count; i++) {
        at.ask = form->asks.first + i;
        if (!model->asks[at.ask].many && !share_ask(by, &at, &odds)) {
            return false;
        }
        at.bit += model->asks[at.ask].answers.count;
    }
    return fill_ways(by, &state, &odds);
}

bool guess_ways(guess *by, const standing *who)
{
    by->ways.count = 0;
    if (walk_node(by->walk, who->state)->kind == RP_TURN) {
        return turn_ways(by, who);
    }
    return by->guesser == RP_BLIND ? blind_form_ways(by, who)
                                   : form_ways(by, who);
}

void guess_clear(guess *by)
{
    LIST_DROP(&by->walk->memory, &by->ways);
    form_work_clear(&by->work);
}
