/*
 * Where the door closes, and whether it stays open after a weak start.
 */
#include <string.h>

#include "solve/findings.h"

/* True where a run from this state can still end well, limit left aside. */
static bool is_door_open(const rp_walk *walk, uint32_t state)
{
    return prospect_of(&walk->most, 0, state)->best != VALUE_NONE;
}

static rp_trap *known_form_trap(findings *f, const char *name)
{
    for (uint64_t i = 0; i < f->form_traps.count; i++) {
        if (strcmp(f->form_traps.items[i].move, name) == 0) {
            return &f->form_traps.items[i];
        }
    }
    return NULL;
}

static void add_form_trap(findings *f, const rp_trap *trap)
{
    rp_trap *known = known_form_trap(f, trap->move);

    if (known != NULL) {
        *known = trap->after < known->after ? *trap : *known;
        return;
    }
    if (!LIST_ROOM(&f->memory, &f->form_traps, 1)) {
        f->refused = true;
        return;
    }
    f->form_traps.items[f->form_traps.count++] = *trap;
}

static void note_form(findings *f, rp_walk *walk, const rp_state *here,
                      const rp_move *move)
{
    char text[RP_MOVE_TEXT_MAX];

    (void)rp_move_write(walk->model, here, move, text);
    const char *name = rp_arena_copy(f->arena, text, strlen(text));
    f->refused = f->refused || name == NULL;
    if (name != NULL) {
        add_form_trap(f, &(rp_trap){name, here->moves, walk->set});
    }
}

static void note_reply(findings *f, const rp_walk *walk, const rp_state *here,
                       const edge *way)
{
    uint32_t offer = offer_of(walk->model, here->node, (uint16_t)way->arg);

    if (here->moves < f->trap_after[offer]) {
        f->trap_after[offer] = here->moves;
        f->trap_set[offer] = walk->set;
    }
}

/* A critical reply closes the door; the call goes on unless it ends there. */
static bool goes_on_after(const rp_walk *walk, const rp_state *here,
                          const rp_move *move)
{
    rp_state after = *here;

    rp_state_step(walk->model, &after, move, NULL);
    return walk->model->nodes[after.node].kind != RP_ENDING;
}

/* The wanted answer where it is one of this ask's; else the first offered. */
static uint64_t answer_for(const rp_ask *ask, uint64_t open, uint32_t choice)
{
    uint32_t place = choice - ask->answers.first;
    uint64_t offered = ask->answers.count >= RP_ANSWERS_MAX
                           ? open
                           : open & ((UINT64_C(1) << ask->answers.count) - 1);

    if (place < ask->answers.count) {
        return UINT64_C(1) << place;
    }
    return ask->many ? 0 : offered & (~offered + 1);
}

/* A form with this critical answer: the other asks as they come. */
static rp_move critical_form(const rp_walk *walk, const rp_state *here,
                             uint32_t choice)
{
    const rp_node *form = &walk->model->nodes[here->node];
    uint64_t open = rp_state_answers(walk->model, here);
    rp_move move = {.kind = RP_MOVE_FORM};
    uint32_t bit = 0;

    for (uint32_t i = 0; i < form->asks.count; i++) {
        const rp_ask *ask = &walk->model->asks[form->asks.first + i];
        move.answers |= answer_for(ask, open >> bit, choice) << bit;
        bit += ask->answers.count;
    }
    return move;
}

static void note_critical(findings *f, rp_walk *walk, const rp_state *here,
                          const edge *way)
{
    const rp_choice *choice = &walk->model->choices[way->arg];
    rp_move move = way->kind == EDGE_REPLY
                       ? edge_move(walk, way)
                       : critical_form(walk, here, way->arg);

    if (!goes_on_after(walk, here, &move)) {
        return;
    }
    if (way->kind == EDGE_REPLY) {
        note_reply(f, walk, here, way);
    } else {
        const char *name = name_of_choice(f, choice->owner, choice->id);
        add_form_trap(f, &(rp_trap){name, here->moves, walk->set});
    }
}

/* `here` is the turn or form the move is made in; its door is open. */
static void note_move(findings *f, rp_walk *walk, const rp_state *here,
                      const edge *way)
{
    bool is_whole = way->kind == EDGE_REPLY || way->kind == EDGE_SEND;

    if (way->is_critical) {
        note_critical(f, walk, here, way);
        return;
    }
    if (!is_whole || way->target == NO_STATE ||
        walk_is_unknown(walk, way->target) ||
        walk_node(walk, way->target)->kind == RP_ENDING ||
        is_door_open(walk, way->target)) {
        return;
    }
    if (way->kind == EDGE_REPLY) {
        note_reply(f, walk, here, way);
    } else {
        rp_move move = edge_move(walk, way);
        note_form(f, walk, here, &move);
    }
}

void findings_traps(findings *f, rp_walk *walk)
{
    for (uint32_t i = 0; i < walk->expanded; i++) {
        uint32_t count = 0;
        const edge *ways = walk_edges(walk, i, &count);
        rp_state here;
        /* The last move of all ends the call whatever it is. */
        if (count == 0 || !is_door_open(walk, walk_form_of(walk, i)) ||
            walk_depth(walk, i) + 1 >= walk->model->moves_max) {
            continue;
        }
        walk_state(walk, i, &here);
        here.moves = walk_depth(walk, i);
        for (uint32_t j = 0; j < count; j++) {
            note_move(f, walk, &here, &ways[j]);
        }
    }
}

/* ---------------------------------------------------------------- recovery */

/* A stop on the best run: the state, and the totals so far. */
typedef struct stop {
    rp_state state;
    int32_t points[RP_SCORES];
    uint32_t counted;
} stop;

static void try_reply(findings *f, rp_walk *walk, const judge *by,
                      const stop *at, uint16_t choice)
{
    rp_move move = {.kind = RP_MOVE_REPLY, .index = choice};
    rp_state after = at->state;
    rp_regret regret;
    rp_effect effect;
    standing who = {.left = walk->model->moves_max - at->counted - 1};
    bool can_pass = false;

    rp_standing from = {&at->state, at->points};
    if (rp_walk_regret(walk, &from, &move, &regret, NULL) != RP_OK) {
        f->refused = true;
        return;
    }
    if (regret.is_strong) {
        return;
    }
    rp_state_step(walk->model, &after, &move, &effect);
    who.state = walk_find(walk, &after);
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        who.totals[i] = at->points[i] + effect.points[i];
    }
    if (walk->model->nodes[after.node].kind == RP_ENDING) {
        can_pass = node_ends_well(&walk->model->nodes[after.node]) &&
                   effect.critical == RP_NONE && judge_passes(by, who.totals);
    } else if (effect.critical == RP_NONE && who.state != NO_STATE &&
               !walk_can_pass(walk, by, &who, &can_pass)) {
        f->refused = true;
    }
    if (!LIST_ROOM(&f->memory, &f->recoveries, 1)) {
        f->refused = true;
        return;
    }
    f->recoveries.items[f->recoveries.count++] = (rp_recovery){
        .move = name_of_offer(f, offer_of(walk->model, at->state.node, choice)),
        .after = at->counted,
        .set = walk->set,
        .can_pass = can_pass,
    };
}

static void try_turn(findings *f, rp_walk *walk, const judge *by,
                     const stop *at)
{
    uint16_t offers[RP_OFFERS_MAX];
    uint32_t count = rp_state_offers(walk->model, &at->state, offers);

    for (uint32_t i = 0; i < count; i++) {
        try_reply(f, walk, by, at, offers[i]);
    }
}

void findings_recovery(findings *f, rp_walk *walk)
{
    uint32_t counted = 0;
    stop at = {.counted = 0};
    judge by;

    for (uint64_t i = 0; i < walk->best.count; i++) {
        counted += walk->best.items[i].kind != RP_MOVE_OPEN;
    }
    if (!judge_init(&by, walk, OWN_MARKS)) {
        f->refused = true;
        return;
    }
    rp_state_begin(walk->model, walk->set, &at.state, NULL);
    for (uint64_t i = 0; i < walk->best.count && 2 * at.counted < counted;
         i++) {
        const rp_move *move = &walk->best.items[i];
        rp_effect effect;
        if (move->kind != RP_MOVE_OPEN) {
            try_turn(f, walk, &by, &at);
            at.counted++;
        }
        rp_state_step(walk->model, &at.state, move, &effect);
        totals_add(at.points, effect.points);
    }
}
