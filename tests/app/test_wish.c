/*
 * What opening something means, and where the window stood.
 */
#include <stdio.h>
#include <string.h>

#include <unistd.h>

#include "app/app_kit.h"
#include "rapport/launch.h"
#include "rapport/store.h"

#define SMALL   RP_SOURCE_DIR "/tests/fixtures/app/packs/small"
#define TELECOM RP_SOURCE_DIR "/scenarios/telecom"

/* The path that opening `name` means; NULL where it means nothing. */
static void assert_wish(const char *name, const char *path)
{
    rp_app_options options = kit_options();
    rp_intent wish = {.kind = RP_INTENT_NONE};
    rp_arena arena;
    rp_error error = {0};

    rp_arena_init(&arena, rp_alloc_default());
    rp_status status = rp_app_wish(&options, name, &arena, &wish, &error);
    if (path != NULL && status != RP_OK) {
        fail_msg("%s: %s", name, error.message);
    } else if (path != NULL) {
        assert_int_equal(wish.kind, RP_INTENT_OPEN);
        assert_string_equal(wish.text, path);
    } else {
        assert_int_equal(wish.kind, RP_INTENT_NONE);
        assert_int_not_equal(status, RP_OK);
        assert_true(strlen(error.message) > 10);
    }
    rp_arena_clear(&arena);
}

static void names_mean_scenarios_files_and_packs(void **state)
{
    (void)state;
    assert_wish("short-call", SMALL "/short-call.json");
    assert_wish(SMALL "/broken.json", SMALL "/broken.json");
    assert_wish("small", SMALL);
    assert_wish(SMALL, SMALL);
    assert_wish(SMALL "/", SMALL);
    assert_wish(TELECOM "/pack.lua", TELECOM);
    assert_int_equal(chdir(SMALL), 0);
    assert_wish("./short-call.json", SMALL "/short-call.json");
    assert_wish(".", SMALL);
    assert_int_equal(chdir(TELECOM), 0);
    assert_wish("pack.lua", TELECOM);
}

static void what_is_no_scenario_is_a_sentence(void **state)
{
    (void)state;
    assert_wish("no-such-call", NULL);
    assert_wish("/no/such/file.lua", NULL);
    assert_wish("", NULL);
    assert_wish(RP_SOURCE_DIR "/README.md", NULL);
    assert_wish("/dev/null", NULL);
}

static rp_status open_these(rp_app *app, const char *path, uint64_t count)
{
    return rp_app_act(
        app,
        &(rp_intent){.kind = RP_INTENT_OPEN, .text = path, .number = count},
        NULL);
}

static void of_several_files_the_first_is_open_and_told(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);
    const rp_view *view = rp_app_view(app);

    (void)state;
    assert_int_equal(open_these(app, SMALL "/short-call.json", 1), RP_OK);
    assert_int_equal(view->place, RP_AT_BRIEFING);
    assert_null(view->notice);
    assert_int_equal(open_these(app, SMALL "/short-call.json", 3), RP_OK);
    assert_int_equal(view->place, RP_AT_BRIEFING);
    assert_non_null(strstr(view->notice, "first"));
    rp_app_close(app);
}

static void a_file_that_is_no_scenario_is_told_and_moves_nothing(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);
    const rp_view *view = rp_app_view(app);

    (void)state;
    assert_int_equal(open_these(app, RP_SOURCE_DIR "/README.md", 1),
                     RP_E_INVALID);
    assert_int_equal(view->place, RP_AT_HOME);
    assert_non_null(strstr(view->notice, "README.md is no scenario"));
    rp_app_close(app);
}

static void nothing_from_outside_ends_a_call(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);
    const rp_view *view = rp_app_view(app);
    rp_intent go = {.kind = RP_INTENT_GO, .index = RP_AT_STUDIO};

    (void)state;
    kit_begin(app);
    assert_int_equal(open_these(app, SMALL "/short-call.json", 1), RP_E_STATE);
    assert_int_equal(view->place, RP_AT_CALL);
    assert_non_null(strstr(view->notice, "The call comes first."));
    assert_int_equal(rp_app_act(app, &go, NULL), RP_E_STATE);
    assert_int_equal(view->place, RP_AT_CALL);
    assert_non_null(strstr(view->notice, "The call comes first."));
    rp_app_close(app);
}

static void copy_file(const char *from, const char *folder, const char *name)
{
    static char bytes[1 << 16];
    char path[2 * KIT_PATH_MAX];

    FILE *in = fopen(from, "re");
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *out = fopen(path, "we");
    assert_non_null(in);
    assert_non_null(out);
    size_t length = fread(bytes, 1, sizeof bytes, in);
    assert_int_equal(fwrite(bytes, 1, length, out), length);
    assert_int_equal(fclose(out), 0);
    (void)fclose(in);
}

static const rp_card *card_of(const rp_library_view *library, const char *id)
{
    for (uint32_t i = 0; i < library->card_count; i++) {
        if (strcmp(library->cards[i].id, id) == 0) {
            return &library->cards[i];
        }
    }
    return NULL;
}

static void a_packs_scenarios_come_to_the_library(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);
    const rp_view *view = rp_app_view(app);
    uint32_t before = view->library.card_count;
    char folder[KIT_PATH_MAX];

    (void)state;
    kit_folder(folder);
    assert_int_equal(open_these(app, folder, 1), RP_E_INVALID);
    assert_non_null(strstr(view->notice, "There is no scenario in"));
    copy_file(SMALL "/short-call.json", folder, "short-call.json");
    copy_file(SMALL "/broken.json", folder, "other.json");
    assert_int_equal(open_these(app, folder, 1), RP_OK);
    assert_int_equal(view->place, RP_AT_LIBRARY);
    assert_int_equal(view->library.card_count, before + 1);
    assert_non_null(strstr(view->notice, "2 scenarios"));
    assert_true(card_of(&view->library, "other")->is_broken);
    /* What is visited stands where the installed one stood. */
    const rp_card *card = card_of(&view->library, "short-call");
    assert_ptr_equal(strstr(card->path, folder), card->path);
    assert_int_equal(open_these(app, folder, 1), RP_OK);
    assert_int_equal(view->library.card_count, before + 1);
    rp_app_close(app);
    kit_remove(folder);
}

/* ------------------------------------------------------ the window's place */

static void the_windows_place_outlives_the_program(void **state)
{
    char folder[KIT_PATH_MAX];
    rp_app_options options = kit_options();
    rp_window_place place = {-40, 12, 1100, 700, true};

    (void)state;
    kit_folder(folder);
    options.in_memory = false;
    options.data_dir = folder;
    rp_app *app = kit_open(&options);
    assert_int_equal(rp_app_window_place(app).width, 0);
    assert_int_equal(rp_app_keep_window_place(app, &place, NULL), RP_OK);
    rp_app_close(app);

    app = kit_open(&options);
    rp_window_place kept = rp_app_window_place(app);
    assert_int_equal(kept.x, -40);
    assert_int_equal(kept.y, 12);
    assert_int_equal(kept.width, 1100);
    assert_int_equal(kept.height, 700);
    assert_true(kept.is_maximised);
    rp_app_close(app);
    kit_remove(folder);
}

static void a_place_without_sense_is_unknown(void **state)
{
    static const char *const texts[] = {
        "x",
        "1,2,3,4",
        "1,2,3,4,round",
        "1,2,0,700,plain",
        "1,2,1100,-7,plain",
        "99999,2,1100,700,plain",
        "1,2,1100,700,plain,",
        "1,2,1100,9999999,plain",
        "1,2,1100,700,plainly",
    };
    char folder[KIT_PATH_MAX];
    rp_app_options options = kit_options();
    rp_store_options kept = {.directory = folder};
    rp_setting_key key = {.key = "window_place"};

    (void)state;
    kit_folder(folder);
    options.in_memory = false;
    options.data_dir = folder;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        rp_store *store = NULL;
        assert_int_equal(rp_store_open(&kept, &store, NULL), RP_OK);
        assert_int_equal(rp_store_put_setting(store, &key, texts[i], NULL),
                         RP_OK);
        rp_store_close(store);
        rp_app *app = kit_open(&options);
        if (rp_app_window_place(app).width != 0) {
            fail_msg("`%s` is taken for a place", texts[i]);
        }
        rp_app_close(app);
    }
    kit_remove(folder);
}

static void every_place_has_a_name_and_only_the_shells_are_gone_to(void **state)
{
    rp_place place = RP_AT_CALL;

    (void)state;
    for (int i = 0; i <= RP_AT_DEBRIEF; i++) {
        const char *name = rp_place_name((rp_place)i);
        assert_non_null(name);
        assert_int_equal(rp_place_named(name, &place), i <= RP_AT_SETTINGS);
        if (i <= RP_AT_SETTINGS) {
            assert_int_equal(place, i);
        }
    }
    assert_false(rp_place_named("nowhere", &place));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_mean_scenarios_files_and_packs),
        cmocka_unit_test(what_is_no_scenario_is_a_sentence),
        cmocka_unit_test(of_several_files_the_first_is_open_and_told),
        cmocka_unit_test(a_file_that_is_no_scenario_is_told_and_moves_nothing),
        cmocka_unit_test(nothing_from_outside_ends_a_call),
        cmocka_unit_test(a_packs_scenarios_come_to_the_library),
        cmocka_unit_test(the_windows_place_outlives_the_program),
        cmocka_unit_test(a_place_without_sense_is_unknown),
        cmocka_unit_test(
            every_place_has_a_name_and_only_the_shells_are_gone_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
