/*
 * The pace of the call: what the customer says now arrives as it is spoken,
 * and can be had at once; a reply that was chosen stands out for a moment
 * before it is said.
 */
#include "screens_internal.h"

enum {
    WHOLE = 1000, /* per mille */
    A_WORD_MS = 60,
    CHOSEN_MS = 120
};

bool call_is_speaking(const rp_call_view *call)
{
    return call->spoken_ms < call->speech_ms && !call->is_paused;
}

/* When a line begins, from the beginning of the speech. */
static uint32_t begin_of(const rp_call_view *call, uint32_t index)
{
    uint32_t begin_ms = 0;

    for (uint32_t i = 0; i < index; i++) {
        begin_ms += call->said[i].is_current ? call->said[i].speak_ms : 0;
    }
    return begin_ms;
}

uint16_t call_hidden(screen_scene *scene, uint32_t index)
{
    const rp_call_view *call = &scene->view->call;
    const rp_said *said = &call->said[index];

    if (!said->is_current || call->spoken_ms >= call->speech_ms) {
        return 0;
    }
    uint32_t begin_ms = begin_of(call, index);
    if (call->spoken_ms < begin_ms || said->speak_ms == 0) {
        return call->spoken_ms < begin_ms ? WHOLE : 0;
    }
    uint64_t done = (uint64_t)(call->spoken_ms - begin_ms) * WHOLE;
    uint64_t share = done / said->speak_ms;
    return share < WHOLE ? (uint16_t)(WHOLE - share) : 0;
}

void call_pace(screen_scene *scene)
{
    ui_context *ui = scene->ui;

    if (!call_is_speaking(&scene->view->call)) {
        return;
    }
    ui_wake_at(ui, ui_now(ui) + A_WORD_MS);
    if (ui_shortcut(ui, UI_KEY_SPACE)) {
        want(scene, RP_INTENT_HURRY, 0);
    }
}

/* ---------------------------------------------------------------- chosen */

void call_choose(screen_scene *scene, uint16_t choice)
{
    screen_kept *kept = scene->kept;

    if (ui_get(scene->ui)->has_reduced_motion) {
        want(scene, RP_INTENT_SAY, choice);
    } else if (!kept->has_chosen) {
        kept->has_chosen = true;
        kept->chosen = choice;
        kept->chosen_ms = ui_now(scene->ui);
    }
}

void call_say_chosen(screen_scene *scene)
{
    screen_kept *kept = scene->kept;
    ui_context *ui = scene->ui;

    if (!kept->has_chosen) {
        return;
    }
    uint32_t passed_ms = ui_now(ui) - kept->chosen_ms;
    if (passed_ms >= CHOSEN_MS) {
        kept->has_chosen = false;
        want(scene, RP_INTENT_SAY, kept->chosen);
    } else {
        ui_wake_at(ui, ui_now(ui) + 16);
    }
}

uint8_t call_reply_fade(const screen_scene *scene, uint16_t choice)
{
    const screen_kept *kept = scene->kept;

    if (!kept->has_chosen || kept->chosen == choice) {
        return 0;
    }
    uint32_t passed_ms = ui_now(scene->ui) - kept->chosen_ms;
    return passed_ms < CHOSEN_MS ? (uint8_t)(passed_ms * 255 / CHOSEN_MS) : 255;
}
