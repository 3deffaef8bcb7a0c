/* The definitions for editors know every word and every key. */
#include <stdio.h>
#include <string.h>

#include "rapport/scenario.h"
#include "scenario/keys.h"
#include "support/test.h"

static rp_text definitions;

static int make_definitions(void **state)
{
    (void)state;
    rp_text_init(&definitions, rp_alloc_default());
    rp_language_definitions(NULL, NULL, &definitions);
    return definitions.failed ? -1 : 0;
}

static int clear_definitions(void **state)
{
    (void)state;
    rp_text_clear(&definitions);
    return 0;
}

static void every_key_an_author_writes_is_a_field(void **state)
{
    (void)state;
    for (int kind = 0; kind < OBJECT_KINDS; kind++) {
        size_t count = 0;
        const key_row *rows = keys_of((object_kind)kind, &count);
        for (size_t i = 0; i < count; i++) {
            char field[80];
            (void)snprintf(field, sizeof field, "---@field %s%s ", rows[i].key,
                           rows[i].use == USE_NEEDED ? "" : "?");
            if (key_is_written(&rows[i]) && rows[i].kind != KIND_NEVER &&
                strstr(definitions.bytes, field) == NULL) {
                fail_msg("no field %s of %s", rows[i].key, object_labels[kind]);
            }
        }
    }
}

static void every_word_of_the_language_is_a_function(void **state)
{
    static const char *const words[] = {
#define RP_WORD(name, is_named, place) name,
#include "rapport/list_words.h"
#undef RP_WORD
        "include",  "money", "name",  "date",   "clock",
        "datetime", "range", "after", "weekday"};
    (void)state;

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        char head[80];
        (void)snprintf(head, sizeof head, "\nfunction %s(", words[i]);
        if (strstr(definitions.bytes, head) == NULL) {
            fail_msg("no function %s", words[i]);
        }
    }
}

static void every_word_of_an_enumeration_is_listed(void **state)
{
    (void)state;
    for (int i = 0; i < ENUMERATIONS; i++) {
        for (size_t j = 0; j < enumerations[i].count; j++) {
            char line[80];
            (void)snprintf(line, sizeof line, "\n---| \"%s\"\n",
                           enumerations[i].words[j]);
            assert_non_null(strstr(definitions.bytes, line));
        }
    }
}

static void names_of_a_pack_are_listed_with_their_text(void **state)
{
    const rp_named named = {"7.1-i", "Steadies oneself."};
    const rp_pack_names pack = {.behaviours = {1, &named}};
    rp_text out;
    (void)state;

    rp_text_init(&out, rp_alloc_default());
    rp_language_definitions(&pack, NULL, &out);

    assert_non_null(strstr(out.bytes, "\n---@alias rapport.BehaviourId\n"
                                      "---| \"7.1-i\" # Steadies oneself.\n"));
    rp_text_clear(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_key_an_author_writes_is_a_field),
        cmocka_unit_test(every_word_of_the_language_is_a_function),
        cmocka_unit_test(every_word_of_an_enumeration_is_listed),
        cmocka_unit_test(names_of_a_pack_are_listed_with_their_text),
    };
    return cmocka_run_group_tests(tests, make_definitions, clear_definitions);
}
