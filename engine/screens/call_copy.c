/*
 * Copying what was said: a line is selected by a click or by the arrows, the
 * selection is stretched with Shift, and Ctrl C takes it as "name: words".
 */
#include <string.h>

#include "call_parts.h"

/* A growing text of the frame; ui_format owns each step. */
static const char *with_line(const screen_scene *scene, const char *text,
                             const rp_said *said)
{
    ui_context *ui = scene->ui;
    const char *before = text[0] != '\0' ? "\n" : "";

    if (said->speaker == RP_STAGE) {
        return ui_format(ui, "%s%s%s", text, before, said->line.text);
    }
    return ui_format(ui, words(scene, "%s%s%s: %s"), text, before,
                     speaker_name(scene, said), said->line.text);
}

static bool is_between(const screen_kept *kept, uint32_t line)
{
    uint32_t low =
        kept->copy_from < kept->copy_to ? kept->copy_from : kept->copy_to;
    uint32_t high =
        kept->copy_from < kept->copy_to ? kept->copy_to : kept->copy_from;

    return kept->has_copy && line >= low && line <= high;
}

static bool is_said_selected(const screen_scene *scene, const said_group *group)
{
    return is_between(scene->kept, group->from);
}

static void select_said(screen_scene *scene, uint32_t line)
{
    scene->kept->has_copy = true;
    scene->kept->copy_from = line;
    scene->kept->copy_to = line;
}

static const char *said_id(const screen_scene *scene, uint32_t line)
{
    return ui_format(scene->ui, "said-%u", (unsigned)line);
}

static const char *said_label(const screen_scene *scene,
                              const said_group *group)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;
    const rp_said *first = &call->said[group->from];
    const char *label = "";

    if (first->speaker != RP_STAGE) {
        label =
            ui_format(ui, words(scene, "%s, %s."), speaker_name(scene, first),
                      clock_text(scene, first->at_ms));
    }
    for (uint32_t i = group->from; i < group->to; i++) {
        const rp_said *said = &call->said[i];
        if (said->cue != NULL) {
            label = ui_format(ui, "%s %s", label, said->cue);
        }
        label = ui_format(ui, "%s %s", label, said->line.text);
    }
    return label[0] == ' ' ? label + 1 : label;
}

void begin_said(screen_scene *scene, const said_group *group, const ui_box *box)
{
    bool is_selected = is_said_selected(scene, group);
    ui_box own = *box;

    own.id = said_id(scene, group->from);
    own.pad = (ui_pad){8, 4, 8, 4};
    own.role = UI_ROLE_ITEM;
    own.fill = is_selected ? UI_SUNKEN : UI_AUTO;
    own.radius = UI_RADIUS_BUTTON;
    if (ui_begin_press(scene->ui,
                       &(ui_press_spec){.box = own,
                                        .look = UI_LOOK_PLAIN,
                                        .label = said_label(scene, group),
                                        .is_column = true,
                                        .is_radio = true,
                                        .is_selected = is_selected})) {
        select_said(scene, group->from);
    }
}

/* The group before or after the end of the selection; the end itself where
 * there is none. */
static uint32_t neighbour(const rp_call_view *call, uint32_t line, int step)
{
    said_group group = {.from = 0};
    uint32_t before = 0;

    while (group.from < call->said_count) {
        group = said_group_at(call, group.from);
        if (group.from == line) {
            uint32_t after = group.to < call->said_count ? group.to : line;
            return step < 0 ? before : after;
        }
        before = group.from;
        group.from = group.to;
    }
    return line;
}

static void stretch(screen_scene *scene, int step)
{
    screen_kept *kept = scene->kept;

    kept->copy_to = neighbour(&scene->view->call, kept->copy_to, step);
    ui_focus(scene->ui, said_id(scene, kept->copy_to));
    ui_wake_at(scene->ui, ui_now(scene->ui));
}

/* What is selected; without a selection what waits for an answer. */
static bool is_taken(const screen_scene *scene, const said_group *group)
{
    return scene->kept->has_copy
               ? is_said_selected(scene, group)
               : scene->view->call.said[group->from].is_current;
}

static void copy_selection(screen_scene *scene)
{
    const rp_call_view *call = &scene->view->call;
    const char *text = "";
    said_group group = {.from = 0};

    for (; group.from < call->said_count; group.from = group.to) {
        group = said_group_at(call, group.from);
        for (uint32_t i = group.from; i < group.to && is_taken(scene, &group);
             i++) {
            text = with_line(scene, text, &call->said[i]);
        }
    }
    if (text[0] != '\0') {
        ui_clipboard_put(scene->ui, text);
        show_toast(scene, words(scene, "Copied."), false);
    }
}

void copy_keys(screen_scene *scene)
{
    ui_context *ui = scene->ui;

    if (scene->kept->has_copy && ui_shortcut(ui, UI_SHIFT | UI_KEY_UP)) {
        stretch(scene, -1);
    }
    if (scene->kept->has_copy && ui_shortcut(ui, UI_SHIFT | UI_KEY_DOWN)) {
        stretch(scene, 1);
    }
    if (ui_shortcut(ui, UI_CTRL | 'c')) {
        copy_selection(scene);
    }
}

/* ----------------------------------------------------------------- debrief */

/* What was heard, what was said to it, and what came back. */
void debrief_copy(screen_scene *scene, int shown)
{
    const char *text = "";

    if (shown < 0 || !ui_shortcut(scene->ui, UI_CTRL | 'c')) {
        return;
    }
    const rp_debrief_turn *turn = &scene->view->debrief.turns[shown];
    const rp_said lines[] = {
        {.speaker = RP_CUSTOMER, .line = turn->heard},
        {.speaker = RP_YOU, .line = turn->said},
        {.speaker = RP_CUSTOMER, .line = turn->hears},
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        if (lines[i].line.text != NULL && lines[i].line.text[0] != '\0') {
            text = with_line(scene, text, &lines[i]);
        }
    }
    ui_clipboard_put(scene->ui, text);
    show_toast(scene, words(scene, "Copied."), false);
}
