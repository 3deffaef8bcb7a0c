/*
 * Pieces of a view: memory of the view's arena, and texts of the model ready
 * to show. A refusal is remembered in the sketch and told once at the end.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "app_internal.h"

void *sketch_take(sketch *view, uint32_t count, size_t size_bytes)
{
    if (count == 0) {
        return NULL;
    }
    void *items = rp_arena_take(view->arena, count, size_bytes);
    view->refused = view->refused || items == NULL;
    return items;
}

static const char *sketch_bytes(sketch *view, const char *bytes, size_t length)
{
    const char *copy = rp_arena_copy(view->arena, bytes, length);

    view->refused = view->refused || copy == NULL;
    return copy != NULL ? copy : "";
}

const char *sketch_copy(sketch *view, const char *text)
{
    return text != NULL ? sketch_bytes(view, text, strlen(text)) : "";
}

const char *sketch_format(sketch *view, const char *format, ...)
{
    char line[APP_TEXT_MAX];
    va_list args;

    va_start(args, format);
    int length = vsnprintf(line, sizeof line, format, args);
    va_end(args);
    if (length < 0) {
        return "";
    }
    if ((size_t)length < sizeof line) {
        return sketch_bytes(view, line, (size_t)length);
    }
    char *whole = sketch_take(view, (uint32_t)length + 1, 1);
    if (whole == NULL) {
        return "";
    }
    va_start(args, format);
    (void)vsnprintf(whole, (size_t)length + 1, format, args);
    va_end(args);
    return whole;
}

rp_shown sketch_shown(sketch *view, const rp_state *state, rp_ref ref)
{
    rp_rendered *scratch = &view->app->scratch;
    rp_shown shown = {.text = ""};

    if (ref == 0) {
        return shown;
    }
    rp_model_render(view->model, view->language, state, ref, scratch);
    if (scratch->text.failed) {
        view->refused = true;
        return shown;
    }
    const char *bytes = scratch->text.bytes;
    shown.text =
        sketch_bytes(view, bytes != NULL ? bytes : "", scratch->text.length);
    shown.spoken =
        rp_spoken_count(scratch, view->model->languages[view->language].tag);
    rp_mark *marks = sketch_take(view, scratch->mark_count, sizeof *marks);
    if (marks != NULL) {
        memcpy(marks, scratch->marks, scratch->mark_count * sizeof *marks);
        shown.mark_count = scratch->mark_count;
        shown.marks = marks;
    }
    return shown;
}

const char *sketch_text(sketch *view, const rp_state *state, rp_ref ref)
{
    return sketch_shown(view, state, ref).text;
}

const char *sketch_text_or_null(sketch *view, const rp_state *state, rp_ref ref)
{
    return ref != 0 ? sketch_text(view, state, ref) : NULL;
}

const char *sketch_fact(sketch *view, const rp_state *state, uint16_t fact)
{
    rp_text text;

    rp_text_init(&text, view->app->alloc);
    rp_model_render_fact(view->model, view->language, state, fact, &text);
    const char *copy =
        sketch_bytes(view, text.bytes != NULL ? text.bytes : "", text.length);
    view->refused = view->refused || text.failed;
    rp_text_clear(&text);
    return copy;
}

rp_shown sketch_line(sketch *view, const rp_state *state, uint16_t node)
{
    uint32_t line = rp_state_line(view->model, state, node);

    if (line >= UINT32_MAX) {
        return (rp_shown){.text = ""};
    }
    return sketch_shown(view, state, view->model->lines[line].text);
}

/* "the LOS light is red, the neighbour is out" */
static const char *answer_words(sketch *view, const rp_taken *item,
                                const rp_ask *ask, uint32_t first_bit)
{
    const char *chosen = "";

    for (uint32_t i = 0; i < ask->answers.count; i++) {
        if ((item->move.answers >> (first_bit + i) & 1) == 0) {
            continue;
        }
        rp_ref text = view->model->choices[ask->answers.first + i].text;
        chosen = sketch_format(view, "%s%s%s", chosen,
                               chosen[0] != '\0' ? rp_tr(view->app, ", ") : "",
                               sketch_text(view, &item->before, text));
    }
    return chosen[0] != '\0' ? chosen : rp_tr(view->app, "nothing");
}

/* "Priority: Level 1; What is known: the LOS light is red" */
static const char *form_words(sketch *view, const rp_taken *item)
{
    const rp_model *model = view->model;
    rp_span asks = model->nodes[item->before.node].asks;
    const char *all = "";
    uint32_t bit = 0;

    for (uint32_t i = asks.first; i < asks.first + asks.count; i++) {
        const rp_ask *ask = &model->asks[i];
        all = sketch_format(view, "%s%s%s%s%s", all,
                            all[0] != '\0' ? rp_tr(view->app, "; ") : "",
                            sketch_text(view, &item->before, ask->text),
                            rp_tr(view->app, ": "),
                            answer_words(view, item, ask, bit));
        bit += ask->answers.count;
    }
    return all;
}

rp_shown sketch_move(sketch *view, const rp_taken *item)
{
    const rp_model *model = view->model;

    switch (item->move.kind) {
    case RP_MOVE_REPLY:
        return sketch_shown(view, &item->before,
                            model->choices[item->move.index].text);
    case RP_MOVE_FORM: return (rp_shown){.text = form_words(view, item)};
    case RP_MOVE_SILENCE:
        return (rp_shown){.text = rp_tr(view->app, "You said nothing.")};
    case RP_MOVE_OPEN:
    case RP_MOVE_HINT: break;
    }
    return (rp_shown){.text = ""};
}

const char *sketch_customer(sketch *view, const rp_state *state)
{
    return sketch_text(view, state, view->model->customer_name);
}

static bool is_among(const rp_model *model, rp_span span, uint16_t promise)
{
    for (uint32_t i = span.first; i < span.first + span.count; i++) {
        if (model->promise_idx[i] == promise) {
            return true;
        }
    }
    return false;
}

static bool makes(const rp_model *model, const rp_choice *choice,
                  uint16_t promise)
{
    return is_among(model, choice->promises, promise);
}

static bool keeps(const rp_model *model, const rp_choice *choice,
                  uint16_t promise)
{
    return is_among(model, choice->keeps, promise);
}

uint32_t sketch_promises(sketch *view, const rp_promise_view **promises)
{
    const rp_model *model = view->model;
    const run *played = &view->app->run;
    const rp_state *state = &played->session.state;
    rp_promise_view *made =
        sketch_take(view, model->promise_count, sizeof *made);
    uint32_t found = 0;

    for (uint16_t i = 0; made != NULL && i < model->promise_count; i++) {
        const rp_promise *promise = &model->promises[i];
        run_question is_made = {.is_it = makes, .about = i};
        run_question is_kept = {.is_it = keeps, .about = i};
        if (run_has(played, &is_made)) {
            made[found++] = (rp_promise_view){
                .text = sketch_text(view, state, promise->text),
                .due = promise->due_fact != RP_NONE
                           ? sketch_fact(view, state, promise->due_fact)
                           : NULL,
                .is_kept = run_has(played, &is_kept)};
        }
    }
    *promises = made;
    return found;
}
