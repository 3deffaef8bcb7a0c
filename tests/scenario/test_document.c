/* Documents are read strictly, written canonically, digested stably. */
#include "declared_world.h"

static rp_status parse(const char *json, rp_document **document, rp_error *err)
{
    return rp_document_parse(json, strlen(json), "x.json", rp_alloc_default(),
                             document, err);
}

static void assert_refused(const char *json, const char *because)
{
    rp_document *document = NULL;
    rp_error err = {0};

    assert_int_equal(parse(json, &document, &err), RP_E_INVALID);
    assert_null(document);
    if (strstr(err.message, because) == NULL) {
        fail_msg("“%s” is not in “%s”", because, err.message);
    }
}

static void what_is_no_document_is_refused(void **state)
{
    (void)state;
    assert_refused("", "expected");
    assert_refused("[]", "object");
    assert_refused("{\"a\":1,\"a\":2}", "duplicate");
    assert_refused("{\"a\":1.5}", "fraction");
    assert_refused("{\"a\":1e3}", "fraction");
    assert_refused("{\"a\":99999999999999999999}", "integer");
    assert_refused("{\"a\":1} x", "end of file");
    assert_refused("{\"a\":\"\xff\"}", "decode");
    assert_refused("{\"a\":\"\\u0000\"}", "NUL");
}

static void depth_is_bounded(void **state)
{
    (void)state;
    char json[256] = "{\"a\":";
    size_t length = strlen(json);

    memset(json + length, '[', 40);
    memset(json + length + 40, ']', 40);
    json[length + 80] = '}';
    json[length + 81] = '\0';

    assert_refused(json, "deep");
}

static void size_is_bounded(void **state)
{
    (void)state;
    rp_document *document = NULL;
    rp_error err = {0};

    assert_int_equal(rp_document_parse("{}", (size_t)1 << 30, "x.json",
                                       rp_alloc_default(), &document, &err),
                     RP_E_LIMIT);
}

static void canonical_text_has_sorted_keys_and_no_space(void **state)
{
    (void)state;
    rp_document *document = NULL;
    rp_error err = {0};

    assert_int_equal(
        parse(" { \"b\" : [ 1 , true ] , \"B\":-7, \"a\" : \"\\u00e9/\" } ",
              &document, &err),
        RP_OK);

    char *text = written(document);
    assert_string_equal(text, "{'B':-7,'a':'é/','b':[1,true]}");
    free(text);
    rp_document_free(document);
}

static void digests_of(const rp_document *document, char whole[65],
                       char rules[65])
{
    rp_digest digests[2];
    rp_error err = {0};

    assert_int_equal(
        rp_document_digests(document, &digests[0], &digests[1], &err), RP_OK);
    (void)rp_digest_hex(&digests[0], whole);
    (void)rp_digest_hex(&digests[1], rules);
}

static void declared_digests(declared_parts parts, char whole[65],
                             char rules[65])
{
    rp_faults faults;
    rp_error err = {0};
    rp_document *document =
        assembled(&parts, rp_alloc_default(), &faults, &err);

    digests_of(document, whole, rules);
    rp_faults_clear(&faults);
    rp_document_free(document);
}

static void digest_survives_writing_and_reading(void **state)
{
    (void)state;
    declared_parts parts = {
        .more = ",{'@':'effects','at':[0,20],'body':{'b':{'calm':5}}},"
                "{'@':'effects','at':[0,21],'body':{'a':{'calm':5}}}"};
    rp_faults faults;
    rp_error err = {0};
    rp_document *again = NULL;
    rp_text text;
    char whole[2][65];
    char rules[2][65];
    rp_document *document =
        assembled(&parts, rp_alloc_default(), &faults, &err);

    rp_text_init(&text, rp_alloc_default());
    assert_int_equal(rp_document_write(document, &text, &err), RP_OK);
    assert_int_equal(parse(text.bytes, &again, &err), RP_OK);
    digests_of(document, whole[0], rules[0]);
    digests_of(again, whole[1], rules[1]);

    assert_string_equal(whole[0], whole[1]);
    assert_string_equal(rules[0], rules[1]);
    rp_text_clear(&text);
    rp_faults_clear(&faults);
    rp_document_free(document);
    rp_document_free(again);
}

static void digest_is_the_sha256_of_the_canonical_text(void **state)
{
    (void)state;
    rp_document *document = NULL;
    rp_error err = {0};
    char whole[65];
    char rules[65];
    char hex[65];

    assert_int_equal(parse("{ \"format\" : 1 }", &document, &err), RP_OK);
    digests_of(document, whole, rules);
    rp_digest digest = rp_sha256("{\"format\":1}", 12);

    assert_string_equal(whole, rp_digest_hex(&digest, hex));
    rp_document_free(document);
}

static void another_wording_changes_no_rule(void **state)
{
    (void)state;
    char whole[2][65];
    char rules[2][65];

    declared_digests((declared_parts){0}, whole[0], rules[0]);
    declared_digests(
        (declared_parts){
            .turn = "{'says':'Yes?','to':'done','hint':'Greet.',"
                    "'#':[" REPLY_OF("{'#':['Hi.'],'because':'Short.'}") "]}"},
        whole[1], rules[1]);

    assert_string_not_equal(whole[0], whole[1]);
    assert_string_equal(rules[0], rules[1]);
}

static void another_point_changes_a_rule(void **state)
{
    (void)state;
    char whole[2][65];
    char rules[2][65];

    declared_digests((declared_parts){0}, whole[0], rules[0]);
    declared_digests(
        (declared_parts){.turn = "{'says':'Hello?','to':'done','#':[" REPLY_OF(
                             "{'#':['Hello.'],'because':'A greeting.',"
                             "'empathy':1}") "]}"},
        whole[1], rules[1]);

    assert_string_not_equal(whole[0], whole[1]);
    assert_string_not_equal(rules[0], rules[1]);
}

static void text_of_a_fact_is_a_rule(void **state)
{
    (void)state;
    char whole[2][65];
    char rules[2][65];

    declared_digests(
        (declared_parts){
            .more = ",{'@':'facts','at':[0,20],'body':[{'plan':'Basic'}]}"},
        whole[0], rules[0]);
    declared_digests(
        (declared_parts){
            .more = ",{'@':'facts','at':[0,20],'body':[{'plan':'Family'}]}"},
        whole[1], rules[1]);

    assert_string_not_equal(rules[0], rules[1]);
}

static void position_is_in_no_digest(void **state)
{
    (void)state;
    char whole[2][65];
    char rules[2][65];

    declared_digests((declared_parts){.more = ",{'@':'ending','id':'z',"
                                              "'at':[0,20],'body':{"
                                              "'outcome':'lost'}}"},
                     whole[0], rules[0]);
    declared_digests((declared_parts){.more = ",{'@':'ending','id':'z',"
                                              "'at':[0,99],'body':{"
                                              "'outcome':'lost'}}"},
                     whole[1], rules[1]);

    assert_string_equal(whole[0], whole[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_no_document_is_refused),
        cmocka_unit_test(depth_is_bounded),
        cmocka_unit_test(size_is_bounded),
        cmocka_unit_test(canonical_text_has_sorted_keys_and_no_space),
        cmocka_unit_test(digest_survives_writing_and_reading),
        cmocka_unit_test(digest_is_the_sha256_of_the_canonical_text),
        cmocka_unit_test(another_wording_changes_no_rule),
        cmocka_unit_test(another_point_changes_a_rule),
        cmocka_unit_test(text_of_a_fact_is_a_rule),
        cmocka_unit_test(position_is_in_no_digest),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
