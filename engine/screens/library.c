/*
 * The library: everything that can be practised, what is known of it, and the
 * search.
 */
#include "library.h"

#include <stdio.h>
#include <string.h>

enum {
    SEARCH_PX = 320,
    CARD_PX = 168,
    COMPACT_COLUMNS = 2,
    REGULAR_COLUMNS = 3,
    WIDE_COLUMNS = 4,
    ONE_COLUMN_BELOW = 760
};

/* ------------------------------------------------------------------ search */

/* Asks for what is typed, unless it is answered; never under a dialog. */
static void ask(screen_scene *scene)
{
    const library_kept *kept = &scene->kept->library;

    if (kept->query[0] == '\0' || scene->kept->open != DIALOG_NONE ||
        library_is_answered(scene->view, kept) ||
        scene->intent->kind != RP_INTENT_NONE) {
        return;
    }
    want_text(scene, RP_INTENT_SEARCH, kept->query);
    scene->intent->index = 1U << RP_HIT_SCENARIO;
    scene->intent->number = scene->view->library.card_count;
}

static void search(screen_scene *scene, ui_size width)
{
    ui_context *ui = scene->ui;
    library_kept *kept = &scene->kept->library;

    (void)ui_text_field(
        ui, &(ui_field_spec){.id = "search",
                             .label = words(scene, "Search the library"),
                             .placeholder =
                                 words(scene, "Search title, person or phrase"),
                             .text = kept->query,
                             .capacity = sizeof kept->query,
                             .icon = "search",
                             .key = '/',
                             .width = width});
    if (kept->query[0] != '\0' &&
        ui_button(ui, &(ui_button_spec){.id = "clear-search",
                                        .label = words(scene, "Clear search"),
                                        .icon = "close",
                                        .kind = UI_PLAIN,
                                        .hides_label = true})) {
        kept->query[0] = '\0';
    }
}

static void head(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    bool is_narrow = ui_effective_width(ui) < ONE_COLUMN_BELOW;
    ui_style title = ui_title;

    title.width = (ui_size){.grow = is_narrow ? 0 : 1};
    if (is_narrow) {
        ui_begin_column(ui, &(ui_box){.gap = 8});
        ui_text(ui, words(scene, "Library"), &title);
        ui_begin_row(ui, &(ui_box){.gap = 4});
        search(scene, (ui_size){.grow = 1});
        ui_end(ui);
        ui_end(ui);
        return;
    }
    ui_begin_row(ui, &(ui_box){.gap = 4});
    ui_text(ui, words(scene, "Library"), &title);
    search(scene, (ui_size){.px = SEARCH_PX});
    ui_end(ui);
}

/* -------------------------------------------------------------------- grid */

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

static int16_t columns_of(const screen_scene *scene)
{
    if (ui_effective_width(scene->ui) < ONE_COLUMN_BELOW) {
        return 1;
    }
    switch (ui_width(scene->ui)) {
    case UI_COMPACT: return COMPACT_COLUMNS;
    case UI_REGULAR: return REGULAR_COLUMNS;
    case UI_WIDE: break;
    }
    return WIDE_COLUMNS;
}

/* Where the suggested card stands, from 1; 0: it is not shown. */
static uint32_t suggested_item(const screen_scene *scene)
{
    const rp_home_view *home = &scene->view->home;

    for (uint32_t i = 0; home->idea_count > 0 && i < scene->sieve->count; i++) {
        if (scene->sieve->items[i].card == home->ideas[0].card) {
            return i + 1;
        }
    }
    return 0;
}

static void grid(screen_scene *scene, uint32_t wanted, int16_t pad)
{
    ui_context *ui = scene->ui;
    const library_sieve *sieve = scene->sieve;
    ui_rows rows = ui_begin_rows(
        ui, &(ui_rows_spec){.box = {.id = "library",
                                    .label = words(scene, "Scenarios"),
                                    .height = {.grow = 1},
                                    .pad = {pad, 8, pad, 8},
                                    .gap = 18,
                                    .has_loose_arrows = true},
                            .count = sieve->count,
                            .columns = columns_of(scene),
                            .row_px = CARD_PX,
                            .wanted = wanted});

    for (uint32_t item = 0; ui_next_item(ui, &rows, &item);) {
        library_show(scene, &sieve->items[item]);
    }
    ui_end_rows(ui, &rows);
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

static void body(screen_scene *scene, uint32_t wanted)
{
    ui_context *ui = scene->ui;
    int16_t pad = ui_width(ui) == UI_COMPACT ? 20 : 40;
    const library_kept *kept = &scene->kept->library;
    bool is_waiting =
        kept->query[0] != '\0' && !library_is_answered(scene->view, kept);

    ui_begin_column(ui, &(ui_box){.gap = 16,
                                  .pad = {pad, 24, pad, 8},
                                  .role = UI_ROLE_AREA,
                                  .label = words(scene, "Library")});
    head(scene);
    library_filters(scene);
    if (scene->view->library.card_count == 0) {
        empty_list(scene);
    }
    ui_end(ui);
    if (scene->sieve->count > 0 || is_waiting) {
        grid(scene, wanted, pad);
    } else if (scene->view->library.card_count > 0) {
        library_nothing(scene);
    }
}

static void keys(screen_scene *scene)
{
    const library_kept *kept = &scene->kept->library;
    bool is_narrowed =
        kept->query[0] != '\0' || !library_is_open(&kept->filter);

    if (is_narrowed && scene->sieve->count > 0 &&
        ui_shortcut(scene->ui, UI_KEY_ESCAPE)) {
        library_clear(scene);
    }
}

static void frame(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_library_view *library = &scene->view->library;
    ui_hint_spec hints[] = {
        {.key = UI_KEY_UP,
         .last = UI_KEY_DOWN,
         .label = words(scene, "choose")},
        {.key = UI_KEY_ENTER, .label = words(scene, "open")},
        {.key = '/', .label = words(scene, "search")},
        {.key = 'f', .label = words(scene, "filters")},
    };

    library_sift(scene->sieve, scene->view, &scene->kept->library);
    uint32_t wanted = suggested_item(scene);
    wanted = wanted > 0 ? wanted : scene->sieve->count > 0;
    const char *first = "search";
    if (wanted > 0) {
        const library_item *item = &scene->sieve->items[wanted - 1];
        first = ui_format(ui, "open-%s", library->cards[item->card].id);
    }
    ui_screen(ui, "library", first);
    begin_shell(scene);
    body(scene, wanted);
    keys(scene);
    end_shell(scene, hints, (int)(sizeof hints / sizeof hints[0]));
    ask(scene);
    tell_faults(scene);
}

const screen screen_library = {.name = "library", .frame = frame};
