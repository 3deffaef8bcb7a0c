/*
 * The gallery's first page: what can be operated, in every state.
 */
#include <stdio.h>
#include <string.h>

#include "gallery_internal.h"

#define WITHOUT(state) (1U << (unsigned)(state))

/* -------------------------------------------------------------- buttons */

static void button_of(gallery *at, const ui_button_spec *spec,
                      gallery_state state)
{
    ui_button_spec shown = *spec;

    shown.is_selected = state == GALLERY_SELECTED;
    shown.is_disabled = state == GALLERY_DISABLED;
    (void)ui_button(at->ui, &shown);
}

static void primary(gallery *at, gallery_state state, const char *id)
{
    button_of(at,
              &(ui_button_spec){.id = id,
                                .label = sample(at, "Start", "开始"),
                                .kind = UI_PRIMARY},
              state);
}

static void secondary(gallery *at, gallery_state state, const char *id)
{
    button_of(
        at, &(ui_button_spec){.id = id, .label = sample(at, "Return", "返回")},
        state);
}

static void plain(gallery *at, gallery_state state, const char *id)
{
    button_of(at,
              &(ui_button_spec){.id = id,
                                .label = sample(at, "Other ideas", "别的建议"),
                                .kind = UI_PLAIN},
              state);
}

static void dangerous(gallery *at, gallery_state state, const char *id)
{
    button_of(at,
              &(ui_button_spec){.id = id,
                                .label = sample(at, "End the call", "结束通话"),
                                .kind = UI_DANGEROUS},
              state);
}

static void quiet(gallery *at, gallery_state state, const char *id)
{
    button_of(at,
              &(ui_button_spec){.id = id,
                                .label = sample(at, "Hold", "保持"),
                                .icon = "hold",
                                .kind = UI_QUIET,
                                .size = UI_BUTTON_SMALL,
                                .key = UI_CTRL | 'h',
                                .shows_key = state == GALLERY_REST},
              state);
}

/* Without words: a badge, and the label as a tip. */
static void wordless(gallery *at, gallery_state state, const char *id)
{
    button_of(at,
              &(ui_button_spec){.id = id,
                                .label = sample(at, "Notes", "便笺"),
                                .icon = "note",
                                .kind = UI_PLAIN,
                                .hides_label = true,
                                .badge = 2},
              state);
}

void gallery_button(gallery *at)
{
    static const gallery_line lines[] = {
        {"primary", "Primary button", "主按钮", primary,
         WITHOUT(GALLERY_SELECTED)},
        {"secondary", "Secondary button", "次按钮", secondary, 0},
        {"plain", "Text button", "文字按钮", plain, 0},
        {"danger", "Danger button", "危险按钮", dangerous,
         WITHOUT(GALLERY_SELECTED)},
        {"quiet", "Small, with a key", "小按钮，带快捷键", quiet, 0},
        {"wordless", "Icon and count", "图标与计数", wordless, 0},
    };

    show_states(at);
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        show_line(at, &lines[i]);
    }
}

/* ------------------------------------------------- pressed as a whole */

static void row(gallery *at, gallery_state state, const char *id)
{
    ui_context *ui = at->ui;
    const char *name = sample(at, "Zhou Min", "周敏");

    (void)ui_begin_press(
        ui, &(ui_press_spec){.box = {.id = id, .gap = 8, .width = {.grow = 1}},
                             .look = UI_LOOK_ROW,
                             .label = name,
                             .is_selected = state == GALLERY_SELECTED,
                             .is_disabled = state == GALLERY_DISABLED});
    ui_avatar(ui,
              &(ui_avatar_spec){.initials = sample(at, "ZM", "周"), .tint = 2});
    ui_text(ui, name, &ui_small);
    ui_end(ui);
}

static void choice(gallery *at, gallery_state state, const char *id)
{
    ui_context *ui = at->ui;
    const char *name = sample(at, "Billing", "账单");

    (void)ui_begin_press(
        ui, &(ui_press_spec){.box = {.id = id, .gap = 8},
                             .look = UI_LOOK_CHOICE,
                             .label = name,
                             .is_selected = state == GALLERY_SELECTED,
                             .is_disabled = state == GALLERY_DISABLED});
    ui_icon(ui, &(ui_icon_spec){.name = "bill"});
    ui_text(ui, name, &ui_body);
    ui_end(ui);
}

void gallery_press(gallery *at)
{
    show_line(at, &(gallery_line){"row", "Table row", "表格行", row, 0});
    show_line(at, &(gallery_line){"choice", "Choice", "选项卡片", choice, 0});
}

static void reply(gallery *at, gallery_state state, const char *id)
{
    (void)ui_reply_card(
        at->ui, &(ui_reply_spec){.id = id,
                                 .number = 1,
                                 .text = sample(at,
                                                "May I check when it "
                                                "started?",
                                                "我先看看是什么时候开始的，"
                                                "可以吗？"),
                                 .is_selected = state == GALLERY_SELECTED,
                                 .is_disabled = state == GALLERY_DISABLED});
}

void gallery_reply_card(gallery *at)
{
    show_line(at, &(gallery_line){"reply", "Reply card", "回复卡", reply, 0});
}

static void chip(gallery *at, gallery_state state, const char *id)
{
    (void)ui_chip(at->ui,
                  &(ui_chip_spec){.id = id,
                                  .label = sample(at, "Phone", "电话"),
                                  .is_selected = state == GALLERY_SELECTED,
                                  .is_disabled = state == GALLERY_DISABLED});
}

static void list_chip(gallery *at, gallery_state state, const char *id)
{
    (void)ui_chip(at->ui,
                  &(ui_chip_spec){.id = id,
                                  .label = sample(at, "Level", "难度"),
                                  .value = sample(at, "any", "不限"),
                                  .opens_list = true,
                                  .is_selected = state == GALLERY_SELECTED,
                                  .is_disabled = state == GALLERY_DISABLED});
}

void gallery_chip(gallery *at)
{
    show_line(at, &(gallery_line){"chip", "Filter", "筛选", chip, 0});
    show_line(at, &(gallery_line){"list", "Filter with a list", "带列表的筛选",
                                  list_chip, 0});
}

/* -------------------------------------------------------------- choices */

static void toggle(gallery *at, gallery_state state, const char *id)
{
    bool is_own = state == GALLERY_REST;
    bool is_on = is_own ? at->is_on : state != GALLERY_HOVER;

    if (ui_toggle(at->ui, &(ui_toggle_spec){
                              .id = id,
                              .label = sample(at, "Less motion", "减少动画"),
                              .is_on = is_on,
                              .is_disabled = state == GALLERY_DISABLED})) {
        at->is_on = is_own ? !at->is_on : at->is_on;
    }
}

void gallery_toggle(gallery *at)
{
    show_line(at, &(gallery_line){"toggle", "Toggle", "开关", toggle,
                                  WITHOUT(GALLERY_PRESSED)});
}

static void check(gallery *at, gallery_state state, const char *id)
{
    bool is_own = state == GALLERY_REST;
    bool is_on = is_own ? at->is_on : state != GALLERY_HOVER;

    if (ui_check(at->ui,
                 &(ui_check_spec){.id = id,
                                  .label = sample(at, "Filed", "已归档"),
                                  .is_on = is_on,
                                  .is_disabled = state == GALLERY_DISABLED})) {
        at->is_on = is_own ? !at->is_on : at->is_on;
    }
}

void gallery_check(gallery *at)
{
    show_line(at, &(gallery_line){"check", "Check", "复选", check,
                                  WITHOUT(GALLERY_PRESSED)});
}

static void radio(gallery *at, gallery_state state, const char *id)
{
    bool is_on = state != GALLERY_REST && state != GALLERY_HOVER;

    (void)ui_radio(at->ui,
                   &(ui_radio_spec){.id = id,
                                    .group = id,
                                    .label = sample(at, "Easy", "容易"),
                                    .is_on = is_on,
                                    .is_disabled = state == GALLERY_DISABLED});
}

void gallery_radio(gallery *at)
{
    show_line(at, &(gallery_line){"radio", "Radio", "单选", radio,
                                  WITHOUT(GALLERY_PRESSED)});
}

/* The ring and the box where something else is the control. */
static void marks(gallery *at, gallery_state state, const char *id)
{
    bool is_on = state == GALLERY_SELECTED;

    (void)id;
    ui_radio_mark(at->ui, is_on);
    ui_check_mark(at->ui, is_on);
}

void gallery_marks(gallery *at)
{
    unsigned without = WITHOUT(GALLERY_HOVER) | WITHOUT(GALLERY_FOCUS) |
                       WITHOUT(GALLERY_PRESSED) | WITHOUT(GALLERY_DISABLED);

    show_line(at, &(gallery_line){"marks", "Marks alone", "单独的标记", marks,
                                  without});
}

void gallery_segment(gallery *at)
{
    ui_choice items[] = {{.label = sample(at, "Practice", "练习")},
                         {.label = sample(at, "Exam", "考试")}};

    begin_sample(at, "Segments", "分段");
    at->choice = ui_segment(
        at->ui, &(ui_choices_spec){.id = "segment",
                                   .label = sample(at, "Kind of run", "类型"),
                                   .items = items,
                                   .count = 2,
                                   .selected = at->choice});
    (void)ui_segment(
        at->ui, &(ui_choices_spec){.id = "dead-segment",
                                   .label = sample(at, "Kind of run", "类型"),
                                   .items = items,
                                   .count = 2,
                                   .selected = 1,
                                   .is_disabled = true});
    ui_end(at->ui);
}

void gallery_tabs(gallery *at)
{
    ui_choice items[] = {
        {.label = sample(at, "Bill", "账单"), .icon = "bill"},
        {.label = sample(at, "Account", "账户"), .icon = "account"},
        {.label = sample(at, "Knowledge", "知识库"),
         .icon = "knowledge",
         .badge = 3}};

    begin_sample(at, "Tabs", "标签页");
    at->tab = ui_tabs(at->ui,
                      &(ui_choices_spec){.id = "tabs",
                                         .label = sample(at, "Desk", "工作台"),
                                         .items = items,
                                         .count = 3,
                                         .selected = at->tab});
    ui_end(at->ui);
}

void gallery_slider(gallery *at)
{
    ui_context *ui = at->ui;
    int value = at->slider == 0 ? 125 : at->slider;

    begin_sample(at, "Slider", "滑块");
    at->slider = ui_slider(
        ui, &(ui_slider_spec){.id = "slider",
                              .label = sample(at, "Text size", "文字大小"),
                              .value = value,
                              .min = 100,
                              .max = 200,
                              .step = 25,
                              .tick_step = 25,
                              .width = {.grow = 1}});
    ui_begin_row(ui, NULL);
    (void)ui_slider(ui, &(ui_slider_spec){.id = "dead-slider",
                                          .label = sample(at, "Volume", "音量"),
                                          .value = 60,
                                          .max = 100,
                                          .is_disabled = true});
    ui_end(ui);
    ui_end(ui);
}

void gallery_stepper(gallery *at)
{
    ui_context *ui = at->ui;

    begin_sample(at, "Stepper", "步进");
    ui_begin_row(ui, &(ui_box){.gap = 24, .wraps = true});
    at->steps += ui_stepper(
        ui,
        &(ui_stepper_spec){.id = "stepper",
                           .label = sample(at, "Silence timer", "沉默计时"),
                           .value_text = ui_format(ui, "%d s", at->steps + 20),
                           .is_min = at->steps <= -20});
    (void)ui_stepper(
        ui, &(ui_stepper_spec){.id = "least-stepper",
                               .label = sample(at, "Speaking rate", "语速"),
                               .value_text = "0.5×",
                               .is_min = true});
    ui_end(ui);
    ui_end(ui);
}

/* --------------------------------------------------------------- fields */

static void field(gallery *at, gallery_state state, const char *id)
{
    bool is_wrong = state == GALLERY_SELECTED; /* its column: the error */
    char *text = at->fields[state];

    if (is_wrong && text[0] == '\0') {
        (void)snprintf(text, sizeof at->fields[0], "25:00");
    }
    (void)ui_text_field(
        at->ui,
        &(ui_field_spec){.id = id,
                         .label = sample(at, "Note", "便笺"),
                         .placeholder = sample(at, "Add a note", "添加便笺"),
                         .text = text,
                         .capacity = sizeof at->fields[0],
                         .error = is_wrong ? sample(at,
                                                    "Choose a time before "
                                                    "17:00.",
                                                    "请选 17:00 之前的时间。")
                                           : NULL,
                         .is_disabled = state == GALLERY_DISABLED});
}

void gallery_text_field(gallery *at)
{
    ui_context *ui = at->ui;
    char *summary = at->fields[GALLERY_STATES];
    char *secret = at->fields[GALLERY_STATES + 1];

    show_line(at, &(gallery_line){"field", "Text field; fifth: error",
                                  "文本框；第五：有误", field,
                                  WITHOUT(GALLERY_PRESSED)});
    ui_begin_row(ui, &(ui_box){.gap = 16, .align = UI_START});
    (void)ui_text_field(
        ui, &(ui_field_spec){
                .id = "summary",
                .label = sample(at, "Summary", "小结"),
                .placeholder = sample(at, "What was agreed", "双方约定了什么"),
                .text = summary,
                .capacity = sizeof at->fields[0],
                .lines = 3,
                .count_max = 120});
    (void)ui_text_field(
        ui, &(ui_field_spec){.id = "secret",
                             .label = sample(at, "PIN", "密码"),
                             .placeholder = sample(at, "PIN", "密码"),
                             .text = secret,
                             .capacity = 9,
                             .icon = "lock",
                             .key = UI_CTRL | 'p',
                             .is_secret = true,
                             .digits_only = true});
    ui_end(ui);
}
