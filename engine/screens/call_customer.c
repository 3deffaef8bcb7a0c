/*
 * The customer: the face, whose turn it is, and the mood in one word and
 * three gauges.
 */
#include <string.h>

#include "screens_internal.h"

enum {
    HANG_UP_TICK = 20,
    LOW_BELOW = 20
};

static const char *const mood_icons[RP_MOODS] =
    {[RP_CALM] = "calm", [RP_TRUST] = "trust", [RP_PATIENCE] = "patience"};

static void gauge(screen_scene *scene, rp_mood_kind mood, bool is_short)
{
    const rp_mood_view *view = &scene->view->call.mood;

    ui_gauge(scene->ui,
             &(ui_gauge_spec){.id = ui_format(scene->ui, "gauge-%d", (int)mood),
                              .label = mood_name(scene, mood),
                              .icon = mood_icons[mood],
                              .value = view->now[mood],
                              .change = view->change[mood],
                              .tick = is_short ? 0 : HANG_UP_TICK,
                              .is_low = view->now[mood] < LOW_BELOW,
                              .is_short = is_short});
}

static const char *spoken_mood(const screen_scene *scene)
{
    const rp_call_view *call = &scene->view->call;
    const rp_mood_view *mood = &call->mood;

    return ui_format(
        scene->ui, words(scene, "%s, %s. Calm %d, trust %d, patience %d."),
        call->customer, mood_word(scene, mood->word), mood->now[RP_CALM],
        mood->now[RP_TRUST], mood->now[RP_PATIENCE]);
}

static const char *whose_turn(const screen_scene *scene)
{
    return scene->view->call.is_paused ? words(scene, "paused")
                                       : words(scene, "your turn");
}

static void name_and_turn(screen_scene *scene, bool is_compact)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;
    ui_style name = ui_subhead;
    ui_style turn = ui_small;

    name.width = (ui_size){.grow = 1};
    turn.color = UI_ACCENT;
    if (is_compact) {
        ui_text(ui, call->customer, &name);
        ui_text(ui, whose_turn(scene), &turn);
        return;
    }
    ui_begin_row(ui, &(ui_box){.gap = 8});
    ui_text(ui, call->customer, &name);
    ui_icon(ui, &(ui_icon_spec){
                    .name = "voice", .size_px = 16, .color = UI_ACCENT});
    ui_text(ui, whose_turn(scene), &turn);
    ui_end(ui);
    if (call->about != NULL) {
        ui_style about = ui_note;
        about.width = (ui_size){.grow = 1};
        ui_text(ui, call->about, &about);
    }
}

static void step_row(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;

    for (uint32_t i = 0; i < call->step_count; i++) {
        const rp_step_view *step = &call->steps[i];
        ui_begin_row(ui, &(ui_box){.gap = 8});
        ui_icon(ui, &(ui_icon_spec){
                        .name = step->is_done ? "check-circle" : "minus",
                        .size_px = 16,
                        .color = step->is_done ? UI_ACCENT : UI_INK3,
                        .label = step->is_done ? words(scene, "done")
                                               : words(scene, "open")});
        ui_text(ui, step->title, step->is_done ? &ui_small : &ui_quiet);
        ui_end(ui);
    }
}

/* How far the conversation has come; by name where there is room for it. */
static void step_bar(screen_scene *scene)
{
    enum {
        ROOMY_WINDOW = 900
    };

    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;
    int done = 0;

    for (uint32_t i = 0; i < call->step_count; i++) {
        done += call->steps[i].is_done;
    }
    const char *told = ui_format(ui, words(scene, "%d of %u steps"), done,
                                 (unsigned)call->step_count);
    ui_divider(ui);
    ui_text(ui, told, &ui_note);
    ui_steps(ui, &(ui_steps_spec){.done = done,
                                  .count = (int)call->step_count,
                                  .label = told});
    if (ui_window_height(ui) >= ROOMY_WINDOW) {
        step_row(scene);
    }
}

typedef struct portrait_box {
    int16_t width_px;
    int16_t height_px;
} portrait_box;

/* As wide as the column; lower where the window leaves no height for it. */
static portrait_box portrait_size(ui_context *ui)
{
    enum {
        LOW_WINDOW = 780
    };

    bool is_large = ui_get(ui)->text_percent >= 150;
    int width = 230;

    if (ui_width(ui) == UI_WIDE) {
        width = 346;
    } else if (ui_width(ui) == UI_COMPACT) {
        width = is_large ? 190 : 162;
    }
    int height = width * 5 / 4;
    if (ui_window_height(ui) < LOW_WINDOW) {
        height = width * 3 / 4;
    }
    return (portrait_box){(int16_t)width, (int16_t)height};
}

void call_customer(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;
    bool is_compact = ui_width(ui) == UI_COMPACT;
    bool is_large = ui_get(ui)->text_percent >= 150;
    portrait_box box = portrait_size(ui);
    ui_portrait(ui, &(ui_portrait_spec){
                        .id = "portrait",
                        .person = call->face,
                        .mood = (ui_mood)call->mood.word,
                        .width = {.px = box.width_px},
                        .height = {.grow = 1, .min = 96, .max = box.height_px},
                        .is_alive = true,
                        .label = portrait_label(scene, call->customer,
                                                call->mood.word)});
    name_and_turn(scene, is_compact);
    ui_divider(ui);
    ui_begin_column(ui, &(ui_box){.gap = is_compact ? 8 : 12,
                                  .role = UI_ROLE_GROUP,
                                  .label = spoken_mood(scene)});
    ui_mood_scale(
        ui, &(ui_mood_spec){
                .label = is_large ? NULL : words(scene, "Mood"),
                .mood = (ui_mood)call->mood.word,
                .word = mood_word(scene, call->mood.word),
                .low_end = is_compact ? NULL : mood_word(scene, RP_FURIOUS),
                .high_end = is_compact ? NULL : mood_word(scene, RP_PLEASED)});
    for (int mood = 0; mood < RP_MOODS; mood++) {
        gauge(scene, (rp_mood_kind)mood, false);
    }
    ui_end(ui);
    if (call->step_count > 0) {
        step_bar(scene);
    }
}

void call_customer_strip(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;

    ui_begin_column(ui, &(ui_box){.pad = {0, 0, 12, 0}});
    ui_begin_row(ui, &(ui_box){.gap = 12,
                               .role = UI_ROLE_GROUP,
                               .label = spoken_mood(scene)});
    ui_avatar(ui, &(ui_avatar_spec){.person = call->face,
                                    .mood = (ui_mood)call->mood.word,
                                    .size_px = 48});
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1}});
    ui_text(ui, call->customer, &ui_subhead);
    ui_text(ui, mood_word(scene, call->mood.word), &ui_note);
    ui_end(ui);
    for (int mood = 0; mood < RP_MOODS; mood++) {
        gauge(scene, (rp_mood_kind)mood, true);
    }
    ui_end(ui);
    ui_gap(ui, 8);
    ui_divider(ui);
    ui_end(ui);
}
