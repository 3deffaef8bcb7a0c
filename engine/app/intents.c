/*
 * The one door in. A table says what each intent does and where it may come;
 * the view is built anew when it worked, and stays when it did not.
 */
#include <string.h>

#include "app_internal.h"

enum {
    LIBRARY = 1 << RP_AT_LIBRARY,
    BRIEFING = 1 << RP_AT_BRIEFING,
    CALL = 1 << RP_AT_CALL,
    FORM = 1 << RP_AT_FORM,
    DEBRIEF = 1 << RP_AT_DEBRIEF,
    PLAYING = CALL | FORM,
    ANYWHERE = LIBRARY | BRIEFING | PLAYING | DEBRIEF
};

typedef rp_status act(rp_app *app, const rp_intent *intent, rp_error *err);

static rp_status do_nothing(rp_app *app, const rp_intent *intent, rp_error *err)
{
    (void)app;
    (void)intent;
    (void)err;
    return RP_OK;
}

/* ------------------------------------------------------ library, briefing */

static rp_status act_open(rp_app *app, const rp_intent *intent, rp_error *err)
{
    rp_loaded loaded;
    rp_status status =
        rp_app_load(&app->options, intent->text != NULL ? intent->text : "",
                    app->alloc, &loaded, err);

    if (status != RP_OK) {
        rp_loaded_clear(&loaded);
        return status;
    }
    app_drop_broken(app);
    if (loaded.model == NULL) {
        app->broken = loaded;
        app->has_broken = true;
        app_drop_run(app);
        app->place = RP_AT_LIBRARY;
        app_tell(app,
                 rp_tr_n(app, "This scenario has %u fault.",
                         "This scenario has %u faults.", loaded.faults.count),
                 (unsigned)loaded.faults.count);
        return RP_OK;
    }
    app_put_scenario(app, &loaded);
    app->seed = app_new_seed(app);
    app->place = RP_AT_BRIEFING;
    return RP_OK;
}

static rp_status act_begin(rp_app *app, const rp_intent *intent, rp_error *err)
{
    run fresh;
    rp_status status = attempt_begin(app, app->seed, &fresh, err);

    (void)intent;
    if (status == RP_OK) {
        app_put_run(app, &fresh);
        app->place = attempt_place(app);
    }
    return status;
}

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

static rp_status act_say(rp_app *app, const rp_intent *intent, rp_error *err)
{
    if (intent->index >= app->scenario.model->choice_count) {
        return rp_fail(err, RP_E_INVALID, "There is no such reply.");
    }
    return take(
        app, (rp_move){.kind = RP_MOVE_REPLY, .index = (uint16_t)intent->index},
        err);
}

static rp_status act_look(rp_app *app, const rp_intent *intent, rp_error *err)
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

static rp_status act_hint(rp_app *app, const rp_intent *intent, rp_error *err)
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

static rp_status act_choose(rp_app *app, const rp_intent *intent, rp_error *err)
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

static rp_status act_file(rp_app *app, const rp_intent *intent, rp_error *err)
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

static rp_status act_note(rp_app *app, const rp_intent *intent, rp_error *err)
{
    return add_note(app, intent, RP_NOTE_TYPED, err);
}

static rp_status act_pin(rp_app *app, const rp_intent *intent, rp_error *err)
{
    return add_note(app, intent, RP_NOTE_PHRASE, err);
}

static rp_status act_unnote(rp_app *app, const rp_intent *intent, rp_error *err)
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

static rp_status act_undo(rp_app *app, const rp_intent *intent, rp_error *err)
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

static rp_status act_retry(rp_app *app, const rp_intent *intent, rp_error *err)
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
static rp_status act_pause(rp_app *app, const rp_intent *intent, rp_error *err)
{
    (void)err;
    app->run.is_paused =
        intent->index == 0 ? !app->run.is_paused : intent->index == 1;
    return RP_OK;
}

/* ------------------------------------------------------ coming and going */

static bool is_running(const rp_app *app)
{
    return app->has_run && !rp_session_has_ended(&app->run.session);
}

/* A call in which nothing was done leaves nothing to go on with. */
static rp_status act_leave(rp_app *app, const rp_intent *intent, rp_error *err)
{
    bool was_running = is_running(app);
    rp_status status = library_count(app, err);

    (void)intent;
    if (status != RP_OK) {
        return status;
    }
    if (was_running && app->run.count == 0) {
        (void)!rp_store_close_attempt(app->store, &app->run.attempt,
                                      "dismissed", NULL);
    } else if (was_running) {
        app_tell(app, "%s",
                 rp_tr(app, "The call is kept. You can go on with "
                            "it whenever you like."));
    }
    app_drop_run(app);
    app_drop_broken(app);
    app->place = RP_AT_LIBRARY;
    return RP_OK;
}

static rp_status act_again(rp_app *app, const rp_intent *intent, rp_error *err)
{
    rp_store_id left = {0};
    run fresh;

    (void)intent;
    if (is_running(app)) {
        left = app->run.attempt;
    }
    rp_status status = attempt_begin(app, app_new_seed(app), &fresh, err);
    if (status != RP_OK) {
        return status;
    }
    if (!rp_store_id_is_none(&left)) {
        (void)!rp_store_close_attempt(app->store, &left, "restarted", NULL);
    }
    app_put_run(app, &fresh);
    app->place = attempt_place(app);
    return RP_OK;
}

/* The last move was stored, its result was not: that is made up for. */
static void finish_late(rp_app *app)
{
    rp_error error = {0};

    if (attempt_finish(app, &error) != RP_OK) {
        app_tell(app, "%s", error.message);
    }
}

static rp_status act_resume(rp_app *app, const rp_intent *intent, rp_error *err)
{
    rp_loaded loaded;
    run fresh;
    rp_status status = attempt_resume(app, &loaded, &fresh, err);

    (void)intent;
    if (status != RP_OK) {
        return status;
    }
    app_drop_broken(app);
    app_put_scenario(app, &loaded);
    app_put_run(app, &fresh);
    app->place = attempt_place(app);
    if (app->place == RP_AT_DEBRIEF) {
        finish_late(app);
    }
    return RP_OK;
}

static rp_status act_dismiss(rp_app *app, const rp_intent *intent,
                             rp_error *err)
{
    rp_attempt attempt = {0};
    rp_arena arena;
    bool found = false;

    (void)intent;
    rp_arena_init(&arena, app->alloc);
    rp_status status = attempt_unfinished(app, &arena, &attempt, &found, err);
    if (found) {
        status =
            rp_store_close_attempt(app->store, &attempt.id, "dismissed", err);
    }
    rp_arena_clear(&arena);
    return status;
}

static rp_status act_setting(rp_app *app, const rp_intent *intent,
                             rp_error *err)
{
    if (intent->text == NULL || intent->value == NULL) {
        return rp_fail(err, RP_E_INVALID,
                       "A setting needs a name and a "
                       "value.");
    }
    return settings_change(app, intent->text, intent->value, err);
}

/* ------------------------------------------------------------- the table */

static const struct {
    act *act;
    uint32_t places;
} intents[] = {
    [RP_INTENT_NONE] = {do_nothing, ANYWHERE},
    [RP_INTENT_OPEN] = {act_open, LIBRARY | BRIEFING | DEBRIEF},
    [RP_INTENT_BEGIN] = {act_begin, BRIEFING},
    [RP_INTENT_SAY] = {act_say, CALL},
    [RP_INTENT_LOOK] = {act_look, PLAYING},
    [RP_INTENT_HINT] = {act_hint, CALL},
    [RP_INTENT_CHOOSE] = {act_choose, FORM},
    [RP_INTENT_FILE] = {act_file, FORM},
    [RP_INTENT_NOTE] = {act_note, PLAYING},
    [RP_INTENT_PIN] = {act_pin, PLAYING},
    [RP_INTENT_UNNOTE] = {act_unnote, PLAYING},
    [RP_INTENT_UNDO] = {act_undo, PLAYING},
    [RP_INTENT_PAUSE] = {act_pause, PLAYING},
    [RP_INTENT_LEAVE] = {act_leave, ANYWHERE},
    [RP_INTENT_AGAIN] = {act_again, BRIEFING | PLAYING | DEBRIEF},
    [RP_INTENT_RETRY] = {act_retry, DEBRIEF},
    [RP_INTENT_RESUME] = {act_resume, LIBRARY},
    [RP_INTENT_DISMISS] = {act_dismiss, LIBRARY},
    [RP_INTENT_SETTING] = {act_setting, ANYWHERE},
    [RP_INTENT_QUIT] = {do_nothing, ANYWHERE},
};

static rp_status carry_out(rp_app *app, const rp_intent *intent, rp_error *err)
{
    size_t count = sizeof intents / sizeof *intents;
    size_t kind = (size_t)intent->kind;

    if (kind >= count || (intents[kind].places & 1U << app->place) == 0) {
        return rp_fail(err, RP_E_STATE, "That cannot be done here.");
    }
    return intents[kind].act(app, intent, err);
}

rp_status rp_app_act(rp_app *app, const rp_intent *intent, rp_error *err)
{
    rp_error error = {0};

    app->notice[0] = '\0';
    rp_status status = carry_out(app, intent, &error);
    if (status == RP_OK) {
        status = view_build(app, &error);
    }
    if (status != RP_OK) {
        app_tell(app, "%s", error.message);
        app->view.notice = app->notice;
        if (err != NULL) {
            *err = error;
        }
    }
    return status;
}

/* ------------------------------------------------------------------ time */

/* Milliseconds the customer waits here before it costs; 0: for ever. */
static uint32_t patience_ms(const rp_app *app)
{
    const rp_session *session = &app->run.session;
    uint32_t after_s =
        session->model->nodes[session->state.node].silence.after_s;

    if (app->settings.silence_off || app->place != RP_AT_CALL) {
        return 0;
    }
    return after_s * 10 * app->settings.timer_percent;
}

static bool fall_silent(rp_app *app)
{
    rp_error error = {0};
    rp_move move = {.kind = RP_MOVE_SILENCE, .at_ms = app->run.clock_ms};

    app->notice[0] = '\0';
    rp_status status = attempt_take(app, &move, &error);
    app->run.silence_ms = 0;
    if (status == RP_OK) {
        app->place = attempt_place(app);
        status = view_build(app, &error);
    }
    if (status != RP_OK) {
        app_tell(app, "%s", error.message);
        app->view.notice = app->notice;
    }
    return true;
}

bool rp_app_tick(rp_app *app, uint32_t elapsed_ms)
{
    bool is_playing = app->place == RP_AT_CALL || app->place == RP_AT_FORM;

    if (!is_playing || app->run.is_paused) {
        return false;
    }
    uint32_t room = UINT32_MAX - app->run.clock_ms;
    app->run.clock_ms += elapsed_ms < room ? elapsed_ms : room;
    app->view.call.clock_ms = app->run.clock_ms;
    uint32_t due_ms = patience_ms(app);
    if (due_ms == 0) {
        return false;
    }
    uint64_t waited_ms = (uint64_t)app->run.silence_ms + elapsed_ms;
    app->run.silence_ms = waited_ms < due_ms ? (uint32_t)waited_ms : due_ms;
    app->view.call.silence_ms = app->run.silence_ms;
    return app->run.silence_ms == due_ms && fall_silent(app);
}
