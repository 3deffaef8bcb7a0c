/*
 * A full or failing disk: the call says so, changes nothing, and works again
 * when there is room.
 */
#include <stdio.h>
#include <string.h>

#include "broken_disk.h"
#include "lab.h"

enum {
    MOVES = 6,
    STEPS = MOVES + 3 /* begun, noted, finished */
};

static rp_status take_step(lab *at, rp_store_id *id, uint32_t step,
                           rp_error *err)
{
    char text[32];

    if (step == 0) {
        rp_attempt_start start = lab_start(at);
        return rp_store_begin_attempt(at->store, &start, id, err);
    }
    if (step <= MOVES) {
        (void)snprintf(text, sizeof text, "reply-%u", (unsigned)step - 1);
        rp_stored_move move = {.text = text, .at_ms = step};
        return rp_store_add_move(at->store, id, step - 1, &move, err);
    }
    if (step == MOVES + 1) {
        rp_stored_note note = {.text = "a note"};
        return rp_store_put_note(at->store, id, &note, err);
    }
    rp_stored_result result = lab_result();
    return rp_store_finish_attempt(at->store, id, &result, err);
}

static void open_on_broken_disk(lab *at)
{
    rp_store_options options = lab_options(at);

    options.vfs = disk_register();
    assert_ok(rp_store_open(&options, &at->store, &lab_error));
}

static void a_full_disk_fails_one_call_and_harms_nothing(void **state)
{
    bool had_fault = true;
    (void)state;

    for (uint32_t moment = 1; had_fault; moment++) {
        lab at;
        rp_store_id id = {{0}};
        uint32_t failures = 0;
        rp_error err = {0};
        lab_setup_folder(&at);
        lab_close(&at);
        open_on_broken_disk(&at);

        disk_break(DISK_IS_FULL, moment);
        for (uint32_t step = 0; step < STEPS;) {
            if (take_step(&at, &id, step, &err) == RP_OK) {
                step++;
                continue;
            }
            assert_int_equal(err.status, RP_E_IO);
            assert_true(err.message[0] != '\0');
            failures++;
            assert_true(failures <= 1);
        }
        had_fault = disk_operations() >= moment;
        disk_break(DISK_WORKS, 0);

        assert_int_equal(lab_verify(&at, NULL).count, 0);
        lab_close(&at);
        lab_open(&at);
        assert_int_equal(rp_store_trouble(at.store, NULL), RP_OK);
        assert_int_equal(lab_verify(&at, NULL).count, 0);
        lab_clear(&at);
    }
}

static void a_full_disk_is_called_full(void **state)
{
    lab at;
    rp_store_id id = {{0}};
    rp_error refusal = {0};
    (void)state;
    lab_setup_folder(&at);
    lab_close(&at);
    open_on_broken_disk(&at);
    disk_break(DISK_IS_FULL, 1);

    assert_int_equal(take_step(&at, &id, 0, &refusal), RP_E_IO);

    assert_non_null(strstr(refusal.message, "disk is full"));
    disk_break(DISK_WORKS, 0);
    lab_clear(&at);
}

static void a_dead_disk_fails_every_call_and_keeps_what_was_kept(void **state)
{
    bool had_fault = true;
    (void)state;

    for (uint32_t moment = 1; had_fault; moment++) {
        lab at;
        rp_store_id id = {{0}};
        rp_stored_moves moves = {0};
        uint32_t steps = 0;
        lab_setup_folder(&at);
        lab_close(&at);
        open_on_broken_disk(&at);

        disk_break(DISK_FAILS, moment);
        while (steps < STEPS && take_step(&at, &id, steps, NULL) == RP_OK) {
            steps++;
        }
        lab_close(&at);
        had_fault = disk_operations() >= moment;
        disk_break(DISK_WORKS, 0);

        lab_open(&at);
        assert_int_equal(lab_verify(&at, NULL).count, 0);
        if (steps > 0) {
            uint32_t kept = steps - 1 < MOVES ? steps - 1 : MOVES;
            assert_ok(rp_store_attempt_moves(at.store, &id, &at.arena, &moves,
                                             &lab_error));
            assert_in_range(moves.count, kept, kept + 1);
        }
        lab_clear(&at);
    }
}

static void a_database_is_made_whole_or_not_at_all(void **state)
{
    bool had_fault = true;
    (void)state;

    for (uint32_t moment = 1; had_fault; moment++) {
        lab at;
        rp_error refusal = {0};
        lab_make_folder(&at);
        rp_store_options options = lab_options(&at);
        options.vfs = disk_register();

        disk_break(DISK_FAILS, moment);
        rp_status status = rp_store_open(&options, &at.store, &refusal);
        had_fault = disk_operations() >= moment;
        disk_break(DISK_WORKS, 0);

        if (status != RP_OK) {
            assert_int_equal(status, RP_E_IO);
            assert_true(refusal.message[0] != '\0');
        }
        lab_close(&at);
        lab_open(&at);
        lab_fill(&at);
        assert_int_equal(lab_verify(&at, NULL).count, 0);
        lab_clear(&at);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_full_disk_fails_one_call_and_harms_nothing),
        cmocka_unit_test(a_full_disk_is_called_full),
        cmocka_unit_test(a_dead_disk_fails_every_call_and_keeps_what_was_kept),
        cmocka_unit_test(a_database_is_made_whole_or_not_at_all),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
