/*
 * Graphs: what is in them, that `dot` reads whatever they say, and where it
 * puts it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rapport/author.h"
#include "support/refusing.h"
#include "support/test.h"
#include "support/toy.h"

enum {
    CALLS = 60,
    REPLIES_MAX = 512
};

typedef struct drawn {
    toy *from;
    rp_model *model;
    rp_arena arena;
    rp_graph graph;
} drawn;

static drawn draw(const toy *made, uint16_t set)
{
    drawn d = {.from = malloc(sizeof(toy))};
    rp_graph_options options = {.set = set};

    assert_non_null(d.from);
    *d.from = *made;
    d.model = toy_model(d.from);
    rp_arena_init(&d.arena, rp_alloc_default());
    assert_int_equal(rp_graph_make(d.model, &options, &d.arena, &d.graph, NULL),
                     RP_OK);
    return d;
}

static void done(drawn *d)
{
    rp_arena_clear(&d->arena);
    toy_model_free(d->model);
    free(d->from);
}

static void assert_near(double a, double b)
{
    assert_true(a - b < 1e-9 && b - a < 1e-9);
}

/* The edge out of `from` that names `reply`; NULL where there is none. */
static const rp_graph_edge *edge_of(const rp_graph *graph, const char *from,
                                    const char *reply)
{
    for (uint32_t i = 0; i < graph->edge_count; i++) {
        const rp_graph_edge *edge = &graph->edges[i];
        for (uint32_t j = 0; j < edge->reply_count; j++) {
            if (strcmp(graph->nodes[edge->from].id, from) == 0 &&
                strcmp(edge->replies[j].id, reply) == 0) {
                return edge;
            }
        }
    }
    return NULL;
}

static const rp_graph_node *node_of(const rp_graph *graph, const char *id)
{
    for (uint32_t i = 0; i < graph->node_count; i++) {
        if (strcmp(graph->nodes[i].id, id) == 0) {
            return &graph->nodes[i];
        }
    }
    return NULL;
}

/* -------------------------------------------------------------- contents */

static void a_small_call_is_drawn_as_it_is(void **unused)
{
    (void)unused;
    toy t = toy_small();
    drawn d = draw(&t, RP_NONE);

    assert_int_equal(d.graph.node_count, 3);
    assert_int_equal(d.graph.edge_count, 3);
    assert_true(d.graph.nodes[0].is_start);
    assert_string_equal(d.graph.nodes[0].title, "yes");
    assert_near(node_of(&d.graph, "b")->chance, 0.5);
    assert_near(node_of(&d.graph, "end")->chance, 1);
    assert_int_equal(edge_of(&d.graph, "a", "go")->points_low, 4);
    assert_near(edge_of(&d.graph, "a", "on")->mass, 0.5);
    done(&d);
}

static void the_best_run_is_marked_and_nothing_else(void **unused)
{
    (void)unused;
    toy t = toy_small();
    drawn d = draw(&t, RP_NONE);

    assert_true(edge_of(&d.graph, "a", "go")->is_best);
    assert_false(edge_of(&d.graph, "a", "on")->is_best);
    assert_false(edge_of(&d.graph, "b", "r")->is_best);
    assert_true(node_of(&d.graph, "end")->is_best);
    assert_false(node_of(&d.graph, "b")->is_best);
    done(&d);
}

static void replies_to_one_place_are_one_edge(void **unused)
{
    (void)unused;
    toy t = toy_small();
    t.nodes[1].choice_count = 3;
    (void)strcpy(t.nodes[1].choices[1].id, "s");
    t.nodes[1].choices[1].points[0] = -3;
    (void)strcpy(t.nodes[1].choices[2].id, "t");
    drawn d = draw(&t, RP_NONE);

    const rp_graph_edge *edge = edge_of(&d.graph, "b", "s");
    assert_ptr_equal(edge, edge_of(&d.graph, "b", "t"));
    assert_int_equal(edge->reply_count, 3);
    assert_int_equal(edge->points_low, -3);
    assert_int_equal(edge->points_high, 0);
    done(&d);
}

static void a_move_that_shuts_the_door_is_a_trap(void **unused)
{
    (void)unused;
    toy t = toy_small();
    t.nodes[1].choices[0].is_critical = true;
    drawn d = draw(&t, RP_NONE);

    assert_true(edge_of(&d.graph, "a", "on")->is_trap);
    assert_false(edge_of(&d.graph, "a", "go")->is_trap);
    assert_true(edge_of(&d.graph, "b", "r")->replies[0].is_critical);
    done(&d);
}

static void what_never_happens_is_there_and_marked(void **unused)
{
    (void)unused;
    toy t = toy_small();
    (void)strcpy(t.nodes[0].choices[1].when, "calm > 90");
    drawn d = draw(&t, RP_NONE);

    assert_true(edge_of(&d.graph, "a", "on")->is_unreachable);
    assert_true(edge_of(&d.graph, "a", "on")->is_conditional);
    assert_true(edge_of(&d.graph, "b", "r")->is_unreachable);
    assert_false(node_of(&d.graph, "b")->is_reachable);
    assert_false(edge_of(&d.graph, "a", "go")->is_unreachable);
    done(&d);
}

static void what_other_sets_reach_is_left_out_of_this_one(void **unused)
{
    (void)unused;
    toy t = toy_small();
    t.set_count = 2;
    (void)strcpy(t.nodes[0].choices[1].when, "fact.red");
    drawn first = draw(&t, 0);
    drawn second = draw(&t, 1);
    drawn all = draw(&t, RP_NONE);

    assert_non_null(edge_of(&first.graph, "a", "on"));
    assert_null(edge_of(&second.graph, "a", "on"));
    assert_null(node_of(&second.graph, "b"));
    assert_near(node_of(&all.graph, "b")->chance, 0.25);
    done(&all);
    done(&second);
    done(&first);
}

static void a_set_nobody_declared_is_refused(void **unused)
{
    (void)unused;
    toy t = toy_small();
    drawn d = draw(&t, RP_NONE);
    rp_graph_options options = {.set = 1};
    rp_error error = {0};

    assert_int_equal(
        rp_graph_make(d.model, &options, &d.arena, &d.graph, &error),
        RP_E_INVALID);
    assert_string_equal(error.message,
                        "There is no fact set 2; the scenario has 1.");
    done(&d);
}

static void an_interrupt_stands_between_two_turns(void **unused)
{
    (void)unused;
    toy t = toy_small();
    t.interrupt_count = 1;
    t.interrupts[0] =
        (toy_interrupt){.id = "i", .when = "said 'go'", .to = "b"};
    drawn d = draw(&t, RP_NONE);

    const rp_graph_node *interrupt = node_of(&d.graph, "i");
    assert_int_equal(interrupt->kind, RP_GRAPH_INTERRUPT);
    assert_string_equal(interrupt->title, "said 'go'");
    const rp_graph_edge *in = edge_of(&d.graph, "a", "go");
    assert_ptr_equal(&d.graph.nodes[in->to], interrupt);
    const rp_graph_edge *out = &d.graph.edges[d.graph.edge_count - 1];
    assert_int_equal(out->kind, RP_GRAPH_FIRES);
    assert_ptr_equal(&d.graph.nodes[out->from], interrupt);
    done(&d);
}

/* Every choice that some call makes, by walking calls at random. */
static void wander(const rp_model *model, uint64_t seed,
                   bool said[REPLIES_MAX][TOY_NODES])
{
    rp_random random = rp_random_seeded(seed);
    rp_state state;

    rp_state_begin(model, 0, &state, NULL);
    while (!rp_state_has_ended(model, &state) &&
           model->nodes[state.node].kind == RP_TURN) {
        uint16_t offers[RP_OFFERS_MAX];
        uint32_t count = rp_state_offers(model, &state, offers);
        if (count == 0) {
            return;
        }
        rp_move move = {.kind = RP_MOVE_REPLY,
                        .index = offers[rp_random_below(&random, count)]};
        said[move.index][state.node] = true;
        rp_state_step(model, &state, &move, NULL);
    }
}

/* A way that some call takes names this reply of this turn. */
static bool is_named(const rp_graph *graph, const char *from, const char *reply)
{
    for (uint32_t i = 0; i < graph->edge_count; i++) {
        const rp_graph_edge *edge = &graph->edges[i];
        for (uint32_t j = 0; j < edge->reply_count; j++) {
            if (!edge->is_unreachable &&
                strcmp(graph->nodes[edge->from].id, from) == 0 &&
                strcmp(edge->replies[j].id, reply) == 0) {
                return true;
            }
        }
    }
    return false;
}

static void graph_names_every_reachable_reply(void **unused)
{
    (void)unused;
    static toy t;

    for (uint64_t seed = 1; seed <= CALLS; seed++) {
        bool said[REPLIES_MAX][TOY_NODES] = {{false}};
        toy_random(&t, seed);
        t.moves_max = 5;
        drawn d = draw(&t, 0);

        for (uint64_t run = 0; run < 50; run++) {
            wander(d.model, run, said);
        }
        for (uint32_t i = 0; i < d.model->choice_count; i++) {
            for (uint32_t j = 0; j < d.model->node_count; j++) {
                assert_true(!said[i][j] ||
                            is_named(&d.graph, d.model->nodes[j].id,
                                     d.model->choices[i].id));
            }
        }
        done(&d);
    }
}

static void what_flows_into_a_node_are_its_visits(void **unused)
{
    (void)unused;
    static toy t;

    for (uint64_t seed = 1; seed <= CALLS; seed++) {
        toy_random(&t, seed);
        t.moves_max = 5;
        drawn d = draw(&t, RP_NONE);
        double into[TOY_NODES + TOY_INTERRUPTS] = {0};

        for (uint32_t i = 0; i < d.graph.edge_count; i++) {
            into[d.graph.edges[i].to] += d.graph.edges[i].mass;
        }
        for (uint32_t i = 0; i < d.graph.node_count; i++) {
            const rp_graph_node *node = &d.graph.nodes[i];
            assert_near(into[i] + (node->is_start ? 1 : 0), node->visits);
            assert_true(node->chance <= node->visits + 1e-9);
        }
        done(&d);
    }
}

/* -------------------------------------------------------------- pictures */

static void hostile_texts_make_a_picture(void **unused)
{
    (void)unused;
    static const char *const nasty[] = {
        "",
        " ",
        "\n\n",
        "\"quoted\" \\",
        "\\",
        "a\\\"b",
        "<TABLE><TR>",
        "</B>>];}",
        "&amp; & &#0; &nosuch;",
        "]]>",
        "->{}[];//#\n#include",
        "\\N\\G\\l\\n",
        "\x01\x02\x7F",
        "\xFF\xFE broken \xC3",
        "\xEF\xBF\xBE\xEF\xBF\xBF",
        "\xE2\x80\xAE turned",
        "中文，标点。“引号”《书》",
        "start:",
        "interrupt:x",
        "strict digraph subgraph node edge",
    };
    uint32_t count = sizeof nasty / sizeof *nasty;

    for (uint32_t i = 0; i < count; i++) {
        const char *text = nasty[i];
        rp_graph_answer answer = {.id = text, .is_best = true, .mass = 1};
        rp_graph_ask ask = {
            .id = text, .text = text, .answer_count = 1, .answers = &answer};
        rp_graph_reply reply = {.id = text, .points = -1, .is_critical = true};
        rp_graph_node nodes[] = {
            {.id = text, .title = text, .is_reachable = true, .is_start = true},
            {.kind = RP_GRAPH_FORM,
             .id = "form",
             .title = text,
             .ask_count = 1,
             .asks = &ask},
            {.kind = RP_GRAPH_INTERRUPT,
             .id = text,
             .title = text,
             .is_reachable = true},
            {.kind = RP_GRAPH_ENDING, .id = "x", .title = text}};
        rp_graph_edge edges[] = {
            {.from = 0, .to = 1, .reply_count = 1, .replies = &reply},
            {.from = 0, .to = 0, .reply_count = 1, .replies = &reply},
            {.kind = RP_GRAPH_HANGS_UP, .from = 0, .to = 3},
            {.kind = RP_GRAPH_SILENCE, .from = 1, .to = 2}};
        rp_graph graph = {.scenario = text,
                          .title = text,
                          .node_count = 4,
                          .nodes = nodes,
                          .edge_count = 4,
                          .edges = edges};
        rp_graph_words words = {
            text, text, text, text, text, {text, text, text, text}, text, text};
        rp_error error = {0};
        rp_text svg;

        rp_text_init(&svg, rp_alloc_default());
        rp_status status = rp_graph_svg(&graph, &words, &svg, &error);
        if (status != RP_OK) {
            fail_msg("`%s`: %s", text, error.message);
        }
        assert_non_null(strstr(svg.bytes, "</svg>"));
        assert_true(rp_utf8_valid(svg.bytes, svg.length));
        rp_text_clear(&svg);
    }
}

static void without_graphviz_one_sentence_says_so(void **unused)
{
    (void)unused;
    char kept[4096];
    toy t = toy_small();
    drawn d = draw(&t, RP_NONE);
    rp_error error = {0};
    rp_text svg;
    const char *path = getenv("PATH"); // NOLINT(concurrency-mt-unsafe)

    (void)snprintf(kept, sizeof kept, "%s", path != NULL ? path : "");
    (void)setenv("PATH", "/nowhere", 1); // NOLINT(concurrency-mt-unsafe)
    rp_text_init(&svg, rp_alloc_default());
    assert_int_equal(rp_graph_svg(&d.graph, NULL, &svg, &error), RP_E_IO);
    assert_string_equal(error.message,
                        "`dot` is not installed; install graphviz.");
    (void)setenv("PATH", kept, 1); // NOLINT(concurrency-mt-unsafe)
    rp_text_clear(&svg);
    done(&d);
}

/* ---------------------------------------------------------------- layout */

static double distance(double a, double b)
{
    return a > b ? a - b : b - a;
}

/* A line begins on the border of its box, or within a px of it. */
static bool is_at_box(rp_graph_point point, rp_graph_point middle,
                      rp_graph_size size)
{
    return distance(point.x, middle.x) < size.width / 2 + 2 &&
           distance(point.y, middle.y) < size.height / 2 + 2;
}

static void assert_placed(const rp_graph *graph, const rp_graph_layout *layout,
                          rp_graph_size size)
{
    for (uint32_t i = 0; i < graph->node_count; i++) {
        rp_graph_point at = layout->nodes[i];
        assert_true(at.x >= size.width / 2 - 1 && at.y >= size.height / 2 - 1);
        assert_true(at.x + size.width / 2 <= layout->size.width + 1);
        assert_true(at.y + size.height / 2 <= layout->size.height + 1);
        for (uint32_t j = 0; j < i; j++) {
            rp_graph_point other = layout->nodes[j];
            assert_true(distance(at.x, other.x) >= size.width - 1 ||
                        distance(at.y, other.y) >= size.height - 1);
        }
    }
    for (uint32_t i = 0; i < graph->edge_count; i++) {
        const rp_graph_edge *edge = &graph->edges[i];
        const rp_graph_line *line = &layout->lines[i];
        if (line->point_count == 0) {
            assert_true(edge->is_aside || edge->kind == RP_GRAPH_HANGS_UP);
            continue;
        }
        assert_int_equal(line->point_count % 3, 1);
        const rp_graph_point *last = &line->points[line->point_count - 1];
        assert_true(
            is_at_box(line->points[0], layout->nodes[edge->from], size));
        assert_true(is_at_box(*last, layout->nodes[edge->to], size));
    }
}

static void every_node_and_line_has_its_place(void **unused)
{
    (void)unused;
    static toy t;

    for (uint64_t seed = 1; seed <= 12; seed++) {
        toy_random(&t, seed);
        t.moves_max = 5;
        drawn d = draw(&t, RP_NONE);
        rp_graph_layout layout;

        assert_int_equal(
            rp_graph_place(&d.graph, NULL, &d.arena, &layout, NULL), RP_OK);
        assert_placed(&d.graph, &layout, (rp_graph_size){112, 48});
        done(&d);
    }
}

static void boxes_are_as_large_as_was_asked(void **unused)
{
    (void)unused;
    toy t = toy_small();
    drawn d = draw(&t, RP_NONE);
    const rp_graph_size large[] = {{300, 90}, {300, 90}, {300, 90}};
    rp_graph_sizes sizes = {.nodes = large};
    rp_graph_layout layout;

    assert_int_equal(rp_graph_place(&d.graph, &sizes, &d.arena, &layout, NULL),
                     RP_OK);

    assert_placed(&d.graph, &layout, large[0]);
    assert_true(layout.nodes[0].x < layout.nodes[1].x);
    assert_true(layout.nodes[1].x < layout.nodes[2].x);
    done(&d);
}

/* ----------------------------------------------------------------- memory */

static void graph_survives_refused_memory(void **unused)
{
    (void)unused;
    toy t = toy_small();
    t.interrupt_count = 1;
    t.interrupts[0] =
        (toy_interrupt){.id = "i", .when = "said 'go'", .to = "b"};
    rp_model *model = toy_model(&t);
    rp_status status = RP_E_MEMORY;

    for (uint64_t n = 0; status != RP_OK; n++) {
        refusing r = {.allowed = n};
        rp_graph_options options = {.set = RP_NONE};
        rp_graph graph;
        rp_arena arena;
        rp_text dot;
        rp_arena_init(&arena, refusing_alloc(&r));
        rp_text_init(&dot, refusing_alloc(&r));
        status = rp_graph_make(model, &options, &arena, &graph, NULL);
        assert_true(status == RP_OK || status == RP_E_MEMORY);
        if (status == RP_OK) {
            rp_graph_dot(&graph, NULL, &dot);
            status = dot.failed ? RP_E_MEMORY : RP_OK;
        }
        rp_text_clear(&dot);
        rp_arena_clear(&arena);
        assert_int_equal(r.blocks, 0);
    }
    toy_model_free(model);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_small_call_is_drawn_as_it_is),
        cmocka_unit_test(the_best_run_is_marked_and_nothing_else),
        cmocka_unit_test(replies_to_one_place_are_one_edge),
        cmocka_unit_test(a_move_that_shuts_the_door_is_a_trap),
        cmocka_unit_test(what_never_happens_is_there_and_marked),
        cmocka_unit_test(what_other_sets_reach_is_left_out_of_this_one),
        cmocka_unit_test(a_set_nobody_declared_is_refused),
        cmocka_unit_test(an_interrupt_stands_between_two_turns),
        cmocka_unit_test(graph_names_every_reachable_reply),
        cmocka_unit_test(what_flows_into_a_node_are_its_visits),
        cmocka_unit_test(hostile_texts_make_a_picture),
        cmocka_unit_test(without_graphviz_one_sentence_says_so),
        cmocka_unit_test(every_node_and_line_has_its_place),
        cmocka_unit_test(boxes_are_as_large_as_was_asked),
        cmocka_unit_test(graph_survives_refused_memory),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
