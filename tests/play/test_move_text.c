/*
 * Moves as they are written, read and refused.
 */
#include <stdio.h>
#include <string.h>

#include "rapport/play.h"
#include "support/test.h"
#include "support/toy.h"

static toy two_asks(void)
{
    return (toy){
        .node_count = 2,
        .record_count = 1,
        .records = {"log"},
        .nodes = {{.id = "f",
                   .kind = RP_FORM,
                   .ask_count = 2,
                   .asks = {{.id = "q",
                             .answer_count = 2,
                             .answers = {{.id = "x"},
                                         {.id = "y", .when = "fact.n == 2"}}},
                            {.id = "p",
                             .many = true,
                             .answer_count = 2,
                             .answers = {{.id = "x"}, {.id = "z"}}}},
                   .route_count = 1,
                   .route = {{.to = "end"}}},
                  {.id = "end", .kind = RP_ENDING}},
    };
}

static void assert_refused(const rp_model *model, const char *text,
                           const char *part)
{
    rp_state state;
    rp_move move = {.kind = RP_MOVE_OPEN, .index = 7};
    rp_error err = {.message = ""};

    rp_state_begin(model, 0, &state, NULL);
    assert_int_equal(rp_move_read(model, &state, text, &move, &err),
                     RP_E_INVALID);
    if (strstr(err.message, part) == NULL) {
        fail_msg("`%s` is not in: %s", part, err.message);
    }
    assert_int_equal(move.index, 7);
}

static void a_form_is_written_as_it_is_read(void **unused)
{
    (void)unused;
    toy t = two_asks();
    rp_model *model = toy_model(&t);
    rp_state state;
    char text[RP_MOVE_TEXT_MAX];

    rp_state_begin(model, 0, &state, NULL);
    rp_move both = toy_move(model, &state, "f:q=x;p=x+z");
    rp_move none = toy_move(model, &state, "f:q=x;p=");

    assert_int_equal(both.answers, 1 | 4 | 8);
    assert_string_equal(rp_move_write(model, &state, &both, text),
                        "f:q=x;p=x+z");
    assert_int_equal(none.answers, 1);
    assert_string_equal(rp_move_write(model, &state, &none, text), "f:q=x");
    toy_model_free(model);
}

static void a_refusal_names_the_trouble_and_what_is_offered(void **unused)
{
    (void)unused;
    toy t = two_asks();
    rp_model *model = toy_model(&t);

    assert_refused(model, "f:q=y", "not offered");
    assert_refused(model, "f:p=z", "exactly one");
    assert_refused(model, "f:r=z", "`r` is not asked here");
    assert_refused(model, "f:q=x;p=w", "`w` is no answer here");
    assert_refused(model, "f:q=x;p=z+z", "`z` is answered twice");
    assert_refused(model, "open:bill", "`bill` is no record");
    assert_refused(model, "hello", "f:q=x;p=x+z");
    assert_refused(model, "silence", "Waiting has no effect here");
    toy_model_free(model);
}

static void hints_and_records_are_moves(void **unused)
{
    (void)unused;
    toy t = two_asks();
    t.nodes[0].has_hint = true;
    rp_model *model = toy_model(&t);
    rp_state state;

    rp_state_begin(model, 0, &state, NULL);
    rp_move hint = toy_move(model, &state, "open:hint");
    rp_move record = toy_move(model, &state, "open:log");

    assert_int_equal(hint.kind, RP_MOVE_HINT);
    assert_int_equal(record.kind, RP_MOVE_OPEN);
    toy_model_free(model);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_form_is_written_as_it_is_read),
        cmocka_unit_test(a_refusal_names_the_trouble_and_what_is_offered),
        cmocka_unit_test(hints_and_records_are_moves),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
