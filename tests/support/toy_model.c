/*
 * From a toy to a model, by the shortest way: tables filled in the toy's
 * order, conditions compiled by the scenario room's own expressions.
 */
#include <stdio.h>
#include <string.h>

#include "rapport/play.h"
#include "support/toy_making.h"

static const char *const fact_names[] = {"red", "n"};

static const rp_language english = {
    .tag = "en",
    .rate = {.agent = 150, .customer = 160},
    .polite = {.first = 0, .count = 2},
};

static const char *const polite_words[] = {"please", "sorry"};

static uint16_t mark_wanted(void *user, expr_test test, const char *name,
                            const char **nearest)
{
    making *m = user;

    (void)nearest;
    for (uint32_t i = 0; i < m->from->promise_count; i++) {
        if (strcmp(m->from->promises[i], name) == 0 &&
            (test == EXPR_PROMISED || test == EXPR_KEPT)) {
            return test == EXPR_KEPT ? m->promises[i].kept_mark
                                     : m->promises[i].promised_mark;
        }
    }
    for (uint32_t i = 0; i < m->wanted_count; i++) {
        if (m->wanted[i].test == test && strcmp(m->wanted[i].name, name) == 0) {
            return m->wanted[i].mark;
        }
    }
    wanted_mark *mark = &m->wanted[m->wanted_count++];
    mark->test = test;
    (void)snprintf(mark->name, sizeof mark->name, "%s", name);
    mark->mark = m->next_mark++;
    return mark->mark;
}

static int64_t intern_nothing(void *user, const char *text)
{
    (void)user;
    return (int64_t)strlen(text);
}

rp_expr making_expr(making *m, const char *source, expr_type type)
{
    expr_fault fault = {.message = ""};

    if (source[0] == '\0') {
        return 0;
    }
    rp_expr expr = expr_table_add(&m->exprs, source, type, &fault);
    if (expr == 0) {
        fail_msg("`%s`: %s", source, fault.message);
    }
    return expr;
}

rp_ref making_text(making *m, const char *text)
{
    m->texts[m->text_count] = text;
    return m->text_count++;
}

uint16_t making_node_idx(const toy *from, const char *id)
{
    for (uint32_t i = 0; i < from->node_count; i++) {
        if (strcmp(from->nodes[i].id, id) == 0) {
            return (uint16_t)i;
        }
    }
    fail_msg("toy: no node `%s`", id);
    return RP_NONE;
}

/* True where choosing `choice` answers `said "name"`. */
static bool is_said_by(const rp_choice *choice, const char *name)
{
    char full[128];

    (void)snprintf(full, sizeof full, "%s/%s", choice->owner, choice->id);
    return strcmp(name, full) == 0 || strcmp(name, choice->id) == 0;
}

static void make_marks(making *m, rp_choice *choice)
{
    choice->marks.first = m->mark_count;
    if (choice->once_mark != RP_NONE) {
        m->marks[m->mark_count++] = choice->once_mark;
    }
    if (choice->critical != RP_NONE) {
        m->marks[m->mark_count++] = m->critical.mark;
    }
    for (uint32_t i = 0; i < m->wanted_count; i++) {
        if (m->wanted[i].test == EXPR_SAID &&
            is_said_by(choice, m->wanted[i].name)) {
            m->marks[m->mark_count++] = m->wanted[i].mark;
        }
    }
    for (uint32_t i = 0; i < choice->promises.count; i++) {
        uint16_t promise = m->promise_idx[choice->promises.first + i];
        m->marks[m->mark_count++] = m->promises[promise].promised_mark;
    }
    for (uint32_t i = 0; i < choice->keeps.count; i++) {
        uint16_t promise = m->promise_idx[choice->keeps.first + i];
        m->marks[m->mark_count++] = m->promises[promise].kept_mark;
    }
    choice->marks.count = m->mark_count - choice->marks.first;
}

static uint16_t mark_if_wanted(const making *m, expr_test test,
                               const char *name)
{
    for (uint32_t i = 0; i < m->wanted_count; i++) {
        if (m->wanted[i].test == test && strcmp(m->wanted[i].name, name) == 0) {
            return m->wanted[i].mark;
        }
    }
    return RP_NONE;
}

static void make_all_marks(making *m)
{
    for (uint32_t i = 0; i < m->choice_count; i++) {
        make_marks(m, &m->choices[i]);
    }
    for (uint32_t i = 0; i < m->from->node_count; i++) {
        m->nodes[i].seen_mark =
            mark_if_wanted(m, EXPR_SEEN, m->from->nodes[i].id);
    }
    for (uint32_t i = 0; i < m->from->record_count; i++) {
        m->records[i] = (rp_record){
            .id = m->from->records[i],
            .opened_mark = mark_if_wanted(m, EXPR_OPENED, m->from->records[i]),
        };
    }
}

static void make_scope(making *m)
{
    uint32_t sets = m->from->set_count == 0 ? 1 : (uint32_t)m->from->set_count;

    for (uint32_t i = 0; i < sets; i++) {
        m->facts[2 * i] = (rp_fact){.kind = RP_V_BOOLEAN, .value = i == 0};
        m->facts[2 * i + 1] = (rp_fact){.kind = RP_V_INTEGER, .value = i + 1};
    }
    for (uint32_t i = 0; i < m->from->var_count; i++) {
        const toy_var *var = &m->from->vars[i];
        m->vars[i] = (rp_var){.name = var->name,
                              .is_boolean = var->is_boolean,
                              .lo = var->lo,
                              .hi = var->is_boolean ? 1 : var->hi,
                              .start = var->start};
    }
    m->scope = (expr_scope){
        .var_count = m->from->var_count,
        .vars = m->vars,
        .fact_count = 2,
        .fact_names = fact_names,
        .set_count = sets,
        .facts = m->facts,
        .mark = mark_wanted,
        .intern = intern_nothing,
        .user = m,
    };
    expr_table_init(&m->exprs, &m->scope, &m->arena, NULL);
}

static void make_promises(making *m)
{
    for (uint32_t i = 0; i < m->from->promise_count; i++) {
        m->promises[i] = (rp_promise){.id = m->from->promises[i],
                                      .due_fact = RP_NONE,
                                      .promised_mark = m->next_mark++,
                                      .kept_mark = m->next_mark++};
    }
}

static void make_examples(making *m)
{
    uint32_t moves = 0;

    for (uint32_t i = 0; i < m->from->example_count; i++) {
        const toy_example *example = &m->from->examples[i];
        m->examples[i] = (rp_example){
            .name = example->name,
            .moves = {moves, example->move_count},
            .set = (uint16_t)example->set,
            .passed = example->passes,
            .outcome = -1,
            .points = {INT32_MIN, INT32_MIN, INT32_MIN},
        };
        for (uint32_t j = 0; j < example->move_count; j++) {
            m->example_moves[moves++] = example->moves[j];
        }
    }
}

static void make_interrupts(making *m)
{
    for (uint32_t i = 0; i < m->from->interrupt_count; i++) {
        const toy_interrupt *interrupt = &m->from->interrupts[i];
        m->interrupts[i] = (rp_interrupt){
            .id = interrupt->id,
            .when = making_expr(m, interrupt->when, EXPR_T_BOOLEAN),
            .node = making_node_idx(m->from, interrupt->to),
            .fired_mark = m->next_mark++,
        };
    }
}

static void fill_numbers(making *m)
{
    const toy *from = m->from;
    rp_model *model = m->model;

    for (int i = 0; i < RP_MOODS; i++) {
        model->mood[i] = (uint8_t)from->mood[i];
    }
    for (int i = 0; i < RP_SCORES; i++) {
        model->pass_percent[i] =
            (uint8_t)(from->pass_percent == 0 ? 60 : from->pass_percent);
    }
    model->exam_percent =
        (uint8_t)(from->exam_percent == 0 ? 60 : from->exam_percent);
    model->moves_max = (uint16_t)(from->moves_max == 0 ? 60 : from->moves_max);
    model->hangs_up = from->hangs_up[0] == '\0'
                          ? RP_NONE
                          : making_node_idx(from, from->hangs_up);
    model->set_count = m->scope.set_count;
    model->fact_count = 2;
    model->fact_names = fact_names;
    model->facts = m->facts;
    model->at_fact = RP_NONE;
    model->name_fact = RP_NONE;
}

static void fill_tables(making *m)
{
    rp_model *model = m->model;

    model->id = "toy";
    model->language_count = 1;
    model->languages = &english;
    model->polite_words = polite_words;
    model->node_count = m->from->node_count;
    model->nodes = m->nodes;
    model->choice_count = m->choice_count;
    model->choices = m->choices;
    model->ask_count = m->ask_count;
    model->asks = m->asks;
    model->var_count = m->from->var_count;
    model->vars = m->vars;
    model->interrupt_count = m->from->interrupt_count;
    model->interrupts = m->interrupts;
    model->record_count = m->from->record_count;
    model->records = m->records;
    model->critical_count = 1;
    model->criticals = &m->critical;
    model->promise_count = m->from->promise_count;
    model->promises = m->promises;
    model->promise_idx = m->promise_idx;
    model->example_count = m->from->example_count;
    model->examples = m->examples;
    model->example_moves = m->example_moves;
    model->mark_count = m->next_mark;
    model->offers = m->offers;
    model->marks = m->marks;
    model->assigns = m->assigns;
    model->routes = m->routes;
    model->lines = m->lines;
}

rp_model *toy_model(const toy *from)
{
    rp_arena arena;

    rp_arena_init(&arena, rp_alloc_default());
    making *m = rp_arena_take(&arena, 1, sizeof *m);
    assert_non_null(m);
    m->arena = arena;
    m->from = from;
    m->model = rp_arena_take(&m->arena, 1, sizeof *m->model);
    struct rp_model_private *hidden =
        rp_arena_take(&m->arena, 1, sizeof *hidden);
    assert_non_null(m->model);
    assert_non_null(hidden);
    m->texts[m->text_count++] = "";
    m->critical = (rp_critical){.id = "crit", .mark = m->next_mark++};
    make_promises(m);
    make_scope(m);
    for (uint32_t i = 0; i < from->node_count; i++) {
        making_node(m, i);
    }
    make_interrupts(m);
    make_examples(m);
    make_all_marks(m);
    fill_numbers(m);
    fill_tables(m);
    m->model->hidden = hidden;
    expr_table_freeze(&m->exprs, m->model);
    hidden->texts = m->texts;
    hidden->arena = m->arena;
    return m->model;
}

void toy_model_free(rp_model *model)
{
    rp_arena arena = model->hidden->arena;

    rp_arena_clear(&arena);
}

uint16_t toy_node_idx(const rp_model *model, const char *id)
{
    for (uint32_t i = 0; i < model->node_count; i++) {
        if (strcmp(model->nodes[i].id, id) == 0) {
            return (uint16_t)i;
        }
    }
    fail_msg("no node `%s`", id);
    return RP_NONE;
}

rp_move toy_move(const rp_model *model, const rp_state *state, const char *text)
{
    rp_move move = {.at_ms = 0};
    rp_error err = {.message = ""};

    if (rp_move_read(model, state, text, &move, &err) != RP_OK) {
        fail_msg("%s", err.message);
    }
    return move;
}
