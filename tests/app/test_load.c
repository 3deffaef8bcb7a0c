/*
 * From a name to a scenario: ids, paths, what is near, and what is wrong.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sys/stat.h>

#include "app/app_kit.h"

static rp_status load(const char *name, rp_loaded *loaded, rp_error *err)
{
    rp_app_options options = kit_options();

    return rp_app_load(&options, name, rp_alloc_default(), loaded, err);
}

static void scenario_is_found_by_id_and_by_path(void **state)
{
    rp_loaded by_id;
    rp_loaded by_path;

    (void)state;
    assert_int_equal(load("short-call", &by_id, NULL), RP_OK);
    assert_int_equal(load(RP_SOURCE_DIR
                          "/tests/fixtures/app/packs/small/short-call.json",
                          &by_path, NULL),
                     RP_OK);
    assert_non_null(by_id.model);
    assert_true(rp_digest_equal(&by_id.model->digest, &by_path.model->digest));
    assert_int_equal(by_id.faults.count, 0);
    rp_loaded_clear(&by_id);
    rp_loaded_clear(&by_path);
}

static void unknown_id_names_the_nearest(void **state)
{
    rp_loaded loaded;
    rp_error error = {0};

    (void)state;
    assert_int_equal(load("shrt-call", &loaded, &error), RP_E_INVALID);
    assert_string_equal(
        error.message,
        "There is no scenario `shrt-call`. Did you mean `short-call`?");
    rp_loaded_clear(&loaded);
}

static void missing_file_is_the_machines_fault(void **state)
{
    rp_loaded loaded;

    (void)state;
    assert_int_equal(load("nowhere/x.lua", &loaded, NULL), RP_E_IO);
    rp_loaded_clear(&loaded);
    assert_int_equal(load("", &loaded, NULL), RP_E_IO);
    rp_loaded_clear(&loaded);
}

static void broken_document_has_faults_and_no_model(void **state)
{
    rp_loaded loaded;

    (void)state;
    assert_int_equal(load("broken", &loaded, NULL), RP_OK);
    assert_null(loaded.model);
    assert_true(loaded.faults.error_count > 0);
    rp_loaded_clear(&loaded);
}

static void file_that_cannot_be_read_is_a_fault_at_its_line(void **state)
{
    rp_loaded loaded;

    (void)state;
    assert_int_equal(load(RP_SOURCE_DIR "/tests/fixtures/app/lua/no-comma.lua",
                          &loaded, NULL),
                     RP_OK);
    assert_null(loaded.model);
    assert_int_equal(loaded.faults.count, 1);
    assert_string_equal(loaded.faults.items[0].code, "cannot-load");
    assert_string_equal(loaded.faults.items[0].file, "no-comma.lua");
    assert_true(loaded.faults.items[0].line == 2 ||
                loaded.faults.items[0].line == 3);
    rp_loaded_clear(&loaded);
}

static void missing_helper_is_the_machines_fault(void **state)
{
    rp_loaded loaded;
    rp_app_options options = kit_options();

    (void)state;
    options.helper_path = "/nonexistent/rapport-helper";
    assert_int_equal(rp_app_load(&options,
                                 RP_SOURCE_DIR
                                 "/tests/fixtures/app/lua/no-comma.lua",
                                 rp_alloc_default(), &loaded, NULL),
                     RP_E_IO);
    rp_loaded_clear(&loaded);
}

static void packs_are_listed_by_folder_and_by_id(void **state)
{
    rp_app_options options = kit_options();
    rp_scenario_files files = {0};
    rp_arena arena;

    (void)state;
    rp_arena_init(&arena, rp_alloc_default());
    assert_int_equal(rp_app_scenarios(&options, NULL, &arena, &files, NULL),
                     RP_OK);
    assert_int_equal(files.count, 2);
    assert_string_equal(files.items[0].id, "broken");
    assert_int_equal(rp_app_scenarios(&options, "small", &arena, &files, NULL),
                     RP_OK);
    assert_int_equal(files.count, 2);
    assert_int_equal(rp_app_scenarios(&options,
                                      RP_SOURCE_DIR "/tests/fixtures/app/packs",
                                      &arena, &files, NULL),
                     RP_OK);
    assert_int_equal(files.count, 2);
    assert_int_equal(rp_app_scenarios(&options, "large", &arena, &files, NULL),
                     RP_E_INVALID);
    rp_arena_clear(&arena);
}

static void parts_of_a_document_are_found_by_name(void **state)
{
    rp_loaded loaded;
    rp_fault own = {0};
    rp_fault answer = {0};
    rp_fault ending = {0};
    rp_fault nothing = {.line = 7};

    (void)state;
    assert_int_equal(load("short-call", &loaded, NULL), RP_OK);
    rp_document_where(loaded.document, "opening/own", &own);
    rp_document_where(loaded.document, "wrapup/level/low", &answer);
    rp_document_where(loaded.document, "gone", &ending);
    rp_document_where(loaded.document, "nobody", &nothing);
    assert_string_equal(own.file, "short-call.json");
    assert_true(own.line > 0 && own.line < answer.line);
    assert_true(answer.line < ending.line);
    assert_int_equal(nothing.line, 0);
    rp_loaded_clear(&loaded);
}

static void write_file(const char *path, const char *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

/* The fixture with another title, of another length. */
static void write_pack(const char *folder, const char *title)
{
    static char bytes[64 * 1024];
    char path[KIT_PATH_MAX * 2];
    FILE *file = fopen(
        RP_SOURCE_DIR "/tests/fixtures/app/packs/small/short-call.json", "rb");
    const char *was = "A short call";

    assert_non_null(file);
    size_t length = fread(bytes, 1, sizeof bytes - 1, file);
    bytes[length] = '\0';
    (void)fclose(file);
    char *at = strstr(bytes, was);
    assert_non_null(at);
    size_t tail = length - (size_t)(at - bytes) - strlen(was);
    memmove(at + strlen(title), at + strlen(was), tail);
    memcpy(at, title, strlen(title));
    (void)snprintf(path, sizeof path, "%s/short-call.json", folder);
    write_file(path, bytes, length - strlen(was) + strlen(title));
}

static void changed_file_changes_its_card(void **state)
{
    char data[KIT_PATH_MAX];
    char packs[KIT_PATH_MAX];
    rp_app_options options = kit_options();

    (void)state;
    kit_folder(data);
    kit_folder(packs);
    options.in_memory = false;
    options.data_dir = data;
    options.pack_dir = packs;
    char inner[KIT_PATH_MAX * 2];
    (void)snprintf(inner, sizeof inner, "%s/small", packs);
    assert_int_equal(mkdir(inner, 0700), 0);
    write_pack(inner, "First");
    rp_app *app = kit_open(&options);
    assert_string_equal(rp_app_view(app)->library.cards[0].title, "First");
    rp_app_close(app);
    app = kit_open(&options);
    assert_string_equal(rp_app_view(app)->library.cards[0].title, "First");
    assert_string_equal(rp_app_view(app)->library.cards[0].face, "man-40");
    rp_app_close(app);
    write_pack(inner, "Another title");
    app = kit_open(&options);
    assert_string_equal(rp_app_view(app)->library.cards[0].title,
                        "Another title");
    rp_app_close(app);
    kit_remove(inner);
    kit_remove(packs);
    kit_remove(data);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scenario_is_found_by_id_and_by_path),
        cmocka_unit_test(unknown_id_names_the_nearest),
        cmocka_unit_test(missing_file_is_the_machines_fault),
        cmocka_unit_test(broken_document_has_faults_and_no_model),
        cmocka_unit_test(file_that_cannot_be_read_is_a_fault_at_its_line),
        cmocka_unit_test(missing_helper_is_the_machines_fault),
        cmocka_unit_test(packs_are_listed_by_folder_and_by_id),
        cmocka_unit_test(parts_of_a_document_are_found_by_name),
        cmocka_unit_test(changed_file_changes_its_card),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
