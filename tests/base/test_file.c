#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sys/stat.h>
#include <unistd.h>

#include "rapport/file.h"
#include "support/test.h"

static char folder[64];
static char path[128];

static int make_folder(void **state)
{
    (void)state;
    (void)strcpy(folder, "/tmp/rapport-file-XXXXXX");
    if (mkdtemp(folder) == NULL) {
        return -1;
    }
    (void)snprintf(path, sizeof path, "%s/file", folder);
    return 0;
}

static int drop_folder(void **state)
{
    char order[96];

    (void)state;
    (void)snprintf(order, sizeof order, "rm -rf %s", folder);
    return system(order);
}

static void holds(const char *wanted)
{
    rp_arena arena;
    rp_file_bytes file = {0};

    rp_arena_init(&arena, rp_alloc_default());
    assert_int_equal(rp_file_read(path, &arena, &file, NULL), RP_OK);
    assert_int_equal(file.length, strlen(wanted));
    assert_string_equal(file.bytes, wanted);
    rp_arena_clear(&arena);
}

/* Nothing but the file itself may be left behind. */
static uint32_t count_names(void)
{
    char order[128];
    uint32_t count = 0;

    (void)snprintf(order, sizeof order, "ls -A %s | wc -l", folder);
    FILE *names = popen(order, "r");
    assert_non_null(names);
    assert_int_equal(fscanf(names, "%u", &count), 1);
    (void)pclose(names);
    return count;
}

static void a_file_is_replaced_whole_and_keeps_its_permissions(void **state)
{
    struct stat about;

    (void)state;
    assert_int_equal(rp_file_write(path, "old text", 8, NULL), RP_OK);
    assert_int_equal(chmod(path, 0640), 0);
    assert_int_equal(rp_file_write(path, "new", 3, NULL), RP_OK);

    holds("new");
    assert_int_equal(stat(path, &about), 0);
    assert_int_equal(about.st_mode & 07777, 0640);
    assert_int_equal(count_names(), 1);
}

static void a_link_stays_a_link(void **state)
{
    char link_path[128];
    struct stat about;

    (void)state;
    (void)snprintf(link_path, sizeof link_path, "%s/link", folder);
    assert_int_equal(rp_file_write(path, "old", 3, NULL), RP_OK);
    assert_int_equal(symlink("file", link_path), 0);
    assert_int_equal(rp_file_write(link_path, "new", 3, NULL), RP_OK);

    holds("new");
    assert_int_equal(lstat(link_path, &about), 0);
    assert_true(S_ISLNK(about.st_mode));
}

static void a_place_that_cannot_be_written_says_which(void **state)
{
    rp_error error = {0};

    (void)state;
    assert_int_equal(rp_file_write("/proc/none/file", "x", 1, &error), RP_E_IO);
    assert_non_null(strstr(error.message, "/proc/none/file"));
}

/* Every write past the limit fails as on a full disk. */
static void a_full_disk_leaves_the_old_file(void **state)
{
    rp_error error = {0};

    (void)state;
    assert_int_equal(rp_file_write(path, "old", 3, NULL), RP_OK);
    char order[256];
    (void)snprintf(order, sizeof order,
                   "mount -t tmpfs -o size=4k tmpfs %s 2>/dev/null", folder);
    if (system(order) != 0) {
        skip();
    }
    static char large[1 << 20];
    assert_int_equal(rp_file_write(path, "old", 3, NULL), RP_OK);
    rp_status status = rp_file_write(path, large, sizeof large, &error);
    holds("old");
    uint32_t count = count_names();
    (void)snprintf(order, sizeof order, "umount %s", folder);
    assert_int_equal(system(order), 0);
    assert_int_equal(status, RP_E_IO);
    assert_int_equal(count, 1);
}

static void odd_files_are_refused_without_waiting(void **state)
{
    rp_arena arena;
    rp_file_bytes file = {0};

    (void)state;
    rp_arena_init(&arena, rp_alloc_default());
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_int_equal(rp_file_read(path, &arena, &file, NULL), RP_E_INVALID);
    assert_int_equal(rp_file_read(folder, &arena, &file, NULL), RP_E_INVALID);
    assert_int_equal(rp_file_read("/no/such", &arena, &file, NULL),
                     RP_E_INVALID);
    rp_arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            a_file_is_replaced_whole_and_keeps_its_permissions, make_folder,
            drop_folder),
        cmocka_unit_test_setup_teardown(a_link_stays_a_link, make_folder,
                                        drop_folder),
        cmocka_unit_test_setup_teardown(
            a_place_that_cannot_be_written_says_which, make_folder,
            drop_folder),
        cmocka_unit_test_setup_teardown(a_full_disk_leaves_the_old_file,
                                        make_folder, drop_folder),
        cmocka_unit_test_setup_teardown(odd_files_are_refused_without_waiting,
                                        make_folder, drop_folder),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
