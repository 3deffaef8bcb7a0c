/*
 * What can be said now: the replies, and in channels that write to be kept
 * the draft a chosen one opens as.
 */
#include "call_parts.h"

static void hint_button(screen_scene *scene)
{
    const rp_call_view *call = &scene->view->call;

    if (call->has_hint && call->hint == NULL &&
        ui_button(scene->ui, &(ui_button_spec){.id = "hint",
                                               .label = words(scene, "Hint"),
                                               .icon = "hint",
                                               .kind = UI_PLAIN,
                                               .size = UI_BUTTON_TINY})) {
        want(scene, RP_INTENT_HINT, 0);
    }
}

static void undo_button(screen_scene *scene)
{
    if (scene->view->call.can_undo &&
        ui_button(scene->ui,
                  &(ui_button_spec){.id = "undo",
                                    .label = words(scene, "Take back"),
                                    .icon = "retry",
                                    .kind = UI_PLAIN,
                                    .size = UI_BUTTON_TINY})) {
        want(scene, RP_INTENT_UNDO, 0);
    }
}

static void silence_timer(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;

    if (call->silence_s == 0) {
        return;
    }
    ui_timer_bar(ui, &(ui_timer_spec){
                         .label = words(scene, traits_of(scene)->waiting),
                         .text = ui_format(ui, words(scene, "%u of %u s"),
                                           (unsigned)(call->silence_ms / 1000U),
                                           (unsigned)call->silence_s),
                         .elapsed_ms = call->silence_ms,
                         .limit_ms = call->silence_s * 1000U});
}

static void replies_head(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    ui_style head = ui_small_strong;

    head.color = UI_INK2;
    head.is_heading = true;
    ui_begin_row(ui, &(ui_box){.gap = 12, .pad = ui_pad_xy(4, 0)});
    ui_text(ui, words(scene, traits_of(scene)->reply), &head);
    ui_spacer(ui);
    hint_button(scene);
    undo_button(scene);
    silence_timer(scene);
    ui_end(ui);
}

/* ---------------------------------------------------------------- drafts */

static const char *reply_id(const screen_scene *scene,
                            const rp_reply_view *reply)
{
    return ui_format(scene->ui, "reply-%s", reply->id);
}

const rp_reply_view *call_draft(const screen_scene *scene)
{
    const rp_call_view *call = &scene->view->call;

    for (uint32_t i = 0; i < call->reply_count; i++) {
        if (scene->kept->has_draft &&
            call->replies[i].choice == scene->kept->draft) {
            return &call->replies[i];
        }
    }
    return NULL;
}

static void choose(screen_scene *scene, const rp_reply_view *reply)
{
    if (traits_of(scene)->has_draft && reply->act == RP_SAY) {
        scene->kept->has_draft = true;
        scene->kept->draft = reply->choice;
        ui_focus(scene->ui, "send");
        ui_wake_at(scene->ui, ui_now(scene->ui));
        return;
    }
    call_choose(scene, reply->choice);
}

static void draft_head(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;
    ui_style subject = ui_strong;
    bool is_letter = traits_of(scene)->shape == SHAPE_LETTERS;
    const char *to =
        is_letter ? ui_format(ui, words(scene, "To: %s"), call->customer)
                  : ui_format(ui, words(scene, "For: %s"), call->customer);

    subject.width = (ui_size){.grow = 1};
    ui_begin_row(ui, &(ui_box){.gap = 8});
    ui_icon(ui, &(ui_icon_spec){.name = channel_icon(call->channel),
                                .size_px = 16});
    ui_text(ui, to, &ui_note);
    ui_end(ui);
    if (is_letter) {
        ui_text(ui, ui_format(ui, words(scene, "Re: %s"), call->title),
                &subject);
    }
    ui_divider(ui);
}

static void draft_buttons(screen_scene *scene, const rp_reply_view *reply)
{
    ui_context *ui = scene->ui;

    ui_begin_row(ui, &(ui_box){.gap = 12});
    if (ui_button(ui, &(ui_button_spec){
                          .id = "send",
                          .label = words(scene, traits_of(scene)->send),
                          .icon = channel_icon(scene->view->call.channel),
                          .kind = UI_PRIMARY,
                          .key = UI_KEY_ENTER,
                          .shows_key = true})) {
        scene->kept->has_draft = false;
        want(scene, RP_INTENT_SAY, reply->choice);
    }
    if (ui_button(ui, &(ui_button_spec){.id = "redraft",
                                        .label = words(scene, "Another one"),
                                        .icon = "retry",
                                        .kind = UI_PLAIN,
                                        .key = UI_KEY_ESCAPE,
                                        .shows_key = true})) {
        scene->kept->has_draft = false;
        ui_focus(ui, reply_id(scene, reply));
        ui_wake_at(ui, ui_now(ui));
    }
    ui_end(ui);
}

/* The reply as it will go out: nothing is sent until it is sent. */
static void draft(screen_scene *scene, const rp_reply_view *reply)
{
    ui_context *ui = scene->ui;
    ui_style text = ui_body;

    text.width = (ui_size){.grow = 1};
    ui_begin_card(ui,
                  &(ui_box){.pad = {20, 14, 20, 14},
                            .gap = 10,
                            .role = UI_ROLE_AREA,
                            .label = words(scene, traits_of(scene)->draft)});
    draft_head(scene);
    ui_rich(ui, &(ui_rich_spec){.text = marked_text(scene, &reply->line),
                                .style = &text});
    draft_buttons(scene, reply);
    ui_end(ui);
}

/* --------------------------------------------------------------- replies */

static void reply_cards(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;

    ui_begin_column(ui,
                    &(ui_box){.gap = 8,
                              .role = UI_ROLE_AREA,
                              .label = words(scene, traits_of(scene)->reply),
                              .arrows = UI_ARROWS_VERTICAL,
                              .has_loose_arrows = true});
    for (uint32_t i = 0; i < call->reply_count; i++) {
        const rp_reply_view *reply = &call->replies[i];
        ui_reply_result result = ui_reply_card(
            ui,
            &(ui_reply_spec){.id = reply_id(scene, reply),
                             .number = i < 9 ? (int)i + 1 : 0,
                             .text = marked_text(scene, &reply->line),
                             .fade = call_reply_fade(scene, reply->choice)});
        if (result == UI_REPLY_SAID) {
            choose(scene, reply);
        }
    }
    ui_end(ui);
}

void call_replies(screen_scene *scene)
{
    const rp_reply_view *drafted = call_draft(scene);

    replies_head(scene);
    if (drafted != NULL) {
        draft(scene, drafted);
    } else {
        reply_cards(scene);
    }
    call_say_chosen(scene);
}

/*
 * Another turn begins at its first reply, wherever the focus was: a key that
 * said something must never do something else at the next press.
 */
void call_focus_turn(screen_scene *scene)
{
    const rp_call_view *call = &scene->view->call;

    if (scene->kept->has_turn && scene->kept->turn_moves != call->moves) {
        scene->kept->has_draft = false;
        if (call->reply_count > 0) {
            ui_focus(scene->ui, reply_id(scene, &call->replies[0]));
        }
    }
    scene->kept->has_turn = true;
    scene->kept->turn_moves = call->moves;
}
