/*
 * The next practice: who calls, why this one, and what else could be next.
 */
#include "home.h"

enum {
    OTHERS_MAX = 4,
    A_MINUTE_S = 60,
    OTHERS_PX = 420
};

void home_facts(screen_scene *scene, const rp_card *card)
{
    ui_context *ui = scene->ui;

    ui_begin_row(ui, &(ui_box){.gap = 8, .wraps = true, .line_gap = 4});
    ui_icon(ui, &(ui_icon_spec){.name = channel_icon(card->channel),
                                .size_px = 16});
    ui_text(ui, channel_name(scene, card->channel), &ui_note);
    if (card->chapter > 0) {
        ui_gap(ui, 8);
        ui_icon(ui, &(ui_icon_spec){.name = "guide", .size_px = 16});
        ui_text(
            ui,
            ui_format(ui, words(scene, "Chapter %u"), (unsigned)card->chapter),
            &ui_note);
    }
    if (card->talk_s > 0) {
        unsigned minutes = (card->talk_s + A_MINUTE_S / 2) / A_MINUTE_S;
        ui_gap(ui, 8);
        ui_icon(ui, &(ui_icon_spec){.name = "clock", .size_px = 16});
        ui_text(ui,
                ui_format(ui, words(scene, "about %u min"),
                          minutes > 0 ? minutes : 1),
                &ui_note);
    }
    ui_end(ui);
}

/* ------------------------------------------------------- the cut-off call */

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

/* ---------------------------------------------------------------- reasons */

const char *home_reason(screen_scene *scene, const rp_reason *why)
{
    ui_context *ui = scene->ui;

    switch (why->kind) {
    case RP_REASON_FIRST:
        return words(scene, "It is an easy one to begin with.");
    case RP_REASON_MISSED:
        return ui_format(
            ui,
            rp_tr_n(scene->app,
                    "%s needs care: %u strong reply was missed in your last "
                    "attempts, and this one calls for it.",
                    "%s needs care: %u strong replies were missed in your "
                    "last attempts, and this one calls for them.",
                    why->count),
            score_name(scene, why->score), why->count);
    case RP_REASON_RESTED:
        return ui_format(
            ui,
            rp_tr_n(scene->app, "Chapter %u has not come up for %u day.",
                    "Chapter %u has not come up for %u days.", why->days),
            (unsigned)why->chapter, why->days);
    case RP_REASON_NEW:
        return words(scene, "You have not met this customer yet.");
    case RP_REASON_TRIED:
        return words(scene, "You have tried it, and the pass is still open.");
    case RP_REASON_STEP:
        return words(scene, "It is the next step up from what you have "
                            "passed.");
    case RP_REASON_KINDS: break;
    }
    return "";
}

static ui_icon_spec reason_icon(const rp_reason *why)
{
    static const char *const icons[RP_REASON_KINDS] = {
        [RP_REASON_FIRST] = "play",   [RP_REASON_MISSED] = "heart",
        [RP_REASON_RESTED] = "clock", [RP_REASON_NEW] = "star",
        [RP_REASON_TRIED] = "retry",  [RP_REASON_STEP] = "trend-up",
    };

    static const struct {
        const char *name;
        ui_color color;
    } skills[RP_SCORES] = {
        [RP_LISTENING] = {"ear", UI_LISTENING},
        [RP_EMPATHY] = {"heart", UI_EMPATHY},
        [RP_RESOLUTION] = {"key", UI_RESOLUTION},
    };

    if (why->kind == RP_REASON_MISSED) {
        return (ui_icon_spec){.name = skills[why->score].name,
                              .size_px = 18,
                              .color = skills[why->score].color};
    }
    return (ui_icon_spec){
        .name = icons[why->kind], .size_px = 18, .color = UI_ACCENT};
}

static void why_this_one(screen_scene *scene, const rp_reason *why)
{
    ui_context *ui = scene->ui;
    ui_icon_spec icon = reason_icon(why);
    ui_style text = ui_small;

    text.width = (ui_size){.grow = 1};
    ui_begin_row(ui,
                 &(ui_box){.gap = 10,
                           .pad = ui_pad_xy(14, 12),
                           .align = UI_START,
                           .fill = UI_SUNKEN,
                           .border = ui_get(ui)->theme == UI_CONTRAST ? UI_LINE
                                                                      : UI_NONE,
                           .radius = 10});
    ui_icon(ui, &icon);
    ui_rich(ui, &(ui_rich_spec){
                    .text = ui_format(ui, words(scene, "*Why this one?* %s"),
                                      home_reason(scene, why)),
                    .style = &text});
    ui_end(ui);
}

/* ----------------------------------------------------------- other ideas */

static void other(screen_scene *scene, const rp_idea *idea)
{
    ui_context *ui = scene->ui;
    const rp_card *card = &scene->view->library.cards[idea->card];
    const char *why = home_reason(scene, &idea->why);
    ui_style title = ui_strong;
    ui_style line = ui_note;

    title.is_silent = true;
    line.is_silent = true;
    if (ui_begin_press(ui, &(ui_press_spec){
                               .box = {.id = ui_format(ui, "idea-%s", card->id),
                                       .gap = 12,
                                       .pad = ui_pad_xy(12, 10)},
                               .look = UI_LOOK_ROW,
                               .label = card->title,
                               .value = why})) {
        scene->kept->shows_ideas = false;
        want_text(scene, RP_INTENT_OPEN, card->path);
    }
    ui_avatar(ui, &(ui_avatar_spec){.person = card->face,
                                    .initials = "?",
                                    .mood = UI_MOOD_NEUTRAL,
                                    .size_px = 40});
    ui_begin_column(ui, &(ui_box){.gap = 2, .width = {.grow = 1}});
    ui_text(ui, card->title, &title);
    ui_text(ui, why, &line);
    ui_end(ui);
    ui_end(ui);
}

static void other_ideas(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_home_view *home = &scene->view->home;
    uint32_t last =
        home->idea_count < OTHERS_MAX + 1 ? home->idea_count : OTHERS_MAX + 1;

    if (ui_button(ui, &(ui_button_spec){.id = "other-ideas",
                                        .label = words(scene, "Other ideas"),
                                        .kind = UI_PLAIN})) {
        scene->kept->shows_ideas = !scene->kept->shows_ideas;
    }
    if (!scene->kept->shows_ideas) {
        return;
    }
    bool leaves = ui_begin_popover(
        ui, &(ui_popover_spec){.id = "ideas",
                               .anchor = "other-ideas",
                               .label = words(scene, "Other ideas"),
                               .width_px = OTHERS_PX});
    for (uint32_t i = 1; i < last; i++) {
        other(scene, &home->ideas[i]);
    }
    ui_end(ui);
    if (leaves) {
        scene->kept->shows_ideas = false;
    }
}

/* --------------------------------------------------------------- the card */

static void deeds(screen_scene *scene, const rp_card *card)
{
    ui_context *ui = scene->ui;
    /* One primary button a screen: the call that was cut off comes first. */
    bool is_first = !scene->view->library.has_unfinished;

    ui_begin_row(ui, &(ui_box){.gap = 8, .wraps = true, .line_gap = 8});
    if (ui_button(
            ui, &(ui_button_spec){.id = "start-next",
                                  .label = words(scene, "Start practice"),
                                  .kind = is_first ? UI_PRIMARY : UI_SECONDARY,
                                  .key = is_first ? UI_KEY_ENTER : UI_KEY_NONE,
                                  .shows_key = is_first})) {
        want_text(scene, RP_INTENT_OPEN, card->path);
    }
    if (scene->view->home.idea_count > 1) {
        other_ideas(scene);
    }
    ui_end(ui);
}

bool home_next(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_home_view *home = &scene->view->home;
    bool is_narrow = ui_effective_width(ui) < 900;
    ui_style title = ui_heading;

    if (home->idea_count == 0) {
        return false;
    }
    const rp_card *card = &scene->view->library.cards[home->ideas[0].card];
    int16_t side = is_narrow ? 144 : 208;
    ui_begin_card(ui, &(ui_box){.pad = ui_pad_all(16),
                                .role = UI_ROLE_AREA,
                                .label = words(scene, "Next practice")});
    ui_begin_row(ui, &(ui_box){.gap = 20, .align = UI_START});
    if (card->face[0] != '\0') {
        ui_portrait(
            ui, &(ui_portrait_spec){.id = "next-face",
                                    .person = card->face,
                                    .mood = UI_MOOD_NEUTRAL,
                                    .width = {.px = side},
                                    .height = {.px = (int16_t)(side + 32)}});
    }
    ui_begin_column(ui, &(ui_box){.gap = 8,
                                  .width = {.grow = 1},
                                  .pad = {0, 4, 0, 0},
                                  .height = {.min = (int16_t)(side + 32)}});
    ui_text(ui, words(scene, "Next practice"), &ui_link_text);
    title.measure = 620;
    ui_text(ui, card->title, &title);
    home_facts(scene, card);
    ui_gap(ui, 4);
    why_this_one(scene, &home->ideas[0].why);
    ui_spacer(ui);
    deeds(scene, card);
    ui_end(ui);
    ui_end(ui);
    ui_end(ui);
    return true;
}
