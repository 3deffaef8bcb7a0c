/*
 * The components sheet: every widget in every state, to compare by eye with
 * the design. `ui_demo out.png [light|dark|contrast] [en|zh] [percent]` writes
 * a picture; `ui_demo` alone opens a window to try things in.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "window/window.h"

typedef struct demo {
    bool has_quit;
    bool is_toggled;
    bool is_checked;
    bool has_dialog;
    bool is_choosing;
    int radio;
    int segment;
    int tab;
    int slider;
    int steps;
    int presses;
    uint32_t pinned;
    char note[256];
    char summary[512];
    char pin[16];
} demo;

static void head(ui_context *ui, const char *text)
{
    ui_text(ui, text, &ui_heading);
}

static void buttons(ui_context *ui, demo *state)
{
    ui_begin_row(ui, &(ui_box){.gap = 16, .wraps = true});
    if (ui_button(ui, &(ui_button_spec){.id = "primary",
                                        .label = "Start practice",
                                        .kind = UI_PRIMARY,
                                        .key = UI_KEY_ENTER,
                                        .shows_key = true})) {
        state->presses++;
    }
    if (ui_button(ui, &(ui_button_spec){.id = "secondary",
                                        .label = "Return",
                                        .key = 'r',
                                        .shows_key = true})) {
        state->presses += 10;
    }
    (void)ui_button(ui, &(ui_button_spec){.id = "plain",
                                          .label = "Other ideas",
                                          .kind = UI_PLAIN});
    if (ui_button(ui, &(ui_button_spec){.id = "danger",
                                        .label = "End the call",
                                        .kind = UI_DANGEROUS})) {
        state->has_dialog = true;
    }
    (void)ui_button(ui, &(ui_button_spec){.id = "hold",
                                          .label = "Hold",
                                          .icon = "hold",
                                          .kind = UI_QUIET,
                                          .size = UI_BUTTON_SMALL,
                                          .key = 'h',
                                          .shows_key = true});
    (void)ui_button(ui, &(ui_button_spec){.id = "dead",
                                          .label = "Publish",
                                          .is_disabled = true});
    (void)ui_button(ui, &(ui_button_spec){.id = "notes",
                                          .label = "Notes",
                                          .icon = "note",
                                          .kind = UI_PLAIN,
                                          .hides_label = true,
                                          .badge = 2});
    (void)ui_button(ui, &(ui_button_spec){.id = "large",
                                          .label = "Pick up the phone",
                                          .icon = "phone",
                                          .size = UI_BUTTON_LARGE,
                                          .kind = UI_PRIMARY,
                                          .key = UI_CTRL | UI_KEY_ENTER,
                                          .shows_key = true});
    ui_end(ui);
}

static void replies(ui_context *ui, bool is_han)
{
    static const char *const english[] = {
        "The pack was switched on from your phone on 3 May, so the charge is "
        "correct. I can go through each line with you.",
        "No, I\xE2\x80\x99m not saying that. It\xE2\x80\x99s upsetting to pay "
        "for something you didn\xE2\x80\x99t ask for. May I check when it "
        "started?",
        "[sighs] I *understand*. Roaming charges are handled by our billing "
        "team, so let me put you through to them right away."};
    static const char *const chinese[] = {
        "订单显示师傅已经出发，请您再耐心等一等，一般当天都会上门，您先别着急。",
        "面试要紧，难怪您着急。我先给您开应急流量 5 "
        "GB，三点前能用，再帮您催师傅——请放心。",
        "建议您先去附近的咖啡馆参加面试，装机的事情我们这边会尽快为您安排的……"};
    ui_begin_column(ui, &(ui_box){.id = "replies",
                                  .gap = 8,
                                  .role = UI_ROLE_AREA,
                                  .label = "Replies",
                                  .arrows = UI_ARROWS_VERTICAL});
    for (int i = 0; i < 3; i++) {
        (void)ui_reply_card(
            ui, &(ui_reply_spec){.id = ui_format(ui, "reply-%d", i + 1),
                                 .number = i + 1,
                                 .text = is_han ? chinese[i] : english[i]});
    }
    ui_end(ui);
}

static void line(ui_context *ui, demo *state, bool is_han)
{
    if (ui_shortcut(ui, 'p')) {
        state->is_choosing = !state->is_choosing;
    }
    int chosen = ui_rich(
        ui,
        &(ui_rich_spec){
            .id = "line",
            .text = is_han ? "对。我~三点有线上面试~，没网怎么办……“说好的”呢？"
                           : "I ~never asked for any roaming pack~. And now "
                             "you\xE2\x80\x99re telling me this is "
                             "~my fault~?",
            .style = &ui_current,
            .has_phrases = true,
            .is_choosing = state->is_choosing,
            .pinned = state->pinned});
    if (chosen >= 0) {
        state->pinned |= 1U << (unsigned)chosen;
        state->is_choosing = false;
    }
}

static void choices(ui_context *ui, demo *state)
{
    ui_begin_row(ui, &(ui_box){.gap = 16});
    state->is_toggled ^=
        ui_toggle(ui, &(ui_toggle_spec){.id = "toggle",
                                        .label = "Follow the system",
                                        .is_on = state->is_toggled});
    (void)ui_toggle(
        ui, &(ui_toggle_spec){.id = "toggle-on", .label = "On", .is_on = true});
    (void)ui_toggle(ui, &(ui_toggle_spec){.id = "toggle-dead",
                                          .label = "Dead",
                                          .is_on = true,
                                          .is_disabled = true});
    state->is_checked ^= ui_check(
        ui, &(ui_check_spec){
                .id = "check", .label = "Check", .is_on = state->is_checked});
    for (int i = 0; i < 3; i++) {
        if (ui_radio(ui,
                     &(ui_radio_spec){.id = ui_format(ui, "radio-%d", i),
                                      .group = "radio",
                                      .label = ui_format(ui, "Level %d", i + 1),
                                      .is_on = state->radio == i})) {
            state->radio = i;
        }
    }
    ui_end(ui);
    static const ui_choice modes[] = {{.label = "Practice", .icon = "play"},
                                      {.label = "Exam", .icon = "lock"}};
    state->segment =
        ui_segment(ui, &(ui_choices_spec){.id = "mode",
                                          .label = "Kind of run",
                                          .items = modes,
                                          .count = 2,
                                          .selected = state->segment});
    static const ui_choice tabs[] = {
        {.label = "Account", .icon = "account"},
        {.label = "Bill", .icon = "bill"},
        {.label = "Knowledge", .icon = "knowledge"}};
    state->tab = ui_tabs(ui, &(ui_choices_spec){.id = "desk",
                                                .label = "Desk",
                                                .items = tabs,
                                                .count = 3,
                                                .selected = state->tab});
    ui_begin_row(ui, &(ui_box){.gap = 24});
    state->slider = ui_slider(ui, &(ui_slider_spec){.id = "size",
                                                    .label = "Text size",
                                                    .value = state->slider,
                                                    .min = 100,
                                                    .max = 200,
                                                    .step = 25,
                                                    .tick_step = 25,
                                                    .width = {.grow = 1}});
    state->steps += ui_stepper(
        ui,
        &(ui_stepper_spec){.id = "silence",
                           .label = "Silence timer",
                           .value_text = ui_format(ui, "%d s", state->steps)});
    ui_end(ui);
}

static void fields(ui_context *ui, demo *state)
{
    (void)ui_text_field(ui, &(ui_field_spec){.id = "note",
                                             .label = "Note",
                                             .placeholder = "Add a note",
                                             .text = state->note,
                                             .capacity = sizeof state->note,
                                             .key = 'n',
                                             .is_small = true});
    (void)ui_text_field(ui, &(ui_field_spec){.id = "summary",
                                             .label = "Summary",
                                             .text = state->summary,
                                             .capacity = sizeof state->summary,
                                             .lines = 3,
                                             .is_small = true,
                                             .count_max = 400});
    (void)ui_text_field(ui,
                        &(ui_field_spec){.id = "pin",
                                         .label = "PIN",
                                         .placeholder = "PIN",
                                         .text = state->pin,
                                         .capacity = sizeof state->pin,
                                         .icon = "lock",
                                         .is_secret = true,
                                         .digits_only = true,
                                         .error = "This time is after closing"
                                                  ", choose one before "
                                                  "17:00."});
}

static void tags(ui_context *ui)
{
    static const ui_tag_spec all[] = {
        {"Passed", "check", UI_TONE_ACCENT, NULL},
        {"Not yet", "retry", UI_TONE_NEUTRAL, NULL},
        {"18 days left", "clock", UI_TONE_WARN, NULL},
        {"Expired", "error", UI_TONE_DANGER, NULL},
        {"Sign-off", "sign", UI_TONE_LISTENING, NULL},
        {"due", "heart", UI_TONE_EMPATHY, NULL},
        {"12 of 14", "key", UI_TONE_RESOLUTION, NULL},
        {"Level 2", NULL, UI_TONE_STRONG, NULL}};
    ui_begin_row(ui, &(ui_box){.gap = 8, .wraps = true});
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        ui_tag(ui, &all[i]);
    }
    ui_end(ui);
    ui_begin_row(ui, &(ui_box){.gap = 8, .wraps = true});
    (void)ui_chip(ui, &(ui_chip_spec){.id = "chip-1", .label = "Phone"});
    (void)ui_chip(
        ui,
        &(ui_chip_spec){.id = "chip-2", .label = "Chat", .is_selected = true});
    (void)ui_chip(ui, &(ui_chip_spec){.id = "chip-3",
                                      .label = "Level",
                                      .value = "any",
                                      .opens_list = true});
    (void)ui_chip(ui, &(ui_chip_spec){.label = "Static", .is_static = true});
    ui_end(ui);
    ui_begin_row(ui, &(ui_box){.gap = 8});
    static const ui_key caps[] = {'1',       UI_KEY_ENTER, UI_CTRL | 'e',
                                  UI_KEY_F1, UI_KEY_UP,    '/'};
    for (size_t i = 0; i < sizeof caps / sizeof caps[0]; i++) {
        ui_key_cap(ui, caps[i]);
    }
    ui_end(ui);
}

static void meters(ui_context *ui, bool is_han)
{
    ui_begin_row(ui, &(ui_box){.gap = 12});
    ui_score(ui, &(ui_score_spec){.skill = UI_SKILL_LISTENING, .value = 84});
    ui_score(ui, &(ui_score_spec){.skill = UI_SKILL_EMPATHY, .value = 61});
    ui_score(ui, &(ui_score_spec){.skill = UI_SKILL_RESOLUTION, .value = 90});
    ui_score(ui, &(ui_score_spec){
                     .skill = UI_SKILL_EMPATHY, .value = -9, .is_delta = true});
    ui_difficulty(ui, 2, "medium");
    ui_skill_badge(ui, UI_SKILL_LISTENING);
    ui_end(ui);
    ui_begin_row(ui, &(ui_box){.gap = 12});
    ui_steps(ui, &(ui_steps_spec){.done = 3, .count = 5, .is_small = true});
    ui_text(ui, "skill, 5 steps", &ui_note);
    ui_end(ui);
    ui_steps(ui, &(ui_steps_spec){.done = 3, .count = 5});
    ui_gauge(ui, &(ui_gauge_spec){.id = "calm",
                                  .label = is_han ? "冷静" : "Calm",
                                  .icon = "calm",
                                  .value = 38,
                                  .change = -6,
                                  .tick = 20});
    ui_gauge(ui, &(ui_gauge_spec){.id = "trust",
                                  .label = is_han ? "信任" : "Trust",
                                  .icon = "trust",
                                  .value = 62,
                                  .change = 3,
                                  .tick = 20});
    ui_gauge(ui, &(ui_gauge_spec){.id = "patience",
                                  .label = is_han ? "耐心" : "Patience",
                                  .icon = "patience",
                                  .value = 17,
                                  .change = -9,
                                  .tick = 20,
                                  .is_low = true});
    ui_mood_scale(ui, &(ui_mood_spec){.label = is_han ? "情绪" : "Mood",
                                      .mood = UI_MOOD_RELIEVED,
                                      .word = is_han ? "缓和" : "Relieved",
                                      .low_end = is_han ? "愤怒" : "Furious",
                                      .high_end = is_han ? "满意" : "Pleased"});
}

static void faces(ui_context *ui)
{
    ui_begin_row(ui, &(ui_box){.gap = 12});
    ui_portrait(ui, &(ui_portrait_spec){.id = "face",
                                        .person = "margaret",
                                        .mood = UI_MOOD_UPSET,
                                        .width = {.px = 120},
                                        .height = {.px = 150},
                                        .label = "Portrait of Margaret Hale"});
    ui_avatar(ui, &(ui_avatar_spec){.person = "priya",
                                    .mood = UI_MOOD_NEUTRAL,
                                    .size_px = 52});
    ui_avatar(ui, &(ui_avatar_spec){
                      .person = "hao", .mood = UI_MOOD_PLEASED, .size_px = 40});
    ui_avatar(ui, &(ui_avatar_spec){.initials = "LX", .size_px = 40});
    ui_avatar(ui, &(ui_avatar_spec){.initials = "林", .tint = 2});
    ui_logo(ui, 32);
    ui_end(ui);
}

static void charts(ui_context *ui)
{
    static const ui_bar_value months[] = {
        {"Dec", NULL, 3800, false}, {"Jan", NULL, 3800, false},
        {"Feb", NULL, 3800, false}, {"Mar", NULL, 3800, false},
        {"Apr", NULL, 3800, false}, {"May", "81.40", 8140, true}};
    ui_bar_chart(ui, &(ui_bar_chart_spec){.bars = months,
                                          .count = 6,
                                          .label = "Bills, December to May"});
    static const ui_mood_point points[] = {
        {0, 43, 50, 57},      {14000, 52, 58, 55},  {62000, 57, 65, 49},
        {161000, 39, 47, 25}, {185000, 44, 52, 29}, {228000, 55, 65, 38},
        {276000, 74, 83, 50}};
    (void)ui_mood_curve(
        ui, &(ui_mood_curve_spec){.id = "curve",
                                  .points = points,
                                  .count = 7,
                                  .selected = 3,
                                  .span_ms = 300000,
                                  .target_from_ms = 180000,
                                  .target_to_ms = 300000,
                                  .target_text = "target 3\xE2\x80\x93"
                                                 "5 min",
                                  .hang_up = 28,
                                  .hang_up_text = "may hang up",
                                  .names = {"Calm", "Trust", "Patience"},
                                  .label = "Mood over the call"});
}

static void call_head(ui_context *ui)
{
    ui_begin_row(ui, &(ui_box){.gap = 24});
    ui_call_clock(ui, &(ui_clock_spec){.elapsed_ms = 161000,
                                       .target_from_ms = 180000,
                                       .target_to_ms = 300000,
                                       .target_text = "target 3\xE2\x80\x93"
                                                      "5 min",
                                       .over_text = "over",
                                       .spoken = "2 minutes 41"});
    ui_spacer(ui);
    ui_timer_bar(ui, &(ui_timer_spec){.label = "Silence",
                                      .text = "7 of 20 s",
                                      .elapsed_ms = 7000,
                                      .limit_ms = 20000});
    ui_end(ui);
    ui_score_bar(ui, &(ui_score_bar_spec){.skill = UI_SKILL_EMPATHY,
                                          .name = "Empathy",
                                          .value = 61,
                                          .pass = 70,
                                          .detail = "8 of 13 points",
                                          .pass_text = "pass 70",
                                          .verdict = "9 below pass"});
}

static void left(ui_context *ui, demo *state, bool is_han)
{
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1}, .gap = 16});
    buttons(ui, state);
    ui_begin_card(ui, &(ui_box){.gap = 12});
    line(ui, state, is_han);
    ui_end(ui);
    replies(ui, is_han);
    ui_begin_card(ui, &(ui_box){.gap = 12});
    choices(ui, state);
    ui_end(ui);
    fields(ui, state);
    ui_end(ui);
}

static void right(ui_context *ui, bool is_han)
{
    ui_begin_column(ui, &(ui_box){.width = {.px = 420}, .gap = 16});
    ui_begin_card(ui, &(ui_box){.gap = 12});
    head(ui, is_han ? "标签" : "Tags");
    tags(ui);
    ui_end(ui);
    ui_begin_card(ui, &(ui_box){.gap = 12});
    head(ui, is_han ? "分数" : "Scores");
    meters(ui, is_han);
    faces(ui);
    ui_end(ui);
    ui_begin_card(ui, &(ui_box){.gap = 12});
    charts(ui);
    ui_end(ui);
    ui_end(ui);
}

static void over(ui_context *ui, demo *state)
{
    if (!state->has_dialog) {
        return;
    }
    bool leaves = ui_begin_dialog(
        ui, &(ui_dialog_spec){
                .id = "end", .title = "End the call?", .first_focus = "stay"});
    ui_text(ui,
            "Margaret still waits for an answer. If you end the call now, the "
            "run is scored as it stands.",
            &ui_support);
    ui_begin_row(ui, &(ui_box){.gap = 12, .justify = UI_PACK_END});
    leaves |= ui_button(ui, &(ui_button_spec){.id = "end-now",
                                              .label = "End the call",
                                              .kind = UI_DANGEROUS});
    leaves |= ui_button(ui, &(ui_button_spec){.id = "stay",
                                              .label = "Stay in the call",
                                              .kind = UI_PRIMARY});
    ui_end(ui);
    ui_end(ui);
    state->has_dialog = !leaves;
}

static void frame(ui_context *ui, void *user, uint32_t now_ms)
{
    demo *state = user;
    bool is_han = ui_is_han(ui);
    (void)now_ms;
    ui_screen(ui, "demo", "reply-2");
    ui_begin_scroll(ui, &(ui_scroll_spec){.box = {.id = "page",
                                                  .pad = ui_pad_xy(40, 28),
                                                  .gap = 16,
                                                  .height = {.grow = 1}},
                                          .takes_pages = true});
    ui_begin_row(ui, &(ui_box){.align = UI_BASELINE});
    ui_text(ui, is_han ? "组件" : "Components", &ui_title);
    ui_spacer(ui);
    ui_text(ui, ui_format(ui, "pressed %d", state->presses), &ui_support);
    ui_end(ui);
    call_head(ui);
    ui_begin_row(ui, &(ui_box){.gap = 24, .align = UI_START});
    left(ui, state, is_han);
    right(ui, is_han);
    ui_end(ui);
    ui_end(ui);
    static const ui_hint_spec hints[] = {{'1', '3', true, "choose a reply"},
                                         {UI_KEY_ENTER, 0, false, "say it"},
                                         {'p', 0, false, "pin a phrase"},
                                         {'n', 0, false, "note"}};
    static const ui_hint_spec last = {UI_KEY_F1, 0, false, "all shortcuts"};
    ui_footer(ui, hints, 4, &last);
    over(ui, state);
    if (ui_shortcut(ui, UI_CTRL | 'q')) {
        state->has_quit = true;
    }
}

static bool has_quit(void *user)
{
    const demo *state = user;
    return state->has_quit;
}

static ui_theme_name theme_named(const char *name)
{
    if (strcmp(name, "dark") == 0) {
        return UI_DARK;
    }
    return strcmp(name, "contrast") == 0 ? UI_CONTRAST : UI_LIGHT;
}

int main(int argc, char **argv)
{
    demo state = {.slider = 100, .steps = 20};
    (void)snprintf(state.summary, sizeof state.summary,
                   "Roaming pack accepted by mistake on a handset in Madrid "
                   "on 3 May. Removed.");
    window_client client = {
        .user = &state, .frame = frame, .has_quit = has_quit};
    window_options options = {
        .asset_dir = RP_SOURCE_DIR "/assets", .width = 1280, .height = 1560};
    rp_error err = {0};
    rp_status status = RP_OK;
    options.settings.theme = argc > 2 ? theme_named(argv[2]) : UI_LIGHT;
    options.settings.language = argc > 3 ? argv[3] : "en";
    options.settings.text_percent =
        argc > 4 ? (uint16_t)strtoul(argv[4], NULL, 10) : 100;
    options.scale_percent = argc > 5 ? (int)strtol(argv[5], NULL, 10) : 0;
    if (argc > 1 && strcmp(argv[1], "-") != 0) {
        status = rp_window_shot(&options, &client, argv[1], &err);
    } else {
        options.height = 800;
        status = rp_window_run(&options, &client, &err);
    }
    if (status != RP_OK) {
        (void)fprintf(stderr, "ui_demo: %s\n", err.message);
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
