/*
 * The questions of a form: few short answers lie side by side as tiles, all
 * others stand under each other.
 */
#include <string.h>

#include "call_parts.h"

enum {
    TILES_MAX = 4
};

/* The first question takes 1..9, the second Shift 1..9. */
static ui_key answer_key(uint32_t ask_idx, uint32_t answer_idx)
{
    static const ui_key modifiers[] = {0, UI_SHIFT};

    if (ask_idx >= sizeof modifiers / sizeof modifiers[0] ||
        answer_idx >= FORM_KEYED_MAX) {
        return UI_KEY_NONE;
    }
    return modifiers[ask_idx] | (ui_key)('1' + answer_idx);
}

/* Answers of these names have a picture; an ask shows them for all its
 * answers or for none. */
static const char *answer_icon(const char *id)
{
    static const char *const icons[][2] = {
        {"general", "help"},        {"enquiry", "help"},
        {"urgent", "urgent"},       {"complex", "complex"},
        {"complaint", "complaint"}, {"request", "settings"},
        {"service", "settings"},    {"fault", "warning"},
    };

    for (size_t i = 0; i < sizeof icons / sizeof icons[0]; i++) {
        if (strcmp(icons[i][0], id) == 0) {
            return icons[i][1];
        }
    }
    return NULL;
}

static bool has_icons(const rp_ask_view *ask)
{
    for (uint32_t i = 0; i < ask->answer_count; i++) {
        if (answer_icon(ask->answers[i].id) == NULL) {
            return false;
        }
    }
    return ask->answer_count > 0;
}

static void answer_picture(screen_scene *scene, const rp_ask_view *ask,
                           const rp_answer_view *answer)
{
    if (has_icons(ask)) {
        ui_icon(
            scene->ui,
            &(ui_icon_spec){.name = answer_icon(answer->id),
                            .color = answer->is_chosen ? UI_ACCENT : UI_INK2});
    }
}

/* The words and the key of an answer, and the end of what holds them. */
static void end_answer(screen_scene *scene, const rp_answer_view *answer,
                       ui_key key)
{
    ui_context *ui = scene->ui;
    ui_style text = answer->is_chosen ? ui_strong : ui_body;

    text.width = (ui_size){.grow = 1};
    ui_text(ui, answer->text, &text);
    if (key != UI_KEY_NONE) {
        ui_key_cap(ui, key);
    }
    ui_end(ui);
}

static void answer_press(screen_scene *scene, const rp_ask_view *ask,
                         uint32_t ask_idx, uint32_t index)
{
    ui_context *ui = scene->ui;
    const rp_answer_view *answer = &ask->answers[index];
    ui_key key = answer_key(ask_idx, index);

    if (ui_begin_press(
            ui, &(ui_press_spec){
                    .box = {.id = ui_format(ui, "answer-%s-%s", ask->id,
                                            answer->id),
                            .gap = 12,
                            .pad = ui_pad_xy(16, 8),
                            .width = {.grow = 1},
                            .height = {.min = 46},
                            .role = ask->many ? UI_ROLE_CHECK : UI_ROLE_RADIO},
                    .look = UI_LOOK_ROW,
                    .label = answer->text,
                    .is_selected = answer->is_chosen,
                    .is_radio = !ask->many,
                    .has_inner_ring = true,
                    .key = key})) {
        want(scene, RP_INTENT_CHOOSE, answer->bit);
    }
    if (ask->many) {
        ui_check_mark(ui, answer->is_chosen);
    } else {
        ui_radio_mark(ui, answer->is_chosen);
    }
    answer_picture(scene, ask, answer);
    end_answer(scene, answer, key);
}

/* A picture over the words where the answers have any. */
static void tile_content(screen_scene *scene, const rp_ask_view *ask,
                         const rp_answer_view *answer, ui_key key)
{
    ui_context *ui = scene->ui;
    ui_style text = answer->is_chosen ? ui_strong : ui_body;

    if (!has_icons(ask)) {
        end_answer(scene, answer, key);
        return;
    }
    text.width = (ui_size){.grow = 1};
    ui_begin_row(ui, NULL);
    answer_picture(scene, ask, answer);
    ui_spacer(ui);
    if (key != UI_KEY_NONE) {
        ui_key_cap(ui, key);
    }
    ui_end(ui);
    ui_text(ui, answer->text, &text);
    ui_end(ui);
}

static void answer_tile(screen_scene *scene, const rp_ask_view *ask,
                        uint32_t ask_idx, uint32_t index)
{
    ui_context *ui = scene->ui;
    const rp_answer_view *answer = &ask->answers[index];
    ui_key key = answer_key(ask_idx, index);

    if (ui_begin_press(
            ui, &(ui_press_spec){
                    .box = {.id = ui_format(ui, "answer-%s-%s", ask->id,
                                            answer->id),
                            .gap = 8,
                            .pad = ui_pad_all(14),
                            .width = {.grow = 1},
                            .height = {.min = 56},
                            .align = has_icons(ask) ? UI_ALIGN_AUTO : UI_START},
                    .look = UI_LOOK_CHOICE,
                    .label = answer->text,
                    .is_column = has_icons(ask),
                    .is_selected = answer->is_chosen,
                    .is_radio = true,
                    .key = key})) {
        want(scene, RP_INTENT_CHOOSE, answer->bit);
    }
    tile_content(scene, ask, answer, key);
}

/* Few, short, exclusive answers lie side by side as tiles. */
static bool is_tiled(const rp_ask_view *ask)
{
    if (ask->many || ask->answer_count > TILES_MAX) {
        return false;
    }
    for (uint32_t i = 0; i < ask->answer_count; i++) {
        if (rp_utf8_count(ask->answers[i].text) > 28) {
            return false;
        }
    }
    return true;
}

static void tiles(screen_scene *scene, const rp_ask_view *ask, uint32_t ask_idx)
{
    ui_context *ui = scene->ui;

    ui_begin_grid(ui, &(ui_box){.columns = (int16_t)ask->answer_count,
                                .gap = 12,
                                .role = UI_ROLE_GROUP,
                                .label = ask->text,
                                .arrows = UI_ARROWS_HORIZONTAL});
    for (uint32_t i = 0; i < ask->answer_count; i++) {
        answer_tile(scene, ask, ask_idx, i);
    }
    ui_end(ui);
}

static void rows(screen_scene *scene, const rp_ask_view *ask, uint32_t ask_idx)
{
    ui_context *ui = scene->ui;

    ui_begin_card(ui, &(ui_box){.pad = ui_pad_none(),
                                .role = UI_ROLE_GROUP,
                                .label = ask->text,
                                .arrows = UI_ARROWS_VERTICAL});
    for (uint32_t i = 0; i < ask->answer_count; i++) {
        if (i > 0) {
            ui_divider(ui);
        }
        answer_press(scene, ask, ask_idx, i);
    }
    ui_end(ui);
}

void form_question(screen_scene *scene, const rp_ask_view *ask,
                   uint32_t ask_idx)
{
    ui_context *ui = scene->ui;

    ui_text(ui, ask->text, &ui_subhead);
    if (is_tiled(ask)) {
        tiles(scene, ask, ask_idx);
    } else {
        rows(scene, ask, ask_idx);
    }
    ui_gap(ui, 4);
}
