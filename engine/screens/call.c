/*
 * The conversation. Face, current line and replies are the largest things;
 * everything else is peripheral and nothing ever covers them. The effective
 * width alone chooses the layout.
 */
#include "call_parts.h"

enum {
    DESK_PX = 344,
    DESK_BESIDE_FACE_PX = 320, /* a large face takes some of its room */
    DESK_LARGE_PX = 420,
    DESK_WORK_PX = 400,
    DESK_LARGE_WIDE_PX = 560,
    PANEL_PX = 356,
    RAIL_PX = 60
};

static void customer_column(screen_scene *scene)
{
    int16_t width_px = call_customer_px(scene);

    ui_begin_card(
        scene->ui,
        &(ui_box){.width = {.px = width_px},
                  .height = {.grow = 1},
                  .pad = ui_pad_all(width_px < CALL_CUSTOMER_PX ? 12 : 16),
                  .gap = 12,
                  .role = UI_ROLE_AREA,
                  .label = words(scene, "Customer")});
    call_customer(scene);
    ui_end(scene->ui);
}

/* Who reads along, where that is not the customer alone. */
static void marker(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const char *told = traits_of(scene)->marker;
    ui_style line = ui_small_strong;

    if (told == NULL) {
        return;
    }
    line.color = UI_ACCENT;
    line.width = (ui_size){.grow = 1};
    ui_begin_row(ui, &(ui_box){.gap = 8, .pad = {8, 0, 12, 8}});
    ui_icon(ui, &(ui_icon_spec){
                    .name = "users", .size_px = 18, .color = UI_ACCENT});
    ui_text(ui, words(scene, told), &line);
    ui_end(ui);
}

static void centre_column(screen_scene *scene, bool has_strip)
{
    ui_context *ui = scene->ui;

    ui_begin_column(
        ui, &(ui_box){.width = {.grow = 1}, .height = {.grow = 1}, .gap = 8});
    ui_begin_card(ui, &(ui_box){.height = {.grow = 1, .min = 96},
                                .pad = {12, 12, 8, 8},
                                .role = UI_ROLE_AREA,
                                .label = words(scene, "Conversation")});
    if (has_strip) {
        call_customer_strip(scene);
    }
    marker(scene);
    call_transcript(scene);
    ui_end(ui);
    call_replies(scene);
    ui_end(ui);
}

static void side_column(screen_scene *scene, int16_t width_px,
                        void (*top)(struct screen_scene *))
{
    ui_context *ui = scene->ui;

    ui_begin_column(
        ui,
        &(ui_box){.width = {.px = width_px}, .height = {.grow = 1}, .gap = 16});
    top(scene);
    ui_end(ui);
}

static void desk_and_notes(screen_scene *scene)
{
    call_desk(scene);
    call_notepad(scene);
}

static void compact_layout(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    bool has_panel = scene->kept->panel_is_open;

    if (!has_panel) {
        customer_column(scene);
    }
    centre_column(scene, has_panel);
    if (has_panel) {
        side_column(scene, PANEL_PX, call_panel);
    }
    ui_begin_card(
        ui, &(ui_box){.width = {.px = (int16_t)ui_with_half_text(ui, RAIL_PX)},
                      .height = {.grow = 1},
                      .pad = ui_pad_xy(4, 12),
                      .gap = 12,
                      .align = UI_CENTER,
                      .role = UI_ROLE_AREA,
                      .arrows = UI_ARROWS_VERTICAL,
                      .label = words(scene, "Desk")});
    call_rail(scene);
    ui_end(ui);
}

static bool is_desk_work(const screen_scene *scene)
{
    return traits_of(scene)->face == FACE_SMALL;
}

/* How wide the desk is: where the work is desk work, it is the work. */
static int16_t desk_px(const screen_scene *scene)
{
    bool is_wide = ui_width(scene->ui) == UI_WIDE;

    if (is_desk_work(scene)) {
        return is_wide ? DESK_LARGE_WIDE_PX : DESK_WORK_PX;
    }
    if (is_wide) {
        return DESK_LARGE_PX;
    }
    return call_customer_px(scene) > CALL_CUSTOMER_PX ? DESK_BESIDE_FACE_PX
                                                      : DESK_PX;
}

/* Where the work is the desk's, the notes move over to who asked for it. */
static void first_column(screen_scene *scene)
{
    ui_context *ui = scene->ui;

    if (!is_desk_work(scene) || ui_width(ui) == UI_WIDE) {
        customer_column(scene);
        return;
    }
    ui_begin_column(ui, &(ui_box){.width = {.px = call_customer_px(scene)},
                                  .height = {.grow = 1},
                                  .gap = 16});
    customer_column(scene);
    call_notepad(scene);
    ui_end(ui);
}

static void body(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    ui_width_class width = ui_width(ui);
    int16_t pad = width == UI_COMPACT ? 12 : 16;

    ui_begin_row(ui, &(ui_box){.height = {.grow = 1},
                               .pad = ui_pad_all(pad),
                               .gap = pad,
                               .align = UI_FILL});
    if (width == UI_COMPACT) {
        compact_layout(scene);
    } else {
        bool is_alone = width == UI_WIDE || is_desk_work(scene);
        first_column(scene);
        centre_column(scene, false);
        side_column(scene, desk_px(scene),
                    is_alone ? call_desk : desk_and_notes);
    }
    if (width == UI_WIDE) {
        side_column(scene, DESK_PX, call_notepad);
    }
    ui_end(ui);
}

static void exam_footer(screen_scene *scene, const ui_hint_spec *hints,
                        int count)
{
    ui_hint_spec kept = {.icon = "lock",
                         .label = words(scene, "Recorded for your "
                                               "certificate")};

    ui_footer(scene->ui, hints, count, &kept);
}

/* What the keys do while a draft lies open. */
static void draft_footer(screen_scene *scene)
{
    ui_hint_spec hints[] = {
        {.key = UI_KEY_ENTER, .label = words(scene, traits_of(scene)->send)},
        {.key = UI_KEY_ESCAPE, .label = words(scene, "another one")},
    };

    footer(scene, hints, (int)(sizeof hints / sizeof hints[0]));
}

static void call_footer(screen_scene *scene)
{
    enum {
        HINTS_MAX = 6
    };

    const rp_call_view *call = &scene->view->call;
    uint32_t last = call->reply_count < 9 ? call->reply_count : 9;
    ui_hint_spec hints[HINTS_MAX] = {
        {.key = '1',
         .last = (ui_key)('0' + last),
         .is_range = true,
         .label = words(scene, "choose a reply")},
        {.key = UI_KEY_ENTER, .label = words(scene, traits_of(scene)->say)},
    };
    int count = 2;

    if (!call->is_exam) {
        hints[count++] =
            (ui_hint_spec){.key = 'p', .label = words(scene, "pin a phrase")};
    }
    hints[count++] = (ui_hint_spec){.key = UI_KEY_F2,
                                    .last = UI_KEY_F4,
                                    .is_range = true,
                                    .label = words(scene, "desk")};
    hints[count++] = (ui_hint_spec){.key = 'n', .label = words(scene, "note")};
    if (call->has_hint) {
        hints[count++] =
            (ui_hint_spec){.key = '?', .label = words(scene, "hint")};
    }
    if (call->is_exam) {
        exam_footer(scene, hints, count);
    } else if (call_draft(scene) != NULL) {
        draft_footer(scene);
    } else {
        footer(scene, hints, count);
    }
}

/* Keys that work wherever the focus is, but for text fields. */
static void call_keys(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;

    call_pace(scene);
    copy_keys(scene);
    if (!call->is_exam && ui_shortcut(ui, 'p')) {
        scene->kept->is_pinning = !scene->kept->is_pinning;
    }
    if (call->has_hint && ui_shortcut(ui, '?')) {
        want(scene, RP_INTENT_HINT, 0);
    }
    if (call->can_undo &&
        (ui_shortcut(ui, UI_CTRL | 'z') || ui_shortcut(ui, 'z'))) {
        want(scene, RP_INTENT_UNDO, 0);
    }
    if (ui_shortcut(ui, UI_KEY_ESCAPE)) {
        if (scene->kept->is_pinning) {
            scene->kept->is_pinning = false;
        } else {
            scene->kept->open = DIALOG_LEAVE;
            want(scene, RP_INTENT_PAUSE, 1);
        }
    }
}

static void frame(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;

    ui_screen(ui, "call",
              call->reply_count > 0
                  ? ui_format(ui, "reply-%s", call->replies[0].id)
                  : NULL);
    call_focus_turn(scene);
    call_open_desk(scene);
    call_bar(scene);
    body(scene);
    call_footer(scene);
    call_keys(scene);
}

const screen screen_call = {.name = "call", .frame = frame};
