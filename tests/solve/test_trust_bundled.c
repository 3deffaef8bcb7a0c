/*
 * The bundled scenarios: the exact odds of the blind guesser against the
 * walker that only steps, in every fact set.
 *
 * At its own marks a scenario is passed by chance once in millions of calls,
 * and a sample can only show that this is rare. So the same call is asked
 * of somebody who guesses among the replies that earn something, with lower
 * marks: there chance passes often, by the same turns, forms and totals. The
 * model is copied and changed, never the scenario.
 */
#include <stdio.h>
#include <string.h>

#include "rapport/app.h"
#include "support/chance.h"
#include "support/test.h"

enum {
    RUNS = 20000,
    OWN_PERCENT = 30,
    EXAM_PERCENT = 50,
    INTERRUPTS = 64,
    NODES = 512,
    OFFERS = 4096
};

/* A copy of a model with other marks, records or endings. */
typedef struct lens {
    rp_model model;
    rp_interrupt interrupts[INTERRUPTS];
    rp_node nodes[NODES];
    uint16_t offers[OFFERS];
} lens;

static void take_copy(lens *to, const rp_model *model)
{
    to->model = *model;
    assert_in_range(model->node_count, 1, NODES);
    memcpy(to->nodes, model->nodes, model->node_count * sizeof *to->nodes);
    to->model.nodes = to->nodes;
}

/* Nobody opens a record. */
static void shut_records(lens *to)
{
    to->model.record_count = 0;
}

/*
 * Every record is open at the start: for each there is an interrupt that
 * fires at once, leads to where the call starts and leaves its mark.
 */
static void open_records(lens *to)
{
    uint32_t records = to->model.record_count;
    uint32_t own = to->model.interrupt_count;

    assert_in_range(records + own, 0, INTERRUPTS);
    for (uint32_t i = 0; i < records; i++) {
        to->interrupts[i] = (rp_interrupt){
            .id = to->model.records[i].id,
            .node = to->model.start,
            .fired_mark = to->model.records[i].opened_mark,
        };
    }
    if (own > 0) {
        memcpy(to->interrupts + records, to->model.interrupts,
               own * sizeof *to->interrupts);
    }
    to->model.interrupts = to->interrupts;
    to->model.interrupt_count = records + own;
    to->model.record_count = 0;
}

static void set_marks(lens *to, uint8_t own, uint8_t exam)
{
    for (int i = 0; i < RP_SCORES; i++) {
        to->model.pass_percent[i] = own;
    }
    to->model.exam_percent = exam;
}

static bool earns(const rp_choice *choice)
{
    return choice->points[RP_LISTENING] + choice->points[RP_EMPATHY] +
               choice->points[RP_RESOLUTION] >
           0;
}

/* Of each turn only the replies that earn something, if there are any. */
static void keep_earning(lens *to, const rp_model *model)
{
    uint16_t kept = 0;

    for (uint32_t i = 0; i < model->node_count; i++) {
        rp_span all = model->nodes[i].offers;
        uint16_t first = kept;
        assert_in_range(kept + all.count, 0, OFFERS);
        for (uint32_t j = all.first; j < all.first + all.count; j++) {
            if (earns(&model->choices[model->offers[j]])) {
                to->offers[kept++] = model->offers[j];
            }
        }
        for (uint32_t j = 0; kept == first && j < all.count; j++) {
            to->offers[first + j] = model->offers[all.first + j];
        }
        kept = kept == first ? (uint16_t)(first + all.count) : kept;
        to->nodes[i].offers = (rp_span){first, (uint32_t)(kept - first)};
    }
    to->model.offers = to->offers;
}

/* Only this ending is a good one. */
static void keep_ending(lens *to, uint16_t node)
{
    for (uint32_t i = 0; i < to->model.node_count; i++) {
        to->nodes[i].outcome = i == node ? RP_RESOLVED : RP_LOST;
    }
}

/* ------------------------------------------------------------------ asking */

static rp_walk *open_walk(const lens *of, uint16_t set, int32_t *par)
{
    rp_walk *walk = NULL;

    assert_int_equal(rp_walk_open(&of->model,
                                  &(rp_walk_how){set, rp_alloc_default(), NULL},
                                  &walk, NULL),
                     RP_OK);
    assert_true(rp_walk_is_exact(walk));
    rp_walk_par(walk, par);
    return walk;
}

static rp_sample sample(const lens *of, uint16_t set, const int32_t *par,
                        bool opens_all)
{
    rp_sample_options options = {.seed = 1000U + set + 100U * opens_all,
                                 .runs = RUNS,
                                 .opens_all = opens_all};
    rp_sample found;

    memcpy(options.par, par, sizeof options.par);
    rp_sample_blind(&of->model, set, &options, &found);
    for (int i = 0; i < RP_SCORES; i++) {
        assert_true(found.most[i] <= par[i]);
    }
    return found;
}

static void expect_likely(const lens *of, uint16_t set, const char *what,
                          uint64_t hits, rp_odds odds)
{
    assert_true(!(odds.low < odds.high));
    if (!is_likely(hits, RUNS, odds.low)) {
        fail_msg("%s, set %u, %s: %.12f, and %llu of %d passed", of->model.id,
                 set + 1U, what, odds.low, (unsigned long long)hits, RUNS);
    }
}

/* Among what earns something; the larger chance of both marks. */
static double agree_at_low_marks(const rp_model *model, lens *of, uint16_t set,
                                 const char *what)
{
    int32_t par[RP_SCORES];
    rp_chance chance;

    keep_earning(of, model);
    set_marks(of, OWN_PERCENT, EXAM_PERCENT);
    rp_walk *walk = open_walk(of, set, par);
    assert_int_equal(rp_walk_odds(walk, RP_BLIND, 0, &chance, NULL), RP_OK);
    rp_walk_free(walk);
    rp_sample by = sample(of, set, par, false);
    expect_likely(of, set, what, by.passed, chance.own);
    expect_likely(of, set, what, by.passed_exam, chance.exam);
    print_message("%s, set %u, %s, low marks: %.4f and %.4f\n", of->model.id,
                  set + 1U, what, chance.own.low, chance.exam.low);
    return chance.own.low > chance.exam.low ? chance.own.low : chance.exam.low;
}

/* At the scenario's own marks: the larger of both ways with records. */
static void agree_as_written(const rp_model *model, uint16_t set)
{
    static lens as_written;
    int32_t par[RP_SCORES];
    rp_chance chance;

    take_copy(&as_written, model);
    rp_walk *walk = open_walk(&as_written, set, par);
    assert_int_equal(rp_walk_odds(walk, RP_BLIND, 0, &chance, NULL), RP_OK);
    rp_walk_free(walk);
    rp_sample shut = sample(&as_written, set, par, false);
    rp_sample open = sample(&as_written, set, par, true);
    assert_true(are_likely((uint64_t[]){shut.passed, open.passed}, RUNS,
                           chance.own.low));
    assert_true(are_likely((uint64_t[]){shut.passed_exam, open.passed_exam},
                           RUNS, chance.exam.low));
    print_message("%s, set %u, as written: %.12f and %.12f\n", model->id,
                  set + 1U, chance.own.low, chance.exam.low);
}

/* --------------------------------------------------------------- scenarios */

static void each_bundled(void (*look)(const rp_model *))
{
    rp_app_options options = {
        .pack_dir = RP_SOURCE_DIR "/scenarios",
        .helper_path = RP_BUILD_DIR "/rapport-helper",
    };
    rp_scenario_files files;
    rp_arena arena;
    rp_error err = {.message = ""};

    rp_arena_init(&arena, rp_alloc_default());
    assert_int_equal(rp_app_scenarios(&options, NULL, &arena, &files, &err),
                     RP_OK);
    assert_true(files.count > 0);
    for (uint32_t i = 0; i < files.count; i++) {
        rp_loaded loaded;
        if (rp_app_load(&options, files.items[i].path, rp_alloc_default(),
                        &loaded, &err) != RP_OK ||
            loaded.model == NULL) {
            fail_msg("%s: %s", files.items[i].path, err.message);
        }
        look(loaded.model);
        rp_loaded_clear(&loaded);
    }
    rp_arena_clear(&arena);
}

static void look_at_odds(const rp_model *model)
{
    static lens through;
    double often = 0;

    for (uint16_t set = 0; set < model->set_count; set++) {
        agree_as_written(model, set);
        take_copy(&through, model);
        shut_records(&through);
        double shut = agree_at_low_marks(model, &through, set, "no record");
        take_copy(&through, model);
        open_records(&through);
        double open = agree_at_low_marks(model, &through, set, "all records");
        often = shut > often ? shut : often;
        often = open > often ? open : often;
    }
    /* Otherwise the samples show nothing but that chance never passes. */
    assert_true(often > 0.05);
}

static void chance_agrees_with_the_odds_of_every_scenario(void **unused)
{
    (void)unused;
    each_bundled(look_at_odds);
}

/* How often a run comes to one ending, nothing critical done on the way. */
static double agree_on_ending(const rp_model *model, uint16_t node)
{
    static lens through;
    int32_t par[RP_SCORES];
    rp_chance chance;

    take_copy(&through, model);
    shut_records(&through);
    keep_ending(&through, node);
    set_marks(&through, 0, 0);
    rp_walk *walk = open_walk(&through, 0, par);
    assert_int_equal(rp_walk_odds(walk, RP_BLIND, 0, &chance, NULL), RP_OK);
    rp_walk_free(walk);
    rp_sample by = sample(&through, 0, par, false);
    expect_likely(&through, 0, model->nodes[node].id, by.passed, chance.own);
    print_message("%s ends in %s: %.6f\n", model->id, model->nodes[node].id,
                  chance.own.low);
    return chance.own.low;
}

static void look_at_endings(const rp_model *model)
{
    double sum = 0;

    for (uint16_t i = 0; i < model->node_count; i++) {
        if (model->nodes[i].kind == RP_ENDING) {
            sum += agree_on_ending(model, i);
        }
    }
    assert_true(sum > 0.1 && sum < 1 + 1e-9);
}

static void chance_agrees_with_how_often_each_ending_comes(void **unused)
{
    (void)unused;
    each_bundled(look_at_endings);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chance_agrees_with_the_odds_of_every_scenario),
        cmocka_unit_test(chance_agrees_with_how_often_each_ending_comes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
