/*
 * The plain states of a call, and what can be seen of them as a whole.
 */
#include "support/brute_graph.h"

#include <string.h>

/* ---------------------------------------------------------------- making */

static uint32_t slot_of(const brute_graph *g, const rp_state *plain)
{
    const unsigned char *bytes = (const unsigned char *)plain;
    uint32_t count = sizeof g->slots / sizeof g->slots[0];
    uint64_t hash = 14695981039346656037U;

    for (size_t i = 0; i < sizeof *plain; i++) {
        hash = (hash ^ bytes[i]) * 1099511628211U;
    }
    uint32_t slot = (uint32_t)(hash >> 32) % count;
    while (g->slots[slot] != 0) {
        rp_state known = g->spots[g->slots[slot] - 1];
        known.moves = 0;
        if (memcmp(&known, plain, sizeof known) == 0) {
            break;
        }
        slot = (slot + 1) % count;
    }
    return slot;
}

uint32_t brute_graph_find(const brute_graph *g, const rp_state *state)
{
    rp_state plain = *state;

    plain.moves = 0;
    uint32_t slot = slot_of(g, &plain);
    return g->slots[slot] == 0 ? GRAPH_NONE : g->slots[slot] - 1;
}

static uint32_t meet(brute_graph *g, const rp_state *state)
{
    rp_state plain = *state;

    plain.moves = 0;
    uint32_t slot = slot_of(g, &plain);
    if (g->slots[slot] == 0) {
        if (g->spot_count == GRAPH_SPOTS) {
            g->is_whole = false;
            return GRAPH_NONE;
        }
        g->first_way[g->spot_count] = GRAPH_NONE;
        g->spots[g->spot_count++] = *state;
        g->slots[slot] = g->spot_count;
    }
    return g->slots[slot] - 1;
}

static void go(brute_graph *g, uint32_t from, const rp_move *move)
{
    rp_state next = g->spots[from];
    brute_way way = {.move = *move, .from = from, .to = GRAPH_NONE};

    if (g->way_count == GRAPH_WAYS || !g->is_whole) {
        g->is_whole = false;
        return;
    }
    rp_state_step(g->model, &next, move, &way.effect);
    if (!g->is_clean || way.effect.critical == RP_NONE) {
        way.to = meet(g, &next);
    }
    if (way.to != from || move->kind != RP_MOVE_OPEN) {
        way.next = g->first_way[from];
        g->first_way[from] = g->way_count;
        g->ways[g->way_count++] = way;
    }
}

static void go_on(brute_graph *g, uint32_t spot)
{
    rp_state here = g->spots[spot];
    const rp_node *node = &g->model->nodes[here.node];
    rp_move moves[BRUTE_WAYS];
    uint32_t count = brute_moves(g->model, &here, moves);

    for (uint32_t i = 0; i < count; i++) {
        go(g, spot, &moves[i]);
    }
    if (!g->is_clean && brute_goes_on(g, spot) && node->kind == RP_TURN &&
        node->silence.after_s > 0) {
        go(g, spot, &(rp_move){.kind = RP_MOVE_SILENCE});
    }
}

static void open_records(brute_graph *g, uint32_t spot)
{
    for (uint32_t i = 0; brute_goes_on(g, spot) && i < g->model->record_count;
         i++) {
        go(g, spot, &(rp_move){.kind = RP_MOVE_OPEN, .index = (uint16_t)i});
    }
}

/* Depth by depth: records are free, so they are opened before moves count. */
void brute_graph_make(brute_graph *g, const rp_model *model, uint16_t set,
                      bool is_clean)
{
    rp_state start;

    g->model = model;
    g->set = set;
    g->is_clean = is_clean;
    g->is_whole = true;
    g->is_cut = false;
    g->spot_count = 0;
    g->way_count = 0;
    memset(g->slots, 0, sizeof g->slots);
    rp_state_begin(model, set, &start, &g->begin);
    (void)meet(g, &start);
    for (uint32_t first = 0; g->is_whole && first < g->spot_count;) {
        uint32_t end = first;
        for (; end < g->spot_count; end++) {
            open_records(g, end);
        }
        for (; first < end; first++) {
            g->is_cut = g->is_cut ||
                        (!brute_goes_on(g, first) &&
                         model->nodes[g->spots[first].node].kind != RP_ENDING);
            go_on(g, first);
        }
    }
}

/* --------------------------------------------------------------- reading */

bool brute_goes_on(const brute_graph *g, uint32_t spot)
{
    return !rp_state_has_ended(g->model, &g->spots[spot]);
}

bool brute_is_stuck(const brute_graph *g, uint32_t spot)
{
    rp_move moves[BRUTE_WAYS];

    return brute_goes_on(g, spot) &&
           brute_moves(g->model, &g->spots[spot], moves) == 0;
}

/* Carries flags back over the ways a trainee chooses, until all is said. */
static void carry_back(const brute_graph *g, bool flags[GRAPH_SPOTS])
{
    for (bool changes = true; changes;) {
        changes = false;
        for (uint32_t i = g->way_count; i-- > 0;) {
            const brute_way *way = &g->ways[i];
            if (way->move.kind != RP_MOVE_SILENCE && way->to != GRAPH_NONE &&
                flags[way->to] && !flags[way->from]) {
                flags[way->from] = true;
                changes = true;
            }
        }
    }
}

void brute_open_doors(const brute_graph *g, bool open[GRAPH_SPOTS])
{
    for (uint32_t i = 0; i < g->spot_count; i++) {
        open[i] = brute_ends_well(g->model, &g->spots[i]);
    }
    carry_back(g, open);
}

void brute_endless(const brute_graph *g, bool endless[GRAPH_SPOTS])
{
    for (uint32_t i = 0; i < g->spot_count; i++) {
        endless[i] = !brute_goes_on(g, i) || brute_is_stuck(g, i);
    }
    carry_back(g, endless);
    for (uint32_t i = 0; i < g->spot_count; i++) {
        endless[i] = !endless[i];
    }
}

void brute_ahead(const brute_graph *g, uint32_t spot, bool ahead[GRAPH_SPOTS])
{
    uint32_t waiting[GRAPH_SPOTS] = {spot};
    uint32_t count = 1;

    memset(ahead, 0, GRAPH_SPOTS * sizeof *ahead);
    ahead[spot] = true;
    while (count > 0) {
        uint32_t at = g->first_way[waiting[--count]];
        for (; at != GRAPH_NONE; at = g->ways[at].next) {
            const brute_way *way = &g->ways[at];
            if (way->move.kind != RP_MOVE_SILENCE && way->to != GRAPH_NONE &&
                !ahead[way->to]) {
                ahead[way->to] = true;
                waiting[count++] = way->to;
            }
        }
    }
}

/* ------------------------------------------------------------- farmable */

/* Spots that can be come back to from where they lead: numbered together. */
static void find_rounds(const brute_graph *g, uint32_t round[GRAPH_SPOTS])
{
    static bool ahead[GRAPH_SPOTS][GRAPH_SPOTS];

    for (uint32_t i = 0; i < g->spot_count; i++) {
        brute_ahead(g, i, ahead[i]);
    }
    for (uint32_t i = 0; i < g->spot_count; i++) {
        round[i] = 0;
        while (!ahead[i][round[i]] || !ahead[round[i]][i]) {
            round[i]++;
        }
    }
}

/* One more way each, within a round; `gains` tells where that gained more. */
static bool gain_more(const brute_graph *g, const uint32_t *round, int score,
                      int64_t *most, bool *gains)
{
    bool changes = false;

    for (uint32_t i = 0; i < g->way_count; i++) {
        const brute_way *way = &g->ways[i];
        if (way->move.kind == RP_MOVE_SILENCE || way->to == GRAPH_NONE ||
            round[way->from] != round[way->to]) {
            continue;
        }
        int64_t gain = most[way->to] + way->effect.points[score];
        if (gain > most[way->from]) {
            most[way->from] = gain;
            changes = true;
            if (gains != NULL) {
                gains[round[way->from]] = true;
            }
        }
    }
    return changes;
}

/* Without a circle that gains, a way of more than all spots gains no more. */
void brute_farmable(const brute_graph *g, bool gains[GRAPH_SPOTS])
{
    static uint32_t round[GRAPH_SPOTS];
    bool in_round[GRAPH_SPOTS] = {false};

    find_rounds(g, round);
    for (int score = 0; score < RP_SCORES; score++) {
        int64_t most[GRAPH_SPOTS] = {0};
        bool changes = true;
        for (uint32_t i = 0; changes && i <= g->spot_count; i++) {
            changes = gain_more(g, round, score, most, NULL);
        }
        (void)gain_more(g, round, score, most, in_round);
    }
    for (uint32_t i = 0; i < g->spot_count; i++) {
        gains[i] = in_round[round[i]];
    }
}

/* -------------------------------------------------------------- futures */

static uint64_t mix(uint64_t hash, uint64_t word)
{
    hash = ((hash + 0x9e3779b97f4a7c15U) ^ word) * 0xbf58476d1ce4e5b9U;
    return hash ^ hash >> 31;
}

/* One look further ahead than `known` goes. */
static uint64_t look(const brute_graph *g, uint32_t spot, const uint64_t *known)
{
    const rp_state *here = &g->spots[spot];
    uint64_t hash =
        mix(mix(0, here->node), rp_state_line(g->model, here, here->node));

    for (uint32_t i = g->first_way[spot]; i != GRAPH_NONE;
         i = g->ways[i].next) {
        const brute_way *way = &g->ways[i];
        hash = mix(hash, way->move.kind);
        hash = mix(hash, way->move.index);
        hash = mix(hash, way->move.answers);
        hash = mix(hash, way->to == GRAPH_NONE ? 1 : known[way->to]);
        for (int score = 0; score < RP_SCORES; score++) {
            hash = mix(hash, (uint64_t)way->effect.points[score]);
        }
    }
    return hash;
}

/* As many looks as a run has moves and records: further nobody comes. */
void brute_futures(const brute_graph *g, uint64_t future[GRAPH_SPOTS])
{
    static uint64_t next[GRAPH_SPOTS];
    uint32_t looks = g->model->moves_max + g->model->record_count + 1U;

    memset(future, 0, g->spot_count * sizeof *future);
    for (; looks > 0; looks--) {
        for (uint32_t i = 0; i < g->spot_count; i++) {
            next[i] = look(g, i, future);
        }
        memcpy(future, next, g->spot_count * sizeof *future);
    }
}
