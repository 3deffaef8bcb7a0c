/*
 * From points to scores: whole numbers in basis points, par given.
 */
#include "play/play_internal.h"

enum {
    BP_A_PERCENT = 100,
    SATISFACTION_LOST = 2, /* the most a lost call leaves */
    SATISFACTION_PARTLY = 4
};

int32_t rp_score_bp(int32_t earned, int32_t par)
{
    if (par <= 0) {
        return RP_NOT_ASSESSED;
    }
    if (earned <= 0) {
        return 0;
    }
    int64_t bp = (int64_t)RP_FULL_BP * earned / par;
    return bp > RP_FULL_BP ? RP_FULL_BP : (int32_t)bp;
}

bool rp_marks_reached(const rp_model *model, const int32_t score_bp[RP_SCORES])
{
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        if (score_bp[i] != RP_NOT_ASSESSED &&
            score_bp[i] < model->pass_percent[i] * BP_A_PERCENT) {
            return false;
        }
    }
    return true;
}

bool rp_exam_mark_reached(const rp_model *model,
                          const int32_t score_bp[RP_SCORES])
{
    int32_t sum = 0;
    int32_t needed = 0;

    for (uint32_t i = 0; i < RP_SCORES; i++) {
        if (score_bp[i] != RP_NOT_ASSESSED) {
            sum += score_bp[i];
            needed += model->exam_percent * BP_A_PERCENT;
        }
    }
    return sum >= needed;
}

uint8_t rp_satisfaction(const rp_state *state, rp_outcome outcome)
{
    int32_t weight = 2 * state->mood[RP_TRUST] + state->mood[RP_CALM];
    /* 4 * weight / 300 + 1/2, over one denominator */
    int32_t grade = 1 + (8 * weight + 300) / 600;

    if (outcome == RP_LOST && grade > SATISFACTION_LOST) {
        grade = SATISFACTION_LOST;
    }
    if (outcome == RP_PARTLY && grade > SATISFACTION_PARTLY) {
        grade = SATISFACTION_PARTLY;
    }
    return (uint8_t)grade;
}

rp_result rp_session_result(const rp_session *session,
                            const int32_t par[RP_SCORES])
{
    const rp_model *model = session->model;
    const rp_state *state = &session->state;
    rp_result result = {
        .has_ended = rp_session_has_ended(session),
        .ending = RP_NONE,
        .outcome = RP_LOST,
        .is_critical = rp_state_is_critical(model, state),
    };

    if (node_of(model, state)->kind == RP_ENDING) {
        result.ending = state->node;
        result.outcome = node_of(model, state)->outcome;
    }
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        result.points[i] = session->points[i];
        result.par[i] = par[i];
        result.score_bp[i] = rp_score_bp(session->points[i], par[i]);
    }
    bool may_pass =
        result.has_ended && result.outcome != RP_LOST && !result.is_critical;
    result.passed = may_pass && rp_marks_reached(model, result.score_bp);
    result.passed_exam =
        may_pass && rp_exam_mark_reached(model, result.score_bp);
    result.satisfaction =
        rp_satisfaction(state, result.has_ended ? result.outcome : RP_OUTCOMES);
    return result;
}
