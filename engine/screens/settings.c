/*
 * Settings: one table of rows says what a person may choose, and both places
 * that show it read that table: the place in the shell, in cards, and the
 * dialog inside a call. A change is kept the moment it is made.
 */
#include "settings.h"

#include <string.h>

typedef struct setting_card {
    const char *title;
    const setting_row *rows;
    int row_count;
    int column; /* of two */
    /* Shown in the card instead of the rows; NULL: the rows. */
    void (*body)(screen_scene *scene);
} setting_card;

/* ------------------------------------------------------------------ rows */

#define FIELD(member) offsetof(rp_settings, member)

static const setting_row language_rows[] = {
    {.name = "language",
     .icon = "globe",
     .label = RP_WORD("Language"),
     .control = language_control},
};

static const setting_row theme_rows[] = {
    {.name = "theme",
     .icon = "contrast",
     .label = RP_WORD("Look"),
     .control = theme_control},
};

static const setting_row size_rows[] = {
    {.name = "text_percent",
     .icon = "text",
     .label = RP_WORD("Text size"),
     .control = size_control},
};

static const setting_row timer_rows[] = {
    {.name = "silence_off",
     .icon = "timer",
     .label = RP_WORD("Silence timer"),
     .control = toggle_control,
     .offset = FIELD(silence_off),
     .is_opposite = true},
    {.name = "timer_percent",
     .icon = "patience",
     .label = RP_WORD("Time before silence costs"),
     .control = factor_control,
     .needs_silence = true},
    {.name = "hide_clock",
     .icon = "clock",
     .label = RP_WORD("Show the call clock"),
     .control = toggle_control,
     .offset = FIELD(hide_clock),
     .is_opposite = true},
};

static const setting_row sound_rows[] = {
    {.name = "customer_voice",
     .icon = "voice",
     .label = RP_WORD("Customer speaks aloud"),
     .note = RP_WORD("Text is always shown as well"),
     .control = toggle_control,
     .offset = FIELD(customer_voice)},
    {.name = "voice_volume",
     .icon = "volume",
     .label = RP_WORD("Volume"),
     .control = volume_control},
    {.name = "voice_rate",
     .icon = "clock",
     .label = RP_WORD("Speaking rate"),
     .control = rate_control},
    {.name = "read_aloud",
     .icon = "ear",
     .label = RP_WORD("Read the screen aloud"),
     .note = RP_WORD("What has the focus, and what happens"),
     .control = toggle_control,
     .offset = FIELD(read_aloud)},
    {.name = "show_spoken",
     .icon = "eye",
     .label = RP_WORD("Show what is spoken"),
     .note = RP_WORD("In a line above the footer"),
     .control = toggle_control,
     .offset = FIELD(show_spoken)},
};

static const setting_row comfort_rows[] = {
    {.name = "reduced_motion",
     .icon = "calm",
     .label = RP_WORD("Less motion"),
     .note = RP_WORD("Faces change without a fade"),
     .control = toggle_control,
     .offset = FIELD(reduced_motion)},
    {.name = "wide_spacing",
     .icon = "text",
     .label = RP_WORD("Wider spacing"),
     .note = RP_WORD("Letters, words and lines stand further apart"),
     .control = toggle_control,
     .offset = FIELD(wide_spacing)},
    {.name = "number_answers",
     .icon = "keyboard",
     .label = RP_WORD("A number key answers at once"),
     .note = RP_WORD("Off: the key selects, Enter says it"),
     .control = toggle_control,
     .offset = FIELD(number_answers)},
    {.name = "hide_keys",
     .icon = "keyboard",
     .label = RP_WORD("Show shortcuts in the footer"),
     .control = toggle_control,
     .offset = FIELD(hide_keys),
     .is_opposite = true},
};

static bool is_shown(const screen_scene *scene, const setting_row *row)
{
    return !row->needs_silence || !settings_of(scene)->silence_off;
}

static void row_words(screen_scene *scene, const setting_row *row, bool is_bold)
{
    ui_context *ui = scene->ui;
    ui_style label = is_bold ? ui_strong : ui_body;

    ui_begin_column(ui, &(ui_box){.width = {.grow = 1}});
    ui_text(ui, words(scene, row->label), &label);
    if (row->note != NULL) {
        ui_text(ui, words(scene, row->note), &ui_quiet);
    }
    ui_end(ui);
}

static void show_row(screen_scene *scene, const setting_row *row, bool is_bold)
{
    ui_context *ui = scene->ui;
    int16_t height = (int16_t)ui_with_half_text(ui, 44);

    ui_begin_row(ui, &(ui_box){.gap = 12,
                               .pad = ui_pad_xy(0, 2),
                               .height = {.min = height}});
    ui_icon(ui, &(ui_icon_spec){.name = row->icon});
    row_words(scene, row, is_bold);
    row->control(scene, row);
    ui_end(ui);
}

/* Which voice speaks, or what is missing for it. */
static void voice_status(screen_scene *scene)
{
    ui_style status = ui_note;

    if (scene->voice->status != NULL) {
        status.width = (ui_size){.grow = 1};
        ui_text(scene->ui, scene->voice->status, &status);
    }
}

static void show_rows(screen_scene *scene, const setting_card *card)
{
    int shown = 0;

    for (int i = 0; i < card->row_count; i++) {
        if (!is_shown(scene, &card->rows[i])) {
            continue;
        }
        if (shown++ > 0) {
            ui_divider(scene->ui);
        }
        show_row(scene, &card->rows[i], false);
    }
    if (card->rows == sound_rows) {
        voice_status(scene);
    }
}

/* ----------------------------------------------------------------- cards */

static void language_card(screen_scene *scene)
{
    show_row(scene, &language_rows[0], true);
}

/* A sample of the least and of the most. */
static void letter(screen_scene *scene, const ui_style *size)
{
    ui_style style = *size;

    style.is_silent = true;
    ui_text(scene->ui, "A", &style);
}

static void size_card(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    ui_style sample = ui_body;

    ui_begin_row(ui, &(ui_box){.gap = 16, .align = UI_START});
    letter(scene, &ui_small);
    size_slider(scene, (ui_size){.grow = 1}, 25);
    letter(scene, &ui_current);
    ui_end(ui);
    sample.width = (ui_size){.grow = 1};
    ui_begin_row(ui, &(ui_box){.fill = UI_SUNKEN,
                               .radius = UI_RADIUS_BUTTON,
                               .pad = ui_pad_xy(16, 12)});
    ui_text(ui, words(scene, "“Twenty minutes is a long wait, and I’m sorry.”"),
            &sample);
    ui_end(ui);
}

/* ------------------------------------------------------- place and dialog */

#define ROWS(rows) (rows), (int)(sizeof(rows) / sizeof(rows)[0])

static const setting_card cards[] = {
    {RP_WORD("Language"), ROWS(language_rows), 0, language_card},
    {RP_WORD("Look"), ROWS(theme_rows), 0, theme_tiles},
    {RP_WORD("Text size"), ROWS(size_rows), 0, size_card},
    {RP_WORD("Timers"), ROWS(timer_rows), 0, NULL},
    {RP_WORD("Sound"), ROWS(sound_rows), 1, NULL},
    {RP_WORD("Comfort"), ROWS(comfort_rows), 1, NULL},
};

enum {
    CARD_COUNT = sizeof cards / sizeof cards[0]
};

static void card_title(screen_scene *scene, const setting_card *card)
{
    ui_context *ui = scene->ui;
    ui_style title = ui_subhead;

    if (card->body == language_card) {
        return; /* its only row says it */
    }
    title.width = (ui_size){.grow = 1};
    ui_begin_row(ui, &(ui_box){.gap = 12});
    ui_text(ui, words(scene, card->title), &title);
    if (card->body == size_card) {
        size_shown(scene, UI_ACCENT);
    }
    ui_end(ui);
}

static void show_card(screen_scene *scene, const setting_card *card)
{
    ui_context *ui = scene->ui;

    bool has_title = card->body != language_card;
    ui_begin_card(ui, &(ui_box){.gap = card->body == NULL ? 4 : 10,
                                .pad = ui_pad_xy(20, has_title ? 16 : 12)});
    card_title(scene, card);
    if (card->body != NULL) {
        card->body(scene);
    } else {
        show_rows(scene, card);
    }
    ui_end(ui);
}

static void show_column(screen_scene *scene, int column)
{
    ui_begin_column(scene->ui, &(ui_box){.width = {.grow = 1}, .gap = 16});
    for (int i = 0; i < CARD_COUNT; i++) {
        if (cards[i].column == column) {
            show_card(scene, &cards[i]);
        }
    }
    ui_end(scene->ui);
}

static void all_cards(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    ui_box box = {.gap = ui_width(ui) == UI_COMPACT ? 16 : 20,
                  .align = UI_FILL,
                  .width = {.max = 1440}};

    if (ui_width(ui) == UI_COMPACT) {
        ui_begin_column(ui, &box);
    } else {
        box.align = UI_START;
        ui_begin_row(ui, &box);
    }
    show_column(scene, 0);
    show_column(scene, 1);
    ui_end(ui);
}

static void frame(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    bool is_narrow = ui_width(ui) == UI_COMPACT;
    ui_hint_spec hints[] = {
        {.key = UI_KEY_TAB, .label = words(scene, "next")},
        {.key = UI_KEY_LEFT,
         .last = UI_KEY_RIGHT,
         .label = words(scene, "change")},
        {.key = UI_KEY_ESCAPE, .label = words(scene, "back")},
        {.key = UI_CTRL | '+', .label = words(scene, "larger text")},
        {.key = UI_CTRL | '-', .label = words(scene, "smaller text")},
    };
    ui_hint_spec kept = {.icon = "check",
                         .label =
                             words(scene, "Changes are kept as you make them")};

    ui_screen(ui, "settings",
              ui_format(ui, "set-language.%d",
                        strcmp(settings_of(scene)->language, "zh") == 0));
    begin_shell(scene);
    begin_page(scene, "settings-page", words(scene, "Settings"));
    ui_text(ui, words(scene, "Settings"), &ui_title);
    all_cards(scene);
    ui_end(ui);
    end_shell_saying(scene, hints, is_narrow ? 3 : 5, &kept);
    if (ui_shortcut(ui, UI_KEY_ESCAPE)) {
        want(scene, RP_INTENT_GO, scene->came_from);
    }
}

void settings_body(screen_scene *scene)
{
    ui_context *ui = scene->ui;

    ui_begin_scroll(ui, &(ui_scroll_spec){.box = {.id = "settings-rows",
                                                  .height = {.max = 440},
                                                  .pad = {0, 0, 16, 0}}});
    for (int i = 0; i < CARD_COUNT; i++) {
        if (i > 0) {
            ui_divider(ui);
        }
        show_rows(scene, &cards[i]);
    }
    ui_end(ui);
}

const screen screen_settings = {.name = "settings", .frame = frame};
