#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <dirent.h>

#include "script/folder.h"
#include "support/test.h"

static const char good_folder[] = RP_SOURCE_DIR "/tests/fixtures/script/good";
static const char hostile_folder[] =
    RP_SOURCE_DIR "/tests/fixtures/script/hostile";

static const char late_sentence[] =
    "the file runs longer than a second; is there a loop that never ends?";

/* ---------------------------------------------------------- good files */

static void a_pack_is_loaded_whole(void **state)
{
    folder *in = *state;
    char path[FOLDER_PATH_MAX];
    (void)snprintf(path, sizeof path, "%s/hello.lua", good_folder);

    assert_int_equal(folder_load_path(in, path), RP_OK);

    assert_string_equal(in->declared.main_name, "hello.lua");
    assert_int_equal(in->declared.source_count, 3);
    assert_string_equal(in->declared.sources[0].name, "pack.lua");
    assert_string_equal(in->declared.sources[1].name, "lib/desk.lua");
    assert_string_equal(in->declared.sources[2].name, "hello.lua");
    assert_int_equal(in->declared.json_length, strlen(in->declared.json));
    assert_string_equal(
        in->declared.json,
        "{\"declarations\":["
        "{\"@\":\"pack\",\"at\":[0,1],\"body\":{\"id\":\"good\",\"languages\":"
        "[\"en\",\"zh\"],\"source_language\":\"en\",\"title\":\"A small "
        "pack\"}},"
        "{\"@\":\"scenario\",\"at\":[2,3],\"body\":{\"start\":\"opening\","
        "\"title\":\"A short call\"},\"id\":\"hello\"},"
        "{\"@\":\"facts\",\"at\":[2,8],\"body\":[{\"at\":{\"@\":\"datetime\","
        "\"value\":\"2025-09-10 10:30\"},\"back\":{\"@\":\"datetime\","
        "\"value\":\"2025-09-10 11:30\"},\"credit\":{\"@\":\"money\","
        "\"value\":5000}}]},"
        "{\"@\":\"turn\",\"at\":[2,13],\"body\":{\"#\":["
        "{\"@\":\"reply\",\"at\":[2,15],\"body\":{\"#\":[\"Good morning.\"],"
        "\"to\":\"done\"},\"id\":\"greet\"},"
        "{\"@\":\"reply\",\"at\":[2,16],\"body\":{\"#\":[\"One moment, "
        "please.\"],\"as\":\"hold\"},\"id\":\"hold\"}],"
        "\"says\":\"Hello?\"},\"id\":\"opening\"},"
        "{\"@\":\"ending\",\"at\":[2,19],\"body\":{\"outcome\":\"resolved\"},"
        "\"id\":\"done\"}]}");
}

static void translations_become_catalogs(void **state)
{
    folder *in = *state;

    assert_int_equal(folder_load_path(in, good_folder), RP_OK);

    assert_null(in->declared.main_name);
    assert_int_equal(in->declared.source_count, 2);
    assert_int_equal(in->declared.catalog_count, 1);
    assert_string_equal(in->declared.catalogs[0].language, "zh");
    assert_memory_equal(in->declared.catalogs[0].bytes, "\xde\x12\x04\x95", 4);
}

static void a_scenario_alone_needs_no_pack(void **state)
{
    folder *in = *state;
    folder_puts(in, "call.lua", "turn \"a\" { \"x\" }");

    assert_int_equal(folder_load(in, "call.lua"), RP_OK);

    assert_int_equal(in->declared.source_count, 1);
    assert_int_equal(in->declared.catalog_count, 0);
}

static void every_typed_value_passes_the_parents_judgement(void **state)
{
    folder *in = *state;
    folder_puts(
        in, "call.lua",
        "turn \"a\" { 0.5, 1e100, -1, true, {}, money(1, 5), \"\",\n"
        "name { \"A B\", family = \"A\", title = \"Ms\" }, name \"C\",\n"
        "date \"2025-01-01\", clock \"09:00\", range(0, 999, 5),\n"
        "datetime \"2025-01-01 09:00\", x = { y = { 1, z = 2 } } }");

    assert_int_equal(folder_load(in, "call.lua"), RP_OK);
    assert_string_equal(in->err.message, "");
}

static void once_skips_the_second_run(void **state)
{
    folder *in = *state;
    char path[FOLDER_PATH_MAX];
    rp_script_options options = folder_options();
    options.once = true;
    (void)snprintf(path, sizeof path, "%s/length-of-holes.lua", hostile_folder);

    assert_int_equal(
        rp_script_load(path, &options, &in->arena, &in->declared, &in->err),
        RP_OK);
}

/* -------------------------------------------------------- hostile files */

/* Reads "-- expect 12: sentence" from the first line of a fixture. */
static void read_expectation(const char *path, unsigned *line,
                             char sentence[RP_MESSAGE_MAX])
{
    static const char start[] = "-- expect ";
    char text[RP_MESSAGE_MAX] = "";
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    assert_non_null(fgets(text, sizeof text, file));
    assert_int_equal(fclose(file), 0);
    assert_memory_equal(text, start, sizeof start - 1);
    char *end = NULL;
    *line = (unsigned)strtoul(text + sizeof start - 1, &end, 10);
    (void)snprintf(sentence, RP_MESSAGE_MAX, "%s", end + strlen(": "));
    sentence[strcspn(sentence, "\n")] = '\0';
}

/*
 * A machine under load may meet the clock before another limit; that names a
 * line too.
 */
static void check_fixture(folder *in, const char *name)
{
    char path[FOLDER_PATH_MAX];
    char sentence[RP_MESSAGE_MAX];
    unsigned line = 0;
    (void)snprintf(path, sizeof path, "%s/%s", hostile_folder, name);
    read_expectation(path, &line, sentence);

    assert_int_equal(folder_load_path(in, path), RP_E_INVALID);

    assert_string_equal(in->err.source, name);
    assert_int_not_equal(in->err.line, 0);
    if (strcmp(in->err.message, late_sentence) != 0) {
        assert_string_equal(in->err.message, sentence);
        assert_int_equal(in->err.line, line);
    }
}

static void each_hostile_fixture_is_one_sentence(void **state)
{
    folder *in = *state;
    unsigned count = 0;
    DIR *all = opendir(hostile_folder);
    assert_non_null(all);
    for (const struct dirent *item = readdir(all); item != NULL;
         item = readdir(all)) {
        if (strstr(item->d_name, ".lua") != NULL) {
            check_fixture(in, item->d_name);
            count++;
        }
    }
    assert_int_equal(closedir(all), 0);
    assert_true(count >= 25);
}

/* `before`, then `piece` so many times, then `after`. */
static void write_long(const folder *in, const char *name,
                       const char *const parts[3], size_t count)
{
    rp_text text;
    rp_text_init(&text, rp_alloc_default());
    rp_text_puts(&text, parts[0]);
    for (size_t i = 0; i < count; i++) {
        rp_text_puts(&text, parts[1]);
    }
    rp_text_puts(&text, parts[2]);
    folder_write(in, name, text.bytes, text.length);
    rp_text_clear(&text);
}

/* Building the error text alone overflows or takes minutes in stock Lua. */
static void a_long_chain_of_fields_is_one_sentence(void **state)
{
    folder *in = *state;
    static const char *const parts[] = {"local t = {} t.a = t\n\nlocal x = t",
                                        ".a", ".b + 1"};
    static const size_t lengths[] = {6000, 90000, 240000};
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
        write_long(in, "call.lua", parts, lengths[i]);
        assert_int_equal(folder_load(in, "call.lua"), RP_E_INVALID);
        assert_string_equal(in->err.source, "call.lua");
        assert_int_equal(in->err.line, 3);
    }
}

static void deep_nesting_names_its_line(void **state)
{
    folder *in = *state;
    static const char *const pieces[] = {
        "(", "{", "f(", "not ", "\"a\"..", "- ", "function() return "};
    for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
        const char *const parts[] = {"\nlocal x = ", pieces[i], "1"};
        write_long(in, "call.lua", parts, 28000);
        folder_refuses(in, "call.lua", RP_E_INVALID, "call.lua", 2,
                       "brackets or calls are nested too deeply here");
    }
}

static void a_huge_error_is_cut(void **state)
{
    folder *in = *state;
    folder_puts(in, "call.lua", "\nerror((\"x\"):rep(1000000))");

    assert_int_equal(folder_load(in, "call.lua"), RP_E_INVALID);
    assert_int_equal(in->err.line, 2);
    assert_int_equal(strlen(in->err.message), 400);
}

static void after_every_fault_a_good_file_loads(void **state)
{
    folder *in = *state;
    folder_puts(in, "bad.lua", "while true do end");
    folder_puts(in, "good.lua", "turn \"a\" {}");
    for (int i = 0; i < 3; i++) {
        assert_int_equal(folder_load(in, "bad.lua"), RP_E_INVALID);
        assert_int_equal(folder_load(in, "good.lua"), RP_OK);
    }
}

static void an_error_of_the_pack_names_the_pack(void **state)
{
    folder *in = *state;
    folder_puts(in, "pack.lua", "\npack {");
    folder_puts(in, "lib/a.lua", "\n\nlocal x = y.z");
    folder_puts(in, "call.lua", "include \"lib/a\"");
    folder_refuses(in, "call.lua", RP_E_INVALID, "pack.lua", 2,
                   "the file ends in the middle of something");
    folder_puts(in, "pack.lua", "");
    folder_refuses(in, "call.lua", RP_E_INVALID, "lib/a.lua", 3,
                   "`y` has no value here; if it is a name or a text, put it "
                   "in quotes");
}

/* -------------------------------------------------------- translations */

static void a_broken_translation_names_file_and_line(void **state)
{
    folder *in = *state;
    folder_puts(in, "call.lua", "turn \"a\" {}");
    folder_puts(in, "locale/zh.po",
                "msgid \"\"\nmsgstr \"\"\n\nmsgid \"a\"\n"
                "msgst \"b\"\n");

    folder_refuses(in, "call.lua", RP_E_INVALID, "locale/zh.po", 5,
                   "the translation cannot be compiled: keyword \"msgst\" "
                   "unknown");
}

static const char header[] =
    "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n";

/* True when the catalog holds these bytes. */
static bool holds(const rp_catalog *catalog, const char *text)
{
    return memmem(catalog->bytes, catalog->length, text, strlen(text)) != NULL;
}

static void a_scenarios_own_translation_joins_the_packs(void **state)
{
    folder *in = *state;
    char text[512];
    folder_puts(in, "call.lua", "turn \"a\" {}");
    folder_puts(in, "other.lua", "turn \"a\" {}");
    (void)snprintf(text, sizeof text, "%s\nmsgid \"a\"\nmsgstr \"pack\"\n",
                   header);
    folder_puts(in, "locale/zh.po", text);
    (void)snprintf(text, sizeof text,
                   "# own\n%s\nmsgid \"b\"\nmsgstr "
                   "\"own\"\n",
                   header);
    folder_puts(in, "locale/call.zh.po", text);
    folder_puts(in, "locale/call.de.po", text);

    assert_int_equal(folder_load(in, "call.lua"), RP_OK);
    assert_int_equal(in->declared.catalog_count, 2);
    assert_string_equal(in->declared.catalogs[0].language, "de");
    assert_string_equal(in->declared.catalogs[1].language, "zh");
    assert_false(holds(&in->declared.catalogs[0], "pack"));
    assert_true(holds(&in->declared.catalogs[1], "pack"));
    assert_true(holds(&in->declared.catalogs[1], "own"));

    assert_int_equal(folder_load(in, "other.lua"), RP_OK);
    assert_int_equal(in->declared.catalog_count, 1);
    assert_false(holds(&in->declared.catalogs[0], "own"));
}

static void a_fault_in_a_joined_translation_names_its_own_line(void **state)
{
    folder *in = *state;
    char text[512];
    folder_puts(in, "call.lua", "turn \"a\" {}");
    folder_puts(in, "locale/zh.po", header);
    (void)snprintf(text, sizeof text, "%s\n# five\nmsgit \"b\"\n", header);
    folder_puts(in, "locale/call.zh.po", text);

    folder_refuses(in, "call.lua", RP_E_INVALID, "locale/call.zh.po", 5,
                   "the translation cannot be compiled: keyword \"msgit\" "
                   "unknown");
}

static void without_gettext_the_sentence_says_so(void **state)
{
    folder *in = *state;
    char path[4096];
    const char *before = getenv("PATH");
    (void)snprintf(path, sizeof path, "%s", before == NULL ? "" : before);
    folder_puts(in, "call.lua", "turn \"a\" {}");
    folder_puts(in, "locale/zh.po", "");
    assert_int_equal(setenv("PATH", in->path, 1), 0);

    folder_refuses(in, "call.lua", RP_E_IO, "locale/zh.po", 0,
                   "msgfmt is missing, which compiles translations; install "
                   "gettext");
    assert_int_equal(setenv("PATH", path, 1), 0);
}

/* -------------------------------------------------------------- helper */

/* A program in place of the helper. */
static rp_status load_with_helper(folder *in, const char *script)
{
    char path[FOLDER_PATH_MAX];
    char helper[FOLDER_PATH_MAX];
    char command[FOLDER_PATH_MAX + 16];
    rp_script_options options = folder_options();
    folder_puts(in, "helper", script);
    options.helper_path = folder_path(in, "helper", helper);
    options.deadline_ms = 1000;
    (void)snprintf(command, sizeof command, "chmod 700 %s", helper);
    assert_int_equal(system(command), 0);
    folder_puts(in, "call.lua", "turn \"a\" {}");
    in->err = (rp_error){0};
    return rp_script_load(folder_path(in, "call.lua", path), &options,
                          &in->arena, &in->declared, &in->err);
}

static void a_helper_that_misbehaves_is_one_sentence(void **state)
{
    folder *in = *state;

    static const struct {
        const char *script;
        rp_status status;
        const char *sentence;
    } helpers[] = {
        {"#!/bin/sh\nexit 0\n", RP_E_IO,
         "the scenario process ended without an answer"},
        {"#!/bin/sh\nkill -9 $$\n", RP_E_INVALID,
         "the scenario process was ended by signal 9 (Killed)"},
        {"#!/bin/sh\nkill -SYS $$\n", RP_E_INVALID,
         "the scenario process was ended by the filter: it asked the system "
         "for something it may not have"},
        {"#!/bin/sh\nexec /bin/cat /dev/zero\n", RP_E_INVALID,
         "the scenario process was ended by the limit of its answer"},
        {"#!/bin/sh\nexec /bin/sleep 100\n", RP_E_INVALID,
         "the scenario process was ended after 1 seconds; is there a loop "
         "that never ends?"},
        {"#!/bin/sh\necho '{\"declarations\":7}'\n", RP_E_IO,
         "the scenario process gave an answer that makes no sense"},
    };

    for (size_t i = 0; i < sizeof helpers / sizeof helpers[0]; i++) {
        assert_int_equal(load_with_helper(in, helpers[i].script),
                         helpers[i].status);
        assert_string_equal(in->err.message, helpers[i].sentence);
        assert_string_equal(in->err.source, "call.lua");
    }
}

static void a_missing_helper_is_one_sentence(void **state)
{
    folder *in = *state;
    char path[FOLDER_PATH_MAX];
    rp_script_options options = {.helper_path = "/nowhere/rapport-helper"};
    folder_puts(in, "call.lua", "turn \"a\" {}");

    assert_int_equal(rp_script_load(folder_path(in, "call.lua", path), &options,
                                    &in->arena, &in->declared, &in->err),
                     RP_E_IO);
    assert_string_equal(in->err.message,
                        "rapport-helper is missing; it belongs beside the "
                        "program");
}

static void the_probe_finds_limits_and_filter(void **state)
{
    (void)state;
    rp_script_options options = folder_options();
    rp_script_options nowhere = {.helper_path = "/nowhere/rapport-helper"};

    rp_script_confinement found = rp_script_probe(&options);
    rp_script_confinement none = rp_script_probe(&nowhere);

    assert_true(found.has_helper);
    assert_true(found.has_limits);
    assert_true(found.has_filter);
    assert_string_equal(found.helper_path, options.helper_path);
    assert_false(none.has_helper);
    assert_false(none.has_filter);
}

/* -------------------------------------------------------------- memory */

typedef struct refusal {
    unsigned allowed;
} refusal;

static void *resize_until_refused(void *user, void *block, size_t size)
{
    refusal *left = user;
    if (size == 0) {
        free(block);
        return NULL;
    }
    if (left->allowed == 0) {
        return NULL;
    }
    left->allowed--;
    return realloc(block, size);
}

static void every_refused_allocation_is_reported(void **state)
{
    (void)state;
    rp_status status = RP_E_MEMORY;
    rp_script_options options = folder_options();
    options.once = true;
    unsigned allowed = 0;
    for (; status == RP_E_MEMORY && allowed < 200; allowed++) {
        refusal left = {.allowed = allowed};
        rp_alloc alloc = {.resize = resize_until_refused, .user = &left};
        rp_arena arena;
        rp_declared declared = {0};
        rp_error err = {0};
        rp_arena_init(&arena, alloc);
        status = rp_script_load(good_folder, &options, &arena, &declared, &err);
        assert_int_equal(err.status, status);
        assert_true(status == RP_OK || declared.json == NULL);
        rp_arena_clear(&arena);
    }
    assert_int_equal(status, RP_OK);
    assert_true(allowed > 5);
}

#define TEST_IN_FOLDER(test) \
    cmocka_unit_test_setup_teardown(test, folder_open, folder_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_IN_FOLDER(a_pack_is_loaded_whole),
        TEST_IN_FOLDER(translations_become_catalogs),
        TEST_IN_FOLDER(a_scenario_alone_needs_no_pack),
        TEST_IN_FOLDER(every_typed_value_passes_the_parents_judgement),
        TEST_IN_FOLDER(once_skips_the_second_run),
        TEST_IN_FOLDER(each_hostile_fixture_is_one_sentence),
        TEST_IN_FOLDER(a_long_chain_of_fields_is_one_sentence),
        TEST_IN_FOLDER(deep_nesting_names_its_line),
        TEST_IN_FOLDER(a_huge_error_is_cut),
        TEST_IN_FOLDER(after_every_fault_a_good_file_loads),
        TEST_IN_FOLDER(an_error_of_the_pack_names_the_pack),
        TEST_IN_FOLDER(a_broken_translation_names_file_and_line),
        TEST_IN_FOLDER(a_scenarios_own_translation_joins_the_packs),
        TEST_IN_FOLDER(a_fault_in_a_joined_translation_names_its_own_line),
        TEST_IN_FOLDER(without_gettext_the_sentence_says_so),
        TEST_IN_FOLDER(a_helper_that_misbehaves_is_one_sentence),
        TEST_IN_FOLDER(a_missing_helper_is_one_sentence),
        cmocka_unit_test(the_probe_finds_limits_and_filter),
        cmocka_unit_test(every_refused_allocation_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
