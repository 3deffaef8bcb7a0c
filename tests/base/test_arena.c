#include <string.h>

#include "rapport/base.h"
#include "support/refusing.h"
#include "support/test.h"

static void take_gives_zeroed_memory_after_a_reset_too(void **state)
{
    rp_arena arena;
    (void)state;
    rp_arena_init(&arena, rp_alloc_default());
    memset(rp_arena_take(&arena, 100, 7), 0xAB, 700);
    rp_arena_reset(&arena);

    const unsigned char *again = rp_arena_take(&arena, 700, 1);

    for (size_t i = 0; i < 700; i++) {
        assert_int_equal(again[i], 0);
    }
    rp_arena_clear(&arena);
}

static void take_refuses_a_size_that_overflows(void **state)
{
    rp_arena arena;
    (void)state;
    rp_arena_init(&arena, rp_alloc_default());

    assert_null(rp_arena_take(&arena, SIZE_MAX / 2, 3));
    assert_null(rp_arena_take(&arena, SIZE_MAX, 1));

    rp_arena_clear(&arena);
}

static void reset_keeps_the_largest_block(void **state)
{
    rp_arena arena;
    refusing r = {.allowed = 2};
    (void)state;
    rp_arena_init(&arena, refusing_alloc(&r));
    assert_non_null(rp_arena_take(&arena, 1, 100000));
    assert_non_null(rp_arena_take(&arena, 1, 100));

    rp_arena_reset(&arena);

    assert_non_null(rp_arena_take(&arena, 1, 100000));
    assert_null(rp_arena_take(&arena, 1, 100000));
    rp_arena_clear(&arena);
}

static void text_that_was_refused_growth_stays_as_it_was(void **state)
{
    rp_text text;
    refusing r = {.allowed = 1};
    (void)state;
    rp_text_init(&text, refusing_alloc(&r));
    rp_text_puts(&text, "first");

    rp_text_printf(&text, "%200s", "second");
    rp_text_puts(&text, "third");

    assert_true(text.failed);
    assert_string_equal(text.bytes, "first");
    rp_text_clear(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(take_gives_zeroed_memory_after_a_reset_too),
        cmocka_unit_test(take_refuses_a_size_that_overflows),
        cmocka_unit_test(reset_keeps_the_largest_block),
        cmocka_unit_test(text_that_was_refused_growth_stays_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
