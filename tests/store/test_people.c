/* People: a random id apart from the name, and a name that can be trusted. */
#include <string.h>

#include "lab.h"

static void somebody_alone_is_made_silently_and_once(void **state)
{
    lab at;
    rp_person first = {0};
    rp_person second = {0};
    rp_people people = {0};
    (void)state;
    lab_setup(&at);

    assert_ok(rp_store_default_person(at.store, &at.arena, &first, &lab_error));
    assert_ok(
        rp_store_default_person(at.store, &at.arena, &second, &lab_error));

    assert_true(rp_store_id_equal(&first.id, &second.id));
    assert_string_equal(first.name, "You");
    assert_string_equal(first.role, "self");
    assert_false(first.has_pin);
    assert_ok(rp_store_list_people(at.store, &at.arena, &people, &lab_error));
    assert_int_equal(people.count, 1);
    lab_clear(&at);
}

static void a_person_is_found_by_id_and_can_be_renamed(void **state)
{
    lab at;
    rp_store_id id = {{0}};
    rp_person person = {0};
    (void)state;
    lab_setup(&at);
    assert_ok(rp_store_add_person(at.store, "trainee", "Lin", &id, &lab_error));

    assert_ok(rp_store_rename_person(at.store, &id, "林小雨", &lab_error));

    assert_ok(
        rp_store_get_person(at.store, &id, &at.arena, &person, &lab_error));
    assert_string_equal(person.name, "林小雨");
    assert_string_equal(person.role, "trainee");
    assert_false(person.is_erased);
    assert_int_equal(lab_verify(&at, NULL).count, 0);
    lab_clear(&at);
}

static void names_that_could_mislead_are_refused(void **state)
{
    static const char *const names[] = {
        "",
        "   ",
        "two\nlines",
        "bidi \xE2\x80\xAE override",
        "escape \x1B[31m",
        "bad \xC3\x28 bytes",
        "e\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81"
        "\xCC\x81",
        "a name of far more than sixty-four letters, which no list could show "
        "whole",
    };
    lab at;
    rp_store_id id = {{0}};
    (void)state;
    lab_setup(&at);

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        assert_int_equal(
            rp_store_add_person(at.store, "trainee", names[i], &id, NULL),
            RP_E_INVALID);
    }

    assert_true(rp_store_id_is_none(&id));
    lab_clear(&at);
}

static void nobody_is_told_apart_from_failure(void **state)
{
    lab at;
    rp_store_id nobody = {{9}};
    rp_person person = {0};
    (void)state;
    lab_setup(&at);

    assert_int_equal(
        rp_store_get_person(at.store, &nobody, &at.arena, &person, NULL),
        RP_E_INVALID);
    assert_int_equal(rp_store_rename_person(at.store, &nobody, "Lin", NULL),
                     RP_E_INVALID);
    assert_int_equal(rp_store_erase_person(at.store, &nobody, NULL),
                     RP_E_INVALID);
    lab_clear(&at);
}

static void ids_are_written_and_read_as_hex(void **state)
{
    rp_store_id id = {
        {0xAB, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}};
    rp_store_id read = {{0}};
    char hex[RP_STORE_ID_HEX_MAX];
    (void)state;

    assert_true(rp_store_id_from_hex(&read, rp_store_id_hex(&id, hex)));

    assert_string_equal(hex, "ab0102030405060708090a0b0c0d0e0f");
    assert_true(rp_store_id_equal(&id, &read));
    assert_false(rp_store_id_from_hex(&read, "ab"));
    assert_false(
        rp_store_id_from_hex(&read, "zz0102030405060708090a0b0c0d0e0f"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(somebody_alone_is_made_silently_and_once),
        cmocka_unit_test(a_person_is_found_by_id_and_can_be_renamed),
        cmocka_unit_test(names_that_could_mislead_are_refused),
        cmocka_unit_test(nobody_is_told_apart_from_failure),
        cmocka_unit_test(ids_are_written_and_read_as_hex),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
