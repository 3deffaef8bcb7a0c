/*
 * How the robot holds a call: the best run, move by move.
 */
#include <stdio.h>
#include <string.h>

#include "robot_internal.h"
#include "support/test.h"

/* --------------------------------------------------------- the whole call */

static json_t *answer_of(const char *const arguments[])
{
    static char text[1 << 20];
    json_error_t error;

    (void)robot_output_of(arguments, text, sizeof text);
    json_t *root = json_loads(text, 0, &error);
    if (root == NULL) {
        fail_msg("%s: %s", arguments[1], error.text);
    }
    return root;
}

static int set_of_seed(void)
{
    json_t *root = answer_of((const char *[]){
        RP_BUILD_DIR "/rapport", "play", "angry-caller", "--packs",
        RP_SOURCE_DIR "/scenarios", "--seed", ROBOT_SEED, "--moves",
        "open:tickets", "--json", NULL});
    int set = robot_number_of(root, "set");

    json_decref(root);
    assert_in_range(set, 1, 64);
    return set;
}

void robot_best_run(robot_run *run)
{
    int set = set_of_seed();
    json_t *root = answer_of((const char *[]){
        RP_BUILD_DIR "/rapport", "check", "angry-caller", "--packs",
        RP_SOURCE_DIR "/scenarios", "--quick", "--json", NULL});
    json_t *scenario = json_array_get(json_object_get(root, "scenarios"), 0);
    json_t *of_set =
        json_array_get(json_object_get(scenario, "sets"), (size_t)set - 1);
    json_t *moves = json_object_get(json_object_get(of_set, "best"), "moves");

    run->count = (int)json_array_size(moves);
    assert_in_range(run->count, 3, ROBOT_MOVES_MAX);
    for (int i = 0; i < run->count; i++) {
        (void)snprintf(run->moves[i], sizeof run->moves[i], "%s",
                       json_string_value(json_array_get(moves, (size_t)i)));
    }
    json_decref(root);
}

void robot_pick_up(window_robot *robot)
{
    robot_key(robot, "alt+2");
    robot_press(robot, "open-angry-caller", "Return");
    robot_await_place(robot, "briefing");
    robot_press(robot, "begin", "Return");
    robot_await_place(robot, "call");
}

/* The number on a reply's card. */
static int card_number(const window_robot *robot, const char *id)
{
    int number = 0;
    size_t index;
    json_t *node;

    json_array_foreach(robot->nodes, index, node)
    {
        const char *name = json_string_value(json_object_get(node, "id"));
        number += name != NULL && strncmp(name, "reply-", 6) == 0;
        if (name != NULL && strcmp(name, id) == 0) {
            return number;
        }
    }
    return 0;
}

/* The first line that is not said yet, by its id. */
static void next_line(const window_robot *robot, char id[32])
{
    int count = 0;

    do {
        (void)snprintf(id, 32, "line-%d", count++);
    } while (robot_node(robot, id) != NULL);
}

static bool has_heard(const window_robot *robot, const char *line)
{
    return robot_is_there(robot, line) || !robot_is_at(robot, "call");
}

static void choose(window_robot *robot, const char *id)
{
    char key[16];

    if (robot->has_mouse) {
        robot_click(robot, id);
        return;
    }
    (void)snprintf(key, sizeof key, "%d", card_number(robot, id));
    robot_key(robot, key);
    robot_await_that(robot, robot_has_focus, id);
    robot_key(robot, "Return");
}

static void say(window_robot *robot, const char *reply)
{
    char id[96];
    char line[32];

    (void)snprintf(id, sizeof id, "reply-%s", reply);
    robot_await(robot, id);
    next_line(robot, line);
    choose(robot, id);
    robot_await_that(robot, has_heard, line);
}

/* Tabs are numbered as the records are written. */
static int record_place(const char *record)
{
    json_t *root = answer_of(
        (const char *[]){RP_BUILD_DIR "/rapport", "model", "angry-caller",
                         "--packs", RP_SOURCE_DIR "/scenarios", NULL});
    json_t *records = json_object_get(root, "records");
    int place = -1;
    size_t index;
    json_t *item;

    json_array_foreach(records, index, item)
    {
        const char *id = json_string_value(json_object_get(item, "id"));
        if (id != NULL && strcmp(id, record) == 0) {
            place = (int)index;
        }
    }
    json_decref(root);
    assert_in_range(place, 0, 2);
    return place;
}

static void open_record(window_robot *robot, const char *record)
{
    char tab[32];
    char key[8];
    int place = record_place(record);

    (void)snprintf(tab, sizeof tab, "desk-tabs.%d", place);
    (void)snprintf(key, sizeof key, "F%d", place + 2);
    robot_await(robot, tab);
    if (robot->has_mouse) {
        robot_click(robot, tab);
    } else {
        robot_key(robot, key);
    }
    robot_await_that(robot, robot_is_selected, tab);
}

static void choose_answers(window_robot *robot, char *asked)
{
    char *answers = strchr(asked, '=');
    char *rest = NULL;

    assert_non_null(answers);
    *answers++ = '\0';
    for (char *answer = strtok_r(answers, "+", &rest); answer != NULL;
         answer = strtok_r(NULL, "+", &rest)) {
        char id[160];
        (void)snprintf(id, sizeof id, "answer-%s-%s", asked, answer);
        robot_press(robot, id, "space");
        robot_await_that(robot, robot_is_selected, id);
    }
}

/* FORM:ASK=ANSWER+ANSWER;ASK=ANSWER */
static void fill_form(window_robot *robot, const char *move)
{
    char filled[512];
    char *rest = NULL;

    (void)snprintf(filled, sizeof filled, "%s", strchr(move, ':') + 1);
    robot_await_place(robot, "form");
    for (char *asked = strtok_r(filled, ";", &rest); asked != NULL;
         asked = strtok_r(NULL, ";", &rest)) {
        choose_answers(robot, asked);
    }
    robot_await_that(robot, robot_is_ready, "file");
    if (robot->has_mouse) {
        robot_click(robot, "file");
    } else {
        robot_key(robot, "ctrl+Return");
    }
}

/* What shows that the program stands before the move with this index. */
static void await_move(window_robot *robot, const robot_run *run, int index)
{
    char id[96];

    if (index >= run->count) {
        robot_await_place(robot, "debrief");
        return;
    }
    const char *move = run->moves[index];
    if (strchr(move, '=') != NULL) {
        robot_await_place(robot, "form");
    } else if (strchr(move, ':') == NULL) {
        (void)snprintf(id, sizeof id, "reply-%s", move);
        robot_await(robot, id);
    }
}

void robot_move(window_robot *robot, const robot_run *run, int index)
{
    const char *move = run->moves[index];

    if (strncmp(move, "open:", 5) == 0) {
        open_record(robot, move + 5);
    } else if (strchr(move, '=') != NULL) {
        fill_form(robot, move);
    } else {
        say(robot, move);
    }
    await_move(robot, run, index + 1);
}
