/*
 * One window in real life: a second start brings its wish to the first, a
 * running call comes first, and a window comes back where it stood.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sys/wait.h>
#include <unistd.h>

#include "robot_internal.h"
#include "support/test.h"

/* A second start, which has to end by itself and well. */
static void start_again(const window_robot *robot, const char *verb,
                        const char *operand)
{
    char said[256];
    const char *arguments[] = {RP_BUILD_DIR "/rapport",
                               "--data",
                               robot->data,
                               "--lang",
                               "en",
                               "--packs",
                               RP_SOURCE_DIR "/scenarios",
                               verb,
                               operand,
                               NULL};

    (void)setenv("RAPPORT_TREE", "/dev/null", 1); /* one tree, one window */
    assert_int_equal(robot_output_of(arguments, said, sizeof said), 0);
    (void)setenv("RAPPORT_TREE", robot->tree_file, 1);
}

static bool shows_text(const window_robot *robot, const char *text)
{
    size_t index;
    json_t *node;

    json_array_foreach(robot->nodes, index, node)
    {
        if (strstr(robot_label(node), text) != NULL) {
            return true;
        }
    }
    return false;
}

static void a_second_start_opens_its_scenario_in_the_first_window(void **state)
{
    window_robot robot;

    (void)state;
    robot_open(&robot);
    robot_start(&robot);
    robot_await_place(&robot, "home");
    start_again(&robot, "open", "angry-caller");
    robot_await_place(&robot, "briefing");
    start_again(&robot, NULL, NULL);
    assert_string_equal(robot.place, "briefing");
    start_again(&robot, "open", RP_SOURCE_DIR "/scenarios/telecom");
    robot_await_place(&robot, "library");
    robot_close(&robot);
}

static void a_running_call_comes_first(void **state)
{
    window_robot robot;

    (void)state;
    robot_open(&robot);
    robot_start(&robot);
    start_again(&robot, "open", "angry-caller");
    robot_await_place(&robot, "briefing");
    robot_press(&robot, "begin", "Return");
    robot_await_place(&robot, "call");
    start_again(&robot, "open", "vague-request");
    robot_await_that(&robot, shows_text, "The call comes first.");
    assert_string_equal(robot.place, "call");
    /* Verbs that read work beside it. */
    assert_int_equal(robot_verify(&robot), 0);
    robot_close(&robot);
}

static void a_broken_file_shows_its_faults(void **state)
{
    window_robot robot;

    (void)state;
    robot_open(&robot);
    robot_start(&robot);
    start_again(&robot, "open",
                RP_SOURCE_DIR "/tests/fixtures/app/packs/small/broken.json");
    robot_await_place(&robot, "library");
    robot_await_that(&robot, shows_text, "The scenario has no `situation`");
    robot_close(&robot);
}

static void a_killed_window_is_no_hindrance(void **state)
{
    window_robot robot;

    (void)state;
    robot_open(&robot);
    robot_start(&robot);
    robot_kill(&robot);
    robot_start(&robot);
    start_again(&robot, "open", "angry-caller");
    robot_await_place(&robot, "briefing");
    robot_close(&robot);
}

/* ------------------------------------------------------------- its place */

static bool has_geometry(const window_robot *robot, const char *wanted)
{
    static const char *const names[] = {"X=", "Y=", "WIDTH=", "HEIGHT="};
    char said[256];
    char found[64] = "";
    const char *arguments[] = {"xdotool", "getwindowgeometry", "--shell",
                               robot->window, NULL};

    (void)robot_output_of(arguments, said, sizeof said);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *at = strstr(said, names[i]);
        size_t used = strlen(found);
        (void)snprintf(found + used, sizeof found - used, "%s%d",
                       i > 0 ? "," : "",
                       at != NULL ? atoi(at + strlen(names[i])) : -1);
    }
    return strcmp(found, wanted) == 0;
}

/* Ended in order, as a session's end would. */
static void end_in_order(window_robot *robot)
{
    int status = 0;

    (void)kill(robot->program, SIGTERM);
    assert_int_equal(waitpid(robot->program, &status, 0), robot->program);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    robot->program = 0;
}

static void a_window_comes_back_where_it_stood(void **state)
{
    static const char wanted[] = "130,60,1060,660";
    window_robot robot;

    (void)state;
    /* D-Bus, which SDL loads, keeps some memory to its end. */
    (void)setenv("ASAN_OPTIONS", "detect_leaks=0", 1);
    robot_open(&robot);
    robot_start(&robot);
    robot_xdotool((const char *[]){"xdotool", "windowsize", robot.window,
                                   "1060", "660", NULL});
    robot_xdotool((const char *[]){"xdotool", "windowmove", robot.window, "130",
                                   "60", NULL});
    robot_await_that(&robot, has_geometry, wanted);
    robot_key(&robot, "Tab");
    (void)robot_look(&robot);
    end_in_order(&robot);
    robot_start(&robot);
    robot_await_that(&robot, has_geometry, wanted);
    robot_close(&robot);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_second_start_opens_its_scenario_in_the_first_window),
        cmocka_unit_test(a_running_call_comes_first),
        cmocka_unit_test(a_broken_file_shows_its_faults),
        cmocka_unit_test(a_killed_window_is_no_hindrance),
        cmocka_unit_test(a_window_comes_back_where_it_stood),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
