/*
 * The session: a state and its totals over a frozen model, changed by one
 * door. A failed move leaves it as it was.
 */
#include <string.h>

#include "play/play_internal.h"

uint16_t rp_seed_set(const rp_model *model, uint64_t seed)
{
    rp_random random = rp_random_seeded(seed);

    return (uint16_t)(rp_random_next(&random) % model->set_count);
}

rp_status rp_session_begin(const rp_model *model, const rp_opening *how,
                           rp_session *session, rp_effect *effect,
                           rp_error *err)
{
    uint16_t set =
        how->set == RP_NONE ? rp_seed_set(model, how->seed) : how->set;

    if (set >= model->set_count) {
        return rp_fail(err, RP_E_INVALID,
                       "There is no fact set %u; the scenario has %u.",
                       (unsigned)set + 1U, (unsigned)model->set_count);
    }
    *session = (rp_session){.model = model, .seed = how->seed};
    rp_state_begin(model, set, &session->state, effect);
    return RP_OK;
}

bool rp_session_has_ended(const rp_session *session)
{
    return session->was_stopped ||
           rp_state_has_ended(session->model, &session->state);
}

rp_status rp_session_take(rp_session *session, const rp_move *move,
                          rp_effect *effect, rp_error *err)
{
    rp_effect done;

    if (rp_session_has_ended(session)) {
        return rp_fail(err, RP_E_STATE, "The run has ended.");
    }
    if (move->at_ms < session->at_ms) {
        return rp_fail(err, RP_E_INVALID,
                       "A move at %u ms cannot follow one at %u ms.",
                       (unsigned)move->at_ms, (unsigned)session->at_ms);
    }
    rp_status status = move_check(session->model, &session->state, move, err);
    if (status != RP_OK) {
        return status;
    }
    rp_state_step(session->model, &session->state, move, &done);
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        session->points[i] += done.points[i];
    }
    session->at_ms = move->at_ms;
    session->was_stopped = session->is_exam && done.critical != RP_NONE &&
                           !rp_state_has_ended(session->model, &session->state);
    if (effect != NULL) {
        *effect = done;
    }
    return RP_OK;
}

uint32_t rp_session_cards(const rp_session *session,
                          uint16_t cards[RP_OFFERS_MAX])
{
    const rp_model *model = session->model;
    const rp_node *node = node_of(model, &session->state);
    uint16_t own[RP_OFFERS_MAX];
    uint32_t own_count = 0;
    uint32_t count = 0;

    if (node->kind != RP_TURN) {
        return 0;
    }
    for (uint32_t i = 0; i < node->offers.count; i++) {
        uint16_t choice = model->offers[node->offers.first + i];
        if (!model->choices[choice].is_anytime) {
            own[own_count++] = choice;
        }
    }
    rp_random random =
        rp_random_seeded(session->seed ^ rp_fnv1a(node->id, strlen(node->id)));
    rp_random_shuffle(&random, own, own_count);
    for (uint32_t i = 0; i < own_count; i++) {
        if (choice_is_offered(model, &session->state,
                              &model->choices[own[i]])) {
            cards[count++] = own[i];
        }
    }
    return count;
}

uint32_t rp_session_anytime(const rp_session *session,
                            uint16_t offers[RP_OFFERS_MAX])
{
    uint32_t count = rp_state_offers(session->model, &session->state, offers);
    uint32_t kept = 0;

    for (uint32_t i = 0; i < count; i++) {
        if (session->model->choices[offers[i]].is_anytime) {
            offers[kept++] = offers[i];
        }
    }
    return kept;
}
