/*
 * How well a text fits what was typed: a table, so that what comes first is
 * the same today and tomorrow.
 */
#include "screens/match.h"
#include "support/test.h"

typedef struct match_case {
    const char *typed;
    const char *text;
    match_rank rank;
} match_case;

static void texts_rank_as_the_table_says(void **state)
{
    static const match_case cases[] = {
        {"", "Library", MATCH_INSIDE},
        {"   ", "Library", MATCH_INSIDE},
        {"library", "Library", MATCH_WHOLE},
        {"lib", "Library", MATCH_START},
        {"LIB", "library", MATCH_START},
        {"rec", "My record", MATCH_WORDS},
        {"rec my", "My record", MATCH_WORDS},
        {"my rec", "My record", MATCH_START},
        {"cord", "My record", MATCH_INSIDE},
        {"cord my", "My record", MATCH_INSIDE},
        {"hc", "High contrast", MATCH_INITIALS},
        {"h", "High contrast", MATCH_START},
        {"c", "High contrast", MATCH_WORDS},
        {"ch", "High contrast", MATCH_NONE},
        {"hx", "High contrast", MATCH_NONE},
        {"xyz", "Library", MATCH_NONE},
        {"lib xyz", "Library", MATCH_NONE},
        {"7.1", "7.1 Steady", MATCH_START},
        {"1 st", "7.1 Steady", MATCH_WORDS},
        {"我的", "我的记录", MATCH_START},
        {"记录", "我的记录", MATCH_WORDS},
        {"录", "我的记录", MATCH_WORDS},
        {"记录 我", "我的记录", MATCH_WORDS},
        {"指南", "我的记录", MATCH_NONE},
        {"look", "Look, theme", MATCH_START},
        {"theme", "Look, theme", MATCH_WORDS},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        if (match(cases[i].typed, cases[i].text) != cases[i].rank) {
            fail_msg("\"%s\" in \"%s\": %d, not %d", cases[i].typed,
                     cases[i].text, (int)match(cases[i].typed, cases[i].text),
                     (int)cases[i].rank);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_rank_as_the_table_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
