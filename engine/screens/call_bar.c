/*
 * The bar over a call: what it is, how long it lasts beside the guide's band,
 * and the call's own buttons.
 */
#include <string.h>

#include "call_parts.h"

/* What an act of the call looks like; one row an act. */
static const struct act_look {
    rp_act act;
    const char *icon;
    ui_key key;
} act_looks[] = {
    {RP_HOLD, "hold", 'h'},
    {RP_TRANSFER, "transfer", 't'},
    {RP_ESCALATE, "escalate", 'e'},
    {RP_END, "hangup", UI_KEY_END},
};

static const struct act_look *look_of(rp_act act)
{
    for (size_t i = 0; i < sizeof act_looks / sizeof act_looks[0]; i++) {
        if (act_looks[i].act == act) {
            return &act_looks[i];
        }
    }
    return NULL;
}

static void act_button(screen_scene *scene, const rp_reply_view *reply)
{
    ui_context *ui = scene->ui;
    const call_traits *traits = traits_of(scene);
    const struct act_look *look = look_of(reply->act);
    bool is_end = reply->act == RP_END;
    const char *name =
        is_end ? words(scene, traits->end) : act_name(scene, reply->act);
    const char *icon = look == NULL ? "chat"
                       : is_end     ? traits->end_icon
                                    : look->icon;
    bool is_tight = ui_effective_width(ui) < 1280;

    if (ui_button(ui, &(ui_button_spec){
                          .id = ui_format(ui, "act-%s", reply->id),
                          .label = look != NULL ? name : reply->line.text,
                          .icon = icon,
                          .kind = UI_QUIET,
                          .size = UI_BUTTON_SMALL,
                          .key = look != NULL ? look->key : UI_KEY_NONE,
                          .shows_key = look != NULL,
                          .hides_label = is_tight && look != NULL,
                          .spoken = ui_format(ui, words(scene, "%s. %s"), name,
                                              reply->line.text)})) {
        want(scene, RP_INTENT_SAY, reply->choice);
    }
}

/* The band is the guide's for a call on the phone; elsewhere time is told. */
static void clock_and_band(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;
    const call_traits *traits = traits_of(scene);
    unsigned from = call->band_from_s / 60U;
    unsigned to = call->band_to_s / 60U;
    unsigned minutes = call->clock_ms / 60000U;
    unsigned seconds = call->clock_ms / 1000U % 60U;
    ui_clock_spec clock = {.elapsed_ms = call->clock_ms / 1000U * 1000U,
                           .is_narrow = ui_width(ui) == UI_COMPACT};

    if (traits->has_band) {
        clock.target_from_ms = call->band_from_s * 1000U;
        clock.target_to_ms = call->band_to_s * 1000U;
        clock.target_text =
            ui_format(ui, words(scene, "the guide: %u–%u min"), from, to);
        clock.over_text = words(scene, "over");
        clock.spoken = ui_format(
            ui,
            words(scene, "%u minutes %u, the guide states %u to %u minutes"),
            minutes, seconds, from, to);
    } else {
        clock.spoken = ui_format(ui, words(scene, "%u minutes %u so far"),
                                 minutes, seconds);
    }
    ui_call_clock(ui, &clock);
}

/* Whether it counts: practice, or which call of the exam this is. */
static void title_and_kind(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;
    ui_style title = ui_subhead;

    title.truncates = true;
    title.is_one_line = true;
    if (call->is_exam) {
        ui_text(ui, words(scene, "Exam"), &title);
        exam_progress(scene);
        return;
    }
    ui_text(ui, call->title, &title);
    ui_tag(ui, &(ui_tag_spec){.label = words(scene, "Practice"),
                              .icon = channel_icon(call->channel)});
}

void call_bar(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;
    bool is_compact = ui_width(ui) == UI_COMPACT;

    ui_begin_row(ui, &(ui_box){.height = {.min = is_compact ? 52 : 60},
                               .pad = ui_pad_xy(16, 8),
                               .gap = 8,
                               .role = UI_ROLE_AREA,
                               .label = words(scene, "Call")});
    if (ui_button(ui, &(ui_button_spec){.id = "leave",
                                        .label = words(scene, "Leave the call"),
                                        .icon = "leave",
                                        .kind = UI_PLAIN,
                                        .hides_label = true})) {
        scene->kept->open = DIALOG_LEAVE;
        want(scene, RP_INTENT_PAUSE, 1);
    }
    title_and_kind(scene);
    ui_spacer(ui);
    if (!rp_app_settings(scene->app)->hide_clock) {
        clock_and_band(scene);
    }
    ui_spacer(ui);
    for (uint32_t i = 0; i < call->anytime_count; i++) {
        act_button(scene, &call->anytime[i]);
    }
    ui_end(ui);
    ui_divider(ui);
}
