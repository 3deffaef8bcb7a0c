/*
 * The smallest world in which every kind of name of an expression means
 * something: three variables, two fact sets, a handful of marks, and a model
 * that holds nothing but expressions.
 */
#ifndef RAPPORT_TESTS_EXPR_WORLD_H
#define RAPPORT_TESTS_EXPR_WORLD_H

#include <string.h>

#include "scenario/model_internal.h"

enum {
    WORLD_FACTS = 9,
    WORLD_SETS = 2,
    WORLD_TEXTS = 64
};

typedef struct world_mark {
    expr_test test;
    const char *name;
    uint16_t mark;
} world_mark;

/* Marks in every word of the memory, the last bit among them. */
static const world_mark world_marks[] = {
    {EXPR_SAID, "calm-down", 0},   {EXPR_SAID, "opening/own", 1},
    {EXPR_SEEN, "opening", 63},    {EXPR_OPENED, "tickets", 64},
    {EXPR_DONE, "feed back", 130}, {EXPR_PROMISED, "news", 200},
    {EXPR_KEPT, "news", 255},
};

static const rp_var world_vars[] = {
    {.name = "owned", .is_boolean = true, .hi = 1},
    {.name = "offers", .hi = 3},
    {.name = "balance", .lo = -5, .hi = 900, .start = 10},
};

static const char *const world_fact_names[WORLD_FACTS] = {
    "red", "calls", "credit", "ticket", "caller", "at", "since", "day", "test",
};

/* Texts are interned as 1 "4471", 2 "Zhao Wei", 3 "5038", 4 "Gu Qiang". */
static const rp_fact world_facts[WORLD_SETS * WORLD_FACTS] = {
    {.kind = RP_V_BOOLEAN, .value = 1},
    {.kind = RP_V_INTEGER, .value = 2},
    {.kind = RP_V_MONEY, .value = 5000},
    {.kind = RP_V_TEXT, .value = 1},
    {.kind = RP_V_NAME, .value = 2},
    {.kind = RP_V_DATETIME, .value = 29291670},
    {.kind = RP_V_DATETIME, .value = 29290780},
    {.kind = RP_V_DATE, .value = 20341},
    {.kind = RP_V_CLOCK, .value = 840},

    {.kind = RP_V_BOOLEAN, .value = 0},
    {.kind = RP_V_INTEGER, .value = 0},
    {.kind = RP_V_MONEY, .value = -150},
    {.kind = RP_V_TEXT, .value = 3},
    {.kind = RP_V_NAME, .value = 4},
    {.kind = RP_V_DATETIME, .value = 29301555},
    {.kind = RP_V_DATETIME, .value = 29300825},
    {.kind = RP_V_DATE, .value = 20348},
    {.kind = RP_V_CLOCK, .value = 810},
};

typedef struct world {
    rp_arena arena;
    expr_scope scope;
    expr_table table;
    const char *texts[WORLD_TEXTS];
    size_t text_count;
    rp_model model;
    struct rp_model_private hidden;
    rp_state state;
} world;

static inline uint16_t world_mark_of(void *user, expr_test test,
                                     const char *wanted, const char **nearest)
{
    (void)user;
    for (size_t i = 0; i < sizeof world_marks / sizeof world_marks[0]; i++) {
        const world_mark *m = &world_marks[i];
        if (m->test == test && strcmp(m->name, wanted) == 0) {
            return m->mark;
        }
        if (m->test == test && rp_nearest_name(wanted, &m->name, 1) != NULL) {
            *nearest = m->name;
        }
    }
    return RP_NONE;
}

static inline int64_t world_intern(void *user, const char *text)
{
    world *w = user;
    size_t i = 0;
    while (i < w->text_count && strcmp(w->texts[i], text) != 0) {
        i++;
    }
    if (i == w->text_count && i < WORLD_TEXTS) {
        w->texts[w->text_count++] =
            rp_arena_copy(&w->arena, text, strlen(text));
    }
    return (int64_t)i + 1;
}

static inline void world_init(world *w)
{
    memset(w, 0, sizeof *w);
    rp_arena_init(&w->arena, rp_alloc_default());
    w->scope = (expr_scope){
        .var_count = sizeof world_vars / sizeof world_vars[0],
        .vars = world_vars,
        .fact_count = WORLD_FACTS,
        .fact_names = world_fact_names,
        .set_count = WORLD_SETS,
        .facts = world_facts,
        .mark = world_mark_of,
        .intern = world_intern,
        .user = w,
    };
    (void)world_intern(w, "4471");
    (void)world_intern(w, "Zhao Wei");
    (void)world_intern(w, "5038");
    (void)world_intern(w, "Gu Qiang");
    expr_table_init(&w->table, &w->scope, &w->arena, NULL);
    w->model.set_count = WORLD_SETS;
    w->model.hidden = &w->hidden;
    w->state.mood[RP_CALM] = 40;
    w->state.mood[RP_TRUST] = 25;
    w->state.mood[RP_PATIENCE] = 55;
    w->state.vars[2] = 15; /* balance 10 */
}

static inline void world_clear(world *w)
{
    rp_arena_clear(&w->arena);
}

static inline void world_set_mark(world *w, uint16_t mark)
{
    w->state.memory[mark / 64] |= UINT64_C(1) << (mark % 64);
}

/* Adds an expression; 0 and `fault` filled when it cannot be read. */
static inline rp_expr world_add(world *w, const char *source, expr_type type,
                                expr_fault *fault)
{
    rp_expr expr = expr_table_add(&w->table, source, type, fault);
    expr_table_freeze(&w->table, &w->model);
    return expr;
}

#endif
