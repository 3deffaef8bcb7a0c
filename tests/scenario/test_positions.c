/* A fault points at the line, and where it can at the character. */
#include "declared_world.h"

static void assert_position(declared_parts parts, uint32_t line,
                            uint32_t column)
{
    rp_faults faults;
    rp_error err = {0};
    rp_document *document =
        assembled(&parts, rp_alloc_default(), &faults, &err);

    assert_int_equal(faults.count, 1);
    assert_string_equal(faults.items[0].file, "toy.lua");
    assert_int_equal(faults.items[0].line, line);
    assert_int_equal(faults.items[0].column, column);
    rp_faults_clear(&faults);
    rp_document_free(document);
}

#define TURN_TO(target) \
    "{'says':'Hello?','to':" target ",'#':[" SMALLEST_REPLY "]}"

static void text_that_stands_once_has_its_own_place(void **state)
{
    (void)state;
    assert_position((declared_parts){.turn = TURN_TO("'dnoe'"),
                                     .source = "\n\n\nturn \"opening\" {\n"
                                               "  to = \"dnoe\" }\n"},
                    5, 9);
}

static void text_that_stands_twice_has_the_declaration_s_line(void **state)
{
    (void)state;
    assert_position((declared_parts){.turn = TURN_TO("'dnoe'"),
                                     .source = "\n\n\nturn \"opening\" {\n"
                                               "  to = \"dnoe\" } -- dnoe\n"},
                    4, 0);
}

static void search_ends_where_the_next_declaration_begins(void **state)
{
    (void)state;
    assert_position((declared_parts){.turn = TURN_TO("'dnoe'"),
                                     .source = "\n\n\nturn \"opening\" {\n\n"
                                               "  reply \"greet\" {},\n"
                                               "  to = \"dnoe\" }\n"},
                    4, 0);
}

static void longer_name_is_not_the_name(void **state)
{
    (void)state;
    assert_position((declared_parts){.turn = TURN_TO("'dnoe'"),
                                     .source = "\n\n\nturn \"opening\" {\n"
                                               "  hint = \"dnoe-2 xdnoe\",\n"
                                               "\n\n  to = \"dnoe\" }\n"},
                    4, 0);
    assert_position((declared_parts){.turn = TURN_TO("'dnoe'"),
                                     .source = "\n\n\nturn \"opening\" {\n"
                                               "  to = \"dnoe\", k = "
                                               "\"dnoe-2\" }\n"},
                    5, 9);
}

static void columns_count_characters(void **state)
{
    (void)state;
    assert_position((declared_parts){.turn = TURN_TO("'dnoe'"),
                                     .source = "\n\n\nturn \"opening\" { cue = "
                                               "\"…您好\", to = \"dnoe\" }\n"},
                    4, 37);
}

static void long_text_is_found_across_its_lines(void **state)
{
    (void)state;
    assert_position(
        (declared_parts){
            .turn = "{'says':'One *two three','to':'done','#':[" SMALLEST_REPLY
                    "]}",
            .source = "\n\n\nturn \"opening\" { says = \"One *two \\z\n"
                      "          three\" }\n"},
        4, 26);
}

static void declarations_on_one_line_keep_their_own_texts(void **state)
{
    (void)state;
    assert_position(
        (declared_parts){
            .more = ",{'@':'form','id':'f','at':[0,3],'body':{'to':'done',"
                    "'#':[{'@':'ask','id':'q','at':[0,3],'body':['Q',"
                    "{'@':'answer','id':'1','at':[0,3],"
                    "'body':{'#':['A'],'calm':4}},"
                    "{'@':'answer','id':'2','at':[0,3],"
                    "'body':{'#':['B'],'calm':5}}]}]}}",
            .source = "\n\nform 'f' { ask 'q' { 'Q', answer '1' { 'A', "
                      "calm = 4 }, answer '2' { 'B', calm = 5 } } }\n"},
        3, 45);
}

static void place_outside_the_file_is_survived(void **state)
{
    (void)state;
    assert_position(
        (declared_parts){.more = ",{'@':'ending','id':'z','at':[0,4000000000],"
                                 "'body':{'outcome':'lots'}}"},
        4000000000U, 0);
}

static void pack_s_faults_carry_the_pack_s_lines(void **state)
{
    (void)state;
    rp_faults faults;
    rp_error err = {0};
    declared_parts parts = {
        .pack = "{'@':'pack','at':[1,1],'body':{'id':'p'}},"
                "{'@':'defaults','at':[1,3],'body':{'silence':"
                "{'after':20,'patience':-7}}}",
        .pack_source = "pack { id = 'p' }\n\ndefaults {\n  silence = "
                       "{ after = 20, patience = -7 },\n}\n"};
    rp_document *document =
        assembled(&parts, rp_alloc_default(), &faults, &err);

    assert_int_equal(faults.count, 1);
    assert_string_equal(faults.items[0].code, "not-fives");
    assert_string_equal(faults.items[0].file, "pack.lua");
    assert_int_equal(faults.items[0].line, 4);
    assert_int_equal(faults.items[0].column, 27);
    rp_faults_clear(&faults);
    rp_document_free(document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_that_stands_once_has_its_own_place),
        cmocka_unit_test(text_that_stands_twice_has_the_declaration_s_line),
        cmocka_unit_test(search_ends_where_the_next_declaration_begins),
        cmocka_unit_test(longer_name_is_not_the_name),
        cmocka_unit_test(columns_count_characters),
        cmocka_unit_test(long_text_is_found_across_its_lines),
        cmocka_unit_test(declarations_on_one_line_keep_their_own_texts),
        cmocka_unit_test(place_outside_the_file_is_survived),
        cmocka_unit_test(pack_s_faults_carry_the_pack_s_lines),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
