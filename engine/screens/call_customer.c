/*
 * The customer: the face, whose turn it is, and the mood in one word and
 * three gauges. How large the face is, and whether what can be seen stands
 * under it, the channel says; an exam shows the face and nothing else.
 */
#include <string.h>

#include "call_parts.h"

enum {
    HANG_UP_TICK = 20,
    LOW_BELOW = 20
};

static bool is_large_text(const screen_scene *scene)
{
    return ui_get(scene->ui)->text_percent >= 150;
}

const char *call_posture(const screen_scene *scene)
{
    const rp_call_view *call = &scene->view->call;
    const char *posture = NULL;

    if (!traits_of(scene)->has_posture) {
        return NULL;
    }
    for (uint32_t i = 0; i < call->said_count; i++) {
        if (call->said[i].is_current && call->said[i].cue != NULL) {
            posture = call->said[i].cue;
        }
    }
    return posture;
}

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
    const rp_call_view *call = &scene->view->call;

    if (call->is_paused) {
        return words(scene, "paused");
    }
    return call_is_speaking(call) ? words(scene, traits_of(scene)->speaking)
                                  : words(scene, "your turn");
}

static void turn_line(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    ui_style turn = ui_small;

    turn.color = UI_ACCENT;
    turn.is_one_line = true;
    ui_begin_row(ui, &(ui_box){.gap = 8});
    ui_icon(ui, &(ui_icon_spec){.name = traits_of(scene)->turn_icon,
                                .size_px = 16,
                                .color = UI_ACCENT});
    ui_text(ui, whose_turn(scene), &turn);
    ui_end(ui);
}

/* What can be seen: under the face, since it is not heard. */
static void posture_line(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const char *posture = call_posture(scene);
    ui_style line = ui_small;

    if (posture == NULL) {
        return;
    }
    line.width = (ui_size){.grow = 1};
    ui_begin_row(ui, &(ui_box){.gap = 8, .align = UI_START});
    ui_icon(ui, &(ui_icon_spec){.name = "eye", .size_px = 16});
    ui_text(ui, posture, &line);
    ui_end(ui);
}

static void about_line(screen_scene *scene)
{
    const rp_call_view *call = &scene->view->call;
    ui_style about = ui_note;

    about.width = (ui_size){.grow = 1};
    if (call->about != NULL && call->about[0] != '\0') {
        ui_text(scene->ui, call->about, &about);
    }
}

static void name_and_turn(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;
    bool is_framed = traits_of(scene)->face == FACE_FRAMED;
    bool is_narrow = call_customer_px(scene) < CALL_CUSTOMER_PX;
    ui_style name = call->is_exam ? ui_heading : ui_subhead;

    name.width = (ui_size){.grow = 1};
    if (is_narrow || is_framed || call->is_exam) {
        ui_begin_column(ui, &(ui_box){.gap = 2});
        if (!is_framed) {
            ui_text(ui, call->customer, &name);
        }
        turn_line(scene);
        ui_end(ui);
    } else {
        ui_begin_row(ui, &(ui_box){.gap = 8});
        ui_text(ui, call->customer, &name);
        turn_line(scene);
        ui_end(ui);
    }
    posture_line(scene);
    if (!is_narrow && !call->is_exam) {
        about_line(scene);
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

/* Bars under each other, or numbers side by side where the face is large. */
static void gauges(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    call_face kind = traits_of(scene)->face;
    bool is_short = kind != FACE_PLAIN && ui_width(ui) != UI_WIDE;

    if (is_short) {
        ui_begin_row(ui, &(ui_box){.justify = UI_PACK_BETWEEN});
    }
    for (int mood = 0; mood < RP_MOODS; mood++) {
        gauge(scene, (rp_mood_kind)mood, is_short);
    }
    if (is_short) {
        ui_end(ui);
    }
}

static void mood(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;
    bool is_compact = ui_width(ui) == UI_COMPACT;
    bool is_bare = is_compact || traits_of(scene)->face == FACE_SMALL;

    ui_begin_column(ui, &(ui_box){.gap = is_compact ? 8 : 12,
                                  .role = UI_ROLE_GROUP,
                                  .label = spoken_mood(scene)});
    ui_mood_scale(
        ui, &(ui_mood_spec){
                .label = is_large_text(scene) ? NULL : words(scene, "Mood"),
                .mood = (ui_mood)call->mood.word,
                .word = mood_word(scene, call->mood.word),
                .low_end = is_bare ? NULL : mood_word(scene, RP_FURIOUS),
                .high_end = is_bare ? NULL : mood_word(scene, RP_PLEASED)});
    gauges(scene);
    ui_end(ui);
}

void call_customer(screen_scene *scene)
{
    const rp_call_view *call = &scene->view->call;

    call_face_of_customer(scene);
    name_and_turn(scene);
    if (call->is_exam) {
        ui_spacer(scene->ui);
        exam_note(scene);
        return;
    }
    ui_divider(scene->ui);
    mood(scene);
    if (call->step_count > 0) {
        step_bar(scene);
    }
}

/* One row over the line: the panel beside it takes the column's place. */
void call_customer_strip(screen_scene *scene)
{
    enum {
        FACE_PX = 48,
        FACE_LARGE_TEXT_PX = 32
    };

    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;
    bool is_tight = is_large_text(scene);
    ui_style name = ui_subhead;

    name.is_one_line = true;
    name.truncates = true;
    ui_begin_column(ui, &(ui_box){.pad = {8, 0, 12, 0}});
    ui_begin_row(ui, &(ui_box){.gap = 12,
                               .role = UI_ROLE_GROUP,
                               .label = call->is_exam ? call->customer
                                                      : spoken_mood(scene)});
    call_avatar(scene, is_tight ? FACE_LARGE_TEXT_PX : FACE_PX);
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1}});
    ui_text(ui, call->customer, &name);
    if (!call->is_exam && !is_tight) {
        ui_text(ui, mood_word(scene, call->mood.word), &ui_note);
    }
    ui_end(ui);
    for (int mood_idx = 0; mood_idx < RP_MOODS && !call->is_exam; mood_idx++) {
        gauge(scene, (rp_mood_kind)mood_idx, true);
    }
    ui_end(ui);
    ui_gap(ui, is_tight ? 4 : 8);
    ui_divider(ui);
    ui_end(ui);
}
