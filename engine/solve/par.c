/*
 * Par, and the unit in which values of runs are whole numbers.
 */
#include "solve/solve_internal.h"

enum {
    VALUE_BITS = 62
};

static int64_t greatest_common(int64_t a, int64_t b)
{
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

static int64_t magnitude(int64_t value)
{
    return value < 0 ? -value : value;
}

/* The most an ask can bring: one answer of it, or all. */
static int64_t ask_step(const rp_model *model, const rp_ask *ask,
                        uint32_t score)
{
    int64_t most = 0;
    int64_t sum = 0;

    for (uint32_t i = 0; i < ask->answers.count; i++) {
        int64_t step =
            magnitude(model->choices[ask->answers.first + i].points[score]);
        most = step > most ? step : most;
        sum += step;
    }
    return ask->many ? sum : most;
}

int64_t model_step(const rp_model *model, uint32_t score)
{
    int64_t most = 0;

    for (uint32_t i = 0; i < model->choice_count; i++) {
        int64_t step = magnitude(model->choices[i].points[score]);
        most = step > most ? step : most;
    }
    for (uint32_t i = 0; i < model->node_count; i++) {
        int64_t sum = 0;
        for (uint32_t j = 0; j < model->nodes[i].asks.count; j++) {
            sum += ask_step(model, &model->asks[model->nodes[i].asks.first + j],
                            score);
        }
        most = sum > most ? sum : most;
    }
    return most;
}

/* True when no value of a run can leave the range of 64 bits. */
static bool values_fit(const rp_walk *walk, double unit)
{
    double most = 0;

    for (uint32_t i = 0; i < RP_SCORES; i++) {
        if (walk->par[i] > 0) {
            most += RP_FULL_BP * (unit / walk->par[i]) *
                    (double)model_step(walk->model, i) * walk->model->moves_max;
        }
    }
    return most < (double)(INT64_C(1) << VALUE_BITS);
}

static rp_status find_unit(rp_walk *walk, rp_error *err)
{
    double unit = 1;

    walk->unit = 1;
    walk->value.lanes = 1;
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        int64_t par = walk->par[i] > 0 ? walk->par[i] : 1;
        int64_t factor = par / greatest_common(walk->unit, par);
        unit *= (double)factor;
        if (!values_fit(walk, unit)) {
            return rp_fail(err, RP_E_LIMIT,
                           "The scores of `%s` are too large to compare.",
                           walk->model->id);
        }
        walk->unit *= factor;
    }
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        if (walk->par[i] > 0) {
            walk->value.weight[0][i] = RP_FULL_BP * (walk->unit / walk->par[i]);
        }
    }
    return RP_OK;
}

static uint32_t moves_left(const rp_walk *walk)
{
    return walk->model->moves_max - (uint32_t)walk->root_depth;
}

static bool find_par(rp_walk *walk)
{
    walk->most.lanes = RP_SCORES;
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        walk->most.weight[i][i] = 1;
    }
    if (!objective_find(walk, &walk->most)) {
        return false;
    }
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        int64_t par =
            objective_value(walk, &walk->most, i, walk->root, moves_left(walk));
        walk->par[i] = par > 0 ? (int32_t)par : 0;
    }
    return true;
}

static rp_status prepare(rp_walk *walk, rp_error *err)
{
    rp_status status = walk_order(walk, err);

    if (status != RP_OK) {
        return status;
    }
    if (!find_par(walk)) {
        return walk_refusal(walk, err);
    }
    status = find_unit(walk, err);
    if (status != RP_OK) {
        return status;
    }
    if (!objective_find(walk, &walk->value) || !walk_find_best(walk)) {
        return walk_refusal(walk, err);
    }
    return RP_OK;
}

rp_status rp_walk_open(const rp_model *model, const rp_walk_how *how,
                       rp_walk **walk, rp_error *err)
{
    rp_walk *made = NULL;
    rp_state root;

    if (how->set >= model->set_count) {
        return rp_fail(err, RP_E_INVALID, "There is no fact set %u.",
                       (unsigned)how->set + 1U);
    }
    rp_state_begin(model, how->set, &root, NULL);
    walk_origin from = {.model = model,
                        .root = &root,
                        .alloc = how->alloc,
                        .budget = how->budget};
    rp_status status = walk_from(&from, &made, err);
    if (status != RP_OK) {
        return status;
    }
    status = prepare(made, err);
    if (status != RP_OK) {
        rp_walk_free(made);
        return status;
    }
    *walk = made;
    return RP_OK;
}

void rp_walk_par(const rp_walk *walk, int32_t par[RP_SCORES])
{
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        par[i] = walk->par[i];
    }
}

int64_t rp_walk_unit(const rp_walk *walk)
{
    return walk->unit;
}

bool walk_bounds(rp_walk *walk)
{
    if (walk->least.at != NULL) {
        return true;
    }
    walk->least.lanes = RP_SCORES;
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        walk->least.weight[i][i] = -1;
    }
    return objective_find(walk, &walk->least);
}

/* An extra walk rooted in `state`, on the scale of `walk`. */
static rp_status add_extra(rp_walk *walk, const rp_state *state, rp_error *err)
{
    rp_walk *made = NULL;
    walk_origin from = {.model = walk->model,
                        .root = state,
                        .alloc = walk->memory.alloc,
                        .budget = &walk->budget,
                        .options = walk->options};
    rp_status status = walk_from(&from, &made, err);

    if (status != RP_OK) {
        return status;
    }
    made->unit = walk->unit;
    made->value.lanes = 1;
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        made->par[i] = walk->par[i];
        made->value.weight[0][i] = walk->value.weight[0][i];
    }
    status = walk_order(made, err);
    if (status == RP_OK && !objective_find(made, &made->value)) {
        status = walk_refusal(made, err);
    }
    if (status != RP_OK) {
        rp_walk_free(made);
        return status;
    }
    made->extra = walk->extra;
    walk->extra = made;
    return RP_OK;
}

static bool locate(rp_walk *walk, const rp_state *state, place_in *place)
{
    for (rp_walk *at = walk; at != NULL; at = at->extra) {
        uint32_t found = walk_find(at, state);
        /* Where the limit cut a walk, a state met later knows too little. */
        bool holds = found != NO_STATE &&
                     (!at->is_cut || walk_depth(at, found) <= state->moves);
        if (holds) {
            *place = (place_in){at, found};
            return true;
        }
    }
    return false;
}

rp_status walk_locate(rp_walk *walk, const rp_state *state, place_in *place,
                      rp_error *err)
{
    if (locate(walk, state, place)) {
        return RP_OK;
    }
    rp_status status = add_extra(walk, state, err);
    if (status != RP_OK) {
        return status;
    }
    return locate(walk, state, place) ? RP_OK : walk_refusal(walk, err);
}
