/*
 * How each guesser goes on from where a run stands.
 *
 * In a turn it picks a reply, in a form an answer for every single ask, both
 * by the same rule; in a `many` ask everybody tosses a coin for each answer.
 */
#include <string.h>

#include "solve/odds.h"

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
    int64_t behind =
        walk_value(walk, way->target, who->left - (way->is_counted ? 1 : 0));
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

/* What was said last, in a turn; what is asked, in a form. */
static const word_set *heard_in(const guess *by, uint32_t state, const hand *of)
{
    const rp_model *model = by->walk->model;
    const rp_node *node = walk_node(by->walk, state);
    rp_state here;

    if (by->guesser != RP_ECHO) {
        return NULL;
    }
    for (uint32_t i = 0; i < node->asks.count; i++) {
        uint32_t ask = node->asks.first + i;
        if (of->choices[0] - model->asks[ask].answers.first <
            model->asks[ask].answers.count) {
            return &by->texts->ask[ask];
        }
    }
    if (node->says.count <= 1) {
        return node->says.count == 0 ? NULL
                                     : &by->texts->line[node->says.first];
    }
    walk_state(by->walk, state, &here);
    return &by->texts->line[rp_state_line(model, &here, here.node)];
}

static void share_hand(guess *by, const standing *who, hand *of)
{
    int64_t regrets[HAND_MAX] = {0};

    if (by->guesser != RP_HALF_INFORMED) {
        of->heard = heard_in(by, who->state, of);
        share_by_liking(by, of);
        return;
    }
    outlook seen = outlook_of(by, who);
    for (uint32_t i = 0; i < of->count; i++) {
        regrets[i] = way_regret(by, who, &seen, &by->ways.items[i]);
    }
    share_by_regret(regrets, of);
}

/* The ways on as they are, without shares. */
static bool find_ways(guess *by, uint32_t state, bool *is_tick)
{
    const rp_walk *walk = by->walk;
    uint32_t count = 0;
    const edge *ways = walk_edges(walk, state, &count);

    *is_tick = false;
    by->ways.count = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (!edge_is_chosen(&ways[i])) {
            continue;
        }
        guess_way way = {.target = ways[i].target,
                         .arg = ways[i].arg,
                         .is_critical = ways[i].is_critical,
                         .is_counted = edge_is_counted(&ways[i]),
                         .share = 1};
        (void)edge_points(walk, &ways[i], way.points);
        *is_tick = *is_tick || ways[i].kind == EDGE_SKIP;
        if (!add_way(by, way)) {
            return false;
        }
    }
    return true;
}

bool guess_ways(guess *by, const standing *who)
{
    hand of = {.count = 0};
    bool is_tick = false;

    if (!find_ways(by, who->state, &is_tick)) {
        return false;
    }
    of.count = (uint32_t)by->ways.count;
    for (uint32_t i = 0; i < of.count; i++) {
        of.choices[i] = (uint16_t)by->ways.items[i].arg;
        of.share[i] = 1.0 / of.count;
    }
    /* Everybody tosses a coin for what may be ticked; sending is no choice. */
    if (of.count > 1 && !is_tick) {
        share_hand(by, who, &of);
    }
    for (uint32_t i = 0; i < of.count; i++) {
        by->ways.items[i].share = of.share[i];
    }
    return true;
}

void guess_clear(guess *by)
{
    LIST_DROP(&by->walk->memory, &by->ways);
}
