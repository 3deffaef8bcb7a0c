/*
 * The wrap-up form: questions answered together and sent as one move, beside
 * what was pinned, noted and promised in the call.
 */
#include <string.h>

#include "call_parts.h"

enum {
    SIDE_PX = 352,
    ROOMY_PX = 800 /* effective: from here the footer has room for all keys */
};

static const char *how_it_ended(const screen_scene *scene)
{
    const rp_call_view *call = &scene->view->call;

    if (call->is_exam) {
        return clock_text(scene, call->clock_ms);
    }
    return ui_format(scene->ui, words(scene, "%s, mood at the end: %s"),
                     clock_text(scene, call->clock_ms),
                     mood_word(scene, call->mood.word));
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
    call_avatar(scene, 52);
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1}});
    ui_text(ui, call->customer, &ui_subhead);
    ui_text(ui, how_it_ended(scene), &ui_note);
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

/* One form after another: the next begins at its first answer too. */
static void lead_focus(screen_scene *scene)
{
    const rp_call_view *call = &scene->view->call;

    if (scene->kept->has_turn && scene->kept->turn_moves != call->moves) {
        ui_focus(scene->ui, first_answer(scene));
    }
    scene->kept->has_turn = true;
    scene->kept->turn_moves = call->moves;
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

    return count < FORM_KEYED_MAX ? count : FORM_KEYED_MAX;
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
        form_question(scene, &call->asks[i], i);
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
    lead_focus(scene);
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
