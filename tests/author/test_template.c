/* New files: the template under other names. */
#include <string.h>

#include "rapport/author.h"
#include "support/refusing.h"
#include "support/test.h"

static const char *const both[] = {"en", "zh"};

static const rp_new_order whole = {.scenario = "my-call",
                                   .pack = "my-pack",
                                   .makes_pack = true,
                                   .language_count = 2,
                                   .languages = both};

static const rp_new_file *file_of(const rp_new_files *files, const char *name)
{
    for (uint32_t i = 0; i < files->count; i++) {
        if (strcmp(files->items[i].name, name) == 0) {
            return &files->items[i];
        }
    }
    return NULL;
}

static rp_new_files made(const rp_new_order *order, rp_arena *arena)
{
    rp_new_files files;
    rp_error err = {0};

    rp_arena_init(arena, rp_alloc_default());
    assert_int_equal(rp_new_make(order, arena, &files, &err), RP_OK);
    return files;
}

static void nothing_keeps_the_names_of_the_template(void **state)
{
    rp_arena arena;
    rp_new_files files = made(&whole, &arena);
    (void)state;

    assert_int_equal(files.count, 4);
    for (uint32_t i = 0; i < files.count; i++) {
        assert_null(strstr(files.items[i].bytes, "first-call"));
        assert_null(strstr(files.items[i].bytes, "first-pack"));
    }
    assert_non_null(strstr(file_of(&files, "my-call.lua")->bytes,
                           "scenario \"my-call\" {"));
    assert_non_null(
        strstr(file_of(&files, "pack.lua")->bytes, "id = \"my-pack\""));
    assert_non_null(strstr(file_of(&files, "locale/my-call.zh.po")->bytes,
                           "\"my-call/hello/own-it\""));
    rp_arena_clear(&arena);
}

static void an_english_pack_keeps_chinese_as_a_comment(void **state)
{
    rp_new_order order = whole;
    rp_arena arena;
    (void)state;

    order.language_count = 1;
    rp_new_files files = made(&order, &arena);

    assert_int_equal(files.count, 2);
    const char *pack = file_of(&files, "pack.lua")->bytes;
    assert_null(strstr(pack, "\n        zh = "));
    assert_non_null(strstr(pack, "\n        -- zh = { agent"));
    assert_non_null(strstr(pack, "\n        -- zh = { \"请\""));
    assert_non_null(
        strstr(file_of(&files, "pack.lua")->bytes, "languages = { \"en\" }"));
    rp_arena_clear(&arena);
}

static void a_pack_that_is_there_is_left_alone(void **state)
{
    rp_new_order order = whole;
    rp_arena arena;
    (void)state;

    order.makes_pack = false;
    rp_new_files files = made(&order, &arena);

    assert_int_equal(files.count, 2);
    assert_null(file_of(&files, "pack.lua"));
    assert_null(file_of(&files, "locale/zh.po"));
    rp_arena_clear(&arena);
}

/* Its behaviours and critical faults are not those of the template's pack. */
static void what_another_pack_lacks_is_a_comment(void **state)
{
    rp_new_order order = whole;
    rp_arena arena;
    rp_new_files files = made(&order, &arena);
    (void)state;

    assert_non_null(
        strstr(file_of(&files, "my-call.lua")->bytes, "\n        shows = {"));
    rp_arena_clear(&arena);
    order.makes_pack = false;
    files = made(&order, &arena);
    const char *text = file_of(&files, "my-call.lua")->bytes;
    assert_non_null(strstr(text, "\n        -- shows = {"));
    assert_non_null(strstr(text, "\n        -- misses = {"));
    assert_non_null(strstr(text, "\n        -- critical = "));
    assert_null(strstr(text, "\n        shows = {"));
    rp_arena_clear(&arena);
}

static void refused_memory_is_an_error(void **state)
{
    rp_status status = RP_E_MEMORY;
    (void)state;

    for (uint64_t allowed = 0; status != RP_OK; allowed++) {
        refusing memory = {.allowed = allowed};
        rp_new_files files;
        rp_arena arena;
        rp_error err = {0};
        rp_arena_init(&arena, refusing_alloc(&memory));
        status = rp_new_make(&whole, &arena, &files, &err);
        assert_true(status == RP_OK || status == RP_E_MEMORY);
        rp_arena_clear(&arena);
        assert_int_equal(memory.blocks, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_keeps_the_names_of_the_template),
        cmocka_unit_test(an_english_pack_keeps_chinese_as_a_comment),
        cmocka_unit_test(a_pack_that_is_there_is_left_alone),
        cmocka_unit_test(what_another_pack_lacks_is_a_comment),
        cmocka_unit_test(refused_memory_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
