/*
 * The studio's words: chances, and what is told of a box of the graph.
 */
#include <string.h>

#include "studio.h"

/* "5%", not "5.0%". */
static bool is_round(double percent)
{
    double tenths = percent * 10.0;

    return (int)(tenths + 0.5) % 10 == 0;
}

const char *studio_chance(const screen_scene *scene, double chance)
{
    static const double whole = 1.0 - 1e-9;
    double percent = chance * 100.0;
    ui_context *ui = scene->ui;

    if (chance >= whole) {
        return "100%";
    }
    if (percent >= 99.0) {
        return ">99%";
    }
    if (percent >= 9.95) {
        return ui_format(ui, "%.0f%%", percent);
    }
    if (percent >= 0.1) {
        return is_round(percent) ? ui_format(ui, "%.0f%%", percent)
                                 : ui_format(ui, "%.1f%%", percent);
    }
    return chance > 0.0 ? "<0.1%" : "0%";
}

const char *studio_chance_spoken(const screen_scene *scene, double chance)
{
    const char *shown = studio_chance(scene, chance);

    if (shown[0] == '<') {
        return ui_format(scene->ui, words(scene, "less than %s"), shown + 1);
    }
    if (shown[0] == '>') {
        return ui_format(scene->ui, words(scene, "more than %s"), shown + 1);
    }
    return shown;
}

/* ----------------------------------------------------------------- boxes */

const char *studio_node_key(const screen_scene *scene,
                            const rp_graph_node *node)
{
    if (node->kind != RP_GRAPH_INTERRUPT) {
        return node->id;
    }
    return ui_format(scene->ui, "interrupt:%s", node->id);
}

const rp_graph_node *studio_node(const screen_scene *scene, const char *key)
{
    const rp_graph *graph = scene->view->studio.graph;
    const rp_graph_node *start = NULL;

    for (uint32_t i = 0; graph != NULL && i < graph->node_count; i++) {
        const rp_graph_node *node = &graph->nodes[i];
        if (strcmp(studio_node_key(scene, node), key) == 0) {
            return node;
        }
        start = node->is_start ? node : start;
    }
    return start;
}

bool studio_is_unmet(const rp_graph_node *node)
{
    return node->is_reachable && !(node->chance > 0.0);
}

const char *studio_node_detail(const screen_scene *scene,
                               const rp_graph_node *node)
{
    if (!node->is_reachable) {
        return words(scene, "unreachable");
    }
    return studio_is_unmet(node) ? words(scene, "never met")
                                 : studio_chance(scene, node->chance);
}

const char *studio_node_icon(const rp_graph_node *node)
{
    static const char *const ends[RP_OUTCOMES] = {
        [RP_RESOLVED] = "check-circle",
        [RP_PARTLY] = "minus",
        [RP_ESCALATED] = "escalate",
        [RP_LOST] = "hangup",
    };

    if (!node->is_reachable) {
        return "error";
    }
    if (studio_is_unmet(node)) {
        return "eye-off";
    }
    switch (node->kind) {
    case RP_GRAPH_ENDING: return ends[node->outcome];
    case RP_GRAPH_FORM: return "file";
    case RP_GRAPH_INTERRUPT: return "urgent";
    case RP_GRAPH_TURN: break;
    }
    return NULL;
}

static const char *kind_name(const screen_scene *scene,
                             const rp_graph_node *node)
{
    switch (node->kind) {
    case RP_GRAPH_FORM: return words(scene, "form");
    case RP_GRAPH_INTERRUPT: return words(scene, "interruption");
    case RP_GRAPH_ENDING:
        switch (node->outcome) {
        case RP_RESOLVED: return words(scene, "end, resolved");
        case RP_PARTLY: return words(scene, "end, partly resolved");
        case RP_ESCALATED: return words(scene, "end, escalated");
        case RP_LOST: return words(scene, "end, customer lost");
        case RP_OUTCOMES: break;
        }
        break;
    case RP_GRAPH_TURN: break;
    }
    return NULL;
}

studio_count studio_count_of(const rp_studio_view *studio, const char *node)
{
    studio_count count = {0, 0};

    for (uint32_t i = 0; i < studio->problem_count; i++) {
        const rp_studio_problem *problem = &studio->problems[i];
        bool is_here =
            problem->node != NULL && strcmp(problem->node, node) == 0;
        if (is_here && problem->severity == RP_ERROR) {
            count.errors++;
        } else if (is_here) {
            count.warnings++;
        }
    }
    return count;
}

static const char *with_part(const screen_scene *scene, const char *so_far,
                             const char *part)
{
    return ui_format(scene->ui, words(scene, "%s, %s"), so_far, part);
}

const char *studio_node_spoken(const screen_scene *scene,
                               const rp_graph_node *node)
{
    studio_count count = studio_count_of(&scene->view->studio, node->id);
    const char *kind = kind_name(scene, node);
    const char *said = node->id;

    if (kind != NULL) {
        said = with_part(scene, said, kind);
    }
    said =
        with_part(scene, said,
                  !node->is_reachable || studio_is_unmet(node)
                      ? studio_node_detail(scene, node)
                      : ui_format(scene->ui, words(scene, "met in %s of calls"),
                                  studio_chance_spoken(scene, node->chance)));
    if (node->is_best) {
        said = with_part(scene, said, words(scene, "on a best run"));
    }
    if (count.errors > 0) {
        said = with_part(scene, said,
                         ui_format(scene->ui,
                                   rp_tr_n(scene->app, "%u error", "%u errors",
                                           count.errors),
                                   (unsigned)count.errors));
    }
    if (count.warnings > 0) {
        said = with_part(scene, said,
                         ui_format(scene->ui,
                                   rp_tr_n(scene->app, "%u warning",
                                           "%u warnings", count.warnings),
                                   (unsigned)count.warnings));
    }
    return said;
}

bool studio_pick(studio_kept *kept, const char *node)
{
    size_t length = strlen(node);

    if (length >= sizeof kept->node) {
        return false;
    }
    memcpy(kept->node, node, length + 1);
    return true;
}
