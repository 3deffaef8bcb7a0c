/*
 * The gallery's second page: texts, pictures and small displays.
 */
#include "gallery_internal.h"

/* ---------------------------------------------------------------- texts */

void gallery_text(gallery *at)
{
    ui_context *ui = at->ui;
    ui_style cut = ui_strong;
    const char *name =
        sample(at, "The roaming pack nobody asked for, and what became of it",
               "没人点过的漫游包，后来怎么样了");

    cut.truncates = true;
    cut.is_one_line = true;
    begin_sample(at, "Text", "文字");
    ui_text(ui, sample(at, "Calm, warm, clear", "平静、温暖、清楚"), &ui_title);
    ui_text(ui,
            sample(at, "I never asked for any roaming pack.",
                   "我从来没开过什么漫游包。"),
            &ui_current);
    ui_text(ui,
            sample(at,
                   "That is more than double, so I see why you’re calling. "
                   "May I check when it started, and on which phone?",
                   "翻了一倍还多，难怪您要打来问。我先看看是哪天开始的、"
                   "在哪部手机上开的，可以吗？"),
            &ui_body);
    ui_text(ui, sample(at, "from 3 May, by phone", "5月3日起，手机开通"),
            &ui_quiet);
    ui_text(ui, name, &cut);
    ui_end(ui);
}

void gallery_rich(gallery *at)
{
    ui_context *ui = at->ui;

    begin_sample(at, "Marked text", "带标记的文字");
    int phrase = ui_rich(
        ui, &(ui_rich_spec){
                .id = "rich",
                .text = sample(at,
                               "[sighs] I *never* asked for ~any roaming pack~"
                               ". And now you’re telling me this is ~my "
                               "fault~?",
                               "[叹气] 我*从来*没开过~什么漫游包~。现在您跟"
                               "我说这是~我的问题~？"),
                .style = &ui_current,
                .has_phrases = true,
                .is_choosing = at->is_choosing,
                .pinned = at->pinned | 2U});
    if (phrase >= 0) {
        at->pinned ^= 1U << (unsigned)phrase;
    }
    ui_end(ui);
}

/* ------------------------------------------------------------- pictures */

void gallery_icon(gallery *at)
{
    static const char *const names[] = {
        "home",  "library", "award",  "guide", "studio", "settings", "phone",
        "chat",  "counter", "pin",    "note",  "hold",   "transfer", "bill",
        "clock", "timer",   "search", "lock",  "check",  "warning",  "error"};
    ui_context *ui = at->ui;

    begin_sample(at, "Icons", "图标");
    ui_begin_row(ui, &(ui_box){.gap = 12, .line_gap = 8, .wraps = true});
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        ui_icon(ui, &(ui_icon_spec){.name = names[i]});
    }
    ui_icon(ui, &(ui_icon_spec){.name = "heart",
                                .size_px = 24,
                                .color = UI_EMPATHY,
                                .label = sample(at, "Empathy", "共情")});
    ui_end(ui);
    ui_end(ui);
}

void gallery_portrait(gallery *at)
{
    static const ui_mood moods[] = {UI_MOOD_FURIOUS, UI_MOOD_ANXIOUS,
                                    UI_MOOD_RELIEVED};
    ui_context *ui = at->ui;

    begin_sample(at, "Portraits", "肖像");
    ui_begin_row(ui, &(ui_box){.gap = 12, .wraps = true});
    for (int i = 0; i < 3; i++) {
        ui_portrait(ui, &(ui_portrait_spec){
                            .id = ui_format(ui, "portrait-%d", i),
                            .person = "margaret",
                            .mood = moods[i],
                            .width = {.px = 84},
                            .height = {.px = 104},
                            .label = sample(at, "Margaret Hale", "玛格丽特")});
    }
    ui_end(ui);
    ui_end(ui);
}

void gallery_avatar(gallery *at)
{
    ui_context *ui = at->ui;

    begin_sample(at, "Avatars", "头像");
    ui_begin_row(ui, &(ui_box){.gap = 12, .wraps = true});
    ui_avatar(ui, &(ui_avatar_spec){.person = "priya",
                                    .mood = UI_MOOD_NEUTRAL,
                                    .size_px = 52});
    ui_avatar(ui, &(ui_avatar_spec){
                      .person = "hao", .mood = UI_MOOD_PLEASED, .size_px = 40});
    ui_avatar(ui,
              &(ui_avatar_spec){.person = "margaret", .mood = UI_MOOD_ANXIOUS});
    for (uint8_t tint = 0; tint < 7; tint++) {
        ui_avatar(ui, &(ui_avatar_spec){.initials = tint % 2 == 0 ? "LX" : "林",
                                        .tint = tint,
                                        .size_px = tint == 0 ? 40 : 32});
    }
    ui_end(ui);
    ui_end(ui);
}

void gallery_logo(gallery *at)
{
    ui_context *ui = at->ui;

    begin_sample(at, "The mark", "标志");
    ui_begin_row(ui, &(ui_box){.gap = 12});
    ui_logo(ui, 48);
    ui_logo(ui, 0);
    ui_logo(ui, 20);
    ui_end(ui);
    ui_end(ui);
}

void gallery_vector(gallery *at)
{
    ui_context *ui = at->ui;
    const char *svg = ui_format(
        ui,
        "<path d=\"M0 40 L40 12 L80 30 L120 4\" fill=\"none\" stroke=\"%s\" "
        "stroke-width=\"3\"/><circle cx=\"80\" cy=\"30\" r=\"5\" "
        "fill=\"%s\"/>",
        ui_hex(ui, UI_ACCENT), ui_hex(ui, UI_EMPATHY));

    begin_sample(at, "Small vectors", "小图形");
    ui_vector(ui, &(ui_vector_spec){.svg = svg,
                                    .width = {.px = 120},
                                    .height = {.px = 44},
                                    .view_width = 120,
                                    .view_height = 44,
                                    .label = sample(at, "A trend", "走势")});
    ui_end(ui);
}

/* -------------------------------------------------------- tags and keys */

void gallery_tag(gallery *at)
{
    ui_tag_spec tags[] = {
        {sample(at, "Passed", "已通过"), "check", UI_TONE_ACCENT, NULL},
        {sample(at, "Not yet", "还差一点"), "retry", UI_TONE_NEUTRAL, NULL},
        {sample(at, "18 days left", "还剩 18 天"), "clock", UI_TONE_WARN, NULL},
        {sample(at, "Expired", "已过期"), "error", UI_TONE_DANGER, NULL},
        {sample(at, "Sign-off", "签核"), "sign", UI_TONE_LISTENING, NULL},
        {sample(at, "due", "该练了"), "heart", UI_TONE_EMPATHY, NULL},
        {sample(at, "12 of 14", "14 分得 12"), "key", UI_TONE_RESOLUTION, NULL},
        {sample(at, "Level 2", "二级"), NULL, UI_TONE_STRONG, NULL}};

    begin_sample(at, "Tags", "标记");
    ui_begin_row(at->ui, &(ui_box){.gap = 8, .wraps = true});
    for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++) {
        ui_tag(at->ui, &tags[i]);
    }
    ui_end(at->ui);
    ui_end(at->ui);
}

void gallery_key_cap(gallery *at)
{
    static const ui_key caps[] = {'1',       UI_KEY_ENTER, UI_CTRL | 'e',
                                  UI_KEY_F1, UI_KEY_UP,    '/'};

    begin_sample(at, "Keys", "按键");
    ui_begin_row(at->ui, &(ui_box){.gap = 8, .wraps = true});
    for (size_t i = 0; i < sizeof caps / sizeof caps[0]; i++) {
        ui_key_cap(at->ui, caps[i]);
    }
    ui_end(at->ui);
    ui_end(at->ui);
}

void gallery_key_hint(gallery *at)
{
    begin_sample(at, "Key hints", "按键提示");
    ui_key_hint(at->ui, &(ui_hint_spec){
                            .key = '1',
                            .last = '4',
                            .is_range = true,
                            .label = sample(at, "choose a reply", "选择回复")});
    ui_key_hint(at->ui, &(ui_hint_spec){.key = UI_KEY_ENTER,
                                        .label = sample(at, "say it", "说出")});
    ui_key_hint(at->ui, &(ui_hint_spec){.icon = "check",
                                        .label = sample(at, "Kept", "已保存")});
    ui_end(at->ui);
}

/* --------------------------------------------------------------- scores */

void gallery_score(gallery *at)
{
    ui_context *ui = at->ui;

    begin_sample(at, "Scores", "分数");
    ui_begin_row(ui, &(ui_box){.gap = 14, .wraps = true});
    ui_score(ui, &(ui_score_spec){.skill = UI_SKILL_LISTENING, .value = 84});
    ui_score(ui, &(ui_score_spec){.skill = UI_SKILL_EMPATHY, .value = 61});
    ui_score(ui, &(ui_score_spec){.skill = UI_SKILL_RESOLUTION, .value = 90});
    ui_score(ui, &(ui_score_spec){.skill = UI_SKILL_LISTENING,
                                  .value = 6,
                                  .is_delta = true});
    ui_score(ui, &(ui_score_spec){
                     .skill = UI_SKILL_EMPATHY, .value = -9, .is_delta = true});
    ui_end(ui);
    ui_end(ui);
}

void gallery_skill_badge(gallery *at)
{
    begin_sample(at, "Skill badges", "能力徽章");
    ui_begin_row(at->ui, &(ui_box){.gap = 12});
    ui_skill_badge(at->ui, UI_SKILL_LISTENING);
    ui_skill_badge(at->ui, UI_SKILL_EMPATHY);
    ui_skill_badge(at->ui, UI_SKILL_RESOLUTION);
    ui_end(at->ui);
    ui_end(at->ui);
}

void gallery_steps(gallery *at)
{
    const char *spoken = sample(at, "3 of 5", "第 3 步，共 5 步");

    begin_sample(at, "Steps", "进度");
    ui_steps(at->ui,
             &(ui_steps_spec){
                 .done = 3, .count = 5, .is_small = true, .label = spoken});
    ui_steps(at->ui, &(ui_steps_spec){.done = 3, .count = 5, .label = spoken});
    ui_end(at->ui);
}

void gallery_difficulty(gallery *at)
{
    begin_sample(at, "Difficulty", "难度");
    ui_begin_row(at->ui, &(ui_box){.gap = 16});
    ui_difficulty(at->ui, 1, sample(at, "easy", "容易"));
    ui_difficulty(at->ui, 2, sample(at, "medium", "中等"));
    ui_difficulty(at->ui, 3, sample(at, "hard", "困难"));
    ui_end(at->ui);
    ui_end(at->ui);
}

void gallery_bar(gallery *at)
{
    begin_sample(at, "Bars", "条");
    ui_bar(at->ui, &(ui_bar_spec){.value = 620, .tick = 700});
    ui_bar(at->ui, &(ui_bar_spec){.value = 840, .fill = UI_LISTENING});
    ui_bar(at->ui,
           &(ui_bar_spec){.value = 300,
                          .fill = UI_WARN,
                          .height_px = 10,
                          .label = sample(at, "30 per cent", "百分之三十")});
    ui_end(at->ui);
}

void gallery_heat_cell(gallery *at)
{
    static const char *const values[] = {"–", "12", "38", "54", "71", "96"};

    begin_sample(at, "Heat cells", "热力格");
    ui_begin_row(at->ui, &(ui_box){.gap = 4});
    for (int i = 0; i < 6; i++) {
        ui_heat_cell(at->ui, i - 1, values[i], values[i]);
    }
    ui_end(at->ui);
    ui_end(at->ui);
}
