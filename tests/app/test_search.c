/*
 * Searching the small pack and the real one: what is found, where, and by
 * which writing of it.
 */
#include <string.h>

#include "app/app_kit.h"

static rp_app *open_real(const char *language)
{
    rp_app_options options = kit_options();

    options.pack_dir = RP_SOURCE_DIR "/scenarios";
    options.helper_path = RP_BUILD_DIR "/rapport-helper";
    options.language = language;
    return kit_open(&options);
}

static const rp_search_view *ask(rp_app *app, const char *text, uint32_t kinds)
{
    rp_error error = {0};
    rp_intent intent = {.kind = RP_INTENT_SEARCH, .text = text, .index = kinds};

    if (rp_app_act(app, &intent, &error) != RP_OK) {
        fail_msg("%s", error.message);
    }
    return &rp_app_view(app)->search;
}

static void a_word_of_the_title_finds_the_scenario(void **state)
{
    rp_app *app = open_real("en");
    const rp_search_view *found = ask(app, "pencil", 1U << RP_HIT_SCENARIO);

    (void)state;
    assert_int_equal(found->hit_count, 1);
    assert_string_equal(found->hits[0].id, "billing-dispute");
    assert_string_equal(found->query, "pencil");
    rp_app_close(app);
}

static void case_and_width_do_not_matter(void **state)
{
    static const char *const queries[] = {"PENCIL", "ｐｅｎｃｉｌ", "Pencil "};
    rp_app *app = open_real("en");

    (void)state;
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
        const rp_search_view *found =
            ask(app, queries[i], 1U << RP_HIT_SCENARIO);
        assert_int_equal(found->hit_count, 1);
    }
    rp_app_close(app);
}

static void a_part_of_a_chinese_text_is_enough(void **state)
{
    rp_app *app = open_real("en");
    const rp_search_view *found = ask(app, "铅笔", 1U << RP_HIT_SCENARIO);

    (void)state;
    assert_int_equal(found->hit_count, 1);
    assert_string_equal(found->hits[0].id, "billing-dispute");
    rp_app_close(app);
}

static void what_is_said_is_found_with_the_words_around_it(void **state)
{
    rp_app *app = open_real("en");
    const rp_search_view *found =
        ask(app, "line crew stairwell", 1U << RP_HIT_SCENARIO);

    (void)state;
    assert_int_equal(found->hit_count, 1);
    const rp_hit *hit = &found->hits[0];
    assert_string_equal(hit->id, "angry-caller");
    assert_true(hit->to > hit->from);
    assert_true(hit->to <= strlen(hit->snippet));
    rp_app_close(app);
}

static void the_handbook_is_found_by_section_and_behaviour(void **state)
{
    rp_app *app = open_real("zh");
    const rp_search_view *found = ask(app, "empathy", 1U << RP_HIT_SECTION);

    (void)state;
    assert_true(found->hit_count > 0);
    assert_string_equal(found->hits[0].id, "7.2");
    found = ask(app, "diagnosis ready", 1U << RP_HIT_BEHAVIOUR);
    assert_int_equal(found->hit_count, 1);
    assert_string_equal(found->hits[0].id, "1.2-a");
    rp_app_close(app);
}

static void own_attempts_are_found_by_their_scenario(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);

    (void)state;
    assert_int_equal(ask(app, "short", 1U << RP_HIT_ATTEMPT)->hit_count, 0);
    kit_begin(app);
    while (rp_app_view(app)->place == RP_AT_CALL) {
        kit_do(app, RP_INTENT_SAY, rp_app_view(app)->call.replies[0].choice);
    }
    while (rp_app_view(app)->place == RP_AT_FORM) {
        const rp_call_view *call = &rp_app_view(app)->call;
        for (uint32_t i = 0; i < call->ask_count; i++) {
            kit_do(app, RP_INTENT_CHOOSE, call->asks[i].answers[0].bit);
            call = &rp_app_view(app)->call;
        }
        kit_do(app, RP_INTENT_FILE, 0);
    }
    assert_int_equal(rp_app_view(app)->place, RP_AT_DEBRIEF);
    kit_do(app, RP_INTENT_LEAVE, 0);
    const rp_search_view *found = ask(app, "short", 1U << RP_HIT_ATTEMPT);
    assert_int_equal(found->hit_count, 1);
    assert_string_equal(found->hits[0].where, "2025-09-17 09:06");
    rp_app_close(app);
}

static void nothing_is_found_by_nothing(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);

    (void)state;
    assert_int_equal(ask(app, "", 0)->hit_count, 0);
    assert_int_equal(ask(app, "   ", 0)->hit_count, 0);
    assert_int_equal(ask(app, "zzzz", 0)->hit_count, 0);
    rp_app_close(app);
}

/* Refuses the n-th request until the search works; nothing is lost on the
 * way. */
typedef struct miser {
    size_t left;
    bool is_mean;
} miser;

static void *give(void *user, void *block, size_t size_bytes)
{
    miser *by = user;
    rp_alloc usual = rp_alloc_default();

    if (size_bytes > 0 && by->is_mean) {
        if (by->left == 0) {
            return NULL;
        }
        by->left--;
    }
    return usual.resize(usual.user, block, size_bytes);
}

static void refused_memory_leaves_what_was_found(void **state)
{
    miser by = {.left = 0};
    rp_alloc alloc = {.resize = give, .user = &by};
    rp_app_options options = kit_options();
    rp_intent intent = {.kind = RP_INTENT_SEARCH, .text = "short"};
    rp_app *app = NULL;
    rp_status status = RP_E_MEMORY;
    size_t allowed = 0;

    (void)state;
    assert_int_equal(rp_app_open(&options, alloc, &app, NULL), RP_OK);
    for (; status != RP_OK && allowed < 400; allowed++) {
        by = (miser){.left = allowed, .is_mean = true};
        status = rp_app_act(app, &intent, NULL);
        assert_true(status == RP_OK || status == RP_E_MEMORY);
        by.is_mean = false;
        if (status != RP_OK) {
            assert_int_equal(rp_app_view(app)->search.hit_count, 0);
        }
    }
    assert_int_equal(status, RP_OK);
    assert_true(allowed > 3);
    assert_true(rp_app_view(app)->search.hit_count > 0);
    rp_app_close(app);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_of_the_title_finds_the_scenario),
        cmocka_unit_test(case_and_width_do_not_matter),
        cmocka_unit_test(a_part_of_a_chinese_text_is_enough),
        cmocka_unit_test(what_is_said_is_found_with_the_words_around_it),
        cmocka_unit_test(the_handbook_is_found_by_section_and_behaviour),
        cmocka_unit_test(own_attempts_are_found_by_their_scenario),
        cmocka_unit_test(nothing_is_found_by_nothing),
        cmocka_unit_test(refused_memory_leaves_what_was_found),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
