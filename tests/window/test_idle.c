/*
 * A window nobody touches declares no frame and takes no processor time.
 */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "robot.h"
#include "support/test.h"

enum {
    SETTLING_MAX = 50,
    FRAMES_OF_A_KEY = 12
};

static void rest_ms(long ms)
{
    nanosleep(&(struct timespec){.tv_sec = ms / 1000,
                                 .tv_nsec = ms % 1000 * 1000000L},
              NULL);
}

/* Clock ticks of the process so far, in user and system mode. */
static unsigned long ticks(const window_robot *robot)
{
    char path[48];
    char line[1024];
    unsigned long user = 0;
    unsigned long system = 0;

    (void)snprintf(path, sizeof path, "/proc/%d/stat", (int)robot->program);
    FILE *file = fopen(path, "re");
    assert_non_null(file);
    assert_non_null(fgets(line, sizeof line, file));
    (void)fclose(file);
    int found = sscanf(strrchr(line, ')') + 1,
                       " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu",
                       &user, &system);
    assert_int_equal(found, 2);
    return user + system;
}

/* Portraits and eases take a moment; then nothing may follow. */
static void settle(window_robot *robot)
{
    for (int i = 0; i < SETTLING_MAX; i++) {
        unsigned long before = ticks(robot);
        rest_ms(200);
        if (!robot_look(robot) && ticks(robot) == before) {
            return;
        }
    }
    fail_msg("the window never came to rest");
}

static void a_briefing_nobody_touches_costs_nothing(void **state)
{
    window_robot robot;
    (void)state;
    robot_open(&robot);
    robot_start(&robot);
    robot_key(&robot, "alt+2");
    robot_press(&robot, "open-angry-caller", "Return");
    robot_await_place(&robot, "briefing");
    settle(&robot);

    int64_t frames = robot.frame;
    unsigned long before = ticks(&robot);
    rest_ms(2000);
    unsigned long after = ticks(&robot);
    bool has_changed = robot_look(&robot);

    assert_int_equal(after, before);
    assert_false(has_changed);
    /* The file is silent about frames that change nothing; a key tells. */
    robot_key(&robot, "Tab");
    while (!robot_look(&robot)) {
        rest_ms(5);
    }
    assert_in_range(robot.frame - frames, 1, FRAMES_OF_A_KEY);
    robot_close(&robot);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_briefing_nobody_touches_costs_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
