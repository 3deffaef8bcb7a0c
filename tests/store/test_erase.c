/* Erasing: nothing of a person is left in any file, and the chain holds. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <dirent.h>
#include <sqlite3.h>

#include "lab.h"

static const char name[] = "Ottoline-Quixworth";
static const char note[] = "the-customer-said-xyzzy";
static const char setting[] = "plugh-is-my-theme";

static rp_store_id setup_person(lab *at)
{
    rp_store_id id = {{0}};

    lab_setup_folder(at);
    (void)lab_play(at, 2);
    assert_ok(rp_store_add_person(at->store, "trainee", name, &id, &lab_error));
    at->person = id;
    for (int i = 0; i < 20; i++) {
        rp_store_id attempt = lab_play(at, 3);
        rp_stored_note typed = {.text = note};
        assert_ok(rp_store_put_note(at->store, &attempt, &typed, &lab_error));
    }
    rp_setting_key key = {&id, "theme"};
    assert_ok(rp_store_put_setting(at->store, &key, setting, &lab_error));
    assert_ok(
        rp_store_rename_person(at->store, &id, "Somebody-Else-Qq", &lab_error));
    assert_ok(rp_store_rename_person(at->store, &id, name, &lab_error));
    return id;
}

/* Files of the folder that hold `word`. */
static int files_with(lab *at, const char *word)
{
    DIR *folder = opendir(at->folder);
    int count = 0;

    assert_non_null(folder);
    for (struct dirent *item = readdir(folder); item != NULL;
         item = readdir(folder)) {
        FILE *file = fopen(lab_path(at, item->d_name), "rb");
        static char bytes[4 << 20];
        size_t length = file != NULL ? fread(bytes, 1, sizeof bytes, file) : 0;
        assert_true(length < sizeof bytes);
        count += memmem(bytes, length, word, strlen(word)) != NULL ? 1 : 0;
        if (file != NULL) {
            (void)fclose(file);
        }
    }
    (void)closedir(folder);
    return count;
}

static void nothing_of_an_erased_person_is_left_in_any_file(void **state)
{
    lab at;
    (void)state;
    rp_store_id id = setup_person(&at);
    assert_true(files_with(&at, name) > 0);
    assert_true(files_with(&at, note) > 0);

    assert_ok(rp_store_erase_person(at.store, &id, &lab_error));

    assert_int_equal(files_with(&at, name), 0);
    assert_int_equal(files_with(&at, "Somebody-Else-Qq"), 0);
    assert_int_equal(files_with(&at, note), 0);
    assert_int_equal(files_with(&at, setting), 0);
    lab_clear(&at);
}

static void the_chain_still_verifies_after_erasing(void **state)
{
    lab at;
    (void)state;
    rp_store_id id = setup_person(&at);

    assert_ok(rp_store_erase_person(at.store, &id, &lab_error));
    assert_int_equal(lab_verify(&at, NULL).count, 0);
    assert_ok(rp_store_erase_person(at.store, &id, &lab_error));
    assert_int_equal(lab_verify(&at, NULL).count, 0);
    lab_close(&at);
    lab_open(&at);
    assert_int_equal(lab_verify(&at, NULL).count, 0);
    lab_clear(&at);
}

static void attempts_stay_under_the_random_id(void **state)
{
    lab at;
    rp_person person = {0};
    rp_attempts attempts = {0};
    (void)state;
    rp_store_id id = setup_person(&at);
    rp_attempt_filter filter = {.person = id};

    assert_ok(rp_store_erase_person(at.store, &id, &lab_error));

    assert_ok(
        rp_store_get_person(at.store, &id, &at.arena, &person, &lab_error));
    assert_true(person.is_erased);
    assert_string_equal(person.name, "");
    assert_ok(rp_store_list_attempts(at.store, &filter, &at.arena, &attempts,
                                     &lab_error));
    assert_int_equal(attempts.count, 20);
    lab_clear(&at);
}

static void an_erased_person_takes_part_no_more(void **state)
{
    lab at;
    rp_store_id attempt = {{0}};
    (void)state;
    rp_store_id id = setup_person(&at);
    rp_attempt_start start = lab_start(&at);
    rp_setting_key key = {&id, "theme"};

    assert_ok(rp_store_erase_person(at.store, &id, &lab_error));

    assert_int_equal(rp_store_begin_attempt(at.store, &start, &attempt, NULL),
                     RP_E_INVALID);
    assert_int_equal(rp_store_put_setting(at.store, &key, "x", NULL),
                     RP_E_INVALID);
    assert_int_equal(rp_store_rename_person(at.store, &id, "Back", NULL),
                     RP_E_INVALID);
    lab_clear(&at);
}

static void somebody_alone_starts_anew_after_erasing_themselves(void **state)
{
    lab at;
    rp_person person = {0};
    (void)state;
    lab_setup(&at);

    assert_ok(rp_store_erase_person(at.store, &at.person, &lab_error));

    assert_ok(
        rp_store_default_person(at.store, &at.arena, &person, &lab_error));
    assert_false(rp_store_id_equal(&person.id, &at.person));
    lab_clear(&at);
}

static void bytes_held_by_a_reader_are_told_and_driven_out_later(void **state)
{
    lab at;
    sqlite3 *reader = NULL;
    rp_error err = {0};
    (void)state;
    rp_store_id id = setup_person(&at);
    assert_int_equal(sqlite3_open(lab_path(&at, "rapport.db"), &reader),
                     SQLITE_OK);
    assert_int_equal(
        sqlite3_exec(reader, "BEGIN; SELECT * FROM chain", NULL, NULL, NULL),
        SQLITE_OK);

    assert_int_equal(rp_store_erase_person(at.store, &id, &err), RP_E_IO);
    assert_non_null(strstr(err.message, "erase again"));
    assert_int_equal(sqlite3_close(reader), SQLITE_OK);
    assert_ok(rp_store_erase_person(at.store, &id, &lab_error));

    assert_int_equal(files_with(&at, name), 0);
    assert_int_equal(files_with(&at, note), 0);
    lab_clear(&at);
}

static void a_record_of_an_erased_person_is_still_missed(void **state)
{
    lab at;
    (void)state;
    rp_store_id id = setup_person(&at);
    assert_ok(rp_store_erase_person(at.store, &id, &lab_error));
    lab_close(&at);
    lab_tamper(&at, "PRAGMA foreign_keys = OFF;"
                    "DELETE FROM results WHERE attempt = 9;"
                    "DELETE FROM attempts WHERE attempt = 9");
    lab_open(&at);

    lab_findings found = lab_verify(&at, NULL);

    assert_int_equal(found.kinds[RP_FOUND_DROPPED], 2);
    lab_clear(&at);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_of_an_erased_person_is_left_in_any_file),
        cmocka_unit_test(the_chain_still_verifies_after_erasing),
        cmocka_unit_test(attempts_stay_under_the_random_id),
        cmocka_unit_test(an_erased_person_takes_part_no_more),
        cmocka_unit_test(somebody_alone_starts_anew_after_erasing_themselves),
        cmocka_unit_test(bytes_held_by_a_reader_are_told_and_driven_out_later),
        cmocka_unit_test(a_record_of_an_erased_person_is_still_missed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
