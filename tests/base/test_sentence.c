/* Sentences out of patterns and words, in English and in another language. */
#include <stdio.h>
#include <string.h>

#include "rapport/base.h"
#include "support/refusing.h"
#include "support/test.h"

typedef struct entry {
    const char *english;
    const char *other;
} entry;

static const entry dictionary[] = {
    {"{0} has no key `{1}`.", "<`{1}`> fehlt {0}."},
    {"`{1}` must be {2}.", "{2}: `{1}`!"},
    {"{1} of {2}", "{2}|{1}"},
    {"{1} `{2}`", "{1}=`{2}`"},
    {"line {n}", "Zeile {n}"},
    {"reply", "Antwort"},
    {"turn", "Runde"},
    {"a text", "ein Text"},
    {"a `}` is missing before `$1`", "`}` fehlt vor `$1`"},
    {"no word `$1`$?1", "kein `$1`$?1"},
    {"; did you mean `{1}`?", " (`{1}`?)"},
};

static const char *const phrases[] = {"a `}` is missing before `$1`",
                                      "no word `$1`$?1",
                                      "; did you mean `{1}`?",
                                      "{1} of {2}",
                                      "{1} `{2}`",
                                      "line {n}",
                                      NULL};

static const char *look_up(const void *user, const char *english)
{
    (void)user;
    for (size_t i = 0; i < sizeof dictionary / sizeof *dictionary; i++) {
        if (strcmp(dictionary[i].english, english) == 0) {
            return dictionary[i].other;
        }
    }
    return english;
}

static const rp_tongue other = {.tr = look_up, .phrases = phrases};

#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})

static char *said(const rp_tongue *in, const char *pattern,
                  const char *const *words)
{
    static char kept[512];
    rp_text out;

    rp_text_init(&out, rp_alloc_default());
    rp_sentence(&out, in, pattern, words);
    (void)snprintf(kept, sizeof kept, "%s", out.bytes != NULL ? out.bytes : "");
    rp_text_clear(&out);
    return kept;
}

static char *phrased(const char *english)
{
    static char kept[512];
    rp_text out;

    rp_text_init(&out, rp_alloc_default());
    rp_phrase(&out, &other, english);
    (void)snprintf(kept, sizeof kept, "%s", out.bytes != NULL ? out.bytes : "");
    rp_text_clear(&out);
    return kept;
}

static void english_fills_slots_and_begins_with_a_capital(void **state)
{
    (void)state;

    assert_string_equal(
        said(NULL, "{0} has no key `{1}`.", WORDS("reply `a`", "x")),
        "Reply `a` has no key `x`.");
    assert_string_equal(said(NULL, "{2}, {1}.", WORDS("", "b", "a")), "A, b.");
}

static void a_slot_without_its_word_is_empty(void **state)
{
    (void)state;

    assert_string_equal(said(NULL, "One{1}.", NULL), "One.");
    assert_string_equal(said(NULL, "One{5}.", WORDS("", "a")), "One.");
}

static void words_of_ours_are_translated_and_those_in_quotes_are_not(
    void **state)
{
    (void)state;

    assert_string_equal(
        said(&other, "`{1}` must be {2}.", WORDS("", "a text", "a text")),
        "Ein Text: `a text`!");
}

static void words_within_words_are_said_anew(void **state)
{
    (void)state;

    assert_string_equal(said(&other, "{0} has no key `{1}`.",
                             WORDS("reply `a` of turn `b`", "x")),
                        "<`x`> fehlt Runde=`b`|Antwort=`a`.");
}

static void a_name_with_the_joint_in_it_stays_whole(void **state)
{
    (void)state;

    assert_string_equal(phrased("reply `one of two`"), "Antwort=`one of two`");
}

static void numbers_are_no_words(void **state)
{
    (void)state;

    assert_string_equal(phrased("line 12"), "Zeile 12");
    assert_string_equal(phrased("line twelve"), "line twelve");
}

static void complaints_of_the_helper_are_recognised(void **state)
{
    (void)state;

    assert_string_equal(phrased("a `}` is missing before `end`"),
                        "`}` fehlt vor `end`");
    assert_string_equal(phrased("no word `tunr`; did you mean `turn`?"),
                        "kein `tunr` (`turn`?)");
    assert_string_equal(phrased("no word `tunr`"), "kein `tunr`");
}

static void what_nobody_translated_stays_english(void **state)
{
    (void)state;

    assert_string_equal(phrased("something else"), "something else");
    assert_string_equal(said(&(rp_tongue){.tr = NULL}, "{1}.", WORDS("", "a")),
                        "A.");
}

static void words_cannot_steer_a_terminal(void **state)
{
    (void)state;

    assert_null(strchr(said(NULL, "{1}", WORDS("", "\x1b[2J")), '\x1b'));
    assert_null(strchr(phrased("reply `\x1b[2J`"), '\x1b'));
}

static void refused_memory_fails_the_text(void **state)
{
    const rp_tongue *const tongues[] = {NULL, &other};
    (void)state;

    for (size_t i = 0; i < 2; i++) {
        bool was_done = false;
        for (uint64_t allowed = 0; !was_done; allowed++) {
            refusing memory = {.allowed = allowed};
            rp_text out;
            rp_text_init(&out, refusing_alloc(&memory));
            rp_sentence(&out, tongues[i], "{0} has no key `{1}`.",
                        WORDS("reply `a` of turn `b`", "x"));
            was_done = memory.asked <= allowed;
            assert_true(was_done == !out.failed);
            rp_text_clear(&out);
            assert_int_equal(memory.blocks, 0);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(english_fills_slots_and_begins_with_a_capital),
        cmocka_unit_test(a_slot_without_its_word_is_empty),
        cmocka_unit_test(
            words_of_ours_are_translated_and_those_in_quotes_are_not),
        cmocka_unit_test(words_within_words_are_said_anew),
        cmocka_unit_test(a_name_with_the_joint_in_it_stays_whole),
        cmocka_unit_test(numbers_are_no_words),
        cmocka_unit_test(complaints_of_the_helper_are_recognised),
        cmocka_unit_test(what_nobody_translated_stays_english),
        cmocka_unit_test(words_cannot_steer_a_terminal),
        cmocka_unit_test(refused_memory_fails_the_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
