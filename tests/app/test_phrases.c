/* What the helper says of a file can be said in another language too. */
#include <string.h>

#include "rapport/base.h"
#include "support/test.h"

static const char *const phrases[] = {
#define PHRASE(pattern) (pattern),
#include "app/list_phrases.h"
#undef PHRASE
    NULL};

static bool is_listed(const char *sentence)
{
    for (size_t i = 0; phrases[i] != NULL; i++) {
        if (strcmp(phrases[i], sentence) == 0) {
            return true;
        }
    }
    return false;
}

static void every_wording_of_the_helper_is_a_phrase(void **state)
{
    static const char *const wordings[] = {
#define RP_WORDING(pattern, test, sentence) sentence,
#include "helper/list_wordings.h"
#undef RP_WORDING
    };
    size_t missing = 0;
    (void)state;

    for (size_t i = 0; i < sizeof wordings / sizeof *wordings; i++) {
        if (!is_listed(wordings[i])) {
            missing++;
            print_error("no phrase \"%s\"\n", wordings[i]);
        }
    }

    assert_int_equal(missing, 0);
}

static void no_phrase_stands_twice(void **state)
{
    (void)state;
    for (size_t i = 0; phrases[i] != NULL; i++) {
        for (size_t j = i + 1; phrases[j] != NULL; j++) {
            assert_string_not_equal(phrases[i], phrases[j]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_wording_of_the_helper_is_a_phrase),
        cmocka_unit_test(no_phrase_stands_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
