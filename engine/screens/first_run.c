/*
 * The first run: a welcome, an easy conversation to meet first, and the three
 * things that count. The language comes before all of it, for the system may
 * have been wrong about it.
 */
#include <string.h>

#include "home.h"

enum {
    WIDTH_PX = 860,
    FACE_PX = 240,
    A_MINUTE_S = 60
};

/* Every language by its own name. */
static const struct {
    const char *tag;
    const char *name;
} languages[] = {
    {"en", "English"},
    {"zh", "简体中文"},
};

enum {
    LANGUAGE_COUNT = sizeof languages / sizeof languages[0]
};

static void choose_language(screen_scene *scene)
{
    ui_choice items[LANGUAGE_COUNT];
    const char *now = rp_app_settings(scene->app)->language;
    int selected = 0;

    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        items[i] = (ui_choice){.label = languages[i].name};
        selected = strcmp(languages[i].tag, now) == 0 ? i : selected;
    }
    int chosen = ui_segment(
        scene->ui, &(ui_choices_spec){.id = "language",
                                      .label = words(scene, "Language"),
                                      .items = items,
                                      .count = LANGUAGE_COUNT,
                                      .selected = selected});
    if (chosen != selected) {
        want_pair(scene, RP_INTENT_SETTING, "language", languages[chosen].tag);
    }
}

static void welcome(screen_scene *scene, const rp_card *card)
{
    ui_context *ui = scene->ui;
    const char *name = scene->view->home.name;
    unsigned minutes = (card->talk_s + A_MINUTE_S / 2) / A_MINUTE_S;
    bool is_narrow = ui_effective_width(ui) < 900;

    if (is_narrow) {
        ui_begin_column(ui, &(ui_box){.gap = 12});
        choose_language(scene);
    } else {
        ui_begin_row(ui, &(ui_box){.gap = 24, .align = UI_START});
    }
    ui_begin_column(ui,
                    &(ui_box){.gap = 2, .width = {.grow = is_narrow ? 0 : 1}});
    ui_text(ui,
            name[0] != '\0' ? ui_format(ui, words(scene, "Welcome, %s"), name)
                            : words(scene, "Welcome"),
            &ui_title);
    ui_text(ui,
            minutes > 0
                ? ui_format(ui,
                            rp_tr_n(scene->app,
                                    "Your first conversation takes about %u "
                                    "minute. Practice never counts against "
                                    "you.",
                                    "Your first conversation takes about %u "
                                    "minutes. Practice never counts against "
                                    "you.",
                                    minutes),
                            minutes)
                : words(scene, "Practice never counts against you. Take your "
                               "time and try things."),
            &ui_support);
    ui_end(ui);
    if (!is_narrow) {
        choose_language(scene);
    }
    ui_end(ui);
}

static void facts(screen_scene *scene, const rp_card *card)
{
    ui_context *ui = scene->ui;
    int bars = card->difficulty <= 1 ? 1 : card->difficulty <= 3 ? 2 : 3;

    ui_begin_row(ui, &(ui_box){.gap = 16, .wraps = true, .line_gap = 4});
    home_facts(scene, card);
    if (card->difficulty > 0) {
        ui_begin_row(ui, &(ui_box){.gap = 8});
        ui_difficulty(ui, bars, difficulty_name(scene, card->difficulty));
        ui_text(ui, difficulty_name(scene, card->difficulty), &ui_note);
        ui_end(ui);
    }
    ui_end(ui);
}

static void meet(screen_scene *scene, const rp_card *card)
{
    ui_context *ui = scene->ui;
    bool is_narrow = ui_effective_width(ui) < 900;
    int16_t side = is_narrow ? 160 : FACE_PX;
    ui_style situation = ui_body;

    situation.measure = 580;
    ui_begin_card(ui, &(ui_box){.pad = ui_pad_all(16),
                                .role = UI_ROLE_AREA,
                                .label = words(scene, "Your first customer")});
    ui_begin_row(ui, &(ui_box){.gap = 28, .align = UI_START});
    if (card->face[0] != '\0') {
        ui_portrait(ui, &(ui_portrait_spec){.id = "first-face",
                                            .person = card->face,
                                            .mood = UI_MOOD_NEUTRAL,
                                            .width = {.px = side},
                                            .height = {.px = side}});
    }
    ui_begin_column(ui, &(ui_box){.gap = 8,
                                  .width = {.grow = 1},
                                  .pad = {0, 8, 8, 8},
                                  .height = {.min = side}});
    ui_text(ui, card->title, &ui_heading);
    facts(scene, card);
    ui_gap(ui, 4);
    ui_text(ui, card->situation, &situation);
    ui_spacer(ui);
    ui_gap(ui, 8);
    ui_begin_row(ui, &(ui_box){.gap = 8, .wraps = true, .line_gap = 8});
    if (ui_button(ui, &(ui_button_spec){.id = "start-next",
                                        .label = words(scene, "Meet them"),
                                        .kind = UI_PRIMARY,
                                        .size = UI_BUTTON_LARGE,
                                        .key = UI_KEY_ENTER,
                                        .shows_key = true})) {
        want_text(scene, RP_INTENT_OPEN, card->path);
    }
    if (ui_button(ui,
                  &(ui_button_spec){.id = "look-around",
                                    .label = words(scene, "Look around first"),
                                    .kind = UI_PLAIN,
                                    .size = UI_BUTTON_LARGE})) {
        want(scene, RP_INTENT_GO, RP_AT_LIBRARY);
    }
    ui_end(ui);
    ui_end(ui);
    ui_end(ui);
    ui_end(ui);
}

static void three_things(screen_scene *scene)
{
    static const char *const questions[RP_SCORES] = {
        [RP_LISTENING] =
            RP_WORD("Did you hear what was said, and what was not?"),
        [RP_EMPATHY] = RP_WORD("Did the customer feel taken seriously?"),
        [RP_RESOLUTION] =
            RP_WORD("Was the matter settled, with a clear next step?"),
    };
    ui_context *ui = scene->ui;
    bool is_narrow = ui_effective_width(ui) < 800;

    ui_begin_column(ui, &(ui_box){.gap = 10});
    ui_text(ui, words(scene, "Three things count"), &ui_small_strong);
    ui_begin_grid(ui,
                  &(ui_box){.columns = is_narrow ? 1 : RP_SCORES, .gap = 16});
    for (int i = 0; i < RP_SCORES; i++) {
        ui_begin_card(ui, &(ui_box){.gap = 8, .pad = ui_pad_all(18)});
        ui_begin_row(ui, &(ui_box){.gap = 12});
        ui_skill_badge(ui, (ui_skill)i);
        ui_text(ui, score_name(scene, (rp_score_kind)i), &ui_subhead);
        ui_end(ui);
        ui_text(ui, words(scene, questions[i]), &ui_note);
        ui_end(ui);
    }
    ui_end(ui);
    ui_end(ui);
}

static void no_pack(screen_scene *scene)
{
    ui_context *ui = scene->ui;

    choose_language(scene);
    ui_text(ui, words(scene, "Welcome"), &ui_title);
    ui_begin_card(ui, &(ui_box){.gap = 8});
    ui_text(ui, words(scene, "No scenarios yet"), &ui_heading);
    ui_text(ui,
            words(scene, "Put a pack into the scenarios folder and start "
                         "Rapport again, or open one with: rapport play "
                         "FILE.lua"),
            &ui_support);
    ui_end(ui);
}

void first_run(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_view *view = scene->view;
    bool is_low = ui_window_height(ui) < 720;

    ui_begin_column(ui, &(ui_box){.gap = is_low ? 16 : 24,
                                  .self = UI_CENTER,
                                  .pad = {0, is_low ? 0 : 56, 0, 0},
                                  .width = {.grow = 1, .max = WIDTH_PX}});
    if (view->home.idea_count == 0) {
        no_pack(scene);
    } else {
        const rp_card *card = &view->library.cards[view->home.ideas[0].card];
        welcome(scene, card);
        meet(scene, card);
        three_things(scene);
    }
    ui_end(ui);
}
