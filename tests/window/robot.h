/*
 * A robot at a real window: it starts an X server of its own and the program
 * in it, presses keys and clicks like a person, and sees what a screen reader
 * sees, the file of RAPPORT_TREE. It waits for what it expects to see, never
 * for a time.
 */
#ifndef TESTS_WINDOW_ROBOT_H
#define TESTS_WINDOW_ROBOT_H

#include <stdbool.h>
#include <stdint.h>

#include <jansson.h>
#include <sys/types.h>

enum {
    ROBOT_PATH_MAX = 160,
    ROBOT_TEXT_MAX = 16384,
    ROBOT_MOVES_MAX = 64
};

typedef struct window_robot {
    char folder[ROBOT_PATH_MAX]; /* scratch; removed by robot_close */
    char data[ROBOT_PATH_MAX];   /* where the program keeps its records */
    char tree_file[ROBOT_PATH_MAX];
    char window[24]; /* X's number of the window */
    pid_t server;
    pid_t program;
    json_t *nodes; /* of the frame seen last */
    char place[16];
    int64_t frame;
    bool has_mouse; /* clicks where it can, else only keys */
} window_robot;

/*
 * Starts the X server. Without Xvfb and xdotool the test is skipped, but
 * never where CI is set in the environment.
 */
void robot_open(window_robot *robot);
void robot_close(window_robot *robot);

/* Starts the program and waits for its first frame. */
void robot_start(window_robot *robot);
/* Ends it at once (SIGKILL), as a power cut would. */
void robot_kill(window_robot *robot);

/* Looks again. False: the tree is as it was. */
bool robot_look(window_robot *robot);

/* The node with this id in the frame seen last, NULL for none. */
const json_t *robot_node(const window_robot *robot, const char *id);
bool robot_has_focus(const window_robot *robot, const char *id);
const char *robot_label(const json_t *node);

/* Until the node is there, the focus is on it, or the place is reached. */
void robot_await(window_robot *robot, const char *id);
void robot_await_place(window_robot *robot, const char *place);

void robot_key(window_robot *robot, const char *xdotool_key);
void robot_click(window_robot *robot, const char *id);

/* Operates the control: a click, or the focus brought to it and a key. */
void robot_press(window_robot *robot, const char *id, const char *xdotool_key);

/* Every line said and every reply offered, one a line; NUL-terminated. */
void robot_conversation(const window_robot *robot, char text[ROBOT_TEXT_MAX]);

/* -------------------------------------------------------- the whole call */

/* A run as `rapport` writes it. */
typedef struct robot_run {
    char moves[ROBOT_MOVES_MAX][512];
    int count;
} robot_run;

/* The best run of the fact set that the robot's seed picks. */
void robot_best_run(robot_run *run);

/* From the library into the call. */
void robot_pick_up(window_robot *robot);

/* Carries out one move and waits until the program shows what came of it. */
void robot_move(window_robot *robot, const robot_run *run, int index);

/* --------------------------------------------------------- what is stored */

/* One text a query's only column, rows joined by newlines. */
void robot_query(const window_robot *robot, const char *sql,
                 char text[ROBOT_TEXT_MAX]);
void robot_stored_moves(const window_robot *robot, char text[ROBOT_TEXT_MAX]);
void robot_stored_result(const window_robot *robot, char text[ROBOT_TEXT_MAX]);

/* What `rapport play --moves` makes of a run, in the same words. */
void robot_replayed_result(const robot_run *run, char text[ROBOT_TEXT_MAX]);
void robot_joined_moves(const robot_run *run, char text[ROBOT_TEXT_MAX]);

/* Runs the program to its end; its exit status. */
int robot_verify(const window_robot *robot);

#endif
