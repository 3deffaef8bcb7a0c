/*
 * What has been said, the line that waits for an answer, and the replies.
 */
#include <string.h>

#include "screens_internal.h"

static const char *speaker_name(const screen_scene *scene, const rp_said *said)
{
    return said->speaker == RP_YOU ? words(scene, "You")
                                   : scene->view->call.customer;
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
    if (said->cue != NULL) {
        ui_style cue = ui_quiet;
        cue.is_one_line = true;
        cue.truncates = true;
        ui_text(ui, said->cue, &cue);
    }
    ui_end(ui);
}

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

static void line(screen_scene *scene, const rp_said *said, uint32_t index)
{
    ui_context *ui = scene->ui;
    ui_style style = said->is_current ? ui_current : ui_support;
    const char *marked = marked_text(scene, &said->line);

    style.width = (ui_size){.grow = 1};
    if (said->speaker == RP_STAGE) {
        style = ui_note;
    } else {
        who_and_when(scene, said);
    }
    int chosen = ui_rich(
        ui, &(ui_rich_spec){.id = ui_format(ui, "line-%u", (unsigned)index),
                            .text = marked,
                            .style = &style,
                            .has_phrases = said->speaker == RP_CUSTOMER,
                            .is_choosing =
                                said->is_current && scene->kept->is_pinning,
                            .pinned = pinned_phrases(scene, marked)});
    if (chosen >= 0) {
        pin(scene, marked, chosen);
    }
}

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

void call_transcript(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;
    bool was_current = false;

    ui_begin_scroll(
        ui, &(ui_scroll_spec){.box = {.id = "transcript",
                                      .height = {.grow = 1},
                                      .pad = {0, 0, 12, 0},
                                      .gap = 4,
                                      .role = UI_ROLE_LIST,
                                      .label = words(scene, "Conversation")},
                              .keeps_end = true,
                              .takes_pages = true});
    ui_spacer(ui);
    for (uint32_t i = 0; i < call->said_count; i++) {
        const rp_said *said = &call->said[i];
        if (said->is_current && !was_current && i > 0) {
            ui_gap(ui, 8);
            ui_divider(ui);
        }
        ui_gap(ui, said->speaker == RP_STAGE ? 4 : 8);
        line(scene, said, i);
        was_current = said->is_current;
    }
    if (call->hint != NULL) {
        hint_block(scene);
    }
    ui_end(ui);
}

static void replies_head(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;

    ui_begin_row(ui, &(ui_box){.gap = 12, .pad = ui_pad_xy(4, 0)});
    ui_style head = ui_small_strong;
    head.color = UI_INK2;
    head.is_heading = true;
    ui_text(ui, words(scene, "Your reply"), &head);
    ui_spacer(ui);
    if (call->has_hint && call->hint == NULL &&
        ui_button(ui, &(ui_button_spec){.id = "hint",
                                        .label = words(scene, "Hint"),
                                        .icon = "hint",
                                        .kind = UI_PLAIN,
                                        .size = UI_BUTTON_TINY})) {
        want(scene, RP_INTENT_HINT, 0);
    }
    if (call->can_undo &&
        ui_button(ui, &(ui_button_spec){.id = "undo",
                                        .label = words(scene, "Take back"),
                                        .icon = "retry",
                                        .kind = UI_PLAIN,
                                        .size = UI_BUTTON_TINY})) {
        want(scene, RP_INTENT_UNDO, 0);
    }
    if (call->silence_s > 0) {
        ui_timer_bar(ui,
                     &(ui_timer_spec){
                         .label = words(scene, "Silence"),
                         .text = ui_format(ui, words(scene, "%u of %u s"),
                                           (unsigned)(call->silence_ms / 1000U),
                                           (unsigned)call->silence_s),
                         .elapsed_ms = call->silence_ms,
                         .limit_ms = call->silence_s * 1000U});
    }
    ui_end(ui);
}

void call_replies(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;

    replies_head(scene);
    ui_begin_column(ui, &(ui_box){.gap = 8,
                                  .role = UI_ROLE_AREA,
                                  .label = words(scene, "Your reply"),
                                  .arrows = UI_ARROWS_VERTICAL,
                                  .has_loose_arrows = true});
    for (uint32_t i = 0; i < call->reply_count; i++) {
        const rp_reply_view *reply = &call->replies[i];
        ui_reply_result result = ui_reply_card(
            ui, &(ui_reply_spec){.id = ui_format(ui, "reply-%s", reply->id),
                                 .number = i < 9 ? (int)i + 1 : 0,
                                 .text = marked_text(scene, &reply->line)});
        if (result == UI_REPLY_SAID) {
            want(scene, RP_INTENT_SAY, reply->choice);
        }
    }
    ui_end(ui);
}
