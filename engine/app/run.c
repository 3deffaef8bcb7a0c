/*
 * One attempt in memory: the session, and for each move the states around it.
 * The same code plays a person's moves, replays stored ones and copies the
 * first moves of a run into a new one.
 */
#include <string.h>

#include "app_internal.h"

enum {
    RUN_CAPACITY_FIRST = 32
};

/*
 * How moves change a run beside its session. A hint stays until the turn
 * does; answers ticked on a form are gone when anything was sent.
 */
bool run_counts(const rp_move *move)
{
    return move->kind == RP_MOVE_REPLY || move->kind == RP_MOVE_FORM;
}

rp_status run_begin(rp_app *app, const run_origin *origin, run *fresh,
                    rp_error *err)
{
    const rp_model *model = origin->model;

    *fresh = (run){.language = app_show_language(app, model),
                   .spoken_ms = UINT32_MAX};
    rp_arena_init(&fresh->judged, app->alloc);
    rp_opening how = {origin->seed, origin->set};
    rp_ear ear = {model, fresh->language, &app->scratch};
    rp_status status =
        rp_session_begin(model, &how, &fresh->session, &fresh->first, err);
    if (status == RP_OK) {
        fresh->start = fresh->session.state;
        rp_talk_begin(&fresh->talk, &ear, &fresh->start, &fresh->first);
    }
    return status;
}

rp_status run_reserve(rp_app *app, run *played, rp_error *err)
{
    if (played->count < played->capacity) {
        return RP_OK;
    }
    uint32_t capacity =
        played->capacity == 0 ? RUN_CAPACITY_FIRST : played->capacity * 2;
    rp_taken *more = app->alloc.resize(app->alloc.user, played->items,
                                       capacity * sizeof *more);
    if (more == NULL) {
        return rp_fail(err, RP_E_MEMORY, "no memory for another move");
    }
    played->items = more;
    played->capacity = capacity;
    return RP_OK;
}

static void note_move(rp_app *app, run *played, const rp_taken *item)
{
    const rp_model *model = played->session.model;
    bool has_moved_on = item->before.node != item->after.node;

    played->items[played->count++] = *item;
    rp_ear ear = {model, played->language, &app->scratch};
    rp_talk_move(&played->talk, &ear, item);
    if (item->move.kind == RP_MOVE_HINT) {
        played->hint_is_shown = true;
    } else if (has_moved_on) {
        played->hint_is_shown = false;
    }
    if (item->move.kind != RP_MOVE_OPEN && item->move.kind != RP_MOVE_HINT) {
        played->picks = 0;
        played->silence_ms = 0;
        played->undone[0] = '\0';
    }
}

rp_status run_take(rp_app *app, run *played, const rp_move *move, rp_error *err)
{
    rp_taken item = {.move = *move, .before = played->session.state};
    rp_session next = played->session;
    rp_status status = run_reserve(app, played, err);

    if (status == RP_OK) {
        status = rp_session_take(&next, move, &item.effect, err);
    }
    if (status == RP_OK) {
        item.after = next.state;
        played->session = next;
        note_move(app, played, &item);
        played->clock_ms = move->at_ms;
    }
    return status;
}

rp_status run_take_written(rp_app *app, run *played,
                           const rp_stored_move *written, rp_error *err)
{
    rp_move move = {.at_ms = written->at_ms};
    rp_status status =
        rp_move_read(played->session.model, &played->session.state,
                     written->text, &move, err);

    return status == RP_OK ? run_take(app, played, &move, err) : status;
}

void run_clear(rp_app *app, run *played)
{
    (void)app->alloc.resize(app->alloc.user, played->items, 0);
    rp_arena_clear(&played->judged);
    *played = (run){.count = 0};
}

uint16_t form_choice(const rp_model *model, uint16_t node, uint32_t bit)
{
    rp_span asks = model->nodes[node].asks;

    for (uint32_t i = asks.first; i < asks.first + asks.count; i++) {
        rp_span answers = model->asks[i].answers;
        if (bit < answers.count) {
            return (uint16_t)(answers.first + bit);
        }
        bit -= answers.count;
    }
    return RP_NONE;
}

uint32_t run_choices(const rp_model *model, const rp_taken *item,
                     uint16_t choices[RP_ANSWERS_MAX])
{
    uint32_t count = 0;

    if (item->move.kind == RP_MOVE_REPLY) {
        choices[0] = item->move.index;
        return 1;
    }
    if (item->move.kind != RP_MOVE_FORM) {
        return 0;
    }
    for (uint32_t bit = 0; bit < RP_ANSWERS_MAX; bit++) {
        if ((item->move.answers >> bit & 1) != 0) {
            choices[count++] = form_choice(model, item->before.node, bit);
        }
    }
    return count;
}

static bool move_has(const rp_model *model, const rp_taken *item,
                     const run_question *question)
{
    uint16_t choices[RP_ANSWERS_MAX];
    uint32_t count = run_choices(model, item, choices);

    for (uint32_t i = 0; i < count; i++) {
        const rp_choice *choice = &model->choices[choices[i]];
        if (question->is_it(model, choice, question->about)) {
            return true;
        }
    }
    return false;
}

bool run_has(const run *played, const run_question *question)
{
    for (uint32_t i = 0; i < played->count; i++) {
        if (move_has(played->session.model, &played->items[i], question)) {
            return true;
        }
    }
    return false;
}
