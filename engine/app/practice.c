/*
 * The person's practice so far: which attempts were finished, and which
 * behaviours each of them showed or missed.
 *
 * Looking back on an attempt takes a walk over all states, so what came of it
 * is kept in the store: when an attempt is finished, and for older ones a
 * little at a time while nothing else is to be done.
 */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "app_internal.h"

enum {
    LOOKED_MAX = 60, /* the newest attempts that count at all */
    ROOM_FIRST = 32
};

int16_t app_zone_min(const rp_app *app)
{
    time_t now = time(NULL);
    struct tm local;

    /* Who brings a clock lives where it says so: in Greenwich. */
    if (app->options.wall_ms != NULL || localtime_r(&now, &local) == NULL) {
        return 0;
    }
    return (int16_t)(local.tm_gmtoff / 60);
}

int64_t app_now_min(const rp_app *app)
{
    rp_store_host host = rp_store_host_system();
    int64_t now_ms = app->options.wall_ms != NULL
                         ? (int64_t)app->options.wall_ms(app->options.user)
                         : host.now_ms(host.user);

    return now_ms / 60000 + app_zone_min(app);
}

void practice_init(rp_app *app)
{
    rp_arena_init(&app->practice.arena, app->alloc);
    rp_arena_init(&app->practice.kept, app->alloc);
}

void practice_close(rp_app *app)
{
    practice *past = &app->practice;

    rp_arena_clear(&past->arena);
    rp_arena_clear(&past->kept);
    *past = (practice){.count = 0};
}

/* ----------------------------------------------------------- the attempts */

void practice_begin(rp_app *app)
{
    practice *past = &app->practice;

    rp_arena_reset(&past->arena);
    past->items = NULL;
    past->count = 0;
    past->capacity = 0;
    past->next = 0;
    past->is_judged = false;
    past->version++;
}

static const evidence *find_evidence(const practice *past,
                                     const rp_store_id *attempt)
{
    for (uint32_t i = 0; i < past->seen_count; i++) {
        if (rp_store_id_equal(&past->seen[i]->attempt, attempt)) {
            return past->seen[i];
        }
    }
    return NULL;
}

static bool make_room(practice *past)
{
    if (past->count < past->capacity) {
        return true;
    }
    uint32_t wanted = past->capacity == 0 ? ROOM_FIRST : past->capacity * 2;
    practised *more = rp_arena_take(&past->arena, wanted, sizeof *more);
    if (more == NULL) {
        return false;
    }
    if (past->count > 0) {
        memcpy(more, past->items, past->count * sizeof *more);
    }
    past->items = more;
    past->capacity = wanted;
    return true;
}

rp_status practice_add(rp_app *app, const rp_attempt *attempt, uint32_t entry,
                       rp_error *err)
{
    practice *past = &app->practice;
    const char *scenario = attempt->scenario;

    if (!make_room(past)) {
        return rp_fail(err, RP_E_MEMORY, "no memory for the attempts");
    }
    practised one = {
        .id = attempt->id,
        .scenario = rp_arena_copy(&past->arena, scenario, strlen(scenario)),
        .entry = entry,
        .at_min = attempt->started_ms / 60000 + attempt->start.zone_offset_min,
        .passed = attempt->result.passed};
    if (one.scenario == NULL) {
        return rp_fail(err, RP_E_MEMORY, "no memory for the attempts");
    }
    memcpy(one.score_bp, attempt->result.score_bp, sizeof one.score_bp);
    if (past->count < LOOKED_MAX) {
        one.seen = find_evidence(past, &one.id);
    }
    past->items[past->count++] = one;
    return RP_OK;
}

/* --------------------------------------------------------- what they showed */

static rp_verdict_key evidence_key(const rp_store_id *attempt)
{
    return (rp_verdict_key){
        .document = rp_sha256(attempt->bytes, sizeof attempt->bytes),
        .engine_version = RP_ENGINE_VERSION,
        .kind = "evidence"};
}

/* Evidence of this attempt with room for `count`; NULL: refused. */
static evidence *new_evidence(practice *past, const rp_store_id *attempt,
                              uint32_t count, behaviour_seen **items)
{
    if (past->seen_count == past->seen_capacity) {
        uint32_t wanted =
            past->seen_capacity == 0 ? ROOM_FIRST : past->seen_capacity * 2;
        evidence **more = rp_arena_take(&past->kept, wanted, sizeof(void *));
        if (more == NULL) {
            return NULL;
        }
        for (uint32_t i = 0; i < past->seen_count; i++) {
            more[i] = past->seen[i];
        }
        past->seen = more;
        past->seen_capacity = wanted;
    }
    evidence *made = rp_arena_take(&past->kept, 1, sizeof *made);
    *items = rp_arena_take(&past->kept, count + 1U, sizeof **items);
    if (made == NULL || *items == NULL) {
        return NULL;
    }
    *made = (evidence){.attempt = *attempt, .items = *items};
    past->seen[past->seen_count++] = made;
    return made;
}

static void attach(practice *past, const evidence *seen)
{
    past->version++;
    for (uint32_t i = 0; i < past->count; i++) {
        if (rp_store_id_equal(&past->items[i].id, &seen->attempt)) {
            past->items[i].seen = seen;
        }
    }
}

/* What a debrief says of each behaviour: missed once is missed. */
typedef struct sighting {
    const rp_model *model;
    practice *past;
    evidence *made;
    behaviour_seen *items;
} sighting;

static void add_sighting(sighting *to, uint16_t behaviour, bool is_shown)
{
    const rp_behaviour *what = &to->model->behaviours[behaviour];

    for (uint32_t i = 0; i < to->made->count; i++) {
        if (strcmp(to->items[i].id, what->id) == 0) {
            to->items[i].is_shown = to->items[i].is_shown && is_shown;
            return;
        }
    }
    const char *id = rp_arena_copy(&to->past->kept, what->id, strlen(what->id));
    if (id != NULL && to->made->count < to->model->behaviour_count) {
        to->items[to->made->count++] = (behaviour_seen){
            .id = id, .score = what->score, .is_shown = is_shown};
    }
}

static const evidence *gather(rp_app *app, const rp_store_id *attempt,
                              const rp_model *model, const rp_debrief *debrief)
{
    sighting to = {.model = model, .past = &app->practice};

    to.made = new_evidence(&app->practice, attempt, model->behaviour_count,
                           &to.items);
    for (uint32_t i = 0; to.made != NULL && i < debrief->move_count; i++) {
        const rp_debrief_move *move = &debrief->moves[i];
        for (uint32_t k = 0; k < move->shown_count; k++) {
            add_sighting(&to, move->shown[k], true);
        }
        for (uint32_t k = 0; k < move->missed_count; k++) {
            add_sighting(&to, move->missed[k], false);
        }
    }
    return to.made;
}

/* "7.1-i 2 1": behaviour, score, shown. A cache: no loss if unwritten. */
static void keep_evidence(rp_app *app, const evidence *seen)
{
    rp_verdict_key key = evidence_key(&seen->attempt);
    rp_text out;

    rp_text_init(&out, app->alloc);
    rp_text_printf(&out, "%u\n", (unsigned)seen->count);
    for (uint32_t i = 0; i < seen->count; i++) {
        const behaviour_seen *one = &seen->items[i];
        rp_text_printf(&out, "%d %d %s\n", (int)one->score, (int)one->is_shown,
                       one->id);
    }
    if (!out.failed) {
        (void)!rp_store_put_verdict(app->store, &key, out.bytes, out.length,
                                    NULL);
    }
    rp_text_clear(&out);
}

void practice_note(rp_app *app, const rp_store_id *attempt,
                   const rp_model *model, const rp_debrief *debrief)
{
    if (find_evidence(&app->practice, attempt) != NULL) {
        return;
    }
    const evidence *seen = gather(app, attempt, model, debrief);
    if (seen != NULL) {
        keep_evidence(app, seen);
        attach(&app->practice, seen);
    }
}

/* One line of what was kept; the next one, NULL where it is no such line. */
static const char *read_sighting(practice *past, const char *line,
                                 behaviour_seen *out)
{
    char *rest = NULL;
    unsigned long score = strtoul(line, &rest, 10);
    unsigned long is_shown = strtoul(rest, &rest, 10);
    const char *end = *rest == ' ' ? strchr(rest, '\n') : NULL;

    if (end == NULL || score >= RP_SCORES) {
        return NULL;
    }
    out->id = rp_arena_copy(&past->kept, rest + 1, (size_t)(end - rest) - 1);
    out->score = (rp_score_kind)score;
    out->is_shown = is_shown != 0;
    return out->id != NULL ? end + 1 : NULL;
}

/* False where the store does not know; then it has to be made. */
static bool read_evidence(rp_app *app, const rp_store_id *attempt)
{
    rp_verdict_key key = evidence_key(attempt);
    rp_verdict kept = {0};
    rp_arena arena;

    rp_arena_init(&arena, app->alloc);
    bool is_kept =
        rp_store_get_verdict(app->store, &key, &arena, &kept, NULL) == RP_OK &&
        kept.bytes != NULL;
    if (is_kept) {
        char *rest = NULL;
        uint32_t count = (uint32_t)strtoul(kept.bytes, &rest, 10);
        count = count < kept.length ? count : (uint32_t)kept.length;
        behaviour_seen *items = NULL;
        evidence *seen = new_evidence(&app->practice, attempt, count, &items);
        const char *line = *rest == '\n' ? rest + 1 : NULL;
        while (seen != NULL && line != NULL && seen->count < count) {
            line = read_sighting(&app->practice, line, &items[seen->count]);
            seen->count += line != NULL;
        }
        is_kept = seen != NULL;
        if (is_kept) {
            attach(&app->practice, seen);
        }
    }
    rp_arena_clear(&arena);
    return is_kept;
}

/* Looks back on an attempt that was played before this was kept. */
static rp_status judge(rp_app *app, const rp_attempt *attempt,
                       const rp_model *model, const run *played)
{
    rp_walk *walk = NULL;
    rp_debrief debrief = {0};
    rp_arena arena;

    rp_arena_init(&arena, app->alloc);
    rp_status status = rp_walk_open(
        model, &(rp_walk_how){.set = played->start.set, .alloc = app->alloc},
        &walk, NULL);
    rp_move *moves = rp_arena_take(&arena, played->count + 1U, sizeof *moves);
    for (uint32_t i = 0; moves != NULL && i < played->count; i++) {
        moves[i] = played->items[i].move;
    }
    if (status == RP_OK && moves != NULL) {
        rp_made made = {moves, played->count, played->language};
        status = rp_debrief_make(walk, &made, &arena, &debrief, NULL);
    }
    if (status == RP_OK && moves != NULL) {
        practice_note(app, &attempt->id, model, &debrief);
    }
    rp_walk_free(walk);
    rp_arena_clear(&arena);
    return status;
}

static void judge_late(rp_app *app, const rp_store_id *id)
{
    rp_attempt attempt = {0};
    rp_loaded loaded;
    run played;
    rp_arena arena;
    behaviour_seen *none = NULL;

    rp_arena_init(&arena, app->alloc);
    rp_status status =
        rp_store_get_attempt(app->store, id, &arena, &attempt, NULL);
    if (status == RP_OK) {
        status = attempt_replay(app, &attempt, &loaded, &played, NULL);
        if (status == RP_OK) {
            status = judge(app, &attempt, loaded.model, &played);
            run_clear(app, &played);
            rp_loaded_clear(&loaded);
        }
    }
    if (status != RP_OK && status != RP_E_MEMORY) {
        /* It cannot be played by this version: it says nothing. */
        const evidence *seen = new_evidence(&app->practice, id, 0, &none);
        if (seen != NULL) {
            attach(&app->practice, seen);
        }
    }
    rp_arena_clear(&arena);
}

bool practice_is_complete(const rp_app *app)
{
    return app->practice.is_judged;
}

bool practice_step(rp_app *app)
{
    practice *past = &app->practice;
    uint32_t last = past->count < LOOKED_MAX ? past->count : LOOKED_MAX;
    bool has_changed = false;

    while (past->next < last) {
        const practised *one = &past->items[past->next++];
        if (one->seen != NULL) {
            continue;
        }
        has_changed = true;
        if (!read_evidence(app, &one->id)) {
            judge_late(app, &one->id);
            return true;
        }
    }
    past->is_judged = true;
    return has_changed;
}
