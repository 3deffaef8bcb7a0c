/*
 * Totals against what is asked of them, with what a run can still gain: a
 * total that can no longer miss its mark is made, a run that can no longer
 * pass is lost, and neither needs to be told apart from its like.
 */
#include "solve/solve_internal.h"

enum {
    BP_A_PERCENT = 100,
    PERCENT = 100
};

/* The least and the most a total can end at. */
typedef struct reach {
    int64_t least;
    int64_t most;
    bool ends_well;
} reach;

bool judge_init(judge *by, rp_walk *walk, mark_kind kind)
{
    const rp_model *model = walk->model;

    *by = (judge){.walk = walk, .kind = kind};
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        int32_t percent = model->pass_percent[i];
        bool is_assessed = walk->par[i] > 0;
        by->needed_bp += is_assessed ? model->exam_percent * BP_A_PERCENT : 0;
        by->needed[i] = INT32_MIN;
        if (is_assessed && percent > 0) {
            by->needed[i] = (walk->par[i] * percent + PERCENT - 1) / PERCENT;
        }
    }
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        by->step[i] = model_step(model, i);
    }
    return walk_bounds(walk);
}

static reach reach_of(const judge *by, uint32_t score, const standing *who)
{
    const prospect *most = prospect_of(&by->walk->most, score, who->state);
    const prospect *least = prospect_of(&by->walk->least, score, who->state);
    int64_t total = who->totals[score];
    int64_t steps = by->step[score] * who->left;
    reach found = {.ends_well = most->best != VALUE_NONE};

    if (!found.ends_well) {
        return found;
    }
    found.most = total + (most->need == NEED_UNSETTLED ? steps : most->best);
    found.least = total - (least->need == NEED_UNSETTLED ? steps : least->best);
    if (total == TOTAL_MADE || total == TOTAL_NIL) {
        found.most = total;
        found.least = total;
    }
    return found;
}

static bool merge_own(const judge *by, const standing *who,
                      int32_t totals[RP_SCORES])
{
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        if (by->needed[i] == INT32_MIN) {
            totals[i] = 0;
            continue;
        }
        reach found = reach_of(by, i, who);
        if (!found.ends_well || found.most < by->needed[i]) {
            return false;
        }
        if (found.least >= by->needed[i]) {
            totals[i] = TOTAL_MADE;
        }
    }
    return true;
}

static int32_t bp_of(int64_t total, int32_t par)
{
    if (total >= par) {
        return RP_FULL_BP;
    }
    return total <= 0 ? 0 : rp_score_bp((int32_t)total, par);
}

static bool merge_exam(const judge *by, const standing *who,
                       int32_t totals[RP_SCORES])
{
    int32_t least = 0;
    int32_t most = 0;

    for (uint32_t i = 0; i < RP_SCORES; i++) {
        int32_t par = by->walk->par[i];
        if (par == 0) {
            totals[i] = 0;
            continue;
        }
        reach found = reach_of(by, i, who);
        if (!found.ends_well) {
            return false;
        }
        least += bp_of(found.least, par);
        most += bp_of(found.most, par);
        if (found.least >= par) {
            totals[i] = TOTAL_MADE;
        } else if (found.most <= 0) {
            totals[i] = TOTAL_NIL;
        }
    }
    for (uint32_t i = 0; least >= by->needed_bp && i < RP_SCORES; i++) {
        totals[i] = TOTAL_MADE;
    }
    return most >= by->needed_bp;
}

bool judge_merge(const judge *by, uint32_t state, uint32_t left,
                 int32_t totals[RP_SCORES])
{
    standing who = {.state = state, .left = left};
    int32_t merged[RP_SCORES];

    /* The bounds of a walk that was ended early prove nothing. */
    if (!by->walk->is_exact) {
        return true;
    }
    if (prospect_of(&by->walk->most, 0, state)->best == VALUE_NONE) {
        return false;
    }
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        who.totals[i] = totals[i];
        merged[i] = totals[i];
    }
    bool may_pass = by->kind == OWN_MARKS ? merge_own(by, &who, merged)
                                          : merge_exam(by, &who, merged);
    for (uint32_t i = 0; !by->keeps_totals && i < RP_SCORES; i++) {
        totals[i] = merged[i];
    }
    return may_pass;
}

bool judge_passes(const judge *by, const int32_t totals[RP_SCORES])
{
    int32_t sum = 0;

    for (uint32_t i = 0; i < RP_SCORES; i++) {
        if (by->kind == OWN_MARKS && totals[i] < by->needed[i]) {
            return false;
        }
        if (by->walk->par[i] > 0) {
            sum += bp_of(totals[i], by->walk->par[i]);
        }
    }
    return by->kind == OWN_MARKS || sum >= by->needed_bp;
}

void totals_add(int32_t totals[RP_SCORES], const int32_t points[RP_SCORES])
{
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        if (totals[i] != TOTAL_MADE && totals[i] != TOTAL_NIL) {
            totals[i] += points[i];
        }
    }
}
