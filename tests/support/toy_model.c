/*
 * From a toy to a model, by the shortest way: tables filled in the toy's
 * order, conditions compiled by the scenario room's own expressions.
 */
#include <stdio.h>
#include <string.h>

#include "rapport/play.h"
#include "scenario/model_internal.h"
#include "support/test.h"
#include "support/toy.h"

enum {
    MAKING_MAX = 512, /* of every table */
    MAKING_SETS = 8
};

/* A memory bit somebody asks for: `said "x"`, `seen "y"`, `opened "z"`. */
typedef struct wanted_mark {
    expr_test test;
    char name[64];
    uint16_t mark;
} wanted_mark;

typedef struct making {
    rp_arena arena;
    const toy *from;
    rp_model *model;
    expr_scope scope;
    expr_table exprs;
    rp_fact facts[MAKING_SETS * 2];
    rp_var vars[TOY_VARS];
    wanted_mark wanted[MAKING_MAX];
    uint32_t wanted_count;
    uint16_t next_mark;
    rp_node nodes[TOY_NODES];
    rp_choice choices[MAKING_MAX];
    uint32_t choice_count;
    rp_ask asks[MAKING_MAX];
    uint32_t ask_count;
    uint16_t offers[MAKING_MAX];
    uint32_t offer_count;
    uint16_t marks[MAKING_MAX];
    uint32_t mark_count;
    rp_assign assigns[MAKING_MAX];
    uint32_t assign_count;
    rp_route routes[MAKING_MAX];
    uint32_t route_count;
    rp_line lines[MAKING_MAX];
    uint32_t line_count;
    rp_interrupt interrupts[TOY_INTERRUPTS];
    rp_record records[TOY_RECORDS];
    rp_critical critical;
    const char *texts[MAKING_MAX];
    uint32_t text_count;
} making;

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

static rp_expr expr_of(making *m, const char *source, expr_type type)
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

static rp_ref text_of(making *m, const char *text)
{
    m->texts[m->text_count] = text;
    return m->text_count++;
}

static uint16_t node_idx(const toy *from, const char *id)
{
    for (uint32_t i = 0; i < from->node_count; i++) {
        if (strcmp(from->nodes[i].id, id) == 0) {
            return (uint16_t)i;
        }
    }
    fail_msg("toy: no node `%s`", id);
    return RP_NONE;
}

static rp_span make_route(making *m, uint32_t count, const toy_route *route)
{
    rp_span span = {.first = m->route_count, .count = count};

    for (uint32_t i = 0; i < count; i++) {
        m->routes[m->route_count++] = (rp_route){
            .when = expr_of(m, route[i].when, EXPR_T_BOOLEAN),
            .node = node_idx(m->from, route[i].to),
        };
    }
    return span;
}

static rp_span make_assigns(making *m, const toy_choice *choice)
{
    rp_span span = {.first = m->assign_count, .count = choice->assign_count};

    for (uint32_t i = 0; i < choice->assign_count; i++) {
        const toy_assign *assign = &choice->assigns[i];
        rp_assign *made = &m->assigns[m->assign_count++];
        for (uint32_t var = 0; var < m->from->var_count; var++) {
            if (strcmp(m->from->vars[var].name, assign->var) == 0) {
                made->var = (uint16_t)var;
            }
        }
        made->is_add = assign->is_add;
        made->expr =
            expr_of(m, assign->value,
                    m->from->vars[made->var].is_boolean ? EXPR_T_BOOLEAN
                                                        : EXPR_T_INTEGER);
    }
    return span;
}

/* `owner` is a turn's id, "anytime" or "form/ask". */
static void make_choice(making *m, const toy_choice *choice, const char *owner)
{
    rp_choice *made = &m->choices[m->choice_count++];

    *made = (rp_choice){
        .id = choice->id,
        .owner = rp_arena_copy(&m->arena, owner, strlen(owner)),
        .text = text_of(m, choice->text[0] != '\0' ? choice->text : choice->id),
        .when = expr_of(m, choice->when, EXPR_T_BOOLEAN),
        .once_mark = choice->once ? m->next_mark++ : RP_NONE,
        .step = RP_NONE,
        .critical = choice->is_critical ? 0 : RP_NONE,
        .stays = choice->stay,
        .is_anytime = choice->is_anytime,
        .assigns = make_assigns(m, choice),
        .route = make_route(m, choice->route_count, choice->route),
    };
    for (int i = 0; i < RP_SCORES; i++) {
        made->points[i] = (int16_t)choice->points[i];
    }
    for (int i = 0; i < RP_MOODS; i++) {
        made->mood[i] = (int16_t)choice->mood[i];
    }
}

static void make_asks(making *m, const toy_node *node, rp_node *made)
{
    made->asks = (rp_span){m->ask_count, node->ask_count};
    for (uint32_t i = 0; i < node->ask_count; i++) {
        const toy_ask *ask = &node->asks[i];
        char owner[2 * TOY_ID + 2];
        (void)snprintf(owner, sizeof owner, "%s/%s", node->id, ask->id);
        m->asks[m->ask_count++] = (rp_ask){
            .id = ask->id,
            .text = text_of(m, ask->id),
            .many = ask->many,
            .answers = {m->choice_count, ask->answer_count},
        };
        for (uint32_t j = 0; j < ask->answer_count; j++) {
            make_choice(m, &ask->answers[j], owner);
        }
    }
}

static void make_lines(making *m, const toy_node *node, rp_node *made)
{
    made->says = (rp_span){m->line_count, node->line_count};
    for (uint32_t i = 0; i < node->line_count; i++) {
        m->lines[m->line_count++] = (rp_line){
            .when = expr_of(m, node->lines[i].when, EXPR_T_BOOLEAN),
            .text = text_of(m, node->lines[i].text),
        };
    }
}

static void make_node(making *m, uint32_t idx)
{
    const toy_node *node = &m->from->nodes[idx];
    rp_node *made = &m->nodes[idx];

    *made = (rp_node){
        .id = node->id,
        .kind = node->kind,
        .seen_mark = RP_NONE,
        .at_fact = RP_NONE,
        .outcome = node->outcome,
        .hint = node->has_hint ? text_of(m, "A hint.") : 0,
        .route = make_route(m, node->route_count, node->route),
    };
    make_lines(m, node, made);
    made->offers = (rp_span){m->offer_count, node->choice_count};
    for (uint32_t i = 0; i < node->choice_count; i++) {
        m->offers[m->offer_count++] = (uint16_t)m->choice_count;
        make_choice(m, &node->choices[i], node->id);
    }
    make_asks(m, node, made);
    if (node->has_silence) {
        made->silence.after_s = 10;
        made->silence.route =
            make_route(m, node->silence_route_count, node->silence_route);
        for (int i = 0; i < RP_MOODS; i++) {
            made->silence.mood[i] = (int16_t)node->silence_mood[i];
        }
    }
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

static void make_interrupts(making *m)
{
    for (uint32_t i = 0; i < m->from->interrupt_count; i++) {
        const toy_interrupt *interrupt = &m->from->interrupts[i];
        m->interrupts[i] = (rp_interrupt){
            .id = interrupt->id,
            .when = expr_of(m, interrupt->when, EXPR_T_BOOLEAN),
            .node = node_idx(m->from, interrupt->to),
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
    model->hangs_up =
        from->hangs_up[0] == '\0' ? RP_NONE : node_idx(from, from->hangs_up);
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
    make_scope(m);
    for (uint32_t i = 0; i < from->node_count; i++) {
        make_node(m, i);
    }
    make_interrupts(m);
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
