#include <string.h>

#include "support/test.h"
#include "window/window.h"

static window_fonts *fonts;

static int open_fonts(void **state)
{
    (void)state;
    return rp_text_service_open(&fonts, NULL) == RP_OK ? 0 : -1;
}

static int close_fonts(void **state)
{
    (void)state;
    rp_text_service_close(fonts);
    return 0;
}

static int width(ui_font font, const char *text)
{
    const ui_text_service *service = rp_text_service(fonts);
    return service->width(service->user, &font, text, strlen(text));
}

static const ui_font latin = {.face = UI_FACE_LATIN,
                              .size_px = 15,
                              .percent = 100};
static const ui_font han = {.face = UI_FACE_HAN, .size_px = 15, .percent = 100};

static void spaces_at_the_end_have_their_width(void **state)
{
    (void)state;
    int bare = width(latin, "word");

    assert_true(width(latin, "word ") >= bare + 3);
    assert_true(width(latin, "word  ") > width(latin, "word "));
}

static void tabular_digits_do_not_jump(void **state)
{
    (void)state;
    ui_font tabular = latin;
    tabular.is_tabular = true;

    assert_int_equal(width(tabular, "02:41"), width(tabular, "08:88"));
    assert_int_not_equal(width(latin, "111"), width(latin, "000"));
}

static void text_grows_with_its_scale(void **state)
{
    (void)state;
    ui_font large = latin;
    large.percent = 200;

    int plain = width(latin, "The pack was switched on");
    int doubled = width(large, "The pack was switched on");

    assert_in_range(doubled, plain * 19 / 10, plain * 21 / 10);
}

static void a_han_character_is_an_em_wide(void **state)
{
    (void)state;
    assert_in_range(width(han, "约好今天"), 60, 61);
}

static void a_missing_glyph_comes_from_another_face(void **state)
{
    (void)state;
    assert_int_equal(width(latin, "约"), width(han, "约"));
}

static void metrics_tell_where_the_baseline_is(void **state)
{
    (void)state;
    const ui_text_service *service = rp_text_service(fonts);

    ui_font_metrics metrics = service->metrics(service->user, &latin);

    assert_in_range(metrics.ascent_px, 13, 16);
    assert_in_range(metrics.descent_px, 3, 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spaces_at_the_end_have_their_width),
        cmocka_unit_test(tabular_digits_do_not_jump),
        cmocka_unit_test(text_grows_with_its_scale),
        cmocka_unit_test(a_han_character_is_an_em_wide),
        cmocka_unit_test(a_missing_glyph_comes_from_another_face),
        cmocka_unit_test(metrics_tell_where_the_baseline_is),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
