/*
 * The JSON other programs rely on: its keys, their order and their kinds.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "support/test.h"

enum {
    OUTPUT_MAX = 1 << 20,
    COMMAND_MAX = 1024
};

/* Runs the program and reads what it prints as JSON. */
static json_t *run(const char *arguments)
{
    static char output[OUTPUT_MAX];
    char command[COMMAND_MAX];
    json_error_t error;

    (void)snprintf(command, sizeof command,
                   "RAPPORT_PACKS=%s/tests/fixtures/app/packs %s %s",
                   RP_SOURCE_DIR, RP_PROGRAM, arguments);
    FILE *pipe = popen(command, "r"); /* NOLINT(cert-env33-c): our own words */
    assert_non_null(pipe);
    size_t length = fread(output, 1, sizeof output, pipe);
    (void)pclose(pipe);
    json_t *root = json_loadb(output, length, JSON_REJECT_DUPLICATES, &error);
    if (root == NULL) {
        fail_msg("%s: %s", arguments, error.text);
    }
    return root;
}

/* Holds the keys of an object, in order, against `keys` ("a b c"). */
static void assert_keys(json_t *object, const char *keys)
{
    char found[COMMAND_MAX] = "";
    const char *key = NULL;
    json_t *value = NULL;

    assert_true(json_is_object(object));
    json_object_foreach(object, key, value)
    {
        if (found[0] != '\0') {
            (void)strcat(found, " ");
        }
        (void)strcat(found, key);
    }
    assert_string_equal(found, keys);
}

static void play_has_its_keys_in_order(void **state)
{
    json_t *root = run("play short-call --seed 7 --set 1 --moves "
                       "'own,wrapup:level=high;known=dead' --json");

    (void)state;
    assert_keys(root, "scenario digest seed set moves ended ending outcome "
                      "critical points par score passed mood satisfaction "
                      "talk_seconds regret");
    assert_keys(json_object_get(root, "points"),
                "listening empathy resolution");
    assert_keys(json_object_get(root, "mood"), "calm trust patience word");
    assert_int_equal(json_integer_value(json_object_get(root, "seed")), 7);
    assert_int_equal(json_integer_value(json_object_get(root, "set")), 1);
    assert_int_equal(json_array_size(json_object_get(root, "moves")), 2);
    assert_int_equal(json_array_size(json_object_get(root, "regret")), 2);
    assert_true(json_is_true(json_object_get(root, "passed")));
    json_decref(root);
}

static void play_knows_the_largest_seed(void **state)
{
    json_t *root = run("play short-call --seed 9223372036854775807 --moves "
                       "own --json");

    (void)state;
    assert_true(json_integer_value(json_object_get(root, "seed")) == INT64_MAX);
    json_decref(root);
}

static void unfinished_run_has_no_outcome(void **state)
{
    json_t *root = run("play short-call --moves own --json");

    (void)state;
    assert_true(json_is_false(json_object_get(root, "ended")));
    assert_true(json_is_null(json_object_get(root, "ending")));
    assert_true(json_is_null(json_object_get(root, "outcome")));
    assert_true(json_is_false(json_object_get(root, "passed")));
    json_decref(root);
}

static const char check_keys[] =
    "scenario file digest rules_digest fact_sets faults exact states par best "
    "odds exam_odds memory unreachable traps talk_seconds gate sets blessed";

static void check_has_its_keys_in_order(void **state)
{
    json_t *root = run("check short-call --json");
    json_t *one = json_array_get(json_object_get(root, "scenarios"), 0);

    (void)state;
    assert_keys(root, "scenarios");
    assert_keys(one, check_keys);
    assert_keys(json_object_get(one, "best"), "points moves");
    assert_keys(json_object_get(one, "odds"),
                "blind longest shortest polite echo conditional "
                "half_informed");
    assert_keys(json_object_get(one, "exam_odds"),
                "blind longest shortest polite echo conditional "
                "half_informed");
    assert_keys(json_object_get(one, "gate"), "open missing");
    json_t *set = json_array_get(json_object_get(one, "sets"), 1);
    assert_keys(set, "set par best odds");
    assert_int_equal(json_integer_value(json_object_get(set, "set")), 2);
    json_decref(root);
}

static void broken_scenario_has_the_same_keys(void **state)
{
    json_t *root = run("check broken short-call --json");
    json_t *all = json_object_get(root, "scenarios");
    json_t *one = json_array_get(all, 0);
    json_t *fault = json_array_get(json_object_get(one, "faults"), 0);

    (void)state;
    assert_int_equal(json_array_size(all), 2);
    assert_keys(one, check_keys);
    assert_keys(fault, "file line column severity code message");
    assert_string_equal(json_string_value(json_object_get(fault, "severity")),
                        "error");
    assert_true(json_is_null(json_object_get(one, "digest")));
    json_decref(root);
}

static void document_and_schema_are_json(void **state)
{
    json_t *document = run("model short-call");
    json_t *schema = run("schema");

    (void)state;
    assert_int_equal(json_integer_value(json_object_get(document, "format")),
                     1);
    assert_non_null(json_object_get(schema, "$schema"));
    json_decref(document);
    json_decref(schema);
}

static void same_moves_give_the_same_bytes(void **state)
{
    const char *arguments = "play short-call --seed 11 --moves ask,own --json";
    json_t *one = run(arguments);
    json_t *two = run(arguments);

    (void)state;
    assert_true(json_equal(one, two));
    json_decref(one);
    json_decref(two);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(play_has_its_keys_in_order),
        cmocka_unit_test(play_knows_the_largest_seed),
        cmocka_unit_test(unfinished_run_has_no_outcome),
        cmocka_unit_test(check_has_its_keys_in_order),
        cmocka_unit_test(broken_scenario_has_the_same_keys),
        cmocka_unit_test(document_and_schema_are_json),
        cmocka_unit_test(same_moves_give_the_same_bytes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
