/* Documents: kept once, never changed, verified whenever read. */
#include <string.h>

#include "lab.h"

static void a_document_comes_back_byte_for_byte(void **state)
{
    lab at;
    rp_stored_document read = {0};
    (void)state;
    lab_setup(&at);

    assert_ok(rp_store_get_document(at.store, &at.document, &at.arena, &read,
                                    &lab_error));

    assert_string_equal(read.json, "{\"a\":1}");
    assert_int_equal(read.json_length, 7);
    assert_string_equal(read.scenario, "angry-caller");
    assert_string_equal(read.pack, "telecom");
    assert_true(read.first_seen_ms > 0);
    assert_true(rp_store_has_document(at.store, &at.document));
    lab_clear(&at);
}

static void a_document_put_again_stays_as_it_was(void **state)
{
    lab at;
    rp_stored_document again = lab_document("{\"a\":1}");
    rp_stored_document read = {0};
    rp_chain_head before = {0};
    rp_chain_head after = {0};
    (void)state;
    lab_setup(&at);
    again.scenario = "another-name";
    assert_ok(rp_store_chain_head(at.store, &before, &lab_error));

    assert_ok(rp_store_put_document(at.store, &again, &lab_error));

    assert_ok(rp_store_get_document(at.store, &at.document, &at.arena, &read,
                                    &lab_error));
    assert_string_equal(read.scenario, "angry-caller");
    assert_ok(rp_store_chain_head(at.store, &after, &lab_error));
    assert_int_equal(before.index, after.index);
    lab_clear(&at);
}

static void a_document_with_another_digest_is_refused(void **state)
{
    lab at;
    rp_stored_document document = lab_document("{\"b\":2}");
    rp_error err = {0};
    (void)state;
    lab_setup(&at);
    document.digest.bytes[0] ^= 1U;

    rp_status status = rp_store_put_document(at.store, &document, &err);

    assert_int_equal(status, RP_E_INVALID);
    assert_non_null(strstr(err.message, "digest"));
    assert_false(rp_store_has_document(at.store, &document.digest));
    lab_clear(&at);
}

static void a_document_that_is_no_text_is_refused(void **state)
{
    lab at;
    (void)state;
    lab_setup(&at);
    rp_stored_document document = lab_document("{\"b\":\"\xFF\"}");
    rp_stored_document empty = lab_document("");
    rp_stored_document nameless = lab_document("{\"c\":3}");
    nameless.scenario = "";

    assert_int_equal(rp_store_put_document(at.store, &document, NULL),
                     RP_E_INVALID);
    assert_int_equal(rp_store_put_document(at.store, &empty, NULL),
                     RP_E_INVALID);
    assert_int_equal(rp_store_put_document(at.store, &nameless, NULL),
                     RP_E_INVALID);
    lab_clear(&at);
}

static void an_unknown_document_is_told(void **state)
{
    lab at;
    rp_digest unknown = {{1}};
    rp_stored_document read = {.json = "untouched"};
    (void)state;
    lab_setup(&at);

    rp_status status =
        rp_store_get_document(at.store, &unknown, &at.arena, &read, NULL);

    assert_int_equal(status, RP_E_INVALID);
    assert_string_equal(read.json, "untouched");
    lab_clear(&at);
}

static void a_document_changed_behind_our_back_is_not_handed_out(void **state)
{
    lab at;
    rp_stored_document read = {0};
    rp_error err = {0};
    (void)state;
    lab_setup_folder(&at);
    lab_close(&at);
    lab_tamper(&at, "UPDATE documents SET json = '{\"a\":2}'");
    lab_open(&at);

    rp_status status =
        rp_store_get_document(at.store, &at.document, &at.arena, &read, &err);

    assert_int_equal(status, RP_E_DAMAGED);
    assert_non_null(strstr(err.message, "angry-caller"));
    lab_clear(&at);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_document_comes_back_byte_for_byte),
        cmocka_unit_test(a_document_put_again_stays_as_it_was),
        cmocka_unit_test(a_document_with_another_digest_is_refused),
        cmocka_unit_test(a_document_that_is_no_text_is_refused),
        cmocka_unit_test(an_unknown_document_is_told),
        cmocka_unit_test(a_document_changed_behind_our_back_is_not_handed_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
