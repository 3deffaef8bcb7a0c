/*
 * The record: every attempt of the person, in a line each, read from the store
 * when the place is entered.
 */
#include "past.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    PAST_ROWS_FIRST = 64,
    MS_A_MINUTE = 60000
};

/* What is being read; put into `past` when it is whole. */
typedef struct past_reader {
    rp_app *app;
    rp_arena *arena;
    past_item *items;
    uint32_t count;
    uint32_t capacity;
    rp_past_scenario *scenarios;
    uint32_t scenario_count;
} past_reader;

static rp_status no_memory(rp_error *err)
{
    return rp_fail(err, RP_E_MEMORY, "no memory for the record");
}

void past_date(const rp_attempt *attempt, char date[RP_PAST_DATE_MAX])
{
    rp_calendar at = rp_calendar_of(attempt->started_ms / MS_A_MINUTE +
                                    attempt->start.zone_offset_min);

    (void)snprintf(date, RP_PAST_DATE_MAX, "%04d-%02d-%02d %02d:%02d",
                   (int)(at.year % 10000), (int)at.month, (int)at.day,
                   (int)at.hour, (int)at.minute);
}

/* --------------------------------------------------------------- reading */

static bool make_room(past_reader *of)
{
    if (of->count < of->capacity) {
        return true;
    }
    uint32_t capacity = of->capacity == 0 ? PAST_ROWS_FIRST : of->capacity * 2;
    past_item *more = rp_arena_take(of->arena, capacity, sizeof *more);
    if (more == NULL) {
        return false;
    }
    if (of->count > 0) {
        memcpy(more, of->items, of->count * sizeof *more);
    }
    of->items = more;
    of->capacity = capacity;
    return true;
}

rp_past_kind past_kind(const rp_attempt *attempt)
{
    if (!attempt->has_result) {
        return attempt->is_closed || attempt->is_imported ? RP_PAST_ASIDE
                                                          : RP_PAST_UNFINISHED;
    }
    return attempt->start.mode == RP_MODE_EXAM ? RP_PAST_EXAM
                                               : RP_PAST_PRACTICE;
}

static rp_status add_attempt(past_reader *of, const rp_attempt *attempt,
                             rp_error *err)
{
    char hex[RP_STORE_ID_HEX_MAX];

    if (!make_room(of)) {
        return no_memory(err);
    }
    past_item *item = &of->items[of->count];
    *item = (past_item){.id = attempt->id,
                        .parent = attempt->start.parent,
                        .order = attempt->order,
                        .has_result = attempt->has_result};
    rp_past_row *row = &item->row;
    *row = (rp_past_row){.started_ms = (uint64_t)attempt->started_ms,
                         .kind = past_kind(attempt),
                         .moves = attempt->move_count};
    row->id =
        rp_arena_format(of->arena, "%s", rp_store_id_hex(&attempt->id, hex));
    row->scenario =
        rp_arena_copy(of->arena, attempt->scenario, strlen(attempt->scenario));
    past_date(attempt, row->date);
    for (int i = 0; i < RP_SCORES; i++) {
        row->score_bp[i] =
            attempt->has_result ? attempt->result.score_bp[i] : RP_NOT_ASSESSED;
    }
    row->passed = attempt->has_result && attempt->result.passed;
    row->talk_s = attempt->has_result ? attempt->result.talk_s : 0;
    of->count++;
    return row->id != NULL && row->scenario != NULL ? RP_OK : no_memory(err);
}

/* Page by page, as the store gives them. */
static rp_status read_all(past_reader *of, rp_error *err)
{
    rp_attempt_filter filter = {.person = of->app->person.id,
                                .limit = RP_STORE_LIST_MAX};
    rp_attempts page = {.count = RP_STORE_LIST_MAX};
    rp_status status = RP_OK;
    rp_arena scratch;

    rp_arena_init(&scratch, of->app->alloc);
    while (status == RP_OK && page.count == RP_STORE_LIST_MAX) {
        rp_arena_reset(&scratch);
        status = rp_store_list_attempts(of->app->store, &filter, &scratch,
                                        &page, err);
        for (uint32_t i = 0; status == RP_OK && i < page.count; i++) {
            status = add_attempt(of, &page.items[i], err);
            filter.before_order = page.items[i].order;
        }
    }
    rp_arena_clear(&scratch);
    return status;
}

/* ------------------------------------------------- what belongs together */

static int compare_ids(const void *a, const void *b)
{
    const past_item *const *left = a;
    const past_item *const *right = b;

    return memcmp(&(*left)->id, &(*right)->id, sizeof(rp_store_id));
}

/*
 * A child of a finished attempt was tried again from there. A child of one
 * that was not finished is the same call with a reply taken back: the parent
 * is no line of its own.
 */
static rp_status follow_parents(past_reader *of, rp_error *err)
{
    past_item **by_id =
        rp_arena_take(of->arena, of->count + 1U, sizeof(past_item *));

    if (by_id == NULL) {
        return no_memory(err);
    }
    for (uint32_t i = 0; i < of->count; i++) {
        by_id[i] = &of->items[i];
    }
    qsort(by_id, of->count, sizeof(past_item *), compare_ids);
    for (uint32_t i = 0; i < of->count; i++) {
        past_item *item = &of->items[i];
        past_item wanted = {.id = item->parent};
        past_item *key = &wanted;
        past_item **found = rp_store_id_is_none(&item->parent)
                                ? NULL
                                : bsearch(&key, by_id, of->count,
                                          sizeof(past_item *), compare_ids);
        if (found == NULL) {
            continue;
        }
        (*found)->is_hidden = !(*found)->has_result;
        if ((*found)->has_result && item->row.kind == RP_PAST_PRACTICE) {
            item->row.kind = RP_PAST_RETRY;
        }
    }
    return RP_OK;
}

/* The newest unfinished one is what RP_INTENT_RESUME goes on with. */
static void mark_resumable(past_reader *of)
{
    for (uint32_t i = 0; i < of->count; i++) {
        if (of->items[i].row.kind == RP_PAST_UNFINISHED) {
            of->items[i].row.can_resume = true;
            return;
        }
    }
}

static uint32_t find_scenario(const past_reader *of, const char *id)
{
    uint32_t at = 0;

    while (at < of->scenario_count && strcmp(of->scenarios[at].id, id) != 0) {
        at++;
    }
    return at;
}

static int32_t sum_of(const int32_t score_bp[RP_SCORES])
{
    int32_t sum = 0;

    for (int i = 0; i < RP_SCORES; i++) {
        sum += score_bp[i] != RP_NOT_ASSESSED ? score_bp[i] : 0;
    }
    return sum;
}

static void count_row(rp_past_scenario *scenario, const past_item *item)
{
    if (!item->has_result) {
        return;
    }
    if (scenario->attempts == 0 ||
        sum_of(item->row.score_bp) > sum_of(scenario->best_bp)) {
        memcpy(scenario->best_bp, item->row.score_bp, sizeof scenario->best_bp);
    }
    scenario->attempts++;
    scenario->passed += item->row.passed;
}

static int compare_scenarios(const void *a, const void *b)
{
    return strcmp(((const rp_past_scenario *)a)->id,
                  ((const rp_past_scenario *)b)->id);
}

/* Each scenario once, as long as there is room; returns for how many rows
 * there was none. */
static uint32_t list_scenarios(past_reader *of, uint32_t room)
{
    uint32_t missing = 0;

    for (uint32_t i = 0; i < of->count; i++) {
        uint32_t at = find_scenario(of, of->items[i].row.scenario);
        if (at == of->scenario_count && at < room) {
            of->scenarios[of->scenario_count++] = (rp_past_scenario){
                .id = of->items[i].row.scenario, .title = ""};
        } else if (at == of->scenario_count) {
            missing++;
        }
    }
    return missing;
}

static rp_status count_scenarios(past_reader *of, rp_error *err)
{
    uint32_t room = of->app->library->count;

    /* Scenarios that are not installed any more are few, but unknown. */
    for (int pass = 0; pass < 2; pass++) {
        of->scenario_count = 0;
        of->scenarios =
            rp_arena_take(of->arena, room + 1U, sizeof *of->scenarios);
        if (of->scenarios == NULL) {
            return no_memory(err);
        }
        uint32_t missing = list_scenarios(of, room);
        if (missing == 0) {
            break;
        }
        room += missing;
    }
    qsort(of->scenarios, of->scenario_count, sizeof *of->scenarios,
          compare_scenarios);
    for (uint32_t i = 0; i < of->count; i++) {
        past_item *item = &of->items[i];
        item->scenario = find_scenario(of, item->row.scenario);
        count_row(&of->scenarios[item->scenario], item);
    }
    return RP_OK;
}

static rp_status open_past(rp_app *app, rp_error *err)
{
    if (app->past != NULL) {
        return RP_OK;
    }
    app->past = app->alloc.resize(app->alloc.user, NULL, sizeof *app->past);
    if (app->past == NULL) {
        return no_memory(err);
    }
    *app->past = (past){.count = 0};
    rp_arena_init(&app->past->arenas[0], app->alloc);
    rp_arena_init(&app->past->arenas[1], app->alloc);
    return RP_OK;
}

rp_status past_read(rp_app *app, rp_error *err)
{
    rp_status status = open_past(app, err);

    if (status != RP_OK) {
        return status;
    }
    uint32_t spare = 1 - app->past->shown;
    past_reader of = {.app = app, .arena = &app->past->arenas[spare]};
    rp_arena_reset(of.arena);
    status = read_all(&of, err);
    if (status == RP_OK) {
        status = follow_parents(&of, err);
    }
    if (status == RP_OK) {
        mark_resumable(&of);
        status = count_scenarios(&of, err);
    }
    const rp_past_row **rows =
        rp_arena_take(of.arena, of.count + 1U, sizeof(const rp_past_row *));
    if (status == RP_OK && rows == NULL) {
        status = no_memory(err);
    }
    if (status != RP_OK) {
        return status;
    }
    past *of_app = app->past;
    of_app->shown = spare;
    of_app->count = of.count;
    of_app->items = of.items;
    of_app->scenarios = of.scenarios;
    of_app->scenario_count = of.scenario_count;
    of_app->rows = rows;
    return RP_OK;
}

void past_close(rp_app *app)
{
    if (app->past != NULL) {
        rp_arena_clear(&app->past->arenas[0]);
        rp_arena_clear(&app->past->arenas[1]);
        (void)app->alloc.resize(app->alloc.user, app->past, 0);
        app->past = NULL;
    }
}
