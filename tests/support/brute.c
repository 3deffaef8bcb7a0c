#include "support/brute.h"

#include <string.h>

/* ------------------------------------------------------- every next move */

static uint64_t bits_of(uint32_t count)
{
    return count >= 64 ? UINT64_MAX : (UINT64_C(1) << count) - 1;
}

/* All fillings of the asks from `ask` on, in written order. */
static uint32_t fill(const rp_model *model, const rp_state *state, uint32_t ask,
                     uint32_t bit, uint64_t so_far, rp_move *moves,
                     uint32_t count)
{
    const rp_node *form = &model->nodes[state->node];

    if (ask == form->asks.count) {
        moves[count++] = (rp_move){.kind = RP_MOVE_FORM, .answers = so_far};
        return count;
    }
    const rp_ask *at = &model->asks[form->asks.first + ask];
    uint64_t open = rp_state_answers(model, state) >> bit;
    uint64_t all = bits_of(at->answers.count);
    for (uint64_t pick = 0; pick <= all; pick++) {
        bool is_one = pick != 0 && (pick & (pick - 1)) == 0;
        if ((pick & ~open) == 0 && (at->many || is_one)) {
            count = fill(model, state, ask + 1, bit + at->answers.count,
                         so_far | pick << bit, moves, count);
        }
    }
    return count;
}

uint32_t brute_moves(const rp_model *model, const rp_state *state,
                     rp_move moves[BRUTE_WAYS])
{
    uint16_t offers[RP_OFFERS_MAX];

    if (rp_state_has_ended(model, state)) {
        return 0;
    }
    if (model->nodes[state->node].kind == RP_FORM) {
        return fill(model, state, 0, 0, 0, moves, 0);
    }
    uint32_t count = rp_state_offers(model, state, offers);
    for (uint32_t i = 0; i < count; i++) {
        moves[i] = (rp_move){.kind = RP_MOVE_REPLY, .index = offers[i]};
    }
    return count;
}

static bool is_open(const rp_model *model, const rp_state *state,
                    uint32_t record)
{
    return model->records[record].opened_mark == RP_NONE ||
           rp_mark_is_set(state, model->records[record].opened_mark);
}

/* ------------------------------------------------------ every run, in order */

typedef struct trying {
    brute *b;
    brute_run run;
    bool finds_par;
} trying;

bool brute_ends_well(const rp_model *model, const rp_state *state)
{
    const rp_node *node = &model->nodes[state->node];

    return node->kind == RP_ENDING && node->outcome != RP_LOST &&
           !rp_state_is_critical(model, state);
}

/* By which rule a run of the same value as the best so far is told from it. */
static void note_tie(brute *b, const brute_run *run)
{
    if (!b->has_best || run->value != b->best.value) {
        memset(b->ties, 0, sizeof b->ties);
    } else if (run->passes != b->best.passes) {
        b->ties[BRUTE_TIE_PASSES]++;
    } else if (run->counted != b->best.counted) {
        b->ties[BRUTE_TIE_MOVES]++;
    } else {
        b->ties[BRUTE_TIE_WRITTEN]++;
    }
}

/* Runs come in written order, so only a better one replaces the best. */
static void judge_run(trying *t, const rp_state *state)
{
    brute *b = t->b;
    rp_session session = {.model = b->model, .state = *state};

    if (!brute_ends_well(b->model, state)) {
        return;
    }
    if (t->finds_par) {
        for (int i = 0; i < RP_SCORES; i++) {
            if (t->run.points[i] > b->par[i]) {
                b->par[i] = t->run.points[i];
            }
        }
        return;
    }
    t->run.value = 0;
    for (int i = 0; i < RP_SCORES; i++) {
        t->run.value += b->weight[i] * t->run.points[i];
        session.points[i] = t->run.points[i];
    }
    t->run.passes = rp_session_result(&session, b->par).passed;
    const brute_run *best = &b->best;
    if (!b->has_best || t->run.value >= best->value) {
        note_tie(b, &t->run);
    }
    bool is_better =
        !b->has_best || t->run.value > best->value ||
        (t->run.value == best->value && t->run.passes > best->passes) ||
        (t->run.value == best->value && t->run.passes == best->passes &&
         t->run.counted < best->counted);
    if (is_better) {
        b->best = t->run;
        b->has_best = true;
    }
}

/* `opened`: records below this one stay shut until the next counted move. */
static void try_all(trying *t, const rp_state *state, uint32_t opened)
{
    const rp_model *model = t->b->model;
    rp_move moves[BRUTE_WAYS];

    if (rp_state_has_ended(model, state)) {
        judge_run(t, state);
        return;
    }
    uint32_t count = brute_moves(model, state, moves);
    for (uint32_t i = 0; i < count; i++) {
        rp_state after = *state;
        rp_effect effect;
        brute_run kept = t->run;
        rp_state_step(model, &after, &moves[i], &effect);
        t->run.moves[t->run.count++] = moves[i];
        t->run.counted++;
        for (int j = 0; j < RP_SCORES; j++) {
            t->run.points[j] += effect.points[j];
        }
        try_all(t, &after, 0);
        t->run = kept;
    }
    for (uint32_t i = opened; i < model->record_count; i++) {
        if (!is_open(model, state, i)) {
            rp_move open = {.kind = RP_MOVE_OPEN, .index = (uint16_t)i};
            rp_state after = *state;
            rp_state_step(model, &after, &open, NULL);
            t->run.moves[t->run.count++] = open;
            try_all(t, &after, i + 1);
            t->run.count--;
        }
    }
}

void brute_solve(brute *b, const rp_model *model, uint16_t set)
{
    rp_state start;
    trying t = {.b = b, .finds_par = true};

    memset(b, 0, sizeof *b);
    b->model = model;
    b->set = set;
    rp_state_begin(model, set, &start, NULL);
    try_all(&t, &start, 0);
    b->unit = 1;
    for (int i = 0; i < RP_SCORES; i++) {
        int64_t multiple = b->unit;
        while (b->par[i] > 0 && multiple % b->par[i] != 0) {
            multiple += b->unit;
        }
        b->unit = multiple;
    }
    for (int i = 0; i < RP_SCORES; i++) {
        b->weight[i] = b->par[i] > 0 ? RP_FULL_BP * (b->unit / b->par[i]) : 0;
    }
    t = (trying){.b = b};
    try_all(&t, &start, 0);
}

/* --------------------------------------------------------- what is left */

bool brute_attainable(const brute *b, const rp_state *state,
                      const int32_t points[RP_SCORES], int64_t *value)
{
    const rp_model *model = b->model;
    rp_move moves[BRUTE_WAYS];
    bool found = false;

    if (rp_state_has_ended(model, state)) {
        *value = 0;
        for (int i = 0; i < RP_SCORES; i++) {
            *value += b->weight[i] * points[i];
        }
        return brute_ends_well(model, state);
    }
    uint32_t count = brute_moves(model, state, moves);
    for (uint32_t i = 0; i < model->record_count; i++) {
        if (!is_open(model, state, i)) {
            moves[count++] =
                (rp_move){.kind = RP_MOVE_OPEN, .index = (uint16_t)i};
        }
    }
    for (uint32_t i = 0; i < count; i++) {
        rp_state after = *state;
        rp_effect effect;
        int32_t sum[RP_SCORES];
        int64_t behind = 0;
        rp_state_step(model, &after, &moves[i], &effect);
        for (int j = 0; j < RP_SCORES; j++) {
            sum[j] = points[j] + effect.points[j];
        }
        if (brute_attainable(b, &after, sum, &behind) &&
            (!found || behind > *value)) {
            *value = behind;
            found = true;
        }
    }
    return found;
}
