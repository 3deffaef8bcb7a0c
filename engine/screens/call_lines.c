/*
 * What has been said, up to the line that waits for an answer. How it lies on
 * the screen is the channel's: spoken lines stand here, written ones in
 * call_written.c.
 */
#include <string.h>

#include "call_parts.h"

const char *speaker_name(const screen_scene *scene, const rp_said *said)
{
    return said->speaker == RP_YOU ? words(scene, "You")
                                   : scene->view->call.customer;
}

said_group said_group_at(const rp_call_view *call, uint32_t from)
{
    const rp_said *first = &call->said[from];
    said_group group = {.from = from, .to = from + 1};

    while (first->speaker != RP_STAGE && group.to < call->said_count) {
        const rp_said *next = &call->said[group.to];
        if (next->speaker != first->speaker || next->at_ms != first->at_ms ||
            next->is_current != first->is_current) {
            break;
        }
        group.to++;
    }
    return group;
}

/* --------------------------------------------------------------- phrases */

static bool is_pinned(const rp_call_view *call, const char *phrase)
{
    for (uint32_t i = 0; i < call->note_count; i++) {
        if (call->notes[i].is_pin && strcmp(call->notes[i].text, phrase) == 0) {
            return true;
        }
    }
    return false;
}

/* Phrases of this line that are pinned already, as bits. */
static uint32_t pinned_phrases(const screen_scene *scene, const char *marked)
{
    char phrase[NOTE_MAX];
    uint32_t pinned = 0;

    for (int i = 0; i < 9 && ui_phrase(marked, i, phrase, sizeof phrase); i++) {
        if (is_pinned(&scene->view->call, phrase)) {
            pinned |= 1U << i;
        }
    }
    return pinned;
}

static void pin(screen_scene *scene, const char *marked, int index)
{
    char phrase[NOTE_MAX];

    if (!ui_phrase(marked, index, phrase, sizeof phrase)) {
        return;
    }
    scene->kept->is_pinning = false;
    want_text(scene, RP_INTENT_PIN, phrase);
}

void said_words(screen_scene *scene, uint32_t index, const ui_style *style)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;
    const rp_said *said = &call->said[index];
    const char *marked = marked_text(scene, &said->line);
    bool has_phrases = said->speaker == RP_CUSTOMER && !call->is_exam;
    int chosen = ui_rich(
        ui, &(ui_rich_spec){.id = ui_format(ui, "line-%u", (unsigned)index),
                            .text = marked,
                            .style = style,
                            .has_phrases = has_phrases,
                            .is_choosing = has_phrases && said->is_current &&
                                           scene->kept->is_pinning,
                            .pinned = pinned_phrases(scene, marked),
                            .hidden = call_hidden(scene, index)});

    if (chosen >= 0) {
        pin(scene, marked, chosen);
    }
}

/* ---------------------------------------------------------- spoken lines */

static bool is_cue_beside_name(const screen_scene *scene, const rp_said *said)
{
    return said->cue != NULL && !traits_of(scene)->has_posture;
}

static void who_and_when(screen_scene *scene, const rp_said *said)
{
    ui_context *ui = scene->ui;
    ui_style who = ui_small_strong;
    ui_style when = ui_quiet;

    who.color = said->speaker == RP_YOU ? UI_ACCENT : UI_INK;
    when.is_tabular = true;
    ui_begin_row(ui, &(ui_box){.gap = 8});
    ui_text(ui, speaker_name(scene, said), &who);
    ui_text(ui, clock_text(scene, said->at_ms), &when);
    if (is_cue_beside_name(scene, said)) {
        ui_style cue = ui_quiet;
        cue.is_one_line = true;
        cue.truncates = true;
        ui_text(ui, said->cue, &cue);
    }
    ui_end(ui);
}

/* As the stage tells it; beside the name where it is only heard. */
void said_cue(screen_scene *scene, const rp_said *said)
{
    ui_style cue = ui_note;

    if (said->cue != NULL) {
        cue.width = (ui_size){.grow = 1};
        ui_text(scene->ui, said->cue, &cue);
    }
}

static void spoken_group(screen_scene *scene, const said_group *group)
{
    const rp_call_view *call = &scene->view->call;
    const rp_said *first = &call->said[group->from];
    ui_style style = first->is_current ? ui_current : ui_support;

    style.width = (ui_size){.grow = 1};
    begin_said(scene, group, &(ui_box){.gap = 2});
    if (first->speaker == RP_STAGE) {
        style = ui_note;
    } else {
        who_and_when(scene, first);
    }
    for (uint32_t i = group->from; i < group->to; i++) {
        bool is_shown_above =
            i == group->from && is_cue_beside_name(scene, first);
        if (!is_shown_above) {
            said_cue(scene, &call->said[i]);
        }
        said_words(scene, i, &style);
    }
    ui_end(scene->ui);
}

/* ------------------------------------------------------------ transcript */

static void hint_block(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    ui_style hint = ui_small;

    hint.width = (ui_size){.grow = 1};
    ui_gap(ui, 8);
    ui_begin_row(ui, &(ui_box){.gap = 8,
                               .pad = ui_pad_all(12),
                               .fill = UI_SUNKEN,
                               .radius = UI_RADIUS_BUTTON,
                               .align = UI_START});
    ui_icon(ui, &(ui_icon_spec){.name = "hint", .size_px = 18});
    ui_text(ui, scene->view->call.hint, &hint);
    ui_end(ui);
}

/* A line between what was and what is; written shapes show it themselves. */
static void divide(screen_scene *scene, const said_group *group)
{
    const rp_call_view *call = &scene->view->call;
    bool is_first_now = call->said[group->from].is_current && group->from > 0 &&
                        !call->said[group->from - 1].is_current;

    if (is_first_now && traits_of(scene)->shape == SHAPE_SPOKEN) {
        ui_gap(scene->ui, 4);
        ui_divider(scene->ui);
        ui_gap(scene->ui, 4);
    }
}

static void every_group(screen_scene *scene)
{
    const rp_call_view *call = &scene->view->call;
    said_group group = {.from = 0};

    for (uint32_t at = 0; at < call->said_count; at = group.to) {
        group = said_group_at(call, at);
        if (call->is_exam && !call->said[at].is_current) {
            continue;
        }
        divide(scene, &group);
        if (call->said[at].speaker == RP_STAGE ||
            traits_of(scene)->shape == SHAPE_SPOKEN) {
            spoken_group(scene, &group);
        } else {
            written_group(scene, &group);
        }
    }
}

void call_transcript(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;

    ui_begin_scroll(
        ui, &(ui_scroll_spec){.box = {.id = "transcript",
                                      .height = {.grow = 1},
                                      .pad = {0, 0, 12, 0},
                                      .gap = 4,
                                      .role = UI_ROLE_LIST,
                                      .label = words(scene, "Conversation")},
                              .keeps_end = true,
                              .takes_pages = true,
                              .has_whole_lines = true});
    ui_spacer(ui);
    if (call->is_exam) {
        call_hidden_lines(scene);
    }
    every_group(scene);
    if (call->hint != NULL) {
        hint_block(scene);
    }
    ui_end(ui);
}
