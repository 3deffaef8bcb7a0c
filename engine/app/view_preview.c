/*
 * What the trainee sees at a turn: who is there, in what mood, what was said
 * last and what can be answered, with what it is worth beside it.
 */
#include <string.h>

#include "studio.h"

/* ------------------------------------------------------------------ replies */

static const studio_cost *cost_of(const studio_preview *at, uint16_t choice)
{
    for (uint32_t i = 0; at->costs != NULL && i < at->costs->cost_count; i++) {
        if (at->costs->costs[i].choice == choice) {
            return &at->costs->costs[i];
        }
    }
    return NULL;
}

/* Where a reply leads from here; NULL: it stays. */
static const char *target_of(const studio_preview *at, uint16_t choice)
{
    const rp_model *model = at->session.model;
    rp_state state = at->session.state;
    rp_move move = {.kind = RP_MOVE_REPLY, .index = choice};

    rp_state_step(model, &state, &move, NULL);
    return state.node != at->session.state.node ? model->nodes[state.node].id
                                                : NULL;
}

static rp_studio_reply reply_of(sketch *view, const studio_preview *at,
                                uint16_t idx)
{
    const rp_choice *choice = &view->model->choices[idx];
    const studio_cost *cost = cost_of(at, idx);
    rp_studio_reply reply = {
        .reply = {.choice = idx,
                  .id = sketch_copy(view, choice->id),
                  .line = sketch_shown(view, &at->session.state, choice->text),
                  .act = choice->act},
        .to = target_of(at, idx),
    };

    for (int i = 0; i < RP_SCORES; i++) {
        reply.points[i] = choice->points[i];
    }
    if (cost != NULL) {
        reply.cost_bp = cost->cost_bp;
        reply.closes_door = cost->closes_door;
    }
    return reply;
}

static void fill_replies(sketch *view, const studio_preview *at,
                         rp_studio_preview *out)
{
    uint16_t offers[2 * RP_OFFERS_MAX];
    uint32_t count = 0;

    if (!rp_session_has_ended(&at->session)) {
        count = rp_session_cards(&at->session, offers);
        count += rp_session_anytime(&at->session, offers + count);
    }
    rp_studio_reply *replies = sketch_take(view, count, sizeof *replies);
    for (uint32_t i = 0; replies != NULL && i < count; i++) {
        replies[i] = reply_of(view, at, offers[i]);
    }
    out->replies = replies;
    out->reply_count = replies != NULL ? count : 0;
    out->has_costs = at->costs != NULL;
}

/* --------------------------------------------------------------- who is there */

static rp_mood_view mood_of(const studio_preview *at)
{
    rp_mood_view mood = {.word = rp_mood_word_of(at->session.state.mood)};

    for (int i = 0; i < RP_MOODS; i++) {
        mood.now[i] = at->session.state.mood[i];
        mood.change[i] =
            (int16_t)(at->last.after.mood[i] - at->last.before.mood[i]);
    }
    return mood;
}

/* "own-it, what-happened, open:tickets" */
static const char *how_of(sketch *view, const studio_preview *at,
                          const rp_moment_run *way)
{
    const char *between = rp_tr(view->app, ", ");
    rp_text text;

    rp_text_init(&text, view->arena->alloc);
    for (uint32_t i = 0; i < way->move_count + at->try_count; i++) {
        rp_text_puts(&text, i > 0 ? between : "");
        rp_text_puts(&text, i < way->move_count
                                ? way->moves[i]
                                : at->tries[i - way->move_count]);
    }
    const char *how = sketch_copy(view, text.bytes != NULL ? text.bytes : "");
    view->refused = view->refused || text.failed;
    rp_text_clear(&text);
    return how;
}

static void fill_there(sketch *view, const studio_preview *at,
                       rp_studio_preview *out)
{
    const rp_state *state = &at->session.state;
    const rp_model *model = view->model;

    out->set = (uint16_t)(state->set + 1);
    out->move_count = at->move_count;
    out->step_count = at->try_count;
    out->at = model->nodes[state->node].id;
    out->customer = sketch_customer(view, state);
    out->face = sketch_copy(view, model->customer_face);
    out->mood = mood_of(at);
    out->said_count = view_said_last(view, &at->last, &out->said);
    fill_replies(view, at, out);
}

/* ------------------------------------------------------------------ why not */

/* The prover's own sentence on a node that is never reached. */
static const char *why_never(sketch *view, const studio_row *row,
                             const char *node)
{
    const studio_part *proof = row->parts[STUDIO_PROOF];
    rp_tongue in = rp_words_tongue(view->app->words);
    const char *why = NULL;

    for (uint32_t i = 0; proof != NULL && proof->status == RP_OK &&
                         why == NULL && i < proof->report.remark_count;
         i++) {
        const rp_remark *remark = &proof->report.remarks[i];
        const char *name = strncmp(remark->subject, "interrupt:", 10) == 0
                               ? remark->subject + 10
                               : remark->subject;
        if (strcmp(remark->code, "unreachable") == 0 &&
            strcmp(name, node) == 0) {
            rp_text text;
            rp_text_init(&text, view->arena->alloc);
            rp_sentence(&text, &in, remark->pattern, remark->words);
            why = sketch_copy(view, text.bytes != NULL ? text.bytes
                                                       : remark->sentence);
            rp_text_clear(&text);
        }
    }
    return why;
}

static bool is_met(const studio_row *row, const char *node)
{
    const studio_part *drawing = row->parts[STUDIO_DRAWING];

    for (uint32_t i = 0;
         drawing != NULL && drawing->has_graph && i < drawing->graph.node_count;
         i++) {
        if (strcmp(drawing->graph.nodes[i].id, node) == 0) {
            return drawing->graph.nodes[i].is_reachable;
        }
    }
    return false;
}

static const char *why_not(sketch *view, const studio_row *row,
                           const studio_preview *at)
{
    const studio_part *moments = at->moments;
    const char *why = why_never(view, row, at->node);

    if (why != NULL) {
        return why;
    }
    if (moments == NULL) {
        return rp_tr(view->app, "It is not known yet who comes here.");
    }
    if (moments->status != RP_OK) {
        return sketch_copy(view, moments->error.message);
    }
    if (is_met(row, at->node)) {
        return rp_tr(view->app, "Calls pass through here, but none stands "
                                "here with a move left.");
    }
    return moments->moments.is_exact
               ? rp_tr(view->app, "No call ever comes here.")
               : rp_tr(view->app, "Within the budget no call came here.");
}

/* ------------------------------------------------------------------- whole */

static double chance_of(const studio_row *row, const char *node)
{
    const studio_part *drawing = row->parts[STUDIO_DRAWING];

    for (uint32_t i = 0;
         drawing != NULL && drawing->has_graph && i < drawing->graph.node_count;
         i++) {
        if (strcmp(drawing->graph.nodes[i].id, node) == 0) {
            return drawing->graph.nodes[i].chance;
        }
    }
    return 0;
}

void view_preview(sketch *view, const studio_row *row, rp_studio_view *out)
{
    const studio_preview *at = &view->app->studio->preview;
    rp_studio_preview *shown = &out->preview;

    if (at->node[0] == '\0') {
        return;
    }
    shown->node = sketch_copy(view, at->node);
    shown->at = shown->node;
    shown->moment = at->moment;
    shown->is_there = at->is_there;
    shown->chance = chance_of(row, at->node);
    shown->how = "";
    if (!at->is_there) {
        shown->why_not = why_not(view, row, at);
        return;
    }
    /* By the edition it stands in, which may be older than the file. */
    view->model = at->session.model;
    view->language = app_show_language(view->app, view->model);
    fill_there(view, at, shown);
    shown->how = how_of(view, at, preview_run(at));
}
