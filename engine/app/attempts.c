/*
 * An attempt on the way into the store. Rows are only ever added: taking back
 * and trying again are new attempts that share the first moves.
 *
 *   begin --take--> ... --take that ends it--> finish
 *     ^                |
 *     +---- branch ----+        resume: the stored moves, played again
 *
 * A move is stored before the run takes it. When the store refuses, nothing
 * has changed.
 */
#include <stdio.h>
#include <string.h>

#include "app_internal.h"

static bool has_document(rp_app *app, const rp_model *model)
{
    return rp_store_has_document(app->store, &model->digest);
}

/* The scenario itself is kept with the first attempt that needs it. */
static rp_status keep_document(rp_app *app, rp_error *err)
{
    const rp_model *model = app->scenario.model;
    rp_text json;

    if (has_document(app, model)) {
        return RP_OK;
    }
    rp_text_init(&json, app->alloc);
    rp_status status = rp_document_write(app->scenario.document, &json, err);
    if (status == RP_OK) {
        rp_stored_document stored = {
            .digest = model->digest,
            .rules_digest = model->rules_digest,
            .scenario = model->id,
            .pack = model->pack_id != NULL ? model->pack_id : "",
            .json = json.bytes,
            .json_length = json.length};
        status = rp_store_put_document(app->store, &stored, err);
    }
    rp_text_clear(&json);
    return status;
}

static rp_status store_begin(rp_app *app, const run *parent, run *fresh,
                             rp_error *err)
{
    const rp_model *model = fresh->session.model;
    rp_attempt_start start = {
        .person = app->person.id,
        .document = model->digest,
        .language = model->languages[fresh->language].tag,
        .mode = RP_MODE_PRACTICE,
        .seed = fresh->session.seed,
        .set = fresh->session.state.set,
        .engine_version = RP_ENGINE_VERSION,
        .pack_edition = model->pack_edition != NULL ? model->pack_edition : "",
        .zone_offset_min = app_zone_min(app),
        .timer_percent = app->settings.timer_percent,
        .is_silence_off = app->settings.silence_off,
        .taken_moves = fresh->count,
    };

    if (parent != NULL) {
        start.parent = parent->attempt;
    }
    rp_status status = keep_document(app, err);
    if (status == RP_OK) {
        status =
            rp_store_begin_attempt(app->store, &start, &fresh->attempt, err);
    }
    return status;
}

rp_status attempt_begin(rp_app *app, uint64_t seed, run *fresh, rp_error *err)
{
    uint16_t fixed = app->options.fixed_set;
    run_origin origin = {.model = app->scenario.model,
                         .seed = seed,
                         .set = fixed > 0 ? (uint16_t)(fixed - 1)
                                          : (uint16_t)RP_NONE};
    rp_status status = run_begin(app, &origin, fresh, err);

    if (status == RP_OK) {
        status = store_begin(app, NULL, fresh, err);
        fresh->spoken_ms = 0;
    }
    if (status != RP_OK) {
        run_clear(app, fresh);
    }
    return status;
}

rp_status attempt_branch(rp_app *app, uint32_t moves, run *fresh, rp_error *err)
{
    const run *parent = &app->run;
    run_origin origin = {.model = parent->session.model,
                         .seed = parent->session.seed,
                         .set = parent->start.set};
    rp_status status = run_begin(app, &origin, fresh, err);

    fresh->language = parent->language;
    for (uint32_t i = 0; status == RP_OK && i < moves; i++) {
        status = run_take(app, fresh, &parent->items[i].move, err);
    }
    if (status == RP_OK) {
        status = store_begin(app, parent, fresh, err);
    }
    if (status != RP_OK) {
        run_clear(app, fresh);
    }
    return status;
}

rp_place attempt_place(const rp_app *app)
{
    const rp_session *session = &app->run.session;

    if (rp_session_has_ended(session)) {
        return RP_AT_DEBRIEF;
    }
    return session->model->nodes[session->state.node].kind == RP_FORM
               ? RP_AT_FORM
               : RP_AT_CALL;
}

/* Tries the move on a copy: what the store gets is legal. */
static rp_status check_move(const run *played, const rp_move *move,
                            rp_error *err)
{
    rp_session copy = played->session;

    return rp_session_take(&copy, move, NULL, err);
}

/* Opening a record or asking for a hint leaves what is being said alone. */
static bool makes_customer_speak(const rp_move *move)
{
    return run_counts(move) || move->kind == RP_MOVE_SILENCE;
}

rp_status attempt_take(rp_app *app, const rp_move *move, rp_error *err)
{
    run *played = &app->run;
    char text[RP_MOVE_TEXT_MAX];
    rp_status status = check_move(played, move, err);

    if (status == RP_OK) {
        status = run_reserve(app, played, err);
    }
    if (status == RP_OK) {
        rp_stored_move stored = {.text = rp_move_write(played->session.model,
                                                       &played->session.state,
                                                       move, text),
                                 .at_ms = move->at_ms};
        status = rp_store_add_move(app->store, &played->attempt, played->count,
                                   &stored, err);
    }
    if (status == RP_OK) {
        status = run_take(app, played, move, err);
    }
    if (status == RP_OK && makes_customer_speak(move)) {
        played->spoken_ms = 0;
    }
    if (status == RP_OK && rp_session_has_ended(&played->session)) {
        rp_error error = {0};
        if (attempt_finish(app, &error) != RP_OK) {
            app_tell(app, "%s", error.message);
        }
    }
    return status;
}

/* Ids of the critical replies, joined by commas. */
static void list_criticals(const run *played, rp_text *out)
{
    const rp_model *model = played->session.model;

    for (uint32_t i = 0; i < model->critical_count; i++) {
        if (rp_mark_is_set(&played->session.state, model->criticals[i].mark)) {
            rp_text_puts(out, out->length > 0 ? "," : "");
            rp_text_puts(out, model->criticals[i].id);
        }
    }
}

static rp_ended_reason ended_reason(const run *played)
{
    if (played->session.was_stopped) {
        return RP_ENDED_STOPPED;
    }
    return played->result.ending != RP_NONE ? RP_ENDED_AT_ENDING
                                            : RP_ENDED_AT_LIMIT;
}

static rp_stored_result stored_result(const run *played, const char *criticals)
{
    const rp_model *model = played->session.model;
    const rp_result *result = &played->result;
    rp_stored_result stored = {
        .reason = ended_reason(played),
        .ending =
            result->ending != RP_NONE ? model->nodes[result->ending].id : "",
        .outcome = result->outcome,
        .criticals = criticals,
        .passed = result->passed,
        .passed_exam = result->passed_exam,
        .satisfaction = result->satisfaction,
        .talk_s = rp_talk_seconds(&played->talk, model, played->language),
        .state_digest = rp_state_digest(model, &played->session.state,
                                        played->session.points),
        .engine_version = RP_ENGINE_VERSION,
    };

    memcpy(stored.points, result->points, sizeof stored.points);
    memcpy(stored.par, result->par, sizeof stored.par);
    memcpy(stored.score_bp, result->score_bp, sizeof stored.score_bp);
    memcpy(stored.mood, played->session.state.mood, sizeof stored.mood);
    return stored;
}

static rp_status store_result(rp_app *app, rp_error *err)
{
    run *played = &app->run;
    rp_text criticals;

    rp_text_init(&criticals, app->alloc);
    list_criticals(played, &criticals);
    rp_status status = RP_E_MEMORY;
    if (criticals.failed) {
        (void)rp_fail(err, status, "no memory to keep the result");
    } else {
        const char *ids = criticals.bytes != NULL ? criticals.bytes : "";
        rp_stored_result stored = stored_result(played, ids);
        status =
            rp_store_finish_attempt(app->store, &played->attempt, &stored, err);
    }
    rp_text_clear(&criticals);
    played->is_kept = status == RP_OK;
    return status;
}

/* What each move cost against the best still attainable, and showed. */
static rp_status judge_moves(rp_app *app, rp_error *err)
{
    run *played = &app->run;
    rp_walk *walk = NULL;
    rp_status status = par_walk(app, played->start.set, &walk, err);
    rp_move *moves =
        rp_arena_take(&played->judged, played->count, sizeof *moves);

    if (moves == NULL) {
        return rp_fail(err, RP_E_MEMORY, "no memory to judge the moves");
    }
    for (uint32_t i = 0; i < played->count; i++) {
        moves[i] = played->items[i].move;
    }
    if (status == RP_OK) {
        rp_made made = {moves, played->count, played->language};
        status = rp_debrief_make(walk, &made, &played->judged, &played->debrief,
                                 err);
    }
    played->is_judged = status == RP_OK;
    if (status == RP_OK) {
        practice_note(app, &played->attempt, played->session.model,
                      &played->debrief);
    }
    return status;
}

rp_status attempt_finish(rp_app *app, rp_error *err)
{
    run *played = &app->run;
    int32_t par[RP_SCORES] = {0};
    rp_status status = judge_moves(app, err);

    if (status == RP_OK) {
        status =
            par_find(app, app->scenario.model, played->start.set, par, err);
    }
    played->result = rp_session_result(&played->session, par);
    if (status == RP_OK && !played->is_kept) {
        status = store_result(app, err);
    }
    return status;
}

/* The attempt's own language, whatever the person has chosen since. */
static void speak_as_then(rp_app *app, const rp_attempt *attempt, run *fresh)
{
    const rp_model *model = fresh->session.model;
    uint16_t language = rp_model_language(model, attempt->start.language);

    if (language != RP_NONE) {
        fresh->language = language;
        rp_ear ear = {model, language, &app->scratch};
        rp_talk_begin(&fresh->talk, &ear, &fresh->start, &fresh->first);
    }
}

static rp_status replay(rp_app *app, const rp_attempt *attempt,
                        const rp_model *model, run *fresh, rp_error *err)
{
    run_origin origin = {
        .model = model, .seed = attempt->start.seed, .set = attempt->start.set};
    rp_stored_moves moves = {0};
    rp_arena arena;

    rp_arena_init(&arena, app->alloc);
    rp_status status = run_begin(app, &origin, fresh, err);
    if (status == RP_OK) {
        fresh->session.is_exam = attempt->start.mode == RP_MODE_EXAM;
        speak_as_then(app, attempt, fresh);
        status = rp_store_attempt_moves(app->store, &attempt->id, &arena,
                                        &moves, err);
    }
    for (uint32_t i = 0; status == RP_OK && i < moves.count; i++) {
        status = run_take_written(app, fresh, &moves.items[i], err);
    }
    fresh->attempt = attempt->id;
    rp_arena_clear(&arena);
    return status;
}

rp_status attempt_unfinished(rp_app *app, rp_arena *arena, rp_attempt *attempt,
                             bool *found, rp_error *err)
{
    rp_attempts all = {0};
    rp_status status =
        rp_store_find_unfinished(app->store, &app->person.id, arena, &all, err);

    *found = status == RP_OK && all.count > 0;
    if (*found) {
        *attempt = all.items[0];
    }
    return status;
}

rp_status attempt_replay(rp_app *app, const rp_attempt *attempt,
                         rp_loaded *loaded, run *fresh, rp_error *err)
{
    rp_stored_document document = {0};
    rp_arena arena;

    *fresh = (run){.count = 0};
    *loaded = (rp_loaded){.file = ""};
    rp_arena_init(&loaded->arena, app->alloc);
    rp_faults_init(&loaded->faults, app->alloc);
    rp_arena_init(&arena, app->alloc);
    rp_status status = rp_store_get_document(
        app->store, &attempt->start.document, &arena, &document, err);
    if (status == RP_OK) {
        status = load_stored(&document, app->alloc, loaded, err);
    }
    if (status == RP_OK) {
        status = replay(app, attempt, loaded->model, fresh, err);
    }
    rp_arena_clear(&arena);
    if (status != RP_OK) {
        run_clear(app, fresh);
        rp_loaded_clear(loaded);
    }
    return status;
}

rp_status attempt_resume(rp_app *app, rp_loaded *loaded, run *fresh,
                         rp_error *err)
{
    rp_attempt attempt = {0};
    bool found = false;
    rp_arena arena;

    rp_arena_init(&arena, app->alloc);
    rp_status status = attempt_unfinished(app, &arena, &attempt, &found, err);
    if (status == RP_OK && !found) {
        status = rp_fail(err, RP_E_STATE, "There is no call to go on with.");
    }
    if (status == RP_OK) {
        status = attempt_replay(app, &attempt, loaded, fresh, err);
    }
    rp_arena_clear(&arena);
    return status;
}
