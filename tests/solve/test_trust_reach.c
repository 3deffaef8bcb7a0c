/*
 * What can happen at all, against plain states: every name that is never
 * reached, every place that is stuck or without an end, every circle that
 * gains; and each remark's moves lead to what it says.
 */
#include "support/brute_graph.h"
#include "support/trust.h"

enum {
    CALLS = 2500,
    FREE_CALLS = 1000,
    LONG_CALLS = 1500,
    NAMES = 256,
    NAME = 64
};

/* What happened in some fact set, by the model's tables. */
typedef struct met {
    bool nodes[TOY_NODES];
    bool offers[BRUTE_OFFERS];
    bool choices[512]; /* answers of forms */
    bool interrupts[TOY_INTERRUPTS];
} met;

static brute_graph graphs[2];

/* ------------------------------------------------------------------ reached */

static void meet_interrupts(const rp_model *model, const rp_state *state,
                            met *all)
{
    for (uint32_t i = 0; i < model->interrupt_count; i++) {
        all->interrupts[i] =
            all->interrupts[i] ||
            rp_mark_is_set(state, model->interrupts[i].fired_mark);
    }
}

static void meet_reply(const rp_model *model, uint16_t node, uint16_t choice,
                       met *all)
{
    rp_span offers = model->nodes[node].offers;

    for (uint32_t i = offers.first; i < offers.first + offers.count; i++) {
        all->offers[i] = all->offers[i] || model->offers[i] == choice;
    }
}

static void meet_answers(const rp_model *model, uint16_t node, uint64_t answers,
                         met *all)
{
    rp_span asks = model->nodes[node].asks;
    uint32_t bit = 0;

    for (uint32_t i = asks.first; i < asks.first + asks.count; i++) {
        rp_span span = model->asks[i].answers;
        for (uint32_t j = span.first; j < span.first + span.count; j++) {
            all->choices[j] = all->choices[j] || (answers >> bit & 1) != 0;
            bit++;
        }
    }
}

static void meet_nodes(const rp_effect *effect, met *all)
{
    for (uint32_t i = 0; i < effect->node_count; i++) {
        all->nodes[effect->nodes[i]] = true;
    }
}

static void meet_all(const brute_graph *g, met *all)
{
    meet_nodes(&g->begin, all);
    for (uint32_t i = 0; i < g->spot_count; i++) {
        meet_interrupts(g->model, &g->spots[i], all);
    }
    for (uint32_t i = 0; i < g->way_count; i++) {
        const brute_way *way = &g->ways[i];
        uint16_t node = g->spots[way->from].node;
        meet_nodes(&way->effect, all);
        if (way->move.kind == RP_MOVE_REPLY) {
            meet_reply(g->model, node, way->move.index, all);
        } else if (way->move.kind == RP_MOVE_FORM) {
            meet_answers(g->model, node, way->move.answers, all);
        }
    }
}

/* --------------------------------------------------------------- unreached */

typedef struct names {
    uint32_t count;
    char items[NAMES][NAME];
} names;

/* The condition that blocks a name, as the author wrote it; "": none. */
static const char *blocked_by[NAMES];

static void add_name(names *to, const char *blocking, const char *format, ...)
{
    va_list words;

    va_start(words, format);
    (void)vsnprintf(to->items[to->count], NAME, format, words);
    va_end(words);
    blocked_by[to->count++] = blocking;
}

static void add_offers(const rp_model *model, const met *all, names *to)
{
    for (uint32_t i = 0; i < model->node_count; i++) {
        rp_span offers = model->nodes[i].offers;
        for (uint32_t j = offers.first; j < offers.first + offers.count; j++) {
            const rp_choice *choice = &model->choices[model->offers[j]];
            if (!all->offers[j]) {
                add_name(to, rp_expr_text(model, choice->when), "%s/%s",
                         model->nodes[i].id, choice->id);
            }
        }
    }
}

static void add_answers(const rp_model *model, const met *all, names *to)
{
    for (uint32_t i = 0; i < model->ask_count; i++) {
        rp_span span = model->asks[i].answers;
        for (uint32_t j = span.first; j < span.first + span.count; j++) {
            const rp_choice *choice = &model->choices[j];
            if (!all->choices[j]) {
                add_name(to, rp_expr_text(model, choice->when), "%s/%s",
                         choice->owner, choice->id);
            }
        }
    }
}

static void add_missed(const rp_model *model, const met *all, names *to)
{
    to->count = 0;
    for (uint32_t i = 0; i < model->node_count; i++) {
        if (!all->nodes[i]) {
            add_name(to, "", "%s", model->nodes[i].id);
        }
    }
    add_offers(model, all, to);
    add_answers(model, all, to);
    for (uint32_t i = 0; i < model->interrupt_count; i++) {
        if (!all->interrupts[i]) {
            add_name(to, rp_expr_text(model, model->interrupts[i].when),
                     "interrupt:%s", model->interrupts[i].id);
        }
    }
}

/* A remark on a name says what blocks it. */
static void expect_condition(const trial *t, const char *name,
                             const char *blocking)
{
    const rp_remark *remark = remark_on(t, "unreachable", name);

    EXPECT(t, remark == NULL || strstr(remark->sentence, blocking) != NULL,
           "`%s` does not name `%s`", remark->sentence, blocking);
}

static void expect_unreached(const trial *t, const names *missed)
{
    for (uint32_t i = 0; i < missed->count || i < t->report.unreachable_count;
         i++) {
        const char *found = i < t->report.unreachable_count
                                ? t->report.unreachable[i]
                                : "nothing";
        const char *wanted = i < missed->count ? missed->items[i] : "nothing";
        EXPECT(t, strcmp(found, wanted) == 0,
               "unreachable: %s in the report, %s in fact", found, wanted);
        expect_condition(t, found, blocked_by[i]);
    }
}

/* ----------------------------------------------------------------- remarks */

/*
 * Makes a remark's moves, each of them legal; where they lead. That is what
 * the remark names, or one step on where a form is told of by its answers.
 */
static uint32_t replay(const trial *t, const rp_remark *remark,
                       const brute_graph *g)
{
    rp_session session;
    rp_move move = {.kind = RP_MOVE_OPEN};
    uint16_t before = RP_NONE;

    assert_int_equal(rp_session_begin(t->model, &(rp_opening){1, remark->set},
                                      &session, NULL, NULL),
                     RP_OK);
    for (uint32_t i = 0; i < remark->move_count; i++) {
        before = session.state.node;
        EXPECT(t,
               rp_move_read(t->model, &session.state, remark->moves[i], &move,
                            NULL) == RP_OK &&
                   rp_session_take(&session, &move, NULL, NULL) == RP_OK,
               "%s %s: move %u, %s, is not legal", remark->code,
               remark->subject, i + 1U, remark->moves[i]);
    }
    uint16_t named = toy_node_idx(t->model, remark->subject);
    EXPECT(t,
           session.state.node == named ||
               (move.kind == RP_MOVE_FORM && before == named),
           "%s %s: the moves lead to %s", remark->code, remark->subject,
           t->model->nodes[session.state.node].id);
    uint32_t spot = brute_graph_find(g, &session.state);
    assert_int_not_equal(spot, GRAPH_NONE);
    return spot;
}

typedef struct counts {
    uint64_t whole; /* calls whose plain states all fit */
    uint64_t unreached;
    uint64_t stuck;
    uint64_t endless;
    uint64_t farmable;
} counts;

static void expect_stuck(trial *t, counts *seen)
{
    for (uint16_t set = 0; set < 2; set++) {
        const brute_graph *g = &graphs[set];
        for (uint32_t i = 0; i < g->spot_count; i++) {
            const char *node = t->model->nodes[g->spots[i].node].id;
            if (brute_is_stuck(g, i)) {
                EXPECT(t, remark_on(t, "stuck", node) != NULL,
                       "%s can be stuck, and nobody says so", node);
            }
        }
    }
    for (uint32_t i = 0; i < t->report.remark_count; i++) {
        const rp_remark *remark = &t->report.remarks[i];
        if (strcmp(remark->code, "stuck") == 0) {
            const brute_graph *g = &graphs[remark->set];
            EXPECT(t, brute_is_stuck(g, replay(t, remark, g)),
                   "%s is not stuck there", remark->subject);
            seen->stuck++;
        }
    }
}

static bool make_graphs(const trial *t)
{
    for (uint16_t set = 0; set < 2; set++) {
        brute_graph_make(&graphs[set], t->model, set, false);
        if (!graphs[set].is_whole) {
            return false;
        }
    }
    return true;
}

static const rp_report_options quick = {.is_quick = true};

static void look_at_reach(trial *t, void *user)
{
    static met all;
    static names missed;
    counts *seen = user;

    if (!make_graphs(t)) {
        return;
    }
    seen->whole++;
    trial_check(t, &quick);
    memset(&all, 0, sizeof all);
    meet_all(&graphs[0], &all);
    meet_all(&graphs[1], &all);
    add_missed(t->model, &all, &missed);
    expect_unreached(t, &missed);
    expect_stuck(t, seen);
    seen->unreached += missed.count;
}

static void what_is_never_reached_is_what_no_run_reaches(void **unused)
{
    (void)unused;
    counts seen = {0};

    trials(CALLS, toy_random, look_at_reach, &seen);
    trials(FREE_CALLS, toy_random_free, look_at_reach, &seen);
    expect_met(seen.whole, CALLS, "calls");
    expect_met(seen.unreached, 5000, "names never reached");
    expect_met(seen.stuck, 200, "places that are stuck");
}

/* ----------------------------------------------------- the limit left aside */

static void expect_endless(trial *t, uint16_t set, counts *seen)
{
    static bool endless[GRAPH_SPOTS];
    const brute_graph *g = &graphs[set];
    bool found = false;

    brute_endless(g, endless);
    for (uint32_t i = 0; i < g->spot_count; i++) {
        found = found || endless[i];
    }
    EXPECT(t, !found || remark_on(t, "endless", NULL) != NULL,
           "set %u can go on without an end, and nobody says so", set + 1U);
    for (uint32_t i = 0; i < t->report.remark_count; i++) {
        const rp_remark *remark = &t->report.remarks[i];
        if (strcmp(remark->code, "endless") == 0 && remark->set == set) {
            EXPECT(t, endless[replay(t, remark, g)],
                   "%s leads to an ending after all", remark->subject);
            seen->endless++;
        }
    }
}

/* Some farmable remark stands where one can come to from this gaining spot. */
static bool is_told_farmable(const trial *t, const brute_graph *g,
                             const bool *gains, uint32_t spot)
{
    static bool ahead[GRAPH_SPOTS];

    brute_ahead(g, spot, ahead);
    for (uint32_t i = 0; i < g->spot_count; i++) {
        if (ahead[i] && gains[i] &&
            remark_on(t, "farmable", t->model->nodes[g->spots[i].node].id) !=
                NULL) {
            return true;
        }
    }
    return false;
}

/* From where the remark's moves lead one can go round and gain. */
static bool comes_to_gain(const brute_graph *g, const bool *gains,
                          uint32_t spot)
{
    static bool ahead[GRAPH_SPOTS];

    brute_ahead(g, spot, ahead);
    for (uint32_t i = 0; i < g->spot_count; i++) {
        if (ahead[i] && gains[i] && g->spots[i].node == g->spots[spot].node) {
            return true;
        }
    }
    return false;
}

static void expect_farmable(trial *t, uint16_t set, counts *seen)
{
    static bool gains[GRAPH_SPOTS];
    const brute_graph *g = &graphs[set];

    brute_farmable(g, gains);
    for (uint32_t i = 0; i < g->spot_count; i++) {
        EXPECT(t, !gains[i] || is_told_farmable(t, g, gains, i),
               "%s can be gone round with gain, and nobody says so",
               t->model->nodes[g->spots[i].node].id);
    }
    for (uint32_t i = 0; i < t->report.remark_count; i++) {
        const rp_remark *remark = &t->report.remarks[i];
        if (strcmp(remark->code, "farmable") == 0 && remark->set == set) {
            EXPECT(t, comes_to_gain(g, gains, replay(t, remark, g)),
                   "%s gains nothing", remark->subject);
            seen->farmable++;
        }
    }
}

static void look_at_circles(trial *t, void *user)
{
    counts *seen = user;

    if (!make_graphs(t) || graphs[0].is_cut || graphs[1].is_cut) {
        return;
    }
    seen->whole++;
    trial_check(t, &quick);
    for (uint16_t set = 0; set < 2; set++) {
        expect_endless(t, set, seen);
        expect_farmable(t, set, seen);
    }
}

static void no_end_and_gain_are_found_where_they_are(void **unused)
{
    (void)unused;
    counts seen = {0};

    trials(LONG_CALLS, toy_random_long, look_at_circles, &seen);
    expect_met(seen.whole, LONG_CALLS / 2, "calls");
    expect_met(seen.endless, 100, "calls without an end");
    expect_met(seen.farmable, 100, "circles that gain");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_never_reached_is_what_no_run_reaches),
        cmocka_unit_test(no_end_and_gain_are_found_where_they_are),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
