/*
 * What the robot sees in the tree, and how it presses keys and clicks.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "robot_internal.h"
#include "support/test.h"

/* ----------------------------------------------------------------- seeing */

static json_t *read_line(FILE *file)
{
    char *line = NULL;
    size_t size = 0;
    ssize_t length = getline(&line, &size, file);
    json_t *value =
        length > 0 ? json_loadb(line, (size_t)length, 0, NULL) : NULL;

    free(line);
    return value;
}

static void take_frame(window_robot *robot, FILE *file, const json_t *head)
{
    json_decref(robot->nodes);
    robot->nodes = json_array();
    robot->frame = json_integer_value(json_object_get(head, "frame"));
    (void)snprintf(robot->place, sizeof robot->place, "%s",
                   json_string_value(json_object_get(head, "place")));
    for (json_t *node = read_line(file); node != NULL; node = read_line(file)) {
        assert_int_equal(json_array_append_new(robot->nodes, node), 0);
    }
}

bool robot_look(window_robot *robot)
{
    FILE *file = fopen(robot->tree_file, "re");

    if (file == NULL) {
        return false;
    }
    json_t *head = read_line(file);
    assert_non_null(head);
    bool is_new =
        json_integer_value(json_object_get(head, "frame")) != robot->frame;
    if (is_new) {
        take_frame(robot, file, head);
    }
    json_decref(head);
    (void)fclose(file);
    return is_new;
}

const json_t *robot_node(const window_robot *robot, const char *id)
{
    size_t index;
    json_t *node;

    json_array_foreach(robot->nodes, index, node)
    {
        const char *name = json_string_value(json_object_get(node, "id"));
        if (name != NULL && strcmp(name, id) == 0) {
            return node;
        }
    }
    return NULL;
}

const char *robot_label(const json_t *node)
{
    const char *label = json_string_value(json_object_get(node, "label"));

    return label != NULL ? label : "";
}

bool robot_is_true(const json_t *node, const char *key)
{
    return node != NULL && json_is_true(json_object_get(node, key));
}

int robot_number_of(const json_t *node, const char *key)
{
    return (int)json_integer_value(json_object_get(node, key));
}

bool robot_has_focus(const window_robot *robot, const char *id)
{
    return robot_is_true(robot_node(robot, id), "focused");
}

static const json_t *focused(const window_robot *robot)
{
    size_t index;
    json_t *node;

    json_array_foreach(robot->nodes, index, node)
    {
        if (robot_is_true(node, "focused")) {
            return node;
        }
    }
    return NULL;
}

/* Looks until the claim holds; false when it did not in `patience_ms`. */
static bool looks_until(window_robot *robot, robot_claim claim, const char *of,
                        uint64_t patience_ms)
{
    uint64_t begin_ms = robot_now_ms();

    (void)robot_look(robot);
    while (!claim(robot, of)) {
        if (robot_now_ms() - begin_ms > patience_ms) {
            return false;
        }
        robot_glance();
        (void)robot_look(robot);
    }
    return true;
}

void robot_await_that(window_robot *robot, robot_claim claim, const char *of)
{
    if (!looks_until(robot, claim, of, ROBOT_PATIENCE_MS)) {
        fail_msg("waited in vain at %s for %s", robot->place, of);
    }
}

bool robot_is_there(const window_robot *robot, const char *id)
{
    return robot_node(robot, id) != NULL;
}

bool robot_is_selected(const window_robot *robot, const char *id)
{
    return robot_is_true(robot_node(robot, id), "selected");
}

bool robot_is_ready(const window_robot *robot, const char *id)
{
    const json_t *node = robot_node(robot, id);

    return node != NULL && !robot_is_true(node, "disabled");
}

bool robot_is_at(const window_robot *robot, const char *place)
{
    return strcmp(robot->place, place) == 0;
}

void robot_await(window_robot *robot, const char *id)
{
    robot_await_that(robot, robot_is_there, id);
}

void robot_await_place(window_robot *robot, const char *place)
{
    robot_await_that(robot, robot_is_at, place);
}

void robot_conversation(const window_robot *robot, char text[ROBOT_TEXT_MAX])
{
    size_t index;
    json_t *node;
    size_t length = 0;

    text[0] = '\0';
    json_array_foreach(robot->nodes, index, node)
    {
        const char *id = json_string_value(json_object_get(node, "id"));
        if (id == NULL ||
            (strncmp(id, "line-", 5) != 0 && strncmp(id, "reply-", 6) != 0)) {
            continue;
        }
        int added = snprintf(text + length, ROBOT_TEXT_MAX - length, "%s: %s\n",
                             id, robot_label(node));
        assert_in_range(added, 1, ROBOT_TEXT_MAX - length - 1);
        length += (size_t)added;
    }
}

/* ------------------------------------------------------------------ doing */

void robot_key(window_robot *robot, const char *xdotool_key)
{
    (void)robot;
    robot_xdotool((const char *[]){"xdotool", "key", xdotool_key, NULL});
}

static void point_at(window_robot *robot, int x, int y)
{
    char at_x[16];
    char at_y[16];

    (void)snprintf(at_x, sizeof at_x, "%d", x);
    (void)snprintf(at_y, sizeof at_y, "%d", y);
    robot_xdotool((const char *[]){"xdotool", "mousemove", "--window",
                                   robot->window, at_x, at_y, NULL});
}

static void press_button(const char *button)
{
    robot_xdotool((const char *[]){"xdotool", "click", button, NULL});
}

static bool is_in_view(const window_robot *robot, const char *id)
{
    enum {
        LEAST_PX = 16
    };

    return robot_number_of(robot_node(robot, id), "h") >= LEAST_PX;
}

/* Turns the wheel over the questions until the node can be seen. */
static void bring_into_view(window_robot *robot, const char *id)
{
    enum {
        TURNS_MAX = 60,
        PATIENCE_MS = 500
    };

    for (int i = 0; i < TURNS_MAX && !is_in_view(robot, id); i++) {
        point_at(robot, 300, 400);
        press_button("5");
        (void)looks_until(robot, is_in_view, id, PATIENCE_MS);
    }
    if (!is_in_view(robot, id)) {
        fail_msg("%s never came into view", id);
    }
}

static bool is_hovered(const window_robot *robot, const char *id)
{
    return robot_is_true(robot_node(robot, id), "hovered");
}

/* As a person does: points until the thing under the pointer answers. Turns
 * of the wheel may still be on their way when it is seen first. */
void robot_click(window_robot *robot, const char *id)
{
    enum {
        TRIES = 20,
        PATIENCE_MS = 1000
    };

    robot_await_that(robot, robot_is_ready, id);
    for (int i = 0; i < TRIES; i++) {
        bring_into_view(robot, id);
        const json_t *node = robot_node(robot, id);
        point_at(robot,
                 robot_number_of(node, "x") + robot_number_of(node, "w") / 2,
                 robot_number_of(node, "y") + robot_number_of(node, "h") / 2);
        if (looks_until(robot, is_hovered, id, PATIENCE_MS)) {
            press_button("1");
            return;
        }
    }
    fail_msg("%s never came under the pointer", id);
}

static bool has_moved(const window_robot *robot, const char *from)
{
    const json_t *node = focused(robot);
    const char *id = json_string_value(json_object_get(node, "id"));

    return id != NULL && strcmp(id, from) != 0;
}

/* True where both ids are alike up to the last dash: answers of a question. */
static bool are_together(const char *a, const char *b)
{
    const char *dash = strrchr(b, '-');

    return strncmp(b, "answer-", 7) == 0 && dash != NULL &&
           strncmp(a, b, (size_t)(dash - b) + 1) == 0;
}

/* The key that brings the focus nearer. */
static const char *step_towards(const window_robot *robot, const char *id)
{
    const json_t *here = focused(robot);
    const json_t *there = robot_node(robot, id);
    const char *at = json_string_value(json_object_get(here, "id"));

    if (at == NULL || !are_together(at, id)) {
        return "Tab";
    }
    size_t index;
    json_t *node;
    bool is_after = false;
    json_array_foreach(robot->nodes, index, node)
    {
        is_after = is_after || node == here;
        if (node == there) {
            break;
        }
    }
    bool is_beside =
        robot_number_of(here, "y") == robot_number_of(there, "y") &&
        robot_number_of(there, "h") > 0;
    if (is_beside) {
        return is_after ? "Right" : "Left";
    }
    return is_after ? "Down" : "Up";
}

static void bring_focus(window_robot *robot, const char *id)
{
    enum {
        STEPS_MAX = 80
    };

    robot_await_that(robot, robot_is_ready, id);
    for (int i = 0; i < STEPS_MAX && !robot_has_focus(robot, id); i++) {
        char from[96];
        const json_t *node = focused(robot);
        const char *at = json_string_value(json_object_get(node, "id"));
        (void)snprintf(from, sizeof from, "%s", at != NULL ? at : "");
        robot_key(robot, step_towards(robot, id));
        robot_await_that(robot, has_moved, from);
    }
    if (!robot_has_focus(robot, id)) {
        fail_msg("the keyboard never reached %s", id);
    }
}

void robot_press(window_robot *robot, const char *id, const char *xdotool_key)
{
    if (robot->has_mouse) {
        robot_click(robot, id);
        return;
    }
    bring_focus(robot, id);
    robot_key(robot, xdotool_key);
}
