#include <string.h>

#include "helper/helper.h"
#include "support/test.h"

/* One file "a.lua" of kind 's' that holds "x=1". */
static const uint8_t good[] = {
    1,   0,   0,   0,        /* one file */
    's',                     /* its kind */
    5,   0,                  /* length of its name */
    3,   0,   0,   0,        /* length of its bytes */
    'a', '.', 'l', 'u', 'a', /* name */
    'x', '=', '1',           /* bytes */
};

static helper_message message;

static void reads_a_file(void **state)
{
    (void)state;
    assert_true(helper_message_read(&message, good, sizeof good));

    assert_int_equal(message.file_count, 1);
    assert_int_equal(message.files[0].kind, HELPER_FILE_SCENARIO);
    assert_string_equal(message.files[0].name, "a.lua");
    assert_int_equal(message.files[0].length, 3);
    assert_memory_equal(message.files[0].bytes, "x=1", 3);
}

static void refuses_a_message_cut_anywhere(void **state)
{
    (void)state;
    for (size_t length = 0; length < sizeof good; length++) {
        assert_false(helper_message_read(&message, good, length));
    }
}

static void refuses_bytes_left_over(void **state)
{
    (void)state;
    uint8_t longer[sizeof good + 1] = {0};
    memcpy(longer, good, sizeof good);

    assert_false(helper_message_read(&message, longer, sizeof longer));
}

static void refuses_counts_and_kinds_out_of_range(void **state)
{
    (void)state;

    static const struct {
        size_t at;
        uint8_t byte;
    } changes[] = {
        {0, 0},     /* no file */
        {3, 0xFF},  /* too many files */
        {4, 'x'},   /* no such kind */
        {5, 0},     /* a name of no length, so bytes are left over */
        {6, 0xFF},  /* a name longer than the message */
        {10, 0xFF}, /* bytes longer than the message */
    };

    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        uint8_t changed[sizeof good];
        memcpy(changed, good, sizeof good);
        changed[changes[i].at] = changes[i].byte;
        assert_false(helper_message_read(&message, changed, sizeof changed));
    }
}

static void head_holds_mark_and_length(void **state)
{
    (void)state;
    const uint8_t head[HELPER_HEAD_BYTES] = {'R', 'P', 'H', '1', 4, 1, 0, 0};
    const uint8_t other[HELPER_HEAD_BYTES] = {'R', 'P', 'H', '2', 4, 1, 0, 0};
    const uint8_t huge[HELPER_HEAD_BYTES] = {'R', 'P', 'H', '1', 0, 0, 0, 1};
    size_t length = 0;

    assert_true(helper_message_head(head, &length));
    assert_int_equal(length, 260);
    assert_false(helper_message_head(other, &length));
    assert_false(helper_message_head(huge, &length));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_a_file),
        cmocka_unit_test(refuses_a_message_cut_anywhere),
        cmocka_unit_test(refuses_bytes_left_over),
        cmocka_unit_test(refuses_counts_and_kinds_out_of_range),
        cmocka_unit_test(head_holds_mark_and_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
