/*
 * What two editions differ in, each claim on the smallest pair that shows it.
 */
#include <stdlib.h>
#include <string.h>

#include "rapport/author.h"
#include "scenario/model_world.h"
#include "support/refusing.h"
#include "support/test.h"

/* Two documents and what they differ in. */
typedef struct pair {
    rp_document *before;
    rp_document *after;
    rp_arena arena;
    rp_changes changes;
} pair;

static pair compare(const model_parts *before, const model_parts *after)
{
    pair p = {.before = document_of(before), .after = document_of(after)};
    rp_error err = {0};

    rp_arena_init(&p.arena, rp_alloc_default());
    if (rp_diff_documents(p.before, p.after, &p.arena, &p.changes, &err) !=
        RP_OK) {
        fail_msg("%s", err.message);
    }
    return p;
}

static void done(pair *p)
{
    rp_arena_clear(&p->arena);
    rp_document_free(p->before);
    rp_document_free(p->after);
}

/* The one change there is. */
static rp_change only(const pair *p)
{
    for (uint32_t i = 1; i < p->changes.count; i++) {
        const rp_change *more = &p->changes.items[i];
        print_message("also: %s %s %s\n", rp_change_names[more->kind],
                      more->part, more->key);
    }
    assert_int_equal(p->changes.count, 1);
    return p->changes.items[0];
}

#define TURN(REPLY)                                \
    "{'id':'a','says':[{'text':{'en':'Hello?'}}]," \
    "'replies':[" REPLY "],'to':[{'to':'z'}]}"
#define GREET "{'id':'r','text':{'en':'Good morning, how can I help you?'}}"
#define SHRUG "{'id':'s','text':{'en':'What is it this time?'}}"

static void equal_documents_have_no_changes(void **state)
{
    model_parts same = {.turns = TURN(GREET)};
    pair p = compare(&same, &same);
    (void)state;

    assert_int_equal(p.changes.count, 0);
    done(&p);
}

static void a_text_is_reworded_in_its_language(void **state)
{
    pair p = compare(
        &(model_parts){.turns =
                           TURN("{'id':'r','text':{'en':'Hi.','zh':'A'}}")},
        &(model_parts){.turns =
                           TURN("{'id':'r','text':{'en':'Hi.','zh':'B'}}")});
    rp_change change = only(&p);
    (void)state;

    assert_int_equal(change.kind, RP_CHANGE_REWORDED);
    assert_string_equal(change.object, "reply");
    assert_string_equal(change.part, "a/r");
    assert_string_equal(change.key, "text");
    assert_string_equal(change.language, "zh");
    assert_string_equal(change.before, "A");
    assert_string_equal(change.after, "B");
    done(&p);
}

static void another_target_is_a_move(void **state)
{
    pair p = compare(
        &(model_parts){.turns = TURN("{'id':'r','text':{'en':'Hi.'},"
                                     "'to':[{'to':'z'}]}")},
        &(model_parts){.turns = TURN("{'id':'r','text':{'en':'Hi.'},'to':"
                                     "[{'when':'calm > 5','to':'z'},"
                                     "{'to':'a'}]}")});
    rp_change change = only(&p);
    (void)state;

    assert_int_equal(change.kind, RP_CHANGE_MOVED);
    assert_string_equal(change.before, "z");
    assert_string_equal(change.after, "z if calm > 5, else a");
    done(&p);
}

static void points_that_came_have_no_value_before(void **state)
{
    pair p = compare(
        &(model_parts){.turns = TURN(GREET)},
        &(model_parts){.turns = TURN("{'id':'r','empathy':2,'text':{'en':"
                                     "'Good morning, how can I help "
                                     "you?'}}")});
    rp_change change = only(&p);
    (void)state;

    assert_int_equal(change.kind, RP_CHANGE_ADDED);
    assert_string_equal(change.key, "empathy");
    assert_null(change.before);
    assert_string_equal(change.after, "2");
    done(&p);
}

static void a_fact_is_told_with_its_set(void **state)
{
    pair p = compare(&(model_parts){.more = ",'facts':[{'t':{'clock':'14:00'}},"
                                            "{'t':{'clock':'15:00'}}]"},
                     &(model_parts){.more = ",'facts':[{'t':{'clock':'14:00'}},"
                                            "{'t':{'clock':'15:30'}}]"});
    rp_change change = only(&p);
    (void)state;

    assert_string_equal(change.part, "facts:2");
    assert_string_equal(change.key, "t");
    assert_string_equal(change.before, "15:00");
    done(&p);
}

static void a_new_reply_tells_its_text(void **state)
{
    pair p = compare(&(model_parts){.turns = TURN(GREET)},
                     &(model_parts){.turns = TURN(GREET "," SHRUG)});
    rp_change change = only(&p);
    (void)state;

    assert_int_equal(change.kind, RP_CHANGE_ADDED);
    assert_string_equal(change.part, "a/s");
    assert_string_equal(change.key, "");
    assert_string_equal(change.after, "What is it this time?");
    assert_false(change.is_within);
    done(&p);
}

static void what_lies_in_a_turn_that_went_is_within_it(void **state)
{
    pair p = compare(
        &(model_parts){.turns = TURN(GREET) ",{'id':'b','says':[{'text':{'en':"
                                            "'Bye.'}}],'replies':[" SHRUG
                                            "],'to':[{'to':'z'}]}"},
        &(model_parts){.turns = TURN(GREET)});
    (void)state;

    assert_int_equal(p.changes.count, 2);
    assert_string_equal(p.changes.items[0].part, "b");
    assert_int_equal(p.changes.items[0].kind, RP_CHANGE_GONE);
    assert_int_equal(p.changes.items[0].within, 1);
    assert_false(p.changes.items[0].is_within);
    assert_string_equal(p.changes.items[1].part, "b/s");
    assert_true(p.changes.items[1].is_within);
    done(&p);
}

static void a_reply_of_almost_the_same_words_is_perhaps_renamed(void **state)
{
    pair p = compare(
        &(model_parts){.turns = TURN(GREET "," SHRUG)},
        &(model_parts){
            .turns = TURN("{'id':'offer','text':{'en':"
                          "'Good evening, how can I help you?'}}," SHRUG)});
    (void)state;

    assert_int_equal(p.changes.count, 2);
    assert_int_equal(p.changes.items[0].kind, RP_CHANGE_RENAMED);
    assert_string_equal(p.changes.items[0].before, "a/r");
    assert_string_equal(p.changes.items[0].after, "a/offer");
    assert_int_equal(p.changes.items[1].kind, RP_CHANGE_REWORDED);
    done(&p);
}

static void other_words_under_another_name_are_another_reply(void **state)
{
    pair p = compare(&(model_parts){.turns = TURN(GREET)},
                     &(model_parts){.turns = TURN(SHRUG)});
    (void)state;

    assert_int_equal(p.changes.count, 2);
    assert_int_equal(p.changes.items[0].kind, RP_CHANGE_ADDED);
    assert_int_equal(p.changes.items[1].kind, RP_CHANGE_GONE);
    done(&p);
}

static void what_only_names_a_renamed_turn_is_no_change(void **state)
{
    static const char before[] =
        "{'id':'a','says':[{'text':{'en':'Hello, is anybody there?'}}],"
        "'replies':[" GREET "],'to':[{'to':'a'}]}";
    static const char after[] =
        "{'id':'b','says':[{'text':{'en':'Hello, is anybody there?'}}],"
        "'replies':[" GREET "],'to':[{'to':'b'}]}";
    pair p = compare(&(model_parts){.turns = before},
                     &(model_parts){.turns = after});
    (void)state;

    /* The smallest document starts in `a`, before and after. */
    assert_string_equal(only(&p).before, "a");
    assert_int_equal(only(&p).kind, RP_CHANGE_RENAMED);
    done(&p);
}

static void replies_in_another_order_are_reordered(void **state)
{
    pair p = compare(&(model_parts){.turns = TURN(GREET "," SHRUG)},
                     &(model_parts){.turns = TURN(SHRUG "," GREET)});
    rp_change change = only(&p);
    (void)state;

    assert_int_equal(change.kind, RP_CHANGE_REORDERED);
    assert_string_equal(change.before, "r, s");
    assert_string_equal(change.after, "s, r");
    done(&p);
}

static void a_reply_between_two_others_reorders_nothing(void **state)
{
    pair p = compare(
        &(model_parts){.turns = TURN(GREET "," SHRUG)},
        &(model_parts){
            .turns = TURN(GREET ",{'id':'t','text':{'en':'Yes?'}}," SHRUG)});
    (void)state;

    assert_string_equal(only(&p).part, "a/t");
    done(&p);
}

/* ------------------------------------------------------------------ proofs */

typedef struct proof {
    rp_model *model;
    rp_report report;
} proof;

static proof prove(const model_parts *parts, rp_arena *arena)
{
    proof made = {.model = model_of(parts)};

    assert_int_equal(
        rp_check_report(made.model, NULL, arena, &made.report, NULL), RP_OK);
    return made;
}

static const rp_measured *find_measure(const rp_measures *in, rp_measure what)
{
    for (uint32_t i = 0; i < in->count; i++) {
        if (in->items[i].what == what) {
            return &in->items[i];
        }
    }
    return NULL;
}

static void only_what_changed_is_measured(void **state)
{
    rp_arena arena;
    rp_measures measures;
    rp_measures same;
    (void)state;

    rp_arena_init(&arena, rp_alloc_default());
    proof before = prove(&(model_parts){.turns = TURN(GREET)}, &arena);
    proof after = prove(
        &(model_parts){.turns = TURN(GREET ",{'id':'t','empathy':4,'text':"
                                           "{'en':'Yes?'}}")},
        &arena);
    rp_proven old = {before.model, &before.report, false};
    rp_proven new = {after.model, &after.report, false};
    assert_int_equal(rp_diff_proofs(&old, &new, &arena, &measures, NULL),
                     RP_OK);
    assert_int_equal(rp_diff_proofs(&old, &old, &arena, &same, NULL), RP_OK);

    assert_int_equal(same.count, 0);
    const rp_measured *par = find_measure(&measures, RP_MEASURE_PAR);
    assert_non_null(par);
    assert_int_equal(par->set, 1);
    assert_string_equal(par->before, "L0 E0 R0");
    assert_string_equal(par->after, "L0 E4 R0");
    assert_string_equal(find_measure(&measures, RP_MEASURE_BEST)->after, "t");
    assert_string_equal(find_measure(&measures, RP_MEASURE_ODDS)->after, "50");
    assert_null(find_measure(&measures, RP_MEASURE_GATE));
    rp_model_free(before.model);
    rp_model_free(after.model);
    rp_arena_clear(&arena);
}

/* ------------------------------------------------------------------ faults */

static void a_refused_request_is_told(void **state)
{
    rp_document *before =
        document_of(&(model_parts){.turns = TURN(GREET "," SHRUG)});
    rp_document *after = document_of(&(model_parts){
        .turns = TURN("{'id':'x','text':{'en':'Good day, how can I help "
                      "you?'}}")});
    rp_status status = RP_E_MEMORY;
    (void)state;

    for (uint64_t n = 0; status != RP_OK; n++) {
        refusing r = {.allowed = n};
        rp_arena arena;
        rp_changes changes;
        rp_arena_init(&arena, refusing_alloc(&r));
        status = rp_diff_documents(before, after, &arena, &changes, NULL);
        assert_true(status == RP_OK || status == RP_E_MEMORY);
        rp_arena_clear(&arena);
        assert_int_equal(r.blocks, 0);
        assert_true(n < 10000);
    }
    rp_document_free(before);
    rp_document_free(after);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_documents_have_no_changes),
        cmocka_unit_test(a_text_is_reworded_in_its_language),
        cmocka_unit_test(another_target_is_a_move),
        cmocka_unit_test(points_that_came_have_no_value_before),
        cmocka_unit_test(a_fact_is_told_with_its_set),
        cmocka_unit_test(a_new_reply_tells_its_text),
        cmocka_unit_test(what_lies_in_a_turn_that_went_is_within_it),
        cmocka_unit_test(a_reply_of_almost_the_same_words_is_perhaps_renamed),
        cmocka_unit_test(other_words_under_another_name_are_another_reply),
        cmocka_unit_test(what_only_names_a_renamed_turn_is_no_change),
        cmocka_unit_test(replies_in_another_order_are_reordered),
        cmocka_unit_test(a_reply_between_two_others_reorders_nothing),
        cmocka_unit_test(only_what_changed_is_measured),
        cmocka_unit_test(a_refused_request_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
