/* The tables of codes, as `rapport explain` shows them. */
#include <stdio.h>
#include <string.h>

#include "rapport/author.h"
#include "support/test.h"

enum {
    NAMES_MAX = 200
};

static uint32_t all_codes(const rp_code *codes[NAMES_MAX])
{
    rp_chapter chapters[RP_CHAPTERS_MAX];
    uint32_t chapter_count = rp_code_chapters(chapters);
    uint32_t count = 0;

    for (uint32_t i = 0; i < chapter_count; i++) {
        for (uint32_t j = 0; j < chapters[i].count && count < NAMES_MAX; j++) {
            codes[count++] = &chapters[i].codes[j];
        }
    }
    return count;
}

static void every_row_is_in_a_chapter(void **state)
{
    const rp_code *codes[NAMES_MAX];
    (void)state;

    assert_int_equal(all_codes(codes), rp_fault_codes().count +
                                           rp_remark_codes().count +
                                           rp_missing_codes().count);
}

static void no_code_stands_twice(void **state)
{
    const rp_code *codes[NAMES_MAX];
    uint32_t count = all_codes(codes);
    (void)state;

    for (uint32_t i = 0; i < count; i++) {
        assert_ptr_equal(rp_code_find(codes[i]->name), codes[i]);
    }
    assert_null(rp_code_find("no-such-code"));
}

static void every_row_says_what_it_means_and_how_it_is_mended(void **state)
{
    const rp_code *codes[NAMES_MAX];
    uint32_t count = all_codes(codes);
    (void)state;

    for (uint32_t i = 0; i < count; i++) {
        const char *const texts[] = {codes[i]->about, codes[i]->sentence,
                                     codes[i]->mend, codes[i]->example};
        for (size_t j = 0; j < 4; j++) {
            if (texts[j] == NULL || texts[j][0] == '\0') {
                fail_msg("%s lacks text %zu", codes[i]->name, j);
            }
        }
        assert_true(rp_is_id(codes[i]->name));
    }
}

static void page_names_every_code(void **state)
{
    const rp_code *codes[NAMES_MAX];
    uint32_t count = all_codes(codes);
    rp_text page;
    (void)state;

    rp_text_init(&page, rp_alloc_default());
    rp_codes_page(&page);

    for (uint32_t i = 0; i < count; i++) {
        char heading[80];
        (void)snprintf(heading, sizeof heading, "\n### `%s`\n", codes[i]->name);
        assert_non_null(strstr(page.bytes, heading));
    }
    rp_text_clear(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_is_in_a_chapter),
        cmocka_unit_test(no_code_stands_twice),
        cmocka_unit_test(every_row_says_what_it_means_and_how_it_is_mended),
        cmocka_unit_test(page_names_every_code),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
