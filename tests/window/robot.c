#include "robot.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/test.h"

enum {
    PATIENCE_MS = 20000,
    GLANCE_MS = 4,
    ARGUMENTS_MAX = 16,
    SKIPPED = 77
};

static const char seed_argument[] = "7";

/* ------------------------------------------------------------- processes */

static uint64_t steady_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000U + (uint64_t)now.tv_nsec / 1000000U;
}

static void glance(void)
{
    nanosleep(&(struct timespec){.tv_nsec = GLANCE_MS * 1000000L}, NULL);
}

/* The child dies with the test, however that ends. */
static pid_t start(const char *const arguments[], int output)
{
    pid_t child = fork();

    assert_true(child >= 0);
    if (child == 0) {
        (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (output >= 0) {
            (void)dup2(output, STDOUT_FILENO);
        }
        char *copies[ARGUMENTS_MAX] = {NULL};
        for (int i = 0; arguments[i] != NULL && i < ARGUMENTS_MAX - 1; i++) {
            copies[i] = strdup(arguments[i]);
        }
        execvp(copies[0], copies);
        _exit(SKIPPED);
    }
    return child;
}

static int finish(pid_t child)
{
    int status = 0;

    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void end(pid_t *child)
{
    if (*child > 0) {
        (void)kill(*child, SIGKILL);
        (void)finish(*child);
        *child = 0;
    }
}

/* What the program prints, up to `size`; returns its exit status. */
static int output_of(const char *const arguments[], char *text, size_t size)
{
    int ends[2];
    size_t length = 0;
    ssize_t count = 1;

    assert_int_equal(pipe(ends), 0);
    pid_t child = start(arguments, ends[1]);
    (void)close(ends[1]);
    while (count > 0 && length + 1 < size) {
        count = read(ends[0], text + length, size - length - 1);
        length += count > 0 ? (size_t)count : 0;
    }
    text[length] = '\0';
    (void)close(ends[0]);
    return finish(child);
}

static void xdotool(const char *const arguments[])
{
    char answer[64];

    if (output_of(arguments, answer, sizeof answer) != 0) {
        fail_msg("xdotool %s %s failed", arguments[1], arguments[2]);
    }
}

/* ---------------------------------------------------------------- opening */

static bool has_tool(const char *name)
{
    char where[256];

    (void)snprintf(where, sizeof where, "command -v %s", name);
    return output_of((const char *[]){"sh", "-c", where, NULL}, where,
                     sizeof where) == 0;
}

static void need_tools(void)
{
    static const char *const tools[] = {"Xvfb", "xdotool"};

    for (size_t i = 0; i < sizeof tools / sizeof tools[0]; i++) {
        if (has_tool(tools[i])) {
            continue;
        }
        (void)fprintf(stderr, "%s is missing: ./dev test installs it\n",
                      tools[i]);
        exit(getenv("CI") != NULL ? EXIT_FAILURE : SKIPPED);
    }
}

/* The server picks a free display and writes its number to the pipe. */
static void start_server(window_robot *robot)
{
    int ends[2];
    char number[12] = {0};
    char display[16];
    char pipe_end[16];

    assert_int_equal(pipe(ends), 0);
    (void)fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    (void)snprintf(pipe_end, sizeof pipe_end, "%d", ends[1]);
    robot->server =
        start((const char *[]){"Xvfb", "-displayfd", pipe_end, "-screen", "0",
                               "1280x800x24", "-nolisten", "tcp", NULL},
              -1);
    (void)close(ends[1]);
    /* Up to the line's end: a server whose pipe breaks off dies of it. */
    size_t length = 0;
    while (length + 1 < sizeof number &&
           read(ends[0], number + length, 1) == 1 && number[length] != '\n') {
        length++;
    }
    (void)close(ends[0]);
    assert_true(length > 0);
    number[length] = '\0';
    (void)snprintf(display, sizeof display, ":%s", number);
    (void)setenv("DISPLAY", display, 1);
}

void robot_open(window_robot *robot)
{
    memset(robot, 0, sizeof *robot);
    need_tools();
    (void)snprintf(robot->folder, sizeof robot->folder, "%s",
                   "/tmp/rapport-robot-XXXXXX");
    assert_non_null(mkdtemp(robot->folder));
    (void)snprintf(robot->data, sizeof robot->data, "%.100s/data",
                   robot->folder);
    (void)snprintf(robot->tree_file, sizeof robot->tree_file, "%.100s/tree",
                   robot->folder);
    (void)setenv("RAPPORT_TREE", robot->tree_file, 1);
    (void)unsetenv("WAYLAND_DISPLAY");
    (void)setenv("SDL_VIDEODRIVER", "x11", 1);
    start_server(robot);
}

void robot_close(window_robot *robot)
{
    end(&robot->program);
    end(&robot->server);
    json_decref(robot->nodes);
    (void)finish(
        start((const char *[]){"rm", "-rf", "--", robot->folder, NULL}, -1));
}

/* The window of this very program gets the keyboard: no one else manages. */
static void find_window(window_robot *robot)
{
    char answer[64];
    int status = output_of((const char *[]){"xdotool", "search", "--sync",
                                            "--onlyvisible", "--name",
                                            "^Rapport$", NULL},
                           answer, sizeof answer);
    assert_int_equal(status, 0);
    answer[strcspn(answer, "\n")] = '\0';
    (void)snprintf(robot->window, sizeof robot->window, "%.20s", answer);
    xdotool((const char *[]){"xdotool", "windowfocus", "--sync", robot->window,
                             NULL});
}

void robot_start(window_robot *robot)
{
    uint64_t begin_ms = steady_ms();

    (void)unlink(robot->tree_file);
    json_decref(robot->nodes);
    robot->nodes = NULL;
    robot->frame = 0;
    robot->program = start(
        (const char *[]){RP_BUILD_DIR "/rapport", "--data", robot->data,
                         "--lang", "en", "--packs", RP_SOURCE_DIR "/scenarios",
                         "--seed", seed_argument, NULL},
        -1);
    while (!robot_look(robot)) {
        if (steady_ms() - begin_ms > PATIENCE_MS) {
            fail_msg("the window never showed a frame");
        }
        glance();
    }
    find_window(robot);
}

void robot_kill(window_robot *robot)
{
    end(&robot->program);
}

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

static bool is_true(const json_t *node, const char *key)
{
    return node != NULL && json_is_true(json_object_get(node, key));
}

static int number_of(const json_t *node, const char *key)
{
    return (int)json_integer_value(json_object_get(node, key));
}

bool robot_has_focus(const window_robot *robot, const char *id)
{
    return is_true(robot_node(robot, id), "focused");
}

static const json_t *focused(const window_robot *robot)
{
    size_t index;
    json_t *node;

    json_array_foreach(robot->nodes, index, node)
    {
        if (is_true(node, "focused")) {
            return node;
        }
    }
    return NULL;
}

/* Something that is true of a frame. */
typedef bool (*robot_claim)(const window_robot *robot, const char *of);

static void await(window_robot *robot, robot_claim claim, const char *of)
{
    uint64_t begin_ms = steady_ms();

    (void)robot_look(robot);
    while (!claim(robot, of)) {
        if (steady_ms() - begin_ms > PATIENCE_MS) {
            fail_msg("waited in vain at %s for %s", robot->place, of);
        }
        glance();
        (void)robot_look(robot);
    }
}

static bool is_there(const window_robot *robot, const char *id)
{
    return robot_node(robot, id) != NULL;
}

static bool is_selected(const window_robot *robot, const char *id)
{
    return is_true(robot_node(robot, id), "selected");
}

static bool is_ready(const window_robot *robot, const char *id)
{
    const json_t *node = robot_node(robot, id);

    return node != NULL && !is_true(node, "disabled");
}

static bool is_at(const window_robot *robot, const char *place)
{
    return strcmp(robot->place, place) == 0;
}

void robot_await(window_robot *robot, const char *id)
{
    await(robot, is_there, id);
}

void robot_await_place(window_robot *robot, const char *place)
{
    await(robot, is_at, place);
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
    xdotool((const char *[]){"xdotool", "key", xdotool_key, NULL});
}

static void click_at(window_robot *robot, int x, int y, const char *button)
{
    char at_x[16];
    char at_y[16];

    (void)snprintf(at_x, sizeof at_x, "%d", x);
    (void)snprintf(at_y, sizeof at_y, "%d", y);
    xdotool((const char *[]){"xdotool", "mousemove", "--window", robot->window,
                             at_x, at_y, "click", button, NULL});
}

/* Turns the wheel over the questions until the node can be seen. */
static void bring_into_view(window_robot *robot, const char *id)
{
    enum {
        LEAST_PX = 16,
        TURNS_MAX = 60
    };

    for (int i = 0; i < TURNS_MAX; i++) {
        const json_t *node = robot_node(robot, id);
        if (number_of(node, "h") >= LEAST_PX) {
            return;
        }
        int64_t before = robot->frame;
        click_at(robot, 300, 400, "5");
        uint64_t begin_ms = steady_ms();
        while (robot->frame == before && steady_ms() - begin_ms < 500) {
            glance();
            (void)robot_look(robot);
        }
    }
    fail_msg("%s never came into view", id);
}

void robot_click(window_robot *robot, const char *id)
{
    await(robot, is_ready, id);
    bring_into_view(robot, id);
    const json_t *node = robot_node(robot, id);
    click_at(robot, number_of(node, "x") + number_of(node, "w") / 2,
             number_of(node, "y") + number_of(node, "h") / 2, "1");
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
    bool is_beside = number_of(here, "y") == number_of(there, "y") &&
                     number_of(there, "h") > 0;
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

    await(robot, is_ready, id);
    for (int i = 0; i < STEPS_MAX && !robot_has_focus(robot, id); i++) {
        char from[96];
        const json_t *node = focused(robot);
        const char *at = json_string_value(json_object_get(node, "id"));
        (void)snprintf(from, sizeof from, "%s", at != NULL ? at : "");
        robot_key(robot, step_towards(robot, id));
        await(robot, has_moved, from);
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

/* --------------------------------------------------------- the whole call */

static json_t *answer_of(const char *const arguments[])
{
    static char text[1 << 20];
    json_error_t error;

    (void)output_of(arguments, text, sizeof text);
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
        RP_SOURCE_DIR "/scenarios", "--seed", seed_argument, "--moves",
        "open:tickets", "--json", NULL});
    int set = number_of(root, "set");

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
    return is_there(robot, line) || !is_at(robot, "call");
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
    await(robot, robot_has_focus, id);
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
    await(robot, has_heard, line);
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
    await(robot, is_selected, tab);
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
        await(robot, is_selected, id);
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
    await(robot, is_ready, "file");
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
