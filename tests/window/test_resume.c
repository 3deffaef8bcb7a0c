/*
 * The program is killed at every tenth of a call. Each time it offers to go
 * on, goes on exactly there, and in the end nothing tells the interrupted
 * call from one that never was.
 */
#include <string.h>

#include "robot.h"
#include "support/test.h"

enum {
    TENTHS = 10
};

static void kill_and_resume(window_robot *robot, int move_idx)
{
    static char said_before[ROBOT_TEXT_MAX];
    static char said_after[ROBOT_TEXT_MAX];
    static char moves_before[ROBOT_TEXT_MAX];
    static char moves_after[ROBOT_TEXT_MAX];
    char place[sizeof robot->place];

    (void)robot_look(robot);
    memcpy(place, robot->place, sizeof place);
    robot_conversation(robot, said_before);
    robot_kill(robot);
    robot_stored_moves(robot, moves_before);

    robot_start(robot);
    robot_await(robot, "resume");
    assert_true(robot_has_focus(robot, "resume"));
    robot_key(robot, "Return");
    robot_await_place(robot, place);

    robot_conversation(robot, said_after);
    robot_stored_moves(robot, moves_after);
    if (strcmp(said_before, said_after) != 0) {
        fail_msg("before move %d was shown\n%s\nand afterwards\n%s", move_idx,
                 said_before, said_after);
    }
    assert_string_equal(moves_before, moves_after);
}

static void a_call_killed_at_every_tenth_ends_like_a_whole_one(void **state)
{
    static char moves[ROBOT_TEXT_MAX];
    static char expected[ROBOT_TEXT_MAX];
    static char result[ROBOT_TEXT_MAX];
    window_robot robot;
    robot_run run;
    int tenth = 0;
    (void)state;
    robot_best_run(&run);
    robot_open(&robot);
    robot_start(&robot);
    robot_pick_up(&robot);

    for (int i = 0; i < run.count; i++) {
        for (; tenth < TENTHS && tenth * run.count / TENTHS <= i; tenth++) {
            kill_and_resume(&robot, i);
        }
        robot_move(&robot, &run, i);
    }

    robot_stored_moves(&robot, moves);
    robot_stored_result(&robot, result);
    robot_joined_moves(&run, expected);
    assert_string_equal(moves, expected);
    robot_replayed_result(&run, expected);
    assert_string_equal(result, expected);
    robot_kill(&robot);
    assert_int_equal(robot_verify(&robot), 0);
    robot_close(&robot);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_call_killed_at_every_tenth_ends_like_a_whole_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
