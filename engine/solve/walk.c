/*
 * The walk: every state a run can reach, layer by layer of counted moves.
 *
 * A layer first opens what records it can (that is free), then makes every
 * counted move. States are numbered in the order they are met, so a layer is
 * a range of numbers and edges lie in the order of their states.
 */
#include <string.h>

#include "solve/solve_internal.h"

enum {
    PROGRESS_EVERY = 1 << 15
};

static const uint64_t states_default = 20000000;
static const uint64_t bytes_default = (uint64_t)2 << 30;

rp_status walk_refusal(const rp_walk *walk, rp_error *err)
{
    if (walk->is_cancelled) {
        return rp_fail(err, RP_E_STATE, "The walk was cancelled.");
    }
    return rp_fail(err, RP_E_MEMORY, "There is not enough memory to walk `%s`.",
                   walk->model->id);
}

/* Adds a state; NO_STATE where budget or memory ends the walk. */
static uint32_t meet(rp_walk *walk, const rp_state *state)
{
    state_key packed;

    if (walk->states.count >= walk->budget.states_max) {
        key_pack(walk->model, &walk->layout, state, &packed);
        return table_find(&walk->states, &packed);
    }
    key_pack(walk->model, &walk->layout, state, &packed);
    return table_add(&walk->states, &walk->memory, &packed);
}

static bool add_edge(rp_walk *walk, edge way)
{
    if (!LIST_ROOM(&walk->memory, &walk->edges, 1)) {
        return false;
    }
    walk->edges.items[walk->edges.count++] = way;
    return true;
}

/* Makes one move from `from` and adds the edge. False: the walk ends here. */
static bool add_move(rp_walk *walk, const rp_state *from, const rp_move *move,
                     edge way)
{
    rp_state after = *from;
    rp_effect effect;

    rp_state_step(walk->model, &after, move, &effect);
    /* What is critical in a form is marked on its answers. */
    way.is_critical = way.kind == EDGE_REPLY && effect.critical != RP_NONE;
    way.target = NO_STATE;
    if (!way.is_critical || walk->options.follows_all) {
        way.target = meet(walk, &after);
        if (way.target == NO_STATE) {
            return false;
        }
    }
    return add_edge(walk, way);
}

static bool expand_turn(rp_walk *walk, const rp_state *from)
{
    uint16_t offers[RP_OFFERS_MAX];
    uint32_t count = rp_state_offers(walk->model, from, offers);

    for (uint32_t i = 0; i < count; i++) {
        rp_move move = {.kind = RP_MOVE_REPLY, .index = offers[i]};
        if (!add_move(walk, from, &move,
                      (edge){.kind = EDGE_REPLY, .arg = offers[i]})) {
            return false;
        }
    }
    if (walk->options.follows_all &&
        walk->model->nodes[from->node].silence.after_s > 0) {
        rp_move move = {.kind = RP_MOVE_SILENCE};
        return add_move(walk, from, &move, (edge){.kind = EDGE_SILENCE});
    }
    return true;
}

/*
 * The edges that have waited since the layer was opened; sending is a move
 * like any other.
 */
static bool expand_form(rp_walk *walk, uint32_t idx, const rp_state *from)
{
    uint64_t place = idx - walk->layer_first;

    if (place >= walk->waits.count) {
        return true;
    }
    waiting_edges row = walk->waits.items[place];
    for (uint32_t i = 0; i < row.count; i++) {
        edge way = walk->waiting.items[row.first + i];
        rp_move move = {.kind = RP_MOVE_FORM};
        if (way.kind == EDGE_SEND) {
            move.answers = walk->forms.items[way.arg];
        }
        if (!(way.kind == EDGE_SEND ? add_move(walk, from, &move, way)
                                    : add_edge(walk, way))) {
            return false;
        }
    }
    return true;
}

/*
 * Opens each record that somebody may still ask about. A record nobody asks
 * about leaves the key as it was.
 */
static bool expand_records(rp_walk *walk, uint32_t idx, const rp_state *from,
                           bool adds_edges)
{
    for (uint32_t i = 0; i < walk->model->record_count; i++) {
        uint16_t mark = walk->model->records[i].opened_mark;
        if (mark == RP_NONE || rp_mark_is_set(from, mark)) {
            continue;
        }
        rp_state after = *from;
        rp_mark_set(&after, mark);
        uint32_t target = meet(walk, &after);
        if (target == NO_STATE) {
            return false;
        }
        if (target != idx && adds_edges &&
            !add_edge(walk, (edge){.target = target,
                                   .kind = EDGE_OPEN,
                                   .arg = i & EDGE_ARG_MAX})) {
            return false;
        }
    }
    return true;
}

static bool expand(rp_walk *walk, uint32_t idx)
{
    const rp_node *node = walk_node(walk, idx);
    rp_state state;

    if (!LIST_ROOM(&walk->memory, &walk->first_edge, 1)) {
        return false;
    }
    uint64_t edges = walk->edges.count;
    walk_state(walk, idx, &state);
    bool fits = true;
    if (node->kind != RP_ENDING) {
        fits = node->kind == RP_TURN ? expand_turn(walk, &state)
                                     : expand_form(walk, idx, &state);
        fits = fits && (walk_is_draft(walk, idx) ||
                        expand_records(walk, idx, &state, true));
    }
    if (!fits) {
        walk->edges.count = edges;
        return false;
    }
    walk->first_edge.items[walk->first_edge.count++] =
        (uint32_t)walk->edges.count;
    walk->expanded = idx + 1;
    return true;
}

/* All states one can stand in without another counted move, drafts too. */
static bool open_layer(rp_walk *walk, uint32_t first)
{
    rp_state state;

    walk->layer_first = first;
    walk->waiting.count = 0;
    walk->waits.count = 0;
    walk->work.plans.count = 0;
    for (uint32_t i = first; i < walk->states.count; i++) {
        const rp_node *node = walk_node(walk, i);
        if (node->kind == RP_ENDING || walk_is_draft(walk, i)) {
            continue;
        }
        walk_state(walk, i, &state);
        if (!expand_records(walk, i, &state, false) ||
            (node->kind == RP_FORM && !form_draft(walk, i, &state))) {
            return false;
        }
    }
    return true;
}

bool walk_goes_on(rp_walk *walk)
{
    if (walk->budget.progress != NULL &&
        walk->budget.progress(walk->budget.user, walk->states.count)) {
        walk->is_cancelled = true;
    }
    return !walk->is_cancelled;
}

static bool expand_layer(rp_walk *walk, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        if (!expand(walk, i)) {
            return false;
        }
        if (i % PROGRESS_EVERY == 0 && !walk_goes_on(walk)) {
            return false;
        }
    }
    return true;
}

/* States at the limit of moves stay without edges; only endings count. */
static bool end_layer(rp_walk *walk, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        walk->is_cut = walk->is_cut || walk_node(walk, i)->kind != RP_ENDING;
        if (!LIST_ROOM(&walk->memory, &walk->first_edge, 1)) {
            return false;
        }
        walk->first_edge.items[walk->first_edge.count++] =
            (uint32_t)walk->edges.count;
        walk->expanded = i + 1;
    }
    return true;
}

static bool walk_layers(rp_walk *walk)
{
    uint32_t first = 0;

    for (uint32_t depth = walk->root_depth; first < walk->states.count;
         depth++) {
        if (!LIST_ROOM(&walk->memory, &walk->layers, 2)) {
            return false;
        }
        walk->layers.items[walk->layers.count++] = first;
        bool is_last = depth >= walk->model->moves_max;
        if (!is_last && !open_layer(walk, first)) {
            return false;
        }
        uint32_t end = walk->states.count;
        if (!(is_last ? end_layer(walk, first, end)
                      : expand_layer(walk, first, end))) {
            return false;
        }
        first = end;
    }
    return true;
}

static bool walk_prepare(rp_walk *walk, const rp_state *root)
{
    const live_options options = {.set = root->set,
                                  .waits = walk->options.follows_all};

    if (!liveness_find(walk->model, &options, &walk->arena, &walk->live) ||
        !key_layout_make(walk->model, &walk->live, &walk->arena,
                         &walk->layout)) {
        walk->memory.refused = true;
        return false;
    }
    walk->layout.set = root->set;
    walk->states.words = walk->layout.words;
    if (!LIST_ROOM(&walk->memory, &walk->first_edge, 1)) {
        return false;
    }
    walk->first_edge.items[walk->first_edge.count++] = 0;
    walk->root = meet(walk, root);
    return walk->root != NO_STATE;
}

static rp_walk *walk_new(const walk_origin *from)
{
    rp_alloc alloc = from->alloc;
    rp_walk *walk = alloc.resize(alloc.user, NULL, sizeof *walk);

    if (walk == NULL) {
        return NULL;
    }
    memset(walk, 0, sizeof *walk);
    walk->model = from->model;
    walk->set = from->root->set;
    walk->options = from->options;
    walk->root_depth = from->root->moves;
    if (from->budget != NULL) {
        walk->budget = *from->budget;
    }
    if (walk->budget.states_max == 0) {
        walk->budget.states_max = states_default;
    }
    if (walk->budget.bytes_max == 0) {
        walk->budget.bytes_max = bytes_default;
    }
    walk->memory.alloc = alloc;
    walk->memory.bytes_max = walk->budget.bytes_max / 3 * 2;
    rp_arena_init(&walk->arena, alloc);
    return walk;
}

rp_status walk_from(const walk_origin *from, rp_walk **walk, rp_error *err)
{
    rp_walk *made = walk_new(from);

    if (made == NULL) {
        return rp_fail(err, RP_E_MEMORY, "There is not enough memory.");
    }
    made->is_exact = walk_prepare(made, from->root) && walk_layers(made);
    if (made->memory.refused || made->is_cancelled || made->root == NO_STATE) {
        rp_status status = walk_refusal(made, err);
        rp_walk_free(made);
        return status;
    }
    made->memory.bytes_max = UINT64_MAX;
    *walk = made;
    return RP_OK;
}

void rp_walk_free(rp_walk *walk)
{
    while (walk != NULL) {
        rp_walk *next = walk->extra;
        rp_alloc alloc = walk->memory.alloc;
        store *memory = &walk->memory;
        table_clear(&walk->states, memory);
        LIST_DROP(memory, &walk->first_edge);
        LIST_DROP(memory, &walk->edges);
        LIST_DROP(memory, &walk->forms);
        LIST_DROP(memory, &walk->waiting);
        LIST_DROP(memory, &walk->waits);
        LIST_DROP(memory, &walk->layers);
        LIST_DROP(memory, &walk->order);
        LIST_DROP(memory, &walk->starts);
        LIST_DROP(memory, &walk->alike);
        LIST_DROP(memory, &walk->longest);
        LIST_DROP(memory, &walk->best);
        objective_clear(&walk->value, memory);
        objective_clear(&walk->most, memory);
        objective_clear(&walk->least, memory);
        form_work_clear(&walk->work, memory);
        rp_arena_clear(&walk->arena);
        (void)alloc.resize(alloc.user, walk, 0);
        walk = next;
    }
}

bool rp_walk_is_exact(const rp_walk *walk)
{
    return walk->is_exact;
}

uint64_t rp_walk_state_count(const rp_walk *walk)
{
    return walk->states.count;
}

uint64_t rp_walk_byte_count(const rp_walk *walk)
{
    return walk->memory.bytes_used;
}

bool walk_is_unknown(const rp_walk *walk, uint32_t state)
{
    return state >= walk->expanded && walk_node(walk, state)->kind != RP_ENDING;
}

uint16_t walk_depth(const rp_walk *walk, uint32_t state)
{
    uint32_t low = 0;
    uint32_t high = (uint32_t)walk->layers.count;

    while (high - low > 1) {
        uint32_t middle = (low + high) / 2;
        if (walk->layers.items[middle] <= state) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return (uint16_t)(walk->root_depth + low);
}

void walk_state(const rp_walk *walk, uint32_t idx, rp_state *state)
{
    uint32_t form = walk_form_of(walk, idx);

    key_unpack(walk->model, &walk->layout,
               walk->states.keys.items + (uint64_t)form * walk->states.words,
               state);
}

uint32_t walk_find(const rp_walk *walk, const rp_state *state)
{
    state_key packed;

    key_pack(walk->model, &walk->layout, state, &packed);
    return table_find(&walk->states, &packed);
}

const int32_t *edge_points(const rp_walk *walk, const edge *way,
                           int32_t points[RP_SCORES])
{
    bool has_points = way->kind == EDGE_REPLY || way->kind == EDGE_ANSWER;

    for (uint32_t i = 0; i < RP_SCORES; i++) {
        points[i] = has_points ? walk->model->choices[way->arg].points[i] : 0;
    }
    return points;
}

rp_move edge_move(const rp_walk *walk, const edge *way)
{
    switch ((edge_kind)way->kind) {
    case EDGE_REPLY:
        return (rp_move){.kind = RP_MOVE_REPLY, .index = (uint16_t)way->arg};
    case EDGE_SEND:
        return (rp_move){.kind = RP_MOVE_FORM,
                         .answers = walk->forms.items[way->arg]};
    case EDGE_OPEN:
        return (rp_move){.kind = RP_MOVE_OPEN, .index = (uint16_t)way->arg};
    case EDGE_ANSWER:
    case EDGE_SKIP:
    case EDGE_SILENCE: break;
    }
    return (rp_move){.kind = RP_MOVE_SILENCE};
}

/* The first way on from a draft; where asked for, one that loses nothing. */
static const edge *next_of_draft(rp_walk *walk, uint32_t state, uint32_t left,
                                 bool keeps_best)
{
    uint32_t count = 0;
    const edge *ways = walk_edges(walk, state, &count);
    int64_t best = keeps_best ? walk_value(walk, state, left) : 0;

    for (uint32_t i = 0; i < count; i++) {
        if (ways[i].target != NO_STATE &&
            (!keeps_best || walk_keeps_best(walk, &ways[i], left, best))) {
            return &ways[i];
        }
    }
    return NULL;
}

rp_move walk_whole_move(rp_walk *walk, const edge *way, uint32_t left,
                        bool keeps_best)
{
    rp_move move = {.kind = RP_MOVE_FORM};

    if (way->kind != EDGE_ANSWER && way->kind != EDGE_SKIP) {
        return edge_move(walk, way);
    }
    while (way != NULL && way->kind != EDGE_SEND) {
        if (way->kind == EDGE_ANSWER) {
            move.answers |=
                UINT64_C(1) << answer_bit(
                    walk->model, walk_node(walk, way->target), way->arg);
        }
        way = next_of_draft(walk, way->target, left, keeps_best);
    }
    return move;
}
