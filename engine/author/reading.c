/*
 * What every step of a run reads and scores: the run played once, its texts
 * rendered in every language.
 */
#include <string.h>

#include "author.h"

/* A run on its way into a reading. */
typedef struct reader {
    const rp_model *model;
    rp_arena *arena;
    rp_session session;
    rp_rendered scratch;
    rp_text line; /* pieces being joined */
    bool refused;
} reader;

/* The state a text is rendered in, and the language. */
typedef struct told {
    const rp_state *state;
    uint16_t language;
} told;

/* ------------------------------------------------------------------ texts */

static void add_piece(reader *r, const char *bytes, size_t length)
{
    if (length > 0) {
        rp_text_puts(&r->line, r->line.length > 0 ? " " : "");
        rp_text_add(&r->line, bytes, length);
    }
}

static void add_text(reader *r, const told *in, rp_ref text)
{
    if (text != 0) {
        rp_model_render(r->model, in->language, in->state, text, &r->scratch);
        add_piece(r, r->scratch.text.bytes, r->scratch.text.length);
        r->refused = r->refused || r->scratch.text.failed;
    }
}

/* What was joined so far, owned by the arena; the next begins anew. */
static const char *take_line(reader *r)
{
    const char *text = rp_arena_copy(
        r->arena, r->line.bytes != NULL ? r->line.bytes : "", r->line.length);

    r->refused = r->refused || r->line.failed || text == NULL;
    r->line.length = 0;
    return text != NULL ? text : "";
}

/* The choice of a form's answer bit; NULL behind the last. */
static const rp_choice *choice_of(const rp_model *model, uint16_t node,
                                  uint32_t bit)
{
    const rp_span asks = model->nodes[node].asks;

    for (uint32_t i = asks.first; i < asks.first + asks.count; i++) {
        const rp_span answers = model->asks[i].answers;
        if (bit < answers.count) {
            return &model->choices[answers.first + bit];
        }
        bit -= answers.count;
    }
    return NULL;
}

/* Calls `tell` for every answer of a form that was chosen. */
static void each_answer(reader *r, const told *in, uint64_t answers,
                        void (*tell)(reader *, const told *, const rp_choice *))
{
    for (uint32_t bit = 0; bit < RP_ANSWERS_MAX; bit++) {
        const rp_choice *choice =
            (answers >> bit & 1) != 0
                ? choice_of(r->model, in->state->node, bit)
                : NULL;
        if (choice != NULL) {
            tell(r, in, choice);
        }
    }
}

static void tell_choice(reader *r, const told *in, const rp_choice *choice)
{
    add_text(r, in, choice->text);
}

static void tell_hears(reader *r, const told *in, const rp_choice *choice)
{
    add_text(r, in, choice->hears);
}

static void tell_record(reader *r, const told *in, const rp_record *record)
{
    add_text(r, in, record->title);
    for (uint32_t i = 0; i < record->rows.count; i++) {
        const rp_row *row = &r->model->rows[record->rows.first + i];
        add_text(r, in, row->label);
        add_text(r, in, row->text);
        if (row->fact != RP_NONE) {
            rp_text_puts(&r->line, " ");
            rp_model_render_fact(r->model, in->language, in->state, row->fact,
                                 &r->line);
        }
    }
}

static void tell_nodes(reader *r, const told *in, const rp_effect *effect)
{
    for (uint32_t i = 0; i < effect->node_count; i++) {
        const rp_node *node = &r->model->nodes[effect->nodes[i]];
        uint32_t line = rp_state_line(r->model, in->state, effect->nodes[i]);
        if (line != UINT32_MAX) {
            add_text(r, in, r->model->lines[line].text);
        }
        add_text(r, in, node->epilogue);
    }
}

static const char *said_by(reader *r, const told *in, const rp_move *move)
{
    if (move->kind == RP_MOVE_REPLY) {
        tell_choice(r, in, &r->model->choices[move->index]);
    } else if (move->kind == RP_MOVE_FORM) {
        each_answer(r, in, move->answers, tell_choice);
    }
    return take_line(r);
}

/* What the move itself made appear, before the nodes it led to. */
static void tell_answer(reader *r, const told *in, const rp_move *move)
{
    if (move->kind == RP_MOVE_REPLY) {
        tell_hears(r, in, &r->model->choices[move->index]);
    } else if (move->kind == RP_MOVE_FORM) {
        each_answer(r, in, move->answers, tell_hears);
    } else if (move->kind == RP_MOVE_OPEN) {
        tell_record(r, in, &r->model->records[move->index]);
    } else if (move->kind == RP_MOVE_HINT) {
        add_text(r, in, r->model->nodes[in->state->node].hint);
    }
}

/* ------------------------------------------------------------------ steps */

static void fill_after(reader *r, rp_read_step *step)
{
    const rp_state *state = &r->session.state;

    memcpy(step->mood, state->mood, sizeof step->mood);
    step->at = state->node != RP_NONE ? r->model->nodes[state->node].id : "";
}

static void fill_begin(reader *r, const rp_effect *effect, rp_read_step *step)
{
    step->move = "";
    for (uint16_t i = 0; i < r->model->language_count; i++) {
        told in = {&r->session.state, i};
        step->said[i] = "";
        tell_nodes(r, &in, effect);
        step->heard[i] = take_line(r);
    }
    fill_after(r, step);
}

static void fill_step(reader *r, const rp_taken *taken, rp_read_step *step)
{
    memcpy(step->points, taken->effect.points, sizeof step->points);
    for (uint16_t i = 0; i < r->model->language_count; i++) {
        told before = {&taken->before, i};
        told after = {&taken->after, i};
        step->said[i] = said_by(r, &before, &taken->move);
        tell_answer(r, &before, &taken->move);
        tell_nodes(r, &after, &taken->effect);
        step->heard[i] = take_line(r);
    }
    fill_after(r, step);
}

static rp_status take_step(reader *r, const char *written, rp_read_step *step,
                           rp_error *err)
{
    rp_taken taken = {.before = r->session.state};
    rp_status status =
        rp_move_read(r->model, &taken.before, written, &taken.move, err);

    if (status == RP_OK) {
        status = rp_session_take(&r->session, &taken.move, &taken.effect, err);
    }
    if (status != RP_OK) {
        return status;
    }
    taken.after = r->session.state;
    step->move = rp_arena_copy(r->arena, written, strlen(written));
    r->refused = r->refused || step->move == NULL;
    fill_step(r, &taken, step);
    return RP_OK;
}

static rp_status take_steps(reader *r, const rp_written_run *run,
                            rp_reading *reading, rp_error *err)
{
    rp_read_step *steps =
        rp_arena_take(r->arena, (size_t)run->move_count + 1, sizeof *steps);
    rp_effect effect = {.node_count = 0};
    rp_error error = {0};

    if (steps == NULL) {
        return author_no_memory(err);
    }
    rp_state_begin(r->model, run->set, &r->session.state, &effect);
    fill_begin(r, &effect, &steps[0]);
    reading->steps = steps;
    reading->step_count = 1;
    for (uint32_t i = 0; i < run->move_count && !r->refused; i++) {
        if (take_step(r, run->moves[i], &steps[i + 1], &error) != RP_OK) {
            return author_bad_move(err, i, error.message);
        }
        reading->step_count++;
    }
    return r->refused ? author_no_memory(err) : RP_OK;
}

rp_status rp_reading_make(const rp_model *model, const rp_written_run *run,
                          rp_arena *arena, rp_reading *reading, rp_error *err)
{
    reader r = {.model = model, .arena = arena, .session = {.model = model}};

    *reading = (rp_reading){.name = run->name,
                            .set = run->set,
                            .language_count = model->language_count};
    for (uint32_t i = 0; i < model->language_count; i++) {
        reading->languages[i] = model->languages[i].tag;
    }
    if (run->set >= model->set_count) {
        return author_no_set(err, model, run->set);
    }
    rp_text_init(&r.scratch.text, arena->alloc);
    rp_text_init(&r.line, arena->alloc);
    rp_status status = take_steps(&r, run, reading, err);
    rp_text_clear(&r.line);
    rp_text_clear(&r.scratch.text);
    return status;
}
