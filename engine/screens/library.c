/*
 * The start: what can be practised, how it went so far, and the call that was
 * cut off, if there is one.
 */
#include "screens_internal.h"

void resume_card(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_library_view *library = &scene->view->library;

    ui_begin_card(ui, &(ui_box){.fill = UI_ACCENT_SOFT, .gap = 12});
    ui_begin_row(ui, &(ui_box){.gap = 12});
    ui_icon(ui, &(ui_icon_spec){.name = "retry", .color = UI_ACCENT});
    ui_begin_column(ui, &(ui_box){.gap = 4, .width = {.grow = 1}});
    ui_text(ui, words(scene, "A call is not finished yet"), &ui_subhead);
    ui_text(ui,
            ui_format(ui,
                      rp_tr_n(scene->app, "%s, after %u move. Nothing is lost.",
                              "%s, after %u moves. Nothing is lost.",
                              library->unfinished_moves),
                      library->unfinished_title, library->unfinished_moves),
            &ui_support);
    ui_end(ui);
    ui_end(ui);
    ui_begin_row(ui, &(ui_box){.gap = 12});
    if (ui_button(ui, &(ui_button_spec){
                          .id = "resume",
                          .label = words(scene, "Go on where it stopped"),
                          .icon = "play",
                          .kind = UI_PRIMARY})) {
        want(scene, RP_INTENT_RESUME, 0);
    }
    if (ui_button(ui, &(ui_button_spec){.id = "dismiss",
                                        .label = words(scene, "Leave it"),
                                        .kind = UI_PLAIN})) {
        want(scene, RP_INTENT_DISMISS, 0);
    }
    ui_end(ui);
    ui_end(ui);
}

static void best_scores(screen_scene *scene, const rp_card *card)
{
    ui_context *ui = scene->ui;

    for (int i = 0; i < RP_SCORES; i++) {
        if (card->best_bp[i] != RP_NOT_ASSESSED) {
            ui_score(ui, &(ui_score_spec){.skill = (ui_skill)i,
                                          .value = card->best_bp[i] / 100});
        }
    }
}

static ui_tag_spec status_tag(screen_scene *scene, const rp_card *card)
{
    if (card->is_broken) {
        return (ui_tag_spec){.label = words(scene, "Cannot be played"),
                             .icon = "error",
                             .tone = UI_TONE_DANGER};
    }
    if (card->attempts == 0) {
        return (ui_tag_spec){.label = words(scene, "New"), .icon = "star"};
    }
    if (card->was_passed) {
        return (ui_tag_spec){.label = words(scene, "Passed"),
                             .icon = "check",
                             .tone = UI_TONE_ACCENT};
    }
    return (ui_tag_spec){.label = words(scene, "Not yet"), .icon = "retry"};
}

/* Best scores where there are any, and what they amount to. */
static void card_status(screen_scene *scene, const rp_card *card)
{
    ui_tag_spec tag = status_tag(scene, card);

    ui_begin_row(scene->ui, &(ui_box){.gap = 12});
    if (!card->is_broken && card->attempts > 0) {
        best_scores(scene, card);
    }
    ui_tag(scene->ui, &tag);
    ui_end(scene->ui);
}

static void card_facts(screen_scene *scene, const rp_card *card)
{
    ui_context *ui = scene->ui;

    ui_begin_row(ui, &(ui_box){.gap = 8, .wraps = true, .line_gap = 4});
    ui_icon(ui, &(ui_icon_spec){.name = channel_icon(card->channel),
                                .size_px = 16});
    ui_text(ui, channel_name(scene, card->channel), &ui_note);
    if (card->chapter > 0) {
        ui_gap(ui, 8);
        ui_icon(ui, &(ui_icon_spec){.name = "guide", .size_px = 16});
        ui_text(ui, ui_format(ui, words(scene, "Chapter %u"), card->chapter),
                &ui_note);
    }
    if (card->difficulty > 0) {
        int bars = card->difficulty <= 1 ? 1 : card->difficulty <= 3 ? 2 : 3;
        ui_gap(ui, 8);
        ui_difficulty(ui, bars, difficulty_name(scene, card->difficulty));
        ui_text(ui, difficulty_name(scene, card->difficulty), &ui_note);
    }
    ui_end(ui);
}

static void scenario_card(screen_scene *scene, const rp_card *card)
{
    ui_context *ui = scene->ui;

    if (ui_begin_press(ui, &(ui_press_spec){
                               .box = {.id = ui_format(ui, "open-%s", card->id),
                                       .gap = 16,
                                       .pad = ui_pad_all(16),
                                       .align = UI_START},
                               .look = UI_LOOK_CARD,
                               .label = card->title,
                               .value = channel_name(scene, card->channel)})) {
        want_text(scene, RP_INTENT_OPEN, card->path);
        scene->kept->has_told_faults = false;
    }
    ui_avatar(ui, &(ui_avatar_spec){.person = card->face,
                                    .initials = "?",
                                    .mood = UI_MOOD_NEUTRAL,
                                    .size_px = 64});
    ui_begin_column(ui, &(ui_box){.gap = 4, .width = {.grow = 1}});
    ui_text(ui, card->title, &ui_heading);
    card_facts(scene, card);
    ui_style situation = ui_support;
    situation.measure = 620;
    ui_text(ui, card->situation, &situation);
    ui_gap(ui, 4);
    card_status(scene, card);
    ui_end(ui);
    ui_end(ui);
}

static void empty_list(screen_scene *scene)
{
    ui_context *ui = scene->ui;

    ui_begin_card(ui, &(ui_box){.gap = 8});
    ui_text(ui, words(scene, "No scenarios yet"), &ui_heading);
    ui_text(ui,
            words(scene, "Put a pack into the scenarios folder and start "
                         "Rapport again, or open one with: rapport play "
                         "FILE.lua"),
            &ui_support);
    ui_end(ui);
}

static void heading(screen_scene *scene)
{
    ui_context *ui = scene->ui;

    ui_begin_row(ui, &(ui_box){.gap = 12});
    ui_text(ui, words(scene, "Choose a conversation"), &ui_title);
    ui_spacer(ui);
    if (ui_button(ui, &(ui_button_spec){.id = "settings",
                                        .label = words(scene, "Settings"),
                                        .icon = "settings",
                                        .kind = UI_QUIET,
                                        .key = UI_CTRL | ',',
                                        .shows_key = true})) {
        scene->kept->open = DIALOG_SETTINGS;
    }
    ui_end(ui);
    ui_text(ui,
            words(scene, "Practice runs never count against you. Take your "
                         "time and try things."),
            &ui_support);
    ui_gap(ui, 8);
}

/* What is wrong with the scenario that was opened in vain, once an opening. */
static void tell_faults(screen_scene *scene)
{
    screen_kept *kept = scene->kept;

    if (scene->view->library.fault_count > 0 && kept->open == DIALOG_NONE &&
        !kept->has_told_faults && scene->intent->kind == RP_INTENT_NONE) {
        kept->open = DIALOG_FAULTS;
        kept->has_told_faults = true;
    }
}

static void frame(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_library_view *library = &scene->view->library;
    ui_hint_spec hints[] = {
        {.key = UI_KEY_ENTER, .label = words(scene, "open")},
        {.key = UI_KEY_UP,
         .last = UI_KEY_DOWN,
         .label = words(scene, "choose")},
        {.key = UI_CTRL | ',', .label = words(scene, "settings")},
    };

    ui_screen(ui, "library",
              library->has_unfinished ? "resume"
              : library->card_count > 0
                  ? ui_format(ui, "open-%s", library->cards[0].id)
                  : "settings");
    begin_shell(scene);
    ui_begin_scroll(ui, &(ui_scroll_spec){.box = {.id = "library",
                                                  .height = {.grow = 1},
                                                  .pad = ui_pad_xy(40, 32),
                                                  .align = UI_CENTER,
                                                  .arrows = UI_ARROWS_VERTICAL,
                                                  .has_loose_arrows = true},
                                          .takes_pages = true});
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1, .max = 860},
                                  .gap = 16,
                                  .role = UI_ROLE_AREA,
                                  .label = words(scene, "Scenarios")});
    heading(scene);
    if (library->has_unfinished) {
        resume_card(scene);
    }
    for (uint32_t i = 0; i < library->card_count; i++) {
        scenario_card(scene, &library->cards[i]);
    }
    if (library->card_count == 0) {
        empty_list(scene);
    }
    ui_end(ui);
    ui_end(ui);
    end_shell(scene, hints, (int)(sizeof hints / sizeof hints[0]));
    tell_faults(scene);
}

const screen screen_library = {.name = "library", .frame = frame};
