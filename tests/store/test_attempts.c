/* Attempts: what was begun, moved and finished comes back as it was. */
#include <stdio.h>
#include <string.h>

#include "lab.h"

static rp_status try_move(lab *at, const rp_store_id *id, uint32_t seq,
                          uint32_t at_ms)
{
    rp_stored_move move = {.text = "own-the-promises", .at_ms = at_ms};

    return rp_store_add_move(at->store, id, seq, &move, NULL);
}

static void an_attempt_comes_back_with_its_result(void **state)
{
    lab at;
    rp_attempt read = {0};
    (void)state;
    lab_setup(&at);
    rp_store_id id = lab_play(&at, 3);

    assert_ok(
        rp_store_get_attempt(at.store, &id, &at.arena, &read, &lab_error));

    assert_true(rp_store_id_equal(&read.id, &id));
    assert_true(rp_store_id_equal(&read.start.person, &at.person));
    assert_true(rp_digest_equal(&read.start.document, &at.document));
    assert_string_equal(read.scenario, "angry-caller");
    assert_string_equal(read.start.language, "en");
    assert_true(read.start.seed == 0xFEDCBA9876543210U);
    assert_int_equal(read.start.set, 2);
    assert_int_equal(read.start.zone_offset_min, 480);
    assert_int_equal(read.move_count, 3);
    assert_true(rp_store_id_is_none(&read.start.parent));
    assert_true(read.has_result && !read.is_closed && !read.is_imported);
    assert_string_equal(read.result.ending, "promised");
    assert_int_equal(read.result.outcome, RP_RESOLVED);
    assert_int_equal(read.result.points[RP_EMPATHY], -2);
    assert_int_equal(read.result.score_bp[RP_EMPATHY], -1);
    assert_int_equal(read.result.score_bp[RP_RESOLUTION], 10000);
    assert_int_equal(read.result.mood[RP_PATIENCE], 40);
    assert_true(read.result.finished_ms > read.started_ms);
    lab_clear(&at);
}

static void moves_come_back_in_order(void **state)
{
    lab at;
    rp_stored_moves moves = {0};
    char expected[32];
    (void)state;
    lab_setup(&at);
    rp_store_id id = lab_play(&at, 150);

    assert_ok(
        rp_store_attempt_moves(at.store, &id, &at.arena, &moves, &lab_error));

    assert_int_equal(moves.count, 150);
    for (uint32_t i = 0; i < moves.count; i++) {
        (void)snprintf(expected, sizeof expected, "reply-%u", (unsigned)i);
        assert_string_equal(moves.items[i].text, expected);
        assert_int_equal(moves.items[i].at_ms, i * 1000);
    }
    lab_clear(&at);
}

static void only_the_next_move_is_taken(void **state)
{
    lab at;
    (void)state;
    lab_setup(&at);
    rp_store_id id = lab_begin(&at);
    rp_store_id unknown = {{1}};

    assert_int_equal(try_move(&at, &id, 1, 0), RP_E_STATE);
    assert_int_equal(try_move(&at, &id, 0, 500), RP_OK);
    assert_int_equal(try_move(&at, &id, 0, 500), RP_E_STATE);
    assert_int_equal(try_move(&at, &id, 2, 500), RP_E_STATE);
    assert_int_equal(try_move(&at, &id, 1, 499), RP_E_STATE);
    assert_int_equal(try_move(&at, &id, 1, 500), RP_OK);
    assert_int_equal(try_move(&at, &unknown, 0, 0), RP_E_INVALID);
    assert_int_equal(try_move(&at, &id, RP_STORE_MOVES_MAX, 0), RP_E_LIMIT);
    lab_clear(&at);
}

static void a_refused_move_says_why(void **state)
{
    lab at;
    rp_stored_move move = {.text = "x", .at_ms = 7};
    rp_error err = {0};
    (void)state;
    lab_setup(&at);
    rp_store_id id = lab_play(&at, 1);
    rp_store_id open = lab_begin(&at);
    lab_move(&at, &open, 0);
    lab_move(&at, &open, 1);

    assert_int_equal(rp_store_add_move(at.store, &id, 1, &move, &err),
                     RP_E_STATE);
    assert_non_null(strstr(err.message, "finished"));
    assert_int_equal(rp_store_add_move(at.store, &open, 2, &move, &err),
                     RP_E_STATE);
    assert_non_null(strstr(err.message, "backwards"));
    lab_clear(&at);
}

static void texts_that_are_no_moves_are_refused(void **state)
{
    char large[RP_STORE_MOVE_MAX + 1];
    const char *const texts[] = {"", "two\nlines", "\x1B", "\xFF", large};
    lab at;
    (void)state;
    lab_setup(&at);
    rp_store_id id = lab_begin(&at);
    memset(large, 'x', sizeof large);
    large[RP_STORE_MOVE_MAX] = '\0';

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        rp_stored_move move = {.text = texts[i]};
        assert_int_equal(rp_store_add_move(at.store, &id, 0, &move, NULL),
                         RP_E_INVALID);
    }
    large[RP_STORE_MOVE_MAX - 1] = '\0';
    rp_stored_move largest = {.text = large};
    assert_ok(rp_store_add_move(at.store, &id, 0, &largest, &lab_error));
    lab_clear(&at);
}

static void an_attempt_is_finished_once(void **state)
{
    lab at;
    rp_stored_result result = lab_result();
    rp_chain_head before = {0};
    rp_chain_head after = {0};
    (void)state;
    lab_setup(&at);
    rp_store_id id = lab_play(&at, 1);
    assert_ok(rp_store_chain_head(at.store, &before, &lab_error));

    assert_int_equal(rp_store_finish_attempt(at.store, &id, &result, NULL),
                     RP_E_STATE);
    assert_int_equal(rp_store_close_attempt(at.store, &id, "dismissed", NULL),
                     RP_E_STATE);

    assert_ok(rp_store_chain_head(at.store, &after, &lab_error));
    assert_int_equal(before.index, after.index);
    lab_clear(&at);
}

static void results_out_of_range_are_refused(void **state)
{
    lab at;
    (void)state;
    lab_setup(&at);
    rp_store_id id = lab_begin(&at);
    rp_stored_result results[5];
    for (size_t i = 0; i < 5; i++) {
        results[i] = lab_result();
    }
    results[0].satisfaction = 6;
    results[1].score_bp[RP_EMPATHY] = 10001;
    results[2].mood[RP_CALM] = 101;
    results[3].outcome = RP_OUTCOMES;
    results[4].engine_version = "";

    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(
            rp_store_finish_attempt(at.store, &id, &results[i], NULL),
            RP_E_INVALID);
    }
    lab_clear(&at);
}

static void trying_again_takes_moves_over_and_puts_the_old_aside(void **state)
{
    lab at;
    rp_attempt old = {0};
    rp_attempt new = {0};
    rp_stored_moves moves = {0};
    rp_store_id id = {{0}};
    (void)state;
    lab_setup(&at);
    rp_store_id parent = lab_begin(&at);
    for (uint32_t seq = 0; seq < 5; seq++) {
        lab_move(&at, &parent, seq);
    }
    rp_attempt_start start = lab_start(&at);
    start.parent = parent;
    start.taken_moves = 3;

    assert_ok(rp_store_begin_attempt(at.store, &start, &id, &lab_error));

    assert_ok(
        rp_store_get_attempt(at.store, &parent, &at.arena, &old, &lab_error));
    assert_ok(rp_store_get_attempt(at.store, &id, &at.arena, &new, &lab_error));
    assert_true(old.is_closed);
    assert_int_equal(old.move_count, 5);
    assert_true(rp_store_id_equal(&new.start.parent, &parent));
    assert_int_equal(new.start.taken_moves, 3);
    assert_ok(
        rp_store_attempt_moves(at.store, &id, &at.arena, &moves, &lab_error));
    assert_int_equal(moves.count, 3);
    assert_string_equal(moves.items[2].text, "reply-2");
    lab_move(&at, &id, 3);
    lab_clear(&at);
}

static void a_finished_parent_is_not_put_aside(void **state)
{
    lab at;
    rp_attempt old = {0};
    rp_store_id id = {{0}};
    (void)state;
    lab_setup(&at);
    rp_attempt_start start = lab_start(&at);
    start.parent = lab_play(&at, 2);
    start.taken_moves = 1;

    assert_ok(rp_store_begin_attempt(at.store, &start, &id, &lab_error));

    assert_ok(rp_store_get_attempt(at.store, &start.parent, &at.arena, &old,
                                   &lab_error));
    assert_false(old.is_closed);
    lab_clear(&at);
}

static void starts_that_name_nothing_known_are_refused(void **state)
{
    lab at;
    rp_store_id id = {{0}};
    rp_attempt_start starts[6];
    (void)state;
    lab_setup(&at);
    for (size_t i = 0; i < 6; i++) {
        starts[i] = lab_start(&at);
    }
    starts[0].person.bytes[0] ^= 1U;
    starts[1].document.bytes[0] ^= 1U;
    starts[2].parent.bytes[0] = 1;
    starts[3].taken_moves = 1;
    starts[4].language = "";
    starts[5].parent = lab_play(&at, 2);
    starts[5].taken_moves = 3;

    for (size_t i = 0; i < 6; i++) {
        assert_int_equal(
            rp_store_begin_attempt(at.store, &starts[i], &id, NULL),
            RP_E_INVALID);
    }

    assert_true(rp_store_id_is_none(&id));
    assert_int_equal(lab_verify(&at, NULL).count, 0);
    lab_clear(&at);
}

static void what_was_cut_off_can_be_gone_on_with(void **state)
{
    lab at;
    rp_attempts open = {0};
    (void)state;
    lab_setup(&at);
    (void)lab_play(&at, 2);
    rp_store_id first = lab_begin(&at);
    rp_store_id second = lab_begin(&at);
    lab_move(&at, &second, 0);

    assert_ok(rp_store_find_unfinished(at.store, &at.person, &at.arena, &open,
                                       &lab_error));
    assert_int_equal(open.count, 2);
    assert_true(rp_store_id_equal(&open.items[0].id, &second));
    assert_int_equal(open.items[0].move_count, 1);
    assert_true(rp_store_id_equal(&open.items[1].id, &first));

    assert_ok(
        rp_store_close_attempt(at.store, &second, "dismissed", &lab_error));
    assert_ok(rp_store_find_unfinished(at.store, &at.person, &at.arena, &open,
                                       &lab_error));
    assert_int_equal(open.count, 1);
    assert_int_equal(try_move(&at, &second, 1, 5), RP_E_STATE);
    lab_clear(&at);
}

static void lists_are_newest_first_and_come_in_pages(void **state)
{
    lab at;
    rp_attempts page = {0};
    rp_attempt_filter filter = {.limit = 4};
    rp_store_id ids[10];
    size_t seen = 10;
    (void)state;
    lab_setup(&at);
    for (size_t i = 0; i < 10; i++) {
        ids[i] = lab_play(&at, 1);
    }

    do {
        assert_ok(rp_store_list_attempts(at.store, &filter, &at.arena, &page,
                                         &lab_error));
        for (uint32_t i = 0; i < page.count; i++) {
            seen--;
            assert_true(rp_store_id_equal(&page.items[i].id, &ids[seen]));
            filter.before_order = page.items[i].order;
        }
    } while (page.count == 4);

    assert_int_equal(seen, 0);
    lab_clear(&at);
}

static void lists_are_filtered(void **state)
{
    lab at;
    rp_attempts list = {0};
    rp_attempt_filter other = {.scenario = "other"};
    rp_attempt_filter finished = {.only_finished = true};
    rp_attempt_filter nobody = {.person = {{7}}};
    (void)state;
    lab_setup(&at);
    (void)lab_play(&at, 1);
    (void)lab_begin(&at);

    assert_ok(
        rp_store_list_attempts(at.store, NULL, &at.arena, &list, &lab_error));
    assert_int_equal(list.count, 2);
    assert_ok(
        rp_store_list_attempts(at.store, &other, &at.arena, &list, &lab_error));
    assert_int_equal(list.count, 0);
    assert_ok(rp_store_list_attempts(at.store, &finished, &at.arena, &list,
                                     &lab_error));
    assert_int_equal(list.count, 1);
    assert_ok(rp_store_list_attempts(at.store, &nobody, &at.arena, &list,
                                     &lab_error));
    assert_int_equal(list.count, 0);
    lab_clear(&at);
}

static void an_attempt_is_found_by_the_first_digits(void **state)
{
    lab at;
    char hex[RP_STORE_ID_HEX_MAX];
    rp_store_id found = {{0}};
    (void)state;
    lab_setup(&at);
    rp_store_id id = lab_play(&at, 1);
    (void)lab_play(&at, 1);
    (void)rp_store_id_hex(&id, hex);
    hex[9] = '\0';

    assert_ok(rp_store_find_attempt(at.store, hex, &found, &lab_error));

    assert_true(rp_store_id_equal(&found, &id));
    assert_int_equal(rp_store_find_attempt(at.store, "abc", &found, NULL),
                     RP_E_INVALID);
    assert_int_equal(rp_store_find_attempt(at.store, "zzzz", &found, NULL),
                     RP_E_INVALID);
    assert_int_equal(
        rp_store_find_attempt(at.store, "00000000000000000000", &found, NULL),
        RP_E_INVALID);
    lab_clear(&at);
}

static void order_does_not_follow_the_clock(void **state)
{
    lab at;
    rp_attempt first = {0};
    rp_attempt second = {0};
    (void)state;
    lab_setup(&at);
    rp_store_id a = lab_play(&at, 1);
    at.now_ms -= 86400000;
    rp_store_id b = lab_play(&at, 1);

    assert_ok(
        rp_store_get_attempt(at.store, &a, &at.arena, &first, &lab_error));
    assert_ok(
        rp_store_get_attempt(at.store, &b, &at.arena, &second, &lab_error));

    assert_true(second.started_ms < first.started_ms);
    assert_true(second.order > first.order);
    lab_clear(&at);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_attempt_comes_back_with_its_result),
        cmocka_unit_test(moves_come_back_in_order),
        cmocka_unit_test(only_the_next_move_is_taken),
        cmocka_unit_test(a_refused_move_says_why),
        cmocka_unit_test(texts_that_are_no_moves_are_refused),
        cmocka_unit_test(an_attempt_is_finished_once),
        cmocka_unit_test(results_out_of_range_are_refused),
        cmocka_unit_test(trying_again_takes_moves_over_and_puts_the_old_aside),
        cmocka_unit_test(a_finished_parent_is_not_put_aside),
        cmocka_unit_test(starts_that_name_nothing_known_are_refused),
        cmocka_unit_test(what_was_cut_off_can_be_gone_on_with),
        cmocka_unit_test(lists_are_newest_first_and_come_in_pages),
        cmocka_unit_test(lists_are_filtered),
        cmocka_unit_test(an_attempt_is_found_by_the_first_digits),
        cmocka_unit_test(order_does_not_follow_the_clock),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
