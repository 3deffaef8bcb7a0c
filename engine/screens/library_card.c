/*
 * One card of the library: whose face, what it is about, how it went so far.
 */
#include <string.h>

#include "library.h"

enum {
    FACE_PX = 96
};

static bool is_suggested(const screen_scene *scene, const library_item *item)
{
    const rp_home_view *home = &scene->view->home;

    return home->idea_count > 0 && home->ideas[0].card == item->card;
}

static const rp_hit *hit_of(const screen_scene *scene, const library_item *item)
{
    const rp_search_view *search = &scene->view->search;
    bool is_found = item->hit < search->hit_count &&
                    library_is_answered(scene->view, &scene->kept->library);

    return is_found ? &search->hits[item->hit] : NULL;
}

/* The situation, or where the words were found. */
static void about(screen_scene *scene, const library_item *item,
                  const rp_card *card)
{
    ui_context *ui = scene->ui;
    const rp_hit *hit = hit_of(scene, item);
    const char *situation =
        card->is_broken ? words(scene, "Open it to see what has to be mended.")
                        : card->situation;

    if (hit == NULL || hit->snippet[0] == '\0') {
        ui_text(ui, situation, &ui_note);
        return;
    }
    ui_text(ui,
            ui_format(ui, words(scene, "%s: “%s”"), hit->where, hit->snippet),
            &ui_note);
}

static void facts(screen_scene *scene, const rp_card *card)
{
    ui_context *ui = scene->ui;
    int level = library_level_of(card);

    ui_begin_row(ui, &(ui_box){.gap = 6});
    ui_icon(ui, &(ui_icon_spec){.name = channel_icon(card->channel),
                                .size_px = 16});
    ui_text(ui, channel_name(scene, card->channel), &ui_note);
    if (card->chapter > 0) {
        ui_gap(ui, 4);
        /* Short for chapter. */
        ui_text(ui,
                ui_format(ui, words(scene, "Ch. %u"), (unsigned)card->chapter),
                &ui_note);
    }
    ui_spacer(ui);
    if (level > 0) {
        ui_difficulty(ui, level, difficulty_name(scene, card->difficulty));
    }
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

static void status(screen_scene *scene, const library_item *item,
                   const rp_card *card)
{
    ui_context *ui = scene->ui;

    ui_begin_row(
        ui, &(ui_box){
                .gap = 8, .wraps = true, .line_gap = 4, .height = {.min = 24}});
    if (card->is_broken) {
        ui_tag(ui, &(ui_tag_spec){.label = words(scene, "Cannot be played"),
                                  .icon = "error",
                                  .tone = UI_TONE_DANGER});
    } else if (is_suggested(scene, item)) {
        ui_tag(ui, &(ui_tag_spec){.label = words(scene, "Suggested next"),
                                  .icon = "star",
                                  .tone = UI_TONE_ACCENT});
    } else if (card->attempts == 0) {
        ui_text(ui, words(scene, "Not tried yet"), &ui_quiet);
    } else {
        best_scores(scene, card);
        ui_spacer(ui);
        ui_icon(ui, &(ui_icon_spec){
                        .name = card->was_passed ? "check-circle" : "retry",
                        .size_px = 18,
                        .color = card->was_passed ? UI_ACCENT : UI_INK2,
                        .label = card->was_passed ? words(scene, "Passed")
                                                  : words(scene, "Not yet")});
    }
    ui_end(ui);
}

/* What a reader says behind the title. */
static const char *spoken(screen_scene *scene, const library_item *item,
                          const rp_card *card)
{
    ui_context *ui = scene->ui;
    const char *all = card->situation;

    if (card->is_broken) {
        return words(scene, "Cannot be played");
    }
    all = ui_format(ui, words(scene, "%s %s"), all,
                    channel_name(scene, card->channel));
    if (card->chapter > 0) {
        all = ui_format(
            ui, words(scene, "%s, %s"), all,
            ui_format(ui, words(scene, "Chapter %u"), (unsigned)card->chapter));
    }
    if (card->difficulty > 0) {
        all = ui_format(ui, words(scene, "%s, %s"), all,
                        difficulty_name(scene, card->difficulty));
    }
    for (int i = 0; card->attempts > 0 && i < RP_SCORES; i++) {
        if (card->best_bp[i] != RP_NOT_ASSESSED) {
            all = ui_format(ui, words(scene, "%s, %s %d"), all,
                            score_name(scene, (rp_score_kind)i),
                            (int)(card->best_bp[i] / 100));
        }
    }
    all = ui_format(ui, words(scene, "%s, %s"), all,
                    library_status_name(scene, library_status_of(card)));
    return is_suggested(scene, item)
               ? ui_format(ui, words(scene, "%s, %s"), all,
                           words(scene, "Suggested next"))
               : all;
}

void library_show(screen_scene *scene, const library_item *item)
{
    ui_context *ui = scene->ui;
    const rp_card *card = &scene->view->library.cards[item->card];
    ui_press_spec press = {.box = {.id = ui_format(ui, "open-%s", card->id),
                                   .pad = ui_pad_none(),
                                   .align = UI_FILL},
                           .look = UI_LOOK_CARD,
                           .label = card->title,
                           .value = spoken(scene, item, card)};

    if (ui_begin_press(ui, &press)) {
        want_text(scene, RP_INTENT_OPEN, card->path);
        scene->kept->has_told_faults = false;
    }
    if (card->face[0] != '\0') {
        ui_portrait(ui, &(ui_portrait_spec){.person = card->face,
                                            .mood = UI_MOOD_NEUTRAL,
                                            .width = {.px = FACE_PX},
                                            .height = {.grow = 1}});
    }
    ui_begin_column(
        ui, &(ui_box){.gap = 4, .width = {.grow = 1}, .pad = {14, 14, 14, 10}});
    ui_text(ui, card->title, &ui_strong);
    about(scene, item, card);
    if (!card->is_broken) {
        ui_gap(ui, 2);
        facts(scene, card);
    }
    ui_spacer(ui);
    status(scene, item, card);
    ui_end(ui);
    ui_end(ui);
}
