/*
 * Looking back on a run: what each move cost, what it showed, and which one
 * turned the call.
 */
#include <stdlib.h>
#include <string.h>

#include "solve/solve_internal.h"

/* What is being looked back on, and the place for what is found. */
typedef struct looking {
    rp_walk *walk;
    const rp_model *model;
    uint16_t language;
    rp_arena *arena;
    rp_session session;
    rp_debrief *debrief;
    rp_rendered scratch;
} looking;

static void collect(const looking *l, const rp_choice *choice, bool is_shown,
                    uint16_t *idx, uint32_t *count)
{
    rp_span span = is_shown ? choice->shows : choice->misses;

    for (uint32_t i = 0; i < span.count; i++) {
        idx[(*count)++] = l->model->behaviour_idx[span.first + i];
    }
}

/* The choices of a move: the reply, or the answers that were chosen. */
static uint32_t choices_of(const looking *l, const rp_debrief_move *made,
                           const rp_choice **choices)
{
    const rp_node *form = &l->model->nodes[made->before.node];
    uint32_t count = 0;
    uint32_t bit = 0;

    if (made->move.kind == RP_MOVE_REPLY) {
        choices[count++] = &l->model->choices[made->move.index];
    }
    if (made->move.kind != RP_MOVE_FORM) {
        return count;
    }
    for (uint32_t i = 0; i < form->asks.count; i++) {
        rp_span answers = l->model->asks[form->asks.first + i].answers;
        uint64_t chosen = made->move.answers >> bit;
        for (uint32_t j = 0; j < answers.count; j++) {
            choices[count] = &l->model->choices[answers.first + j];
            count += (uint32_t)(chosen >> j & 1);
        }
        bit += answers.count;
    }
    return count;
}

/*
 * A behaviour counts as shown where a strong move lists it. In a form each
 * answer is judged by the form as a whole.
 */
static bool add_behaviours(const looking *l, rp_debrief_move *made)
{
    const rp_choice *choices[RP_ANSWERS_MAX + 1];
    uint32_t count = choices_of(l, made, choices);
    uint32_t room = 1;

    for (uint32_t i = 0; i < count; i++) {
        room += choices[i]->shows.count + choices[i]->misses.count;
    }
    uint16_t *shown = rp_arena_take(l->arena, room, sizeof *shown);
    uint16_t *missed = rp_arena_take(l->arena, room, sizeof *missed);
    if (shown == NULL || missed == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (made->regret.is_strong) {
            collect(l, choices[i], true, shown, &made->shown_count);
        }
        collect(l, choices[i], false, missed, &made->missed_count);
    }
    made->shown = shown;
    made->missed = missed;
    return true;
}

static rp_status look_at(looking *l, const rp_move *move, rp_debrief_move *made,
                         rp_error *err)
{
    made->move = *move;
    made->before = l->session.state;
    rp_standing from = {&l->session.state, l->session.points};
    rp_status status = rp_walk_regret(l->walk, &from, move, &made->regret, err);
    if (status == RP_OK) {
        status = rp_session_take(&l->session, move, &made->effect, err);
    }
    if (status != RP_OK) {
        return status;
    }
    made->after = l->session.state;
    memcpy(made->points, l->session.points, sizeof made->points);
    rp_standing now = {&made->after, made->points};
    status = rp_walk_attainable(l->walk, &now, &made->ends_well,
                                &made->attainable, err);
    if (status != RP_OK) {
        return status;
    }
    rp_ear ear = {l->model, l->language, &l->scratch};
    rp_taken taken = {.move = *move,
                      .before = made->before,
                      .after = made->after,
                      .effect = made->effect};
    rp_talk_move(&l->debrief->talk, &ear, &taken);
    return add_behaviours(l, made) ? RP_OK : walk_refusal(l->walk, err);
}

/* What satisfaction would be made of; finer than its five grades. */
static int32_t contentment(const rp_state *state)
{
    return 2 * state->mood[RP_TRUST] + state->mood[RP_CALM];
}

static void find_turns(rp_debrief *debrief)
{
    int64_t most = 0;
    int32_t moved = 0;

    debrief->turning = RP_NONE;
    debrief->satisfied = RP_NONE;
    for (uint32_t i = 0; i < debrief->move_count; i++) {
        const rp_debrief_move *made = &debrief->moves[i];
        int32_t change =
            abs(contentment(&made->after) - contentment(&made->before));
        bool turns = made->regret.value > most ||
                     (made->regret.closes_door && most == 0 &&
                      debrief->turning == RP_NONE);
        if (turns) {
            most = made->regret.value;
            debrief->turning = (uint16_t)i;
        }
        if (change > moved) {
            moved = change;
            debrief->satisfied = (uint16_t)i;
        }
    }
}

static rp_status look_back(looking *l, const rp_move *moves,
                           rp_debrief_move *made, rp_error *err)
{
    bool ends_well = false;
    rp_effect effect;

    rp_state_begin(l->model, l->walk->set, &l->session.state, &effect);
    rp_ear ear = {l->model, l->language, &l->scratch};
    rp_talk_begin(&l->debrief->talk, &ear, &l->session.state, &effect);
    rp_standing start = {&l->session.state, l->session.points};
    rp_status status = rp_walk_attainable(
        l->walk, &start, &ends_well, &l->debrief->attainable_at_start, err);
    for (uint32_t i = 0; status == RP_OK && i < l->debrief->move_count; i++) {
        status = look_at(l, &moves[i], &made[i], err);
    }
    return status;
}

rp_status rp_debrief_make(rp_walk *walk, const rp_made *made, rp_arena *arena,
                          rp_debrief *debrief, rp_error *err)
{
    rp_debrief found = {.move_count = made->count, .unit = walk->unit};
    looking l = {.walk = walk,
                 .model = walk->model,
                 .language = made->language,
                 .arena = arena,
                 .session = {.model = walk->model},
                 .debrief = &found};
    rp_debrief_move *told =
        rp_arena_take(arena, made->count + 1U, sizeof *told);

    if (told == NULL) {
        return walk_refusal(walk, err);
    }
    found.moves = told;
    rp_text_init(&l.scratch.text, walk->memory.alloc);
    rp_status status = look_back(&l, made->moves, told, err);
    bool refused = l.scratch.text.failed;
    rp_text_clear(&l.scratch.text);
    if (status == RP_OK && refused) {
        status = walk_refusal(walk, err);
    }
    if (status != RP_OK) {
        return status;
    }
    find_turns(&found);
    found.result = rp_session_result(&l.session, walk->par);
    found.talk_seconds =
        rp_talk_seconds(&found.talk, walk->model, made->language);
    *debrief = found;
    return RP_OK;
}
