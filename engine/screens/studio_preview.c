/*
 * The preview: a turn as a trainee would see it, in a state that can really
 * occur, and what every reply would bring. Trying one goes on from there.
 */
#include <stdlib.h>
#include <string.h>

#include "studio.h"

void studio_ask_preview(screen_scene *scene, rp_moment moment)
{
    const rp_graph_node *node = studio_node(scene, scene->kept->studio.node);

    if (node != NULL && scene->intent->kind == RP_INTENT_NONE) {
        *scene->intent = (rp_intent){.kind = RP_INTENT_PREVIEW,
                                     .index = (uint32_t)moment,
                                     .text = node->id};
        scene->kept->studio.part = STUDIO_PREVIEW;
    }
}

static void ask_again(screen_scene *scene, rp_moment moment)
{
    if (scene->intent->kind == RP_INTENT_NONE) {
        *scene->intent = (rp_intent){.kind = RP_INTENT_PREVIEW,
                                     .index = (uint32_t)moment,
                                     .text = scene->view->studio.preview.node};
    }
}

static void moments(screen_scene *scene)
{
    const rp_studio_preview *preview = &scene->view->studio.preview;
    ui_choice items[RP_MOMENTS] = {
        [RP_MOMENT_LIKELIEST] = {.label = words(scene, "Likeliest")},
        [RP_MOMENT_BEST] = {.label = words(scene, "Best")},
        [RP_MOMENT_WORST] = {.label = words(scene, "Worst")},
    };
    int chosen = ui_segment(
        scene->ui, &(ui_choices_spec){.id = "moment",
                                      .label = words(scene, "Which moment"),
                                      .items = items,
                                      .count = RP_MOMENTS,
                                      .selected = (int)preview->moment});

    if (chosen != (int)preview->moment) {
        ask_again(scene, (rp_moment)chosen);
    }
}

/* ----------------------------------------------------------- the customer */

static void said_now(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_studio_preview *preview = &scene->view->studio.preview;
    ui_style line = ui_body;

    for (uint32_t i = 0; i < preview->said_count; i++) {
        ui_rich_spec rich = {.text = marked_text(scene, &preview->said[i].line),
                             .style = &line};
        (void)ui_rich(ui, &rich);
    }
}

static void customer(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_studio_preview *preview = &scene->view->studio.preview;
    const rp_mood_view *mood = &preview->mood;

    ui_begin_row(ui, &(ui_box){.gap = 12, .align = UI_START});
    ui_portrait(
        ui, &(ui_portrait_spec){
                .id = "preview-portrait",
                .person = preview->face,
                .mood = (ui_mood)mood->word,
                .width = {.px = 76},
                .height = {.px = 88},
                .radius = 10,
                .label = portrait_label(scene, preview->customer, mood->word)});
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1}, .gap = 4});
    ui_text(ui, preview->customer, &ui_note);
    said_now(scene);
    ui_end(ui);
    ui_end(ui);
    ui_text(ui,
            ui_format(ui, words(scene, "%s: calm %d, trust %d, patience %d"),
                      mood_word(scene, mood->word), mood->now[RP_CALM],
                      mood->now[RP_TRUST], mood->now[RP_PATIENCE]),
            &ui_note);
}

/* ---------------------------------------------------------------- replies */

/* What a reply brings: points, where it leads, what it costs. */
static void outcome(screen_scene *scene, const rp_studio_reply *reply)
{
    ui_context *ui = scene->ui;
    ui_style to = ui_note;

    ui_begin_row(ui, &(ui_box){.gap = 8, .line_gap = 2, .wraps = true});
    for (int score = 0; score < RP_SCORES; score++) {
        if (reply->points[score] != 0) {
            ui_score(ui, &(ui_score_spec){.skill = (ui_skill)score,
                                          .value = reply->points[score],
                                          .is_delta = true});
        }
    }
    to.is_one_line = true;
    ui_text(ui,
            reply->to != NULL ? ui_format(ui, "→ %s", reply->to)
                              : words(scene, "stays here"),
            &to);
    if (reply->closes_door) {
        ui_tag(ui, &(ui_tag_spec){.label = words(scene, "closes the door"),
                                  .icon = "error",
                                  .tone = UI_TONE_DANGER});
    } else if (reply->cost_bp > 0) {
        long long cost = (long long)reply->cost_bp;
        ui_tag(ui, &(ui_tag_spec){.label = ui_format(
                                      ui, words(scene, "costs %lld.%02lld%%"),
                                      cost / 100, cost % 100),
                                  .icon = "trend-down",
                                  .tone = UI_TONE_WARN});
    } else {
        ui_tag(ui, &(ui_tag_spec){.label = words(scene, "best"),
                                  .icon = "star",
                                  .tone = UI_TONE_ACCENT});
    }
    ui_end(ui);
}

/* The same in a sentence. */
static const char *outcome_spoken(const screen_scene *scene,
                                  const rp_studio_reply *reply)
{
    ui_context *ui = scene->ui;
    const char *to = reply->to != NULL
                         ? ui_format(ui, words(scene, "leads to %s"), reply->to)
                         : words(scene, "stays here");

    if (reply->closes_door) {
        return ui_format(ui, words(scene, "%s, closes the door"), to);
    }
    if (reply->cost_bp > 0) {
        long long cost = (long long)reply->cost_bp;
        return ui_format(ui, words(scene, "%s, costs %lld.%02lld%%"), to,
                         cost / 100, cost % 100);
    }
    return ui_format(ui, words(scene, "%s, best"), to);
}

static void number_box(screen_scene *scene, uint32_t number)
{
    ui_context *ui = scene->ui;
    ui_style style = ui_small_strong;

    style.align = UI_PACK_CENTER;
    style.is_one_line = true;
    ui_begin_row(ui, &(ui_box){.width = {.min = 24},
                               .height = {.min = 24},
                               .border = UI_LINE_STRONG,
                               .radius = UI_RADIUS_TAG,
                               .justify = UI_PACK_CENTER});
    ui_text(ui, ui_format(ui, "%u", (unsigned)number), &style);
    ui_end(ui);
}

static void reply_card(screen_scene *scene, uint32_t index)
{
    ui_context *ui = scene->ui;
    const rp_studio_reply *reply = &scene->view->studio.preview.replies[index];
    ui_style line = ui_small;

    line.width = (ui_size){.grow = 1};
    if (ui_begin_press(
            ui,
            &(ui_press_spec){
                .box = {.id = ui_format(ui, "try-%u",
                                        (unsigned)reply->reply.choice),
                        .gap = 10,
                        .pad = ui_pad_xy(10, 9),
                        .align = UI_START},
                .look = UI_LOOK_CHOICE,
                .label = ui_format(ui, words(scene, "Try reply %u. %s"),
                                   (unsigned)index + 1, reply->reply.line.text),
                .value = outcome_spoken(scene, reply)})) {
        want(scene, RP_INTENT_TRY, reply->reply.choice);
    }
    number_box(scene, index + 1);
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1}, .gap = 4});
    ui_rich_spec rich = {.text = marked_text(scene, &reply->reply.line),
                         .style = &line};
    (void)ui_rich(ui, &rich);
    outcome(scene, reply);
    ui_end(ui);
    ui_end(ui);
}

/* ------------------------------------------------------------------- how */

static void how(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_studio_preview *preview = &scene->view->studio.preview;

    ui_text(ui,
            ui_format(ui,
                      words(scene, "Fact set %u. A guesser gets here in %s of "
                                   "calls."),
                      (unsigned)preview->set,
                      studio_chance(scene, preview->chance)),
            &ui_note);
    if (preview->move_count > 0 && preview->how != NULL) {
        ui_style moves = ui_quiet;
        moves.width = (ui_size){.grow = 1};
        ui_text(ui,
                ui_format(ui,
                          rp_tr_n(scene->app, "After %u move: %s",
                                  "After %u moves: %s", preview->move_count),
                          (unsigned)preview->move_count, preview->how),
                &moves);
    }
}

static void back_button(screen_scene *scene)
{
    const rp_studio_preview *preview = &scene->view->studio.preview;

    if (preview->step_count == 0) {
        return;
    }
    ui_begin_row(scene->ui, NULL);
    if (ui_button(scene->ui,
                  &(ui_button_spec){
                      .id = "preview-back",
                      .label = ui_format(scene->ui, words(scene, "Back to %s"),
                                         preview->node),
                      .icon = "retry",
                      .kind = UI_PLAIN,
                      .size = UI_BUTTON_TINY})) {
        ask_again(scene, preview->moment);
    }
    ui_end(scene->ui);
}

static void body(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_studio_preview *preview = &scene->view->studio.preview;

    moments(scene);
    if (!preview->is_there) {
        ui_text(ui, preview->why_not != NULL ? preview->why_not : "",
                &ui_support);
        return;
    }
    customer(scene);
    for (uint32_t i = 0; i < preview->reply_count; i++) {
        reply_card(scene, i);
    }
    if (preview->reply_count == 0) {
        ui_text(ui, words(scene, "Here the call is over."), &ui_note);
    }
    back_button(scene);
    how(scene);
}

void studio_preview(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_studio_preview *preview = &scene->view->studio.preview;
    ui_style where = ui_note;

    where.is_one_line = true;
    where.truncates = true;
    ui_begin_card(ui, &(ui_box){.pad = ui_pad_all(16),
                                .gap = 12,
                                .role = UI_ROLE_AREA,
                                .label = words(scene, "Preview")});
    ui_begin_row(ui, &(ui_box){.gap = 8});
    ui_text(ui, words(scene, "Preview"), &ui_subhead);
    ui_spacer(ui);
    if (preview->node != NULL) {
        ui_text(ui, ui_format(ui, words(scene, "at %s"), preview->node),
                &where);
    }
    ui_end(ui);
    if (preview->node == NULL) {
        ui_text(ui,
                words(scene, "Choose a box of the graph and press Enter: the "
                             "turn is shown here as a trainee meets it."),
                &ui_note);
    } else {
        body(scene);
    }
    ui_end(ui);
}
