/*
 * The wrap-up form: questions answered together and sent as one move, beside
 * what was pinned, noted and promised in the call.
 */
#include <string.h>

#include "screens_internal.h"

enum {
    TILES_MAX = 4,
    SIDE_PX = 352,
    KEYED_MAX = 9,
    ROOMY_PX = 800 /* effective: from here the footer has room for all keys */
};

/* The first question takes 1..9, the second Shift 1..9. */
static ui_key answer_key(uint32_t ask_idx, uint32_t answer_idx)
{
    static const ui_key modifiers[] = {0, UI_SHIFT};

    if (ask_idx >= sizeof modifiers / sizeof modifiers[0] ||
        answer_idx >= KEYED_MAX) {
        return UI_KEY_NONE;
    }
    return modifiers[ask_idx] | (ui_key)('1' + answer_idx);
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
    end_answer(scene, answer, key);
}

static void answer_tile(screen_scene *scene, const rp_ask_view *ask,
                        uint32_t ask_idx, uint32_t index)
{
    ui_context *ui = scene->ui;
    const rp_answer_view *answer = &ask->answers[index];
    ui_key key = answer_key(ask_idx, index);

    if (ui_begin_press(
            ui, &(ui_press_spec){.box = {.id = ui_format(ui, "answer-%s-%s",
                                                         ask->id, answer->id),
                                         .gap = 8,
                                         .pad = ui_pad_all(14),
                                         .width = {.grow = 1},
                                         .height = {.min = 56},
                                         .align = UI_START},
                                 .look = UI_LOOK_CHOICE,
                                 .label = answer->text,
                                 .is_selected = answer->is_chosen,
                                 .is_radio = true,
                                 .key = key})) {
        want(scene, RP_INTENT_CHOOSE, answer->bit);
    }
    end_answer(scene, answer, key);
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

static void question(screen_scene *scene, const rp_ask_view *ask,
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

static void side(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;

    bool is_compact = ui_width(ui) == UI_COMPACT;

    ui_begin_card(ui, &(ui_box){.width = {.px = is_compact ? 0 : SIDE_PX},
                                .gap = 10,
                                .role = UI_ROLE_AREA,
                                .label = words(scene, "What was said")});
    ui_begin_row(ui, &(ui_box){.gap = 12});
    ui_avatar(ui, &(ui_avatar_spec){.person = call->face,
                                    .mood = (ui_mood)call->mood.word,
                                    .size_px = 52});
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1}});
    ui_text(ui, call->customer, &ui_subhead);
    ui_text(ui,
            ui_format(ui, words(scene, "%s, mood at the end: %s"),
                      clock_text(scene, call->clock_ms),
                      mood_word(scene, call->mood.word)),
            &ui_note);
    ui_end(ui);
    ui_end(ui);
    ui_divider(ui);
    ui_text(ui, words(scene, "What was said"), &ui_small_strong);
    note_lines(scene, call, false);
    if (call->note_count == 0) {
        ui_text(ui, words(scene, "Nothing was pinned or noted."), &ui_quiet);
    }
    if (call->promise_count > 0) {
        ui_gap(ui, 4);
        ui_text(ui, words(scene, "What you promised"), &ui_small_strong);
        promise_lines(scene, call->promises, call->promise_count);
    }
    ui_end(ui);
}

static bool is_answered(const rp_ask_view *ask)
{
    for (uint32_t i = 0; i < ask->answer_count; i++) {
        if (ask->answers[i].is_chosen) {
            return true;
        }
    }
    return false;
}

/* The first question without an answer; NULL: there is none. */
static const rp_ask_view *first_missing(const rp_call_view *call)
{
    for (uint32_t i = 0; i < call->ask_count; i++) {
        if (!is_answered(&call->asks[i])) {
            return &call->asks[i];
        }
    }
    return NULL;
}

static const char *answer_id(const screen_scene *scene, const rp_ask_view *ask)
{
    return ui_format(scene->ui, "answer-%s-%s", ask->id, ask->answers[0].id);
}

/* Filing too early leads to the question that is still open. */
static const char *file_note(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_ask_view *missing = first_missing(&scene->view->call);

    if (missing == NULL) {
        return words(scene, "Your choices are scored with the call.");
    }
    if (ui_shortcut(ui, UI_CTRL | UI_KEY_ENTER) && missing->answer_count > 0) {
        ui_focus(ui, answer_id(scene, missing));
    }
    return ui_format(ui, words(scene, "Still to answer: %s"), missing->text);
}

static void file_row(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;
    ui_style note = ui_note;

    note.width = (ui_size){.grow = 1};
    ui_begin_row(ui, &(ui_box){.gap = 16, .pad = {40, 8, 40, 12}});
    if (ui_button(ui,
                  &(ui_button_spec){.id = "file",
                                    .label = words(scene, "File the ticket"),
                                    .kind = UI_PRIMARY,
                                    .size = UI_BUTTON_LARGE,
                                    .key = UI_CTRL | UI_KEY_ENTER,
                                    .shows_key = true,
                                    .is_disabled = !call->form_is_complete})) {
        want(scene, RP_INTENT_FILE, 0);
    }
    ui_text(ui, file_note(scene), &note);
    ui_end(ui);
}

static const char *first_answer(const screen_scene *scene)
{
    const rp_call_view *call = &scene->view->call;

    if (call->ask_count == 0 || call->asks[0].answer_count == 0) {
        return "file";
    }
    return answer_id(scene, &call->asks[0]);
}

static void top_bar(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;
    ui_style time = ui_strong;

    time.is_tabular = true;
    if (begin_bar(scene, &(bar_spec){.back_id = "leave",
                                     .back_icon = "leave",
                                     .back_label = words(scene, "Leave"),
                                     .title = call->form_title != NULL
                                                  ? call->form_title
                                                  : words(scene, "Wrap-up"),
                                     .subtitle = call->title})) {
        scene->kept->open = DIALOG_LEAVE;
        want(scene, RP_INTENT_PAUSE, 1);
    }
    ui_spacer(ui);
    if (call->can_undo &&
        ui_button(ui, &(ui_button_spec){.id = "undo",
                                        .label = words(scene, "Take back"),
                                        .icon = "retry",
                                        .kind = UI_PLAIN,
                                        .key = UI_CTRL | 'z'})) {
        want(scene, RP_INTENT_UNDO, 0);
    }
    ui_icon(ui, &(ui_icon_spec){.name = "clock", .size_px = 18});
    ui_text(ui, clock_text(scene, call->clock_ms), &time);
    ui_end(ui);
    ui_divider(ui);
}

static uint32_t keyed_answers(const rp_call_view *call, uint32_t ask_idx)
{
    uint32_t count =
        ask_idx < call->ask_count ? call->asks[ask_idx].answer_count : 0;

    return count < KEYED_MAX ? count : KEYED_MAX;
}

static void form_footer(screen_scene *scene)
{
    const rp_call_view *call = &scene->view->call;
    const ui_key first = keyed_answers(call, 0);
    const ui_key second = keyed_answers(call, 1);
    ui_hint_spec hints[4];
    int count = 0;

    if (first > 0) {
        hints[count++] =
            (ui_hint_spec){.key = '1',
                           .last = '0' + first,
                           .is_range = true,
                           .label = words(scene, "first question")};
    }
    if (second > 0 && ui_effective_width(scene->ui) >= ROOMY_PX) {
        hints[count++] =
            (ui_hint_spec){.key = UI_SHIFT | '1',
                           .last = '0' + second,
                           .is_range = true,
                           .label = words(scene, "second question")};
    }
    hints[count++] = (ui_hint_spec){.key = UI_KEY_TAB,
                                    .label = words(scene, "next question")};
    hints[count++] = (ui_hint_spec){.key = UI_CTRL | UI_KEY_ENTER,
                                    .label = words(scene, "file")};
    footer(scene, hints, count);
}

static void questions(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;

    ui_begin_scroll(
        ui, &(ui_scroll_spec){.box = {.id = "questions",
                                      .width = {.grow = 1},
                                      .height = {.grow = 1},
                                      .pad = {40, 20, 24, 20},
                                      .gap = 10,
                                      .role = UI_ROLE_AREA,
                                      .label = words(scene, "Questions")},
                              .takes_pages = true});
    for (uint32_t i = 0; i < call->ask_count; i++) {
        question(scene, &call->asks[i], i);
    }
    if (ui_width(ui) == UI_COMPACT) {
        side(scene);
    }
    ui_end(ui);
}

static void frame(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    bool is_compact = ui_width(ui) == UI_COMPACT;

    ui_screen(ui, "form", first_answer(scene));
    top_bar(scene);
    ui_begin_row(ui, &(ui_box){.height = {.grow = 1},
                               .align = UI_FILL,
                               .pad = {0, 0, is_compact ? 16 : 40, 0},
                               .gap = 8});
    questions(scene);
    if (!is_compact) {
        ui_begin_scroll(ui, &(ui_scroll_spec){.box = {.id = "beside",
                                                      .width = {.px = SIDE_PX},
                                                      .height = {.grow = 1},
                                                      .pad = {0, 20, 0, 20}}});
        side(scene);
        ui_end(ui);
    }
    ui_end(ui);
    file_row(scene);
    form_footer(scene);
}

const screen screen_form = {.name = "form", .frame = frame};
