/*
 * A turn as the trainee would see it: the run that comes to it is played
 * again, and then the replies that were tried out. All of it is remembered by
 * name, so that it keeps its place when the file is saved.
 */
#include <stdio.h>
#include <string.h>

#include "studio.h"

static void forget_costs(studio *of)
{
    studio_part *costs = of->preview.costs;

    if (costs != NULL) {
        costs->next = of->retired;
        of->retired = costs;
        of->preview.costs = NULL;
    }
    of->preview.serial++;
}

void preview_forget(studio *of)
{
    forget_costs(of);
    of->preview = (studio_preview){.serial = of->preview.serial};
}

/* Its node; that of an interrupt is where it leads. RP_NONE: none. */
static uint16_t find_node(const rp_model *model, const char *id)
{
    uint16_t node = rp_model_node(model, id);

    for (uint32_t i = 0; node == RP_NONE && i < model->interrupt_count; i++) {
        if (strcmp(model->interrupts[i].id, id) == 0) {
            node = model->interrupts[i].node;
        }
    }
    return node;
}

/* Takes a written move; false where it is not offered. */
static bool take_written(studio_preview *to, const char *written)
{
    rp_session next = to->session;
    rp_taken item = {.before = to->session.state};
    rp_move move = {.at_ms = to->session.at_ms};

    if (rp_session_has_ended(&next) ||
        rp_move_read(next.model, &next.state, written, &move, NULL) != RP_OK ||
        rp_session_take(&next, &move, &item.effect, NULL) != RP_OK) {
        return false;
    }
    item.move = move;
    item.after = next.state;
    to->session = next;
    to->move_count++;
    if (move.kind != RP_MOVE_OPEN) { /* nobody says anything to that */
        to->last = item;
    }
    return true;
}

/* The beginning of a call, as if opening it were a move. */
static bool begin(studio_preview *to, const rp_model *model, uint64_t seed,
                  uint16_t set)
{
    rp_opening how = {.seed = seed, .set = set};
    rp_taken item = {.move = {.kind = RP_MOVE_OPEN}};

    if (rp_session_begin(model, &how, &to->session, &item.effect, NULL) !=
        RP_OK) {
        return false;
    }
    item.before = to->session.state;
    item.after = to->session.state;
    to->last = item;
    to->move_count = 0;
    return true;
}

/* What each reply costs here is asked of the worker. */
static void ask_costs(rp_app *app)
{
    studio *of = app->studio;
    const studio_preview *at = &of->preview;
    studio_question question = {.serial = at->serial,
                                .of = at->moments->of,
                                .set = at->session.state.set,
                                .state = at->session.state};

    memcpy(question.points, at->session.points, sizeof question.points);
    worker_ask(of->worker, &question);
}

const rp_moment_run *preview_run(const studio_preview *at)
{
    const studio_part *found = at->moments;

    if (found == NULL || found->status != RP_OK) {
        return NULL;
    }
    uint16_t node = find_node(found->of->loaded.model, at->node);
    return node != RP_NONE
               ? &found->moments
                      .runs[(size_t)node * RP_MOMENTS + (size_t)at->moment]
               : NULL;
}

/* The tries that are still offered are made again. */
static void try_again(studio_preview *at)
{
    uint32_t count = 0;

    while (count < at->try_count && take_written(at, at->tries[count])) {
        count++;
    }
    at->try_count = count;
}

void preview_place(rp_app *app)
{
    studio *of = app->studio;
    studio_preview *at = &of->preview;
    const studio_row *row = studio_row_now(of);

    forget_costs(of);
    at->is_there = false;
    at->moments = row != NULL ? row->parts[STUDIO_MOMENTS] : NULL;
    if (at->node[0] == '\0' || at->moments == NULL) {
        return;
    }
    const rp_moment_run *way = preview_run(at);
    if (way == NULL || !way->is_there) {
        return;
    }
    bool fits = begin(at, at->moments->of->loaded.model,
                      app->options.fixed_seed, way->set);
    for (uint32_t i = 0; fits && i < way->move_count; i++) {
        fits = take_written(at, way->moves[i]);
    }
    at->is_there = fits;
    if (fits) {
        try_again(at);
        ask_costs(app);
    }
}

void preview_choose(rp_app *app, const char *node, rp_moment moment)
{
    studio *of = app->studio;

    preview_forget(of);
    (void)snprintf(of->preview.node, sizeof of->preview.node, "%s", node);
    of->preview.moment = moment;
    preview_place(app);
}

rp_status preview_try(rp_app *app, uint32_t choice, rp_error *err)
{
    studio *of = app->studio;
    studio_preview *at = &of->preview;

    if (!at->is_there) {
        return rp_fail(err, RP_E_STATE, "There is nothing to answer.");
    }
    if (at->try_count == STUDIO_TRIES_MAX) {
        return rp_fail(err, RP_E_LIMIT, "That is far enough from here.");
    }
    const rp_model *model = at->session.model;
    if (choice >= model->choice_count ||
        !take_written(at, model->choices[choice].id)) {
        return rp_fail(err, RP_E_INVALID, "That is not offered here.");
    }
    (void)snprintf(at->tries[at->try_count++], STUDIO_ID_MAX, "%s",
                   model->choices[choice].id);
    forget_costs(of);
    ask_costs(app);
    return RP_OK;
}

void preview_take_costs(rp_app *app, studio_part *costs)
{
    studio *of = app->studio;

    if (costs->serial != of->preview.serial || costs->status != RP_OK) {
        costs->next = of->retired;
        of->retired = costs;
        return;
    }
    of->preview.costs = costs;
}
