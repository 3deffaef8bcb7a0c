/* The list of faults: sorted, nothing twice, sentences that can be shown. */
#include "declared_world.h"
#include "scenario/scenario_internal.h"

static void sentences_are_filled_in(void **state)
{
    (void)state;
    rp_faults faults;

    rp_faults_init(&faults, rp_alloc_default());
    faults_add(&faults, FAULT_STARTS_AT_END, NULL, WORDS("gone"));

    assert_int_equal(faults.count, 1);
    assert_int_equal(faults.error_count, 1);
    assert_string_equal(faults.items[0].code, "starts-at-end");
    assert_string_equal(faults.items[0].message,
                        "The call starts at `gone`, which is an ending.");
    rp_faults_clear(&faults);
}

static void proposal_ends_the_sentence(void **state)
{
    (void)state;
    rp_faults faults;
    spot where = {.near = "gone"};

    rp_faults_init(&faults, rp_alloc_default());
    faults_add(&faults, FAULT_NO_SCENARIO, &where, NULL);

    assert_string_equal(faults.items[0].message,
                        "This file declares no scenario. Did you mean `gone`?");
    assert_string_equal(faults.items[0].nearest, "gone");
    rp_faults_clear(&faults);
}

static void same_fault_is_added_once(void **state)
{
    (void)state;
    rp_faults faults;

    rp_faults_init(&faults, rp_alloc_default());
    faults_add(&faults, FAULT_STARTS_AT_END, NULL, WORDS("gone"));
    faults_add(&faults, FAULT_STARTS_AT_END, NULL, WORDS("gone"));
    faults_add(&faults, FAULT_STARTS_AT_END, NULL, WORDS("lost"));

    assert_int_equal(faults.count, 2);
    rp_faults_clear(&faults);
}

static void words_cannot_steer_a_terminal(void **state)
{
    (void)state;
    rp_faults faults;

    rp_faults_init(&faults, rp_alloc_default());
    faults_add(&faults, FAULT_STARTS_AT_END, NULL, WORDS("\x1b[2J\n"));

    assert_null(strchr(faults.items[0].message, '\x1b'));
    assert_null(strchr(faults.items[0].message, '\n'));
    rp_faults_clear(&faults);
}

static void long_words_are_cut_between_characters(void **state)
{
    (void)state;
    rp_faults faults;
    char word[400];

    for (size_t i = 0; i + 3 < sizeof word; i += 3) {
        memcpy(word + i, "\xe6\x82\xa8", 3);
    }
    word[399] = '\0';
    rp_faults_init(&faults, rp_alloc_default());
    faults_add(&faults, FAULT_STARTS_AT_END, NULL, WORDS(word));

    const char *message = faults.items[0].message;
    assert_true(strlen(message) < 260);
    assert_true(rp_utf8_valid(message, strlen(message)));
    assert_non_null(strstr(message, "…"));
    rp_faults_clear(&faults);
}

static void list_is_in_the_order_of_lines(void **state)
{
    (void)state;
    declared_parts parts = {
        .scenario = ",'chapter':0",
        .turn = "{'says':'Hello?','to':'dnoe','#':[" REPLY_OF(
            "{'#':['Hello.'],'because':'B.','calm':3}") "]}",
        .more = ",{'@':'ending','id':'z','at':[0,2],'body':{}}"};
    rp_faults faults;
    rp_error err = {0};
    rp_document *document =
        assembled(&parts, rp_alloc_default(), &faults, &err);

    assert_string_equal(codes_of(&faults), "out-of-range missing-key "
                                           "unknown-target not-fives");
    rp_faults_clear(&faults);
    rp_document_free(document);
}

static void *refuse_all(void *user, void *block, size_t size_bytes)
{
    (void)user;
    (void)block;
    (void)size_bytes;
    return NULL;
}

static void refused_memory_is_remembered(void **state)
{
    (void)state;
    rp_faults faults;

    rp_faults_init(&faults, (rp_alloc){refuse_all, NULL});
    faults_add(&faults, FAULT_NO_SCENARIO, NULL, NULL);

    assert_true(faults.refused);
    assert_int_equal(faults.count, 0);
    rp_faults_clear(&faults);
}

static const char *const sentences[] = {
#define FAULT(name, code, severity, about, sentence, mend, example) sentence,
#include "scenario/list_faults.h"
#undef FAULT
};

static const char *const mends[] = {
#define FAULT(name, code, severity, about, sentence, mend, example) mend,
#include "scenario/list_faults.h"
#undef FAULT
};

static bool ends_a_sentence(const char *text)
{
    size_t length = strlen(text);
    char last = length == 0 ? '\0' : text[length - 1];

    return last == '.' || last == '?' || last == '}' ||
           (length > 3 && strcmp(text + length - 3, "”") == 0);
}

static void every_fault_says_what_and_what_to_do(void **state)
{
    (void)state;
    for (size_t i = 0; i < FAULT_CODES; i++) {
        assert_true(ends_a_sentence(sentences[i]));
        assert_true(ends_a_sentence(mends[i]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_are_filled_in),
        cmocka_unit_test(proposal_ends_the_sentence),
        cmocka_unit_test(same_fault_is_added_once),
        cmocka_unit_test(words_cannot_steer_a_terminal),
        cmocka_unit_test(long_words_are_cut_between_characters),
        cmocka_unit_test(list_is_in_the_order_of_lines),
        cmocka_unit_test(refused_memory_is_remembered),
        cmocka_unit_test(every_fault_says_what_and_what_to_do),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
