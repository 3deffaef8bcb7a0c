/*
 * Totals against what is asked of them, with what a run can still gain: a
 * total that can no longer miss its mark is made, one that can only end at
 * nothing is nil, a run that can no longer pass is lost. What lies beyond
 * does not matter, so such totals are brought to the limit and meet their
 * like there.
 */
#include "solve/odds.h"

enum {
    BP_A_PERCENT = 100,
    PERCENT = 100
};

bool judge_init(judge *by, rp_walk *walk, mark_kind kind)
{
    const rp_model *model = walk->model;

    *by = (judge){.walk = walk, .kind = kind};
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        int32_t percent = model->pass_percent[i];
        bool is_assessed = walk->par[i] > 0;
        by->par[i] = walk->par[i];
        by->weight[i] = walk->value.weight[0][i];
        by->needed_bp += is_assessed ? model->exam_percent * BP_A_PERCENT : 0;
        by->needed[i] = INT32_MIN;
        if (is_assessed && percent > 0) {
            by->needed[i] = (walk->par[i] * percent + PERCENT - 1) / PERCENT;
        }
    }
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        by->step[i] = model_step(model, i);
    }
    by->needed_value = by->needed_bp * walk->unit;
    by->sure_value = by->needed_value + RP_SCORES * walk->unit;
    return walk_bounds(walk);
}

/* What a score can still gain at least and at most. */
static void find_gains(const judge *by, uint32_t score, const ahead *from,
                       limits *found)
{
    const prospect *most = &from->most[score];
    const prospect *least = &from->least[score];
    int64_t steps = by->step[score] * from->left;

    found->most[score] = most->need == NEED_UNSETTLED ? steps : most->best;
    found->least[score] = least->need == NEED_UNSETTLED ? -steps : -least->best;
}

static int32_t bounded(int64_t total)
{
    if (total > INT32_MAX) {
        return INT32_MAX;
    }
    return total < INT32_MIN ? INT32_MIN : (int32_t)total;
}

/* `least` and `most` of this score are known. */
static void find_limit(const judge *by, uint32_t score, limits *found)
{
    int32_t par = by->par[score];
    int32_t needed = by->needed[score];
    bool is_asked = by->kind == OWN_MARKS ? needed != INT32_MIN : par > 0;

    found->lost[score] = INT32_MIN;
    found->nil[score] = INT32_MIN;
    found->made[score] = INT32_MAX;
    if (by->kind == OWN_MARKS && is_asked) {
        found->lost[score] = bounded(needed - found->most[score]);
    }
    if (by->keeps_totals) {
        return;
    }
    if (!is_asked) {
        found->nil[score] = 0;
        found->made[score] = 0;
    } else if (by->kind == OWN_MARKS) {
        found->made[score] = bounded(needed - found->least[score]);
    } else {
        found->nil[score] = bounded(-found->most[score]);
        found->made[score] = bounded(par - found->least[score]);
    }
}

void judge_limits(const judge *by, const ahead *from, limits *found)
{
    found->is_lost = false;
    found->is_open = !by->walk->is_exact;
    /* The bounds of a walk that was ended early prove nothing. */
    if (found->is_open) {
        return;
    }
    if (from->most[0].best == VALUE_NONE) {
        found->is_lost = true;
        return;
    }
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        find_gains(by, i, from, found);
        find_limit(by, i, found);
    }
}

/* The value of totals that gain so much, each between nothing and par. */
static int64_t value_with(const judge *by, const int32_t totals[RP_SCORES],
                          const int64_t gain[RP_SCORES])
{
    int64_t value = 0;

    for (uint32_t i = 0; i < RP_SCORES; i++) {
        int64_t total = totals[i] + gain[i];
        total = total > 0 ? total : 0;
        value += by->weight[i] * (total < by->par[i] ? total : by->par[i]);
    }
    return value;
}

/* What the exam asks for: a sum of scores. */
static bool settle_sum(const judge *by, const limits *at,
                       int32_t totals[RP_SCORES])
{
    if (value_with(by, totals, at->most) < by->needed_value) {
        return false;
    }
    if (!by->keeps_totals &&
        value_with(by, totals, at->least) >= by->sure_value) {
        for (uint32_t i = 0; i < RP_SCORES; i++) {
            totals[i] = at->made[i];
        }
    }
    return true;
}

bool judge_settle(const judge *by, const limits *at, int32_t totals[RP_SCORES])
{
    if (at->is_open || at->is_lost) {
        return at->is_open;
    }
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        if (totals[i] < at->lost[i]) {
            return false;
        }
        totals[i] = totals[i] > at->nil[i] ? totals[i] : at->nil[i];
        totals[i] = totals[i] < at->made[i] ? totals[i] : at->made[i];
    }
    return by->kind == OWN_MARKS || settle_sum(by, at, totals);
}

bool judge_merge(const judge *by, standing *who)
{
    const rp_walk *walk = by->walk;
    limits at;

    judge_limits(by,
                 &(ahead){who->left, prospect_of(&walk->most, 0, who->state),
                          prospect_of(&walk->least, 0, who->state)},
                 &at);
    return judge_settle(by, &at, who->totals);
}

static int32_t bp_of(int32_t total, int32_t par)
{
    if (total >= par) {
        return RP_FULL_BP;
    }
    return total <= 0 ? 0 : rp_score_bp(total, par);
}

bool judge_passes(const judge *by, const int32_t totals[RP_SCORES])
{
    int32_t sum = 0;

    for (uint32_t i = 0; i < RP_SCORES; i++) {
        if (by->kind == OWN_MARKS && totals[i] < by->needed[i]) {
            return false;
        }
        if (by->par[i] > 0) {
            sum += bp_of(totals[i], by->par[i]);
        }
    }
    return by->kind == OWN_MARKS || sum >= by->needed_bp;
}

void totals_add(int32_t totals[RP_SCORES], const int32_t points[RP_SCORES])
{
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        totals[i] += points[i];
    }
}
