/*
 * What was played: the list of attempts, and whether every one of them still
 * says what it said. Verifying plays each stored run again and holds states,
 * points and scores against what was written down, then walks the chain.
 */
#include <stdio.h>
#include <string.h>

#include "app_internal.h"

/* ------------------------------------------------------------------- list */

static rp_attempt_line line_of(const rp_app *app, const rp_attempt *attempt)
{
    rp_attempt_line line = {.scenario = attempt->scenario,
                            .title = library_title(app, attempt->scenario),
                            .started_ms = (uint64_t)attempt->started_ms,
                            .is_finished = attempt->has_result,
                            .is_aside = attempt->is_closed,
                            .is_retry =
                                !rp_store_id_is_none(&attempt->start.parent),
                            .moves = attempt->move_count,
                            .outcome = RP_OUTCOMES};

    for (int i = 0; i < RP_SCORES; i++) {
        line.score_bp[i] =
            attempt->has_result ? attempt->result.score_bp[i] : RP_NOT_ASSESSED;
    }
    if (attempt->has_result) {
        line.passed = attempt->result.passed;
        line.outcome = attempt->result.outcome;
    }
    return line;
}

rp_status rp_app_attempts(rp_app *app, uint32_t max, rp_arena *arena,
                          rp_attempt_lines *lines, rp_error *err)
{
    rp_attempt_filter filter = {
        .limit = max < RP_STORE_LIST_MAX ? max : RP_STORE_LIST_MAX};
    rp_attempts found = {0};
    char hex[RP_STORE_ID_HEX_MAX];
    rp_status status =
        rp_store_list_attempts(app->store, &filter, arena, &found, err);

    if (status != RP_OK) {
        return status;
    }
    rp_attempt_line *made = rp_arena_take(arena, found.count, sizeof *made);
    if (made == NULL) {
        return rp_fail(err, RP_E_MEMORY, "no memory to list attempts");
    }
    for (uint32_t i = 0; i < found.count; i++) {
        made[i] = line_of(app, &found.items[i]);
        made[i].id = rp_arena_format(arena, "%s",
                                     rp_store_id_hex(&found.items[i].id, hex));
        if (made[i].id == NULL) {
            return rp_fail(err, RP_E_MEMORY, "no memory to list attempts");
        }
    }
    *lines = (rp_attempt_lines){.items = made, .count = found.count};
    return RP_OK;
}

/* ----------------------------------------------------------------- verify */

typedef struct verifier {
    rp_app *app;
    rp_finding report;
    void *user;
    rp_verify_totals *totals;
    rp_loaded loaded; /* the last document, kept for the next attempt */
    bool has_loaded;
} verifier;

static void find(verifier *with, const char *attempt, const char *sentence)
{
    with->totals->findings++;
    if (with->report != NULL) {
        with->report(with->user, attempt, sentence);
    }
}

/* Makes the attempt's document the loaded one. */
static rp_status load_document(verifier *with, const rp_attempt *attempt,
                               rp_arena *arena, rp_error *err)
{
    rp_stored_document stored = {0};

    if (with->has_loaded && rp_digest_equal(&with->loaded.model->digest,
                                            &attempt->start.document)) {
        return RP_OK;
    }
    rp_status status = rp_store_get_document(
        with->app->store, &attempt->start.document, arena, &stored, err);
    if (status != RP_OK) {
        return status;
    }
    if (with->has_loaded) {
        rp_loaded_clear(&with->loaded);
        with->has_loaded = false;
    }
    status = load_stored(&stored, with->app->alloc, &with->loaded, err);
    with->has_loaded = status == RP_OK;
    if (status != RP_OK) {
        rp_loaded_clear(&with->loaded);
    }
    return status;
}

const char *attempt_difference(const run *played, const rp_result *now,
                               const rp_stored_result *then)
{
    const rp_model *model = played->session.model;
    const char *ending =
        now->ending != RP_NONE ? model->nodes[now->ending].id : "";
    rp_digest state =
        rp_state_digest(model, &played->session.state, played->session.points);

    if (!now->has_ended) {
        return "its moves do not reach the end it claims";
    }
    if (!rp_digest_equal(&state, &then->state_digest)) {
        return "its moves lead to another final state";
    }
    if (memcmp(now->points, then->points, sizeof now->points) != 0) {
        return "its moves earn other points";
    }
    if (memcmp(now->par, then->par, sizeof now->par) != 0) {
        return "its par is another";
    }
    if (memcmp(now->score_bp, then->score_bp, sizeof now->score_bp) != 0) {
        return "its scores are others";
    }
    if (now->outcome != then->outcome || strcmp(ending, then->ending) != 0) {
        return "it ends in another way";
    }
    if (now->passed != then->passed || now->passed_exam != then->passed_exam ||
        now->satisfaction != then->satisfaction) {
        return "its verdict is another";
    }
    return NULL;
}

static rp_status judge(verifier *with, const run *played,
                       const rp_attempt *attempt, const char *id, rp_error *err)
{
    int32_t par[RP_SCORES] = {0};
    const rp_model *model = with->loaded.model;
    rp_status status = par_find(with->app, model, attempt->start.set, par, err);

    if (status != RP_OK) {
        return status;
    }
    rp_result result = rp_session_result(&played->session, par);
    const char *differs = attempt_difference(played, &result, &attempt->result);
    if (differs != NULL) {
        char sentence[RP_MESSAGE_MAX];
        (void)snprintf(sentence, sizeof sentence,
                       "Played again, %s. Do not rely on this result.",
                       differs);
        find(with, id, sentence);
    }
    return RP_OK;
}

/* Replays one attempt; what does not hold is a finding, not a failure. */
static rp_status verify_attempt(verifier *with, const rp_attempt *attempt,
                                rp_arena *arena)
{
    rp_app *app = with->app;
    rp_stored_moves moves = {0};
    rp_error error = {0};
    run played = {0};
    char id[RP_STORE_ID_HEX_MAX];
    rp_status status = load_document(with, attempt, arena, &error);

    (void)rp_store_id_hex(&attempt->id, id);
    if (status == RP_OK) {
        status = rp_store_attempt_moves(app->store, &attempt->id, arena, &moves,
                                        &error);
    }
    if (status == RP_OK) {
        run_origin origin = {.model = with->loaded.model,
                             .seed = attempt->start.seed,
                             .set = attempt->start.set};
        status = run_begin(app, &origin, &played, &error);
        played.session.is_exam = attempt->start.mode == RP_MODE_EXAM;
    }
    for (uint32_t i = 0; status == RP_OK && i < moves.count; i++) {
        status = run_take_written(app, &played, &moves.items[i], &error);
        with->totals->moves += status == RP_OK;
    }
    if (status == RP_OK && attempt->has_result) {
        status = judge(with, &played, attempt, id, &error);
    }
    run_clear(app, &played);
    with->totals->attempts++;
    if (status == RP_E_MEMORY || status == RP_OK) {
        return status;
    }
    find(with, id, error.message);
    return RP_OK;
}

static rp_status verify_pages(verifier *with, rp_error *err)
{
    rp_attempt_filter filter = {.limit = RP_STORE_LIST_MAX};
    rp_attempts page = {.count = RP_STORE_LIST_MAX};
    rp_status status = RP_OK;

    while (status == RP_OK && page.count == RP_STORE_LIST_MAX) {
        rp_arena arena;
        rp_arena_init(&arena, with->app->alloc);
        status = rp_store_list_attempts(with->app->store, &filter, &arena,
                                        &page, err);
        for (uint32_t i = 0; status == RP_OK && i < page.count; i++) {
            rp_arena scratch;
            rp_arena_init(&scratch, with->app->alloc);
            status = verify_attempt(with, &page.items[i], &scratch);
            rp_arena_clear(&scratch);
            filter.before_order = page.items[i].order;
        }
        rp_arena_clear(&arena);
    }
    if (status == RP_E_MEMORY) {
        return rp_fail(err, status, "no memory to verify");
    }
    return status;
}

static void found_in_chain(void *user, const rp_chain_finding *found)
{
    verifier *with = user;
    char sentence[RP_MESSAGE_MAX];

    (void)snprintf(sentence, sizeof sentence, "%s %s", found->message,
                   found->advice);
    find(with, "", sentence);
}

rp_status rp_app_verify(rp_app *app, rp_finding finding, void *user,
                        rp_verify_totals *totals, rp_error *err)
{
    verifier with = {
        .app = app, .report = finding, .user = user, .totals = totals};
    rp_chain_watch watch = {.found = found_in_chain, .user = &with};

    *totals = (rp_verify_totals){0};
    rp_status status = verify_pages(&with, err);
    if (with.has_loaded) {
        rp_loaded_clear(&with.loaded);
    }
    if (status == RP_OK) {
        status = rp_store_verify_chain(app->store, NULL, &watch, NULL, err);
        status = status == RP_E_DAMAGED ? RP_OK : status;
    }
    return status;
}
