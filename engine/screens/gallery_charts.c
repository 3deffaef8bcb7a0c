/*
 * The gallery's pages of call displays and charts, and of what stands over
 * the rest.
 */
#include "gallery_internal.h"

/* ----------------------------------------------------------------- calls */

void gallery_gauge(gallery *at)
{
    ui_context *ui = at->ui;

    begin_sample(at, "Gauges", "仪表");
    ui_gauge(ui, &(ui_gauge_spec){.id = "calm",
                                  .label = sample(at, "Calm", "冷静"),
                                  .icon = "calm",
                                  .value = 38,
                                  .change = -6,
                                  .tick = 20});
    ui_gauge(ui, &(ui_gauge_spec){.id = "trust",
                                  .label = sample(at, "Trust", "信任"),
                                  .icon = "trust",
                                  .value = 62,
                                  .change = 3,
                                  .tick = 20});
    ui_gauge(ui, &(ui_gauge_spec){.id = "patience",
                                  .label = sample(at, "Patience", "耐心"),
                                  .icon = "patience",
                                  .value = 17,
                                  .change = -9,
                                  .tick = 20,
                                  .is_low = true});
    ui_begin_row(ui, NULL);
    ui_gauge(ui, &(ui_gauge_spec){.id = "short",
                                  .label = sample(at, "Calm", "冷静"),
                                  .icon = "calm",
                                  .value = 38,
                                  .is_short = true});
    ui_end(ui);
    ui_end(ui);
}

void gallery_mood_scale(gallery *at)
{
    begin_sample(at, "Mood scale", "情绪刻度");
    ui_mood_scale(at->ui,
                  &(ui_mood_spec){.label = sample(at, "Mood", "情绪"),
                                  .mood = UI_MOOD_RELIEVED,
                                  .word = sample(at, "Relieved", "缓和"),
                                  .low_end = sample(at, "Furious", "愤怒"),
                                  .high_end = sample(at, "Pleased", "满意")});
    ui_end(at->ui);
}

void gallery_score_bar(gallery *at)
{
    ui_context *ui = at->ui;

    ui_score_bar(ui, &(ui_score_bar_spec){
                         .skill = UI_SKILL_EMPATHY,
                         .name = sample(at, "Empathy", "共情"),
                         .value = 61,
                         .pass = 70,
                         .detail = sample(at, "8 of 13 points", "13 分得 8 分"),
                         .pass_text = sample(at, "pass 70", "及格 70"),
                         .verdict = sample(at, "9 below pass", "差 9 分及格")});
    ui_score_bar(ui,
                 &(ui_score_bar_spec){
                     .skill = UI_SKILL_LISTENING,
                     .name = sample(at, "Listening", "倾听"),
                     .value = 86,
                     .pass = 70,
                     .detail = sample(at, "12 of 14 points", "14 分得 12 分"),
                     .pass_text = sample(at, "pass 70", "及格 70"),
                     .verdict = sample(at, "passed", "已通过")});
}

static void clock_at(gallery *at, uint32_t elapsed_ms)
{
    ui_call_clock(
        at->ui,
        &(ui_clock_spec){.elapsed_ms = elapsed_ms,
                         .target_from_ms = 180000,
                         .target_to_ms = 300000,
                         .target_text =
                             sample(at, "target 3–5 min", "目标 3–5 分钟"),
                         .over_text = sample(at, "over", "超时"),
                         .spoken = sample(at, "2 minutes 41", "2 分 41 秒")});
}

void gallery_call_clock(gallery *at)
{
    begin_sample(at, "Call clock", "通话时钟");
    ui_begin_column(at->ui, &(ui_box){.align = UI_START, .gap = 8});
    clock_at(at, 161000);
    clock_at(at, 341000);
    ui_end(at->ui);
    ui_end(at->ui);
}

void gallery_timer_bar(gallery *at)
{
    ui_context *ui = at->ui;

    begin_sample(at, "Silence timer", "沉默计时");
    ui_begin_column(ui, &(ui_box){.align = UI_START, .gap = 8});
    ui_timer_bar(
        ui, &(ui_timer_spec){.label = sample(at, "Silence", "沉默"),
                             .text = sample(at, "7 of 20 s", "20 秒已过 7"),
                             .elapsed_ms = 7000,
                             .limit_ms = 20000});
    ui_timer_bar(
        ui, &(ui_timer_spec){.label = sample(at, "Silence", "沉默"),
                             .text = sample(at, "17 of 20 s", "20 秒已过 17"),
                             .elapsed_ms = 17000,
                             .limit_ms = 20000});
    ui_end(ui);
    ui_end(ui);
}

/* ---------------------------------------------------------------- charts */

void gallery_bar_chart(gallery *at)
{
    ui_bar_value months[] = {{sample(at, "Dec", "12月"), NULL, 3800, false},
                             {sample(at, "Jan", "1月"), NULL, 3800, false},
                             {sample(at, "Feb", "2月"), NULL, 3950, false},
                             {sample(at, "Mar", "3月"), NULL, 3800, false},
                             {sample(at, "Apr", "4月"), NULL, 3650, false},
                             {sample(at, "May", "5月"), "81.40", 8140, true}};

    begin_sample(at, "Bar chart", "柱状图");
    ui_bar_chart(at->ui, &(ui_bar_chart_spec){
                             .bars = months,
                             .count = 6,
                             .label = sample(at, "Bills, December to May",
                                             "12月至5月账单")});
    ui_end(at->ui);
}

void gallery_mood_curve(gallery *at)
{
    static const ui_mood_point points[] = {
        {0, 43, 50, 57},      {14000, 52, 58, 55},  {62000, 57, 65, 49},
        {161000, 39, 47, 25}, {185000, 44, 52, 29}, {228000, 55, 65, 38},
        {276000, 74, 83, 50}};
    ui_mood_curve_spec spec = {
        .id = "curve",
        .points = points,
        .count = (int)(sizeof points / sizeof points[0]),
        .selected = at->point == 0 ? 3 : at->point,
        .span_ms = 300000,
        .target_from_ms = 180000,
        .target_to_ms = 300000,
        .target_text = sample(at, "target 3–5 min", "目标 3–5 分钟"),
        .hang_up = 20,
        .hang_up_text = sample(at, "may hang up", "可能挂断"),
        .names = {sample(at, "Calm", "冷静"), sample(at, "Trust", "信任"),
                  sample(at, "Patience", "耐心")},
        .label = sample(at, "Mood over the call", "通话中的情绪")};

    begin_sample(at, "Mood over the call", "通话中的情绪");
    int chosen = ui_mood_curve(at->ui, &spec);
    at->point = chosen > 0 ? chosen : at->point;
    ui_end(at->ui);
}

static void graph_node(gallery *at, const char *id, int16_t x, int16_t y)
{
    ui_context *ui = at->ui;

    ui_begin_row(ui, &(ui_box){.id = id,
                               .x = x,
                               .y = y,
                               .width = {.px = 104},
                               .height = {.px = 40},
                               .fill = UI_SURFACE,
                               .border = UI_LINE_STRONG,
                               .radius = UI_RADIUS_BUTTON,
                               .justify = UI_PACK_CENTER});
    ui_text(ui, id, &ui_small);
    ui_end(ui);
}

void gallery_edge(gallery *at)
{
    ui_context *ui = at->ui;

    begin_sample(at, "Edges", "连线");
    ui_begin_canvas(ui, &(ui_box){.height = {.px = 150}});
    graph_node(at, "greet", 0, 52);
    graph_node(at, "check", 180, 0);
    graph_node(at, "refuse", 180, 104);
    ui_edge(ui, &(ui_edge_spec){.from = "greet", .to = "check", .weight = 3});
    ui_edge(ui, &(ui_edge_spec){
                    .from = "greet", .to = "refuse", .is_dashed = true});
    ui_end(ui);
    ui_end(ui);
}

/* ------------------------------------------------------------------ over */

void gallery_dialog(gallery *at)
{
    ui_context *ui = at->ui;

    if (ui_button(ui, &(ui_button_spec){
                          .id = "open-dialog",
                          .label = sample(at, "Open the dialog", "打开对话框"),
                          .kind = UI_DANGEROUS})) {
        at->has_dialog = true;
    }
    if (!at->has_dialog) {
        return;
    }
    bool leaves = ui_begin_dialog(
        ui,
        &(ui_dialog_spec){.id = "dialog",
                          .title = sample(at, "End the call?", "结束通话吗？"),
                          .first_focus = "stay"});
    ui_text(ui,
            sample(at,
                   "Margaret still waits for an answer. If you end the call "
                   "now, the run is scored as it stands.",
                   "玛格丽特还在等您答复。现在结束，就按目前的情况评分。"),
            &ui_support);
    ui_begin_row(ui, &(ui_box){.gap = 12, .justify = UI_PACK_END});
    leaves |= ui_button(
        ui, &(ui_button_spec){.id = "end-now",
                              .label = sample(at, "End the call", "结束通话"),
                              .kind = UI_DANGEROUS});
    leaves |=
        ui_button(ui, &(ui_button_spec){.id = "stay",
                                        .label = sample(at, "Stay", "继续通话"),
                                        .kind = UI_PRIMARY});
    ui_end(ui);
    ui_end(ui);
    at->has_dialog = !leaves;
}

static bool popover_row(gallery *at, int place, const char *name,
                        const char *wait)
{
    ui_context *ui = at->ui;

    bool is_chosen = ui_begin_press(
        ui, &(ui_press_spec){.box = {.id = ui_format(ui, "over-%d", place)},
                             .look = UI_LOOK_ROW,
                             .label = name,
                             .value = wait,
                             .is_selected = at->chosen == place,
                             .key = (ui_key)('1' + place)});
    ui_text(ui, name, &ui_small);
    ui_spacer(ui);
    ui_text(ui, wait, &ui_quiet);
    ui_gap(ui, 10);
    ui_key_cap(ui, (ui_key)('1' + place));
    ui_end(ui);
    return is_chosen;
}

void gallery_popover(gallery *at)
{
    ui_context *ui = at->ui;
    const char *names[] = {sample(at, "Billing", "账单组"),
                           sample(at, "Technical", "技术组"),
                           sample(at, "Supervisor", "主管")};
    const char *waits[] = {sample(at, "2 min wait", "等 2 分钟"),
                           sample(at, "6 min wait", "等 6 分钟"),
                           sample(at, "available", "有空")};

    if (ui_button(ui, &(ui_button_spec){.id = "open-popover",
                                        .label = sample(at, "Transfer", "转接"),
                                        .icon = "transfer"})) {
        at->has_popover = true;
    }
    if (!at->has_popover) {
        return;
    }
    bool leaves = ui_begin_popover(
        ui, &(ui_popover_spec){.id = "popover",
                               .anchor = "open-popover",
                               .label = sample(at, "Transfer to", "转接到"),
                               .width_px = 300});
    for (int i = 0; i < 3; i++) {
        if (popover_row(at, i, names[i], waits[i])) {
            at->chosen = i;
            leaves = true;
        }
    }
    ui_end(ui);
    at->has_popover = !leaves;
}

void gallery_toast(gallery *at)
{
    if (at->has_dialog) {
        return;
    }
    (void)ui_toast(
        at->ui, &(ui_toast_spec){.id = "toast",
                                 .text = sample(at, "Pinned “by the evening”",
                                                "已钉住“今晚之前”"),
                                 .icon = "pin",
                                 .key = 'z',
                                 .action = sample(at, "Undo", "撤销")});
}

void gallery_footer(gallery *at)
{
    ui_hint_spec hints[] = {
        {.key = UI_KEY_TAB, .label = sample(at, "next control", "下一个控件")},
        {.key = UI_CTRL | UI_KEY_PAGE_UP,
         .last = UI_CTRL | UI_KEY_PAGE_DOWN,
         .label = sample(at, "page", "翻页")},
    };
    ui_hint_spec last = {.key = UI_KEY_ESCAPE,
                         .label = sample(at, "close", "关闭")};

    ui_footer(at->ui, hints, 2, &last);
}
