/*
 * Which lines of the record are wanted, in which order, so that a front end
 * only shows rows.
 */
#include <stdlib.h>
#include <string.h>

#include "past.h"

static const char *const status_names[RP_PAST_STATUSES] = {
    "all", "passed", "not-yet", "not-finished"};

static const char *const column_names[RP_PAST_COLUMNS] = {
    "date", "title", "talk", "listening", "empathy", "resolution"};

static int index_of(const char *const *names, int count, const char *name)
{
    for (int i = 0; i < count; i++) {
        if (strcmp(names[i], name) == 0) {
            return i;
        }
    }
    return -1;
}

static rp_status sort_by(past *of, const char *name, rp_error *err)
{
    int column = index_of(column_names, RP_PAST_COLUMNS, name);

    if (column < 0) {
        return rp_fail(err, RP_E_INVALID, "There is no such column.");
    }
    /* Titles begin with A, dates and scores with the latest and best. */
    of->is_rising =
        (int)of->column == column ? !of->is_rising : column == RP_PAST_TITLE;
    of->column = (rp_past_column)column;
    return RP_OK;
}

/* At most what fits, and never half a character. */
static void keep_query(char *to, size_t size, const char *text)
{
    size_t length = strlen(text);

    if (length >= size) {
        length = size - 1;
        while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80) {
            length--;
        }
    }
    memcpy(to, text, length);
    to[length] = '\0';
}

rp_status past_sift(rp_app *app, const char *part, const char *value,
                    rp_error *err)
{
    past *of = app->past;

    if (strcmp(part, "query") == 0) {
        keep_query(of->query, sizeof of->query, value);
        return RP_OK;
    }
    if (strcmp(part, "scenario") == 0) {
        keep_query(of->scenario, sizeof of->scenario, value);
        return RP_OK;
    }
    if (strcmp(part, "sort") == 0) {
        return sort_by(of, value, err);
    }
    if (strcmp(part, "all") == 0) {
        of->query[0] = '\0';
        of->scenario[0] = '\0';
        of->status = RP_PAST_ALL;
        return RP_OK;
    }
    int status = strcmp(part, "status") == 0
                     ? index_of(status_names, RP_PAST_STATUSES, value)
                     : -1;
    if (status < 0) {
        return rp_fail(err, RP_E_INVALID, "The record cannot be sifted so.");
    }
    of->status = (rp_past_status)status;
    return RP_OK;
}

static bool has_status(const past_item *item, rp_past_status status)
{
    switch (status) {
    case RP_PAST_PASSED: return item->has_result && item->row.passed;
    case RP_PAST_NOT_YET: return item->has_result && !item->row.passed;
    case RP_PAST_NOT_FINISHED: return !item->has_result;
    case RP_PAST_ALL:
    case RP_PAST_STATUSES: break;
    }
    return true;
}

static bool passes(const past *of, const past_item *item)
{
    const rp_past_row *row = &item->row;

    if (item->is_hidden || !has_status(item, of->status)) {
        return false;
    }
    if (of->scenario[0] != '\0' && strcmp(of->scenario, row->scenario) != 0) {
        return false;
    }
    return of->query[0] == '\0' || strcasestr(row->title, of->query) != NULL ||
           strcasestr(row->scenario, of->query) != NULL ||
           strstr(row->date, of->query) != NULL;
}

static int64_t value_of(const rp_past_row *row, rp_past_column column)
{
    switch (column) {
    case RP_PAST_TALK: return row->talk_s;
    case RP_PAST_LISTENING:
    case RP_PAST_EMPATHY:
    case RP_PAST_RESOLUTION: return row->score_bp[column - RP_PAST_LISTENING];
    case RP_PAST_DATE:
    case RP_PAST_TITLE:
    case RP_PAST_COLUMNS: break;
    }
    return 0;
}

/* Rows of the same value stand newest first. `user` is the past. */
static int compare_rows(const void *a, const void *b, void *user)
{
    const past *of = user;
    /* A row is the first member of its item. */
    const past_item *left = (const past_item *)*(const rp_past_row *const *)a;
    const past_item *right = (const past_item *)*(const rp_past_row *const *)b;
    int64_t x = value_of(&left->row, of->column);
    int64_t y = value_of(&right->row, of->column);
    int order = (x > y) - (x < y);

    if (of->column == RP_PAST_DATE) {
        order = (left->order > right->order) - (left->order < right->order);
    }
    if (of->column == RP_PAST_TITLE) {
        order = strcmp(left->row.title, right->row.title);
    }
    if (order != 0) {
        return of->is_rising ? order : -order;
    }
    return (left->order < right->order) - (left->order > right->order);
}

static void sift(past *of)
{
    of->row_count = 0;
    for (uint32_t i = 0; i < of->count; i++) {
        if (passes(of, &of->items[i])) {
            of->rows[of->row_count++] = &of->items[i].row;
        }
    }
    qsort_r(of->rows, of->row_count, sizeof(const rp_past_row *), compare_rows,
            of);
}

/* ------------------------------------------------------------------ view */

static void fill_totals(const past *of, rp_past_view *out)
{
    for (uint32_t i = 0; i < of->count; i++) {
        const past_item *item = &of->items[i];
        out->total += !item->is_hidden;
        out->finished += item->has_result;
        out->passed += item->has_result && item->row.passed;
        out->talk_s += item->row.talk_s;
    }
}

void view_past(sketch *view, rp_past_view *out)
{
    past *of = view->app->past;

    for (uint32_t i = 0; i < of->scenario_count; i++) {
        of->scenarios[i].title =
            sketch_copy(view, library_title(view->app, of->scenarios[i].id));
    }
    for (uint32_t i = 0; i < of->count; i++) {
        of->items[i].row.title = of->scenarios[of->items[i].scenario].title;
    }
    sift(of);
    fill_totals(of, out);
    out->scenario_count = of->scenario_count;
    out->scenarios = of->scenarios;
    out->row_count = of->row_count;
    out->rows = of->rows;
    out->sieve = (rp_past_sieve){.query = sketch_copy(view, of->query),
                                 .scenario = sketch_copy(view, of->scenario),
                                 .status = of->status,
                                 .column = of->column,
                                 .is_rising = of->is_rising};
}
