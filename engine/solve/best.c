/*
 * The best run: among runs of largest value one that passes, then fewest
 * counted moves, then first written, a record being opened only where no
 * reply does as well without.
 *
 * The search goes along moves that lose nothing, layer by layer; each layer
 * is gone through in written order, so whatever is met first is written first.
 */
#include "solve/odds.h"

enum {
    NOBODY = UINT32_MAX
};

/* How a member of the crowd was reached. */
typedef struct step_to {
    uint32_t from; /* member or NOBODY */
    edge way;
} step_to;

/* Somewhere to look on from. */
typedef struct lead {
    standing who;
    step_to how;
} lead;

typedef struct quest {
    rp_walk *walk;
    const judge *by; /* NULL: whoever ends well will do */
    bool takes_all;  /* not only moves that lose nothing */
    crowd met;
    LIST(step_to) steps; /* one a member */
    LIST(lead) front;
    LIST(lead) next;
    step_to last;
    bool is_found;
    bool refused;
} quest;

/*
 * Keeps a member where it is looked at for the first time, which is the first
 * written way to it; NOBODY when it is known already.
 */
static uint32_t keep(quest *q, const lead *to)
{
    store *memory = &q->walk->memory;
    uint64_t known = q->met.members.count;
    uint32_t idx = crowd_add(&q->met, memory, &to->who);

    if (idx == NO_STATE || !LIST_ROOM(memory, &q->steps, 1)) {
        q->refused = true;
        return NOBODY;
    }
    if (idx < known) {
        return NOBODY;
    }
    q->steps.items[q->steps.count++] = to->how;
    return idx;
}

/* A counted move: into the next layer, or to the end of the search. */
static void follow(quest *q, const standing *from, step_to how)
{
    int32_t scratch[RP_SCORES];
    lead to = {.who = *from, .how = how};

    to.who.state = how.way.target;
    to.who.left -= 1;
    if (q->by != NULL) {
        totals_add(to.who.totals, edge_points(q->walk, &how.way, scratch));
        if (!judge_merge(q->by, &to.who)) {
            return;
        }
    }
    const rp_node *node = walk_node(q->walk, to.who.state);
    if (node->kind == RP_ENDING) {
        q->is_found = node_ends_well(node) &&
                      (q->by == NULL || judge_passes(q->by, to.who.totals));
        q->last = how;
        return;
    }
    if (!LIST_ROOM(&q->walk->memory, &q->next, 1)) {
        q->refused = true;
        return;
    }
    q->next.items[q->next.count++] = to;
}

static bool is_way(const quest *q, const edge *way, const standing *who,
                   int64_t best)
{
    if (q->takes_all) {
        return !way->is_critical && way->target != NO_STATE;
    }
    return walk_keeps_best(q->walk, way, who->left, best);
}

static void look_from(quest *q, const lead *at);

/* On from a record that is opened, or from an answer of a form. */
static void look_on( // NOLINT(misc-no-recursion)
    quest *q, const standing *from, step_to how)
{
    int32_t scratch[RP_SCORES];
    lead to = {.who = *from, .how = how};

    to.who.state = how.way.target;
    if (q->by != NULL) {
        totals_add(to.who.totals, edge_points(q->walk, &how.way, scratch));
        if (!judge_merge(q->by, &to.who)) {
            return;
        }
    }
    look_from(q, &to);
}

/* Moves in written order, then on from each record that may be opened. */
static void look_from(quest *q, const lead *at) // NOLINT(misc-no-recursion)
{
    rp_walk *walk = q->walk;
    const standing *who = &at->who;
    int64_t best = walk_value(walk, who->state, who->left);
    uint32_t member = best == VALUE_NONE ? NOBODY : keep(q, at);
    uint32_t count = 0;
    const edge *ways = walk_edges(walk, who->state, &count);

    if (member == NOBODY) {
        return;
    }
    for (uint32_t i = 0; i < count && !q->is_found && !q->refused; i++) {
        bool is_counted = edge_is_counted(&ways[i]);
        step_to how = {.from = member, .way = ways[i]};
        if ((is_counted && who->left == 0) || !is_way(q, &ways[i], who, best)) {
            continue;
        }
        if (is_counted) {
            follow(q, who, how);
        } else {
            look_on(q, who, how);
        }
    }
}

/* The answers given on the way back from a form that was sent. */
static rp_move collect_form(const quest *q, step_to *at)
{
    const rp_walk *walk = q->walk;
    rp_move move = {.kind = RP_MOVE_FORM};

    while (q->steps.items[at->from].from != NOBODY) {
        step_to before = q->steps.items[at->from];
        if (before.way.kind != EDGE_ANSWER && before.way.kind != EDGE_SKIP) {
            break;
        }
        if (before.way.kind == EDGE_ANSWER) {
            const rp_node *form = walk_node(walk, before.way.target);
            move.answers |= UINT64_C(1)
                            << answer_bit(walk->model, form, before.way.arg);
        }
        *at = before;
    }
    return move;
}

/* The moves found, from the last back to the first, then turned round. */
static bool trace(quest *q)
{
    rp_walk *walk = q->walk;
    step_to at = q->last;

    walk->best.count = 0;
    for (;;) {
        if (!LIST_ROOM(&walk->memory, &walk->best, 1)) {
            return false;
        }
        walk->best.items[walk->best.count++] = at.way.kind == EDGE_SEND
                                                   ? collect_form(q, &at)
                                                   : edge_move(walk, &at.way);
        if (q->steps.items[at.from].from == NOBODY) {
            break;
        }
        at = q->steps.items[at.from];
    }
    for (uint64_t i = 0; i < walk->best.count / 2; i++) {
        rp_move *other = &walk->best.items[walk->best.count - 1 - i];
        rp_move kept = walk->best.items[i];
        walk->best.items[i] = *other;
        *other = kept;
    }
    return true;
}

static bool swap_fronts(quest *q)
{
    q->front.count = 0;
    if (!LIST_ROOM(&q->walk->memory, &q->front, q->next.count)) {
        return false;
    }
    for (uint64_t i = 0; i < q->next.count; i++) {
        q->front.items[q->front.count++] = q->next.items[i];
    }
    q->next.count = 0;
    return true;
}

static void seek(quest *q, const standing *from)
{
    lead start = {.who = *from, .how = {.from = NOBODY}};

    look_from(q, &start);
    while (q->next.count > 0 && !q->is_found && !q->refused) {
        if (!swap_fronts(q)) {
            q->refused = true;
            return;
        }
        for (uint64_t i = 0; i < q->front.count && !q->is_found; i++) {
            look_from(q, &q->front.items[i]);
        }
    }
}

static void quest_clear(quest *q)
{
    store *memory = &q->walk->memory;

    crowd_clear(&q->met, memory);
    LIST_DROP(memory, &q->steps);
    LIST_DROP(memory, &q->front);
    LIST_DROP(memory, &q->next);
}

/* Finds a run by one rule into walk->best. False when memory is refused. */
static bool find_run(rp_walk *walk, const judge *by, bool *is_found)
{
    quest q = {.walk = walk, .by = by};
    standing start = {.state = walk->root,
                      .left =
                          walk->model->moves_max - (uint32_t)walk->root_depth};

    seek(&q, &start);
    *is_found = q.is_found;
    bool fits = !q.refused && (!q.is_found || trace(&q));
    quest_clear(&q);
    return fits;
}

/* One search of walk_can_pass. */
static bool seek_pass(rp_walk *walk, const judge *by, const standing *start,
                      bool takes_all, bool *can_pass)
{
    quest q = {.walk = walk, .by = by, .takes_all = takes_all};

    seek(&q, start);
    *can_pass = q.is_found;
    quest_clear(&q);
    return !q.refused;
}

/* Whoever can pass mostly can by losing nothing more: that is tried first. */
bool walk_can_pass(rp_walk *walk, const judge *by, const standing *from,
                   bool *can_pass)
{
    standing start = *from;

    *can_pass = false;
    if (!judge_merge(by, &start)) {
        return true;
    }
    return seek_pass(walk, by, &start, false, can_pass) &&
           (*can_pass || seek_pass(walk, by, &start, true, can_pass));
}

static void add_up(rp_walk *walk, rp_session *session)
{
    *session = (rp_session){.model = walk->model};
    rp_state_begin(walk->model, walk->set, &session->state, NULL);
    for (uint64_t i = 0; i < walk->best.count; i++) {
        rp_effect effect;
        rp_state_step(walk->model, &session->state, &walk->best.items[i],
                      &effect);
        totals_add(session->points, effect.points);
    }
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        walk->best_points[i] = session->points[i];
    }
}

bool walk_find_best(rp_walk *walk)
{
    bool is_found = false;
    rp_session session;
    judge by;

    if (walk_node(walk, walk->root)->kind == RP_ENDING) {
        return true;
    }
    if (!find_run(walk, NULL, &is_found)) {
        return false;
    }
    if (!is_found) {
        return true;
    }
    add_up(walk, &session);
    if (rp_session_result(&session, walk->par).passed) {
        return true;
    }
    if (!judge_init(&by, walk, OWN_MARKS) || !find_run(walk, &by, &is_found)) {
        return false;
    }
    if (is_found) {
        add_up(walk, &session);
    }
    return true;
}

uint32_t rp_walk_best(const rp_walk *walk, rp_move *moves, uint32_t max,
                      int32_t points[RP_SCORES])
{
    for (uint64_t i = 0; i < walk->best.count && i < max; i++) {
        moves[i] = walk->best.items[i];
    }
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        points[i] = walk->best_points[i];
    }
    return (uint32_t)walk->best.count;
}
