/*
 * The likeliest, best and worst state at a node, against trying every call
 * one after another.
 */
#include <stdlib.h>
#include <string.h>

#include "solve/solve_internal.h"
#include "support/brute.h"
#include "support/refusing.h"
#include "support/test.h"
#include "support/toy.h"

enum {
    CALLS = 250,
    SETS_MAX = 2,
    STATES_MAX = 1 << 16
};

/* How good a place is: as a fraction of a full score. */
typedef struct good {
    bool is_there;
    bool ends_well;
    int64_t value;
    int64_t unit;
} good;

/* What the brute force finds of one model. */
typedef struct trial {
    const rp_model *model;
    brute b;       /* of the fact set at hand */
    rp_walk *full; /* tells which states are one */
    good best[TOY_NODES];
    good worst[TOY_NODES];
    double most_visits[TOY_NODES];
    double visits[STATES_MAX]; /* a state of the set at hand */
} trial;

/* A call on its way. */
typedef struct call {
    rp_state state;
    int32_t points[RP_SCORES];
    double share;
} call;

static int compare(const good *a, const good *b)
{
    long double left = (long double)a->value * (long double)b->unit;
    long double right = (long double)b->value * (long double)a->unit;

    if (a->ends_well != b->ends_well) {
        return a->ends_well ? 1 : -1;
    }
    return (left > right) - (left < right);
}

static good judge_call(const trial *t, const call *at)
{
    good made = {.is_there = true, .unit = t->b.unit};

    made.ends_well =
        !rp_state_is_critical(t->model, &at->state) &&
        brute_attainable(&t->b, &at->state, at->points, &made.value);
    if (!made.ends_well) {
        made.value = 0;
        for (int i = 0; i < RP_SCORES; i++) {
            made.value += t->b.weight[i] * at->points[i];
        }
    }
    return made;
}

static bool can_be_shown(const rp_model *model, const rp_state *state)
{
    return state->moves < model->moves_max ||
           model->nodes[state->node].kind == RP_ENDING;
}

static void stand(trial *t, const call *at)
{
    uint16_t node = at->state.node;

    if (!can_be_shown(t->model, &at->state)) {
        return;
    }
    good here = judge_call(t, at);
    if (!t->best[node].is_there || compare(&here, &t->best[node]) > 0) {
        t->best[node] = here;
    }
    if (!t->worst[node].is_there || compare(&here, &t->worst[node]) < 0) {
        t->worst[node] = here;
    }
}

/* Counts a call that has just come to a state by a counted move. */
static void arrive(trial *t, const call *at)
{
    uint32_t state = walk_find(t->full, &at->state);

    assert_true(state < STATES_MAX);
    t->visits[state] += at->share;
}

static void play_on(trial *t, const call *at);

static double chance_of(const rp_model *model, const rp_state *state,
                        const rp_move *move, uint32_t count)
{
    const rp_node *form = &model->nodes[state->node];
    uint64_t open = rp_state_answers(model, state);
    double chance = 1;
    uint32_t bit = 0;

    if (move->kind == RP_MOVE_REPLY) {
        return 1.0 / count;
    }
    for (uint32_t i = 0; i < form->asks.count; i++) {
        const rp_ask *ask = &model->asks[form->asks.first + i];
        uint32_t offered = 0;
        for (uint32_t j = 0; j < ask->answers.count; j++, bit++) {
            offered += (uint32_t)(open >> bit & 1);
        }
        chance /= ask->many ? (double)(1U << offered) : offered;
    }
    return chance;
}

static void make_move( // NOLINT(misc-no-recursion)
    trial *t, const call *at, const rp_move *move, double chance)
{
    call next = *at;
    rp_effect effect;

    next.share *= chance;
    rp_state_step(t->model, &next.state, move, &effect);
    for (int i = 0; i < RP_SCORES; i++) {
        next.points[i] += effect.points[i];
    }
    if (move->kind != RP_MOVE_OPEN) {
        arrive(t, &next);
    }
    play_on(t, &next);
}

static void play_on(trial *t, const call *at) // NOLINT(misc-no-recursion)
{
    rp_move moves[BRUTE_WAYS];
    const rp_node *node = &t->model->nodes[at->state.node];

    stand(t, at);
    if (rp_state_has_ended(t->model, &at->state)) {
        return;
    }
    uint32_t count = brute_moves(t->model, &at->state, moves);
    for (uint32_t i = 0; i < count; i++) {
        make_move(t, at, &moves[i],
                  chance_of(t->model, &at->state, &moves[i], count));
    }
    if (node->kind == RP_TURN && node->silence.after_s > 0) {
        make_move(t, at, &(rp_move){.kind = RP_MOVE_SILENCE}, 0);
    }
    for (uint16_t i = 0; i < t->model->record_count; i++) {
        uint16_t mark = t->model->records[i].opened_mark;
        if (mark != RP_NONE && !rp_mark_is_set(&at->state, mark)) {
            make_move(t, at, &(rp_move){.kind = RP_MOVE_OPEN, .index = i}, 0);
        }
    }
}

static rp_walk *walk_everything(const rp_model *model, uint16_t set)
{
    rp_state start;
    rp_walk *full = NULL;

    rp_state_begin(model, set, &start, NULL);
    walk_origin from = {.model = model,
                        .root = &start,
                        .alloc = rp_alloc_default(),
                        .options = {.follows_all = true}};
    assert_int_equal(walk_from(&from, &full, NULL), RP_OK);
    return full;
}

static void try_set(trial *t, uint16_t set)
{
    call start = {.share = 1};

    memset(t->visits, 0, sizeof t->visits);
    brute_solve(&t->b, t->model, set);
    t->full = walk_everything(t->model, set);
    rp_state_begin(t->model, set, &start.state, NULL);
    arrive(t, &start);
    play_on(t, &start);
    for (uint32_t i = 0; i < t->full->states.count; i++) {
        size_t node = (size_t)(walk_node(t->full, i) - t->model->nodes);
        if (t->visits[i] > t->most_visits[node]) {
            t->most_visits[node] = t->visits[i];
        }
    }
    rp_walk_free(t->full);
}

/* The end of a run that was found, played as it is written. */
static call replay(const rp_model *model, const rp_moment_run *run)
{
    call at = {.share = 1};

    rp_state_begin(model, run->set, &at.state, NULL);
    for (uint32_t i = 0; i < run->move_count; i++) {
        rp_effect effect;
        rp_move move = toy_move(model, &at.state, run->moves[i]);
        rp_state_step(model, &at.state, &move, &effect);
        for (int j = 0; j < RP_SCORES; j++) {
            at.points[j] += effect.points[j];
        }
    }
    return at;
}

static void assert_outlook(trial *t, const rp_moment_run *run,
                           const good *wanted)
{
    call at = replay(t->model, run);
    good claimed = {true, run->ends_well, run->attainable, run->unit};

    brute_solve(&t->b, t->model, run->set);
    good here = judge_call(t, &at);
    assert_int_equal(compare(&claimed, wanted), 0);
    assert_int_equal(compare(&here, wanted), 0);
}

static void assert_near(double a, double b)
{
    assert_true(a - b < 1e-9 && b - a < 1e-9);
}

static void assert_node(trial *t, const rp_moments *found, uint16_t node)
{
    const rp_moment_run *runs = &found->runs[node * RP_MOMENTS];

    for (int m = 0; m < RP_MOMENTS; m++) {
        assert_int_equal(runs[m].is_there, t->best[node].is_there);
        if (runs[m].is_there) {
            call at = replay(t->model, &runs[m]);
            assert_int_equal(at.state.node, node);
            assert_true(can_be_shown(t->model, &at.state));
        }
    }
    if (t->best[node].is_there) {
        assert_outlook(t, &runs[RP_MOMENT_BEST], &t->best[node]);
        assert_outlook(t, &runs[RP_MOMENT_WORST], &t->worst[node]);
    }
}

static rp_moments moments_of(const rp_model *model, rp_arena *arena)
{
    rp_moments found;

    rp_arena_init(arena, rp_alloc_default());
    assert_int_equal(rp_moments_find(model, NULL, arena, &found, NULL), RP_OK);
    return found;
}

static void random_calls_have_the_moments_that_trying_all_finds(void **unused)
{
    (void)unused;
    static toy from;
    static trial t;
    rp_arena arena;

    for (uint64_t seed = 1; seed <= CALLS; seed++) {
        toy_random(&from, seed);
        from.moves_max = 3;
        from.set_count = seed % 4 == 0 ? SETS_MAX : 1;
        rp_model *model = toy_model(&from);
        memset(&t, 0, sizeof t);
        t.model = model;

        rp_moments found = moments_of(model, &arena);

        assert_true(found.is_exact);
        for (uint16_t set = 0; set < model->set_count; set++) {
            try_set(&t, set);
        }
        for (uint16_t i = 0; i < model->node_count; i++) {
            assert_node(&t, &found, i);
        }
        rp_arena_clear(&arena);
        toy_model_free(model);
    }
}

/* Endings only: there, the limit of moves takes nobody out. */
static void the_likeliest_state_is_come_to_most_often(void **unused)
{
    (void)unused;
    static toy from;
    static trial t;
    rp_arena arena;
    uint32_t shown = 0;

    for (uint64_t seed = 1; seed <= CALLS; seed++) {
        toy_random(&from, seed);
        from.set_count = 1;
        from.moves_max = 3;
        rp_model *model = toy_model(&from);
        memset(&t, 0, sizeof t);
        t.model = model;

        rp_moments found = moments_of(model, &arena);

        try_set(&t, 0);
        for (uint16_t i = 0; i < model->node_count; i++) {
            const rp_moment_run *run = &found.runs[i * RP_MOMENTS];
            if (run->is_there && model->nodes[i].kind == RP_ENDING) {
                call at = replay(model, run);
                rp_walk *full = walk_everything(model, 0);
                assert_near(run->visits, t.most_visits[i]);
                assert_near(t.visits[walk_find(full, &at.state)], run->visits);
                rp_walk_free(full);
                shown++;
            }
        }
        rp_arena_clear(&arena);
        toy_model_free(model);
    }
    assert_true(shown > CALLS / 4);
}

/* Turn a: `warm` earns and `cold` does not; both lead to b, where it ends. */
static toy two_ways(void)
{
    return (toy){
        .node_count = 4,
        .mood = {50, 50, 50},
        .moves_max = 5,
        .nodes = {{.id = "a",
                   .kind = RP_TURN,
                   .choice_count = 3,
                   .choices = {{.id = "warm", .points = {0, 3, 0}},
                               {.id = "cold", .mood = {-20, 0, 0}},
                               {.id = "rude", .is_critical = true}},
                   .route_count = 1,
                   .route = {{.to = "b"}}},
                  {.id = "b",
                   .kind = RP_TURN,
                   .choice_count = 1,
                   .choices = {{.id = "bye", .points = {0, 1, 0}}},
                   .route_count = 1,
                   .route = {{.to = "end"}}},
                  {.id = "end", .kind = RP_ENDING},
                  {.id = "nowhere", .kind = RP_ENDING}},
    };
}

static void best_and_worst_tell_how_one_came_there(void **unused)
{
    (void)unused;
    toy from = two_ways();
    rp_model *model = toy_model(&from);
    rp_arena arena;

    rp_moments found = moments_of(model, &arena);

    const rp_moment_run *b = &found.runs[1 * RP_MOMENTS];
    assert_string_equal(b[RP_MOMENT_BEST].moves[0], "warm");
    assert_true(b[RP_MOMENT_BEST].ends_well);
    assert_int_equal(b[RP_MOMENT_BEST].attainable,
                     RP_FULL_BP * b[RP_MOMENT_BEST].unit);
    assert_string_equal(b[RP_MOMENT_WORST].moves[0], "rude");
    assert_false(b[RP_MOMENT_WORST].ends_well);
    rp_arena_clear(&arena);
    toy_model_free(model);
}

static void what_is_never_reached_has_no_moment(void **unused)
{
    (void)unused;
    toy from = two_ways();
    rp_model *model = toy_model(&from);
    rp_arena arena;

    rp_moments found = moments_of(model, &arena);

    for (int m = 0; m < RP_MOMENTS; m++) {
        assert_false(found.runs[3 * RP_MOMENTS + m].is_there);
    }
    rp_arena_clear(&arena);
    toy_model_free(model);
}

static void the_start_needs_no_move(void **unused)
{
    (void)unused;
    toy from = two_ways();
    rp_model *model = toy_model(&from);
    rp_arena arena;

    rp_moments found = moments_of(model, &arena);

    assert_true(found.runs[0].is_there);
    assert_int_equal(found.runs[0].move_count, 0);
    rp_arena_clear(&arena);
    toy_model_free(model);
}

static bool give_up(void *user, uint64_t states)
{
    (void)user;
    (void)states;
    return true;
}

static void who_cancels_gets_nothing(void **unused)
{
    (void)unused;
    toy from = two_ways();
    rp_model *model = toy_model(&from);
    rp_budget budget = {.progress = give_up};
    rp_moments found;
    rp_arena arena;

    rp_arena_init(&arena, rp_alloc_default());
    assert_int_equal(rp_moments_find(model, &budget, &arena, &found, NULL),
                     RP_E_STATE);
    rp_arena_clear(&arena);
    toy_model_free(model);
}

static void moments_survive_refused_memory(void **unused)
{
    (void)unused;
    static toy from;
    toy_random(&from, 7);
    from.moves_max = 3;
    rp_model *model = toy_model(&from);
    rp_status status = RP_E_MEMORY;

    for (uint64_t n = 0; status != RP_OK; n++) {
        refusing r = {.allowed = n};
        rp_moments found;
        rp_arena arena;
        rp_arena_init(&arena, refusing_alloc(&r));
        status = rp_moments_find(model, NULL, &arena, &found, NULL);
        assert_true(status == RP_OK || status == RP_E_MEMORY);
        rp_arena_clear(&arena);
        assert_int_equal(r.blocks, 0);
    }
    toy_model_free(model);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_calls_have_the_moments_that_trying_all_finds),
        cmocka_unit_test(the_likeliest_state_is_come_to_most_often),
        cmocka_unit_test(best_and_worst_tell_how_one_came_there),
        cmocka_unit_test(what_is_never_reached_has_no_moment),
        cmocka_unit_test(the_start_needs_no_move),
        cmocka_unit_test(who_cancels_gets_nothing),
        cmocka_unit_test(moments_survive_refused_memory),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
