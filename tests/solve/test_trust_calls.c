/*
 * The generated calls themselves: each thing the other tests are about turns
 * up in a fair number of them. A test that never meets a trap proves nothing
 * about traps.
 */
#include "support/brute_graph.h"
#include "support/trust.h"

enum {
    CALLS = 400,
    FREE_CALLS = 300,
    EVEN_CALLS = 300,
    LONG_CALLS = 200,
    ALL_CALLS = CALLS + FREE_CALLS + EVEN_CALLS + LONG_CALLS
};

typedef enum feature {
    A_CYCLE,
    A_FORM,
    A_MANY_FORM,
    AN_ANSWER_WITH_A_CONDITION,
    A_FIRED_INTERRUPT,
    A_CHAIN_OF_NODES,
    A_CLAMPED_MOOD,
    A_CLAMPED_COUNTER,
    A_ONCE_THAT_IS_SPENT,
    A_HIT_LIMIT,
    A_CUSTOMER_WHO_HANGS_UP,
    A_TARGET_BY_CONDITION,
    A_TARGET_AGAINST_CONDITION,
    A_RECORD_THAT_MATTERS,
    A_SILENCE,
    A_CRITICAL_REPLY,
    A_PROMISE_MADE,
    A_PROMISE_KEPT,
    A_BEST_RUN,
    A_TIE_BY_PASSING,
    A_TIE_BY_MOVES,
    A_TIE_BY_ORDER,
    AN_UNREACHABLE_REPLY,
    AN_UNREACHABLE_ANSWER,
    AN_UNREACHABLE_INTERRUPT,
    A_STUCK_PLACE,
    NO_END,
    A_GAIN_IN_A_CIRCLE,
    A_TRAP,
    A_TRAP_IN_A_FORM,
    A_WEAK_START_THAT_RECOVERS,
    A_WEAK_START_THAT_DOES_NOT,
    AN_EMPTY_CHOICE,
    A_RUN_LEARNT,
    FEATURES
} feature;

typedef struct wanted {
    const char *name;
    uint32_t least; /* of ALL_CALLS */
} wanted;

static const wanted wanted_of[FEATURES] = {
    [A_CYCLE] = {"a cycle", 100},
    [A_FORM] = {"a form that is sent", 100},
    [A_MANY_FORM] = {"a form with `many` that is sent", 80},
    [AN_ANSWER_WITH_A_CONDITION] = {"an answer with a condition", 50},
    [A_FIRED_INTERRUPT] = {"an interrupt that fires", 100},
    [A_CHAIN_OF_NODES] = {"a move through several nodes", 15},
    [A_CLAMPED_MOOD] = {"a mood beyond its bounds", 200},
    [A_CLAMPED_COUNTER] = {"a counter beyond its bounds", 20},
    [A_ONCE_THAT_IS_SPENT] = {"a `once` that is refused", 50},
    [A_HIT_LIMIT] = {"a run ended by the limit", 100},
    [A_CUSTOMER_WHO_HANGS_UP] = {"a customer who hangs up", 100},
    [A_TARGET_BY_CONDITION] = {"a condition that leads the way", 50},
    [A_TARGET_AGAINST_CONDITION] = {"a condition that does not", 50},
    [A_RECORD_THAT_MATTERS] = {"a record that is asked about", 40},
    [A_SILENCE] = {"a silence", 200},
    [A_CRITICAL_REPLY] = {"a critical reply or answer", 100},
    [A_PROMISE_MADE] = {"a promise made", 50},
    [A_PROMISE_KEPT] = {"a promise kept", 50},
    [A_BEST_RUN] = {"a best run", 300},
    [A_TIE_BY_PASSING] = {"a best run that wins by passing", 1},
    [A_TIE_BY_MOVES] = {"a best run that wins by fewer moves", 20},
    [A_TIE_BY_ORDER] = {"a best run that wins by being first", 20},
    [AN_UNREACHABLE_REPLY] = {"a reply never reached", 300},
    [AN_UNREACHABLE_ANSWER] = {"an answer never reached", 100},
    [AN_UNREACHABLE_INTERRUPT] = {"an interrupt that never fires", 50},
    [A_STUCK_PLACE] = {"a place that is stuck", 50},
    [NO_END] = {"a call that cannot end", 50},
    [A_GAIN_IN_A_CIRCLE] = {"a circle that gains", 50},
    [A_TRAP] = {"a trap", 50},
    [A_TRAP_IN_A_FORM] = {"a trap in a form", 3},
    [A_WEAK_START_THAT_RECOVERS] = {"a weak start that recovers", 20},
    [A_WEAK_START_THAT_DOES_NOT] = {"a weak start that does not", 100},
    [AN_EMPTY_CHOICE] = {"an empty choice", 5},
    [A_RUN_LEARNT] = {"a run that passes in another set", 100},
};

typedef bool shown[FEATURES];

static brute_graph graph;

static int32_t counter(const rp_model *model, const rp_state *state, int var)
{
    return model->vars[var].lo + state->vars[var];
}

/* What the choices of a move add up to, unclamped, in one mood. */
static int mood_sum(const rp_model *model, const brute_way *way,
                    const rp_state *before, int mood)
{
    int sum = before->mood[mood];

    if (way->move.kind == RP_MOVE_REPLY) {
        return sum + model->choices[way->move.index].mood[mood];
    }
    if (way->move.kind == RP_MOVE_SILENCE) {
        return sum + model->nodes[before->node].silence.mood[mood];
    }
    return sum;
}

static void show_clamps(const brute_way *way, shown is)
{
    const rp_model *model = graph.model;
    const rp_state *before = &graph.spots[way->from];

    for (int i = 0; i < RP_MOODS; i++) {
        int sum = mood_sum(model, way, before, i);
        is[A_CLAMPED_MOOD] = is[A_CLAMPED_MOOD] || sum < 0 || sum > 100;
    }
    if (way->move.kind != RP_MOVE_REPLY) {
        return;
    }
    rp_span assigns = model->choices[way->move.index].assigns;
    for (uint32_t i = assigns.first; i < assigns.first + assigns.count; i++) {
        const rp_assign *assign = &model->assigns[i];
        const rp_var *var = &model->vars[assign->var];
        int64_t value = rp_expr_value(model, assign->expr, before);
        value += assign->is_add ? counter(model, before, assign->var) : 0;
        is[A_CLAMPED_COUNTER] =
            is[A_CLAMPED_COUNTER] || value < var->lo || value > var->hi;
    }
}

static void show_target(const brute_way *way, shown is)
{
    const rp_model *model = graph.model;
    rp_span route = model->nodes[graph.spots[way->from].node].route;

    if (way->move.kind == RP_MOVE_REPLY &&
        model->choices[way->move.index].route.count > 0) {
        route = model->choices[way->move.index].route;
    }
    if (route.count < 2 || way->to == GRAPH_NONE) {
        return;
    }
    bool leads = rp_expr_holds(model, model->routes[route.first].when,
                               &graph.spots[way->to]);
    uint16_t first = way->effect.nodes[0];
    is[A_TARGET_BY_CONDITION] =
        is[A_TARGET_BY_CONDITION] ||
        (leads && first == model->routes[route.first].node);
    is[A_TARGET_AGAINST_CONDITION] =
        is[A_TARGET_AGAINST_CONDITION] ||
        (!leads && first == model->routes[route.first + 1].node);
}

static void show_marks(const rp_state *state, shown is)
{
    const rp_model *model = graph.model;

    for (uint32_t i = 0; i < model->interrupt_count; i++) {
        is[A_FIRED_INTERRUPT] =
            is[A_FIRED_INTERRUPT] ||
            rp_mark_is_set(state, model->interrupts[i].fired_mark);
    }
    for (uint32_t i = 0; i < model->promise_count; i++) {
        const rp_promise *promise = &model->promises[i];
        is[A_PROMISE_MADE] =
            is[A_PROMISE_MADE] || rp_mark_is_set(state, promise->promised_mark);
        is[A_PROMISE_KEPT] =
            is[A_PROMISE_KEPT] || rp_mark_is_set(state, promise->kept_mark);
    }
    rp_span offers = model->nodes[state->node].offers;
    for (uint32_t i = offers.first; i < offers.first + offers.count; i++) {
        const rp_choice *choice = &model->choices[model->offers[i]];
        is[A_ONCE_THAT_IS_SPENT] = is[A_ONCE_THAT_IS_SPENT] ||
                                   rp_mark_is_set(state, choice->once_mark);
    }
}

static void show_form(const brute_way *way, shown is)
{
    const rp_model *model = graph.model;
    rp_span asks = model->nodes[graph.spots[way->from].node].asks;

    is[A_FORM] = true;
    for (uint32_t i = asks.first; i < asks.first + asks.count; i++) {
        rp_span span = model->asks[i].answers;
        is[A_MANY_FORM] = is[A_MANY_FORM] || model->asks[i].many;
        for (uint32_t j = span.first; j < span.first + span.count; j++) {
            is[AN_ANSWER_WITH_A_CONDITION] =
                is[AN_ANSWER_WITH_A_CONDITION] || model->choices[j].when != 0;
        }
    }
}

static void show_way(const brute_way *way, shown is)
{
    const rp_model *model = graph.model;

    is[A_SILENCE] = is[A_SILENCE] || way->move.kind == RP_MOVE_SILENCE;
    is[A_RECORD_THAT_MATTERS] =
        is[A_RECORD_THAT_MATTERS] || way->move.kind == RP_MOVE_OPEN;
    is[A_CRITICAL_REPLY] =
        is[A_CRITICAL_REPLY] || way->effect.critical != RP_NONE;
    if (way->move.kind == RP_MOVE_OPEN || way->to == GRAPH_NONE) {
        return;
    }
    is[A_CHAIN_OF_NODES] = is[A_CHAIN_OF_NODES] || way->effect.node_count > 1;
    is[A_CUSTOMER_WHO_HANGS_UP] =
        is[A_CUSTOMER_WHO_HANGS_UP] ||
        (model->hangs_up != RP_NONE &&
         graph.spots[way->to].mood[RP_PATIENCE] == 0 &&
         way->effect.nodes[0] == model->hangs_up);
    show_clamps(way, is);
    show_target(way, is);
    if (way->move.kind == RP_MOVE_FORM) {
        show_form(way, is);
    }
}

static bool has_cycle(void)
{
    static bool ahead[GRAPH_SPOTS];

    for (uint32_t i = 0; i < graph.way_count; i++) {
        const brute_way *way = &graph.ways[i];
        if (way->to == GRAPH_NONE || way->move.kind == RP_MOVE_SILENCE) {
            continue;
        }
        brute_ahead(&graph, way->to, ahead);
        if (ahead[way->from]) {
            return true;
        }
    }
    return false;
}

static void show_graph(const rp_model *model, shown is)
{
    brute_graph_make(&graph, model, 0, false);
    is[A_HIT_LIMIT] = graph.is_cut;
    is[A_CYCLE] = has_cycle();
    for (uint32_t i = 0; i < graph.spot_count; i++) {
        show_marks(&graph.spots[i], is);
    }
    for (uint32_t i = 0; i < graph.way_count; i++) {
        show_way(&graph.ways[i], is);
    }
}

static void show_name(const char *name, shown is)
{
    const char *slash = strchr(name, '/');

    if (strncmp(name, "interrupt:", 10) == 0) {
        is[AN_UNREACHABLE_INTERRUPT] = true;
    } else if (slash != NULL && strchr(slash + 1, '/') != NULL) {
        is[AN_UNREACHABLE_ANSWER] = true;
    } else if (slash != NULL) {
        is[AN_UNREACHABLE_REPLY] = true;
    }
}

static void show_report(const rp_report *report, shown is)
{
    for (uint32_t i = 0; i < report->unreachable_count; i++) {
        show_name(report->unreachable[i], is);
    }
    for (uint32_t i = 0; i < report->remark_count; i++) {
        const char *code = report->remarks[i].code;
        is[A_STUCK_PLACE] = is[A_STUCK_PLACE] || strcmp(code, "stuck") == 0;
        is[NO_END] = is[NO_END] || strcmp(code, "endless") == 0;
        is[A_GAIN_IN_A_CIRCLE] =
            is[A_GAIN_IN_A_CIRCLE] || strcmp(code, "farmable") == 0;
    }
    for (uint32_t i = 0; i < report->trap_count; i++) {
        is[report->traps[i].move[0] == 'f' ? A_TRAP_IN_A_FORM : A_TRAP] = true;
    }
    for (uint32_t i = 0; i < report->recovery_count; i++) {
        is[report->recoveries[i].can_pass ? A_WEAK_START_THAT_RECOVERS
                                          : A_WEAK_START_THAT_DOES_NOT] = true;
    }
    for (uint32_t i = 0; i < report->weight_count; i++) {
        is[AN_EMPTY_CHOICE] =
            is[AN_EMPTY_CHOICE] || report->weights[i].same_as != NULL;
    }
    is[A_RUN_LEARNT] = report->learnt_count > 0;
    is[A_BEST_RUN] = report->sets[0].best_count > 0;
}

static void show_ties(const rp_model *model, shown is)
{
    static brute b;

    brute_solve(&b, model, 0);
    is[A_TIE_BY_PASSING] = b.ties[BRUTE_TIE_PASSES] > 0;
    is[A_TIE_BY_MOVES] = b.ties[BRUTE_TIE_MOVES] > 0;
    is[A_TIE_BY_ORDER] = b.ties[BRUTE_TIE_WRITTEN] > 0;
}

static void look_at_call(trial *t, void *user)
{
    uint32_t *counts = user;
    shown is = {false};

    show_graph(t->model, is);
    trial_check(t, NULL);
    show_report(&t->report, is);
    if (t->model->moves_max < 60) {
        show_ties(t->model, is);
    }
    for (int i = 0; i < FEATURES; i++) {
        counts[i] += is[i];
    }
}

static void every_feature_turns_up(void **unused)
{
    (void)unused;
    uint32_t counts[FEATURES] = {0};

    trials(CALLS, toy_random, look_at_call, counts);
    trials(FREE_CALLS, toy_random_free, look_at_call, counts);
    trials(EVEN_CALLS, toy_random_even, look_at_call, counts);
    trials(LONG_CALLS, toy_random_long, look_at_call, counts);
    for (int i = 0; i < FEATURES; i++) {
        print_message("%4u of %d have %s\n", counts[i], ALL_CALLS,
                      wanted_of[i].name);
    }
    for (int i = 0; i < FEATURES && getenv("RP_SEED") == NULL; i++) {
        if (counts[i] < wanted_of[i].least) {
            fail_msg("%u have %s, not %u", counts[i], wanted_of[i].name,
                     wanted_of[i].least);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_feature_turns_up),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
