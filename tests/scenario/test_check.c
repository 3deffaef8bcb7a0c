/*
 * What checking finds in a bare document: shapes that no file can declare,
 * and that good documents are left in peace. What files can show is shown by
 * the fixtures.
 */
#include "declared_world.h"
#include "model_world.h"

/* Codes of the faults of a bare document. */
static void assert_bare_faults(model_parts parts, const char *codes)
{
    rp_document *document = document_of(&parts);
    rp_faults faults;

    rp_faults_init(&faults, rp_alloc_default());
    rp_document_check(document, &faults);
    for (uint32_t i = 0;
         strcmp(codes_of(&faults), codes) != 0 && i < faults.count; i++) {
        print_message("%s\n", faults.items[i].message);
    }
    assert_string_equal(codes_of(&faults), codes);
    rp_faults_clear(&faults);
    rp_document_free(document);
}

#define TURN_WITH(reply_keys)                                         \
    "{'id':'a','says':[{'text':{'en':'Hello?'}}],"                    \
    "'replies':[{'id':'r','text':{'en':'Hi.'},'because':{'en':'B.'}," \
    "'to':[{'to':'z'}]" reply_keys "}]}"

static void smallest_document_is_good(void **state)
{
    (void)state;
    assert_bare_faults((model_parts){.turns = TURN_WITH("")}, "");
}

static void check_leaves_the_document_as_it_is(void **state)
{
    (void)state;
    rp_document *document = document_of(&(model_parts){0});
    rp_faults faults;
    char *before = written(document);

    rp_faults_init(&faults, rp_alloc_default());
    rp_document_check(document, &faults);

    char *after = written(document);
    assert_string_equal(before, after);
    free(before);
    free(after);
    rp_faults_clear(&faults);
    rp_document_free(document);
}

static void text_must_be_a_table_by_language(void **state)
{
    (void)state;
    assert_bare_faults((model_parts){.turns = TURN_WITH(",'hears':'Hm.'")},
                       "wrong-kind");
    assert_bare_faults((model_parts){.turns = TURN_WITH(",'hears':{'en':5}")},
                       "wrong-kind");
}

static void text_without_the_source_language_is_a_fault(void **state)
{
    (void)state;
    assert_bare_faults(
        (model_parts){.pack = ",'languages':['en','zh']",
                      .scenario = ",'goals':{'empathy':{'zh':'好'}}",
                      .turns = "{'id':'a','says':[{'text':{'en':'1?'}}],"
                               "'replies':[{'id':'r','text':{'en':'1'},"
                               "'because':{'en':'1'},'to':[{'to':'z'}]}]}"},
        "untranslated untranslated untranslated wrong-kind");
}

static void language_outside_the_pack_is_a_fault(void **state)
{
    (void)state;
    assert_bare_faults(
        (model_parts){.turns = TURN_WITH(",'hears':{'en':'A','fr':'B'}")},
        "unknown-language");
}

static void controls_in_a_text_are_a_fault(void **state)
{
    (void)state;
    assert_bare_faults(
        (model_parts){.turns = TURN_WITH(",'hears':{'en':'a\\u0007b'}")},
        "unclean-text");
    assert_bare_faults(
        (model_parts){.turns = TURN_WITH(",'hears':{'en':'a\\u202eb'}")},
        "unclean-text");
}

static void dates_must_be_of_the_calendar(void **state)
{
    (void)state;
    assert_bare_faults((model_parts){.turns = TURN_WITH(""),
                                     .more = ",'facts':[{'at':{'datetime':"
                                             "'2025-02-30 10:30'}}]"},
                       "bad-date");
    assert_bare_faults((model_parts){.turns = TURN_WITH(""),
                                     .more = ",'facts':[{'t':{'clock':"
                                             "'24:00'}}]"},
                       "bad-date");
}

static void both_a_text_and_a_fact_are_no_row(void **state)
{
    (void)state;
    assert_bare_faults(
        (model_parts){
            .turns = TURN_WITH(""),
            .more = ",'facts':[{'n':1}],'records':[{'id':'bill','title':"
                    "{'en':'Bill'},'kind':'bill','rows':[{'label':{'en':'L'},"
                    "'text':{'en':'T'},'fact':'n'}]}]"},
        "wrong-row");
}

static void empty_route_leads_nowhere(void **state)
{
    (void)state;
    assert_bare_faults(
        (model_parts){.turns = "{'id':'a','says':[{'text':{'en':'Hello?'}}],"
                               "'to':[],'replies':[{'id':'r','text':"
                               "{'en':'Hi.'},'because':{'en':'B.'}}]}"},
        "wrong-kind");
}

static void counters_are_held_to_their_bounds(void **state)
{
    (void)state;
    static const char *const bad[] = {
        ",'vars':{'n':{'lo':3,'hi':0}}",
        ",'vars':{'n':{'lo':0,'hi':1000}}",
        ",'vars':{'n':{'lo':0,'hi':3,'start':4}}",
        ",'vars':{'n':{'lo':0}}",
        ",'vars':{'n':{'lo':0,'hi':3,'step':1}}",
        ",'vars':{'n':{'lo':-9000000000000000000,"
        "'hi':9000000000000000000}}",
        ",'vars':{'n':'x'}",
    };

    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_bare_faults(
            (model_parts){.turns = TURN_WITH(""), .scenario = bad[i]},
            "bad-counter");
    }
    assert_bare_faults((model_parts){.turns = TURN_WITH(""),
                                     .scenario = ",'vars':{'n':{'lo':0,"
                                                 "'hi':999}}"},
                       "");
}

static void values_set_must_suit_their_variable(void **state)
{
    (void)state;
    static const char vars[] = ",'vars':{'b':true,'n':{'lo':0,'hi':3}}";

    assert_bare_faults(
        (model_parts){.scenario = vars,
                      .turns = TURN_WITH(",'set':{'b':false,'n':2}")},
        "");
    assert_bare_faults(
        (model_parts){.scenario = vars, .turns = TURN_WITH(",'set':{'b':1}")},
        "wrong-kind");
    assert_bare_faults((model_parts){.scenario = vars,
                                     .turns = TURN_WITH(",'set':{'n':true}")},
                       "wrong-kind");
    assert_bare_faults(
        (model_parts){.scenario = vars, .turns = TURN_WITH(",'add':{'b':'1'}")},
        "wrong-kind");
    assert_bare_faults(
        (model_parts){.scenario = vars, .turns = TURN_WITH(",'set':{'m':1}")},
        "unknown-name");
}

static void facts_and_variables_share_one_name_space(void **state)
{
    (void)state;
    assert_bare_faults((model_parts){.turns = TURN_WITH(""),
                                     .scenario = ",'vars':{'n':true}",
                                     .more = ",'facts':[{'n':1}]"},
                       "duplicate");
}

static void moves_are_read_to_the_last_answer(void **state)
{
    (void)state;
    static const char *const good[] = {"r",     "silence",     "open:hint",
                                       "f:q=1", "f:q=2;m=1+2", "f:q=1;m="};
    static const char *const bad[] = {"x",       "open:x", "f:x=1", "f:q=9",
                                      "f:q=1+2", "f:q=",   "f:q",   "g:q=1"};
    char more[1024];

    for (size_t i = 0; i < 14; i++) {
        const char *move = i < 6 ? good[i] : bad[i - 6];
        (void)snprintf(
            more, sizeof more,
            ",'forms':[{'id':'f','asks':[{'id':'q','text':{'en':'Q'},"
            "'answers':[{'id':'1','text':{'en':'A'}},{'id':'2','text':"
            "{'en':'B'}}]},{'id':'m','text':{'en':'M'},'many':true,"
            "'answers':[{'id':'1','text':{'en':'A'}},{'id':'2','text':"
            "{'en':'B'}}]}]}],'examples':[{'name':'e','moves':['%s']}]",
            move);
        assert_bare_faults((model_parts){.turns = TURN_WITH(""), .more = more},
                           i < 6 ? "" : "bad-move");
    }
}

static void marks_nest_but_do_not_cross(void **state)
{
    (void)state;
    static const char *const good[] = {"*a* ~b~ [c]", "~a *b* c~", "[a *b*]",
                                       "no mark"};
    static const char *const bad[] = {"*a", "a]", "[a [b] c]", "*a ~b* c~"};
    char keys[128];

    for (size_t i = 0; i < 8; i++) {
        (void)snprintf(keys, sizeof keys,
                       "{'id':'a','says':[{'text':{'en':'%s'}}],"
                       "'replies':[{'id':'r','text':{'en':'Hi.'},"
                       "'because':{'en':'B.'}}]}",
                       i < 4 ? good[i] : bad[i - 4]);
        assert_bare_faults((model_parts){.turns = keys},
                           i < 4 ? "" : "unbalanced-mark");
    }
}

static void missing_parts_of_a_document_are_named_once(void **state)
{
    (void)state;
    rp_document *document = NULL;
    rp_faults faults;
    rp_error err = {0};
    static const char json[] = "{\"format\":1}";

    rp_faults_init(&faults, rp_alloc_default());
    assert_int_equal(rp_document_parse(json, strlen(json), "x.json",
                                       rp_alloc_default(), &document, &err),
                     RP_OK);

    rp_document_check(document, &faults);

    assert_string_equal(codes_of(&faults), "no-scenario");
    rp_faults_clear(&faults);
    rp_document_free(document);
}

static void faults_of_a_bare_document_point_into_it(void **state)
{
    (void)state;
    rp_document *document = NULL;
    rp_faults faults;
    rp_error err = {0};
    static const char json[] =
        "{\"format\": 1,\n"
        " \"pack\": {\"id\": \"\"},\n"
        " \"scenario\": {\"id\": \"s\", \"title\": {\"en\": \"T, \\\"{}\"},\n"
        "  \"situation\": {\"en\": \"S\"}, \"channel\": \"pigeon\",\n"
        "  \"customer\": {\"name\": {\"en\": \"N\"}}, \"start\": \"a\"},\n"
        " \"turns\": [{\"id\": \"a\", \"says\": [{\"text\": {\"en\": \"1\"}}],"
        "\n  \"replies\": [{\"id\": \"r\", \"text\": {\"en\": \"1\"},\n"
        "   \"because\": {\"en\": \"1\"}, \"calm\": 7}]}]}";

    rp_faults_init(&faults, rp_alloc_default());
    assert_int_equal(rp_document_parse(json, strlen(json), "x.json",
                                       rp_alloc_default(), &document, &err),
                     RP_OK);

    rp_document_check(document, &faults);

    assert_string_equal(codes_of(&faults),
                        "broken-slot unknown-word not-fives");
    assert_string_equal(faults.items[0].file, "x.json");
    assert_int_equal(faults.items[0].line, 3);
    assert_int_equal(faults.items[0].column, 35);
    assert_int_equal(faults.items[1].line, 4);
    assert_int_equal(faults.items[1].column, 40);
    assert_int_equal(faults.items[2].line, 8);
    assert_int_equal(faults.items[2].column, 36);
    rp_faults_clear(&faults);
    rp_document_free(document);
}

static void declared_and_bare_documents_have_the_same_faults(void **state)
{
    (void)state;
    declared_parts parts = {
        .scenario = ",'chapter':0,'hangs_up':'nowhere'",
        .turn = "{'says':['Hello?','What?'],'to':'done','#':[" REPLY_OF(
            "{'#':['Hi.'],'calm':3,'listning':1}") "]}"};
    rp_faults declared_faults;
    rp_faults bare_faults;
    rp_error err = {0};
    rp_document *bare = NULL;
    rp_text json;
    rp_document *document =
        assembled(&parts, rp_alloc_default(), &declared_faults, &err);

    rp_text_init(&json, rp_alloc_default());
    rp_faults_init(&bare_faults, rp_alloc_default());
    assert_int_equal(rp_document_write(document, &json, &err), RP_OK);
    assert_int_equal(rp_document_parse(json.bytes, json.length, "x.json",
                                       rp_alloc_default(), &bare, &err),
                     RP_OK);
    rp_document_check(bare, &bare_faults);

    assert_int_equal(declared_faults.count, 6);
    assert_int_equal(bare_faults.count, 6);
    for (uint32_t i = 0; i < bare_faults.count; i++) {
        bool found = false;
        for (uint32_t j = 0; j < declared_faults.count; j++) {
            found = found || strcmp(bare_faults.items[i].message,
                                    declared_faults.items[j].message) == 0;
        }
        assert_true(found);
    }
    rp_faults_clear(&declared_faults);
    rp_faults_clear(&bare_faults);
    rp_document_free(document);
    rp_document_free(bare);
    rp_text_clear(&json);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(smallest_document_is_good),
        cmocka_unit_test(check_leaves_the_document_as_it_is),
        cmocka_unit_test(text_must_be_a_table_by_language),
        cmocka_unit_test(text_without_the_source_language_is_a_fault),
        cmocka_unit_test(language_outside_the_pack_is_a_fault),
        cmocka_unit_test(controls_in_a_text_are_a_fault),
        cmocka_unit_test(dates_must_be_of_the_calendar),
        cmocka_unit_test(both_a_text_and_a_fact_are_no_row),
        cmocka_unit_test(empty_route_leads_nowhere),
        cmocka_unit_test(counters_are_held_to_their_bounds),
        cmocka_unit_test(values_set_must_suit_their_variable),
        cmocka_unit_test(facts_and_variables_share_one_name_space),
        cmocka_unit_test(moves_are_read_to_the_last_answer),
        cmocka_unit_test(marks_nest_but_do_not_cross),
        cmocka_unit_test(missing_parts_of_a_document_are_named_once),
        cmocka_unit_test(faults_of_a_bare_document_point_into_it),
        cmocka_unit_test(declared_and_bare_documents_have_the_same_faults),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
