/*
 * The studio's graph: where calls go, and how often a blind guesser gets
 * there. Without Graphviz the same turns stand in a list.
 */
#include <string.h>

#include "studio.h"
#include "ui/ui_graph.h"

enum {
    SPOTS_MAX = 256, /* of one curve */
    HEFT = 1000000
};

/* ----------------------------------------------------------------- boxes */

static ui_graph_look end_look(rp_outcome outcome)
{
    switch (outcome) {
    case RP_RESOLVED: return UI_GRAPH_GOOD;
    case RP_PARTLY:
    case RP_ESCALATED: return UI_GRAPH_MIDDLING;
    case RP_LOST:
    case RP_OUTCOMES: break;
    }
    return UI_GRAPH_BAD;
}

static ui_graph_look look_of(const rp_graph_node *node)
{
    if (!node->is_reachable) {
        return UI_GRAPH_DEAD;
    }
    if (studio_is_unmet(node)) {
        return UI_GRAPH_NEVER;
    }
    return node->kind == RP_GRAPH_ENDING ? end_look(node->outcome)
                                         : UI_GRAPH_WARM;
}

static uint8_t heat_of(double chance)
{
    return chance < 0.25 ? 1 : chance < 0.6 ? 2 : 3;
}

static ui_spot spot_of(rp_graph_point point)
{
    return (ui_spot){(int32_t)(point.x * UI_SPOT_PX),
                     (int32_t)(point.y * UI_SPOT_PX)};
}

static void one_node(screen_scene *scene, uint32_t index)
{
    const rp_studio_view *studio = &scene->view->studio;
    const rp_graph_node *node = &studio->graph->nodes[index];
    const char *key = studio_node_key(scene, node);
    studio_count count = studio_count_of(studio, node->id);
    ui_graph_node_spec spec = {
        .id = key,
        .label = node->id,
        .detail = studio_node_detail(scene, node),
        .icon = studio_node_icon(node),
        .badge = count.errors > 0     ? "error"
                 : count.warnings > 0 ? "warning"
                                      : NULL,
        .has_warning = count.errors == 0,
        .spoken = studio_node_spoken(scene, node),
        .look = look_of(node),
        .heat = heat_of(node->chance),
        .is_pill = node->kind == RP_GRAPH_ENDING,
        .is_start = node->is_start,
        .middle = spot_of(studio->layout->nodes[index]),
    };

    if (ui_graph_node(scene->ui, &spec) &&
        studio_pick(&scene->kept->studio, key)) {
        studio_ask_preview(scene, RP_MOMENT_LIKELIEST);
    }
}

/* ----------------------------------------------------------------- edges */

static ui_graph_way way_of(const rp_graph_edge *edge)
{
    bool is_theirs =
        edge->kind == RP_GRAPH_REPLIES || edge->kind == RP_GRAPH_ANSWERS;

    if (edge->is_unreachable) {
        return UI_GRAPH_FAINT;
    }
    if (edge->is_best) {
        return UI_GRAPH_BEST;
    }
    if (edge->is_trap) {
        return UI_GRAPH_TRAP;
    }
    return is_theirs && edge->mass > 0.0 ? UI_GRAPH_PLAIN : UI_GRAPH_FAINT;
}

static uint8_t weight_of(double mass)
{
    return mass < 0.05 ? 1 : mass < 0.2 ? 2 : mass < 0.5 ? 3 : 4;
}

static void one_edge(screen_scene *scene, uint32_t index)
{
    const rp_studio_view *studio = &scene->view->studio;
    const rp_graph_edge *edge = &studio->graph->edges[index];
    const rp_graph_line *line = &studio->layout->lines[index];
    ui_spot spots[SPOTS_MAX];
    uint32_t count = line->point_count < SPOTS_MAX ? line->point_count : 0;

    for (uint32_t i = 0; i < count; i++) {
        spots[i] = spot_of(line->points[i]);
    }
    ui_graph_edge(
        scene->ui,
        &(ui_graph_edge_spec){
            .from = edge->from,
            .to = edge->to,
            .way = way_of(edge),
            .weight = weight_of(edge->mass),
            .heft =
                (uint32_t)((edge->mass < 1000.0 ? edge->mass : 1000.0) * HEFT),
            .spots = count > 0 ? spots : NULL,
            .spot_count = count,
            .mark = spot_of(line->label),
        });
}

/* ------------------------------------------------------------- the graph */

static void drawn(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_studio_view *studio = &scene->view->studio;
    studio_kept *kept = &scene->kept->studio;

    ui_begin_graph(
        ui,
        &(ui_graph_spec){.id = "graph",
                         .label = words(scene, "Graph of the call"),
                         .width_px = (int32_t)studio->layout->size.width,
                         .height_px = (int32_t)studio->layout->size.height,
                         .selected = kept->node[0] != '\0' ? kept->node : NULL,
                         .place = &kept->place});
    for (uint32_t i = 0; i < studio->graph->edge_count; i++) {
        one_edge(scene, i);
    }
    for (uint32_t i = 0; i < studio->graph->node_count; i++) {
        one_node(scene, i);
    }
    const char *selected = ui_end_graph(ui);
    if (selected != NULL && strlen(selected) < sizeof kept->node) {
        memmove(kept->node, selected, strlen(selected) + 1);
    }
}

/* -------------------------------------------------- without a place for it */

static void listed_node(screen_scene *scene, const rp_graph_node *node)
{
    ui_context *ui = scene->ui;
    const char *key = studio_node_key(scene, node);
    studio_kept *kept = &scene->kept->studio;
    const char *icon = studio_node_icon(node);
    ui_style title = ui_small;

    if (ui_begin_press(
            ui, &(ui_press_spec){.box = {.id = ui_format(ui, "graph.%s", key),
                                         .gap = 12,
                                         .role = UI_ROLE_ITEM,
                                         .align = UI_START},
                                 .look = UI_LOOK_ROW,
                                 .label = studio_node_spoken(scene, node),
                                 .value = node->title,
                                 .is_selected = strcmp(kept->node, key) == 0,
                                 .has_inner_ring = true}) &&
        studio_pick(&scene->kept->studio, key)) {
        studio_ask_preview(scene, RP_MOMENT_LIKELIEST);
    }
    ui_icon(ui, &(ui_icon_spec){.name = icon != NULL ? icon : "chat",
                                .size_px = 16});
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1}});
    ui_text(ui, node->id, &ui_small_strong);
    title.color = UI_INK2;
    ui_text(ui, node->title, &title);
    ui_end(ui);
    ui_text(ui, studio_node_detail(scene, node), &ui_small);
    ui_end(ui);
}

static void listed(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_studio_view *studio = &scene->view->studio;
    ui_style why = ui_note;

    why.measure = 620;
    ui_begin_scroll(ui, &(ui_scroll_spec){
                            .box = {.id = "turns",
                                    .height = {.grow = 1},
                                    .pad = ui_pad_xy(16, 12),
                                    .gap = 4,
                                    .role = UI_ROLE_LIST,
                                    .label = words(scene, "Turns of the call"),
                                    .arrows = UI_ARROWS_VERTICAL},
                            .takes_pages = true});
    if (studio->no_graph != NULL) {
        ui_begin_row(ui, &(ui_box){.gap = 10, .pad = {10, 0, 10, 8}});
        ui_icon(ui, &(ui_icon_spec){.name = "info", .size_px = 18});
        ui_text(ui, studio->no_graph, &why);
        ui_end(ui);
    }
    for (uint32_t i = 0; i < studio->graph->node_count; i++) {
        listed_node(scene, &studio->graph->nodes[i]);
    }
    ui_end(ui);
}

static void nothing_yet(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_studio_view *studio = &scene->view->studio;
    bool is_over = studio->no_graph != NULL;
    ui_style text = ui_support;

    text.measure = 460;
    text.align = UI_PACK_CENTER;
    ui_begin_column(ui, &(ui_box){.height = {.grow = 1},
                                  .pad = ui_pad_all(24),
                                  .gap = 10,
                                  .align = UI_CENTER,
                                  .justify = UI_PACK_CENTER});
    ui_begin_row(ui, &(ui_box){.self = UI_CENTER});
    ui_icon(ui, &(ui_icon_spec){.name = is_over ? "info" : "studio",
                                .size_px = 24});
    ui_end(ui);
    ui_text(ui,
            is_over ? words(scene, "There is no picture of this call")
                    : words(scene, "Still checking"),
            &ui_heading);
    ui_text(ui,
            is_over ? studio->no_graph
                    : words(scene, "The graph stands here as soon as every "
                                   "state of the call was walked once."),
            &text);
    ui_end(ui);
}

/* ---------------------------------------------------------------- legend */

typedef struct swatch {
    ui_color fill;
    ui_color border;
    bool is_dashed;
} swatch;

static void one_swatch(screen_scene *scene, const swatch *look)
{
    ui_begin_row(scene->ui, &(ui_box){.width = {.px = 16},
                                      .height = {.px = 12},
                                      .fill = look->fill,
                                      .border = look->border,
                                      .is_dashed = look->is_dashed,
                                      .radius = 3});
    ui_end(scene->ui);
}

static void legend_words(screen_scene *scene, const char *text)
{
    ui_style style = ui_note;

    style.is_one_line = true;
    style.is_silent = true; /* every box says so itself */
    ui_text(scene->ui, text, &style);
    ui_end(scene->ui);
}

static void begin_entry(screen_scene *scene)
{
    ui_begin_row(scene->ui, &(ui_box){.gap = 6});
}

static void legend_swatches(screen_scene *scene)
{
    static const swatch heats[] = {{UI_HEAT_1, UI_LINE_STRONG, false},
                                   {UI_HEAT_2, UI_LINE_STRONG, false},
                                   {UI_HEAT_3, UI_LINE_STRONG, false}};

    static const struct {
        swatch look;
        const char *text;
    } rows[] = {
        {{UI_SURFACE, UI_LINE_STRONG, true}, RP_WORD("never met")},
        {{UI_DANGER_SOFT, UI_DANGER, true}, RP_WORD("unreachable")},
        {{UI_ACCENT, UI_ACCENT, false}, RP_WORD("good end")},
        {{UI_INK2, UI_INK2, false}, RP_WORD("bad end")},
    };

    begin_entry(scene);
    for (int i = 0; i < 3; i++) {
        one_swatch(scene, &heats[i]);
    }
    legend_words(scene, words(scene, "few to many calls"));
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        begin_entry(scene);
        one_swatch(scene, &rows[i].look);
        legend_words(scene, words(scene, rows[i].text));
    }
}

static void legend(screen_scene *scene)
{
    ui_context *ui = scene->ui;

    ui_begin_row(
        ui, &(ui_box){
                .width = {.grow = 1}, .gap = 14, .line_gap = 4, .wraps = true});
    legend_swatches(scene);
    begin_entry(scene);
    ui_icon(ui,
            &(ui_icon_spec){.name = "star", .size_px = 14, .color = UI_ACCENT});
    legend_words(scene, words(scene, "best run"));
    begin_entry(scene);
    ui_icon(ui, &(ui_icon_spec){
                    .name = "error", .size_px = 14, .color = UI_DANGER});
    legend_words(scene, words(scene, "closes the door"));
    ui_end(ui);
}

static bool small_button(screen_scene *scene, const char *id, const char *icon,
                         const char *label)
{
    return ui_button(scene->ui, &(ui_button_spec){.id = id,
                                                  .label = label,
                                                  .icon = icon,
                                                  .kind = UI_QUIET,
                                                  .size = UI_BUTTON_TINY,
                                                  .hides_label = true});
}

static void zoom_buttons(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    ui_graph_place *place = &scene->kept->studio.place;

    ui_begin_row(ui, &(ui_box){.gap = 4, .self = UI_START});
    if (small_button(scene, "zoom-out", "minus", words(scene, "Zoom out"))) {
        ui_graph_zoom(place, -1);
    }
    if (small_button(scene, "zoom-in", "plus", words(scene, "Zoom in"))) {
        ui_graph_zoom(place, 1);
    }
    if (small_button(scene, "zoom-all", "target", words(scene, "Show all"))) {
        ui_graph_show_all(place);
    }
    ui_end(ui);
}

/* ------------------------------------------------------- the selected box */

/* What is said first in the selected box, and how often calls get there. */
static void selected_line(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_graph_node *node = studio_node(scene, scene->kept->studio.node);
    ui_style title = ui_note;
    ui_style name = ui_small_strong;

    if (node == NULL) {
        return;
    }
    name.is_one_line = true;
    title.width = (ui_size){.grow = 1};
    title.is_one_line = true;
    title.truncates = true;
    ui_begin_row(ui, &(ui_box){.gap = 10, .pad = {20, 0, 16, 8}});
    ui_text(ui, node->id, &name);
    ui_text(ui, node->title, &title);
    if (node->is_best) {
        ui_tag(ui, &(ui_tag_spec){.label = words(scene, "best run"),
                                  .icon = "star",
                                  .tone = UI_TONE_ACCENT});
    }
    if (ui_button(ui, &(ui_button_spec){.id = "preview-here",
                                        .label = words(scene, "Preview"),
                                        .size = UI_BUTTON_TINY,
                                        .key = UI_KEY_F5,
                                        .shows_key = true})) {
        studio_ask_preview(scene, RP_MOMENT_LIKELIEST);
    }
    ui_end(ui);
}

/* The file does not load as it is: what can be seen is older. */
static void stale_line(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    ui_style text = ui_note;

    text.width = (ui_size){.grow = 1};
    ui_begin_row(ui, &(ui_box){.gap = 8, .pad = {20, 8, 16, 8}});
    ui_icon(ui, &(ui_icon_spec){
                    .name = "warning", .size_px = 16, .color = UI_WARN});
    ui_text(ui,
            words(scene, "Drawn from the last edition that loads. Mend the "
                         "problems below and save."),
            &text);
    ui_end(ui);
}

void studio_graph(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_studio_view *studio = &scene->view->studio;

    ui_begin_column(ui, &(ui_box){.height = {.grow = 1},
                                  .role = UI_ROLE_AREA,
                                  .label = words(scene, "Graph of the call")});
    if (studio->graph == NULL) {
        nothing_yet(scene);
        ui_end(ui);
        return;
    }
    if (studio->layout == NULL) {
        listed(scene);
        ui_end(ui);
        return;
    }
    if (studio->is_stale) {
        stale_line(scene);
    }
    drawn(scene);
    ui_begin_row(ui, &(ui_box){.gap = 12, .pad = {20, 8, 16, 8}});
    legend(scene);
    zoom_buttons(scene);
    ui_end(ui);
    selected_line(scene);
    ui_end(ui);
}
