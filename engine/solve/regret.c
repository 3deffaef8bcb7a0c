/*
 * Regret: the best attainable value from here, less the same after a move.
 */
#include "solve/solve_internal.h"

/* The best still attainable, history included. */
typedef struct attainable {
    bool ends_well; /* some run from here does, without anything critical */
    int64_t value;  /* meaningless where none does */
} attainable;

static int64_t value_of_points(const rp_walk *walk,
                               const int32_t points[RP_SCORES])
{
    int64_t value = 0;

    for (uint32_t i = 0; i < RP_SCORES; i++) {
        value += walk->value.weight[0][i] * points[i];
    }
    return value;
}

static rp_status find_attainable(rp_walk *walk, const rp_state *state,
                                 const int32_t points[RP_SCORES],
                                 attainable *found, rp_error *err)
{
    const rp_model *model = walk->model;
    place_in at;

    *found = (attainable){.ends_well = false};
    if (rp_state_is_critical(model, state)) {
        return RP_OK;
    }
    if (rp_state_has_ended(model, state)) {
        found->ends_well = node_ends_well(&model->nodes[state->node]);
        found->value = value_of_points(walk, points);
        return RP_OK;
    }
    rp_status status = walk_locate(walk, state, &at, err);
    if (status != RP_OK) {
        return status;
    }
    int64_t future = walk_value(at.walk, at.state,
                                model->moves_max - (uint32_t)state->moves);
    found->ends_well = future != VALUE_NONE;
    if (found->ends_well) {
        found->value = value_of_points(walk, points) + future;
    }
    return RP_OK;
}

rp_status rp_walk_attainable(rp_walk *walk, const rp_standing *from,
                             bool *ends_well, int64_t *value, rp_error *err)
{
    attainable found;
    rp_status status =
        find_attainable(walk, from->state, from->points, &found, err);

    if (status == RP_OK) {
        *ends_well = found.ends_well;
        *value = found.ends_well ? found.value : 0;
    }
    return status;
}

bool walk_keeps_best(rp_walk *walk, const edge *way, uint32_t left,
                     int64_t best)
{
    if (best == VALUE_NONE) {
        return true;
    }
    if (way->is_critical || way->target == NO_STATE) {
        return false;
    }
    int64_t behind =
        walk_value(walk, way->target, edge_is_counted(way) ? left - 1 : left);
    return behind != VALUE_NONE &&
           behind + edge_gain(&walk->value, 0, way) == best;
}

/*
 * The first written counted move that loses nothing; where only a record
 * opens the way, that record. In a run that can no longer end well no move is
 * better than the one made, and `better` stays.
 */
static rp_status find_better(rp_walk *walk, const rp_state *state,
                             rp_move *better, rp_error *err)
{
    place_in at;
    rp_status status = walk_locate(walk, state, &at, err);

    if (status != RP_OK) {
        return status;
    }
    uint32_t left = walk->model->moves_max - (uint32_t)state->moves;
    int64_t best = walk_value(at.walk, at.state, left);
    if (best == VALUE_NONE || rp_state_is_critical(walk->model, state)) {
        return RP_OK;
    }
    uint32_t count = 0;
    const edge *ways = walk_edges(at.walk, at.state, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (walk_keeps_best(at.walk, &ways[i], left, best)) {
            *better =
                walk_whole_move(at.walk, &ways[i], left, best != VALUE_NONE);
            break;
        }
    }
    return RP_OK;
}

/* What one move costs, given what was attainable before it. */
static rp_status weigh_move(rp_walk *walk, const rp_state *state,
                            const int32_t points[RP_SCORES],
                            const rp_move *move, rp_regret *regret)
{
    rp_state behind = *state;
    rp_effect effect;
    attainable before;
    attainable after;
    int32_t sum[RP_SCORES];

    rp_status status = find_attainable(walk, state, points, &before, NULL);
    if (status != RP_OK || !before.ends_well) {
        return status;
    }
    rp_state_step(walk->model, &behind, move, &effect);
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        sum[i] = points[i] + effect.points[i];
    }
    status = find_attainable(walk, &behind, sum, &after, NULL);
    if (status != RP_OK) {
        return status;
    }
    if (after.ends_well) {
        regret->value = before.value - after.value;
        regret->is_strong = regret->value == 0;
    } else {
        regret->value = before.value > 0 ? before.value : 0;
        regret->closes_door = true;
    }
    return RP_OK;
}

rp_status rp_walk_regret(rp_walk *walk, const rp_standing *from,
                         const rp_move *move, rp_regret *regret, rp_error *err)
{
    rp_regret found = {.better = *move};

    if (move->kind == RP_MOVE_REPLY || move->kind == RP_MOVE_FORM) {
        rp_status status =
            weigh_move(walk, from->state, from->points, move, &found);
        if (status == RP_OK) {
            status = find_better(walk, from->state, &found.better, err);
        }
        if (status != RP_OK) {
            return rp_fail(err, status,
                           "There is not enough memory to look ahead.");
        }
    }
    *regret = found;
    return RP_OK;
}
