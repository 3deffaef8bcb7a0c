#include <stdlib.h>
#include <string.h>

#include <sys/stat.h>
#include <unistd.h>

#include "script/folder.h"
#include "support/test.h"

enum {
    FILE_BYTES_MAX = 512 * 1024
};

/* A Lua comment of exactly `length` bytes. */
static void write_comment(const folder *in, const char *name, size_t length)
{
    char *bytes = malloc(length);
    assert_non_null(bytes);
    memset(bytes, '-', length);
    folder_write(in, name, bytes, length);
    free(bytes);
}

static void a_byte_order_mark_is_removed(void **state)
{
    folder *in = *state;
    folder_puts(in, "call.lua", "\xEF\xBB\xBFturn \"a\" {}");

    assert_int_equal(folder_load(in, "call.lua"), RP_OK);
    assert_string_equal(in->declared.sources[0].bytes, "turn \"a\" {}");
    assert_int_equal(in->declared.sources[0].length, 11);
}

static void only_plain_files_are_opened(void **state)
{
    folder *in = *state;
    char path[FOLDER_PATH_MAX];
    assert_int_equal(mkfifo(folder_path(in, "pipe.lua", path), 0600), 0);
    assert_int_equal(symlink("/etc/passwd", folder_path(in, "link.lua", path)),
                     0);
    assert_int_equal(mkdir(folder_path(in, "inner", path), 0700), 0);

    folder_refuses(in, "pipe.lua", RP_E_INVALID, "pipe.lua", 0,
                   "this is no plain file (a pipe or a device)");
    folder_refuses(in, "link.lua", RP_E_INVALID, "link.lua", 0,
                   "this is a link; a pack holds plain files only");
    folder_refuses(in, "none.lua", RP_E_IO, "none.lua", 0,
                   "there is no such file");
    folder_refuses(in, "inner", RP_E_IO, "pack.lua", 0,
                   "there is no such file");
}

static void a_device_is_refused(void **state)
{
    folder *in = *state;
    char path[FOLDER_PATH_MAX];

    assert_int_equal(folder_load_path(in, "/dev/zero"), RP_E_INVALID);
    assert_string_equal(in->err.source, "zero");
    if (mknod(folder_path(in, "zero.lua", path), S_IFCHR | 0600, 0x105) == 0) {
        folder_refuses(in, "zero.lua", RP_E_INVALID, "zero.lua", 0,
                       "this is no plain file (a pipe or a device)");
    }
}

static void links_deeper_in_the_pack_are_refused(void **state)
{
    folder *in = *state;
    char path[FOLDER_PATH_MAX];
    folder_puts(in, "call.lua", "turn \"a\" {}");
    folder_puts(in, "lib/a.lua", "");
    assert_int_equal(symlink("/etc/passwd", folder_path(in, "lib/b.lua", path)),
                     0);
    folder_refuses(in, "call.lua", RP_E_INVALID, "lib/b.lua", 0,
                   "this is a link; a pack holds plain files only");

    assert_int_equal(unlink(path), 0);
    assert_int_equal(symlink("lib", folder_path(in, "locale", path)), 0);
    folder_refuses(in, "call.lua", RP_E_INVALID, "locale", 0,
                   "this must be a folder, and not a link");
}

static void sizes_are_bounded(void **state)
{
    folder *in = *state;
    char name[] = "lib/a.lua";
    write_comment(in, "call.lua", FILE_BYTES_MAX + 1);
    folder_refuses(in, "call.lua", RP_E_LIMIT, "call.lua", 0,
                   "this file is larger than 512 KiB");

    write_comment(in, "call.lua", FILE_BYTES_MAX);
    assert_int_equal(folder_load(in, "call.lua"), RP_OK);
    for (char c = 'a'; c <= 'h'; c++) {
        name[4] = c;
        write_comment(in, name, FILE_BYTES_MAX);
    }
    folder_refuses(in, "call.lua", RP_E_LIMIT, "call.lua", 0,
                   "with this file the pack is larger than 4 MiB");
}

static void bytes_that_are_no_text_name_their_line(void **state)
{
    folder *in = *state;
    folder_write(in, "call.lua", "--\n\0\n", 5);
    folder_refuses(in, "call.lua", RP_E_INVALID, "call.lua", 2,
                   "this line holds a NUL byte; it is no text");
    folder_puts(in, "call.lua", "--\n--\n-- \xC3\x28\n");
    folder_refuses(in, "call.lua", RP_E_INVALID, "call.lua", 3,
                   "this line is not UTF-8; save the file as UTF-8");
    folder_puts(in, "call.lua", "-- \xED\xA0\x80");
    folder_refuses(in, "call.lua", RP_E_INVALID, "call.lua", 1,
                   "this line is not UTF-8; save the file as UTF-8");
}

static void names_are_of_a_closed_alphabet(void **state)
{
    folder *in = *state;
    static const char *const names[] = {"Call.lua", "-call.lua", "a b.lua",
                                        "call.txt", ".lua",      "\u8d75.lua"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        folder_puts(in, names[i], "");
        folder_refuses(in, names[i], RP_E_INVALID, names[i], 0,
                       "this is no name for a file of a pack: small letters, "
                       "digits, - and _, then .lua");
    }
    folder_puts(in, "call.lua", "turn \"a\" {}");
    folder_puts(in, "lib/Desk.lua", "");
    folder_refuses(in, "call.lua", RP_E_INVALID, "lib/Desk.lua", 0,
                   "this is no name for a file of a pack: small letters, "
                   "digits, - and _, then .lua");
}

static void other_files_of_a_folder_are_left_alone(void **state)
{
    folder *in = *state;
    folder_puts(in, "call.lua", "turn \"a\" {}");
    folder_puts(in, "lib/.#a.lua", "error");
    folder_puts(in, "lib/README", "\xFF");
    folder_puts(in, "locale/zh.po~", "\xFF");
    folder_puts(in, "Other.lua", "\xFF");

    assert_int_equal(folder_load(in, "call.lua"), RP_OK);
    assert_int_equal(in->declared.source_count, 1);
}

static void a_path_may_be_relative_or_the_pack_itself(void **state)
{
    folder *in = *state;
    char before[FOLDER_PATH_MAX];
    folder_puts(in, "pack.lua", "pack { id = \"p\" }");
    folder_puts(in, "call.lua", "turn \"a\" {}");
    assert_non_null(getcwd(before, sizeof before));
    assert_int_equal(chdir(in->path), 0);

    assert_int_equal(folder_load_path(in, "call.lua"), RP_OK);
    assert_int_equal(folder_load_path(in, "./call.lua"), RP_OK);
    assert_int_equal(folder_load_path(in, "pack.lua"), RP_OK);
    assert_null(in->declared.main_name);
    assert_int_equal(folder_load_path(in, ""), RP_E_INVALID);

    assert_int_equal(chdir(before), 0);
}

#define TEST_IN_FOLDER(test) \
    cmocka_unit_test_setup_teardown(test, folder_open, folder_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_IN_FOLDER(a_byte_order_mark_is_removed),
        TEST_IN_FOLDER(only_plain_files_are_opened),
        TEST_IN_FOLDER(a_device_is_refused),
        TEST_IN_FOLDER(links_deeper_in_the_pack_are_refused),
        TEST_IN_FOLDER(sizes_are_bounded),
        TEST_IN_FOLDER(bytes_that_are_no_text_name_their_line),
        TEST_IN_FOLDER(names_are_of_a_closed_alphabet),
        TEST_IN_FOLDER(other_files_of_a_folder_are_left_alone),
        TEST_IN_FOLDER(a_path_may_be_relative_or_the_pack_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
