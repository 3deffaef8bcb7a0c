/*
 * Which choices can be right, against asking for the regret of every move of
 * every call.
 */
#include <string.h>

#include "rapport/solve.h"
#include "support/brute.h"
#include "support/refusing.h"
#include "support/test.h"
#include "support/toy.h"

enum {
    CALLS = 150,
    CHOICES_MAX = 512
};

typedef struct asking {
    const rp_model *model;
    rp_walk *walk;
    bool is_strong[CHOICES_MAX];
} asking;

/* Marks what a strong move is made of. */
static void mark_move(asking *a, const rp_state *state, const rp_move *move)
{
    const rp_node *form = &a->model->nodes[state->node];
    uint32_t bit = 0;

    if (move->kind == RP_MOVE_REPLY) {
        a->is_strong[move->index] = true;
        return;
    }
    for (uint32_t i = 0; i < form->asks.count; i++) {
        rp_span answers = a->model->asks[form->asks.first + i].answers;
        for (uint32_t j = 0; j < answers.count; j++, bit++) {
            if ((move->answers >> bit & 1) != 0) {
                a->is_strong[answers.first + j] = true;
            }
        }
    }
}

static void ask_all(asking *a, const rp_state *state);

static void ask_moves(asking *a,
                      const rp_state *state) // NOLINT(misc-no-recursion)
{
    static const int32_t nothing[RP_SCORES];
    rp_move moves[BRUTE_WAYS];
    uint32_t count = brute_moves(a->model, state, moves);

    for (uint32_t i = 0; i < count; i++) {
        rp_standing from = {state, nothing};
        rp_state next = *state;
        rp_regret regret;
        assert_int_equal(
            rp_walk_regret(a->walk, &from, &moves[i], &regret, NULL), RP_OK);
        if (regret.is_strong) {
            mark_move(a, state, &moves[i]);
        }
        rp_state_step(a->model, &next, &moves[i], NULL);
        ask_all(a, &next);
    }
}

/* Every call, every record opened whenever it can be. */
static void ask_all(asking *a,
                    const rp_state *state) // NOLINT(misc-no-recursion)
{
    if (rp_state_has_ended(a->model, state) ||
        rp_state_is_critical(a->model, state)) {
        return;
    }
    ask_moves(a, state);
    for (uint32_t i = 0; i < a->model->record_count; i++) {
        uint16_t mark = a->model->records[i].opened_mark;
        if (mark != RP_NONE && !rp_mark_is_set(state, mark)) {
            rp_state opened = *state;
            rp_mark_set(&opened, mark);
            ask_all(a, &opened);
        }
    }
}

static rp_walk *open_walk(const rp_model *model)
{
    rp_walk_how how = {0, rp_alloc_default(), NULL};
    rp_walk *walk = NULL;

    assert_int_equal(rp_walk_open(model, &how, &walk, NULL), RP_OK);
    return walk;
}

static void strong_is_what_some_move_loses_nothing_by(void **unused)
{
    (void)unused;
    static toy from;
    uint32_t found = 0;

    for (uint64_t seed = 1; seed <= CALLS; seed++) {
        toy_random(&from, seed);
        from.moves_max = 3;
        rp_model *model = toy_model(&from);
        bool is_strong[CHOICES_MAX] = {false};
        asking a = {.model = model, .walk = open_walk(model)};
        rp_state start;

        assert_int_equal(rp_walk_strong(a.walk, is_strong, NULL), RP_OK);
        rp_state_begin(model, 0, &start, NULL);
        ask_all(&a, &start);
        for (uint32_t i = 0; i < model->choice_count; i++) {
            assert_true(!is_strong[i] || a.is_strong[i]);
            found += is_strong[i];
        }
        rp_walk_free(a.walk);
        toy_model_free(model);
    }
    assert_true(found > CALLS);
}

static void the_best_run_is_made_of_strong_choices(void **unused)
{
    (void)unused;
    static toy from;

    for (uint64_t seed = 1; seed <= CALLS; seed++) {
        toy_random(&from, seed);
        rp_model *model = toy_model(&from);
        asking a = {.model = model, .walk = open_walk(model)};
        bool is_strong[CHOICES_MAX] = {false};
        rp_move best[BRUTE_MOVES];
        int32_t points[RP_SCORES];
        rp_state state;

        assert_int_equal(rp_walk_strong(a.walk, is_strong, NULL), RP_OK);
        uint32_t count = rp_walk_best(a.walk, best, BRUTE_MOVES, points);
        rp_state_begin(model, 0, &state, NULL);
        for (uint32_t i = 0; i < count && i < BRUTE_MOVES; i++) {
            if (best[i].kind == RP_MOVE_REPLY || best[i].kind == RP_MOVE_FORM) {
                mark_move(&a, &state, &best[i]);
            }
            rp_state_step(model, &state, &best[i], NULL);
        }
        for (uint32_t i = 0; i < model->choice_count; i++) {
            assert_true(!a.is_strong[i] || is_strong[i]);
        }
        rp_walk_free(a.walk);
        toy_model_free(model);
    }
}

/* `right` earns, `wrong` does not, `out` ends the call as lost. */
static void a_reply_that_loses_is_not_strong(void **unused)
{
    (void)unused;
    toy from = {
        .node_count = 3,
        .mood = {50, 50, 50},
        .nodes = {{.id = "a",
                   .kind = RP_TURN,
                   .choice_count = 3,
                   .choices = {{.id = "right", .points = {1}},
                               {.id = "wrong"},
                               {.id = "out",
                                .points = {5},
                                .route_count = 1,
                                .route = {{.to = "lost"}}}},
                   .route_count = 1,
                   .route = {{.to = "end"}}},
                  {.id = "end", .kind = RP_ENDING},
                  {.id = "lost", .kind = RP_ENDING, .outcome = RP_LOST}},
    };
    rp_model *model = toy_model(&from);
    rp_walk *walk = open_walk(model);
    bool is_strong[CHOICES_MAX] = {false};

    assert_int_equal(rp_walk_strong(walk, is_strong, NULL), RP_OK);

    assert_true(is_strong[0]);
    assert_false(is_strong[1]);
    assert_false(is_strong[2]);
    rp_walk_free(walk);
    toy_model_free(model);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strong_is_what_some_move_loses_nothing_by),
        cmocka_unit_test(the_best_run_is_made_of_strong_choices),
        cmocka_unit_test(a_reply_that_loses_is_not_strong),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
