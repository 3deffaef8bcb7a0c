/*
 * The memory of a run. A mark is allotted where a later rule can read it, and
 * to nothing else: the fewer there are, the more states are one.
 */
#include <stdlib.h>
#include <string.h>

#include "compile.h"

uint16_t compile_mark(compiler *c)
{
    uint32_t mark = c->mark_count++;
    return mark < RP_MARKS_MAX ? (uint16_t)mark : 0;
}

/* ------------------------------------------------------- tests by name */

/* The nearest name in a map, and among the pairs turn/anytime reply. */
static const char *nearest_in(const compiler *c, name_map map,
                              const char *wanted)
{
    size_t count = json_object_size(c->maps[map]);
    const char **names = calloc(count + 1, sizeof *names);
    if (names == NULL) {
        return NULL;
    }
    const char *name = NULL;
    json_t *value = NULL;
    size_t i = 0;
    json_object_foreach(c->maps[map], name, value)
    {
        names[i++] = name;
    }
    const char *nearest = rp_nearest_name(wanted, names, count);
    free(names);
    return nearest;
}

/* "opening/hold", where `hold` can be said at any time. */
static bool is_anytime_in_turn(const compiler *c, const char *wanted)
{
    const char *slash = strchr(wanted, '/');
    char turn[80];
    if (slash == NULL || (size_t)(slash - wanted) >= sizeof turn) {
        return false;
    }
    memcpy(turn, wanted, (size_t)(slash - wanted));
    turn[slash - wanted] = '\0';
    place turns = place_key(&c->root, "turns");
    return compile_index(c, MAP_NODES, turn) < place_count(&turns) &&
           compile_index(c, MAP_ANYTIME, slash + 1) != RP_NONE;
}

static uint16_t said_mark(compiler *c, const char *wanted)
{
    uint16_t known = compile_index(c, MAP_SAID, wanted);
    bool is_there = compile_index(c, MAP_SAYINGS, wanted) != RP_NONE ||
                    is_anytime_in_turn(c, wanted);
    if (known == RP_NONE && is_there) {
        known = compile_mark(c);
        compile_name(c, MAP_SAID, wanted, known);
    }
    return known;
}

static uint16_t seen_mark(compiler *c, const char *wanted)
{
    uint16_t idx = compile_index(c, MAP_NODES, wanted);
    if (idx >= c->nodes.count) {
        return RP_NONE;
    }
    rp_node *node = (rp_node *)c->nodes.items + idx;
    if (node->seen_mark == RP_NONE) {
        node->seen_mark = compile_mark(c);
    }
    return node->seen_mark;
}

static uint16_t record_mark(const compiler *c, const char *wanted)
{
    uint16_t idx = compile_index(c, MAP_RECORDS, wanted);
    const rp_record *records = c->records.items;
    return idx < c->records.count ? records[idx].opened_mark : RP_NONE;
}

static uint16_t step_mark(const compiler *c, const char *wanted)
{
    uint16_t idx = compile_index(c, MAP_STEPS, wanted);
    const rp_step *steps = c->steps.items;
    return idx < c->steps.count ? steps[idx].done_mark : RP_NONE;
}

static uint16_t promise_mark(const compiler *c, const char *wanted,
                             bool is_kept)
{
    uint16_t idx = compile_index(c, MAP_PROMISES, wanted);
    const rp_promise *promises = c->promises.items;
    if (idx >= c->promises.count) {
        return RP_NONE;
    }
    return is_kept ? promises[idx].kept_mark : promises[idx].promised_mark;
}

static uint16_t mark_of(compiler *c, expr_test test, const char *wanted)
{
    switch (test) {
    case EXPR_SAID: return said_mark(c, wanted);
    case EXPR_SEEN: return seen_mark(c, wanted);
    case EXPR_OPENED: return record_mark(c, wanted);
    case EXPR_DONE: return step_mark(c, wanted);
    case EXPR_PROMISED: return promise_mark(c, wanted, false);
    case EXPR_KEPT: return promise_mark(c, wanted, true);
    case EXPR_TESTS: break;
    }
    return RP_NONE;
}

static uint16_t mark_for_scope(void *user, expr_test test, const char *wanted,
                               const char **nearest)
{
    static const name_map maps[EXPR_TESTS] = {
        MAP_SAYINGS, MAP_NODES,    MAP_RECORDS,
        MAP_STEPS,   MAP_PROMISES, MAP_PROMISES,
    };
    compiler *c = user;
    uint16_t mark = mark_of(c, test, wanted);
    if (mark == RP_NONE) {
        *nearest = nearest_in(c, maps[test], wanted);
    }
    return mark;
}

static int64_t intern_for_scope(void *user, const char *text)
{
    return compile_intern(user, text);
}

void compile_scope(compiler *c)
{
    rp_node *nodes = c->nodes.items;
    for (uint32_t i = 0; i < c->nodes.count; i++) {
        nodes[i].seen_mark = RP_NONE;
    }
    c->scope = (expr_scope){
        .var_count = c->vars.count,
        .vars = c->vars.items,
        .fact_count = c->fact_names.count,
        .fact_names = c->fact_names.items,
        .set_count = c->model->set_count,
        .facts = c->facts.items,
        .mark = mark_for_scope,
        .intern = intern_for_scope,
        .user = c,
    };
    expr_table_init(&c->exprs, &c->scope, c->arena, &c->scratch);
}

/* -------------------------------------------------- who sets which mark */

static void add_mark(compiler *c, uint16_t mark)
{
    if (mark != RP_NONE) {
        *(uint16_t *)vector_add(&c->marks) = mark;
    }
}

static void add_promise_marks(compiler *c, rp_span span, bool is_kept)
{
    const uint16_t *idx = c->promise_idx.items;
    const rp_promise *promises = c->promises.items;
    for (uint32_t i = span.first; i < span.first + span.count; i++) {
        if (idx[i] < c->promises.count) {
            add_mark(c, is_kept ? promises[idx[i]].kept_mark
                                : promises[idx[i]].promised_mark);
        }
    }
}

static void add_choice_marks(compiler *c, const rp_choice *choice,
                             const char *said_as)
{
    const rp_step *steps = c->steps.items;
    const rp_critical *criticals = c->criticals.items;
    bool is_answer = strchr(choice->owner, '/') != NULL;
    if (!is_answer) {
        add_mark(c, compile_index(c, MAP_SAID, choice->id));
    }
    add_mark(c, compile_index(c, MAP_SAID, said_as));
    add_mark(c, choice->once_mark);
    if (choice->step < c->steps.count) {
        add_mark(c, steps[choice->step].done_mark);
    }
    if (choice->critical < c->criticals.count) {
        add_mark(c, criticals[choice->critical].mark);
    }
    add_promise_marks(c, choice->promises, false);
    add_promise_marks(c, choice->keeps, true);
}

static void check_mark_count(compiler *c)
{
    if (c->mark_count > RP_MARKS_MAX) {
        spot where = spot_of(c->document, &c->scenario);
        faults_add(c->faults, FAULT_TOO_MANY, &where,
                   WORDS(digits_of(c->mark_count).text,
                         digits_of(RP_MARKS_MAX).text,
                         "things a call can remember"));
    }
}

void compile_marks(compiler *c)
{
    check_mark_count(c);
    if (c->broken || c->choices.refused || c->said_as.refused ||
        c->promise_idx.refused) {
        return;
    }
    const char *const *said_as = c->said_as.items;
    for (uint32_t i = 0; i < c->choices.count; i++) {
        rp_choice *choice = (rp_choice *)c->choices.items + i;
        choice->marks.first = c->marks.count;
        add_choice_marks(c, choice, said_as[i]);
        choice->marks.count = c->marks.count - choice->marks.first;
    }
}
