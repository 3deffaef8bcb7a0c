/*
 * Shared by the parts of the robot.
 */
#ifndef TESTS_WINDOW_ROBOT_INTERNAL_H
#define TESTS_WINDOW_ROBOT_INTERNAL_H

#include "robot.h"

#define ROBOT_SEED "7"

enum {
    ROBOT_PATIENCE_MS = 20000
};

/* A steady clock, and the moment between two looks. */
uint64_t robot_now_ms(void);
void robot_glance(void);

/* What a program prints, up to `size`; returns its exit status. */
int robot_output_of(const char *const arguments[], char *text, size_t size);

/* Runs xdotool, which must succeed. */
void robot_xdotool(const char *const arguments[]);

/* A member of a node; false and 0 where it has none. */
bool robot_is_true(const json_t *node, const char *key);
int robot_number_of(const json_t *node, const char *key);

/* Something that may be true of a frame, and the wait until it is. */
typedef bool (*robot_claim)(const window_robot *robot, const char *of);

void robot_await_that(window_robot *robot, robot_claim claim, const char *of);
bool robot_is_there(const window_robot *robot, const char *id);
bool robot_is_selected(const window_robot *robot, const char *id);
bool robot_is_ready(const window_robot *robot, const char *id);
bool robot_is_at(const window_robot *robot, const char *place);

#endif
