/*
 * Shared by the parts of the studio: which part is shown where, and the words
 * for chances and the boxes of the graph.
 */
#ifndef SCREENS_STUDIO_H
#define SCREENS_STUDIO_H

#include "rapport/author.h"
#include "screens_internal.h"

/* The parts, in the order of the tabs narrow windows show. */
typedef enum studio_part {
    STUDIO_LIST,
    STUDIO_GRAPH,
    STUDIO_PROBLEMS,
    STUDIO_ODDS,
    STUDIO_PREVIEW,
    STUDIO_PARTS
} studio_part;

/* How much of the studio a window shows at once. */
typedef enum studio_room {
    STUDIO_WIDE,   /* all parts side by side */
    STUDIO_NARROW, /* the list, and one other part */
    STUDIO_LEAST   /* one part */
} studio_room;

studio_room studio_room_of(const screen_scene *scene);

void studio_list(screen_scene *scene);
void studio_graph(screen_scene *scene);
void studio_problems(screen_scene *scene);
void studio_odds(screen_scene *scene);
void studio_preview(screen_scene *scene);

/* In place of the graph where the scenario does not load. */
void studio_fault(screen_scene *scene);
bool studio_is_faulty(const rp_studio_view *studio);

/* The scenario that is looked at; NULL: none. */
const rp_studio_row *studio_row(const rp_studio_view *studio);

/* The problem that is selected; NULL: there is none. */
const rp_studio_problem *studio_problem(const screen_scene *scene);
void studio_next_problem(screen_scene *scene);
/* "angry-caller.lua:142"; "" where no line is known. */
const char *studio_place(const screen_scene *scene,
                         const rp_studio_problem *problem);
void studio_edit(screen_scene *scene, const rp_studio_problem *problem);

/* Asks for the preview of the selected box. */
void studio_ask_preview(screen_scene *scene, rp_moment moment);

/* ---------------------------------------------------------------- boxes */

/* Interrupts and turns may share a name: what tells them apart. */
const char *studio_node_key(const screen_scene *scene,
                            const rp_graph_node *node);

/* The box of that key, else the start; NULL where there is no graph. */
const rp_graph_node *studio_node(const screen_scene *scene, const char *key);

/* "credit, met in 38% of calls, 1 error" */
const char *studio_node_spoken(const screen_scene *scene,
                               const rp_graph_node *node);
/* "38%", "never met", "unreachable" */
const char *studio_node_detail(const screen_scene *scene,
                               const rp_graph_node *node);
const char *studio_node_icon(const rp_graph_node *node);
bool studio_is_unmet(const rp_graph_node *node);

/* Problems that belong to a box. */
typedef struct studio_count {
    uint32_t errors;
    uint32_t warnings;
} studio_count;

studio_count studio_count_of(const rp_studio_view *studio, const char *node);

/* "38%", "0.4%", "<0.1%": never a whole where something is missing. */
const char *studio_chance(const screen_scene *scene, double chance);

/* The same in words: "less than 0.1%". */
const char *studio_chance_spoken(const screen_scene *scene, double chance);

/* What keeps a problem's icon and colour together. */
void studio_problem_icon(screen_scene *scene, const rp_studio_problem *problem);

/* Makes this box the selected one; false where its name is too long for any
 * box there is. */
bool studio_pick(studio_kept *kept, const char *node);

#endif
