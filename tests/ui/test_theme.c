#include <math.h>

#include "support/test.h"
#include "ui/ui_theme.h"

typedef struct color_pair {
    ui_color ink;
    ui_color ground;
} color_pair;

/* Every text colour on what it is set on. */
static const color_pair pairs[] = {
    {UI_INK, UI_BG},
    {UI_INK, UI_SURFACE},
    {UI_INK, UI_SUNKEN},
    {UI_INK2, UI_BG},
    {UI_INK2, UI_SURFACE},
    {UI_INK2, UI_SUNKEN},
    {UI_INK3, UI_BG},
    {UI_INK3, UI_SURFACE},
    {UI_INK3, UI_SUNKEN},
    {UI_ACCENT, UI_BG},
    {UI_ACCENT, UI_SURFACE},
    {UI_ACCENT, UI_ACCENT_SOFT},
    {UI_INK, UI_ACCENT_SOFT},
    {UI_ON_ACCENT, UI_ACCENT},
    {UI_ON_ACCENT, UI_ACCENT_HOVER},
    {UI_ON_ACCENT, UI_ACCENT_PRESSED},
    {UI_LISTENING, UI_LISTENING_SOFT},
    {UI_EMPATHY, UI_EMPATHY_SOFT},
    {UI_RESOLUTION, UI_RESOLUTION_SOFT},
    {UI_WARN, UI_WARN_SOFT},
    {UI_WARN, UI_SURFACE},
    {UI_DANGER, UI_DANGER_SOFT},
    {UI_DANGER, UI_SURFACE},
    {UI_VIOLET, UI_VIOLET_SOFT},
    {UI_OLIVE, UI_OLIVE_SOFT},
    {UI_INK, UI_HEAT_0},
    {UI_INK, UI_HEAT_1},
    {UI_INK, UI_HEAT_2},
    {UI_INK, UI_HEAT_3},
    {UI_ON_ACCENT, UI_HEAT_4},
};

static double channel(uint8_t value)
{
    double c = value / 255.0;
    return c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(ui_rgba c)
{
    return 0.2126 * channel(c.r) + 0.7152 * channel(c.g) +
           0.0722 * channel(c.b);
}

static double contrast(ui_theme_name theme, ui_color a, ui_color b)
{
    double first = luminance(ui_theme_color(theme, a));
    double second = luminance(ui_theme_color(theme, b));
    double high = first > second ? first : second;
    double low = first > second ? second : first;
    return (high + 0.05) / (low + 0.05);
}

static void expect_readable(ui_theme_name theme)
{
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        assert_true(contrast(theme, pairs[i].ink, pairs[i].ground) >= 4.5);
    }
}

static void every_text_can_be_read_in_every_theme(void **unused)
{
    (void)unused;
    expect_readable(UI_LIGHT);
    expect_readable(UI_DARK);
    expect_readable(UI_CONTRAST);
}

static void borders_and_rings_can_be_seen_in_every_theme(void **unused)
{
    (void)unused;
    static const color_pair lines[] = {{UI_LINE_STRONG, UI_BG},
                                       {UI_LINE_STRONG, UI_SURFACE},
                                       {UI_FOCUS, UI_BG},
                                       {UI_FOCUS, UI_SURFACE}};
    for (int theme = UI_LIGHT; theme <= UI_CONTRAST; theme++) {
        for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
            assert_true(contrast((ui_theme_name)theme, lines[i].ink,
                                 lines[i].ground) >= 3.0);
        }
    }
}

static void every_token_has_a_colour(void **unused)
{
    (void)unused;
    for (int color = UI_BG; color < UI_COLOR_COUNT; color++) {
        assert_true(ui_theme_color(UI_LIGHT, (ui_color)color).a > 0);
    }
    assert_int_equal(ui_theme_color(UI_LIGHT, UI_NONE).a, 0);
}

static void chinese_lines_are_taller_and_titles_smaller(void **unused)
{
    (void)unused;
    assert_int_equal(ui_theme_type(UI_M, false).line_px, 22);
    assert_int_equal(ui_theme_type(UI_M, true).line_px, 24);
    assert_int_equal(ui_theme_type(UI_XL, true).size_px, 30);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_text_can_be_read_in_every_theme),
        cmocka_unit_test(borders_and_rings_can_be_seen_in_every_theme),
        cmocka_unit_test(every_token_has_a_colour),
        cmocka_unit_test(chinese_lines_are_taller_and_titles_smaller),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
