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

/*
 * True where the move closes the door and the call goes on. What is critical
 * closes it for good; whether the call goes on then is seen by making it.
 */
static bool is_trap(const rp_walk *walk, const rp_state *here, const edge *way)
{
    rp_state after = *here;
    rp_move move = edge_move(walk, way);

    if (!edge_is_counted(way)) {
        return false;
    }
    if (way->target != NO_STATE) {
        return !walk_is_unknown(walk, way->target) &&
               walk_node(walk, way->target)->kind != RP_ENDING &&
               !is_door_open(walk, way->target);
    }
    rp_state_step(walk->model, &after, &move, NULL);
    return walk->model->nodes[after.node].kind != RP_ENDING;
}

static void add_form_trap(findings *f, const char *name, uint32_t after,
                          uint16_t set)
{
    for (uint64_t i = 0; i < f->form_traps.count; i++) {
        rp_trap *known = &f->form_traps.items[i];
        if (strcmp(known->move, name) == 0) {
            if (after < known->after) {
                known->after = after;
                known->set = set;
            }
            return;
        }
    }
    if (!LIST_ROOM(&f->memory, &f->form_traps, 1)) {
        f->refused = true;
        return;
    }
    f->form_traps.items[f->form_traps.count++] =
        (rp_trap){.move = name, .after = after, .set = set};
}

/* A critical answer is named itself; any other form as it is written. */
static void note_form(findings *f, const rp_walk *walk, const rp_state *here,
                      const edge *way)
{
    const rp_model *model = walk->model;
    const rp_node *form = &model->nodes[here->node];
    rp_move move = edge_move(walk, way);
    char text[RP_MOVE_TEXT_MAX];
    uint32_t bit = 0;

    if (!way->is_critical) {
        (void)rp_move_write(model, here, &move, text);
        const char *name = rp_arena_copy(f->arena, text, strlen(text));
        f->refused = f->refused || name == NULL;
        if (name != NULL) {
            add_form_trap(f, name, here->moves, walk->set);
        }
        return;
    }
    uint64_t open = rp_state_answers(model, here);
    for (uint32_t i = 0; i < form->asks.count; i++) {
        rp_span answers = model->asks[form->asks.first + i].answers;
        for (uint32_t j = 0; j < answers.count; j++) {
            const rp_choice *choice = &model->choices[answers.first + j];
            if ((open >> bit++ & 1) != 0 && choice->critical != RP_NONE) {
                add_form_trap(f, name_of_choice(f, choice->owner, choice->id),
                              here->moves, walk->set);
            }
        }
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

void findings_traps(findings *f, rp_walk *walk)
{
    for (uint32_t i = 0; i < walk->expanded; i++) {
        uint32_t count = 0;
        const edge *ways = walk_edges(walk, i, &count);
        rp_state here;
        /* The last move of all ends the call whatever it is. */
        if (count == 0 || !is_door_open(walk, i) ||
            walk_depth(walk, i) + 1 >= walk->model->moves_max) {
            continue;
        }
        walk_state(walk, i, &here);
        here.moves = walk_depth(walk, i);
        for (uint32_t j = 0; j < count; j++) {
            if (!is_trap(walk, &here, &ways[j])) {
                continue;
            }
            if (ways[j].kind == EDGE_FORM) {
                note_form(f, walk, &here, &ways[j]);
            } else {
                note_reply(f, walk, &here, &ways[j]);
            }
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

    if (rp_walk_regret(walk, &at->state, at->points, &move, &regret, NULL) !=
        RP_OK) {
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
