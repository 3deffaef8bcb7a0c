/*
 * Crashes: whatever moment the program or the power goes, every move that was
 * acknowledged is there afterwards, and nothing is half there.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sys/wait.h>
#include <unistd.h>

#include "broken_disk.h"
#include "lab.h"

enum {
    MOVES = 12,
    STEPS = MOVES + 2 /* begun, finished */
};

/* One step of a run: begin, moves, finish. */
static rp_status take_step(lab *at, rp_store_id *id, uint32_t step)
{
    char text[32];

    if (step == 0) {
        rp_attempt_start start = lab_start(at);
        return rp_store_begin_attempt(at->store, &start, id, NULL);
    }
    if (step <= MOVES) {
        (void)snprintf(text, sizeof text, "reply-%u", (unsigned)step - 1);
        rp_stored_move move = {.text = text, .at_ms = step};
        return rp_store_add_move(at->store, id, step - 1, &move, NULL);
    }
    rp_stored_result result = lab_result();
    return rp_store_finish_attempt(at->store, id, &result, NULL);
}

/*
 * What must hold after a crash with `steps` acknowledged: they are all there,
 * with at most the one that was under way, and the chain holds.
 */
static void check_after_crash(lab *at, uint32_t steps)
{
    rp_attempts attempts = {0};
    rp_stored_moves moves = {0};
    uint32_t found = 0;

    lab_open(at);
    assert_int_equal(rp_store_trouble(at->store, NULL), RP_OK);
    assert_int_equal(lab_verify(at, NULL).count, 0);
    assert_ok(rp_store_list_attempts(at->store, NULL, &at->arena, &attempts,
                                     &lab_error));
    if (attempts.count > 0) {
        const rp_attempt *attempt = &attempts.items[0];
        assert_ok(rp_store_attempt_moves(at->store, &attempt->id, &at->arena,
                                         &moves, &lab_error));
        found = 1 + moves.count + (attempt->has_result ? 1 : 0);
    }
    if (found < steps || found > steps + 1) {
        fail_msg("%u steps acknowledged, %u found", (unsigned)steps,
                 (unsigned)found);
    }
}

/* The child's life: a byte for every step that was acknowledged. */
static void run_and_tell(lab *at, const char *vfs, uint32_t break_at, int out)
{
    rp_store_options options = lab_options(at);
    rp_store_id id = {{0}};

    options.vfs = vfs;
    if (rp_store_open(&options, &at->store, NULL) != RP_OK) {
        _exit(2);
    }
    if (vfs != NULL) {
        disk_break(DISK_KILLS, break_at);
    }
    for (uint32_t step = 0; step < STEPS; step++) {
        if (take_step(at, &id, step) != RP_OK || write(out, "+", 1) != 1) {
            _exit(3);
        }
    }
    if (vfs == NULL) {
        (void)pause(); /* to be killed, not to close in order */
    }
    rp_store_close(at->store);
    _exit(0);
}

typedef struct process {
    pid_t pid;
    int acknowledgements;
} process;

static process start_child(lab *at, const char *vfs, uint32_t break_at)
{
    int ends[2];

    assert_int_equal(pipe(ends), 0);
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        (void)close(ends[0]);
        run_and_tell(at, vfs, break_at, ends[1]);
    }
    (void)close(ends[1]);
    return (process){.pid = pid, .acknowledgements = ends[0]};
}

/* Reads up to `most` acknowledgements, then sees the child dead. */
static uint32_t end_child(const process *child, uint32_t most, int *status)
{
    uint32_t count = 0;
    char byte = 0;

    while (count < most && read(child->acknowledgements, &byte, 1) == 1) {
        count++;
    }
    if (count == most) {
        (void)kill(child->pid, SIGKILL);
    }
    while (read(child->acknowledgements, &byte, 1) == 1) {
        count++; /* acknowledged before the blow fell */
    }
    assert_int_equal(waitpid(child->pid, status, 0), child->pid);
    (void)close(child->acknowledgements);
    return count;
}

static void killed_after_any_step_nothing_acknowledged_is_lost(void **state)
{
    (void)state;
    for (uint32_t step = 1; step <= STEPS; step++) {
        lab at;
        int status = 0;
        lab_setup_folder(&at);
        lab_close(&at);

        process running = start_child(&at, NULL, 0);
        uint32_t count = end_child(&running, step, &status);

        assert_true(WIFSIGNALED(status) && count >= step);
        check_after_crash(&at, count);
        lab_clear(&at);
    }
}

static void killed_in_any_write_nothing_acknowledged_is_lost(void **state)
{
    bool was_killed = true;
    uint32_t write_count = 0;
    (void)state;

    while (was_killed) {
        lab at;
        int status = 0;
        lab_setup_folder(&at);
        lab_close(&at);
        write_count++;

        process running = start_child(&at, disk_register(), write_count);
        uint32_t count = end_child(&running, STEPS + 1, &status);

        was_killed = WIFSIGNALED(status) != 0;
        assert_true(was_killed || WEXITSTATUS(status) == 0);
        check_after_crash(&at, count);
        lab_clear(&at);
    }
    assert_true(write_count > 3 * STEPS);
}

static void without_power_at_any_write_nothing_acknowledged_is_lost(
    void **state)
{
    bool had_fault = true;
    (void)state;

    for (uint32_t moment = 1; had_fault; moment++) {
        lab at;
        rp_store_id id = {{0}};
        uint32_t steps = 0;
        lab_setup_folder(&at);
        lab_close(&at);
        rp_store_options options = lab_options(&at);
        options.vfs = disk_register();
        assert_ok(rp_store_open(&options, &at.store, &lab_error));

        disk_break(DISK_LOSES_POWER, moment);
        while (steps < STEPS && take_step(&at, &id, steps) == RP_OK) {
            steps++;
        }
        lab_close(&at);
        had_fault = disk_operations() >= moment;
        disk_forget_unsynced();
        disk_break(DISK_WORKS, 0);

        (void)unlink(lab_path(&at, "rapport.db-shm"));
        check_after_crash(&at, steps);
        lab_clear(&at);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(killed_after_any_step_nothing_acknowledged_is_lost),
        cmocka_unit_test(killed_in_any_write_nothing_acknowledged_is_lost),
        cmocka_unit_test(
            without_power_at_any_write_nothing_acknowledged_is_lost),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
