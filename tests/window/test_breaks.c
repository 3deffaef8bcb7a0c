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

/* Writes the text with a bar at every place where a line may break. */
static void mark(const char *text, const char *language, char *out)
{
    uint8_t marks[256];
    size_t length = strlen(text);
    const ui_text_service *service = rp_text_service(fonts);
    service->breaks(service->user, text, length, language, marks);
    for (size_t i = 0; i < length; i++) {
        if (i > 0 && (marks[i] & UI_MARK_LINE) != 0) {
            *out++ = '|';
        }
        *out++ = text[i];
    }
    *out = '\0';
}

static void expect(const char *language, const char *marked)
{
    char plain[256];
    char found[512];
    size_t length = 0;
    for (const char *at = marked; *at != '\0'; at++) {
        if (*at != '|') {
            plain[length++] = *at;
        }
    }
    plain[length] = '\0';
    mark(plain, language, found);
    assert_string_equal(found, marked);
}

static void english_breaks_at_spaces_and_hyphens(void **state)
{
    (void)state;
    expect("en", "May |I |check |when |it |started?");
    expect("en", "the |60-|day |rule");
}

static void numbers_keep_their_units(void **state)
{
    (void)state;
    expect("en", "about |4 min |left");
    expect("en", "World |5 GB |roaming");
    expect("zh", "当|天|3–5分钟|内");
}

static void chinese_breaks_between_any_two_characters(void **state)
{
    (void)state;
    expect("zh", "约|好|今|天");
}

static void no_line_starts_with_a_closing_or_pausing_mark(void **state)
{
    (void)state;
    expect("zh", "在|吗？|约|好，|没|人。");
    expect("zh", "（上|午）|来");
}

static void quotes_beside_han_are_brackets(void **state)
{
    (void)state;
    expect("zh", "他|说|“好|的”|吗");
}

static void dashes_and_dots_stay_whole(void **state)
{
    (void)state;
    expect("zh", "怎|么|办……|好");
    expect("zh", "师|傅——|请");
}

static void a_text_that_is_no_utf8_breaks_nowhere(void **state)
{
    (void)state;
    char found[32];
    mark("ab\xFF cd", "en", found);
    assert_string_equal(found, "ab\xFF cd");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(english_breaks_at_spaces_and_hyphens),
        cmocka_unit_test(numbers_keep_their_units),
        cmocka_unit_test(chinese_breaks_between_any_two_characters),
        cmocka_unit_test(no_line_starts_with_a_closing_or_pausing_mark),
        cmocka_unit_test(quotes_beside_han_are_brackets),
        cmocka_unit_test(dashes_and_dots_stay_whole),
        cmocka_unit_test(a_text_that_is_no_utf8_breaks_nowhere),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
