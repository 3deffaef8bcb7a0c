/*
 * The gallery's last page: the colours of all three themes, the three scores
 * as people with each kind of colour vision see them, and the four sizes of
 * type in both scripts.
 */
#include <math.h>

#include "gallery_internal.h"
#include "screens/gallery_vision.h"

/* --------------------------------------------------------------- colours */

static const struct swatch {
    ui_color color;
    const char *english;
    const char *chinese;
} swatches[] = {
    {UI_BG, "Paper", "底色"},
    {UI_SURFACE, "Surface", "卡片"},
    {UI_SUNKEN, "Sunken", "凹槽"},
    {UI_LINE, "Line", "细线"},
    {UI_LINE_STRONG, "Control line", "控件线"},
    {UI_INK, "Ink", "正文"},
    {UI_INK2, "Ink 2", "次要文字"},
    {UI_INK3, "Ink 3", "弱化文字"},
    {UI_ACCENT, "Accent", "强调"},
    {UI_ACCENT_SOFT, "Accent soft", "浅强调"},
    {UI_LISTENING, "Listening", "倾听"},
    {UI_EMPATHY, "Empathy", "共情"},
    {UI_RESOLUTION, "Resolution", "解决"},
    {UI_RESOLUTION_FILL, "Resolution fill", "解决填充"},
    {UI_WARN, "Warning", "提醒"},
    {UI_DANGER, "Danger", "危险"},
};

static const struct theme_row {
    ui_theme_name theme;
    const char *english;
    const char *chinese;
} themes[] = {
    {UI_LIGHT, "Light", "浅色"},
    {UI_DARK, "Dark", "深色"},
    {UI_CONTRAST, "High contrast", "高对比度"},
};

enum {
    SWATCH_COUNT = sizeof swatches / sizeof swatches[0],
    THEME_COUNT = sizeof themes / sizeof themes[0]
};

static void swatch(gallery *at, const struct swatch *which)
{
    ui_context *ui = at->ui;
    int16_t side = (int16_t)ui_with_half_text(ui, 28);

    ui_begin_row(ui, &(ui_box){.gap = 10});
    ui_begin_row(ui, &(ui_box){.width = {.px = side},
                               .height = {.px = side},
                               .fill = which->color,
                               .border = UI_LINE_STRONG,
                               .radius = 8});
    ui_end(ui);
    ui_begin_column(ui, NULL);
    ui_text(ui, sample(at, which->english, which->chinese), &ui_small);
    ui_text(ui, ui_hex(ui, which->color), &ui_quiet);
    ui_end(ui);
    ui_end(ui);
}

static void palette(gallery *at, const struct theme_row *row)
{
    ui_context *ui = at->ui;
    ui_theme_name own = ui_get(ui)->theme;

    ui_set_theme(ui, row->theme);
    ui_begin_column(ui, &(ui_box){.pad = ui_pad_all(20),
                                  .gap = 12,
                                  .fill = UI_BG,
                                  .border = UI_LINE,
                                  .radius = UI_RADIUS_CARD});
    ui_text(ui, sample(at, row->english, row->chinese), &ui_subhead);
    ui_begin_grid(ui, &(ui_box){.columns = 2, .gap = 8});
    for (int i = 0; i < SWATCH_COUNT; i++) {
        swatch(at, &swatches[i]);
    }
    ui_end(ui);
    ui_end(ui);
    ui_set_theme(ui, own);
}

static int16_t columns_of(const gallery *at, int most)
{
    bool is_compact = ui_width(at->ui) == UI_COMPACT;

    return (int16_t)(is_compact ? most / 2 : most);
}

void gallery_show_colors(gallery *at)
{
    ui_context *ui = at->ui;
    bool is_small = ui_width(ui) == UI_COMPACT;

    ui_begin_grid(ui,
                  &(ui_box){.columns = (int16_t)(is_small ? 1 : 3), .gap = 16});
    for (int i = 0; i < THEME_COUNT; i++) {
        palette(at, &themes[i]);
    }
    ui_end(ui);
}

/* ---------------------------------------------------------------- vision */

/*
 * Machado, Oliveira and Fernandes, "A Physiologically-based Model for
 * Simulation of Color Vision Deficiency" (2009), severity 1.0; for linear RGB.
 */
static const double visions[VISION_COUNT][3][3] = {
    [VISION_FULL] = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    [VISION_DEUTERANOPIA] = {{0.367322, 0.860646, -0.227968},
                             {0.280085, 0.672501, 0.047413},
                             {-0.011820, 0.042940, 0.968881}},
    [VISION_PROTANOPIA] = {{0.152286, 1.052583, -0.204868},
                           {0.114503, 0.786281, 0.099216},
                           {-0.003882, -0.048116, 1.051998}},
    [VISION_TRITANOPIA] = {{1.255528, -0.076749, -0.178779},
                           {-0.078411, 0.930809, 0.147602},
                           {0.004733, 0.691367, 0.303900}},
};

/* The transfer function of sRGB, IEC 61966-2-1. */
static double linear_of(uint8_t byte)
{
    double value = byte / 255.0;

    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static uint8_t byte_of(double linear)
{
    double held = linear < 0 ? 0 : linear;
    held = held > 1 ? 1 : held;
    double value =
        held <= 0.0031308 ? held * 12.92 : 1.055 * pow(held, 1 / 2.4) - 0.055;

    return (uint8_t)lround(value * 255);
}

ui_rgba vision_seen(ui_rgba color, vision_kind kind)
{
    const double linear[3] = {linear_of(color.r), linear_of(color.g),
                              linear_of(color.b)};
    uint8_t seen[3];

    for (int i = 0; i < 3; i++) {
        const double *row = visions[kind][i];
        seen[i] = byte_of(row[0] * linear[0] + row[1] * linear[1] +
                          row[2] * linear[2]);
    }
    return (ui_rgba){seen[0], seen[1], seen[2], color.a};
}

static const char *seen_hex(gallery *at, ui_color color, vision_kind kind)
{
    ui_rgba seen =
        vision_seen(ui_theme_color(ui_get(at->ui)->theme, color), kind);

    return ui_format(at->ui, "#%02X%02X%02X", seen.r, seen.g, seen.b);
}

static void seen_bar(gallery *at, const char *icon, ui_color color, int value,
                     vision_kind kind)
{
    ui_context *ui = at->ui;
    ui_style number = ui_strong;
    const char *svg =
        ui_format(ui,
                  "<rect width=\"160\" height=\"8\" rx=\"4\" fill=\"%s\"/>"
                  "<rect width=\"%d\" height=\"8\" rx=\"4\" fill=\"%s\"/>",
                  seen_hex(at, UI_SUNKEN, kind), 160 * value / 100,
                  seen_hex(at, color, kind));

    number.is_tabular = true;
    ui_begin_row(ui, &(ui_box){.gap = 10});
    ui_icon(ui, &(ui_icon_spec){.name = icon, .size_px = 16});
    ui_vector(ui, &(ui_vector_spec){.svg = svg,
                                    .width = {.px = 160},
                                    .height = {.px = 8},
                                    .view_width = 160,
                                    .view_height = 8});
    ui_spacer(ui);
    ui_text(ui, ui_format(ui, "%d", value), &number);
    ui_end(ui);
}

static void seen_card(gallery *at, vision_kind kind)
{
    static const struct {
        const char *english;
        const char *chinese;
    } names[VISION_COUNT] = {
        [VISION_FULL] = {"As designed", "设计原色"},
        [VISION_DEUTERANOPIA] = {"Deuteranopia", "绿色盲"},
        [VISION_PROTANOPIA] = {"Protanopia", "红色盲"},
        [VISION_TRITANOPIA] = {"Tritanopia", "蓝色盲"},
    };

    ui_begin_card(at->ui, &(ui_box){.gap = 8, .pad = ui_pad_all(16)});
    ui_text(at->ui, sample(at, names[kind].english, names[kind].chinese),
            &ui_quiet);
    seen_bar(at, "ear", UI_LISTENING, 84, kind);
    seen_bar(at, "heart", UI_EMPATHY, 61, kind);
    seen_bar(at, "key", UI_RESOLUTION_FILL, 90, kind);
    ui_end(at->ui);
}

void gallery_show_vision(gallery *at)
{
    ui_context *ui = at->ui;
    ui_theme_name own = ui_get(ui)->theme;

    ui_text(ui,
            sample(at, "The three scores, seen with each kind of colour vision",
                   "不同色觉看到的三项分数"),
            &ui_heading);
    ui_begin_grid(ui, &(ui_box){.columns = columns_of(at, 4), .gap = 16});
    for (int i = 0; i < 2 * VISION_COUNT; i++) {
        ui_set_theme(ui, i < VISION_COUNT ? UI_LIGHT : UI_DARK);
        seen_card(at, (vision_kind)(i % VISION_COUNT));
    }
    ui_set_theme(ui, own);
    ui_end(ui);
}

/* ------------------------------------------------------------------ type */

typedef struct type_row {
    const ui_style *style;
    const char *text;
    const char *note;
} type_row;

static void type_card(gallery *at, const type_row rows[4])
{
    ui_begin_card(at->ui, &(ui_box){.gap = 4});
    for (int i = 0; i < 4; i++) {
        ui_text(at->ui, rows[i].text, rows[i].style);
        ui_text(at->ui, rows[i].note, &ui_quiet);
        ui_gap(at->ui, 8);
    }
    ui_end(at->ui);
}

void gallery_show_type(gallery *at)
{
    static const type_row latin[4] = {
        {&ui_title, "Calm, warm, clear", "XL 32/40 semibold, one per screen"},
        {&ui_current, "I never asked for any roaming pack.",
         "L 20/28, what the customer is saying now"},
        {&ui_body, "That is more than double, so I see why you’re calling.",
         "M 15/22, body, replies, controls"},
        {&ui_small, "from 3 May, by phone", "S 13/18, labels, tables, footers"},
    };
    static const type_row han[4] = {
        {&ui_title, "平静、温暖、清楚", "XL 30/42 粗体，每屏一处"},
        {&ui_current, "我从来没开过什么漫游包。", "L 20/30，客户正在说的话"},
        {&ui_body, "翻了一倍还多，难怪您要打来问。",
         "M 15/24，正文、回复、控件"},
        {&ui_small, "5月3日起，手机开通，¥399.00", "S 13/20，标签、表格、底栏"},
    };

    ui_begin_grid(at->ui, &(ui_box){.columns = columns_of(at, 2), .gap = 16});
    type_card(at, latin);
    type_card(at, han);
    ui_end(at->ui);
}
