/*
 * A condition turned round answers the opposite in every state and fact set,
 * and no other condition answers otherwise than before.
 */
#include <stdio.h>

#include "scenario/model_world.h"
#include "support/refusing.h"
#include "support/test.h"

enum {
    STATES = 300
};

/* One of each form a program can take. */
static const char *const conditions[] = {
    "true",
    "calm > 50",
    "not own",
    "offers == 2",
    "said `r`",
    "fact.red",
    "fact.red and said `r`",
    "calm > 50 and own and not said `r`",
    "calm > 50 or own or fact.red",
    "(calm > 50 or own) and (trust < 20 or said `r`)",
    "calm + trust > 2 * patience",
    "fact.red == own",
    "100 // offers > 40 and own",
};

enum {
    CONDITIONS = sizeof conditions / sizeof *conditions
};

static rp_model *world(void)
{
    static char replies[4096];
    int length = 0;

    for (int i = 0; i < CONDITIONS; i++) {
        length += snprintf(replies + length, sizeof replies - (size_t)length,
                           ",{'id':'c%d','text':{'en':'Yes.'},'when':'%s'}", i,
                           conditions[i]);
    }
    static char turns[8192];
    (void)snprintf(turns, sizeof turns,
                   "{'id':'a','says':[{'text':{'en':'Hello?'}}],'replies':"
                   "[{'id':'r','text':{'en':'Hi.'},'to':[{'to':'z'}]}%s]}",
                   replies);
    return model_of(&(model_parts){
        .scenario = ",'vars':{'own':false,'offers':{'lo':0,'hi':3,'start':0}}",
        .turns = turns,
        .more = ",'facts':[{'red':true},{'red':false}]"});
}

static rp_state some_state(const rp_model *model, rp_random *random)
{
    rp_state state = state_of(model, (uint8_t)rp_random_below(random, 2));

    for (int i = 0; i < RP_MOODS; i++) {
        state.mood[i] = (uint8_t)rp_random_below(random, 101);
    }
    for (uint32_t i = 0; i < model->var_count; i++) {
        const rp_var *var = &model->vars[i];
        state.vars[i] = (uint16_t)rp_random_below(
            random, (uint32_t)(var->hi - var->lo) + 1);
    }
    state.memory[0] = rp_random_next(random);
    return state;
}

static void assert_only_turned(const rp_model *model, const rp_model *negated,
                               rp_expr turned)
{
    rp_random random = rp_random_seeded(turned);

    for (int i = 0; i < STATES; i++) {
        rp_state state = some_state(model, &random);
        for (rp_expr expr = 1; expr <= model->expr_count; expr++) {
            bool before = rp_expr_holds(model, expr, &state);
            bool after = rp_expr_holds(negated, expr, &state);
            if ((before != after) != (expr == turned)) {
                fail_msg("`%s` with `%s` turned", rp_expr_text(model, expr),
                         rp_expr_text(model, turned));
            }
        }
    }
}

static void a_condition_turned_round_answers_the_opposite(void **state)
{
    rp_model *model = world();
    (void)state;

    assert_int_equal(model->expr_count, CONDITIONS);
    for (rp_expr expr = 1; expr <= model->expr_count; expr++) {
        rp_arena arena;
        rp_model negated;
        rp_arena_init(&arena, rp_alloc_default());
        assert_int_equal(rp_model_negate(model, expr, &arena, &negated, NULL),
                         RP_OK);
        assert_only_turned(model, &negated, expr);
        rp_arena_clear(&arena);
    }
    rp_model_free(model);
}

static void what_a_turned_condition_reads_stays_the_same(void **state)
{
    rp_model *model = world();
    (void)state;

    for (rp_expr expr = 1; expr <= model->expr_count; expr++) {
        rp_arena arena;
        rp_model negated;
        rp_reads before = {.vars = 0};
        rp_reads after = {.vars = 0};
        rp_arena_init(&arena, rp_alloc_default());
        assert_int_equal(rp_model_negate(model, expr, &arena, &negated, NULL),
                         RP_OK);
        rp_expr_reads(model, expr, &before);
        rp_expr_reads(&negated, expr, &after);
        assert_int_equal(before.vars, after.vars);
        assert_memory_equal(before.mood, after.mood, sizeof before.mood);
        assert_memory_equal(before.memory, after.memory, sizeof before.memory);
        assert_int_equal(rp_expr_may_divide_by_zero(model, expr),
                         rp_expr_may_divide_by_zero(&negated, expr));
        rp_arena_clear(&arena);
    }
    rp_model_free(model);
}

static void a_turned_condition_says_so(void **state)
{
    rp_model *model = world();
    rp_arena arena;
    rp_model negated;
    (void)state;

    rp_arena_init(&arena, rp_alloc_default());
    assert_int_equal(rp_model_negate(model, 2, &arena, &negated, NULL), RP_OK);
    assert_string_equal(rp_expr_text(&negated, 2), "not (calm > 50)");
    assert_string_equal(rp_expr_text(model, 2), "calm > 50");
    rp_arena_clear(&arena);
    rp_model_free(model);
}

static void refused_memory_is_told(void **state)
{
    rp_model *model = world();
    rp_status status = RP_E_MEMORY;
    (void)state;

    for (uint64_t allowed = 0; status != RP_OK; allowed++) {
        refusing r = {.allowed = allowed};
        rp_arena arena;
        rp_model negated;
        rp_arena_init(&arena, refusing_alloc(&r));
        status = rp_model_negate(model, 8, &arena, &negated, NULL);
        assert_true(status == RP_OK || status == RP_E_MEMORY);
        rp_arena_clear(&arena);
        assert_int_equal(r.blocks, 0);
    }
    rp_model_free(model);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_condition_turned_round_answers_the_opposite),
        cmocka_unit_test(what_a_turned_condition_reads_stays_the_same),
        cmocka_unit_test(a_turned_condition_says_so),
        cmocka_unit_test(refused_memory_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
