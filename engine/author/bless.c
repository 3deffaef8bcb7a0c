/*
 * A run as an example in an author's file, written as an author would write
 * it: short lines, names in quotes, and all that it comes to.
 */
#include <stdio.h>
#include <string.h>

#include "author.h"

enum {
    LINE_COLUMNS = 120,
    NAME_LETTERS_MAX = 60
};

/* A list that is wrapped behind an indent. */
typedef struct wrapping {
    rp_text *out;
    size_t indent;
    size_t column;
} wrapping;

/* -------------------------------------------------------------- Lua texts */

static void write_quoted(rp_text *out, const char *text)
{
    rp_text_puts(out, "\"");
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\') {
            rp_text_puts(out, "\\");
        }
        rp_text_add(out, text, 1);
    }
    rp_text_puts(out, "\"");
}

/* One item and its comma; on a line of its own where it does not fit. */
static void write_item(wrapping *to, const char *text, bool is_last)
{
    size_t length = rp_utf8_count(text) + 2 + (is_last ? 2 : 1);

    if (to->column > to->indent && to->column + 1 + length > LINE_COLUMNS) {
        rp_text_printf(to->out, "\n%*s", (int)to->indent, "");
        to->column = to->indent;
    } else if (to->column > to->indent) {
        rp_text_puts(to->out, " ");
        to->column++;
    }
    write_quoted(to->out, text);
    rp_text_puts(to->out, is_last ? "" : ",");
    to->column += length;
}

static void write_moves(rp_text *out, const rp_written_run *run)
{
    static const char begin[] = "    moves = { ";
    wrapping to = {out, sizeof begin - 1, sizeof begin - 1};

    rp_text_puts(out, begin);
    for (uint32_t i = 0; i < run->move_count; i++) {
        write_item(&to, run->moves[i], i + 1 == run->move_count);
    }
    rp_text_puts(out, " },\n");
}

/* ------------------------------------------------------------ expectation */

static void write_criticals(rp_text *out, const rp_session *session)
{
    const rp_model *model = session->model;
    uint32_t count = 0;

    for (uint32_t i = 0; i < model->critical_count; i++) {
        if (rp_mark_is_set(&session->state, model->criticals[i].mark)) {
            rp_text_puts(out, count++ == 0 ? ",\n               critical = { "
                                           : ", ");
            write_quoted(out, model->criticals[i].id);
        }
    }
    rp_text_puts(out, count > 0 ? " }" : "");
}

static void write_expected(rp_text *out, const rp_session *session,
                           const rp_result *result)
{
    const rp_model *model = session->model;

    rp_text_puts(out, "    expect = { ");
    if (result->ending != RP_NONE) {
        rp_text_puts(out, "ending = ");
        write_quoted(out, model->nodes[result->ending].id);
        rp_text_puts(out, ", ");
    }
    rp_text_printf(out, "outcome = \"%s\", passed = %s,\n",
                   rp_outcome_names[result->outcome],
                   result->passed ? "true" : "false");
    rp_text_puts(out, "               points = { ");
    for (int i = 0; i < RP_SCORES; i++) {
        rp_text_printf(out, "%s%s = %d", i > 0 ? ", " : "", rp_score_names[i],
                       (int)result->points[i]);
    }
    rp_text_puts(out, " }");
    write_criticals(out, session);
    rp_text_puts(out, " },\n");
}

/* ---------------------------------------------------------------- the run */

static rp_status check_name(const rp_model *model, const char *name,
                            rp_error *err)
{
    size_t length = strlen(name);
    char most[AUTHOR_DIGITS_MAX];

    if (length == 0 || !rp_utf8_clean(name, length, NULL) ||
        strchr(name, '\n') != NULL || rp_utf8_count(name) > NAME_LETTERS_MAX) {
        return author_fail(err, AUTHOR_BAD_NAME,
                           AUTHOR_WORDS(author_digits(NAME_LETTERS_MAX, most)));
    }
    return author_example(model, name) == NULL
               ? RP_OK
               : author_fail(err, AUTHOR_NAME_TAKEN, AUTHOR_WORDS(name));
}

static rp_status play(const rp_written_run *run, rp_session *session,
                      rp_error *err)
{
    rp_error error = {0};

    if (run->set >= session->model->set_count) {
        return author_no_set(err, session->model, run->set);
    }
    rp_state_begin(session->model, run->set, &session->state, NULL);
    for (uint32_t i = 0; i < run->move_count; i++) {
        rp_move move = {.at_ms = 0};
        rp_status status = rp_move_read(session->model, &session->state,
                                        run->moves[i], &move, &error);
        if (status == RP_OK) {
            status = rp_session_take(session, &move, NULL, &error);
        }
        if (status != RP_OK) {
            return author_bad_move(err, i, error.message);
        }
    }
    if (!rp_session_has_ended(session)) {
        const char *node = session->model->nodes[session->state.node].id;
        return author_fail(err, AUTHOR_NO_END, AUTHOR_WORDS(node));
    }
    return RP_OK;
}

static rp_status find_par(const rp_model *model, uint16_t set, rp_alloc alloc,
                          int32_t par[RP_SCORES], rp_error *err)
{
    rp_walk *walk = NULL;
    rp_status status = rp_walk_open(
        model, &(rp_walk_how){.set = set, .alloc = alloc}, &walk, err);

    if (status == RP_OK) {
        rp_walk_par(walk, par);
    }
    rp_walk_free(walk);
    return status;
}

rp_status rp_bless_example(const rp_model *model, const rp_written_run *run,
                           rp_text *out, rp_error *err)
{
    rp_session session = {.model = model};
    int32_t par[RP_SCORES] = {0};
    rp_status status = check_name(model, run->name, err);

    if (status == RP_OK) {
        status = play(run, &session, err);
    }
    if (status == RP_OK) {
        status = find_par(model, run->set, out->alloc, par, err);
    }
    if (status != RP_OK) {
        return status;
    }
    rp_result result = rp_session_result(&session, par);
    rp_text_puts(out, "example ");
    write_quoted(out, run->name);
    rp_text_puts(out, " {\n");
    write_moves(out, run);
    rp_text_printf(out, "    set = %u,\n", (unsigned)run->set + 1U);
    write_expected(out, &session, &result);
    rp_text_puts(out, "}\n");
    return out->failed ? author_no_memory(err) : RP_OK;
}
