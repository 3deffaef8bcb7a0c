/*
 * What a trainee does in a call: replies, records, the form, the notepad, and
 * steps back.
 */
#include <string.h>

#include "intents.h"

/* -------------------------------------------------------------- moves */

static rp_status take(rp_app *app, rp_move move, rp_error *err)
{
    move.at_ms = app->run.clock_ms;
    rp_status status = attempt_take(app, &move, err);
    if (status == RP_OK) {
        app->run.is_paused = false;
        app->place = attempt_place(app);
    }
    return status;
}

rp_status act_say(rp_app *app, const rp_intent *intent, rp_error *err)
{
    if (intent->index >= app->scenario.model->choice_count) {
        return rp_fail(err, RP_E_INVALID, "There is no such reply.");
    }
    return take(
        app, (rp_move){.kind = RP_MOVE_REPLY, .index = (uint16_t)intent->index},
        err);
}

rp_status act_look(rp_app *app, const rp_intent *intent, rp_error *err)
{
    for (uint32_t i = 0; i < app->run.count; i++) {
        const rp_move *move = &app->run.items[i].move;
        if (move->kind == RP_MOVE_OPEN && move->index == intent->index) {
            return RP_OK; /* lies open */
        }
    }
    return take(app,
                (rp_move){.kind = RP_MOVE_OPEN,
                          .index = (uint16_t)(intent->index & UINT16_MAX)},
                err);
}

rp_status act_hurry(rp_app *app, const rp_intent *intent, rp_error *err)
{
    (void)intent;
    (void)err;
    app->run.spoken_ms = UINT32_MAX;
    return RP_OK;
}

rp_status act_hint(rp_app *app, const rp_intent *intent, rp_error *err)
{
    (void)intent;
    if (app->run.hint_is_shown) {
        return RP_OK;
    }
    return take(app, (rp_move){.kind = RP_MOVE_HINT}, err);
}

/* Bits of the ask that answer `bit` belongs to; 0 where any may be chosen. */
static uint64_t rival_answers(const rp_model *model, uint16_t node,
                              uint32_t bit)
{
    rp_span asks = model->nodes[node].asks;
    uint32_t first = 0;

    for (uint32_t i = asks.first; i < asks.first + asks.count; i++) {
        uint32_t count = model->asks[i].answers.count;
        if (bit < first + count) {
            uint64_t all = ((UINT64_C(1) << count) - 1) << first;
            return model->asks[i].many ? 0 : all;
        }
        first += count;
    }
    return 0;
}

rp_status act_choose(rp_app *app, const rp_intent *intent, rp_error *err)
{
    const rp_session *session = &app->run.session;
    uint64_t offered = rp_state_answers(session->model, &session->state);

    if (intent->index >= RP_ANSWERS_MAX ||
        (offered >> intent->index & 1) == 0) {
        return rp_fail(err, RP_E_INVALID, "This answer is not offered.");
    }
    uint64_t bit = UINT64_C(1) << intent->index;
    uint64_t rivals =
        rival_answers(session->model, session->state.node, intent->index);
    app->run.picks =
        rivals != 0 ? (app->run.picks & ~rivals) | bit : app->run.picks ^ bit;
    return RP_OK;
}

rp_status act_file(rp_app *app, const rp_intent *intent, rp_error *err)
{
    (void)intent;
    return take(app, (rp_move){.kind = RP_MOVE_FORM, .answers = app->run.picks},
                err);
}

/* -------------------------------------------------------------- notepad */

static rp_status add_note(rp_app *app, const rp_intent *intent,
                          rp_note_kind kind, rp_error *err)
{
    rp_stored_note note = {.kind = kind,
                           .at_ms = app->run.clock_ms,
                           .text = intent->text != NULL ? intent->text : ""};

    return rp_store_put_note(app->store, &app->run.attempt, &note, err);
}

rp_status act_note(rp_app *app, const rp_intent *intent, rp_error *err)
{
    return add_note(app, intent, RP_NOTE_TYPED, err);
}

rp_status act_pin(rp_app *app, const rp_intent *intent, rp_error *err)
{
    return add_note(app, intent, RP_NOTE_PHRASE, err);
}

rp_status act_unnote(rp_app *app, const rp_intent *intent, rp_error *err)
{
    return rp_store_remove_note(app->store, (int64_t)intent->number, err);
}

/* --------------------------------------------------- taking back, pausing */

/*
 * Copies the notes of the run so far into the one that goes on from it. A
 * note that cannot be copied is still with the run it was written in.
 */
static void copy_notes(rp_app *app, const rp_store_id *from, const run *to)
{
    rp_stored_notes notes = {0};
    rp_arena arena;

    rp_arena_init(&arena, app->alloc);
    if (rp_store_list_notes(app->store, from, &arena, &notes, NULL) != RP_OK) {
        notes.count = 0;
    }
    for (uint32_t i = 0; i < notes.count; i++) {
        rp_stored_note note = notes.items[i];
        if (note.at_ms <= to->clock_ms) {
            (void)!rp_store_put_note(app->store, &to->attempt, &note, NULL);
        }
    }
    rp_arena_clear(&arena);
}

static void describe_undone(rp_app *app, const rp_taken *item, run *fresh)
{
    sketch words = {.app = app,
                    .arena = &app->arenas[1 - app->shown],
                    .model = fresh->session.model,
                    .language = app_show_language(app, fresh->session.model)};
    const char *text = sketch_move(&words, item).text;
    size_t length = strlen(text);

    if (length >= sizeof fresh->undone) {
        length = sizeof fresh->undone - 1;
        while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80) {
            length--;
        }
    }
    memcpy(fresh->undone, text, length);
    fresh->undone[length] = '\0';
}

static rp_status branch(rp_app *app, uint32_t moves, run *fresh, rp_error *err)
{
    rp_status status = attempt_branch(app, moves, fresh, err);

    if (status == RP_OK) {
        copy_notes(app, &app->run.attempt, fresh);
    }
    return status;
}

rp_status act_undo(rp_app *app, const rp_intent *intent, rp_error *err)
{
    uint32_t last = app->run.count;
    run fresh;

    (void)intent;
    while (last > 0 && !run_counts(&app->run.items[last - 1].move)) {
        last--;
    }
    if (last == 0) {
        return rp_fail(err, RP_E_STATE, "There is nothing to take back.");
    }
    rp_status status = branch(app, last - 1, &fresh, err);
    if (status == RP_OK) {
        describe_undone(app, &app->run.items[last - 1], &fresh);
        app_put_run(app, &fresh);
        app->place = attempt_place(app);
    }
    return status;
}

rp_status act_retry(rp_app *app, const rp_intent *intent, rp_error *err)
{
    const rp_debrief_view *debrief = &app->view.debrief;
    run fresh;

    if (intent->index >= debrief->turn_count ||
        !debrief->turns[intent->index].can_retry) {
        return rp_fail(err, RP_E_INVALID,
                       "The call cannot be tried again from there.");
    }
    rp_status status =
        branch(app, debrief->turns[intent->index].move_idx, &fresh, err);
    if (status == RP_OK) {
        app_put_run(app, &fresh);
        app->place = attempt_place(app);
    }
    return status;
}

/* `index` 0 toggles, 1 pauses, 2 goes on. */
rp_status act_pause(rp_app *app, const rp_intent *intent, rp_error *err)
{
    (void)err;
    app->run.is_paused =
        intent->index == 0 ? !app->run.is_paused : intent->index == 1;
    return RP_OK;
}
