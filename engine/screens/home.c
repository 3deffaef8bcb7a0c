/*
 * Home: one thing to do next, and what was done last.
 */
#include "screens_internal.h"

static const rp_card *next_card(const rp_library_view *library)
{
    const rp_card *first = NULL;

    for (uint32_t i = 0; i < library->card_count; i++) {
        const rp_card *card = &library->cards[i];
        if (!card->is_broken && (first == NULL || card->attempts == 0)) {
            first = first == NULL || first->attempts > 0 ? card : first;
        }
    }
    return first;
}

static void next_practice(screen_scene *scene, const rp_card *card)
{
    ui_context *ui = scene->ui;

    ui_begin_card(ui, &(ui_box){.gap = 8});
    ui_text(ui, words(scene, "Next practice"), &ui_note);
    ui_text(ui, card->title, &ui_heading);
    ui_text(ui, card->situation, &ui_support);
    ui_begin_row(ui, NULL);
    if (ui_button(ui, &(ui_button_spec){.id = "start-next",
                                        .label = words(scene, "Start practice"),
                                        .kind = UI_PRIMARY})) {
        want_text(scene, RP_INTENT_OPEN, card->path);
    }
    ui_end(ui);
    ui_end(ui);
}

static void frame(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_library_view *library = &scene->view->library;
    const rp_card *next = next_card(library);
    ui_hint_spec hints[] = {
        {.key = UI_KEY_ENTER, .label = words(scene, "start")},
        {.key = UI_KEY_TAB, .label = words(scene, "move")},
    };

    ui_screen(ui, "home",
              library->has_unfinished ? "resume"
              : next != NULL          ? "start-next"
                                      : NULL);
    begin_shell(scene);
    begin_page(scene, "home", words(scene, "Home"));
    ui_text(ui, words(scene, "Welcome"), &ui_title);
    if (library->has_unfinished) {
        resume_card(scene);
    }
    if (next != NULL) {
        next_practice(scene, next);
    }
    ui_end(ui);
    end_shell(scene, hints, (int)(sizeof hints / sizeof hints[0]));
}

const screen screen_home = {.name = "home", .frame = frame};
