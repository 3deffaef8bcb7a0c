/*
 * The conversation. Face, current line and replies are the largest things;
 * everything else is peripheral and nothing ever covers them. The effective
 * width alone chooses the layout.
 */
#include "screens_internal.h"

enum {
    CUSTOMER_PX = 264,
    CUSTOMER_COMPACT_PX = 188,
    CUSTOMER_LARGE_TEXT_PX = 216,
    CUSTOMER_WIDE_PX = 380,
    DESK_PX = 344,
    DESK_WIDE_PX = 420,
    PANEL_PX = 356,
    RAIL_PX = 60
};

static void customer_column(screen_scene *scene, int16_t width_px)
{
    ui_begin_card(scene->ui,
                  &(ui_box){.width = {.px = width_px},
                            .height = {.grow = 1},
                            .pad = ui_pad_all(width_px < CUSTOMER_PX ? 12 : 16),
                            .gap = 12,
                            .role = UI_ROLE_AREA,
                            .label = words(scene, "Customer")});
    call_customer(scene);
    ui_end(scene->ui);
}

static void centre_column(screen_scene *scene, bool has_strip)
{
    ui_context *ui = scene->ui;

    ui_begin_column(
        ui, &(ui_box){.width = {.grow = 1}, .height = {.grow = 1}, .gap = 8});
    ui_begin_card(ui, &(ui_box){.height = {.grow = 1, .min = 96},
                                .pad = {20, 12, 8, 12},
                                .role = UI_ROLE_AREA,
                                .label = words(scene, "Conversation")});
    if (has_strip) {
        call_customer_strip(scene);
    }
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
    bool is_large = ui_get(ui)->text_percent >= 150;
    bool has_panel = scene->kept->panel_is_open;

    if (!has_panel) {
        customer_column(scene, is_large ? CUSTOMER_LARGE_TEXT_PX
                                        : CUSTOMER_COMPACT_PX);
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
    } else if (width == UI_REGULAR) {
        customer_column(scene, CUSTOMER_PX);
        centre_column(scene, false);
        side_column(scene, DESK_PX, desk_and_notes);
    } else {
        customer_column(scene, CUSTOMER_WIDE_PX);
        centre_column(scene, false);
        side_column(scene, DESK_WIDE_PX, call_desk);
        side_column(scene, DESK_PX, call_notepad);
    }
    ui_end(ui);
}

static void call_footer(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;
    bool is_large = ui_get(ui)->text_percent >= 150;
    ui_hint_spec hints[] = {
        {.key = '1',
         .last =
             (ui_key)('0' + (call->reply_count < 9 ? call->reply_count : 9)),
         .is_range = true,
         .label = words(scene, "choose a reply")},
        {.key = UI_KEY_ENTER, .label = words(scene, "say it")},
        {.key = 'p', .label = words(scene, "pin a phrase")},
        {.key = UI_KEY_F2,
         .last = UI_KEY_F4,
         .is_range = true,
         .label = words(scene, "desk")},
        {.key = 'n', .label = words(scene, "note")},
        {.key = '?', .label = words(scene, "hint")},
    };
    int count = (int)(sizeof hints / sizeof hints[0]);

    if (is_large) {
        count = 4;
    } else if (!call->has_hint) {
        count--;
    }
    footer(scene, hints, count);
}

/* Keys that work wherever the focus is, but for text fields. */
static void call_keys(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;

    if (ui_shortcut(ui, 'p')) {
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
    call_bar(scene);
    body(scene);
    call_footer(scene);
    call_keys(scene);
}

const screen screen_call = {.name = "call", .frame = frame};
