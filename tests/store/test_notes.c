/* Notes, verdicts and settings: small things kept beside the record. */
#include <string.h>

#include "lab.h"

static void notes_come_back_in_order_and_can_be_taken_away(void **state)
{
    lab at;
    rp_stored_notes notes = {0};
    (void)state;
    lab_setup(&at);
    rp_store_id id = lab_begin(&at);
    rp_stored_note first = {.text = "ticket 4471", .at_ms = 10};
    rp_stored_note second = {
        .kind = RP_NOTE_PHRASE, .text = "two\ntimes two hours", .at_ms = 20};
    assert_ok(rp_store_put_note(at.store, &id, &first, &lab_error));
    assert_ok(rp_store_put_note(at.store, &id, &second, &lab_error));

    assert_ok(
        rp_store_list_notes(at.store, &id, &at.arena, &notes, &lab_error));
    assert_int_equal(notes.count, 2);
    assert_string_equal(notes.items[0].text, "ticket 4471");
    assert_int_equal(notes.items[1].kind, RP_NOTE_PHRASE);
    assert_int_equal(notes.items[1].at_ms, 20);

    assert_ok(rp_store_remove_note(at.store, second.number, &lab_error));
    assert_int_equal(rp_store_remove_note(at.store, second.number, NULL),
                     RP_E_INVALID);
    assert_ok(
        rp_store_list_notes(at.store, &id, &at.arena, &notes, &lab_error));
    assert_int_equal(notes.count, 1);
    lab_clear(&at);
}

static void the_number_of_a_removed_note_is_not_given_again(void **state)
{
    lab at;
    (void)state;
    lab_setup(&at);
    rp_store_id id = lab_begin(&at);
    rp_stored_note first = {.text = "a"};
    rp_stored_note second = {.text = "b"};
    assert_ok(rp_store_put_note(at.store, &id, &first, &lab_error));
    assert_ok(rp_store_remove_note(at.store, first.number, &lab_error));

    assert_ok(rp_store_put_note(at.store, &id, &second, &lab_error));

    assert_true(second.number > first.number);
    lab_clear(&at);
}

static void notes_that_belong_nowhere_are_refused(void **state)
{
    lab at;
    rp_store_id unknown = {{1}};
    rp_stored_note note = {.text = "a"};
    rp_stored_note empty = {.text = ""};
    (void)state;
    lab_setup(&at);
    rp_store_id id = lab_begin(&at);

    assert_int_equal(rp_store_put_note(at.store, &unknown, &note, NULL),
                     RP_E_INVALID);
    assert_int_equal(rp_store_put_note(at.store, &id, &empty, NULL),
                     RP_E_INVALID);
    lab_clear(&at);
}

static void a_verdict_is_known_by_document_engine_and_kind(void **state)
{
    lab at;
    rp_verdict verdict = {0};
    (void)state;
    lab_setup(&at);
    rp_verdict_key key = {at.document, "0.1.0", "check"};
    rp_verdict_key newer = {at.document, "0.2.0", "check"};

    assert_ok(
        rp_store_put_verdict(at.store, &key, "{\"par\":3}", 9, &lab_error));
    assert_ok(
        rp_store_put_verdict(at.store, &key, "{\"par\":4}", 9, &lab_error));

    assert_ok(
        rp_store_get_verdict(at.store, &key, &at.arena, &verdict, &lab_error));
    assert_int_equal(verdict.length, 9);
    assert_string_equal(verdict.bytes, "{\"par\":4}");
    assert_ok(rp_store_get_verdict(at.store, &newer, &at.arena, &verdict,
                                   &lab_error));
    assert_null(verdict.bytes);
    lab_clear(&at);
}

static void settings_of_person_and_machine_are_apart(void **state)
{
    lab at;
    const char *value = NULL;
    (void)state;
    lab_setup(&at);
    rp_setting_key mine = {&at.person, "language"};
    rp_setting_key machines = {NULL, "language"};

    assert_ok(rp_store_put_setting(at.store, &mine, "zh", &lab_error));
    assert_ok(rp_store_put_setting(at.store, &machines, "en", &lab_error));
    assert_ok(rp_store_put_setting(at.store, &mine, "en", &lab_error));
    assert_ok(rp_store_put_setting(at.store, &machines, "", &lab_error));

    assert_ok(
        rp_store_get_setting(at.store, &mine, &at.arena, &value, &lab_error));
    assert_string_equal(value, "en");
    assert_ok(rp_store_get_setting(at.store, &machines, &at.arena, &value,
                                   &lab_error));
    assert_string_equal(value, "");
    lab_clear(&at);
}

static void a_setting_can_be_forgotten(void **state)
{
    lab at;
    const char *value = "untouched";
    (void)state;
    lab_setup(&at);
    rp_setting_key mine = {&at.person, "theme"};
    assert_ok(rp_store_put_setting(at.store, &mine, "dark", &lab_error));

    assert_ok(rp_store_put_setting(at.store, &mine, NULL, &lab_error));

    assert_ok(
        rp_store_get_setting(at.store, &mine, &at.arena, &value, &lab_error));
    assert_null(value);
    lab_clear(&at);
}

static void settings_without_owner_or_name_are_refused(void **state)
{
    lab at;
    rp_store_id nobody = {{1}};
    rp_setting_key strange = {&nobody, "theme"};
    rp_setting_key nameless = {NULL, "Not A Name"};
    (void)state;
    lab_setup(&at);

    assert_int_equal(rp_store_put_setting(at.store, &strange, "x", NULL),
                     RP_E_INVALID);
    assert_int_equal(rp_store_put_setting(at.store, &nameless, "x", NULL),
                     RP_E_INVALID);
    lab_clear(&at);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(notes_come_back_in_order_and_can_be_taken_away),
        cmocka_unit_test(the_number_of_a_removed_note_is_not_given_again),
        cmocka_unit_test(notes_that_belong_nowhere_are_refused),
        cmocka_unit_test(a_verdict_is_known_by_document_engine_and_kind),
        cmocka_unit_test(settings_of_person_and_machine_are_apart),
        cmocka_unit_test(a_setting_can_be_forgotten),
        cmocka_unit_test(settings_without_owner_or_name_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
