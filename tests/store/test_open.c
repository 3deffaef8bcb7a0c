/* Opening: what is made, for whose eyes, and what is refused in its place. */
#include <stdio.h>
#include <string.h>

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lab.h"

static unsigned mode_of(const char *path)
{
    struct stat found = {0};

    assert_int_equal(lstat(path, &found), 0);
    return (unsigned)found.st_mode & 0777U;
}

static rp_status try_open(lab *at, rp_error *err)
{
    rp_store_options options = lab_options(at);
    rp_status status = rp_store_open(&options, &at->store, err);

    assert_true(status == RP_OK || at->store == NULL);
    assert_true(status == RP_OK || err->message[0] != '\0');
    return status;
}

static void check_private(mode_t mask)
{
    lab at;
    lab_make_folder(&at);
    (void)snprintf(at.folder + strlen(at.folder), 64, "/share/rapport");
    mode_t before = umask(mask);

    lab_open(&at);
    lab_fill(&at);

    (void)umask(before);
    assert_int_equal(mode_of(at.folder), 0700);
    assert_int_equal(mode_of(lab_path(&at, "rapport.db")), 0600);
    assert_int_equal(mode_of(lab_path(&at, "rapport.db-wal")), 0600);
    assert_int_equal(mode_of(lab_path(&at, "rapport.db-shm")), 0600);
    lab_clear(&at);
    *strrchr(at.folder, '/') = '\0';
    assert_int_equal(rmdir(at.folder), 0);
    *strrchr(at.folder, '/') = '\0';
    assert_int_equal(rmdir(at.folder), 0);
}

static void files_are_for_their_owner_whatever_the_umask(void **state)
{
    (void)state;
    check_private(0000);
    check_private(0077);
    check_private(0777);
}

static void a_file_left_open_to_others_is_closed_to_them(void **state)
{
    lab at;
    (void)state;
    lab_setup_folder(&at);
    lab_close(&at);
    assert_int_equal(chmod(lab_path(&at, "rapport.db"), 0644), 0);

    lab_open(&at);

    assert_int_equal(mode_of(lab_path(&at, "rapport.db")), 0600);
    lab_clear(&at);
}

static void nothing_is_left_beside_a_closed_database(void **state)
{
    lab at;
    (void)state;
    lab_setup_folder(&at);
    (void)lab_play(&at, 3);

    lab_close(&at);

    assert_int_equal(access(lab_path(&at, "rapport.db-wal"), F_OK), -1);
    assert_int_equal(access(lab_path(&at, "rapport.db-shm"), F_OK), -1);
    assert_int_equal(unlink(lab_path(&at, "rapport.db")), 0);
    assert_int_equal(rmdir(at.folder), 0);
    lab_clear(&at);
}

static void what_is_no_file_is_refused_in_a_sentence(void **state)
{
    static const char *const names[] = {"rapport.db", "rapport.db-wal",
                                        "rapport.db-shm", "rapport.db-journal"};
    rp_error err;
    (void)state;

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        lab at;
        lab_make_folder(&at);
        assert_int_equal(mkdir(lab_path(&at, names[i]), 0700), 0);
        assert_int_equal(try_open(&at, &err), RP_E_INVALID);
        assert_non_null(strstr(err.message, "is a folder"));
        assert_int_equal(rmdir(lab_path(&at, names[i])), 0);

        assert_int_equal(mkfifo(lab_path(&at, names[i]), 0600), 0);
        assert_int_equal(try_open(&at, &err), RP_E_INVALID);
        assert_non_null(strstr(err.message, "is a pipe"));
        assert_int_equal(unlink(lab_path(&at, names[i])), 0);

        assert_int_equal(symlink("/etc/passwd", lab_path(&at, names[i])), 0);
        assert_int_equal(try_open(&at, &err), RP_E_INVALID);
        assert_non_null(strstr(err.message, "is a link"));
        lab_clear(&at);
    }
}

static void a_folder_that_is_a_file_is_refused(void **state)
{
    lab at;
    rp_error err;
    (void)state;
    lab_make_folder(&at);
    FILE *file = fopen(lab_path(&at, "data"), "w");
    assert_non_null(file);
    assert_int_equal(fclose(file), 0);
    lab inner = at;
    (void)snprintf(inner.folder, sizeof inner.folder, "%s",
                   lab_path(&at, "data"));

    assert_int_equal(try_open(&inner, &err), RP_E_INVALID);

    lab_clear(&at);
}

static void an_empty_file_is_told_not_silently_filled(void **state)
{
    lab at;
    rp_error err;
    (void)state;
    lab_make_folder(&at);
    FILE *file = fopen(lab_path(&at, "rapport.db"), "w");
    assert_non_null(file);
    assert_int_equal(fclose(file), 0);

    assert_int_equal(try_open(&at, &err), RP_E_DAMAGED);

    assert_non_null(strstr(err.message, "empty"));
    lab_clear(&at);
}

static void a_folder_may_be_reached_through_a_link(void **state)
{
    lab at;
    (void)state;
    lab_make_folder(&at);
    lab inner = at;
    (void)snprintf(inner.folder, sizeof inner.folder, "%s",
                   lab_path(&at, "link"));
    assert_int_equal(symlink(at.folder, inner.folder), 0);

    lab_open(&inner);

    assert_string_equal(rp_store_path(inner.store),
                        lab_path(&at, "rapport.db"));
    lab_close(&inner);
    lab_clear(&at);
}

static void what_was_stored_is_there_after_reopening(void **state)
{
    lab at;
    rp_attempt read = {0};
    (void)state;
    lab_setup_folder(&at);
    rp_store_id machine = rp_store_machine(at.store);
    rp_store_id id = lab_play(&at, 4);
    lab_close(&at);

    lab_open(&at);

    rp_store_id again = rp_store_machine(at.store);
    assert_true(rp_store_id_equal(&machine, &again));
    assert_int_equal(rp_store_trouble(at.store, NULL), RP_OK);
    assert_ok(
        rp_store_get_attempt(at.store, &id, &at.arena, &read, &lab_error));
    assert_int_equal(read.move_count, 4);
    assert_int_equal(lab_verify(&at, NULL).count, 0);
    lab_clear(&at);
}

static void two_programs_share_one_database(void **state)
{
    lab at;
    (void)state;
    lab_setup_folder(&at);
    lab other = at;
    rp_arena_init(&other.arena, rp_alloc_default());
    other.random = rp_random_seeded(99);
    lab_open(&other);

    for (uint32_t i = 0; i < 5; i++) {
        (void)lab_play(&at, 2);
        (void)lab_play(&other, 2);
    }

    assert_int_equal(lab_verify(&at, NULL).count, 0);
    assert_int_equal(lab_verify(&other, NULL).count, 0);
    lab_close(&other);
    rp_arena_clear(&other.arena);
    lab_clear(&at);
}

static void a_move_for_the_same_place_is_taken_once(void **state)
{
    lab at;
    rp_stored_move move = {.text = "x"};
    (void)state;
    lab_setup_folder(&at);
    lab other = at;
    lab_open(&other);
    rp_store_id id = lab_begin(&at);

    assert_ok(rp_store_add_move(at.store, &id, 0, &move, &lab_error));
    assert_int_equal(rp_store_add_move(other.store, &id, 0, &move, NULL),
                     RP_E_STATE);

    lab_close(&other);
    lab_clear(&at);
}

static void another_writer_is_named(void **state)
{
    lab at;
    sqlite3 *other = NULL;
    rp_stored_move move = {.text = "x"};
    rp_error refusal = {0};
    (void)state;
    lab_setup_folder(&at);
    rp_store_id id = lab_begin(&at);
    assert_int_equal(sqlite3_open(lab_path(&at, "rapport.db"), &other),
                     SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL),
                     SQLITE_OK);

    assert_int_equal(rp_store_add_move(at.store, &id, 0, &move, &refusal),
                     RP_E_IO);
    assert_non_null(strstr(refusal.message, "another Rapport is writing"));

    assert_int_equal(sqlite3_close(other), SQLITE_OK);
    assert_ok(rp_store_add_move(at.store, &id, 0, &move, &lab_error));
    lab_clear(&at);
}

static void the_default_folder_follows_the_convention(void **state)
{
    rp_text out;
    (void)state;
    rp_text_init(&out, rp_alloc_default());

    assert_ok(rp_store_default_dir("/data", "/home/lin", &out, &lab_error));
    assert_string_equal(out.bytes, "/data/rapport");
    out.length = 0;
    assert_ok(rp_store_default_dir("relative", "/home/lin", &out, &lab_error));
    assert_string_equal(out.bytes, "/home/lin/.local/share/rapport");
    assert_int_equal(rp_store_default_dir(NULL, "", &out, NULL), RP_E_INVALID);
    rp_text_clear(&out);
}

static void a_backup_is_a_whole_store(void **state)
{
    lab at;
    (void)state;
    lab_setup_folder(&at);
    (void)lab_play(&at, 3);
    lab copy = at;
    (void)snprintf(copy.folder, sizeof copy.folder, "%s",
                   lab_path(&at, "copy"));
    assert_int_equal(mkdir(copy.folder, 0700), 0);

    assert_ok(
        rp_store_backup(at.store, lab_path(&copy, "rapport.db"), &lab_error));

    assert_int_equal(mode_of(lab_path(&copy, "rapport.db")), 0600);
    assert_int_equal(
        rp_store_backup(at.store, lab_path(&copy, "rapport.db"), NULL),
        RP_E_IO);
    lab_open(&copy);
    assert_int_equal(lab_verify(&copy, NULL).count, 0);
    lab_close(&copy);
    assert_int_equal(unlink(lab_path(&copy, "rapport.db")), 0);
    assert_int_equal(rmdir(copy.folder), 0);
    lab_clear(&at);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_for_their_owner_whatever_the_umask),
        cmocka_unit_test(a_file_left_open_to_others_is_closed_to_them),
        cmocka_unit_test(nothing_is_left_beside_a_closed_database),
        cmocka_unit_test(what_is_no_file_is_refused_in_a_sentence),
        cmocka_unit_test(a_folder_that_is_a_file_is_refused),
        cmocka_unit_test(an_empty_file_is_told_not_silently_filled),
        cmocka_unit_test(a_folder_may_be_reached_through_a_link),
        cmocka_unit_test(what_was_stored_is_there_after_reopening),
        cmocka_unit_test(two_programs_share_one_database),
        cmocka_unit_test(a_move_for_the_same_place_is_taken_once),
        cmocka_unit_test(another_writer_is_named),
        cmocka_unit_test(the_default_folder_follows_the_convention),
        cmocka_unit_test(a_backup_is_a_whole_store),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
