/*
 * Where blind guessers get to, against trying every call one after another.
 */
#include <stdlib.h>
#include <string.h>

#include "rapport/solve.h"
#include "support/brute.h"
#include "support/refusing.h"
#include "support/test.h"
#include "support/toy.h"

enum {
    PLACES_MAX = TOY_NODES + TOY_INTERRUPTS,
    CALLS = 400
};

/* What the brute force adds up. */
typedef struct tally {
    const rp_model *model;
    double chance[PLACES_MAX];
    double visits[PLACES_MAX];
    double said[512];
    double limit;
} tally;

/* One call on its way: how likely, and where it has been. */
typedef struct guessed {
    rp_state state;
    double share;
    uint32_t been; /* bits of places */
} guessed;

static void be_at(tally *sum, guessed *call, uint16_t place)
{
    sum->visits[place] += call->share;
    if ((call->been >> place & 1) == 0) {
        sum->chance[place] += call->share;
    }
    call->been |= UINT32_C(1) << place;
}

/* Every move with its chance: each answer of an ask, each tick by a coin. */
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

static void play_on(tally *sum, guessed call) // NOLINT(misc-no-recursion)
{
    rp_move moves[BRUTE_WAYS];

    if (rp_state_has_ended(sum->model, &call.state)) {
        bool is_ending = sum->model->nodes[call.state.node].kind == RP_ENDING;
        sum->limit += is_ending ? 0 : call.share;
        return;
    }
    uint32_t count = brute_moves(sum->model, &call.state, moves);
    for (uint32_t i = 0; i < count; i++) {
        guessed next = call;
        rp_effect effect;
        next.share *= chance_of(sum->model, &call.state, &moves[i], count);
        if (moves[i].kind == RP_MOVE_REPLY) {
            sum->said[moves[i].index] += next.share;
        }
        rp_state_step(sum->model, &next.state, &moves[i], &effect);
        for (uint32_t j = 0; j < effect.node_count; j++) {
            be_at(sum, &next, effect.nodes[j]);
        }
        play_on(sum, next);
    }
}

static tally try_all(const rp_model *model)
{
    tally sum = {.model = model};
    guessed call = {.share = 1};
    rp_effect effect;

    rp_state_begin(model, 0, &call.state, &effect);
    for (uint32_t i = 0; i < effect.node_count; i++) {
        be_at(&sum, &call, effect.nodes[i]);
    }
    play_on(&sum, call);
    return sum;
}

static rp_mass mass_of(const rp_model *model, rp_arena *arena)
{
    rp_walk_how how = {0, rp_alloc_default(), NULL};
    rp_mass mass;

    rp_arena_init(arena, rp_alloc_default());
    assert_int_equal(rp_mass_find(model, &how, arena, &mass, NULL), RP_OK);
    return mass;
}

static void assert_near(double a, double b)
{
    assert_true(a - b < 1e-9 && b - a < 1e-9);
}

/* Flows into a place carry as much as its visits, the start's own apart. */
static void assert_flows_add_up(const rp_model *model, const rp_mass *mass)
{
    double into[PLACES_MAX] = {0};

    into[model->start] = 1;
    for (uint32_t i = 0; i < mass->flow_count; i++) {
        into[mass->flows[i].flow.to] += mass->flows[i].mass;
    }
    for (uint32_t i = 0; i < mass->place_count; i++) {
        assert_near(into[i], mass->visits[i]);
        assert_true(mass->is_met[i] || mass->visits[i] <= 0);
    }
}

static void assert_as_tried(const rp_model *model, const rp_mass *mass)
{
    tally sum = try_all(model);
    double said[512] = {0};

    for (uint32_t i = 0; i < model->node_count; i++) {
        assert_near(mass->chance[i], sum.chance[i]);
        assert_near(mass->visits[i], sum.visits[i]);
    }
    for (uint32_t i = 0; i < mass->flow_count; i++) {
        if (mass->flows[i].flow.kind == RP_FLOW_REPLY) {
            said[mass->flows[i].flow.choice] += mass->flows[i].mass;
        }
    }
    for (uint32_t i = 0; i < model->choice_count; i++) {
        assert_near(said[i], sum.said[i]);
    }
    assert_near(mass->limit, sum.limit);
}

static void random_calls_spread_as_trying_all_says(void **unused)
{
    (void)unused;
    static toy from;
    rp_arena arena;

    for (uint64_t seed = 1; seed <= CALLS; seed++) {
        toy_random(&from, seed);
        from.moves_max = 4;
        rp_model *model = toy_model(&from);

        rp_mass mass = mass_of(model, &arena);

        assert_true(mass.is_exact);
        assert_as_tried(model, &mass);
        assert_flows_add_up(model, &mass);
        rp_arena_clear(&arena);
        toy_model_free(model);
    }
}

/* `stay` comes back, `go` ends: a circle of one turn. */
static toy circle(void)
{
    return (toy){
        .node_count = 2,
        .mood = {50, 50, 50},
        .moves_max = 3,
        .nodes = {{.id = "a",
                   .kind = RP_TURN,
                   .choice_count = 2,
                   .choices = {{.id = "stay", .stay = true}, {.id = "go"}},
                   .route_count = 1,
                   .route = {{.to = "end"}}},
                  {.id = "end", .kind = RP_ENDING}},
    };
}

static void a_circle_is_visited_again_but_met_once(void **unused)
{
    (void)unused;
    toy from = circle();
    rp_model *model = toy_model(&from);
    rp_arena arena;

    rp_mass mass = mass_of(model, &arena);

    assert_near(mass.chance[0], 1);
    assert_near(mass.visits[0], 1 + 0.5 + 0.25 + 0.125);
    assert_near(mass.chance[1], 0.875);
    assert_near(mass.limit, 0.125);
    rp_arena_clear(&arena);
    toy_model_free(model);
}

static void an_interrupt_is_a_place_of_its_own(void **unused)
{
    (void)unused;
    toy from = circle();
    from.interrupt_count = 1;
    from.interrupts[0] =
        (toy_interrupt){.id = "i", .when = "said 'stay'", .to = "end"};
    rp_model *model = toy_model(&from);
    rp_arena arena;

    rp_mass mass = mass_of(model, &arena);

    assert_int_equal(mass.place_count, 3);
    assert_near(mass.chance[2], 0.5);
    assert_near(mass.chance[1], 1);
    assert_int_equal(mass.flow_count, 3);
    assert_int_equal(mass.flows[0].flow.to, 2); /* a, stay */
    assert_int_equal(mass.flows[1].flow.to, 1); /* a, go */
    assert_int_equal(mass.flows[2].flow.kind, RP_FLOW_INTERRUPT);
    assert_int_equal(mass.flows[2].flow.from, 2);
    rp_arena_clear(&arena);
    toy_model_free(model);
}

static void hanging_up_is_told_from_going_there(void **unused)
{
    (void)unused;
    toy from = circle();
    (void)strcpy(from.hangs_up, "end");
    from.mood[RP_PATIENCE] = 10;
    from.nodes[0].choices[0].mood[RP_PATIENCE] = -10;
    rp_model *model = toy_model(&from);
    rp_arena arena;

    rp_mass mass = mass_of(model, &arena);

    assert_int_equal(mass.flow_count, 2);
    assert_true(mass.flows[0].flow.hangs_up);
    assert_false(mass.flows[1].flow.hangs_up);
    rp_arena_clear(&arena);
    toy_model_free(model);
}

static void what_only_silence_leads_to_is_met_without_mass(void **unused)
{
    (void)unused;
    toy from = circle();
    from.node_count = 3;
    from.nodes[2] = (toy_node){.id = "hush", .kind = RP_ENDING};
    from.nodes[0].has_silence = true;
    from.nodes[0].silence_route_count = 1;
    (void)strcpy(from.nodes[0].silence_route[0].to, "hush");
    rp_model *model = toy_model(&from);
    rp_arena arena;

    rp_mass mass = mass_of(model, &arena);

    assert_true(mass.is_met[2]);
    assert_true(mass.visits[2] <= 0);
    rp_arena_clear(&arena);
    toy_model_free(model);
}

static void answers_count_as_often_as_they_are_given(void **unused)
{
    (void)unused;
    static toy from;
    memset(&from, 0, sizeof from);
    from.node_count = 2;
    from.nodes[0] = (toy_node){
        .id = "f",
        .kind = RP_FORM,
        .ask_count = 2,
        .asks =
            {{.id = "one",
              .answer_count = 4,
              .answers = {{.id = "a"}, {.id = "b"}, {.id = "c"}, {.id = "d"}}},
             {.id = "some",
              .many = true,
              .answer_count = 2,
              .answers = {{.id = "x"}, {.id = "y"}}}},
        .route_count = 1,
        .route = {{.to = "end"}}};
    from.nodes[1] = (toy_node){.id = "end", .kind = RP_ENDING};
    rp_model *model = toy_model(&from);
    rp_arena arena;

    rp_mass mass = mass_of(model, &arena);

    assert_near(mass.answers[0], 0.25);
    assert_near(mass.answers[3], 0.25);
    assert_near(mass.answers[4], 0.5);
    assert_near(mass.answers[5], 0.5);
    assert_near(mass.chance[1], 1);
    rp_arena_clear(&arena);
    toy_model_free(model);
}

static void mass_survives_refused_memory(void **unused)
{
    (void)unused;
    static toy from;
    toy_random(&from, 7);
    from.moves_max = 3;
    rp_model *model = toy_model(&from);
    rp_status status = RP_E_MEMORY;

    for (uint64_t n = 0; status != RP_OK; n++) {
        refusing r = {.allowed = n};
        rp_walk_how how = {0, refusing_alloc(&r), NULL};
        rp_mass mass;
        rp_arena arena;
        rp_arena_init(&arena, refusing_alloc(&r));
        status = rp_mass_find(model, &how, &arena, &mass, NULL);
        assert_true(status == RP_OK || status == RP_E_MEMORY);
        rp_arena_clear(&arena);
        assert_int_equal(r.blocks, 0);
    }
    toy_model_free(model);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_calls_spread_as_trying_all_says),
        cmocka_unit_test(a_circle_is_visited_again_but_met_once),
        cmocka_unit_test(an_interrupt_is_a_place_of_its_own),
        cmocka_unit_test(hanging_up_is_told_from_going_there),
        cmocka_unit_test(what_only_silence_leads_to_is_met_without_mass),
        cmocka_unit_test(answers_count_as_often_as_they_are_given),
        cmocka_unit_test(mass_survives_refused_memory),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
