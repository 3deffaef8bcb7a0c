/* What files declare becomes a document. */
#include <stdio.h>

#include "declared_world.h"
#include "support/refusing.h"

#define PACK                                                              \
    "{'@':'pack','at':[1,1],'body':{'id':'p','title':'Pack',"             \
    "'languages':['en']}},"                                               \
    "{'@':'defaults','at':[1,2],'body':{'pass':70,'exam_mark':65,"        \
    "'silence':{'after':20,'patience':-5}}},"                             \
    "{'@':'section','id':'7.1','at':[1,3],'body':{'title':'Calm'}},"      \
    "{'@':'behaviour','id':'7.1-i','at':[1,4],'body':{'score':'empathy'," \
    "'section':'7.1','strong':'Names it.'}},"                             \
    "{'@':'behaviour','id':'7.1-j','at':[1,5],'body':{'score':'empathy'," \
    "'strong':'Waits.'}},"                                                \
    "{'@':'anytime','at':[1,6],'body':[{'@':'reply','id':'hold',"         \
    "'at':[1,7],'body':{'#':['One moment.'],'stay':true,'because':'B.'}}]}"

#define BODY_WITH(reply_keys)                      \
    "{'says':'Hello?','to':'done','#':[" REPLY_OF( \
        "{'#':['Hello.'],'because':'A greeting.'," reply_keys "}") "]}"

static void smallest_scenario_has_no_faults(void **state)
{
    (void)state;
    assert_faults((declared_parts){0}, "");
}

static void defaults_are_filled_in_without_a_pack(void **state)
{
    (void)state;
    declared_parts parts = {0};

    assert_written(parts, "'mood':{'calm':50,'patience':50,'trust':50}");
    assert_written(parts, "'moves':60");
    assert_written(parts, "'pass':{'empathy':60,'listening':60,"
                          "'resolution':60}");
    assert_written(parts, "'pack':{'exam_mark':60,'id':'','languages':['en'],"
                          "'source_language':'en'}");
}

static void defaults_of_the_pack_come_before_the_engine_s(void **state)
{
    (void)state;
    declared_parts parts = {.pack = PACK};

    assert_written(parts, "'exam_mark':65");
    assert_written(parts, "'pass':{'empathy':70,'listening':70,"
                          "'resolution':70}");
    assert_written(parts, "'silence':{'after':20,'patience':-5}");
}

static void scenario_s_own_marks_come_before_the_pack_s(void **state)
{
    (void)state;
    declared_parts parts = {.pack = PACK, .scenario = ",'pass':{'empathy':80}"};

    assert_written(parts, "'pass':{'empathy':80,'listening':70,"
                          "'resolution':70}");
}

static void plain_says_and_to_become_lists(void **state)
{
    (void)state;
    declared_parts parts = {0};

    assert_written(parts, "'says':[{'text':{'en':'Hello?'}}]");
    assert_written(parts, "'to':[{'to':'done'}]");
}

static void conditions_stand_beside_their_lines_and_targets(void **state)
{
    (void)state;
    declared_parts parts = {
        .turn = "{'says':[{'#':['Well?'],'when':'calm > 50'},'Hello?'],"
                "'to':[['calm > 50','opening'],'done'],"
                "'#':[" SMALLEST_REPLY "]}"};

    assert_written(parts, "'says':[{'text':{'en':'Well?'},'when':'calm > 50'},"
                          "{'text':{'en':'Hello?'}}]");
    assert_written(parts, "'to':[{'to':'opening','when':'calm > 50'},"
                          "{'to':'done'}]");
}

static void one_effect_becomes_a_list(void **state)
{
    (void)state;
    declared_parts parts = {
        .turn = BODY_WITH("'feels':'heard'"),
        .more = ",{'@':'effects','at':[0,20],'body':{'heard':{'calm':5}}}"};

    assert_written(parts, "'feels':['heard']");
    assert_written(parts, "'effects':{'heard':{'calm':5}}");
}

static void facts_carry_their_kind(void **state)
{
    (void)state;
    declared_parts parts = {
        .more = ",{'@':'facts','at':[0,20],'body':[{'red':true,'calls':2,"
                "'ticket':'4471','credit':{'@':'money','value':5000},"
                "'at':{'@':'datetime','value':'2025-09-10 10:30'},"
                "'caller':{'@':'name','full':'Zhao Wei','family':'Zhao',"
                "'title':'Mr'}}]}"};

    assert_written(parts, "'facts':[{'at':{'datetime':'2025-09-10 10:30'},"
                          "'caller':{'name':{'family':{'en':'Zhao'},"
                          "'full':{'en':'Zhao Wei'},'title':{'en':'Mr'}}},"
                          "'calls':2,'credit':{'money':5000},'red':true,"
                          "'ticket':{'text':{'en':'4471'}}}]");
}

static void row_that_is_only_a_fact_shows_the_fact(void **state)
{
    (void)state;
    declared_parts parts = {
        .more = ",{'@':'facts','at':[0,20],'body':[{'fee':{'@':'money',"
                "'value':5000}}]},"
                "{'@':'record','id':'bill','at':[0,21],'body':{'title':'Bill',"
                "'kind':'bill','#':[['Fee','{fee}'],{'#':['Sum','{fee} now'],"
                "'mark':true}]}}"};

    assert_written(parts, "'rows':[{'fact':'fee','label':{'en':'Fee'}},"
                          "{'label':{'en':'Sum'},'mark':true,"
                          "'text':{'en':'{fee} now'}}]");
}

static void variables_lose_the_word_range(void **state)
{
    (void)state;
    declared_parts parts = {
        .scenario = ",'vars':{'owned':false,'offers':{'@':'range','lo':0,"
                    "'hi':3,'start':1}}"};

    assert_written(parts, "'vars':{'offers':{'hi':3,'lo':0,'start':1},"
                          "'owned':false}");
}

static void silence_of_a_turn_stands_beside_its_replies(void **state)
{
    (void)state;
    declared_parts parts = {
        .turn = "{'says':'Hello?','to':'done','#':[" SMALLEST_REPLY
                ",{'@':'silence','at':[0,8],"
                "'body':{'after':12,'patience':-10}}]}"};

    assert_written(parts, "'silence':{'after':12,'patience':-10},'to'");
}

static void a_list_of_replies_stands_where_they_would(void **state)
{
    (void)state;
    declared_parts parts = {
        .turn = "{'says':'Hello?','to':'done','#':[[" SMALLEST_REPLY "],"
                "{'@':'silence','at':[0,8],"
                "'body':{'after':12,'patience':-10}}]}"};

    assert_written(parts, "'silence':{'after':12,'patience':-10},'to'");
    assert_written(parts, "'replies':[{");
}

static void asks_and_answers_stand_in_their_form(void **state)
{
    (void)state;
    declared_parts parts = {
        .more = ",{'@':'form','id':'wrapup','at':[0,20],'body':{'to':'done',"
                "'#':[{'@':'ask','id':'level','at':[0,21],'body':"
                "['Priority',{'@':'answer','id':'1','at':[0,21],"
                "'body':{'#':['Level 1'],'resolution':2}},"
                "{'@':'answer','id':'2','at':[0,21],'body':['Level 2']}]}]}}"};

    assert_written(parts, "'asks':[{'answers':[{'id':'1','resolution':2,"
                          "'text':{'en':'Level 1'}},"
                          "{'id':'2','text':{'en':'Level 2'}}],'id':'level',"
                          "'text':{'en':'Priority'}}]");
}

static void only_what_is_named_of_the_pack_is_kept(void **state)
{
    (void)state;
    declared_parts parts = {.pack = PACK,
                            .turn = BODY_WITH("'shows':['7.1-i']")};

    assert_written(parts, "'behaviours':{'7.1-i':{'score':'empathy',"
                          "'section':'7.1','strong':{'en':'Names it.'}}}");
    assert_written(parts, "'sections':{'7.1':{'title':{'en':'Calm'}}}");
}

static void unknown_behaviour_is_judged_by_all_of_the_pack(void **state)
{
    (void)state;
    rp_faults faults;
    rp_error err = {0};
    declared_parts parts = {.pack = PACK,
                            .turn = BODY_WITH("'shows':['7.1-jj']")};

    rp_document *document =
        assembled(&parts, rp_alloc_default(), &faults, &err);

    assert_int_equal(faults.count, 1);
    assert_string_equal(faults.items[0].code, "unknown-name");
    assert_string_equal(faults.items[0].nearest, "7.1-j");
    rp_faults_clear(&faults);
    rp_document_free(document);
}

static void anytime_of_the_scenario_replaces_by_name(void **state)
{
    (void)state;
    declared_parts parts = {
        .pack = PACK,
        .more = ",{'@':'anytime','at':[0,20],'body':[{'@':'reply',"
                "'id':'hold','at':[0,21],'body':{'#':['Wait.'],'stay':true,"
                "'because':'B.'}},{'@':'reply','id':'end','at':[0,22],"
                "'body':{'#':['Bye.'],'because':'B.'}}]}"};

    assert_written(parts, "'anytime':[{'because':{'en':'B.'},'id':'hold',"
                          "'stay':true,'text':{'en':'Wait.'}},"
                          "{'because':{'en':'B.'},'id':'end',"
                          "'text':{'en':'Bye.'}}]");
}

static void behaviours_without_a_pack_are_one_fault(void **state)
{
    (void)state;
    assert_faults(
        (declared_parts){.turn = BODY_WITH("'shows':['7.1-i','7.1-j'],"
                                           "'critical':'guarantee'")},
        "no-pack");
}

static void words_in_the_wrong_place_are_named(void **state)
{
    (void)state;
    assert_faults((declared_parts){.more = "," SMALLEST_REPLY}, "misplaced");
    assert_faults(
        (declared_parts){.turn =
                             "{'says':'Hello?','to':'done','#':[" SMALLEST_REPLY
                             ",{'@':'turn','id':'b','at':[0,8],'body':{}}]}"},
        "misplaced");
    assert_faults(
        (declared_parts){.pack = PACK
                         ",{'@':'turn','id':'b','at':[1,8],'body':{}}"},
        "misplaced");
}

static void second_effect_of_a_name_is_a_duplicate(void **state)
{
    (void)state;
    assert_faults(
        (declared_parts){
            .more = ",{'@':'effects','at':[0,20],'body':{'heard':{'calm':5}}},"
                    "{'@':'effects','at':[0,22],'body':{'heard':{'calm':9}}}"},
        "duplicate");
}

static void id_must_be_the_file_s(void **state)
{
    (void)state;
    rp_faults faults;
    rp_error err = {0};
    rp_document *document = NULL;
    rp_source source = {"other.lua", "\n", 1};
    rp_text json;

    rp_text_init(&json, rp_alloc_default());
    declared_write(&(declared_parts){0}, &json);
    rp_declared declared = {.json = json.bytes,
                            .json_length = json.length,
                            .main_name = "other.lua",
                            .source_count = 1,
                            .sources = &source};
    rp_faults_init(&faults, rp_alloc_default());

    assert_int_equal(rp_document_assemble(&declared, rp_alloc_default(),
                                          &faults, &document, &err),
                     RP_OK);

    assert_string_equal(codes_of(&faults), "id-not-file");
    rp_faults_clear(&faults);
    rp_document_free(document);
    rp_text_clear(&json);
}

static void pack_alone_becomes_a_document_of_all_of_it(void **state)
{
    (void)state;
    static const char ladder[] =
        ",{'@':'pool','id':'A0','at':[0,8],'body':{'scenarios':['toy']}},"
        "{'@':'level','id':'first','at':[0,9],'body':{'title':'First',"
        "'draws':[{'pool':'A0','count':1}]}}]}";
    rp_faults faults;
    rp_error err = {0};
    rp_document *document = NULL;
    rp_source sources[2] = {{"pack.lua", "\n", 1}, {"lib/a.lua", "\n", 1}};
    rp_text json;

    rp_text_init(&json, rp_alloc_default());
    rp_text_printf(&json, "{'declarations':[%s%s", PACK, ladder);
    (void)friendly(&json);
    rp_declared declared = {.json = json.bytes,
                            .json_length = json.length,
                            .source_count = 2,
                            .sources = sources};
    rp_faults_init(&faults, rp_alloc_default());

    assert_int_equal(rp_document_assemble(&declared, rp_alloc_default(),
                                          &faults, &document, &err),
                     RP_OK);
    rp_document_check(document, &faults);

    char *text = written(document);
    assert_string_equal(codes_of(&faults), "");
    assert_non_null(strstr(text, "'7.1-j'"));
    assert_non_null(strstr(text, "'pools':[{'id':'A0','scenarios':['toy']}]"));
    assert_non_null(strstr(text, "'draws':[{'count':1,'pool':'A0'}]"));
    free(text);
    rp_faults_clear(&faults);
    rp_document_free(document);
    rp_text_clear(&json);
}

static void every_refused_request_is_survived(void **state)
{
    (void)state;
    declared_parts parts = {.pack = PACK,
                            .turn = BODY_WITH("'listning':1,'shows':['x']")};

    for (int allowed = 0; allowed < 1000; allowed++) {
        refusing r = {.allowed = (uint64_t)allowed};
        rp_faults faults;
        rp_error err = {0};
        rp_document *document =
            assembled(&parts, refusing_alloc(&r), &faults, &err);
        bool is_whole =
            document != NULL && !faults.refused && r.asked < r.allowed;
        assert_true(document != NULL || err.status == RP_E_MEMORY);
        if (is_whole) {
            assert_string_equal(codes_of(&faults), "unknown-key unknown-name");
        }
        rp_faults_clear(&faults);
        rp_document_free(document);
        if (is_whole) {
            return;
        }
    }
    fail_msg("a thousand requests were not enough");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(smallest_scenario_has_no_faults),
        cmocka_unit_test(defaults_are_filled_in_without_a_pack),
        cmocka_unit_test(defaults_of_the_pack_come_before_the_engine_s),
        cmocka_unit_test(scenario_s_own_marks_come_before_the_pack_s),
        cmocka_unit_test(plain_says_and_to_become_lists),
        cmocka_unit_test(conditions_stand_beside_their_lines_and_targets),
        cmocka_unit_test(one_effect_becomes_a_list),
        cmocka_unit_test(facts_carry_their_kind),
        cmocka_unit_test(row_that_is_only_a_fact_shows_the_fact),
        cmocka_unit_test(variables_lose_the_word_range),
        cmocka_unit_test(silence_of_a_turn_stands_beside_its_replies),
        cmocka_unit_test(a_list_of_replies_stands_where_they_would),
        cmocka_unit_test(asks_and_answers_stand_in_their_form),
        cmocka_unit_test(only_what_is_named_of_the_pack_is_kept),
        cmocka_unit_test(unknown_behaviour_is_judged_by_all_of_the_pack),
        cmocka_unit_test(anytime_of_the_scenario_replaces_by_name),
        cmocka_unit_test(behaviours_without_a_pack_are_one_fault),
        cmocka_unit_test(words_in_the_wrong_place_are_named),
        cmocka_unit_test(second_effect_of_a_name_is_a_duplicate),
        cmocka_unit_test(id_must_be_the_file_s),
        cmocka_unit_test(pack_alone_becomes_a_document_of_all_of_it),
        cmocka_unit_test(every_refused_request_is_survived),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
