/*
 * The graph as a widget: its boxes are nodes of the tree, so that they are
 * focused, spoken and clicked like anything else; its curves are painted
 * below them. Which box is selected follows the focus.
 */
#include <string.h>

#include "ui/graph.h"

enum {
    USUAL_WIDTH = 112,
    USUAL_HEIGHT = 48
};

static graph *open_graph(ui_context *ui)
{
    return node_at(ui, ui->open[ui->open_count - 1])->graph;
}

void ui_begin_graph(ui_context *ui, const ui_graph_spec *spec)
{
    graph *made = ui_take(ui, 1, sizeof *made);
    int32_t index = node_open(ui, NODE_CANVAS,
                              &(ui_box){.id = spec->id,
                                        .width = {.grow = 1, .min = 120},
                                        .height = {.grow = 1, .min = 96},
                                        .self = UI_FILL,
                                        .role = UI_ROLE_LIST,
                                        .label = spec->label});
    ui_node *node = node_at(ui, index);
    node->is_view = true;
    if (made == NULL) {
        return;
    }
    *made = (graph){.spec = *spec};
    made->spec.id = ui_copy(ui, spec->id);
    made->spec.selected = ui_copy(ui, spec->selected);
    node->graph = made;
    ui_node *edges = node_painted(ui, graph_paint_edges, made, 0, 0);
    edges->is_out = true;
    edges->is_silent = true;
}

/* ---------------------------------------------------------------- nodes */

static ui_graph_node_spec copied(ui_context *ui, const ui_graph_node_spec *of)
{
    ui_graph_node_spec copy = *of;
    copy.id = ui_copy(ui, of->id);
    copy.label = ui_copy(ui, of->label);
    copy.detail = ui_copy(ui, of->detail);
    copy.icon = ui_copy(ui, of->icon);
    copy.badge = ui_copy(ui, of->badge);
    if (copy.width_px == 0) {
        copy.width_px = USUAL_WIDTH;
    }
    if (copy.height_px == 0) {
        copy.height_px = USUAL_HEIGHT;
    }
    return copy;
}

static void add_node(graph *to, graph_node *node)
{
    if (to->last_node == NULL) {
        to->nodes = node;
    } else {
        to->last_node->next = node;
    }
    to->last_node = node;
    to->node_count++;
}

bool ui_graph_node(ui_context *ui, const ui_graph_node_spec *spec)
{
    graph *of = open_graph(ui);
    graph_node *made = ui_take(ui, 1, sizeof *made);
    if (of == NULL || made == NULL) {
        return false;
    }
    *made = (graph_node){.spec = copied(ui, spec)};
    ui_node *leaf = node_painted(ui, graph_paint_node, made, 0, 0);
    leaf->is_out = true;
    made->index = node_index(ui, leaf);
    const char *id = ui_format(ui, "%s.%s", of->spec.id, spec->id);
    made->hash = ui_hash(id);
    bool is_selected =
        of->spec.selected != NULL && strcmp(of->spec.selected, spec->id) == 0;
    bool is_activated = widget_operate(
        ui, made->index,
        &(widget_control){.id = id,
                          .label = spec->spoken,
                          .role = UI_ROLE_ITEM,
                          .group = ui_hash_salted(of->spec.id, "boxes"),
                          .is_selected = is_selected});
    leaf = node_at(ui, made->index);
    leaf->is_tip = true;
    add_node(of, made);
    if (is_selected) {
        of->selected = made;
    }
    return is_activated;
}

/* ---------------------------------------------------------------- edges */

void ui_graph_edge(ui_context *ui, const ui_graph_edge_spec *spec)
{
    graph *to = open_graph(ui);
    graph_edge *made = ui_take(ui, 1, sizeof *made);
    size_t count = spec->spots == NULL ? 0 : spec->spot_count;
    ui_spot *spots = ui_take(ui, count + 1, sizeof *spots);
    if (to == NULL || made == NULL || spots == NULL) {
        return;
    }
    if (count > 0) {
        memcpy(spots, spec->spots, count * sizeof *spots);
    }
    *made = (graph_edge){.spec = *spec};
    made->spec.spots = spots;
    made->spec.spot_count = (uint32_t)count;
    if (to->last_edge == NULL) {
        to->edges = made;
    } else {
        to->last_edge->next = made;
    }
    to->last_edge = made;
}

/* ------------------------------------------------------------- following */

static const graph_node *node_of(const graph *of, uint32_t number)
{
    const graph_node *node = of->nodes;
    for (; node != NULL && number > 0; number--) {
        node = node->next;
    }
    return node;
}

static uint32_t number_of(const graph *of, const graph_node *wanted)
{
    uint32_t number = 0;
    for (const graph_node *node = of->nodes; node != wanted;
         node = node->next) {
        number++;
    }
    return number;
}

static const graph_node *node_hashed(const graph *of, uint64_t hash)
{
    const graph_node *node = of->nodes;
    while (node != NULL && node->hash != hash) {
        node = node->next;
    }
    return node;
}

const graph_node *graph_start(const graph *of)
{
    const graph_node *node = of->nodes;
    while (node != NULL && !node->spec.is_start) {
        node = node->next;
    }
    return node != NULL ? node : of->nodes;
}

/* Along the heaviest edge, forward or against its arrow. */
static const graph_node *follow(const graph *of, bool is_back)
{
    uint32_t here = number_of(of, of->selected);
    const graph_edge *best = NULL;
    for (const graph_edge *edge = of->edges; edge != NULL; edge = edge->next) {
        const ui_graph_edge_spec *spec = &edge->spec;
        uint32_t near = is_back ? spec->to : spec->from;
        bool leads_away = near == here && spec->from != spec->to;
        if (leads_away && (best == NULL || spec->heft > best->spec.heft)) {
            best = edge;
        }
    }
    if (best == NULL) {
        return NULL;
    }
    return node_of(of, is_back ? best->spec.from : best->spec.to);
}

/* Where the person came from, else against the heaviest way. */
static const graph_node *go_back(const graph *of)
{
    ui_graph_place *place = of->spec.place;
    while (place->trail_count > 0) {
        uint64_t hash = place->trail[--place->trail_count];
        const graph_node *node = node_hashed(of, hash);
        if (node != NULL && node != of->selected) {
            return node;
        }
    }
    return follow(of, true);
}

static const graph_node *go_on(const graph *of)
{
    ui_graph_place *place = of->spec.place;
    const graph_node *next = follow(of, false);
    if (next == NULL) {
        return NULL;
    }
    if (place->trail_count == UI_GRAPH_TRAIL) {
        memmove(place->trail, place->trail + 1,
                (UI_GRAPH_TRAIL - 1) * sizeof place->trail[0]);
        place->trail_count--;
    }
    place->trail[place->trail_count++] = of->selected->hash;
    return next;
}

static int32_t far(int32_t a, int32_t b)
{
    return a < b ? b - a : a - b;
}

/* The nearest box above or below; sideways distance weighs three times. */
static const graph_node *beside(const graph *of, bool is_up)
{
    ui_spot here = of->selected->spec.middle;
    const graph_node *best = NULL;
    int64_t best_far = 0;
    for (const graph_node *node = of->nodes; node != NULL; node = node->next) {
        ui_spot at = node->spec.middle;
        bool is_there = is_up ? at.y < here.y : at.y > here.y;
        int64_t distance = far(at.y, here.y) + (int64_t)3 * far(at.x, here.x);
        if (is_there && (best == NULL || distance < best_far)) {
            best = node;
            best_far = distance;
        }
    }
    return best;
}

const graph_node *graph_step(const graph *of, ui_key key)
{
    switch (key) {
    case UI_KEY_RIGHT: return go_on(of);
    case UI_KEY_LEFT: return go_back(of);
    case UI_KEY_UP: return beside(of, true);
    case UI_KEY_DOWN: return beside(of, false);
    case UI_KEY_HOME: return graph_start(of);
    default: return NULL;
    }
}

/* ------------------------------------------------------------------- keys */

/* Arrows would else walk the boxes in the order they were declared. */
static bool claims_first(ui_context *ui, ui_key key)
{
    ui_tree *tree = ui->now;
    int32_t before = tree->claim_count;
    node_claim(ui, key, ui->open[ui->open_count - 1], true);
    if (tree->claim_count > before) {
        tree->claims[before].is_bare = true;
    }
    if (ui->decision.shortcut != key) {
        return false;
    }
    ui->decision.shortcut = UI_KEY_NONE;
    return true;
}

static void take_arrows(ui_context *ui, graph *of)
{
    static const ui_key keys[] = {UI_KEY_RIGHT, UI_KEY_LEFT, UI_KEY_UP,
                                  UI_KEY_DOWN, UI_KEY_HOME};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        if (!claims_first(ui, keys[i])) {
            continue;
        }
        const graph_node *next = graph_step(of, keys[i]);
        if (next != NULL) {
            of->selected = next;
        }
    }
}

static void take_zooms(ui_context *ui, graph *of)
{
    if (ui_shortcut(ui, '+')) {
        ui_graph_zoom(of->spec.place, 1);
    }
    if (ui_shortcut(ui, '-')) {
        ui_graph_zoom(of->spec.place, -1);
    }
    if (ui_shortcut(ui, '0')) {
        ui_graph_show_all(of->spec.place);
    }
}

/* The selection goes where the focus went, the focus where the screen put the
 * selection meanwhile. */
static void follow_focus(ui_context *ui, graph *of)
{
    const graph_node *focused = node_hashed(of, ui->focus);
    ui_graph_place *place = of->spec.place;
    if (focused == NULL) {
        place->focused = 0;
        return;
    }
    if (focused->hash != place->focused) {
        of->selected = focused;
    }
    take_arrows(ui, of);
    take_zooms(ui, of);
    focus_set(ui, of->selected->hash);
    place->focused = of->selected->hash;
}

const char *ui_end_graph(ui_context *ui)
{
    graph *of = open_graph(ui);
    if (of == NULL || of->nodes == NULL) {
        node_close(ui);
        return NULL;
    }
    if (of->selected == NULL) {
        of->selected = graph_start(of);
        node_at(ui, of->selected->index)->is_selected = true;
    }
    follow_focus(ui, of);
    for (const graph_node *node = of->nodes; node != NULL; node = node->next) {
        node_at(ui, node->index)->is_selected = node == of->selected;
    }
    node_close(ui);
    return of->selected->spec.id;
}

/* ------------------------------------------------------------- in its box */

static ui_rect box_through(const graph_lens *lens,
                           const ui_graph_node_spec *spec)
{
    ui_spot middle = graph_seen(lens, spec->middle);
    int width = graph_seen_length(lens, spec->width_px);
    int height = graph_seen_length(lens, spec->height_px);
    return (ui_rect){middle.x / UI_SPOT_PX - width / 2,
                     middle.y / UI_SPOT_PX - height / 2, width, height};
}

static int box_radius(const ui_graph_node_spec *spec, ui_rect box)
{
    return spec->is_pill ? box.h / 2 : box.h / 6;
}

void graph_settle(ui_context *ui)
{
    for (int32_t i = 0; i < ui->now->count; i++) {
        graph *of = ui->now->nodes[i].graph;
        if (of == NULL) {
            continue;
        }
        graph_look(ui, of, ui->now->nodes[i].box);
        for (const graph_node *node = of->nodes; node != NULL;
             node = node->next) {
            ui_node *leaf = node_at(ui, node->index);
            leaf->box = box_through(&of->lens, &node->spec);
            leaf->radius = (int16_t)box_radius(&node->spec, leaf->box);
        }
    }
}
