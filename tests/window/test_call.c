/*
 * A whole call in a real window, once by keyboard alone and once by mouse
 * alone: both leave the same record, and it is the one the command line makes
 * of the same moves.
 */
#include <string.h>

#include "robot.h"
#include "support/test.h"

typedef struct call_record {
    char moves[ROBOT_TEXT_MAX];
    char result[ROBOT_TEXT_MAX];
    int verified;
} call_record;

static void hold_call(const robot_run *run, bool has_mouse, call_record *record)
{
    window_robot robot;

    robot_open(&robot);
    robot.has_mouse = has_mouse;
    robot_start(&robot);
    robot_pick_up(&robot);
    for (int i = 0; i < run->count; i++) {
        robot_move(&robot, run, i);
    }
    robot_stored_moves(&robot, record->moves);
    robot_stored_result(&robot, record->result);
    robot_kill(&robot);
    record->verified = robot_verify(&robot);
    robot_close(&robot);
}

static void keyboard_and_mouse_leave_the_record_the_moves_make(void **state)
{
    static call_record by_keyboard;
    static call_record by_mouse;
    static char moves[ROBOT_TEXT_MAX];
    static char result[ROBOT_TEXT_MAX];
    robot_run run;
    (void)state;
    robot_best_run(&run);
    robot_joined_moves(&run, moves);
    robot_replayed_result(&run, result);

    hold_call(&run, false, &by_keyboard);
    hold_call(&run, true, &by_mouse);

    assert_string_equal(by_keyboard.moves, moves);
    assert_string_equal(by_mouse.moves, moves);
    assert_string_equal(by_keyboard.result, result);
    assert_string_equal(by_mouse.result, result);
    assert_int_equal(by_keyboard.verified, 0);
    assert_int_equal(by_mouse.verified, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keyboard_and_mouse_leave_the_record_the_moves_make),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
